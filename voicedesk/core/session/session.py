"""Hold the state between one event and the next."""

from voicedesk.core.commands import Command
from voicedesk.core.conversation import Conversation
from voicedesk.core.session.any_event import AnyEvent
from voicedesk.core.session.state import State
from voicedesk.core.session.table import step
from voicedesk.core.settings import Settings


class Session:
    """Hold the state and feed events to it; used by one thread, the front end's."""

    def __init__(self, settings: Settings, conversation: Conversation) -> None:
        self._state = State(settings, conversation)

    @property
    def state(self) -> State:
        """Give what is known now; the value is frozen and can be drawn from at leisure."""
        return self._state

    def handle(self, event: AnyEvent) -> tuple[Command, ...]:
        """Take an event in and tell what to do about it."""
        self._state, commands = step(self._state, event)
        return commands
