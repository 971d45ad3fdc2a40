"""Every mistake is answered as CometAPI answers it: status, code, and a request id in body and header."""

import base64
from typing import Any

import pytest

from tests.practice.calling import Caller, question, sound, spoken, typed, wav

IMAGE = {
    "role": "user",
    "content": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}],
}
TEXT_ONLY: dict[str, Any] = {"modalities": ["text"], "audio": None}
SPOKEN = spoken(wav(sound(0.5)))
SCHEMA = {"type": "json_schema", "json_schema": {"name": "x", "schema": {}}}
UNKNOWN = {"role": "assistant", "audio": {"id": "audio_unknown"}}

MISTAKES = {
    "no-model": (question(typed("x"), model=None), 400, "invalid_request", "model name is required"),
    "unknown-model": (
        question(typed("x"), model="gpt-9"),
        503,
        "model_not_found",
        "no available channel for group",
    ),
    "model-for-another-task": (
        question(typed("x"), model="whisper-1"),
        503,
        "model_not_found",
        "(distributor)",
    ),
    "no-messages": (question(), 500, "invalid_request", "messages"),
    "messages-not-a-list": (question(messages="x"), 500, "invalid_request", "messages"),
    "wav-streamed": (
        question(SPOKEN, audio={"voice": "alloy", "format": "wav"}),
        400,
        "unsupported_value",
        "'pcm16'",
    ),
    "mp3-whole": (
        question(SPOKEN, stream=False, audio={"voice": "alloy", "format": "mp3"}),
        *(400, "unsupported_value", "'mp3'"),
    ),
    "unknown-voice": (
        question(SPOKEN, audio={"voice": "robot", "format": "pcm16"}),
        400,
        "invalid_value",
        "robot",
    ),
    "text-in-text-out": (
        question(typed("x"), **TEXT_ONLY),
        *(400, "invalid_value", "either input content or output modality contain audio"),
    ),
    "sound-to-a-text-model": (
        question(SPOKEN, model="gpt-4o-mini", **TEXT_ONLY),
        *(400, "invalid_value", "either text or image_url"),
    ),
    "sound-from-a-text-model": (
        question(typed("x"), model="gpt-4o-mini"),
        400,
        "invalid_value",
        "not supported",
    ),
    "odd-input-format": (question(spoken(b"x", "flac")), 400, "unsupported_format", "format you provided"),
    "damaged-wav": (question(spoken(b"no wav at all")), 400, "invalid_value", "not valid audio"),
    "image": (question(IMAGE), 400, "invalid_value", "does not support image_url"),
    "json-schema": (question(SPOKEN, response_format=SCHEMA), 400, "", "'json_schema' is not supported"),
    "unknown-audio-id": (
        question(UNKNOWN, SPOKEN),
        *(400, "audio_not_found", "Assistant audio audio_unknown not found."),
    ),
}


@pytest.mark.parametrize(("body", "status", "code", "words"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(caller: Caller, body: dict[str, object], status: int, code: str, words: str) -> None:
    answered = caller.chat(body)
    assert (answered.status, answered.error["code"]) == (status, code)
    assert words in answered.error["message"]
    assert list(answered.error) == ["message", "type", "param", "code"]
    assert answered.error["message"].endswith(f"(request id: {answered.headers['X-CometAPI-Request-ID']})")


def test_expired_ids_name_the_message(caller: Caller) -> None:
    answered = caller.chat(question(typed("x"), UNKNOWN, typed("y")))
    assert answered.error["param"] == "content.messages[1].audio.id"
    assert answered.error["type"] == "invalid_request_error"


@pytest.mark.parametrize("path", ["/chat/completions", "/audio/speech"])
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff"])
def test_bodies_that_are_no_object(caller: Caller, path: str, body: bytes) -> None:
    answered = caller.post_raw(path, body)
    assert (answered.status, answered.error["type"]) == (400, "comet_api_error")


def test_sound_that_is_no_base64(caller: Caller) -> None:
    part = {"type": "input_audio", "input_audio": {"data": "not base64!", "format": "wav"}}
    answered = caller.chat(question({"role": "user", "content": [part]}))
    assert (answered.status, answered.error["code"]) == (400, "invalid_value")


@pytest.mark.parametrize("key", ["", "sk-wrong", "sk-practice-"])
@pytest.mark.parametrize("path", ["/chat/completions", "/audio/speech", "/audio/transcriptions"])
def test_other_keys_are_refused(caller: Caller, path: str, key: str) -> None:
    answered = caller.post(path, {}, key=key or " ")
    assert (answered.status, answered.error["type"]) == (401, "comet_api_error")


def test_image_urls_may_go_to_text_models(caller: Caller) -> None:
    assert caller.chat(question(IMAGE, model="gpt-4o-mini", **TEXT_ONLY)).status == 200


def test_endless_wav_is_accepted(caller: Caller) -> None:
    endless = wav(sound(3.7), size=0xFFFFFFFF)
    assert (
        caller.chat(question(spoken(endless))).events()[-2]["usage"]["prompt_tokens_details"]["audio_tokens"]
        == 37
    )


def test_bodies_over_the_limit(caller: Caller) -> None:
    large = base64.b64encode(bytes(73 * 1024 * 1024)).decode()
    answered = caller.chat(question(typed(large)))
    assert (answered.status, answered.error["code"]) == (413, "request_entity_too_large")


@pytest.mark.parametrize("path", ["/", "/chat/completions", "/api/models"])
def test_paths_beside_the_api_are_a_web_page(caller: Caller, path: str) -> None:
    answered = caller.get(caller.endpoint.base_url.removesuffix("/v1") + path)
    assert (answered.status, answered.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_wrong_paths_of_the_api_are_redirected(caller: Caller) -> None:
    for answered in (caller.get("/nothing"), caller.get("/chat/completions"), caller.post("/responses", {})):
        assert (answered.status, answered.headers["Location"]) == (301, "/")


def test_models_are_listed(caller: Caller) -> None:
    listing = caller.get("/models").json
    assert listing["object"] == "list"
    assert {"gpt-audio-1.5", "whisper-1", "tts-1"} <= {model["id"] for model in listing["data"]}
    assert all(model["object"] == "model" for model in listing["data"])
