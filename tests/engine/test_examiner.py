"""The machine is looked at in a thread of its own, and each finding is told at once."""

from collections.abc import Iterator
from threading import Event

import pytest

from tests.engine.fakes import Inbox, Running, wait_until
from voicedesk.core.health import Check, Examined
from voicedesk.core.problem_texts import Translate, untranslated
from voicedesk.engine.examiner import Examiner

SCREEN, SOUND = Check("screen", ":0"), Check("sound", "none", "Connect a loudspeaker.")


def two_findings(tr: Translate, translate_problem: Translate) -> Iterator[Check]:
    yield SCREEN
    yield SOUND


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def test_each_finding_is_told_as_soon_as_it_is_there(inbox: Inbox) -> None:
    examiner = Examiner(two_findings, inbox.post)
    with Running(examiner):
        examiner.examine(untranslated, untranslated)
        told = [inbox.wait_for(Examined) for _ in range(3)]
    assert told == [
        Examined((SCREEN,), is_over=False),
        Examined((SCREEN, SOUND), is_over=False),
        Examined((SCREEN, SOUND), is_over=True),
    ]


def test_it_speaks_the_language_of_whoever_asks(inbox: Inbox) -> None:
    examiner = Examiner(lambda tr, _: iter((Check("key", tr("none")),)), inbox.post)
    with Running(examiner):
        examiner.examine(str.upper, untranslated)
        assert inbox.wait_for(Examined).checks[0].found == "NONE"


def test_impatience_costs_one_look_more_and_not_many(inbox: Inbox) -> None:
    looks: list[int] = []
    gate = Event()

    def slow(tr: Translate, translate_problem: Translate) -> Iterator[Check]:
        looks.append(1)
        gate.wait()
        yield SCREEN

    examiner = Examiner(slow, inbox.post)
    with Running(examiner):
        examiner.examine(untranslated, untranslated)
        wait_until(lambda: len(looks) == 1)
        for _ in range(9):
            examiner.examine(untranslated, untranslated)
        gate.set()
        wait_until(lambda: sum(isinstance(e, Examined) and e.is_over for e in inbox.drain()) == 2)
    assert len(looks) == 2


def test_a_look_that_hangs_keeps_nobody_from_leaving(inbox: Inbox) -> None:
    began, gate = Event(), Event()

    def hanging(tr: Translate, translate_problem: Translate) -> Iterator[Check]:
        began.set()
        gate.wait()
        yield SCREEN

    examiner = Examiner(hanging, inbox.post)
    with Running(examiner):
        examiner.examine(untranslated, untranslated)
        assert began.wait(5)
    assert inbox.drain() == []
    gate.set()
