"""Old sound goes when it may, everything goes when it shall, and what was not sent stays."""

from pathlib import Path

import pytest

from tests.engine.fakes import Inbox, Running
from voicedesk.audio.recordings import Recordings
from voicedesk.audio.spool import DiskSpool
from voicedesk.core.conversation import Answer, Ending, Turn
from voicedesk.core.inquiries import AllForgotten, StorageMeasured, Stored
from voicedesk.core.problems import Kind, trouble
from voicedesk.core.units import NO_FRAMES, ConversationId, TurnId
from voicedesk.engine.archivist import Archivist
from voicedesk.engine.housekeeping import SWEEP_EVERY_S, US_PER_DAY, Housekeeping
from voicedesk.store.answers import Answers
from voicedesk.store.history import History
from voicedesk.store.inventory import Inventory
from voicedesk.store.places import Places, find_places

TODAY_US = 1_000 * US_PER_DAY
SOUND = bytes(4_800)


class House:
    """Everything that is kept, on a real disk, with clocks that are set by hand."""

    def __init__(self, folder: Path) -> None:
        self.places: Places = find_places({"VOICEDESK_HOME": str(folder)})[0]
        self.history = History(self.places.database)
        self.answers = Answers(self.places.answers)
        self.recordings = Recordings(self.places.recordings)
        self.posted: list[object] = []
        self.now_s = 0.0
        self.keeping = Housekeeping(
            lambda: Inventory(self.places),
            lambda: self.recordings,
            self.posted.append,
            lambda: self.now_s,
            lambda: TODAY_US,
        )

    def add(self, days_ago: float, ending: Ending | None, answer: str = "Yes.") -> Turn:
        """Store a turn with its recording and, if it has one, its answer."""
        number = TurnId(TODAY_US - round(days_ago * US_PER_DAY))
        take = DiskSpool(self.places.recordings).begin(number, make_mp3=True)
        take.append(SOUND)
        clip = take.finish(NO_FRAMES, NO_FRAMES)
        turn = Turn(number, ConversationId(1), "asked", clip=clip, answer=Answer(answer), ending=ending)
        self.history.save(turn)
        if answer:
            self.answers.append(number, SOUND)
        return turn

    def work(self) -> None:
        self.keeping.work(self.history, self.answers)

    def has_recording(self, turn: Turn) -> bool:
        return turn.clip is not None and turn.clip.path.exists()

    def has_answer(self, turn: Turn) -> bool:
        return self.answers.path_of(turn.number).exists()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_sound_stays_for_ever_unless_somebody_wants_it_deleted(house: House) -> None:
    turn = house.add(900, Ending.DONE)
    house.keeping.keep_sound(0)
    house.work()
    assert house.has_recording(turn)
    assert house.has_answer(turn)


def test_old_sound_goes_and_its_text_stays(house: House) -> None:
    old, young = house.add(8, Ending.DONE), house.add(6, Ending.DONE)
    house.keeping.keep_sound(7)
    house.work()
    assert not house.has_recording(old)
    assert not house.has_answer(old)
    assert list(house.places.recordings.glob(f"{old.number}.*")) == []
    assert house.has_recording(young)
    assert house.has_answer(young)
    assert house.history.conversation(ConversationId(1)).find(old.number) == old


@pytest.mark.parametrize(
    ("ending", "answer"),
    [
        pytest.param(Ending.FAILED, "", id="not-answered"),
        pytest.param(Ending.FAILED, "Ye", id="broken-off"),
        pytest.param(Ending.CANCELLED, "", id="not-sent"),
        pytest.param(Ending.DONE, "", id="empty-answer"),
        pytest.param(None, "Ye", id="going-on"),
    ],
)
def test_P1_what_was_not_answered_is_never_old_enough(
    house: House, ending: Ending | None, answer: str
) -> None:
    turn = house.add(900, ending, answer)
    house.keeping.keep_sound(1)
    house.work()
    assert house.has_recording(turn)


def test_P1_a_recording_that_no_history_knows_is_never_old_enough(house: House) -> None:
    unknown = house.add(900, Ending.DONE)
    house.history.delete_turn(unknown.number)
    house.keeping.keep_sound(1)
    house.work()
    assert house.has_recording(unknown)


