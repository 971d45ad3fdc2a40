"""Make whole frames of what arrives as sound, and let nothing through that is not sound."""

import struct

from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Pcm

_RIFF = b"RIFF"
_OTHER_FORMATS = (b"ID3", b"OggS", b"fLaC", b"{", b"<!DO", b"<htm")
_LONGEST_HEADER = 4096
_HEADER_START = 12
_CHUNK_HEAD = 8
_SIGN_BYTES = 4
_PCM_FORMAT = 1


class PcmStream:
    """Join pieces of any length to whole frames; a WAV header in front is taken off if it says our format.

    Some gateways send WAV where PCM was asked for; played as samples, a header is a click and a wrong
    rate is noise.
    """

    def __init__(self) -> None:
        self._carry = b""
        self._begun = False

    def feed(self, piece: bytes) -> Pcm:
        """Give the whole frames that are there now; raise `Trouble` for what is not PCM."""
        received = self._carry + piece
        if not self._begun:
            samples = _without_header(received)
            if samples is None:
                self._carry = received
                return b""
            received, self._begun = samples, True
        whole = len(received) // BYTES_PER_FRAME * BYTES_PER_FRAME
        self._carry = received[whole:]
        return received[:whole]

    def finish(self) -> Pcm:
        """Give what was held back because it might have been a header; a half frame is dropped."""
        held, self._carry = self._carry, b""
        if self._begun or held.startswith(_RIFF):
            return b""
        return held[: len(held) // BYTES_PER_FRAME * BYTES_PER_FRAME]


def _without_header(received: bytes) -> bytes | None:
    """Take a header off, or ask for more by giving None."""
    if len(received) < _SIGN_BYTES:
        return None
    if received.startswith(_OTHER_FORMATS):
        raise _not_pcm(f"begins with {received[:_SIGN_BYTES]!r}")
    if not received.startswith(_RIFF):
        return received
    start = _start_of_samples(received)
    if start is None and len(received) > _LONGEST_HEADER:
        raise _not_pcm("an endless WAV header")
    return None if start is None else received[start:]


def _start_of_samples(received: bytes) -> int | None:
    at = _HEADER_START
    while at + _CHUNK_HEAD <= len(received):
        name, size = struct.unpack_from("<4sI", received, at)
        if name == b"data":
            return at + _CHUNK_HEAD
        if at + _CHUNK_HEAD + size > len(received):
            return None
        if name == b"fmt ":
            _check_format(received[at + _CHUNK_HEAD : at + _CHUNK_HEAD + size])
        at += _CHUNK_HEAD + size + size % 2
    return None


def _check_format(layout: bytes) -> None:
    if len(layout) < struct.calcsize("<HHIIHH"):
        raise _not_pcm("a short WAV format")
    kind, channels, rate_hz, _, _, bits = struct.unpack_from("<HHIIHH", layout)
    if (kind, channels, rate_hz, bits) != (_PCM_FORMAT, 1, RATE_HZ, 8 * BYTES_PER_FRAME):
        raise _not_pcm(f"WAV of format {kind}, {channels} channels, {rate_hz} Hz, {bits} bits")


def _not_pcm(detail: str) -> Trouble:
    return trouble(Kind.SOUND_DAMAGED, detail)
