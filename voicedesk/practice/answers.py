"""Compose what practice mode answers: a guide that says what is going on, then the user's own words."""

from dataclasses import dataclass
from pathlib import Path

from voicedesk.core.units import Pcm
from voicedesk.practice.clips import SPOKEN, Guide, Sentence, guide
from voicedesk.practice.sound import BYTES_PER_SECOND, TOKEN_BYTES, filled_to_token, is_silent, seconds_of
from voicedesk.practice.words import text_tokens

_LONGEST_PLAYBACK_S = 60
_LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered; without sound the transcript is the text."""

    pcm: Pcm
    transcript: str

    def limited_to(self, tokens: int | None) -> "Answer":
        """Cut the sound so that text and sound together keep to the limit."""
        if tokens is None:
            return self
        return Answer(
            self.pcm[: max(0, tokens - text_tokens(self.transcript)) * TOKEN_BYTES], self.transcript
        )


@dataclass(frozen=True, slots=True)
class Said:
    """What the user's newest message held; `sound` is None where none came or nothing could decode it."""

    text: str
    sound: Pcm | None
    was_recorded: bool


def spoken_answer(said: Said, is_first: bool, clips: Path) -> Answer:
    """Answer aloud."""
    if said.sound is not None:
        return _playback(said.sound, is_first, clips)
    lead = (Sentence.PRACTICE_MODE,) if is_first else ()
    if said.was_recorded:
        spoken = guide((Sentence.PRACTICE_MODE, Sentence.NO_WORDS), clips)
        return _answer(spoken, "Your recording arrived, but I cannot play this format back here.")
    spoken = guide((*lead, Sentence.TEXT_ARRIVED, Sentence.NO_ANSWERS), clips)
    return _answer(spoken, f"You wrote: {_quoted(said.text)}")


def written_answer(said: Said, is_first: bool) -> Answer:
    """Answer in text alone."""
    lead = (Sentence.PRACTICE_MODE,) if is_first else ()
    cannot = Sentence.NO_WORDS if said.was_recorded else Sentence.NO_ANSWERS
    return Answer(b"", " ".join((*(SPOKEN[sentence] for sentence in (*lead, cannot)), _what_arrived(said))))


def _what_arrived(said: Said) -> str:
    if said.sound is not None:
        return f"Your recording of {_length(said.sound)} arrived."
    return "Your recording arrived." if said.was_recorded else f"You wrote: {_quoted(said.text)}"


def _playback(sound: Pcm, is_first: bool, clips: Path) -> Answer:
    if is_silent(sound):
        lead = (Sentence.PRACTICE_MODE,) if is_first else ()
        return _answer(
            guide((*lead, Sentence.ONLY_SILENCE), clips), f"({_length(sound)} arrived without any sound.)"
        )
    sentences = (
        (Sentence.PRACTICE_MODE, Sentence.NO_WORDS, Sentence.YOU_SAID) if is_first else (Sentence.YOU_SAID,)
    )
    played = sound[: _LONGEST_PLAYBACK_S * BYTES_PER_SECOND]
    part = "" if len(played) == len(sound) else f", the first {_LONGEST_PLAYBACK_S} seconds of it"
    return _answer(guide(sentences, clips), f"(You spoke for {_length(sound)}{part}.)", played)


def _answer(spoken: Guide, note: str, played: Pcm = b"") -> Answer:
    return Answer(filled_to_token(spoken.pcm + played), f"{spoken.text} {note}")


def _length(sound: Pcm) -> str:
    return f"{seconds_of(sound):.1f} seconds"


def _quoted(text: str) -> str:
    shown = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return f"“{shown}”"
