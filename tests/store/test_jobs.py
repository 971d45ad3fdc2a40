"""A piece of a transcription that was stored is never lost and never sent again."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.test_history_faults import held_by_another_program
from voicedesk.core.exchange import Segment, Transcript
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.subtitles import Passage
from voicedesk.core.units import Milliseconds
from voicedesk.store.jobs import KEPT_S, Job, Jobs

JOB = Job("a" * 64, "https://api.cometapi.com/v1", "whisper-1", "", translate=False, timed=True)


@pytest.fixture
def jobs_file(folder: Path) -> Path:
    return folder / "jobs.db"


@contextmanager
def opened(file: Path, now: float = 0.0) -> Iterator[Jobs]:
    jobs = Jobs(file, patience_s=0.05, now=lambda: now)
    try:
        yield jobs
    finally:
        jobs.close()


def passage(start_ms: int, words: str = "你好 & good day") -> Passage:
    segments = (
        Segment(Milliseconds(10), Milliseconds(900), words),
        Segment(Milliseconds(900), Milliseconds(950), "…"),
    )
    return Passage(
        Milliseconds(start_ms), Milliseconds(start_ms + 1_000), Transcript(words, segments, "english")
    )


def test_what_was_kept_is_there_in_order_after_the_next_start(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        for start_ms in (60_000, 0):
            jobs.keep(JOB, passage(start_ms))
    with opened(jobs_file) as jobs:
        assert jobs.done(JOB) == (passage(0), passage(60_000))


def test_a_piece_that_is_kept_twice_is_there_once(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        jobs.keep(JOB, passage(0, "first"))
        jobs.keep(JOB, passage(0, "second"))
        assert jobs.done(JOB) == (passage(0, "second"),)


@pytest.mark.parametrize(
    "other",
    [
        replace(JOB, sha256="b" * 64),
        replace(JOB, service="practice"),
        replace(JOB, model="gpt-4o-transcribe"),
        replace(JOB, language="en"),
        replace(JOB, translate=True),
        replace(JOB, timed=False),
    ],
    ids=["sound", "service", "model", "language", "translated", "timed"],
)
def test_another_job_has_its_own_pieces(jobs_file: Path, other: Job) -> None:
    with opened(jobs_file) as jobs:
        jobs.keep(JOB, passage(0))
        assert jobs.done(other) == ()
        jobs.forget(other)
        assert jobs.done(JOB)


def test_a_forgotten_job_is_gone_from_the_file(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        jobs.keep(JOB, passage(0, "very private words"))
        jobs.forget(JOB)
        assert jobs.done(JOB) == ()
    assert all(b"private" not in file.read_bytes() for file in jobs_file.parent.iterdir())


def test_a_job_that_nobody_finished_is_forgotten_after_a_month(jobs_file: Path) -> None:
    with opened(jobs_file, now=1_000.0) as jobs:
        jobs.keep(JOB, passage(0))
    with opened(jobs_file, now=1_000.0 + KEPT_S) as jobs:
        assert jobs.done(JOB)
    with opened(jobs_file, now=1_001.0 + KEPT_S) as jobs:
        assert jobs.done(JOB) == ()


def test_half_a_character_does_not_cost_the_piece(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        jobs.keep(JOB, passage(0, "half \ud83d"))
        assert [each.transcript.text for each in jobs.done(JOB) if each.transcript] == ["half ?"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_nobody_else_can_read_the_file(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        jobs.keep(JOB, passage(0))
        assert {file.stat().st_mode & 0o077 for file in [jobs_file.parent, *jobs_file.parent.iterdir()]} == {
            0
        }


KEEPER = """
import pathlib, sys, time
from tests.store.test_jobs import JOB, passage
from voicedesk.store.jobs import Jobs
jobs = Jobs(pathlib.Path(sys.argv[1]))
for number in range(1_000):
    jobs.keep(JOB, passage(number * 1_000))
    print(number, flush=True)
