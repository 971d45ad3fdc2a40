"""Ask before a link is opened, and show where it leads."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from voicedesk.gui.messages.links import Link
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.style import GRID, TITLE_PX_MORE, sized


class LinkDialog(QDialog):
    """Show the host large, as the network names it, and the whole address; nothing opens by Enter alone."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self._link = link
        self.setWindowTitle(self.tr("Open link"))
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        for label in (QLabel(self._question, self), self._host()):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._address())
        column.addLayout(self._buttons())

    @property
    def _question(self) -> str:
        if self._link.url.startswith("mailto:"):
            return self.tr("Write an e-mail to this address, in your mail program?")
        return self.tr(
            "Open this website in your browser? A message can contain any address, so look at it first."
        )

    def _host(self) -> QLabel:
        host = QLabel(for_label(self._link.host), self)
        host.setFont(sized(self.font(), TITLE_PX_MORE))
        host.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return host

    def _address(self) -> QPlainTextEdit:
        address = QPlainTextEdit(self._link.url, self)
        address.setReadOnly(True)
        address.setTabChangesFocus(True)
        address.setAccessibleName(self.tr("Whole address"))
        address.setFixedHeight(9 * GRID)
        return address

    def _buttons(self) -> QHBoxLayout:
        open_it = QPushButton(self.tr("Open"), self)
        copy = QPushButton(self.tr("Copy address"), self)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setDefault(True)
        open_it.setAutoDefault(False)
        copy.setAutoDefault(False)
        open_it.clicked.connect(self.accept)
        copy.clicked.connect(self._on_copied)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(open_it)
        cancel.setFocus()
        return row

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(self._link.url)
        self.reject()
