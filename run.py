"""Set VoiceDesk up and start it, with nothing but a Python there.

python3 run.py [ARGS...]         set up once, then start the program with ARGS
python3 run.py test [ARGS...]    set up, then run every check; ARGS go to pytest
python3 run.py bench [ARGS...]   set up, then run the benchmark
python3 run.py translations      set up, then bring the catalogues of resources/translations up to date
python3 run.py lock              write requirements/*.txt anew from pyproject.toml (needs uv)
"""

import sys

if sys.version_info < (3, 11):  # this file has to be readable for older ones, the imports below need not be
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    sys.stderr.write(f"VoiceDesk needs Python 3.11 or newer; this is Python {version}.\n")
    sys.exit(2)

import os

from bootstrap.environment import PYTHON, ROOT, SCRIPTS, prepare
from bootstrap.refusal import CANNOT_START, INTERRUPTED, Refusal, explained

# The tests depend on no order and may share the cores; "-n 0" among ARGS runs them in one process.
PYTEST_WORKERS = ("-n", "2", "--dist", "loadfile")

# -P: a file in the person's folder that is named like one of our libraries is not imported in its place.
MODULE = (PYTHON, "-P", "-m")


def main(arguments: list[str]) -> int:
    """Do what the first argument says; a failure is one line on standard error."""
    try:
        return run(arguments)
    except Refusal as refusal:
        return report(refusal)
    except KeyboardInterrupt:
        return report(Refusal("Interrupted.", INTERRUPTED))
    except OSError as error:
        return report(explained(str(error)))


def run(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "lock":
        return lock()
    if command == "test":
        prepare("test")
        return check(rest)
    if command == "bench":
        prepare("bench")
        return call([*MODULE, "tests.bench", *rest])
    if command == "translations":
        prepare("test")
        return call([*MODULE, "translations"])
    prepare("run")
    return start(arguments)


def report(refusal: Refusal) -> int:
    sys.stderr.write(f"VoiceDesk: {refusal}\n")
    return refusal.code


def start(arguments: list[str]) -> int:
    command = [*MODULE, "voicedesk", *arguments]
    if os.name != "nt":  # where execv returns to the shell at once
        os.execv(PYTHON, command)  # noqa: S606 - the same process, so signals and exit code pass by themselves
    return call(command, folder=None)


def check(pytest_arguments: list[str]) -> int:
    """Run every check, also after one failed, and return the first failure's exit code."""
    checks = {
        "ruff check": [*MODULE, "ruff", "check", "."],
        "ruff format": [*MODULE, "ruff", "format", "--check", "."],
        "mypy": [*MODULE, "mypy"],
        "import contracts": [os.path.join(SCRIPTS, "lint-imports")],
        "pytest": [*MODULE, "pytest", *PYTEST_WORKERS, *pytest_arguments],
    }
    codes = {name: announced(name, command) for name, command in checks.items()}
    failed = [name for name, code in codes.items() if code]
    sys.stderr.write(f"\nFailed: {', '.join(failed)}\n" if failed else "\nAll checks passed.\n")
    return next((code for code in codes.values() if code), 0)


def announced(name: str, command: list[str]) -> int:
    sys.stderr.write(f"\n--- {name}\n")
    return call(command)


def lock() -> int:
    """Resolve for all platforms; the files hold hashes and no address, so any index may serve them."""
    from shutil import which

    uv = which("uv")
    if uv is None:
        raise Refusal("Writing the lock files needs the program uv on PATH.", CANNOT_START)
    resolve = [uv, "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header"]
    # Named, or uv would take whichever Python it finds for the oldest one and leave out what 3.11 needs.
    resolve += ["--python-version", "3.11", "--only-binary", ":all:", "pyproject.toml"]
    run_lock, dev_lock = "requirements/run.txt", "requirements/dev.txt"
    # The second is held to the versions of the first, so one environment serves both.
    resolve_dev = [*resolve, "--group", "dev", "-c", run_lock, "-o", dev_lock]
    return call([*resolve, "-o", run_lock]) or call(resolve_dev)


def call(command: list[str], folder: str | None = ROOT) -> int:
    import subprocess

    return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
