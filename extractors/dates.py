"""Dates: what a sentence names, counted from the day of the article, no more precise than the words are.

The forms are rows of the lexicon `dates`, names of months and days those of CLDR (babel); dateutil does the calendar.
Neither asks the clock, the time zone or the locale of the machine.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta
from spacy.tokens import Span

from .lexicon import alternation, load

WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)

EXACT = {"day": 10, "month": 11}
""" "10 days ago" is a day and "11 months ago" a month; what is longer ago is as exact as the next longer unit."""

_PARTS = ("weekday", "month", "number", "day", "year", "season", "count", "age")


class Form(NamedTuple):
    """A row of the lexicon; its keys are explained there."""

    pattern: re.Pattern[str]
    unit: str
    shift: int
    toward: str
    anchor: bool
    strict: bool
    none: bool


@dataclass(frozen=True, slots=True)
class Date:
    """An expression of time: the tokens `start` to `end` (exclusive) of the doc, its row, and its parts by name."""

    start: int
    end: int
    form: Form
    parts: Mapping[str, str]


def dates(sentence: Span) -> list[Date]:
    """The expressions of time of the sentence in the order of the text, the longest where several begin at a place."""
    lang, text = sentence.doc.lang_, sentence.text
    found = [(m.start(), -m.end(), n, m) for n, form in enumerate(_forms(lang)) for m in form.pattern.finditer(text)]
    kept: list[Date] = []
    done = 0
    for start, end, n, match in sorted(found, key=lambda f: f[:3]):
        span = sentence.char_span(start, -end, alignment_mode="expand") if start >= done else None
        if span is not None:
            done = -end
            parts = {name.split("_")[0]: value for name, value in match.groupdict().items() if value is not None}
            kept.append(Date(span.start, span.end, _forms(lang)[n], parts))
    return kept


def resolve(found: Date, lang: str, today: date | None, toward: str, anchor: date | None = None) -> str | None:
    """The ISO date, partial where the words are no more precise; None where it cannot be known.

    `today` is the day of the article, `toward` is "past", "future" or "" by the tense of what is dated, for words that
    leave it open; `anchor` is the day that "the day before" counts from.
    """
    form, parts, words = found.form, found.parts, _words(lang)
    base = anchor if form.anchor else today
    month = int(parts["number"]) if "number" in parts else words.months.get(_bare(parts.get("month", "")), 0)
    day = int(re.sub(r"\D", "", parts.get("day", "")) or 0)
    toward = form.toward or toward
    if form.none:
        return None
    try:
        if "year" in parts:
            return _iso(int(parts["year"]), month, day)
        if base is None:
            return None
        if form.unit:
            return _away(base, form.unit, form.shift * _count(parts, words))
        if month:
            return _of_year(base, month, day, toward)
        if "weekday" in parts:
            return _weekday(base, words.weekdays[_bare(parts["weekday"])], toward, form.strict)
        if "season" in parts:
            return _of_year(base, words.seasons[parts["season"].lower()], 0, toward)[:4]
    except (ValueError, OverflowError):  # no day of the calendar
        pass
    return None


def _iso(year: int, month: int, day: int) -> str:
    if day:
        return date(year, month, day).isoformat()
    return f"{date(year, month or 1, 1):%Y-%m}" if month else f"{year:04}"


def _away(base: date, unit: str, shift: int) -> str:
    """So many units from a day. A week is the month that it lies in, or the year where it lies in two months."""
    days = shift if unit == "day" else 7 * shift if unit == "week" else 0
    months = shift if unit == "month" else 0
    there = base + relativedelta(days=days, months=months, years=shift if unit == "year" else 0)
    if unit == "week":
        first, last = there + relativedelta(weekday=MO(-1)), there + relativedelta(weekday=SU(1))
        whole = _iso(there.year, first.month if first.month == last.month else 0, 0)
        return whole if first.year == last.year else ""
    if unit == "day":
        return _iso(there.year, there.month, there.day if abs(shift) <= EXACT["day"] else 0)
    return _iso(there.year, there.month if unit == "month" and abs(shift) <= EXACT["month"] else 0, 0)


def _of_year(base: date, month: int, day: int, toward: str) -> str:
    """The nearest such month or day in that direction; the article's own counts in both."""
    here = date(base.year, month, min(day or 1, 28)) - relativedelta(day=1 if not day else None)
    first = base if day else base.replace(day=1)
    if not toward and here != first:
        return ""
    years = -1 if toward == "past" and here > first else 1 if toward == "future" and here < first else 0
    return _iso(base.year + years, month, day)


