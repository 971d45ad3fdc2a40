"""Build the virtual device on demand."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("device.c")
BUILD = Path(__file__).parents[3] / "build" / "bench"
LIBRARY = "libportaudio.so.2"


class NotMeasurable(Exception):
    """Something that this machine lacks; the text says what, in one line."""


def built_device() -> Path:
    """Give the folder that holds the library; it is compiled once for each version of its source."""
    folder = BUILD / hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    if not (folder / LIBRARY).exists():
        _compile(folder)
    return folder


def _compile(folder: Path) -> None:
    compiler = shutil.which(os.environ.get("CC", "cc"))
    if compiler is None:
        raise NotMeasurable("no C compiler: the virtual sound device cannot be built (install gcc or set CC)")
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{LIBRARY}.{os.getpid()}"
    command = [
        compiler,
        "-O2",
        "-shared",
        "-fPIC",
        f"-Wl,-soname,{LIBRARY}",
        "-o",
        str(unfinished),
        str(SOURCE),
    ]
    done = subprocess.run([*command, "-lpthread", "-lm"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotMeasurable(f"the virtual sound device does not compile: {done.stderr.splitlines()[0]}")
    unfinished.replace(folder / LIBRARY)
