"""Translate turns to rows of the database and back."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import TypeAlias, TypeVar

import apsw

from voicedesk.core.conversation import Answer, Clip, Ending, Turn, Usage
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId

Value: TypeAlias = "apsw.SQLiteValue"
Given = TypeVar("Given")
Made = TypeVar("Made")
Row: TypeAlias = dict[str, Value]

COLUMNS = [
    "number",
    "conversation",
    "asked",
    "typed",
    "clip_turn",
    "clip_path",
    "clip_upload",
    "clip_frames",
    "clip_preroll_frames",
    "clip_lost_frames",
    "clip_peak_dbfs",
    "answered",
    "answer_frames",
    "audio_id",
    "expires_at",
    "model",
    "text_in",
    "audio_in",
    "text_out",
    "audio_out",
    "cached_in",
    "heard_ms",
    "ending",
    "problem",
]


def rows_of(connection: apsw.Connection, statement: str, number: int) -> Iterator[Row]:
    """Read rows by the names of their columns, so that columns of a newer version do no harm."""
    cursor = connection.execute(statement, (number,))
    for values in cursor:
        yield dict(zip((column[0] for column in cursor.get_description()), values, strict=True))


def row_of(turn: Turn, folder: Path) -> Row:
    """Flatten a turn; paths below `folder` become relative, so that the folder can be moved."""
    row: Row = {
        "number": turn.number,
        "conversation": turn.conversation,
        "asked": storable(turn.asked),
        "typed": int(turn.typed),
        "heard_ms": turn.heard_ms,
        "ending": turn.ending.value if turn.ending else None,
        "problem": _packed(turn.problem),
    }
    empty: Row = dict.fromkeys(COLUMNS)
    return empty | row | _answer_columns(turn.answer) | _clip_columns(turn.clip, folder)


def turn_of(row: Row, folder: Path) -> Turn:
    """Rebuild a turn; raises ValueError or TypeError for a row that no turn was ever stored as."""
    heard_ms = optional(number, row["heard_ms"])
    return Turn(
        TurnId(number(row["number"])),
        ConversationId(number(row["conversation"])),
        text(row["asked"]),
        bool(row["typed"]),
        clip_of(row, folder),
        _answer_of(row),
        None if heard_ms is None else Milliseconds(heard_ms),
        None if row["ending"] is None else Ending(row["ending"]),
        _unpacked(row["problem"]),
    )


def clip_of(row: Row, folder: Path) -> Clip | None:
    """Rebuild the recording of a turn, if it has one."""
    if row["clip_path"] is None:
        return None
    peak_dbfs = row["clip_peak_dbfs"]
    return Clip(
        TurnId(number(row["clip_turn"])),
        _path(row["clip_path"], folder),
        Frames(number(row["clip_frames"])),
        None if row["clip_upload"] is None else _path(row["clip_upload"], folder),
        Frames(number(row["clip_preroll_frames"])),
        Frames(number(row["clip_lost_frames"])),
        peak_dbfs if isinstance(peak_dbfs, float) else 0.0,
    )


def text(stored: Value) -> str:
    """Insist on text."""
    if not isinstance(stored, str):
        raise TypeError("text expected")
    return stored


def number(stored: Value) -> int:
    """Insist on a whole number."""
    if not isinstance(stored, int):
        raise TypeError("a number expected")
    return stored


def storable(text: str) -> str:
    """Replace halves of characters, which a JSON escape can bring in and UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode()


def optional(convert: Callable[[Given], Made], value: Given | None) -> Made | None:
    """Convert what is there."""
    return None if value is None else convert(value)


def _clip_columns(clip: Clip | None, folder: Path) -> Row:
    if clip is None:
        return {}
    return {
        "clip_turn": clip.turn,
        "clip_path": _path_value(clip.path, folder),
        "clip_upload": _path_value(clip.upload, folder) if clip.upload else None,
        "clip_frames": clip.frames,
        "clip_preroll_frames": clip.preroll_frames,
        "clip_lost_frames": clip.lost_frames,
        "clip_peak_dbfs": clip.peak_dbfs,
    }


def _answer_columns(answer: Answer) -> Row:
    columns: Row = {
        "answered": storable(answer.text),
        "answer_frames": answer.frames,
        "audio_id": optional(storable, answer.audio_id),
        "expires_at": answer.expires_at,
        "model": storable(answer.model),
    }
    return columns | (asdict(answer.usage) if answer.usage else {})


def _answer_of(row: Row) -> Answer:
    usage = Usage(**{entry.name: optional(number, row[entry.name]) for entry in fields(Usage)})
    return Answer(
        text(row["answered"]),
        Frames(number(row["answer_frames"])),
        optional(text, row["audio_id"]),
        optional(number, row["expires_at"]),
        None if usage == Usage() else usage,
        text(row["model"]),
    )


def _packed(problem: Problem | None) -> str | None:
    if problem is None:
        return None
    return json.dumps({"kind": problem.kind.name, "values": dict(problem.values), "detail": problem.detail})


def _unpacked(stored: Value) -> Problem | None:
    """Read a problem; one that only a newer version knows is left out, the ending of the turn says enough."""
    if stored is None:
        return None
    problem = json.loads(text(stored))
    if problem["kind"] not in Kind.__members__:
        return None
    return Problem(Kind[problem["kind"]], problem["values"], problem["detail"])


def _path_value(path: Path, folder: Path) -> str | bytes:
    """Store a path as text where that is possible: names on POSIX may hold any bytes."""
    relative = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
    try:
        relative.encode()
    except UnicodeEncodeError:
        return os.fsencode(relative)
    return relative


def _path(stored: Value, folder: Path) -> Path:
    if not isinstance(stored, str | bytes):
        raise TypeError("a path is text or bytes")
    return folder / os.fsdecode(stored)  # an absolute path replaces the folder
