"""Resolution across articles: which article-local entities are one thing.

A pure function of the set of article graphs: order does not matter. Two entities meet where they share a key: a name
that identifies (see `keys`). What shares no key stays apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from .model import ArticleGraph, Entity
from .names import normalise, slug
from .ontology import ontology

Member = tuple[str, str]
"""An article id and the id of an entity of its article graph."""

# Texts do not tell a company from its service, so these groups of types can meet in one node (annotation guide, 1).
_ONE_KIND = frozenset(("Group", "Artifact"))
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def resolve(graphs: Iterable[ArticleGraph]) -> dict[Member, Entity]:
    """The graph-wide entity of every article-local one.

    The name of a graph-wide entity is the one that most articles use (then the longest, then the first in code point
    order), its type the one that most articles give it (then the first in the ontology), its mentions all of theirs.
    Its id is made from its group and name, so it does not depend on what else the graph holds unless names collide.
    """
    locals_ = {(g.article.id, e.id): e for g in graphs for e in g.entities}
    clusters = _Clusters()
    for member in sorted(locals_):
        clusters.join(member, keys(locals_[member], member[0]))
    clusters.join_surnames(locals_)
    resolved: dict[Member, Entity] = {}
    taken: set[str] = set()
    for members in clusters.all():
        entity = _unite([locals_[m] for m in members], _identifier(members, locals_), taken)
        resolved.update(dict.fromkeys(members, entity))
    return resolved


def keys(entity: Entity, article: str) -> list[tuple[str, str]]:
    """What identifies the entity beyond its article.

    That is its name, and the other names that share no word with it (acronyms, former names): "Commission" for the
    European Commission repeats a word and would meet other commissions. One word of a person's name identifies only
    where it is all that there is. An event needs a year in its name, or it stays in its article: there are many
    presidential elections.
    """
    kind = _kind(entity.type)
    names = [entity.name, *entity.aliases]
    if kind == "Happening":
        years = _YEAR.findall(entity.name)
        return [(kind, f"{slug(entity.name)} {'' if years else article}")]
    words = set(normalise(entity.name).split())
    forms = [entity.name, *(n for n in names[1:] if not words & set(normalise(n).split()))]
    if kind == "Human" and len(words) > 1:
        forms = [n for n in forms if len(normalise(n).split()) > 1]
    return [(kind, slug(n)) for n in forms]


def _kind(type_: str) -> str:
    group = ontology().types[type_].group
    return "Thing" if group in _ONE_KIND else group


class _Clusters:
    """Union-find over members and keys (Tarjan 1975); roots are least elements, so that order leaves no trace."""

    def __init__(self) -> None:
        self._parent: dict[tuple[str, ...], tuple[str, ...]] = {}

    def _root(self, x: tuple[str, ...]) -> tuple[str, ...]:
        self._parent.setdefault(x, x)
        while self._parent[x] != x:
            self._parent[x] = self._parent[self._parent[x]]
            x = self._parent[x]
        return x

    def _union(self, a: tuple[str, ...], b: tuple[str, ...]) -> None:
        low, high = sorted((self._root(a), self._root(b)))
        self._parent[high] = low

    def join(self, member: Member, shared: Iterable[tuple[str, str]]) -> None:
        for kind, form in shared:
            self._union(("member", *member), ("key", kind, form))

    def join_surnames(self, locals_: Mapping[Member, Entity]) -> None:
        """Join a person known by one word alone with the only full name that ends in it; with two, abstain."""
        people = {m: normalise(e.name).split() for m, e in locals_.items() if _kind(e.type) == "Human"}
        full: dict[str, set[tuple[str, ...]]] = {}
        for member, words in people.items():
            if len(words) > 1:
                full.setdefault(words[-1], set()).add(self._root(("member", *member)))
        for member in sorted(m for m, words in people.items() if len(words) == 1):
            candidates = {self._root(c) for c in full.get(people[member][0], ())}
            if len(candidates) == 1:
                self._union(("member", *member), candidates.pop())

    def all(self) -> list[list[Member]]:
        found: dict[tuple[str, ...], list[Member]] = {}
        for element in sorted(e for e in self._parent if e[0] == "member"):
            found.setdefault(self._root(element), []).append((element[1], element[2]))
        return sorted(found.values())


def _identifier(members: list[Member], locals_: Mapping[Member, Entity]) -> tuple[str, str]:
    names = Counter(locals_[m].name for m in members)
    name = min(names, key=lambda n: (-names[n], -len(n), n))
    types = Counter(locals_[m].type for m in members)
    order = list(ontology().types)
    return name, min(types, key=lambda t: (-types[t], order.index(t)))


def _unite(entities: list[Entity], chosen: tuple[str, str], taken: set[str]) -> Entity:
    name, type_ = chosen
    mentions = tuple(sorted({m for e in entities for m in e.mentions}))
    base = f"{ontology().types[type_].group.lower()}/{slug(name)}"
    ident, n = base, 1
    while ident in taken:  # events of one name in several articles
        n += 1
        ident = f"{base}-{n}"
    taken.add(ident)
    return Entity(ident, name, type_, mentions)
