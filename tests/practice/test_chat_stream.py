"""A streamed answer is, chunk by chunk, what the real service sends."""

from typing import Any

import pytest

from tests.practice.calling import (
    PIECE,
    TOKEN,
    Caller,
    deltas,
    heard,
    question,
    read,
    sound,
    spoken,
    typed,
    wav,
)
from voicedesk.practice.options import Script

HEAD = ["id", "object", "created", "model", "service_tier", "system_fingerprint"]
ANSWER = sound(1.95, 7_000)


@pytest.fixture
def chunks(caller: Caller) -> list[Any]:
    """The stream of a scripted answer of 39 tokens."""
    caller.service.use(Script(first_token_ms=0, pace=0, answer_pcm=ANSWER, transcript="Hello, this is me."))
    return caller.chat(question(spoken(wav(sound(1.7))))).events()


def test_keys_stand_in_the_recorded_order(chunks: list[Any]) -> None:
    shapes = {tuple(chunk) for chunk in chunks}
    assert shapes == {(*HEAD, "usage", "obfuscation"), (*HEAD, "choices", "usage", "obfuscation")}


def test_opening_names_role_then_id_with_the_first_piece(chunks: list[Any]) -> None:
    first, second = deltas(chunks)[:2]
    assert first == {"role": "assistant", "refusal": None}
    assert list(second) == ["content", "audio"]
    assert list(second["audio"]) == ["id", "transcript"]
    assert second["audio"]["transcript"] == "Hello"


def test_first_sound_repeats_role_and_id_and_later_sound_stands_alone(chunks: list[Any]) -> None:
    sounds = [delta for delta in deltas(chunks) if "data" in delta.get("audio", {})]
    assert list(sounds[0]) == ["role", "content", "refusal", "audio"]
    assert sounds[0]["audio"]["id"] == deltas(chunks)[1]["audio"]["id"]
    assert all(list(delta) == ["audio"] and list(delta["audio"]) == ["data"] for delta in sounds[1:])


def test_sound_arrives_unchanged_in_pieces_of_eight_tokens(chunks: list[Any]) -> None:
    assert heard(chunks) == ANSWER
    sizes = [len(heard([chunk])) for chunk in chunks if heard([chunk])]
    assert sizes == [PIECE] * 4 + [7 * TOKEN]


def test_transcript_is_whole_and_never_beside_sound(chunks: list[Any]) -> None:
    assert read(chunks) == "Hello, this is me."
    assert not any({"data", "transcript"} <= set(delta.get("audio", {})) for delta in deltas(chunks))


def test_one_choiceless_chunk_a_token_and_one_more(chunks: list[Any]) -> None:
    assert sum("choices" not in chunk for chunk in chunks) == len(ANSWER) // TOKEN + 1


def test_usage_comes_before_the_expiry_and_nothing_ever_finishes(chunks: list[Any]) -> None:
    usage, last = chunks[-2:]
    assert usage["choices"] == []
    assert last["choices"] == [
        {"index": 0, "delta": {"audio": {"expires_at": last["created"] + 3_600}}},
    ]
    open_choices = [choice for chunk in chunks[:-1] for choice in chunk.get("choices", ())]
    assert all(choice["finish_reason"] is None for choice in open_choices)


def test_usage_counts_sound_by_the_second_and_adds_up(chunks: list[Any]) -> None:
    usage = chunks[-2]["usage"]
    assert usage["prompt_tokens_details"]["audio_tokens"] == 17
    assert usage["completion_tokens_details"]["audio_tokens"] == 39
    for side in ("prompt", "completion"):
        details = usage[f"{side}_tokens_details"]
        assert details["audio_tokens"] + details["text_tokens"] == usage[f"{side}_tokens"]
    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


def test_payloads_are_filled_up_to_one_more_than_sixteens(caller: Caller) -> None:
    body = caller.chat(question(typed("Grüße"))).body.decode()
    payloads = [event.removeprefix("data: ") for event in body.split("\n\n")[:-2]]
    assert {len(payload.encode()) % 16 for payload in payloads} == {1}
    assert b"\r" not in body.encode()


def test_filler_and_usage_come_only_when_wanted(caller: Caller) -> None:
    bare = caller.chat(question(typed("hello"), stream_options={"include_obfuscation": False})).events()
    assert {tuple(chunk) for chunk in bare} == {tuple(HEAD), (*HEAD, "choices")}
    assert "expires_at" in deltas(bare)[-1]["audio"]


def test_answers_to_short_sound_fit_one_piece(caller: Caller) -> None:
    caller.service.use(Script(first_token_ms=0, pace=0, answer_pcm=sound(0.2), transcript="a b c d e f g"))
    got = caller.chat(question(typed("hello"))).events()
    assert heard(got) == sound(0.2)
    assert read(got) == "a b c d e f g"


def test_text_models_stream_ordinary_text(caller: Caller) -> None:
    asked = question(typed("What time is it?"), model="gpt-4o-mini", modalities=["text"], audio=None)
    got = caller.chat(asked).events()
    assert deltas(got)[0] == {"role": "assistant", "content": "", "refusal": None}
    text = "".join(delta.get("content", "") for delta in deltas(got))
    assert text == "This is practice mode. I cannot answer questions. You wrote: “What time is it?”"
    assert got[-2]["choices"][0]["finish_reason"] == "stop"
    assert got[-1]["choices"] == []
    assert got[-1]["usage"]["completion_tokens_details"]["audio_tokens"] == 0


def test_spoken_questions_may_be_answered_in_writing(caller: Caller) -> None:
    got = caller.chat(question(spoken(wav(sound(2.4))), modalities=["text"])).events()
    text = "".join(delta.get("content", "") for delta in deltas(got))
    assert "2.4 seconds" in text
    assert heard(got) == b""


def test_token_limit_cuts_the_sound(caller: Caller) -> None:
    got = caller.chat(question(spoken(wav(sound(5))), max_completion_tokens=64)).events()
    usage = got[-2]["usage"]
    assert usage["completion_tokens"] == 64
    assert len(heard(got)) == usage["completion_tokens_details"]["audio_tokens"] * TOKEN
