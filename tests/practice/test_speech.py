"""Reading aloud gives the recorded container, a sentence that names practice, and a tone for every word."""

import base64

import pytest

from tests.practice.calling import Caller, sound
from voicedesk.practice.clips import Sentence, guide
from voicedesk.practice.options import Script
from voicedesk.practice.sound import seconds_of
from voicedesk.practice.tones import word_tones
from voicedesk.practice.wav import wav_header

GUIDE = guide([Sentence.PRACTICE_MODE]).pcm


def request(**changes: object) -> dict[str, object]:
    return {"model": "tts-1", "input": "Hello there.", "voice": "alloy", "response_format": "pcm", **changes}


@pytest.mark.parametrize("model", ["tts-1", "tts-1-hd", "gpt-4o-mini-tts"])
def test_pcm_is_the_guide_and_then_the_tones(caller: Caller, model: str) -> None:
    answered = caller.post("/audio/speech", request(model=model))
    assert answered.headers["Content-Type"] == "audio/pcm"
    assert answered.headers["Transfer-Encoding"] == "chunked"
    assert "Content-Length" not in answered.headers
    assert answered.body == GUIDE + b"".join(word_tones("Hello there.", 1.0))


def test_wav_does_not_know_its_length(caller: Caller) -> None:
    answered = caller.post("/audio/speech", request(response_format="wav"))
    assert answered.headers["Content-Type"] == "audio/wav"
    assert answered.body.startswith(wav_header() + GUIDE)


def test_events_carry_the_same_sound_and_end_their_lines_with_cr_lf(caller: Caller) -> None:
    answered = caller.post("/audio/speech", request(model="gpt-4o-mini-tts", stream_format="sse"))
    *pieces, done = answered.events("\r\n")
    assert b"".join(base64.b64decode(piece["audio"]) for piece in pieces) == (
        GUIDE + b"".join(word_tones("Hello there.", 1.0))
    )
    assert done["type"] == "speech.audio.done"
    assert done["usage"]["total_tokens"] == done["usage"]["input_tokens"] + done["usage"]["output_tokens"]


def test_a_script_gives_the_sound(caller: Caller) -> None:
    caller.service.use(Script(first_token_ms=0, pace=0, answer_pcm=sound(0.3, 42)))
    assert caller.post("/audio/speech", request()).body == sound(0.3, 42)


def test_tones_grow_with_the_words_and_shrink_with_the_speed() -> None:
    def seconds(text: str, speed: float = 1.0) -> float:
        return seconds_of(b"".join(word_tones(text, speed)))

    assert seconds("extraordinary") > seconds("word") > seconds("I")
    assert seconds("one two three") > seconds("one two")
    assert seconds("Stop. Go.") > seconds("Stop Go")
    assert seconds("one two three", 2.0) == pytest.approx(seconds("one two three") / 2, rel=0.01)


def test_tones_are_soft_and_begin_and_end_in_silence() -> None:
    for tone in word_tones("a few words of any length", 1.0):
        samples = memoryview(tone).cast("h")
        assert max(samples) < 4_100
        assert abs(samples[0]) < 50
        assert abs(samples[-1]) < 50


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        pytest.param({"model": "tts-9"}, 503, "model_not_found", id="unknown-model"),
        pytest.param({"input": ""}, 400, "invalid_value", id="nothing-to-read"),
        pytest.param({"input": "x" * 4_097}, 400, "string_too_long", id="too-long"),
        pytest.param({"voice": "robot"}, 400, "invalid_value", id="voice"),
        pytest.param({"response_format": None}, 400, "unsupported_value", id="mp3-by-default"),
        pytest.param({"response_format": "opus"}, 400, "unsupported_value", id="opus"),
        pytest.param({"speed": 9}, 400, "invalid_value", id="speed"),
        pytest.param({"speed": "fast"}, 400, "invalid_value", id="speed-in-words"),
        pytest.param({"stream_format": "sse"}, 400, "invalid_value", id="events-from-tts-1"),
    ],
)
def test_refusals(caller: Caller, changes: dict[str, object], status: int, code: str) -> None:
    answered = caller.post("/audio/speech", request(**changes))
    assert (answered.status, answered.error["code"]) == (status, code)


def test_the_longest_text_is_read(caller: Caller) -> None:
    assert len(caller.post("/audio/speech", request(input="word " * 819)).body) > 100 * 48_000
