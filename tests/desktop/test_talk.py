"""The main job, as a person does it: hold a key, speak, let go, and hear the answer."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.desktop.program import Program, speech
from tests.desktop.sound import wait_for
from voicedesk.core.units import frames_in

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]

AUDIBLE = 300
"""Of 32,768: what is quieter is not looked for."""
QUESTION = "Is a golden retriever a good family dog?"


def likeness(needle: bytes, haystack: bytes) -> float:
    """Correlate a sound with the place where it fits best into another one, from 0 to 1."""
    return best_place(needle, haystack)[0]


def best_place(needle: bytes, haystack: bytes) -> tuple[float, int]:
    """Find where a sound fits best into another one: how well, from 0 to 1, and the sample where it begins.

    It may hang over the end, as it does where the last milliseconds were not recorded yet.
    """
    short, long = (np.frombuffer(pcm, "<i2").astype(np.float64) for pcm in (needle, haystack))
    long = np.pad(long, (0, len(short)))
    size = 1 << (len(long) + len(short)).bit_length()
    match = np.fft.irfft(np.fft.rfft(long, size) * np.conj(np.fft.rfft(short, size)), size)
    energy = np.concatenate([[0.0], np.cumsum(long**2)])
    window = energy[len(short) :] - energy[: len(energy) - len(short)]
    scale = np.sqrt(np.maximum(window, 1.0) * (short @ short))
    fit = match[: len(window)] / scale
    return float(np.max(fit)), int(np.argmax(fit))


def share_played(answer: bytes, loudspeaker: bytes) -> float:
    """Tell how much of an answer came out of the loudspeaker, in its order and piece by piece.

    A busy machine may let the sound server pause between two pieces, which shifts all that follow.
    """
    size, begin, found = 2 * frames_in(200), 0, 0
    pieces = [answer[place : place + size] for place in range(0, len(answer) - size, size)]
    audible = [piece for piece in pieces if np.abs(np.frombuffer(piece, "<i2")).max() > AUDIBLE]
    for piece in audible:
        likeness_now, place = best_place(piece, loudspeaker[begin:])
        if likeness_now > 0.9:
            found, begin = found + 1, begin + 2 * place
    return found / len(audible)


def say(program: Program, pcm: bytes) -> None:
    """Hold Space, speak into the microphone, let go."""
    program.screen.hold("space")
    program.wait_to_see("Listening")
    program.sound.play_into_microphone(pcm).wait(20)
    program.screen.release("space")


def test_a_spoken_turn_is_recorded_answered_and_heard(
    start_program: Callable[..., Program], tmp_path: Path
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    question = speech(QUESTION, tmp_path)
    with program.sound.recording_speaker() as heard:
        say(program, question)
        turn = program.wait_for_turns(1)[0]
        wait_for(lambda: heard.stat().st_size > 0, "sound at the loudspeaker")
        loudspeaker = downmixed(heard.read_bytes())
    recording, answer = program.recording_of(turn), program.answer_of(turn)
    assert likeness(question, recording) > 0.95, "the recording holds what was said"
    assert likeness(question, answer) > 0.8, "practice plays the person's own words back"
    assert share_played(answer, loudspeaker) > 0.9, "the loudspeaker played the answer"
    assert "practice" in turn.answered.lower()
    program.wait_to_see(turn.answered[:30])
    assert program.end() == 0
    assert "Traceback" not in program.log()


def downmixed(raw: bytes) -> bytes:
    """Bring the loudspeaker's 48 kHz to the program's 24 kHz, well enough to compare."""
    samples = np.frombuffer(raw[: len(raw) // 4 * 4], "<i2").astype(np.float64)
    return ((samples[0::2] + samples[1::2]) / 2).astype("<i2").tobytes()


def test_talking_while_it_speaks_silences_it_and_begins_a_new_turn(
    start_program: Callable[..., Program], tmp_path: Path
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    question = speech("Tell me a long story about the sea and the ships on it, please.", tmp_path)
    say(program, question)
    program.wait_to_see("Speaking")
    say(program, question)
    first, second = program.wait_for_turns(1)
    assert (first.ending, second.ending) == ("interrupted", "done")
    assert first.heard_ms is not None
    assert first.heard_ms < first.answer_frames // 24


def test_a_recording_survives_the_death_of_the_program_and_is_offered_again(
    start_program: Callable[..., Program], tmp_path: Path
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    question = speech(QUESTION, tmp_path)
    program.screen.hold("space")
    program.wait_to_see("Listening")
    program.sound.play_into_microphone(question).wait(20)
    program.end(hard=True)
    program.screen.release("space")
    again = start_program("--practice")
    again.focus()
    again.wait_to_see("recovered")
    turn = again.wait_for_turns(1, "cancelled")[0]
    assert likeness(question, again.recording_of(turn)) > 0.95


def test_a_typed_question_is_answered_aloud_and_escape_stops_it(
    start_program: Callable[..., Program],
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    program.screen.press("ctrl+l")
    program.screen.type("What does practice mean")
    program.screen.press("Return")
    program.wait_to_see("Speaking")
    program.screen.press("Escape")
    turn = program.wait_for_turns(1, "interrupted")[0]
    assert turn.asked == "What does practice mean"
