"""The base URL comes from the flag, else from the environment, else from the settings."""

from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.far_end import far_end, refused

KEY = {"COMETAPI_KEY": "sk-test"}


@pytest.mark.parametrize("asked", ["flag", "variable", "settings"])
def test_the_nearest_wish_decides(program: Program, asked: str) -> None:
    with (
        far_end(lambda number, body: refused(401, "Invalid token")) as meant,
        far_end(lambda number, body: refused(401, "Invalid token")) as other,
    ):
        flags = ["--base-url", meant.base_url] if asked == "flag" else []
        variables = {"flag": other.base_url, "variable": meant.base_url}
        _write_settings(program.home, meant.base_url if asked == "settings" else other.base_url)
        address = {"COMETAPI_BASE_URL": variables[asked]} if asked in variables else {}
        ended = program.run("ask", "hello", "--no-play", *flags, variables={**KEY, **address})
        assert (len(meant.bodies), len(other.bodies)) == (1, 0)
    assert ended.status == 1


def _write_settings(home: Path, base_url: str) -> None:
    file = home / "kept" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'[service]\nbase_url = "{base_url}"\n')
