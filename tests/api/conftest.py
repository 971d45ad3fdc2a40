"""Set up what the tests of the service's client share."""

from pathlib import Path

import pytest
import trustme

from voicedesk.core.conversation import Clip
from voicedesk.core.units import Frames, TurnId


@pytest.fixture(autouse=True)
def without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the proxies of the machine that runs the tests out of them."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def clip(tmp_path: Path) -> Clip:
    """A recording of a tenth of a second."""
    path = tmp_path / "1.pcm"
    path.write_bytes(b"\x01\x00" * 2400)
    return Clip(TurnId(1), path, Frames(2400))


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """A certificate authority for the session."""
    return trustme.CA()
