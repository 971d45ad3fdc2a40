"""Transcripts of pieces become one text or one subtitle file with times of the whole recording."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.exchange import Segment, Transcript
from voicedesk.core.subtitles import (
    Passage,
    language_of,
    plain_passages,
    plain_segments,
    segments_of,
    srt,
    text_of,
    vtt,
)
from voicedesk.core.units import Milliseconds


def segment(start_ms: int, end_ms: int, text: str) -> Segment:
    return Segment(Milliseconds(start_ms), Milliseconds(end_ms), text)


def passage(start_ms: int, end_ms: int, transcript: Transcript | None = None) -> Passage:
    return Passage(Milliseconds(start_ms), Milliseconds(end_ms), transcript)


TWO = (
    passage(0, 4_000, Transcript("Good morning.", (segment(500, 2_000, " Good morning."),), "english")),
    passage(4_000, 8_500, Transcript("How are you?", (segment(0, 9_000, " How are\n\nyou?"),), "english")),
)
WITH_A_HOLE = (TWO[0], passage(4_000, 8_500), passage(8_500, 9_000, Transcript("Bye.")))


def test_segments_are_moved_to_their_place_and_end_with_their_passage() -> None:
    assert segments_of(TWO) == (segment(500, 2_000, "Good morning."), segment(4_000, 8_500, "How are you?"))


def test_srt_numbers_its_cues_and_has_commas() -> None:
    assert srt(TWO) == (
        "1\n00:00:00,500 --> 00:00:02,000\nGood morning.\n\n2\n00:00:04,000 --> 00:00:08,500\nHow are you?\n"
    )


def test_vtt_has_its_signature_and_dots() -> None:
    assert vtt(TWO) == (
        "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nGood morning.\n\n"
        "00:00:04.000 --> 00:00:08.500\nHow are you?\n"
    )


def test_vtt_escapes_what_a_player_would_take_for_markup_or_times() -> None:
    said = passage(0, 1_000, Transcript("a --> <b> & c"))
    assert vtt([said]).endswith("\na --&gt; &lt;b&gt; &amp; c\n")


def test_nothing_said_is_an_empty_but_valid_file() -> None:
    silent = [passage(0, 1_000, Transcript(""))]
    assert (text_of(silent), srt(silent), vtt(silent)) == ("", "", "WEBVTT\n")


def test_a_missing_passage_is_marked_where_it_belongs() -> None:
    assert text_of(WITH_A_HOLE) == "Good morning.\n[0:04–0:08 missing]\nBye."
    assert "00:00:04,000 --> 00:00:08,500\n[0:04–0:08 missing]\n" in srt(WITH_A_HOLE)
    assert [each["state"] for each in plain_passages(WITH_A_HOLE)] == ["done", "missing", "done"]
    assert [each["text"] for each in plain_segments(WITH_A_HOLE)] == ["Good morning.", "Bye."]


def test_hours_are_shown_where_there_are_some() -> None:
    late = passage(3_599_000, 3_661_000)
    assert text_of([late]) == "[59:59–1:01:01 missing]"
    assert "00:59:59,000 --> 01:01:01,000" in srt([late])


def test_the_language_is_the_first_that_was_found() -> None:
    assert language_of((passage(0, 1), passage(1, 2, Transcript("x")), TWO[0])) == "english"
    assert language_of((passage(0, 1),)) == ""


times = st.integers(-10_000, 500_000)
transcripts = st.builds(
    Transcript,
    st.text(max_size=20),
    st.lists(st.builds(segment, times, times, st.text(max_size=20))).map(tuple),
)
lengths = st.lists(st.tuples(st.integers(1, 240_000), st.none() | transcripts), max_size=6)


@st.composite
def recordings(draw: st.DrawFn) -> list[Passage]:
    """Passages that cover a recording without a gap, with whatever a service may have sent for them."""
    passages, start_ms = [], 0
    for length_ms, transcript in draw(lengths):
        passages.append(passage(start_ms, start_ms + length_ms, transcript))
        start_ms += length_ms
    return passages


@given(recordings())
def test_whatever_the_service_sends_times_stay_in_order_and_within_the_recording(
    passages: list[Passage],
) -> None:
    end_ms = passages[-1].end_ms if passages else 0
    segments = segments_of(passages)
    assert all(0 <= each.start_ms < each.end_ms <= end_ms for each in segments)
    assert all(first.start_ms <= second.start_ms for first, second in pairwise(segments))
    assert all(each.text and each.text.splitlines() == [each.text] for each in segments)


@given(recordings())
def test_whatever_the_service_sends_the_files_keep_their_form(passages: list[Passage]) -> None:
    time = r"\d\d+:\d\d:\d\d"
    for block in filter(None, srt(passages).split("\n\n")):
        assert re.fullmatch(rf"\d+\n{time},\d\d\d --> {time},\d\d\d\n[^\n]+\n?", block)
    signature, *cues = vtt(passages).split("\n\n")
    assert signature.strip() == "WEBVTT"
    for cue in cues:
        assert re.fullmatch(rf"{time}\.\d\d\d --> {time}\.\d\d\d\n[^\n<>]+\n?", cue)
