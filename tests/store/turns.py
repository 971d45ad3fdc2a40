"""Make turns to store."""

from pathlib import Path

from voicedesk.core.conversation import Answer, Clip, Ending, Turn, Usage
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId


def plain_turn(number: int, asked: str = "hello", answer: str = "hi there", conversation: int = 1) -> Turn:
    return Turn(
        TurnId(number), ConversationId(conversation), asked, answer=Answer(answer), ending=Ending.DONE
    )


def growing_turn(number: int, text: str = "the first part") -> Turn:
    return Turn(TurnId(number), ConversationId(1), "go on", answer=Answer(text))


def full_turn(folder: Path) -> Turn:
    """A turn in which every place is filled."""
    recordings = folder / "recordings"
    clip = Clip(
        TurnId(3), recordings / "3.pcm", Frames(48_000), recordings / "3.mp3", Frames(7), Frames(9), -31.5
    )
    usage = Usage(12, 345, 67, 890, 1)
    answer = Answer("Guten Tag", Frames(24_000), "audio_1", 1_790_000_000, usage, "gpt-audio-1.5")
    problem = Problem(Kind.STALLED, {"seconds": "30"}, "after 12 chunks")
    return Turn(
        TurnId(5),
        ConversationId(2),
        "你好，世界",
        False,
        clip,
        answer,
        Milliseconds(900),
        Ending.INTERRUPTED,
        problem,
    )
