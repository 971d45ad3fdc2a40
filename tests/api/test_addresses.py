"""A base URL is completed where people leave things out, and refused where it would be unsafe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.api.addresses import checked_base_url
from voicedesk.api.credentials import Credentials
from voicedesk.api.proxies import Proxy, proxy_for
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.secret import Secret


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://api.cometapi.com/v1", "https://api.cometapi.com/v1"),
        ("  api.cometapi.com/ \n", "https://api.cometapi.com/v1"),
        ("https://api.cometapi.com", "https://api.cometapi.com/v1"),
        ("https://API.CometAPI.com/v1/", "https://api.cometapi.com/v1"),
        ("https://api.cometapi.com/v1/chat/completions", "https://api.cometapi.com/v1"),
        ("https://example.com:8443/gate/v1", "https://example.com:8443/gate/v1"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
        ("http://localhost:9/v1", "http://localhost:9/v1"),
        ("http://[::1]:9/v1", "http://[::1]:9/v1"),
    ],
)
def test_what_is_missing_is_added(typed: str, meant: str) -> None:
    assert checked_base_url(typed) == meant
    assert checked_base_url(meant) == meant


UNSAFE = """
http://api.cometapi.com/v1
ftp://x.example
https://
https://me:pw@x.example/v1
https://x.example/v1?key=1
https://x.example/v1#a
https://x.example:port
https://a b.example
https://[::1
https://x.example:99999/v1
file:///etc/hosts
javascript:alert(1)
"""


@pytest.mark.parametrize("typed", UNSAFE.split("\n"))
def test_what_is_unsafe_is_refused(typed: str) -> None:
    with pytest.raises(Trouble) as raised:
        checked_base_url(typed)
    problem = raised.value.problem
    assert problem.kind is Kind.BAD_ADDRESS
    assert problem.values["reason"]
    assert "pw" not in problem.values["address"]


@given(st.text(max_size=40))
def test_no_text_does_anything_but_pass_or_be_refused(typed: str) -> None:
    try:
        passed = checked_base_url(typed)
    except Trouble as trouble:
        passed, refused = "https://", trouble.problem.kind
    else:
        refused = Kind.BAD_ADDRESS
    assert refused is Kind.BAD_ADDRESS
    assert passed.startswith(("https://", "http://"))


@pytest.mark.parametrize(
    ("other", "fits"),
    [
        ("https://api.cometapi.com/v2", True),
        ("https://api.cometapi.com:443/v1", True),
        ("https://api.cometapi.com:444/v1", False),
        ("http://api.cometapi.com/v1", False),
        ("https://api.cometapi.com.evil.example/v1", False),
        ("https://cometapi.com/v1", False),
    ],
)
def test_a_key_fits_one_origin(other: str, fits: bool) -> None:
    assert Credentials("https://api.cometapi.com/v1", Secret("sk-x")).fit(other) is fits
    assert Credentials(" api.cometapi.com ", Secret("sk-x")).fit(other) is fits
    assert not Credentials(other, Secret("")).fit(other)


def test_a_proxy_is_found_and_named() -> None:
    found = proxy_for("https://api.example.com/v1", {"HTTPS_PROXY": "me:secret@proxy.example:3128"})
    assert found == Proxy("http://me:secret@proxy.example:3128", "HTTPS_PROXY")
    assert (found.shown, repr(found).count("secret")) == ("proxy.example:3128", 0)


@pytest.mark.parametrize("base_url", ["http://localhost:1/v1", "http://127.0.0.1:1/v1", "http://[::1]:1/v1"])
def test_loopback_has_no_proxy(base_url: str) -> None:
    assert proxy_for(base_url, {"ALL_PROXY": "http://proxy.example:1"}) is None


def test_a_host_may_be_excepted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "example.com")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:1")
    assert proxy_for("https://api.example.com/v1") is None
    assert proxy_for("https://api.other.org/v1")
