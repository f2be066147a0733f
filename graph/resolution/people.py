"""People known by a part of their name: a surname, initials; they are who has the whole name, where only one has."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby

from ..names import normalise, slug
from .clusters import Clusters
from .context import Context
from .matching import Doubt
from .nodes import HUMAN, Node
from .records import Member
from .spelling import is_initial, person, sounds

Sound = tuple[str, ...]

_MANY = 20
"""Of so many candidates none is looked at."""


def ends(name: str) -> list[tuple[Sound, str]]:
    """The sounds of the ends of a name that leave out its first parts, with what is left of the first, longest first.

    >>> ends("Charles de Gaulle")
    [(('de', 'gaule'), 'Charles'), (('gaule',), 'Charles')]
    """
    parts = person(name)
    found = [(sounds(parts[i:]), parts[0]) for i in range(1, len(parts)) if not is_initial(parts[i])]
    return [(heard, first) for heard, first in found if any(heard)]


def match_people(nodes: Iterable[Node], clusters: Clusters, context: Context) -> list[Doubt]:
    """Unite people known by initials or a surname with who has the whole name, and return what is left open."""
    people = [n for n in nodes if n.kind == HUMAN]
    _middle(people, clusters)
    whole: dict[Sound, list[tuple[Node, str]]] = defaultdict(list)
    for node in people:
        for name in node.names if node.known else node.names[:1]:
            for heard, first in ends(name):
                whole[heard].append((node, first))
    doubts = _initials(people, whole, clusters, context)
    doubts += _surnames(people, whole, clusters, context)
    _rest(people, clusters)
    return doubts


def _middle(people: Iterable[Node], clusters: Clusters) -> None:
    """ "Ada M. Kessel" is "Ada Kessel", unless there is another with other initials in the middle."""
    found: dict[Sound, dict[Sound, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in people:
        parts = person(node.name)
        middle = parts[1:-1]
        if len(parts) > 1 and not is_initial(parts[0]) and all(is_initial(p) for p in middle):
            found[sounds((parts[0], parts[-1]))][tuple(normalise(p) for p in middle)].append(node)
    for variants in found.values():
        if len(variants) == 2 and () in variants:
            (plain, *_), (other, *_) = variants[()], next(v for k, v in variants.items() if k)
            clusters.union(plain.member, other.member, "initials", (plain.name, other.name))


def _initials(
    people: list[Node], whole: Mapping[Sound, list[tuple[Node, str]]], clusters: Clusters, context: Context
) -> list[Doubt]:
    doubts: list[Doubt] = []
    longest = _longest(people, clusters)
    candidates: dict[tuple[object, ...], list[Node]] = {}
    seen: dict[Member, frozenset[object]] = {}
    for node in people:
        parts = person(node.name)
        if node.known or len(parts) < 2 or not is_initial(parts[0]) or longest[clusters.root(node.member)] > 1:
            continue
        surname = tuple(p for p in parts if not is_initial(p))
        letters = [w for p in parts if is_initial(p) for w in normalise(p).split()]
        compound = "-" in parts[0]
        heard = sounds(surname)
        key = (heard, compound, *letters)
        if key not in candidates:
            fitting = (other for other, first in whole.get(heard, ()) if _stands_for(letters, first, compound))
            candidates[key] = _things(fitting, clusters)
        doubts += _choose(node, candidates[key], "initials", clusters, context, seen)
    return doubts


def _stands_for(letters: list[str], given: str, compound: bool) -> bool:
    """Whether initials are those of a given name: J. and J.-L. of Jean-Luc.

    The letters of middle names may follow, but J.-L. (`compound`) is nobody called Jean.
    """
    words = normalise(given).split()
    if compound and len(words) < 2:
        return False
    return not is_initial(given) and all(w[0] == letter for w, letter in zip(words, letters, strict=False))


def _surnames(
    people: list[Node], whole: Mapping[Sound, list[tuple[Node, str]]], clusters: Clusters, context: Context
) -> list[Doubt]:
    """A surname is who bears it; longer ones first: "Gaulle" meets "de Gaulle" where that is Charles de Gaulle already.

    Who goes by one word and has a longer name beside it is nobody else's surname, and has the word before others.
    """
    doubts: list[Doubt] = []
    short: dict[Sound, list[Node]] = defaultdict(list)
    alone: dict[Sound, list[Node]] = defaultdict(list)
    for node in people:
        heard = sounds(person(node.name))
        if max(len(person(n)) for n in node.names) > len(person(node.name)) or (node.known and len(heard) == 1):
            alone[heard].append(node)
        elif heard in whole or len(heard) == 1:
            short[heard].append(node)
    for heard in {**short}:
        if heard not in whole and heard not in alone:
            del short[heard]
    for _, group in groupby(sorted(short, key=lambda h: (-len(h), h)), key=len):
        chosen = list(group)
        found = {h: alone.get(h) or [n for n, _ in whole.get(h, ())] for h in chosen}
        longest = _longest(people, clusters)
        pending = [
            (n, h)
            for h in chosen
            for n in short[h]
            if not n.known and longest[clusters.root(n.member)] <= len(person(n.name))
        ]
        bearers = {h: _things(found[h], clusters) for h in chosen}
        seen: dict[Member, frozenset[object]] = {}
        for node, h in pending:
            doubts += _choose(node, bearers[h], "surname", clusters, context, seen)
    return doubts


def _longest(people: Iterable[Node], clusters: Clusters) -> Mapping[Member, int]:
    """How many parts the longest name of each thing has, by its root; with initials in front it counts as one."""
    found: dict[Member, int] = defaultdict(int)
    for node in people:
        root = clusters.root(node.member)
        for name in node.names:
            parts = person(name)
            found[root] = max(found[root], len(parts) if parts and not is_initial(parts[0]) else 1)
    return found


def _things(candidates: Iterable[Node], clusters: Clusters) -> list[Node]:
    """One of the nodes for each thing that they are."""
    found: dict[Member, Node] = {}
    for node in candidates:
        root = clusters.root(node.member)
        found[root] = min(node, found.get(root, node))
    return sorted(found.values())


def _choose(
    node: Node,
    candidates: list[Node],
    rule: str,
    clusters: Clusters,
    context: Context,
    seen: dict[Member, frozenset[object]],
) -> list[Doubt]:
    """Unite the node with the only candidate, or with the one that the things around it tell; else say who it may be.

    The candidates are different things. Known things that no article names are candidates only where there is no
    other. `seen` keeps what is around the candidates, as it was when they were looked at first.
    """
    if len(candidates) > _MANY:
        return []
    things = [c for c in candidates if clusters.root(c.member) != clusters.root(node.member)]
    named = [c for c in things if not c.known or len(clusters.members(c.member)) > 1]
    things = named or things
    if len(things) == 1:
        clusters.union(node.member, things[0].member, rule, (node.name, things[0].name))
        return []
    if not things:
        return []
    for c in things:
        if c.member not in seen:
            seen[c.member] = context.about(clusters.members(c.member))
    mine = context.around(node.member)
    scored = sorted(((len(mine & seen[c.member]), c) for c in things), key=lambda s: (-s[0], s[1]))
    (best, chosen), (second, _) = scored[:2]
    if best > 1 and best >= 3 * second:
        note = f"{best} things around both; the next has {second}"
        clusters.union(node.member, chosen.member, rule, (node.name, chosen.name), note)
        return []
    reason = f"“{node.name}” may be any of {len(things)}"
    return [(c.member, node.member, 0.5 if shared else 0.3, reason) for shared, c in scored[:3]]


def _rest(people: list[Node], clusters: Clusters) -> None:
    """Who is still known by one word or initials alone is one with others of that name."""
    first: dict[str, Node] = {}
    longest = _longest(people, clusters)
    for node in people:
        if longest[clusters.root(node.member)] == 1 and not node.known:
            other = first.setdefault(slug(" ".join(person(node.name))), node)
            clusters.union(other.member, node.member, "name", (other.name, node.name))
