"""Whatever happens to the file of the history, the program goes on and says what happened."""

import errno
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import apsw
import pytest

from tests.store.turns import plain_turn
from voicedesk.core.conversation import Turn
from voicedesk.core.phrases import reason_of
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.failures import problem_of
from voicedesk.store.history import History

TURNS = 60
TODAY = datetime(2026, 11, 23, tzinfo=UTC)
PAGE = 4096


@pytest.fixture
def stored(file: Path) -> Path:
    """A closed file with some turns in it, larger than a few pages."""
    history = History(file)
    for number in range(1, TURNS + 1):
        history.save(plain_turn(number, f"question {number} " * 20, f"answer {number} " * 20))
    history.close()
    return file


@contextmanager
def opened(file: Path, patience_s: float = 0.0) -> Iterator[History]:
    history = History(file, patience_s, now=lambda: TODAY)
    try:
        yield history
    finally:
        history.close()


def all_turns(history: History) -> dict[TurnId, Turn]:
    return {turn.number: turn for turn in history.conversation(ConversationId(1)).turns}


def problem_in(step: Callable[[], object]) -> Problem | None:
    try:
        step()
    except Trouble as met:
        return met.problem
    return None


def first_problem(history: History, numbers: range) -> Problem | None:
    """Save long turns until that fails."""
    problems = (problem_in(partial(history.save, plain_turn(number, "long " * 500))) for number in numbers)
    return next((problem for problem in problems if problem), None)


def _garbage(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(20_000))


def _text(file: Path) -> None:
    file.write_text("This is not a database.\n" * 500)


def _bad_first_page(file: Path) -> None:
    _overwrite(file, 0, b"\xff" * PAGE)


def _bad_second_page(file: Path) -> None:
    _overwrite(file, PAGE, b"\xff" * PAGE)


def _bad_middle_pages(file: Path) -> None:
    middle = file.stat().st_size // PAGE // 2
    _overwrite(file, middle * PAGE, b"\xff" * PAGE * 2)


