"""Name the parties' modules."""

VOICEDESK = "tests.bench.parties.voicedesk_crew"
VOICEDESK_WINDOW = "tests.bench.parties.voicedesk_window"
SDK_STREAM = "tests.bench.parties.sdk_stream"
NAIVE_WAV = "tests.bench.parties.naive_wav"
BARE_WINDOW = "tests.bench.parties.bare_window"
MESSAGE_WINDOW = "tests.bench.parties.message_window"
TEXT_BROWSER = "tests.bench.parties.text_browser"
NAIVE_RECORDER = "tests.bench.parties.naive_recorder"

HEAVY = ("openai", "numpy", "pydantic")
"""What may not be imported before the window is painted."""
