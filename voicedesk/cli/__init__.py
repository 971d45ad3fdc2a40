"""The second front end: commands for scripts, and the whole turn where there is no screen."""

import os
import sys

from voicedesk.cli.arguments import Arguments
from voicedesk.cli.language import tr
from voicedesk.cli.printing import complain, complain_of, write_every_character
from voicedesk.core.crash import crashed
from voicedesk.core.problems import Problem, Trouble


def run(arguments: Arguments) -> int:
    """Do what the command line asks for, and give the exit status."""
    write_every_character()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Trouble as trouble:
        complain_of(trouble.problem)
        return 1
    except Exception as error:  # noqa: BLE001  # the outermost edge of this front end
        return _give_up(crashed(error))


def _give_up(problem: Problem) -> int:
    complain_of(problem)
    complain(problem.detail.replace("\n", " < "))
    return 1


def _run(arguments: Arguments) -> int:
    match arguments.command:
        case "ask":
            from voicedesk.cli.ask import ask

            return ask(arguments)
        case "transcribe":
            from voicedesk.cli.transcribe import transcribe

            return transcribe(arguments)
        case "history":
            from voicedesk.cli.history import history

            return history(arguments)
        case "costs":
            from voicedesk.cli.costs import costs

            return costs(arguments)
        case "key":
            from voicedesk.cli.keys import keys

            return keys(arguments)
        case "doctor":
            from voicedesk.cli.doctor import doctor

            return doctor(arguments)
        case _:
            from voicedesk.cli.terminal import converse

            complain(tr("There is no screen here; VoiceDesk goes on in the terminal."))
            return converse(arguments)
