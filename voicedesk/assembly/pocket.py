"""The key on its way from the keeper to the client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicedesk.core.secret import Secret

if TYPE_CHECKING:
    from voicedesk.api.client import CometService
    from voicedesk.api.credentials import Credentials


class Pocket:
    """Hand the credentials that the keeper's thread chose to the service that the api thread makes."""

    def __init__(self) -> None:
        self._credentials: Credentials | None = None
        self._service: CometService | None = None

    def choose(self, base_url: str, key: Secret) -> None:
        """Use this key for this service from now on."""
        from voicedesk.api.credentials import Credentials

        self._credentials = Credentials(base_url, key)
        if self._service:
            self._service.use(self._credentials)

    def hand_to(self, service: CometService) -> CometService:
        """Give a service what was chosen, now and later.

        It is noted before it is given anything, so that a choice made in between reaches it twice, not never.
        """
        self._service = service
        service.use(self._credentials)
        return service
