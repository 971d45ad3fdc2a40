"""Go through everything that the program needs, in the order in which a person would look at it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from voicedesk.core.health import Check
from voicedesk.core.problem_texts import Translate
from voicedesk.health import machine, qt, service, sound
from voicedesk.health.check import Checking, carry_out


@dataclass(frozen=True, slots=True)
class Examination:
    """What to look at: with `practises`, the service inside the program instead of the real one."""

    keys: service.Keys
    practises: bool
    tr: Translate
    translate_problem: Translate

    def run(self) -> Iterator[Check]:
        """Give each finding as soon as it is there; nothing is changed, and no check holds the others up."""
        screen = carry_out("screen", machine.screen, self.tr)
        yield carry_out("Python", machine.python, self.tr)
        yield screen
        yield carry_out("Qt", partial(qt.qt, environment=os.environ, has_screen=screen.ok), self.tr)
        for name, checking in self._checkings():
            yield carry_out(name, checking, self.tr)

    def _checkings(self) -> Iterator[tuple[str, Checking]]:
        problems = self.translate_problem
        url = partial(service.base_url, translate_problem=problems, keys=self.keys)
        yield "sound library", sound.library
        yield "sound server", sound.server
        yield "microphone", sound.microphones
        yield "loudspeaker", sound.loudspeakers
        yield "keyring", service.keyring
        yield "key", partial(service.key, translate_problem=problems, keys=self.keys)
        yield "base URL", service.practice if self.practises else url
        yield "disk", partial(machine.disk, translate_problem=problems)
