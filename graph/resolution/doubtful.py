"""Pairs that nothing makes one, and that a person should look at: what articles often take for something else.

A surname that was taken for a firm; a firm's branch that an article names by a place; an event and a
firm of one name; undated events of one name around the same participants.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from ..happenings import inner
from ..model import ArticleGraph
from ..names import normalise, slug
from .clusters import Clusters
from .matching import Doubt
from .nodes import EVENT, HUMAN, THING, Node
from .records import Member
from .spelling import core, person, sounds
from .translation import meaning, places, table

_FEW = 3
"""More candidates than this under one name tell nothing."""

Things = Mapping[Member, list[Node]]


def doubtful(graphs: Sequence[ArticleGraph], nodes: Iterable[Node], clusters: Clusters) -> list[Doubt]:
    """All such pairs, in a fixed order."""
    # In the order of members, so that which node comes first does not depend on the order of the articles.
    by_kind: dict[str, dict[Member, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in sorted(nodes, key=lambda n: n.member):
        if not node.known:
            by_kind[node.kind][clusters.root(node.member)].append(node)
    return [
        *_surnames(by_kind[THING], by_kind[HUMAN]),
        *_branches(by_kind[THING]),
        *_named_alike(by_kind[EVENT], by_kind[THING]),
        *_undated(by_kind[EVENT], graphs, clusters),
    ]


def _surnames(things: Things, people: Things) -> Iterator[Doubt]:
    """A thing called by the surname of one person only, whom none of its articles names."""
    whole: dict[tuple[str, ...], dict[Member, list[Node]]] = defaultdict(dict)
    for root, bearers in people.items():
        for parts in {person(n.name) for n in bearers}:
            if len(parts) > 1:
                whole[sounds(parts[-1:])][root] = bearers
    for bearers in things.values():
        thing = bearers[0]
        found = whole.get(sounds(person(thing.name)), {}) if " " not in normalise(thing.name) else {}
        if len(found) != 1 or thing.type != "Company":
            continue
        (who,) = found.values()
        if not _articles(bearers) & _articles(who) and len(_articles(bearers)) <= len(_articles(who)):
            reason = f"“{thing.name}” is a {thing.type} in one text and the surname of “{who[0].name}” in another"
            yield who[0].member, thing.member, 0.2, reason


def _branches(things: Things) -> Iterator[Doubt]:
    """A thing whose name is that of another and a place: "Nordavia France", "Nordavia pour l’Europe"."""
    firsts = _by_name(things)
    empty = frozenset(table("words")["empty"])
    for bearers in things.values():
        node = bearers[0]
        words = core(node.name).split("-") if node.type == "Company" else []
        for size in range(len(words) - 1, 0, -1):
            others = firsts.get("-".join(words[:size]), [])
            if len(others) != 1 or others[0].type != "Company":
                continue
            place = " ".join(w for w in words[size:] if w not in empty)
            meant = meaning(place)
            if (meant and meant.country) or place in places() or place in _continents():
                reason = f"“{node.name}” is “{others[0].name}” with a place"
                yield others[0].member, node.member, 0.3, reason
                break


def _by_name(things: Things) -> Mapping[str, list[Node]]:
    """The first node of each thing by the names of all its nodes."""
    found: dict[str, list[Node]] = defaultdict(list)
    for bearers in things.values():
        for name in sorted({core(n.name) for n in bearers}):
            found[name].append(bearers[0])
    return found


def _continents() -> frozenset[str]:
    return frozenset(normalise(word) for word in table("places")["continents"])


def _named_alike(happenings: Things, things: Things) -> Iterator[Doubt]:
    """An event and a thing of one name: a fair, and the firm that holds it."""
    named = _by_name(things)
    for bearers in happenings.values():
        event = bearers[0]
        others = named.get(core(event.name), [])
        for other in others if len(others) <= _FEW else ():
            yield other.member, event.member, 0.3, f"{other.type} and Event of one name"


def _undated(happenings: Things, graphs: Sequence[ArticleGraph], clusters: Clusters) -> Iterator[Doubt]:
    """Events of one name and kind, without a date in it, that the same things take part in."""
    parts: dict[Member, frozenset[Member]] = {}
    kinds: dict[Member, str] = {}
    for graph in graphs:
        inside = inner(graph)
        for e in graph.entities:
            if e.type == "Event" and inside.get(e.id):
                member = (graph.article.id, e.id)
                parts[member] = frozenset(clusters.root((graph.article.id, i)) for i in inside[e.id])
                kinds[member] = e.kind
    alike: dict[tuple[str, str, frozenset[Member]], list[Node]] = defaultdict(list)
    for bearers in happenings.values():
        for node in bearers:
            if node.member in parts and not node.dated:
                alike[slug(node.name), kinds[node.member], parts[node.member]].append(node)
                break
    for found in alike.values():
        if 1 < len(found) <= _FEW:
            for one, other in combinations(found, 2):
                yield one.member, other.member, 0.5, f"both are “{one.name}”, without a date, of the same participants"


def _articles(bearers: Iterable[Node]) -> set[str]:
    return {n.member[0] for n in bearers}
