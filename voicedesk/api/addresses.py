"""Check base URLs, and tell which origin they belong to."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Trouble, trouble

Origin = tuple[str, str, int]
"""Scheme, host and port: what a key and a connection belong to."""

_PORTS = {"https": 443, "http": 80}
_ENDPOINT = "/chat/completions"


def checked_base_url(text: str) -> str:
    """Complete what people leave out of a base URL, and refuse what cannot be one."""
    parts = _split(text)
    host = parts.hostname or ""
    if parts.username is not None or parts.password is not None:
        raise _bad(text, Phrase.HAS_PASSWORD)
    if parts.query or parts.fragment:
        raise _bad(text, Phrase.HAS_QUERY)
    if not host or any(character.isspace() for character in parts.netloc + parts.path):
        raise _bad(text, Phrase.NAMES_NO_HOST)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise _bad(text, Phrase.NOT_HTTPS)
    return f"{parts.scheme}://{parts.netloc.lower()}{_path_of(parts)}"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def host_of(base_url: str) -> str:
    """Name the host of a base URL, for people."""
    return urlsplit(base_url).hostname or base_url


def origin_of(base_url: str) -> Origin:
    """Name what a key for this base URL is bound to."""
    parts = urlsplit(base_url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)


def _split(text: str) -> SplitResult:
    address = text.strip()
    try:
        parts = urlsplit(address if "://" in address else _with_scheme(address))
        _ = parts.port  # raises for a port that is no number
    except ValueError as error:
        raise _bad(text, Phrase.CANNOT_BE_READ) from error
    return parts


def _with_scheme(address: str) -> str:
    host = urlsplit(f"//{address}").hostname or ""
    return f"{'http' if is_loopback(host) else 'https'}://{address}"


def _path_of(parts: SplitResult) -> str:
    path = parts.path.rstrip("/").removesuffix(_ENDPOINT)
    return path or "/v1"


def _bad(text: str, reason: Phrase) -> Trouble:
    # A password in the address is not repeated in a sentence that may be copied into a report.
    shown = text.strip().rpartition("@")[2][:200]
    return trouble(Kind.BAD_ADDRESS, address=shown, reason=reason)
