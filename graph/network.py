"""The graph for networkx: many edges or one between two nodes, with direction or without."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import networkx

from .errors import UserError
from .happenings import Event
from .model import Evidence, Statement

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph

KINDS = ("multi", "directed", "simple")
WEIGHTS = ("articles", "sentences", "statements", "confidence")


def to_networkx(
    graph: "KnowledgeGraph",
    statements: Iterable[Statement],
    kind: str,
    weight: str,
    isolated: bool,
    events: Iterable[Event] = (),
) -> Any:
    """See `KnowledgeGraph.to_networkx`."""
    if kind not in KINDS:
        raise UserError(f"no kind of network {kind!r}; there are {', '.join(KINDS)}")
    if weight not in WEIGHTS:
        raise UserError(f"no weight {weight!r}; there are {', '.join(WEIGHTS)}")
    chosen = list(statements)
    happened = {e.id: e for e in events}
    roles = [(event, *tie) for event in happened.values() for tie in event.roles()]
    used = {end for s in chosen for end in (s.subject, s.object)} | {end for _, a, _, b in roles for end in (a, b)}
    network = {"multi": networkx.MultiDiGraph, "directed": networkx.DiGraph, "simple": networkx.Graph}[kind]()
    for entity in graph.entities.values():
        if isolated or entity.id in used or entity.id in happened:
            network.add_node(entity.id, name=entity.name, type=entity.type, kind=entity.kind)
    for event in happened.values():
        name = network.nodes[event.id]["name"] if event.id in network else event.label("en")
        facts = {"when": event.when or "", "amount": event.amount or "", "event": event}
        network.add_node(event.id, name=name, type="Event", kind=event.kind, **facts)
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
        for event, a, role, b in roles:
            network.add_edge(
                *(a, b, f"{role}:{event.status}"),
                relation=role,
                status=str(event.status),
                confidence=max((e.confidence for e in event.evidence), default=1.0),
                weight=_of_event(graph, event, weight),
                event=event,
            )
        return network
    bundles: dict[tuple[str, str], list[Statement]] = {}
    for s in chosen:
        ends = (s.subject, s.object) if kind == "directed" or s.subject < s.object else (s.object, s.subject)
        bundles.setdefault(ends, []).append(s)
    for (a, b), bundle in sorted(bundles.items()):
        network.add_edge(a, b, weight=_weight(bundle, weight), statements=tuple(bundle))
    for event, a, role, b in roles:
        if not network.has_edge(a, b):
            network.add_edge(a, b, weight=_of_event(graph, event, weight), statements=())
        edge = network.edges[a, b]
        edge["roles"] = (*edge.get("roles", ()), role)
    return network


def _of_event(graph: "KnowledgeGraph", event: Event, weight: str) -> float:
    """The weight of a role in an event: that of its evidence; where it has none, of the articles that name it."""
    if event.evidence:
        return _count(event.evidence, weight, len(event.statements), max(e.confidence for e in event.evidence))
    named = graph.entities[event.id].mentions
    return len({m.article for m in named}) if weight == "articles" else 1


def _weight(statements: list[Statement], weight: str) -> float:
    evidence = [e for s in statements for e in s.evidence]
    return _count(evidence, weight, len(statements), sum(s.confidence for s in statements))


def _count(evidence: Iterable[Evidence], weight: str, statements: int, confidence: float) -> float:
    if weight == "articles":
        return len({e.article for e in evidence})
    if weight == "sentences":
        return len({(e.article, e.sentence) for e in evidence})
    return confidence if weight == "confidence" else statements
