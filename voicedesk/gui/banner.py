"""One banner: what happened, what is safe, and the one thing to do about it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.problems import Action
from voicedesk.gui.icons import IconButton
from voicedesk.gui.notice import Notice
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.style import GRID, bold

NARROW_CHARACTERS = 80
"""Below the width of this many characters the buttons stand under the words."""


def action_label(action: Action) -> str:
    """Name the button of an action."""
    labels = {
        Action.REPEAT: QCoreApplication.translate("Notices", "Try again"),
        Action.SEND_RECORDING: QCoreApplication.translate("Notices", "Send the recording"),
        Action.ENTER_KEY: QCoreApplication.translate("Notices", "Enter key"),
        Action.CHOOSE_MODEL: QCoreApplication.translate("Notices", "Choose a model"),
        Action.CHOOSE_DEVICE: QCoreApplication.translate("Notices", "Choose a device"),
        Action.SEE_MONEY: QCoreApplication.translate("Notices", "Money settings"),
        Action.CHECK_MACHINE: QCoreApplication.translate("Notices", "Check this computer"),
        Action.COPY_DETAILS: QCoreApplication.translate("Notices", "Show details"),
    }
    return labels[action]


class Banner(QFrame):
    """One notice with its action, and with its details if it has any."""

    acted = Signal(object)
    """The `Notice` whose action was chosen."""
    details_wanted = Signal(object)
    """The `Notice` of which the person wants to know more."""
    closed = Signal(object)
    """The `Notice` that is not wanted any more."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setProperty("look", "problem" if notice.problem else "news")
        self.setAccessibleName(notice.title)
        self.setAccessibleDescription(notice.advice)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()

    @property
    def spoken(self) -> str:
        """Give what a screen reader says when the banner comes up."""
        return f"{self.accessibleName()} {self.accessibleDescription()}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW_CHARACTERS * self.fontMetrics().averageCharWidth()
        self._body.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def _arrange(self) -> None:
        self._body.setSpacing(GRID)
        self._body.addLayout(self._words(), 1)
        self._body.addLayout(self._button_row())
        close = IconButton("x", self.tr("Close this message"), self)
        close.clicked.connect(self._on_closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(self._body, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        for name, text in (("title", self.notice.title), ("advice", self.notice.advice)):
            if text:
                words.addWidget(self._label(name, text))
        words.addStretch()
        return words

    def _label(self, name: str, text: str) -> QLabel:
        label = QLabel(for_label(text), self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if name == "title":
            label.setFont(bold(label.font()))
        return label

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        return row

    def _buttons(self) -> list[QAbstractButton]:
        buttons: list[QAbstractButton] = []
        if self.notice.action is not Action.NONE:
            buttons.append(QPushButton(action_label(self.notice.action), self))
            buttons[-1].clicked.connect(self._on_acted)
        if self.notice.offer:
            buttons.append(QPushButton(self.notice.offer.label, self))
            buttons[-1].clicked.connect(self._on_taken_up)
        if self.notice.has_details:
            buttons.append(QPushButton(self.tr("Details"), self))
            buttons[-1].setProperty("look", "flat")
            buttons[-1].clicked.connect(self._on_details_wanted)
        return buttons

    def _on_acted(self) -> None:
        self.acted.emit(self.notice)

    def _on_taken_up(self) -> None:
        assert self.notice.offer
        self._on_closed()
        self.notice.offer.carry_out()

    def _on_details_wanted(self) -> None:
        self.details_wanted.emit(self.notice)

    def _on_closed(self) -> None:
        self.closed.emit(self.notice)
