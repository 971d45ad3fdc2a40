"""What the callback in C points to stays in memory as long as it may be used."""

import gc
import weakref
from types import SimpleNamespace

from voicedesk.audio.streams import Ring, Transfer


def test_a_ring_that_sound_was_diverted_to_lives_as_long_as_the_transfer() -> None:
    first, silence = Ring(64, 1), Ring(64, 1)
    transfer = Transfer(SimpleNamespace(ringbuffer=None), first)
    transfer.divert(silence)
    alive = weakref.ref(silence)
    del silence
    gc.collect()
    assert alive() is not None
    assert transfer.ring is first
    del transfer
    gc.collect()
    assert alive() is None
