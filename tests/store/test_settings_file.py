"""Whatever is in the settings file, the program starts; what a person wrote there stays."""

import os
import random
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from voicedesk.core.problems import Kind
from voicedesk.core.settings import ServiceSettings, Settings, SoundSettings
from voicedesk.store import settings_file
from voicedesk.store.settings_file import SettingsFile

CHANGED = Settings(
    service=replace(ServiceSettings(), voice="ash", max_output_tokens=512), sound=SoundSettings("Mic 1")
)
ANY_SETTINGS = some.builds(
    Settings,
    service=some.builds(replace, some.just(ServiceSettings()), voice=some.text(), instructions=some.text()),
    sound=some.builds(SoundSettings, microphone=some.text(), preroll=some.booleans()),
)
SHARED_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    return tmp_path / "config" / "settings.toml"


def test_without_a_file_the_defaults_apply_and_nothing_is_said(path: Path) -> None:
    assert SettingsFile(path).load() == (Settings(), ())


def test_saved_settings_come_back(path: Path) -> None:
    assert SettingsFile(path).save(CHANGED) is None
    assert SettingsFile(path).load() == (CHANGED, ())


def test_the_folder_is_made_when_it_is_missing(path: Path) -> None:
    deeper = path.parent / "a" / "b" / "settings.toml"
    assert SettingsFile(deeper).save(CHANGED) is None
    assert SettingsFile(deeper).load() == (CHANGED, ())


WRITTEN = """\
# my settings
[future]
thing = [1, 2, 3]  # of a newer version

[service]
voice = "alloy"  # the calm one
unheard_of = 1979-05-27

[sound]
"""


def test_C2_comments_and_unknown_names_survive_saving(path: Path) -> None:
    path.write_text(WRITTEN)
    assert SettingsFile(path).save(CHANGED) is None
    text = path.read_text()
    for kept in (
        "# my settings",
        "thing = [1, 2, 3]  # of a newer version",
        "# the calm one",
        "unheard_of = 1979-05-27",
    ):
        assert kept in text
    assert 'voice = "ash"' in text
    assert SettingsFile(path).load() == (CHANGED, ())


def _many_levels(path: Path) -> None:
    path.write_bytes(b"a = " + b"[" * 100_000)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 2**20)


UNREADABLE = [
    pytest.param(lambda path: path.write_bytes(b""), id="C1-empty"),
    pytest.param(lambda path: path.write_bytes(b" \n\n"), id="C1-blank"),
    pytest.param(lambda path: path.write_text('[service]\nvoice = "al'), id="C1-half-written"),
    pytest.param(lambda path: path.write_bytes(bytes(range(256))), id="C1-binary"),
    pytest.param(lambda path: path.write_text("[service]\n", "utf-16"), id="C1-utf-16"),
    pytest.param(_huge, id="C1-100-MB"),
    pytest.param(_many_levels, id="C1-deep"),
]


