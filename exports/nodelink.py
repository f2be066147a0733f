"""Node-link JSON: the form that networkx, d3 and Sigma read.

`networkx.node_link_graph(json.load(file), edges="edges")` gives a `MultiDiGraph` back.
"""

import json
from pathlib import Path
from typing import Any

from ..graph.happenings import Event
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Article, Entity, Evidence, Span, Statement


def to_json(graph: KnowledgeGraph, *, events: bool = False) -> dict[str, Any]:
    """The graph as `networkx.node_link_data(…, edges="edges")` shapes it.

    A node is an entity: `id`, `name`, `type`, `aliases`. An edge is a statement: `source` and `target` (entity ids,
    from subject to object), `key` (`relation:status`, unique between two nodes), `relation`, `status`, `confidence`
    and the list `evidence`, where `source` is the id of the entity that the article quotes. Spans have `start`, `end`
    (code points of the article's text, end exclusive) and `quote`. `graph.articles` describes the articles by id.

    With `events`, every event is a node, with `kind`, `when` and `amount` besides (null where no article says), and an
    edge leads to it from everyone who takes part, with the role for its `relation`, and from it to its places.
    """
    happened = graph.events_by_id if events else {}
    stated = (_happening(e) for i, e in happened.items() if i not in graph.entities)
    return {
        "directed": True,
        "multigraph": True,
        "graph": {"articles": {ident: _article(a) for ident, a in graph.articles.items()}},
        "nodes": [*(_node(e) | _more(happened.get(e.id)) for e in graph.entities.values()), *stated],
        "edges": [
            *(_edge(s) for s in graph.statements()),
            *(_role(event, *tie) for event in happened.values() for tie in event.roles()),
        ],
    }


def write(graph: KnowledgeGraph, path: Path, *, events: bool = False) -> None:
    """Write the JSON as UTF-8; lone surrogates, which UTF-8 has not, as JSON escapes."""
    text = json.dumps(to_json(graph, events=events), ensure_ascii=False, indent=1)
    path.write_bytes(f"{text}\n".encode(errors="backslashreplace"))


def _article(article: Article) -> dict[str, str]:
    return {name: getattr(article, name) for name in ("title", "date", "url", "source", "author", "lang")}


def _node(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "name": entity.name, "type": entity.type, "aliases": list(entity.aliases)}


def _edge(statement: Statement) -> dict[str, Any]:
    return {
        "source": statement.subject,
        "target": statement.object,
        "key": f"{statement.relation}:{statement.status}",
        "relation": statement.relation,
        "status": str(statement.status),
        "confidence": statement.confidence,
        "evidence": [_evidence(e) for e in statement.evidence],
    }


def _happening(event: Event) -> dict[str, Any]:
    return {"id": event.id, "name": event.label("en"), "type": "Event", "aliases": [], **_more(event)}


def _more(event: Event | None) -> dict[str, Any]:
    return {} if event is None else {"kind": event.kind or None, "when": event.when, "amount": event.amount}


def _role(event: Event, source: str, role: str, target: str) -> dict[str, Any]:
    return {
        "source": source,
        "target": target,
        "key": f"{role}:{event.status}",
        "relation": role,
        "status": str(event.status),
        "confidence": max((e.confidence for e in event.evidence), default=1.0),
        "evidence": [_evidence(e) for e in event.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article": evidence.article,
        "sentence": _span(evidence.sentence),
        "subject": _span(evidence.subject),
        "cue": _span(evidence.cue),
        "object": _span(evidence.object),
        "source": evidence.source,
        "when": evidence.when,
        "amount": evidence.amount,
        "role": evidence.role,
        "confidence": evidence.confidence,
        "reasons": [{"about": r.about, "weight": r.weight} for r in evidence.reasons],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.quote}
