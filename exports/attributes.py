"""What network programs are told of nodes and edges: one list of typed attributes for GEXF, GraphML and Neo4j."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..graph.happenings import Event
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Entity, Evidence, Statement, Status
from ..graph.ontology import ontology
from ..graph.selection import dated
from ..graph.values import bounds

NODE = {
    "name": str,
    "type": str,
    "kind": str,
    "when": str,
    "amount": str,
    "aliases": list,
    "labels": list,
    "same_as": list,
    "articles": int,
    "mentions": int,
}
"""Attributes of a node and their types: those of `Entity`, the date and the amount of an event, and the numbers of its
articles and mentions."""

EDGE = {
    "relation": str,
    "status": str,
    "family": str,
    "sign": int,
    "symmetric": bool,
    "confidence": float,
    "sentences": int,
    "articles": int,
    "publications": list,
    "quoted": list,
    "when": list,
    "amounts": list,
    "roles": list,
    "first": str,
    "last": str,
    "article_ids": list,
    "sentence": str,
}
"""Attributes of a statement: what the ontology says of its relation, and what its evidence adds.

`quoted` are the names of those to whom articles attribute it, `first` and `last` the dates of its articles, `sentence`
is that of its first evidence.
"""

PARTICIPATION = "participation"
"""What stands for the family of a relation where an edge is a role in an event."""

Value = str | int | float | bool | tuple[str, ...]
_SMALLEST = 6.0


@dataclass(frozen=True, slots=True)
class Period:
    """When a statement holds, as far as is known: ISO 8601 days, None for open ends."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of an export: an entity, or an event that statements state. `values` are those of `NODE`."""

    id: str
    name: str
    type: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge of an export: a statement, or a role in an event. `values` are those of `EDGE`."""

    source: str
    target: str
    relation: str
    status: str
    values: dict[str, Value]
    period: Period

    @property
    def label(self) -> str:
        return self.relation.replace("_", " ") + ("" if self.status == Status.ASSERTED else f" ({self.status})")


def things(graph: KnowledgeGraph, events: bool = False) -> Iterator[Thing]:
    """The entities, and with `events` the events that statements state, in the order of their ids."""
    for entity in graph.entities.values():
        yield Thing(entity.id, entity.name, entity.type, node(graph, entity))
    if events:
        for event in stated_events(graph):
            yield Thing(event.id, event.label("en"), "Event", event_node(event))


def ties(graph: KnowledgeGraph, events: bool = False) -> Iterator[Tie]:
    """The statements, and with `events` an edge to each event from everyone who takes part in it, and to its places."""
    for s in graph.statements():
        yield Tie(s.subject, s.object, s.relation, str(s.status), edge(graph, s), period(graph, s))
    if events:
        for event in graph.events_by_id.values():
            when = event_period(graph, event)
            for one, role, other in event.roles():
                yield Tie(one, other, role, str(event.status), role_edge(graph, event, role), when)


def sizes(nodes: Iterable[Thing], edges: Iterable[Tie]) -> dict[str, float]:
    """How large a drawing shows each node, by its number of edges."""
    degree = Counter(end for tie in edges for end in (tie.source, tie.target))
    return {thing.id: round(_SMALLEST + 4 * math.sqrt(degree[thing.id]), 2) for thing in nodes}


def stated_events(graph: KnowledgeGraph) -> list[Event]:
    """The events that no entity is: those that statements state."""
    return [event for ident, event in graph.events_by_id.items() if ident not in graph.entities]


def node(graph: KnowledgeGraph, entity: Entity) -> dict[str, Value]:
    """The values of `NODE`."""
    event = graph.events_by_id.get(entity.id) if entity.type == "Event" else None
    return {
        "name": entity.name,
        "type": entity.type,
        "kind": entity.kind,
        "when": (event and event.when) or "",
        "amount": (event and event.amount) or "",
        "aliases": entity.aliases,
        "labels": tuple(f"{text}@{language}" if language else text for language, text in entity.labels),
        "same_as": entity.same_as,
        "articles": len({m.article for m in entity.mentions}),
        "mentions": len(entity.mentions),
    }


def edge(graph: KnowledgeGraph, statement: Statement) -> dict[str, Value]:
    """The values of `EDGE`."""
    relation = ontology().relations[statement.relation]
    evidence = statement.evidence
    articles = sorted({e.article for e in evidence})
    dates = sorted(d for a in articles if (d := graph.articles[a].date))
    return {
        "relation": statement.relation,
        "status": str(statement.status),
        "family": relation.family,
        "sign": relation.sign,
        "symmetric": relation.symmetric,
        "confidence": statement.confidence,
        "sentences": len({(e.article, e.sentence) for e in evidence}),
        "articles": len(articles),
        "publications": _sorted(graph.articles[a].source for a in articles),
        "quoted": _sorted(graph.entities[e.source].name for e in evidence if e.source),
        "when": _sorted(e.when or "" for e in evidence),
        "amounts": _sorted(e.amount or "" for e in evidence),
        "roles": _sorted(e.role or "" for e in evidence),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "article_ids": tuple(articles),
        "sentence": evidence[0].sentence.quote,
    }


def event_node(event: Event) -> dict[str, Value]:
    """The values of `NODE` for an event that statements state; its mentions are the sentences that do."""
    return {
        "name": event.label("en"),
        "type": "Event",
        "kind": event.kind,
        "when": event.when or "",
        "amount": event.amount or "",
        "aliases": (),
        "labels": tuple(f"{text}@{language}" for language, text in event.labels),
        "same_as": (),
        "articles": len({e.article for e in event.evidence}),
        "mentions": len({(e.article, e.sentence) for e in event.evidence}),
    }


def role_edge(graph: KnowledgeGraph, event: Event, role: str) -> dict[str, Value]:
    """The values of `EDGE` for a role in an event: what its evidence adds, as far as it has any.

    An event that articles only name has none. It is in the articles that name it, and as sure as they are of a name.
    """
    evidence = event.evidence
    named = graph.entities[event.id].mentions if event.id in graph.entities else ()
    articles = sorted({e.article for e in evidence} or {m.article for m in named})
    dates = sorted(d for a in articles if (d := graph.articles[a].date))
    return {
        "relation": role,
        "status": str(event.status),
        "family": PARTICIPATION,
        "sign": 0,
        "symmetric": False,
        "confidence": max((e.confidence for e in evidence), default=1.0),
        "sentences": len({(e.article, e.sentence) for e in evidence}),
        "articles": len(articles),
        "publications": _sorted(graph.articles[a].source for a in articles),
        "quoted": _sorted(graph.entities[e.source].name for e in evidence if e.source),
        "when": (event.when,) if event.when else (),
        "amounts": (event.amount,) if event.amount else (),
        "roles": (),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "article_ids": tuple(articles),
        "sentence": evidence[0].sentence.quote if evidence else "",
    }


def period(graph: KnowledgeGraph, statement: Statement) -> Period:
    """The time of a statement, from the dates that its sentences give, else those of their articles.

    What happened (a relation with an event kind) lies between the first and the last of them. What is so has been since
    the first at the latest, and has no end; where it has ended, it was over by the last, its beginning is not known.
    """
    whole = _period(graph, statement.evidence)
    if ontology().relations[statement.relation].event_kind:
        return whole
    return Period(None, whole.end) if statement.status is Status.ENDED else Period(whole.start, None)


def event_period(graph: KnowledgeGraph, event: Event) -> Period:
    """The time of an event: its date, else the one of the statement that it is made of.

    One that articles name may have been, or may come, long before or after them: without a date it has no time.
    """
    if days := bounds(event.when or ""):
        return Period(*(day.isoformat() for day in days))
    return Period(None, None) if event.id in graph.entities else _period(graph, event.evidence)


def _period(graph: KnowledgeGraph, evidence: Iterable[Evidence]) -> Period:
    """From the first to the last date that these sentences, else their articles, give."""
    days = [found for e in evidence if (found := bounds(dated(e, graph.articles[e.article])))]
    if not days:
        return Period(None, None)
    return Period(min(first for first, _ in days).isoformat(), max(last for _, last in days).isoformat())


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({v for v in values if v}))
