"""Write amounts of money: cents below a dollar, with as many digits as say something."""

LEAST_CENTS = 0.1


def amount_words(usd: float) -> str:
    """Write an amount as 0.3 ¢, 12 ¢ or $1.24; what is under a tenth of a cent is written as <0.1 ¢."""
    cents = usd * 100
    if cents >= 99.5:
        return f"${usd:,.2f}"
    if cents >= 9.95:
        return f"{cents:.0f} ¢"
    if 0 < cents < LEAST_CENTS:
        return f"<{LEAST_CENTS} ¢"
    return f"{cents:.1f} ¢" if cents else "0 ¢"
