"""The settings as a page of the window: the pages at the left, the one that is looked at beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from voicedesk.gui.bridge import Bridge
from voicedesk.gui.field_buttons import name_buttons
from voicedesk.gui.icons import IconButton, icon
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.page import Page
from voicedesk.gui.style import GRID, HEADER_HEIGHT, ICON_PX, TITLE_PX_MORE, current_tokens, enlarge

PAGE_CHARACTERS = 50
"""A page that would be narrower than this gets the room of the list as well."""
LIST_WIDTH = 208
PAGE_WIDTH = 720


class SettingsView(QWidget):
    """Show one page at a time; a page is made when it is first opened."""

    left = Signal()
    """The person wants to go back."""
    guide_wanted = Signal()

    def __init__(self, bridge: Bridge, pages: Sequence[type[Page]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self._bridge = bridge
        self._kinds = tuple(pages)
        self._made: dict[type[Page], Page] = {}
        self._open: Page | None = None
        self._last = self._kinds[0]
        self._back = IconButton("arrow-left", self.tr("Back"), self)  # made first: Tab goes in this order
        self._filter = QLineEdit(self)
        self._list = QListWidget(self)
        self._narrow_list = Choice(self)
        self._stack = QStackedWidget(self)
        self._set_up()
        self._arrange()

    @property
    def pages(self) -> tuple[Page, ...]:
        """Give the pages that were made."""
        return tuple(self._made.values())

    @property
    def kind(self) -> type[Page]:
        """Tell which page is looked at, or was last."""
        return self._last

    def open(self, kind: type[Page]) -> Page:
        """Look at a page."""
        page = self._page(kind)
        if page is not self._open:
            self._leave_page()
            self._open, self._last = page, kind
            self._stack.setCurrentIndex([*self._made].index(kind))
            page.opened()
        row = self._kinds.index(kind)
        self._list.setCurrentRow(row)
        self._narrow_list.setCurrentIndex(row)
        return page

    def take_focus(self) -> None:
        """Put the keyboard on the list of pages."""
        (self._narrow_list if self._is_narrow else self._list).setFocus()

    def leave(self) -> None:
        """End what the page that is looked at does while it is looked at."""
        self._leave_page()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_icons()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(self._list_width)
        self._side.setVisible(not self._is_narrow)
        self._narrow_list.setVisible(self._is_narrow)
        self._title.setVisible(not self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < self._list_width + PAGE_CHARACTERS * self.fontMetrics().averageCharWidth()

    @property
    def _list_width(self) -> int:
        """Hold the longest name of a page in the size that the text has now."""
        longest = max(self.fontMetrics().horizontalAdvance(kind.title()) for kind in self._kinds)
        return max(LIST_WIDTH, longest + ICON_PX + 6 * GRID)

    def _page(self, kind: type[Page]) -> Page:
        if kind not in self._made:
            page = self._made[kind] = kind(self._bridge)
            page.setObjectName("settingsPage")
            page.guide_wanted.connect(self.guide_wanted)
            page.setMaximumWidth(PAGE_WIDTH)
            area = QScrollArea(self._stack)
            area.setObjectName("settingsArea")
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self._stack.addWidget(area)
            page.show_settings(self._bridge.settings)
            if self._bridge.service:
                page.show_service(self._bridge.service)
            page.show_state(self._bridge.state)
        return self._made[kind]

    def _leave_page(self) -> None:
        if self._open:
            self._open.left()
            self._open.forget_reset()
            self._open = None

    def _set_up(self) -> None:
        self._list.setObjectName("settingsPages")
        self._list.setAccessibleName(self.tr("Pages of the settings"))
        self._list.setIconSize(QSize(ICON_PX, ICON_PX))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in self._kinds:
            QListWidgetItem(kind.title(), self._list)
        self._draw_icons()
        self._list.currentRowChanged.connect(self._on_row)
        self._narrow_list.setAccessibleName(self.tr("Pages of the settings"))
        self._narrow_list.offer([(kind, kind.title()) for kind in self._kinds], self._kinds[0])
        self._narrow_list.chosen.connect(self.open)
        self._filter.setPlaceholderText(self.tr("Find a setting"))
        self._filter.setAccessibleName(self.tr("Find a setting"))
        self._filter.setClearButtonEnabled(True)
        name_buttons(self._filter, self.tr("Empty the search"))
        self._filter.textChanged.connect(self._on_filtered)
        self._back.show_words(self.tr("Back"), "Esc")
        self._back.clicked.connect(self.left)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._filter.setFocus)

    def _draw_icons(self) -> None:
        """Draw them in the colours of the theme; a row is as high as its text asks for."""
        color = current_tokens().color("quiet")
        height = self.fontMetrics().height() + 2 * GRID
        for row, kind in enumerate(self._kinds):
            self._list.item(row).setIcon(icon(kind.icon, color))
            self._list.item(row).setSizeHint(QSize(0, height))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._sidebar())
        self.notice_place = QVBoxLayout()
        self.notice_place.setContentsMargins(0, 0, 0, 0)
        self.notice_place.setSpacing(0)
        self.notice_place.addWidget(self._stack, 1)
        body.addLayout(self.notice_place, 1)
        column.addLayout(body, 1)

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setMinimumHeight(HEADER_HEIGHT)
        self._title = QLabel(self.tr("Settings"), header)
        enlarge(self._title, TITLE_PX_MORE)
        row = QHBoxLayout(header)
        row.setContentsMargins(GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addWidget(self._narrow_list, 1)
        row.addStretch(0)
        return header

    def _sidebar(self) -> QWidget:
        self._side = QWidget(self)
        self._side.setObjectName("sidebar")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        return self._side

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.open(self._kinds[row])

    def _on_filtered(self, text: str) -> None:
        """Show the pages that hold every word, and look at the first of them."""
        wanted = text.casefold().split()
        fitting = []
        for row, kind in enumerate(self._kinds):
            held = f"{kind.title()} {kind.keywords()}".casefold()
            fits = all(word in held for word in wanted)
            self._list.item(row).setHidden(not fits)
            fitting += [kind] if fits else []
        if fitting and self.kind not in fitting:
            self.open(fitting[0])
