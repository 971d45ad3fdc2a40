"""Row 8: what the program costs while nobody uses it, and whether using it leaves anything behind."""

from dataclasses import dataclass
from statistics import median
from time import sleep

from tests.bench.child import Sounding
from tests.bench.far_end import FarEnd
from tests.bench.figures import ratio
from tests.bench.parties.names import BARE_WINDOW, VOICEDESK_WINDOW
from tests.bench.process import Activity, activity_of, pss_mib
from tests.bench.report import Gate, Row
from tests.bench.rows.start_up import OFFSCREEN
from tests.bench.scope import Scope
from tests.bench.speech import steady
from voicedesk.practice.options import Script

MOST_PSS = 1.8
MOST_WAKE_UPS = 2.0
MOST_GROWTH_MIB = 5.0
_SETTLE_S = 12.0
_EDGE_S = 2.0
_WARM_TURNS = 5
_TURN_S = 1.5
_CLOSE_S = 8.0
_SCRIPT = Script(first_token_ms=20, pace=0, answer_pcm=steady(1, 5_000), transcript="A short answer.")


@dataclass(frozen=True, slots=True)
class Rest:
    """A party that nobody used for a while."""

    pss_mib: float
    seconds: float
    activity: Activity

    @property
    def wake_ups_per_s(self) -> float:
        """Tell how often it woke up."""
        return self.activity.wake_ups / self.seconds

    def __str__(self) -> str:
        share = 100 * self.activity.cpu_s / self.seconds
        return f"{self.wake_ups_per_s:.1f} wake-ups/s, {share:.1f} % CPU"


def measure(scope: Scope) -> Row:
    """Let both windows rest away from the screen, in turn, then ask one of them many questions."""
    seconds, turns = scope.pick(60, 8), scope.pick(50, 4)
    rests: dict[str, list[Rest]] = {BARE_WINDOW: [], VOICEDESK_WINDOW: []}
    with FarEnd(_SCRIPT) as far:
        for name in (BARE_WINDOW, VOICEDESK_WINDOW, VOICEDESK_WINDOW, BARE_WINDOW)[: scope.pick(4, 2)]:
            rests[name].append(_rest(name, far, seconds))
        growth_mib = _growth_over(far, turns)
    return _row(rests[BARE_WINDOW], rests[VOICEDESK_WINDOW], growth_mib, seconds, turns)


def _row(bare: list[Rest], own: list[Rest], growth_mib: float, seconds: int, turns: int) -> Row:
    own_mib, bare_mib = (median(rest.pss_mib for rest in rests) for rests in (own, bare))
    wake_ups = median(rest.wake_ups_per_s for rest in own)
    memory = Gate(
        "memory (PSS)",
        f"{own_mib:.0f} MiB",
        f"≤ {MOST_PSS} x bare",
        own_mib <= MOST_PSS * bare_mib,
        f"bare PySide6 {bare_mib:.0f} MiB",
        ratio(own_mib, bare_mib),
    )
    quiet = Gate(
        "wake-ups", str(own[-1]), f"≤ {MOST_WAKE_UPS:.0f}/s", wake_ups <= MOST_WAKE_UPS, f"bare {bare[-1]}"
    )
    growth = Gate(
        f"growth over {turns} turns",
        f"{growth_mib:+.1f} MiB",
        f"≤ {MOST_GROWTH_MIB:.0f} MiB",
        growth_mib <= MOST_GROWTH_MIB,
    )
    remark = (
        f"{seconds} s away from the screen after {_SETTLE_S:.0f} s to settle; "
        f"growth is counted from the {_WARM_TURNS}th turn on."
    )
    return Row(8, "idle", (memory, quiet, growth), remarks=(remark,))


def _rest(name: str, far: FarEnd, seconds: int) -> Rest:
    with Sounding(name, environment={**OFFSCREEN, **far.environment}) as party:
        party.wait_for("painted")
        sleep(_SETTLE_S)
        party.ask_and_wait("rest", "resting", seconds=seconds + 2 * _EDGE_S)
        sleep(_EDGE_S)
        before = activity_of(party.pid)
        sleep(seconds)
        return Rest(pss_mib(party.pid), seconds, activity_of(party.pid).since(before))


def _growth_over(far: FarEnd, turns: int) -> float:
    with Sounding(VOICEDESK_WINDOW, environment={**OFFSCREEN, **far.environment}) as party:
        party.wait_for("painted")
        sleep(_SETTLE_S)
        before_mib = _pss_after(party, _WARM_TURNS)
        return _pss_after(party, turns) - before_mib


def _pss_after(party: Sounding, turns: int) -> float:
    """Ask one question after the other, each when the answer before was heard, and let the devices close."""
    for _ in range(turns):
        party.ask_and_wait("ask", "asked")
        sleep(_TURN_S)
    sleep(_CLOSE_S)
    return pss_mib(party.pid)
