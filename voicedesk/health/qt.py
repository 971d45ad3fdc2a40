"""Look at Qt from outside: it is neither imported nor started for that."""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from voicedesk.core.health import Check
from voicedesk.core.problem_texts import Translate

OLDEST = (6, 8)
FAULTY = (6, 12, 0)
FAULTY_PYTHON = (3, 11)
LDD_LIMIT_S = 5.0


def qt(tr: Translate, environment: Mapping[str, str], has_screen: bool) -> Check:
    """See whether Qt is there, new enough and without the fault, and can load on this system."""
    found = _version()
    if not found:
        return Check("Qt", tr("not installed"), _how_to_install(tr))
    missing = _missing_libraries(environment) if has_screen and sys.platform == "linux" else []
    if missing:
        lacking = tr("{version}, but without {libraries}").format(version=found, libraries=", ".join(missing))
        return Check("Qt", lacking, _how_to_install(tr))
    untried = tr("{version}; not tried, there is no screen").format(version=found)
    return Check("Qt", found if has_screen else untried, objection(found, tr))


def _how_to_install(tr: Translate) -> str:
    return tr("Run “python3 run.py” once: it installs what the window needs, or names it.")


def objection(found: str, tr: Translate, python: tuple[int, ...] = sys.version_info[:2]) -> str:
    """Tell what speaks against a version.

    6.12.0 drops a reference to True or None at every signal on Python 3.11; in the end the process aborts.
    """
    numbers = tuple(int(part) for part in found.split(".") if part.isdecimal())
    if numbers < OLDEST:
        return tr("It is too old: install PySide6-Essentials 6.8 to 6.11.")
    if numbers == FAULTY and python == FAULTY_PYTHON:
        return tr("On Python 3.11 this release ends the program: install PySide6-Essentials below 6.12.")
    return ""


def _version() -> str:
    try:
        return version("PySide6-Essentials")
    except PackageNotFoundError:
        return ""


def _missing_libraries(environment: Mapping[str, str]) -> list[str]:
    """Name the system libraries that Qt and its way to this screen are linked with and that are not there."""
    spec = find_spec("PySide6")
    folder = Path(next(iter(spec.submodule_search_locations or []))) if spec else Path()
    plugins = folder / "Qt" / "plugins" / "platforms"
    files = [*folder.glob("QtWidgets*.so"), *plugins.glob(f"libq{_platform(environment)}*.so")]
    return sorted({library for file in files for library in _unresolved(file)})


def _platform(environment: Mapping[str, str]) -> str:
    asked = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    return asked or ("wayland" if environment.get("WAYLAND_DISPLAY") else "xcb")


def _unresolved(file: Path) -> list[str]:
    """Ask ldd, which is not shown the key; where there is no ldd, nothing can be said."""
    environment = {name: value for name, value in os.environ.items() if name != "COMETAPI_KEY"} | {
        "LC_ALL": "C"
    }
    command = ["ldd", str(file)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=LDD_LIMIT_S, env=environment, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [line.split()[0] for line in done.stdout.splitlines() if line.endswith("not found")]
