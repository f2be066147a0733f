"""One name that articles give to different kinds of things: a firm that one article takes for a person, or a town.

What many articles say outweighs the one that says otherwise and states nothing of it. What is as strong on both sides,
and what each country has one of ("le Cabinet"), is left to a person.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from ..names import normalise, slug
from .clusters import Clusters
from .matching import Doubt
from .nodes import EVENT, Node
from .records import Member
from .translation import meaning

_OFTEN = 3
"""In so many times as many articles a word is what it is there, and not what one article takes it for."""
_FEW = 6
"""More things than this of one name are told apart by nobody here."""


def match_misread(nodes: Iterable[Node], clusters: Clusters, stated: Collection[Member]) -> list[Doubt]:
    """Unite things of one name and different kinds where one of them is hardly anything, and return what else there is.

    Hardly anything is what is in one article that states nothing of it (`stated` are the members of which something
    is). A name of several words is enough then; one word has to be the other thing in several articles more.
    """
    found: dict[str, dict[Member, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        if node.kind != EVENT and not node.known:
            found[slug(node.name)][clusters.root(node.member)].append(node)
    doubts: list[Doubt] = []
    for _, things in sorted(found.items()):
        if not 1 < len(things) <= _FEW:
            continue
        ordered = sorted(things.values(), key=lambda bearers: (*_weight(bearers, stated), min(bearers)))
        for one, other in combinations(ordered, 2):
            doubts += _pair(one, other, clusters, stated)
    return doubts


def _common(name: str) -> bool:
    meant = meaning(name)
    return bool(meant and meant.common)


def _weight(bearers: Iterable[Node], stated: Collection[Member]) -> tuple[int, int]:
    """How many articles name it, and how many of these state something of it; both negative, so that most is first."""
    members = {n.member for n in bearers}
    return -len({article for article, _ in members}), -len(members & set(stated))


def _pair(one: Sequence[Node], other: Sequence[Node], clusters: Clusters, stated: Collection[Member]) -> list[Doubt]:
    """Unite the weaker with the stronger, `one`, or say that they may be one."""
    a, b = min(one), min(other)
    if clusters.root(a.member) == clusters.root(b.member) or {n.kind for n in one} & {n.kind for n in other}:
        return []
    names = (a.name, b.name)
    articles = [{n.member[0] for n in bearers} for bearers in (one, other)]
    weak = len(articles[1]) == 1 and not {n.member for n in other} & set(stated)
    strong = (" " in normalise(a.name) or len(articles[0]) >= _OFTEN) and not _common(a.name)
    if weak and strong and not articles[0] & articles[1]:
        note = f"{a.type} in {len(articles[0])} of {len(articles[0]) + 1} articles"
        clusters.union(a.member, b.member, "misread", names, note)
        return []
    return [(a.member, b.member, 0.3, f"{a.type} and {b.type} of one name")]
