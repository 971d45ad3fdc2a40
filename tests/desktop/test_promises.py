"""What the whole program promises, looked at from outside: its files, its memory of turns, its neighbours."""

import base64
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pytest

from tests.cli.sounds import write
from tests.desktop.indiscreet_service import WAYS, answer, indiscreet_service
from tests.desktop.program import Program
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for
from tests.store.keyring_session import open_session
from voicedesk.practice.options import PracticeOptions, Script
from voicedesk.practice.service import PracticeEndpoint, PracticeService

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]

Start = Callable[..., Program]

CANARY = "sk-Canary4711+never/to+be~seen"
KILLS = 16
UMASK_0 = ("sh", "-c", 'umask 0; exec "$@"', "sh")
IN_THE_TERMINAL = ("env", "-u", "DISPLAY", "-u", "QT_QPA_PLATFORM")


def forms_of(key: str) -> set[bytes]:
    """Name everything that would give the key away, in base64 wherever in a text it may begin."""
    plain = key.encode()
    encoded = {base64.b64encode(b" " * before + plain)[4 if before else 0 : -4] for before in range(3)}
    halves = {plain[: len(plain) // 2], plain[len(plain) // 2 :]}
    return {plain, *halves, *encoded, quote(key, safe="").encode(), key.encode("utf-16-le"), plain[::-1]}


def holds_key(content: bytes) -> bool:
    return any(form in content for form in forms_of(CANARY))


def files_with_key(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and holds_key(path.read_bytes())]


def processes_with_key() -> Iterator[tuple[int, str]]:
    """Look at what every process shows to the others: its arguments and its environment."""
    for process in Path("/proc").glob("[0-9]*"):
        for shown in ("cmdline", "environ"):
            try:
                content = (process / shown).read_bytes()
            except OSError:
                continue
            if holds_key(content):
                yield int(process.name), shown


def folders(tmp_path: Path) -> dict[str, str]:
    """Put everything that a program may write below the folder of the test, its log with all details."""
    (tmp_path / "temporary").mkdir(exist_ok=True)
    return {"HOME": str(tmp_path), "TMPDIR": str(tmp_path / "temporary"), "VOICEDESK_LOG": "DEBUG"}


def test_P2_T2_T5_a_key_that_the_service_repeats_is_nowhere_to_be_found(
    start_program: Start, tmp_path: Path
) -> None:
    shown: set[tuple[int, str]] = set()
    with indiscreet_service(lambda: shown.update(processes_with_key())) as service:
        environment = folders(tmp_path) | {"COMETAPI_KEY": CANARY}
        program = start_program("--base-url", service.base_url, **environment)
        program.focus()
        program.wait_to_see("Hold Space to talk")
        for way, ending in WAYS:
            service.way = way
            before = sum(turn.ending == ending for turn in program.turns())
            program.ask("hello")
            program.wait_for_turns(before + 1, ending)
            assert not holds_key(program.words_on_screen().encode())
        asked = start_program("ask", "hello", "--no-play", "--base-url", service.base_url, **environment)
        assert asked.process.wait(30) == 0
        assert program.end() == 0
        assert service.keys == {f"Bearer {CANARY}"}
    assert shown == {(program.process.pid, "environ"), (asked.process.pid, "environ")}
    assert "log level DEBUG" in (tmp_path / "home" / "state" / "logs" / "voicedesk.log").read_text()
    assert files_with_key(tmp_path) == []


def test_P2_T1_a_stored_key_is_used_and_is_in_the_keyring_alone(
    start_program: Start, screen: Screen, tmp_path: Path
) -> None:
    shown: set[tuple[int, str]] = set()
    bus = {"AT_SPI_BUS_ADDRESS": screen.accessibility_bus()}
    with (
        open_session(tmp_path / "session") as session,
        indiscreet_service(lambda: shown.update(processes_with_key())) as service,
    ):
        bus["DBUS_SESSION_BUS_ADDRESS"] = session.environment["DBUS_SESSION_BUS_ADDRESS"]
        setting = start_program("key", "set", "--base-url", service.base_url, **folders(tmp_path), **bus)
        setting.type_line(CANARY)
        assert setting.process.wait(30) == 0, setting.log()
        program = start_program("--base-url", service.base_url, **folders(tmp_path), **bus)
        program.focus()
        program.wait_to_see("Hold Space to talk")
        for way, ending in (WAYS[0], (answer, "done")):
            service.way = way
            program.ask("hello")
            program.wait_for_turns(1, ending)
        assert program.end() == 0
        assert service.keys == {f"Bearer {CANARY}"}
        kept = [path for path in files_with_key(tmp_path) if not path.is_relative_to(session.home / "data")]
    assert shown == set()
    assert kept == []


def open_to_others(folder: Path) -> list[str]:
    paths = [folder, *folder.rglob("*")]
    return [f"{path.stat().st_mode:o} {path}" for path in paths if path.stat().st_mode & 0o077]


def test_T8_nothing_is_open_to_others_whatever_the_umask(start_program: Start, tmp_path: Path) -> None:
    program = start_program("--practice", launcher=UMASK_0)
    program.focus()
    program.wait_to_see("Hold Space to talk")
    speak(program)
    program.screen.release("space")
    program.wait_for_turns(1)
    program.screen.press("ctrl+comma")
    program.wait_to_see("CometAPI key")
    program.screen.type("Ta")  # the list of pages goes to the one that begins so
    program.wait_to_see("Write down what I say")
    program.screen.press("Tab")
    program.screen.press("space")
    wait_for(lambda: (program.home / "config" / "settings.toml").exists(), "the settings")
    question = write(tmp_path / "question.wav", 1.0)
    asked = start_program("ask", "--practice", "--no-play", "--audio", str(question), launcher=UMASK_0)
    assert asked.process.wait(30) == 0, asked.log()
    names = {path.name for path in program.home.rglob("*")}
    assert {"history.db", "history.db-wal", "settings.toml", "voicedesk.log"} <= names
    assert {".pcm", ".mp3", ".json"} <= {path.suffix for path in program.home.rglob("*")}
    assert open_to_others(program.home) == []
    assert program.end() == 0
    assert open_to_others(program.home) == []


def speak(program: Program) -> None:
    """Hold Space and speak for a second and a half, without letting go."""
    program.screen.hold("space")
    program.wait_to_see("Listening")
    times = np.arange(36_000) / 24_000
    tone = (8_000 * np.sin(2 * np.pi * 330 * times)).astype("<i2").tobytes()
    program.sound.play_into_microphone(tone).wait(20)


def test_C11_a_polite_end_while_it_listens_keeps_the_recording(start_program: Start) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    speak(program)
    assert program.end() == 0
    program.screen.release("space")
    turn = program.wait_for_turns(1, "cancelled")[0]
    assert len(program.recording_of(turn)) == 2 * (turn.clip_frames or 0) > 2 * 24_000
    again = start_program("--practice")
    again.focus()
    again.wait_to_see("The recording is kept.")
    assert again.end() == 0
    assert "Traceback" not in program.log() + again.log()


def test_C11_a_polite_end_while_it_answers_keeps_what_came(start_program: Start) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    program.ask("Tell me everything about ships")
    program.wait_to_see("Speaking")
    assert program.end() == 0
    turn = program.wait_for_turns(1, "interrupted")[0]
    assert turn.answered
    assert len(program.answer_of(turn)) == 2 * turn.answer_frames > 0
    again = start_program("--practice")
    again.focus()
    again.wait_to_see(turn.answered[:20])
    assert again.end() == 0
    assert "Traceback" not in program.log() + again.log()


@pytest.fixture
def endpoint() -> Iterator[PracticeEndpoint]:
    service = PracticeService(PracticeOptions(script=Script(first_token_ms=20, pace=12)))
    yield service.start()
    service.stop()


def test_S8_A17_no_turn_and_no_recording_is_lost_in_a_loop_of_kills(
    start_program: Start, endpoint: PracticeEndpoint, tmp_path: Path
) -> None:
    chance = random.Random(11)
    environment = {"COMETAPI_KEY": endpoint.key, "COMETAPI_BASE_URL": endpoint.base_url}
    question = str(write(tmp_path / "question.wav", 2.0))
    ended: dict[int, str] = {}
    for number in range(KILLS):
        if number % 2:
            program = start_program("ask", "--no-play", "--audio", question, **environment)
        else:
            program = start_program("--base-url", endpoint.base_url, launcher=IN_THE_TERMINAL, **environment)
            for line in range(20):
                program.type_line(f"Question {line} of life {number}")
        ended |= watch_and_kill(program, chance.uniform(0, 0.5))
        stored = {turn.number: turn.ending for turn in program.turns()}
        assert {number: stored.get(number) for number in ended} == ended
    assert len(ended) >= KILLS // 2, "most lives were too short to prove anything"
    recorded = recordings(tmp_path)
    last = start_program(**environment)
    last.focus()
    last.wait_to_see("Hold Space to talk")
    wait_for(lambda: all(turn.ending for turn in last.turns()), "the end of every turn that was left open")
    turns = last.turns()
    assert {turn.number: turn.ending for turn in turns if turn.number in ended} == ended
    known = {turn.clip_path.rpartition("/")[2] for turn in turns if turn.clip_path}
    assert recorded
    assert recorded <= known
    assert last.end() == 0


def watch_and_kill(program: Program, longest_s: float) -> dict[int, str]:
    """Kill the program at some moment after its first turn has begun; give the turns seen to have ended."""
    before = len(program.turns())
    wait_for(lambda: len(program.turns()) > before, "a turn", 30)
    ended: dict[int, str] = {}
    deadline = time.monotonic() + longest_s
    while time.monotonic() < deadline and program.process.poll() is None:
        ended |= {turn.number: turn.ending for turn in program.turns() if turn.ending}
    program.end(hard=True)
    return ended


def recordings(tmp_path: Path) -> set[str]:
    """Name the recordings in which there is any sound."""
    folder = tmp_path / "home" / "data" / "recordings"
    return {path.name for path in folder.glob("*.pcm") if path.stat().st_size}


def test_two_programs_with_one_home_do_not_disturb_each_other(
    start_program: Start, start_screen: Callable[..., Screen]
) -> None:
    window = start_program("--practice")
    window.focus()
    window.wait_to_see("Hold Space to talk")
    speak(window)
    asked = start_program("ask", "--practice", "--no-play", "And", "me")
    assert asked.process.wait(30) == 0, asked.log()
    second = start_program("--practice", on=start_screen())
    second.focus()
    second.wait_to_see("You wrote: “And me”")
    second.ask("And the other window")
    second.wait_for_turns(2)
    assert "recovered" not in second.words_on_screen()
    window.wait_to_see("Listening")
    window.screen.release("space")
    spoken, typed, last = window.wait_for_turns(3)
    assert (typed.asked, last.asked) == ("And me", "And the other window")
    assert len(window.recording_of(spoken)) == 2 * (spoken.clip_frames or 0) > 2 * 24_000
    assert (window.end(), second.end()) == (0, 0)
    with sqlite3.connect(window.home / "data" / "history.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert not list((window.home / "data").glob("*broken*"))
    assert "Traceback" not in window.log() + second.log() + asked.log()
