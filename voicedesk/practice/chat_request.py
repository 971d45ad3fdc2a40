"""Read a chat request into what the answer depends on, refusing what CometAPI's audio models refuse."""

import base64
import binascii
from dataclasses import dataclass

from voicedesk.practice.body import Body, as_list, as_object, as_text
from voicedesk.practice.models import MODELS, Purpose, checked_model
from voicedesk.practice.refusals import Refusal, no_messages, upstream
from voicedesk.practice.voices import check_voice
from voicedesk.practice.words import text_tokens

_WHOLE_FORMATS = ("wav", "pcm16")


@dataclass(frozen=True, slots=True)
class Recording:
    """One piece of sound in a request, still encoded."""

    file: bytes
    format: str


@dataclass(frozen=True, slots=True)
class Replay:
    """An earlier answer named by its audio id; `place` is the message's number."""

    audio_id: str
    place: int


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation so far."""

    role: str
    text: str
    recordings: tuple[Recording, ...]
    replay: Replay | None


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """A request that can be answered."""

    model: str
    messages: tuple[Message, ...]
    speaks: bool
    audio_format: str
    streams: bool
    counts_usage: bool
    obfuscates: bool
    most_tokens: int | None

    @property
    def recordings(self) -> tuple[Recording, ...]:
        """All sound in the request, oldest first."""
        return tuple(recording for message in self.messages for recording in message.recordings)

    @property
    def replays(self) -> tuple[Replay, ...]:
        """All earlier answers that are named by id."""
        return tuple(message.replay for message in self.messages if message.replay)

    @property
    def last_said(self) -> Message:
        """The newest message of the user."""
        said = [message for message in self.messages if message.role == "user"]
        return said[-1] if said else Message("user", "", (), None)

    @property
    def is_first_turn(self) -> bool:
        """Whether nothing was answered before in this conversation."""
        return all(message.role != "assistant" for message in self.messages)

    @property
    def text_tokens(self) -> int:
        """Count the text tokens of the request, about."""
        return sum(text_tokens(message.text) for message in self.messages)


def read_chat(body: Body) -> ChatRequest:
    """Read the request; raises `Refusal` in the order in which gateway and upstream look."""
    model = checked_model(body.get("model"), Purpose.AUDIO_CHAT, Purpose.TEXT_CHAT)
    if not as_list(body.get("messages")):
        raise no_messages()
    hears = MODELS[model] is Purpose.AUDIO_CHAT
    options = as_object(body.get("stream_options"))
    request = ChatRequest(
        model=model,
        messages=tuple(
            _message(as_object(each), at, hears) for at, each in enumerate(as_list(body["messages"]))
        ),
        speaks="audio" in as_list(body.get("modalities")),
        audio_format=as_text(as_object(body.get("audio")).get("format")),
        streams=body.get("stream") is True,
        counts_usage=options.get("include_usage") is True,
        obfuscates=options.get("include_obfuscation") is not False,
        most_tokens=_token_limit(body),
    )
    _check(request, body)
    return request


def _token_limit(body: Body) -> int | None:
    limit = body.get("max_completion_tokens", body.get("max_tokens"))
    return limit if isinstance(limit, int) and limit > 0 else None


def _message(message: Body, place: int, hears: bool) -> Message:
    parts = [
        _part(as_object(part), f"messages.[{place}].content.[{at}]", hears)
        for at, part in enumerate(_parts(message.get("content")))
    ]
    replayed = as_text(as_object(message.get("audio")).get("id"))
    return Message(
        role=as_text(message.get("role")),
        text=" ".join(part for part in parts if isinstance(part, str)),
        recordings=tuple(part for part in parts if isinstance(part, Recording)),
        replay=Replay(replayed, place) if replayed else None,
    )


def _parts(content: object) -> list[object]:
    return [{"type": "text", "text": content}] if isinstance(content, str) else as_list(content)


def _part(part: Body, param: str, hears: bool) -> str | Recording | None:
    kind = as_text(part.get("type"))
    if kind == "text":
        return as_text(part.get("text"))
    if kind == "input_audio":
        return _recording(as_object(part.get("input_audio")), param, hears)
    _check_other_part(kind, param, hears)
    return None


def _check_other_part(kind: str, param: str, hears: bool) -> None:
    if kind == "image_url" and hears:
        raise upstream("This model does not support image_url content.", code="invalid_value", param=param)
    if kind != "image_url":
        raise upstream(f"Invalid value: '{kind}'.", code="invalid_value", param=f"{param}.type")


def _recording(sound: Body, param: str, hears: bool) -> Recording:
    if not hears:
        message = "Content blocks are expected to be either text or image_url type."
        raise upstream(f"Invalid content type. {message}", code="invalid_value", param=param)
    if sound.get("format") not in ("wav", "mp3"):
        message = "This model does not support the format you provided."
        raise upstream(message, code="unsupported_format", param=f"{param}.input_audio.format")
    try:
        file = base64.b64decode(as_text(sound.get("data")), validate=True)
    except binascii.Error:
        file = b""
    if not file:
        raise damaged_recording(param)
    return Recording(file, as_text(sound["format"]))


def damaged_recording(param: str = "messages") -> Refusal:
    """Refuse sound that cannot be decoded."""
    message = "The data provided for 'input_audio' is not valid audio of the given format."
    return upstream(message, code="invalid_value", param=param)


def _check(request: ChatRequest, body: Body) -> None:
    if as_object(body.get("response_format")).get("type") == "json_schema" and _is_audio(request):
        message = "'response_format' of type 'json_schema' is not supported with this model."
        raise upstream(f"Invalid parameter: {message}", param="response_format")
    if request.speaks:
        _check_speaking(request, as_object(body.get("audio")))
    elif _is_audio(request) and not request.recordings and not request.replays:
        message = "This model requires that either input content or output modality contain audio."
        raise upstream(message, code="invalid_value", param="model")


def _is_audio(request: ChatRequest) -> bool:
    return MODELS[request.model] is Purpose.AUDIO_CHAT


def _check_speaking(request: ChatRequest, audio: Body) -> None:
    if not _is_audio(request):
        message = f"Invalid modalities for {request.model}: audio output is not supported."
        raise upstream(message, code="invalid_value", param="modalities")
    check_voice(audio.get("voice"), "audio.voice")
    _check_format(request)


def _check_format(request: ChatRequest) -> None:
    asked = request.audio_format
    if request.streams and asked != "pcm16":
        message = (
            f"'audio.format' does not support '{asked}' when stream=true. Supported values are: 'pcm16'."
        )
        raise upstream(f"Unsupported value: {message}", code="unsupported_value", param="audio.format")
    if asked not in _WHOLE_FORMATS:
        message = f"practice mode does not make '{asked}'. Supported values are: 'wav' and 'pcm16'."
        raise upstream(f"Unsupported value: {message}", code="unsupported_value", param="audio.format")
