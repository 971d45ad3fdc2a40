"""Show the names of devices as people know them."""

from collections import Counter
from collections.abc import Sequence


def labels_of(names: Sequence[str]) -> list[str]:
    """Leave out what only tells twins apart, unless there are twins."""
    short = [name.rpartition(", ")[0] or name for name in names]
    count = Counter(short)
    return [name if count[brief] > 1 else brief for name, brief in zip(names, short, strict=True)]
