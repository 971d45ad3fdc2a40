"""Read what the service says when it refuses, and name the problem.

Format: the error object of the OpenAI API as CometAPI's gateway sends it, with a status or inside a 200.
Two client mistakes come with a 5xx status there: `invalid_request` with 500 and `model_not_found` with 503.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from voicedesk.core.problems import Kind, Problem, Trouble

_MESSAGE_CHARACTERS = 300
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_REQUEST_ID = re.compile(r"\s*\(request id: [^)]*\)\s*$", re.IGNORECASE)

_CREDIT_CODES = {
    "insufficient_quota",
    "insufficient_user_quota",
    "pre_consume_token_quota_failed",
    "billing_hard_limit_reached",
}
_CREDIT_WORDS = re.compile(
    r"insufficient\W+(\w+\W+){0,3}(quota|balance|credit|fund)|quota\b.*\b(exceeded|not enough)", re.I
)
_NO_MODEL_CODES = {"model_not_found", "model_not_exist"}
_NO_MODEL_WORDS = re.compile(r"no available channel.*model|model\b.*\b(does not exist|not found)", re.I)
_FORMAT_WORDS = re.compile(r"format|audio|file", re.I)

_BY_CODE = {
    "context_length_exceeded": Kind.CONVERSATION_TOO_LONG,
    "audio_not_found": Kind.AUDIO_EXPIRED,
    "unsupported_format": Kind.FORMAT_REFUSED,
    "content_filter": Kind.FILTERED,
    "invalid_request": Kind.REJECTED,
    "invalid_api_key": Kind.KEY_REFUSED,
    "rate_limit_exceeded": Kind.BUSY,
    "server_error": Kind.SERVICE_TROUBLE,
}
_BY_STATUS = {
    401: Kind.KEY_REFUSED,
    402: Kind.CREDIT_USED_UP,
    403: Kind.NOT_ALLOWED,
    404: Kind.WRONG_ADDRESS,
    405: Kind.WRONG_ADDRESS,
    408: Kind.GATEWAY_TIMEOUT,
    409: Kind.BUSY,
    413: Kind.RECORDING_TOO_LARGE,
    415: Kind.FORMAT_REFUSED,
    429: Kind.BUSY,
    504: Kind.GATEWAY_TIMEOUT,
    522: Kind.GATEWAY_TIMEOUT,
    524: Kind.GATEWAY_TIMEOUT,
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a refusal says; status 0 is an error object inside an answer that began well."""

    status: int = 0
    code: str = ""
    param: str = ""
    message: str = ""
    retry_after_s: float | None = None
    request_id: str = ""

    @property
    def names_voice(self) -> bool:
        """Tell whether the voice is what was refused."""
        return (
            self.status in (0, HTTPStatus.BAD_REQUEST) and "voice" in f"{self.param} {self.message}".lower()
        )


class Refused(Trouble):
    """Carry a refusal together with its problem, for whoever can mend the request."""

    def __init__(self, problem: Problem, refusal: Refusal) -> None:
        super().__init__(problem)
        self.refusal = refusal


class ErrorObject(Exception):
    """An error object that came with a status of success."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def json_in(content: bytes) -> object:
    """Read a JSON body; raise `ErrorObject` if it holds one."""
    found: object = json.loads(content)
    if isinstance(found, dict) and found.get("error"):
        raise ErrorObject(refusal_in(found))
    return found


def refusal_in(
    body: object,
    status: int = 0,
    headers: Mapping[str, str] | None = None,
    retry_after_s: float | None = None,
) -> Refusal:
    """Read an error object, or the envelope around it; a body of another form says nothing."""
    error = body.get("error", body) if isinstance(body, dict) else body
    found = error if isinstance(error, dict) else {"message": _unless_page(error)}
    code = found.get("code")
    if isinstance(code, int) and not isinstance(code, bool) and not status and 400 <= code < 600:
        status = code
    return Refusal(
        status,
        _line(code) or _line(found.get("type")),
        _line(found.get("param")),
        _line(found.get("message")),
        retry_after_s,
        _request_id(headers or {}),
    )


def problem_in(refusal: Refusal, *, model: str, host: str, when: Mapping[str, str]) -> Problem:
    """Name the problem behind a refusal; `when` are the values that say when to try again."""
    values = {
        "message": _REQUEST_ID.sub("", refusal.message)[:_MESSAGE_CHARACTERS] or "–",
        "status": str(refusal.status or refusal.code or "–"),
        "model": model,
        "host": host,
        **when,
    }
    return Problem(_kind_of(refusal), values, _detail_of(refusal))


def _kind_of(refusal: Refusal) -> Kind:
    if refusal.status in (0, 400, 402, 403, 429) and _is_about_credit(refusal):
        return Kind.CREDIT_USED_UP
    if refusal.status in (0, 400, 404, 503) and _is_about_model(refusal):
        return Kind.MODEL_MISSING
    if refusal.status in (0, 400, 404, 422, 500) and refusal.code in _BY_CODE:
        return _BY_CODE[refusal.code]
    if refusal.status == HTTPStatus.BAD_REQUEST:
        return _kind_of_bad_request(refusal)
    if refusal.status == HTTPStatus.UNPROCESSABLE_ENTITY:
        return _format_or_rejected(refusal)
    if refusal.status in _BY_STATUS:
        return _BY_STATUS[refusal.status]
    return Kind.SERVICE_TROUBLE if refusal.status >= 500 else Kind.REJECTED


def _kind_of_bad_request(refusal: Refusal) -> Kind:
    """Read the message where a gateway dropped the code."""
    message = refusal.message.lower()
    if "audio" in message and "not found" in message:
        return Kind.AUDIO_EXPIRED
    if "maximum context length" in message:
        return Kind.CONVERSATION_TOO_LONG
    if "not support the format" in message:
        return Kind.FORMAT_REFUSED
    return Kind.REJECTED


def _format_or_rejected(refusal: Refusal) -> Kind:
    named = _FORMAT_WORDS.search(f"{refusal.param} {refusal.message}")
    return Kind.FORMAT_REFUSED if named else Kind.REJECTED


def _is_about_credit(refusal: Refusal) -> bool:
    return refusal.code in _CREDIT_CODES or bool(_CREDIT_WORDS.search(refusal.message))


def _is_about_model(refusal: Refusal) -> bool:
    return refusal.code in _NO_MODEL_CODES or bool(_NO_MODEL_WORDS.search(refusal.message))


def _detail_of(refusal: Refusal) -> str:
    known = {"status": str(refusal.status or ""), "code": refusal.code, "param": refusal.param}
    known |= {"message": refusal.message, "request": refusal.request_id}
    return ", ".join(f"{name} {value}" for name, value in known.items() if value)


def _request_id(headers: Mapping[str, str]) -> str:
    return _line(headers.get("x-cometapi-request-id") or headers.get("x-request-id"))


def _unless_page(text: object) -> object:
    """Drop a web page that came instead of an error object."""
    return "" if isinstance(text, str) and text.lstrip().startswith("<") else text


def _line(value: object) -> str:
    """Keep a text from outside to one printable line of bounded length."""
    if not isinstance(value, str):
        return ""
    readable = value[: 4 * _MESSAGE_CHARACTERS].encode(errors="replace").decode()
    return _UNPRINTABLE.sub(" ", readable).strip()[:_MESSAGE_CHARACTERS]
