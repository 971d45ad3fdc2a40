"""Run PortAudio streams whose callback is C code, so that a busy interpreter loses and tears no sound."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from voicedesk.audio import portaudio
from voicedesk.audio.devices import Device
from voicedesk.audio.failures import Direction, is_format_refusal, problem_of, standstill
from voicedesk.audio.pcm import Floats
from voicedesk.core.problems import Trouble

_FLOAT_BYTES = 4
_ENDPOINT_VARIABLES = {Direction.INPUT: "PULSE_SOURCE", Direction.OUTPUT: "PULSE_SINK"}
# Results the callback hands back; each piece of work leaves one, and they are collected at every look.
_QUEUE_LENGTH = 64


class FormatRefused(Exception):
    """Say that the device exists but not with this rate or this number of channels."""


class Ring:
    """A lock-free queue of frames between one Python thread and the callback."""

    def __init__(self, frames: int, channels: int) -> None:
        import rtmixer

        self.channels = channels
        self._memory = np.zeros((_power_of_two(frames), channels), np.float32)
        self.raw = rtmixer.RingBuffer(_FLOAT_BYTES * channels, buffer=self._memory)

    @property
    def waiting(self) -> int:
        """Count the frames written and not yet read."""
        return int(self.raw.read_available)

    @property
    def room(self) -> int:
        """Count the frames that fit."""
        return int(self.raw.write_available)

    def take(self) -> Floats:
        """Read all frames, as an array of frames x channels."""
        return np.frombuffer(self.raw.read(), np.float32).reshape(-1, self.channels)

    def put(self, mono: Floats) -> None:
        """Write the same samples to every channel; they have to fit."""
        spread = np.repeat(mono.astype(np.float32, copy=False), self.channels)
        self.raw.write(spread)

    def amend(self, mono: Floats) -> None:
        """Replace the samples that were written last, while they still wait.

        No index moves, so the worst that can happen, should the callback be there already, is an old sample.
        """
        end = int(self.raw._ptr.writeIndex)
        self._memory[np.arange(end - len(mono), end) % len(self._memory)] = mono[:, np.newaxis]


class Transfer:
    """Sound flowing between a ring and the device until the ring is full (recording) or empty (playing)."""

    def __init__(self, action: Any, ring: Ring) -> None:
        self.action = action
        self.ring = ring
        self._kept_alive = [ring]  # the callback has bare pointers to them

    @property
    def frames(self) -> int:
        """Count the frames moved so far."""
        return int(self.action.done_frames)

    def divert(self, ring: Ring) -> None:
        """Let the callback go on with another ring, from its next block; from any thread.

        It is one store of a pointer and needs neither the queue of actions nor a lock. A block that is being
        moved just now may take its count from the one ring and leave it in the other, so that the other has
        to hold nothing but zeros and is never used for anything else.
        """
        self._kept_alive.append(ring)
        self.action.ringbuffer = ring.raw._ptr

    @property
    def overflows(self) -> int:
        """Count how often the device lost input during this transfer."""
        return int(self.action.stats.input_overflows)

    @property
    def underflows(self) -> int:
        """Count how often the device ran out of output during this transfer."""
        return int(self.action.stats.output_underflows)


class Stream:
    """An open stream of float samples; used by one thread.

    Raises `FormatRefused` or `Trouble` when the device cannot be opened like this.
    """

    def __init__(
        self,
        direction: Direction,
        device: Device,
        rate_hz: int,
        channels: int,
        block_frames: int,
        latency: float | str = "low",
    ) -> None:
        self.direction, self.rate_hz, self.channels = direction, rate_hz, channels
        self.block_frames = block_frames
        self._device_name = device.name
        self._stream = self._open(device, latency)

    def _open(self, device: Device, latency: float | str) -> Any:
        with portaudio.entered(self.direction) as sounddevice, _asking_for(self.direction, device.endpoint):
            import rtmixer

            kind = rtmixer.Recorder if self.direction is Direction.INPUT else rtmixer.Mixer
            try:
                stream = kind(
                    device=device.index,
                    channels=self.channels,
                    samplerate=self.rate_hz,
                    blocksize=self.block_frames,
                    latency=latency,
                    qsize=_QUEUE_LENGTH,
                    dither_off=True,  # PortAudio would add noise to samples that are exact already
                )
            except sounddevice.PortAudioError as error:
                if is_format_refusal(error):
                    raise FormatRefused from error
                raise Trouble(problem_of(error, self.direction, device.name)) from error
            portaudio.count_stream(1)
            return stream

    @property
    def latency_frames(self) -> int:
        """Tell how much sound the device itself holds, by its own word."""
        return int(self._stream.latency * self.rate_hz + 0.5)

    @property
    def is_active(self) -> bool:
        """Tell whether the device still asks for sound."""
        return not self._stream.closed and bool(self._stream.active)

    @property
    def blocks(self) -> int:
        """Count the blocks that passed since the stream was opened.

        Read past rtmixer's `stats`, which refuses while the stream runs; its other way resets the count at a
        moment nobody knows.
        """
        return int(self._stream._state.stats.blocks)

    def start(self) -> None:
        """Let the device run."""
        with portaudio.entered(self.direction) as sounddevice:
            try:
                self._stream.start()
            except sounddevice.PortAudioError as error:
                raise Trouble(problem_of(error, self.direction, self._device_name)) from error

    def halt(self) -> None:
        """Stop at once and forget what the device holds; harmless when it is gone."""
        with portaudio.entered(self.direction):
            self._stream.abort(ignore_errors=True)

    def close(self) -> None:
        """Release the device; harmless when repeated."""
        with portaudio.entered(self.direction):
            if self._stream.closed:
                return
            self._stream.close(ignore_errors=True)
            portaudio.count_stream(-1)

    def transfer(self, ring: Ring) -> Transfer:
        """Begin to move sound between this ring and the device."""
        if self.direction is Direction.INPUT:
            return self._asked(self._stream.record_ringbuffer, ring.raw, ring)
        return self._asked(self._stream.play_ringbuffer, ring.raw, ring)

    def is_moving(self, transfer: Transfer) -> bool:
        """Tell whether the transfer still goes on."""
        return bool(transfer.action in self._stream.actions)

    def cancel(self, transfer: Transfer) -> Transfer:
        """End a transfer at the next block; keep both until the returned one is no longer moving."""
        return self._asked(self._stream.cancel, transfer.action, transfer.ring)

    def _asked(self, ask: Callable[[Any], Any], about: Any, ring: Ring) -> Transfer:
        """Put a piece of work into the callback's queue, which is full only when the device stands still."""
        try:
            return Transfer(ask(about), ring)
        except RuntimeError as error:
            raise Trouble(standstill(self.direction)) from error


@contextmanager
def _asking_for(direction: Direction, endpoint: str) -> Iterator[None]:
    """Name a source or sink to the sound server while a stream is opened.

    PortAudio has no way to say it; libpulse takes it from the environment when it connects and keeps it as
    long as the stream exists. Moving the stream afterwards would record from the wrong microphone first.
    """
    variable = _ENDPOINT_VARIABLES[direction]
    before = os.environ.get(variable)
    if endpoint:
        os.environ[variable] = endpoint
    try:
        yield
    finally:
        if endpoint and before is None:
            del os.environ[variable]
        elif endpoint and before is not None:
            os.environ[variable] = before


def _power_of_two(frames: int) -> int:
    return 1 << (frames - 1).bit_length()
