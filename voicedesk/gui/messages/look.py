"""Choose the fonts and character formats that messages are written in."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QTextCharFormat, QTextLayout

from voicedesk.gui.messages.offsets import to_qt
from voicedesk.gui.messages.prose import Prose, Shape, Span, Style
from voicedesk.gui.style import sized
from voicedesk.gui.tokens import Tokens

MESSAGE_MORE_PX = 2
HEADING_MORE_PX = {1: 7, 2: 5, 3: 3}
CODE_FAMILIES = ["Cascadia Mono", "SF Mono", "Menlo", "Consolas", "JetBrains Mono", "DejaVu Sans Mono"]


@dataclass(frozen=True, slots=True)
class Look:
    """Fonts and colours of messages."""

    message: QFont
    small: QFont
    code: QFont
    tokens: Tokens

    def font_of(self, prose: Prose) -> QFont:
        """Give the font of a block."""
        if prose.shape is Shape.CODE:
            return self.code
        if prose.shape is Shape.HEADING:
            font = QFont(self.message)
            font.setPixelSize(self.small.pixelSize() + HEADING_MORE_PX.get(prose.level, MESSAGE_MORE_PX))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return self.message

    def formats_of(self, prose: Prose) -> list[QTextLayout.FormatRange]:
        """Give the formats of the spans of a block."""
        return [format_range(prose.text, span.start, span.length, self._format(span)) for span in prose.spans]

    def _format(self, span: Span) -> QTextCharFormat:
        made = QTextCharFormat()
        if Style.STRONG in span.style:
            made.setFontWeight(QFont.Weight.DemiBold)
        if Style.EMPHASIS in span.style:
            made.setFontItalic(True)
        if Style.STRUCK in span.style:
            made.setFontStrikeOut(True)
        if Style.CODE in span.style:
            made.setFontFamilies(self.code.families())
            made.setProperty(QTextCharFormat.Property.FontPixelSize, self.code.pixelSize())
            made.setBackground(self.tokens.color("code"))
        if span.link:
            made.setForeground(self.tokens.color("accent"))
            made.setFontUnderline(True)
        if Style.QUIET in span.style:
            made.setForeground(self.tokens.color("quiet"))
        return made


def look_of(font: QFont, tokens: Tokens) -> Look:
    """Make the look from the font of the window; every size follows it."""
    code = sized(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont), 0)
    code.setFamilies([*CODE_FAMILIES, *code.families()])
    code.setStyleHint(QFont.StyleHint.Monospace)
    return Look(sized(font, MESSAGE_MORE_PX), sized(font, 0), code, tokens)


def format_range(text: str, start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    """Put a format on a range of a text."""
    part = QTextLayout.FormatRange()
    part.start = to_qt(text, start)
    part.length = to_qt(text, start + length) - part.start
    part.format = made
    return part
