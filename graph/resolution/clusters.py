"""Union-find over nodes that remembers its links, and refuses those that bring together what is not one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .nodes import Node
from .records import Link, Member

Mark = tuple[int, int]
"""A decision that two things differ, and the side of it that something is on."""


class Clusters:
    """Which nodes are one thing so far (Tarjan 1975).

    Two known things are not united but by a person, nor what a person holds apart; `marks` are the sides of these
    decisions that members are on.
    """

    def __init__(self, nodes: Mapping[Member, Node], marks: Mapping[Member, Iterable[Mark]]) -> None:
        self.links: list[Link] = []
        self._parent = {m: m for m in nodes}
        self._members = {m: [m] for m in nodes}
        self._known = {m: frozenset([m[1]] if node.known else ()) for m, node in nodes.items()}
        self._marks = {m: frozenset(marks.get(m, ())) for m in nodes}

    def root(self, x: Member) -> Member:
        while self._parent[x] != x:
            self._parent[x] = self._parent[self._parent[x]]
            x = self._parent[x]
        return x

    def known(self, x: Member) -> frozenset[str]:
        """The ids of the known things that the thing of this member is."""
        return self._known[self.root(x)]

    def members(self, x: Member) -> Sequence[Member]:
        """The members of the thing that this one belongs to, in no order."""
        return self._members[self.root(x)]

    def may_unite(self, a: Member, b: Member) -> bool:
        a, b = self.root(a), self.root(b)
        return len(self._known[a] | self._known[b]) < 2 and not self.opposed(a, b)

    def opposed(self, a: Member, b: Member) -> bool:
        """Whether a person holds the two things apart."""
        other = self._marks[self.root(b)]
        return any((number, 1 - side) in other for number, side in self._marks[self.root(a)])

    def union(
        self, a: Member, b: Member, rule: str, names: tuple[str, str], note: str = "", *, decided: bool = False
    ) -> bool:
        """Make one thing of two, and whether they are now one. `decided` says that a person did."""
        low, high = sorted((self.root(a), self.root(b)))
        if low == high:
            return True
        if self.opposed(low, high) or not (decided or self.may_unite(low, high)):
            return False
        if len(self._members[low]) < len(self._members[high]):
            low, high = high, low
        self._parent[high] = low
        self._members[low] += self._members.pop(high)
        self._known[low] |= self._known[high]
        self._marks[low] |= self._marks[high]
        self.links.append(Link(a, b, rule, names, note))
        return True

    def all(self) -> list[list[Member]]:
        found: dict[Member, list[Member]] = defaultdict(list)
        for member in sorted(self._parent):
            found[self.root(member)].append(member)
        return list(found.values())
