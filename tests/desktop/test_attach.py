"""A sound file that was copied elsewhere is pasted, looked at, sent, and answered."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.sounds import write
from tests.desktop.program import Program
from tests.desktop.screen import Screen
from voicedesk.core.units import frames_in

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]


COPY = """
import sys
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

application = QGuiApplication([])
data = QMimeData()
data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
QGuiApplication.clipboard().setMimeData(data)
print("copied", flush=True)
application.exec()
"""


@contextmanager
def copied(screen: Screen, path: Path) -> Iterator[None]:
    """Copy a file as a file manager does, which has to go on running as long as the copy is wanted."""
    command = [sys.executable, "-c", COPY, str(path)]
    variables = os.environ | screen.environment
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as manager:
        assert manager.stdout
        assert manager.stdout.readline() == "copied\n"
        yield
        manager.terminate()


def test_a_pasted_sound_file_becomes_a_turn(
    start_program: Callable[..., Program], screen: Screen, tmp_path: Path
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    with copied(screen, write(tmp_path / "question.wav", 2.0)):
        screen.press("ctrl+v")
        program.wait_to_see("0:02")
    assert program.turns() == [], "nothing is sent before the person says so"
    screen.press("Return")
    (turn,) = program.wait_for_turns(1)
    assert turn.clip_path
    assert (program.home / "data" / turn.clip_path).stat().st_size == 2 * frames_in(2_000)
    assert program.end() == 0
    assert "Traceback" not in program.log()


def test_a_file_that_is_no_sound_is_named(
    start_program: Callable[..., Program], screen: Screen, tmp_path: Path
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    (tmp_path / "notes.txt").write_text("these are words")
    with copied(screen, tmp_path / "notes.txt"):
        screen.press("ctrl+v")
        program.wait_to_see("notes.txt cannot be used")
    assert program.end() == 0
