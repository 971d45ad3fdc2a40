"""A question becomes the right request, and a request that can be mended is mended once."""

import asyncio
import base64
import json
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest

from tests.api.asking import Outcome, asked, question, run, service_for
from tests.api.wire import (
    AUDIO_ID,
    CREATED,
    EXPIRES_AT,
    PCM,
    TEXT,
    Reply,
    Request,
    Wire,
    event,
    refused,
    said,
    silent,
    spoken_chunks,
    stream_of,
    streamed,
)
from voicedesk.core.context import Message, Role
from voicedesk.core.conversation import Clip
from voicedesk.core.exchange import AnswerClosed, AnswerPart, SoundArrived, TextArrived
from voicedesk.core.problems import Kind
from voicedesk.core.settings import ServiceSettings

HISTORY = (
    Message(Role.USER, "Tell me."),
    Message(Role.ASSISTANT, "I tell you.", AUDIO_ID, EXPIRES_AT),
)
GONE_MESSAGE = f"Assistant audio {AUDIO_ID} not found."
AUDIO_GONE = refused(400, GONE_MESSAGE, "audio_not_found")
GONE_EVENT = event({"error": {"message": GONE_MESSAGE, "code": "audio_not_found"}})


def asking(
    *replies: Reply, service: ServiceSettings | None = None, **changes: Any
) -> tuple[Outcome, list[Request]]:
    """Ask one question of a server with this script; give what came and what was sent."""

    async def turn() -> tuple[Outcome, list[Request]]:
        async with Wire(*replies) as wire, service_for(wire.base_url) as client:
            settings = replace(service or ServiceSettings(), base_url=wire.base_url)
            return await asked(client, question(wire.base_url, service=settings, **changes)), wire.posts

    return run(turn())


def test_a_recording_is_sent_as_wav_when_there_is_no_mp3(clip: Clip) -> None:
    outcome, [sent] = asking(clip=clip)
    [part] = sent.json["messages"][-1]["content"]
    content = base64.b64decode(part["input_audio"]["data"], validate=True)
    assert (part["type"], part["input_audio"]["format"]) == ("input_audio", "wav")
    assert (content[:4], content[40:44], content[44:]) == (
        b"RIFF",
        (4800).to_bytes(4, "little"),
        clip.path.read_bytes(),
    )
    assert (outcome.text, outcome.pcm) == (TEXT, PCM)


def test_a_recording_is_sent_as_mp3_when_there_is_one(clip: Clip) -> None:
    upload = clip.path.with_suffix(".mp3")
    upload.write_bytes(b"\xff\xf3mp3")
    _, [sent] = asking(clip=replace(clip, upload=upload))
    [part] = sent.json["messages"][-1]["content"]
    assert part["input_audio"] == {"data": base64.b64encode(b"\xff\xf3mp3").decode(), "format": "mp3"}


def test_a_lost_mp3_is_no_reason_not_to_send(clip: Clip) -> None:
    _, [sent] = asking(clip=replace(clip, upload=clip.path.with_suffix(".mp3")))
    assert sent.json["messages"][-1]["content"][0]["input_audio"]["format"] == "wav"


def test_a_lost_recording_is_named_and_nothing_is_sent(clip: Clip) -> None:
    clip.path.unlink()
    outcome, sent = asking(clip=clip)
    assert outcome.problem
    assert (outcome.problem.kind, sent) == (Kind.RECORDING_MISSING, [])


def test_a_spoken_answer_is_asked_for_as_the_service_wants_it() -> None:
    _, [sent] = asking(service=ServiceSettings(instructions="Be kind.", voice="marin", max_output_tokens=500))
    assert sent.path.endswith("/v1/chat/completions")
    assert sent.json == {
        "model": "gpt-audio-1.5",
        "messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "What is this?"}],
        "modalities": ["text", "audio"],
        "audio": {"voice": "marin", "format": "pcm16"},
        "stream": True,
        "stream_options": {"include_usage": True, "include_obfuscation": False},
        "max_completion_tokens": 500,
    }


def test_a_typed_question_with_a_silent_answer_goes_to_the_text_model() -> None:
    _, [sent] = asking(spoken=False, history=HISTORY)
    assert (sent.json["model"], sent.json["modalities"]) == ("gpt-4o-mini", ["text"])
    assert "audio" not in sent.json
    assert sent.json["messages"][2] == {"role": "assistant", "content": "I tell you."}


@pytest.mark.parametrize(
    ("expires_at", "reuse", "named"),
    [
        pytest.param(EXPIRES_AT, True, True, id="alive"),
        pytest.param(CREATED - 1, True, False, id="expired"),
        pytest.param(CREATED + 30, True, False, id="about-to-expire"),
        pytest.param(None, True, False, id="unknown-expiry"),
        pytest.param(EXPIRES_AT, False, False, id="switched-off"),
    ],
)
def test_an_earlier_answer_is_named_by_its_id_while_it_lives(
    expires_at: int | None, reuse: bool, named: bool
) -> None:
    history = (HISTORY[0], replace(HISTORY[1], expires_at=expires_at))
    _, [sent] = asking(history=history, service=ServiceSettings(reuse_answer_audio=reuse))
    by_id, by_text = {"audio": {"id": AUDIO_ID}}, {"content": "I tell you."}
    assert sent.json["messages"][2] == {"role": "assistant"} | (by_id if named else by_text)


