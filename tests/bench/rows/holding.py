"""Row 3: playback holds, whatever the window and the network do."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from tests.bench.child import Sounding
from tests.bench.device.log import Kind, gaps
from tests.bench.far_end import FarEnd
from tests.bench.parties.names import NAIVE_WAV, SDK_STREAM, VOICEDESK
from tests.bench.report import Control, Gate, Row
from tests.bench.scope import Scope
from tests.bench.speech import RATE_HZ, steady
from tests.bench.turns import Spoken, spoken_answer
from voicedesk.practice.options import Script

LOADS = {"hold40": "window holds 40 ms", "hold80": "window holds 80 ms", "gc": "gc of 300,000 objects"}
_LEVEL = 9_000
_JITTERY = Script(first_token_ms=300, pace=1.1, jitter_ms=300, answer_pcm=steady(6.0, _LEVEL))


@dataclass(frozen=True, slots=True)
class Holes:
    """What was missing in one answer, and how often the machine itself woke the device too late."""

    count: int
    frames: int
    overslept: int

    def __str__(self) -> str:
        return f"{self.count} ({1_000 * self.frames / RATE_HZ:.0f} ms)"


def measure(scope: Scope) -> Row:
    """Count gaps under loads and behind a jittery service."""
    loaded = _under_loads(scope.pick(20, 4), scope.pick(10, 4))
    jittered = _behind_jitter(scope.pick(4, 2))
    own = jittered[VOICEDESK]
    gates = [_load_gate(load, loaded) for load in LOADS]
    gates += [
        _jitter_gate("jitter 300 ms at 1.1x, first turn", own[:1], jittered[SDK_STREAM][:1], most=1),
        _jitter_gate("jitter 300 ms at 1.1x, later turns", own[1:], jittered[SDK_STREAM][1:], most=0),
    ]
    controls = [
        Control(f"{LOADS[load]}: the whole-WAV script has gaps", loaded[NAIVE_WAV, load].count > 0)
        for load in LOADS
    ]
    controls.append(
        Control("jitter: SDK + write has gaps", sum(holes.count for holes in jittered[SDK_STREAM]) > 0)
    )
    overslept = sum(holes.overslept for holes in [*loaded.values(), *own])
    remark = f"{overslept} times the machine woke the device itself too late; that is not counted as a gap."
    return Row(3, "playback holds", tuple(gates), tuple(controls), remarks=(remark,))


def _load_gate(load: str, loaded: dict[tuple[str, str], Holes]) -> Gate:
    own, naive, sdk = (loaded[party, load] for party in (VOICEDESK, NAIVE_WAV, SDK_STREAM))
    peers = f"whole WAV {naive}; SDK + write {sdk}"
    return Gate(LOADS[load], f"{own} gaps", "0 gaps", own.count == 0, peers)


def _jitter_gate(what: str, own: Sequence[Holes], peer: Sequence[Holes], most: int) -> Gate:
    count = sum(holes.count for holes in own)
    listed = ", ".join(map(str, own))
    return Gate(
        what, f"{listed} gaps", f"≤ {most} gaps", count <= most, f"SDK + write {', '.join(map(str, peer))}"
    )


def _under_loads(own_s: int, peer_s: int) -> dict[tuple[str, str], Holes]:
    holes: dict[tuple[str, str], Holes] = {}
    with ExitStack() as stack:
        far = stack.enter_context(FarEnd(Script()))
        names = (VOICEDESK, NAIVE_WAV, SDK_STREAM)
        parties = {name: stack.enter_context(Sounding(name, environment=far.environment)) for name in names}
        for party in parties.values():
            party.wait_for("ready")
        for load in LOADS:
            for name in names:
                seconds = own_s if name == VOICEDESK else peer_s
                pace = 0.0 if name == NAIVE_WAV else 2.0
                far.use(Script(first_token_ms=200, pace=pace, answer_pcm=steady(seconds, _LEVEL)))
                holes[name, load] = _loaded_turn(parties[name], far, load)
    return holes


def _loaded_turn(party: Sounding, far: FarEnd, load: str) -> Holes:
    party.ask_and_wait("load", "loaded", name=load)
    try:
        return _holes(spoken_answer(party, far, within_s=180))
    finally:
        party.ask_and_wait("load", "loaded", name="idle")


def _behind_jitter(turns: int) -> dict[str, list[Holes]]:
    heard: dict[str, list[Holes]] = {}
    with FarEnd(_JITTERY) as far:
        for name in (VOICEDESK, SDK_STREAM):
            with Sounding(name, environment=far.environment) as party:
                party.wait_for("ready")
                heard[name] = [_holes(spoken_answer(party, far)) for _ in range(turns)]
    return heard


def _holes(spoken: Spoken) -> Holes:
    missing = gaps(spoken.records)
    overslept = sum(record.kind == Kind.OVERSLEPT for record in spoken.records)
    return Holes(len(missing), sum(gap.frames for gap in missing), overslept)
