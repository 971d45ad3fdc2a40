"""Write a conversation as JSON that can be read back; `resources/export/conversation-1.md` describes it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC

from voicedesk.core.conversation import Answer, Clip, Turn
from voicedesk.core.export.document import ENGLISH, Document, Labels
from voicedesk.core.problems import Problem

FORMAT = "voicedesk-conversation"
VERSION = 1

Json = str | int | float | bool | None | list["Json"] | Mapping[str, "Json"]


def interchange(document: Document, _labels: Labels = ENGLISH) -> str:
    """Give everything that is stored; of sound files, the names alone."""
    return json.dumps(plain(document), ensure_ascii=False, indent=2) + "\n"


def plain(document: Document) -> dict[str, Json]:
    """Give the conversation as values for JSON."""
    conversation = document.conversation
    return {
        "format": FORMAT,
        "version": VERSION,
        "conversation": conversation.id,
        "title": document.title,
        "turns": [_plain_turn(turn, document) for turn in conversation.turns],
    }


def _plain_turn(turn: Turn, document: Document) -> dict[str, Json]:
    return {
        "number": turn.number,
        "time": document.time_of(turn.number).astimezone(UTC).isoformat(timespec="milliseconds"),
        "asked": turn.asked,
        "typed": turn.typed,
        "recording": _plain_clip(turn.clip) if turn.clip else None,
        "answer": _plain_answer(turn.answer),
        "heard_ms": turn.heard_ms,
        "ending": turn.ending.value if turn.ending else None,
        "problem": _plain_problem(turn.problem) if turn.problem else None,
    }


def _plain_clip(clip: Clip) -> dict[str, Json]:
    return {
        "turn": clip.turn,
        "file": clip.path.name,
        "upload": clip.upload.name if clip.upload else None,
        "frames": clip.frames,
        "preroll_frames": clip.preroll_frames,
        "lost_frames": clip.lost_frames,
        "peak_dbfs": None if clip.is_silent else clip.peak_dbfs,
    }


def _plain_answer(answer: Answer) -> dict[str, Json]:
    return {
        "text": answer.text,
        "frames": answer.frames,
        "audio_id": answer.audio_id,
        "expires_at": answer.expires_at,
        "usage": dict(asdict(answer.usage)) if answer.usage else None,
        "model": answer.model,
    }


def _plain_problem(problem: Problem) -> dict[str, Json]:
    return {"kind": problem.kind.name, "values": dict(problem.values), "detail": problem.detail}
