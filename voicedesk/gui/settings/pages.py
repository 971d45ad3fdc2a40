"""List the pages of the settings in their order; a new page is added here and nowhere else."""

from voicedesk.gui.settings.appearance_page import AppearancePage
from voicedesk.gui.settings.models_page import ModelsPage
from voicedesk.gui.settings.money_page import MoneyPage
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.persona_page import PersonaPage
from voicedesk.gui.settings.privacy_page import PrivacyPage
from voicedesk.gui.settings.service_page import ServicePage
from voicedesk.gui.settings.sound_page import SoundPage
from voicedesk.gui.settings.starting_page import StartingPage
from voicedesk.gui.settings.storage_page import StoragePage
from voicedesk.gui.settings.talking_page import TalkingPage

PAGES: tuple[type[Page], ...] = (
    ServicePage,
    ModelsPage,
    PersonaPage,
    SoundPage,
    TalkingPage,
    AppearancePage,
    StartingPage,
    MoneyPage,
    StoragePage,
    PrivacyPage,
)
