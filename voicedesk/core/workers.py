"""Name the workers, so that whoever hears of a crash knows what it took along."""

from typing import Final

RECORDER: Final = "recorder"
API: Final = "api"
PLAYBACK: Final = "playback"
STORE: Final = "store"
KEEPER: Final = "keeper"
