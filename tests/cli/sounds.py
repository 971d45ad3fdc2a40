"""Make sound files for the command line: bursts of noise as long as sentences, with pauses between them."""

from pathlib import Path

import numpy as np
import soundfile

RATE_HZ = 16_000
PAUSE_S = 0.9
PAUSE_LEVEL = 0.001
"""-60 dBFS: no room is as silent as zeros."""


def bursts(seconds: float, seed: int = 1) -> np.ndarray:
    """Make sound with the rhythm of speech."""
    chance = np.random.default_rng(seed)
    parts, length = [np.zeros(0)], 0
    while length < seconds * RATE_HZ:
        sentence = chance.normal(0, 0.1, int(RATE_HZ * chance.uniform(2, 6)))
        pause = chance.normal(0, PAUSE_LEVEL, int(RATE_HZ * PAUSE_S))
        parts += [sentence, pause]
        length += len(sentence) + len(pause)
    return np.concatenate(parts)[: int(seconds * RATE_HZ)].astype("float32")


def write(path: Path, seconds: float, channels: int = 1, **how: str) -> Path:
    """Write a sound file in the format that its name or `how` tells."""
    sound = np.stack([bursts(seconds)] * channels, axis=1)
    soundfile.write(path, sound, RATE_HZ, **how)
    return path
