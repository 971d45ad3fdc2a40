"""Show what is known about a problem beyond its words, to be read and copied."""

import platform
import sys

from PySide6.QtCore import Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from voicedesk import __version__
from voicedesk.core.problems import Problem
from voicedesk.gui.plain_text import presentable
from voicedesk.gui.style import GRID


def report_on(problem: Problem) -> str:
    """Describe a problem and where it happened; holds no key, no sound and no words of the person."""
    return "\n".join(
        [
            f"VoiceDesk {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}",
            f"{problem.kind.name}",
            presentable(problem.detail),
        ]
    )


class ReportDialog(QDialog):
    """The details of a problem, with a button that copies them and one that looks for the cause."""

    check_wanted = Signal()
    """This computer shall be looked at; the dialog is closed by then."""

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details"))
        self._details = QPlainTextEdit(report_on(problem), self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._copy = QPushButton(self.tr("Copy details"), self)
        self._copy.setDefault(True)
        self._copy.clicked.connect(self._on_copy)
        explanation = QLabel(self.tr("These details hold no key, no sound and none of your words."), self)
        explanation.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        check = buttons.addButton(self.tr("Check this computer"), QDialogButtonBox.ButtonRole.ActionRole)
        check.clicked.connect(self._on_check)
        buttons.rejected.connect(self.reject)
        self._details.setObjectName("details")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (explanation, self._details, buttons):
            column.addWidget(widget)
        self.resize(480, 300)

    @property
    def text(self) -> str:
        """Give what is shown and copied."""
        return self._details.toPlainText()

    def _on_check(self) -> None:
        self.accept()
        self.check_wanted.emit()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._copy.setText(self.tr("Copied"))
