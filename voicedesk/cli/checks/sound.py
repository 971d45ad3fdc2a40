"""Look at the sound library, the sound server, microphones and loudspeakers, without opening any."""

import sys

from voicedesk.cli.checks.check import Check
from voicedesk.core.problems import Trouble

MOST_NAMED = 4
PORTAUDIO = "Install PortAudio (on Debian and Ubuntu: libportaudio2), or run “python3 run.py” once."


def library() -> Check:
    """See whether PortAudio loads."""
    from voicedesk.audio import portaudio
    from voicedesk.audio.failures import Direction

    try:
        with portaudio.entered(Direction.INPUT) as sounddevice:
            return Check("sound library", sounddevice.get_portaudio_version()[1].partition(",")[0])
    except Trouble as trouble:
        return Check("sound library", trouble.problem.detail, PORTAUDIO)


def server() -> Check:
    """See whether the sound server of a Linux desktop answers; other systems have none of this kind."""
    from voicedesk.audio.pulse import connect

    if sys.platform != "linux":
        return Check("sound server", "part of the system")
    answering = connect()
    if answering is None:
        return Check(
            "sound server", "none", "Start PipeWire or PulseAudio, or sound may not reach the devices."
        )
    answering.close()
    return Check("sound server", "it answers")


def microphones() -> Check:
    """List the microphones."""
    return _devices("microphone", "input", "You can type instead. Connect a microphone to talk.")


def loudspeakers() -> Check:
    """List the loudspeakers."""
    return _devices(
        "loudspeaker", "output", "Answers are shown and kept. Connect a loudspeaker to hear them."
    )


def _devices(name: str, direction: str, advice: str) -> Check:
    from voicedesk.audio.devices import devices
    from voicedesk.audio.failures import Direction

    try:
        names = [device.name for device in devices(Direction(direction))]
    except Trouble as trouble:
        return Check(name, trouble.problem.detail, PORTAUDIO)
    if not names:
        return Check(name, "none", advice)
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return Check(name, ", ".join(names[:MOST_NAMED]) + more)
