"""Conversations are written to files by a worker, with what is there; what is not is named."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Event as Flag

import pytest
import soundfile

from tests.engine.fakes import Inbox, Running, tone
from voicedesk.audio.joining import length_of, write_mp3, write_wav
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.events import Remarked
from voicedesk.core.export.formats import Format
from voicedesk.core.export.order import Exported, ExportOrder
from voicedesk.core.export.utterances import PAUSE_MS, Placed
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId, frames_in
from voicedesk.engine.exporter import Exporter
from voicedesk.store.delivery import delivered, write_text
from voicedesk.store.history import History
from voicedesk.store.reader import HistoryReader

HERE = ConversationId(1)


@dataclass
class Disk:
    """A real folder; a test may hold the writing of sound up."""

    folder: Path
    began: Flag = field(default_factory=Flag)
    gate: Flag = field(default_factory=Flag)

    def answer_path(self, turn: TurnId) -> Path:
        return self.folder / f"answer-{turn}.pcm"

    def length_of(self, sound: Path) -> Milliseconds | None:
        return length_of(sound)

    def delivered(self, target: Path, may_replace: bool) -> AbstractContextManager[Path]:
        return delivered(target, may_replace)

    def write_text(self, draft: Path, text: str) -> None:
        write_text(draft, text)

    def write_sound(
        self, draft: Path, wanted: Format, timeline: Iterable[Placed], length_ms: Milliseconds
    ) -> None:
        self.began.set()
        self.gate.wait()
        if wanted is Format.MP3:
            write_mp3(draft, timeline)
        else:
            write_wav(draft, timeline, frames_in(length_ms))


@dataclass
class Bench:
    """An exporter over a real history of two turns with sound."""

    folder: Path
    disk: Disk
    exporter: Exporter
    inbox: Inbox

    def order(self, wanted: Format, **changes: object) -> ExportOrder:
        target = self.folder / f"talk{wanted.suffix}"
        order = ExportOrder(HERE, "Dogs", wanted, target, lambda moment: moment.astimezone(UTC))
        return replace(order, **changes)  # type: ignore[arg-type]


def spoken(folder: Path, number: int) -> Turn:
    """Make a turn with a second of question and two seconds of answer on disk."""
    question = folder / f"question-{number}.pcm"
    question.write_bytes(tone(number, 1_000))
    (folder / f"answer-{number}.pcm").write_bytes(tone(100 + number, 2_000))
    clip = Clip(TurnId(number), question, Frames(24_000))
    answer = Answer(f"Answer {number}.", Frames(48_000))
    return Turn(TurnId(number), HERE, f"Question {number}?", clip=clip, answer=answer, ending=Ending.DONE)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    history = History(tmp_path / "history.db")
    for number in (1, 2):
        history.save(spoken(tmp_path, number))
    history.close()
    disk, inbox = Disk(tmp_path), Inbox()
    disk.gate.set()
    reader = HistoryReader(tmp_path / "history.db")
    return Bench(tmp_path, disk, Exporter(lambda: reader, disk, inbox.post), inbox)


@pytest.mark.parametrize("wanted", list(Format))
def test_every_format_becomes_a_file_of_its_kind(bench: Bench, wanted: Format) -> None:
    with Running(bench.exporter):
        bench.exporter.order(bench.order(wanted))
        exported = bench.inbox.wait_for(Exported)
    assert exported == Exported(bench.folder / f"talk{wanted.suffix}")
    if wanted.is_sound:
        duration_s = soundfile.info(exported.target).duration
        assert duration_s == pytest.approx((6_000 + 3 * PAUSE_MS) / 1_000, abs=0.2)
    else:
        text = exported.target.read_text()
        assert text.index("Question 1?") < text.index("Answer 1.") < text.index("Question 2?")


def test_captions_and_sound_have_the_same_times_when_a_sound_is_missing(bench: Bench) -> None:
    (bench.folder / "answer-1.pcm").unlink()
    captions = bench.exporter.export(bench.order(Format.SUBTITLES))
    sound = bench.exporter.export(bench.order(Format.WAV))
    assert captions.missing == sound.missing == ("answer-1.pcm",)
    last = captions.target.read_text().split(" --> ")[-1][: len("00:00:00,000")]
    end_ms = int(last[6:8]) * 1_000 + int(last[9:])
    assert soundfile.info(sound.target).frames == frames_in(end_ms)


def test_texts_miss_no_sound(bench: Bench) -> None:
    (bench.folder / "answer-1.pcm").unlink()
    assert bench.exporter.export(bench.order(Format.MARKDOWN)).missing == ()


def test_without_any_sound_there_is_a_problem_and_no_file(bench: Bench) -> None:
    for sound in bench.folder.glob("*.pcm"):
        sound.unlink()
    with Running(bench.exporter):
        bench.exporter.order(bench.order(Format.WAV))
        assert bench.inbox.wait_for(Remarked).problem.kind is Kind.EXPORT_SILENT
        bench.exporter.order(bench.order(Format.TEXT))
        bench.inbox.wait_for(Exported)  # the next order is carried out all the same
    assert [path.name for path in bench.folder.glob("*talk*")] == ["talk.txt"]


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(bench: Bench) -> None:
    target = bench.folder / "talk.md"
    target.write_text("mine")
    with pytest.raises(Trouble):
        bench.exporter.export(bench.order(Format.MARKDOWN))
    assert target.read_text() == "mine"
    bench.exporter.export(bench.order(Format.MARKDOWN, may_replace=True))
    assert target.read_text().startswith("# Dogs")


def test_what_is_newer_in_memory_is_exported(bench: Bench) -> None:
    known = (
        Turn(TurnId(2), HERE, "Corrected?", ending=Ending.DONE),
        Turn(TurnId(3), HERE, "Not stored yet?", ending=Ending.DONE),
    )
    text = bench.exporter.text(bench.order(Format.TEXT, known=known))
    assert "Question 1?" in text
    assert "Question 2?" not in text
    assert text.index("Corrected?") < text.index("Not stored yet?")


def test_whoever_leaves_gives_a_long_sound_up_and_leaves_no_draft(bench: Bench) -> None:
    bench.disk.gate.clear()
    with Running(bench.exporter):
        bench.exporter.order(bench.order(Format.WAV))
        assert bench.disk.began.wait(5)
        bench.exporter.stop()
        bench.disk.gate.set()
    assert list(bench.folder.glob("*talk*")) == []
    assert bench.inbox.drain() == []


def test_an_unknown_conversation_is_empty(bench: Bench) -> None:
    text = bench.exporter.text(bench.order(Format.TEXT, conversation=ConversationId(9)))
    assert text == "Dogs\n"


def at_noon(moment: datetime) -> datetime:
    return moment.replace(hour=12, minute=34)


def test_times_are_those_of_the_reader(bench: Bench) -> None:
    assert "[12:34] You:" in bench.exporter.text(bench.order(Format.TEXT, to_local=at_noon))


def test_the_turns_that_are_known_are_enough(bench: Bench) -> None:
    order = bench.order(Format.TEXT, known=(Turn(TurnId(7), HERE, "Only here?"),))
    assert [turn.number for turn in order.completed(Conversation(HERE)).turns] == [7]
