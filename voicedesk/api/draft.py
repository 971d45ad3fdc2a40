"""Write the request for one answer, and change it when the service says what it cannot take."""

import base64
from dataclasses import dataclass, replace
from typing import Literal

from openai.types.chat import ChatCompletionMessageParam
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming

from voicedesk.api.clips import Sound
from voicedesk.api.refusals import Refused
from voicedesk.core.context import Message, Role
from voicedesk.core.exchange import Question
from voicedesk.core.problems import Kind
from voicedesk.core.settings import ServiceSettings, Upload

FALLBACK_VOICE = "alloy"
_EXPIRY_MARGIN_S = 60
_FORMATS: dict[Upload, Literal["mp3", "wav"]] = {Upload.MP3: "mp3", Upload.WAV: "wav"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A request to be; `names_audio` says whether an earlier answer may be named by its audio id."""

    question: Question
    sound: Sound | None
    now: float
    names_audio: bool
    voice: str

    @property
    def model(self) -> str:
        """Choose the model; an audio model refuses a request with sound on neither side."""
        service = self._service
        return service.talk_model if self.sound or self.question.spoken else service.text_model

    def params(self) -> CompletionCreateParamsStreaming:
        """Write the body of the request."""
        params: CompletionCreateParamsStreaming = {
            "model": self.model,
            "messages": self._messages(),
            "stream": True,
            "stream_options": {"include_usage": True, "include_obfuscation": False},
            "max_completion_tokens": self._service.max_output_tokens,
            "modalities": ["text", "audio"] if self.question.spoken else ["text"],
        }
        if self.question.spoken:
            params["audio"] = {"voice": self.voice, "format": "pcm16"}
        return params

    def mended(self, refused: Refused) -> "Draft":
        """Change what was refused, once each; raise the refusal again if there is nothing to change."""
        if refused.problem.kind is Kind.AUDIO_EXPIRED and self._named_audio():
            return replace(self, names_audio=False)
        if self.question.spoken and refused.refusal.names_voice and self.voice != FALLBACK_VOICE:
            return replace(self, voice=FALLBACK_VOICE)
        raise refused

    @property
    def _service(self) -> ServiceSettings:
        return self.question.service

    def _messages(self) -> list[ChatCompletionMessageParam]:
        messages: list[ChatCompletionMessageParam] = []
        if self._service.instructions:
            messages.append({"role": "system", "content": self._service.instructions})
        messages += [self._past(message) for message in self.question.history]
        messages.append(self._asked())
        return messages

    def _past(self, message: Message) -> ChatCompletionMessageParam:
        if message.role is Role.USER:
            return {"role": "user", "content": message.text}
        if message.audio_id and self._lives(message):
            return {"role": "assistant", "audio": {"id": message.audio_id}}
        return {"role": "assistant", "content": message.text}

    def _asked(self) -> ChatCompletionMessageParam:
        if self.sound is None:
            return {"role": "user", "content": self.question.text}
        data = base64.b64encode(self.sound.content).decode("ascii")
        kind = _FORMATS[self.sound.format]
        return {
            "role": "user",
            "content": [{"type": "input_audio", "input_audio": {"data": data, "format": kind}}],
        }

    def _lives(self, message: Message) -> bool:
        lasts = message.expires_at is not None and message.expires_at - _EXPIRY_MARGIN_S > self.now
        return lasts and self.names_audio and self.model == self._service.talk_model

    def _named_audio(self) -> bool:
        return any(message.audio_id and self._lives(message) for message in self.question.history)
