"""The first step: where to get a key, pasting and testing it, or practice without one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.events import ServiceChosen
from voicedesk.core.inquiries import ModelsListed, Report
from voicedesk.core.problems import Problem
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.guide.step import Step
from voicedesk.gui.settings.key_panel import KeyPanel
from voicedesk.gui.settings.row import Section, words
from voicedesk.gui.style import GRID

CONSOLE = "https://www.cometapi.com/console/token"


class KeyStep(Step):
    """The way of the service's own page, told in four lines; the address is shown before it is opened."""

    def __init__(
        self,
        bridge: Bridge,
        parent: QWidget | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        title = QCoreApplication.translate("Guide", "Get a key, or practise without one")
        about = QCoreApplication.translate(
            "Guide", "VoiceDesk talks to CometAPI, which needs a key of yours. You can add it later as well."
        )
        super().__init__(bridge, title, about, parent)
        self._open_url = open_url
        self._add_way()
        self.key = KeyPanel(bridge, self)
        self._add_card("", self.key)
        practise = QPushButton(self.tr("Practise without a key"), self)
        practise.setProperty("look", "flat")
        practise.clicked.connect(self.done)
        row = QHBoxLayout()
        row.addWidget(practise)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_service(self, service: ServiceChosen) -> None:
        self.key.show_service(service)

    def show_report(self, report: Report) -> None:
        if isinstance(report, ModelsListed):
            self.key.show_report(report)

    def show_problem(self, problem: Problem) -> None:
        self.key.show_problem(problem)

    def _add_way(self) -> None:
        card = QWidget(self)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for number, text in enumerate(self._lines(), 1):
            column.addWidget(words(f"{number}.  {text}"))
        column.addWidget(words(CONSOLE, "quiet", card))
        address = QPushButton(self.tr("Open this page"), card)
        address.setAccessibleDescription(CONSOLE)
        address.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.addWidget(address)
        row.addStretch(1)
        column.addLayout(row)
        self._add_card("", card)

    def _lines(self) -> tuple[str, ...]:
        return (
            self.tr("Sign in at cometapi.com; register first if you are new there."),
            self.tr("Open the console, and in it the personal centre."),
            self.tr("Under “API token”, press “Add Token”."),
            self.tr("Copy the key, which begins with sk-, and paste it below."),
        )

    def _add_card(self, title: str, content: QWidget) -> None:
        section = Section(title, parent=self)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(content)
        section.add(inner)
        self.column.addWidget(section)

    def _on_open(self) -> None:
        self._open_url(QUrl(CONSOLE))
