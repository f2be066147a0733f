"""Parquet: articles, entities, statements, evidence, events, participants, for pandas, DuckDB, Polars, Arrow, Spark."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..graph.happenings import Event
from ..graph.knowledge import KnowledgeGraph
from ..graph.rows import Row, rows
from ..graph.values import bounds
from .attributes import EDGE, NODE, edge, node, period
from .optional import pyarrow

_EVENT = {
    "name": str,
    "labels": list,
    "kind": str,
    "status": str,
    "when": str,
    "start": str,
    "end": str,
    "amount": str,
    "sentences": int,
    "article_ids": list,
}

_TEXTS = ("title", "date", "url", "source", "author", "lang", "text")


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write six files into a folder.

    `evidence.parquet` has the columns of statements.csv; `entities` and `statements` those that network formats have,
    lists as lists; `participants` a row for each role in an event of `events`, the places of events among them. Text
    that is not known is "", a date that is not known is null.
    """
    folder.mkdir(parents=True, exist_ok=True)
    text: dict[str, type] = {"id": str}
    texts: dict[str, type] = dict.fromkeys(_TEXTS, str)
    articles = ({"id": a.id, **{name: getattr(a, name) for name in _TEXTS}} for a in graph.articles.values())
    _write(folder / "articles.parquet", text | texts, articles)
    entities = ({"id": e.id, **node(graph, e)} for e in graph.entities.values())
    _write(folder / "entities.parquet", text | NODE, entities)
    ends: dict[str, type] = {"subject_id": str, "relation": str, "object_id": str, "status": str}
    _write(folder / "statements.parquet", ends | EDGE | {"start": str, "end": str}, _statements(graph))
    _write(folder / "events.parquet", text | _EVENT, map(_event, graph.events_by_id.values()))
    roles: dict[str, type] = {"event_id": str, "role": str, "entity_id": str, "name": str, "type": str}
    _write(folder / "participants.parquet", roles, _participants(graph))
    types: dict[str, type] = dict(Row.__annotations__)
    _write(folder / "evidence.parquet", types, (row._asdict() for row in rows(graph)))


def _event(event: Event) -> dict[str, Any]:
    days = bounds(event.when or "")
    first, last = (day.isoformat() for day in days) if days else (None, None)
    return {
        "id": event.id,
        "name": event.label("en"),
        "labels": tuple(f"{text}@{language}" if language else text for language, text in event.labels),
        "kind": event.kind,
        "status": str(event.status),
        "when": event.when or "",
        "start": first,
        "end": last,
        "amount": event.amount or "",
        "sentences": len({(e.article, e.sentence) for e in event.evidence}),
        "article_ids": tuple(sorted({e.article for e in event.evidence})),
    }


def _participants(graph: KnowledgeGraph) -> Iterable[dict[str, Any]]:
    for event in graph.events_by_id.values():
        for one, role, other in event.roles():
            entity = graph.entities[one if other == event.id else other]
            values = {"entity_id": entity.id, "name": entity.name, "type": entity.type}
            yield {"event_id": event.id, "role": role, **values}


def _statements(graph: KnowledgeGraph) -> Iterable[dict[str, Any]]:
    for s in graph.statements():
        when = period(graph, s)
        yield {"subject_id": s.subject, "object_id": s.object, **edge(graph, s), "start": when.start, "end": when.end}


def _write(path: Path, types: dict[str, type], found: Iterable[dict[str, Any]]) -> None:
    pa, parquet = pyarrow()
    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), list: pa.list_(pa.string())}
    listed = list(found)
    schema = pa.schema([(name, kinds[type_]) for name, type_ in types.items()])
    columns = [pa.array([_plain(row[name]) for row in listed], kinds[type_]) for name, type_ in types.items()]
    parquet.write_table(pa.Table.from_arrays(columns, schema=schema), path, compression="zstd")


def _plain(value: Any) -> Any:
    """Text without lone surrogates, which UTF-8 has not; tuples as lists."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.encode(errors="replace").decode() if isinstance(value, str) else value
