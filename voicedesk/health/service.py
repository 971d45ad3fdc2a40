"""Look at the way to the service and at the key; the key itself is sent nowhere and never shown."""

import http.client
import socket
import ssl
from collections.abc import Callable
from urllib.parse import urlsplit

from voicedesk.api.addresses import checked_base_url, origin_of
from voicedesk.api.proxies import Proxy, proxy_for
from voicedesk.core.health import Check
from voicedesk.core.problem_texts import Translate, advice_for, in_a_row, title_of
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.secret import KeySource
from voicedesk.store.secrets import KeyStore

LIMIT_S = 5.0

Keys = Callable[[], tuple[KeyStore, str]]
"""Open the store of keys, and tell the base URL that is meant."""


def keyring(tr: Translate) -> Check:
    """See which safe store of the system would keep the key."""
    from voicedesk.store.keyrings import choose

    store = choose()
    if store is None:
        advice = tr(
            "Install or unlock a keyring to keep the key, or set COMETAPI_KEY. Else it lasts until you quit."
        )
        return Check("keyring", tr("no safe store"), advice)
    return Check("keyring", store.name)


def key(tr: Translate, translate_problem: Translate, keys: Keys) -> Check:
    """See whether a key for the base URL is found, which asks the keyring and may unlock it."""
    store, asked = keys()
    try:
        found = store.find(asked)
    except Trouble as trouble:
        if trouble.problem.kind is not Kind.NO_KEYRING:
            return _of("key", trouble.problem, translate_problem)
        found = None
    if found is None:
        advice = tr("Practice mode works without one. Store yours with “voicedesk key set”.")
        return Check("key", tr("none"), advice)
    return Check("key", _where(found.source, tr))


def _where(source: KeySource, tr: Translate) -> str:
    words = {
        KeySource.ENVIRONMENT: tr("found in the environment"),
        KeySource.SESSION: tr("found in the session"),
        KeySource.KEYRING: tr("found in the keyring"),
    }
    return words[source]


def base_url(tr: Translate, translate_problem: Translate, keys: Keys) -> Check:
    """See whether the base URL is usable and its host can be connected to; nothing is sent there."""
    _, asked = keys()
    try:
        address = checked_base_url(asked)
        proxy = proxy_for(address)
    except Trouble as trouble:
        return _of("base URL", trouble.problem, translate_problem)
    return _reached(address, proxy, tr)


def practice(tr: Translate) -> Check:
    """Start the practice service and ask it for its models."""
    from voicedesk.practice.service import PracticeService

    service = PracticeService()
    try:
        endpoint = service.start()
        status = _ask_for_models(endpoint.base_url, endpoint.key)
    except OSError as error:
        found = tr("practice service: {reason}").format(reason=error)
        return Check("base URL", found, tr("Allow VoiceDesk to listen on this computer."))
    finally:
        service.stop()
    if status != http.client.OK:
        found = tr("practice service: status {status}").format(status=status)
        return Check("base URL", found, tr("Please report this."))
    return Check("base URL", tr("the practice service answers"))


def _of(name: str, problem: Problem, translate_problem: Translate) -> Check:
    return Check(name, title_of(problem, translate_problem), advice_for(problem, translate_problem))


def _reached(address: str, proxy: Proxy | None, tr: Translate) -> Check:
    scheme, host, port = origin_of(address)
    target = urlsplit(proxy.url) if proxy else None
    way = tr("{address} through the proxy {proxy}")
    found = way.format(address=address, proxy=proxy.shown) if proxy else address
    advice = tr("Check the internet connection, the base URL, and any firewall or proxy on the way.")
    try:
        if target:
            _connect(target.hostname or "", target.port or 80, encrypted=target.scheme == "https")
        else:
            _connect(host, port, encrypted=scheme == "https")
    except ssl.SSLError as error:
        insecure = tr("{address}: not secure ({reason})").format(address=found, reason=error.reason or error)
        return Check("base URL", insecure, in_a_row(advice, tr("Check the date too.")))
    except OSError as error:
        return Check("base URL", f"{found}: {error.strerror or error}", advice)
    return Check("base URL", found)


def _connect(host: str, port: int, encrypted: bool) -> None:
    with socket.create_connection((host, port), LIMIT_S) as connection:
        if encrypted:
            with ssl.create_default_context().wrap_socket(connection, server_hostname=host):
                return


def _ask_for_models(address: str, key: str) -> int:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=LIMIT_S)
    try:
        connection.request("GET", f"{parts.path}/models", headers={"Authorization": f"Bearer {key}"})
        return connection.getresponse().status
    finally:
        connection.close()
