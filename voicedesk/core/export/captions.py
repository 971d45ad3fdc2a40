"""Write a conversation as SubRip captions for its sound."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from voicedesk.core.exchange import Segment, Transcript
from voicedesk.core.export.document import ENGLISH, Labels
from voicedesk.core.export.utterances import Placed
from voicedesk.core.sentences import pieces_of, sentences_of
from voicedesk.core.subtitles import Passage, srt
from voicedesk.core.units import Milliseconds

LONGEST_CAPTION = 84
"""Two lines of 42 characters, which is what players show at once."""


def captions(timeline: Iterable[Placed], labels: Labels = ENGLISH) -> str:
    """Spread the sentences of each utterance over its time by their share of its characters.

    The service gives no times of words, so these are estimates. The file does not say that: SubRip knows no
    comments, and a caption about the captions would stand over the first words.
    """
    return srt([_passage(each, labels) for each in timeline if each.utterance.text])


def _passage(each: Placed, labels: Labels) -> Passage:
    speaker = labels.you if each.utterance.is_question else labels.assistant
    first, *others = _spread(list(_pieces(each.utterance.text)), each.end_ms - each.start_ms)
    named = replace(first, text=f"{speaker}: {first.text}")
    return Passage(each.start_ms, each.end_ms, Transcript(each.utterance.text, (named, *others)))


def _pieces(text: str) -> Iterator[str]:
    for sentence in sentences_of(text):
        yield from pieces_of(sentence, LONGEST_CAPTION)


def _spread(pieces: list[str], length_ms: int) -> Iterator[Segment]:
    whole, said = sum(map(len, pieces)), 0
    for piece in pieces:
        start_ms, said = length_ms * said // whole, said + len(piece)
        yield Segment(Milliseconds(start_ms), Milliseconds(length_ms * said // whole), piece)
