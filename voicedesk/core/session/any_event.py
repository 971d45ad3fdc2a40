"""What a session takes in."""

from voicedesk.core.events import (
    AllDeleted,
    CheckPressed,
    ClipSubmitted,
    ConversationBegun,
    ConversationChosen,
    ConversationDeleted,
    ConversationOpened,
    ConversationRenamed,
    Event,
    LevelWatched,
    ListenPressed,
    MonthTotalled,
    Remarked,
    SamplePressed,
    ServiceChosen,
    SettingsChanged,
    StopPressed,
    Summarized,
    SummaryChanged,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
    WorkerCrashed,
)

AnyEvent = (
    Event
    | TalkReleased
    | StopPressed
    | SettingsChanged
    | ServiceChosen
    | ConversationBegun
    | ConversationChosen
    | ConversationOpened
    | LevelWatched
    | AllDeleted
    | ConversationRenamed
    | ConversationDeleted
    | MonthTotalled
    | Summarized
    | SummaryChanged
    | Remarked
    | WorkerCrashed
)
Beginning = TalkPressed | TextSubmitted | ClipSubmitted | ListenPressed | SamplePressed | CheckPressed
FROM_THE_PERSON = (
    TalkPressed,
    TextSubmitted,
    ClipSubmitted,
    ListenPressed,
    SamplePressed,
    CheckPressed,
    TurnDeleted,
)
