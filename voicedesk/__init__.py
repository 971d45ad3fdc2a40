"""VoiceDesk: a desktop voice assistant for talking, dictating and reading aloud."""

__version__ = "0.1.0"
