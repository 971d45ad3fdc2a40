"""Show the guided start when it helps, remember where it is, and keep what it shows true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from voicedesk.core.problems import Kind
from voicedesk.core.session import Stage, State
from voicedesk.core.settings import GuideSettings, GuideStep, with_group
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.main_window import MainWindow

if TYPE_CHECKING:  # the view is made, and imported, when it is shown
    from voicedesk.core.commands import Notify
    from voicedesk.core.events import ServiceChosen
    from voicedesk.core.inquiries import Report
    from voicedesk.core.settings import Settings
    from voicedesk.gui.guide.step import Step
    from voicedesk.gui.guide.view import GuideView

A_KEY_MAY_BE_THERE = frozenset(
    {Kind.KEYRING_LOCKED, Kind.KEYRING_SLOW, Kind.KEYRING_FAILED, Kind.KEYRING_CHANGED, Kind.KEY_UNUSABLE}
)


class GuideLink(QObject):
    """Connect window, guide and bridge.

    It comes up by itself only where no key was found, practice was not asked for, nothing was said yet, and
    the person has neither finished nor skipped it.
    """

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._view: GuideView | None = None
        self._may_come_up = True
        window.escaped.connect(self._on_escaped)
        window.layer_left.connect(self._on_layer_left)
        bridge.changed.connect(self._on_changed)
        bridge.settings_changed.connect(self._on_settings_changed)
        bridge.service_chosen.connect(self._on_service_chosen)
        bridge.reported.connect(self._on_reported)
        bridge.noticed.connect(self._on_noticed)

    @property
    def view(self) -> GuideView | None:
        """Give the guide, if it was ever shown."""
        return self._view

    @property
    def is_open(self) -> bool:
        """Tell whether the guide is on screen."""
        return self._view is not None and self._window.layer is self._view

    def open(self) -> None:
        """Go on where it was left; once it was finished, from the beginning."""
        step = self._bridge.settings.guide.step
        self._show(GuideStep.KEY if step is GuideStep.OVER else step)

    def go_on_from(self, before: GuideLink) -> None:
        """Show the step that another window showed, if it did."""
        self._may_come_up = before._may_come_up
        if before.view and before.is_open:
            self._show(before.view.at)

    def _show(self, step: GuideStep) -> None:
        from voicedesk.gui.guide.view import GuideView

        self._may_come_up = False
        if self._view is None:
            self._view = GuideView(self._bridge, self._window)
            self._view.reached.connect(self._on_reached)
            self._view.skipped.connect(self._on_skipped)
        self._window.show_layer(self._view, self._view.notice_place)
        self._window.let_talk(self._view.open(step).talks)

    def _steps(self) -> tuple[Step, ...]:
        return self._view.steps if self._view else ()

    def _close(self, guide: GuideSettings) -> None:
        self._window.show_talk()
        self._remember(guide)

    def _remember(self, guide: GuideSettings) -> None:
        if guide != self._bridge.settings.guide:
            self._bridge.change_settings(with_group(self._bridge.settings, guide))

    def _on_reached(self, step: GuideStep) -> None:
        if step is GuideStep.OVER:
            self._close(GuideSettings(step, comes_up=False))
            return
        assert self._view
        assert self._view.step
        self._window.let_talk(self._view.step.talks)
        self._remember(GuideSettings(step))

    def _on_skipped(self) -> None:
        assert self._view
        self._close(GuideSettings(self._view.at, comes_up=False))

    def _on_layer_left(self, layer: QWidget) -> None:
        if self._view and layer is self._view:
            self._view.leave()

    def _on_escaped(self) -> None:
        """Stop what goes on first; the next time, leave."""
        if not self.is_open:
            return
        if self._bridge.state.stage is Stage.IDLE:
            self._on_skipped()
        else:
            self._bridge.stop()

    def _on_changed(self, state: State) -> None:
        for step in self._steps():
            step.show_state(state)

    def _on_settings_changed(self, settings: Settings) -> None:
        for step in self._steps():
            step.show_settings(settings)

    def _on_service_chosen(self, service: ServiceChosen) -> None:
        for step in self._steps():
            step.show_service(service)
        if self._may_come_up and self._is_helpful(service):
            self.open()
        self._may_come_up = False

    def _is_helpful(self, service: ServiceChosen) -> bool:
        """Come up for a newcomer only, and never between somebody and the words being typed."""
        state = self._bridge.state
        is_typing = bool(self._window.talk_bar.field.toPlainText())
        is_first = not state.conversation.turns and state.stage is Stage.IDLE and not is_typing
        wants_key = service.practice and not service.was_wished
        return wants_key and is_first and state.settings.guide.comes_up

    def _on_reported(self, report: Report) -> None:
        for step in self._steps():
            step.show_report(report)

    def _on_noticed(self, notify: Notify) -> None:
        if notify.problem.kind in A_KEY_MAY_BE_THERE:
            self._may_come_up = False
        for step in self._steps():
            step.show_problem(notify.problem)
