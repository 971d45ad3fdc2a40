"""Ask in the system's own dialog where a file shall go."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from voicedesk.core.export.formats import Format, file_name
from voicedesk.gui.exporting.format_dialog import name_of


class PlaceDialog(QFileDialog):
    """Give the file that was chosen, with the ending of its format."""

    placed = Signal(object, bool)
    """The path, and whether the person agreed to replace the file that may be there."""

    def __init__(
        self, title: str, wanted: Format, folder: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "")
        self._wanted = wanted
        self.setWindowTitle(self.tr("Export conversation"))
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilter(f"{name_of(wanted)} (*{wanted.suffix})")
        self.setDirectory(str(folder or _documents()))
        self.selectFile(file_name(title, wanted))
        self.fileSelected.connect(self._on_selected)

    def _on_selected(self, chosen: str) -> None:
        """Complete a name without ending; whether that may be replaced, nobody was asked."""
        path = Path(chosen)
        is_whole = path.suffix.lower() == self._wanted.suffix
        self.placed.emit(path if is_whole else path.with_name(f"{path.name}{self._wanted.suffix}"), is_whole)


def _documents() -> Path:
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())
