"""Read sound files of any usual format as `Pcm`, in pieces, however long they are."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
import soundfile

from voicedesk.audio.pcm import Floats, pcm_of, rms_dbfs
from voicedesk.audio.resampling import Resampler
from voicedesk.core.phrases import Phrase, reason_of
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Milliseconds, Pcm, frames_in

_PIECE_FRAMES = 1 << 16
_UNRECOGNISED = 1
_LEVEL_BYTES = frames_in(100) * BYTES_PER_FRAME


def decode(path: Path) -> Iterator[Pcm]:
    """Give the sound of a file piece by piece; raise `Trouble` when it is none that can be read."""
    with _opened_path(path) as file:
        yield from _resampled(file)


def duration_of(path: Path) -> Milliseconds:
    """Tell how long a sound file plays, by what it says itself."""
    with _opened_path(path) as file:
        return Milliseconds(file.frames * 1000 // file.samplerate)


def decode_bytes(sound: bytes) -> Pcm | None:
    """Decode a whole sound file in memory; None when it is none that can be read."""
    try:
        with _opened(io.BytesIO(sound), "") as file:
            return b"".join(_resampled(file))
    except Trouble:
        return None


def levels_of(pieces: Iterator[Pcm]) -> Iterator[float]:
    """Measure the loudness of each 100 ms; the last one may be shorter."""
    rest = b""
    for piece in pieces:
        rest += piece
        while len(rest) >= _LEVEL_BYTES:
            yield rms_dbfs(rest[:_LEVEL_BYTES])
            rest = rest[_LEVEL_BYTES:]
    if rest:
        yield rms_dbfs(rest)


@contextmanager
def _opened_path(path: Path) -> Iterator[soundfile.SoundFile]:
    """Open a file by the system first, whose errors say more than "System error"."""
    try:
        with path.open("rb") as raw, _opened(raw, path.name) as file:
            yield file
    except OSError as error:
        raise trouble(Kind.BAD_FILE, str(error), file=path.name, reason=_reason_to_refuse(error)) from error


@contextmanager
def _opened(source: BinaryIO, name: str) -> Iterator[soundfile.SoundFile]:
    try:
        with soundfile.SoundFile(source) as file:
            yield file
    except soundfile.SoundFileError as error:
        raise trouble(Kind.BAD_FILE, str(error), file=name, reason=_reason(error)) from error


def _reason_to_refuse(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return Phrase.NOT_THERE
        case IsADirectoryError():
            return Phrase.IS_A_FOLDER
    return reason_of(error)


def _reason(error: soundfile.SoundFileError) -> str:
    if getattr(error, "code", None) == _UNRECOGNISED:
        return Phrase.NOT_A_SOUND_FILE
    return str(getattr(error, "error_string", error)).rstrip(".")


def _resampled(file: soundfile.SoundFile) -> Iterator[Pcm]:
    resampler = Resampler(file.samplerate, RATE_HZ)
    while len(frames := file.read(_PIECE_FRAMES, dtype="float32", always_2d=True)):
        if pcm := pcm_of(resampler.feed(_mixed(frames))):
            yield pcm
    if pcm := pcm_of(resampler.finish()):
        yield pcm


def _mixed(frames: Floats) -> Floats:
    """Mix all channels into one, so that none is lost and the loudness stays."""
    mono: Floats = frames.mean(axis=1, dtype=np.float32)
    return mono
