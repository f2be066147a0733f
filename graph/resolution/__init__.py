"""Resolution across articles: which article-local entities are one thing.

A pure function of the set of article graphs: neither their order nor the order of their ids matters. Entities meet
where they share a name that identifies. What a name may leave open (a surname that two people bear, an acronym of two
bodies) stays apart.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from ..authority import Known
from ..decisions import Decision
from ..happenings import same_events
from ..model import ArticleGraph, Entity
from ..names import expansion, normalise, slug
from ..ontology import ontology
from .records import RULES, Link, Member, Proposal, Resolution

__all__ = ["RULES", "Link", "Member", "Proposal", "Resolution", "resolve"]

Key = tuple[str, str]
"""A kind of thing and a name of it, as a slug."""

# Texts do not tell a company from its service, so these groups of types can meet in one node (annotation guide, 1).
_ONE_KIND = frozenset(("Group", "Artifact"))
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_PART = re.compile(r"[^\s'’ʼ]+")  # "Jean-Luc" is one part of a name: "Luc Dupont" is somebody else


def resolve(
    graphs: Iterable[ArticleGraph], known: Iterable[Known] = (), decisions: Iterable[Decision] = ()
) -> Resolution:
    """Which article-local entities are one thing, and why.

    The name of a graph-wide entity is the one that most articles use (then the longest, then the first in code point
    order), for a person one that is not the end of another; its type the one that most articles give it (then
    the first in the ontology); its mentions all of theirs. Its id is made from its group and name, and for an event
    that stays in its article from the article's id, so that what else the graph holds makes no difference.
    """
    graphs = list(graphs)
    locals_ = dict(sorted((((g.article.id, e.id), e) for g in graphs for e in g.entities), key=lambda item: item[0]))
    clusters = _Clusters(locals_)
    for member, entity in locals_.items():
        clusters.join(member, _name_key(entity, member[0]), "name", entity.name)
    _join_other_names(clusters, locals_)
    _join_short_names(clusters, locals_)
    for one, other in same_events(graphs, clusters.root):
        clusters.union(one, other, "event", (locals_[one].name, locals_[other].name))
    entities = {member: entity for members in clusters.all() for member, entity in _united(members, locals_).items()}
    return Resolution(entities, tuple(sorted(clusters.links)), current={e.id: (e.id,) for e in entities.values()})


def _kind(entity: Entity) -> str:
    group = ontology().types[entity.type].group
    return "Thing" if group in _ONE_KIND else group


def _name_key(entity: Entity, article: str) -> Key:
    """What the first name identifies, for an event without a year only in its article: there are many elections."""
    scope = "" if _kind(entity) != "Happening" or _dated(entity.name) else f" {article}"
    return (_kind(entity), slug(entity.name) + scope)


def _dated(name: str) -> bool:
    return _YEAR.search(normalise(name)) is not None


def _other_names(entity: Entity) -> list[str]:
    """The names beside the first that identify the entity: those that share no word with it (acronyms, former names).

    "Commission" for the European Commission repeats a word and would meet other commissions. One word identifies a
    person only who has no longer name, and an event is known by its first name alone.
    """
    words = set(normalise(entity.name).split())
    names = [n for n in entity.aliases if not words & set(normalise(n).split())]
    if _kind(entity) == "Human" and len(words) > 1:
        return [n for n in names if " " in normalise(n)]
    return names if _kind(entity) != "Happening" else []


def _join_other_names(clusters: "_Clusters", locals_: Mapping[Member, Entity]) -> None:
    """Join entities by their other names, but not by an acronym that different names spell out."""
    bearers: dict[Key, list[tuple[Member, str]]] = defaultdict(list)
    spelled: dict[Key, set[tuple[str, ...]]] = defaultdict(set)
    for member, entity in locals_.items():
        for name in _other_names(entity):
            key = (_kind(entity), slug(name))
            bearers[key].append((member, name))
            if words := expansion(name, entity.name):
                spelled[key].add(words)
    for key, members in bearers.items():
        if len(spelled[key]) < 2:
            for member, name in members:
                clusters.join(member, key, "other name", name)


def _join_short_names(clusters: "_Clusters", locals_: Mapping[Member, Entity]) -> None:
    """Join a person known by the end of a name alone ("Musk", "de Gaulle") with the only one whose name ends so.

    With two, abstain. Longer ends come first: "Gaulle" meets "de Gaulle" where that is Charles de Gaulle already.
    """
    people = {m: e for m, e in locals_.items() if _kind(e) == "Human"}
    names = {m: normalise(e.name) for m, e in people.items()}
    longest = {m: max(_size(normalise(n)) for n in (e.name, *_other_names(e))) for m, e in people.items()}
    longer: dict[str, list[Member]] = defaultdict(list)
    for member, entity in people.items():
        for end in _ends(entity.name):
            longer[end].append(member)
    short = sorted({name for name in names.values() if name in longer}, key=lambda name: (-_size(name), name))
    for size, group in groupby(short, key=_size):
        bearers = {name: {clusters.root(m) for m in longer[name]} for name in group}
        known = {clusters.root(m) for m in people if longest[m] > size}
        alone = [m for m, name in names.items() if name in bearers and clusters.root(m) not in known]
        for member in alone:
            if len(bearers[names[member]]) == 1:
                other = min(m for m in longer[names[member]])
                clusters.union(member, other, "surname", (people[member].name, people[other].name))


def _ends(name: str) -> list[str]:
    """The ends of a name that leave out its first parts, normalised."""
    parts = _PART.findall(name)
    return [end for i in range(1, len(parts)) if (end := normalise(" ".join(parts[i:])))]


def _size(name: str) -> int:
    return len(name.split())


class _Clusters:
    """Union-find over members (Tarjan 1975)."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._parent = {m: m for m in members}
        self._first: dict[Key, tuple[Member, str]] = {}
        self.links: list[Link] = []

    def root(self, x: Member) -> Member:
        while self._parent[x] != x:
            self._parent[x] = self._parent[self._parent[x]]
            x = self._parent[x]
        return x

    def union(self, a: Member, b: Member, rule: str, names: tuple[str, str]) -> None:
        low, high = sorted((self.root(a), self.root(b)))
        if low != high:
            self._parent[high] = low
            self.links.append(Link(a, b, rule, names))

    def join(self, member: Member, key: Key, rule: str, name: str) -> None:
        """Unite the member with the others that have the key; `name` is the one that gives it the key."""
        first, called = self._first.setdefault(key, (member, name))
        self.union(first, member, rule, (called, name))

    def all(self) -> list[list[Member]]:
        found: dict[Member, list[Member]] = defaultdict(list)
        for member in sorted(self._parent):
            found[self.root(member)].append(member)
        return list(found.values())


