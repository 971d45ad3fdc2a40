"""The far end: the practice service behind a link, both in a process that only waits while others work."""

from types import TracebackType
from urllib.parse import urlsplit

from tests.bench.link import Link
from tests.bench.parties.pipe import BASE_URL, KEY
from voicedesk.practice.options import PracticeOptions, Received, Script
from voicedesk.practice.service import PracticeService

CHAT = "/v1/chat/completions"


class FarEnd:
    """A service that answers by a script and remembers what it was asked; use it as a context manager."""

    def __init__(self, script: Script, up_bits_per_s: float | None = None) -> None:
        self._service = PracticeService(PracticeOptions(script=script, records_requests=True))
        endpoint = self._service.start()
        self.link = Link(urlsplit(endpoint.base_url).port or 0, up_bits_per_s)
        base_url = f"http://127.0.0.1:{self.link.port}/v1"
        own = {"COMETAPI_BASE_URL": base_url, "COMETAPI_KEY": endpoint.key}  # as a person would set them
        self.environment = {BASE_URL: base_url, KEY: endpoint.key, **own}

    def use(self, script: Script) -> None:
        """Answer by another script from now on."""
        self._service.use(script)

    def requests(self, path: str = CHAT) -> list[Received]:
        """Give the requests to one endpoint, oldest first."""
        return [request for request in self._service.received() if request.path == path]

    def __enter__(self) -> "FarEnd":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.link.close()
        self._service.stop()
