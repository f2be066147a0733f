"""Communities: which entities articles join more to one another than to the rest."""

from collections.abc import Collection, Iterable
from enum import StrEnum

import networkx

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from .networks import HOLD, Weight, chosen, project
from .tables import Table


class Method(StrEnum):
    """How communities are found: Blondel and others (2008), or Clauset, Newman and Moore (2004)."""

    LOUVAIN = "louvain"
    GREEDY = "greedy"


def communities(
    graph: KnowledgeGraph,
    *,
    method: Method = Method.LOUVAIN,
    resolution: float = 1.0,
    seed: int = 0,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
    weight: Weight = Weight.ARTICLES,
) -> Table:
    """The community of every entity that the chosen statements join to another.

    Columns: `community` (1 is the largest), `size`, `entity`, `type`, `strength` (the weight of its ties inside the
    community), `id`; by community, the strongest first. A `resolution` above 1 gives smaller communities. `seed` is of
    Louvain's walk; the same seed gives the same communities. The notes tell the modularity.
    """
    taken = chosen(graph, statements, statuses=statuses, relations=relations, types=types)
    network = project(graph, taken, weight=weight)
    names = list(network)
    # As numbers in the order of the ids: what the methods keep in sets has one order, whatever the hash of a text.
    numbered = networkx.relabel_nodes(network, {ident: n for n, ident in enumerate(names)})
    parts = _parts(numbered, method, resolution, seed)
    modularity = networkx.community.modularity(numbered, parts, weight="weight", resolution=resolution) if parts else 0
    rows = []
    for number, part in enumerate(parts, start=1):
        inside = [
            (sum(w for _, other, w in numbered.edges(n, data="weight") if other in part), names[n])
            for n in sorted(part)
        ]
        rows += [
            (number, len(part), network.nodes[ident]["name"], network.nodes[ident]["type"], strength, ident)
            for strength, ident in sorted(inside, key=lambda pair: (-pair[0], pair[1]))
        ]
    notes = (f"{len(parts)} communities by {method}, modularity {modularity:.3f}, ties weighed by {weight}",)
    return Table(("community", "size", "entity", "type", "strength", "id"), tuple(rows), notes)


def _parts(network: "networkx.Graph[int]", method: Method, resolution: float, seed: int) -> list[set[int]]:
    """The communities, the largest first, then by their first number."""
    if not network.number_of_edges():
        return []
    if method is Method.LOUVAIN:
        found = networkx.community.louvain_communities(network, weight="weight", resolution=resolution, seed=seed)
    else:
        found = networkx.community.greedy_modularity_communities(network, weight="weight", resolution=resolution)
    return sorted((set(part) for part in found), key=lambda part: (-len(part), min(part)))
