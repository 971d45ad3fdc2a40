"""Write characters in the shapes of the language that is spoken, and figures in one width."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from voicedesk.core.language import Language

FAMILIES = {
    Language.TRADITIONAL: ("PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", "Noto Sans TC"),
    Language.SIMPLIFIED: ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC"),
}
"""What macOS, Windows and Linux bring along. Left to itself, Linux shows the shapes used in Japan."""


def families_for(language: Language) -> list[str]:
    """Give the system's own font, followed by what is there for the characters that it lacks."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    for_characters = [*filter(QFontDatabase.hasFamily, FAMILIES.get(language, ()))]
    if not for_characters:
        return system.families()
    # By its real name: “Sans Serif” stands for no font of its own, and the next one would write Latin too.
    return [QFontInfo(system).family(), *for_characters]


def even_digits() -> QFont:
    """Give a font that says one thing only: digits of one width, so that a running clock stands still."""
    result = QFont()
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def in_shapes_of(language: Language, font: QFont) -> QFont:
    """Give the font with the families for a language."""
    result = QFont(font)
    result.setFamilies(families_for(language))
    return result
