"""Read JSON bodies that may hold anything, without believing any of it, and write compact ones."""

import json

from voicedesk.practice.refusals import unreadable_body

Body = dict[str, object]


def object_of(raw: bytes) -> Body:
    """Decode a request body, which must be one JSON object."""
    try:
        decoded: object = json.loads(raw)
    except ValueError:
        raise unreadable_body() from None
    if not isinstance(decoded, dict):
        raise unreadable_body()
    return decoded


def as_object(value: object) -> Body:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """Return the value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def as_text(value: object) -> str:
    """Return the value if it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def compact(body: object) -> str:
    """Write JSON without spaces, as the service does."""
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False)
