"""Structural balance: whether the friends of friends are friends, and the enemies of enemies.

Cartwright and Harary, "Structural balance: a generalization of Heider's theory" (Psychological Review 63, 1956): a
signed network is balanced when it falls into two camps with support inside each and opposition between them, that is
when the signs along every cycle multiply to plus. How far it is from that is its line index, or frustration index: the
least number of ties that stand against the best two camps (Harary 1959; Aref and Wilson, "Balance and frustration in
signed networks", Journal of Complex Networks 7, 2019, on what the measures tell).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from .signs import signed_network
from .tables import Table

EXACT = 16
"""Up to so many nodes in a part without cut nodes, every division into two camps is tried; beyond, it is searched."""

TRIADS = ("+++", "++-", "+--", "---")
"""The signs of a triad; the first and the third are balanced (Cartwright and Harary), the last as well in Davis's weak
sense (Human Relations 20, 1967), where there may be more than two camps."""


@dataclass(frozen=True, slots=True)
class Division:
    """Two camps: the camp (1 or 2) of each node, the ties that stand against them, and bounds of the frustration index.

    `lower` is the number of unbalanced triads found that share no tie, in the parts that were searched; where all was
    tried, both are the index itself.
    """

    camps: dict[str, int]
    frustrated: tuple[tuple[str, str], ...]
    lower: int

    @property
    def upper(self) -> int:
        return len(self.frustrated)


def triads(network: "networkx.Graph[str]") -> Iterator[tuple[tuple[str, str, str], str]]:
    """The triangles of signed ties, each with its signs ("++-"), in the order of their ids."""
    order = {ident: n for n, ident in enumerate(sorted(network))}
    later = {i: sorted((j for j in network[i] if order[j] > order[i]), key=order.__getitem__) for i in order}
    for a in sorted(network):
        for b, c in combinations(later[a], 2):
            if network.has_edge(b, c):
                signs = sorted((network.edges[pair]["sign"] for pair in ((a, b), (a, c), (b, c))), reverse=True)
                if 0 not in signs:
                    yield (a, b, c), "".join("+" if s > 0 else "-" for s in signs)


def divide(network: "networkx.Graph[str]") -> Division:
    """The best two camps that were found.

    The index adds up over the parts without cut nodes (blocks), and a tie on no cycle is never frustrated, so each
    block is divided by itself: by trying all divisions up to `EXACT` nodes, else by moving single nodes from several
    starts while that helps. Mixed ties say nothing and are left out.
    """
    clear: networkx.Graph[str] = networkx.Graph()
    clear.add_nodes_from(sorted(network))
    clear.add_edges_from((*sorted((a, b)), {"sign": d["sign"]}) for a, b, d in network.edges(data=True) if d["sign"])
    camps: dict[str, int] = {}
    lower = 0
    for block in _blocks(clear):
        sides, bound = _divide_block(clear, block)
        lower += bound
        if any(node in camps and camps[node] != sides[node] for node in block):
            sides = {node: -side for node, side in sides.items()}
        camps |= sides
    camps = {node: camps.get(node, 1) for node in clear}
    against = tuple(sorted((a, b) for a, b, d in clear.edges(data=True) if camps[a] * camps[b] != d["sign"]))
    for component in networkx.connected_components(clear):  # camp 1 is the larger one, or that of the first id
        ones = [n for n in component if camps[n] == 1]
        twos = [n for n in component if camps[n] == -1]
        if (len(twos), min(ones, default="")) > (len(ones), min(twos, default="")):
            camps |= {node: -camps[node] for node in component}
    return Division({node: 1 if camps[node] == 1 else 2 for node in clear}, against, lower)


def _blocks(network: "networkx.Graph[str]") -> list[list[str]]:
    """The blocks, each after one that it shares a cut node with, where there is one."""
    left = sorted(sorted(block) for block in networkx.biconnected_components(network))
    at: dict[str, list[int]] = {}
    for number, block in enumerate(left):
        for node in block:
            at.setdefault(node, []).append(number)
    found: list[list[str]] = []
    seen: set[int] = set()
    for first in range(len(left)):
        queue = [first]
        while queue:
            number = queue.pop(0)
            if number not in seen:
                seen.add(number)
                found.append(left[number])
                queue += [other for node in left[number] for other in at[node] if other not in seen]
    return found


def _divide_block(network: "networkx.Graph[str]", block: list[str]) -> tuple[dict[str, int], int]:
    """The sides (1, -1) of the nodes of a block, and a lower bound of the frustrated ties."""
    place = {node: n for n, node in enumerate(block)}
    near = [
        {place[other]: network.edges[node, other]["sign"] for other in network[node] if other in place}
        for node in block
    ]
    if len(block) <= EXACT:
        sides, cost = _tried(near)
        return dict(zip(block, sides, strict=True)), cost
    best = min((_searched(near, start) for start in range(min(len(block), 50))), key=lambda pair: (pair[1], pair[0]))
    return dict(zip(block, best[0], strict=True)), min(best[1], _packed(network.subgraph(block)))


def _cost(near: list[dict[int, int]], sides: list[int]) -> int:
    return sum(sides[a] * sides[b] != s for a, others in enumerate(near) for b, s in others.items() if a < b)


def _tried(near: list[dict[int, int]]) -> tuple[list[int], int]:
    """The best of all divisions, one node moved at a time (Gray code); the first node stays."""
    sides = [1] * len(near)
    cost = _cost(near, sides)
    best, least = list(sides), cost
    for step in range(1, 2 ** (len(near) - 1)):
        node = (step & -step).bit_length()  # 1, 2, 1, 3, …
        cost += _gain(near, sides, node)
        sides[node] = -sides[node]
        if cost < least:
            best, least = list(sides), cost
            if not least:
                break
    return best, least


def _gain(near: list[dict[int, int]], sides: list[int], node: int) -> int:
    """What moving the node adds to the cost."""
    return sum(sides[node] * sides[other] * s for other, s in near[node].items())


def _searched(near: list[dict[int, int]], start: int) -> tuple[list[int], int]:
    """From camps that agree along a tree from `start`, nodes move while that helps."""
    sides = [0] * len(near)
    sides[start], queue = 1, [start]
    for node in queue:
        for other in sorted(near[node]):
            if not sides[other]:
                sides[other] = sides[node] * near[node][other]
                queue.append(other)
    moved = True
    while moved:
        moved = False
        for node in range(len(near)):
            if _gain(near, sides, node) < 0:
                sides[node] = -sides[node]
                moved = True
    if sides[0] < 0:
        sides = [-side for side in sides]
    return sides, _cost(near, sides)


def _packed(network: "networkx.Graph[str]") -> int:
    """How many unbalanced triads were found that share no tie: each has a frustrated one."""
    used: set[tuple[str, str]] = set()
    for nodes, signs in triads(network):
        pairs = set(combinations(nodes, 2))
        if signs.count("-") % 2 and not pairs & used:
            used |= pairs
    return len(used) // 3


def balance(
    graph: KnowledgeGraph,
    *,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = (Status.ASSERTED,),
    types: Collection[str] | None = None,
) -> Table:
    """The measures of structural balance, one a row: `measure`, `value`.

    `balance by triads` is the share of triads that are balanced, None where there are none; `frustration` is the share
    of ties that stand against the two best camps found, and twice that is 0 for a balanced network and at most 1.
    """
    network = signed_network(graph, statements=statements, statuses=statuses, types=types)
    signs = [data["sign"] for *_, data in network.edges(data=True)]
    counts = dict.fromkeys(TRIADS, 0)
    for _, kind in triads(network):
        counts[kind] += 1
    division = divide(network)
    clear = len(signs) - signs.count(0)
    found = sum(counts.values())
    rows: list[tuple[str, int | float | bool | None]] = [
        ("entities", len(network)),
        ("ties of support", signs.count(1)),
        ("ties of opposition", signs.count(-1)),
        ("mixed ties (left out)", signs.count(0)),
        *((f"triads {kind}", n) for kind, n in counts.items()),
        ("balance by triads", round((counts["+++"] + counts["+--"]) / found, 3) if found else None),
        ("weak balance by triads", round(1 - counts["++-"] / found, 3) if found else None),
        ("frustration index, at least", division.lower),
        ("frustration index, at most", division.upper),
        ("frustration", round(division.upper / clear, 3) if clear else None),
        ("balanced", division.upper == 0),
    ]
    return Table(("measure", "value"), tuple(rows))


def triad_table(
    graph: KnowledgeGraph,
    *,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = (Status.ASSERTED,),
    types: Collection[str] | None = None,
) -> Table:
    """Every triad of signed ties, the unbalanced ones first: `a`, `b`, `c`, `signs`, `balanced`."""
    network = signed_network(graph, statements=statements, statuses=statuses, types=types)
    found = sorted((signs.count("-") % 2 == 0, nodes, signs) for nodes, signs in triads(network))
    rows = []
    for balanced, nodes, signs in found:
        a, b, c = (graph.entities[i].name for i in nodes)
        rows.append((a, b, c, signs, balanced))
    return Table(("a", "b", "c", "signs", "balanced"), tuple(rows))


def camps(
    graph: KnowledgeGraph,
    *,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = (Status.ASSERTED,),
    types: Collection[str] | None = None,
) -> Table:
    """The two best camps found in each connected part, the larger parts first.

    Columns: `part`, `camp` (1 or 2: camps of different parts have nothing to do with each other), `entity`, `type`,
    `support`, `opposition` (ties), `against` (ties that stand against the camps), `id`.
    """
    network = signed_network(graph, statements=statements, statuses=statuses, types=types)
    division = divide(network)
    against = [end for pair in division.frustrated for end in pair]
    parts = sorted(networkx.connected_components(network), key=lambda part: (-len(part), min(part)))
    rows = []
    for number, part in enumerate(parts, start=1):
        for ident in sorted(part, key=lambda i: (division.camps[i], i)):
            signs = [data["sign"] for *_, data in network.edges(ident, data=True)]
            name, type_ = graph.entities[ident].name, graph.entities[ident].type
            counts = (signs.count(1), signs.count(-1), against.count(ident))
            rows.append((number, division.camps[ident], name, type_, *counts, ident))
    columns = ("part", "camp", "entity", "type", "support", "opposition", "against", "id")
    note = f"{division.upper} of {network.number_of_edges()} ties stand against these camps"
    return Table(columns, tuple(rows), (note,))
