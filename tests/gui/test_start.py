"""The window comes first, and the process behaves from its first to its last moment."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOO_HEAVY = {
    "aiohttp", "apsw", "asyncio", "httpx", "httpx2", "keyring", "numpy", "openai", "platformdirs", "pulsectl",
    "pydantic", "rtmixer", "sounddevice", "soundfile", "soxr", "sqlite3", "ssl", "tomlkit",
}  # fmt: skip
LONGEST_CLOSE_S = 10
"""A bound against hanging, not a measure: the close itself gives up after two seconds."""

MODULES_AT_FIRST_PAINT = """
import json, os, sys
from voicedesk.core.options import Options
from voicedesk.gui.app import run

def make_crew(post):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

run(Options(), make_crew)
"""
RUNNING = """
import resource, sys
sys.path.insert(0, {root!r})
from tests.gui.conftest import FakeCrew
from voicedesk.core.options import Options
from voicedesk.gui.app import run

def make_crew(post):
    crew = FakeCrew(post)
    crew.recorder.is_deaf = {is_deaf}
    print(resource.getrlimit(resource.RLIMIT_CORE), flush=True)
    return crew

code = run(Options(), make_crew)
print("code", code, flush=True)
"""


def started(script: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-c", script],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    with started(MODULES_AT_FIRST_PAINT) as process:
        output, errors = process.communicate(timeout=30)
    assert process.returncode == 0, errors
    modules = json.loads(output)
    loaded = {name.partition(".")[0] for name in modules}
    assert loaded & TOO_HEAVY == set()
    later = ("voicedesk.assembly", "voicedesk.gui.settings.view", "voicedesk.gui.guide.view")
    assert [name for name in later if name in modules] == []


def test_the_conversation_is_loaded_after_the_window_was_painted() -> None:
    script = "import sys, json; import voicedesk.gui.app; print(json.dumps(sorted(sys.modules)))"
    with started(script) as process:
        output, errors = process.communicate(timeout=30)
    assert process.returncode == 0, errors
    modules = json.loads(output)
    assert "voicedesk.gui.main_window" in modules
    assert [name for name in modules if "conversation_view" in name or "gui.messages" in name] == []


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda number: number.name
)
def test_a_signal_ends_the_program_in_order(number: signal.Signals) -> None:
    with started(RUNNING.format(root=str(ROOT), is_deaf=False)) as process:
        assert process.stdout
        assert process.stdout.readline() == "(0, 0)\n"
        process.send_signal(number)
        output, errors = process.communicate(timeout=LONGEST_CLOSE_S)
    assert (output, process.returncode) == ("code 0\n", 0), errors


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_a_stuck_worker_does_not_keep_the_process_alive() -> None:
    with started(RUNNING.format(root=str(ROOT), is_deaf=True)) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=LONGEST_CLOSE_S)
    assert process.returncode == 1
    assert "did not stop in time: recorder" in errors