@pytest.mark.parametrize(
    "gone",
    [
        pytest.param(AUDIO_GONE, id="by-status"),
        pytest.param(refused(404, GONE_MESSAGE, "audio_not_found"), id="by-another-status"),
        pytest.param(refused(400, GONE_MESSAGE), id="by-message-alone"),
        pytest.param(streamed(b": PING\n\n" + GONE_EVENT), id="inside-a-200"),
    ],
)
def test_an_unknown_audio_id_is_replaced_by_its_text_once(gone: Reply) -> None:  # R15
    outcome, [first, second] = asking(gone, history=HISTORY)
    assert first.json["messages"][2] == {"role": "assistant", "audio": {"id": AUDIO_ID}}
    assert second.json["messages"][2] == {"role": "assistant", "content": "I tell you."}
    assert (outcome.text, outcome.problem) == (TEXT, None)


def test_an_audio_id_that_stays_unknown_is_reported() -> None:  # R15
    outcome, sent = asking(AUDIO_GONE, AUDIO_GONE, history=HISTORY)
    assert outcome.problem
    assert (outcome.problem.kind, len(sent)) == (Kind.AUDIO_EXPIRED, 2)


def test_P8_what_was_refused_after_an_answer_began_is_not_asked_again() -> None:  # R15
    begun = streamed(event(said("I was")) + GONE_EVENT)
    outcome, sent = asking(begun, history=HISTORY)
    assert outcome.problem
    assert (outcome.text, outcome.problem.kind, len(sent)) == ("I was", Kind.AUDIO_EXPIRED, 1)


def test_a_refused_voice_is_replaced_by_one_that_all_have() -> None:
    no_voice = refused(400, "Invalid value: 'marin'.", "invalid_value", param="audio.voice")
    outcome, sent = asking(no_voice, service=ServiceSettings(voice="marin"))
    assert [each.json["audio"]["voice"] for each in sent] == ["marin", "alloy"]
    assert outcome.problem is None


def test_a_conversation_that_is_too_long_is_named() -> None:  # R17
    outcome, _ = asking(refused(400, "too long", "context_length_exceeded"))
    assert outcome.problem
    assert (outcome.problem.kind, outcome.problem.values["model"]) == (
        Kind.CONVERSATION_TOO_LONG,
        "gpt-audio-1.5",
    )


def test_a_message_is_cut_cleaned_and_has_no_key_in_it() -> None:
    outcome, _ = asking(refused(400, "bad \x1b[31m\u202e sk-abcdefghijklmnop " + "x" * 900))
    assert outcome.problem
    message = outcome.problem.values["message"]
    assert message.startswith("bad")
    assert message.isprintable()
    assert "sk-abc" not in repr(outcome.problem)
    assert len(message) <= 300


def test_a_fault_after_the_end_takes_nothing_from_the_answer() -> None:
    outcome, _ = asking(streamed(stream_of(spoken_chunks(), done=False), end="cut"))
    assert (outcome.problem, outcome.closed.complete, outcome.pcm) == (None, True, PCM)


def test_ending_the_iteration_cancels_the_request() -> None:
    async def turns() -> tuple[AnswerPart, Outcome, int]:
        hanging = streamed(stream_of([said("one")], done=False), end="hang")
        async with Wire(hanging) as wire, service_for(wire.base_url) as service:
            async with aclosing(service.answer(question(wire.base_url))) as parts:
                first = await anext(parts)
            return first, await asked(service, question(wire.base_url)), wire.connections

    first, second, connections = run(turns())
    assert first == TextArrived("one", voiced=True)
    assert (second.text, connections) == (TEXT, 2)


def test_cancelling_a_waiting_turn_ends_it() -> None:
    async def turn() -> bool:
        async with Wire(silent) as wire, service_for(wire.base_url) as service:
            task = asyncio.create_task(asked(service, question(wire.base_url)))
            await wire.asked.wait()
            task.cancel()
            await asyncio.wait([task])
            return task.cancelled()

    assert run(turn())


SHORT = [
    {"choices": [{"delta": {"audio": {"id": "a1", "transcript": "Hé"}}}]},
    {"id": "x"},
    {"choices": [{"delta": {"audio": {"data": "AAECAwQF"}}}]},
    {"choices": [{"delta": {"audio": {"transcript": " du"}}}]},
    {"choices": [], "usage": {"completion_tokens": 3}},
    {"choices": [{"delta": {"audio": {"expires_at": EXPIRES_AT}}}]},
]


def test_a_stream_cut_anywhere_gives_a_beginning_of_the_answer() -> None:  # N16
    content = b"".join(event(json.dumps(each, ensure_ascii=False)) for each in SHORT) + event("[DONE]")

    async def cuts() -> list[Outcome]:
        replies = [streamed(content[:end], end="close") for end in range(len(content) + 1)]
        async with Wire(*replies) as wire, service_for(wire.base_url) as service:
            return [await asked(service, question(wire.base_url)) for _ in replies]

    outcomes = run(cuts())
    for outcome in outcomes:
        assert "Hé du".startswith(outcome.text)
        assert outcome.pcm in (b"", bytes(range(6)))
        problem = outcome.problem and outcome.problem.kind
        assert problem in (None, Kind.CUT_OFF, Kind.EMPTY_ANSWER)
        assert outcome.closed.complete == (problem is None)
    progress = [len(outcome.text) + len(outcome.pcm) for outcome in outcomes]
    assert progress == sorted(progress)
    assert (outcomes[0].closed.complete, outcomes[-1].closed.complete) == (False, True)


def test_the_parts_come_in_the_order_of_the_chunks() -> None:
    outcome, _ = asking()
    kinds = [type(part) for part in outcome.parts]
    text, sound = TextArrived, SoundArrived
    assert kinds == [text, text, text, sound, text, sound, AnswerClosed]
