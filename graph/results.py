"""What questions to a graph answer with; every answer carries the statements that it rests on."""

from dataclasses import dataclass

from .model import Entity, Evidence, Statement


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity near another: `distance` steps away, by the `statements` that join it to those one step nearer."""

    entity: Entity
    distance: int
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """A way from one entity to another.

    `steps[i]` are the statements, in either direction, that join `entities[i]` and `entities[i + 1]`.
    """

    entities: tuple[Entity, ...]
    steps: tuple[tuple[Statement, ...], ...]

    def __str__(self) -> str:
        return " — ".join(e.name for e in self.entities)


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated evidence of a statement.

    `date` is as exact as is known: 2023, 2023-11 or 2023-11-22, and `precision` says so: "year", "month" or "day".
    `of_article` tells whether that is the date of the article, because the sentence itself states none.
    """

    date: str
    precision: str
    of_article: bool
    statement: Statement
    evidence: Evidence
