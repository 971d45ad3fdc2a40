"""The virtual device is built on demand, and what hinders that is said in one line."""

from pathlib import Path

import pytest

from tests.bench.device import build
from tests.bench.device.build import LIBRARY, NotMeasurable, built_device


def test_the_device_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "BUILD", tmp_path)
    folder = built_device()
    made = (folder / LIBRARY).stat()

    assert built_device() == folder
    assert (folder / LIBRARY).stat().st_mtime_ns == made.st_mtime_ns


def test_a_missing_compiler_is_named_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "BUILD", tmp_path)
    monkeypatch.setenv("CC", "no-such-compiler")

    with pytest.raises(NotMeasurable, match="no C compiler") as refusal:
        built_device()
    assert "\n" not in str(refusal.value)