def test_P1_a_recording_that_was_sent_again_in_vain_stays(house: House) -> None:
    turn = house.add(900, Ending.DONE)
    again = Turn(TurnId(TODAY_US), ConversationId(1), clip=turn.clip, ending=Ending.FAILED)
    house.history.save(again)
    house.keeping.keep_sound(1)
    house.work()
    assert house.has_recording(turn)


def test_a_recording_under_way_is_left_alone(house: House) -> None:
    take = DiskSpool(house.places.recordings).begin(TurnId(1), make_mp3=False)
    take.append(SOUND)
    house.keeping.clear()
    house.work()
    assert house.recordings.turns() == ()
    assert (house.places.recordings / "1.pcm").exists()
    take.discard()


def test_the_next_sweep_comes_by_itself(house: House) -> None:
    house.keeping.keep_sound(1)
    house.work()
    turn = house.add(2, Ending.DONE)
    house.work()
    assert house.has_recording(turn)
    assert house.keeping.due_in_s == SWEEP_EVERY_S
    house.now_s += SWEEP_EVERY_S
    house.work()
    assert not house.has_recording(turn)


def test_sizes_are_measured_by_kind(house: House) -> None:
    house.add(1, Ending.DONE)
    house.keeping.measure()
    assert house.keeping.due_in_s == 0.0
    house.work()
    (measured,) = house.posted
    assert isinstance(measured, StorageMeasured)
    sizes = {holding.kind: holding.size_bytes for holding in measured.holdings}
    assert sizes[Stored.ANSWERS] == len(SOUND)
    assert sizes[Stored.RECORDINGS] > len(SOUND), "the MP3 counts too"
    assert sizes[Stored.CONVERSATIONS] > 0
    assert {*sizes} == {*Stored}


def test_everything_is_gone_when_it_shall_be(house: House) -> None:
    turns = [
        house.add(days, ending, "secret words") for days, ending in ((1, Ending.DONE), (2, Ending.FAILED))
    ]
    data = house.places.data
    for name in (
        "history-before-2.db",
        "history-2026-01-01-broken.db",
        "history-2026-01-01-broken.db-wal",
        "jobs.db",
    ):
        (data / name).write_bytes(b"secret words")
    house.keeping.clear()
    house.work()
    forgotten, measured = house.posted
    assert forgotten == AllForgotten()
    assert isinstance(measured, StorageMeasured)
    assert not any(house.has_recording(turn) or house.has_answer(turn) for turn in turns)
    assert house.history.latest() is None
    assert [path for path in data.rglob("*") if path.is_file() and b"secret words" in path.read_bytes()] == []
    assert house.has_recording(house.add(0, Ending.DONE)), "and it goes on working"


def test_what_cannot_be_deleted_is_named_and_the_rest_is_gone(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck, other = house.add(1, Ending.DONE), house.add(2, Ending.DONE)
    discard = house.recordings.discard

    def refuse(turn: TurnId) -> None:
        if turn == stuck.number:
            raise trouble(Kind.RECORDING_NOT_DELETED, reason="no permission", folder="recordings")
        discard(turn)

    monkeypatch.setattr(house.recordings, "discard", refuse)
    house.keeping.clear()
    house.work()
    forgotten = house.posted[0]
    assert isinstance(forgotten, AllForgotten)
    assert forgotten.problem
    assert forgotten.problem.kind is Kind.NOT_ALL_DELETED
    assert forgotten.problem.values == {"reason": "no permission", "folder": "recordings"}
    assert not house.has_recording(other)
    assert house.history.latest() is None


def test_the_archivist_forgets_what_still_waits_as_well(house: House) -> None:
    inbox = Inbox()
    keeping = Housekeeping(lambda: Inventory(house.places), lambda: house.recordings, inbox.post)
    house.history.close()
    archivist = Archivist(
        lambda: History(house.places.database), lambda: house.answers, inbox.post, housekeeping=keeping
    )
    archivist.save(Turn(TurnId(1), ConversationId(1), "waits", ending=Ending.DONE))
    archivist.append_answer(TurnId(1), SOUND)
    archivist.forget_all()
    with Running(archivist):
        assert inbox.wait_for(AllForgotten).problem is None
        inbox.wait_for(StorageMeasured)
        archivist.measure()
        inbox.wait_for(StorageMeasured)
    assert History(house.places.database).latest() is None
    assert house.answers.turns() == ()
