"""Hold every colour: for light and for dark, and of both a form in which things stand out strongly."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, named by their use."""

    surface: str
    raised: str
    side: str
    scrim: str
    bubble: str
    code: str
    mark: str
    text: str
    quiet: str
    line: str
    edge: str
    accent: str
    accent_text: str
    listening: str
    listening_text: str
    problem: str
    problem_tint: str
    practice: str
    practice_tint: str

    def color(self, name: str) -> QColor:
        """Give a token as Qt wants it."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    surface="#f6f8f8",
    raised="#ffffff",
    side="#ebf0f0",
    scrim="#182224",
    bubble="#dcebe9",
    code="#e8eeee",
    mark="#ffe08a",
    text="#182224",
    quiet="#516062",
    line="#dbe2e2",
    edge="#7b898a",
    accent="#0b6b6b",
    accent_text="#ffffff",
    listening="#c0322b",
    listening_text="#ffffff",
    problem="#a82a22",
    problem_tint="#fbeae8",
    practice="#6f4a05",
    practice_tint="#fcf1da",
)
DARK = Tokens(
    surface="#14191a",
    raised="#1e2526",
    side="#0f1314",
    scrim="#000000",
    bubble="#1f3836",
    code="#283132",
    mark="#6b5410",
    text="#e6ecec",
    quiet="#a5b3b4",
    line="#2f3a3b",
    edge="#71807f",
    accent="#52c2b8",
    accent_text="#05201e",
    listening="#ff7168",
    listening_text="#2b0502",
    problem="#ff9d95",
    problem_tint="#38201e",
    practice="#efc26a",
    practice_tint="#332911",
)
HIGH_LIGHT = Tokens(
    surface="#ffffff",
    raised="#ffffff",
    side="#ffffff",
    scrim="#000000",
    bubble="#e3f1ef",
    code="#f0f0f0",
    mark="#ffe600",
    text="#000000",
    quiet="#2e2e2e",
    line="#9a9a9a",
    edge="#000000",
    accent="#004a4a",
    accent_text="#ffffff",
    listening="#8f0000",
    listening_text="#ffffff",
    problem="#8a0000",
    problem_tint="#fff0ef",
    practice="#4a3100",
    practice_tint="#fff6e0",
)
HIGH_DARK = Tokens(
    surface="#000000",
    raised="#000000",
    side="#000000",
    scrim="#000000",
    bubble="#0f2a28",
    code="#1a1a1a",
    mark="#5a4500",
    text="#ffffff",
    quiet="#dcdcdc",
    line="#525252",
    edge="#ffffff",
    accent="#7fe8dd",
    accent_text="#000000",
    listening="#ff9a93",
    listening_text="#000000",
    problem="#ffb3ad",
    problem_tint="#2a0e0c",
    practice="#ffd27a",
    practice_tint="#2a1f05",
)
