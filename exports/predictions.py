"""Predictions: one JSON object per article, in the form of the annotation guide (section 4), for `score.py`."""

import json
from pathlib import Path
from typing import Any

from ..graph.knowledge import KnowledgeGraph
from ..graph.model import ArticleGraph, Entity, Evidence, MentionKind, Statement


def to_json(graph: ArticleGraph) -> dict[str, Any]:
    """One article's entities and statements under its own entity ids.

    Without the text. `mentions` are the distinct forms that name or describe the entity, in the order of the text;
    `triples` stand in the order of their first sentence. `evidence` is the sentence of the best evidence; `source`
    (the name of the entity quoted), `when`, `amount` and `role` are those of the best evidence that has any.
    """
    article = graph.article
    names = {e.id: e.name for e in graph.entities}
    return {
        "id": article.id,
        "lang": article.lang,
        "title": article.title,
        "date": article.date,
        "url": article.url,
        "entities": [_entity(e) for e in graph.entities],
        "triples": [_triple(s, names) for s in sorted(graph.statements, key=_place)],
    }


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the articles in the order of their ids as JSON Lines in UTF-8."""
    with path.open("wb") as file:
        for article_graph in graph.article_graphs.values():
            line = json.dumps(to_json(article_graph), ensure_ascii=False)
            file.write(f"{line}\n".encode(errors="backslashreplace"))


def _entity(entity: Entity) -> dict[str, Any]:
    forms = [m.span.quote for m in sorted(entity.mentions) if m.kind is not MentionKind.PRONOUN]
    return {"id": entity.id, "name": entity.name, "type": entity.type, "mentions": list(dict.fromkeys(forms))}


def _triple(statement: Statement, names: dict[str, str]) -> dict[str, Any]:
    evidence = sorted(statement.evidence, key=lambda e: -e.confidence)
    source = _first(evidence, "source")
    return {
        "s": statement.subject,
        "r": statement.relation,
        "o": statement.object,
        "status": str(statement.status),
        "source": None if source is None else names[source],
        "when": _first(evidence, "when"),
        "amount": _first(evidence, "amount"),
        "role": _first(evidence, "role"),
        "confidence": statement.confidence,
        "evidence": evidence[0].sentence.quote,
    }


def _first(evidence: list[Evidence], attribute: str) -> str | None:
    return next((value for e in evidence if (value := getattr(e, attribute)) is not None), None)


def _place(statement: Statement) -> tuple[object, ...]:
    return (min(e.sentence for e in statement.evidence), statement.key)
