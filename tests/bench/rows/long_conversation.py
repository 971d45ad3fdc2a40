"""Row 12: what a long conversation costs, counted from the request bodies at the service."""

from collections.abc import Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import sleep

from tests.bench.child import Sounding
from tests.bench.far_end import FarEnd
from tests.bench.figures import ratio
from tests.bench.parties.names import VOICEDESK
from tests.bench.report import Control, Gate, Row
from tests.bench.scope import Scope
from tests.bench.speech import spoken, steady
from tests.bench.tariff import (
    CHARACTERS_PER_TOKEN,
    SOUND_IN_PER_S,
    SOUND_OUT_PER_S,
    Content,
    Exchange,
    content_of,
)
from voicedesk.practice.options import Received, Script

TURNS = 30
SPEED = 15.0
MOST_SHARE = 0.15
MOST_GROWTH_BYTES = 1_000
ASKED_S, ANSWERED_S = 8.0, 15.0
_WORDS_PER_S = 2.5
_TRANSCRIPTIONS = "/v1/audio/transcriptions"
_REST_S = 0.1


def measure(scope: Scope) -> Row:
    """Speak thirty turns, quick run or not: fewer would not show the growth."""
    script = Script(
        first_token_ms=10,
        pace=0,
        answer_pcm=steady(ANSWERED_S, 6_000),
        transcript=_sentence("answer", ANSWERED_S),
        own_words=_sentence("asked", ASKED_S),
    )
    with ExitStack() as stack:
        far = stack.enter_context(FarEnd(script))
        speech = Path(stack.enter_context(TemporaryDirectory(prefix="bench-"))) / "speech.pcm"
        speech.write_bytes(spoken(ASKED_S))
        party = stack.enter_context(
            Sounding(VOICEDESK, environment=far.environment, speed=SPEED, speech=speech)
        )
        party.wait_for("ready")
        for _ in range(TURNS):
            _turn(party)
        return _row(far.requests(), transcribed=len(far.requests(_TRANSCRIPTIONS)) == TURNS)


def _turn(party: Sounding) -> None:
    party.ask_and_wait("press", "listening")
    sleep(ASKED_S / SPEED)
    party.send("release")
    party.wait_for("ended", within_s=60)
    sleep(_REST_S)


def _row(requests: Sequence[Received], transcribed: bool) -> Row:
    contents = [content_of(request.json) for request in requests]
    exchange = Exchange(ASKED_S, ANSWERED_S, len(_sentence("answer", ANSWERED_S)) / CHARACTERS_PER_TOKEN)
    own, resent = (
        _cost(contents, exchange, SOUND_OUT_PER_S),
        _resent_cost(contents, exchange, SOUND_OUT_PER_S),
    )
    growth = mean(after.byte_count - before.byte_count for before, after in pairwise(requests[1:]))
    sounds = sum(content.sounds for content in contents)
    gates = (
        Gate(
            f"cost of {len(contents)} turns",
            f"${own:.2f}",
            f"≤ {MOST_SHARE} x re-sent sound",
            len(contents) == TURNS and own <= MOST_SHARE * resent,
            f"all sound re-sent ${resent:.2f}",
            ratio(own, resent),
        ),
        Gate(
            "request growth a turn",
            f"{growth:.0f} bytes",
            f"< {MOST_GROWTH_BYTES} bytes",
            growth < MOST_GROWTH_BYTES,
        ),
        Gate("recordings in all requests", str(sounds), f"{TURNS}: one a turn", sounds == TURNS),
    )
    return Row(
        12,
        "long conversation",
        gates,
        (_control(resent, own),),
        remarks=_remarks(contents, exchange, transcribed),
    )


def _control(resent: float, own: float) -> Control:
    return Control("sending all sound again costs more than twice as much", resent > 2 * own)


def _remarks(contents: Sequence[Content], exchange: Exchange, transcribed: bool) -> tuple[str, ...]:
    replays = sum(content.replays for content in contents)
    without = [Content(content.sounds, 0, content.text_tokens) for content in contents]
    bare = _cost(without, exchange, SOUND_OUT_PER_S)
    slow, slow_resent = (count(contents, exchange, SOUND_IN_PER_S) for count in (_cost, _resent_cost))
    named = "with" if transcribed else "WITHOUT"
    return (
        f"counted {named} a transcription a turn; {replays} earlier answers were named by their id.",
        f"an id counts as {SOUND_OUT_PER_S} tokens a second; without ids ${bare:.2f}.",
        f"were an id counted as {SOUND_IN_PER_S} a second: ${slow:.2f} of ${slow_resent:.2f}.",
    )


def _cost(contents: Sequence[Content], exchange: Exchange, replay_per_s: int) -> float:
    return sum(exchange.cost(content, replay_per_s, transcribed=True) for content in contents)


def _resent_cost(contents: Sequence[Content], exchange: Exchange, replay_per_s: int) -> float:
    """Price the same turns as if each sent every recording and every answer again, and no text for them."""
    instructions = contents[0].text_tokens
    resent = [Content(turn + 1, turn, instructions) for turn in range(len(contents))]
    return sum(exchange.cost(content, replay_per_s, transcribed=False) for content in resent)


def _sentence(word: str, seconds: float) -> str:
    return " ".join([word] * round(seconds * _WORDS_PER_S)) + "."
