"""Parts of a drawing side by side: each where there is room for its outline nearest to the middle.

Outlines are cells of a grid (polyomino packing: Freivalds, Dogrusoz and Kikusts 2002), so that small parts settle in
the bays of large ones.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

Places = dict[int, tuple[float, float]]
Boxes = Mapping[int, tuple[float, float]]
Link = tuple[int, int]
Cell = tuple[int, int]
_LARGEST = 90  # cells across a drawing, about


def packed(parts: Sequence[Places], links: Iterable[Link], boxes: Boxes, *, aspect: float, gap: float) -> Places:
    """All parts in one drawing about as wide as `aspect` times its height, the first in the middle, `gap` apart.

    No cell belongs to two parts: neither boxes nor links of different parts meet.
    """
    if not parts:
        return {}
    home = {n: i for i, part in enumerate(parts) for n in part}
    lines: list[list[Link]] = [[] for _ in parts]
    for a, b in links:
        if a in home and home.get(b) == home[a]:
            lines[home[a]].append((a, b))
    step = max(gap, math.sqrt(sum(_area(part, boxes) for part in parts)) / _LARGEST)
    taken: set[Cell] = set()
    begin: dict[frozenset[Cell], int] = {}
    offsets = _Offsets(aspect)
    placed: Places = {}
    for part, joined in zip(parts, lines, strict=True):
        middle = _middle(part, boxes)
        cells = frozenset(_cells(part, joined, boxes, middle, step, gap / 2))
        if not placed:
            cells = _hull(cells)
        at = begin.get(cells, 0)  # where an outline had no room it has none later
        while not taken.isdisjoint((x + dx, y + dy) for dx, dy in (offsets[at],) for x, y in cells):
            at += 1
        begin[cells] = at + 1
        dx, dy = offsets[at]
        taken.update((x + dx, y + dy) for x, y in cells)
        placed |= {n: (x - middle[0] + dx * step, y - middle[1] + dy * step) for n, (x, y) in part.items()}
    return _centred(placed, boxes)


class _Offsets:
    """The cells of a grid from the middle outwards, in rings of this aspect."""

    def __init__(self, aspect: float) -> None:
        self._aspect = aspect
        self._found: list[Cell] = []
        self._reach = 0

    def __getitem__(self, number: int) -> Cell:
        while number >= len(self._found):
            self._grow()
        return self._found[number]

    def _grow(self) -> None:
        inner, self._reach = self._reach, self._reach + 8
        across, down = self._reach * self._aspect, self._reach
        ring = [
            ((x / self._aspect) ** 2 + y**2, abs(y), y, x)
            for x in range(-math.ceil(across), math.ceil(across) + 1)
            for y in range(-down, down + 1)
        ]
        self._found += [
            (x, y) for far, _, y, x in sorted(ring) if (inner**2 <= far < self._reach**2)
        ]  # fmt: skip


def _cells(
    part: Places, links: Iterable[Link], boxes: Boxes, middle: tuple[float, float], step: float, margin: float
) -> Iterator[Cell]:
    """The cells that boxes and links touch, counted from the middle."""

    def cell(value: float, axis: int) -> int:
        return math.floor((value - middle[axis]) / step + 0.5)

    for n, (x, y) in part.items():
        half = (boxes[n][0] / 2 + margin, boxes[n][1] / 2 + margin)
        for i in range(cell(x - half[0], 0), cell(x + half[0], 0) + 1):
            for j in range(cell(y - half[1], 1), cell(y + half[1], 1) + 1):
                yield i, j
    for a, b in links:
        (ax, ay), (bx, by) = part[a], part[b]
        pieces = max(1, math.ceil(math.hypot(bx - ax, by - ay) / step * 1.5))
        for k in range(pieces + 1):
            yield cell(ax + (bx - ax) * k / pieces, 0), cell(ay + (by - ay) * k / pieces, 1)


def _hull(cells: frozenset[Cell]) -> frozenset[Cell]:
    """The cells and those enclosed by them in their row and in their column: small parts stay out of the largest."""
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for x, y in cells:
        rows.setdefault(y, []).append(x)
        columns.setdefault(x, []).append(y)
    down = {x: (min(ys), max(ys)) for x, ys in columns.items()}
    return frozenset(
        (x, y)
        for y, xs in rows.items()
        for x in range(min(xs), max(xs) + 1)
        if x in down and down[x][0] <= y <= down[x][1]
    )


def _area(part: Places, boxes: Boxes) -> float:
    left, top, right, bottom = _edges(part, boxes)
    return (right - left) * (bottom - top)


def _middle(part: Places, boxes: Boxes) -> tuple[float, float]:
    left, top, right, bottom = _edges(part, boxes)
    return (left + right) / 2, (top + bottom) / 2


def _edges(part: Places, boxes: Boxes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a part."""
    return (
        min(x - boxes[n][0] / 2 for n, (x, _) in part.items()),
        min(y - boxes[n][1] / 2 for n, (_, y) in part.items()),
        max(x + boxes[n][0] / 2 for n, (x, _) in part.items()),
        max(y + boxes[n][1] / 2 for n, (_, y) in part.items()),
    )


def _centred(places: Places, boxes: Boxes) -> Places:
    x, y = _middle(places, boxes)
    return {n: (a - x, b - y) for n, (a, b) in places.items()}
