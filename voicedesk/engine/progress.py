"""Gather what arrives of an answer, and tell about it at a pace that a window can follow."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from dataclasses import replace

from voicedesk.core.conversation import Answer
from voicedesk.core.exchange import AnswerClosed
from voicedesk.core.units import Frames, Pcm, frames_of

GATHER_S = 0.033


class Progress:
    """Hold the answer received so far; used on one loop."""

    def __init__(self, loop: AbstractEventLoop, report: Callable[[Answer], None]) -> None:
        self.answer = Answer()
        self.is_voiced = False
        self._loop = loop
        self._report = report
        self._timer: TimerHandle | None = None

    def add_text(self, text: str) -> None:
        """Add text at the end."""
        self.answer = replace(self.answer, text=self.answer.text + text)
        self._report_soon()

    def add_sound(self, pcm: Pcm) -> None:
        """Count sound; the sound itself goes elsewhere."""
        self.is_voiced = True
        self.answer = replace(self.answer, frames=Frames(self.answer.frames + frames_of(pcm)))
        self._report_soon()

    def close(self, closed: AnswerClosed) -> None:
        """Take in what the end of the stream told."""
        self.answer = replace(
            self.answer,
            audio_id=closed.audio_id,
            expires_at=closed.expires_at,
            usage=closed.usage,
            model=closed.model,
        )

    def end(self) -> Answer:
        """Stop reporting and give the answer."""
        if self._timer:
            self._timer.cancel()
        return self.answer

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing worth keeping arrived."""
        return not self.answer.text and not self.answer.frames

    def _report_soon(self) -> None:
        if self._timer is None:
            self._timer = self._loop.call_later(GATHER_S, self._report_now)

    def _report_now(self) -> None:
        self._timer = None
        self._report(self.answer)
