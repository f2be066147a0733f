"""Pairs of things that may be one, for a person to decide: what resolution left open, and names that are near."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from rapidfuzz import fuzz

from ..model import Entity
from .clusters import Clusters
from .context import Context
from .matching import Doubt
from .nodes import EVENT, HUMAN, Node, kind
from .records import Member, Proposal
from .spelling import core, is_initial, person, skeleton, sound, sounds

_BLOCK = 40
"""More things than this under one key are cut by a further one, and if that does not help left alone."""
_NEAR = 85.0
"""From this likeness on, of 100 (rapidfuzz's ratio), two spellings may be of one name."""
_FAR = 72.0
"""From this on two surnames may be one where the given name is the same."""
_SHARED = 0.05
"""What each thing around both adds to the score, as far as 0.95."""


def proposals(
    doubts: Iterable[Doubt],
    entities: Mapping[Member, Entity],
    nodes: Mapping[Member, Node],
    clusters: Clusters,
    context: Context,
) -> tuple[Proposal, ...]:
    """The proposals, best first: one for each pair of entities that nothing holds apart already."""
    found: dict[tuple[str, str], tuple[float, set[str]]] = {}
    places: dict[str, Member] = {}
    for member, entity in entities.items():
        places.setdefault(entity.id, member)

    def add(a: Member, b: Member, score: float, reason: str) -> None:
        a, b = (next((m for m in clusters.members(x) if m in entities), x) for x in (a, b))
        if a not in entities or b not in entities or not clusters.may_unite(a, b):
            return
        low, high = sorted((entities[a].id, entities[b].id))
        if low == high:
            return
        best, reasons = found.get((low, high), (0.0, set()))
        found[low, high] = (max(best, score), reasons | {reason})

    for doubt in doubts:
        add(*doubt)
    for doubt in _near([(places[i], entities[places[i]]) for i in sorted(places)]):
        add(*doubt)
    made = []
    around: dict[str, frozenset[object]] = {}
    for (a, b), (score, reasons) in found.items():
        for ident in (a, b):
            if ident not in around:
                around[ident] = context.about(clusters.members(places[ident]))
        shared = len(around[a] & around[b])
        if shared:
            reasons = reasons | {"1 thing around both" if shared == 1 else f"{shared} things around both"}
        made.append(Proposal(a, b, round(min(score + _SHARED * shared, max(score, 0.95)), 2), tuple(sorted(reasons))))
    return tuple(sorted(made, key=lambda p: (-p.score, p.a, p.b)))


def _near(things: list[tuple[Member, Entity]]) -> Iterator[Doubt]:
    """Pairs of things whose names are near each other, found in blocks and not among all pairs."""
    people = [(m, e.name) for m, e in things if kind(e.type) == HUMAN and len(person(e.name)) > 1]
    yield from _pairs(people, _surname_block, _near_people)
    yield from _pairs(people, _given_block, _near_people)
    yield from _pairs(people, lambda name: " ".join(sorted(sounds(person(name)))), _turned)
    others = [(m, e) for m, e in things if kind(e.type) not in {HUMAN, EVENT}]
    named = [(m, f"{kind(e.type)}\0{e.name}") for m, e in others if len(core(e.name)) > 4]
    yield from _pairs(named, _word_block, _near_things)


def _pairs(
    names: list[tuple[Member, str]],
    block: Callable[[str], str],
    test: Callable[[str, str], tuple[float, str] | None],
) -> Iterator[Doubt]:
    blocks: dict[str, list[tuple[Member, str]]] = defaultdict(list)
    for member, name in names:
        blocks[block(name)].append((member, name))
    for _, found in sorted(blocks.items()):
        for part in _cut(found):
            for (a, left), (b, right) in combinations(part, 2):
                if (result := test(left, right)) is not None:
                    yield (a, b, *result)


def _cut(found: list[tuple[Member, str]]) -> Iterator[list[tuple[Member, str]]]:
    if len(found) <= _BLOCK:
        yield found
        return
    parts: dict[str, list[tuple[Member, str]]] = defaultdict(list)
    for member, name in found:
        parts[core(name.rpartition("\0")[2])[:4]].append((member, name))
    yield from (part for _, part in sorted(parts.items()) if len(part) <= _BLOCK)


def _surname_block(name: str) -> str:
    return skeleton(person(name)[-1])


def _given_block(name: str) -> str:
    parts = person(name)
    return f"{sound(parts[0])} {skeleton(parts[-1])[:2]}"


def _word_block(text: str) -> str:
    of, name = text.split("\0", 1)
    words = core(name).split("-")
    return f"{of} {len(words)} {skeleton(words[0])[:6]}"


def _near_people(a: str, b: str) -> tuple[float, str] | None:
    """Two spellings of a surname with one given name, or of a given name with one surname."""
    (first, *_, last), (other, *_, end) = person(a), person(b)
    if len(person(a)) != len(person(b)) or is_initial(first) or is_initial(other):
        return None
    given = fuzz.ratio(sound(first), sound(other))
    family = fuzz.ratio(sound(last, last=True), sound(end, last=True))
    if (given < 100) == (family < 100) or given < _NEAR or family < _FAR:
        return None
    if given < 100 and sound(first).rstrip("ea") == sound(other).rstrip("ea"):
        return None  # Emmanuel and Emmanuelle are two people
    return round(min(given, family) / 100 * 0.6, 2), f"“{a}” and “{b}” are spelled nearly alike"


def _turned(a: str, b: str) -> tuple[float, str] | None:
    left, right = sounds(person(a)), sounds(person(b))
    return (0.5, f"“{a}” and “{b}” have the same words in another order") if left != right else None


def _near_things(a: str, b: str) -> tuple[float, str] | None:
    left, right = (core(x.split("\0", 1)[1]) for x in (a, b))
    if [c for c in left if c.isdigit()] != [c for c in right if c.isdigit()]:
        return None
    near = fuzz.ratio(left, right)
    names = (x.split("\0", 1)[1] for x in (a, b))
    return (round(near / 100 * 0.5, 2), "“{}” and “{}” are spelled nearly alike".format(*names)) if near > 90 else None


def differences(one: Entity, other: Entity) -> list[str]:
    """What holds two things apart, in sentences, for a person who thinks that they are one."""
    found = []
    if kind(one.type) != kind(other.type):
        found.append(f"A {one.type} and a {other.type} are not one thing because of a name.")
    if kind(one.type) == kind(other.type) == HUMAN:
        first, second = person(one.name), person(other.name)
        if min(len(first), len(second)) > 1 and sound(first[0]) != sound(second[0]):
            found.append(f"They have different given names: {first[0]} and {second[0]}.")
    if kind(one.type) == kind(other.type) == EVENT:
        found.append("Events are one where their kind, their participants and their dates agree.")
    if one.same_as and other.same_as:
        found.append("They are two known things.")
    near = fuzz.ratio(core(one.name), core(other.name))
    found.append(f"Their names are {near:.0f} % alike.")
    return found
