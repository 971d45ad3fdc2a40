"""Lead an export from the wish to the file, and tell what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from voicedesk.core.commands import Notify
from voicedesk.core.conversation import Turn
from voicedesk.core.export.document import Labels
from voicedesk.core.export.formats import Format
from voicedesk.core.export.order import Exported, ExportOrder
from voicedesk.core.inquiries import Report
from voicedesk.core.problems import Kind
from voicedesk.core.titles import title_of
from voicedesk.core.units import ConversationId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.exporting.format_dialog import FormatDialog
from voicedesk.gui.exporting.place_dialog import PlaceDialog
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.notice import Notice, Offer
from voicedesk.gui.rows import translate_problem

PATIENCE_MS = 700
"""What is written sooner than this needs no word about it before it is there."""
MOST_NAMED = 3
SUBJECT = "export"
FAILURES = frozenset({Kind.EXPORT_FAILED, Kind.EXPORT_SILENT, Kind.HISTORY_UNREADABLE})


@dataclass(frozen=True, slots=True)
class Subject:
    """The conversation that is being exported."""

    id: ConversationId
    title: str
    known: tuple[Turn, ...] = ()


class Exporting(QObject):
    """Ask for format and place, give the order, and show the answer. One export at a time is asked for."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._subject: Subject | None = None
        self._wanted = Format.MARKDOWN
        self._folder: Path | None = None
        self._target = Path()
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._wait.timeout.connect(self._on_slow)
        bridge.reported.connect(self._on_reported)
        bridge.noticed.connect(self._on_noticed)

    def export_this(self) -> None:
        """Export the conversation on screen."""
        conversation = self._bridge.state.conversation
        if conversation.turns:
            title = self._window.header.title or title_of(conversation)
            self.export(Subject(conversation.id, title, conversation.turns))
        else:
            self._window.talk_bar.show_hint(self.tr("There is nothing to export yet."))

    def export(self, subject: Subject) -> None:
        """Export a conversation: first, ask in which format."""
        self._subject = subject
        dialog = FormatDialog(subject.title or self.tr("Conversation"), self._wanted, self._window)
        dialog.chosen.connect(self._on_chosen)
        self._show(dialog)

    def _on_chosen(self, wanted: Format) -> None:
        assert self._subject
        self._wanted = wanted
        dialog = PlaceDialog(self._subject.title, wanted, self._folder, self._window)
        dialog.placed.connect(self._on_placed)
        self._show(dialog)

    def _on_placed(self, target: Path, may_replace: bool) -> None:
        assert self._subject
        self._folder, self._target = target.parent, target
        subject, labels = self._subject, self._labels()
        to_local: Callable[[datetime], datetime] = datetime.astimezone
        self._bridge.crew.export(
            ExportOrder(
                subject.id, subject.title, self._wanted, target, to_local, may_replace, subject.known, labels
            )
        )
        self._wait.start()

    def _on_slow(self) -> None:
        title = self.tr("Writing “{file}”…").replace("{file}", self._target.name)
        self._window.notices.show_notice(Notice(SUBJECT, title, self.tr("You can go on meanwhile.")))

    def _on_noticed(self, notify: Notify) -> None:
        """Leave the word about an export to the banner that tells of its failure."""
        if notify.problem.kind in FAILURES:
            self._wait.stop()
            self._window.notices.drop_about(SUBJECT)

    def _on_reported(self, report: Report) -> None:
        if isinstance(report, Exported):
            self._wait.stop()
            self._tell(report)

    def _tell(self, exported: Exported) -> None:
        self._target = exported.target
        title = self.tr("“{file}” is ready.").replace("{file}", exported.target.name)
        offer = Offer(self.tr("Open folder"), self._open_folder)
        self._window.notices.show_notice(Notice(SUBJECT, title, self._missing(exported.missing), offer=offer))

    def _missing(self, names: tuple[str, ...]) -> str:
        if not names:
            return ""
        named = ", ".join(names[:MOST_NAMED])
        if len(names) > MOST_NAMED:
            words = self.tr("These sounds and {count} more were not there any more: {names}.")
            return words.replace("{count}", str(len(names) - MOST_NAMED)).replace("{names}", named)
        return self.tr("These sounds were not there any more: {names}.").replace("{names}", named)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target.parent)))

    def _labels(self) -> Labels:
        return Labels(
            you=self.tr("You"),
            not_written_down=self.tr("What was said here was not written down."),
            interrupted=self.tr("The answer was interrupted."),
            cancelled=self.tr("The answer was cancelled."),
            untitled=self.tr("Conversation"),
            translate=translate_problem,
        )

    def _show(self, dialog: QDialog) -> None:
        """Open a dialog without an event loop of its own, so that nothing waits."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
