"""Ego networks: one entity, what it is joined to, and how its neighbours are joined among themselves."""

from collections.abc import Collection, Iterable

import networkx

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from .networks import HOLD, Weight, chosen, project
from .tables import Table, joined


def ego_network(
    graph: KnowledgeGraph,
    entity: str,
    *,
    radius: int = 1,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
    weight: Weight = Weight.ARTICLES,
) -> "networkx.Graph[str]":
    """The network of the entity of this id and of all within `radius` edges of it; nodes also have `distance`.

    `ValueError` for an unknown id. `types` are those of the others: the entity itself may be of any.
    """
    if entity not in graph.entities:
        raise ValueError(f"no entity {entity!r}")
    wanted = None if types is None else {*types}
    taken = [
        s
        for s in chosen(graph, statements, statuses=statuses, relations=relations)
        if wanted is None or all(i == entity or graph.entities[i].type in wanted for i in (s.subject, s.object))
    ]
    whole = project(graph, taken, weight=weight)
    near = networkx.single_source_shortest_path_length(whole, entity, radius) if entity in whole else {entity: 0}
    found = project(graph, [s for s in taken if s.subject in near and s.object in near], weight=weight)
    found.add_node(entity, name=graph.entities[entity].name, type=graph.entities[entity].type)
    for ident in found:
        found.nodes[ident]["distance"] = near[ident]
    return found


def ego(
    graph: KnowledgeGraph,
    entity: str,
    *,
    radius: int = 1,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
    types: Collection[str] | None = None,
    weight: Weight = Weight.ARTICLES,
) -> Table:
    """What the entity of this id is joined to, the nearest first, then the strongest tie.

    Columns: `entity`, `type`, `distance` (in edges), `weight` of its tie to the entity (None beyond distance 1),
    `relations` (in the direction of the statement: "→ leads", "← sued"), `shared` (how many of its neighbours are
    neighbours of the entity too), `article_ids` (those that state the tie), `id`. The notes tell the size and density
    of the network without the entity (Burt's open or closed neighbourhood).
    """
    network = ego_network(
        graph,
        entity,
        radius=radius,
        statements=statements,
        statuses=statuses,
        relations=relations,
        types=types,
        weight=weight,
    )
    rows = []
    for ident, data in network.nodes(data=True):
        if ident == entity:
            continue
        tie = network.edges[entity, ident] if network.has_edge(entity, ident) else None
        said = joined(_arrow(s.subject == entity, s.relation) for s in tie["statements"]) if tie else ""
        shared = len(list(networkx.common_neighbors(network, entity, ident)))
        where = joined(e.article for s in tie["statements"] for e in s.evidence) if tie else ""
        rows.append((data["name"], data["type"], data["distance"], tie and tie["weight"], said, shared, where, ident))
    rows.sort(key=lambda row: (row[2], -(row[3] or 0), row[-1]))
    others = network.subgraph(i for i in network if i != entity)
    size, edges = len(others), others.number_of_edges()
    density = f", density {networkx.density(others):.3f}" if size > 1 else ""
    note = f"{size} entities within {radius} of {graph.entities[entity].name}, {edges} ties among them{density}"
    return Table(
        ("entity", "type", "distance", "weight", "relations", "shared", "article_ids", "id"), tuple(rows), (note,)
    )


def _arrow(out: bool, relation: str) -> str:
    return f"{'→' if out else '←'} {relation}"
