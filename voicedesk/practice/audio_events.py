"""Write the server-sent events of the audio endpoints; unlike those of chat their lines end with CR LF."""

from voicedesk.practice.body import compact

AUDIO_DONE = b"data: [DONE]\r\n\r\n"


def audio_event(body: dict[str, object]) -> bytes:
    """Write one event."""
    return f"data: {compact(body)}\r\n\r\n".encode()
