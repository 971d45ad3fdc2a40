"""Decode what was sent, away from the loop, with what the front end lends."""

import asyncio
from dataclasses import dataclass

from voicedesk.core.units import Pcm
from voicedesk.practice.options import Decode
from voicedesk.practice.wav import needs_no_conversion, pcm_of_wav


@dataclass(frozen=True, slots=True)
class Hearing:
    """Turn files into sound; WAV needs no help, other formats a decoder."""

    decode: Decode | None

    async def sound_of(self, file: bytes, kind: str) -> Pcm | None:
        """Decode a file; None where nothing here can. Raises `NotWav` for WAV that nobody can read."""
        return await asyncio.to_thread(self._sound_of, file, kind)

    def _sound_of(self, file: bytes, kind: str) -> Pcm | None:
        if kind == "wav" and needs_no_conversion(file):
            return pcm_of_wav(file)
        # A lent decoder converts faster than Python can, and reads kinds of WAV that ours does not.
        lent = self.decode(file, kind) if self.decode else None
        return pcm_of_wav(file) if lent is None and kind == "wav" else lent
