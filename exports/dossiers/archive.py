"""What was chosen of a graph, filed by entity and by article, so that a page costs what is on it."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple, TypeVar

from ...graph.happenings import Event
from ...graph.knowledge import KnowledgeGraph
from ...graph.model import Evidence, Statement

T = TypeVar("T")


class Stated(NamedTuple):
    """A statement at one of the places that state it."""

    statement: Statement
    evidence: Evidence


class Archive:
    """The statements that pages show, of a graph: all unless some are given, and events unless some are given."""

    def __init__(
        self,
        graph: KnowledgeGraph,
        statements: Iterable[Statement] | None = None,
        events: Iterable[Event] | None = None,
    ) -> None:
        self.graph = graph
        self.statements = graph.statements() if statements is None else tuple(statements)
        self._events = events

    @cached_property
    def about(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements by the id of either end."""
        return _filed((end, s) for s in self.statements for end in (s.subject, s.object))

    @cached_property
    def quoted(self) -> Mapping[str, tuple[Stated, ...]]:
        """What an entity is quoted for, by its id."""
        return _filed((e.source, Stated(s, e)) for s in self.statements for e in s.evidence if e.source)

    @cached_property
    def printed(self) -> Mapping[str, tuple[Stated, ...]]:
        """What an article states, by its id, in the order of its text."""
        found = _filed((e.article, Stated(s, e)) for s in self.statements for e in s.evidence)
        return {article: tuple(sorted(said, key=_place)) for article, said in found.items()}

    @cached_property
    def events(self) -> Mapping[str, tuple[Event, ...]]:
        """The events by the id of who takes part, and of the places; in the order of their dates."""
        events = self.graph.events() if self._events is None else self._events
        return _filed(
            (ident, event)
            for event in events
            for ident in dict.fromkeys((*(p.entity for p in event.participants), *event.places))
        )

    @cached_property
    def tied(self) -> Mapping[str, int]:
        """How many articles tie an entity to another, by its id."""
        return {i: len({e.article for s in said for e in s.evidence}) for i, said in self.about.items()}


def anchor(statement: Statement, evidence: Evidence | None = None) -> str:
    """The name of a place on a page: that of a statement, or that of one of its evidences.

    It depends on what is said and where, so that links stay when other articles come.
    """
    if evidence is None:
        return "s" + _digest(*statement.key)
    spans = (f"{span.start}-{span.end}" for span in evidence.spans)
    return "e" + _digest(*statement.key, evidence.article, *spans, evidence.source or "")


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:12]


def _place(stated: Stated) -> tuple[int, int, tuple[str, ...]]:
    return (stated.evidence.sentence.start, stated.evidence.cue.start, stated.statement.key)


def _filed(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
