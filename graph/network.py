"""The graph for networkx: many edges or one between two nodes, with direction or without."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx

from .errors import UserError
from .model import Statement

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph

KINDS = ("multi", "directed", "simple")
WEIGHTS = ("articles", "sentences", "statements", "confidence")


def to_networkx(
    graph: "KnowledgeGraph", statements: Iterable[Statement], kind: str, weight: str, isolated: bool
) -> Any:
    """See `KnowledgeGraph.to_networkx`."""
    if kind not in KINDS:
        raise UserError(f"no kind of network {kind!r}; there are {', '.join(KINDS)}")
    if weight not in WEIGHTS:
        raise UserError(f"no weight {weight!r}; there are {', '.join(WEIGHTS)}")
    chosen = list(statements)
    used = {end for s in chosen for end in (s.subject, s.object)}
    network = {"multi": networkx.MultiDiGraph, "directed": networkx.DiGraph, "simple": networkx.Graph}[kind]()
    for entity in graph.entities.values():
        if isolated or entity.id in used:
            network.add_node(entity.id, name=entity.name, type=entity.type, kind=entity.kind)
    if kind == "multi":
        for s in chosen:
            network.add_edge(
                *(s.subject, s.object, f"{s.relation}:{s.status}"),
                relation=s.relation,
                status=str(s.status),
                confidence=s.confidence,
                weight=_weight([s], weight),
                statement=s,
            )
        return network
    bundles: dict[tuple[str, str], list[Statement]] = {}
    for s in chosen:
        ends = (s.subject, s.object) if kind == "directed" or s.subject < s.object else (s.object, s.subject)
        bundles.setdefault(ends, []).append(s)
    for (a, b), bundle in sorted(bundles.items()):
        network.add_edge(a, b, weight=_weight(bundle, weight), statements=tuple(bundle))
    return network


def _weight(statements: list[Statement], weight: str) -> float:
    if weight == "articles":
        return len({e.article for s in statements for e in s.evidence})
    if weight == "sentences":
        return len({(e.article, e.sentence) for s in statements for e in s.evidence})
    if weight == "confidence":
        return sum(s.confidence for s in statements)
    return len(statements)
