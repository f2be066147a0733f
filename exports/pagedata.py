"""What the interactive page knows of a graph: columns that it reads at once, and blocks that it opens on demand.

The first view, the filters and the search need a few numbers and names of everything: these stand in columns, a value
for each entity, link or piece of evidence. Sentences and what was read in them are looked at one at a time: they stand
in deflated blocks (RFC 1950), each sentence once, referred to by its number.
"""

import base64
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Entity, Evidence, Span, Status
from ..graph.ontology import ontology
from .layout import OPENING, Positions
from .ties import ROLE, Tie

SENTENCES = 256
"""Sentences in a block: some 50 kB of text, inflated in a millisecond or two."""

PROOFS = 512
"""Pieces of evidence in a block."""

_T = TypeVar("_T")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_ARTICLE = ("title", "date", "url", "source", "author", "lang")


@dataclass(frozen=True, slots=True)
class Map:
    """What is drawn: the entities that ties join, the most connected first, by their numbers in that order.

    `opening` has the places of the first `OPENING` drawn alone, `full` the places of all drawn together.
    """

    ties: tuple[Tie, ...]
    entities: tuple[Entity, ...]
    numbers: Mapping[str, int]
    degrees: Mapping[str, int]
    opening: Positions
    full: Positions


def columns(graph: KnowledgeGraph, map_: Map) -> dict[str, Any]:
    """The columns. Links have the numbers of their edges, entities those of their nodes; -1 is none.

    A link's evidence follows that of the link before: `links.evidence` says how many there are. `speakers` are those
    quoted, by id, with their number among the entities if they are drawn.
    """
    proofs = [e for tie in map_.ties for e in tie.evidence]
    used = {e.article for e in proofs}
    articles = {i: n for n, i in enumerate(i for i in graph.articles if i in used)}
    speakers = {i: n for n, i in enumerate(sorted({e.source for e in proofs if e.source}))}
    relations = {name: n for n, name in enumerate(_relations(map_.ties))}
    types = {name: n for n, name in enumerate(ontology().types)}
    statuses = {name: n for n, name in enumerate(Status)}
    return {
        "opening": OPENING,
        "places": _flat(map_.full) if len(map_.full) > OPENING else [],
        "entities": {
            "id": [e.id for e in map_.entities],
            "name": [e.name for e in map_.entities],
            "type": [types[e.type] for e in map_.entities],
            "aliases": [list(e.aliases) for e in map_.entities],
        },
        "articles": {"id": list(articles)} | {f: [getattr(graph.articles[i], f) for i in articles] for f in _ARTICLE},
        "speakers": {
            "id": list(speakers),
            "name": [graph.entities[i].name for i in speakers],
            "node": [map_.numbers.get(i, -1) for i in speakers],
        },
        "links": {
            "subject": [map_.numbers[t.subject] for t in map_.ties],
            "relation": [relations[t.relation] for t in map_.ties],
            "object": [map_.numbers[t.object] for t in map_.ties],
            "status": [statuses[t.status] for t in map_.ties],
            "evidence": [len(t.evidence) for t in map_.ties],
        },
        "evidence": {
            "article": [articles[e.article] for e in proofs],
            "source": [speakers[e.source] if e.source else -1 for e in proofs],
            "confidence": [e.confidence for e in proofs],
            "when": _sparse(e.when for e in proofs),
            "amount": _sparse(e.amount for e in proofs),
            "role": _sparse(e.role for e in proofs),
        },
        "blocks": {"sentences": SENTENCES, "proofs": PROOFS},
    }


def _relations(ties: Iterable[Tie]) -> dict[str, None]:
    """The relations of the ontology in its order, and the parts in events that are there."""
    parts = sorted({t.relation for t in ties if t.relation.startswith(ROLE)})
    return dict.fromkeys((*ontology().relations, *parts))


