"""What is counted: precision, recall and F1 of entities, statements and pairs, and how often a status is right."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, NamedTuple


class Measure(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1, to three digits; 0 where nothing was there."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, right: int, predicted: int, gold: int, found: int | None = None) -> "Measure":
        """From counts; `found` is how many of the gold were found, where that is not the number of right ones."""
        p = right / predicted if predicted else 0.0
        r = (right if found is None else found) / gold if gold else 0.0
        return cls(round(p, 3), round(r, 3), round(2 * p * r / (p + r) if p + r else 0.0, 3))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there was, how much was found, and how much of that is right; the counts of articles add up.

    A pair is right when something is stated between two things of which the gold states something, whatever it is.
    """

    articles: int = 0
    entity_gold: int = 0
    entity_predicted: int = 0
    entity_right: int = 0
    named_gold: int = 0
    named_predicted: int = 0
    named_right: int = 0
    triple_gold: int = 0
    triple_predicted: int = 0
    triple_right: int = 0
    pair_right: int = 0
    status_right: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def triples(self) -> Measure:
        return Measure.of(self.triple_right, self.triple_predicted, self.triple_gold)

    @property
    def pairs(self) -> Measure:
        return Measure.of(self.pair_right, self.triple_predicted, self.triple_gold)

    @property
    def entities(self) -> Measure:
        return Measure.of(self.entity_right, self.entity_predicted, self.entity_gold)

    @property
    def named(self) -> Measure:
        """The same without events, which articles describe more often than they name them."""
        return Measure.of(self.named_right, self.named_predicted, self.named_gold)

    @property
    def status(self) -> float:
        """How many of the right statements have the right status."""
        return round(self.status_right / self.triple_right, 3) if self.triple_right else 0.0

    def to_json(self) -> dict[str, Any]:
        """The measures and the counts by name."""
        measures = {n: getattr(self, n)._asdict() for n in ("triples", "pairs", "entities", "named")}
        counts = {f.name: getattr(self, f.name) for f in fields(self)[1:]}
        return {"articles": self.articles, **measures, "status": self.status, "counts": counts}


@dataclass(frozen=True, slots=True)
class RelationCounts:
    """The statements of one relation: `found` of the `gold` ones, and `right` of the `predicted` ones.

    The two differ where an alternative of the gold's relation was predicted.
    """

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    def __add__(self, other: "RelationCounts") -> "RelationCounts":
        return RelationCounts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def measure(self) -> Measure:
        return Measure.of(self.right, self.predicted, self.gold, self.found)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum: measures are taken over all statements, not averaged over articles."""
    return sum(counts, Counts())
