"""What decisions of a person mean for members: who is the same, who is not, what something is called."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..decisions import Action, Decision
from ..model import Entity
from ..ontology import ontology
from .clusters import Clusters, Mark
from .naming import plain_id
from .nodes import Node
from .records import Member


class References:
    """The members that the names of entities in decisions stand for.

    An entity is named by the id that it has where nothing is decided, by that of a known thing, or by an id that any
    name of one of its members would give it: what was written before other articles came keeps its meaning.
    """

    def __init__(self, clusters: Clusters, nodes: Mapping[Member, Node], undecided: Mapping[Member, Entity]) -> None:
        self._articles: dict[str, list[Member]] = defaultdict(list)
        self._by_id: dict[str, set[Member]] = defaultdict(set)
        older: dict[str, set[Member]] = defaultdict(set)
        self._clusters = clusters
        for member, node in nodes.items():
            root = clusters.root(member)
            if not node.known:
                self._articles[member[0]].append(member)
                self._by_id[undecided[member].id].add(root)
                older[plain_id(node.name, node.type, node)].add(root)
            else:
                self._by_id[node.member[1]].add(root)
        for ident, roots in older.items():
            self._by_id.setdefault(ident, roots)

    def members(self, reference: str) -> list[Member]:
        """The members that are meant; none where nothing is, or where it could be several things."""
        whole = self._whole(reference)
        if whole:
            return whole
        for ident, article in _splits(reference):
            if article in self._articles and (found := self._whole(ident)):
                return [m for m in found if m[0] == article]
        return []

    def several(self, reference: str) -> bool:
        """Whether the reference could be to several things."""
        return len(self._by_id.get(reference, ())) > 1

    def _whole(self, ident: str) -> list[Member]:
        roots = self._by_id.get(ident, set())
        return sorted(m for root in roots for m in self._clusters.members(root)) if len(roots) == 1 else []


def _splits(reference: str) -> Iterator[tuple[str, str]]:
    for i, char in enumerate(reference):
        if char == "@":
            yield reference[:i], reference[i + 1 :]


@dataclass
class Decided:
    """What decisions say of members. `reports` are sentences on those that say nothing, or contradict each other."""

    same: list[tuple[Decision, Member, Member]] = field(default_factory=list)
    marks: dict[Member, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    apart: list[Decision] = field(default_factory=list)
    aside: set[Member] = field(default_factory=set)
    values: list[tuple[Decision, Member]] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)


def read(decisions: Iterable[Decision], references: References) -> Decided:
    """What the decisions on entities say; those on statements are not looked at."""
    it = Decided()
    for decision in decisions:
        if decision.action in {Action.REJECT, Action.CONFIRM}:
            continue
        found = [references.members(e) for e in decision.entities]
        for entity, members in zip(decision.entities, found, strict=True):
            if not members:
                why = "several entities have this id" if references.several(entity) else "no entity has this id"
                it.reports.append(f"{decision}: no longer applies, {why} now: {entity}")
        expected = 2 if decision.action in {Action.SAME, Action.DIFFERENT} else 1
        if len(found) != expected or not all(found):
            if len(found) != expected:
                it.reports.append(f"{decision}: does not apply, it needs {expected} entities")
            continue
        if decision.action is Action.SAME:
            it.same.append((decision, found[0][0], found[1][0]))
        elif decision.action is Action.DIFFERENT:
            _differ(it, decision, *found)
        elif decision.action is Action.RETYPE and decision.value not in ontology().types:
            it.reports.append(f"{decision}: does not apply, there is no type {decision.value!r}")
        else:
            it.values.append((decision, found[0][0]))
    return it


def _differ(it: Decided, decision: Decision, one: Sequence[Member], other: Sequence[Member]) -> None:
    """Put marks on the two sides; where one is a part of the other, the sides are that part and the rest."""
    left, right = set(one), set(other)
    if left < right:
        right -= left
        it.aside |= left
    elif right < left:
        left -= right
        it.aside |= right
    if left & right:
        it.reports.append(f"{decision}: does not apply, both are the same one entity of one article")
        return
    for side, members in enumerate((left, right)):
        for member in members:
            it.marks[member].append((len(it.apart), side))
    it.apart.append(decision)


def unite(it: Decided, clusters: Clusters, nodes: Mapping[Member, Node]) -> None:
    """Unite what a person says is the same, before anything else is looked at.

    Where another decision holds the two apart, they stay apart, and that is reported.
    """
    for decision, a, b in it.same:
        if not clusters.union(a, b, "decision", (nodes[a].name, nodes[b].name), decision.note, decided=True):
            it.reports.append(
                f"{decision}: contradicts a decision that they are different, and is not followed: "
                + "; ".join(sorted(str(d) for d in _against(it, clusters, a, b)))
            )


def _against(it: Decided, clusters: Clusters, a: Member, b: Member) -> Iterator[Decision]:
    mine = {mark for m in clusters.members(a) for mark in it.marks.get(m, ())}
    theirs = {mark for m in clusters.members(b) for mark in it.marks.get(m, ())}
    return (it.apart[number] for number, side in sorted(mine) if (number, 1 - side) in theirs)


def values(it: Decided, clusters: Clusters) -> Mapping[tuple[Member, Action], str]:
    """The decided names and types by the root of a thing; two for one thing contradict each other, and none holds."""
    said: dict[tuple[Member, Action], list[Decision]] = defaultdict(list)
    for decision, member in it.values:
        said[clusters.root(member), decision.action].append(decision)
    found = {}
    for key, decisions in said.items():
        if len({d.value for d in decisions}) == 1:
            found[key] = decisions[0].value
        else:
            listed = "; ".join(str(d) for d in decisions)
            it.reports.append(f"contradict each other, and none is followed: {listed}")
    return found
