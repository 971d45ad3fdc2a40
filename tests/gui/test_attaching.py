"""A sound file is read, shown with what it means, and sent only when the person says so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import DiscardClip, RunTurn
from voicedesk.core.conversation import Clip
from voicedesk.core.events import ServiceChosen, SettingsChanged
from voicedesk.core.inquiries import FileProgressed, FileTakenIn
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import ServiceSettings, Settings
from voicedesk.core.units import Frames, TurnId
from voicedesk.gui.attaching.strip import AttachmentStrip

FILE = Path("/music/interview.mp3")


def strip_of(stand: Stand) -> AttachmentStrip:
    return stand.backstage.scene.attaching.strip


def clip_lasting(seconds: int) -> Clip:
    return Clip(TurnId(5), Path("5.pcm"), Frames(24_000 * seconds), peak_dbfs=-10.0)


def attach(stand: Stand, path: Path = FILE) -> None:
    stand.backstage.scene.attaching.attach([path])


def be_read(qtbot: QtBot, stand: Stand, seconds: int = 42) -> AttachmentStrip:
    attach(stand)
    stand.post(FileTakenIn(FILE, clip_lasting(seconds)))
    strip = strip_of(stand)
    qtbot.waitUntil(lambda: strip.send_button.isVisible())
    return strip


def test_the_file_is_read_and_its_progress_shown(qtbot: QtBot, stand: Stand) -> None:
    attach(stand)
    assert [path for _, path in stand.crew.files] == [FILE]
    assert "interview.mp3" in strip_of(stand).words
    assert not strip_of(stand).send_button.isVisible()
    stand.post(FileProgressed(FILE, 0.5))
    qtbot.waitUntil(lambda: strip_of(stand).share == pytest.approx(0.5))


def test_it_becomes_a_turn_when_the_person_sends_it_and_not_before(qtbot: QtBot, stand: Stand) -> None:
    strip = be_read(qtbot, stand)
    assert stand.crew.told(RunTurn) == []
    strip.send_button.click()
    (run,) = stand.crew.told(RunTurn)
    assert run.clip == clip_lasting(42)
    assert not strip.isVisible()
    assert stand.crew.told(DiscardClip) == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(42, "0:42 · about 1.4 ¢ before the answer"), (432, "7:12 · long: sent as one question, about 15 ¢")],
)
def test_it_is_said_before_what_it_may_cost(qtbot: QtBot, stand: Stand, seconds: int, words: str) -> None:
    assert words in be_read(qtbot, stand, seconds).words


def test_enter_in_the_empty_field_sends_it(qtbot: QtBot, stand: Stand) -> None:
    be_read(qtbot, stand)
    stand.window.talk_bar.field.submit()
    assert len(stand.crew.told(RunTurn)) == 1


def test_an_unknown_price_is_said_to_be_unknown(qtbot: QtBot, stand: Stand) -> None:
    stand.post(SettingsChanged(Settings(ServiceSettings(talk_model="gpt-audio-99"))))
    qtbot.waitUntil(lambda: stand.bridge.settings.service.talk_model == "gpt-audio-99")
    assert "what it costs is not known" in be_read(qtbot, stand).words


def test_practice_costs_nothing_and_says_nothing_of_it(qtbot: QtBot, stand: Stand) -> None:
    stand.post(ServiceChosen("http://127.0.0.1:1/v1", practice=True))
    qtbot.waitUntil(lambda: stand.is_practice)
    assert be_read(qtbot, stand).words == "interview.mp3\n0:42"


def test_a_removed_file_is_deleted(qtbot: QtBot, stand: Stand) -> None:
    strip = be_read(qtbot, stand)
    strip.removed.emit()
    assert [command.clip for command in stand.crew.told(DiscardClip)] == [clip_lasting(42)]
    assert not strip.isVisible()


def test_reading_can_be_given_up_and_what_was_read_by_then_is_deleted(qtbot: QtBot, stand: Stand) -> None:
    attach(stand)
    strip_of(stand).removed.emit()
    assert stand.crew.files_left == 1
    stand.post(FileTakenIn(FILE, clip_lasting(42)))
    qtbot.waitUntil(lambda: len(stand.crew.told(DiscardClip)) == 1)
    assert not strip_of(stand).isVisible()


def test_a_bad_file_is_named(qtbot: QtBot, stand: Stand) -> None:
    attach(stand, Path("/music/notes.txt"))
    problem = Problem(Kind.BAD_FILE, {"file": "notes.txt", "reason": Phrase.NOT_A_SOUND_FILE})
    stand.post(FileTakenIn(Path("/music/notes.txt"), problem=problem))
    expected = "notes.txt cannot be used: it is not a WAV, FLAC, Ogg or MP3 file."
    qtbot.waitUntil(lambda: stand.titles == [expected])
    assert not strip_of(stand).isVisible()


def test_while_the_person_speaks_the_file_waits(
    qtbot: QtBot, stand: Stand, clip_of: Callable[[int], Clip]
) -> None:
    strip = be_read(qtbot, stand)
    stand.bridge.talk()
    strip.send_button.click()
    assert strip.isVisible()
    assert stand.crew.told(RunTurn) == []


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_copied_file_is_pasted_as_a_file(stand: Stand) -> None:
    stand.window.talk_bar.field.insertFromMimeData(files(FILE))
    assert [path for _, path in stand.crew.files] == [FILE]
    assert stand.window.talk_bar.field.toPlainText() == ""


def test_a_file_can_be_dropped_on_the_window_and_text_is_left_alone(stand: Stand) -> None:
    data, text = files(FILE, Path("/music/second.wav")), QMimeData()
    text.setText("only words")
    assert not stand.window.talk_bar.field.canInsertFromMimeData(data)
    for mime, is_taken in ((text, False), (data, True)):
        enter = QDragEnterEvent(QPointF(9, 9).toPoint(), *how(mime))
        enter.ignore()
        QApplication.sendEvent(stand.window, enter)
        assert enter.isAccepted() is is_taken
    assert stand.window.talk_bar.status == "Let go to attach the sound file."
    QApplication.sendEvent(stand.window, QDropEvent(QPointF(9, 9), *how(data)))
    assert [path for _, path in stand.crew.files] == [FILE]
    assert stand.window.talk_bar.status == "Only the first of these files was taken."


def how(data: QMimeData) -> tuple[Qt.DropAction, QMimeData, Qt.MouseButton, Qt.KeyboardModifier]:
    return Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
