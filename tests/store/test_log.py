"""The log is private, bounded, one line a record, and holds no key, whatever is logged."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from voicedesk.core.secret import Secret
from voicedesk.store.log import RedactingFormatter, start_log

KEY = "sk-canary-1234567890abcdef"
ODD_KEY = "a key / that looks like none"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "logs" / "voicedesk.log"


@pytest.fixture
def formatter(path: Path) -> Iterator[RedactingFormatter]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield start_log(path, logging.DEBUG)
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_no_key_is_in_the_log_however_it_got_into_a_record(formatter: RedactingFormatter, path: Path) -> None:
    formatter.learn(Secret(ODD_KEY))
    logger = logging.getLogger("some.library")
    logger.debug("headers: %s", {"authorization": f"Bearer {KEY}"})
    logger.info("plain %s, quoted %s", ODD_KEY, "a%20key%20%2F%20that%20looks%20like%20none")
    try:
        raise ValueError(f"refused {KEY} and {ODD_KEY}")
    except ValueError:
        logger.exception("failed")
    text = path.read_text()
    assert "ValueError: refused sk-\\u2026 and sk-\\u2026" in text
    for canary in ("canary", ODD_KEY, "%20that%20"):
        assert canary not in text


def test_a_traceback_is_one_line(formatter: RedactingFormatter, path: Path) -> None:
    try:
        raise ValueError("two\nlines")
    except ValueError:
        logging.getLogger("here").exception("failed")
    begin, record = path.read_text().splitlines()
    assert "VoiceDesk" in begin and "log level DEBUG" in begin
    assert "two" in record and "lines" in record


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(message=some.text())
def test_T30_any_record_is_one_printable_line(message: str) -> None:
    record = logging.LogRecord("name", logging.INFO, "", 0, "%s", (message,), None)
    line = RedactingFormatter().format(record)
    assert len(line.splitlines()) == 1
    assert line.isprintable()


def test_text_in_any_script_stays_readable(formatter: RedactingFormatter, path: Path) -> None:
    logging.getLogger("here").info("microphone “Köln 麦克风”")
    assert "microphone “Köln 麦克风”" in path.read_text(encoding="utf-8")


def test_the_log_does_not_grow_beyond_three_files(
    formatter: RedactingFormatter, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [handler] = [each for each in logging.getLogger().handlers if each.formatter is formatter]
    monkeypatch.setattr(handler, "maxBytes", 10_000)
    for _ in range(100):
        logging.getLogger("here").info("x" * 1_000)
    files = list(path.parent.iterdir())
    assert len(files) == 3
    assert all(file.stat().st_size <= 10_000 and file.stat().st_mode & 0o077 == 0 for file in files)


def test_a_huge_record_is_cut(formatter: RedactingFormatter, path: Path) -> None:
    logging.getLogger("here").info("x" * 10_000_000)
    assert path.stat().st_size < 20_000


def test_without_a_place_for_it_the_program_goes_on_without_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("")
    root = logging.getLogger()
    before = list(root.handlers)
    start_log(tmp_path / "state" / "voicedesk.log")
    logging.getLogger("here").info("said to nobody")
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
    assert capsys.readouterr().err == ""


def test_a_failing_disk_prints_nothing(
    formatter: RedactingFormatter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    [handler] = [each for each in logging.getLogger().handlers if each.formatter is formatter]

    def full(_record: logging.LogRecord) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(handler, "shouldRollover", full)
    logging.getLogger("here").warning("the key is %s", KEY)
    assert capsys.readouterr().err == ""
