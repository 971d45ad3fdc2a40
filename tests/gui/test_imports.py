"""Modules that workers load beside the window are left alone by Qt's import hook."""

import subprocess
import sys
from pathlib import Path

ON_DEMAND = """
def __getattr__(name):
    raise ImportError(f"{name} cannot be made yet: another thread loads it")
"""


def test_a_module_that_makes_its_attributes_on_demand_is_not_asked_for_any(tmp_path: Path) -> None:
    (tmp_path / "made_on_demand.py").write_text(ON_DEMAND)
    program = "import sys, voicedesk.gui; sys.path.append(sys.argv[1]); import made_on_demand"
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
