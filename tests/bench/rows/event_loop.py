"""Row 9: the window's loop keeps beating, whatever is read, scrolled and streamed in it."""

from tests.bench.report import Row
from tests.bench.rows import reading, streaming
from tests.bench.scope import Scope


def measure(scope: Scope) -> Row:
    """Stream into the whole program, then open, scroll and stream where there are 10,000 messages."""
    stalls, remark = streaming.measure(scope)
    gates, control = reading.measure(scope)
    return Row(9, "event loop", (stalls, *gates), (control,), remarks=(remark,))
