"""Row 9, reading part: 10,000 messages open like a short conversation, and move without a stall."""

from statistics import median
from time import sleep

from tests.bench.child import Sounding
from tests.bench.figures import ratio, spread
from tests.bench.parties.names import MESSAGE_WINDOW, TEXT_BROWSER
from tests.bench.report import Control, Gate
from tests.bench.rows.start_up import OFFSCREEN
from tests.bench.rows.streaming import STALL_MS, Beats
from tests.bench.scope import Scope

LONG, SHORT = 10_000, 20
MOST_OF_SHORT = 1.5
MOST_OF_BROWSER = 0.15


def measure(scope: Scope) -> tuple[tuple[Gate, ...], Control]:
    """Open long and short conversations in turn, then scroll and stream in the long one."""
    rounds, seconds = scope.pick(9, 3), scope.pick(20, 4)
    with _window(MESSAGE_WINDOW) as own, _window(TEXT_BROWSER) as browser:
        _open(own, SHORT)  # the first text of all loads the fonts
        _open(browser, SHORT)
        longs, shorts, peers = [], [], []
        for _ in range(rounds):
            shorts.append(_open(own, SHORT))
            peers.append(_open(browser, LONG))
            longs.append(_open(own, LONG))
        scrolled = _beats(own, "scroll", seconds)
        streamed = _beats(own, "stream", seconds)
        peer_scrolled = _beats(browser, "scroll", seconds)
        peer_streamed = _beats(browser, "stream", seconds)
    opening = _opening_gates(longs, shorts, peers)
    moving = (
        _stall_gate("scrolling through 10,000 messages", scrolled, peer_scrolled),
        _stall_gate("streaming below 10,000 messages", streamed, peer_streamed),
    )
    control = Control(
        f"QTextBrowser holds the loop over {STALL_MS:.0f} ms while it opens 10,000 messages",
        min(peers) > STALL_MS,
    )
    return (*opening, *moving), control


def _opening_gates(longs: list[float], shorts: list[float], peers: list[float]) -> tuple[Gate, Gate]:
    own, short, browser = median(longs), median(shorts), median(peers)
    against_browser = Gate(
        "10,000 messages opened and painted",
        spread(longs),
        f"≤ {MOST_OF_BROWSER} x QTextBrowser",
        own <= MOST_OF_BROWSER * browser,
        f"QTextBrowser {spread(peers)}",
        ratio(own, browser),
    )
    against_short = Gate(
        "the same against 20 messages",
        spread(longs),
        f"≤ {MOST_OF_SHORT} x 20 messages",
        own <= MOST_OF_SHORT * short,
        f"own view, 20 messages {spread(shorts)}",
        ratio(own, short),
    )
    return against_browser, against_short


def _stall_gate(what: str, own: Beats, peer: Beats) -> Gate:
    return Gate(what, str(own), f"0 over {STALL_MS:.0f} ms", own.over(STALL_MS) == 0, f"QTextBrowser {peer}")


def _window(module: str) -> Sounding:
    return Sounding(module, environment=OFFSCREEN)


def _open(window: Sounding, messages: int) -> float:
    told = window.ask_and_wait("open", "opened", messages=str(messages))
    took_ms = told["ms"]
    assert isinstance(took_ms, float)
    sleep(0.3)  # what is laid out afterwards belongs to no measurement
    return took_ms


def _beats(window: Sounding, do: str, seconds: float) -> Beats:
    window.ask_and_wait(do, "done")
    sleep(seconds)
    told = window.ask_and_wait("beats", "beats")
    window.ask_and_wait("halt", "done")
    ticks, gaps_ms = told["ticks"], told["gaps_ms"]
    assert isinstance(ticks, int) and isinstance(gaps_ms, list)
    return Beats(ticks, gaps_ms)
