"""The page about the key and the address it is for."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.events import ServiceChosen
from voicedesk.core.inquiries import ModelsListed, Report
from voicedesk.core.problems import Action, Kind, Problem
from voicedesk.core.settings import Group, ServiceSettings, Settings
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.key_panel import KeyPanel
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.verdict import Mood, Verdict
from voicedesk.gui.style import GRID


class ServicePage(Page):
    """Key, base URL, practice."""

    icon = "key"
    answers = frozenset({Action.ENTER_KEY})

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Service")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "key token CometAPI account credit base URL address practice guided start"
        )

    def build(self) -> None:
        self.key = KeyPanel(self.bridge)
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self.key)
        self.section(self.tr("CometAPI key")).add(card)
        self._build_address()
        self._build_practice()

    def defaults(self) -> tuple[Group, ...]:
        return (replace(self.bridge.settings.service, base_url=ServiceSettings().base_url),)

    def show_settings(self, settings: Settings) -> None:
        if not self._address.hasFocus():
            self._address.setText(settings.service.base_url)
            self._address.setCursorPosition(0)  # the host is what counts

    def show_service(self, service: ServiceChosen) -> None:
        self.key.show_service(service)

    def show_report(self, report: Report) -> None:
        if isinstance(report, ModelsListed):
            self.key.show_report(report)

    def show_problem(self, problem: Problem) -> None:
        self.key.show_problem(problem)
        if problem.kind is Kind.BAD_ADDRESS:
            self._address_verdict.say(Mood.BAD, problem_sentence(problem))

    def focus_problem(self) -> None:
        self.key.focus()

    def _build_address(self) -> None:
        section = self.section(self.tr("Address"))
        self._address = QLineEdit()
        self._address.editingFinished.connect(self._on_address)
        about = self.tr(
            "Requests go here and nowhere else. A key is only ever sent to the address it was entered for."
        )
        section.add_row(self.tr("Base URL"), self._address, about)
        self._address_verdict = Verdict()
        self._address_verdict.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        section.add_below(self._address_verdict)

    def _build_practice(self) -> None:
        section = self.section(self.tr("Getting started"))
        guide = QPushButton(self.tr("Open"))
        guide.clicked.connect(self.guide_wanted)
        about = self.tr("Where to get a key, choosing microphone and loudspeaker, and a first question.")
        section.add_row(self.tr("Guided start"), guide, about)
        practice = self.tr(
            "As long as no key is in use, a small service inside VoiceDesk answers with examples. "
            "Everything can be tried, nothing is charged."
        )
        section.add_row(self.tr("Practice"), None, practice)

    def _on_address(self) -> None:
        typed = self._address.text().strip() or ServiceSettings().base_url
        self._address.setText(typed)
        if typed != self.bridge.settings.service.base_url:
            self._address_verdict.say(Mood.NEWS, "")
            self.put(replace(self.bridge.settings.service, base_url=typed))
