"""Speech is written down with what the model can give, and nothing unreadable passes for words."""

import math

import pytest

from tests.api.asking import CANARY, run, service_for
from tests.api.wire import Reply, Request, Wire, answered, refused
from voicedesk.api.limits import Limits
from voicedesk.core.conversation import Clip
from voicedesk.core.exchange import Segment, Transcript, TranscriptionWish
from voicedesk.core.problems import Kind, Problem, Trouble

WORDS = answered(200, b'{"text":"Hello, world!","usage":{"type":"duration","seconds":2}}')
TIMED = answered(
    200,
    b'{"task":"transcribe","language":"english","duration":1.70000004,"text":"Hello world.","segments":['
    b'{"id":0,"start":0.0,"end":1.4600000381469727,"text":" Hello"},'
    b'{"id":1,"start":1.46,"end":2.0,"text":" world."},'
    b'{"id":2,"start":NaN,"end":3,"text":"no"},{"start":5,"end":4,"text":"no"},{"start":1,"end":2,"text":""},7]}',
)


def transcribed(
    reply: Reply, wish: TranscriptionWish, content: bytes = b"sound"
) -> tuple[Transcript, Request]:
    async def work() -> tuple[Transcript, Request]:
        async with Wire(reply) as wire, service_for(wire.base_url) as service:
            heard = await service.transcribe_sound(content, "piece.wav", wish, wire.base_url)
            return heard, wire.posts[0]

    return run(work())


def field_in(request: Request, name: str) -> str:
    """Read a field of a multipart form; an absent one is empty."""
    _, found, rest = request.body.decode("latin-1").partition(f'name="{name}"')
    return rest.split("\r\n\r\n", 1)[1].split("\r\n--", 1)[0] if found else ""


def test_a_recording_is_written_down(clip: Clip) -> None:
    async def work() -> tuple[Transcript, Request]:
        async with Wire(WORDS) as wire, service_for(wire.base_url) as service:
            return await service.transcribe(clip, TranscriptionWish("whisper-1"), wire.base_url), wire.posts[
                0
            ]

    heard, sent = run(work())
    assert heard == Transcript("Hello, world!")
    assert sent.path == "/v1/audio/transcriptions"
    assert b'filename="speech.wav"' in sent.body
    assert clip.path.read_bytes() in sent.body
    assert sent.headers["authorization"] == f"Bearer {CANARY}"


def test_language_and_prompt_are_passed_on_when_given() -> None:
    _, sent = transcribed(WORDS, TranscriptionWish("whisper-1", language="de", prompt="VoiceDesk"))
    assert [field_in(sent, name) for name in ("model", "language", "prompt")] == [
        "whisper-1",
        "de",
        "VoiceDesk",
    ]
    _, bare = transcribed(WORDS, TranscriptionWish("whisper-1"))
    assert [field_in(bare, name) for name in ("language", "prompt", "response_format")] == ["", "", "json"]


def test_times_come_from_the_model_that_has_them() -> None:
    heard, sent = transcribed(TIMED, TranscriptionWish("whisper-1", timed=True))
    assert field_in(sent, "response_format") == "verbose_json"
    assert heard.segments == (Segment(0, 1460, "Hello"), Segment(1460, 2000, "world."))  # type: ignore[arg-type]
    assert heard.language == "english"


def test_newer_models_are_not_asked_for_times() -> None:
    _, sent = transcribed(WORDS, TranscriptionWish("gpt-4o-transcribe", timed=True))
    assert field_in(sent, "response_format") == "json"


def test_translation_has_its_own_address() -> None:
    heard, sent = transcribed(WORDS, TranscriptionWish("whisper-1", translate=True, language="de"))
    assert (sent.path, field_in(sent, "language")) == ("/v1/audio/translations", "")
    assert heard.text == "Hello, world!"


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param(answered(200, b"<html>", "text/html"), Kind.SIGN_IN_PAGE, id="N9-page"),
        pytest.param(answered(200, b""), Kind.UNREADABLE, id="N18-empty"),
        pytest.param(answered(200, b'{"text":5}'), Kind.UNREADABLE, id="N23-no-text"),
        pytest.param(answered(200, b"[" * 100_000), Kind.UNREADABLE, id="N25-deep-nesting"),
        pytest.param(
            answered(200, b'{"error":{"message":"no","code":"insufficient_quota"}}'),
            Kind.CREDIT_USED_UP,
            id="N19",
        ),
        pytest.param(refused(401), Kind.KEY_REFUSED, id="N30"),
        pytest.param(refused(413), Kind.RECORDING_TOO_LARGE, id="N35"),
        pytest.param(refused(503, "no available channel for model whisper-1"), Kind.MODEL_MISSING, id="N33"),
    ],
)
def test_what_is_no_transcript_is_a_problem(reply: Reply, kind: Kind) -> None:
    assert problem_of(reply).kind is kind


def test_a_missing_model_is_named() -> None:
    assert problem_of(refused(404, "no", "model_not_found")).values["model"] == "whisper-1"


def test_a_file_over_the_limit_is_not_sent() -> None:
    async def work() -> int:
        async with Wire(WORDS) as wire, service_for(wire.base_url, Limits(recording_bytes=4)) as service:
            with pytest.raises(Trouble) as raised:
                await service.transcribe_sound(
                    b"sound", "a.wav", TranscriptionWish("whisper-1"), wire.base_url
                )
            assert raised.value.problem.kind is Kind.RECORDING_TOO_LARGE
            return wire.connections

    assert run(work()) == 0


def test_nothing_in_a_transcript_is_no_number() -> None:
    heard, _ = transcribed(TIMED, TranscriptionWish("whisper-1", timed=True))
    assert all(math.isfinite(segment.end_ms) for segment in heard.segments)


def problem_of(reply: Reply) -> Problem:
    with pytest.raises(Trouble) as raised:
        transcribed(reply, TranscriptionWish("whisper-1"))
    return raised.value.problem
