"""Transcripts have the recorded shapes and hold no word that was not heard."""

import pytest

from tests.practice.calling import Caller, sound, wav
from tests.practice.conftest import AT_ONCE, Start
from voicedesk.practice.options import PracticeOptions

CLIP = wav(sound(1.7))
TEXT = "(practice: 1.7 s of speech)"


def test_json(caller: Caller) -> None:
    assert caller.upload(CLIP).json == {"text": TEXT, "usage": {"type": "duration", "seconds": 2}}


def test_json_of_the_newer_models_counts_tokens(caller: Caller) -> None:
    usage = caller.upload(CLIP, model="gpt-4o-mini-transcribe").json["usage"]
    assert list(usage) == ["type", "total_tokens", "input_tokens", "input_token_details", "output_tokens"]
    assert usage["input_token_details"] == {"text_tokens": 0, "audio_tokens": 17}


@pytest.mark.parametrize(
    ("form", "body"),
    [
        ("text", f"{TEXT}\n"),
        ("srt", f"1\n00:00:00,000 --> 00:00:01,700\n{TEXT}\n\n\n"),
        ("vtt", f"WEBVTT\n\n00:00:00.000 --> 00:00:01.700\n{TEXT}\n\n"),
    ],
)
def test_plain_forms(caller: Caller, form: str, body: str) -> None:
    answered = caller.upload(CLIP, response_format=form)
    assert answered.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answered.body.decode() == body


def test_verbose_json_has_segments_and_words_as_asked(caller: Caller) -> None:
    def verbose(**fields: str) -> dict[str, object]:
        answered: dict[str, object] = caller.upload(CLIP, response_format="verbose_json", **fields).json
        return answered

    segments, words = verbose(), verbose(**{"timestamp_granularities[]": "word"})
    both = verbose(**{"timestamp_granularities[]": "word,segment"})
    assert list(segments) == ["task", "language", "duration", "text", "segments", "usage"]
    assert list(words) == ["task", "language", "duration", "text", "words", "usage"]
    assert list(both) == ["task", "language", "duration", "text", "segments", "words", "usage"]
    assert segments["language"] == "english"
    assert segments["duration"] == pytest.approx(1.7)
    assert words["words"] == [
        {"word": word, "start": pytest.approx(at * 0.34), "end": pytest.approx((at + 1) * 0.34)}
        for at, word in enumerate(["practice", "1.7", "s", "of", "speech"])
    ]


def test_silence_is_an_empty_text(caller: Caller) -> None:
    assert caller.upload(wav(sound(2, 0))).json["text"] == ""


def test_a_language_is_repeated_as_a_word(caller: Caller) -> None:
    assert caller.upload(CLIP, response_format="verbose_json", language="zh").json["language"] == "chinese"


def test_translation_has_just_the_text(caller: Caller) -> None:
    assert caller.upload(CLIP, task="translations").json == {"text": TEXT}


def test_streamed_transcripts_end_their_lines_with_cr_lf(caller: Caller) -> None:
    answered = caller.upload(CLIP, model="gpt-4o-transcribe", stream="true")
    *pieces, done = answered.events("\r\n")
    assert answered.body.count(b"\n") == answered.body.count(b"\r\n")
    assert "".join(piece["delta"] for piece in pieces) == done["text"] == TEXT
    assert {piece["type"] for piece in pieces} == {"transcript.text.delta"}
    assert list(done) == ["type", "text", "usage"]


def test_whisper_ignores_stream(caller: Caller) -> None:
    assert caller.upload(CLIP, stream="true").json["text"] == TEXT


def test_other_formats_need_a_lent_decoder(caller: Caller, start: Start) -> None:
    assert caller.upload(b"something", "clip.m4a").json["text"] == "(practice: a recording)"
    lent = start(
        PracticeOptions(script=AT_ONCE, decode=lambda _file, kind: sound(3) if kind == "mp3" else None)
    )
    assert lent.upload(b"something", "clip.mp3").json["text"] == "(practice: 3.0 s of speech)"


@pytest.mark.parametrize(
    ("file", "name", "fields", "status", "code"),
    [
        pytest.param(CLIP, "a.wav", {"language": "english"}, 400, "invalid_language_format", id="language"),
        pytest.param(CLIP, "a.wav", {"model": "whisper-9"}, 503, "model_not_found", id="unknown-model"),
        pytest.param(CLIP, "a.wav", {"response_format": "xml"}, 400, "unsupported_value", id="form"),
        pytest.param(
            CLIP,
            "a.wav",
            {"model": "gpt-4o-transcribe", "response_format": "verbose_json"},
            *(400, "unsupported_value"),
            id="form-of-whisper-only",
        ),
        pytest.param(CLIP, "a.txt", {}, 400, "", id="extension"),
        pytest.param(CLIP, "wav", {}, 400, "", id="no-extension"),
        pytest.param(b"junk", "a.wav", {}, 400, "invalid_value", id="damaged"),
        pytest.param(wav(sound(0.05)), "a.wav", {}, 400, "audio_too_short", id="too-short"),
        pytest.param(wav(bytes(26 * 1024 * 1024)), "a.wav", {}, 413, "", id="over-25-MB"),
    ],
)
def test_refusals(
    caller: Caller, file: bytes, name: str, fields: dict[str, str], status: int, code: str
) -> None:
    answered = caller.upload(file, name, **fields)
    assert (answered.status, answered.error["code"]) == (status, code)


def test_a_bad_language_is_refused_with_usage_beside_the_error(caller: Caller) -> None:
    body = caller.upload(CLIP, language="this should cause an error").json
    assert list(body) == ["error", "usage"]
    assert body["usage"] == {"type": "duration", "seconds": 0}


def test_a_body_that_is_no_form(caller: Caller) -> None:
    assert caller.post("/audio/transcriptions", {"model": "whisper-1"}).status == 400


def test_a_broken_form(caller: Caller) -> None:
    assert caller.post_form(b"--x\r\nnonsense", "multipart/form-data; boundary=y").status == 400
    assert caller.post_form(b"", "multipart/form-data").status == 400
