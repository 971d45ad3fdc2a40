"""Name the voices and refuse others."""

from voicedesk.practice.refusals import upstream

_VOICES = frozenset(
    (
        "alloy",
        "ash",
        "ballad",
        "cedar",
        "coral",
        "echo",
        "fable",
        "marin",
        "nova",
        "onyx",
        "sage",
        "shimmer",
        "verse",
    )
)


def check_voice(voice: object, param: str) -> None:
    """Accept a known name or a voice of one's own (an object with an id); raises `Refusal` for others."""
    if isinstance(voice, dict) or (isinstance(voice, str) and voice in _VOICES):
        return
    message = f"Invalid value: '{voice}'. Supported values are: {', '.join(sorted(_VOICES))}."
    raise upstream(message, code="invalid_value", param=param)
