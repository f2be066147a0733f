"""Where the nodes of a drawn graph stand: computed beforehand, the same every time, no box over another.

Each connected part is laid out by itself, its boxes are pushed apart, and the parts are packed side by side.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx
import numpy as np

from .packing import Boxes, packed
from .stress import stress_layout

OPENING = 200
"""How many nodes a page shows when it opens, the most connected ones; its reader can ask for all."""

Positions = dict[int, tuple[float, float]]
"""The middles of the nodes in pixels, y downwards, counted from the middle of the drawing."""

_ASPECT = 1.15  # width over height
_LINK = 1.35  # the distance of two leaves that are linked, in sides of a square as large as a box
_GAP = 22  # between parts of the graph that nothing joins
_ROOM = 15  # half the distance of two nodes on a spiral
_TURN = math.pi * (3 - math.sqrt(5))

_Array = np.ndarray[Any, Any]


def layouts(graph: "networkx.Graph[int]", boxes: Boxes) -> tuple[Positions, Positions]:
    """The places of the first `OPENING` nodes when they are alone, and of all nodes when all are there.

    `boxes` are widths and heights in pixels of what is drawn for each node in the former. In the latter each of the
    first keeps about its place, with the others that it leads to in a disc around it; its boxes are 30 pixels wide.
    """
    core = sorted(graph)[:OPENING]
    opening = _drawn(graph, core, boxes)
    if len(core) == len(graph):
        return opening, opening
    discs = _discs(graph, core)
    first = _wider(opening, {n: _radius(discs[n]) for n in core})
    everything = _filled(first, discs)
    rest = sorted(set(graph) - set(everything))
    plain = dict.fromkeys(graph, (2.0 * _ROOM, 2.0 * _ROOM))
    parts = [everything, *_parts(graph, rest, plain)]
    return opening, packed(parts, graph.edges, plain, aspect=_ASPECT, gap=2 * _GAP)


def _drawn(graph: "networkx.Graph[int]", nodes: Sequence[int], boxes: Boxes) -> Positions:
    return packed(_parts(graph, nodes, boxes), graph.edges, boxes, aspect=_ASPECT, gap=_GAP)


def _parts(graph: "networkx.Graph[int]", nodes: Sequence[int], boxes: Boxes) -> list[Positions]:
    """The connected parts of these nodes, the largest first, each laid out by itself."""
    found = networkx.connected_components(_part(graph, nodes))
    parts = sorted((sorted(c) for c in found), key=lambda c: (-len(c), c[0]))
    return [_laid(_part(graph, part), boxes) for part in parts]


def _part(graph: "networkx.Graph[int]", nodes: Iterable[int]) -> "networkx.Graph[int]":
    """The subgraph of these nodes in this order, on which the layout depends."""
    part: networkx.Graph[int] = networkx.Graph()
    part.add_nodes_from(nodes)
    part.add_edges_from((a, b) for a in part for b in sorted(graph[a]) if b in part)
    return part


def _laid(part: "networkx.Graph[int]", boxes: Boxes) -> Positions:
    """A connected part: by its distances where it is small enough, or else its core with the others around."""
    if len(part) > OPENING:
        core = sorted(part)[:OPENING]
        discs = _discs(part, core)
        return _filled(_wider(_drawn(part, core, boxes), {n: _radius(discs[n]) for n in core}), discs)
    nodes = list(part)
    size = np.array([boxes[n] for n in nodes])
    places = _even(stress_layout(part) * _LINK * float(np.sqrt(size.prod(1)).mean()))
    for _ in range(3):
        places = _beside(part, _apart(places, size), size)
    places = _apart(places, size)
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, places, strict=True)}


def _even(places: _Array) -> _Array:
    """Long drawings folded a little towards the aspect that the whole is to have."""
    extent = np.maximum(np.ptp(places, axis=0), 1)
    factor = np.clip(math.sqrt(extent[0] / extent[1] / _ASPECT), 1, 1.25) if len(places) > 8 else 1
    return np.asarray(places * (1 / factor, factor))


def _apart(places: _Array, size: _Array) -> _Array:
    """The same places, pushed apart until no boxes overlap."""
    at = places.copy()
    sides = (size[:, None] + size) / 2
    for _ in range(200):
        between = at[:, None] - at
        over = sides - np.abs(between)
        hit = (over > 0.5).all(2)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        a, b = np.nonzero(np.triu(hit))
        axis = np.where(over[a, b, 0] < over[a, b, 1] * _ASPECT, 0, 1)
        side = np.where(between[a, b, axis] >= 0, 0.5, -0.5) * (over[a, b, axis] + 1)
        push = np.zeros_like(at)
        np.add.at(push, (a, axis), side)
        np.add.at(push, (b, axis), -side)
        at += 0.6 * push
    return at


def _beside(part: "networkx.Graph[int]", at: _Array, size: _Array) -> _Array:
    """The same places, each node moved sideways from the edges that run under it without ending there."""
    if part.size() < 2:
        return at
    row = {n: i for i, n in enumerate(part)}
    a, b = np.array([(row[a], row[b]) for a, b in part.edges]).T
    need = size[:, 1, None] / 2
    for _ in range(6):
        along = at[b] - at[a]
        offset = at[:, None] - at[a]
        where = np.clip((offset * along).sum(2) / np.maximum((along**2).sum(1), 1), 0, 1)[..., None]
        away = offset - where * along
        distance = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-6)
        near = (distance < need) & (where[..., 0] > 0) & (where[..., 0] < 1)
        near[a, np.arange(len(a))] = near[b, np.arange(len(b))] = False
        at = at + 0.4 * (np.where(near, (need - distance) / distance, 0)[..., None] * away).sum(1)
    return at


def _discs(graph: "networkx.Graph[int]", core: Sequence[int]) -> Mapping[int, list[int]]:
    """For each node of the core those outside that it leads to, the nearest first, each in one disc."""
    home = {n: n for n in core}
    found: dict[int, list[int]] = {n: [] for n in core}
    for layer in list(networkx.bfs_layers(graph, core))[1:]:
        homes = {node: home[min(n for n in graph[node] if n in home)] for node in sorted(layer)}
        for node, root in homes.items():
            found[root].append(node)
        home |= homes
    return found


def _radius(disc: Sequence[int]) -> float:
    return 2 * _ROOM * math.sqrt(len(disc) + 1) + _ROOM


def _wider(places: Positions, radii: Mapping[int, float]) -> Positions:
    """The places spread until the discs around them have room."""
    nodes = list(places)
    side = np.array([[2 * radii[n]] * 2 for n in nodes])
    at = np.array([places[n] for n in nodes])
    wider = math.sqrt(float((side**2).sum()) / float(np.prod(np.maximum(np.ptp(at, axis=0), 1))) * 1.15)
    at = _apart(at * max(1.0, wider), side)
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, at, strict=True)}


def _filled(places: Positions, discs: Mapping[int, list[int]]) -> Positions:
    """The places with the discs filled, each on the spiral of a sunflower (Vogel 1979)."""
    found = dict(places)
    for home, disc in discs.items():
        x, y = places[home]
        for turn, node in enumerate(disc, 1):
            radius = 2 * _ROOM * math.sqrt(turn + 0.6)
            found[node] = (x + radius * math.cos(turn * _TURN), y + radius * math.sin(turn * _TURN))
    return found
