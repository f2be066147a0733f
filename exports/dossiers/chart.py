"""The figure of time: where its marks, lines and ticks stand. Geometry alone; a template draws it.

A lane for each family of relations, and in it a mark for each statement at its date. Marks that would cover each other
are stacked; a lane that would grow too high has bars instead, one a step of time.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...graph.model import Status
from ...graph.values import bounds
from .records import Mark

GUTTER, WIDTH, MARGIN = 168, 560, 14
"""The room for the names of the lanes, the width of the drawing beside it, and what is free at both its ends."""

STEP, ROWS, BIN, BARS = 13, 8, 7, 70
"""Between two stacked marks; the highest stack; the width and the greatest height of bars."""

TOP, LANE = 8, 26
"""Above the first lane; the height of a lane with one row."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark, with the line that spans its month or year where no day is known (None where one is)."""

    x: float
    y: float
    line: tuple[float, float] | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Bar:
    """How many statements fall into a step of time: `asserted` of them lowest, `other` on top; heights in pixels."""

    x: float
    y: float
    asserted: float
    other: float
    count: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A family of relations: the top and height of its stripe, the middle of its first row, and what is in it."""

    name: str
    top: float
    height: float
    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the lanes at the beginning of a year or month, with that date for a name."""

    x: float
    date: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole figure, `width` by `height` units; lanes in the order of their first marks' families."""

    width: float
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]

    @property
    def bottom(self) -> float:
        return self.height - 24


def chart(marks: Sequence[Mark], lanes: Sequence[str]) -> Chart | None:
    """The figure of these marks; None where there are none. `lanes` is the order of the lanes."""
    if not marks:
        return None
    spans = [_days(m) for m in marks]
    scale = _Scale(min(a for a, _ in spans), max(b for _, b in spans))
    placed, top = [], float(TOP)
    for name in lanes:
        own = [m for m in marks if m.lane == name]
        if own:
            lane = _lane(name, own, top, scale)
            placed.append(lane)
            top += lane.height
    return Chart(GUTTER + WIDTH, top + 24, tuple(placed), tuple(scale.ticks()))


def _days(mark: Mark) -> tuple[date, date]:
    known = bounds(mark.date.value)
    if known is None:
        raise ValueError(f"no date: {mark.date.value!r}")
    return known


class _Scale:
    """From days to places. A drawing of few days has whole months, so that one has a name."""

    def __init__(self, first: date, last: date) -> None:
        if (last - first).days < 60:
            first, last = first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
        self.first, self.last = first, last
        self._unit = (WIDTH - 2 * MARGIN) / max((last - first).days, 1)

    def x(self, day: date) -> float:
        return round(GUTTER + MARGIN + (day - self.first).days * self._unit, 1)

    def ticks(self) -> list[Tick]:
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        if months > 24:
            years = months / 12
            size = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000) if years / s <= 11)
            begin = -(-self.first.year // size) * size
            found = [date(y, 1, 1) for y in range(max(begin, 1), self.last.year + 1, size)]
            return [Tick(self.x(d), f"{d.year:04}") for d in found if self.first <= d <= self.last]
        size = next(s for s in (1, 2, 3, 6) if months / s <= 7)
        start = self.first.year * 12 + self.first.month - 1
        found = [date(m // 12, m % 12 + 1, 1) for m in range(start, start + months) if m % size == 0]
        return [Tick(self.x(d), f"{d.year:04}-{d.month:02}") for d in found if self.first <= d <= self.last]


def _lane(name: str, marks: Sequence[Mark], top: float, scale: _Scale) -> Lane:
    placed = sorted((_place(m, scale), n) for n, m in enumerate(marks))
    rows: list[float] = []
    dots = []
    for x, n in placed:
        row = next((r for r, edge in enumerate(rows) if edge <= x), len(rows))
        rows[row : row + 1] = [x + STEP]
        dots.append((x, row, marks[n]))
    if len(rows) > ROWS:
        return Lane(name, top, BARS + 18, (), _bars(dots, top + BARS + 10, scale))
    height = LANE + (len(rows) - 1) * STEP
    return Lane(name, top, height, tuple(_dot(x, top + LANE / 2 + r * STEP, m, scale) for x, r, m in dots), ())


def _place(mark: Mark, scale: _Scale) -> float:
    """In the middle of what the date may mean."""
    first, last = _days(mark)
    return round((scale.x(first) + scale.x(last)) / 2, 1)


def _dot(x: float, y: float, mark: Mark, scale: _Scale) -> Dot:
    first, last = _days(mark)
    ends = (scale.x(first), scale.x(last))
    return Dot(x, y, ends if ends[1] - ends[0] > 4 else None, mark)


def _bars(dots: Sequence[tuple[float, int, Mark]], floor: float, scale: _Scale) -> tuple[Bar, ...]:
    steps = [
        (place, [m for _, _, m in inside])
        for place, inside in ((p, list(g)) for p, g in groupby(dots, key=lambda d: int((d[0] - GUTTER) // BIN)))
    ]
    highest = max(len(inside) for _, inside in steps)
    found = []
    for place, inside in steps:
        unit = BARS / highest
        asserted = sum(m.status is Status.ASSERTED for m in (mark.statement for mark in inside))
        dates = sorted(m.date.value for m in inside)
        found.append(
            Bar(
                GUTTER + place * BIN,
                round(floor - len(inside) * unit, 1),
                round(asserted * unit, 1),
                round((len(inside) - asserted) * unit, 1),
                len(inside),
                dates[0],
                dates[-1],
            )
        )
    return tuple(found)
