"""Read a recording in the form in which it is sent."""

import struct
from dataclasses import dataclass
from pathlib import Path

from voicedesk.core.conversation import Clip
from voicedesk.core.problems import Kind, trouble
from voicedesk.core.settings import Upload
from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Milliseconds

_RIFF_BYTES_BESIDE_DATA = 36


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording as a file in memory."""

    content: bytes
    format: Upload
    duration_ms: Milliseconds

    @property
    def file_name(self) -> str:
        """Name it so that the service recognises its format."""
        return f"speech.{self.format.value}"


def sound_of(clip: Clip, most_bytes: int) -> Sound:
    """Read a clip, as MP3 if there is one and else as WAV; it reads files, so call it in a thread."""
    if clip.upload and clip.upload.is_file():
        return Sound(_read(clip.upload, most_bytes), Upload.MP3, clip.duration_ms)
    pcm = _read(clip.path, most_bytes)
    return Sound(wav_header(len(pcm)) + pcm, Upload.WAV, clip.duration_ms)


def wav_header(data_bytes: int) -> bytes:
    """Describe our samples the way a WAV file does (RIFF, PCM, one channel)."""
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", _RIFF_BYTES_BESIDE_DATA + data_bytes, b"WAVE",
        b"fmt ", 16, 1, 1, RATE_HZ, RATE_HZ * BYTES_PER_FRAME, BYTES_PER_FRAME, 8 * BYTES_PER_FRAME,
        b"data", data_bytes,
    )  # fmt: skip


def _read(path: Path, most_bytes: int) -> bytes:
    try:
        if path.stat().st_size > most_bytes:
            raise trouble(Kind.RECORDING_TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise trouble(Kind.RECORDING_MISSING, error.strerror or "") from error
