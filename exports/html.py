"""An interactive page of a graph: drawn with pyvis, every link with its sentences, one file that loads nothing else.

pyvis builds the vis-network and renders the page, through our template in place of its own, which asks three servers
for scripts and styles. Articles are hostile until shown otherwise: their text travels as JSON, becomes text nodes, and
the page's Content-Security-Policy lets no script run but the two that are in it, and nothing be fetched.
"""

import base64
import hashlib
import json
import math
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx
from pyvis.network import Network

from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Entity, Evidence, Statement, Status
from ..graph.ontology import ontology
from .colours import COLOURS
from .layout import OPENING, Positions, layouts

_TEMPLATES = files(__package__) / "templates"

# Shapes tell the ontology's groups apart, colours the types of a group.
_SHAPES = {
    "Human": "dot",
    "Group": "square",
    "Artifact": "diamond",
    "Location": "triangleDown",
    "Happening": "star",
    "Document": "hexagon",
}
_LINES: Mapping[Status, Mapping[str, Any]] = {
    Status.ASSERTED: {"light": "#4A5568", "dark": "#A3AEBF", "dashes": None},
    Status.ENDED: {"light": "#B4BAC4", "dark": "#5A6472", "dashes": None},
    Status.UNCERTAIN: {"light": "#7A6FB0", "dark": "#A79CE0", "dashes": [2, 5]},
    Status.NEGATED: {"light": "#C8442B", "dark": "#F07F66", "dashes": [9, 6]},
}
_OTHER = "#8A8F98"
_FONT = (
    'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif'
)
_OPTIONS = {
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 2.5, "font": {"face": _FONT, "strokeWidth": 4, "vadjust": -2}},
    "edges": {
        "arrows": {"to": {"scaleFactor": 0.5}},
        "font": {"face": _FONT, "size": 11, "strokeWidth": 4, "align": "middle"},
        "selectionWidth": 2,
        "hoverWidth": 1,
        "smooth": False,
    },
    "interaction": {"hover": True, "tooltipDelay": 250, "hideEdgesOnZoom": False, "keyboard": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"springLength": 140, "avoidOverlap": 0.6},
        "stabilization": False,
    },
}
_SCRIPTS = sorted(f.name for f in _TEMPLATES.iterdir() if re.fullmatch(r"\d+-\w+\.js", f.name))
_LONE = re.compile("[\ud800-\udfff]")
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Map:
    """The entities that statements speak of, the most connected first, by their numbers in that order.

    `opening` has the places of the first `OPENING` drawn alone, `full` the places of all drawn together.
    """

    entities: tuple[Entity, ...]
    numbers: Mapping[str, int]
    degrees: Mapping[str, int]
    opening: Positions
    full: Positions


