"""Killed at any moment, the program finds every turn again that was confirmed as saved."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from voicedesk.core.conversation import Ending
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.history import History

KILLS = 40
SAVER = """
import pathlib, sys
from tests.store.turns import growing_turn, plain_turn
from voicedesk.store.history import History
history = History(pathlib.Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    history.save(growing_turn(number, "part " * 50))
    print("part", number, flush=True)
    history.save(plain_turn(number, f"question {number} " * 30, f"answer {number} " * 30))
    print("done", number, flush=True)
    number += 1
"""


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_S8_no_confirmed_turn_is_lost_in_a_loop_of_kills(file: Path) -> None:
    chance = random.Random(7)
    confirmed: dict[int, str] = {}
    for _ in range(KILLS):
        confirmed |= _run_and_kill(file, first=len(confirmed) + 1, after_lines=chance.randrange(1, 25))
        history = History(file)
        assert history.remark is None
        history.close_open_turns()
        stored = {turn.number: turn for turn in history.conversation(ConversationId(1)).turns}
        history.close()
        for number, state in confirmed.items():
            turn = stored[TurnId(number)]
            assert turn.ending is (Ending.DONE if state == "done" else turn.ending)
            assert turn.ending in (Ending.DONE, Ending.INTERRUPTED)
            assert turn.answer.text
    assert len(confirmed) >= KILLS


def _run_and_kill(file: Path, first: int, after_lines: int) -> dict[int, str]:
    """Kill a saving process after so many confirmations, in whatever it does then; give what it confirmed."""
    command = [sys.executable, "-c", SAVER, str(file), str(first)]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": os.environ.get("PATH", "")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as saver:
        assert saver.stdout
        lines = [saver.stdout.readline() for _ in range(after_lines)]
        saver.send_signal(signal.SIGKILL)
        lines += saver.stdout.readlines()
    complete = [line.split() for line in lines if line.endswith("\n")]
    return {int(number): state for state, number in complete}