@pytest.mark.parametrize("spoil", UNREADABLE)
def test_an_unreadable_file_is_kept_and_the_defaults_apply(path: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(path)
    size = path.stat().st_size
    loaded, problems = SettingsFile(path).load()
    assert loaded == Settings()
    assert [problem.kind for problem in problems] == [Kind.SETTINGS_UNREADABLE]
    assert problems[0].values == {"file": "settings.broken-1.toml"}
    assert (path.parent / "settings.broken-1.toml").stat().st_size == size
    assert SettingsFile(path).save(CHANGED) is None
    assert SettingsFile(path).load() == (CHANGED, ())


def test_C1_every_broken_file_is_kept(path: Path) -> None:
    for number in (1, 2, 3):
        path.write_text(f"broken {number}")
        SettingsFile(path).load()
    kept = sorted(path.parent.iterdir())
    assert [file.name for file in kept] == [f"settings.broken-{number}.toml" for number in (1, 2, 3)]
    assert [file.read_text() for file in kept] == [f"broken {number}" for number in (1, 2, 3)]


def test_C1_cut_off_at_any_byte_the_file_still_lets_the_program_start(path: Path) -> None:
    SettingsFile(path).save(CHANGED)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        loaded, problems = SettingsFile(path).load()
        assert isinstance(loaded, Settings)
        assert all(problem.kind in (Kind.SETTINGS_UNREADABLE, Kind.SETTINGS_REPAIRED) for problem in problems)


@SHARED_FOLDER
@given(
    content=some.binary(max_size=200) | some.text(alphabet='[]{}=".\n#\\x1ab,-:', max_size=80).map(str.encode)
)
def test_C1_no_content_keeps_settings_from_being_loaded_and_saved(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    SettingsFile(path).load()
    assert SettingsFile(path).save(CHANGED) is None
    assert SettingsFile(path).load() == (CHANGED, ())
    for file in path.parent.glob("*.broken-*"):
        file.unlink()


@SHARED_FOLDER
@given(wanted=ANY_SETTINGS)
def test_any_settings_come_back_as_they_were_saved(path: Path, wanted: Settings) -> None:
    path.write_text(WRITTEN)
    assert SettingsFile(path).save(wanted) is None
    assert SettingsFile(path).load() == (wanted, ())


def test_C3_a_value_that_cannot_be_used_is_named_and_the_others_stay(path: Path) -> None:
    path.write_text(
        '[service]\nvoice = 7\nmax_output_tokens = -1\ntalk_model = "other"\n[sound]\npreroll = "yes"\n'
    )
    loaded, problems = SettingsFile(path).load()
    assert loaded.service.talk_model == "other"
    assert loaded.service.voice == Settings().service.voice
    assert [problem.kind for problem in problems] == [Kind.SETTINGS_REPAIRED]
    assert problems[0].values == {"names": "service.voice, service.max_output_tokens, sound.preroll"}


def test_C3_a_repaired_value_is_written_with_the_next_save(path: Path) -> None:
    path.write_text('service = 3\n[sound]\npreroll = "yes"\n')
    loaded, _ = SettingsFile(path).load()
    assert SettingsFile(path).save(loaded) is None
    assert SettingsFile(path).load() == (Settings(), ())


def test_a_file_kept_elsewhere_is_written_there(path: Path, tmp_path: Path) -> None:
    """People keep such files in a repository and put a link in place; the link stays."""
    elsewhere = tmp_path / "dotfiles.toml"
    elsewhere.write_text("# kept\n")
    path.symlink_to(elsewhere)
    assert SettingsFile(path).save(CHANGED) is None
    assert path.is_symlink()
    assert elsewhere.read_text().startswith("# kept\n")


def test_a_file_that_cannot_be_written_is_said_and_the_old_one_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(path).save(Settings())
    before = path.read_bytes()

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_file, "replace_file", full)
    problem = SettingsFile(path).save(CHANGED)
    assert problem
    assert problem.kind is Kind.SETTINGS_NOT_SAVED
    assert problem.values == {"reason": "the disk is full", "folder": str(path.parent)}
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("")
    file = SettingsFile(tmp_path / "config" / "settings.toml")
    assert file.load()[0] == Settings()
    problem = file.save(CHANGED)
    assert problem
    assert problem.kind is Kind.SETTINGS_NOT_SAVED


SAVER = """
import dataclasses, pathlib, sys
from voicedesk.core.settings import ServiceSettings, Settings
from voicedesk.store.settings_file import SettingsFile
file = SettingsFile(pathlib.Path(sys.argv[1]))
number = 64
while True:
    number = 64 + (number + 1) % 10_000
    service = dataclasses.replace(ServiceSettings(), max_output_tokens=number, voice="v" * 500)
    file.save(Settings(service))
    print(number, flush=True)
"""


@pytest.mark.slow
def test_C4_killed_while_saving_the_file_is_the_old_or_the_new_one(path: Path) -> None:
    chance = random.Random(3)
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": os.environ.get("PATH", "")}
    for _ in range(15):
        command = [sys.executable, "-c", SAVER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as saver:
            assert saver.stdout
            lines = [saver.stdout.readline() for _ in range(chance.randrange(1, 20))]
            saver.send_signal(signal.SIGKILL)
            lines += saver.stdout.readlines()
        loaded, problems = SettingsFile(path).load()
        assert problems == ()
        confirmed = [int(line) for line in lines if line.endswith("\n")][-1]
        assert loaded.service.max_output_tokens in (confirmed, confirmed + 1)
