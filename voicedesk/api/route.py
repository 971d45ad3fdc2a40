"""Tell how the service is reached, for whoever has to explain why it is not."""

from dataclasses import dataclass

from voicedesk.api.proxies import Proxy
from voicedesk.core.problems import Kind, Problem


@dataclass(frozen=True, slots=True)
class Route:
    """The host of the base URL and the proxy on the way to it."""

    host: str
    proxy: Proxy | None = None

    def unreachable(self, kind: Kind = Kind.UNREACHABLE, detail: str = "") -> Problem:
        """Say that no connection came about; with a proxy it is the proxy that did not answer."""
        if self.proxy:
            return self._proxied(Kind.PROXY_SILENT, detail)
        return Problem(kind, {"host": self.host}, detail)

    def wants_password(self) -> Problem:
        """Say that the proxy lets nobody through without a password."""
        return self._proxied(Kind.PROXY_PASSWORD, "")

    def _proxied(self, kind: Kind, detail: str) -> Problem:
        shown, variable = (self.proxy.shown, self.proxy.variable) if self.proxy else (self.host, "")
        return Problem(kind, {"proxy": shown, "variable": variable}, detail)
