"""Stored conversations are listed, shown, searched and exported, also while the window runs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

from tests.cli.conftest import Program
from tests.core.export.reading_back import read_back
from tests.engine.fakes import tone
from voicedesk.core.conversation import Answer, Clip, Ending, Turn
from voicedesk.core.units import ConversationId, Frames, TurnId
from voicedesk.store.history import History

BEGUN = 1_790_000_000_000_000
DOGS, TRIP = ConversationId(BEGUN), ConversationId(BEGUN + 60_000_000)


def spoken(folder: Path, number: int, conversation: ConversationId, asked: str, answered: str) -> Turn:
    turn = TurnId(number)
    for place in ("recordings", "answers"):
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / f"{number}.pcm").write_bytes(tone(1, 1_000))
    clip = Clip(turn, folder / "recordings" / f"{number}.pcm", Frames(24_000))
    answer = Answer(answered, Frames(24_000))
    return Turn(turn, conversation, asked, clip=clip, answer=answer, ending=Ending.DONE)


@pytest.fixture
def kept(program: Program) -> Iterator[Path]:
    """Store two conversations, and keep the writing connection open as a running window does."""
    folder = program.home / "kept" / "data"
    history = History(folder / "history.db")
    history.save(spoken(folder, DOGS, DOGS, "Is it a good dog?", "Yes, very patient."))
    history.save(spoken(folder, TRIP, TRIP, "What to pack?", "A dog and a coat."))
    yield folder
    history.close()


def test_conversations_are_listed_newest_first(program: Program, kept: Path) -> None:
    lines = program.run("history", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [str(TRIP), str(DOGS)]
    assert lines[0].endswith("What to pack?")
    listed = json.loads(program.run("history", "list", "--json", "--limit", "1").stdout)["conversations"]
    assert [(each["id"], each["title"], each["turns"]) for each in listed] == [(TRIP, "What to pack?", 1)]


def test_a_search_names_where_it_was_said(program: Program, kept: Path) -> None:
    found = program.run("history", "search", "patient")
    assert found.status == 0
    assert found.stdout.startswith(f"{DOGS}  ")
    assert "very patient" in found.stdout
    hits = json.loads(program.run("history", "search", "dog", "--json").stdout)["hits"]
    assert [hit["conversation"] for hit in hits] == [TRIP, DOGS]
    assert program.run("history", "search", "cat").status == 1


def test_a_conversation_is_shown_by_its_number_or_as_the_latest(program: Program, kept: Path) -> None:
    assert "Is it a good dog?" in program.run("history", "show", str(DOGS)).stdout
    assert "What to pack?" in program.run("history", "show", "latest").stdout
    assert program.run("history", "show", "--format", "markdown").stdout.startswith("# What to pack?\n")
    assert program.run("history", "show", "--format", "srt").stdout.startswith("1\n00:00:00,000 --> ")
    title, conversation = read_back(program.run("history", "show", "--json").stdout, kept / "recordings")
    assert (title, conversation.id) == ("What to pack?", TRIP)
    assert conversation.turns[0].answer.text == "A dog and a coat."


def test_an_export_takes_its_format_from_the_ending_and_its_name_from_the_title(
    program: Program, kept: Path
) -> None:
    assert program.run("history", "export").stdout == "What to pack.md\n"
    assert (program.home / "What to pack.md").read_text().startswith("# What to pack?")
    exported = program.run("history", "export", str(DOGS), "-o", "dogs.wav", "--json")
    assert json.loads(exported.stdout) == {"file": "dogs.wav", "format": "wav", "missing": []}
    assert soundfile.info(program.home / "dogs.wav").duration == pytest.approx(2.6)
    assert program.run("history", "export", "-o", "-", "--format", "text").stdout.startswith(
        "What to pack?\n"
    )


def test_a_file_is_replaced_only_when_asked(program: Program, kept: Path) -> None:
    (program.home / "mine.md").write_text("mine")
    refused = program.run("history", "export", "-o", "mine.md")
    assert (refused.status, refused.stdout) == (1, "")
    assert len(refused.complaints) == 1
    assert "“mine.md” could not be written (a file of that name is already there)." in refused.complaints[0]
    assert (program.home / "mine.md").read_text() == "mine"
    assert program.run("history", "export", "-o", "mine.md", "--replace").status == 0


def test_missing_sound_is_named_and_the_rest_exported(program: Program, kept: Path) -> None:
    (kept / "answers" / f"{TRIP}.pcm").unlink()
    exported = program.run("history", "export", "-o", "trip.mp3")
    assert exported.status == 0
    assert exported.complaints == [f"voicedesk: The sound {TRIP}.pcm is missing."]
    assert soundfile.info(program.home / "trip.mp3").format == "MP3"


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["show", "12345"], 1, "There is no conversation 12345."),
        (["show", "9" * 30], 1, "There is no conversation"),
        (["show", "dogs"], 1, "There is no conversation dogs."),
        (["export", "-o", "-", "--format", "wav"], 2, "Sound cannot be printed"),
        (["show", "--format", "wav"], 2, "wav"),
        ([], 2, "ACTION"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said_in_one_line(
    program: Program, kept: Path, arguments: list[str], status: int, told: str
) -> None:
    ended = program.run("history", *arguments)
    assert (ended.status, ended.stdout) == (status, "")
    assert len(ended.complaints) == 1
    assert told in ended.complaints[0]


def test_nothing_stored_is_no_fault(program: Program) -> None:
    assert program.run("history", "list").stdout == ""
    assert json.loads(program.run("history", "list", "--json").stdout) == {"conversations": []}
    assert program.run("history", "show").complaints == ["voicedesk: Nothing is stored yet."]
    assert not list(program.home.rglob("history.db"))
