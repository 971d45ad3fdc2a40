"""Put the transcripts of a recording's pieces together as text, SubRip, WebVTT or plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voicedesk.core.exchange import Segment, Transcript
from voicedesk.core.units import Milliseconds


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a recording and what was said in it; no transcript yet means that it is missing."""

    start_ms: Milliseconds
    end_ms: Milliseconds
    transcript: Transcript | None = None


def text_of(passages: Sequence[Passage]) -> str:
    """Give the words, a line a passage, with a mark where some are missing."""
    return "\n".join(filter(None, (_words_of(passage) for passage in passages)))


def language_of(passages: Sequence[Passage]) -> str:
    """Name the language that was found first."""
    transcripts = (passage.transcript for passage in passages)
    return next((each.language for each in transcripts if each and each.language), "")


def segments_of(passages: Sequence[Passage]) -> tuple[Segment, ...]:
    """Give every segment with its time in the whole recording, in order and within its passage.

    Services let segments end after the sound, begin before it, or give none at all; then the passage is one.
    """
    return tuple(segment for passage in passages for segment in _placed(passage))


def srt(passages: Sequence[Passage]) -> str:
    """Write SubRip subtitles, UTF-8, with commas in the times."""
    cues = [
        f"{number}\n{_time(cue.start_ms, ',')} --> {_time(cue.end_ms, ',')}\n{cue.text}\n"
        for number, cue in enumerate(_cues(passages), start=1)
    ]
    return "\n".join(cues)


def vtt(passages: Sequence[Passage]) -> str:
    """Write WebVTT subtitles; see https://www.w3.org/TR/webvtt1/#file-structure for what is escaped."""
    cues = [
        f"{_time(cue.start_ms, '.')} --> {_time(cue.end_ms, '.')}\n{_escaped(cue.text)}\n"
        for cue in _cues(passages)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def plain_segments(passages: Sequence[Passage]) -> list[dict[str, float | str]]:
    """Give the segments as values for JSON, times in seconds."""
    return [
        {"start": segment.start_ms / 1000, "end": segment.end_ms / 1000, "text": segment.text}
        for segment in segments_of(passages)
    ]


def plain_passages(passages: Sequence[Passage]) -> list[dict[str, float | str]]:
    """Give the passages as values for JSON, times in seconds."""
    return [
        {
            "start": passage.start_ms / 1000,
            "end": passage.end_ms / 1000,
            "state": "missing" if passage.transcript is None else "done",
            "text": "" if passage.transcript is None else _on_one_line(passage.transcript.text),
        }
        for passage in passages
    ]


def _words_of(passage: Passage) -> str:
    if passage.transcript is None:
        return f"[{_clock(passage.start_ms)}–{_clock(passage.end_ms)} missing]"
    return passage.transcript.text.strip()


def _cues(passages: Sequence[Passage]) -> Iterator[Segment]:
    """Give the segments of what is there, and the mark where something is missing."""
    for passage in passages:
        if passage.transcript is None:
            yield Segment(passage.start_ms, passage.end_ms, _words_of(passage))
        yield from _placed(passage)


def _placed(passage: Passage) -> Iterator[Segment]:
    if passage.transcript is None:
        return
    length_ms = passage.end_ms - passage.start_ms
    whole = Segment(Milliseconds(0), Milliseconds(length_ms), passage.transcript.text)
    for segment in sorted(passage.transcript.segments or (whole,), key=lambda each: each.start_ms):
        if text := _on_one_line(segment.text):
            yield _moved(segment, text, passage.start_ms, length_ms)


def _moved(segment: Segment, text: str, offset_ms: int, length_ms: int) -> Segment:
    """Keep a segment inside its passage and at least 1 ms long: players refuse one that ends as it begins."""
    start_ms = min(max(segment.start_ms, 0), length_ms - 1)
    end_ms = min(max(segment.end_ms, start_ms + 1), length_ms)
    return Segment(Milliseconds(offset_ms + start_ms), Milliseconds(offset_ms + end_ms), text)


def _on_one_line(text: str) -> str:
    """Leave no line break in a text, because an empty line ends a subtitle."""
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(milliseconds: int, mark: str) -> str:
    minutes, rest = divmod(milliseconds, 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{mark}{rest % 1000:03}"


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
