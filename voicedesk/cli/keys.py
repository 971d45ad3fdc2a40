"""Store, check or remove the key without ever showing it."""

import sys

from voicedesk.cli.arguments import Arguments
from voicedesk.cli.language import tr
from voicedesk.cli.printing import complain_of, problem_as_json, say, say_json
from voicedesk.core.problems import Problem, Trouble
from voicedesk.core.secret import KeySource

LONGEST_LINE = 10_000
"""Much longer than any key; a stream without line ends is not read into memory."""


def keys(arguments: Arguments) -> int:
    """Do what is asked; `set` reads the key from standard input, because arguments are seen by everybody."""
    from voicedesk.assembly import open_key_store

    store, base_url = open_key_store(arguments.options, complain_of)
    try:
        match arguments.action:
            case "set":
                return _tell(arguments, "stored", tr("Key stored."), store.store(base_url, _typed_key()))
            case "delete":
                return _tell(arguments, "removed", tr("Key removed."), store.delete(base_url))
            case _:
                found = store.find(base_url)
                return _tell_where(arguments, found.source if found else None)
    except Trouble as trouble:
        return _tell(arguments, "unknown", "", trouble.problem)


def _typed_key() -> str:
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(tr("CometAPI key: "))
    return sys.stdin.readline(LONGEST_LINE)


def _tell_where(arguments: Arguments, source: KeySource | None) -> int:
    if source is None:
        return _tell(arguments, "missing", tr("Key missing."), None)
    words = {
        KeySource.ENVIRONMENT: tr("Key found in the environment."),
        KeySource.SESSION: tr("Key found in the session."),
        KeySource.KEYRING: tr("Key found in the keyring."),
    }
    return _tell(arguments, f"found in the {source.value}", words[source], None)


def _tell(arguments: Arguments, status: str, words: str, problem: Problem | None) -> int:
    """Report to a script by a word that stays the same, to a person in a sentence."""
    if arguments.json:
        say_json({"status": "failed" if problem else status, "problem": problem_as_json(problem)})
    elif problem:
        complain_of(problem)
    else:
        say(words)
    return 1 if problem else 0
