"""Start a private sound server with a virtual microphone and a virtual loudspeaker for tests.

What a test plays into the sink `vmic` is what the program hears from its microphone `virtmic`; what the
program plays can be recorded from `vspk.monitor`. The person's own sound set-up is neither read nor touched.

The code under test runs in the test process. PortAudio lists devices once, but its ALSA bridge and pulsectl
look for the server in the environment each time they connect; so `sound_server` points the environment to a
fresh server (up in about 0.1 s) and lists the devices again. A program started by a test finds the same
server when it gets `SoundServer.environment`. One subprocess per scenario was the alternative: it
costs half a second each and hides where a test failed.

The default format is the program's own, 24 kHz mono s16, so that sound can be compared sample by sample.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pulsectl
import pytest

from voicedesk.audio import portaudio
from voicedesk.audio.failures import Direction

_Result = TypeVar("_Result")

# Without `norewinds` an idle null sink renders in blocks of 2 s, and the beginning of speech is lost.
_SINK = (
    "load-module module-null-sink norewinds=1 sink_name={name} rate={rate} channels={channels} format=s16le"
    " sink_properties=device.description={name}"
)
_SOURCE = (
    "load-module module-remap-source master={master}.monitor source_name={name}"
    " source_properties=device.description={name}"
)
_MICROPHONE = _SOURCE.format(name="virtmic", master="vmic")


class SoundServer:
    """A PulseAudio daemon of its own, ended by its process number."""

    def __init__(
        self, rate_hz: int = 24_000, channels: int = 1, *, microphone: bool = True, speaker: bool = True
    ) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="sound-"))
        self.rate_hz, self.channels = rate_hz, channels
        self.environment = {
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_SERVER": f"unix:{self.folder}/native",
            "PULSE_COOKIE": str(self.folder / "cookie"),
            "PULSE_STATE_PATH": str(self.folder / "state"),
            "PULSE_RUNTIME_PATH": str(self.folder),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }
        self._process = self._start(self._script(microphone, speaker))
        self._pulse: pulsectl.Pulse | None = None

    def _script(self, microphone: bool, speaker: bool) -> str:
        lines = [f"load-module module-native-protocol-unix socket={self.folder}/native"]
        if microphone:
            lines += [self._sink("vmic"), _MICROPHONE]
        if speaker:
            lines += [self._sink("vspk"), "set-default-sink vspk"]
        if microphone:
            lines += ["set-default-source virtmic"]
        return "\n".join(lines) + "\n"

    def _sink(self, name: str, rate_hz: int | None = None) -> str:
        return _SINK.format(name=name, rate=rate_hz or self.rate_hz, channels=self.channels)

    def _start(self, script: str) -> subprocess.Popen[bytes]:
        file = self.folder / "server.pa"
        file.write_text(script)
        command = ["pulseaudio", "-n", "-F", str(file), "--daemonize=no", "--use-pid-file=no"]
        command += ["--exit-idle-time=-1", "--high-priority=yes", "--realtime=yes"]
        with (self.folder / "log").open("wb") as log:
            return subprocess.Popen(
                command, stdout=log, stderr=log, env=os.environ | self.environment, start_new_session=True
            )

    @property
    def control(self) -> pulsectl.Pulse:
        """Give the connection by which a test changes devices."""
        if self._pulse is None:
            self._pulse = wait_for(self._connect, "the sound server")
        return self._pulse

    def _connect(self) -> pulsectl.Pulse | None:
        pulse = pulsectl.Pulse("test", server=self.environment["PULSE_SERVER"], connect=False)
        try:
            pulse.connect(timeout=0.02)  # it always takes this long
        except pulsectl.PulseError:
            pulse.close()
            return None
        return pulse

    def play_into_microphone(self, pcm: bytes, rate_hz: int = 24_000) -> subprocess.Popen[bytes]:
        """Start a program that speaks this mono s16 sound into the microphone; it ends by itself."""
        file = Path(tempfile.mkstemp(dir=self.folder, suffix=".raw")[1])
        file.write_bytes(pcm)
        command = ["pacat", "--playback", "-d", "vmic", "--raw", "--format=s16le", "--channels=1"]
        command += [f"--rate={rate_hz}", "--latency-msec=300", str(file)]
        return subprocess.Popen(command, env=os.environ | self.environment)

    @contextmanager
    def recording_speaker(self, device: str = "vspk.monitor") -> Iterator[Path]:
        """Record what the program plays into a growing file of mono s16 sound."""
        file = self.folder / f"heard-{time.monotonic_ns()}.raw"
        command = ["pacat", "--record", "-d", device, "--raw", "--format=s16le", "--channels=1"]
        command += [f"--rate={self.rate_hz}", "--latency-msec=20"]
        with file.open("wb") as out:
            recorder = subprocess.Popen(command, stdout=out, env=os.environ | self.environment)
            try:
                wait_for(lambda: file.stat().st_size > 0, "the recording of the loudspeaker")
                yield file
            finally:
                recorder.terminate()
                recorder.wait(5)

    def unload(self, name: str) -> None:
        """Remove the module that made the named source or sink, as unplugging does."""
        for module in self._modules(name):
            self.control.module_unload(module)
        wait_for(lambda: not self._modules(name), f"the end of {name}")  # the server does it a little later

    def _modules(self, name: str) -> list[int]:
        modules = self.control.module_list()
        return [module.index for module in modules if f"_name={name} " in f"{module.argument} "]

    def load_microphone(self, rate_hz: int | None = None) -> None:
        """Plug a microphone in again, perhaps with another rate."""
        self._load(self._sink("vmic", rate_hz))
        self._load(_MICROPHONE)
        self.control.source_default_set("virtmic")

    def load_speaker(self, name: str) -> None:
        """Plug another loudspeaker in."""
        self._load(self._sink(name))

    def load_second_microphone(self, name: str, rate_hz: int) -> None:
        """Plug in another microphone, which hears nothing, without making it the default."""
        self._load(self._sink(f"{name}feed", rate_hz))
        self._load(_SOURCE.format(name=name, master=f"{name}feed"))

    def recorded_sources(self) -> set[str]:
        """Name the sources that this process records from."""
        sources = {source.index: source.name for source in self.control.source_list()}
        return {sources[stream.source] for stream in self.control.source_output_list() if _is_own(stream)}

    def _load(self, line: str) -> None:
        _, module, arguments = line.split(" ", 2)
        self.control.module_load(module, arguments)

    def mute_microphone(self) -> None:
        """Make the microphone deliver zeros, as a mute switch does."""
        self.control.source_mute(self.control.get_source_by_name("virtmic").index, True)

    def move_recording_to(self, source: str) -> None:
        """Connect every recording program to another source, as the server may do by itself."""
        target = self.control.get_source_by_name(source).index
        for stream in self.control.source_output_list():
            if _is_own(stream):
                self.control.source_output_move(stream.index, target)

    def move_playing_to(self, sink: str) -> None:
        """Connect the program's sound to another loudspeaker, as the server does for headphones."""
        target = self.control.get_sink_by_name(sink).index
        for stream in self.control.sink_input_list():
            if _is_own(stream):
                self.control.sink_input_move(stream.index, target)

    def suspend_speaker(self) -> None:
        """Stop the loudspeaker without telling anybody."""
        self.control.sink_suspend(self.control.get_sink_by_name("vspk").index, True)

    def suspend_microphone(self) -> None:
        """Stop the microphone without telling anybody."""
        self.control.source_suspend(self.control.get_source_by_name("virtmic").index, True)
        self.control.sink_suspend(self.control.get_sink_by_name("vmic").index, True)

    def use(self, monkeypatch: pytest.MonkeyPatch) -> "SoundServer":
        """Let the code under test find this server and no other."""
        for name, value in self.environment.items():
            monkeypatch.setenv(name, value)
        assert self.control.connected
        assert portaudio.refresh(Direction.INPUT), "an earlier test left a stream open"
        return self

    def freeze(self) -> None:
        """Let the server answer nobody any more, as one that hangs does."""
        os.kill(self._process.pid, signal.SIGSTOP)

    def kill(self) -> None:
        """End the server at once, as a crash does."""
        if self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait(5)

    def close(self) -> None:
        """End the server and remove its files."""
        if self._pulse is not None:
            self._pulse.close()
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def _is_own(stream: "pulsectl.PulseSourceOutputInfo | pulsectl.PulseSinkInputInfo") -> bool:
    return bool(stream.proplist.get("application.process.id") == str(os.getpid()))


@pytest.fixture
def start_sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., SoundServer]]:
    """Start servers of a chosen format; they end with the test."""
    if shutil.which("pulseaudio") is None:
        pytest.skip("PulseAudio is not installed")
    servers: list[SoundServer] = []

    def start(rate_hz: int = 24_000, channels: int = 1, **devices: bool) -> SoundServer:
        servers.append(SoundServer(rate_hz, channels, **devices))
        return servers[-1].use(monkeypatch)

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def sound_server(start_sound_server: Callable[..., SoundServer]) -> SoundServer:
    """Give a server of the program's own format with a microphone and a loudspeaker."""
    return start_sound_server()


def wait_for(condition: Callable[[], _Result], what: str, seconds: float = 30.0) -> _Result:
    """Wait until the condition gives something true, and fail after the time is over."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(0.005)
    raise AssertionError(f"{what} did not come within {seconds:.0f} s")
