"""A peer: the smallest window with a list, an entry, a button and a menu, and a thread that streams."""

import sys
from threading import Thread

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal

from tests.bench.parties.painted import Heartbeat, watched_application
from tests.bench.parties.pipe import Order, service, tell


class Worker(QObject):
    """Ask by the openai SDK and play by blocking writes; words reach the window by a signal."""

    worded = Signal(str)

    def answer(self) -> None:
        """Answer one question; runs in a thread."""
        import base64

        import sounddevice as sd

        from tests.bench.parties.sdk_chat import HELLO, ask, client, pieces

        chunks = ask(client(*service()), HELLO)
        with sd.RawOutputStream(samplerate=24_000, channels=1, dtype="int16", blocksize=240) as stream:
            for words, sound in (piece for chunk in chunks for piece in pieces(chunk)):
                self.worded.emit(words)
                stream.write(base64.b64decode(sound))


class Window(QtWidgets.QMainWindow):
    """The window."""

    def __init__(self) -> None:
        super().__init__()
        middle = QtWidgets.QWidget()
        self.setCentralWidget(middle)
        layout = QtWidgets.QVBoxLayout(middle)
        self.view, self.entry = QtWidgets.QListWidget(), QtWidgets.QLineEdit()
        for widget in (self.view, self.entry, QtWidgets.QPushButton("Talk")):
            layout.addWidget(widget)
        self.menuBar().addMenu("File").addAction("Quit")
        self.resize(640, 480)
        self.worker = Worker()
        self.worker.worded.connect(self.add_words)

    def add_words(self, words: str) -> None:
        """Put words behind those before, as an answer grows."""
        if not self.view.count():
            self.view.addItem("")
        item = self.view.item(0)
        item.setText(item.text() + words)


def take(order: Order, heartbeat: Heartbeat) -> None:
    """Answer in a thread."""
    if order.do == "import":
        import openai  # the cost of the first import is not what is compared
        import sounddevice  # noqa: F401

        openai.OpenAI(api_key="none")
        tell("imported")
    if order.do == "ask":
        Thread(target=window.worker.answer, daemon=True).start()
        heartbeat.begin()
        tell("asked")


if __name__ == "__main__":
    if "eager" in sys.argv:  # the naive way: everything is imported before there is a window
        import numpy  # noqa: F401
        import openai
        import sounddevice

        openai.OpenAI(api_key="none")
        sounddevice.query_devices()
    application = watched_application(take)(sys.argv)
    window = Window()
    window.show()
    sys.exit(application.exec())
