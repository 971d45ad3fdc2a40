"""The practice service, as long as somebody practises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicedesk.core.problems import Kind, trouble
from voicedesk.core.secret import Secret

if TYPE_CHECKING:
    from voicedesk.practice.service import PracticeService


class PracticeRoom:
    """Start the practice service when it is first needed."""

    def __init__(self) -> None:
        self._service: PracticeService | None = None
        self._reached: tuple[str, Secret] | None = None

    def start(self) -> tuple[str, Secret]:
        """Make it ready, once, and give its base URL and key. Raises `Trouble` if it cannot listen."""
        if self._reached is None:
            try:
                self._reached = self._open()
            except OSError as error:
                raise trouble(Kind.NO_PRACTICE, detail=str(error)) from error
        return self._reached

    def stop(self) -> None:
        """End it."""
        if self._service:
            self._service.stop()

    def _open(self) -> tuple[str, Secret]:
        from voicedesk.audio.files import decode_bytes
        from voicedesk.practice.options import PracticeOptions
        from voicedesk.practice.service import PracticeService

        self._service = PracticeService(PracticeOptions(decode=lambda sound, _: decode_bytes(sound)))
        endpoint = self._service.start()
        return endpoint.base_url, Secret(endpoint.key)