def _weekday(base: date, weekday: int, toward: str, strict: bool) -> str:
    """The nearest such day in that direction; the article's own counts unless `strict` ("last Monday")."""
    if not toward and base.weekday() != weekday:
        return ""
    step = 1 if toward == "future" else -1
    start = base + relativedelta(days=step) if strict else base
    there: date = start + relativedelta(weekday=WEEKDAYS[weekday](step))
    return there.isoformat()


def _count(parts: Mapping[str, str], words: "_Words") -> int:
    if "age" in parts:
        return words.ages[parts["age"].lower()]
    count = parts.get("count", "1").lower()
    return int(count) if count.isdigit() else words.counts[count]


class _Words(NamedTuple):
    """Names by their number: months from 1, weekdays from 0 for Monday, the first month of a season."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    counts: Mapping[str, int]
    ages: Mapping[str, int]


@cache
def _words(lang: str) -> _Words:
    lexicon = load(lang, "dates")
    spelt = (*get_month_names("wide", locale=lang).items(), *get_month_names("abbreviated", locale=lang).items())
    months = {_bare(name): n for n, name in spelt}
    weekdays = {_bare(name): n for n, name in get_day_names("wide", locale=lang).items()}
    numbers = load(lang, "amounts")["numbers"].items()
    counts = {word: int(value) for word, value in numbers if value.isdigit()}
    return _Words(months | lexicon["months"], weekdays, lexicon["seasons"], counts, lexicon["ages"])


def _bare(name: str) -> str:
    return name.lower().rstrip(".")


@cache
def _forms(lang: str) -> tuple[Form, ...]:
    lexicon = load(lang, "dates")
    return tuple(
        Form(
            pattern=_pattern(lang, row["pattern"]),
            unit=row.get("unit", ""),
            shift=row.get("shift", 0),
            toward=row.get("toward", ""),
            anchor=row.get("anchor", False),
            strict=row.get("strict", False),
            none=row.get("none", False),
        )
        for row in lexicon["date"]
    )


def _pattern(lang: str, row: str) -> re.Pattern[str]:
    """The row with each part a group of its own: a part may stand in several branches."""
    lexicon, numbers = load(lang, "dates"), iter(range(999))
    macros = {**lexicon["macros"], **_parts(lang)}
    row = alternation(row, {**macros, **{part: f"\0{part}\0" for part in _PARTS}})
    named = re.sub("\0(\\w+)\0", lambda m: f"(?P<{m[1]}_{next(numbers)}>{_parts(lang)[m[1]]})", row)
    return re.compile(rf"(?<!\w){named}(?!\w)", re.IGNORECASE)


@cache
def _parts(lang: str) -> Mapping[str, str]:
    lexicon, words = load(lang, "dates"), _words(lang)
    case = "(?-i:" if lexicon["capitalised"] else "(?:"

    def names(known: Mapping[str, int]) -> str:
        spelt = [name.capitalize() if lexicon["capitalised"] else name for name in known]
        return case + "|".join(sorted(map(re.escape, spelt), key=lambda n: (-len(n), n))) + ")"

    def plain(known: Mapping[str, int]) -> str:
        return "(?:" + "|".join(sorted(map(re.escape, known), key=lambda n: (-len(n), n))) + ")"

    return {
        "weekday": names(words.weekdays),
        "month": names(words.months),
        "number": "(?:0?[1-9]|1[0-2])",
        "day": "(?:1er|[12]\\d|3[01]|0?[1-9])",
        "year": "(?:1[789]\\d\\d|20\\d\\d)",
        "season": plain(words.seasons),
        "count": rf"(?:\d{{1,3}}|{plain(words.counts)})",
        "age": plain(words.ages),
    }
