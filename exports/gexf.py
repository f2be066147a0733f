"""GEXF 1.3 for Gephi: entities as coloured nodes, statements as edges with their time (https://gexf.net).

A statement is an edge of its own `kind`, `relation:status`, so that several between two nodes stay apart. All edges are
directed; `symmetric` tells those whose direction means nothing.
"""

from pathlib import Path

from ..graph.knowledge import KnowledgeGraph
from .attributes import EDGE, NODE, Value, sizes, things, ties
from .colours import COLOURS
from .xmltext import Lines

_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean", list: "string"}


def write(graph: KnowledgeGraph, path: Path, *, events: bool = False) -> None:
    """Write the graph; lists are joined by "; " and what XML cannot hold becomes U+FFFD.

    With `events`, those that statements state are nodes too, and roles in events are edges.
    """
    nodes, edges = list(things(graph, events)), list(ties(graph, events))
    dynamic = any(tie.period.start or tie.period.end for tie in edges)
    time = (
        {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if dynamic else {"mode": "static"}
    )
    size = sizes(nodes, edges)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        xml = Lines(file)
        xml.start("gexf", {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"})
        xml.start("meta")
        xml.element("creator", text="liaisons")
        xml.element("description", text=f"{len(graph.articles)} articles; an edge is a statement, mind its status")
        xml.end()
        xml.start("graph", {"defaultedgetype": "directed", "idtype": "string", **time})
        for kind, attributes in (("node", NODE), ("edge", EDGE)):
            xml.start("attributes", {"class": kind, "mode": "static"})
            for name, type_ in attributes.items():
                xml.element("attribute", {"id": name, "title": name, "type": _TYPES[type_]})
            xml.end()
        xml.start("nodes", {"count": len(nodes)})
        for thing in nodes:
            xml.start("node", {"id": thing.id, "label": thing.name})
            _values(xml, thing.values)
            red, green, blue = bytes.fromhex(COLOURS[thing.type][1:])
            xml.element("viz:color", {"r": red, "g": green, "b": blue})
            xml.element("viz:size", {"value": size[thing.id]})
            xml.end()
        xml.end()
        xml.start("edges", {"count": len(edges)})
        for number, tie in enumerate(edges):
            xml.start(
                "edge",
                {
                    "id": number,
                    "source": tie.source,
                    "target": tie.target,
                    "kind": f"{tie.relation}:{tie.status}",
                    "label": tie.label,
                    "weight": tie.values["articles"],
                    "start": tie.period.start,
                    "end": tie.period.end,
                },
            )
            _values(xml, tie.values)
            xml.end()
        for _ in range(3):
            xml.end()


def _values(xml: Lines, values: dict[str, Value]) -> None:
    xml.start("attvalues")
    for name, value in values.items():
        text = "; ".join(value) if isinstance(value, tuple) else value
        if text != "":
            xml.element("attvalue", {"for": name, "value": text})
    xml.end()
