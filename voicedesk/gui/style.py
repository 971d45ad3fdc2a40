"""Hold every colour, size and distance, for light and for dark."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from voicedesk.gui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens

MORE_PX = "morePx"
"""The property of widgets whose text is larger than the base."""
SCHEME_OVERRIDE = "VOICEDESK_COLOR_SCHEME"
CONTRAST_OVERRIDE = "VOICEDESK_CONTRAST"

GRID = 8
FIELD_RADIUS = 8
FIELD_PADDING = 7
BUBBLE_RADIUS = 12
HEADER_HEIGHT = 40
SIDEBAR_WIDTH = 232
SCRIM_ALPHA = 96
COLUMN_WIDTH = 760
BASE_PX = 13
SMALLEST_PX = 12
MESSAGE_PX_MORE = 2
TITLE_PX_MORE = 4
ICON_PX = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """How the person wants the program to look."""

    scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown
    text_percent: int = 100
    is_still: bool = False
    has_high_contrast: bool = False


_wish = Wish()
_worn_percent = 100
"""How large the font of the application is now, which a new wish does not change before the next `dress`."""


def wear(wish: Wish) -> None:
    """Look like this from the next `dress` on."""
    global _wish
    _wish = wish


def current_wish() -> Wish:
    """Tell what was wished for."""
    return _wish


def chosen_scheme(environment: dict[str, str] | os._Environ[str] = os.environ) -> Qt.ColorScheme:
    """Read the wish for a theme: the environment stands above the settings, and those above the system."""
    wishes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    return wishes.get(environment.get(SCHEME_OVERRIDE, "").lower(), _wish.scheme)


def current_tokens() -> Tokens:
    """Give the colours of the wished theme, or else of the system's."""
    wish = chosen_scheme()
    scheme = QGuiApplication.styleHints().colorScheme() if wish is Qt.ColorScheme.Unknown else wish
    light, dark = (HIGH_LIGHT, HIGH_DARK) if wants_high_contrast() else (LIGHT, DARK)
    return dark if scheme is Qt.ColorScheme.Dark else light


