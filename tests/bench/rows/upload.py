"""Row 1: from key-up until the service has the whole request."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep

from tests.bench.child import Sounding
from tests.bench.far_end import FarEnd
from tests.bench.figures import abba, ratio, spread
from tests.bench.parties.names import SDK_STREAM, VOICEDESK
from tests.bench.report import Gate, Row
from tests.bench.scope import Scope
from tests.bench.speech import spoken, steady
from voicedesk.practice.options import Script

UPLINK_BITS_PER_S = 5_000_000
LONGEST_SHARE = 0.15
FIRST_SHARE = 0.1
FIRST_TO_WARM = 2.0
_SHORT_S = 1.0
_REST_S = 0.3
_SCRIPT = Script(first_token_ms=10, pace=0, answer_pcm=steady(0.2, 8_000), own_words="Said.")


@dataclass(frozen=True, slots=True)
class Sent:
    """When one question was on its way: key-up, the call of the service, and the last byte there."""

    released_ns: int
    asked_ns: int
    complete_ns: int

    @property
    def from_key_up_ms(self) -> float:
        """Tell how long the person waited."""
        return (self.complete_ns - self.released_ns) / 1e6

    @property
    def from_call_ms(self) -> float:
        """Tell how long the call took."""
        return (self.complete_ns - self.asked_ns) / 1e6


def measure(scope: Scope) -> Row:
    """Measure over a narrow line and, for the first turn of a fresh process, over a free one."""
    seconds = scope.pick(15, 3)
    warm = _warm(seconds, turns=scope.pick(10, 2))
    first = _first_turns(processes=scope.pick(5, 1))
    own, fresh, again = warm[VOICEDESK], first[VOICEDESK], first["warm"]
    line = "one line of 5 Mbit/s that the transcription shares"
    remarks = (
        f"{len(own)} turns each with {seconds} s of speech on {line}; turn by turn: {_listed(own)} ms.",
        f"first turns: fresh processes, {_SHORT_S:.0f} s of speech, free line: {_listed(fresh)} ms.",
        f"turns after those first ones: {_listed(again)} ms.",
    )
    return Row(
        1, "key-up to request", (_share(warm), _first_to_sdk(first), _first_to_warm(first)), remarks=remarks
    )


def _share(warm: dict[str, list[Sent]]) -> Gate:
    own, peer = (_median_wait(warm[party]) for party in (VOICEDESK, SDK_STREAM))
    return Gate(
        "speech on 5 Mbit/s",
        spread([sent.from_key_up_ms for sent in warm[VOICEDESK]]),
        f"≤ {LONGEST_SHARE} x SDK + WAV",
        own <= LONGEST_SHARE * peer,
        f"SDK + WAV {spread([sent.from_key_up_ms for sent in warm[SDK_STREAM]])}",
        ratio(own, peer),
    )


def _first_to_sdk(first: dict[str, list[Sent]]) -> Gate:
    own, peer = (median(sent.from_call_ms for sent in first[party]) for party in (VOICEDESK, SDK_STREAM))
    return Gate(
        "first turn, call to request",
        spread([sent.from_call_ms for sent in first[VOICEDESK]], digits=1),
        f"≤ {FIRST_SHARE} x SDK's first",
        own <= FIRST_SHARE * peer,
        f"SDK + WAV {spread([sent.from_call_ms for sent in first[SDK_STREAM]], digits=1)}",
        ratio(own, peer),
    )


def _first_to_warm(first: dict[str, list[Sent]]) -> Gate:
    own, warm = _median_wait(first[VOICEDESK]), _median_wait(first["warm"])
    return Gate(
        "first turn, key-up to request",
        spread([sent.from_key_up_ms for sent in first[VOICEDESK]], digits=1),
        f"≤ {FIRST_TO_WARM:.0f} x own warm",
        own <= FIRST_TO_WARM * warm,
        f"own warm {warm:.1f} ms",
        ratio(own, warm),
    )


def _median_wait(turns: list[Sent]) -> float:
    return median(sent.from_key_up_ms for sent in turns)


def _listed(turns: list[Sent]) -> str:
    return ", ".join(f"{sent.from_key_up_ms:.0f}" for sent in turns)


def _warm(seconds: float, turns: int) -> dict[str, list[Sent]]:
    with ExitStack() as stack:
        far = stack.enter_context(FarEnd(_SCRIPT, UPLINK_BITS_PER_S))
        speech = _speech_file(stack, seconds)
        parties = {name: _started(stack, name, far, speech) for name in (VOICEDESK, SDK_STREAM)}
        sent: dict[str, list[Sent]] = {name: [] for name in parties}
        for name in abba(VOICEDESK, SDK_STREAM, turns):
            sent[name].append(_ask(parties[name], far, speech, seconds))
        return sent


def _first_turns(processes: int) -> dict[str, list[Sent]]:
    sent: dict[str, list[Sent]] = {VOICEDESK: [], SDK_STREAM: [], "warm": []}
    for name in abba(VOICEDESK, SDK_STREAM, processes):
        with ExitStack() as stack:
            far = stack.enter_context(FarEnd(_SCRIPT))
            speech = _speech_file(stack, _SHORT_S)
            party = _started(stack, name, far, speech)
            sent[name].append(_ask(party, far, speech, _SHORT_S))
            if name == VOICEDESK:
                sent["warm"] += [_ask(party, far, speech, _SHORT_S) for _ in range(3)]
    return sent


def _started(stack: ExitStack, name: str, far: FarEnd, speech: Path) -> Sounding:
    party = stack.enter_context(Sounding(name, environment=far.environment, speech=speech))
    party.wait_for("ready")
    sleep(2.0)  # a person needs longer from seeing the window to pressing the key
    return party


def _speech_file(stack: ExitStack, seconds: float) -> Path:
    path = Path(stack.enter_context(TemporaryDirectory(prefix="bench-"))) / "speech.pcm"
    path.write_bytes(spoken(seconds))
    return path


def _ask(party: Sounding, far: FarEnd, speech: Path, seconds: float) -> Sent:
    before = len(far.requests())
    released_ns, asked_ns = _speak(party, seconds) if party.module == VOICEDESK else _hand_in(party, speech)
    party.wait_for("ended")
    sleep(_REST_S)
    complete_ns = round(far.requests()[before].completed_at * 1e9)
    return Sent(released_ns, asked_ns, complete_ns)


def _speak(party: Sounding, seconds: float) -> tuple[int, int]:
    party.ask_and_wait("press", "listening")
    sleep(seconds)
    released = party.ask_and_wait("release", "released")
    return _ns(released["since_ns"]), _ns(party.wait_for("asked")["at_ns"])


def _hand_in(party: Sounding, speech: Path) -> tuple[int, int]:
    asked_ns = _ns(party.ask_and_wait("ask", "asked", audio=str(speech))["at_ns"])
    return asked_ns, asked_ns


def _ns(value: object) -> int:
    assert isinstance(value, int)
    return value
