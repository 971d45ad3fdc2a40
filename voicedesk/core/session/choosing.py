"""Take over the settings and the service that were chosen."""

from dataclasses import replace

from voicedesk.core.commands import ArmMicrophone, KeepSound, PrepareService
from voicedesk.core.events import ServiceChosen, SettingsChanged
from voicedesk.core.session.asking import release_held
from voicedesk.core.session.state import State, Step


def change_settings(state: State, event: SettingsChanged) -> Step:
    settings = event.settings
    arm = ArmMicrophone(settings.sound, state.watches_level)
    return replace(state, settings=settings), (arm, KeepSound(settings.storage.keep_sound_days))


def choose_service(state: State, event: ServiceChosen) -> Step:
    """Go on with what was asked while the key was still looked for."""
    chosen = replace(state, base_url=event.base_url, practice=event.practice)
    state, commands = release_held(chosen)
    return state, (PrepareService(event.base_url), *commands)
