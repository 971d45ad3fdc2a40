"""The sound of an answer is on disk as it comes, whole pieces only, and one file is open at most."""

import errno
import os
from pathlib import Path

import pytest

from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.units import TurnId
from voicedesk.store.answers import Answers

FIRST, SECOND = TurnId(1), TurnId(2)


@pytest.fixture
def answers(folder: Path) -> Answers:
    return Answers(folder / "answers")


def open_files(folder: Path) -> int:
    links = [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sum(os.path.realpath(link).startswith(str(folder)) for link in links)


def test_sound_is_readable_while_it_grows(answers: Answers) -> None:
    answers.append(FIRST, b"\x01\x00" * 10)
    answers.append(FIRST, b"\x02\x00" * 10)
    assert answers.path_of(FIRST).read_bytes() == b"\x01\x00" * 10 + b"\x02\x00" * 10
    answers.close()


def test_one_file_is_open_however_many_turns_speak(answers: Answers, folder: Path) -> None:
    for number in range(50):
        answers.append(TurnId(number), b"\x01\x00")
    assert open_files(folder) == 1
    answers.append(FIRST, b"\x02\x00")
    assert answers.path_of(FIRST).read_bytes() == b"\x01\x00\x02\x00"
    answers.close()
    answers.close()
    assert open_files(folder) == 0


def test_a_discarded_answer_is_gone_and_may_be_discarded_again(answers: Answers) -> None:
    answers.append(FIRST, b"\x01\x00")
    answers.discard(FIRST)
    answers.discard(FIRST)
    assert not answers.path_of(FIRST).exists()


class FillingDisk:
    """A disk that takes so many bytes more."""

    def __init__(self, free: int) -> None:
        self.free = free

    def write(self, descriptor: int, content: memoryview) -> int:
        if not self.free:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = min(self.free, len(content), 7)
        self.free -= taken
        return os.write(descriptor, content[:taken])


def test_a_piece_that_does_not_fit_leaves_nothing_of_it_and_can_be_repeated(folder: Path) -> None:
    disk = FillingDisk(150)
    answers = Answers(folder, disk.write)
    answers.append(FIRST, b"\x01\x00" * 50)
    with pytest.raises(Trouble) as met:
        answers.append(FIRST, b"\x02\x00" * 50)
    assert met.value.problem.kind is Kind.HISTORY_NOT_SAVED
    assert met.value.problem.values == {"reason": "the disk is full", "folder": str(folder)}
    assert answers.path_of(FIRST).read_bytes() == b"\x01\x00" * 50
    disk.free = 1_000
    answers.append(FIRST, b"\x02\x00" * 50)
    answers.close()
    assert answers.path_of(FIRST).read_bytes() == b"\x01\x00" * 50 + b"\x02\x00" * 50


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Trouble) as met:
        Answers(tmp_path / "file" / "answers").append(FIRST, b"\x01\x00")
    assert met.value.problem.kind is Kind.HISTORY_NOT_SAVED
