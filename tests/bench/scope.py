"""Say how much is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """A full run, or a quick one that shows whether everything works but whose figures are rough."""

    is_quick: bool

    def pick(self, full: int, quick: int) -> int:
        """Choose a number of repetitions or seconds."""
        return quick if self.is_quick else full
