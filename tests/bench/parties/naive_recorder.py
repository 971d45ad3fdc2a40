"""A peer: a recorder that keeps what it hears in a list until the end."""

import sounddevice as sd

from tests.bench.parties.pipe import on_each_order, tell
from tests.bench.speech import RATE_HZ

_BLOCK = RATE_HZ // 10
_MINUTE = 600

if __name__ == "__main__":
    on_each_order(lambda order: None)
    heard: list[bytes] = []
    with sd.RawInputStream(samplerate=RATE_HZ, channels=1, dtype="int16") as microphone:
        tell("listening")
        while True:
            heard.append(bytes(microphone.read(_BLOCK)[0]))
            if len(heard) % _MINUTE == 0:
                tell("minute", number=len(heard) // _MINUTE)
