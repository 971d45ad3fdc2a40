"""Change the rate of a running sound."""

import numpy as np
import soxr

from voicedesk.audio.pcm import Floats


class Resampler:
    """Turn one rate into another, piece by piece; it holds back some milliseconds until `finish`.

    Quality HQ: the quick one lets aliases through at full level and saves next to nothing.
    """

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._stream = None if from_hz == to_hz else soxr.ResampleStream(from_hz, to_hz, 1, "float32", "HQ")

    def feed(self, samples: Floats) -> Floats:
        """Give what is ready after these mono samples."""
        return samples if self._stream is None else self._resample(samples, last=False)

    def finish(self) -> Floats:
        """Give what was held back; nothing can be fed afterwards."""
        nothing = np.zeros(0, np.float32)
        return nothing if self._stream is None else self._resample(nothing, last=True)

    def _resample(self, samples: Floats, last: bool) -> Floats:
        assert self._stream is not None
        resampled: Floats = self._stream.resample_chunk(samples, last=last)
        return resampled
