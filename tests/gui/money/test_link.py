"""What a message, and a conversation, cost is in sight, and nobody adds up while an answer grows."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.context import BYTES_PER_TOKEN
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened, SettingsChanged, Spent
from voicedesk.core.settings import MoneySettings, Settings
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.rows import Voice

HERE = ConversationId(5)
PAID = Spending("gpt-audio-1.5", text_in=500, audio_in=100, text_out=100, audio_out=300)
TURN = Turn(TurnId(10), HERE, "Hello?", answer=Answer("Yes."), ending=Ending.DONE)


def opened(stand: Stand, qtbot: QtBot, *turns: Turn) -> None:
    spent = tuple(spending for turn in turns for spending in turn.spent)
    stand.post(ConversationOpened(Conversation(HERE, turns, spent=spent)))
    qtbot.waitUntil(lambda: len(stand.state.conversation.turns) == len(turns))


def cost_shown(stand: Stand) -> str:
    rows = stand.window.conversation.rows
    return next((row.cost for row in rows if row.voice is Voice.SERVICE), "")


def test_a_message_and_the_header_tell_the_cost(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot, replace(TURN, spent=(PAID,)))
    qtbot.waitUntil(lambda: cost_shown(stand) == "about 2.0 ¢")
    gauge = stand.window.header.gauge
    assert (gauge.text(), gauge.share) == ("about 2.0 ¢", 0.0)
    assert gauge.toolTip() == ("This conversation: about 2.0 ¢. 0 % of the room for the history is used.")


def test_what_arrives_late_is_added(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot, TURN)
    assert not stand.window.header.gauge.isVisible()
    stand.post(Spent(TURN.number, PAID))
    qtbot.waitUntil(lambda: cost_shown(stand) == "about 2.0 ¢")
    assert stand.window.header.gauge.text() == "about 2.0 ¢"


def test_practice_is_free(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot, replace(TURN, spent=(replace(PAID, practice=True),)))
    qtbot.waitUntil(lambda: cost_shown(stand) == "free")


def test_the_share_of_the_maker_changes_what_is_shown(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot, replace(TURN, spent=(PAID,)))
    stand.post(SettingsChanged(Settings(money=MoneySettings(estimate_percent=160))))
    qtbot.waitUntil(lambda: cost_shown(stand) == "about 3.8 ¢")
    assert stand.window.header.gauge.text() == "about 3.8 ¢"


@pytest.mark.parametrize(("share", "shown"), [(0.4, 0.0), (0.6, 0.6)])
def test_the_line_appears_when_half_of_the_room_is_used(
    stand: Stand, qtbot: QtBot, share: float, shown: float
) -> None:
    text = "x" * round(24_000 * share * BYTES_PER_TOKEN)
    opened(stand, qtbot, replace(TURN, asked=text))
    gauge = stand.window.header.gauge
    qtbot.waitUntil(lambda: f"{share:.0%}".replace("%", " %") in gauge.toolTip())
    assert gauge.share == pytest.approx(shown, abs=0.01)
    assert gauge.isVisible() is bool(shown)


def test_in_a_narrow_window_the_title_has_the_room(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot, replace(TURN, spent=(PAID,)))
    stand.window.resize(420, 480)
    qtbot.waitUntil(lambda: not stand.window.header.gauge.isVisible())
