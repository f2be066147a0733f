"""The first page of a site and its lists: what there is, the most tied, the newest, and every name to search."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ...graph.counts import counts
from ...graph.model import Article, Entity
from ...graph.names import normalise
from ...graph.ontology import ontology
from .archive import Archive
from .dossier import newest

MOST, NEWEST = 12, 12
"""So many of the most tied, and of the newest articles."""

FRONT = ("Person", "Company", "Institution", "Event")
"""The types whose most tied entities are named on the first page."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the first page shows; `ranked` has, by type, the most tied entities with the articles that tie them."""

    counts: Mapping[str, Mapping[str, int]]
    ranked: Mapping[str, tuple[tuple[Entity, int], ...]]
    newest: tuple[Article, ...]


def front(archive: Archive) -> Front:
    by_type = typed(archive.graph.entities.values())
    ranked = {
        name: tuple((e, archive.tied[e.id]) for e in most_tied(archive, by_type.get(name, ())))[:MOST] for name in FRONT
    }
    return Front(counts(archive.graph), ranked, newest(archive.graph.articles.values())[:NEWEST])


def most_tied(archive: Archive, entities: Iterable[Entity]) -> list[Entity]:
    """Those that a statement is about: those that most articles tie to another first."""
    tied = archive.tied
    return sorted((e for e in entities if e.id in tied), key=lambda e: (-tied[e.id], -len(archive.about[e.id]), e.id))


def typed(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """The entities by their types, in the ontology's order of these, sorted by their names."""
    found: dict[str, list[Entity]] = {name: [] for name in ontology().types}
    for e in entities:
        found[e.type].append(e)
    return {
        name: sorted(those, key=lambda e: (normalise(e.name), e.name, e.id)) for name, those in found.items() if those
    }


def search_data(archive: Archive, files: Mapping[str, str]) -> str:
    """Every name for the script of the first page, as JSON that may stand in a page: the most tied entities first.

    An entity is [name, type, file, articles, other names…]; `files` gives their pages' names by id.
    """
    types = list(ontology().types)
    tied = archive.tied
    ranked = sorted(archive.graph.entities.values(), key=lambda e: (-tied.get(e.id, 0), e.id))
    rows: list[list[Any]] = [
        [e.name, types.index(e.type), files[e.id], tied.get(e.id, 0), *e.aliases, *(text for _, text in e.labels)]
        for e in ranked
    ]
    text = json.dumps(rows, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
