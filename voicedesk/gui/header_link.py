"""Connect the header with the bridge: what is talked about, and which model and voice answer."""

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject

from voicedesk.core.inquiries import ModelsListed, Report
from voicedesk.core.model_catalogue import VOICES, Purpose, choices_for
from voicedesk.core.session import State
from voicedesk.core.titles import title_of
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.header import Header


class HeaderLink(QObject):
    """Keep the header equal to what is known; a choice made there is used from the next turn on."""

    def __init__(self, header: Header, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._header = header
        self._bridge = bridge
        self._models = choices_for(Purpose.TALK, (), _today())
        header.model.chosen.connect(self._on_model_chosen)
        header.voice.chosen.connect(self._on_voice_chosen)
        bridge.changed.connect(self._on_changed)
        bridge.reported.connect(self._on_reported)

    def _on_reported(self, report: Report) -> None:
        """Offer what the service does, once it was asked for its models."""
        if isinstance(report, ModelsListed) and report.names:
            self._models = choices_for(Purpose.TALK, report.names, _today())
            self._on_changed(self._bridge.state)

    def _on_changed(self, state: State) -> None:
        service = state.settings.service
        self._header.show_title(title_of(state.conversation))
        self._header.model.offer(self._models, service.talk_model)
        self._header.voice.offer(VOICES, service.voice)
        self._header.show_choices()

    def _on_model_chosen(self, name: str) -> None:
        self._change(talk_model=name)

    def _on_voice_chosen(self, name: str) -> None:
        self._change(voice=name)

    def _change(self, **changes: str) -> None:
        settings = self._bridge.settings
        service = replace(settings.service, **changes)  # type: ignore[arg-type]  # both are fields of text
        self._bridge.change_settings(replace(settings, service=service))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