"""


def test_p1_a_killed_program_has_lost_no_piece_that_it_reported(jobs_file: Path) -> None:
    command = [sys.executable, "-c", KEEPER, str(jobs_file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    ) as keeper:
        assert keeper.stdout
        reported = [int(keeper.stdout.readline()) for _ in range(25)]
        keeper.send_signal(signal.SIGKILL)
        reported += [int(line) for line in keeper.stdout if line.endswith("\n")]
    with opened(jobs_file) as jobs:
        kept = {each.start_ms // 1_000 for each in jobs.done(JOB)}
    assert set(reported) <= kept


def _garbage(file: Path) -> None:
    file.write_bytes(b"\x17" * 20_000)


def _cut_off(file: Path) -> None:
    os.truncate(file, 5_000)


def _bad_page(file: Path) -> None:
    with file.open("r+b") as opened_file:
        opened_file.seek(4_096)
        opened_file.write(b"\xff" * 4_096)


def _of_another_program(file: Path) -> None:
    file.unlink()
    _change(file, "CREATE TABLE passages(anything)")


def _of_another_version(file: Path) -> None:
    _change(file, "PRAGMA user_version = 99")


def _change(file: Path, statement: str) -> None:
    other = sqlite3.connect(file)
    other.execute(statement)
    other.commit()
    other.close()


@pytest.mark.parametrize("damage", [_garbage, _cut_off, _bad_page, _of_another_program, _of_another_version])
def test_s3_an_unusable_file_is_set_aside_and_begun_anew(
    jobs_file: Path, damage: Callable[[Path], None]
) -> None:
    for _ in range(2):
        with opened(jobs_file) as jobs:
            jobs.keep(JOB, passage(0))
        damage(jobs_file)
        with opened(jobs_file) as jobs:
            assert jobs.done(JOB) == ()
            jobs.keep(JOB, passage(1_000))
            assert jobs.done(JOB) == (passage(1_000),)
    assert sorted(file.name for file in jobs_file.parent.glob("*broken*.db")) == [
        "jobs-broken-1.db",
        "jobs-broken-2.db",
    ]


def test_s3_a_file_that_breaks_while_it_is_used_takes_the_next_piece_all_the_same(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        for number in range(300):
            jobs.keep(JOB, passage(number * 1_000, "word " * 100))
        with jobs_file.open("r+b") as broken:
            broken.seek(4_096)
            broken.write(b"\xff" * (jobs_file.stat().st_size - 4_096))
        jobs.close()
        jobs.keep(JOB, passage(0))
        assert jobs.done(JOB) == (passage(0),)


def test_a_job_that_somebody_changed_by_hand_begins_anew(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        jobs.keep(JOB, passage(0))
    _change(jobs_file, "UPDATE passages SET segments = 'no list'")
    with opened(jobs_file) as jobs:
        assert jobs.done(JOB) == ()


def test_s4_a_file_held_by_another_program_is_a_problem(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        with held_by_another_program(jobs_file), pytest.raises(Trouble) as met:
            jobs.keep(JOB, passage(0))
        assert met.value.problem.kind is Kind.PIECES_NOT_SAVED
        jobs.keep(JOB, passage(0))


def test_s1_a_full_disk_is_a_problem(jobs_file: Path) -> None:
    with opened(jobs_file) as jobs:
        connection = jobs._opened()
        connection.pragma("max_page_count", connection.pragma("page_count"))
        with pytest.raises(Trouble) as met:
            jobs.keep(JOB, passage(0, "long " * 10_000))
        assert met.value.problem.values["reason"] == "the disk is full"


def _folder_is_a_file(file: Path) -> None:
    file.parent.write_text("")


def _file_is_a_folder(file: Path) -> None:
    file.mkdir(parents=True)


@pytest.mark.parametrize("obstacle", [_folder_is_a_file, _file_is_a_folder])
def test_s10_a_place_that_cannot_be_used_is_named(jobs_file: Path, obstacle: Callable[[Path], None]) -> None:
    obstacle(jobs_file)
    with pytest.raises(Trouble) as met:
        Jobs(jobs_file)
    assert met.value.problem.kind is Kind.PIECES_NOT_SAVED
    assert met.value.problem.values["folder"] == str(jobs_file.parent)
