"""Whether confidence means what it says: how often statements of each confidence are right.

A reliability table (Murphy & Winkler 1977; DeGroot & Fienberg 1983): predictions in bins of their confidence, with the
share that is right in each. Where the two agree, the confidence is calibrated.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where the bins begin and end: each has its lower edge, the last one both."""


class Judged(NamedTuple):
    """A predicted statement: its confidence, 0..1, and whether the gold has it."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions with a confidence from `low` to `high`."""

    low: float
    high: float
    predicted: int
    right: int
    mean: float

    @property
    def precision(self) -> float | None:
        """The share that is right; None where there is no prediction."""
        return self.right / self.predicted if self.predicted else None


def reliability(judged: Iterable[Judged], edges: tuple[float, ...] = EDGES) -> list[Bin]:
    """The predictions in bins of their confidence, the surest first.

    >>> [(b.low, b.predicted, b.right) for b in reliability([Judged(0.95, True), Judged(0.62, False)]) if b.predicted]
    [(0.9, 1, 1), (0.6, 1, 0)]
    """
    found = list(judged)
    bins = []
    for low, high in pairwise(edges):
        inside = [j for j in found if low <= j.confidence < high or (j.confidence == high == edges[-1])]
        mean = sum(j.confidence for j in inside) / len(inside) if inside else 0.0
        bins.append(Bin(low, high, len(inside), sum(j.right for j in inside), round(mean, 3)))
    return bins[::-1]
