"""The plain network that an analysis walks: one edge a pair of entities, weighed by what joins them."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

import networkx

from ..knowledge import KnowledgeGraph
from ..model import Evidence, Statement, Status
from ..ontology import ontology

HOLD = (Status.ASSERTED, Status.ENDED)
"""What holds or held: the statuses that join two entities unless a call says otherwise."""


class Weight(StrEnum):
    """What the weight of an edge counts: nothing (each edge 1), or the distinct things that join its two ends."""

    NONE = "none"
    STATEMENTS = "statements"
    SENTENCES = "sentences"
    ARTICLES = "articles"
    PUBLICATIONS = "publications"


def chosen(
    graph: KnowledgeGraph,
    statements: Iterable[Statement] | None = None,
    *,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
) -> Iterator[Statement]:
    """The given statements, or all, of these statuses and relations whose two ends are of these types, in their order.

    None stands for all.
    """
    allowed = frozenset(statuses)
    for statement in graph.statements() if statements is None else statements:
        if statement.status not in allowed or (relations is not None and statement.relation not in relations):
            continue
        ends = (graph.entities[statement.subject].type, graph.entities[statement.object].type)
        if types is None or all(end in types for end in ends):
            yield statement


def publication(graph: KnowledgeGraph, article: str) -> str:
    """The paper, agency or site that published an article; "unknown" where the article does not say."""
    return graph.articles[article].source or "unknown"


def weigh(graph: KnowledgeGraph, statements: Collection[Statement], weight: Weight) -> int:
    """How much these statements weigh together."""
    if weight is Weight.NONE:
        return 1
    if weight is Weight.STATEMENTS:
        return len(statements)
    evidence = [e for s in statements for e in s.evidence]
    if weight is Weight.SENTENCES:
        return len({(e.article, e.sentence) for e in evidence})
    articles = {e.article for e in evidence}
    if weight is Weight.ARTICLES:
        return len(articles)
    return len({publication(graph, a) for a in articles})


def project(
    graph: KnowledgeGraph, statements: Iterable[Statement], *, weight: Weight = Weight.ARTICLES, directed: bool = False
) -> "networkx.Graph[str]":
    """A simple network over the ends of the statements.

    Nodes (`name`, `type`) stand in the order of their ids. An edge has `statements`, `weight`, and `distance`, which is
    1 / weight: what many join is near. A symmetric relation runs both ways in a directed network.
    """
    pairs: dict[tuple[str, str], list[Statement]] = {}
    for s in statements:
        ends = [(s.subject, s.object)]
        if not directed:
            ends = [(min(ends[0]), max(ends[0]))]
        elif ontology().relations[s.relation].symmetric:
            ends.append((s.object, s.subject))
        for pair in ends:
            pairs.setdefault(pair, []).append(s)
    network: networkx.Graph[str] = networkx.DiGraph() if directed else networkx.Graph()
    for ident in sorted({i for pair in pairs for i in pair}):
        network.add_node(ident, name=graph.entities[ident].name, type=graph.entities[ident].type)
    for (a, b), joined in sorted(pairs.items()):
        value = weigh(graph, joined, weight)
        network.add_edge(a, b, statements=tuple(joined), weight=value, distance=1 / value)
    return network


def span(graph: KnowledgeGraph, evidence: Iterable[Evidence]) -> tuple[str, str]:
    """The first and the last date of the articles of this evidence; "" where none has a date."""
    dates = sorted(d for e in evidence if (d := graph.articles[e.article].date))
    return (dates[0], dates[-1]) if dates else ("", "")
