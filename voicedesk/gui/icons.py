"""Draw the icons of one set (Phosphor, in `resources/icons`) in the colours of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton, QWidget

from voicedesk.gui.style import ICON_PX, current_tokens

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
"""Where the icons lie; a frozen program keeps `resources` beside the package too."""
SCALES = (1, 2, 3)


def icon(name: str, color: QColor, size_px: int = ICON_PX) -> QIcon:
    """Give the icon of this file name in one colour, sharp on screens of every density."""
    result = QIcon()
    for scale in SCALES:
        result.addPixmap(pixmap(name, color, size_px, scale))
    return result


def pixmap(name: str, color: QColor, size_px: int, scale: float) -> QPixmap:
    """Draw an icon at a size in logical pixels for a screen with that many real ones to each."""
    result = QPixmap(round(size_px * scale), round(size_px * scale))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", color.name().encode()))).render(painter)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


@cache
def _source(name: str) -> bytes:
    return (ICONS / f"{name}.svg").read_bytes()


class IconButton(QToolButton):
    """A flat button with an icon alone; its words are its name for screen readers and its tooltip.

    The colour is named as a token of the style, so the icon follows a change of the theme.
    """

    def __init__(self, name: str, words: str, parent: QWidget | None = None, color: str = "quiet") -> None:
        super().__init__(parent)
        self._name = name
        self._color = color
        self.setProperty("look", "icon")
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
        self.show_words(words)
        self._draw()

    def show_words(self, words: str, keys: str = "") -> None:
        """Name the button; the tooltip adds the keys that do the same."""
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)

    def show_icon(self, name: str, color: str | None = None) -> None:
        """Change the icon, and its colour if one is named."""
        self._name, self._color = name, color or self._color
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setIcon(icon(self._name, current_tokens().color(self._color)))
