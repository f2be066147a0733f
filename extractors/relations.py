"""Relations: rows of the lexicon `relations` turn frames into statements.

A row says which predicate it is about, which role is the subject and which the object; the ontology says which types
may stand there. Nothing here knows a word or a relation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..graph.ontology import ontology
from .annotations import Frame
from .lexicon import load, names

TABLES = {
    "verb": "verb",
    "event": "noun",
    "role": "noun",
    "adjective": "adjective",
    "demonym": "demonym",
    "parenthesis": "parenthesis",
    "name": "name",
}
"""The tables of the lexicon and the kind of frame that their rows are about.

A demonym frame is a noun or adjective of nationality, a name frame a noun frame whose predicate is a name, whatever its
lemma: their rows have none. The lemma of a parenthesis frame is the title before the brackets; rows without lemmas are
about all of them.
"""

_NAMELESS = frozenset(("demonym", "parenthesis", "name"))

ITSELF = "itself"
"""The role of a frame's own predicate."""

_DEFAULTS = {
    "verb": (("subject",), ("object",)),
    "event": (("subject",), ("object",)),
    "role": (("referent",), ()),
    "adjective": (("referent",), ()),
    "demonym": (("referent",), (ITSELF,)),
    "parenthesis": (("referent",), (ITSELF,)),
    "name": ((ITSELF,), ()),
}


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One rule; a row is equal to itself only, so that it can be the key of a table.

    `subject` and `object` list roles of the frame, the first that is filled counts. `modifiers` are lemmas that must
    stand on the predicate ("général"), `idiom` the noun lemmas of which a role must hold one ("porter *plainte*"),
    `types` narrow the ontology's domain and range, `implicit` names a way to find an object that the frame does not
    give. A `vague` row is silent where a plain one states another relation of its family between the same two.
    """

    table: str
    relation: str
    lemma: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    modifiers: frozenset[str] = frozenset()
    reflexive: bool | None = None
    idiom: Mapping[str, frozenset[str]] = field(default_factory=dict)
    subject_types: frozenset[str] = frozenset()
    object_types: frozenset[str] = frozenset()
    status: str = ""
    implicit: str = ""
    confidence: float = 0.9
    vague: bool = False

    @property
    def words(self) -> int:
        """How much the row asks for besides its lemma: of two rows that fit, the one that asks for more speaks."""
        return 2 * len(self.modifiers) + 2 * len(self.idiom) + (self.reflexive is True)

    def fits(self, frame: Frame) -> bool:
        """Whether the frame is the predicate that the row is about."""
        return not self.lacks(frame)

    def lacks(self, frame: Frame) -> list[str]:
        """The keys of the row for which the frame does not have what they ask."""
        lacking = []
        if self.reflexive is not None and self.reflexive != frame.reflexive:
            lacking.append("reflexive")
        if not self.modifiers.issubset(frame.modifiers):
            lacking.append("modifiers")
        if self.idiom and any(frame.idiom.get(role) not in nouns for role, nouns in self.idiom.items()):
            lacking.append("idiom")
        return lacking


@cache
def rows(lang: str) -> Mapping[tuple[str, str], tuple[Row, ...]]:
    """The rows of a language by kind of frame and lemma, the most specific first.

    They stand in its lexicon `relations` and in those whose names begin with "relations_".

    `ValueError` for an unknown table, and for a row without lemmas or with a key, relation, type or status that there
    is not; the message names the file and the row.
    """
    found: dict[tuple[str, str], list[Row]] = {}
    last = load(lang, "frames")["head"] == "last"
    for name in (name for name in names(lang) if name.partition("_")[0] == "relations"):
        data, file = load(lang, name), f"lexicon {lang}/{name}.toml"
        if unknown := sorted(set(data) - set(TABLES)):
            raise ValueError(f"{file}: unknown table {unknown[0]!r}")
        for table, kind in TABLES.items():
            for number, entry in enumerate(data.get(table, ()), 1):
                for row in _rows(table, entry, last, f"{file}, [[{table}]] {number}"):
                    found.setdefault((kind, row.lemma), []).append(row)
    return {key: tuple(sorted(group, key=_rank)) for key, group in found.items()}


_KEYS = frozenset(("relation", "lemmas", "s", "o", "modifiers", "reflexive", "idiom")) | frozenset(
    ("s_types", "o_types", "status", "implicit", "confidence", "vague")
)


def _rows(table: str, entry: Mapping[str, Any], head_last: bool, where: str) -> Iterator[Row]:
    known = ontology()
    kinds = {
        "key": set(entry) - _KEYS,
        "relation": {entry.get("relation", "")} - set(known.relations),
        "type": {*entry.get("s_types", ()), *entry.get("o_types", ())} - set(known.types) - _groups(),
        "status": {entry.get("status", "")} - {"", *known.statuses},
    }
    for kind, unknown in kinds.items():
        if unknown:
            raise ValueError(f"{where}: unknown {kind} {min(unknown)!r}")
    lemmas = entry.get("lemmas") or ([""] if table in _NAMELESS else [])
    if not lemmas:
        raise ValueError(f"{where}: no lemmas")
    subject, object_ = _DEFAULTS[table]
    for phrase in lemmas:
        words = phrase.split() if table in {"role", "event"} else [phrase]
        lemma = words[-1] if head_last else words[0]
        yield Row(
            table=table,
            relation=entry["relation"],
            lemma=lemma,
            subject=(*entry.get("s", subject), *(("support",) if table == "event" else ())),
            object=tuple(entry.get("o", object_)),
            modifiers=frozenset([w for w in words if w != lemma] + entry.get("modifiers", [])),
            reflexive=entry.get("reflexive"),
            idiom={role: _set(nouns) for role, nouns in entry.get("idiom", {}).items()},
            subject_types=_types(entry.get("s_types", ())),
            object_types=_types(entry.get("o_types", ())),
            status=entry.get("status", ""),
            implicit=entry.get("implicit", ""),
            confidence=entry.get("confidence", 0.9),
            vague=entry.get("vague", False),
        )


def _groups() -> frozenset[str]:
    return frozenset(t.group for t in ontology().types.values())


def _types(names: Sequence[str]) -> frozenset[str]:
    """The types of these names; the name of a group stands for all of its types."""
    return frozenset(t for t, kind in ontology().types.items() if t in names or kind.group in names)


def _set(words: str | Sequence[str]) -> frozenset[str]:
    return frozenset([words] if isinstance(words, str) else words)


@cache
def person_nouns(lang: str) -> frozenset[str]:
    """The nouns that rows use for what only a person can be: "pdg", "porte-parole"; not "partner"."""
    return frozenset(noun for noun, types in _may_be(lang).items() if types == {frozenset({"Person"})})


@cache
def thing_nouns(lang: str) -> frozenset[str]:
    """The nouns that rows use for what no person can be: "subsidiary", "arm"; not "partner"."""
    return frozenset(
        noun for noun, types in _may_be(lang).items() if all(of is not None and "Person" not in of for of in types)
    )


@cache
def open_nouns(lang: str) -> frozenset[str]:
    """The nouns that rows use for what people and others can be: "partner", "rival"; not "father"."""
    only = frozenset({"Person"})
    return frozenset(noun for noun, types in _may_be(lang).items() if only not in types) - thing_nouns(lang)


@cache
def _may_be(lang: str) -> Mapping[str, set[frozenset[str] | None]]:
    """What the nouns of roles may be said of, row by row; None is anything."""
    found: dict[str, set[frozenset[str] | None]] = {}
    for row in (row for group in rows(lang).values() for row in group if row.table == "role" and not row.modifiers):
        relation = ontology().relations[row.relation]
        if row.subject == ("referent",):
            types = both(relation.domain, row.subject_types)
        else:
            types = both(relation.range, row.object_types)
        found.setdefault(row.lemma, set()).add(types)
    return found


@cache
def roles(lang: str) -> Mapping[str, frozenset[tuple[str, frozenset[str] | None]]]:
    """The relations that a noun says its bearer to have, with the types of the other end: "fondateur", "patron"."""
    found: dict[str, set[tuple[str, frozenset[str] | None]]] = {}
    for row in (row for group in rows(lang).values() for row in group if row.table == "role" and not row.modifiers):
        if row.subject == ("referent",) and not row.status and "demonym" not in row.object:
            types = both(ontology().relations[row.relation].range, row.object_types)
            found.setdefault(row.lemma, set()).add((row.relation, types))
    return {lemma: frozenset(kinds) for lemma, kinds in found.items()}


def both(a: frozenset[str] | None, b: frozenset[str]) -> frozenset[str] | None:
    """The types that both allow, where None and the empty set allow all."""
    if a is None or not b:
        return b or a
    return a & b


def _rank(row: Row) -> tuple[int, bool]:
    return -row.words, not row.object_types


def considered(frame: Frame, lang: str, *, named: bool = False) -> Sequence[Row]:
    """The rows that are about a frame's predicate, the most specific first; `named` tells that it is a name."""
    known = rows(lang)
    own = known.get((frame.kind, frame.lemma), ()) if frame.kind != "demonym" else ()
    nameless = known.get(("name" if named else frame.kind, ""), ())
    return sorted((*own, *nameless), key=_rank) if own and nameless else own or nameless


def matching(frame: Frame, lang: str, *, named: bool = False) -> Sequence[Row]:
    """The rows for a frame: of those that fit, the ones that ask for most words; first those that ask for types."""
    fitting = [row for row in considered(frame, lang, named=named) if row.fits(frame)]
    return [row for row in fitting if row.words == fitting[0].words]
