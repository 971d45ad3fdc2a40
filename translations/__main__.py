"""Bring the catalogues up to date: `python3 run.py translations`."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from translations.catalogue import catalogues, merged, read, write
from translations.sources import collect


def main() -> int:
    """Add what is new, drop what is gone, compile, and list what is still to be translated."""
    wanted = collect()
    for path in catalogues():
        translations = merged(wanted, read(path))
        write(path, translations)
        release(path)
        missing = [text for text, words in translations.items() if not words]
        print(f"{path.name}: {len(translations)} texts, {len(missing)} to be translated")
        for text in missing:
            print(f"  {text.context}: {text.source}")
    return 0


def release(path: Path) -> None:
    """Compile a catalogue with the tool that comes with PySide6."""
    command = [str(lrelease()), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))]
    subprocess.run(command, check=True)


def lrelease() -> Path:
    """Find the compiler beside the library."""
    spec = find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    assert folders, "PySide6 is not installed"
    return next(Path(folders[0]).glob("lrelease*"))


if __name__ == "__main__":
    sys.exit(main())
