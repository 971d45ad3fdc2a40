"""Say what a second of sound is: 24 kHz mono signed 16-bit little-endian, as the service sends it."""

from array import array

from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Pcm

BYTES_PER_SECOND = BYTES_PER_FRAME * RATE_HZ
TOKEN_BYTES = 2_400
"""One audio token of an answer: 50 ms."""

_INAUDIBLE = 33
"""Peak of -60 dBFS: below it nobody spoke."""


def seconds_of(pcm: Pcm) -> float:
    """Tell how long the sound lasts."""
    return len(pcm) / BYTES_PER_SECOND


def silence(seconds: float) -> Pcm:
    """Make silence of whole frames."""
    return bytes(BYTES_PER_FRAME * round(seconds * RATE_HZ))


def is_silent(pcm: Pcm) -> bool:
    """Tell whether no sample is loud enough to be heard."""
    samples = array("h", pcm[: len(pcm) // BYTES_PER_FRAME * BYTES_PER_FRAME])
    return not samples or (max(samples) <= _INAUDIBLE and min(samples) >= -_INAUDIBLE)


def filled_to_token(pcm: Pcm) -> Pcm:
    """Add silence up to a whole number of audio tokens, as every recorded answer has."""
    return pcm + bytes(-len(pcm) % TOKEN_BYTES)


def answer_tokens(pcm: Pcm) -> int:
    """Count the audio tokens of an answer: 20 a second."""
    return -(-len(pcm) // TOKEN_BYTES)


def spoken_tokens(seconds: float) -> int:
    """Count the audio tokens of what a person said: 10 a second."""
    return round(seconds * 10)
