"""Make the MP3 for the upload while the recording grows, so that it is ready when the key goes up."""

from pathlib import Path

import numpy as np
import soundfile

from voicedesk.audio.private_files import create_private
from voicedesk.core.units import RATE_HZ, Pcm

# libsndfile maps 0 to 1 onto the bit rates from high to low; this one is an eighth of the WAV at 24 kHz.
_LEVEL_FOR_48_KBITS = 0.73


class EncodingFailed(Exception):
    """Say that the MP3 cannot be completed; the recording itself is not affected."""


class Mp3Encoder:
    """An MP3 file of constant bit rate that grows. What is in it decodes even if it is never finished."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._file = soundfile.SoundFile(
                create_private(path),
                "w",
                samplerate=RATE_HZ,
                channels=1,
                format="MP3",
                subtype="MPEG_LAYER_III",
                bitrate_mode="CONSTANT",
                compression_level=_LEVEL_FOR_48_KBITS,
                closefd=True,
            )
        except (OSError, soundfile.SoundFileError) as error:
            raise EncodingFailed(str(error)) from error

    def append(self, pcm: Pcm) -> None:
        """Encode more sound."""
        try:
            self._file.write(np.frombuffer(pcm, "<i2"))
        except (OSError, soundfile.SoundFileError, AssertionError) as error:  # asserts a full write
            raise EncodingFailed(str(error)) from error

    def finish(self) -> None:
        """Write out what the encoder holds, and close the file."""
        try:
            self._file.close()
        except (OSError, soundfile.SoundFileError) as error:
            raise EncodingFailed(str(error)) from error

    def abandon(self) -> None:
        """Close and delete the file, as far as the disk still goes along."""
        try:
            self._file.close()
        except (OSError, soundfile.SoundFileError):
            pass
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            pass
