"""Row 7: from the start of the process until the window is painted."""

from statistics import median

from tests.bench.child import Sounding, Told
from tests.bench.figures import ratio, spread
from tests.bench.parties.names import BARE_WINDOW, HEAVY, VOICEDESK_WINDOW
from tests.bench.report import Control, Gate, Row
from tests.bench.scope import Scope

MOST = 2.0
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def measure(scope: Scope) -> Row:
    """Start VoiceDesk's window, a bare one and one that imports everything first, in turn."""
    own: list[float] = []
    bare: list[float] = []
    eager: list[float] = []
    early: set[str] = set()
    _start(BARE_WINDOW)  # the first start of all reads Qt from the disk
    _start(VOICEDESK_WINDOW)
    for place in range(scope.pick(7, 3)):
        for name in (VOICEDESK_WINDOW, BARE_WINDOW)[:: 1 if place % 2 else -1]:
            took_ms, told = _start(name)
            (own if name == VOICEDESK_WINDOW else bare).append(took_ms)
            early |= set(_names(told)) if name == VOICEDESK_WINDOW else set()
        eager.append(_start(BARE_WINDOW, "eager")[0])
    return _row(own, bare, eager, early)


def _row(own: list[float], bare: list[float], eager: list[float], early: set[str]) -> Row:
    share = median(own) / median(bare)
    painted = Gate(
        "window painted",
        spread(own),
        f"≤ {MOST} x bare",
        share <= MOST,
        f"bare PySide6 {spread(bare)}",
        ratio(median(own), median(bare)),
    )
    modules = Gate(
        "imported before", ", ".join(sorted(early)) or "none", f"none of {', '.join(HEAVY)}", not early
    )
    control = Control(
        f"the window that imports everything first ({spread(eager)}) takes over {MOST} x bare",
        median(eager) > MOST * median(bare),
    )
    return Row(7, "cold start", (painted, modules), (control,))


def _start(module: str, *arguments: str) -> tuple[float, Told]:
    with Sounding(module, *arguments, environment=OFFSCREEN) as window:
        told = window.wait_for("painted")
        at_ns = told["at_ns"]
        assert isinstance(at_ns, int)
        return (at_ns - window.started_ns) / 1e6, told


def _names(told: Told) -> list[str]:
    names = told["early"]
    assert isinstance(names, list)
    return names
