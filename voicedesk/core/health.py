"""Say what a look at the machine found."""

from dataclasses import dataclass

from voicedesk.core.inquiries import Report


@dataclass(frozen=True, slots=True)
class Check:
    """What was found; without advice all is well. The name stays the same in every language, for scripts."""

    name: str
    found: str
    advice: str = ""

    @property
    def ok(self) -> bool:
        """Tell whether nothing needs to be done."""
        return not self.advice


@dataclass(frozen=True, slots=True)
class Examined(Report):
    """What the checks found so far; `is_over` when there is no further one."""

    checks: tuple[Check, ...]
    is_over: bool
