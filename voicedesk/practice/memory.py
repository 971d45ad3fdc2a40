"""Remember which answers can be named again by their audio id."""

import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from voicedesk.practice.chat_request import Replay
from voicedesk.practice.refusals import upstream

_LIFE_S = 3_600
_MOST = 1_024


@dataclass(frozen=True, slots=True)
class Remembered:
    """One answer that was given out, with the tokens it costs when it is replayed."""

    audio_id: str
    expires_at: int
    audio_tokens: int


class AudioMemory:
    """Keep the newest answers for an hour; belongs to the service's loop."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._answers: OrderedDict[str, Remembered] = OrderedDict()

    def remember(self, audio_tokens: int) -> Remembered:
        """Give a new answer its id."""
        answer = Remembered(f"audio_{secrets.token_hex(16)}", int(self._clock()) + _LIFE_S, audio_tokens)
        self._answers[answer.audio_id] = answer
        if len(self._answers) > _MOST:
            self._answers.popitem(last=False)
        return answer

    def tokens_of(self, replay: Replay) -> int:
        """Tell what replaying costs; raises `Refusal` for an id that is unknown or expired."""
        answer = self._answers.get(replay.audio_id)
        if answer is None or answer.expires_at <= self._clock():
            message = f"Assistant audio {replay.audio_id} not found."
            raise upstream(
                message, code="audio_not_found", param=f"content.messages[{replay.place}].audio.id"
            )
        return answer.audio_tokens
