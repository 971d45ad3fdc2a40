"""Choose microphone and loudspeaker, see the level, record three seconds and hear them."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.inquiries import (
    ListDevices,
    LoudspeakersListed,
    MicrophonesListed,
    MicrophoneWatched,
    Report,
)
from voicedesk.core.session import Stage, State
from voicedesk.core.settings import Settings, SoundSettings, with_group
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.device_names import labels_of
from voicedesk.gui.settings.level_meter import LevelMeter
from voicedesk.gui.settings.row import Section
from voicedesk.gui.settings.verdict import Mood, Verdict
from voicedesk.gui.style import GRID

CHECK_MS = 3_000
LOOK_MS = 2_000
"""How often the devices are looked for while somebody looks at them."""


class SoundCheck(QWidget):
    """Used by the settings and by the guided start; devices and level are live between `begin` and `end`."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names: dict[str, tuple[str, ...]] = dict(
            zip(("microphone", "loudspeaker"), bridge.crew.device_names(), strict=True)
        )
        self.microphone = Choice(self)
        self.loudspeaker = Choice(self)
        self._meter = LevelMeter(bridge.crew.level_dbfs, self)
        self._check = QPushButton(self.tr("Record and play back"), self)
        self._trouble = Verdict(self)
        self._length = self._timer(CHECK_MS)
        self._look = self._timer(LOOK_MS)
        self._look.setSingleShot(False)
        self._is_live = False
        self._connect()
        self._arrange()

    @property
    def trouble(self) -> str:
        """Give what is wrong with the microphone."""
        return self._trouble.text

    def begin(self) -> None:
        """Watch microphone and devices from now on."""
        if not self._is_live:
            self._is_live = True
            self._bridge.crew.carry_out(ListDevices(anew=True))
            self._bridge.watch_level(True)
            self._look.start()

    def end(self) -> None:
        """Let go of the microphone."""
        if self._is_live:
            self._is_live = False
            self._look.stop()
            self._bridge.watch_level(False)

    def show_settings(self, settings: Settings) -> None:
        """Show which devices are chosen; one that is not there stays chosen, and says so."""
        for box, name in (
            (self.microphone, settings.sound.microphone),
            (self.loudspeaker, settings.sound.loudspeaker),
        ):
            self._offer(box, self._names[box.objectName()], name)

    def show_state(self, state: State) -> None:
        """Follow the check; its length is counted from the moment the microphone is open."""
        is_check = state.live is not None and state.live.number in state.checks
        if is_check and state.stage is Stage.LISTENING and not self._length.isActive():
            self._length.start()
        elif not is_check or state.stage is not Stage.LISTENING:
            self._length.stop()
        self._check.setText(self._check_words(state.stage if is_check else Stage.IDLE))
        self._check.setEnabled(is_check or state.stage in (Stage.IDLE, Stage.REPLAYING, Stage.SAMPLING))

    def show_report(self, report: Report) -> None:
        """Take in the devices that are there, and whether the microphone can be heard."""
        match report:
            case MicrophonesListed():
                self._take_names(self.microphone, report.names)
            case LoudspeakersListed():
                self._take_names(self.loudspeaker, report.names)
            case MicrophoneWatched():
                self._trouble.say(Mood.BAD, problem_sentence(report.problem) if report.problem else "")

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _connect(self) -> None:
        self.microphone.setObjectName("microphone")
        self.loudspeaker.setObjectName("loudspeaker")
        self.microphone.chosen.connect(self._on_microphone)
        self.loudspeaker.chosen.connect(self._on_loudspeaker)
        self._check.clicked.connect(self._on_check)
        self._length.timeout.connect(self._bridge.finish_check)
        self._look.timeout.connect(self._on_look)

    def _arrange(self) -> None:
        section = Section("", parent=self)
        section.add_row(self.tr("Microphone"), self.microphone)
        section.add_row(
            self.tr("Level"), self._meter, self.tr("Speak as you usually do: the bar should move well.")
        )
        section.add_row(self.tr("Loudspeaker"), self.loudspeaker)
        about = self.tr("Three seconds are recorded, played back, and deleted. Nothing is sent.")
        section.add_row(self.tr("Hear yourself"), self._check, about)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
        row.addWidget(self._trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(section)
        column.addWidget(line)

    def _offer(self, box: Choice, names: tuple[str, ...], chosen: str) -> None:
        entries: list[tuple[object, str]] = [("", self.tr("Chosen by the system"))]
        entries += zip(names, labels_of(names), strict=True)
        if chosen and chosen not in names:
            absent = self.tr("{name} (not connected)").replace("{name}", labels_of([chosen])[0])
            entries.append((chosen, absent))
        box.offer(entries, chosen)

    def _take_names(self, box: Choice, names: tuple[str, ...]) -> None:
        """Try the microphone again when another one came, since the trouble may be over."""
        came = {*names} - {*self._names[box.objectName()]}
        self._names[box.objectName()] = names
        self.show_settings(self._bridge.settings)
        if came and box is self.microphone and self._is_live and self._trouble.text:
            self._bridge.watch_level(True)

    def _check_words(self, stage: Stage) -> str:
        words = {
            Stage.ARMING: self.tr("Opening the microphone…"),
            Stage.LISTENING: self.tr("Speak now…"),
            Stage.CLOSING: self.tr("Speak now…"),
            Stage.REPLAYING: self.tr("Stop"),
        }
        return words.get(stage, self.tr("Record and play back"))

    def _on_check(self) -> None:
        state = self._bridge.state
        if state.live and state.live.number in state.checks:
            self._bridge.stop()
        else:
            self._bridge.check_microphone()

    def _on_microphone(self, name: str) -> None:
        self._put(replace(self._bridge.settings.sound, microphone=name))

    def _on_loudspeaker(self, name: str) -> None:
        self._put(replace(self._bridge.settings.sound, loudspeaker=name))

    def _put(self, sound: SoundSettings) -> None:
        self._bridge.change_settings(with_group(self._bridge.settings, sound))

    def _on_look(self) -> None:
        self._bridge.crew.carry_out(ListDevices())
