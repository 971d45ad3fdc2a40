"""Put what the checks found into the words of the window, and into a report that can be pasted."""

import platform
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, qVersion

from voicedesk import __version__
from voicedesk.core.health import Check
from voicedesk.gui.plain_text import presentable


def in_terminal(text: str) -> str:
    """Translate a text of the checks; they stand in the catalogue among those of the command line."""
    return QCoreApplication.translate("Terminal", text)


def name_of(check: Check) -> str:
    """Name what was looked at."""
    names = {
        "screen": QCoreApplication.translate("Health", "Screen"),
        "sound library": QCoreApplication.translate("Health", "Sound library"),
        "sound server": QCoreApplication.translate("Health", "Sound server"),
        "microphone": QCoreApplication.translate("Health", "Microphone"),
        "loudspeaker": QCoreApplication.translate("Health", "Loudspeaker"),
        "keyring": QCoreApplication.translate("Health", "Keyring"),
        "key": QCoreApplication.translate("Health", "Key"),
        "base URL": QCoreApplication.translate("Health", "Service"),
        "disk": QCoreApplication.translate("Health", "Disk"),
    }
    return names.get(check.name, check.name)


def summary_of(checks: Sequence[Check], is_over: bool) -> str:
    """Say in one sentence how things are."""
    count = sum(not check.ok for check in checks)
    if not is_over:
        return QCoreApplication.translate("Health", "Looking…")
    if count == 0:
        return QCoreApplication.translate("Health", "Everything is there.")
    return QCoreApplication.translate("Health", "To look at: {count}").replace("{count}", str(count))


def report_of(checks: Sequence[Check]) -> str:
    """Write all findings as plain text; holds no key and nothing that was said."""
    lines = [
        f"VoiceDesk {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}",
    ]
    for check in checks:
        lines.append(f"{'ok' if check.ok else 'problem'}  {check.name}: {presentable(check.found)}")
        lines += [f"    {check.advice}"] if check.advice else []
    return "\n".join(lines)
