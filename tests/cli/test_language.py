"""The command line speaks the person's language too, and stays the same for scripts."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from voicedesk.cli.doctor import padded
from voicedesk.cli.language import chosen, read
from voicedesk.core.language import Language

CHINESE = {"VOICEDESK_LANGUAGE": "zh-TW"}
WISHES = [
    ({}, "", Language.ENGLISH),
    ({"LANG": "zh_CN.UTF-8"}, "", Language.SIMPLIFIED),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_HK"}, "", Language.TRADITIONAL),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "", Language.ENGLISH),
    ({"LANG": "fr_FR.UTF-8"}, "", Language.ENGLISH),
    ({"LANG": "en_GB.UTF-8"}, "zh_TW", Language.TRADITIONAL),
    ({"LANG": "zh_TW.UTF-8"}, "en", Language.ENGLISH),
    ({"LANG": "zh_TW.UTF-8"}, "klingon", Language.TRADITIONAL),
    ({"VOICEDESK_LANGUAGE": "zh-Hans"}, "zh_TW", Language.SIMPLIFIED),
    ({"VOICEDESK_LANGUAGE": "klingon"}, "zh_TW", Language.TRADITIONAL),
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    return tmp_path


@pytest.mark.parametrize(("variables", "setting", "language"), WISHES)
def test_environment_over_setting_over_system(
    home: Path, variables: dict[str, str], setting: str, language: Language
) -> None:
    if setting:
        (home / "config" / "settings.toml").write_text(f'[look]\nlanguage = "{setting}"\n')
    assert chosen({"VOICEDESK_HOME": str(home), **variables}) is language


def test_settings_that_cannot_be_read_are_left_for_those_who_mend_them(home: Path) -> None:
    file = home / "config" / "settings.toml"
    file.write_text("= =")
    assert chosen({"VOICEDESK_HOME": str(home), "LANG": "zh_TW"}) is Language.TRADITIONAL
    assert file.read_text() == "= ="


@pytest.mark.parametrize("content", [None, "", "<TS><context>", "<TS/>"])
def test_without_a_readable_catalogue_the_words_are_english(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "x.ts").write_text(content)
    assert read(tmp_path / "x.ts") == {}


def test_a_problem_is_told_in_the_language(program: Program) -> None:
    ended = program.run("ask", "--audio", "gone.wav", "--practice", variables=CHINESE)
    assert ended.stderr == "voicedesk: 無法使用 gone.wav：檔案不存在。檔案未經更動，請改選其他檔案。\n"


def test_bad_arguments_and_help_are_told_in_the_language(program: Program) -> None:
    assert "請指定下列引數：action" in program.run("key", variables=CHINESE).stderr
    told = program.run("ask", "--help", variables=CHINESE).stdout
    assert told.startswith("用法：")
    assert "播放回答" in told
    assert "show this help" not in told


def test_names_for_scripts_stay_the_same(program: Program) -> None:
    checks = json.loads(program.run("doctor", "--practice", "--json", variables=CHINESE).stdout)["checks"]
    assert checks[0]["name"] == "Python"
    assert {check["name"] for check in checks} >= {"screen", "keyring", "base URL"}
    status = program.run("key", "status", "--json", variables={**CHINESE, "COMETAPI_KEY": "sk-test"})
    assert json.loads(status.stdout)["status"] == "found in the environment"


def test_columns_stay_in_line_with_wide_characters() -> None:
    assert padded("麥克風", 8) == "麥克風  "
    assert padded("Qt", 8) == "Qt      "


def test_a_start_that_says_nothing_reads_no_settings_for_its_language(program: Program) -> None:
    script = (
        "import sys\nfrom voicedesk.cli.arguments import parse\nparse(['ask', 'hi'])\n"
        "assert 'platformdirs' not in sys.modules"
    )
    done = subprocess.run([program.command[0], "-c", script], env=program.environment, check=False)
    assert done.returncode == 0
