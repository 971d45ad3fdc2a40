"""The bars of stored sound are measured in a thread of their own, newest wish first."""

from pathlib import Path

import pytest

from tests.engine.fakes import Inbox, Running, tone, wait_until
from voicedesk.core.events import PeaksMeasured
from voicedesk.core.peaks import BARS
from voicedesk.engine.surveyor import MOST_WAITING, Surveyor


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def test_loud_and_quiet_parts_can_be_told_apart(inbox: Inbox, tmp_path: Path) -> None:
    stored = tmp_path / "1.pcm"
    stored.write_bytes(tone(16_000, 2_000) + tone(1_000, 2_000) + b"\x01")  # half a frame too much
    surveyor = Surveyor(inbox.post)
    with Running(surveyor):
        surveyor.measure(stored)
        measured = inbox.wait_for(PeaksMeasured)
    assert measured.path == stored
    assert len(measured.peaks) == BARS
    assert set(measured.peaks[: BARS // 2]) == {255}
    assert set(measured.peaks[BARS // 2 :]) == {64}


def test_a_file_that_cannot_be_read_has_no_bars(inbox: Inbox, tmp_path: Path) -> None:
    surveyor = Surveyor(inbox.post)
    with Running(surveyor):
        surveyor.measure(tmp_path / "gone.pcm")
        assert inbox.wait_for(PeaksMeasured).peaks == b""


def test_of_many_wishes_the_last_are_kept_and_met_first(tmp_path: Path) -> None:
    told: list[PeaksMeasured] = []
    surveyor = Surveyor(told.append)
    for number in range(2 * MOST_WAITING):
        surveyor.measure(tmp_path / f"{number}.pcm")
    with Running(surveyor):
        wait_until(lambda: len(told) == MOST_WAITING)
    assert [measured.path.stem for measured in told] == [
        str(number) for number in range(2 * MOST_WAITING - 1, MOST_WAITING - 1, -1)
    ]
