"""Write lengths of time."""


def clock_words(milliseconds: int) -> str:
    """Write a length of time as minutes and seconds."""
    return f"{milliseconds // 60_000}:{milliseconds // 1000 % 60:02}"
