"""Record from a microphone without losing sound while the interpreter is busy."""

import time
from collections.abc import Callable, Iterator

from voicedesk.audio import pulse
from voicedesk.audio.devices import Device, devices, open_by_name
from voicedesk.audio.failures import Direction, no_device
from voicedesk.audio.pcm import Floats, pcm_of
from voicedesk.audio.progress import Stall
from voicedesk.audio.resampling import Resampler
from voicedesk.audio.streams import FormatRefused, Ring, Stream, Transfer
from voicedesk.audio.watch import Watch
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.units import RATE_HZ, Frames, Pcm

_RING_SECONDS = 2.5
_BLOCKS_PER_SECOND = 50
_RATES_HZ = (48_000, 44_100, 24_000, 16_000, 8_000)
_CHANNELS = (1, 2)
# Null sources and Bluetooth headsets need up to two seconds to begin.
_FIRST_SOUND_SECONDS = 3.0
_STALL_SECONDS = 0.5


class PortAudioMicrophone:
    """The door to input devices, as `ports.Microphone`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        """Name the microphones that can be opened."""
        return tuple(device.full_name for device in devices(Direction.INPUT, refresh=anew))

    def open(self, device: str) -> "PortAudioIntake":
        """Open the named device, or the system's default for an empty name, at its own rate.

        A monitor, which repeats what the loudspeaker plays, is refused even as the default: the sound
        server makes one the default by itself when the last microphone is unplugged.
        """
        with pulse.connected(Direction.INPUT) as server:
            source = server.default(Direction.INPUT) if server else None
            if source and source.is_monitor and not device:
                raise no_device(Direction.INPUT, f"There is only {source.title}, a loudspeaker's sound.")
            before = server.own_streams(Direction.INPUT) if server else {}
            server_rate_hz = source.rate_hz if source else 0
            stream = open_by_name(Direction.INPUT, device, lambda one: _fitting_stream(one, server_rate_hz))
            intake = PortAudioIntake(stream, self._clock)
            expected = None if device else source
            intake.start(Watch(server.keep(), Direction.INPUT, before, expected) if server else None)
            return intake


class PortAudioIntake:
    """An open microphone, as `ports.Intake`."""

    def __init__(self, stream: Stream, clock: Callable[[], float]) -> None:
        self._stream = stream
        self._ring = Ring(round(stream.rate_hz * _RING_SECONDS), stream.channels)
        self._transfer = stream.transfer(self._ring)
        self._resampler = Resampler(stream.rate_hz, RATE_HZ)
        self._losses = _Losses(stream)
        self._stall = Stall(clock, _FIRST_SOUND_SECONDS, _STALL_SECONDS)
        self._watch: Watch | None = None
        self._fault: Problem | None = None
        self._is_open = True

    def start(self, watch: Watch | None) -> None:
        """Let the device run, with somebody to watch what the sound server does with it."""
        self._watch = watch
        try:
            self._stream.start()
        except Trouble:
            self.close()
            raise

    def read(self) -> Pcm:
        """Take all sound that has arrived since the last call, without waiting."""
        if not self._is_open:
            return b""
        pcm = pcm_of(self._resampler.feed(_mono(self._ring.take())))
        self._losses.look(self._transfer)
        if not self._stream.is_moving(self._transfer):
            self._losses.close(self._transfer)
            self._transfer = self._stream.transfer(self._ring)
        return pcm

    def finish(self) -> Pcm:
        """Stop, and give what was still under way in the resampler and the ring."""
        if not self._is_open:
            return b""
        self._stop_watching()  # before our own stop looks like a fault
        self._stream.halt()
        rest = self._resampler.feed(_mono(self._ring.take()))
        pcm = pcm_of(rest) + pcm_of(self._resampler.finish())
        self.close()
        return pcm

    def fault(self) -> Problem | None:
        """Tell why this microphone can no longer be trusted: lost, moved, stalled. It stays so."""
        if self._fault is None and self._is_open:
            self._fault = self._look()
        return self._fault

    def _look(self) -> Problem | None:
        if self._watch is not None and self._watch.fault is not None:
            return self._watch.fault
        if not self._stream.is_active:
            return Problem(Kind.MICROPHONE_LOST, detail="The device stopped.")
        if self._stall.is_over(self._stream.blocks):
            return Problem(Kind.MICROPHONE_STALLED)
        return None

    @property
    def lost_frames(self) -> Frames:
        """Count the frames that could not be kept because nobody read in time."""
        return Frames(self._losses.frames * RATE_HZ // self._stream.rate_hz)

    def close(self) -> None:
        """Release the device; harmless when repeated or when the device is gone."""
        if not self._is_open:
            return
        self._is_open = False
        self._stop_watching()
        self._stream.close()

    def _stop_watching(self) -> None:
        if self._watch is not None:
            self._watch.stop()


class _Losses:
    """Count the frames that passed while the ring was full.

    A block counts as passed a moment before its frames count as moved; so within one transfer the
    smallest difference seen is the true one.
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._moved_before = self._overflows_before = 0
        self._missing = self._overflows = 0
        self._is_new = True

    @property
    def frames(self) -> int:
        """Count what is missing; where the device itself lost sound, one block stands for each time."""
        return self._missing + self._overflows * self._stream.block_frames

    def look(self, transfer: Transfer) -> None:
        """Compare what passed with what this transfer and those before it moved."""
        moved = transfer.frames  # before the blocks, or the difference could come out too small
        missing = self._stream.blocks * self._stream.block_frames - self._moved_before - moved
        if moved:
            self._missing = missing if self._is_new else min(missing, self._missing)
            self._is_new = False
        self._overflows = self._overflows_before + transfer.overflows

    def close(self, transfer: Transfer) -> None:
        """Go on from the end of this transfer."""
        self._moved_before += transfer.frames
        self._overflows_before += transfer.overflows
        self._is_new = True


def _fitting_stream(device: Device, server_rate_hz: int) -> Stream:
    """Open the device at its own rate, so that the sound server does not resample, or at any other."""
    for rate_hz, channels in _formats(device, 0 if device.endpoint else server_rate_hz):
        block_frames = rate_hz // _BLOCKS_PER_SECOND
        try:
            return Stream(Direction.INPUT, device, rate_hz, channels, block_frames)
        except FormatRefused:
            continue
    raise trouble(Kind.MICROPHONE_UNUSABLE, "It offers no usable format.", device=device.name)


def _formats(device: Device, server_rate_hz: int) -> Iterator[tuple[int, int]]:
    rates_hz = [rate for rate in (server_rate_hz, device.rate_hz, *_RATES_HZ) if rate]
    for rate_hz in dict.fromkeys(rates_hz):
        for channels in _CHANNELS:
            if channels <= device.channels:
                yield rate_hz, channels


def _mono(frames: Floats) -> Floats:
    return frames[:, 0] if frames.shape[1] == 1 else frames.mean(axis=1, dtype=frames.dtype)
