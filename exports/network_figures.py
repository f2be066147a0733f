"""Networks as figures: communities, ego networks, and the network of support and opposition.

Places are those of `layout`, in which no label stands over another; one unit is one point on paper. A figure grows with
what it shows, up to two columns; beyond, its letters shrink.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx

from ..graph.analyses.balance import divide
from .colours import COLOURS
from .figures import COLUMN, NEITHER, OPPOSITION, SUPPORT, new, short, style, type_legend
from .layout import Positions, layouts

WIDEST = 7.2
"""Inches: the width of two columns."""
_LETTER, _LINE, _DOT = 3.9, 9.0, 7.0  # points at 7 points a letter
_NEAREST = 0.45
_POINTS = 72
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")


@dataclass(frozen=True, slots=True)
class Look:
    """How a node is drawn."""

    colour: str
    marker: str = "o"
    bold: bool = False


def communities(network: "networkx.Graph[str]", community: Mapping[str, int], number: int = 40) -> Any:
    """The entities with the strongest ties, coloured by community; the eight largest have a colour of their own."""
    kept = _strongest(network, number)
    looks = {
        i: Look(
            PALETTE[community[i] - 1] if community[i] <= len(PALETTE) else "#BBBBBB", "osD^vPXh"[(community[i] - 1) % 8]
        )
        for i in kept
    }
    figure = _draw(network.subgraph(kept), looks, _grey)
    first: dict[int, str] = {}
    strength = dict(network.degree(weight="weight"))
    for ident in sorted(kept, key=lambda i: (community[i], -strength[i], i)):
        first.setdefault(community[ident], ident)
    _legend(figure, [(looks[i], short(f"{n}: {network.nodes[i]['name']}…", 22)) for n, i in first.items() if n <= 8], 3)
    return figure


def ego(network: "networkx.Graph[str]", centre: str, number: int = 30) -> Any:
    """The entity in bold and what it is joined to, coloured by type."""
    kept = {centre, *_strongest(network, number, first=[centre, *sorted(network[centre])])}
    looks = {i: Look(COLOURS[network.nodes[i]["type"]], bold=i == centre) for i in kept}
    return _draw(network.subgraph(kept), looks, _grey, types=True)


def signed(network: "networkx.Graph[str]", number: int = 40) -> Any:
    """Support in solid blue, opposition in dashed red, mixed in dotted grey; the two camps are discs and squares."""
    camps = divide(network).camps
    kept = _strongest(network, number)
    looks = {i: Look("#333333" if camps[i] == 1 else "#AAAAAA", "o" if camps[i] == 1 else "s") for i in kept}
    lines: dict[int, dict[str, Any]] = {
        1: {"color": SUPPORT, "linestyle": "-"},
        -1: {"color": OPPOSITION, "linestyle": (0, (4, 2))},
        0: {"color": NEITHER, "linestyle": ":"},
    }
    names = {1: "support", -1: "opposition", 0: "mixed"}
    figure = _draw(network.subgraph(kept), looks, lambda data: {**lines[data["sign"]], "alpha": 0.9})
    shown = {d["sign"] for *_, d in network.subgraph(kept).edges(data=True)}
    sides = [(Look("#333333"), "camp 1"), (Look("#AAAAAA", "s"), "camp 2")]
    _legend(figure, sides, 5, [(lines[s], names[s]) for s in (1, -1, 0) if s in shown])
    return figure


def _legend(
    figure: Any,
    nodes: Sequence[tuple[Look, str]],
    columns: int,
    lines: Sequence[tuple[dict[str, Any], str]] = (),
) -> None:
    from matplotlib.lines import Line2D

    handles = [Line2D([], [], linewidth=1.2, label=name, **looks) for looks, name in lines]
    handles += [
        Line2D([], [], marker=look.marker, linestyle="", color=look.colour, markersize=4, label=name)
        for look, name in nodes
    ]
    with style():
        figure.legend(handles=handles, loc="outside lower center", ncols=columns, handlelength=2)


def _grey(data: Mapping[str, Any]) -> dict[str, Any]:
    return {"color": "#888888", "linestyle": "-", "alpha": 0.7}


def _strongest(network: "networkx.Graph[str]", number: int, first: Collection[str] = ()) -> list[str]:
    """The nodes with the greatest weight of ties, and before them those that must be there."""
    strength = dict(network.degree(weight="weight"))
    order = {ident: n for n, ident in enumerate(first)}
    ranked = sorted(network, key=lambda i: (i not in order, -strength[i], i))
    kept = set(ranked[:number])
    return sorted(i for i in kept if i in order or any(other in kept for other in network[i]))


def _draw(
    network: "networkx.Graph[str]",
    looks: Mapping[str, Look],
    line: Callable[[Mapping[str, Any]], dict[str, Any]],
    types: bool = False,
) -> Any:
    # the layout depends on the order of the nodes and edges, so both are sorted
    names = sorted(network, key=lambda i: (-network.degree(i), i))
    place = {ident: n for n, ident in enumerate(names)}
    numbered: networkx.Graph[int] = networkx.Graph()
    numbered.add_nodes_from(range(len(names)))
    numbered.add_edges_from(sorted(tuple(sorted((place[a], place[b]))) for a, b in network.edges))
    labels = [short(network.nodes[i]["name"], 26) for i in names]
    boxes = {n: (len(label) * _LETTER + 6, _LINE + _DOT + 4) for n, label in enumerate(labels)}
    spots = layouts(numbered, boxes)[0] if names else {}
    tight = _tightness(spots, boxes)
    spots = {n: (x * tight, y * tight) for n, (x, y) in spots.items()}
    xs, ys = [x for x, _ in spots.values()] or [0], [y for _, y in spots.values()] or [0]
    margin = max((width for width, _ in boxes.values()), default=0) / 2 + 4
    width, height = max(xs) - min(xs) + 2 * margin, max(ys) - min(ys) + 2 * (_LINE + _DOT)
    inches = min(WIDEST, max(COLUMN, width / _POINTS))
    scale = min(1.0, inches * _POINTS / width)
    with style():
        figure, axes = new(inches, max(1.2, height * scale / _POINTS) + 0.3)
        axes.set_axis_off()
        axes.set_aspect("equal")
        axes.set_xlim(min(xs) - margin, max(xs) + margin)
        axes.set_ylim(max(ys) + _LINE + _DOT, min(ys) - _LINE - _DOT)
        ties = ((*sorted(pair), data) for *pair, data in network.edges(data=True))  # a part has the order of a set
        for a, b, data in sorted(ties, key=lambda tie: tie[:2]):
            (xa, ya), (xb, yb) = spots[place[a]], spots[place[b]]
            thick = 0.6 + 0.4 * min(5, data["weight"] - 1)
            axes.plot([xa, xb], [ya, yb], linewidth=thick * scale, zorder=1, solid_capstyle="round", **line(data))
        for ident in names:
            x, y = spots[place[ident]]
            look = looks[ident]
            size = _DOT * (1.3 if look.bold else 1) * scale
            axes.plot(
                x,
                y,
                look.marker,
                color=look.colour,
                markersize=size,
                markeredgecolor="white",
                markeredgewidth=0.5,
                zorder=2,
            )
            axes.annotate(
                labels[place[ident]],
                (x, y),
                (0, -(_DOT / 2 + 1) * scale),
                textcoords="offset points",
                ha="center",
                va="top",
                fontsize=7 * scale,
                fontweight="bold" if look.bold else "normal",
                zorder=3,
                bbox={"boxstyle": "square,pad=0.08", "facecolor": "white", "edgecolor": "none", "alpha": 0.75},
            )
        if types:
            type_legend(figure, {network.nodes[i]["type"] for i in names})
    return figure


def _tightness(spots: Positions, boxes: Mapping[int, tuple[float, float]]) -> float:
    """How much nearer all can come to each other before two labels touch, at most to `_NEAREST` of their distances."""
    factor = _NEAREST
    for a, b in combinations(spots, 2):
        (xa, ya), (xb, yb) = spots[a], spots[b]
        across = (boxes[a][0] + boxes[b][0]) / 2 / max(abs(xa - xb), 1e-9)
        down = (boxes[a][1] + boxes[b][1]) / 2 / max(abs(ya - yb), 1e-9)
        factor = max(factor, min(across, down))
    return min(factor, 1.0)
