"""What is to be resolved: the entities of articles and known things, with the names that identify each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..authority import Known
from ..model import ArticleGraph, Entity
from ..names import normalise
from ..ontology import ontology
from .records import KNOWN, Member
from .spelling import is_initial, person

# Texts do not tell a company from its service, so these groups of types can meet in one node (annotation guide, 1).
_ONE_KIND = frozenset(("Group", "Artifact"))
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

HUMAN, THING, PLACE, EVENT = "Human", "Thing", "Location", "Happening"
"""Kinds of things: groups of types, or what several of them make together."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """An entity of one article (`article`) or a known thing.

    `names` identify it, the first one before others. `said` are all names, those too that identify nothing.
    """

    member: Member
    article: bool
    type: str
    kind: str
    names: tuple[str, ...]
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def known(self) -> bool:
        return not self.article

    @property
    def dated(self) -> bool:
        return _YEAR.search(normalise(self.name)) is not None


def nodes(graphs: Iterable[ArticleGraph], known: Iterable[Known]) -> Mapping[Member, Node]:
    """The nodes in the order of their members."""
    found: dict[Member, Node] = {}
    for graph in graphs:
        for e in graph.entities:
            member = (graph.article.id, e.id)
            found[member] = Node(member, True, e.type, kind(e.type), (e.name, *_other_names(e)), (e.name, *e.aliases))
    for thing in known:
        said = tuple(dict.fromkeys((*(name for _, name in thing.names), *thing.aliases)))
        names = said
        if kind(thing.type) == HUMAN:  # a surname among the aliases is a surname
            names = (said[0], *(n for n in said[1:] if len(person(n)) > 1 and not is_initial(person(n)[0])))
        found[KNOWN, thing.id] = Node((KNOWN, thing.id), False, thing.type, kind(thing.type), names, said)
    return {member: found[member] for member in sorted(found)}


def kind(type_: str) -> str:
    """The kind of a type: things of different kinds are not one because of a name."""
    group = ontology().types[type_].group
    return THING if group in _ONE_KIND else group


def _other_names(entity: Entity) -> list[str]:
    """The names beside the first that identify the entity: those that share no word with it (acronyms, former names).

    "Commission" for the European Commission repeats a word and would meet other commissions. One word identifies a
    person only who has no longer name, and an event is known by its first name alone.
    """
    words = set(normalise(entity.name).split())
    names = [n for n in entity.aliases if not words & set(normalise(n).split())]
    if kind(entity.type) == HUMAN and len(words) > 1:
        return [n for n in names if " " in normalise(n)]
    if kind(entity.type) == HUMAN:  # a surname that the article itself completes is nobody else's
        names += [n for n in entity.aliases if person(n)[1:] and person(n)[-1:] == person(entity.name)]
    return names if kind(entity.type) != EVENT else []
