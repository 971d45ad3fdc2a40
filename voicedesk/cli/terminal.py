"""Hold a conversation in the terminal, where there is no screen to open a window on."""

import sys
from dataclasses import replace

from voicedesk.cli.arguments import Arguments
from voicedesk.cli.ask import STATUS, Asking
from voicedesk.cli.headless import Headless
from voicedesk.cli.language import tr
from voicedesk.cli.printing import complain, say
from voicedesk.core.problems import Kind


def converse(arguments: Arguments) -> int:
    """Take typed questions until an empty line or the end of input."""
    status = 0
    with Headless(arguments.options) as desk:
        chosen = desk.wait_until_ready()
        if chosen.practice:
            complain(tr("This is practice. Store a key with “voicedesk key set” to talk to the service."))
        while question := _next_question():
            outcome = Asking(desk, replace(arguments, words=[question])).run()
            assert outcome.turn.ending
            status = STATUS[outcome.turn.ending]
            if outcome.problem and outcome.problem.kind is Kind.NO_LOUDSPEAKER:
                kept = desk.crew.answer_path(outcome.turn.number)
                complain(tr("The spoken answer is kept in {file}.").format(file=kept))
    return status


def _next_question() -> str:
    if sys.stdin.isatty():
        say(tr("You: "), end="")
    return sys.stdin.readline().strip()
