"""Store, check or remove the key without ever showing it."""

import sys

from voicedesk.cli.arguments import Arguments
from voicedesk.cli.printing import complain_of, problem_as_json, say, say_json
from voicedesk.core.problems import Problem, Trouble

LONGEST_LINE = 10_000
"""Much longer than any key; a stream without line ends is not read into memory."""


def keys(arguments: Arguments) -> int:
    """Do what is asked; `set` reads the key from standard input, because arguments are seen by everybody."""
    from voicedesk.assembly import open_key_store

    store, base_url = open_key_store(arguments.options, complain_of)
    try:
        match arguments.action:
            case "set":
                return _tell(arguments, "stored", store.store(base_url, _typed_key()))
            case "delete":
                return _tell(arguments, "removed", store.delete(base_url))
            case _:
                found = store.find(base_url)
                return _tell(arguments, f"found in the {found.source.value}" if found else "missing", None)
    except Trouble as trouble:
        return _tell(arguments, "unknown", trouble.problem)


def _typed_key() -> str:
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass("CometAPI key: ")
    return sys.stdin.readline(LONGEST_LINE)


def _tell(arguments: Arguments, status: str, problem: Problem | None) -> int:
    if arguments.json:
        say_json({"status": "failed" if problem else status, "problem": problem_as_json(problem)})
    elif problem:
        complain_of(problem)
    else:
        say(f"Key {status}.")
    return 1 if problem else 0
