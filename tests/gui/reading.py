"""Read a window as a person does: every word in it, and whether it fits where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from translations.catalogue import Translations
from voicedesk.gui.elided_label import ElidedLabel
from voicedesk.gui.fitting_label import FittingLabel
from voicedesk.gui.menu_button import MenuButton
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.wrapping_button import WrappingButton

NAMES = r"""(?x)
    https?://\S* | \b[\w-]+\.(?:com|org)\b | \S+@\S+ | \{\w*\} | %n
    | \b(?:gpt|whisper|tts|kling|o\d)-?[\w.-]*\b
    | \b(?:alloy|ash|ballad|cedar|coral|echo|fable|marin|onyx|nova|sage|shimmer|verse)\b
    | \b(?:VoiceDesk|CometAPI|OpenAI|COMETAPI_KEY|Python|Qt|PySide6|PortAudio|Markdown|English|MIT|Phosphor)\b
    | \btokens?\b | \bAdd\ Token\b
    | \b[KMG]iB\b | \b(?:MP3|WAV|SRT|JSON|URL|API|USD|TOML|SQLite|MB|GB|KB|kHz|ms|sk)\b
    | \b(?:Ctrl|Alt|Shift|Meta|Esc|Enter|Return|Tab|Space|Home|End|PgUp|PgDown|Del|Backspace|F\d{1,2})\b
    | \bvoicedesk\ [a-z]+(?:\ set)? | /[\w./-]+ | \b[A-Z]\b
"""
"""What is the same in every language: names, units, keys, addresses."""


SHORTENING = (Choice, ElidedLabel, FittingLabel, MenuButton)
"""What shows as much as fits, and the rest in its tooltip."""
WIDGET_TEXTS = (
    "windowTitle", "toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription",
)  # fmt: skip
CELL_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and where it was found."""

    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text!r}"


def readings_in(root: QWidget) -> Iterator[Reading]:
    """Give every text in a window, on screen or not: what is hidden today is shown tomorrow."""
    for widget in widgets_in(root):
        yield from (Reading(place_of(widget, name), text) for name, text in _texts_of(widget) if text)


def widgets_in(root: QWidget) -> list[QWidget]:
    """Give a window and everything in it, without the other windows that belong to it.

    A dialog for files is the system's own on a real desktop; only its title is ours.
    """
    if isinstance(root, QFileDialog):
        return [root]
    return [root, *(widget for widget in root.findChildren(QWidget) if widget.window() is root)]


def place_of(widget: QWidget, more: str = "") -> str:
    """Name a widget by the classes around it."""
    around = [widget, *islice(_parents(widget), 2)]
    names = [each.objectName() or type(each).__name__ for each in reversed(around)]
    return "/".join(names) + (f".{more}" if more else "")


def _parents(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def _texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    for name in WIDGET_TEXTS:
        yield name, getattr(widget, name)()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QGroupBox):
        yield "title", widget.title()
    if isinstance(widget, QTabBar):
        yield from (("tab", widget.tabText(index)) for index in range(widget.count()))
    if isinstance(widget, QLineEdit) or hasattr(widget, "placeholderText"):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(index)) for index in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and not _holds_names(widget):
        yield from (("cell", text) for text in _cells(widget.model(), QModelIndex()))
    yield from (("action", text) for action in widget.actions() for text in _texts_of_action(action))


def _holds_names(view: QAbstractItemView) -> bool:
    """Leave out headers, which are read with their view, and the list of libraries and licences."""
    return view.model() is None or isinstance(view, QHeaderView) or view.objectName() == "parts"


def _texts_of_action(action: QAction) -> tuple[str, ...]:
    return action.text(), action.toolTip().replace(action.text(), "")


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row, column in product(range(model.rowCount(parent)), range(columns)):
        index = model.index(row, column, parent)
        yield from (str(index.data(role) or "") for role in CELL_ROLES)
        if column == 0 and columns > 1:
            yield from _cells(model, index)


def untranslated(readings: Iterator[Reading], translations: Translations, own: str = "") -> list[str]:
    """Name the texts with words in Latin letters; `own` are those of the person and of devices."""
    same = {words for text, words in translations.items() if text.source == words}
    return sorted(
        {
            str(reading)
            for reading in readings
            if reading.text not in same and re.search("[A-Za-z]{2,}", _without_names(reading.text, own))
        }
    )


def _without_names(text: str, own: str) -> str:
    plain = re.sub("<[^>]*>", " ", text)
    plain = re.sub(own, " ", plain) if own else plain
    return re.sub(NAMES, " ", plain)


def clipped_in(root: QWidget) -> list[str]:
    """Name the widgets on screen whose words need more room than they have."""
    widgets = [widget for widget in widgets_in(root) if widget.isVisibleTo(root)]
    return sorted({found for widget in widgets for found in _complaints(widget, root)})


def _complaints(widget: QWidget, root: QWidget) -> Iterator[str]:
    text = _shown_text(widget)
    if not text:
        return
    if lacks := _lacking_px(widget):
        yield f"{place_of(widget)}: {text!r} lacks {lacks} px"
    elif hidden := _outside(widget, root):
        yield f"{place_of(widget)}: {text!r} is cut by {hidden}"


def _shown_text(widget: QWidget) -> str:
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.placeholderText()
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return widget.currentText()
    return widget.placeholderText() if hasattr(widget, "placeholderText") else ""


def _lacking_px(widget: QWidget) -> int:
    """Tell how many pixels are missing, in the direction in which the words cannot give way."""
    if isinstance(widget, SHORTENING):
        return max(0, widget.fontMetrics().height() - widget.height())
    if isinstance(widget, QLabel) and widget.wordWrap():
        return max(0, widget.heightForWidth(widget.width()) - widget.height() - 1)
    if isinstance(widget, QLineEdit):
        return max(0, widget.fontMetrics().horizontalAdvance(widget.placeholderText()) - widget.width() + 12)
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        room = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        return max(0, widget.fontMetrics().horizontalAdvance(widget.currentText()) - room.width())
    if isinstance(widget, WrappingButton):
        return max(0, widget.heightForWidth(widget.width()) - widget.height())
    if isinstance(widget, QAbstractButton):
        icon_px = 0 if widget.icon().isNull() else widget.iconSize().width()
        words = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.text())
        return max(0, words.width() + icon_px - widget.width(), words.height() - widget.height())
    if isinstance(widget, QLabel):
        return max(0, widget.sizeHint().width() - widget.width() - 1)
    return 0


def _outside(widget: QWidget, root: QWidget) -> str:
    """Name the widget around this one that shows only a part of it; what can be scrolled to is whole."""
    for around in _parents(widget):
        if isinstance(around, QAbstractScrollArea) or isinstance(around.parentWidget(), QAbstractScrollArea):
            return ""
        corner = widget.mapTo(around, QPoint(0, 0))
        if not around.rect().adjusted(-1, -1, 1, 1).contains(QRect(corner, widget.size())):
            return place_of(around)
        if around is root:
            return ""
    return ""
