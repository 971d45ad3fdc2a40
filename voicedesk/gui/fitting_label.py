"""Show as much of a line as there is room for, and never ask for more room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class FittingLabel(QLabel):
    """Of several wordings, the longest first, it draws the first that fits; its text is the longest one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordings: tuple[str, ...] = ("",)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_line(self, *wordings: str) -> None:
        """Show one line, in the longest wording that fits."""
        self._show(wordings, wraps=False)

    def show_paragraph(self, text: str) -> None:
        """Show all of a text, on as many lines as it takes."""
        self._show((text,), wraps=True)

    @property
    def drawn(self) -> str:
        """Give the wording that is drawn."""
        metrics, room = self.fontMetrics(), self.width()
        fitting = (text for text in self._wordings if metrics.horizontalAdvance(text) <= room)
        return next(fitting, metrics.elidedText(self._wordings[-1], Qt.TextElideMode.ElideRight, room))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        flags = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            self.drawn,
            self.foregroundRole(),
        )

    def _show(self, wordings: tuple[str, ...], wraps: bool) -> None:
        if (wordings, wraps) != (self._wordings, self.wordWrap()):
            self._wordings = wordings
            self.setWordWrap(wraps)
            self.setText(wordings[0])
