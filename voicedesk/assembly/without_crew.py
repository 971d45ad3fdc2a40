"""What commands need that look at what is there and start no workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from voicedesk.assembly.export_desk import ExportDesk
from voicedesk.assembly.home import Home
from voicedesk.core.health import Check
from voicedesk.core.options import Options
from voicedesk.core.problem_texts import Translate
from voicedesk.core.problems import Problem
from voicedesk.engine.exporter import Exporter

if TYPE_CHECKING:
    from voicedesk.store.reader import HistoryReader
    from voicedesk.store.secrets import KeyStore


def open_key_store(options: Options, remark: Callable[[Problem], None]) -> tuple[KeyStore, str]:
    """Give the store of keys and the base URL that is meant, for commands that need no crew."""
    home = Home(remark, options.base_url)
    settings, problems = home.settings_file().load()
    for problem in problems:
        remark(problem)
    return home.key_store(), options.base_url or settings.service.base_url


def examine(
    options: Options, tr: Translate, translate_problem: Translate, remark: Callable[[Problem], None]
) -> Iterator[Check]:
    """Look at everything that the program needs, for commands that need no crew."""
    from voicedesk.health.examination import Examination

    keys = partial(open_key_store, options, remark)
    return Examination(keys, options.practice, tr, translate_problem).run()


def open_library(remark: Callable[[Problem], None]) -> tuple[HistoryReader, Exporter]:
    """Give what is stored, to be read and exported beside a running program, for commands without a crew."""
    home = Home(remark, "")
    return home.reader(), Exporter(home.reader, ExportDesk(home), lambda event: None)


def open_costs(remark: Callable[[Problem], None]) -> tuple[HistoryReader, int]:
    """Give what is stored, and the percent by which prices count that the service does not publish."""
    home = Home(remark, "")
    settings, problems = home.settings_file().load()
    for problem in problems:
        remark(problem)
    return home.reader(), settings.money.estimate_percent
