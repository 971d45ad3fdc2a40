"""Find the proxy that the environment or the system asks for, and name where that is set."""

from collections.abc import Mapping
from dataclasses import dataclass
from os import environ
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from voicedesk.api.addresses import host_of, is_loopback
from voicedesk.core.phrases import Phrase

_VARIABLES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy, where it was set, and how to name it without its password."""

    url: str
    variable: str

    def __repr__(self) -> str:
        return f"Proxy({self.shown}, {self.variable})"

    @property
    def shown(self) -> str:
        """Give host and port only."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


def proxy_for(base_url: str, variables: Mapping[str, str] = environ) -> Proxy | None:
    """Choose the proxy for an address; this computer itself is never asked for through one.

    HTTP_PROXY plays no part: only https leaves this computer.
    """
    host = host_of(base_url)
    if is_loopback(host) or proxy_bypass(host):
        return None
    for variable in _VARIABLES:
        if url := variables.get(variable):
            return Proxy(_with_scheme(url), variable)
    system = getproxies().get("https")
    return Proxy(_with_scheme(system), Phrase.SYSTEM_SETTINGS) if system else None


def _with_scheme(url: str) -> str:
    return url if "://" in url else f"http://{url}"
