"""Play what the test orders on the virtual device, and listen to its microphone."""

import struct
from time import sleep

import sounddevice as sd

from tests.bench.parties.pipe import Order, orders, tell

RATE_HZ = 24_000
BLOCK = 240


def play(order: Order) -> None:
    """Write runs of equal samples at once, and wait until the device has played them."""
    runs: list[tuple[int, int]] = order.values["runs"]  # type: ignore[assignment]
    pcm = b"".join(struct.pack("<h", value) * frames for value, frames in runs)
    with sd.RawOutputStream(
        samplerate=RATE_HZ, channels=1, dtype="int16", blocksize=BLOCK, latency=0.5
    ) as stream:
        stream.write(pcm)
    tell("played")


def stumble(order: Order) -> None:
    """Play by a Python callback that is late once, in the middle."""
    blocks, late_ms = int(order.values["blocks"]), float(order.values["late_ms"])
    left = blocks

    def callback(output: memoryview, frames: int, times: object, status: object) -> None:
        nonlocal left
        left -= 1
        if left == blocks // 2:
            sleep(late_ms / 1_000)
        output[:] = struct.pack("<h", 500) * frames
        if not left:
            raise sd.CallbackStop

    with sd.RawOutputStream(
        samplerate=RATE_HZ, channels=1, dtype="int16", blocksize=BLOCK, callback=callback
    ) as stream:
        while stream.active:
            sleep(0.005)
    tell("played")


def listen(order: Order) -> None:
    """Record some frames."""
    with sd.RawInputStream(samplerate=RATE_HZ, channels=1, dtype="int16", blocksize=BLOCK) as stream:
        heard = bytes(stream.read(int(order.values["frames"]))[0])
    tell("heard", samples=list(struct.unpack(f"<{len(heard) // 2}h", heard)))


if __name__ == "__main__":
    tell("ready")
    for each in orders():
        {"play": play, "stumble": stumble, "listen": listen}[each.do](each)
