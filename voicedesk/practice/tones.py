"""Make a soft tone for every word, so that reading along can be practised without a voice."""

import math
import re
from array import array
from collections.abc import Iterator
from functools import lru_cache

from voicedesk.core.units import RATE_HZ, Pcm
from voicedesk.practice.sound import silence

_PITCHES_HZ = (220.0, 246.9, 277.2, 329.6, 370.0)
_PEAK = 4_000
_PER_LETTER_S = 0.045
_LONGEST_WORD = 14
_FADE_S = 0.02
_GAP_S = 0.06
_SENTENCE_GAP_S = 0.3


def word_tones(text: str, speed: float) -> Iterator[Pcm]:
    """Give each word a tone as long as the word, with a pause after it and a longer one after a sentence."""
    for word in re.findall(r"\S+", text):
        yield _tone(min(len(word), _LONGEST_WORD), speed) + silence(_pause_s(word) / speed)


def _pause_s(word: str) -> float:
    return _SENTENCE_GAP_S if word[-1] in ".!?:;。！？" else _GAP_S


@lru_cache(maxsize=64)
def _tone(letters: int, speed: float) -> Pcm:
    frames = round((2 + letters) * _PER_LETTER_S / speed * RATE_HZ)
    step = 2 * math.pi * _PITCHES_HZ[letters % len(_PITCHES_HZ)] / RATE_HZ
    fade = _FADE_S * RATE_HZ
    loudness = (min(1.0, at / fade, (frames - at) / fade) for at in range(frames))
    return array(
        "h", (round(_PEAK * loud * math.sin(at * step)) for at, loud in enumerate(loudness))
    ).tobytes()
