"""Who says what about whom: each statement under the one who makes it, with the stance that it reports."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ..knowledge import KnowledgeGraph
from ..model import Evidence, Statement, Status
from .networks import chosen, publication, span
from .signs import sign
from .tables import Table, joined

STANCES = {1: "support", -1: "opposition", 0: "other"}


class Voice(NamedTuple):
    """Who speaks: one whom an article quotes, or the publication itself. `id` is the entity's, "" for a publication."""

    name: str
    quoted: bool
    id: str


def voice(graph: KnowledgeGraph, evidence: Evidence) -> Voice:
    """The one to whom the article attributes the statement; the publication where it speaks in its own name."""
    if evidence.source:
        return Voice(graph.entities[evidence.source].name, True, evidence.source)
    return Voice(publication(graph, evidence.article), False, "")


def claims(
    graph: KnowledgeGraph,
    *,
    stances: Collection[str] = ("support", "opposition"),
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = tuple(Status),
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
) -> Table:
    """Every statement under every voice that makes it, the one with the most sentences first.

    Columns: `source`, `voice` ("quoted", or "publication" where the article speaks in its own name), `subject`,
    `relation`, `object`, `status`, `stance` (support, opposition, other), `sentences`, `articles`, `in`, `first`,
    `last`, `sentence` (the first of them), `article` (its id), and the ids. A denied support is no opposition: mind the
    status.

    >>> from liaisons.graph.example import example
    >>> [row[:6] for row in claims(example())]
    [('The Tidewater Wire', 'publication', 'Paul Astier', 'accuses', 'Inès Vauquelin', 'asserted')]
    """
    rows = []
    for who, statement, evidence in _spoken(
        graph, chosen(graph, statements, statuses=statuses, relations=relations, types=types)
    ):
        stance = STANCES[sign(statement.relation)]
        if stance not in stances:
            continue
        rows.append(
            (
                who.name,
                "quoted" if who.quoted else "publication",
                graph.entities[statement.subject].name,
                statement.relation,
                graph.entities[statement.object].name,
                str(statement.status),
                stance,
                len({(e.article, e.sentence) for e in evidence}),
                len({e.article for e in evidence}),
                joined(publication(graph, e.article) for e in evidence),
                *span(graph, evidence),
                evidence[0].sentence.quote,
                evidence[0].article,
                who.id,
                statement.subject,
                statement.object,
            )
        )
    rows.sort(key=lambda row: (-row[7], row[0], row[1], row[-3:], row[3], row[5]))
    columns = ("source", "voice", "subject", "relation", "object", "status", "stance", "sentences", "articles", "in")
    more = ("first", "last", "sentence", "article", "source_id", "subject_id", "object_id")
    return Table((*columns, *more), tuple(rows))


def stances(
    graph: KnowledgeGraph,
    *,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = (Status.ASSERTED,),
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
) -> Table:
    """Source × stance: how many sentences of each voice report support of, or opposition to, each entity.

    Columns: `source`, `voice`, `about` (the object: whom the support or opposition is for), `by` (whose it is,
    according to the source), `support`, `opposition`, `balance` (the first less the second), `article_ids`, and
    the ids. The most sentences first.
    """
    cells: dict[tuple[Voice, str], dict[int, set[object]]] = {}
    whose: dict[tuple[Voice, str], set[str]] = {}
    where: dict[tuple[Voice, str], set[str]] = {}
    for who, statement, evidence in _spoken(
        graph, chosen(graph, statements, statuses=statuses, relations=relations, types=types)
    ):
        if direction := sign(statement.relation):
            cell = cells.setdefault((who, statement.object), {1: set(), -1: set()})
            cell[direction] |= {(e.article, e.sentence, statement.subject) for e in evidence}
            whose.setdefault((who, statement.object), set()).add(graph.entities[statement.subject].name)
            where.setdefault((who, statement.object), set()).update(e.article for e in evidence)
    rows = []
    for (who, about), cell in cells.items():
        support, opposition = len(cell[1]), len(cell[-1])
        name, kind = graph.entities[about].name, "quoted" if who.quoted else "publication"
        by = joined(whose[who, about])
        rows.append(
            (
                who.name,
                kind,
                name,
                by,
                support,
                opposition,
                support - opposition,
                joined(where[who, about]),
                who.id,
                about,
            )
        )
    rows.sort(key=lambda row: (-(row[4] + row[5]), row[0], row[1], row[-2:]))
    columns = ("source", "voice", "about", "by", "support", "opposition", "balance", "article_ids")
    return Table((*columns, "source_id", "about_id"), tuple(rows))


def _spoken(
    graph: KnowledgeGraph, statements: Iterable[Statement]
) -> Iterator[tuple[Voice, Statement, list[Evidence]]]:
    """Each statement under each voice, with the evidence in which that voice makes it."""
    for statement in statements:
        heard: dict[Voice, list[Evidence]] = {}
        for evidence in statement.evidence:
            heard.setdefault(voice(graph, evidence), []).append(evidence)
        for who in sorted(heard):
            yield who, statement, heard[who]
