"""The four short sounds that tell what happened, told apart by rhythm and not only by pitch."""

from array import array
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from math import cos, pi, sin

from voicedesk.core.conversation import Ending
from voicedesk.core.levels import FULL_SCALE
from voicedesk.core.session import ANSWERING, CAPTURING, Stage, State
from voicedesk.core.settings import Cues
from voicedesk.core.units import RATE_HZ, Pcm, frames_in

LOUDNESS = 0.1
"""20 dB below full scale: soft beside a voice."""
FADE_MS = 8
"""A tone that begins or ends at once clicks."""


class Cue(Enum):
    """What a sound tells."""

    START = auto()
    """The microphone is about to open."""
    STOP = auto()
    """What was said is not on its way: it was given up, or there was nothing to hear."""
    SENT = auto()
    """What was said is on its way."""
    PROBLEM = auto()
    """Something went wrong; the screen says what."""


@dataclass(frozen=True, slots=True)
class Tone:
    """One part of a cue."""

    length_ms: int
    pitch_hz: int
    pause_ms: int = 0


RHYTHMS: dict[Cue, tuple[Tone, ...]] = {
    Cue.START: (Tone(26, 660, 20), Tone(60, 880)),
    Cue.STOP: (Tone(60, 660, 20), Tone(26, 440)),
    Cue.SENT: (Tone(70, 784),),
    Cue.PROBLEM: (Tone(24, 330, 18), Tone(24, 330, 18), Tone(24, 330)),
}
"""Short-long, long-short, one, three short."""


@cache
def sound_of(cue: Cue) -> Pcm:
    """Make the sound of a cue."""
    return b"".join(_tone(tone) + bytes(2 * frames_in(tone.pause_ms)) for tone in RHYTHMS[cue])


def cue_between(before: State, after: State) -> Cue | None:
    """Tell what is heard when one state follows another.

    With a pre-roll nothing is: the microphone is always open then, and would keep the sound for a recording.
    """
    settings = after.settings
    if settings.talk.cues is Cues.OFF or settings.sound.preroll or before.live is None:
        return None
    if before.live.number in before.checks:
        return None
    return _cue_after(before, after)


def _cue_after(before: State, after: State) -> Cue | None:
    assert before.live
    turn = after.conversation.find(before.live.number)
    has_failed = turn is not None and turn.ending is Ending.FAILED and after.stage is Stage.IDLE
    if before.stage in CAPTURING and after.stage not in CAPTURING:
        sent = Cue.SENT if after.stage in ANSWERING else Cue.STOP
        return Cue.PROBLEM if has_failed else sent
    return Cue.PROBLEM if before.stage in ANSWERING and has_failed else None


def _tone(tone: Tone) -> Pcm:
    frames, fade = frames_in(tone.length_ms), frames_in(FADE_MS)
    samples = array("h")
    for place in range(frames):
        edge = min(1.0, place / fade, (frames - place) / fade)
        swell = 0.5 - 0.5 * cos(pi * edge)
        wave = sin(2 * pi * tone.pitch_hz * place / RATE_HZ)
        samples.append(round(LOUDNESS * FULL_SCALE * swell * wave))
    return samples.tobytes()
