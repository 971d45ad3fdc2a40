"""Bind a key to the one address it may be sent to."""

from dataclasses import dataclass

from voicedesk.api.addresses import checked_base_url, origin_of
from voicedesk.core.problems import Trouble
from voicedesk.core.secret import Secret


@dataclass(frozen=True, slots=True)
class Credentials:
    """A key and the base URL it was given for."""

    base_url: str
    key: Secret

    def fit(self, base_url: str) -> bool:
        """Tell whether the key may go to this address: same scheme, host and port."""
        try:
            home, target = checked_base_url(self.base_url), checked_base_url(base_url)
        except Trouble:
            return False
        return bool(self.key.reveal()) and origin_of(home) == origin_of(target)
