"""Play sound without gaps while the interpreter is busy, and fall silent at once when asked to."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from voicedesk.audio import pulse
from voicedesk.audio.devices import Device, devices, open_by_name
from voicedesk.audio.failures import Direction, no_device
from voicedesk.audio.playing import Playing
from voicedesk.audio.streams import FormatRefused, Stream, Transfer
from voicedesk.audio.watch import Watch
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import RATE_HZ, Frames, Pcm

_BLOCKS_PER_SECOND = 100
# How much the device holds: little, for it delays the first sound and every interruption; more only on a
# computer where little proved too little.
_LATENCIES: tuple[float | str, ...] = ("low", 0.04, 0.1)
_UNDERFLOWS_ALLOWED = 2
_LONGEST_TAIL_SECONDS = 0.5


class PortAudioSpeaker:
    """The door to output devices, as `ports.Speaker`; it remembers how long a buffer this computer needs."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._latency_step = 0

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        """Name the loudspeakers that can be opened."""
        return tuple(device.full_name for device in devices(Direction.OUTPUT, refresh=anew))

    def open(self, device: str) -> "PortAudioOutlet":
        """Open the named device, or the system's default for an empty name."""
        return PortAudioOutlet(lambda: self._start(device), self._lengthen_buffer, self._clock)

    def _start(self, device: str) -> tuple[Stream, Watch | None]:
        latency = _LATENCIES[self._latency_step]
        with pulse.connected(Direction.OUTPUT) as server:
            sink = server.default(Direction.OUTPUT) if server else None
            before = server.own_streams(Direction.OUTPUT) if server else {}
            stream = open_by_name(Direction.OUTPUT, device, lambda found: _fitting_stream(found, latency))
            try:
                stream.start()
            except Trouble:
                stream.close()
                raise
            expected = None if device else sink
            return stream, Watch(server.keep(), Direction.OUTPUT, before, expected) if server else None

    def _lengthen_buffer(self) -> bool:
        """Choose a longer buffer for what is opened from now on; tell whether there is one."""
        self._latency_step += 1
        if self._latency_step < len(_LATENCIES):
            return True
        self._latency_step = len(_LATENCIES) - 1
        return False


