"""Write a recording of any length down, and go on after a failure where it ended."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from voicedesk.cli.account import Account
from voicedesk.cli.arguments import Arguments
from voicedesk.cli.cutting import Recording, Upload, measure, uploads_of
from voicedesk.cli.headless import Headless
from voicedesk.cli.language import tr
from voicedesk.cli.printing import Json, complain, complain_of, problem_as_json, say, say_json
from voicedesk.cli.transcribing import Outcome, Transcribing
from voicedesk.core import settings
from voicedesk.core.events import ServiceChosen
from voicedesk.core.exchange import Transcript, TranscriptionWish
from voicedesk.core.problems import Trouble
from voicedesk.core.subtitles import (
    Passage,
    language_of,
    plain_passages,
    plain_segments,
    srt,
    text_of,
    vtt,
)
from voicedesk.store.jobs import Job, Jobs

STATUS = {"done": 0, "failed": 1, "cancelled": 130}
SUBTITLES = ("srt", "vtt")
TIMED_MODEL = "whisper-1"
"""The one model that gives times."""

_WRITERS: dict[str, Callable[[tuple[Passage, ...]], str]] = {"text": text_of, "srt": srt, "vtt": vtt}


def transcribe(arguments: Arguments) -> int:
    """Write the file down and print the result; what was paid for is kept until it was printed."""
    try:
        recording = measure(arguments.file)
    except Trouble as met:
        complain_of(met.problem)
        if _format_of(arguments) == "json":
            say_json({**_as_json(0, Outcome((), problem=met.problem)), "state": "failed"})
        return 2
    with Headless(arguments.options, only=("keeper", "store")) as desk:
        return _transcribe(arguments, recording, desk)


def _transcribe(arguments: Arguments, recording: Recording, desk: Headless) -> int:
    chosen = desk.wait_until_ready()
    if chosen.practice:
        complain(tr("This is practice: the words are not from the real service."))
    stored = desk.state.settings.service
    sender = _Sender(desk.crew.service(), _wish_for(arguments, stored), chosen.base_url)
    job = _job_for(recording, sender.wish, chosen)
    account = Account(desk, sender.wish.model, chosen.practice)
    jobs = Jobs(desk.crew.jobs_file)
    try:
        outcome = _work(recording, sender, account, jobs, job, stored.upload is settings.Upload.MP3)
        _print(arguments, recording, outcome)
        if outcome.state == "done":
            jobs.forget(job)
    finally:
        jobs.close()
    return STATUS[outcome.state]


def _work(
    recording: Recording, sender: "_Sender", account: Account, jobs: Jobs, job: Job, as_mp3: bool
) -> Outcome:
    passages = _with_done(recording.passages, jobs.done(job))
    missing = {passage for passage in passages if passage.transcript is None}
    if problem := account.objection_to(missing):
        return Outcome(tuple(passages), problem=problem)

    def keep(passage: Passage) -> None:
        account.book(passage)
        jobs.keep(job, passage)

    with TemporaryDirectory(prefix="voicedesk-") as folder:
        uploads = uploads_of(recording, missing, Path(folder), as_mp3)
        with _progress() as show:
            return Transcribing(passages, sender, keep, show).run(uploads)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """Count pieces in one line of a terminal; a file gets nothing of it."""
    if not sys.stderr.isatty():
        yield lambda done, count: None
        return
    yield _show_count
    print(file=sys.stderr)


def _show_count(done: int, count: int) -> None:
    words = tr("{done} of {count} pieces").format(done=done, count=count)
    print(f"\r{words}", end="", file=sys.stderr, flush=True)


def _with_done(passages: Iterable[Passage], done: Iterable[Passage]) -> list[Passage]:
    """Fill in what an earlier run finished; its pieces count only where they were cut the same way."""
    known = {(passage.start_ms, passage.end_ms): passage for passage in done}
    return [known.get((passage.start_ms, passage.end_ms), passage) for passage in passages]


class Service(Protocol):
    """The part of the service that writes sound files down."""

    async def transcribe_sound(
        self, content: bytes, file_name: str, wish: TranscriptionWish, base_url: str
    ) -> Transcript:
        """Write a sound file down; the end of its name tells its format."""

    async def close(self) -> None:
        """Close all connections."""


@dataclass(frozen=True, slots=True)
class _Sender:
    """Have pieces written down by the service."""

    service: Service
    wish: TranscriptionWish
    base_url: str

    async def listen(self, upload: Upload) -> Transcript:
        """Send a piece."""
        return await self.service.transcribe_sound(upload.content, upload.file_name, self.wish, self.base_url)

    async def close(self) -> None:
        """Close all connections."""
        await self.service.close()


def _wish_for(arguments: Arguments, service: settings.ServiceSettings) -> TranscriptionWish:
    model = arguments.model or service.transcription_model
    if _format_of(arguments) in SUBTITLES and model != TIMED_MODEL:
        words = tr("{model} gives no times, so each piece becomes one long subtitle; {other} gives them.")
        complain(words.format(model=model, other=TIMED_MODEL))
    return TranscriptionWish(model, arguments.language, translate=arguments.translate, timed=True)


def _job_for(recording: Recording, wish: TranscriptionWish, chosen: ServiceChosen) -> Job:
    service = "practice" if chosen.practice else chosen.base_url
    return Job(recording.sha256, service, wish.model, wish.language, wish.translate, wish.timed)


def _print(arguments: Arguments, recording: Recording, outcome: Outcome) -> None:
    """Print the result, and what is missing of it and why."""
    form = _format_of(arguments)
    if form == "json":
        say_json(_as_json(recording.duration_ms, outcome))
    elif outcome.state == "done" or (outcome.state == "failed" and outcome.count):
        say(_WRITERS[form](outcome.passages).rstrip("\n"))
    if outcome.problem:
        complain_of(outcome.problem)
    if outcome.state != "done":
        words = tr("{done} of {count} pieces are done and kept; run the same command again to finish.")
        complain(words.format(done=outcome.count, count=len(outcome.passages)))


def _format_of(arguments: Arguments) -> str:
    return "json" if arguments.json else arguments.format


def _as_json(duration_ms: int, outcome: Outcome) -> dict[str, Json]:
    return {
        "state": outcome.state,
        "text": text_of(outcome.passages),
        "language": language_of(outcome.passages),
        "duration_seconds": duration_ms / 1000,
        "segments": [*plain_segments(outcome.passages)],
        "pieces": [*plain_passages(outcome.passages)],
        "problem": problem_as_json(outcome.problem),
    }