def _cut_off(file: Path) -> None:
    os.truncate(file, file.stat().st_size * 2 // 3 // PAGE * PAGE)


def _cut_to_a_stump(file: Path) -> None:
    os.truncate(file, 1_000)


def _of_another_program(file: Path) -> None:
    file.unlink()
    foreign = sqlite3.connect(file)
    foreign.execute("CREATE TABLE turns(number, anything)")
    foreign.commit()
    foreign.close()


def _overwrite(file: Path, offset: int, content: bytes) -> None:
    with file.open("r+b") as opened_file:
        opened_file.seek(offset)
        opened_file.write(content)


DAMAGES = [
    pytest.param(_garbage, 0, id="S3-garbage"),
    pytest.param(_text, 0, id="S3-text"),
    pytest.param(_bad_first_page, 0, id="S3-first-page"),
    pytest.param(_bad_second_page, 0, id="S3-second-page"),
    pytest.param(_bad_middle_pages, TURNS // 2, id="S3-middle-pages"),
    pytest.param(_cut_off, TURNS // 4, id="S3-cut-off"),
    pytest.param(_cut_to_a_stump, 0, id="S3-stump"),
    pytest.param(_of_another_program, 0, id="S3-of-another-program"),
]


@pytest.mark.parametrize(("damage", "least"), DAMAGES)
def test_a_damaged_file_is_kept_and_what_can_be_read_goes_into_a_new_one(
    stored: Path, damage: Callable[[Path], None], least: int
) -> None:
    damage(stored)
    with opened(stored) as history:
        assert history.remark
        assert history.remark.kind is Kind.HISTORY_DAMAGED
        assert history.remark.values["file"] == "history-2026-11-23-broken.db"
        rescued = all_turns(history)
        assert history.remark.values["turns"] == str(len(rescued))
        assert len(rescued) >= least
        assert all(turn.answer.text == f"answer {turn.number} " * 20 for turn in rescued.values())
        history.save(plain_turn(1_000, "life goes on"))
        assert [hit.turn for hit in history.search("life goes", 5)] == [1_000]
    assert stored.with_name("history-2026-11-23-broken.db").stat().st_size
    with opened(stored) as again:
        assert again.remark is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_S3_flipped_bytes_anywhere_are_never_more_than_a_named_problem(stored: Path, seed: int) -> None:
    """The damage may be harmless, show at the start or later; it is never a foreign exception."""
    flips = random.Random(seed)
    content = bytearray(stored.read_bytes())
    for _ in range(flips.choice((1, 16, 256))):
        content[flips.randrange(len(content))] ^= 1 << flips.randrange(8)
    stored.write_bytes(content)
    with opened(stored) as history:
        for step in (
            lambda: history.close_open_turns(),
            lambda: history.latest(),
            lambda: history.search("question", 5),
            lambda: history.save(plain_turn(30, "changed")),
            lambda: history.save(plain_turn(1_000)),
        ):
            _twice(step)
        assert history.knows(TurnId(1_000))


def _twice(step: Callable[[], object]) -> None:
    """Repeat a step that told about damage: it works on the exchanged file then."""
    problem = problem_in(step)
    if problem:
        assert problem.kind is Kind.HISTORY_DAMAGED
        step()


def test_S3_damage_that_shows_while_working_is_mended_and_the_turn_can_be_saved_again(stored: Path) -> None:
    with opened(stored) as history:
        with stored.open("r+b") as broken:
            broken.seek(PAGE)
            broken.write(b"\xff" * (stored.stat().st_size - PAGE))
        problem = first_problem(history, range(1, TURNS))
        assert problem
        assert problem.kind is Kind.HISTORY_DAMAGED
        history.save(plain_turn(1_000))
        assert history.knows(TurnId(1_000))


def test_S3_a_copy_made_before_a_migration_fills_the_holes(stored: Path) -> None:
    copy = stored.with_name("history-before-2.db")
    copy.write_bytes(stored.read_bytes())
    with opened(stored) as history:
        history.save(plain_turn(5, "newer than the copy"))
    _bad_middle_pages(stored)
    with opened(stored) as history:
        assert len(all_turns(history)) == TURNS


def test_S3_several_damages_on_one_day_are_all_kept(stored: Path) -> None:
    for _ in range(3):
        _garbage(stored)
        with opened(stored):
            pass
    names = sorted(path.name for path in stored.parent.glob("*broken*"))
    assert names == [f"history-2026-11-23-broken{end}.db" for end in ("-2", "-3", "")]


def test_S1_a_full_disk_is_said_and_what_was_saved_stays(file: Path) -> None:
    with opened(file) as history:
        history.save(plain_turn(1))
        assert history._connection
        history._connection.pragma("max_page_count", history._connection.pragma("page_count"))
        problem = first_problem(history, range(2, 200))
        assert problem
        assert problem.kind is Kind.HISTORY_NOT_SAVED
        assert problem.values == {"reason": "the disk is full", "folder": str(file.parent)}
        history._connection.pragma("max_page_count", 1_000_000)
        history.save(plain_turn(500))
        assert {TurnId(1), TurnId(500)} <= set(all_turns(history))


LIMITED = """
import pathlib, resource, signal, sys
from tests.store.turns import plain_turn
from voicedesk.core.problems import Trouble
from voicedesk.store.history import History
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
history = History(pathlib.Path(sys.argv[1]))
history.save(plain_turn(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
saved = 1
try:
    while True:
        history.save(plain_turn(saved + 1, "long " * 1000))
        saved += 1
except Trouble as met:
    print(saved, met.problem.kind.name, met.problem.values["reason"])
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
history.save(plain_turn(saved + 1))
print(len(history.conversation(1).turns))
history.close()
"""


def test_S2_an_error_of_the_disk_is_said_and_saving_works_again_after_it(file: Path) -> None:
    done = _python(LIMITED, str(file))
    first, second = done.stdout.splitlines()
    saved, kind, reason = first.split(maxsplit=2)
    assert (kind, reason) == ("HISTORY_NOT_SAVED", "the disk reported an error")
    assert second == str(int(saved) + 1)


def _python(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=50, check=True, env=_environment())


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": os.environ.get("PATH", "")}


HOLDER = """
import sqlite3, sys
holder = sqlite3.connect(sys.argv[1], isolation_level=None)
holder.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
"""


@contextmanager
def held_by_another_program(file: Path) -> Iterator[None]:
    command = [sys.executable, "-c", HOLDER, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        yield
        holder.stdin.close()
        holder.wait(10)


def test_S4_a_file_held_by_another_program_is_said_and_saved_to_when_it_is_free(stored: Path) -> None:
    with opened(stored, patience_s=0.05) as history:
        with held_by_another_program(stored), pytest.raises(Trouble) as met:
            history.save(plain_turn(1_000))
        assert met.value.problem.kind is Kind.HISTORY_BUSY
        history.save(plain_turn(1_000))


def test_S4_waiting_for_another_program_ends_when_this_one_hurries(stored: Path) -> None:
    with opened(stored, patience_s=1_000.0) as history, held_by_another_program(stored):
        history.hurry()
        with pytest.raises(Trouble):
            history.save(plain_turn(1_000))


def test_S6_a_file_of_a_newer_version_is_read_and_never_written(stored: Path) -> None:
    newer = sqlite3.connect(stored)
    newer.execute("PRAGMA user_version = 99")
    newer.execute("ALTER TABLE turns ADD COLUMN something_new TEXT")
    newer.commit()
    newer.close()
    before = stored.read_bytes()
    with opened(stored) as history:
        assert history.remark == Problem(Kind.HISTORY_NEWER)
        assert len(all_turns(history)) == TURNS
        assert history.search("question", 1)
        for write in (lambda: history.save(plain_turn(1)), history.close_open_turns):
            with pytest.raises(Trouble) as met:
                write()
            assert met.value.problem.kind is Kind.HISTORY_NEWER
    assert stored.read_bytes() == before


def test_S10_a_file_that_vanishes_is_said_and_a_new_one_begun(stored: Path) -> None:
    with opened(stored) as history:
        stored.unlink()
        with pytest.raises(Trouble) as met:
            history.save(plain_turn(1_000))
        assert met.value.problem.kind is Kind.HISTORY_NOT_SAVED
        history.save(plain_turn(1_000))
        assert list(all_turns(history)) == [1_000]


def _folder_is_a_file(folder: Path) -> None:
    folder.write_text("")


def _file_is_a_folder(folder: Path) -> None:
    (folder / "history.db").mkdir(parents=True)


@pytest.mark.parametrize(
    "obstacle", [_folder_is_a_file, _file_is_a_folder], ids=["S10-no-folder", "S11-no-file"]
)
def test_a_place_that_cannot_be_used_is_named(folder: Path, obstacle: Callable[[Path], None]) -> None:
    obstacle(folder)
    with pytest.raises(Trouble) as met:
        History(folder / "history.db")
    assert met.value.problem.kind is Kind.HISTORY_NOT_SAVED
    assert met.value.problem.values["folder"] == str(folder)


UNPRIVILEGED = """
import os, pathlib, sys
from voicedesk.core.problems import Trouble
from voicedesk.store.history import History
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    History(pathlib.Path(sys.argv[1]))
    print("opened")
except Trouble as met:
    print(met.problem.kind.name, met.problem.values["reason"])
"""


@pytest.mark.parametrize(
    ("folder_mode", "file_mode"),
    [(0o500, 0o600), (0o755, 0o000)],
    ids=["S10-read-only-folder", "S11-foreign-file"],
)
def test_missing_permission_is_said(stored: Path, folder_mode: int, file_mode: int) -> None:
    """Run as an ordinary account, since root may do everything."""
    stored.chmod(file_mode)
    stored.parent.chmod(folder_mode)
    done = _python(UNPRIVILEGED, str(stored))
    stored.parent.chmod(0o700)
    assert done.stdout.startswith("HISTORY_NOT_SAVED")


TRANSLATIONS = [
    (apsw.FullError("full"), Kind.HISTORY_NOT_SAVED, "the disk is full"),
    (apsw.ReadOnlyError("readonly"), Kind.HISTORY_NOT_SAVED, "no permission"),
    (apsw.CantOpenError("open"), Kind.HISTORY_NOT_SAVED, "the file cannot be opened"),
    (apsw.IOError("io"), Kind.HISTORY_NOT_SAVED, "the disk reported an error"),
    (apsw.LockedError("locked"), Kind.HISTORY_BUSY, None),
]


@pytest.mark.parametrize(("fault", "kind", "reason"), TRANSLATIONS)
def test_each_failure_of_the_database_has_a_name(fault: apsw.Error, kind: Kind, reason: str | None) -> None:
    problem = problem_of(fault, Path("/home/somebody"))
    assert problem.kind is kind
    assert problem.values.get("reason") == reason


def test_a_quota_is_told_from_a_full_disk() -> None:
    assert reason_of(OSError(errno.EDQUOT, "")) != reason_of(OSError(errno.ENOSPC, ""))
