"""Translate what the client library, TLS and the system raise into problems a person can understand."""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
import openai

from voicedesk.api.refusals import ErrorObject, Refusal, Refused, problem_in, refusal_in
from voicedesk.api.route import Route
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.secret import Secret, struck_out

FOREIGN = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    ErrorObject,
    OSError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
)
"""What comes out of the client library: its own errors, and what bad data makes it stumble over."""

_CAUSES = 12
_DETAIL_CHARACTERS = 600
_LONGEST_BUSY_S = 366 * 24 * 3600.0
_CERTIFICATE_REASONS = {
    9: Phrase.NOT_VALID_YET,
    10: Phrase.EXPIRED,
    18: Phrase.SELF_SIGNED,
    19: Phrase.UNKNOWN_AUTHORITY,
    20: Phrase.UNKNOWN_AUTHORITY,
    62: Phrase.OTHER_NAME,
    64: Phrase.OTHER_ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What was being done when something failed."""

    route: Route
    model: str
    wall_clock: Callable[[], float]
    key: Secret | None = None

    def trouble_of(self, error: BaseException) -> Trouble:
        """Name the trouble behind an exception; the key is struck out of everything that is kept."""
        found = self._known(error) or Trouble(self._problem_of(error))
        problem = self._without_key(found.problem)
        if isinstance(found, Refused):
            return Refused(problem, found.refusal)
        return Trouble(problem)

    def _known(self, error: BaseException) -> Trouble | None:
        for cause in _causes(error):
            if isinstance(cause, Trouble):
                return cause
            if isinstance(cause, ErrorObject):
                return self._refused(cause.refusal)
            if isinstance(cause, openai.APIStatusError):
                return self._refused(_refusal_of(cause, self.wall_clock()))
        if isinstance(error, openai.APIError) and not isinstance(error, openai.APIConnectionError):
            return self._refused(refusal_in(error.body))
        return None

    def _refused(self, refusal: Refusal) -> Refused:
        when = self._when(refusal.retry_after_s)
        return Refused(problem_in(refusal, model=self.model, host=self.route.host, when=when), refusal)

    def _problem_of(self, error: BaseException) -> Problem:
        detail = " / ".join(_described(cause) for cause in _causes(error))
        for cause in _causes(error):
            if problem := self._network_problem(cause, detail):
                return problem
        return Problem(Kind.UNREADABLE, detail=detail)

    def _network_problem(self, cause: BaseException, detail: str) -> Problem | None:
        match cause:
            case ssl.SSLError():
                return self._tls_problem(cause, detail)
            case httpx2.ProxyError():
                return self._proxy_problem(cause, detail)
            case httpx2.ConnectTimeout() | httpx2.PoolTimeout():
                return self.route.unreachable(detail=detail)
            case httpx2.ConnectError():
                return self._connect_problem(cause, detail)
            case httpx2.RemoteProtocolError():
                return Problem(_kind_of_protocol_error(cause), detail=detail)
            case UnicodeDecodeError(reason="unexpected end of data"):
                return Problem(Kind.CUT_OFF, detail=detail)  # the last line ended inside a character
            case httpx2.TransportError():
                return Problem(Kind.CONNECTION_LOST, detail=detail)
        return None

    def _tls_problem(self, error: ssl.SSLError, detail: str) -> Problem:
        if isinstance(error, ssl.SSLCertVerificationError):
            return self._insecure(error, detail)
        return Problem(Kind.NOT_TLS, {"host": self.route.host}, detail)

    def _connect_problem(self, error: httpx2.ConnectError, detail: str) -> Problem:
        causes = list(_causes(error))
        for cause in causes:
            if isinstance(cause, ssl.SSLError):
                return self._tls_problem(cause, detail)
        if any(isinstance(cause, socket.gaierror) for cause in causes):
            return self.route.unreachable(Kind.OFFLINE, detail)
        if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
            return self.route.unreachable(Kind.REFUSED, detail)
        if any(isinstance(cause, OSError) for cause in causes):
            return self.route.unreachable(detail=detail)
        return Problem(Kind.NOT_TLS, {"host": self.route.host}, detail)

    def _proxy_problem(self, error: httpx2.ProxyError, detail: str) -> Problem:
        return self.route.wants_password() if "407" in str(error) else self.route.unreachable(detail=detail)

    def _insecure(self, error: ssl.SSLCertVerificationError, detail: str) -> Problem:
        reason = _CERTIFICATE_REASONS.get(error.verify_code, Phrase.NOT_VERIFIED)
        clock = self._local_time(self.wall_clock()).strftime("%Y-%m-%d %H:%M")
        return Problem(Kind.INSECURE, {"host": self.route.host, "reason": reason, "clock": clock}, detail)

    def _when(self, retry_after_s: float | None) -> dict[str, str]:
        if retry_after_s is None:
            return {"when": Phrase.IN_A_MOMENT}
        if retry_after_s <= 60:
            return {"when": Phrase.IN_SECONDS, "seconds": str(max(1, round(retry_after_s)))}
        clock = self._local_time(self.wall_clock() + retry_after_s)
        return {"when": Phrase.AT_CLOCK, "clock": f"{clock:%H:%M}"}

    def _local_time(self, seconds: float) -> datetime:
        return datetime.fromtimestamp(seconds, UTC).astimezone()

    def _without_key(self, problem: Problem) -> Problem:
        known = [self.key] if self.key else []
        values = {name: struck_out(value, known) for name, value in problem.values.items()}
        return Problem(problem.kind, values, struck_out(problem.detail, known)[:_DETAIL_CHARACTERS])


def _refusal_of(error: openai.APIStatusError, now: float) -> Refusal:
    headers = error.response.headers
    return refusal_in(error.body, error.status_code, headers, _retry_after_s(headers, now))


def _retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """Read how long to wait, in seconds or as a date; nonsense says nothing."""
    text = headers.get("retry-after", "").strip()
    try:
        seconds = float(text) if _is_number(text) else parsedate_to_datetime(text).timestamp() - now
    except (ValueError, TypeError, OverflowError):
        return None
    return seconds if 0 <= seconds <= _LONGEST_BUSY_S else None


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _kind_of_protocol_error(error: httpx2.RemoteProtocolError) -> Kind:
    message = str(error)
    if "incomplete" in message or "without sending complete" in message:
        return Kind.CUT_OFF
    return Kind.CONNECTION_LOST if "disconnected" in message else Kind.UNREADABLE


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Walk from an exception to what it was raised from, into groups as well, a bounded number of steps."""
    waiting = [error] if error else []
    for _ in range(_CAUSES):
        if not waiting:
            return
        current = waiting.pop(0)
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        # The library below raises "from None" in places, so the context counts even where it is suppressed.
        if cause := current.__cause__ or current.__context__:
            waiting.append(cause)


def _described(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error)[:200]}"
