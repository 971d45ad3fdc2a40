"""Captions fit the joined sound, and each sentence gets its share of the time."""

import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given

from tests.core.export.conversations import document, documents, spoken, typed
from voicedesk.core.export.captions import LONGEST_CAPTION, captions
from voicedesk.core.export.document import Document
from voicedesk.core.export.utterances import PAUSE_MS, Placed, placed, utterances_of
from voicedesk.core.units import TurnId

TIME = re.compile(r"(\d\d):(\d\d):(\d\d),(\d\d\d)")


def timeline(any_document: Document) -> list[Placed]:
    return list(placed(utterances_of(any_document.conversation, lambda turn: Path(f"{turn}.pcm"))))


def test_sentences_share_the_time_of_the_sound_they_belong_to() -> None:
    dogs = document(spoken(0, "Is it good?", "Yes. Very patient.", asked_ms=4_000, answered_ms=17_000))
    assert captions(timeline(dogs)) == (
        "1\n00:00:00,000 --> 00:00:04,000\nYou: Is it good?\n\n"
        "2\n00:00:04,600 --> 00:00:08,600\nVoiceDesk: Yes.\n\n"
        "3\n00:00:08,600 --> 00:00:21,600\nVery patient.\n"
    )


def test_what_has_no_sound_is_shown_for_as_long_as_reading_takes() -> None:
    question, answer = timeline(document(typed(0, "Why?", "Because. " * 100)))
    assert (question.start_ms, question.end_ms) == (0, 1_000)
    assert (answer.start_ms, answer.end_ms) == (1_000 + PAUSE_MS, 5_000 + PAUSE_MS)


def test_sound_without_words_takes_its_time_and_gets_no_caption() -> None:
    dogs = document(spoken(0, "", "Yes.", asked_ms=4_000))
    assert captions(timeline(dogs)).startswith("1\n00:00:04,600 --> ")


@given(documents)
def test_captions_are_in_order_and_never_overlap(any_document: Document) -> None:
    found = [
        ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
        for hours, minutes, seconds, rest in (
            map(int, parts) for parts in TIME.findall(captions(timeline(any_document)))
        )
    ]
    assert all(earlier <= later for earlier, later in pairwise(found))


def test_no_caption_is_longer_than_two_lines() -> None:
    words = "patience " * 60
    lines = captions(timeline(document(spoken(0, words, words, 60_000, 60_000)))).splitlines()
    longest = max(len(line) for line in lines)
    assert LONGEST_CAPTION // 2 < longest <= LONGEST_CAPTION + len("VoiceDesk: ")


def test_every_utterance_knows_its_sound() -> None:
    turn = spoken(0, "Is it good?", "Yes.")
    sounds = [
        utterance.sound
        for utterance in utterances_of(
            document(turn).conversation, lambda number: Path(f"{TurnId(number)}.pcm")
        )
    ]
    assert turn.clip
    assert sounds == [turn.clip.path, Path(f"{turn.number}.pcm")]
