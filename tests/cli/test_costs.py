"""What the command line spends is booked, told, and held to the cap."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program, Serve, variables_for
from tests.cli.sounds import write
from voicedesk.practice.options import Script


@pytest.fixture
def variables(serve: Serve) -> dict[str, str]:
    return variables_for(serve(Script()))


def spent(program: Program) -> dict[str, object]:
    done = program.run("costs", "--json")
    assert done.status == 0
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


def test_nothing_was_spent_before_anything_was_asked(program: Program) -> None:
    assert spent(program)["cost"] == {"usd": 0.0, "estimated": False, "unpriced": []}
    assert program.run("costs").stdout.split()[1:] == ["0", "¢"]


def test_a_question_tells_its_cost_and_counts_for_the_month(
    program: Program, variables: dict[str, str]
) -> None:
    asked = json.loads(program.run("ask", "--json", "--no-play", "Hello?", variables=variables).stdout)
    assert asked["cost"]["estimated"]
    assert 0 < asked["cost"]["usd"] < 0.05
    assert spent(program)["cost"] == asked["cost"]
    assert program.run("costs").stdout.splitlines()[-1].split()[1] == "about"


def test_practice_costs_nothing(program: Program) -> None:
    asked = json.loads(program.run("ask", "--json", "--no-play", "--practice", "Hello?").stdout)
    assert asked["cost"]["usd"] == 0.0
    assert spent(program)["cost"] == {"usd": 0.0, "estimated": False, "unpriced": []}


@pytest.mark.parametrize("month", ["2026", "November", "2026-13"])
def test_what_is_no_month_is_refused(program: Program, month: str) -> None:
    done = program.run("costs", "--month", month)
    assert (done.status, done.complaints) == (2, ["voicedesk: A month is written as 2026-11."])


def test_a_month_long_past_is_empty(program: Program) -> None:
    done = program.run("costs", "--month", "1999-12")
    assert (done.status, done.stdout.split()) == (0, ["1999-12", "0", "¢"])


def test_the_cap_holds_questions_and_transcriptions(
    program: Program, variables: dict[str, str], tmp_path: Path
) -> None:
    settings = program.home / "kept" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[money]\nmonthly_cap_cents = 1\n")
    asked = program.run("ask", "--json", "--no-play", "Hello?", variables=variables)
    assert (asked.status, json.loads(asked.stdout)["problem"]["kind"]) == (1, "monthly_cap")
    long_file = write(tmp_path / "long.flac", 130.0)
    written = program.run("transcribe", long_file, "--json", variables=variables)
    assert (written.status, json.loads(written.stdout)["problem"]["kind"]) == (1, "monthly_cap")
    assert spent(program)["cost"] == {"usd": 0.0, "estimated": False, "unpriced": []}


def test_a_transcription_is_booked(program: Program, variables: dict[str, str], tmp_path: Path) -> None:
    program.run("transcribe", write(tmp_path / "short.wav", 2.0), variables=variables)
    assert spent(program)["by_kind"] == {"written_down": pytest.approx(2 * 0.0048 / 60, abs=1e-6)}
