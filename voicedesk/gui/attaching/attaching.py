"""Lead a sound file from the paperclip, a drop or a paste to a question with that sound."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from voicedesk.core.commands import DiscardClip, Notify
from voicedesk.core.conversation import Clip
from voicedesk.core.costs import cost_of
from voicedesk.core.estimates import HEARD_PER_S
from voicedesk.core.inquiries import FileProgressed, FileTakenIn, Report
from voicedesk.core.money import amount_words
from voicedesk.core.session import CAPTURING
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.spending import Bill, Spending
from voicedesk.core.units import RATE_HZ
from voicedesk.gui.attaching.drops import Drops
from voicedesk.gui.attaching.strip import AttachmentStrip
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.clock import clock_words
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.notice import notice_of

LONG_MS = 4 * 60_000
"""Beyond this a question is unusual enough to say what it means before it is sent."""
SUFFIXES = "*.wav *.mp3 *.flac *.ogg *.oga *.opus"


class Attaching(QObject):
    """Hold one file at a time. Nothing is sent before the person says so."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bar = window.talk_bar
        self._bridge = bridge
        self._path: Path | None = None
        self._clip: Clip | None = None
        self._folder = ""
        self.strip = AttachmentStrip(window)
        self._bar.above.addWidget(self.strip)
        self._drops = Drops(window)
        self._connect()

    def attach(self, paths: list[Path]) -> None:
        """Read the first of these files, in the place of one that was attached before."""
        if not paths:
            return
        self._remove()
        self._path = paths[0]
        self.strip.show_reading(self._path.name)
        self._bridge.take_in_file(self._path)
        if len(paths) > 1:
            self._bar.show_hint(self.tr("Only the first of these files was taken."))

    def _connect(self) -> None:
        self._bar.file_wanted.connect(self._on_file_wanted)
        self._bar.field.submitted_nothing.connect(self._on_send_wanted)
        self._bar.field.files_pasted.connect(self.attach)
        self._drops.dropped.connect(self.attach)
        self._drops.hovered.connect(self._on_hovered)
        self.strip.send_wanted.connect(self._on_send_wanted)
        self.strip.removed.connect(self._remove)
        self._bridge.reported.connect(self._on_reported)

    def _on_file_wanted(self) -> None:
        filters = self.tr("Sound files ({suffixes})").replace("{suffixes}", SUFFIXES)
        dialog = QFileDialog(self._window, self.tr("Attach a sound file"), self._folder, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self._folder = str(Path(name).parent)
        self.attach([Path(name)])

    def _on_hovered(self, is_over: bool) -> None:
        self._bar.show_hint(self.tr("Let go to attach the sound file.") if is_over else "")

    def _on_reported(self, report: Report) -> None:
        if isinstance(report, FileProgressed) and report.path == self._path:
            self.strip.show_share(report.share)
        elif isinstance(report, FileTakenIn):
            self._take(report)

    def _take(self, report: FileTakenIn) -> None:
        """Offer to send what was read; what is not wanted any more by then is deleted."""
        if report.path != self._path or self._clip:
            self._discard(report.clip)
        elif report.clip:
            self._clip = report.clip
            self.strip.show_ready(self._about(report.clip))
        elif report.problem:
            self._clear()
            self._window.notices.show_notice(notice_of(Notify(report.problem)))

    def _about(self, clip: Clip) -> str:
        """Say how long it is and, where that is known, what it costs to have it heard."""
        length = clock_words(clip.duration_ms)
        service = self._bridge.service
        if service is None or service.practice:
            return length
        settings = self._bridge.settings
        cost = cost_of(bill_for(clip, settings.service), settings.money.estimate_percent)
        if not cost.is_whole:
            words = self.tr("{length} · sent as one question; what it costs is not known")
        elif clip.duration_ms > LONG_MS:
            words = self.tr("{length} · long: sent as one question, about {amount} before the answer")
        else:
            words = self.tr("{length} · about {amount} before the answer")
        return words.replace("{length}", length).replace("{amount}", amount_words(cost.usd))

    def _on_send_wanted(self) -> None:
        """Ask; while the person speaks, what is spoken comes first."""
        if self._clip and self._bridge.state.stage not in CAPTURING:
            clip, self._clip = self._clip, None
            self._clear()
            self._bridge.send(clip)

    def _remove(self) -> None:
        if self._path and not self._clip:
            self._bridge.crew.leave_file()
        self._discard(self._clip)
        self._clear()

    def _discard(self, clip: Clip | None) -> None:
        if clip:
            self._bridge.crew.carry_out(DiscardClip(clip))

    def _clear(self) -> None:
        had_focus = self.strip.isAncestorOf(self._window.focusWidget())
        self._path = self._clip = None
        self.strip.hide()
        if had_focus:
            self._bar.field.setFocus()


def bill_for(clip: Clip, service: ServiceSettings) -> Bill:
    """Count what it takes to have a recording heard, and written down if that is wanted."""
    heard = Spending(service.talk_model, audio_in=clip.frames * HEARD_PER_S // RATE_HZ)
    if not service.transcribe_own_words:
        return (heard,)
    return heard, Spending(service.transcription_model, written_down_ms=clip.duration_ms)
