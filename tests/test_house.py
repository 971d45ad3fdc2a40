"""The two commands set up, start and refuse as promised, and the lock files are what they claim."""

import ast
import hashlib
import importlib.metadata
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = [ROOT / "requirements" / "run.txt", ROOT / "requirements" / "dev.txt"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())

NO_NEEDS = "sound = []\nscreen = []\ntests = []\nbench = []\n"
PROBE_PROGRAM = "import json, os, sys\nprint(json.dumps([sys.argv[1:], os.getcwd()]))\nsys.exit(7)\n"

makes_environments = pytest.mark.skipif(find_spec("ensurepip") is None, reason="this Python has no ensurepip")


# The lock files


def pins(lock: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock.read_text(), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    assert not re.search(
        r"^\s*-", text.replace("    --hash=", ""), re.MULTILINE
    )  # no option such as --index-url
    assert not re.search(r"\b[\w-]+\.(com|dev|io|net|org)\b", text)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_for_every_pin(lock: Path) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", lock.read_text(), flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("wanted", PROJECT["project"]["dependencies"])
def test_the_run_lock_satisfies_each_dependency(wanted: str) -> None:
    requirement = Requirement(wanted)
    versions = pins(LOCKS[0])[canonicalize_name(requirement.name)]
    assert all(version in requirement.specifier for version in versions)


@pytest.mark.parametrize("wanted", PROJECT["dependency-groups"]["dev"])
def test_the_development_lock_has_each_tool(wanted: str) -> None:
    assert canonicalize_name(Requirement(wanted).name) in pins(LOCKS[1])


def test_the_development_lock_holds_the_versions_of_the_run_lock() -> None:
    run, dev = (pins(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_qt_stays_below_the_release_that_loses_references() -> None:
    (version,) = pins(LOCKS[0])["pyside6-essentials"]
    assert version in Requirement("PySide6-Essentials>=6.8,<6.12").specifier


# The contracts


def import_names(distribution: str) -> set[str]:
    wanted = canonicalize_name(distribution)
    packages = importlib.metadata.packages_distributions()
    return {
        name
        for name, owners in packages.items()
        if wanted in map(canonicalize_name, owners) and name.isidentifier() and not name.startswith("_")
    }


@pytest.mark.parametrize(
    "wanted", [each for each in PROJECT["project"]["dependencies"] if "pulsectl" not in each]
)
def test_core_and_all_rooms_but_one_are_closed_to_each_library(wanted: str) -> None:
    contracts = [each for each in PROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "forbidden"]
    library = import_names(Requirement(wanted).name)
    closing = [each["source_modules"] for each in contracts if library & set(each["forbidden_modules"])]
    assert sorted(closing) == [["voicedesk"], ["voicedesk.core"]]


# The commands


def test_continuous_integration_calls_the_test_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    assert lines == [
        "#!/usr/bin/env bash",
        "set -euo pipefail",
        'cd "$(dirname "$0")/.."',
        "exec python3 run.py test",
    ]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("grounds")


@pytest.fixture
def house(grounds: Path) -> Path:
    return build_house(grounds)


def build_house(grounds: Path) -> Path:
    """Copy what a set-up needs; the program tells how it was called and needs nothing of the system."""
    folder = cleared(grounds / "voice desk")
    for name in ("bootstrap", "requirements"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "run.py", folder)
    (folder / "voicedesk").mkdir()
    (folder / "voicedesk" / "__main__.py").write_text(PROBE_PROGRAM)
    need(folder, NO_NEEDS)
    return folder


def cleared(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    return folder


def need(house: Path, table: str) -> None:
    (house / "bootstrap" / "system_packages.toml").write_text(table)


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """The only folder on PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


def script(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def surroundings(house: Path, programs: Path, **more: str) -> dict[str, str]:
    """No screen, no network: pip may only look into the house's own folder of wheels."""
    return {
        "PATH": str(programs),
        "HOME": str(house),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (house / "wheels").as_uri(),
        **more,
    }


def as_main(house: Path, as_if: str) -> str:
    """Run run.py as Python runs a script, after the statements of `as_if`."""
    script = house / "run.py"
    start = f"runpy.run_path({str(script)!r}, run_name='__main__')"
    return f"import runpy, sys; sys.path[0] = {str(house)!r}; {as_if}; {start}"


def run_py(
    house: Path,
    programs: Path,
    *arguments: str,
    as_if: str = "pass",
    keyboard: int = subprocess.DEVNULL,
    **more: str,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", as_main(house, as_if), *arguments],
        cwd=house.parent,
        env=surroundings(house, programs, **more),
        stdin=keyboard,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )


def test_an_older_python_is_refused_in_one_line(house: Path, programs: Path) -> None:
    done = run_py(house, programs, as_if="sys.version_info = (3, 8, 18, 'final', 0)")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "VoiceDesk needs Python 3.11 or newer; this is Python 3.8.\n"


def test_an_older_python_can_read_run_py() -> None:
    ast.parse((ROOT / "run.py").read_text(), feature_version=(3, 8))


def test_locking_without_uv_says_so(house: Path, programs: Path) -> None:
    done = run_py(house, programs, "lock")
    assert (done.returncode, done.stderr) == (
        2,
        "VoiceDesk: Writing the lock files needs the program uv on PATH.\n",
    )


def test_locking_resolves_for_the_oldest_python_that_is_allowed(house: Path, programs: Path) -> None:
    script(programs, "uv", 'echo "$@" >> "$HOME/calls"')
    assert run_py(house, programs, "lock").returncode == 0
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    calls = (house / "calls").read_text().splitlines()
    assert [f"--python-version {oldest} " in call for call in calls] == [True, True]


# What the system lacks

MISSING = """
sound = [
    { probe = "libc.so.6", apt = "libc6", pacman = "glibc" },
    { probe = "libvoicedesk-nowhere.so.9", apt = "libnowhere9", pacman = "nowhere-lib" },
    { probe = "nowhere-program", apt = "nowhere-tools", pacman = "nowhere" },
    { probe = "/nowhere/*|/nor/here", apt = "nowhere-fonts", pacman = "ttf-nowhere", rpm = "nowhere-fonts" },
]
screen = [{ probe = "libvoicedesk-screen.so.1", apt = "libscreen1", pacman = "screen" }]
tests = [{ probe = "nowhere-test", apt = "nowhere-test", pacman = "nowhere-test" }]
bench = [{ probe = "nowhere-cc", apt = "nowhere-cc", pacman = "nowhere-cc" }]
"""
PERSON = "import os; os.geteuid = lambda: 1000"
ROOT_USER = "import os; os.geteuid = lambda: 0"

linux_only = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux leaves this to the system"
)


def refused_with(done: subprocess.CompletedProcess[str]) -> str:
    """The command named in a refusal of one line."""
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    return done.stderr.partition("install them with: ")[2].strip()


def without_update(command: str) -> str:
    return command.removeprefix("sudo apt-get update && ").removeprefix("apt-get update && ")


@linux_only
@makes_environments
@pytest.mark.parametrize(
    ("arguments", "screen", "added"),
    [
        ((), "", []),
        ((), ":0", ["libscreen1"]),
        (("test",), "", ["libscreen1", "nowhere-test"]),
        (("bench",), "", ["libscreen1", "nowhere-cc", "nowhere-test"]),
    ],
    ids=["start", "start-with-a-screen", "test", "bench"],
)
def test_a_person_without_rights_is_told_the_one_command(
    house: Path, programs: Path, arguments: tuple[str, ...], screen: str, added: list[str]
) -> None:
    need(house, MISSING)
    script(programs, "apt-get", "exit 1")
    done = run_py(house, programs, *arguments, as_if=PERSON, DISPLAY=screen)
    packages = sorted(["libnowhere9", "nowhere-fonts", "nowhere-tools", *added])
    expected = f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    assert without_update(refused_with(done)) == expected
    assert not (house / ".venv").exists()


@linux_only
@makes_environments
@pytest.mark.parametrize(
    ("tool", "command"),
    [
        ("dnf", "dnf install '{library}()(64bit)' /usr/bin/nowhere-program nowhere-fonts"),
        ("zypper", "zypper install '{library}()(64bit)' /usr/bin/nowhere-program nowhere-fonts"),
        ("pacman", "pacman -S --needed nowhere nowhere-lib ttf-nowhere"),
    ],
)
def test_other_systems_are_told_their_own_command(
    house: Path, programs: Path, tool: str, command: str
) -> None:
    need(house, MISSING)
    script(programs, tool, "exit 1")
    done = run_py(house, programs, as_if=PERSON)
    assert refused_with(done) == "sudo " + command.format(library="libvoicedesk-nowhere.so.9")


@linux_only
@makes_environments
def test_nothing_is_installed_where_that_was_forbidden(house: Path, programs: Path) -> None:
    need(house, MISSING)
    script(programs, "apt-get", f"echo called >> {str(house)!r}/calls")
    done = run_py(house, programs, as_if=ROOT_USER, VOICEDESK_NO_SUDO="1")
    assert without_update(refused_with(done)).startswith(
        "apt-get install -y --no-install-recommends libnowhere9"
    )
    assert not (house / "calls").exists()


APT_THAT_WANTS_A_FRESH_LIST = """
echo "$@" >> "$HOME/calls"
case "$*" in
    *update) : > "$HOME/updated" ;;
    *) [ -e "$HOME/updated" ] || exit 100; : > "$HOME/installed" ;;
esac
"""


@linux_only
@makes_environments
def test_root_installs_and_fetches_the_package_list_only_when_needed(house: Path, programs: Path) -> None:
    probe = f'[{{ probe = "{house}/installed", apt = "nowhere-tools", pacman = "nowhere" }}]'
    need(house, f"sound = {probe}\nscreen = []\ntests = []\n")
    script(programs, "apt-get", APT_THAT_WANTS_A_FRESH_LIST)
    script(programs, "env", 'exec /usr/bin/env "$@"')
    done = run_py(house, programs, as_if=ROOT_USER)
    install = "-o DPkg::Lock::Timeout=300 install -y --no-install-recommends nowhere-tools"
    calls = (house / "calls").read_text().splitlines()
    assert calls == [install, "-o DPkg::Lock::Timeout=300 update", install]
    assert "Packages of the system are missing" not in done.stderr


@linux_only
@makes_environments
def test_a_person_at_a_terminal_installs_by_sudo(house: Path, programs: Path) -> None:
    need(house, MISSING)
    script(programs, "apt-get", "exit 1")
    script(programs, "sudo", 'echo "$@" >> "$HOME/calls"; exit 1')
    screen, keyboard = os.openpty()
    try:
        done = run_py(house, programs, as_if=PERSON, keyboard=keyboard)
    finally:
        os.close(screen)
        os.close(keyboard)
    assert (house / "calls").read_text().startswith("env DEBIAN_FRONTEND=noninteractive apt-get ")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("VoiceDesk: Packages of the system are missing")


# Set-ups, carried out with a lock file that names one small wheel


@pytest.fixture
def locked_house(house: Path) -> Path:
    lock_to(house, "1.0")
    return house


@pytest.fixture(scope="module")
def whole_house(grounds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house that was set up, put away: a set-up takes seconds, and most tests begin after one."""
    house = build_house(grounds)
    lock_to(house, "1.0")
    assert run_py(house, tmp_path_factory.mktemp("programs")).returncode == 7
    return house.rename(grounds / "whole")


@pytest.fixture
def ready_house(grounds: Path, whole_house: Path) -> Path:
    """A house that was set up, in the place where that happened."""
    return shutil.copytree(whole_house, cleared(grounds / "voice desk"), symlinks=True)


def lock_to(house: Path, version: str) -> None:
    wheel = write_wheel(house / "wheels", version)
    line = f"voicedesk-probe=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"
    for lock in LOCKS:
        (house / "requirements" / lock.name).write_text(line)


def write_wheel(folder: Path, version: str) -> Path:
    folder.mkdir(exist_ok=True)
    wheel = folder / f"voicedesk_probe-{version}-py3-none-any.whl"
    info = f"voicedesk_probe-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("voicedesk_probe.py", f"version = {version!r}\n")
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: voicedesk-probe\nVersion: {version}\n"
        )
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return wheel


def environment_python(house: Path) -> Path:
    return house / ".venv" / "bin" / "python"


def installed_version(house: Path) -> str:
    show = [str(environment_python(house)), "-c", "import voicedesk_probe; print(voicedesk_probe.version)"]
    return subprocess.run(show, capture_output=True, text=True, check=True).stdout.strip()


@makes_environments
def test_the_first_start_sets_up_and_the_second_starts_at_once(locked_house: Path, programs: Path) -> None:
    first = run_py(locked_house, programs, "ask", "two words", "--json")
    assert "setting up .venv" in first.stderr
    second = run_py(locked_house, programs, "ask", "two words", "--json")
    assert second.stderr == ""
    for done in (first, second):
        arguments, folder = json.loads(done.stdout)
        assert arguments == ["ask", "two words", "--json"]
        assert folder == str(locked_house.parent)  # the person's folder, where their files are
        assert done.returncode == 7


@makes_environments
def test_a_ready_start_loads_nothing_that_only_a_set_up_needs(ready_house: Path, programs: Path) -> None:
    telling = "import os; os.execv = lambda *command: print(*sys.modules)"
    loaded = run_py(ready_house, programs, as_if=telling).stdout.split()
    assert "bootstrap.environment" in loaded
    assert not {"bootstrap.system_packages", "subprocess", "tomllib"} & set(loaded)


@makes_environments
def test_a_changed_lock_is_followed(ready_house: Path, programs: Path) -> None:
    lock_to(ready_house, "2.0")
    run_py(ready_house, programs)
    assert installed_version(ready_house) == "2.0"


def stamp_of(house: Path) -> Path:
    return house / ".venv" / "voicedesk-setup.json"


def cut_stamp_short(house: Path) -> None:
    stamp_of(house).write_text("{")


def claim_another_python(house: Path) -> None:
    stamp_of(house).write_text(json.dumps({**json.loads(stamp_of(house).read_text()), "python": "3.0.0"}))


def remove_python(house: Path) -> None:
    environment_python(house).unlink()


def leave_unfinished(house: Path) -> None:
    stamp_of(house).unlink()
    shutil.rmtree(house / ".venv" / "lib")


@makes_environments
@pytest.mark.parametrize("damage", [cut_stamp_short, claim_another_python, remove_python, leave_unfinished])
def test_what_is_not_whole_is_set_up_again(
    ready_house: Path, programs: Path, damage: Callable[[Path], None]
) -> None:
    damage(ready_house)
    done = run_py(ready_house, programs)
    assert "setting up .venv" in done.stderr
    assert installed_version(ready_house) == "1.0"


@makes_environments
def test_a_set_up_that_was_killed_is_repaired(locked_house: Path, programs: Path) -> None:
    kill = f"os.kill(os.getpid(), {signal.SIGKILL.value})"
    dying = f"import bootstrap.environment as e, os; e.install_packages = lambda lock: {kill}"
    assert run_py(locked_house, programs, as_if=dying).returncode == -signal.SIGKILL
    assert environment_python(locked_house).exists()
    assert run_py(locked_house, programs).returncode == 7
    assert installed_version(locked_house) == "1.0"


@makes_environments
def test_a_moved_project_is_set_up_again(ready_house: Path, programs: Path) -> None:
    moved = ready_house.rename(cleared(ready_house.with_name("moved")))
    done = run_py(moved, programs)
    assert "setting up .venv" in done.stderr
    assert done.returncode == 7


@makes_environments
def test_a_second_set_up_beside_the_first_is_refused(locked_house: Path, programs: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    folder = os.open(locked_house, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        done = run_py(locked_house, programs)
    finally:
        os.close(folder)
    assert done.returncode == 1
    assert done.stderr == "VoiceDesk: Another set-up is at work in this folder; wait until it has ended.\n"


@makes_environments
def test_an_index_out_of_reach_is_named_in_one_line(locked_house: Path, programs: Path) -> None:
    closed = "http://127.0.0.1:9/simple"
    done = run_py(
        locked_house, programs, PIP_NO_INDEX="0", PIP_FIND_LINKS="", PIP_INDEX_URL=closed, PIP_RETRIES="1"
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()[1:]
    assert line.startswith("VoiceDesk: The package index cannot be reached; ")


@makes_environments
def test_a_wheel_that_is_not_the_locked_one_is_not_installed(locked_house: Path, programs: Path) -> None:
    lock = locked_house / "requirements" / "run.txt"
    lock.write_text(re.sub(r"sha256:.{8}", "sha256:00000000", lock.read_text()))
    done = run_py(locked_house, programs)
    assert done.returncode == 1
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert "Traceback" not in done.stderr


@makes_environments
@pytest.mark.parametrize(
    ("trouble", "line", "code"),
    [
        ("OSError(28, 'No space left on device')", "The disk is full; make room and start again.", 1),
        (
            "PermissionError(13, 'Permission denied')",
            "may not be written; copy the project to a folder of your own.",
            2,
        ),
        ("KeyboardInterrupt()", "Interrupted.", 130),
    ],
    ids=["disk-full", "read-only", "ctrl-c"],
)
def test_what_stops_a_set_up_is_one_line(
    locked_house: Path, programs: Path, trouble: str, line: str, code: int
) -> None:
    raising = (
        f"import bootstrap.environment as e; e.make_environment = lambda: (_ for _ in ()).throw({trouble})"
    )
    done = run_py(locked_house, programs, as_if=raising)
    assert done.returncode == code
    assert [text.endswith(line) for text in done.stderr.splitlines()] == [False, True]
