"""Tell which addresses may be opened, and show where each would lead."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QUrl, QUrlQuery

LONGEST_LINK = 2_000
WEB = frozenset({"http", "https"})
MAIL_FIELDS = frozenset({"subject"})
"""A mail program is given nothing else: some of them attach files that a link names."""

# Strings, compiled at their first use. Controls, spaces, marks that reorder or hide, quotes, backslashes.
_FORBIDDEN = (
    r"[\x00-\x20\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff"
    r"\\<>\"`{}|^]"
)
_ENCODED_CONTROL = r"%(?:[01][0-9a-fA-F]|7[fF]|(?![0-9a-fA-F]{2}))"
_SHAPE = r"(?:https?://[^/?#@]+(?:[/?#].*)?|mailto:[^/].*)"
_MAILBOX = r"[A-Za-z0-9.!#$&'*+=_~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_HOST = r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.|$))+|\[[0-9a-f:.]+\]"


@dataclass(frozen=True, slots=True)
class Link:
    """An address that may be opened: all ASCII, as the system gets it; `host` is who answers there."""

    url: str
    host: str


def safe_link(written: str) -> Link | None:
    """Take the web and mailboxes; deny every other scheme, and every trick to look like another host.

    Qt reads the address, because Qt opens it: two readers would not agree about every one.
    """
    if not _looks_harmless(written):
        return None
    url = QUrl(written, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.userInfo():
        return None
    if url.scheme() == "mailto":
        return _mailbox(url)
    return _web(url)


def _looks_harmless(written: str) -> bool:
    return (
        len(written) <= LONGEST_LINK
        and re.search(_FORBIDDEN, written) is None
        and re.search(_ENCODED_CONTROL, written) is None
        and re.fullmatch(_SHAPE, written, re.IGNORECASE) is not None
    )


def _web(url: QUrl) -> Link | None:
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if url.scheme() not in WEB or not host or re.fullmatch(_HOST, _bracketed(host)) is None:
        return None
    port = f":{url.port()}" if url.port() >= 0 else ""
    return Link(_encoded(url), f"{_bracketed(host)}{port}")


def _mailbox(url: QUrl) -> Link | None:
    address = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    fields = {name.lower() for name, _ in QUrlQuery(url).queryItems()}
    if re.fullmatch(_MAILBOX, address) is None or not fields <= MAIL_FIELDS or url.hasFragment():
        return None
    return Link(_encoded(url), address)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _encoded(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii")
