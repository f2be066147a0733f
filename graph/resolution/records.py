"""What resolution finds: the entity of every member, the links that made it, and what it leaves to a person."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from ..model import Entity

Member = tuple[str, str]
"""An article id and the id of an entity of its article graph; (KNOWN, id) is a known thing of an authority file."""

KNOWN = "<known>"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two members that are one thing, and why: the rule, and the name of each by which they met.

    `rule` is a key of `RULES`. `note` is what else was decisive: a country's code, the articles' common neighbours.
    """

    a: Member
    b: Member
    rule: str
    names: tuple[str, str]
    note: str = ""

    def __str__(self) -> str:
        left, right = self.names
        said = f"“{left}”" if left == right else f"“{left}” and “{right}”"
        return f"{said}: {RULES[self.rule]}" + (f" ({self.note})" if self.note else "")


RULES: Mapping[str, str] = MappingProxyType(
    {
        "name": "the same name",
        "form": "one name, but for an article or a legal form",
        "translation": "one name in two languages, or in other words",
        "spelling": "two spellings of one name",
        "other name": "a name that an article gives it beside its first",
        "initials": "initials for given names, and nobody else they could be",
        "surname": "the end of one name only, by which it can be told",
        "acronym": "the initials of one name only, in the same company",
        "kind": "one name of what articles call different kinds of things, in the same company",
        "misread": "one name, which one article alone takes for another kind of thing and states nothing of",
        "known": "a name of a known thing",
        "event": "events of one kind with the same participants at the same time",
        "decision": "a person decided so",
    }
)
"""What each rule says of the two names of a link."""


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """Two entities that may be one, for a person to decide: their ids in order, a score in 0..1, and the reasons."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resolution:
    """Which members are one thing.

    `entities` has the graph-wide entity of every member. `links` join the members of each, as a tree: as many as it has
    members, less one (known things count as members there). `proposals` come best first. `reports` are sentences on
    decisions that contradict each other or no longer apply. `current` has, for every id that an entity would have if
    nothing were decided, the ids of what it is now: one, or several where a decision takes it apart.
    """

    entities: Mapping[Member, Entity]
    links: tuple[Link, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    reports: tuple[str, ...] = ()
    current: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def members(self) -> Mapping[str, tuple[Member, ...]]:
        """The members of each graph-wide entity, by its id."""
        found: dict[str, list[Member]] = defaultdict(list)
        for member, entity in sorted(self.entities.items(), key=lambda item: item[0]):
            found[entity.id].append(member)
        return {ident: tuple(members) for ident, members in found.items()}

    def reference(self, ident: str) -> str:
        """How a decision names the entity that has this id now: by the id that it has where nothing is decided.

        Where that is several now, by the first article that this one is in.
        """
        if self.current.get(ident) == (ident,):
            return ident
        undecided = sorted(u for u, ids in self.current.items() if ident in ids)
        whole = next((u for u in undecided if self.current[u] == (ident,)), None)
        if whole is not None or not undecided:
            return whole or ident
        return f"{undecided[0]}@{self.members[ident][0][0]}"

    @cached_property
    def _joined(self) -> Mapping[Member, list[Link]]:
        found: dict[Member, list[Link]] = defaultdict(list)
        for link in self.links:
            for end in (link.a, link.b):
                found[end].append(link)
        return found

    def chain(self, starts: Iterable[Member], ends: Iterable[Member]) -> tuple[Link, ...] | None:
        """The shortest way over links from one of the first members to one of the others.

        It is empty where a member is in both, and None where no links lead there. Each link is turned so that it reads
        along the way.
        """
        goals, came = set(ends), dict[Member, Link | None].fromkeys(sorted(set(starts)))
        queue = deque(came)
        while queue:
            member = queue.popleft()
            if member in goals:
                way: list[Link] = []
                while (link := came[member]) is not None:
                    way.append(link)
                    member = link.a
                return tuple(reversed(way))
            for link in self._joined.get(member, ()):
                onward = link if link.a == member else Link(link.b, link.a, link.rule, link.names[::-1], link.note)
                if onward.b not in came:
                    came[onward.b] = onward
                    queue.append(onward.b)
        return None
