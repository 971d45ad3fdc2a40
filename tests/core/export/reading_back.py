"""Read an exported conversation back, by its description alone."""

import json
from pathlib import Path
from typing import Any

from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn, Usage
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId

Values = dict[str, Any]


def read_back(text: str, folder: Path) -> tuple[str, Conversation]:
    """Give title and conversation; sound files are looked for in `folder`."""
    whole = json.loads(text)
    assert (whole["format"], whole["version"]) == ("voicedesk-conversation", 1)
    number = ConversationId(whole["conversation"])
    turns = tuple(_turn(values, number, folder) for values in whole["turns"])
    return whole["title"], Conversation(number, turns)


def _turn(values: Values, conversation: ConversationId, folder: Path) -> Turn:
    return Turn(
        TurnId(values["number"]),
        conversation,
        values["asked"],
        values["typed"],
        _clip(values["recording"], folder) if values["recording"] else None,
        _answer(values["answer"]),
        None if values["heard_ms"] is None else Milliseconds(values["heard_ms"]),
        Ending(values["ending"]) if values["ending"] else None,
        _problem(values["problem"]) if values["problem"] else None,
    )


def _clip(values: Values, folder: Path) -> Clip:
    return Clip(
        TurnId(values["turn"]),
        folder / values["file"],
        Frames(values["frames"]),
        folder / values["upload"] if values["upload"] else None,
        Frames(values["preroll_frames"]),
        Frames(values["lost_frames"]),
        float("-inf") if values["peak_dbfs"] is None else values["peak_dbfs"],
    )


def _answer(values: Values) -> Answer:
    return Answer(
        values["text"],
        Frames(values["frames"]),
        values["audio_id"],
        values["expires_at"],
        Usage(**values["usage"]) if values["usage"] else None,
        values["model"],
    )


def _problem(values: Values) -> Problem:
    return Problem(Kind[values["kind"]], values["values"], values["detail"])