def _united(members: Sequence[Member], locals_: Mapping[Member, Entity]) -> dict[Member, Entity]:
    """The one entity of these members, for each of them."""
    entities = [locals_[m] for m in members]
    name, type_ = _name(members, locals_), _type(members, locals_)
    ident = f"{ontology().types[type_].group.lower()}/{slug(name)}"
    if _kind(entities[0]) == "Happening" and not _dated(name):
        ident += f"-{_digest(members[0][0])}"
    kind = min(Counter(e.kind for e in entities).items(), key=lambda item: (-item[1], item[0]))[0]
    entity = Entity(ident, name, type_, tuple(m for e in entities for m in e.mentions), kind)
    return dict.fromkeys(members, entity)


def _name(members: Sequence[Member], locals_: Mapping[Member, Entity]) -> str:
    articles = Counter(name for _, name in {(m[0], locals_[m].name) for m in members})
    human = _kind(locals_[members[0]]) == "Human"
    short = {end for name in articles for end in _ends(name)} if human else set()
    return min(articles, key=lambda n: (normalise(n) in short, -articles[n], -len(n), n))


def _type(members: Sequence[Member], locals_: Mapping[Member, Entity]) -> str:
    articles = Counter(type_ for _, type_ in {(m[0], locals_[m].type) for m in members})
    order = list(ontology().types)
    return min(articles, key=lambda t: (-articles[t], order.index(t)))


def _digest(article: str) -> str:
    """48 bits of SHA-256: events of one name in a million articles get an id twice with a chance of 1 in 500."""
    return hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]
