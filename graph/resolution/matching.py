"""Things meet where they have a key in common: a name without its spelling, form, or language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..names import expansion, normalise, slug
from .clusters import Clusters
from .context import Context, together
from .nodes import EVENT, HUMAN, PLACE, THING, Node
from .records import Member
from .spelling import core, is_initial, person, sounds
from .translation import Meaning, meaning, places, portfolio

Key = tuple[object, ...]

Doubt = tuple[Member, Member, float, str]
"""Two members that may be one thing: how likely they are, in 0..1, and the reason."""

_SIGNS = 2
"""So many things around both make one of two bodies of one name whose countries are not known."""
_OWNED = 5
"""So many make the one with a country the one that a name without a country means: "la Commission"."""
_SEVERAL = "several countries"


class Bearer(NamedTuple):
    """A node that has a key by one of its names."""

    node: Node
    name: str

    @property
    def first(self) -> bool:
        return self.name == self.node.name


def keys(node: Node) -> Iterator[tuple[Key, str]]:
    """The keys of a node, each with the name that gives it.

    An event without a year is known in its article alone (there are many elections), and so are here one-word names of
    people, and initials: they are looked at later, when it is clear who there is.
    """
    for name in node.names:
        if node.kind == HUMAN:
            parts = person(name)
            heard = sounds(parts)
            if len(parts) > 1 and not is_initial(parts[0]):
                yield (0, HUMAN, slug(" ".join(parts))), name
                yield (1, HUMAN, heard[0], "".join(heard[1:])), name
            elif len(heard) > 1 and not parts[0].isascii() and not is_initial(parts[0]):  # a script without spaces
                yield (1, HUMAN, heard[0], "".join(heard[1:])), name
            continue
        if node.kind == EVENT:
            if not node.dated:
                yield (0, EVENT, slug(name), node.member[0]), name
                continue
            yield (0, EVENT, slug(name)), name
        meant = meant_by(node, name)
        if node.kind != EVENT and not (meant and meant.common and node.kind in {THING, PLACE}):
            yield (0, node.kind, core(name)), name
            if len(core(name).split("-")) > 1:  # of a long name the kind matters less, as articles do not agree on it
                yield (2, "any", core(name)), name
        if meant and meant.country in {"EU", "UN"}:
            yield (1, "any", meant.words), name
        elif meant and not meant.common:
            yield (1, node.kind, meant.words), name
        if node.kind == PLACE and normalise(name) in places():
            yield (1, PLACE, places()[normalise(name)]), name


def match(nodes: Iterable[Node], clusters: Clusters, context: Context) -> list[Doubt]:
    """Unite what has a key in common, and return what stays apart under one."""
    bearers: dict[Key, list[Bearer]] = defaultdict(list)
    spelled: dict[Key, set[tuple[str, ...]]] = defaultdict(set)
    for node in nodes:
        seen = set()
        for key, name in keys(node):
            if key not in seen:
                seen.add(key)
                bearers[key].append(Bearer(node, name))
                if name != node.name and (words := expansion(name, node.name)):
                    spelled[key].add(words)
    doubts: list[Doubt] = []
    for key in sorted(bearers, key=repr):
        found = bearers[key]
        if len(found) < 2:
            continue
        if len(spelled.get(key, ())) > 1:  # an acronym of several names tells nothing
            continue
        known = [b for b in found if b.node.known]
        if len({clusters.root(b.node.member) for b in known}) > 1:
            doubts += _by_record(known, [b for b in found if not b.node.known], clusters, context)
            continue
        if key[:2] == (1, HUMAN) and (twice := _side_by_side(found)):
            a, b = twice
            reason = f"“{a.name}” and “{b.name}” sound alike, but an article has both"
            doubts.append((a.node.member, b.node.member, 0.2, reason))
            continue
        lots = _lots(found, context)
        for lot in lots:
            _unite(lot, clusters)
        reason = f"both are called “{found[0].name}”, but nothing around them is the same"
        doubts += [(lots[0][0].node.member, lot[0].node.member, 0.6, reason) for lot in lots[1:]]
    return doubts


def meant_by(node: Node, name: str) -> Meaning | None:
    """What a name of a node means: an institution may be named by its field alone."""
    return meaning(name) or (portfolio(name) if node.type == "Institution" else None)


def _side_by_side(bearers: Iterable[Bearer]) -> tuple[Bearer, Bearer] | None:
    """Two people of one article whose names sound alike: Ana and Anna Ruiz are two."""
    first: dict[str, Bearer] = {}
    for bearer in bearers:
        if not bearer.node.known:
            other = first.setdefault(bearer.node.member[0], bearer)
            if slug(other.name) != slug(bearer.name):
                return other, bearer
    return None


def _unite(bearers: Sequence[Bearer], clusters: Clusters, note: str = "") -> bool:
    """Make one thing of the bearers as far as nothing is against it; whether they all are."""
    first = bearers[0]
    joined = [
        clusters.union(first.node.member, b.node.member, _rule(first, b), (first.name, b.name), note) for b in bearers
    ]
    return all(joined)


def _rule(a: Bearer, b: Bearer) -> str:
    if a.node.known or b.node.known:
        return "known"
    if not (a.first and b.first):
        return "other name"
    if normalise(a.name) == normalise(b.name):
        return "name"
    if a.node.kind == HUMAN:
        return "spelling"
    return "form" if core(a.name) == core(b.name) else "translation"


def _lots(bearers: list[Bearer], context: Context) -> list[list[Bearer]]:
    """The bearers of a key that are one thing, where something tells that they are several."""
    people = bearers[0].node.kind == HUMAN
    if people and not any(len(p) > 1 for p in context.profile(b.node.member for b in bearers).values()):
        return [bearers]
    if not people and not _far({b.node.type for b in bearers}):
        return [bearers]
    by_member = {b.node.member: b for b in bearers}

    def conflict(one: Sequence[Member], other: Sequence[Member]) -> bool:
        if people:
            return context.rivals(one, other)
        types = [{by_member[m].node.type for m in lot} for lot in (one, other)]
        surrounded = min(len(context.about(lot)) for lot in (one, other)) > 1
        return surrounded and not types[0] & types[1] and _far(types[0] | types[1])

    return [sorted(by_member[m] for m in part) for part in context.parts(list(by_member), conflict)]


def _far(types: set[str]) -> bool:
    """Whether things of these types are hardly one: a party is no company, an institution no product."""
    return ("Party" in types and bool(types & {"Company", "Product", "Media"})) or {"Institution", "Product"} <= types


def _by_record(known: list[Bearer], others: list[Bearer], clusters: Clusters, context: Context) -> list[Doubt]:
    """Give each bearer of a name that several known things have to the one that its type or its company tells.

    Where neither does, it stays apart, with those around whom the same is.
    """
    left: list[Bearer] = []
    for bearer in others:
        mine = clusters.known(bearer.node.member)
        if mine:
            continue
        typed = [k for k in known if k.node.type == bearer.node.type]
        if len(typed) == 1:
            _unite([typed[0], bearer], clusters, f"the only such {bearer.node.type}")
        else:
            left.append(bearer)
    by_member = {b.node.member: b for b in left}
    doubts: list[Doubt] = []
    for lot in together(by_member, context.around):
        scores = [(context.shared(clusters.members(k.node.member), lot), k) for k in known]
        best, second = sorted((score for score, _ in scores), reverse=True)[:2]
        chosen = next(k for score, k in scores if score == best)
        if best and not second:
            _unite([chosen, *(by_member[m] for m in lot)], clusters, f"{best} things around both")
        else:
            _unite([by_member[m] for m in lot], clusters)
            reason = f"“{by_member[lot[0]].name}” is a name of {len(known)} known things"
            doubts += [(k.node.member, lot[0], 0.5, reason) for k in known]
    return doubts


def match_common(nodes: Iterable[Node], clusters: Clusters, context: Context) -> list[Doubt]:
    """Unite bodies of which each country has one: by their country where a name tells it, else by their articles'.

    Returns what stays apart, as `match` does.
    """
    unsaid: dict[Key, list[Bearer]] = defaultdict(list)
    owned: dict[Key, dict[str, list[Bearer]]] = defaultdict(lambda: defaultdict(list))
    for node in nodes:
        if node.kind not in {THING, PLACE}:
            continue
        for name in node.names if node.known else node.names[:1]:
            meant = meant_by(node, name)
            if meant and meant.common:
                said = (m for m in map(meaning, node.said) if m and m.bare == meant.words)
                lands = sorted({land for m in said for land in m.countries})
                if len(lands) == 1:
                    owned[node.kind, meant.words][lands[0]].append(Bearer(node, name))
                else:
                    unsaid[node.kind, meant.words].append(Bearer(node, name))
            elif meant and len(meant.countries) == 1 and meant.bare:
                owned[node.kind, meant.bare][meant.countries[0]].append(Bearer(node, name))
    doubts: list[Doubt] = []
    for key in sorted(unsaid.keys() | owned.keys(), key=repr):
        for bearers in owned[key].values():
            _unite(sorted(bearers), clusters)
        by_name: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in unsaid.get(key, ()):
            by_name[core(bearer.name)].append(bearer)
        for bearers in by_name.values():
            _unite(bearers, clusters)
        if unsaid.get(key):
            doubts += _by_country(unsaid[key], owned[key], clusters, context)
    return doubts


def _by_country(
    unsaid: list[Bearer], owned: Mapping[str, list[Bearer]], clusters: Clusters, context: Context
) -> list[Doubt]:
    """Unite the bodies of one name whose articles are about one country."""
    lots: dict[Member, list[Bearer]] = defaultdict(list)
    for bearer in unsaid:
        lots[clusters.root(bearer.node.member)].append(bearer)
    homes: list[tuple[Bearer, set[str]]] = [(sorted(bearers)[0], {land}) for land, bearers in sorted(owned.items())]
    doubts: list[Doubt] = []
    for bearers in sorted(lots.values(), key=min):
        first = min(bearers)
        lands = _lands(bearers, context)
        near = [home for home in homes if home[1] & lands - {_SEVERAL}]
        if not near and len(homes) == 1 and _alike(homes[0], bearers, lands, owned, clusters, context):
            near = homes
        if len(near) == 1:
            note = "articles about " + ", ".join(sorted(near[0][1] & lands)) if near[0][1] & lands else ""
            if _unite([near[0][0], first], clusters, note) and not owned:
                near[0][1].update(lands)
            continue
        member = first.node.member
        doubts += [
            (home.node.member, member, 0.4, f"“{home.name}” and “{first.name}” may be of one country")
            for home, _ in (near or homes)[:3]
        ]
        homes.append((first, set() if owned else lands))
    return doubts


def _lands(bearers: Iterable[Bearer], context: Context) -> set[str]:
    """The countries that all articles are about that are about any; `_SEVERAL` where they are not about the same."""
    told = [set(c) for b in bearers if (c := context.countries.get(b.node.member[0]))]
    return (set.intersection(*told) or {_SEVERAL}) if told else set()


def _alike(
    home: tuple[Bearer, set[str]],
    bearers: list[Bearer],
    lands: set[str],
    owned: Mapping[str, object],
    clusters: Clusters,
    context: Context,
) -> bool:
    """Whether bodies are one although no country says so: nothing says otherwise, or much around them is the same."""
    if not owned and not lands and not home[1]:
        return True
    if _SEVERAL in home[1] | lands:
        return False
    shared = context.shared(clusters.members(home[0].node.member), (b.node.member for b in bearers))
    return shared >= (_OWNED if owned else _SIGNS) and not (lands and home[1] and not owned)
