"""Lay real controls over the row that is pointed at or has the focus.

All other rows only look as if they had them: thousands of widgets would be slow, and painted controls alone
would have no name, no focus and no way to be pressed by a screen reader.
"""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolButton, QWidget

from voicedesk.core.peaks import Peaks
from voicedesk.core.units import NO_TIME
from voicedesk.gui.clock import clock_words
from voicedesk.gui.icons import IconButton
from voicedesk.gui.messages.frame import Button, Strip
from voicedesk.gui.messages.sound import Sounding
from voicedesk.gui.messages.waveform import WaveSlider
from voicedesk.gui.row_layout import RowLayout
from voicedesk.gui.rows import Row, RowAction, Voice, action_words

ICONS = {
    RowAction.SEND: "paper-plane-right",
    RowAction.REPEAT: "arrow-clockwise",
    RowAction.LISTEN: "play-fill",
    RowAction.LISTEN_TO_ANSWER: "play-fill",
    RowAction.COPY: "copy",
    RowAction.EDIT: "pencil-simple",
    RowAction.CONTINUE: "skip-forward",
    RowAction.DELETE: "trash",
    RowAction.UNFOLD: "caret-down",
    RowAction.FOLD: "caret-up",
    RowAction.EDIT_SUMMARY: "pencil-simple",
    RowAction.REMOVE_SUMMARY: "trash",
}
SMALL_ICON_PX = 18


class RowBar(QWidget):
    """The controls of one row; Tab comes to them after the widget that they follow."""

    acted = Signal(object, object)
    """The `Row` and the `RowAction` that was chosen."""
    toggled = Signal(object)
    """The `Row` whose sound shall be played or paused."""
    left = Signal()
    """The mouse has left the controls."""
    sought = Signal(object, int)
    """The `Row` whose sound shall be heard from this place on, in milliseconds."""

    def __init__(self, parent: QWidget, follows: QAbstractScrollArea) -> None:
        super().__init__(parent)
        self._follows = follows
        self._row: Row | None = None
        self._shape: tuple[object, ...] = ()
        self._buttons: list[QToolButton] = []
        self._play = IconButton("play-fill", "", self, "accent")
        self._wave = WaveSlider(self)
        self._set_up()

    @property
    def row(self) -> Row | None:
        """Give the row that the controls belong to, while they are shown."""
        return None if self.isHidden() else self._row

    @property
    def has_focus(self) -> bool:
        """Tell whether one of the controls has the focus."""
        return self.isAncestorOf(self.window().focusWidget())

    def show_row(self, row: Row, layout: RowLayout, origin: QPoint) -> None:
        """Stand over this row, whose corner is at `origin`."""
        self._row = row
        rects = [button.rect for button in layout.frame.buttons]
        whole = QRect()
        for rect in rects + ([layout.frame.strip.rect] if layout.frame.strip else []):
            whole = whole.united(rect.toAlignedRect())
        if whole.isEmpty():
            self.hide()
            return
        self.setGeometry(whole.translated(origin))
        self._show_buttons(layout.frame.buttons, whole.topLeft())
        self._show_strip(row, layout.frame.strip, whole.topLeft())
        self.setMask(QRegion(self.childrenRegion()))  # the text between the controls can be marked
        self.show()

    def press_at(self, at: QPoint) -> bool:
        """Press what lies at a point, and tell whether anything does: a finger touches without hovering."""
        control = self.childAt(at)
        if isinstance(control, QToolButton):
            control.click()
        elif control is self._wave:
            self._wave.seek_to(at.x() - self._wave.x())
        return control is not None

    def has_under(self, at: QPoint) -> bool:
        """Tell whether a point of the screen lies on one of the controls."""
        return self.childAt(self.mapFromGlobal(at)) is not None

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what lies below."""
        QCoreApplication.sendEvent(self._follows.viewport(), event)

    def show_sound(self, sounding: Sounding | None, peaks: Peaks | None) -> None:
        """Show whether the row is heard, and where its sound is."""
        if self._row is None:
            return
        mine = sounding if sounding and sounding.key == self._row.key else None
        is_playing = bool(mine and mine.is_playing)
        self._play.show_icon("pause-fill" if is_playing else "play-fill")
        self._play.show_words(self._play_words(is_playing))
        self._wave.show_sound(self._row.sound_ms or NO_TIME, mine.place_ms if mine else 0, peaks)

    def _set_up(self) -> None:
        _make_small(self._play)
        self._play.clicked.connect(self._on_toggled)
        self._wave.toggled.connect(self._on_toggled)
        self._wave.sought.connect(self._on_sought)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def _play_words(self, is_playing: bool) -> str:
        if is_playing:
            return QCoreApplication.translate("Conversation", "Pause")
        words = (
            QCoreApplication.translate("Conversation", "Play the answer, {length}")
            if self._row and self._row.voice is Voice.SERVICE
            else QCoreApplication.translate("Conversation", "Play what you said, {length}")
        )
        return words.replace("{length}", clock_words(self._row.sound_ms or 0 if self._row else 0))

    def _show_strip(self, row: Row, strip: Strip | None, corner: QPoint) -> None:
        self._play.setVisible(strip is not None)
        self._wave.setVisible(strip is not None)
        if strip:
            self._play.setGeometry(strip.play.toAlignedRect().translated(-corner))
            self._wave.setGeometry(strip.wave.toAlignedRect().translated(-corner))

    def _show_buttons(self, places: tuple[Button, ...], corner: QPoint) -> None:
        shape = tuple((place.action, place.words) for place in places)
        if shape != self._shape:
            self._shape = shape
            self._make_buttons(places)
        for button, place in zip(self._buttons, places, strict=True):
            button.setGeometry(place.rect.toAlignedRect().translated(-corner))

    def _make_buttons(self, places: tuple[Button, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(place) for place in places]
        for before, after in pairwise((self._follows, self._play, self._wave, *self._buttons)):
            self.setTabOrder(before, after)

    def _button(self, place: Button) -> QToolButton:
        color = "accent" if place.words else "quiet"
        button = IconButton(ICONS[place.action], action_words(place.action), self, color)
        if place.words:
            button.setText(place.words)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("look", "words")
        _make_small(button)
        button.setProperty("action", place.action.name)
        button.clicked.connect(self._on_clicked)
        button.show()
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if self._row and isinstance(button, QToolButton):
            self.acted.emit(self._row, RowAction[str(button.property("action"))])

    def _on_toggled(self) -> None:
        self.toggled.emit(self._row)

    def _on_sought(self, place_ms: int) -> None:
        self.sought.emit(self._row, place_ms)


def _make_small(button: QToolButton) -> None:
    button.setIconSize(QSize(SMALL_ICON_PX, SMALL_ICON_PX))
