"""Check what VoiceDesk needs on this machine, and say what to do about what is missing."""

import os
from collections.abc import Iterator
from functools import partial

from voicedesk.cli.arguments import Arguments
from voicedesk.cli.checks import machine, qt, service, sound
from voicedesk.cli.checks.check import Check, Checking, carry_out
from voicedesk.cli.printing import Json, say, say_json

WIDTH = 15


def doctor(arguments: Arguments) -> int:
    """Run every check; the exit status tells whether all of them were content."""
    checks = []
    for name, checking in _checkings(arguments):
        checks.append(carry_out(name, checking))
        if not arguments.json:
            _tell(checks[-1])
    if arguments.json:
        say_json({"checks": [_as_json(check) for check in checks]})
    return 0 if all(check.ok for check in checks) else 1


def _checkings(arguments: Arguments) -> Iterator[tuple[str, Checking]]:
    options = arguments.options
    screen = carry_out("screen", machine.screen)
    yield "Python", machine.python
    yield "screen", lambda: screen
    yield "Qt", partial(qt.qt, os.environ, has_screen=screen.ok)
    yield "sound library", sound.library
    yield "sound server", sound.server
    yield "microphone", sound.microphones
    yield "loudspeaker", sound.loudspeakers
    yield "keyring", service.keyring
    yield "key", partial(service.key, options)
    yield "base URL", partial(service.base_url, options)
    yield "disk", machine.disk


def _tell(check: Check) -> None:
    say(f"{'ok' if check.ok else 'problem':8} {check.name:{WIDTH}} {check.found}")
    if check.advice:
        say(f"{'':8} {'':{WIDTH}} → {check.advice}")


def _as_json(check: Check) -> Json:
    return {"name": check.name, "ok": check.ok, "found": check.found, "advice": check.advice}
