"""Share the width of a table among its columns."""

CELL_PADDING = 8.0
NARROWEST = 40.0
SLACK = 1.2
"""What strong or wide letters need more than the average one."""


def columns_of(wishes: tuple[int, ...], character_px: float, room: float) -> list[tuple[float, float]]:
    """Give left edge and width of each column.

    Columns that want less than an equal share get what they want, the others share the rest.
    """
    wanted = [max(NARROWEST, wish * character_px * SLACK + 2 * CELL_PADDING) for wish in wishes]
    widths = _shared(wanted, room)
    return [(sum(widths[:place]), width) for place, width in enumerate(widths)]


def _shared(wanted: list[float], room: float) -> list[float]:
    if sum(wanted) <= room:
        return wanted
    open_columns, left, share = len(wanted), room, room / max(1, len(wanted))
    for width in sorted(wanted):
        if width > share:
            break
        open_columns, left = open_columns - 1, left - width
        share = left / max(1, open_columns)
    return [min(width, share) for width in wanted]
