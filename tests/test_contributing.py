"""What CONTRIBUTING.md says about the house is so."""

import re
import tomllib
from pathlib import Path

import pytest

from voicedesk.assembly import Crew
from voicedesk.core.options import Options

ROOT = Path(__file__).parents[1]
WRITTEN = (ROOT / "CONTRIBUTING.md").read_text()
ROOMS = {path.parent.name for path in (ROOT / "voicedesk").glob("*/__init__.py")}
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LIBRARIES = {
    name
    for contract in CONTRACTS
    if contract["type"] == "forbidden" and contract["source_modules"] == ["voicedesk"]
    for name in contract["forbidden_modules"]
} - {"httpx"}
"""httpx has no door at all: openai rides on its successor."""


def rows_below(heading: str) -> list[str]:
    """Give the rows of the table whose first column is called so."""
    return re.findall(r"^\|.*", WRITTEN.partition(f"\n| {heading} |")[2].partition("\n\n")[0], re.MULTILINE)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_each_room_is_in_the_table(room: str) -> None:
    assert [row for row in rows_below("room") if f"`{room}`" in row.split("|")[1]]


def test_no_room_is_in_the_table_that_is_not_there() -> None:
    named = re.findall(r"`(\w+)`", " ".join(row.split("|")[1] for row in rows_below("room")[1:]))
    assert set(named) <= ROOMS


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_each_library_with_one_door_is_in_the_table(library: str) -> None:
    assert [row for row in rows_below("room") if re.search(rf"\b{library}\b", row.split("|")[3])]


def test_the_threads_in_the_table_are_those_of_the_program() -> None:
    bodies = {body.name for body in Crew(Options(), lambda _: None).bodies}
    threads = {row.split("|")[1].strip() for row in rows_below("thread")[1:]}
    assert threads == {*bodies, "GUI (command line: main)", "practice"}
