"""Dates and amounts out of their text forms."""

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?) ([A-Z][A-Z0-9]{2,9})", re.ASCII)


def precision(value: str) -> str | None:
    """How exact a date is: "year", "month" or "day" for 2023, 2023-11, 2023-11-22; None for no date of the calendar.

    >>> precision("2023-11"), precision("2023-02-30")
    ('month', None)
    """
    found = bounds(value)
    return None if found is None else ("year", "month", "day")[value.count("-")]


def bounds(value: str) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; None for no date of the calendar.

    >>> [str(day) for day in bounds("2024-02")]
    ['2024-02-01', '2024-02-29']
    """
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        return first, date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return None


def money(value: str) -> tuple[str, str] | None:
    """The number, as decimal digits, and the currency of an amount; None for what is not of this form.

    A currency is an ISO 4217 code, or the ticker of a cryptocurrency.

    >>> money("44000000000 USD")
    ('44000000000', 'USD')
    """
    match = _AMOUNT.fullmatch(value)
    return (match[1], match[2]) if match else None
