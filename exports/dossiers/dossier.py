"""The dossier of an entity, computed from what was chosen of a graph."""

from collections.abc import Iterable

from ...graph.analyses.signs import sign
from ...graph.knowledge import KnowledgeGraph
from ...graph.model import Article, Entity, Statement, Status
from ...graph.ontology import ontology
from .archive import Archive
from .dates import Dated, dated
from .records import Direction, Dossier, Family, Mark, Stand
from .tenures import tenures
from .voices import claims, speakers

GIST = 6
"""So many statements make the line at the head of a dossier."""


def dossier(archive: Archive, entity: Entity) -> Dossier:
    """The dossier of an entity of the archive's graph.

    >>> from liaisons.graph.example import example
    >>> found = dossier(Archive(example()), example().entity("Vauquelin"))
    >>> [(f.name, [s.relation for s in f.statements]) for f in found.families]
    [('affiliation', ['leads', 'left']), ('stance', ['accuses'])]
    >>> [(s.sign, str(s.direction), s.other) for s in found.stands]
    [(-1, 'in', 'human/paul-astier')]
    """
    graph = archive.graph
    about = tuple(sorted(archive.about.get(entity.id, ()), key=lambda s: _order(graph, entity.id, s)))
    return Dossier(
        entity=entity,
        event=graph.events_by_id.get(entity.id),
        articles=newest(graph.articles[i] for i in sorted({m.article for m in entity.mentions})),
        statements=about,
        gist=_gist(entity.id, about),
        tenures=tenures(about, graph.articles),
        families=_families(about),
        stands=_stands(graph, entity.id, about),
        marks=marks(graph, about),
        speakers=speakers(graph, about),
        claims=claims(graph, about),
        events=archive.events.get(entity.id, ()),
        quoted=archive.quoted.get(entity.id, ()),
    )


def newest(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, the newest first and those without a date last."""
    by_id = sorted(articles, key=lambda a: a.id)
    return tuple(sorted(by_id, key=lambda a: a.date, reverse=True))


def marks(graph: KnowledgeGraph, statements: Iterable[Statement]) -> tuple[Mark, ...]:
    """What the figure of time shows of these statements, in the order of time; what has no date is left out."""
    found: dict[tuple[tuple[str, str, str, str], Dated], tuple[Statement, set[object]]] = {}
    for s in statements:
        for e in s.evidence:
            day = dated(e, graph.articles[e.article])
            if day is not None:
                found.setdefault((s.key, day), (s, set()))[1].add((e.article, e.sentence))
    made = (Mark(ontology().relations[s.relation].family, day, s, len(said)) for (_, day), (s, said) in found.items())
    return tuple(sorted(made, key=lambda m: (m.date.value, m.date.of_article, m.statement.key)))


_STATUSES = list(Status)


def _order(graph: KnowledgeGraph, ident: str, statement: Statement) -> tuple[object, ...]:
    """By relation as the ontology orders them, what the entity does before what is done to it, by status, by name."""
    other = statement.object if statement.subject == ident else statement.subject
    return (
        list(ontology().relations).index(statement.relation),
        statement.subject != ident,
        _STATUSES.index(statement.status),
        graph.entities[other].name,
        statement.key,
    )


def _families(about: Iterable[Statement]) -> tuple[Family, ...]:
    """In the order of the ontology's relations; `about` is in that order already."""
    found: dict[str, list[Statement]] = {}
    for s in about:
        found.setdefault(ontology().relations[s.relation].family, []).append(s)
    return tuple(Family(name, tuple(statements)) for name, statements in found.items())


def _gist(ident: str, about: Iterable[Statement]) -> tuple[Statement, ...]:
    """Of what holds: what the entity does before what is done to it, then what most articles state, then the surest."""
    holds = [s for s in about if s.status is Status.ASSERTED]
    ranked = sorted(holds, key=lambda s: (s.subject != ident, -len({e.article for e in s.evidence}), -s.confidence))
    chosen = {s.key for s in ranked[:GIST]}
    return tuple(s for s in holds if s.key in chosen)


def _stands(graph: KnowledgeGraph, ident: str, about: Iterable[Statement]) -> tuple[Stand, ...]:
    found: dict[tuple[int, Direction, str], list[Statement]] = {}
    for s in about:
        if side := sign(s.relation):
            out = s.subject == ident
            direction = Direction.OUT if out else Direction.IN
            if ontology().relations[s.relation].symmetric:
                direction = Direction.MUTUAL
            found.setdefault((side, direction, s.object if out else s.subject), []).append(s)
    order = list(Direction)
    made = (
        Stand(
            *key,
            tuple(statements),
            len({(e.article, e.sentence) for s in statements if s.status is Status.ASSERTED for e in s.evidence}),
        )
        for key, statements in found.items()
    )
    return tuple(
        sorted(
            made, key=lambda s: (-s.sign, order.index(s.direction), -s.sentences, graph.entities[s.other].name, s.other)
        )
    )
