"""A text is read aloud in pieces the model takes, and only sound passes for sound."""

import json
import struct

import pytest

from tests.api.asking import run, service_for
from tests.api.wire import PCM, Reply, Request, Wire, answered, raw, refused
from voicedesk.api.limits import Limits
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.settings import ServiceSettings

LAYOUT = struct.pack("<HHIIHH", 1, 1, 24_000, 48_000, 2, 16)
WAV = (
    struct.pack("<4sI8sI", b"RIFF", 0xFFFFFFFF, b"WAVEfmt ", 16)
    + LAYOUT
    + struct.pack("<4sI", b"data", 0xFFFFFFFF)
)


def sound(pcm: bytes) -> Reply:
    return answered(200, pcm, "audio/pcm")


def spoken(
    text: str, *replies: Reply, voice: str = "alloy", limits: Limits | None = None
) -> tuple[list[bytes], list[Request], Problem | None]:
    async def work() -> tuple[list[bytes], list[Request], Problem | None]:
        pieces: list[bytes] = []
        async with Wire(*replies) as wire, service_for(wire.base_url, limits or Limits()) as service:
            settings = ServiceSettings(base_url=wire.base_url, voice=voice)
            try:
                async for pcm in service.speak(text, settings):
                    pieces.append(pcm)  # noqa: PERF401  # what came before a fault has to stay
            except Trouble as trouble:
                return pieces, wire.posts, trouble.problem
            return pieces, wire.posts, None

    return run(work())


def test_a_text_is_spoken() -> None:
    pieces, [sent], problem = spoken("Hello.", sound(PCM))
    assert (b"".join(pieces), problem) == (PCM, None)
    assert sent.path == "/v1/audio/speech"
    assert sent.json == {"model": "tts-1", "voice": "alloy", "input": "Hello.", "response_format": "pcm"}


def test_sound_arrives_in_whole_frames_however_it_is_cut() -> None:
    chunks = b"".join(
        f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (PCM[:333], PCM[333:334], PCM[334:])
    )
    reply = raw(
        b"HTTP/1.1 200 OK\r\ncontent-type: audio/pcm\r\ntransfer-encoding: chunked\r\n\r\n"
        + chunks
        + b"0\r\n\r\n"
    )
    pieces, _, problem = spoken("Hello.", reply)
    assert (b"".join(pieces), problem) == (PCM, None)
    assert all(len(piece) % 2 == 0 for piece in pieces)


def test_a_long_text_is_cut_at_the_ends_of_sentences() -> None:
    pieces, sent, _ = spoken(
        "One two. Three four. Five.", sound(PCM), sound(PCM), limits=Limits(speech_characters=21)
    )
    assert [each.json["input"] for each in sent] == ["One two. Three four.", "Five."]
    assert b"".join(pieces) == PCM + PCM


def test_nothing_to_say_asks_for_nothing() -> None:
    assert spoken("  \n ") == ([], [], None)


def test_a_wav_header_is_taken_off() -> None:
    pieces, _, problem = spoken("Hello.", answered(200, WAV + PCM, "audio/wav"))
    assert (b"".join(pieces), problem) == (PCM, None)


def test_a_voice_that_the_model_lacks_is_replaced() -> None:
    pieces, sent, problem = spoken(
        "Hello.", refused(400, "voice 'marin' unknown", param="voice"), sound(PCM), voice="marin"
    )
    assert [each.json["voice"] for each in sent] == ["marin", "alloy"]
    assert (b"".join(pieces), problem) == (PCM, None)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        pytest.param(
            answered(200, json.dumps({"error": {"message": "no", "code": "model_not_found"}}).encode()),
            Kind.MODEL_MISSING,
            id="N19",
        ),
        pytest.param(answered(200, b"<html>", "text/html"), Kind.SIGN_IN_PAGE, id="N9"),
        pytest.param(
            answered(200, b'{"error":"no"}', "audio/pcm"), Kind.SOUND_DAMAGED, id="json-called-sound"
        ),
        pytest.param(answered(200, b"ID3\x04mp3", "audio/mpeg"), Kind.SOUND_DAMAGED, id="R5-mp3"),
        pytest.param(sound(b""), Kind.EMPTY_ANSWER, id="R4-no-sound"),
        pytest.param(refused(400, "too long"), Kind.REJECTED, id="N29"),
        pytest.param(refused(500), Kind.SERVICE_TROUBLE, id="N39"),
    ],
)
def test_what_is_no_sound_is_a_problem(reply: Reply, kind: Kind) -> None:
    pieces, sent, problem = spoken("Hello.", reply)
    assert problem
    assert (pieces, problem.kind, len(sent)) == ([], kind, 1)


def test_sound_cut_in_the_middle_is_kept_up_to_there() -> None:
    cut = raw(b"HTTP/1.1 200 OK\r\ncontent-type: audio/pcm\r\ncontent-length: 2000\r\n\r\n" + PCM, close=True)
    pieces, _, problem = spoken("Hello.", cut)
    assert b"".join(pieces) == PCM
    assert problem
    assert problem.kind is Kind.CUT_OFF
