"""The page about how the program looks."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from voicedesk.core.language import OWN_NAMES, Language
from voicedesk.core.settings import Contrast, Group, LookSettings, Settings, Theme
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.switch import Switch

SIZES_PERCENT = (100, 110, 125, 150, 175, 200)


class AppearancePage(Page):
    """Colours, size of the text, motion."""

    icon = "palette"

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Appearance")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "theme dark light colours contrast text size font zoom motion animation language"
        )

    def build(self) -> None:
        section = self.section(self.tr("Look"))
        self._theme = Choice()
        self._theme.chosen.connect(self._on_theme)
        section.add_row(self.tr("Colours"), self._theme)
        self._contrast = Choice()
        self._contrast.chosen.connect(self._on_contrast)
        section.add_row(self.tr("Contrast"), self._contrast)
        self._language = Choice()
        self._language.chosen.connect(self._on_language)
        section.add_row(self.tr("Language"), self._language)
        self._size = Choice()
        self._size.chosen.connect(self._on_size)
        section.add_row(self.tr("Size of the text"), self._size)
        self._still = Switch(False)
        self._still.toggled.connect(self._on_still)
        about = self.tr(
            "Changes happen at once. The level of the microphone still moves, for it tells something."
        )
        section.add_row(self.tr("Reduce motion"), self._still, about)

    def defaults(self) -> tuple[Group, ...]:
        return (LookSettings(),)

    def show_settings(self, settings: Settings) -> None:
        look = settings.look
        themes = [
            (Theme.SYSTEM, self.tr("As the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ]
        self._theme.offer(themes, look.theme)
        contrasts = [(Contrast.SYSTEM, self.tr("As the system")), (Contrast.HIGH, self.tr("High"))]
        self._contrast.offer(contrasts, look.contrast)
        languages = [(Language.SYSTEM, self.tr("As the system")), *OWN_NAMES.items()]
        self._language.offer(languages, look.language)
        sizes = sorted({*SIZES_PERCENT, look.text_percent})
        self._size.offer([(size, f"{size} %") for size in sizes], look.text_percent)
        self._still.setChecked(look.reduce_motion)

    def _on_theme(self, theme: Theme) -> None:
        self.put(replace(self.bridge.settings.look, theme=theme))

    def _on_contrast(self, contrast: Contrast) -> None:
        self.put(replace(self.bridge.settings.look, contrast=contrast))

    def _on_language(self, language: Language) -> None:
        self.put(replace(self.bridge.settings.look, language=language))

    def _on_size(self, percent: int) -> None:
        self.put(replace(self.bridge.settings.look, text_percent=percent))

    def _on_still(self, is_on: bool) -> None:
        if is_on != self.bridge.settings.look.reduce_motion:
            self.put(replace(self.bridge.settings.look, reduce_motion=is_on))
