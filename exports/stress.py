"""A connected graph of a few hundred nodes, drawn so that distances on paper are distances in the graph.

Stress is majorized (Gansner, Koren and North 2004) from classical scaling on. An edge is longer the more other
neighbours its ends have, as in Graphviz's `model=subset`, which gives hubs the room that their neighbours need.
"""

from typing import Any

import networkx
import numpy as np

Array = np.ndarray[Any, Any]
_ROUNDS = 120
_NEARER = 0.88  # what is far away comes a little nearer, so that long chains do not make all else small


def stress_layout(graph: "networkx.Graph[int]") -> Array:
    """The places of the nodes in their order, wider than high; 1 is about the length of an edge between two leaves."""
    nodes = list(graph)
    if len(nodes) < 2:
        return np.zeros((len(nodes), 2))
    distances = _distances(graph, nodes)
    return _level(_majorized(_scaled(distances), distances))


def _distances(graph: "networkx.Graph[int]", nodes: list[int]) -> Array:
    """The length of the shortest path between any two (Floyd 1962)."""
    row = {n: i for i, n in enumerate(nodes)}
    found = np.full((len(nodes), len(nodes)), np.inf)
    np.fill_diagonal(found, 0)
    for a, b in graph.edges:
        only = len(set(graph[a]) ^ set(graph[b])) - 2
        found[row[a], row[b]] = found[row[b], row[a]] = 1 + 0.35 * np.sqrt(max(only, 0))
    for k in range(len(nodes)):
        np.minimum(found, found[:, k, None] + found[k], out=found)
    return np.asarray(found**_NEARER)


def _scaled(distances: Array) -> Array:
    """Classical scaling (Torgerson 1952), with a little of the third and fourth axes so that no two nodes coincide."""
    square = distances**2
    inner = -0.5 * (square - square.mean(0) - square.mean(1)[:, None] + square.mean())
    values, vectors = np.linalg.eigh(inner)
    vectors = vectors * np.sign(vectors[np.abs(vectors).argmax(0), np.arange(len(vectors))])
    axes = vectors[:, ::-1][:, :4] * np.sqrt(np.maximum(values[::-1][:4], 0))
    places = axes[:, :2].copy()
    places[:, : axes.shape[1] - 2] += 0.1 * axes[:, 2:]
    turn = np.arange(len(places)) * (np.pi * (3 - np.sqrt(5)))
    return np.asarray(places + 0.02 * np.column_stack((np.cos(turn), np.sin(turn))))


def _majorized(places: Array, distances: Array) -> Array:
    size = len(places)
    far = distances + np.eye(size)
    weights = far**-2.0
    np.fill_diagonal(weights, 0)
    laplacian = np.diag(weights.sum(1)) - weights
    inverse = np.linalg.inv(laplacian + 1 / size)  # the pseudo-inverse but for a shift of all places
    for _ in range(_ROUNDS):
        between = places[:, None] - places
        length = np.sqrt((between**2).sum(2)) + np.eye(size)
        ratio = -weights * distances / np.maximum(length, 1e-6)
        np.fill_diagonal(ratio, 0)
        np.fill_diagonal(ratio, -ratio.sum(1))
        places = inverse @ (ratio @ places)
    return places


def _level(places: Array) -> Array:
    """The places around their middle, turned so that they spread most from left to right."""
    places = places - places.mean(0)
    _, _, axes = np.linalg.svd(places, full_matrices=False)
    axes = axes * np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(1)])[:, None]
    return np.asarray(places @ axes.T)
