"""Pieces are sent two at a time, kept one by one, and not at all where it would be in vain."""

import asyncio
from collections.abc import Callable, Iterator

import pytest

from voicedesk.cli.cutting import Upload
from voicedesk.cli.transcribing import CONCERNS_ALL, MOST_AT_ONCE, MOST_FAILURES, Outcome, Transcribing
from voicedesk.core.exchange import Transcript
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.subtitles import Passage
from voicedesk.core.units import Milliseconds

PASSAGES = tuple(Passage(Milliseconds(n * 1_000), Milliseconds((n + 1) * 1_000)) for n in range(8))


class Listening:
    """Write pieces down, or fail where told to."""

    def __init__(self, fails: Callable[[int], Kind | None] = lambda _: None) -> None:
        self.sent: list[int] = []
        self.most_at_once = 0
        self.is_closed = False
        self._now = 0
        self._fails = fails

    async def listen(self, upload: Upload) -> Transcript:
        number = upload.passage.start_ms // 1_000
        self.sent.append(number)
        self._now += 1
        self.most_at_once = max(self._now, self.most_at_once)
        await asyncio.sleep(0.001)  # a request takes some time, in which another may begin
        self._now -= 1
        if kind := self._fails(number):
            raise trouble(kind)
        return Transcript(f"words {number}")

    async def close(self) -> None:
        self.is_closed = True


def run(listening: Listening, keep: Callable[[Passage], None] = lambda _: None) -> Outcome:
    uploads: Iterator[Upload] = (Upload(passage, b"", "piece.mp3") for passage in PASSAGES)
    return Transcribing(PASSAGES, listening, keep, lambda done, count: None).run(uploads)


def texts(outcome: Outcome) -> list[str | None]:
    return [each.transcript.text if each.transcript else None for each in outcome.passages]


def test_everything_is_written_down_and_kept_once() -> None:
    listening = Listening()
    kept: list[Passage] = []
    outcome = run(listening, kept.append)
    assert (outcome.state, outcome.count, outcome.problem) == ("done", len(PASSAGES), None)
    assert sorted(listening.sent) == list(range(len(PASSAGES)))
    assert sorted(passage.start_ms for passage in kept) == [each.start_ms for each in PASSAGES]
    assert texts(outcome) == [f"words {number}" for number in range(len(PASSAGES))]
    assert listening.is_closed


def test_no_more_than_two_are_under_way() -> None:
    listening = Listening()
    run(listening)
    assert listening.most_at_once == MOST_AT_ONCE == 2


def test_a_piece_that_fails_leaves_the_others() -> None:
    outcome = run(Listening(lambda number: Kind.SERVICE_TROUBLE if number == 2 else None))
    assert outcome.state == "failed"
    assert texts(outcome).count(None) == 1
    assert outcome.problem == Problem(Kind.SERVICE_TROUBLE)


def test_after_some_failures_no_more_are_begun() -> None:
    listening = Listening(lambda _: Kind.NO_ANSWER)
    assert run(listening).count == 0
    assert MOST_FAILURES <= len(listening.sent) < MOST_FAILURES + MOST_AT_ONCE


@pytest.mark.parametrize("kind", sorted(CONCERNS_ALL, key=str), ids=str)
def test_what_concerns_all_pieces_is_not_tried_with_all(kind: Kind) -> None:
    listening = Listening(lambda _: kind)
    assert run(listening).problem == Problem(kind)
    assert len(listening.sent) <= MOST_AT_ONCE


def test_words_that_cannot_be_stored_are_still_given_and_the_problem_told() -> None:
    def full(passage: Passage) -> None:
        raise Trouble(Problem(Kind.HISTORY_NOT_SAVED))

    outcome = run(Listening(), full)
    assert outcome.problem == Problem(Kind.HISTORY_NOT_SAVED)
    assert outcome.count >= MOST_FAILURES
