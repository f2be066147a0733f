"""Centralities: who stands in the middle of the network, by several measures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

import networkx

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from .networks import HOLD, Weight, chosen, project
from .tables import Table

EXACT = 500
"""Up to so many nodes betweenness is exact; beyond, it is estimated from `PIVOTS` of them (Brandes and Pich 2007)."""
PIVOTS = 100
_DAMPING, _TURNS, _TOLERANCE = 0.85, 200, 1e-10
_DIGITS = 6


class Measure(StrEnum):
    """A centrality.

    `degree`: how many entities it is joined to; `strength`: the sum of the weights of its edges; `betweenness`: the
    share of shortest ways between two others that lead over it (Freeman 1977), 0..1; `eigenvector`: central is who is
    joined to the central (Bonacich 1972), in the largest component, 0 outside it; `pagerank`: the same along the
    direction of statements (Brin and Page 1998), over all of the network, summing up to 1.
    """

    DEGREE = "degree"
    STRENGTH = "strength"
    BETWEENNESS = "betweenness"
    EIGENVECTOR = "eigenvector"
    PAGERANK = "pagerank"


def centrality(
    graph: KnowledgeGraph,
    *,
    measures: Sequence[Measure] = tuple(Measure),
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
    weight: Weight = Weight.ARTICLES,
) -> Table:
    """The measures of every entity that the chosen statements join to another, the first measure's highest first.

    Columns: `entity`, `type`, one for each measure, `id`. Shortest ways take 1 / weight for the length of an edge.

    >>> from liaisons.graph.example import example
    >>> centrality(example(), measures=[Measure.DEGREE]).rows[0]
    ('Quantelle', 'Company', 2, 'group/quantelle')
    """
    taken = list(chosen(graph, statements, statuses=statuses, relations=relations, types=types))
    network = project(graph, taken, weight=weight)
    notes = [f"{len(network)} entities, {network.number_of_edges()} ties, weighed by {weight}"]
    if Measure.BETWEENNESS in measures and len(network) > EXACT:
        notes.append(f"betweenness estimated from {PIVOTS} entities")
    values: list[Mapping[str, float]] = []
    for measure in measures:
        if measure is Measure.PAGERANK:
            values.append(_pagerank(project(graph, taken, weight=weight, directed=True)))
        else:
            values.append(_measure(network, measure))
    rows = [
        (data["name"], data["type"], *(_rounded(value[ident]) for value in values), ident)
        for ident, data in network.nodes(data=True)
    ]
    rows.sort(key=lambda row: (-row[2], row[-1]) if measures else (row[-1],))
    return Table(("entity", "type", *map(str, measures), "id"), tuple(rows), tuple(notes))


def _rounded(value: float) -> float:
    return value if isinstance(value, int) else round(value, _DIGITS)


def _measure(network: "networkx.Graph[str]", measure: Measure) -> Mapping[str, float]:
    if measure is Measure.DEGREE:
        return dict(network.degree())
    if measure is Measure.STRENGTH:
        return dict(network.degree(weight="weight"))
    if measure is Measure.BETWEENNESS:
        pivots = PIVOTS if len(network) > EXACT else None
        found: Mapping[str, float] = networkx.betweenness_centrality(network, k=pivots, weight="distance", seed=0)
        return found
    return _eigenvector(network)


def _eigenvector(network: "networkx.Graph[str]") -> Mapping[str, float]:
    """By power iteration in the largest component, the one with the first id where two are as large.

    Over several components the measure is not one: all weight would go to the one with the largest eigenvalue.
    """
    found = dict.fromkeys(network, 0.0)
    components = sorted(networkx.connected_components(network), key=lambda c: (-len(c), min(c)))
    if components:
        largest: networkx.Graph[str] = networkx.Graph()  # a view of a part has the order of a set
        largest.add_nodes_from(sorted(components[0]))
        largest.add_edges_from((a, b, data) for a, b, data in network.edges(data=True) if a in components[0])
        found |= networkx.eigenvector_centrality(largest, max_iter=10_000, tol=1e-9, weight="weight")
    return found


def _pagerank(network: "networkx.Graph[str]") -> Mapping[str, float]:
    """By power iteration; who points to nobody gives its share to all. networkx's own needs scipy."""
    count = len(network)
    if not count:
        return {}
    out = {i: sum(w for *_, w in network.edges(i, data="weight")) for i in network}
    rank = dict.fromkeys(network, 1 / count)
    for _ in range(_TURNS):
        lost = sum(rank[i] for i in network if not out[i])
        following = dict.fromkeys(network, (1 - _DAMPING + _DAMPING * lost) / count)
        for a, b, w in network.edges(data="weight"):
            following[b] += _DAMPING * rank[a] * w / out[a]
        change = sum(abs(following[i] - rank[i]) for i in network)
        rank = following
        if change < _TOLERANCE:
            break
    return rank
