"""Ask a PulseAudio server, or PipeWire in its place, what PortAudio does not tell.

PortAudio shows one device named "pulse" or "default". Which microphone is behind it, at what rate it runs,
and whether the server has moved our stream elsewhere, is known to the server alone.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from voicedesk.audio.failures import Direction, no_device

# pulsectl uses up a timeout even when it connects at once, and waits for ever without one.
_CONNECT_SECONDS = (0.005, 0.05, 0.5)
_NOT_A_MONITOR = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A source or a sink of the server. A monitor is a source that repeats what a loudspeaker plays."""

    index: int
    name: str
    title: str
    rate_hz: int = 0
    is_monitor: bool = False


class ServerGone(Exception):
    """Say that the sound server ended."""


class SoundServer:
    """A connection to the server, used by one thread at a time. Every question may raise `ServerGone`."""

    def __init__(self, pulse: Any) -> None:
        self._pulse = pulse
        self._has_news = False
        self.is_kept = False

    def keep(self) -> "SoundServer":
        """Take over the duty to close the connection."""
        self.is_kept = True
        return self

    def default(self, direction: Direction) -> Endpoint | None:
        """Tell which device a stream would use that asks for none."""
        with _asking():
            info = self._pulse.server_info()
        name = info.default_source_name if direction is Direction.INPUT else info.default_sink_name
        return next((one for one in self.endpoints(direction) if one.name == name), None)

    def endpoints(self, direction: Direction) -> list[Endpoint]:
        """List the sources or the sinks."""
        with _asking():
            if direction is Direction.INPUT:
                return [_source(one) for one in self._pulse.source_list()]
            return [_sink(one) for one in self._pulse.sink_list()]

    def own_streams(self, direction: Direction) -> dict[int, int]:
        """Map each of this process's streams to the index of the endpoint it is connected to."""
        with _asking():
            if direction is Direction.INPUT:
                return {one.index: one.source for one in self._pulse.source_output_list() if _is_own(one)}
            return {one.index: one.sink for one in self._pulse.sink_input_list() if _is_own(one)}

    def listen(self, streams: bool = True) -> None:
        """Ask for news of devices, and of streams as well unless only devices matter."""
        of_streams = ("source_output", "sink_input") if streams else ()
        with _asking():
            self._pulse.event_mask_set("source", "sink", "server", *of_streams)
            self._pulse.event_callback_set(self._note)

    def wait(self, seconds: float | None) -> bool:
        """Wait for news, and tell whether there was any since the last wait; some comes between questions.

        None waits without an end.
        """
        if not self._has_news:
            with _asking():
                self._pulse.event_listen(timeout=seconds)
        had_news, self._has_news = self._has_news, False
        return had_news

    def wake(self) -> None:
        """End a wait from another thread."""
        self._pulse.event_listen_stop()

    def close(self) -> None:
        """Disconnect."""
        self._pulse.close()

    def _note(self, _event: object) -> None:
        import pulsectl

        self._has_news = True
        raise pulsectl.PulseLoopStop


@contextmanager
def _asking() -> Iterator[None]:
    import pulsectl
    from pulsectl._pulsectl import LibPulse  # a server that dies during a question raises its CallError

    try:
        yield
    except (pulsectl.PulseError, pulsectl.PulseDisconnected, LibPulse.CallError) as error:
        raise ServerGone from error


def connect() -> SoundServer | None:
    """Connect to the server if there is one, and never start one."""
    try:
        import pulsectl
    except (ImportError, OSError):  # another system, or no libpulse
        return None
    pulsectl.PulseSourceInfo._init_from_struct = _keep_rate
    for seconds in _CONNECT_SECONDS:
        pulse = pulsectl.Pulse("voicedesk", connect=False)
        try:
            pulse.connect(autospawn=False, timeout=seconds)
        except pulsectl.PulseError:
            pulse.close()
        else:
            return SoundServer(pulse)
    return None


@contextmanager
def connected(direction: Direction) -> Iterator[SoundServer | None]:
    """Ask the server about something while a device is opened; close the connection unless it was kept."""
    server = connect()
    try:
        yield server
    except ServerGone as error:
        raise no_device(direction, "The sound server ended.") from error
    finally:
        if server is not None and not server.is_kept:
            server.close()


def _keep_rate(info: Any, struct: Any) -> None:
    """Copy the rate while libpulse's memory is valid; pulsectl's `sample_spec` still points there later."""
    info.rate_hz = int(struct.sample_spec.rate)


def _source(info: Any) -> Endpoint:
    is_monitor = info.monitor_of_sink != _NOT_A_MONITOR
    return Endpoint(info.index, info.name, info.description or info.name, info.rate_hz, is_monitor)


def _sink(info: Any) -> Endpoint:
    return Endpoint(info.index, info.name, info.description or info.name)


def _is_own(stream: Any) -> bool:
    return bool(stream.proplist.get("application.process.id") == str(os.getpid()))
