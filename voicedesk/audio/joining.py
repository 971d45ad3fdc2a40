"""Join recordings and answers into one sound file, of any length in constant memory."""

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
import soundfile

from voicedesk.audio.encoder import EncodingFailed, Mp3Encoder
from voicedesk.audio.private_files import create_private
from voicedesk.core.export.utterances import Placed
from voicedesk.core.units import (
    BYTES_PER_FRAME,
    RATE_HZ,
    Frames,
    Milliseconds,
    Pcm,
    frames_in,
    milliseconds_of,
)

PIECE_BYTES = 1 << 17
LARGEST_WAV_FRAMES = (2**32 - 2**16) // BYTES_PER_FRAME
"""WAV counts its bytes in 32 bits; what is longer, which is a day, is written as RF64."""


def length_of(sound: Path) -> Milliseconds | None:
    """Measure a file of bare `Pcm`; None if it is not there."""
    try:
        return milliseconds_of(sound.stat().st_size // BYTES_PER_FRAME)
    except OSError:
        return None


def write_wav(draft: Path, timeline: Iterable[Placed], frames: Frames) -> None:
    """Write everything as one WAV file of about so many frames. Raises `OSError`."""
    container = "WAV" if frames < LARGEST_WAV_FRAMES else "RF64"
    try:
        descriptor = create_private(draft, appends=False)  # the length is put into the header at the end
        with soundfile.SoundFile(
            descriptor, "w", RATE_HZ, 1, "PCM_16", format=container, closefd=True
        ) as file:
            for pcm in joined(timeline):
                file.write(np.frombuffer(pcm, "<i2"))
    except (soundfile.SoundFileError, AssertionError) as error:  # asserts a full write
        raise OSError(errno.EIO, str(error)) from error


def write_mp3(draft: Path, timeline: Iterable[Placed]) -> None:
    """Write everything as one MP3 file. Raises `OSError`."""
    try:
        encoder = Mp3Encoder(draft)
        try:
            for pcm in joined(timeline):
                encoder.append(pcm)
            encoder.finish()
        except BaseException:
            encoder.abandon()
            raise
    except EncodingFailed as error:
        raise OSError(errno.EIO, str(error)) from error


def joined(timeline: Iterable[Placed]) -> Iterator[Pcm]:
    """Give each sound at its time, and silence between; what cannot be read any more is silent too."""
    written = 0
    for each in timeline:
        yield from _silence(frames_in(each.start_ms) - written)
        written = frames_in(each.start_ms)
        for pcm in _sound(each.utterance.sound, frames_in(each.end_ms) - written):
            written += len(pcm) // BYTES_PER_FRAME
            yield pcm
        yield from _silence(frames_in(each.end_ms) - written)
        written = frames_in(each.end_ms)


def _sound(path: Path | None, most_frames: int) -> Iterator[Pcm]:
    left = most_frames * BYTES_PER_FRAME if path else 0
    try:
        with open(path or os.devnull, "rb") as file:
            while left and (pcm := _whole(file.read(min(left, PIECE_BYTES)))):
                left -= len(pcm)
                yield pcm
    except OSError:
        return


def _whole(pcm: Pcm) -> Pcm:
    return pcm[: len(pcm) // BYTES_PER_FRAME * BYTES_PER_FRAME]


def _silence(frames: int) -> Iterator[Pcm]:
    left = frames * BYTES_PER_FRAME
    while left > 0:
        yield bytes(min(left, PIECE_BYTES))
        left -= PIECE_BYTES
