"""Refuse requests as CometAPI does: the gateway's envelope, and upstream's words where it passes them on."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(eq=False)
class Refusal(Exception):
    """Raised to answer with an error; `beside` are fields that stand next to `error` in the body."""

    status: int
    message: str
    code: str = ""
    param: str = ""
    type: str = "comet_api_error"
    beside: Mapping[str, object] = field(default_factory=dict)

    def body(self, request_id: str) -> dict[str, object]:
        """Build the JSON body, the request's id in the tail of the message."""
        message = f"{self.message} (request id: {request_id})"
        error = {"message": message, "type": self.type, "param": self.param, "code": self.code}
        return {"error": error, **self.beside}


def upstream(
    message: str,
    *,
    code: str = "",
    param: str = "",
    status: int = 400,
    beside: Mapping[str, object] | None = None,
) -> Refusal:
    """Refuse in upstream's name; the gateway passes such answers through."""
    return Refusal(status, message, code, param, "invalid_request_error", beside or {})


def wrong_key() -> Refusal:
    """Refuse a key that is not this service's."""
    return Refusal(401, "Invalid token")


def unreadable_body() -> Refusal:
    """Refuse a body that is not a JSON object."""
    return Refusal(400, "invalid JSON body", "convert_request_failed")


def no_model() -> Refusal:
    """Refuse a request that names no model."""
    return Refusal(400, "model name is required", "invalid_request")


def no_messages() -> Refusal:
    """Refuse a chat without messages; the gateway answers this mistake of the client with 500."""
    return Refusal(500, "field messages is required", "invalid_request")


def no_channel(model: str) -> Refusal:
    """Refuse an unknown model; the gateway answers this mistake of the client with 503."""
    message = f"no available channel for group default and model {model} (distributor)"
    return Refusal(503, message, "model_not_found")


def too_busy() -> Refusal:
    """Refuse one stream too many."""
    return Refusal(429, "too many requests at once, please try again later", "rate_limit_exceeded")


def too_large(limit_bytes: int) -> Refusal:
    """Refuse a body over the limit."""
    return Refusal(413, f"request body is larger than {limit_bytes} bytes", "request_entity_too_large")
