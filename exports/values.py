"""Dates and amounts out of their text forms."""

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) ([A-Z][A-Z0-9]{2,9})", re.ASCII)


def precision(value: str) -> str | None:
    """How exact a date is: "year", "month" or "day" for 2023, 2023-11, 2023-11-22; None for no date of the calendar.

    >>> precision("2023-11"), precision("2023-02-30")
    ('month', None)
    """
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return "day" if day is not None else "month" if month is not None else "year"


def money(value: str) -> tuple[str, str] | None:
    """The number, as decimal digits, and the currency of an amount; None for what is not of this form.

    A currency is an ISO 4217 code, or the ticker of a cryptocurrency.

    >>> money("44000000000 USD")
    ('44000000000', 'USD')
    """
    match = _AMOUNT.fullmatch(value)
    return (match[1], match[2]) if match else None
