"""Choose what an exported conversation shall be."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.export.formats import Format
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.scroll_box import ScrollBox
from voicedesk.gui.style import GRID

INDENT_PX = 24
LEAST_WIDTH = 400


def name_of(wanted: Format) -> str:
    """Name a format."""
    names = {
        Format.MARKDOWN: "Markdown",
        Format.TEXT: QCoreApplication.translate("Export", "Plain text"),
        Format.JSON: "JSON",
        Format.SUBTITLES: QCoreApplication.translate("Export", "Captions (SRT)"),
        Format.WAV: QCoreApplication.translate("Export", "Sound (WAV)"),
        Format.MP3: QCoreApplication.translate("Export", "Sound (MP3)"),
    }
    return names[wanted]


def purpose_of(wanted: Format) -> str:
    """Say what a format is good for."""
    purposes = {
        Format.MARKDOWN: QCoreApplication.translate("Export", "For notes and wikis."),
        Format.TEXT: QCoreApplication.translate("Export", "Opens everywhere."),
        Format.JSON: QCoreApplication.translate("Export", "Everything that is stored, for other programs."),
        Format.SUBTITLES: QCoreApplication.translate(
            "Export", "Fits the exported sound; where each sentence begins is estimated."
        ),
        Format.WAV: QCoreApplication.translate("Export", "Both voices in one file, as they were."),
        Format.MP3: QCoreApplication.translate("Export", "Both voices in one small file."),
    }
    return purposes[wanted]


class FormatDialog(QDialog):
    """Show every format with what it is good for."""

    chosen = Signal(object)
    """The `Format` that is wanted."""

    def __init__(self, title: str, wanted: Format, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export conversation"))
        self._group = QButtonGroup(self)
        content, formats = QWidget(self), ScrollBox(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._add_title(title)
        for each in Format:
            self._add_choice(each, each is wanted)
        formats.hold(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        whole.addWidget(formats)
        whole.addWidget(self._buttons())
        self.setMinimumWidth(LEAST_WIDTH)

    @property
    def wanted(self) -> Format:
        """Tell which format is marked."""
        return list(Format)[self._group.checkedId()]

    def _add_title(self, title: str) -> None:
        label = QLabel(for_label(title), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("look", "quiet")
        self._column.addWidget(label)
        self._column.addSpacing(GRID)

    def _add_choice(self, each: Format, is_wanted: bool) -> None:
        choice = QRadioButton(name_of(each), self)
        choice.setChecked(is_wanted)
        choice.setAccessibleDescription(purpose_of(each))
        self._group.addButton(choice, list(Format).index(each))
        purpose = QLabel(purpose_of(each), self)
        purpose.setWordWrap(True)
        purpose.setProperty("look", "quiet")
        purpose.setIndent(INDENT_PX)
        self._column.addWidget(choice)
        self._column.addWidget(purpose)
        self._column.addSpacing(GRID)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = QPushButton(self.tr("Choose a place…"), self)
        save.setProperty("look", "main")
        save.setDefault(True)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_accepted(self) -> None:
        self.accept()
        self.chosen.emit(self.wanted)
