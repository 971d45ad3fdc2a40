"""The doctor looks at everything, changes nothing, never hangs, and says what to do."""

import json
import socket
import ssl
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
import trustme

from tests.cli.conftest import Program
from voicedesk.assembly import open_key_store
from voicedesk.core.health import Check
from voicedesk.core.options import Options
from voicedesk.core.problem_texts import Translate, untranslated
from voicedesk.core.problems import Problem
from voicedesk.health import machine, qt, service
from voicedesk.health.check import carry_out

NAMES = [
    "Python", "screen", "Qt", "sound library", "sound server", "microphone", "loudspeaker", "keyring", "key",
    "base URL", "disk",
]  # fmt: skip
MISSING_HERE = {"screen", "sound server", "microphone", "loudspeaker", "keyring", "key"}


def test_without_screen_sound_and_keyring_each_absence_is_named_with_advice(program: Program) -> None:
    ended = program.run("doctor", "--practice", "--json")
    checks = json.loads(ended.stdout)["checks"]
    assert [check["name"] for check in checks] == NAMES
    assert {check["name"] for check in checks if not check["ok"]} == MISSING_HERE
    assert all(check["found"] and bool(check["advice"]) != check["ok"] for check in checks)
    assert (ended.status, ended.stderr) == (1, "")


def test_people_read_a_line_for_each_and_what_to_do(program: Program) -> None:
    variables = {"COMETAPI_KEY": "sk-test", "COMETAPI_BASE_URL": "ftp://nowhere"}
    lines = program.run("doctor", variables=variables).stdout.splitlines()
    assert [line[:8].strip() for line in lines if not line.startswith(" ")] == [
        "problem" if name in MISSING_HERE - {"key"} | {"base URL"} else "ok" for name in NAMES
    ]
    assert sum("→" in line for line in lines) == len(MISSING_HERE)
    assert any("ftp://nowhere" in line for line in lines)


def test_a_check_that_hangs_is_left_behind() -> None:
    never = threading.Event()
    try:
        check = carry_out("sound", lambda tr: Check("sound", str(never.wait())), untranslated, limit_s=0.05)
    finally:
        never.set()
    assert not check.ok
    assert "no answer" in check.found


def test_a_check_that_fails_itself_is_a_finding() -> None:
    def failing(tr: Translate) -> Check:
        raise RuntimeError("sk-secret")

    check = carry_out("sound", failing, untranslated)
    assert not check.ok
    assert "RuntimeError" in check.found
    assert "secret" not in check.found


@pytest.mark.parametrize(
    ("variables", "ok"),
    [
        ({}, False),
        ({"DISPLAY": ":59871"}, False),
        ({"DISPLAY": "nonsense"}, False),
        ({"WAYLAND_DISPLAY": "w"}, False),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_a_screen_that_does_not_answer_is_no_screen(
    variables: dict[str, str], ok: bool, tmp_path: Path
) -> None:
    assert machine.screen(untranslated, {"XDG_RUNTIME_DIR": str(tmp_path), **variables}, "linux").ok is ok


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_that_answers_is_named(name: str, tmp_path: Path) -> None:
    addresses = {"DISPLAY": "\0/tmp/.X11-unix/X59872", "WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}
    variables = {"DISPLAY": {"DISPLAY": ":59872.0"}, "WAYLAND_DISPLAY": {"WAYLAND_DISPLAY": "wayland-7"}}[
        name
    ]
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(addresses[name])
        server.listen()
        check = machine.screen(untranslated, {"XDG_RUNTIME_DIR": str(tmp_path), **variables}, "linux")
    assert check.ok
    assert name in check.found


@pytest.mark.parametrize(
    ("version", "python", "word"),
    [
        ("6.7.3", (3, 11), "too old"),
        ("6.8.0", (3, 11), ""),
        ("6.11.3", (3, 11), ""),
        ("6.12.0", (3, 11), "below 6.12"),
        ("6.12.0", (3, 12), ""),
    ],
)
def test_a_release_of_qt_that_is_too_old_or_faulty_is_objected_to(
    version: str, python: tuple[int, int], word: str
) -> None:
    objection = qt.objection(version, untranslated, python)
    assert (word in objection) if word else not objection


def test_libraries_that_qt_misses_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ldd = tmp_path / "ldd"
    ldd.write_text(
        "#!/bin/sh\necho '	libxcb-cursor.so.0 => not found'\necho '	libc.so.6 => /lib/libc.so.6'\n"
    )
    ldd.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    check = qt.qt(untranslated, {}, has_screen=True)
    assert not check.ok
    assert "libxcb-cursor.so.0" in check.found
    assert "libc.so" not in check.found
    assert "run.py" in check.advice


def test_a_disk_that_is_nearly_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEDESK_HOME", str(tmp_path))
    assert machine.disk(untranslated, untranslated).ok
    assert not machine.disk(untranslated, untranslated, free_bytes=lambda folder: 199_000_000).ok


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("VOICEDESK_HOME", str(tmp_path / "file"))
    assert str(tmp_path) in machine.disk(untranslated, untranslated).advice


@contextmanager
def listening(received: list[bytes], context: ssl.SSLContext | None = None) -> Iterator[int]:
    """Take one connection, and note everything that comes."""

    def serve() -> None:
        connection, _ = server.accept()
        with suppress(OSError), connection, _encrypted(connection, context) as opened:
            while more := opened.recv(1_000):
                received.append(more)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            thread.join(10)


def _encrypted(connection: socket.socket, context: ssl.SSLContext | None) -> socket.socket:
    return context.wrap_socket(connection, server_side=True) if context else connection


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEDESK_HOME", str(tmp_path / "home"))


def looked_at(base_url: str) -> Check:
    """Look at a base URL that the command line names."""
    keys = partial(open_key_store, Options(base_url), never)
    return service.base_url(untranslated, untranslated, keys)


def never(problem: Problem) -> None:
    raise AssertionError(problem)


def test_p9_a_host_is_connected_to_and_nothing_is_sent() -> None:
    received: list[bytes] = []
    with listening(received) as port:
        check = looked_at(f"http://127.0.0.1:{port}")
    assert check.ok
    assert received == []


def test_p9_a_host_that_is_trusted_is_greeted_and_nothing_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    received: list[bytes] = []
    with listening(received, context) as port:
        check = looked_at(f"https://127.0.0.1:{port}")
    assert check.ok, check.found
    assert received == []


def test_a_host_whose_certificate_nobody_signed_is_not_secure() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with listening([], context) as port:
        check = looked_at(f"https://127.0.0.1:{port}")
    assert not check.ok
    assert "not secure" in check.found


def test_a_host_that_refuses_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    check = looked_at(f"http://127.0.0.1:{port}")
    assert not check.ok
    assert "refused" in check.found


def test_a_host_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LIMIT_S", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        check = looked_at(f"https://127.0.0.1:{server.getsockname()[1]}")
    assert not check.ok
    assert "timed out" in check.found
