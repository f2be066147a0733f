"""An interactive page of a graph: drawn with pyvis, every link with its sentences, one file that loads nothing else.

pyvis builds the vis-network of the opening view and renders the page, through our template in place of its own, which
asks three servers for scripts and styles. Articles are hostile until shown otherwise: their text travels as JSON,
becomes text nodes, and the page's Content-Security-Policy lets no script run but the two that are in it, and nothing be
fetched.
"""

import base64
import hashlib
import json
import math
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import networkx
from pyvis.network import Network

from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Status
from ..graph.ontology import ontology
from .colours import COLOURS, ON_DARK, OTHER, OVER, SHAPES, SIGNS
from .layout import OPENING, layouts
from .pagedata import Map, blocks, columns, names, to_json
from .reasons import wordings
from .ties import ties

_TEMPLATES = files(__package__) / "templates"
_SCRIPTS = sorted(f.name for f in _TEMPLATES.iterdir() if re.fullmatch(r"\d+-\w+\.js", f.name))
_STYLES = ("tokens.css", "page.css", "panel.css")
_LONE = re.compile("[\ud800-\udfff]")

_OPTIONS = {
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 2.5},
    "edges": {"selectionWidth": 0.6, "hoverWidth": 0.6, "smooth": False},
    "interaction": {"hover": True, "tooltipDelay": 250, "hideEdgesOnZoom": False, "keyboard": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"springLength": 140, "avoidOverlap": 0.6},
        "stabilization": False,
    },
}
_DOTS = [2, 5]
_CANVAS = 330_000  # square pixels for nodes with their names: a little less than half of what a laptop's window has


def to_html(graph: KnowledgeGraph, *, title: str = "liaisons", language: str = "fr") -> str:
    """The page: a node for each entity that a statement speaks of, an edge for each statement.

    `language` is the one in which it opens; `UserError` for one that the page does not speak.
    """
    texts = json.loads(_template("texts.json"))
    if language not in texts:
        raise UserError(f"the HTML page speaks {' and '.join(sorted(texts))}, not {language!r}")
    map_ = _map(graph)
    network = _network(map_)
    looks = {
        "looks": _looks(_crowd(len(map_.entities))),
        "title": title,
        "language": language,
        "texts": texts,
        "because": wordings(),
    }
    data = columns(graph, map_) | names(map_.ties, sorted(texts)) | looks
    vis = _vis(network)
    code = "".join(_template(name) for name in _SCRIPTS)
    script = f'(() => {{\n"use strict";\n{code}}})();'
    style = "".join(_template(name) for name in _STYLES)
    network.templateEnv.globals["page"] = {
        "title": _LONE.sub("\ufffd", title),
        "language": language,
        "noscript": texts[language]["script"],
        "data": to_json(data),
        "blocks": blocks(map_.ties),
        "style": style,
        "vis": vis,
        "script": script,
        "policy": _policy(scripts=(vis, script), styles=(style,)),
    }
    return str(network.generate_html())


