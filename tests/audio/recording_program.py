"""Record the default microphone until standard input ends, then write the sound and what was lost of it.

It says "recording" when the first sound has arrived. Used where a test stops a whole process.
"""

import select
import sys
import time
from pathlib import Path

from voicedesk.audio.microphone import PortAudioMicrophone


def main() -> None:
    """Record."""
    intake = PortAudioMicrophone().open("")
    sound, has_begun = bytearray(), False
    while not select.select([sys.stdin], [], [], 0)[0]:
        sound += intake.read()
        intake.fault()
        if sound and not has_begun:
            has_begun = True
            print("recording", flush=True)
        time.sleep(0.01)
    sound += intake.finish()
    Path(sys.argv[1]).write_bytes(sound)
    print(intake.lost_frames, intake.fault(), flush=True)


if __name__ == "__main__":
    main()
