"""Start a private screen with a window manager, a session bus and the accessibility bus for tests."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.sound import wait_for

ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher"


class Screen:
    """An Xvfb display of its own with everything around it, ended by process number in reverse order."""

    def __init__(self, size: str = "1280x800") -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="screen-"))
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "DISPLAY": self._start_display(size),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/bus",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "QT_NO_XDG_DESKTOP_PORTAL": "1",
            "XDG_SESSION_TYPE": "x11",
        }
        self._start_bus()
        self._start("openbox", "--sm-disable")
        wait_for(
            lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"),
            "the window manager",
        )
        self._start(ACCESSIBILITY_BUS, "--launch-immediately")
        wait_for(lambda: self.bus_has("org.a11y.Bus"), "the accessibility bus")

    def run(self, *command: str, check: bool = False) -> str:
        """Run a program on this screen and give what it printed."""
        done = subprocess.run(
            command, env=os.environ | self.environment, capture_output=True, text=True, check=check
        )
        return done.stdout

    def accessibility_bus(self) -> str:
        """Give the address that a program needs which does not see this session bus."""
        call = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus"]
        return self.run(*call, "org.a11y.Bus.GetAddress", check=True).strip()

    def press(self, key: str) -> None:
        """Press a key and let it go, wherever the focus is."""
        self.run("xdotool", "key", key, check=True)

    def hold(self, key: str) -> None:
        """Press a key and keep it down; the X server repeats it as it does for a real one."""
        self.run("xdotool", "keydown", key, check=True)

    def release(self, key: str) -> None:
        """Let a key go."""
        self.run("xdotool", "keyup", key, check=True)

    def type(self, text: str) -> None:
        """Type a text, wherever the focus is."""
        self.run("xdotool", "type", "--delay", "20", text, check=True)

    def focus(self, title: str) -> str:
        """Wait for a window by its title, bring it to the front and give its number."""
        window = wait_for(
            lambda: self.run("xdotool", "search", "--onlyvisible", "--name", title).split(), title
        )[0]
        self.run("xdotool", "windowactivate", "--sync", window, check=True)
        return window

    def bus_has(self, name: str) -> bool:
        """Tell whether somebody on the session bus has this name."""
        bus = "org.freedesktop.DBus"
        call = ["dbus-send", "--session", "--print-reply", f"--dest={bus}", "/", f"{bus}.NameHasOwner"]
        return "boolean true" in self.run(*call, f"string:{name}")

    def close_window(self, window: str) -> None:
        """Close a window as its cross does: it is asked to, and may stay."""
        self.run("xdotool", "windowactivate", "--sync", window, "key", "alt+F4", check=True)

    def close(self) -> None:
        """End everything that was started here."""
        for process in reversed(self._processes):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        for process in reversed(self._processes):
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(3)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, *command: str, pass_fds: tuple[int, ...] = (), environment: bool = True) -> None:
        log = (self.folder / f"{Path(command[0]).name}.log").open("ab")
        variables = os.environ | self.environment if environment else dict(os.environ)
        with log:
            self._processes.append(
                subprocess.Popen(
                    command, env=variables, stdout=log, stderr=log, pass_fds=pass_fds, start_new_session=True
                )
            )

    def _start_display(self, size: str) -> str:
        """Let the server choose a free number and tell it, so that many can run side by side."""
        read, write = os.pipe()
        self._start(
            "Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset",
            pass_fds=(write,), environment=False,
        )  # fmt: skip
        os.close(write)
        told = b""
        while not told.endswith(b"\n"):
            assert select.select([read], [], [], 15)[0], "the screen did not start"
            told += os.read(read, 16)
        os.close(read)
        return f":{int(told)}"

    def _start_bus(self) -> None:
        address = self.environment["DBUS_SESSION_BUS_ADDRESS"]
        self._start(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", f"--address={address}"
        )
        wait_for(lambda: (self.folder / "bus").exists(), "the session bus")


@pytest.fixture
def start_screen() -> Iterator[Callable[..., Screen]]:
    """Start screens of a chosen size; they end with the test."""
    screens: list[Screen] = []

    def start(size: str = "1280x800") -> Screen:
        screens.append(Screen(size))
        return screens[-1]

    yield start
    for screen in screens:
        screen.close()


@pytest.fixture
def screen(start_screen: Callable[..., Screen]) -> Screen:
    """Give an ordinary screen."""
    return start_screen()
