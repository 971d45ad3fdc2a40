"""Read what an answer cost."""

from voicedesk.api.shapes import count_of, field_of
from voicedesk.core.conversation import Usage


def usage_in(reported: object) -> Usage | None:
    """Read reported usage; None if nothing in it is a count."""
    asked = field_of(reported, "prompt_tokens_details")
    answered = field_of(reported, "completion_tokens_details")
    usage = Usage(
        text_in=count_of(field_of(asked, "text_tokens")),
        audio_in=count_of(field_of(asked, "audio_tokens")),
        text_out=count_of(field_of(answered, "text_tokens")),
        audio_out=count_of(field_of(answered, "audio_tokens")),
        cached_in=count_of(field_of(asked, "cached_tokens")),
    )
    return usage if usage != Usage() or tokens_out(reported) is not None else None


def tokens_out(reported: object) -> int | None:
    """Read how many tokens were made in all."""
    return count_of(field_of(reported, "completion_tokens"))


def better_of(before: Usage | None, now: Usage | None) -> Usage | None:
    """Prefer the latest usage that tells text from sound; gateways add a coarser one of their own."""
    if now is None or (now == Usage() and before is not None):
        return before
    return now
