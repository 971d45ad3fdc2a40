"""Check what VoiceDesk needs on this machine, and say what to do about what is missing."""

from unicodedata import east_asian_width

from voicedesk.assembly import examine
from voicedesk.cli.arguments import Arguments
from voicedesk.cli.language import tr, translate_problem
from voicedesk.cli.printing import Json, complain_of, say, say_json
from voicedesk.core.health import Check

WIDTH = 15


def doctor(arguments: Arguments) -> int:
    """Run every check; the exit status tells whether all of them were content."""
    checks = []
    for check in examine(arguments.options, tr, translate_problem, complain_of):
        checks.append(check)
        if not arguments.json:
            _tell(check)
    if arguments.json:
        say_json({"checks": [_as_json(check) for check in checks]})
    return 0 if all(check.ok for check in checks) else 1


def _tell(check: Check) -> None:
    verdict = tr("ok") if check.ok else tr("problem")
    say(f"{padded(verdict, 8)} {padded(_shown_name(check), WIDTH)} {check.found}")
    if check.advice:
        say(f"{'':8} {'':{WIDTH}} → {check.advice}")


def _shown_name(check: Check) -> str:
    names = {
        "screen": tr("screen"),
        "sound library": tr("sound library"),
        "sound server": tr("sound server"),
        "microphone": tr("microphone"),
        "loudspeaker": tr("loudspeaker"),
        "keyring": tr("keyring"),
        "key": tr("key"),
        "base URL": tr("base URL"),
        "disk": tr("disk"),
    }
    return names.get(check.name, check.name)


def padded(text: str, columns: int) -> str:
    """Fill up with blanks; a Chinese character takes two columns of a terminal."""
    return text + " " * (columns - sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text))


def _as_json(check: Check) -> Json:
    return {"name": check.name, "ok": check.ok, "found": check.found, "advice": check.advice}
