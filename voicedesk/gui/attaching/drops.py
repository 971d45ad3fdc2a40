"""Take sound files that are dropped anywhere on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Drops(QObject):
    """Watch a window; what is no file is left to whoever else may want it."""

    hovered = Signal(bool)
    """Whether a file is held over the window."""
    dropped = Signal(object)
    """The paths of local files."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and files_in(event.mimeData()):
            event.acceptProposedAction()
            self.hovered.emit(True)
        elif event.type() is QEvent.Type.DragLeave:
            self.hovered.emit(False)
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self.hovered.emit(False)
            self.dropped.emit(files_in(event.mimeData()))
        else:
            return False
        return True


def files_in(data: QMimeData) -> list[Path]:
    """List the local files that are dragged or were copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