def to_html(graph: KnowledgeGraph, *, title: str = "liaisons", language: str = "fr") -> str:
    """The page: a node for each entity that a statement speaks of, an edge for each statement.

    `language` is that of the interface and of the relations' names; `UserError` for one that the page does not speak.
    """
    texts = json.loads(_template("texts.json"))
    if language not in texts:
        raise UserError(f"the HTML page speaks {' and '.join(sorted(texts))}, not {language!r}")
    map_ = _map(graph)
    network = _network(graph, map_, language, texts[language])
    data = _data(graph, map_) | {"title": title, "language": language, "texts": texts} | _labels(sorted(texts))
    vis = _vis(network)
    code = "".join(_template(name) for name in _SCRIPTS)
    script = f'(() => {{\n"use strict";\n{code}}})();'
    style = _template("tokens.css") + _template("page.css")
    network.templateEnv.globals["page"] = {
        "title": _LONE.sub("\ufffd", title),
        "language": language,
        "noscript": texts[language]["script"],
        "data": _json(data),
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


def _map(graph: KnowledgeGraph) -> _Map:
    degrees = Counter(end for s in graph.statements() for end in (s.subject, s.object))
    ids = sorted(degrees, key=lambda i: (-degrees[i], i))
    numbers = {ident: n for n, ident in enumerate(ids)}
    plain: networkx.Graph[int] = networkx.Graph()
    plain.add_nodes_from(range(len(ids)))
    plain.add_edges_from((numbers[s.subject], numbers[s.object]) for s in graph.statements())
    entities = tuple(graph.entities[i] for i in ids)
    boxes = {n: _box(e.name, degrees[e.id]) for n, e in enumerate(entities)}
    return _Map(entities, numbers, degrees, *layouts(plain, boxes))


def _network(graph: KnowledgeGraph, map_: _Map, language: str, texts: Mapping[str, Any]) -> Network:
    network = Network(directed=True, height="100%")
    network.set_template_dir([str(_TEMPLATES), network.template_dir], "page.html")
    network.options = _OPTIONS
    types = ontology().types
    for number, entity in enumerate(map_.entities):
        degree = map_.degrees[entity.id]
        x, y = map_.opening.get(number) or map_.full[number]
        network.add_node(
            number,
            label=_label(entity.name),
            title=f"{_LONE.sub(chr(0xFFFD), entity.name)}\n{_text(types[entity.type].labels, language, entity.type)}",
            group=entity.type,
            shape=_SHAPES.get(types[entity.type].group, "dot"),
            size=_size(degree),
            font={"size": _font_size(degree)},
            x=round(x),
            y=round(y),
        )
    curves = _curves(graph.statements())
    for number, statement in enumerate(graph.statements()):
        relation = ontology().relations[statement.relation]
        line = _LINES[statement.status]
        status = "" if statement.status is Status.ASSERTED else f" ({texts[statement.status]})"
        network.add_edge(
            map_.numbers[statement.subject],
            map_.numbers[statement.object],
            id=number,
            label=f"{_text(relation.labels, language, relation.name)}{status}",
            arrows="" if relation.symmetric else "to",
            color=line["light"],
            dashes=line["dashes"] or False,
            width=round(1.3 + min(math.log2(len(statement.evidence)), 4) * 0.6, 1),
            **curves.get(number, {}),
        )
    return network


def _curves(statements: Iterable[Statement]) -> dict[int, dict[str, Any]]:
    """How the edges bend that share their two nodes, by number; a lone edge, or the middle one, is straight."""
    parallel: dict[tuple[str, str], list[tuple[int, bool]]] = {}
    for number, s in enumerate(statements):
        ends = (min(s.subject, s.object), max(s.subject, s.object))
        parallel.setdefault(ends, []).append((number, s.subject == ends[0]))
    curves: dict[int, dict[str, Any]] = {}
    for edges in parallel.values():
        step = min(0.28, 1.2 / len(edges))
        for place, (number, forth) in enumerate(edges):
            bend = (place - (len(edges) - 1) / 2) * step * (1 if forth else -1)
            if bend:
                kind = "curvedCW" if bend > 0 else "curvedCCW"
                curves[number] = {"smooth": {"enabled": True, "type": kind, "roundness": round(abs(bend), 3)}}
    return curves


def _data(graph: KnowledgeGraph, map_: _Map) -> dict[str, Any]:
    """What the page shows besides the drawing. Entities and statements have the numbers of their nodes and edges."""

    def source(ident: str) -> dict[str, Any]:
        return {"id": ident, "name": graph.entities[ident].name, "node": map_.numbers.get(ident)}

    def evidence(e: Evidence) -> dict[str, Any]:
        known = {
            "when": e.when,
            "amount": e.amount,
            "role": e.role,
            "source": e.source and source(e.source),
            "reasons": [str(r) for r in e.reasons],
        }
        place = {"article": e.article, "sentence": marked(e), "outside": _outside(e), "confidence": e.confidence}
        return place | {name: value for name, value in known.items() if value}

    used = {e.article for s in graph.statements() for e in s.evidence}
    fields = ("title", "date", "url", "source", "author", "lang")
    return {
        "opening": OPENING,
        "full": [[round(c) for c in map_.full[n]] for n in sorted(map_.opening)] if len(map_.full) > OPENING else [],
        "entities": [{"id": e.id, "name": e.name, "type": e.type, "aliases": list(e.aliases)} for e in map_.entities],
        "articles": {i: {f: getattr(a, f) for f in fields} for i, a in graph.articles.items() if i in used},
        "statements": [
            {
                "subject": map_.numbers[s.subject],
                "relation": s.relation,
                "object": map_.numbers[s.object],
                "status": str(s.status),
                "evidence": [evidence(e) for e in s.evidence],
            }
            for s in graph.statements()
        ],
    }


def marked(evidence: Evidence) -> list[tuple[str, str]]:
    """The sentence in pieces, each with what it belongs to: "s" subject, "c" cue, "o" object, several, or none.

    >>> from liaisons.graph.model import Span
    >>> text = "Il quitte X."
    >>> marked(Evidence("a", Span.of(text, 0, 12), *(Span.of(text, *p) for p in ((0, 2), (3, 9), (10, 11)))))
    [('Il', 's'), (' ', ''), ('quitte', 'c'), (' ', ''), ('X', 'o'), ('.', '')]
    """
    sentence, *parts = evidence.spans
    inside = (o for p in parts for o in (p.start, p.end) if sentence.start < o < sentence.end)
    cuts = sorted({sentence.start, *inside, sentence.end})
    return [
        (
            sentence.quote[a - sentence.start : b - sentence.start],
            "".join(role for role, p in zip("sco", parts, strict=True) if p.start <= a and b <= p.end),
        )
        for a, b in pairwise(cuts)
    ]


def _outside(evidence: Evidence) -> dict[str, str]:
    """The subject, cue or object that stands elsewhere in the article: role → quote."""
    sentence, *parts = evidence.spans
    placed = zip("sco", parts, strict=True)
    return {role: p.quote for role, p in placed if p.end <= sentence.start or p.start >= sentence.end}


def _labels(languages: Iterable[str]) -> dict[str, Any]:
    """The ontology's types, families, relations and the statuses as the page names and draws them, in its order.

    Names are by language; the page switches without its maker.
    """

    def names(texts: Mapping[str, str], fallback: str) -> dict[str, str]:
        return {language: _text(texts, language, fallback) for language in languages}

    return {
        "types": {
            t.name: {
                "labels": names(t.labels, t.name),
                "shape": _SHAPES.get(t.group, "dot"),
                "colour": COLOURS.get(t.name, _OTHER),
            }
            for t in ontology().types.values()
        },
        "families": {
            name: {"labels": names(ontology().families[name].labels, name)}
            for name in dict.fromkeys(r.family for r in ontology().relations.values())
        },
        "relations": {
            r.name: {
                "labels": names(r.labels, r.name),
                "inverses": names(r.labels if r.symmetric else r.inverse_labels, r.name),
                "family": r.family,
                "sign": r.sign,
            }
            for r in ontology().relations.values()
        },
        "statuses": {str(status): line for status, line in _LINES.items()},
    }


def _text(texts: Mapping[str, str], language: str, fallback: str) -> str:
    return texts.get(language) or next((texts[other] for other in sorted(texts)), fallback)


def _label(name: str) -> str:
    """The name on three short lines at most: a canvas does not wrap."""
    name = _LONE.sub("\ufffd", name)
    return textwrap.fill(name, 22, max_lines=3, placeholder="…") or "…"


def _size(degree: int) -> int:
    """Half the height of a node in pixels."""
    return round(7 + 3.2 * math.sqrt(min(degree, 60)))


def _font_size(degree: int) -> int:
    return 14 + min(4, degree // 3)


def _box(name: str, degree: int) -> tuple[float, float]:
    lines = _label(name).split("\n")
    font = _font_size(degree)
    width = max(0.58 * font * max(map(len, lines)), 2 * _size(degree)) + 14
    return width, 2 * _size(degree) + 1.25 * font * len(lines) + 12


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


def _json(value: Any) -> str:
    """JSON that can stand in a script element and in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
