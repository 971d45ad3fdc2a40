"""Lay an answer out in the order of the real stream: which chunk follows which, and what each carries.

Order and sizes are those of the recorded streams of gpt-audio-1.5: one choice-less tick per 50 ms token
and one more, sound in pieces of eight tokens, the transcript ahead of the sound and never beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from voicedesk.core.units import Pcm
from voicedesk.practice.sound import TOKEN_BYTES, answer_tokens

_SOUND_BYTES = 8 * TOKEN_BYTES
_FIRST_PIECES = 4
_LEAD_TICKS = 15
_TICKS_PER_PIECE = 3


@dataclass(frozen=True, slots=True)
class Began:
    """The role, before anything is known."""


@dataclass(frozen=True, slots=True)
class Named:
    """The audio id with the first piece of the transcript."""

    transcript: str


@dataclass(frozen=True, slots=True)
class Written:
    """A further piece of the transcript."""

    transcript: str


@dataclass(frozen=True, slots=True)
class Ticked:
    """One audio token was generated: the chunk without choices."""


@dataclass(frozen=True, slots=True)
class Sounded:
    """A piece of sound; the first repeats role and id."""

    pcm: Pcm
    is_first: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """The usage."""


@dataclass(frozen=True, slots=True)
class Expires:
    """The end, marked by the time until which the id lives."""


Step = Began | Named | Written | Ticked | Sounded | Counted | Expires


def audio_steps(pcm: Pcm, pieces: Sequence[str]) -> Iterator[Step]:
    """Order the chunks of one spoken answer."""
    sounds = [Sounded(pcm[at : at + _SOUND_BYTES], at == 0) for at in range(0, len(pcm), _SOUND_BYTES)]
    tokens = answer_tokens(pcm)
    lead = _LEAD_TICKS if len(sounds) > 2 else tokens
    before, beside = _split(pieces, everything_before=len(sounds) <= 2)
    yield Began()
    yield Named(pieces[0] if pieces else "")
    yield from map(Written, pieces[1:_FIRST_PIECES])
    yield from [Ticked()] * lead
    yield from map(Written, before)
    yield from _interleaved(sounds, tokens - lead, beside)
    yield Ticked()
    yield Counted()
    yield Expires()


def _split(pieces: Sequence[str], everything_before: bool) -> tuple[Sequence[str], Sequence[str]]:
    end = len(pieces) if everything_before else _FIRST_PIECES + 1
    return pieces[_FIRST_PIECES:end], pieces[end:]


def _interleaved(sounds: Sequence[Sounded], ticks: int, pieces: Sequence[str]) -> Iterator[Step]:
    """Spread ticks evenly between the sounds, none before the last; the pieces keep ahead of them."""
    between = list(_ticked(ticks, pieces))
    gaps = len(sounds) - 2
    for at, sound in enumerate(sounds):
        yield sound
        if at < gaps:
            yield from chain.from_iterable(_share(between, at, gaps))


def _share(groups: Sequence[Sequence[Step]], at: int, shares: int) -> Sequence[Sequence[Step]]:
    return groups[len(groups) * at // shares : len(groups) * (at + 1) // shares]


def _ticked(ticks: int, pieces: Sequence[str]) -> Iterator[Sequence[Step]]:
    """Give every tick its pieces so that they are used up early, at the rate at which people speak."""
    run = max(1, min(ticks * 3 // 5, len(pieces) * _TICKS_PER_PIECE))
    for tick in range(ticks):
        due = pieces[len(pieces) * tick // run : len(pieces) * (tick + 1) // run] if tick < run else ()
        yield (Ticked(), *map(Written, due))
