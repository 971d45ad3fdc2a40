"""The guided start as a page of the window: one step at a time, never in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.settings import GuideStep
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.guide.dots import Dots
from voicedesk.gui.guide.key_step import KeyStep
from voicedesk.gui.guide.sound_step import SoundStep
from voicedesk.gui.guide.step import Step
from voicedesk.gui.guide.try_step import TryStep
from voicedesk.gui.style import GRID

STEPS: dict[GuideStep, Callable[[Bridge], Step]] = {
    GuideStep.KEY: KeyStep,
    GuideStep.SOUND: SoundStep,
    GuideStep.TRY: TryStep,
}
ORDER = tuple(STEPS)
WIDTH = 620


class GuideView(QWidget):
    """Dots above, the step in the middle, Back, Skip and Next below."""

    reached = Signal(object)
    """The `GuideStep` that is looked at now, or OVER after the last."""
    skipped = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self._bridge = bridge
        self._made: dict[GuideStep, Step] = {}
        self._open: Step | None = None
        self._at = ORDER[0]
        self._stack = QStackedWidget(self)
        self._dots = Dots(len(ORDER), self)
        self._back = QPushButton(self.tr("Back"), self)
        self._skip = QPushButton(self.tr("Skip"), self)
        self._next = QPushButton(self.tr("Next"), self)
        self.notice_place = QVBoxLayout(self)
        self._set_up()
        self._arrange()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Give the steps that were made."""
        return tuple(self._made.values())

    @property
    def step(self) -> Step | None:
        """Give the step that is looked at."""
        return self._open

    @property
    def at(self) -> GuideStep:
        """Tell which step that is."""
        return self._at

    def open(self, step: GuideStep) -> Step:
        """Look at a step."""
        self.leave()
        self._at = step
        self._open = shown = self._step(step)
        self._stack.setCurrentIndex([*self._made].index(step))
        index = ORDER.index(step)
        self._dots.show_step(index)
        self._back.setEnabled(index > 0)
        self._next.setText(self.tr("Done") if step is ORDER[-1] else self.tr("Next"))
        shown.show_state(self._bridge.state)
        shown.opened()
        shown.take_focus()
        return shown

    def leave(self) -> None:
        """End what the step does while it is looked at."""
        if self._open:
            self._open.left()
            self._open = None

    def _step(self, step: GuideStep) -> Step:
        if step not in self._made:
            made = self._made[step] = STEPS[step](self._bridge)
            made.done.connect(self._on_next)
            made.setObjectName("settingsPage")
            made.setMaximumWidth(WIDTH)
            area = QScrollArea(self._stack)
            area.setObjectName("settingsArea")
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            area.setWidget(made)
            self._stack.addWidget(area)
            made.column.addStretch(1)
            made.show_settings(self._bridge.settings)
            if self._bridge.service:
                made.show_service(self._bridge.service)
            self._put_buttons_behind(made)
        return self._made[step]

    def _put_buttons_behind(self, step: Step) -> None:
        """Let Tab come to the buttons after everything in the step, which is made later than they are."""
        last: QWidget = step
        while (following := last.nextInFocusChain()) is not None and step.isAncestorOf(following):
            last = following
        for button in (self._back, self._skip, self._next):
            QWidget.setTabOrder(last, button)
            last = button

    def _set_up(self) -> None:
        self._next.setProperty("look", "main")
        self._skip.setProperty("look", "flat")
        self._skip.setToolTip(self.tr("Skip the guide ({keys})").replace("{keys}", "Esc"))
        self._skip.setAccessibleDescription(
            self.tr("It is found again in the settings and behind the three dots.")
        )
        self._back.clicked.connect(self._on_back)
        self._skip.clicked.connect(self.skipped)
        self._next.clicked.connect(self._on_next)

    def _arrange(self) -> None:
        column = self.notice_place
        column.setContentsMargins(0, 2 * GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._stack, 1)
        line = QFrame(self)
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        """Stand below the step and no wider than it."""
        buttons = QWidget(self)
        buttons.setMaximumWidth(WIDTH)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._next)
        line = QHBoxLayout()
        line.addWidget(buttons)
        return line

    def _on_back(self) -> None:
        self._go(ORDER.index(self._at) - 1)

    def _on_next(self) -> None:
        self._go(ORDER.index(self._at) + 1)

    def _go(self, index: int) -> None:
        if index >= len(ORDER):
            self.reached.emit(GuideStep.OVER)
            return
        self.open(ORDER[index])
        self.reached.emit(ORDER[index])
