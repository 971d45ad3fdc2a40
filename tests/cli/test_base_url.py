"""The base URL comes from the flag, else from the environment, else from the settings."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.far_end import far_end, refused

KEY = {"COMETAPI_KEY": "sk-test"}


@pytest.mark.parametrize("asked", ["flag", "variable"])
def test_the_nearest_wish_decides(program: Program, asked: str) -> None:
    with (
        far_end(lambda number, body: refused(401, "Invalid token")) as meant,
        far_end(lambda number, body: refused(401, "Invalid token")) as other,
    ):
        flags = ["--base-url", meant.base_url] if asked == "flag" else []
        variables = {"flag": other.base_url, "variable": meant.base_url}
        _write_settings(program.home, other.base_url)
        address = {"COMETAPI_BASE_URL": variables[asked]}
        ended = program.run("ask", "hello", "--no-play", *flags, variables={**KEY, **address})
        assert (len(meant.bodies), len(other.bodies)) == (1, 0)
    assert ended.status == 1


def test_without_another_wish_the_settings_decide(program: Program) -> None:
    with far_end(lambda number, body: refused(401, "Invalid token")) as end:
        _write_settings(program.home, end.base_url)
        told = json.loads(program.run("doctor", "--json").stdout)
    (found,) = [check for check in told["checks"] if check["name"] == "base URL"]
    assert end.base_url in found["found"]


def test_T4_a_key_in_the_environment_is_not_sent_to_a_host_that_the_settings_name(program: Program) -> None:
    with far_end(lambda number, body: refused(401, "Invalid token")) as end:
        _write_settings(program.home, end.base_url)
        ended = program.run("ask", "hello", "--no-play", variables=KEY)
        assert (end.keys, end.bodies) == (set(), [])
    assert ended.status == 0
    assert "this is practice" in ended.stderr


def _write_settings(home: Path, base_url: str) -> None:
    file = home / "kept" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'[service]\nbase_url = "{base_url}"\n')
