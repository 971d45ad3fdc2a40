"""The last step: the first turn."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from voicedesk.core.conversation import Ending, Turn
from voicedesk.core.problems import Problem
from voicedesk.core.session import State
from voicedesk.core.units import TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.faces import CAPTURING, advice_for, keys_that_talk, name_of
from voicedesk.gui.guide.step import Step, centred
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.row import words
from voicedesk.gui.settings.verdict import Mood, Verdict
from voicedesk.gui.style import GRID
from voicedesk.gui.talk_button import TalkButton
from voicedesk.gui.talking import face_of

LONGEST_SHOWN = 600


class TryStep(Step):
    """One big button, what goes on in words, and the answer as it comes."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Guide", "Say hello")
        about = QCoreApplication.translate(
            "Guide", "Hold Space, or the button, say hello, and let go. Then hear the answer."
        )
        super().__init__(bridge, title, about, parent)
        self._begun: TurnId | None = None
        self._button = TalkButton(self)
        self._button.follow(bridge.crew.level_dbfs, bridge.crew.voice_dbfs)
        self._button.held.connect(bridge.talk)
        self._button.let_go.connect(bridge.finish_talking)
        self._button.clicked.connect(self._on_pressed_by_key)
        self._status = centred(words("", parent=self))
        self._answer = centred(words("", "quiet", self))
        self._verdict = Verdict(self)
        self.column.addSpacing(2 * GRID)
        self.column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self._status, self._answer, self._verdict):
            self.column.addWidget(widget)
        self.show_state(bridge.state)

    @property
    def talks(self) -> bool:
        return True

    @property
    def verdict(self) -> str:
        """Give how the first turn went."""
        return self._verdict.text

    def show_state(self, state: State) -> None:
        face = face_of(state)
        self._button.show_face(face)
        keys = keys_that_talk("")
        self._status.setText(" · ".join(part for part in (name_of(face), advice_for(face, keys)) if part))
        if state.live and state.live.number not in state.checks and self.isVisible():
            self._follow(state.live)
        elif self._begun:
            self._end(state.conversation.find(self._begun))

    def show_problem(self, problem: Problem) -> None:
        if self.isVisible():
            self._verdict.say(Mood.BAD, problem_sentence(problem))

    def _follow(self, turn: Turn) -> None:
        if turn.number != self._begun:
            self._begun = turn.number
            self._verdict.say(Mood.NEWS, "")
        self._answer.setText(for_label(turn.answer.text[:LONGEST_SHOWN]))

    def _end(self, turn: Turn | None) -> None:
        self._begun = None
        if turn and turn.ending in (Ending.DONE, Ending.INTERRUPTED) and not turn.answer.is_empty:
            self._answer.setText(for_label(turn.answer.text[:LONGEST_SHOWN]))
            self._verdict.say(Mood.GOOD, self.tr("That is all there is to it."))

    def _on_pressed_by_key(self) -> None:
        """Let those talk who cannot hold a key: the first press begins, the second sends."""
        if self._button.face in CAPTURING:
            self.bridge.finish_talking()
        else:
            self.bridge.talk()
