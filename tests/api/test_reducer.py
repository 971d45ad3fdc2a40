"""Whatever an answer contains, its good parts arrive, its end is judged right, and nothing else is raised."""

import base64
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.wire import (
    AUDIO_ID,
    EXPIRES_AT,
    LAST_CHUNK,
    PCM,
    TEXT,
    USAGE,
    USAGE_CHUNK,
    chunk,
    said,
    sound,
    spoken_chunks,
)
from voicedesk.api.limits import Limits
from voicedesk.api.reducer import Reducer
from voicedesk.core.conversation import Usage
from voicedesk.core.exchange import (
    AnswerClosed,
    AnswerPart,
    SoundArrived,
    TextArrived,
    ToolCallArrived,
    Waiting,
)
from voicedesk.core.problems import Kind, Problem, Trouble

FULL_USAGE = Usage(text_in=20, audio_in=17, text_out=5, audio_out=19, cached_in=3)


def reduced(*chunks: object, limits: Limits | None = None, most_tokens: int = 16_384) -> list[AnswerPart]:
    reducer = Reducer(limits or Limits(), most_tokens)
    parts: list[AnswerPart] = []
    try:
        for each in chunks:
            parts += reducer.take(each)
    except Trouble as trouble:
        return parts + reducer.close(trouble.problem)
    return parts + reducer.close()


def text_of(parts: list[AnswerPart]) -> str:
    return "".join(part.text for part in parts if isinstance(part, TextArrived))


def pcm_of(parts: list[AnswerPart]) -> bytes:
    return b"".join(part.pcm for part in parts if isinstance(part, SoundArrived))


def closed(parts: list[AnswerPart]) -> AnswerClosed:
    assert isinstance(parts[-1], AnswerClosed)
    return parts[-1]


def kind_of(parts: list[AnswerPart]) -> Kind | None:
    problem = closed(parts).problem
    return problem.kind if problem else None


def finished(reason: str) -> dict:
    return chunk(choices=[{"index": 0, "delta": {}, "finish_reason": reason}])


def wav(rate_hz: int = 24_000, channels: int = 1) -> bytes:
    layout = struct.pack("<HHIIHH", 1, channels, rate_hz, rate_hz * 2 * channels, 2 * channels, 16)
    unknown = 0xFFFFFFFF
    return (
        struct.pack("<4sI8sI", b"RIFF", unknown, b"WAVEfmt ", 16)
        + layout
        + struct.pack("<4sI", b"data", unknown)
    )


def test_a_recorded_answer_is_complete_without_a_finish_reason() -> None:
    parts = reduced(*spoken_chunks())
    assert (text_of(parts), pcm_of(parts)) == (TEXT, PCM)
    assert closed(parts) == AnswerClosed(True, AUDIO_ID, EXPIRES_AT, FULL_USAGE, "gpt-audio-1.5")
    assert all(part.voiced for part in parts if isinstance(part, TextArrived))


@pytest.mark.parametrize("data", ["!!!", "AAA", "A" * 5, "äöü", "AAAA AAAA"])
def test_damaged_sound_leaves_the_text_whole(data: str) -> None:  # R1
    damaged = chunk({"audio": {"data": data}})
    parts = reduced(
        said("one"), sound(b"ab"), sound(b"cd"), damaged, said(" two"), damaged, sound(b"ef"), LAST_CHUNK
    )
    assert (text_of(parts), pcm_of(parts)) == ("one two", b"abcd")
    assert kind_of(parts) is Kind.SOUND_DAMAGED
    assert closed(parts).complete


@given(st.lists(st.integers(1, 400), max_size=12))
def test_half_samples_are_carried_over(cuts: list[int]) -> None:  # R2
    pieces, at = [], 0
    for length in cuts:
        pieces.append(PCM[at : at + length])
        at += length
    parts = reduced(*(sound(piece) for piece in pieces), sound(PCM[at:]), LAST_CHUNK)
    assert pcm_of(parts) == PCM
    assert all(len(part.pcm) % 2 == 0 for part in parts if isinstance(part, SoundArrived))


def test_sound_without_text_and_text_without_sound_are_answers() -> None:  # R3
    assert kind_of(reduced(sound(PCM), LAST_CHUNK)) is None
    assert kind_of(reduced(said("hello"), LAST_CHUNK)) is None


@pytest.mark.parametrize("data", ["", None, 5, {}])
def test_no_sound_in_the_sound_is_no_fault(data: object) -> None:  # R4
    parts = reduced(said("hello"), chunk({"audio": {"data": data}}), LAST_CHUNK)
    assert (text_of(parts), pcm_of(parts), kind_of(parts)) == ("hello", b"", None)


@given(st.integers(1, 60))
def test_a_wav_header_is_taken_off_however_it_is_cut(cut: int) -> None:  # R5
    file = wav() + PCM
    assert pcm_of(reduced(sound(file[:cut]), sound(file[cut:]), LAST_CHUNK)) == PCM


