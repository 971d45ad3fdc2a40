"""Row 2: from the first piece of sound that the service sends until its first sample leaves the device."""

from contextlib import ExitStack
from statistics import median

from tests.bench.child import Sounding
from tests.bench.far_end import FarEnd
from tests.bench.figures import abba, ratio, spread
from tests.bench.parties.names import NAIVE_WAV, SDK_STREAM, VOICEDESK
from tests.bench.report import Control, Gate, Row
from tests.bench.scope import Scope
from tests.bench.speech import steady
from tests.bench.turns import Spoken, spoken_answer
from voicedesk.practice.options import Script

SLACK_MS = 2.0
LONGEST_BLOCK_MS = 20.0
_SCRIPT = Script(first_token_ms=300, pace=2.0, jitter_ms=20, answer_pcm=steady(2.0, 9_000))
_PARTIES = (VOICEDESK, SDK_STREAM)


def measure(scope: Scope) -> Row:
    """Measure warm turns side by side, and first turns in fresh processes."""
    with FarEnd(_SCRIPT) as far:
        first, block_ms = _first_turns(far, processes=scope.pick(5, 1))
        warm = _warm_turns(far, turns=scope.pick(20, 4))
        naive = _naive_turn(far)
    limit_ms = 2 * block_ms + SLACK_MS
    gates = (
        _gate("warm turns", warm, limit_ms),
        _gate("first turn of a process", first, limit_ms),
        Gate(
            "block of the device",
            f"{block_ms:.0f} ms",
            f"≤ {LONGEST_BLOCK_MS:.0f} ms",
            block_ms <= LONGEST_BLOCK_MS,
        ),
    )
    streamed_ms = median(turn.waited_ms for turn in warm[VOICEDESK])
    remark = f"asked to heard: VoiceDesk {streamed_ms:.0f} ms, the whole WAV {naive.waited_ms:.0f} ms."
    control = Control(
        "the whole WAV is heard more than ten times the limit later",
        naive.waited_ms - streamed_ms > limit_ms * 10,
    )
    return Row(2, "first delta to device", gates, (control,), remarks=(remark,))


def _gate(what: str, turns: dict[str, list[Spoken]], limit_ms: float) -> Gate:
    own, peer = ([turn.added_ms for turn in turns[party]] for party in _PARTIES)
    return Gate(
        what,
        spread(own, digits=1),
        f"median ≤ 2 blocks + {SLACK_MS:.0f} ms = {limit_ms:.0f} ms",
        median(own) <= limit_ms,
        f"SDK + write {spread(peer, digits=1)}",
        ratio(median(own), median(peer)),
    )


def _first_turns(far: FarEnd, processes: int) -> tuple[dict[str, list[Spoken]], float]:
    turns: dict[str, list[Spoken]] = {party: [] for party in _PARTIES}
    block_ms = 0.0
    for name in abba(*_PARTIES, processes):
        with Sounding(name, environment=far.environment) as party:
            party.wait_for("ready")
            turns[name].append(spoken_answer(party, far))
            block_ms = party.device.block_ms if name == VOICEDESK else block_ms
    return turns, block_ms


def _warm_turns(far: FarEnd, turns: int) -> dict[str, list[Spoken]]:
    with ExitStack() as stack:
        parties = {
            name: stack.enter_context(Sounding(name, environment=far.environment)) for name in _PARTIES
        }
        for party in parties.values():
            party.wait_for("ready")
            spoken_answer(party, far)
        heard: dict[str, list[Spoken]] = {name: [] for name in parties}
        for name in abba(*_PARTIES, turns):
            heard[name].append(spoken_answer(parties[name], far))
        return heard


def _naive_turn(far: FarEnd) -> Spoken:
    with Sounding(NAIVE_WAV, environment=far.environment) as party:
        party.wait_for("ready")
        spoken_answer(party, far)
        return spoken_answer(party, far)