def wants_high_contrast(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether things shall stand out strongly: by the environment, the settings or the system."""
    forced = environment.get(CONTRAST_OVERRIDE, "").lower() == "high"
    return forced or _wish.has_high_contrast or _system_wants_contrast()


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):  # before Qt 6.10
        return False
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def dress(application: QApplication) -> None:
    """Give the whole application its colours and its base size."""
    global _worn_percent
    tokens = current_tokens()
    application.setFont(sized(application.font(), 0))
    _worn_percent = _wish.text_percent
    application.setPalette(palette_of(tokens))
    application.setStyleSheet(stylesheet_of(tokens))
    for widget in application.allWidgets():
        more_px = widget.property(MORE_PX)
        if more_px is not None:
            enlarge(widget, more_px)


def enlarge(widget: QWidget, more_px: int) -> None:
    """Give a widget larger text than the base, now and whenever the base changes."""
    widget.setProperty(MORE_PX, more_px)
    widget.setFont(sized(widget.font(), more_px))


def sized(font: QFont, more_px: int) -> QFont:
    """Give the font in a size relative to the base; a person who set a larger system font keeps it."""
    result = QFont(font)
    system_px = round(QFontInfo(QGuiApplication.font()).pixelSize() * 100 / _worn_percent)
    base_px = max(BASE_PX, system_px, SMALLEST_PX)
    result.setPixelSize(round((base_px + more_px) * _wish.text_percent / 100))
    return result


def bold(font: QFont) -> QFont:
    """Make a font bold here and not in the style sheet, which comes too late for the width of a line."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result


def palette_of(tokens: Tokens) -> QPalette:
    """Colour what Qt draws by itself."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, tokens.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("edge"))
    return palette


_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Accent: "accent",
}


def stylesheet_of(tokens: Tokens) -> str:
    """Colour what is ours. Widgets are named by their object name or by the property `look`."""
    return f"""
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {tokens.quiet}; }}
#header {{ border-bottom: 1px solid {tokens.line}; }}
#sidebar {{ background: {tokens.side}; border-right: 1px solid {tokens.line}; }}
#conversations, #hits {{ border: none; background: transparent; outline: 0; }}
#search, #renaming {{
    border: 1px solid {tokens.edge}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised};
    padding: 5px 3px;
}}
#search:focus, #renaming:focus {{ border: 2px solid {tokens.accent}; padding: 4px 2px; }}
QProgressBar {{ border: none; border-radius: 2px; background: {tokens.line}; }}
QProgressBar::chunk {{ border-radius: 2px; background: {tokens.accent}; }}
#sidebar QScrollBar:vertical {{ width: 8px; }}
#sidebar QScrollBar::handle:vertical {{ border-radius: 2px; margin: 0 2px; }}
#pages {{ border-top: 1px solid {tokens.line}; }}
#conversation {{ border: none; background: {tokens.surface}; }}
#status, #clock, [look="quiet"] {{ color: {tokens.quiet}; }}
#question {{
    border: 1px solid {tokens.edge}; border-radius: {FIELD_RADIUS}px;
    background: {tokens.raised}; padding: {FIELD_PADDING}px;
}}
#question:focus {{ border: 2px solid {tokens.accent}; padding: {FIELD_PADDING - 1}px; }}
QPushButton {{
    border: 1px solid {tokens.edge}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised};
    color: {tokens.text}; padding: 5px 12px;
}}
QPushButton:hover {{ background: {tokens.bubble}; }}
QPushButton:focus {{ border: 2px solid {tokens.accent}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {tokens.edge}; border-color: {tokens.line}; }}
QPushButton[look="flat"] {{ border: 1px solid transparent; background: transparent; color: {tokens.accent}; }}
QPushButton[look="flat"]:hover {{ background: {tokens.bubble}; }}
QPushButton[look="flat"]:focus {{ border: 2px solid {tokens.accent}; }}
QPushButton[look="main"] {{
    background: {tokens.accent}; border-color: {tokens.accent}; color: {tokens.accent_text};
}}
QPushButton[look="main"]:focus {{ border: 2px solid {tokens.text}; }}
QToolButton[look="icon"] {{
    border: 1px solid transparent; border-radius: {FIELD_RADIUS}px; background: transparent; padding: 5px;
}}
QToolButton[look="words"] {{
    border: 1px solid transparent; border-radius: {FIELD_RADIUS}px; background: transparent;
    color: {tokens.accent}; padding: 2px;
}}
QToolButton[look="words"]:hover {{ background: {tokens.bubble}; }}
QToolButton[look="words"]:focus {{ border: 2px solid {tokens.accent}; padding: 1px; }}
QToolButton[look="floating"] {{
    border: 1px solid {tokens.line}; border-radius: 18px; background: {tokens.raised}; padding: 0;
}}
QToolButton[look="floating"]:hover {{ background: {tokens.bubble}; }}
QToolButton[look="floating"]:focus {{ border: 2px solid {tokens.accent}; }}
QToolButton[look="icon"]:hover {{ background: {tokens.bubble}; }}
QToolButton[look="icon"]:focus {{ border: 2px solid {tokens.accent}; padding: 4px; }}
QToolButton[look="menu"] {{
    border: 1px solid transparent; border-radius: {FIELD_RADIUS}px; background: transparent;
    color: {tokens.quiet}; padding: 4px 6px;
}}
QToolButton[look="menu"]:hover, QToolButton[look="menu"]:pressed {{
    background: {tokens.bubble}; color: {tokens.text};
}}
QToolButton[look="menu"]:focus {{ border: 2px solid {tokens.accent}; padding: 3px 5px; }}
QPushButton[look="entry"] {{
    border: 1px solid transparent; background: transparent; text-align: left; padding: 5px 8px;
}}
QPushButton[look="entry"]:hover {{ background: {tokens.line}; }}
QPushButton[look="entry"]:checked {{ background: {tokens.bubble}; }}
QPushButton[look="entry"]:focus {{ border: 2px solid {tokens.accent}; padding: 4px 7px; }}
QRadioButton, QCheckBox {{ border: 2px solid transparent; border-radius: 4px; padding: 2px; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {tokens.accent}; }}
QRadioButton::indicator {{
    width: 14px; height: 14px; border-radius: 8px;
    border: 1px solid {tokens.edge}; background: {tokens.raised};
}}
QRadioButton::indicator:checked {{
    width: 6px; height: 6px; border: 5px solid {tokens.accent}; background: {tokens.accent_text};
}}
#details {{
    border: 1px solid {tokens.edge}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised};
    padding: {FIELD_PADDING}px;
}}
#details:focus {{ border: 2px solid {tokens.accent}; padding: {FIELD_PADDING - 1}px; }}
#check {{ border: 1px solid {tokens.line}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised}; }}
#check:focus {{ border: 2px solid {tokens.accent}; }}
#check #advice {{ color: {tokens.text}; }}
QMenu {{ background: {tokens.raised}; border: 1px solid {tokens.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {tokens.bubble}; color: {tokens.text}; }}
QMenu::item:disabled {{ color: {tokens.edge}; }}
QMenu::separator {{ height: 1px; background: {tokens.line}; margin: 4px 8px; }}
QTreeWidget {{
    outline: 0; border: 1px solid {tokens.line}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised};
}}
QTreeWidget:focus {{ border: 2px solid {tokens.accent}; }}
QTreeWidget::item {{ padding: 5px 8px; }}
QTreeWidget::item:selected {{ background: {tokens.bubble}; color: {tokens.text}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{
    background: transparent; color: {tokens.quiet}; border: none; border-bottom: 1px solid {tokens.line};
    padding: 5px 8px;
}}
#settings #sidebar {{ border-right: 1px solid {tokens.line}; }}
#guide, #settingsArea, #settingsPage {{ background: {tokens.surface}; }}
#settingsPages {{ border: none; background: transparent; outline: none; }}
#settingsPages::item {{ padding: 7px 6px; border-radius: {FIELD_RADIUS}px; color: {tokens.text}; }}
#settingsPages::item:hover {{ background: {tokens.line}; }}
#settingsPages::item:selected {{ background: {tokens.bubble}; color: {tokens.text}; }}
#settingsPages::item:selected:focus {{ border: 2px solid {tokens.accent}; padding: 5px 4px; }}
[look="card"] {{
    background: {tokens.raised}; border: 1px solid {tokens.line}; border-radius: {FIELD_RADIUS}px;
}}
[look="divider"] {{ background: {tokens.line}; border: none; }}
[look="heading"] {{ font-weight: 600; }}
QLineEdit, QPlainTextEdit[look="field"] {{
    border: 1px solid {tokens.edge}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised};
    color: {tokens.text}; padding: 5px 8px;
}}
QLineEdit:focus, QPlainTextEdit[look="field"]:focus {{ border: 2px solid {tokens.accent}; padding: 4px 7px; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: none; background: transparent; padding: 0; }}
QComboBox {{
    border: 1px solid {tokens.edge}; border-radius: {FIELD_RADIUS}px; background: {tokens.raised};
    color: {tokens.text}; padding: 5px 8px;
}}
QComboBox:hover {{ background: {tokens.bubble}; }}
QComboBox:focus {{ border: 2px solid {tokens.accent}; padding: 4px 7px; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{
    background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.line};
    selection-background-color: {tokens.bubble}; selection-color: {tokens.text}; outline: none;
}}
QPushButton[look="danger"] {{ border-color: {tokens.problem}; color: {tokens.problem}; }}
#practice {{ background: {tokens.practice_tint}; }}
#practice QLabel, #practice QPushButton {{ color: {tokens.practice}; }}
[look="problem"] {{ background: {tokens.problem_tint}; border-radius: {FIELD_RADIUS}px; }}
[look="problem"] #title {{ color: {tokens.problem}; }}
[look="news"] {{ background: {tokens.bubble}; border-radius: {FIELD_RADIUS}px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {tokens.edge}; border-radius: 2px; min-height: 32px; margin: 3px 4px;
}}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; height: 0;
}}
* {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.line}; }}
"""
