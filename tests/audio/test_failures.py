"""Every report of PortAudio becomes a problem that helps."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from voicedesk.audio.devices import devices
from voicedesk.audio.failures import Direction, is_format_refusal, problem_of
from voicedesk.audio.microphone import PortAudioMicrophone
from voicedesk.audio.speaker import PortAudioSpeaker
from voicedesk.core.problem_texts import title_of
from voicedesk.core.problems import Kind, Trouble


class Reported(Exception):
    """Look like sounddevice's own exception: message, PortAudio's code, and what the system said."""


_REPORTS = [
    ("A1-no-default-device", ("Error querying device -1",), Kind.NO_MICROPHONE),
    ("A1-device-gone", ("Invalid device", -9996), Kind.NO_MICROPHONE),
    ("A2-server-gone", ("Illegal combination of I/O devices", -9993), Kind.NO_MICROPHONE),
    ("A1-alsa-without-source", ("Unanticipated host error", -9999, (0, -5, "")), Kind.NO_MICROPHONE),
    ("A5-alsa-permission", ("Unanticipated host error", -9999, (0, -13, "")), Kind.MICROPHONE_DENIED),
    ("A5-windows-privacy", ("Unanticipated host error", -9999, (1, -2147024891, "")), Kind.MICROPHONE_DENIED),
    ("A9-taken", ("Device unavailable", -9985), Kind.MICROPHONE_BUSY),
    ("A9-alsa-busy", ("Unanticipated host error", -9999, (0, -16, "")), Kind.MICROPHONE_BUSY),
    ("A9-windows-exclusive", ("Unanticipated host error", -9999, (1, -2004287478, "")), Kind.MICROPHONE_BUSY),
    ("A8-anything-else", ("Internal PortAudio error", -9986), Kind.MICROPHONE_UNUSABLE),
]


@pytest.mark.parametrize(("args", "kind"), [row[1:] for row in _REPORTS], ids=[row[0] for row in _REPORTS])
def test_a_microphone_that_cannot_be_opened_is_explained(args: tuple[object, ...], kind: Kind) -> None:
    problem = problem_of(Reported(*args), Direction.INPUT, "Studio 3000")
    assert problem.kind is kind
    assert "–" not in title_of(problem)
    assert str(args[0]) in problem.detail


@pytest.mark.parametrize("row", _REPORTS, ids=[f"O1-{row[0][3:]}" for row in _REPORTS])
def test_a_loudspeaker_that_cannot_be_opened_is_missing(row: tuple[str, tuple[object, ...], Kind]) -> None:
    assert problem_of(Reported(*row[1]), Direction.OUTPUT, "").kind is Kind.NO_LOUDSPEAKER


@pytest.mark.parametrize(
    ("code", "is_refusal"), [(-9997, True), (-9998, True), (-9994, True), (-9985, False)]
)
def test_only_a_refused_format_is_worth_another_try(code: int, is_refusal: bool) -> None:
    assert is_format_refusal(Reported("", code)) is is_refusal


@pytest.fixture
def without_portaudio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sounddevice fail as it does on a computer without the PortAudio library."""
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio library not found')\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)


_DOORS = [
    (lambda: PortAudioMicrophone().open(""), Kind.NO_MICROPHONE),
    (lambda: PortAudioSpeaker().open(""), Kind.NO_LOUDSPEAKER),
    (lambda: devices(Direction.INPUT), Kind.NO_MICROPHONE),
]


@pytest.mark.parametrize(
    ("door", "kind"), _DOORS, ids=["A2-library-missing", "O1-library-missing", "list-library-missing"]
)
@pytest.mark.usefixtures("without_portaudio")
def test_without_the_library_there_is_no_sound_and_no_crash(door: Callable[[], object], kind: Kind) -> None:
    with pytest.raises(Trouble) as raised:
        door()
    assert raised.value.problem.kind is kind
    assert "PortAudio" in raised.value.problem.detail
