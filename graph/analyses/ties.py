"""Ties: which two entities are joined by the most, and by what."""

from collections.abc import Collection, Iterable

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from .networks import HOLD, Weight, chosen, project, publication, span, weigh
from .tables import Table, joined


def ties(
    graph: KnowledgeGraph,
    *,
    by: Weight = Weight.ARTICLES,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
) -> Table:
    """Every pair of entities that the chosen statements join, the strongest first.

    Columns: `a`, `b`, the counts `statements`, `sentences`, `articles` and `publications`, `confidence` (that of the
    best evidence), `relations`, `sources` (who is quoted), `in` (publications), `first` and `last` (dates of the
    articles), `article_ids`, and the ids of both. `by` says what counts first; copies of one agency report add
    sentences and articles, so `publications` is the careful choice.
    """
    network = project(graph, chosen(graph, statements, statuses=statuses, relations=relations, types=types), weight=by)
    found = []
    for a, b, data in network.edges(data=True):
        bundle, counts = data["statements"], [w for w in Weight if w is not Weight.NONE]
        evidence = [e for s in bundle for e in s.evidence]
        sizes = [weigh(graph, bundle, w) for w in counts]
        row = (
            graph.entities[a].name,
            graph.entities[b].name,
            *sizes,
            max(e.confidence for e in evidence),
            joined(s.relation for s in bundle),
            joined(graph.entities[e.source].name for e in evidence if e.source),
            joined(publication(graph, e.article) for e in evidence),
            *span(graph, evidence),
            joined(e.article for e in evidence),
            a,
            b,
        )
        found.append(((-data["weight"], *(-size for size in sizes), a, b), row))
    columns = ("a", "b", "statements", "sentences", "articles", "publications", "confidence", "relations", "sources")
    rows = tuple(row for _, row in sorted(found))
    return Table(
        (*columns, "in", "first", "last", "article_ids", "a_id", "b_id"),
        rows,
        (f"{len(rows)} ties, strongest by {by}",),
    )
