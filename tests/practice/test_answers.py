"""Practice answers say that they are practice, play back what was said, and never pretend to understand."""

import base64
import struct
from pathlib import Path

import pytest

from tests.practice.calling import Caller, heard, question, read, sound, spoken, typed, wav
from tests.practice.conftest import AT_ONCE, Start
from voicedesk.practice.clips import CLIPS, SPOKEN, guide
from voicedesk.practice.options import PracticeOptions
from voicedesk.practice.sound import seconds_of

MINE = sound(2.4, 1_234)
EARLIER = (typed("hello"), {"role": "assistant", "content": "Hi."})


def test_own_words_come_back_after_the_guide(caller: Caller) -> None:
    got = caller.chat(question(spoken(wav(MINE)))).events()
    assert MINE in heard(got)
    assert not heard(got).startswith(MINE)
    assert read(got) == (
        "This is practice mode. I do not understand words. Here is what you said. "
        "(You spoke for 2.4 seconds.)"
    )


def test_later_turns_say_less(caller: Caller) -> None:
    got = caller.chat(question(*EARLIER, spoken(wav(MINE)))).events()
    assert MINE in heard(got)
    assert read(got) == "Here is what you said. (You spoke for 2.4 seconds.)"


def test_typed_words_are_quoted_not_answered(caller: Caller) -> None:
    got = caller.chat(question(typed("What is the time?"))).events()
    assert read(got).startswith("This is practice mode. Your text arrived. I cannot answer questions.")
    assert read(got).endswith("You wrote: “What is the time?”")
    assert seconds_of(heard(got)) > 2


def test_silence_is_called_silence(caller: Caller) -> None:
    got = caller.chat(question(spoken(wav(sound(2, 0))))).events()
    assert read(got).startswith("This is practice mode. I heard only silence.")


def test_long_recordings_are_played_back_in_part(caller: Caller) -> None:
    got = caller.chat(question(spoken(wav(sound(90, 500))))).events()
    assert "90.0 seconds, the first 60 seconds of it" in read(got)
    assert 60 <= seconds_of(heard(got)) < 66


def test_other_formats_are_played_back_with_a_lent_decoder(start: Start) -> None:
    def decode(file: bytes, kind: str) -> bytes | None:
        return MINE if (file, kind) == (b"some mp3", "mp3") else None

    lent = start(PracticeOptions(script=AT_ONCE, decode=decode))
    assert MINE in heard(lent.chat(question(spoken(b"some mp3", "mp3"))).events())


def test_other_formats_are_acknowledged_without_a_decoder(caller: Caller) -> None:
    got = caller.chat(question(spoken(b"some mp3", "mp3"))).events()
    assert "cannot play this format" in read(got)
    assert seconds_of(heard(got)) > 2


def test_a_lent_decoder_is_asked_for_wav_that_needs_converting(start: Start) -> None:
    lent = start(PracticeOptions(script=AT_ONCE, decode=lambda _file, _kind: MINE))
    assert MINE in heard(lent.chat(question(spoken(wav(sound(1), rate_hz=48_000)))).events())
    assert MINE not in heard(lent.chat(question(spoken(wav(sound(1))))).events())


@pytest.mark.parametrize("kind", ["wav", "pcm16"])
def test_whole_answers_hold_the_file_asked_for(caller: Caller, kind: str) -> None:
    audio = {"voice": "alloy", "format": kind}
    body = caller.chat(question(spoken(wav(MINE)), stream=False, audio=audio)).json
    choice = body["choices"][0]
    assert list(body) == [
        *("id", "object", "created", "model", "choices", "usage", "service_tier", "system_fingerprint"),
    ]
    assert choice["finish_reason"] == "stop"
    assert list(choice["message"]) == ["role", "content", "refusal", "audio", "annotations"]
    file = base64.b64decode(choice["message"]["audio"]["data"])
    assert MINE in file
    if kind == "wav":
        assert struct.unpack_from("<I", file, 40)[0] == len(file) - 44
    assert body["usage"]["prompt_tokens_details"]["audio_tokens"] == 24


def test_every_sentence_has_its_clip_and_the_guide_is_short() -> None:
    sizes = [(CLIPS / f"{sentence.value}.wav").stat().st_size for sentence in SPOKEN]
    assert min(sizes) > 20_000
    assert sum(sizes) < 400_000
    assert all(0.5 < seconds_of(guide([sentence]).pcm) < 2 for sentence in SPOKEN)


def test_missing_clips_leave_the_words_and_the_playback(start: Start, tmp_path: Path) -> None:
    got = start(PracticeOptions(script=AT_ONCE, clips=tmp_path)).chat(question(spoken(wav(MINE)))).events()
    assert "This is practice mode." in read(got)
    assert MINE in heard(got)
