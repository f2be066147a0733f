"""Who and what an entity appears with, which tells apart things of one name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..model import ArticleGraph, Status
from .clusters import Clusters
from .nodes import HUMAN, PLACE, Node
from .records import Member
from .spelling import core, person, sounds
from .translation import meaning

_RARE = 10
"""In this many articles a thing may be and still say something by being in two of them, however few there are."""
_SHARE = 0.1
"""In this share of all articles it may be."""

_EXCLUSIVE = ("member_of", "represents")
"""Of these a person has one at a time: a party, a constituency."""


class Context:
    """What surrounds the nodes: the other things of their articles, without places and what is everywhere.

    Things are known by their names, and those that are resolved already by what they are: `settle` takes that over.
    """

    def __init__(self, graphs: Sequence[ArticleGraph], nodes: Mapping[Member, Node]) -> None:
        self._nodes = nodes
        self._tokens: dict[Member, object] = {m: _token(n) for m, n in nodes.items() if not n.known}
        self._by_article: dict[str, list[Member]] = defaultdict(list)
        for member in self._tokens:
            self._by_article[member[0]].append(member)
        self._profiles = _profiles(graphs)
        self.countries: dict[str, frozenset[str]] = {a: self._countries(ms) for a, ms in self._by_article.items()}
        self._count()

    def _count(self) -> None:
        seen = Counter(t for ms in self._by_article.values() for t in {self._tokens[m] for m in ms})
        most = max(_RARE, _SHARE * len(self._by_article))
        self._common = {t for t, n in seen.items() if n > most}
        self._around: dict[str, frozenset[object]] = {}

    def _countries(self, members: Iterable[Member]) -> frozenset[str]:
        meanings = (meaning(self._nodes[m].name) for m in members if self._nodes[m].kind == PLACE)
        return frozenset(m.country for m in meanings if m and m.country)

    def settle(self, clusters: Clusters) -> None:
        """From now on take the things that are not people for what they resolve to."""
        for member in self._tokens:
            if self._nodes[member].kind != HUMAN:
                self._tokens[member] = clusters.root(member)
        self._count()

    def around(self, member: Member) -> frozenset[object]:
        """What is in the same article beside this."""
        if member[0] not in self._around:
            tokens = (self._tokens[m] for m in self._by_article[member[0]] if self._nodes[m].kind != PLACE)
            self._around[member[0]] = frozenset(t for t in tokens if t not in self._common)
        return self._around[member[0]] - {self._tokens.get(member)}

    def about(self, members: Iterable[Member]) -> frozenset[object]:
        """What is in the articles of these members beside them."""
        return frozenset().union(*(self.around(m) for m in members if m in self._tokens))

    def shared(self, one: Iterable[Member], other: Iterable[Member]) -> int:
        """How many things both have around them."""
        return len(self.about(one) & self.about(other))

    def profile(self, members: Iterable[Member]) -> Mapping[str, set[object]]:
        """The party and the constituency that articles give them, by relation."""
        found: dict[str, set[object]] = defaultdict(set)
        for member in members:
            for relation, object_ in self._profiles.get(member, ()):
                found[relation].add(self._tokens[object_])
        return found

    def parts(
        self, members: Sequence[Member], conflict: Callable[[Sequence[Member], Sequence[Member]], bool]
    ) -> list[list[Member]]:
        """Bearers of one name, put together unless they conflict and nothing around them is the same.

        Those that share anything are together; then each further lot goes to the first that it does not conflict
        with. The work is that of the things around them, not of the pairs.
        """
        found: list[list[Member]] = []
        for lot in together(members, self.around):
            home = next((part for part in found if not conflict(part, lot)), None)
            if home is None:
                found.append(lot)
            else:
                home += lot
        return found

    def rivals(self, one: Iterable[Member], other: Iterable[Member]) -> bool:
        """Whether two lots have different parties or constituencies."""
        mine, theirs = self.profile(one), self.profile(other)
        return any(mine[r] and theirs[r] and not mine[r] & theirs[r] for r in mine.keys() & theirs.keys())


def together(members: Iterable[Member], around: Callable[[Member], Iterable[object]]) -> list[list[Member]]:
    """The members in lots that share something, the largest first."""
    first: dict[object, Member] = {}
    parent = {m: m for m in members}

    def root(x: Member) -> Member:
        while parent[x] != x:
            parent[x] = x = parent[parent[x]]
        return x

    for member in parent:
        for thing in around(member):
            parent[root(member)] = root(first.setdefault(thing, member))
    lots: dict[Member, list[Member]] = defaultdict(list)
    for member in parent:
        lots[root(member)].append(member)
    return sorted((sorted(lot) for lot in lots.values()), key=lambda lot: (-len(lot), lot))


def _token(node: Node) -> object:
    if node.kind == HUMAN:
        return (HUMAN, sounds(person(node.name)))
    meant = meaning(node.name)
    return (node.kind, meant.words if meant and not meant.common else core(node.name))


def _profiles(graphs: Iterable[ArticleGraph]) -> Mapping[Member, list[tuple[str, Member]]]:
    found: dict[Member, list[tuple[str, Member]]] = defaultdict(list)
    for graph in graphs:
        types = {e.id: e.type for e in graph.entities}
        for s in graph.statements:
            if s.relation in _EXCLUSIVE and s.status is Status.ASSERTED:
                if s.relation == "member_of" and types.get(s.object) != "Party":
                    continue
                found[graph.article.id, s.subject].append((s.relation, (graph.article.id, s.object)))
    return found
