"""GraphML 1.0, which Gephi, yEd, igraph, Cytoscape and networkx read (http://graphml.graphdrawing.org).

Ids of nodes must be name tokens there (NMTOKEN): "human/elon-musk" becomes "human:elon-musk". The id of the other
exports is in the data `id`. Gephi and igraph draw nodes by `color` and `size`.
"""

import re
from pathlib import Path

from ..graph.knowledge import KnowledgeGraph
from .attributes import EDGE, NODE, Value, sizes, things, ties
from .colours import COLOURS
from .xmltext import Lines

_TYPES = {str: "string", int: "int", float: "double", bool: "boolean", list: "string"}
_NODE = {"id": str, "label": str, **NODE, "color": str, "size": float}
_EDGE = {"label": str, "weight": int, **EDGE, "start": str, "end": str}
_OTHER = re.compile(r"[^A-Za-z0-9.\-]")


def write(graph: KnowledgeGraph, path: Path, *, events: bool = False) -> None:
    """Write the graph; lists are joined by "; " and what XML cannot hold becomes U+FFFD.

    With `events`, those that statements state are nodes too, and roles in events are edges.
    """
    nodes, edges = list(things(graph, events)), list(ties(graph, events))
    size = sizes(nodes, edges)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        xml = Lines(file)
        xml.start(
            "graphml",
            {
                "xmlns": "http://graphml.graphdrawing.org/xmlns",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns "
                "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
            },
        )
        for kind, attributes in (("node", _NODE), ("edge", _EDGE)):
            for name, type_ in attributes.items():
                given = {"id": f"{kind}.{name}", "for": kind, "attr.name": name, "attr.type": _TYPES[type_]}
                xml.element("key", given)
        xml.start("graph", {"id": "liaisons", "edgedefault": "directed"})
        for thing in nodes:
            xml.start("node", {"id": token(thing.id)})
            drawn: dict[str, Value] = {"color": COLOURS[thing.type], "size": size[thing.id]}
            _data(xml, "node", {"id": thing.id, "label": thing.name, **thing.values, **drawn})
            xml.end()
        for number, tie in enumerate(edges):
            xml.start("edge", {"id": f"e{number}", "source": token(tie.source), "target": token(tie.target)})
            own: dict[str, Value] = {"label": tie.label, "weight": tie.values["articles"]}
            when: dict[str, Value] = {"start": tie.period.start or "", "end": tie.period.end or ""}
            _data(xml, "edge", {**own, **tie.values, **when})
            xml.end()
        xml.end()
        xml.end()


def token(ident: str) -> str:
    """An id as a name token: ":" for "/", and "_" with the hexadecimal code point between for any other character.

    >>> token("human/elon-musk"), token("document/l_été")
    ('human:elon-musk', 'document:l_5F__E9_t_E9_')
    """
    return _OTHER.sub(lambda m: ":" if m[0] == "/" else f"_{ord(m[0]):X}_", ident)


def _data(xml: Lines, kind: str, values: dict[str, Value]) -> None:
    for name, value in values.items():
        text = "; ".join(value) if isinstance(value, tuple) else value
        if text != "":
            xml.element("data", {"key": f"{kind}.{name}"}, str(text).lower() if isinstance(text, bool) else str(text))
