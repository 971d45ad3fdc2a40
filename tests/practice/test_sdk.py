"""The official client works against the service as against the real one."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import openai
import pytest

from tests.practice.calling import Caller, question, sound, spoken, typed, wav
from voicedesk.practice.options import Script

T = TypeVar("T")
ANSWER = sound(1.95, 7_000)


def ask(caller: Caller, use: Callable[[openai.AsyncOpenAI], Awaitable[T]], **changes: str) -> T:
    """Run one exchange with a client of its own."""
    settings: dict[str, Any] = {
        "api_key": caller.endpoint.key,
        "base_url": caller.endpoint.base_url,
        **changes,
    }

    async def exchange() -> T:
        async with openai.AsyncOpenAI(max_retries=0, **settings) as client:
            return await use(client)

    return asyncio.run(exchange())


async def collected(client: openai.AsyncOpenAI, body: dict[str, Any]) -> tuple[bytes, str, int]:
    """The sound, the transcript and the counted tokens of a streamed answer."""
    pcm, text, tokens = b"", "", 0
    async for chunk in await client.chat.completions.create(**body):
        tokens = chunk.usage.completion_tokens if chunk.usage else tokens
        for choice in chunk.choices or ():
            audio = getattr(choice.delta, "audio", None)
            pcm += base64.b64decode(audio.data or "") if audio else b""
            text += audio.transcript or "" if audio else ""
    return pcm, text, tokens


def test_a_streamed_answer_is_what_was_sent(caller: Caller) -> None:
    caller.service.use(Script(first_token_ms=0, pace=0, answer_pcm=ANSWER, transcript="Hello, you."))
    got = ask(caller, lambda client: collected(client, question(typed("hello"))))
    assert got[:2] == (ANSWER, "Hello, you.")
    assert got[2] > 39


def test_own_words_come_back(caller: Caller) -> None:
    pcm, _, _ = ask(caller, lambda client: collected(client, question(spoken(wav(ANSWER)))))
    assert ANSWER in pcm


def test_transcription(caller: Caller) -> None:
    def transcribe(client: openai.AsyncOpenAI) -> Awaitable[Any]:
        return client.audio.transcriptions.create(model="whisper-1", file=("clip.wav", wav(sound(2.4))))

    assert ask(caller, transcribe).text == "(practice: 2.4 s of speech)"


def test_words_with_times(caller: Caller) -> None:
    def transcribe(client: openai.AsyncOpenAI) -> Awaitable[Any]:
        return client.audio.transcriptions.create(
            model="whisper-1",
            file=("clip.wav", wav(sound(2.4))),
            response_format="verbose_json",
            timestamp_granularities=["word", "segment"],
        )

    got = ask(caller, transcribe)
    assert [word.word for word in got.words] == ["practice", "2.4", "s", "of", "speech"]
    assert len(got.segments) == 1


def test_speech(caller: Caller) -> None:
    async def speak(client: openai.AsyncOpenAI) -> bytes:
        wish: dict[str, Any] = {"model": "tts-1", "voice": "alloy", "input": "Hi.", "response_format": "pcm"}
        async with client.audio.speech.with_streaming_response.create(**wish) as response:
            return b"".join([piece async for piece in response.iter_bytes()])

    caller.service.use(Script(first_token_ms=0, pace=0, answer_pcm=ANSWER))
    assert ask(caller, speak) == ANSWER


def test_models(caller: Caller) -> None:
    async def names(client: openai.AsyncOpenAI) -> set[str]:
        return {model.id async for model in client.models.list()}

    assert "gpt-audio-1.5" in ask(caller, names)


@pytest.mark.parametrize(
    ("body", "changes", "fault", "code"),
    [
        pytest.param(question(typed("x")), {"api_key": "sk-wrong"}, openai.AuthenticationError, "", id="401"),
        pytest.param(
            question(typed("x"), model="gpt-9"), {}, openai.InternalServerError, "model_not_found", id="503"
        ),
        pytest.param(question(), {}, openai.InternalServerError, "invalid_request", id="500"),
        pytest.param(
            question({"role": "assistant", "audio": {"id": "audio_x"}}, typed("x")),
            *({}, openai.BadRequestError, "audio_not_found"),
            id="400",
        ),
    ],
)
def test_refusals_become_the_errors_of_the_client(
    caller: Caller,
    body: dict[str, Any],
    changes: dict[str, str],
    fault: type[openai.APIStatusError],
    code: str,
) -> None:
    with pytest.raises(fault) as caught:
        ask(caller, lambda client: collected(client, body), **changes)
    assert caught.value.code == code
    assert caught.value.response.headers["X-CometAPI-Request-ID"] in caught.value.message
