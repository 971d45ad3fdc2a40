"""Say in words what a test of the key found, and what to do then."""

from PySide6.QtCore import QCoreApplication

from voicedesk.core.inquiries import ModelsListed
from voicedesk.core.problems import Kind
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.verdict import Mood


def verdict_of(listed: ModelsListed) -> tuple[Mood, str]:
    """Give the verdict: accepted, refused, without credit, or not to be told for want of a connection."""
    problem = listed.problem
    if problem is None:
        accepted = QCoreApplication.translate(
            "Key",
            "The key is accepted; {count} models are offered. Your first question shows if there is credit.",
        )
        return Mood.GOOD, accepted.replace("{count}", str(len(listed.names)))
    if problem.kind is Kind.KEY_REFUSED:
        return Mood.BAD, QCoreApplication.translate(
            "Key", "The key was refused. Copy it again at CometAPI, all of it, or make a new one."
        )
    if problem.kind is Kind.CREDIT_USED_UP:
        return Mood.BAD, QCoreApplication.translate(
            "Key",
            "The key is right, but there is no credit. Top up the account, or raise the limit of this key.",
        )
    untested = QCoreApplication.translate("Key", "The key could not be tested. {problem}")
    return Mood.BAD, untested.replace("{problem}", problem_sentence(problem))
