"""What network programs are told of nodes and edges: one list of typed attributes for GEXF, GraphML and Neo4j."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Entity, Evidence, Statement, Status
from ..graph.ontology import ontology
from ..graph.selection import dated
from ..graph.values import bounds

NODE = {
    "name": str,
    "type": str,
    "kind": str,
    "aliases": list,
    "labels": list,
    "same_as": list,
    "articles": int,
    "mentions": int,
}
"""Attributes of an entity and their types; those of `Entity`, with the numbers of its articles and mentions."""

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

Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """When a statement holds, as far as is known: ISO 8601 days, None for open ends."""

    start: str | None
    end: str | None


def node(graph: KnowledgeGraph, entity: Entity) -> dict[str, Value]:
    """The values of `NODE`."""
    return {
        "name": entity.name,
        "type": entity.type,
        "kind": entity.kind,
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


def period(graph: KnowledgeGraph, statement: Statement) -> Period:
    """The time of a statement, from the dates that its sentences give, else those of their articles.

    What happened (a relation with an event kind) lies between the first and the last of them. What is so has been since
    the first at the latest, and has no end; where it has ended, it was over by the last, its beginning is not known.
    """
    days = [found for e in statement.evidence if (found := bounds(_date(graph, e)))]
    if not days:
        return Period(None, None)
    start, end = min(first for first, _ in days).isoformat(), max(last for _, last in days).isoformat()
    if ontology().relations[statement.relation].event_kind:
        return Period(start, end)
    return Period(None, end) if statement.status is Status.ENDED else Period(start, None)


def _date(graph: KnowledgeGraph, evidence: Evidence) -> str:
    return dated(evidence, graph.articles[evidence.article])


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({v for v in values if v}))