def write(graph: KnowledgeGraph, path: Path, **options: Any) -> None:
    """Write the page of `to_html` as UTF-8; the file is replaced only once the page is whole."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(to_html(graph, **options).encode("utf-8"))
    part.replace(path)


def _map(graph: KnowledgeGraph) -> Map:
    found = ties(graph)
    degrees = Counter(end for t in found for end in (t.subject, t.object))
    ids = sorted(degrees, key=lambda i: (-degrees[i], i))
    numbers = {ident: n for n, ident in enumerate(ids)}
    plain: networkx.Graph[int] = networkx.Graph()
    plain.add_nodes_from(range(len(ids)))
    plain.add_edges_from((numbers[t.subject], numbers[t.object]) for t in found)
    entities = tuple(graph.entities[i] for i in ids)
    boxes = _boxes([(e.name, degrees[e.id]) for e in entities])
    return Map(found, entities, numbers, degrees, *layouts(plain, boxes))


def _network(map_: Map) -> Network:
    """The opening view: the first `OPENING` entities and what joins them, in the form and place in which it is drawn.

    The page makes the others when they are asked for: pyvis takes quadratic time for nodes.
    """
    network = Network(directed=True, height="100%")
    network.set_template_dir([str(_TEMPLATES), network.template_dir], "page.html")
    network.options = _OPTIONS
    types = ontology().types
    crowd = _crowd(len(map_.entities))
    for number, entity in enumerate(map_.entities[:OPENING]):
        x, y = map_.opening[number]
        network.add_node(
            number,
            label=_label(entity.name),
            group=entity.type,
            shape=SHAPES.get(types[entity.type].group, "dot"),
            size=_size(map_.degrees[entity.id], crowd),
            x=round(x),
            y=round(y),
        )
    for number, tie in enumerate(map_.ties):
        subject, object_ = map_.numbers[tie.subject], map_.numbers[tie.object]
        if subject < OPENING and object_ < OPENING:
            relation = ontology().relations.get(tie.relation)
            network.add_edge(
                subject,
                object_,
                id=number,
                arrows="" if relation and relation.symmetric else "to",
                dashes=_DOTS if tie.status is Status.UNCERTAIN else False,
                width=round(1.3 + min(math.log2(len(tie.evidence)), 4) * 0.6, 1),
            )
    return network


def _looks(crowd: float) -> dict[str, Any]:
    """Shapes and colours of types, and the lines of links by sign and status, for the light and the dark theme."""
    return {
        "types": {
            t.name: {"shape": SHAPES.get(t.group, "dot"), "colours": _colours(t.name)}
            for t in ontology().types.values()
        },
        "signs": {str(sign): line for sign, line in SIGNS.items()},
        "over": OVER,
        "dots": _DOTS,
        "crowd": crowd,
    }


def _colours(type_: str) -> dict[str, str]:
    light = COLOURS.get(type_, OTHER)
    return {"light": light, "dark": ON_DARK.get(type_, light)}


def _label(name: str) -> str:
    """The name on three short lines at most: a canvas does not wrap."""
    name = _LONE.sub("\ufffd", name)
    return textwrap.fill(name, 22, max_lines=3, placeholder="…") or "…"


def _size(degree: int, crowd: float) -> float:
    """Half the height of a node in pixels; the page has the same rule for those that come later."""
    return float(round(crowd * (6 + 2.6 * math.sqrt(min(degree, 60))), 1))


def _crowd(entities: int) -> float:
    """How large nodes are when so many are drawn at first, 1 where each has room enough."""
    return float(round(min(1.0, (90 / max(1, min(entities, OPENING))) ** 0.25), 3))


def _boxes(sizes: Sequence[tuple[str, int]]) -> dict[int, tuple[float, float]]:
    """The room for each node, given as its name and degree: that of its name, but no more than a canvas has for all.

    Where names do not all have room the page shows those that do, more of them the nearer one looks.
    """
    crowd = _crowd(len(sizes))
    dots = [_size(degree, crowd) for _, degree in sizes]
    found = [_box(name, dot) for (name, _), dot in zip(sizes, dots, strict=True)]
    wanted = sum(width * height for width, height in found[:OPENING])
    part = min(1.0, math.sqrt(_CANVAS / max(wanted, 1)))
    sides = zip(found, dots, strict=True)
    return {n: (max(part * w, 2.4 * dot), max(part * h, 2.4 * dot)) for n, ((w, h), dot) in enumerate(sides)}


def _box(name: str, dot: float) -> tuple[float, float]:
    lines = _label(name).split("\n")
    return max(7.2 * max(map(len, lines)), 2 * dot) + 12, 2 * dot + 15 * len(lines) + 8


@cache
def _template(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _vis(network: Network) -> str:
    """The vis-network library, which pyvis brings along."""
    return str(network.templateEnv.loader.get_source(network.templateEnv, "lib/vis-9.1.2/vis-network.min.js")[0])


def _policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A Content-Security-Policy (W3C, level 3) that lets run and apply these texts alone, and nothing be fetched."""

    def hashes(texts: Iterable[str]) -> str:
        digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
