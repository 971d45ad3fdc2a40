"""Open the settings in the window, and keep what they show true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from voicedesk.core.problems import Action
from voicedesk.core.session import Stage, State
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.main_window import MainWindow

if TYPE_CHECKING:  # the view is made, and imported, when somebody wants to see it
    from voicedesk.core.commands import Notify
    from voicedesk.core.events import ServiceChosen
    from voicedesk.core.inquiries import Report
    from voicedesk.core.settings import Settings
    from voicedesk.gui.notice import Notice
    from voicedesk.gui.settings.page import Page
    from voicedesk.gui.settings.view import SettingsView


class SettingsLink(QObject):
    """Connect window, settings and bridge."""

    guide_wanted = Signal()

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._view: SettingsView | None = None
        window.settings_wanted.connect(self.open)
        window.key_wanted.connect(self._on_key_wanted)
        window.notices.acted.connect(self._on_acted)
        window.escaped.connect(self._on_escaped)
        window.layer_left.connect(self._on_layer_left)
        bridge.changed.connect(self._on_changed)
        bridge.settings_changed.connect(self._on_settings_changed)
        bridge.service_chosen.connect(self._on_service_chosen)
        bridge.reported.connect(self._on_reported)
        bridge.noticed.connect(self._on_noticed)

    @property
    def view(self) -> SettingsView | None:
        """Give the settings, if they were ever opened."""
        return self._view

    @property
    def is_open(self) -> bool:
        """Tell whether the settings are on screen."""
        return self._view is not None and self._window.layer is self._view

    def open(self) -> None:
        """Show the page that was looked at last, at first the first one."""
        view = self._made()
        self._open(view.kind)
        view.take_focus()

    def open_for(self, action: Action) -> None:
        """Show the page where a banner's action is done, with the keyboard on the very setting."""
        self._made()
        from voicedesk.gui.settings.pages import PAGES

        kind = next((page for page in PAGES if action in page.answers), PAGES[0])
        self._open(kind).focus_problem()

    def close(self) -> None:
        """Go back to the conversation."""
        if self.is_open:
            self._window.show_talk()

    def go_on_from(self, before: SettingsLink) -> None:
        """Show the page that another window showed, if it did."""
        if before.view and before.is_open:
            self._open(before.view.kind)

    def _made(self) -> SettingsView:
        if self._view is None:
            from voicedesk.gui.settings.pages import PAGES
            from voicedesk.gui.settings.view import SettingsView

            self._view = SettingsView(self._bridge, PAGES, self._window)
            self._view.left.connect(self.close)
            self._view.guide_wanted.connect(self.guide_wanted)
        return self._view

    def _open(self, kind: type[Page]) -> Page:
        view = self._made()
        self._window.show_layer(view, view.notice_place)
        return view.open(kind)

    def _pages(self) -> tuple[Page, ...]:
        return self._view.pages if self._view else ()

    def _on_key_wanted(self) -> None:
        self.open_for(Action.ENTER_KEY)

    def _on_acted(self, notice: Notice) -> None:
        if notice.action in (Action.ENTER_KEY, Action.CHOOSE_MODEL, Action.CHOOSE_DEVICE, Action.SEE_MONEY):
            self.open_for(notice.action)

    def _on_layer_left(self, layer: QWidget) -> None:
        if self._view and layer is self._view:
            self._view.leave()

    def _on_escaped(self) -> None:
        """Stop what goes on first; the next time, leave."""
        if not self.is_open:
            return
        if self._bridge.state.stage is Stage.IDLE:
            self.close()
        else:
            self._bridge.stop()

    def _on_changed(self, state: State) -> None:
        for page in self._pages():
            page.show_state(state)

    def _on_settings_changed(self, settings: Settings) -> None:
        for page in self._pages():
            page.show_settings(settings)

    def _on_service_chosen(self, service: ServiceChosen) -> None:
        for page in self._pages():
            page.show_service(service)

    def _on_reported(self, report: Report) -> None:
        for page in self._pages():
            page.show_report(report)

    def _on_noticed(self, notify: Notify) -> None:
        for page in self._pages():
            page.show_problem(notify.problem)
