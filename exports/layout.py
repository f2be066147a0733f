"""Where the nodes of a drawn graph stand: computed beforehand, the same every time, no label over another.

Each connected part is laid out by its springs, its labels are pushed apart, and the parts are packed in rows.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx
import numpy as np

OPENING = 300
"""How many nodes a page shows when it opens, the most connected ones; its reader can ask for all."""

Positions = dict[int, tuple[float, float]]
Boxes = Mapping[int, tuple[float, float]]
"""Width and height in pixels of what is drawn for each node, its label included."""

_ASPECT = 1.3  # width over height
_FLAT = 2.5  # the same for the smaller parts, which stand in rows below the largest
_LINK = 44  # pixels between the boxes of linked nodes, across or down
_ROOM = 1.2  # what a layout leaves for each square pixel of its boxes
_EDGE = 2000  # square pixels that it leaves for each edge
_SPRING = 1.6  # the springs' length for one node, `k` of networkx times the root of the number of nodes
_EVEN = 0.7  # how far the places on an axis are drawn towards equal distances, 0..1
_GAP = 60  # between parts of the graph that nothing joins

_Array = np.ndarray[Any, Any]


def layouts(graph: "networkx.Graph[int]", boxes: Boxes) -> tuple[Positions, Positions]:
    """The places of the first `OPENING` nodes when they are alone, and of all nodes when all are there.

    Where there are more, the first keep their arrangement, only wider, and the others come near their neighbours.
    """
    core = sorted(graph)[:OPENING]
    parts = _components(graph, core)
    aspects = (_ASPECT, *[_FLAT] * len(parts))
    opening = _packed([_sprung(part, boxes, aspect) for part, aspect in zip(parts, aspects, strict=False)], boxes)
    if len(core) == len(graph):
        return opening, opening
    blocks = [_grown(graph, opening, boxes)]
    rest = sorted(set(graph) - set(blocks[0]))
    if rest:
        blocks.append(layouts(_part(graph, rest), boxes)[1])
    return opening, _packed(blocks, boxes)


def _part(graph: "networkx.Graph[int]", nodes: Iterable[int]) -> "networkx.Graph[int]":
    """The subgraph of these nodes in this order, on which the layout depends."""
    part: networkx.Graph[int] = networkx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from((a, b) for a in part for b in sorted(graph[a]) if b in part)
    return part


def _components(graph: "networkx.Graph[int]", nodes: list[int]) -> list["networkx.Graph[int]"]:
    found = networkx.connected_components(_part(graph, nodes))
    return [_part(graph, sorted(c)) for c in sorted(found, key=lambda c: (-len(c), min(c)))]


def _sprung(part: "networkx.Graph[int]", boxes: Boxes, aspect: float) -> Positions:
    """A connected part of at most `OPENING` nodes by its springs (Fruchterman and Reingold 1991), spread evenly.

    Springs crowd the middle and send chains far out. Each axis is drawn some way to where its nodes would stand at
    equal distances, which keeps their order, in a rectangle that has room for the boxes and the names of the edges.
    """
    if not part.size():
        return dict.fromkeys(part, (0.0, 0.0))
    found = networkx.spring_layout(part, k=_SPRING / math.sqrt(len(part)), iterations=200, seed=1)
    height = math.sqrt((_ROOM * _area(part, boxes) + _EDGE * part.size()) / aspect)
    axes = [{n: float(p[axis]) for n, p in found.items()} for axis in range(2)]
    across, down = sorted(axes, key=lambda axis: max(axis.values()) - min(axis.values()), reverse=True)
    x, y = _spread(across, height * aspect), _spread(down, height)
    places = {n: (x[n], y[n]) for n in part}
    for _ in range(4):
        places = _apart(part, _beside(part, places, boxes), boxes)
    return places


def _beside(part: "networkx.Graph[int]", places: Positions, boxes: Boxes) -> Positions:
    """The same places, each node moved sideways from the edges that run under it without ending there."""
    order = list(part)
    row = {n: i for i, n in enumerate(order)}
    at = np.array([places[n] for n in order])
    need = np.array([boxes[n][1] / 2 for n in order])[:, None]
    a, b = np.array([(row[a], row[b]) for a, b in part.edges]).T
    along = at[b] - at[a]
    for _ in range(8):
        offset = at[:, None] - at[a]
        where = np.clip((offset * along).sum(2) / np.maximum((along**2).sum(1), 1), 0, 1)[..., None]
        away = offset - where * along
        distance = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-6)
        near = (distance < need) & (where[..., 0] > 0) & (where[..., 0] < 1)
        near[a, np.arange(len(a))] = near[b, np.arange(len(b))] = False
        push = np.where(near, (need - distance) / distance, 0)[..., None] * away
        at = at + 0.4 * push.sum(1)
        along = at[b] - at[a]
    return {n: (float(at[i, 0]), float(at[i, 1])) for n, i in row.items()}


def _spread(places: Mapping[int, float], length: float) -> dict[int, float]:
    """The places on one axis, stretched to this length and drawn towards equal distances."""
    order = sorted(places, key=lambda n: (places[n], n))
    low, extent = places[order[0]], places[order[-1]] - places[order[0]] or 1
    even = {n: rank / max(len(order) - 1, 1) for rank, n in enumerate(order)}
    return {n: length * (_EVEN * even[n] + (1 - _EVEN) * (places[n] - low) / extent) for n in places}


def _grown(graph: "networkx.Graph[int]", core: Positions, boxes: Boxes) -> Positions:
    """The core, made wider, and all that hangs together with it, each on a spiral around its foremost neighbour."""
    wider = math.sqrt(_area(graph, boxes) / _area(core, boxes))
    places = {n: (x * wider, y * wider) for n, (x, y) in core.items()}
    around: Counter[int] = Counter()
    for layer in list(networkx.bfs_layers(graph, sorted(core)))[1:]:
        hosts = {node: min(n for n in graph[node] if n in places) for node in sorted(layer)}
        for node, host in hosts.items():
            around[host] += 1
            turn, radius = around[host] * math.pi * (3 - math.sqrt(5)), 60 * math.sqrt(around[host] + 1)
            x, y = places[host]
            places[node] = (x + radius * _ASPECT * math.cos(turn), y + radius * math.sin(turn))
    return _apart(graph, places, boxes)


def _area(nodes: Iterable[int], boxes: Boxes) -> float:
    return sum(boxes[n][0] * boxes[n][1] for n in nodes)


def _apart(graph: "networkx.Graph[int]", places: Positions, boxes: Boxes) -> Positions:
    """The same places, pushed apart until no boxes overlap and linked ones leave room for a name, or 80 times."""
    nodes = list(places)
    row = {n: i for i, n in enumerate(nodes)}
    at = np.array([places[n] for n in nodes])
    size = np.array([boxes[n] for n in nodes])
    links = np.array([(row[a], row[b]) for a, b in graph.edges if a in row and b in row]).reshape(-1, 2)
    for _ in range(80):
        push = np.zeros_like(at)
        order = np.argsort(at[:, 0], kind="stable")
        for step in range(1, len(nodes)):
            a, b = order[:-step], order[step:]
            close = at[b, 0] - at[a, 0] < size[:, 0].max()
            if not close.any():
                break
            _push(push, at, size, a[close], b[close], 0)
        _push(push, at, size, links[:, 0], links[:, 1], _LINK)
        if not push.any():
            break
        at += 0.6 * push
    return {n: (float(at[i, 0]), float(at[i, 1])) for n, i in row.items()}


def _push(push: _Array, at: _Array, size: _Array, a: _Array, b: _Array, room: int) -> None:
    """Add to `push` what moves the boxes of each pair a, b to `room` pixels from each other, along the shorter way."""
    between = at[b] - at[a]
    over = (size[a] + size[b]) / 2 + room - np.abs(between)
    hit = (over > 0.5).all(axis=1)
    a, b, between, over = a[hit], b[hit], between[hit], over[hit]
    axis = np.where(over[:, 0] < over[:, 1] * _ASPECT, 0, 1)
    each = np.arange(len(a))
    side = np.where((between[each, axis] > 0) | ((between[each, axis] == 0) & (a < b)), 0.5, -0.5)
    np.add.at(push, (b, axis), side * over[each, axis])
    np.add.at(push, (a, axis), -side * over[each, axis])


def _packed(blocks: list[Positions], boxes: Boxes) -> Positions:
    """The blocks in rows below each other, centred, none over another; the places count from the middle of all."""
    edges = [_edges(block, boxes) for block in blocks]
    sizes = [(right - left + _GAP, bottom - top + _GAP) for left, top, right, bottom in edges]
    limit = max(max(w for w, _ in sizes), math.sqrt(sum(w * h for w, h in sizes)) * _ASPECT) if sizes else 0
    rows: list[list[int]] = []
    for n, (width, _) in enumerate(sizes):
        if not rows or sum(sizes[i][0] for i in rows[-1]) + width > limit:
            rows.append([])
        rows[-1].append(n)
    placed: Positions = {}
    down = -sum(max(sizes[i][1] for i in row) for row in rows) / 2
    for row in rows:
        along, height = -sum(sizes[i][0] for i in row) / 2, max(sizes[i][1] for i in row)
        for i in row:
            left, top, _, _ = edges[i]
            dx, dy = along - left + _GAP / 2, down - top + (height - sizes[i][1] + _GAP) / 2
            placed |= {n: (x + dx, y + dy) for n, (x, y) in blocks[i].items()}
            along += sizes[i][0]
        down += height
    return placed


def _edges(block: Positions, boxes: Boxes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a block."""
    return (
        min(x - boxes[n][0] / 2 for n, (x, _) in block.items()),
        min(y - boxes[n][1] / 2 for n, (_, y) in block.items()),
        max(x + boxes[n][0] / 2 for n, (x, _) in block.items()),
        max(y + boxes[n][1] / 2 for n, (_, y) in block.items()),
    )