def names(ties: Iterable[Tie], languages: Sequence[str]) -> dict[str, Any]:
    """The types, families, relations and statuses of the ontology with their names by language, in its order."""

    def labels(texts: Mapping[str, str], fallback: str) -> dict[str, str]:
        return {language: text(texts, language, fallback) for language in languages}

    known = ontology()
    relations = {
        r.name: {
            "labels": labels(r.labels, r.name),
            "inverses": labels(r.labels if r.symmetric else r.inverse_labels, r.name),
            "family": r.family,
            "sign": r.sign,
            "symmetric": r.symmetric,
            "lasting": r.lasting,
        }
        for r in known.relations.values()
    }
    for name in _relations(ties):
        if name.startswith(ROLE):
            role = labels(known.roles[name.removeprefix(ROLE)].labels, name)
            plain = {"family": "events", "sign": 0, "symmetric": False, "lasting": False}
            relations[name] = {"labels": role, "inverses": role} | plain
    families = dict.fromkeys(r.family for r in known.relations.values())
    return {
        "types": {t.name: {"labels": labels(t.labels, t.name), "group": t.group} for t in known.types.values()},
        "families": {name: {"labels": labels(known.families[name].labels, name)} for name in families},
        "relations": relations,
        "statuses": {str(s): {"labels": labels(known.statuses[s].labels, s)} for s in Status},
    }


def blocks(ties: Iterable[Tie]) -> Iterator[tuple[str, str]]:
    """The blocks with their ids: of evidence `proofs-0`, `proofs-1`, …, then of sentences `sentences-0`, ….

    A piece of evidence is [number of the sentence, start and end of subject, cue and object in it, the rest]. Offsets
    count UTF-16 units, as JavaScript does; -1, -1 stands for what is elsewhere in the article, whose words `rest` has.
    """
    numbers: dict[str, int] = {}
    rows = (
        [numbers.setdefault(e.sentence.quote, len(numbers)), *_offsets(e), *_rest(e)]
        for tie in ties
        for e in tie.evidence
    )
    for number, block in enumerate(_batched(rows, PROOFS)):
        yield f"proofs-{number}", _deflated(block)
    for number, texts in enumerate(_batched(numbers, SENTENCES)):
        yield f"sentences-{number}", _deflated(texts)


def _offsets(evidence: Evidence) -> list[int]:
    sentence, *parts = evidence.spans
    offsets = [o for part in parts for o in _within(part, sentence)]
    if sentence.quote.isascii() or max(sentence.quote) <= "\uffff":
        return offsets
    return [o if o < 0 else o + sum(char > "\uffff" for char in sentence.quote[:o]) for o in offsets]


def _within(part: Span, sentence: Span) -> tuple[int, int]:
    start, end = max(part.start, sentence.start), min(part.end, sentence.end)
    return (start - sentence.start, end - sentence.start) if start < end else (-1, -1)


def _rest(evidence: Evidence) -> list[dict[str, Any]]:
    """What few pieces of evidence have: the words outside the sentence by role, the reasons of the confidence."""
    rest: dict[str, Any] = {}
    if outside := _outside(evidence):
        rest["outside"] = outside
    if evidence.reasons:
        rest["reasons"] = [[r.about, r.weight] for r in evidence.reasons]
    return [rest] if rest else []


def _outside(evidence: Evidence) -> dict[str, str]:
    """The subject, cue or object that stands elsewhere in the article: role → quote."""
    sentence, *parts = evidence.spans
    placed = zip("sco", parts, strict=True)
    return {role: p.quote for role, p in placed if p.end <= sentence.start or p.start >= sentence.end}


def _batched(values: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(values)
    while block := list(islice(rest, size)):
        yield block


def _sparse(values: Iterable[str | None]) -> dict[int, str]:
    return {n: value for n, value in enumerate(values) if value}


def _flat(places: Positions) -> list[int]:
    return [round(c) for n in range(len(places)) for c in places[n]]


def _deflated(value: Any) -> str:
    return base64.b64encode(zlib.compress(to_json(value).encode("utf-8"), 6)).decode("ascii")


def text(texts: Mapping[str, str], language: str, fallback: str) -> str:
    """The text in this language, or else in the first that there is."""
    return texts.get(language) or next((texts[other] for other in sorted(texts)), fallback)


def to_json(value: Any) -> str:
    """JSON that can stand in a script element and in UTF-8."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
