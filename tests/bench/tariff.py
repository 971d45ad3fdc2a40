"""Count what a chat request costs, from its body alone.

Prices of gpt-audio-1.5 a million tokens: sound in 32 $, sound out 64 $, text in 2.50 $, text out 10 $. Sound
counts 10 tokens a second on its way in and 20 on its way out; whisper-1 costs 0.006 $ a minute.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SOUND_IN, SOUND_OUT, TEXT_IN, TEXT_OUT = 32e-6, 64e-6, 2.5e-6, 10e-6
SOUND_IN_PER_S, SOUND_OUT_PER_S = 10, 20
WHISPER_PER_S = 0.006 / 60
CHARACTERS_PER_TOKEN = 4.0
TOKENS_PER_MESSAGE = 4


@dataclass(frozen=True, slots=True)
class Content:
    """What one request holds: the encoded sounds, the ids of earlier answers, and the text in tokens."""

    sounds: int
    replays: int
    text_tokens: float


def content_of(body: object) -> Content:
    """Read a request body by the rules of the wire format."""
    assert isinstance(body, Mapping)
    messages = [message for message in body["messages"] if isinstance(message, Mapping)]
    parts = [part for message in messages for part in _parts(message)]
    texts = [part["text"] for part in parts if part["type"] == "text"]
    text_tokens = sum(map(len, texts)) / CHARACTERS_PER_TOKEN + TOKENS_PER_MESSAGE * len(messages)
    sounds = sum(part["type"] == "input_audio" for part in parts)
    return Content(sounds, sum(bool(message.get("audio")) for message in messages), text_tokens)


def _parts(message: Mapping[str, object]) -> Iterator[Mapping[str, str]]:
    content = message.get("content")
    if isinstance(content, str):
        yield {"type": "text", "text": content}
    elif isinstance(content, list):
        yield from content


@dataclass(frozen=True, slots=True)
class Exchange:
    """The shape of every turn: seconds asked and answered, and the text of the answer in tokens."""

    asked_s: float
    answered_s: float
    answer_tokens: float

    @property
    def answer_cost(self) -> float:
        """Price what comes back."""
        return self.answered_s * SOUND_OUT_PER_S * SOUND_OUT + self.answer_tokens * TEXT_OUT

    def cost(self, content: Content, replay_per_s: int, transcribed: bool) -> float:
        """Price a turn; an answer named by its id counts so many tokens a second on its way in."""
        sound_s = (
            content.sounds * self.asked_s * SOUND_IN_PER_S + content.replays * self.answered_s * replay_per_s
        )
        own_words = self.asked_s * WHISPER_PER_S if transcribed else 0.0
        return sound_s * SOUND_IN + content.text_tokens * TEXT_IN + self.answer_cost + own_words