class PortAudioOutlet:
    """An open loudspeaker, as `ports.Outlet`.

    Somebody has to ask for `queued_frames` or `played_frames` about every 10 ms while sound plays: that is
    when an end that comes near is faded, and when playing goes on after the ring ran dry.
    """

    def __init__(
        self,
        opening: Callable[[], tuple[Stream, Watch | None]],
        lengthen_buffer: Callable[[], bool],
        clock: Callable[[], float],
    ) -> None:
        self._opening, self._lengthen_buffer, self._clock = opening, lengthen_buffer, clock
        self._stream, self._watch = opening()
        self._playing = Playing(self._stream, clock)
        self._retired: list[tuple[Transfer, Transfer]] = []
        self._underflows = 0
        self._fault: Problem | None = None
        self._is_open = True

    @property
    def latency_frames(self) -> Frames:
        """Tell how long a frame is under way after it was handed over."""
        return Frames(round(self._latency_seconds * RATE_HZ))

    def begin(self) -> None:
        """Start a new, empty lane; this is also the moment to change to a longer buffer if one is needed."""
        self.drop()
        if self._is_open and self._underflows >= _UNDERFLOWS_ALLOWED and self._lengthen_buffer():
            self._reopen()

    def write(self, pcm: Pcm) -> Frames:
        """Queue sound on the lane; tell how much fitted."""
        accepted = Frames(0)
        if self._is_open:
            with self._noting_trouble():
                accepted = self._playing.write(pcm)
        return accepted

    def end(self) -> None:
        """Say that nothing more is to be written, so that no tail is held back; harmless when repeated."""
        if self._is_open:
            self._playing.end()

    def queued_frames(self) -> Frames:
        """Count what waits on the lane."""
        self._tend()
        return self._playing.queued

    def played_frames(self) -> Frames:
        """Count what of the lane was handed to the device."""
        self._tend()
        return self._playing.played

    def hush(self) -> None:
        """Make the lane silent from the next block on; from any thread, never waits. `drop` follows."""
        self._playing.hush()

    def drop(self) -> Frames:
        """Silence the lane within one block, forget the rest, and tell how much of it was heard."""
        self._tend()
        heard = self._heard_frames()
        self._underflows += self._playing.underflows
        if self._is_open:
            self._silence()
        self._playing = Playing(self._stream, self._clock)
        return heard

    def fault(self) -> Problem | None:
        """Tell why nothing can be heard any more. It stays so."""
        if self._fault is None and self._is_open:
            self._tend()
            self._fault = self._look()
        return self._fault

    def close(self) -> None:
        """Release the device; harmless when repeated or when the device is gone.

        What the device holds is played to its end; what still waits on the lane is not.
        """
        if not self._is_open:
            return
        self._tend()
        if self._playing.accepted and not self._playing.queued and self.fault() is None:
            self._play_out()
        self._release()

    @property
    def _latency_seconds(self) -> float:
        return self._stream.latency_frames / self._stream.rate_hz

    def _tend(self) -> None:
        if not self._is_open:
            return
        with self._noting_trouble():
            self._playing.tend()
        self._retired = [pair for pair in self._retired if self._stream.is_moving(pair[0])]

    def _heard_frames(self) -> Frames:
        under_way = self._playing.seconds_to_silence(self._latency_seconds) * RATE_HZ
        return Frames(max(0, self._playing.played - round(under_way)))

    def _silence(self) -> None:
        """Take the sound away from the callback, and from the device when that holds more than two blocks.

        The transfer has to be cancelled first, or it would go on when the device runs again.
        """
        is_sounding = self._playing.accepted and self._playing.seconds_to_silence(self._latency_seconds) > 0
        is_long = self._stream.latency_frames > 2 * self._stream.block_frames
        with self._noting_trouble():
            if cancelled := self._playing.cancel():
                self._retired.append(cancelled)
        if is_sounding and is_long and self._fault is None:
            self._restart()

    def _restart(self) -> None:
        self._stream.halt()
        with self._noting_trouble():
            self._stream.start()

    @contextmanager
    def _noting_trouble(self) -> Iterator[None]:
        """Turn trouble into the fault, and let nothing sound that could no longer be stopped."""
        try:
            yield
        except Trouble as trouble:
            self._fault = trouble.problem
            self._stream.halt()

    def _look(self) -> Problem | None:
        if self._watch is not None and self._watch.fault is not None:
            return self._watch.fault
        if not self._stream.is_active:
            return Problem(Kind.LOUDSPEAKER_LOST, detail="The device stopped.")
        if self._playing.is_stalled():
            return Problem(Kind.LOUDSPEAKER_SILENT)
        return None

    def _play_out(self) -> None:
        """Let the callback send silence until the tail has left the device, which closing would cut off.

        Sound servers hold more than the latency that PortAudio tells.
        """
        tail_seconds = 1.5 * self._latency_seconds + 4 / _BLOCKS_PER_SECOND
        time.sleep(min(self._playing.seconds_to_silence(tail_seconds), _LONGEST_TAIL_SECONDS))

    def _reopen(self) -> None:
        self._release()
        self._stream, self._watch = self._opening()
        self._playing = Playing(self._stream, self._clock)
        self._underflows = 0
        self._is_open = True

    def _release(self) -> None:
        self._is_open = False
        if self._watch is not None:
            self._watch.stop()
        self._stream.halt()
        self._stream.close()
        self._retired.clear()


def _fitting_stream(device: Device, latency: float | str) -> Stream:
    """Open the device at the program's own rate, or at its own."""
    for rate_hz in dict.fromkeys((RATE_HZ, device.rate_hz, 48_000, 44_100)):
        for channels in (1, 2):
            block_frames = rate_hz // _BLOCKS_PER_SECOND
            try:
                return Stream(Direction.OUTPUT, device, rate_hz, channels, block_frames, latency)
            except FormatRefused:
                continue
    raise no_device(Direction.OUTPUT, f"{device.name} offers no usable format.")
