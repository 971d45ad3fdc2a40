"""The page that shows what is missing on this machine and how to mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.health import Check, Examined
from voicedesk.gui.announcement import announce
from voicedesk.gui.health.check_row import CheckRow
from voicedesk.gui.health.words import report_of, summary_of
from voicedesk.gui.style import GRID, TITLE_PX_MORE, sized


class HealthDialog(QDialog):
    """What needs attention stands on top; findings appear as they come."""

    wanted = Signal()
    """Everything shall be looked at, now or again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is missing on this machine"))
        self._checks: tuple[Check, ...] = ()
        self._rows: list[CheckRow] = []
        self._summary = QLabel(self)
        self._summary.setFont(sized(self.font(), TITLE_PX_MORE))
        self._list = QWidget(self)
        self._list.setObjectName("checks")
        self._column = QVBoxLayout(self._list)
        self._again = QPushButton(self.tr("Look again"), self)
        self._copy = QPushButton(self.tr("Copy report"), self)
        self._set_up()
        self._arrange()

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """Give what is listed, from top to bottom."""
        return tuple(self._rows)

    @property
    def summary(self) -> str:
        """Give the sentence on top."""
        return self._summary.text()

    def look(self) -> None:
        """Begin anew."""
        self._show((), is_over=False)
        self.wanted.emit()

    def take_in(self, examined: Examined) -> None:
        """Show what was found."""
        self._show(examined.checks, examined.is_over)
        if examined.is_over:
            announce(self._summary, self.summary)

    def _set_up(self) -> None:
        self._again.clicked.connect(self.look)
        self._copy.clicked.connect(self._on_copy)
        self._column.setContentsMargins(0, 0, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addStretch()

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        note = QLabel(self.tr("Looking opens a connection to the service and sends nothing there."), self)
        note.setWordWrap(True)
        note.setProperty("look", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (self._summary, note, area, buttons):
            column.addWidget(widget)
        self.resize(560, 560)

    def _show(self, checks: Sequence[Check], is_over: bool) -> None:
        if checks[: len(self._checks)] != self._checks:
            self._clear()
        for check in checks[len(self._checks) :]:
            self._add(check)
        self._checks = tuple(checks)
        self._summary.setText(summary_of(checks, is_over))
        self._again.setEnabled(is_over)
        self._copy.setText(self.tr("Copy report"))
        self._copy.setEnabled(is_over)

    def _add(self, check: Check) -> None:
        """Put what needs attention behind the others of its kind, above what is all right."""
        row = CheckRow(check, self._list)
        place = len(self._rows) if check.ok else sum(not each.check.ok for each in self._rows)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            self.setTabOrder(before, after)

    def _clear(self) -> None:
        self._checks = ()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(report_of(self._checks))
        self._copy.setText(self.tr("Copied"))