@pytest.mark.parametrize(
    "head", [wav(16_000), wav(24_000, 2), b"ID3\x04", b"OggS", b"fLaC", b"RIFF" + bytes(5_000)]
)
def test_other_sound_is_left_out_rather_than_played_as_noise(head: bytes) -> None:  # R5
    parts = reduced(said("hello"), sound(head + PCM), LAST_CHUNK)
    assert (pcm_of(parts), text_of(parts), kind_of(parts)) == (b"", "hello", Kind.SOUND_DAMAGED)


def test_very_little_sound_is_not_lost() -> None:
    assert pcm_of(reduced(sound(b"ab"), LAST_CHUNK)) == b"ab"


@pytest.mark.parametrize("value", [None, float("nan"), -5, "lots", float("inf"), True, [], {}, 10**30])
def test_usage_that_is_no_count_is_unknown(value: object) -> None:  # R6
    details = {"audio_tokens": value, "text_tokens": 7}
    usage = chunk(choices=[], usage={"completion_tokens": value, "completion_tokens_details": details})
    assert closed(reduced(said("a"), usage)).usage == Usage(text_out=7)
    nothing = chunk(choices=[], usage={"completion_tokens": value, "prompt_tokens_details": value})
    assert closed(reduced(said("a"), nothing)).usage is None


def test_the_usage_with_details_wins_over_a_coarser_later_one() -> None:  # R6
    coarse = chunk(choices=[], usage={"prompt_tokens": 1, "completion_tokens": 2})
    assert closed(reduced(said("a"), USAGE_CHUNK, LAST_CHUNK, coarse)).usage == FULL_USAGE
    assert closed(reduced(said("a"), coarse, LAST_CHUNK, USAGE_CHUNK)).usage == FULL_USAGE


@pytest.mark.parametrize(
    "end", [USAGE_CHUNK, LAST_CHUNK, finished("stop")], ids=["usage", "expiry", "reason"]
)
def test_each_of_three_ends_alone_makes_an_answer_complete(end: dict) -> None:
    parts = reduced(said("a"), sound(b"ab"), end)
    assert (closed(parts).complete, kind_of(parts)) == (True, None)


def test_a_running_count_of_usage_is_no_end() -> None:
    parts = reduced(said("a") | {"usage": USAGE})
    assert (closed(parts).complete, kind_of(parts)) == (False, Kind.CUT_OFF)


@pytest.mark.parametrize(
    "choices", [None, "abc", [], [5], [None], ["x"], {"0": 1}, 7, [[]], [{"delta": 5}], [{}]]
)
def test_choices_of_any_kind_are_survived(choices: object) -> None:  # R7
    parts = reduced(said("a"), chunk(choices=choices), said("b"), LAST_CHUNK)
    assert (text_of(parts), kind_of(parts)) == ("ab", None)


def test_only_the_first_choice_is_the_answer() -> None:  # R7
    two = said("a")
    two["choices"].append({"index": 1, "delta": {"content": "other"}})
    assert text_of(reduced(two, LAST_CHUNK)) == "a"


@pytest.mark.parametrize("audio", [None, "x", [], {}, {"id": 5, "transcript": [], "data": {}}])
def test_audio_of_any_kind_is_survived(audio: object) -> None:
    assert text_of(reduced(chunk({"audio": audio}), said("a"), LAST_CHUNK)) == "a"


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        pytest.param("length", Kind.LENGTH_LIMIT, id="R8-length"),
        pytest.param("content_filter", Kind.FILTERED, id="R9-filter"),
        pytest.param("stop", None, id="R11-stop"),
        pytest.param("brand_new_reason", None, id="R11-unknown"),
    ],
)
def test_a_finish_reason_ends_an_answer_and_may_say_why(reason: str, kind: Kind | None) -> None:
    parts = reduced(said("so far"), finished(reason))
    assert (text_of(parts), kind_of(parts), closed(parts).complete) == ("so far", kind, True)


def test_the_length_limit_is_recognised_without_a_finish_reason() -> None:  # R8
    assert kind_of(reduced(said("a"), USAGE_CHUNK, LAST_CHUNK, most_tokens=24)) is Kind.LENGTH_LIMIT


def test_a_filtered_answer_without_content_says_that_it_was_filtered() -> None:  # R9
    assert kind_of(reduced(finished("content_filter"))) is Kind.FILTERED


def test_a_refusal_is_an_answer() -> None:  # R10
    parts = reduced(chunk({"refusal": "I cannot help with that."}), finished("stop"))
    assert parts[0] == TextArrived("I cannot help with that.", voiced=False)


def test_plain_content_is_text_that_still_has_to_be_voiced() -> None:
    assert reduced(chunk({"content": "hello"}), LAST_CHUNK)[0] == TextArrived("hello", voiced=False)


