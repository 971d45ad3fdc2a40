"""Give the recorded sentences of the guide, as text and as sound."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from voicedesk.core.units import Pcm
from voicedesk.practice.sound import silence
from voicedesk.practice.wav import pcm_of_wav

CLIPS = Path(__file__).resolve().parents[2] / "resources" / "practice"
"""Where the clips lie; a frozen program keeps `resources` beside the package too."""

_PAUSE_S = 0.12


class Sentence(Enum):
    """What the guide can say; the value is the name of the file."""

    PRACTICE_MODE = "practice-mode"
    NO_WORDS = "no-words"
    YOU_SAID = "you-said"
    TEXT_ARRIVED = "text-arrived"
    NO_ANSWERS = "no-answers"
    ONLY_SILENCE = "only-silence"


SPOKEN = {
    Sentence.PRACTICE_MODE: "This is practice mode.",
    Sentence.NO_WORDS: "I do not understand words.",
    Sentence.YOU_SAID: "Here is what you said.",
    Sentence.TEXT_ARRIVED: "Your text arrived.",
    Sentence.NO_ANSWERS: "I cannot answer questions.",
    Sentence.ONLY_SILENCE: "I heard only silence.",
}


@dataclass(frozen=True, slots=True)
class Guide:
    """Some sentences in a row: 24 kHz mono s16 and the very words."""

    pcm: Pcm
    text: str


def guide(sentences: Iterable[Sentence], folder: Path = CLIPS) -> Guide:
    """Put sentences together, a short pause after each; a missing clip is silent but still written."""
    chosen = tuple(sentences)
    sound = b"".join(_clip(folder / f"{sentence.value}.wav") + silence(_PAUSE_S) for sentence in chosen)
    return Guide(sound, " ".join(SPOKEN[sentence] for sentence in chosen))


@cache
def _clip(file: Path) -> Pcm:
    return pcm_of_wav(file.read_bytes()) if file.is_file() else b""
