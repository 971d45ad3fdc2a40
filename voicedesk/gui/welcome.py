"""What is shown before anything was said: one sentence and three examples."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from voicedesk.gui.scroll_box import ScrollBox
from voicedesk.gui.style import GRID, TITLE_PX_MORE, enlarge
from voicedesk.gui.wrapping_button import WrappingButton


class Welcome(ScrollBox):
    """Invite to talk; an example is sent when it is clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget(self)
        sentence = QLabel(self.tr("Hold Space, say something, and let go to hear the answer."), content)
        enlarge(sentence, TITLE_PX_MORE)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setWordWrap(True)
        column = QVBoxLayout(content)
        column.setSpacing(GRID)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.addStretch()
        column.addWidget(sentence)
        column.addSpacing(GRID)
        for words in self._examples():
            column.addWidget(self._example(words), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.hold(content)

    def _examples(self) -> tuple[str, ...]:
        return (
            self.tr("What can I ask you?"),
            self.tr("Tell me something surprising about owls."),
            self.tr("Help me plan a quiet weekend."),
        )

    def _example(self, words: str) -> WrappingButton:
        button = WrappingButton(words, self)
        button.setProperty("look", "flat")
        button.setProperty("words", words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("words"))