def call(index: int, **function: str) -> dict:
    identity = {"id": function.pop("id")} if "id" in function else {}
    return chunk({"tool_calls": [{"index": index, **identity, "type": "function", "function": function}]})


def calls_in(parts: list[AnswerPart]) -> list[ToolCallArrived]:
    return [part for part in parts if isinstance(part, ToolCallArrived)]


def test_tool_calls_are_joined_from_a_thousand_pieces() -> None:  # R14
    arguments = json.dumps({"text": "x" * 990})
    pieces = [call(3, arguments=character) for character in arguments]
    parts = reduced(
        call(3, id="a", name="note", arguments=""), *pieces, call(7, id="b", name="look"), LAST_CHUNK
    )
    assert calls_in(parts) == [ToolCallArrived("a", "note", arguments), ToolCallArrived("b", "look", "")]
    assert kind_of(parts) is None


def test_a_repeated_call_runs_once() -> None:  # N21
    twice = [call(0, id="a", name="note", arguments="{}"), call(1, id="a", name="note", arguments="{}")]
    assert calls_in(reduced(*twice, LAST_CHUNK)) == [ToolCallArrived("a", "note", "{}")]


def test_unreadable_arguments_are_handed_on_for_the_tools_to_refuse() -> None:  # R12
    assert (
        calls_in(reduced(call(0, id="a", name="note", arguments="{oops"), LAST_CHUNK))[0].arguments == "{oops"
    )


def test_no_call_of_a_broken_answer_is_handed_on() -> None:
    reducer = Reducer(Limits(), 100)
    reducer.take(call(0, id="a", name="note", arguments='{"te'))
    parts = reducer.close(Problem(Kind.CUT_OFF))
    assert not calls_in(parts)


@pytest.mark.parametrize(
    "flood",
    [
        pytest.param([said("x" * 300)] * 3, id="text"),
        pytest.param([sound(bytes(300))] * 3, id="sound"),
        pytest.param([call(0, id="a", name="n", arguments="x" * 300)] * 3, id="arguments"),
        pytest.param([call(index, id=str(index), name="n") for index in range(9)], id="calls"),
    ],
)
def test_more_than_is_allowed_ends_the_answer_and_keeps_what_came(flood: list[dict]) -> None:
    limits = Limits(text_characters=800, sound_bytes=800, arguments_characters=800)
    parts = reduced(said("hello"), *flood, limits=limits)
    assert text_of(parts).startswith("hello")
    assert (kind_of(parts), closed(parts).complete) == (Kind.TOO_LARGE, False)


@pytest.mark.parametrize("expiry", [float("nan"), -1, 5, "soon", EXPIRES_AT * 1000, True, 10**40])
def test_an_impossible_expiry_is_ignored_but_is_an_end(expiry: object) -> None:  # R16
    parts = reduced(said("a"), chunk({"audio": {"expires_at": expiry}}))
    assert (closed(parts).expires_at, closed(parts).complete) == (None, True)


def test_an_answer_of_nothing_but_an_id_is_empty() -> None:
    parts = reduced(chunk({"audio": {"id": AUDIO_ID}}), USAGE_CHUNK, LAST_CHUNK)
    assert kind_of(parts) is Kind.EMPTY_ANSWER
    assert (closed(parts).complete, closed(parts).usage) == (False, FULL_USAGE)


def test_an_answer_without_an_end_is_cut_off() -> None:
    parts = reduced(*spoken_chunks()[:-2])
    assert (closed(parts).complete, kind_of(parts), closed(parts).audio_id) == (False, Kind.CUT_OFF, AUDIO_ID)


def test_ten_thousand_small_pieces_lose_nothing() -> None:  # R22
    assert text_of(reduced(*[said("ab")] * 10_000, LAST_CHUNK)) == "ab" * 10_000


FIELDS = """
choices delta audio usage content data id index transcript expires_at model tool_calls function
arguments name finish_reason refusal completion_tokens_details
"""
names = st.sampled_from(FIELDS.split())
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["AAAA", "AAA", base64.b64encode(wav()).decode(), "length", "\ud800"])
)
shapes = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=20,
)
deltas = st.fixed_dictionaries(
    {}, optional={"audio": shapes, "content": shapes, "refusal": shapes, "tool_calls": shapes}
)
chunks = shapes | st.builds(lambda delta, usage: chunk(delta, usage=usage), deltas, shapes)


@given(st.lists(chunks, max_size=8))
def test_no_shape_of_a_chunk_breaks_the_reducer(stream: list[object]) -> None:
    parts = reduced(*stream)
    assert sum(isinstance(part, AnswerClosed) for part in parts) == 1
    assert not any(isinstance(part, Waiting) for part in parts)
    assert len(pcm_of(parts)) % 2 == 0
    text_of(parts).encode()
    closed(parts)
