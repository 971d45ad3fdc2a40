"""Talk with the benchmark: orders come as lines on standard input, reports go as lines to standard output."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic_ns

BASE_URL = "BENCH_BASE_URL"
KEY = "BENCH_KEY"


@dataclass(frozen=True, slots=True)
class Order:
    """What the benchmark wants done, with the values that belong to it."""

    do: str
    values: dict[str, str]


def tell(what: str, **values: object) -> None:
    """Report something that happened now."""
    line = json.dumps({"what": what, "at_ns": monotonic_ns(), **values}) + "\n"
    os.write(1, line.encode())  # one write a line: several threads report


def tell_crashes() -> None:
    """Report a thread that dies, so that nobody waits for it in vain."""

    def crashed(fault: threading.ExceptHookArgs) -> None:
        threading.__excepthook__(fault)
        tell("crashed")

    threading.excepthook = crashed


def orders() -> Iterator[Order]:
    """Wait for orders until the benchmark leaves."""
    for line in sys.stdin:
        yield order_in(line)


def order_in(line: str | bytes) -> Order:
    """Read one order."""
    values = json.loads(line)
    return Order(values.pop("do"), values)


def on_each_order(take: Callable[[Order], None]) -> None:
    """Give orders to `take` in a thread of their own; without a benchmark the process ends."""

    def listen() -> None:
        for order in orders():
            take(order)
        os._exit(0)

    threading.Thread(target=listen, name="orders", daemon=True).start()


def service() -> tuple[str, str]:
    """Give the base URL and the key of the service to be asked."""
    return os.environ[BASE_URL], os.environ[KEY]
