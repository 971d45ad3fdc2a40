"""An answer can be named again by its audio id for an hour, and costs its own length when it is."""

from dataclasses import dataclass

import pytest

from tests.practice.calling import Caller, deltas, question, sound, spoken, wav
from tests.practice.conftest import Start
from voicedesk.practice.chat_request import Replay
from voicedesk.practice.memory import AudioMemory
from voicedesk.practice.options import PracticeOptions, Script
from voicedesk.practice.refusals import Refusal


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def follow_up(caller: Caller, audio_id: str) -> tuple[int, object]:
    answered = caller.chat(
        question({"role": "assistant", "audio": {"id": audio_id}}, spoken(wav(sound(3.2))))
    )
    if answered.status != 200:
        return answered.status, answered.error["code"]
    return 200, answered.events()[-2]["usage"]["prompt_tokens_details"]["audio_tokens"]


def test_follow_up_by_id_until_it_expires(start: Start) -> None:
    clock = Clock()
    script = Script(first_token_ms=0, pace=0, answer_pcm=sound(4.65))
    caller = start(PracticeOptions(script=script, clock=clock))
    chunks = caller.chat(question(spoken(wav(sound(1.7))))).events()
    audio_id = deltas(chunks)[1]["audio"]["id"]
    assert deltas(chunks)[-1]["audio"]["expires_at"] == clock.now + 3_600
    assert follow_up(caller, audio_id) == (200, 93 + 32)
    clock.now += 3_600
    assert follow_up(caller, audio_id) == (400, "audio_not_found")


def test_only_the_newest_are_remembered() -> None:
    memory = AudioMemory(lambda: 0.0)
    answers = [memory.remember(tokens) for tokens in range(1_025)]
    assert memory.tokens_of(Replay(answers[1].audio_id, 0)) == 1
    with pytest.raises(Refusal):
        memory.tokens_of(Replay(answers[0].audio_id, 0))
