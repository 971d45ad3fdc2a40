"""Only the web and mailboxes are opened, and the host that is shown is the host that is reached."""

import pytest
from PySide6.QtCore import QUrl

from voicedesk.gui.messages.links import LONGEST_LINK, safe_link

ALLOWED = [
    ("https://example.org", "example.org"),
    ("http://example.org/a/b?c=d#e", "example.org"),
    ("HTTPS://EXAMPLE.ORG/A", "example.org"),
    ("https://example.org:8443/x", "example.org:8443"),
    ("https://sub.domain.example.org/", "sub.domain.example.org"),
    ("https://exämple.org/ü", "xn--exmple-cua.org"),
    ("https://xn--exmple-cua.org/", "xn--exmple-cua.org"),
    ("https://раураl.com/", "xn--l-7sba6dbr.com"),
    ("https://аррӏе.com/", "xn--80ak6aa92e.com"),
    ("https://例え.jp/", "xn--r8jz45g.jp"),
    ("http://127.0.0.1:8000/", "127.0.0.1:8000"),
    ("http://[::1]/", "[::1]"),
    ("https://example.org/a@b", "example.org"),
    ("https://example.org/%20", "example.org"),
    ("https://example.org/?q=https://evil.example", "example.org"),
    ("https://my_host.example.org", "my_host.example.org"),
    ("mailto:me@example.org", "me@example.org"),
    ("MAILTO:me@example.org", "me@example.org"),
    ("mailto:me+you@example.org?subject=Hello%20there", "me+you@example.org"),
]
DENIED = [
    "",
    "example.org",
    "//example.org",
    "/etc/passwd",
    "etc/passwd",
    r"C:\Windows\notepad.exe",
    r"\\server\share",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://server/share",
    "smb://server/share",
    "ftp://example.org",
    "sftp://example.org",
    "ssh://example.org",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "vbscript:msgbox",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://example.org/1",
    "ms-msdt:/id PCWDiagnostic",
    "ms-word:ofe|u|https://example.org/a.docx",
    "search-ms:query=x",
    "view-source:https://example.org",
    "about:blank",
    "chrome://settings",
    "qrc:/icon.png",
    "image://provider/x",
    "tel:+123",
    "sms:+123",
    "https:",
    "https:/example.org",
    "https:///example.org",
    "https:example.org",
    "https://",
    "https://user@example.org",
    "https://user:pass@example.org",
    "https://example.org@evil.example",
    "https://example.org%40evil.example",
    r"https://example.org\@evil.example",
    r"https:\\example.org",
    "https://exa mple.org",
    "https://example.org/a b",
    " https://example.org",
    "https://example.org\n",
    "https://example.org/\r\nHost: x",
    "https://example.org/%0d%0aHost:x",
    "https://example.org/%00",
    "https://example.org/%zz",
    "https://example.org/\x00",
    "https://example.org/\x7f",
    "https://example.org/\u202egpj.exe",
    "https://example.org/\u2066x\u2069",
    "https://exa\u200bmple.org",
    "https://exa\u00admple.org",
    "https://example\u3002org\u2028",
    "https://example.org/\ufeff",
    'https://example.org/"onclick=',
    "https://example.org/<script>",
    "https://example.org:99999/",
    "https://example.org:port/",
    "https://exa%2emple.org@x/",
    "https://[::1/",
    "https://..",
    "https://" + "a" * LONGEST_LINK,
    "mailto:",
    "mailto:nobody",
    "mailto:me@example.org?attach=/etc/passwd",
    "mailto:me@example.org?subject=x&body=secret",
    "mailto:me@example.org,you@example.org",
    "mailto://me@example.org",
    "mailto:me@example.org%0aBcc:x@y.z",
]


@pytest.mark.parametrize(("written", "host"), ALLOWED)
def test_the_web_and_mailboxes_may_be_opened(written: str, host: str) -> None:
    link = safe_link(written)
    assert link
    assert link.host == host
    assert link.url.isascii()
    assert QUrl(link.url, QUrl.ParsingMode.StrictMode).isValid()


@pytest.mark.parametrize("written", DENIED)
def test_everything_else_is_text(written: str) -> None:
    assert safe_link(written) is None


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ALLOWED) + len(DENIED) >= 60
