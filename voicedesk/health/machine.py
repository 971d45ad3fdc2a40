"""Look at Python, at the screen, and at the folders where things are stored."""

import os
import platform
import shutil
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from voicedesk.core.health import Check
from voicedesk.core.problem_texts import Translate, in_a_row, title_of

OLDEST_PYTHON = (3, 11)
LEAST_FREE_MB = 200
SCREEN_LIMIT_S = 2.0
X11_PORT = 6000
WITH_A_SERVER = ("xcb", "wayland")
"""The platforms of Qt that talk to a screen named by the environment."""


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def python(tr: Translate) -> Check:
    """Look at the version of Python."""
    found = f"{platform.python_implementation()} {platform.python_version()}"
    if sys.version_info < OLDEST_PYTHON:
        return Check("Python", found, tr("Install Python 3.11 or newer."))
    return Check("Python", found)


def screen(tr: Translate, environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Check:
    """See whether a screen is named and answers."""
    check = partial(Check, "screen")
    if system in ("win32", "darwin"):
        return check(tr("the system's own"))
    name = environment.get("QT_QPA_PLATFORM", "")
    if name and not name.startswith(WITH_A_SERVER):
        return check(tr("Qt's {name}, as QT_QPA_PLATFORM asks for").format(name=name))
    named = [way for way in ("WAYLAND_DISPLAY", "DISPLAY") if environment.get(way)]
    for way in named:
        if _answers(way, environment):
            return check(f"{way}={environment[way]}")
    if named:
        found = ", ".join(f"{way}={environment[way]}" for way in named)
        found = tr("{screen} does not answer").format(screen=found)
        return check(found, tr("Start the desktop session, or correct the variable."))
    advice = tr("Only needed for the window: start it in a desktop session. The terminal works without.")
    return check(tr("none"), advice)


def disk(
    tr: Translate, translate_problem: Translate, free_bytes: Callable[[Path], int] = _free_bytes
) -> Check:
    """See where things are stored, whether that can be written to, and how much is free."""
    from voicedesk.store.places import find_places

    places, problems = find_places()
    found = ", ".join(sorted({str(folder) for folder in (places.data, places.config, places.state)}))
    if problems:
        advice = tr("Check the folder {folder}.").format(folder=problems[0].values["folder"])
        return Check("disk", found, in_a_row(title_of(problems[0], translate_problem), advice))
    free_mb = free_bytes(places.data) // 1_000_000
    found = tr("{folders}; {megabytes} MB free").format(folders=found, megabytes=f"{free_mb:,}")
    if free_mb < LEAST_FREE_MB:
        return Check("disk", found, tr("Free some space: an hour of talk takes 200 MB."))
    return Check("disk", found)


def _answers(way: str, environment: Mapping[str, str]) -> bool:
    addresses = _wayland(environment) if way == "WAYLAND_DISPLAY" else _x11(environment["DISPLAY"])
    return any(_connects(address) for address in addresses)


def _wayland(environment: Mapping[str, str]) -> Iterator[str]:
    yield str(Path(environment.get("XDG_RUNTIME_DIR", "/")) / environment["WAYLAND_DISPLAY"])


def _x11(display: str) -> Iterator[str | tuple[str, int]]:
    """Find where an X server listens: "host:number.screen", and without a host a local socket."""
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return
    if host in ("", "unix"):
        yield f"/tmp/.X11-unix/X{number}"  # noqa: S108  # fixed by the protocol
        yield f"\0/tmp/.X11-unix/X{number}"
    else:
        yield host, X11_PORT + int(number)


def _connects(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(SCREEN_LIMIT_S)
        try:
            connection.connect(address)
        except OSError:
            return False
        return True
