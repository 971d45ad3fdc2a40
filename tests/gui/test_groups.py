"""Conversations stand under the words that say when something was said in them last."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.sidebar import hit_rows
from voicedesk.gui.sidebar.groups import merged, rows_of

TODAY = date(2026, 11, 26)
"""A Thursday."""
ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@pytest.fixture(autouse=True)
def british(qtbot: QtBot) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(ENGLISH)
    yield
    QLocale.setDefault(before)


def at(day: date, hour: int = 12) -> TurnId:
    return TurnId(round(datetime(day.year, day.month, day.day, hour).astimezone().timestamp() * 1_000_000))


def heading(last: TurnId, title: str = "", opening: str = "hello", pinned: bool = False) -> Heading:
    return Heading(ConversationId(last), title, opening, 1, last, pinned)


@pytest.mark.parametrize(
    ("days", "group"),
    [
        (-1, "Today"),
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Earlier this week"),
        (3, "Earlier this week"),
        (4, "November"),
        (30, "October"),
        (330, "December 2025"),
    ],
)
def test_a_group_is_rougher_the_longer_ago(days: int, group: str) -> None:
    rows = rows_of([heading(at(TODAY - timedelta(days=days)))], TODAY)
    assert [row.words for row in rows] == [group, "hello"]


def test_midnight_parts_today_from_yesterday() -> None:
    late, early = at(TODAY - timedelta(days=1), 23), at(TODAY, 0)
    rows = rows_of([heading(early), heading(late)], TODAY)
    assert [row.words for row in rows if row.heading is None] == ["Today", "Yesterday"]


def test_each_group_is_named_once_and_pinned_conversations_stand_on_top() -> None:
    headings = [heading(TurnId(at(TODAY) - count), opening=str(count)) for count in range(3)]
    pinned = heading(at(date(2020, 1, 1)), opening="old", pinned=True)
    rows = rows_of([pinned, *headings], TODAY)
    assert [row.words for row in rows] == ["Pinned", "old", "Today", "0", "1", "2"]


@pytest.mark.parametrize(
    ("title", "opening", "name"),
    [
        ("Owls", "What do owls eat?", "Owls"),
        ("", "What do owls eat?", "What do owls eat?"),
        ("", "", "Voice message"),
        ("two\nlines", "", "two lines"),
        ("", "bell \x07 rings", "bell ␇ rings"),
    ],
)
def test_a_conversation_is_named_by_its_title_or_by_what_was_asked_first(
    title: str, opening: str, name: str
) -> None:
    assert rows_of([heading(at(TODAY), title, opening)], TODAY)[1].words == name


def test_the_conversation_on_screen_is_listed_as_it_is_now_and_in_its_place() -> None:
    old, new = heading(TurnId(1), opening="old"), heading(TurnId(5), opening="new")
    pinned = heading(TurnId(2), opening="pinned", pinned=True)
    grown = Heading(old.id, "", "old", 2, TurnId(9))
    assert [each.last for each in merged([pinned, new, old], grown)] == [2, 9, 5]
    assert [each.last for each in merged([pinned, new, old], None)] == [2, 5, 1]


def hit(passage: str, *marks: tuple[int, int]) -> Hit:
    return Hit(at(TODAY), ConversationId(1), passage, marks, "what was asked")


def test_a_hit_keeps_the_place_of_its_marks_where_lines_become_one() -> None:
    (row,) = hit_rows.rows_of([hit("a\nowl\tand\rso", (2, 5))], [], "owl", TODAY)
    assert row.passage == "a owl and so"
    assert [row.passage[begin:end] for begin, end in row.marks] == ["owl"]


@pytest.mark.parametrize("lead", ["word " * 30, "字" * 60])
def test_what_was_found_is_near_the_beginning_of_what_is_shown(lead: str) -> None:
    passage = f"{lead}needle and more"
    place = len(lead)
    (row,) = hit_rows.rows_of([hit(passage, (place, place + 6))], [], "needle", TODAY)
    assert [row.passage[begin:end] for begin, end in row.marks] == ["needle"]
    assert row.marks[0][0] <= 2 * hit_rows.LEAD
    assert row.passage.startswith("…")


def test_titles_that_a_person_chose_are_found_too_and_come_first() -> None:
    headings = [heading(at(TODAY), "About OWLS"), heading(at(TODAY), "", "owls in the night")]
    rows = hit_rows.rows_of([hit("owls", (0, 4))], headings, "owl", TODAY)
    assert [(row.turn is None, row.name) for row in rows] == [(True, "About OWLS"), (False, "what was asked")]
    assert rows[1].spoken == "owls. what was asked. Today"
