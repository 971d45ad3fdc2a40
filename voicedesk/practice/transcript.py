"""Write a transcript in the forms of the transcription endpoint: json, text, srt, vtt, verbose_json."""

import math
import re
from dataclasses import dataclass

_WORD = re.compile(r"[\w.]*\w")
_LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
}


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was "understood" of a recording, with its length."""

    text: str
    seconds: float
    task: str = "transcribe"
    language: str = "en"


def plain(transcript: Transcript) -> str:
    """Write the words alone."""
    return f"{transcript.text}\n"


def srt(transcript: Transcript) -> str:
    """Write SubRip."""
    if not transcript.text:
        return "\n"
    return f"1\n{_time(0, ',')} --> {_time(transcript.seconds, ',')}\n{transcript.text}\n\n\n"


def vtt(transcript: Transcript) -> str:
    """Write WebVTT."""
    if not transcript.text:
        return "WEBVTT\n\n"
    return f"WEBVTT\n\n{_time(0, '.')} --> {_time(transcript.seconds, '.')}\n{transcript.text}\n\n"


def duration_usage(seconds: float) -> dict[str, object]:
    """Count by started seconds."""
    return {"type": "duration", "seconds": math.ceil(seconds)}


def verbose(transcript: Transcript, granularities: frozenset[str]) -> dict[str, object]:
    """Write times and segments or words; asked for words alone, segments are absent."""
    body: dict[str, object] = {
        "task": transcript.task,
        "language": _LANGUAGES.get(transcript.language, transcript.language),
        "duration": transcript.seconds,
        "text": transcript.text,
    }
    if "segment" in granularities:
        body["segments"] = [_segment(transcript)] if transcript.text else []
    if "word" in granularities:
        body["words"] = _words(transcript)
    return {**body, "usage": duration_usage(transcript.seconds)}


def _segment(transcript: Transcript) -> dict[str, object]:
    return {
        "id": 0,
        "seek": 0,
        "start": 0.0,
        "end": transcript.seconds,
        "text": f" {transcript.text}",
        "tokens": [50364, 50464],
        "temperature": 0.0,
        "avg_logprob": -0.5,
        "compression_ratio": 0.8,
        "no_speech_prob": 0.0,
    }


def _words(transcript: Transcript) -> list[dict[str, object]]:
    words: list[str] = _WORD.findall(transcript.text)
    each_s = transcript.seconds / max(1, len(words))
    return [{"word": word, "start": at * each_s, "end": (at + 1) * each_s} for at, word in enumerate(words)]


def _time(seconds: float, mark: str) -> str:
    minutes, milliseconds = divmod(round(seconds * 1_000), 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{milliseconds // 1_000:02}{mark}{milliseconds % 1_000:03}"
