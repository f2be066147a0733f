"""GEXF 1.3 for Gephi: entities as coloured nodes, statements as edges with their time (https://gexf.net).

A statement is an edge of its own `kind`, `relation:status`, so that several between two nodes stay apart. All edges are
directed; `symmetric` tells those whose direction means nothing.
"""

import math
from collections import Counter
from pathlib import Path

from ..graph.knowledge import KnowledgeGraph
from .attributes import EDGE, NODE, Value, edge, node, period
from .colours import COLOURS
from .xmltext import Lines

_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean", list: "string"}
_SMALLEST = 6.0


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the graph; lists are joined by "; " and what XML cannot hold becomes U+FFFD."""
    statements = graph.statements()
    periods = [period(graph, s) for s in statements]
    dynamic = any(p.start or p.end for p in periods)
    time = (
        {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"} if dynamic else {"mode": "static"}
    )
    degree = Counter(end for s in statements for end in (s.subject, s.object))
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
        xml.start("nodes", {"count": len(graph.entities)})
        for entity in graph.entities.values():
            xml.start("node", {"id": entity.id, "label": entity.name})
            _values(xml, node(graph, entity))
            red, green, blue = bytes.fromhex(COLOURS[entity.type][1:])
            xml.element("viz:color", {"r": red, "g": green, "b": blue})
            xml.element("viz:size", {"value": round(_SMALLEST + 4 * math.sqrt(degree[entity.id]), 2)})
            xml.end()
        xml.end()
        xml.start("edges", {"count": len(statements)})
        for number, (s, when) in enumerate(zip(statements, periods, strict=True)):
            values = edge(graph, s)
            xml.start(
                "edge",
                {
                    "id": number,
                    "source": s.subject,
                    "target": s.object,
                    "kind": f"{s.relation}:{s.status}",
                    "label": s.relation.replace("_", " ") + ("" if s.status == "asserted" else f" ({s.status})"),
                    "weight": values["articles"],
                    "start": when.start,
                    "end": when.end,
                },
            )
            _values(xml, values)
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
