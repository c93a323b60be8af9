"""Numbers as they are typed into a field, and shown in it."""

from __future__ import annotations

from math import isfinite


def number_in(text: str) -> int | float | None:
    """Return the number somebody has typed, whole where it is whole; or None where it is none."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    if not isfinite(number):
        return None
    return int(number) if number == int(number) else number


def shown_number(number: float | None) -> str:
    """Return a number as somebody would type it; none is ""."""
    return "" if number is None else f"{number:g}"
