"""The window: where things are, and what goes where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.commands import Notify
from voicedesk.core.events import ServiceChosen
from voicedesk.core.problem_texts import advice_for, title_of
from voicedesk.core.problems import Action
from voicedesk.core.session import Stage, State
from voicedesk.core.units import TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.conversation_view import ConversationView
from voicedesk.gui.notices import HINTS, Notice, Notices, notice_of, recovered_notice
from voicedesk.gui.report_dialog import ReportDialog
from voicedesk.gui.rows import RowAction, translate_problem
from voicedesk.gui.settings_dialog import SettingsDialog
from voicedesk.gui.space_hold import SpaceHold
from voicedesk.gui.style import GRID, HEADER_HEIGHT, TITLE_PX_MORE, sized
from voicedesk.gui.talk_bar import TalkBar
from voicedesk.gui.welcome import Welcome


class MainWindow(QMainWindow):
    """Draw snapshots and pass on what the person wants; nothing is decided here."""

    painted = Signal()
    """The window is on screen for the first time."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bridge: Bridge | None = None
        self._was_painted = False
        self._dialog: SettingsDialog | None = None
        self._title = QLabel("VoiceDesk", self)
        self._settings = QPushButton(self.tr("Settings"), self)
        self._practice = QWidget(self)
        self._notices = Notices(self)
        self._welcome = Welcome(self)
        self._conversation = ConversationView(self)
        self._middle = QStackedWidget(self)
        self._talk_bar = TalkBar(self)
        self._space = SpaceHold(self)
        self._set_up()
        self._arrange()

    @property
    def talk_bar(self) -> TalkBar:
        """Give the bar at the bottom."""
        return self._talk_bar

    @property
    def conversation(self) -> ConversationView:
        """Give the list of messages."""
        return self._conversation

    @property
    def notices(self) -> Notices:
        """Give the banners."""
        return self._notices

    @property
    def dialog(self) -> SettingsDialog | None:
        """Give the settings dialog while it is open."""
        return self._dialog

    def meet(self, bridge: Bridge) -> None:
        """Connect everything; called once, when somebody is there to carry out what the person wants."""
        self._bridge = bridge
        self._talk_bar.talk_wanted.connect(bridge.talk)
        self._talk_bar.send_wanted.connect(bridge.finish_talking)
        self._talk_bar.stop_wanted.connect(bridge.stop)
        self._space.began.connect(bridge.talk)
        self._space.ended.connect(bridge.finish_talking)
        self._talk_bar.field.submitted.connect(self._on_submitted)
        self._welcome.chosen.connect(self._on_submitted)
        self._conversation.acted.connect(self._on_row_acted)
        self._notices.acted.connect(self._on_notice_acted)
        bridge.changed.connect(self._on_changed)
        bridge.noticed.connect(self._on_noticed)
        bridge.recovered.connect(self._on_recovered)
        bridge.service_chosen.connect(self._on_service_chosen)
        self._talk_bar.start(bridge.crew.level_dbfs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._bridge is None or not self._space.begin(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

    def _set_up(self) -> None:
        self.setWindowTitle("VoiceDesk")
        self.setMinimumSize(360, 400)
        self.resize(1040, 720)
        self._title.setFont(sized(self.font(), TITLE_PX_MORE))
        self._settings.setProperty("look", "flat")
        self._settings.setToolTip(self.tr("Settings (Ctrl+,)"))
        self._settings.clicked.connect(self._on_settings)
        self._notices.changed.connect(self._talk_bar.show_trouble)
        for keys, slot in (
            (QKeySequence(Qt.Key.Key_Escape), self._talk_bar.stop_wanted),
            (QKeySequence("Ctrl+,"), self._on_settings),
            (QKeySequence(QKeySequence.StandardKey.Quit), self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _arrange(self) -> None:
        self._middle.setMinimumHeight(8 * GRID)  # banners keep their words; the conversation can be scrolled
        self._middle.addWidget(self._welcome)
        self._middle.addWidget(self._conversation)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._header(), self._practice_line(), self._notices):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
        column.addWidget(self._talk_bar)
        center = QWidget(self)
        center.setLayout(column)
        self.setCentralWidget(center)
        self._talk_bar.field.setFocus()

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setFixedHeight(HEADER_HEIGHT)
        row = QHBoxLayout(header)
        row.setContentsMargins(2 * GRID, 0, GRID, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._settings)
        return header

    def _practice_line(self) -> QWidget:
        self._practice.setObjectName("practice")
        self._practice.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(
            self.tr("Practice: nothing leaves this computer, and the answers are examples."), self._practice
        )
        words.setWordWrap(True)
        add_key = QPushButton(self.tr("Add key"), self._practice)
        add_key.setProperty("look", "flat")
        add_key.clicked.connect(self._on_add_key)
        row = QHBoxLayout(self._practice)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.addWidget(words, 1)
        row.addWidget(add_key)
        self._practice.hide()
        return self._practice

    def _on_changed(self, state: State) -> None:
        has_begun = bool(state.conversation.turns)
        self._middle.setCurrentWidget(self._conversation if has_begun else self._welcome)
        self._conversation.show_conversation(state.conversation)
        self._talk_bar.show_state(state)
        if state.stage in (Stage.ARMING, Stage.THINKING) and not self._is_about(state):
            self._notices.drop_those_of_turns()

    def _is_about(self, state: State) -> bool:
        """Tell whether a banner speaks of the turn on stage."""
        return any(state.live and notice.turn == state.live.number for notice in self._notices.shown)

    def _on_noticed(self, notify: Notify) -> None:
        problem = notify.problem
        if problem.kind in HINTS:
            words = title_of(problem, translate_problem), advice_for(problem, translate_problem)
            self._talk_bar.show_hint(" ".join(words))
            return
        self._notices.show_notice(notice_of(notify))
        if self._dialog:
            self._dialog.key.show_problem(problem)

    def _on_recovered(self, count: int) -> None:
        self._notices.show_notice(recovered_notice(count))

    def _on_service_chosen(self, service: ServiceChosen) -> None:
        self._practice.setVisible(service.practice)
        self._talk_bar.show_practice(service.practice)
        if self._dialog:
            self._dialog.key.show_service(service)

    def _on_submitted(self, text: str) -> None:
        """Empty the field only when the question was taken: while one speaks it is not."""
        if self._bridge and self._bridge.submit(text):
            self._talk_bar.field.clear()

    def _on_row_acted(self, turn: TurnId, action: RowAction) -> None:
        assert self._bridge
        wanted = {
            RowAction.SEND: self._bridge.repeat,
            RowAction.REPEAT: self._bridge.repeat,
            RowAction.LISTEN: self._bridge.listen,
            RowAction.LISTEN_TO_ANSWER: self._bridge.listen_to_answer,
            RowAction.DELETE: self._bridge.delete,
        }
        wanted[action](turn)

    def _on_notice_acted(self, notice: Notice) -> None:
        if notice.action in (Action.REPEAT, Action.SEND_RECORDING) and self._bridge and notice.turn:
            self._bridge.repeat(notice.turn)
        elif notice.action is Action.COPY_DETAILS and notice.problem:
            self._show(ReportDialog(notice.problem, self))
        elif notice.action is Action.ENTER_KEY:
            self._on_add_key()
        elif notice.action is Action.CHOOSE_MODEL:
            self._open_settings().focus_models()
        elif notice.action is Action.CHOOSE_DEVICE:
            self._open_settings().focus_devices()

    def _on_settings(self) -> None:
        if self._bridge:
            self._open_settings()

    def _on_add_key(self) -> None:
        if self._bridge:
            self._open_settings().key.focus()

    def _open_settings(self) -> SettingsDialog:
        """Show the settings, without a second event loop."""
        assert self._bridge
        if self._dialog is None:
            self._dialog = SettingsDialog(self._bridge.settings, self._bridge.crew.device_names(), self)
            self._dialog.stored.connect(self._bridge.change_settings)
            self._dialog.key.entered.connect(self._bridge.crew.enter_key)
            self._dialog.key.forgotten.connect(self._bridge.crew.forget_key)
            self._dialog.finished.connect(self._on_dialog_finished)
            if self._bridge.service:
                self._dialog.key.show_service(self._bridge.service)
            self._show(self._dialog)
        return self._dialog

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
