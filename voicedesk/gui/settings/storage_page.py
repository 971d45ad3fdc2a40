"""The page about what lies on the disk, how long it stays, and how it goes."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.inquiries import AllForgotten, Holding, MeasureStorage, Report, StorageMeasured, Stored
from voicedesk.core.session import Stage, State
from voicedesk.core.settings import Group, Settings, StorageSettings
from voicedesk.gui.icons import IconButton
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.row import words
from voicedesk.gui.settings.verdict import Mood, Verdict
from voicedesk.gui.style import GRID

DAYS = (0, 365, 90, 30, 7, 1)


class StoragePage(Page):
    """Where each kind of thing lies and how big it is; retention; deleting everything in two steps."""

    icon = "database"

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Storage")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "disk folder size recordings answers history keep delete everything days log"
        )

    def build(self) -> None:
        section = self.section(self.tr("On this computer"))
        self._holdings = {kind: HoldingRow(_name_of(kind)) for kind in Stored}
        for row in self._holdings.values():
            section.add(row)
        self._build_keeping()
        self._build_deleting()

    def defaults(self) -> tuple[Group, ...]:
        return (StorageSettings(),)

    def opened(self) -> None:
        self.bridge.crew.carry_out(MeasureStorage())

    def left(self) -> None:
        self._ask_twice(False)
        self._verdict.say(Mood.NEWS, "")

    def show_settings(self, settings: Settings) -> None:
        kept = settings.storage.keep_sound_days
        entries = [(days, self._days_words(days)) for days in (*DAYS, *({kept} - {*DAYS}))]
        self._days.offer(entries, kept)

    def show_state(self, state: State) -> None:
        self._delete.setEnabled(state.stage is Stage.IDLE)

    def show_report(self, report: Report) -> None:
        if isinstance(report, StorageMeasured):
            for holding in report.holdings:
                self._holdings[holding.kind].show_holding(holding)
        elif isinstance(report, AllForgotten):
            self._show_forgotten(report)

    def _build_keeping(self) -> None:
        section = self.section(self.tr("Keeping"))
        self._days = Choice()
        self._days.chosen.connect(self._on_days)
        about = self.tr(
            "Recordings and spoken answers of finished turns are deleted after this time; their text stays. "
            "What was not sent or not answered stays until you delete it."
        )
        section.add_row(self.tr("Keep sound"), self._days, about)

    def _build_deleting(self) -> None:
        section = self.section(self.tr("Deleting"))
        first = QPushButton(self.tr("Delete…"))
        first.clicked.connect(self._on_first)
        about = self.tr("Every conversation, recording and spoken answer, also those that were not sent.")
        section.add_row(self.tr("Delete everything that was said"), first, about)
        self._question = QWidget()
        column = QVBoxLayout(self._question)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(words(self._what_goes()))
        row = QHBoxLayout()
        self._delete = QPushButton(self.tr("Delete everything"))
        self._delete.setProperty("look", "danger")
        self._delete.clicked.connect(self._on_delete)
        self._keep = QPushButton(self.tr("Keep it"))
        self._keep.clicked.connect(self._on_keep)
        row.addWidget(self._delete)
        row.addWidget(self._keep)
        row.addStretch(1)
        column.addLayout(row)
        section.add(self._question)
        self._question.hide()
        self._verdict = Verdict()
        section.add_below(self._verdict)

    def _what_goes(self) -> str:
        return self.tr(
            "These are deleted from this computer, and this cannot be taken back: all conversations with "
            "their text, all recordings, also those that were not sent, all spoken answers, unfinished "
            "transcriptions, and copies of the history from earlier versions. The key, the settings, the "
            "sums of what was spent and the log stay; the log holds nothing that was said."
        )

    def _show_forgotten(self, forgotten: AllForgotten) -> None:
        problem = forgotten.problem
        if problem:
            self._verdict.say(Mood.BAD, problem_sentence(problem))
        else:
            self._verdict.say(Mood.GOOD, self.tr("Everything that was said is deleted."))

    def _days_words(self, days: int) -> str:
        fixed = {0: self.tr("Always"), 1: self.tr("1 day"), 365: self.tr("1 year")}
        return fixed.get(days) or self.tr("{days} days").replace("{days}", str(days))

    def _ask_twice(self, is_asking: bool) -> None:
        self._question.setVisible(is_asking)

    def _on_days(self, days: int) -> None:
        self.put(replace(self.bridge.settings.storage, keep_sound_days=days))

    def _on_first(self) -> None:
        self._verdict.say(Mood.NEWS, "")
        self._ask_twice(True)
        self._keep.setFocus()

    def _on_keep(self) -> None:
        self._ask_twice(False)

    def _on_delete(self) -> None:
        self._ask_twice(False)
        self._verdict.say(Mood.NEWS, self.tr("Deleting…"))
        self.bridge.delete_all()


class HoldingRow(QWidget):
    """One kind of thing: its name, its folder, how big it is, and the way there."""

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._open_url = open_url
        self._folder = ""
        self._path = words(self.tr("Looking…"), "quiet", self)
        self._size = QLabel(self)
        self._open = IconButton(
            "folder-open", self.tr("Open the folder: {name}").replace("{name}", name), self
        )
        self._open.setEnabled(False)
        self._open.clicked.connect(self._on_open)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words(name, parent=self))
        column.addWidget(self._path)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(column, 1)
        row.addWidget(self._size)
        row.addWidget(self._open)

    @property
    def size_words(self) -> str:
        """Give the size on screen."""
        return self._size.text()

    def show_holding(self, holding: Holding) -> None:
        """Show what was measured."""
        self._folder = str(holding.folder)
        self._open.setEnabled(True)
        self._path.setText(for_label(self._folder))
        self._size.setText(QLocale().formattedDataSize(holding.size_bytes, 1))

    def _on_open(self) -> None:
        self._open_url(QUrl.fromLocalFile(self._folder))


def _name_of(kind: Stored) -> str:
    names = {
        Stored.CONVERSATIONS: QCoreApplication.translate("Storage", "Conversations"),
        Stored.RECORDINGS: QCoreApplication.translate("Storage", "Recordings"),
        Stored.ANSWERS: QCoreApplication.translate("Storage", "Spoken answers"),
        Stored.TRANSCRIPTIONS: QCoreApplication.translate("Storage", "Unfinished transcriptions"),
        Stored.SETTINGS: QCoreApplication.translate("Storage", "Settings"),
        Stored.LOG: QCoreApplication.translate("Storage", "Log"),
    }
    return names[kind]
