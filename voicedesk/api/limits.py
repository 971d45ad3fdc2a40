"""Bound everything that a request may cost: time, bytes and pieces."""

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The longest waits and largest sizes that are accepted; tests make them smaller."""

    connect_s: float = 10.0
    upload_s: float = 30.0
    upload_bytes_per_s: int = 250_000
    first_event_s: float = 30.0
    first_event_s_per_audio_minute: float = 10.0
    idle_s: float = 15.0
    total_s: float = 15 * 60.0
    body_bytes: int = 96 * _MIB
    line_bytes: int = 8 * _MIB
    refusal_bytes: int = 256 * 1024
    recording_bytes: int = 25_000_000
    sound_bytes: int = 45 * _MIB
    text_characters: int = 400_000
    tool_calls: int = 8
    arguments_characters: int = 64_000
    longest_pause_s: float = 20.0
    pauses: int = 2
    speech_characters: int = 4_096

    def for_upload(self, body_bytes: int) -> float:
        """Give the seconds within which a body of this size has to be taken."""
        return self.upload_s + body_bytes / self.upload_bytes_per_s

    def for_first_event(self, audio_ms: int) -> float:
        """Give the seconds within which an answer to so much sound has to begin."""
        return self.first_event_s + self.first_event_s_per_audio_minute * audio_ms / 60_000
