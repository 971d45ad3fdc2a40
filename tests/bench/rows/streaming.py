"""Row 9, streaming part: the window's loop keeps beating while an answer streams in and is played."""

from dataclasses import dataclass
from time import sleep

from tests.bench.child import Sounding
from tests.bench.far_end import FarEnd
from tests.bench.parties.names import BARE_WINDOW, VOICEDESK_WINDOW
from tests.bench.report import Gate
from tests.bench.rows.start_up import OFFSCREEN
from tests.bench.scope import Scope
from tests.bench.speech import steady
from voicedesk.practice.options import Script

STALL_MS = 33.0
FRAME_MS = 16.0
_SETTLE_S = 4.0
_TAIL_S = 2.0
_WORDS_PER_S = 2.5


@dataclass(frozen=True, slots=True)
class Beats:
    """How evenly a window's loop ran: its ticks of 5 ms, and the gaps of more than two of them."""

    ticks: int
    gaps_ms: list[float]

    def over(self, limit_ms: float) -> int:
        """Count the gaps longer than this."""
        return sum(gap > limit_ms for gap in self.gaps_ms)

    def __str__(self) -> str:
        counts = f"{self.over(STALL_MS)} over {STALL_MS:.0f} ms, {self.over(FRAME_MS)} over {FRAME_MS:.0f} ms"
        return f"{counts} in {self.ticks} ticks, longest {max(self.gaps_ms, default=0.0):.0f} ms"


def measure(scope: Scope) -> tuple[Gate, str]:
    """Stream one long answer into each window; give the gate and a remark."""
    seconds = scope.pick(60, 6)
    script = Script(
        first_token_ms=300, pace=1.0, answer_pcm=steady(seconds, 5_000), transcript=_words(seconds)
    )
    with FarEnd(script) as far:
        bare = _stream(BARE_WINDOW, far, seconds)
        own = _stream(VOICEDESK_WINDOW, far, seconds)
    stalls = Gate(
        "stalls while an answer streams",
        str(own),
        f"0 over {STALL_MS:.0f} ms",
        own.over(STALL_MS) == 0,
        f"bare window {bare}",
    )
    return stalls, f"{seconds} s of answer at its own pace, {_WORDS_PER_S} words a second."


def _words(seconds: float) -> str:
    return " ".join(f"word{number}" for number in range(round(seconds * _WORDS_PER_S)))


def _stream(module: str, far: FarEnd, seconds: float) -> Beats:
    environment = {**far.environment, **OFFSCREEN}
    with Sounding(module, environment=environment) as window:
        window.wait_for("painted")
        if module == BARE_WINDOW:
            window.ask_and_wait("import", "imported")
        sleep(_SETTLE_S)
        since = len(far.requests())
        window.ask_and_wait("ask", "asked")
        sleep(seconds + _TAIL_S)
        told = window.ask_and_wait("beats", "beats")
        if len(far.requests()) == since:
            raise RuntimeError(f"{module} sent no question")
        ticks, gaps_ms = told["ticks"], told["gaps_ms"]
        assert isinstance(ticks, int) and isinstance(gaps_ms, list)
        return Beats(ticks, gaps_ms)
