"""What the callback in C points to stays in memory as long as it may be used."""

import gc
import weakref
from types import SimpleNamespace

import numpy as np

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


def test_what_was_written_last_can_be_amended_wherever_the_ring_begins_anew() -> None:
    for turned in range(0, 200, 7):
        ring = Ring(64, 2)
        for _ in range(turned):
            ring.put(np.zeros(1, np.float32))
            ring.take()
        ring.put(np.arange(50, dtype=np.float32))
        ring.amend(np.full(20, -1, np.float32))
        expected = [*range(30), *[-1] * 20]
        assert ring.take().tolist() == [[value, value] for value in expected]
