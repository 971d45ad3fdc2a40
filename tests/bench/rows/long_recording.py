"""Row 11: an hour of recording: how memory grows, and how much is uploaded."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from tests.bench.child import ChildSilent, Sounding
from tests.bench.device.log import Kind
from tests.bench.far_end import FarEnd
from tests.bench.parties.names import NAIVE_RECORDER, VOICEDESK
from tests.bench.report import Control, Gate, Row
from tests.bench.scope import Scope
from tests.bench.speech import BYTES_PER_FRAME, RATE_HZ, spoken, steady
from voicedesk.practice.options import Script

SPEED = 30.0
FROM_MINUTE = 5
MOST_GROWTH_MB = 3.0
UPLOAD_SHARE = 0.13
_MINUTE_BYTES = 60 * RATE_HZ * BYTES_PER_FRAME
_SPEECH_S = 40.0
_POLL_S = 0.05


def measure(scope: Scope) -> Row:
    """Record real speech on a device whose clock runs faster; everything else is as always."""
    minutes = scope.pick(59, 8)
    with ExitStack() as stack:
        far = stack.enter_context(
            FarEnd(Script(first_token_ms=10, pace=0, answer_pcm=steady(0.2, 8_000), own_words="Said."))
        )
        speech = Path(stack.enter_context(TemporaryDirectory(prefix="bench-"))) / "speech.pcm"
        speech.write_bytes(spoken(_SPEECH_S))
        own = _record(far, speech, minutes)
        naive_mb = (
            _record_naively(speech, min(minutes, 20))
            * (minutes - FROM_MINUTE)
            / (min(minutes, 20) - FROM_MINUTE)
        )
    return _row(own, naive_mb, minutes)


class Recording:
    """What was seen of one long recording."""

    def __init__(self) -> None:
        self.rss_mb: dict[int, float] = {}
        self.pcm_bytes = self.mp3_bytes = self.request_bytes = self.dropped = 0
        self.at_send_mb = 0.0

    @property
    def growth_mb(self) -> float:
        """Tell how much the process grew after the first minutes."""
        return max(self.rss_mb.values()) - self.rss_mb[FROM_MINUTE]


def _row(own: Recording, naive_mb: float, minutes: int) -> Row:
    growth = Gate(
        f"memory, minute {FROM_MINUTE} to {minutes}",
        f"{own.growth_mb:+.1f} MB",
        f"≤ {MOST_GROWTH_MB:.0f} MB",
        own.growth_mb <= MOST_GROWTH_MB,
        f"list of blocks {naive_mb:+.0f} MB",
    )
    wav_bytes = own.pcm_bytes + 44
    share = own.mp3_bytes / wav_bytes
    upload = Gate(
        "upload",
        f"{own.mp3_bytes / 1e6:.1f} MB",
        f"≤ {UPLOAD_SHARE} x WAV",
        0 < share <= UPLOAD_SHARE,
        f"WAV {wav_bytes / 1e6:.1f} MB",
        f"{share:.3f}",
    )
    heard_s = own.pcm_bytes / BYTES_PER_FRAME / RATE_HZ
    held = f"{heard_s:.0f} s are on disk, {own.dropped} blocks were lost"
    sent = f"peak {own.at_send_mb:.1f} when it was sent in a request of {own.request_bytes / 1e6:.1f} MB"
    remarks = (
        f"the clock of the device ran {SPEED:.0f} times as fast as real time; {held}.",
        f"resident memory in MB by minute: {_listed(own.rss_mb)}; {sent}.",
    )
    control = Control("a recorder that keeps blocks in a list grows more", naive_mb > MOST_GROWTH_MB)
    return Row(11, "one hour of recording", (growth, upload), (control,), remarks=remarks)


def _listed(rss_mb: dict[int, float]) -> str:
    shown = [minute for minute in sorted(rss_mb) if minute % 10 == 0 or minute == FROM_MINUTE]
    return ", ".join(f"{minute}: {rss_mb[minute]:.1f}" for minute in shown)


def _record(far: FarEnd, speech: Path, minutes: int) -> Recording:
    seen = Recording()
    with Sounding(VOICEDESK, environment=far.environment, speed=SPEED, speech=speech) as party:
        party.wait_for("ready")
        party.ask_and_wait("press", "listening")
        for minute in range(1, minutes + 1):
            _wait_for_bytes(party, minute * _MINUTE_BYTES)
            seen.rss_mb[minute] = _rss_mb(party.pid)
        party.send("release")
        party.wait_for("ended", within_s=60)
        seen.at_send_mb = _peak_mb(party.pid)
        seen.pcm_bytes, seen.mp3_bytes = _size(party, ".pcm"), _size(party, ".mp3")
        seen.request_bytes = sum(request.byte_count for request in far.requests())
        seen.dropped = len(party.device.of_kind(Kind.DROPPED))
    return seen


def _record_naively(speech: Path, minutes: int) -> float:
    with Sounding(NAIVE_RECORDER, speed=SPEED, speech=speech) as party:
        party.wait_for("listening")
        rss_mb: dict[object, float] = {}
        while len(rss_mb) < minutes:
            rss_mb[party.wait_for("minute")["number"]] = _rss_mb(party.pid)
    return rss_mb[minutes] - rss_mb[FROM_MINUTE]


def _wait_for_bytes(party: Sounding, wanted: int, within_s: float = 60.0) -> None:
    deadline = monotonic() + within_s
    while _size(party, ".pcm") < wanted:
        if monotonic() > deadline:
            raise ChildSilent("the recording does not grow")
        sleep(_POLL_S)


def _size(party: Sounding, suffix: str) -> int:
    """Measure the largest file of a kind that the party wrote: its recording."""
    return max((path.stat().st_size for path in party.home.rglob(f"*{suffix}")), default=0)


def _rss_mb(pid: int) -> float:
    return _memory_mb(pid, "VmRSS:")


def _peak_mb(pid: int) -> float:
    return _memory_mb(pid, "VmHWM:")


def _memory_mb(pid: int, name: str) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) * 1024 / 1e6
