"""Tell which services the key in the environment belongs to."""

from collections.abc import Mapping

from voicedesk.core.problems import Trouble
from voicedesk.core.settings import DEFAULT_BASE_URL
from voicedesk.store.secrets import service_of


def keys_in(environment: Mapping[str, str], named_base_url: str) -> dict[str, str]:
    """Give the key to the service that the environment names, or else to CometAPI, and to one that was named.

    `named_base_url` is what the person asked for when they started the program. A base URL that was
    changed in the settings is no such wish: the key would go to a host its owner never gave it to.
    """
    key = environment.get("COMETAPI_KEY", "").strip()
    meant = environment.get("COMETAPI_BASE_URL", "") or DEFAULT_BASE_URL
    services = {_service_or_nothing(base_url) for base_url in (meant, named_base_url)} - {""}
    return dict.fromkeys(services, key) if key else {}


def _service_or_nothing(base_url: str) -> str:
    """Leave out what cannot be read; whoever asks there is told."""
    try:
        return service_of(base_url) if base_url else ""
    except Trouble:
        return ""
