"""Say what this program is, which version runs, and what it is made of."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from voicedesk import __version__
from voicedesk.core.licences import OWN, PARTS
from voicedesk.gui.style import GRID, TITLE_PX_MORE, sized


class AboutDialog(QDialog):
    """Name, version, licence; below, the libraries with theirs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About VoiceDesk"))
        title = QLabel(f"VoiceDesk {__version__}", self)
        title.setFont(sized(self.font(), TITLE_PX_MORE))
        licence = self.tr("Free software under the {licence} licence.").replace("{licence}", OWN)
        parts = QLabel(self.tr("It is made with:"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (
            title,
            self._quiet(licence),
            self._quiet(self._versions()),
            parts,
            self._parts(),
            buttons,
        ):
            column.addWidget(widget)
        self.resize(520, 480)

    def _versions(self) -> str:
        words = self.tr("Running on Python {python} and Qt {qt}.")
        return words.replace("{python}", platform.python_version()).replace("{qt}", qVersion())

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setProperty("look", "quiet")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _parts(self) -> QTreeWidget:
        parts = QTreeWidget(self)
        parts.setObjectName("parts")
        parts.setAccessibleName(self.tr("Parts and their licences"))
        parts.setHeaderLabels([self.tr("Part"), self.tr("Licence")])
        parts.setRootIsDecorated(False)
        parts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for part in PARTS:
            item = QTreeWidgetItem(parts, [part.name, part.licence])
            item.setToolTip(0, part.address)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{part.name}: {part.licence}")
        parts.setCurrentIndex(parts.model().index(0, 0))
        return parts
