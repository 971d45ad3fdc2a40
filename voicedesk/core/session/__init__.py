"""The session: decides what happens next, from what is known and one event. Read `table` first."""

from voicedesk.core.session.any_event import AnyEvent
from voicedesk.core.session.session import Session
from voicedesk.core.session.state import ANSWERING, CAPTURING, Stage, State, Step
from voicedesk.core.session.table import AFTERTHOUGHTS, TABLE, step

__all__ = [
    "AFTERTHOUGHTS",
    "ANSWERING",
    "CAPTURING",
    "TABLE",
    "AnyEvent",
    "Session",
    "Stage",
    "State",
    "Step",
    "step",
]
