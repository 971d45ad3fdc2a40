"""Look at the sound library, the sound server, microphones and loudspeakers, without opening any."""

import sys

from voicedesk.core.health import Check
from voicedesk.core.problem_texts import Translate
from voicedesk.core.problems import Trouble

MOST_NAMED = 4


def library(tr: Translate) -> Check:
    """See whether PortAudio loads."""
    from voicedesk.audio import portaudio
    from voicedesk.audio.failures import Direction

    try:
        with portaudio.entered(Direction.INPUT) as sounddevice:
            return Check("sound library", sounddevice.get_portaudio_version()[1].partition(",")[0])
    except Trouble as trouble:
        return Check("sound library", trouble.problem.detail, _how_to_install(tr))


def server(tr: Translate) -> Check:
    """See whether the sound server of a Linux desktop answers; other systems have none of this kind."""
    from voicedesk.audio.pulse import connect

    if sys.platform != "linux":
        return Check("sound server", tr("part of the system"))
    answering = connect()
    if answering is None:
        advice = tr("Start PipeWire or PulseAudio, or sound may not reach the devices.")
        return Check("sound server", tr("none"), advice)
    answering.close()
    return Check("sound server", tr("it answers"))


def microphones(tr: Translate) -> Check:
    """List the microphones."""
    return _devices("microphone", "input", tr, tr("You can type instead. Connect a microphone to talk."))


def loudspeakers(tr: Translate) -> Check:
    """List the loudspeakers."""
    advice = tr("Answers are shown and kept. Connect a loudspeaker to hear them.")
    return _devices("loudspeaker", "output", tr, advice)


def _how_to_install(tr: Translate) -> str:
    return tr("Install PortAudio (on Debian and Ubuntu: libportaudio2), or run “python3 run.py” once.")


def _devices(name: str, direction: str, tr: Translate, advice: str) -> Check:
    from voicedesk.audio.devices import devices
    from voicedesk.audio.failures import Direction

    try:
        names = [device.name for device in devices(Direction(direction))]
    except Trouble as trouble:
        return Check(name, trouble.problem.detail, _how_to_install(tr))
    if not names:
        return Check(name, tr("none"), advice)
    named, more = ", ".join(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return Check(name, tr("{names} and {count} more").format(names=named, count=more) if more > 0 else named)
