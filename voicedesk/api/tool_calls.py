"""Gather the pieces of tool calls."""

from dataclasses import dataclass, field

from voicedesk.api.limits import Limits
from voicedesk.api.shapes import field_of, items_of, text_of
from voicedesk.core.exchange import ToolCallArrived
from voicedesk.core.problems import Kind, trouble


@dataclass(slots=True)
class _Call:
    id: str = ""
    name: str = ""
    arguments: list[str] = field(default_factory=list)


class ToolCalls:
    """Join tool calls by their index; each is given once, when the stream has ended."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._calls: dict[int, _Call] = {}
        self._characters = 0

    def take(self, deltas: object) -> None:
        """Add the pieces of one chunk."""
        for delta in items_of(deltas):
            index = field_of(delta, "index")
            call = self._call(index if isinstance(index, int) else 0)
            function = field_of(delta, "function")
            call.id = call.id or text_of(field_of(delta, "id"))
            call.name = call.name or text_of(field_of(function, "name"))
            self._add(call, text_of(field_of(function, "arguments")))

    def complete(self) -> tuple[ToolCallArrived, ...]:
        """Give the calls that have an id and a name, each id once."""
        whole = {call.id: call for call in reversed(self._calls.values()) if call.id and call.name}
        return tuple(
            ToolCallArrived(call.id, call.name, "".join(call.arguments)) for call in reversed(whole.values())
        )

    def _call(self, index: int) -> _Call:
        if index not in self._calls and len(self._calls) >= self._limits.tool_calls:
            raise trouble(Kind.TOO_LARGE, f"more than {self._limits.tool_calls} tool calls")
        return self._calls.setdefault(index, _Call())

    def _add(self, call: _Call, arguments: str) -> None:
        self._characters += len(arguments)
        if self._characters > self._limits.arguments_characters:
            raise trouble(Kind.TOO_LARGE, "the arguments of the tool calls")
        call.arguments.append(arguments)
