"""Pointers: the words of a text that can stand for something named elsewhere, by what they ask of it.

The lexicon `references` lists them. Whether a word points at all is told here, from the word and its place in the tree;
to what, is told by `pronouns` and `descriptions`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from ..graph.ontology import ontology
from .annotations import Cluster
from .lexicon import load
from .places import seats
from .relations import both, person_nouns, rows
from .salience import SUBJECTS
from .trees import NEUTRAL, adapter, features, governor, role_in_head

ALIKE: Mapping[str, frozenset[str]] = {
    "Company": frozenset(("Company", "Product", "Organization")),
    "Media": frozenset(("Media", "Company")),
    "Organization": frozenset(("Organization", "Company", "Media")),
    "Product": frozenset(("Product", "Company")),
}
"""The types that texts and models mix up with one."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun or possessive: its step (the `via` of a `Reference`), what it agrees with, and what it may stand for.

    `gender` is "Masc", "Fem", "Neut" for things, or "". `types` are the types that its place admits, None all. `acts`
    tells that its verb is one that only people and organisations are the subject of, `human` that the noun that its
    copula makes of it is one of people ("elle est directrice").
    """

    token: Token
    via: str
    gender: str
    personal: bool
    types: frozenset[str] | None = None
    acts: bool = False
    human: bool = False


@dataclass(frozen=True, slots=True)
class Impersonal:
    """The pronouns that can be an empty subject, and of which verbs: always, before a clause, or beside a word.

    "Il faut"; "it takes a year to …", but "it takes part"; "il y a", but "il a".
    """

    pronouns: frozenset[str]
    lemmas: frozenset[str]
    clause: frozenset[str]
    beside: frozenset[str]
    words: frozenset[str]


class Words:
    """The words of a language's lexicons that anaphora asks for."""

    def __init__(self, lang: str) -> None:
        references, frames, status = load(lang, "references"), load(lang, "frames"), load(lang, "status")
        self.pronouns: Mapping[str, str] = references["pronouns"]
        self.objects: Mapping[str, str] = references["objects"]
        self.possessives: Mapping[str, str] = references["possessives"]
        self.first_person: Mapping[str, str] = references["first"]
        self.latter: Mapping[str, str] = references["latter"]["words"]
        self.latter_determiners = frozenset(references["latter"]["determiners"])
        self.personal = frozenset(references["personal"])
        self.described = {noun: type_ for type_, nouns in references["descriptions"].items() for noun in nouns}
        self.told_only = frozenset(references["told_only"])
        self.generic = frozenset(references["generic"])
        self.staffs = frozenset(references["staffs"])
        self.determiners = frozenset((*references["determiners"], *references["fused"]))
        self.impersonal = Impersonal(**{key: frozenset(listed) for key, listed in references["impersonal"].items()})
        self.others = frozenset(references["others"])
        self.indefinite = frozenset(references["indefinite"])
        self.renowned = frozenset(references["renowned"])
        self.vague = frozenset((*references["vague"], *self.others, *status["adjectives"]["over"]))
        self.over = frozenset(status["adjectives"]["over"])
        self.topics = tuple(references["topics"])
        self.origins = frozenset(references["origins"])
        self.speech = frozenset(status["speech"]["verbs"])
        self.relatives = frozenset(frames["relatives"])
        self.copulas = frozenset(frames["copulas"])
        self.genders: Mapping[str, str] = load(lang, "names")["genders"]
        self.posts = person_nouns(lang)
        self.told = self.posts | frozenset(
            (*self.described, *(n for nouns in references["sectors"].values() for n in nouns))
        )
        self._people = self.posts | frozenset(references["people"])
        self.opposites: list[tuple[frozenset[str], frozenset[str]]] = [
            (frozenset(row["nouns"]), frozenset(row["never"])) for row in references["opposites"]
        ]
        self.seats = seats(lang)
        self._sectors: dict[str, set[str]] = {}
        for sector, nouns in references["sectors"].items():
            for noun in nouns:
                self._sectors.setdefault(noun, set()).add(sector)
        self._kinds: dict[str, set[str]] = {}
        for kind in references["kinds"]:
            for noun in kind["nouns"]:
                self._kinds.setdefault(noun, set()).update(kind["covers"])

    def person(self, noun: str) -> bool:
        """Whether a noun is of people."""
        return noun in self._people or self.described.get(noun) == "Person"

    def opposed(self, noun: str, other: str) -> bool:
        """Whether what is called `other` is not called `noun` as well: a "start-up" is no "géant"."""
        return any({noun, other} & few and {noun, other} & many for few, many in self.opposites)

    def covers(self, noun: str, other: str) -> bool:
        """Whether `noun` can take up `other`: the same, or one of its kinds ("élu" a "sénateur")."""
        return noun == other or other in self._kinds.get(noun, ()) or bool(self.sectors(noun) & self.sectors(other))

    def sectors(self, noun: str) -> frozenset[str]:
        """The trades of those that are called so: none for "entreprise", one for "banque", more for "fabricant"."""
        return frozenset(self._sectors.get(noun, ()))


@cache
def words(lang: str) -> Words:
    """The words of a language, read once."""
    return Words(lang)


def word(token: Token) -> str:
    """The word that a token begins or ends, all of it, in lower case: "start-up", "jeune pousse"."""
    doc, start, end = token.doc, token.i, token.i + 1
    if end < len(doc) and doc[end].dep_ == "flat:name" and doc[end].head.i == start and not doc[start].is_title:
        while end < len(doc) and doc[end].dep_ == "flat:name" and doc[end].head.i == start:
            end += 1
        return doc[start:end].text.lower()
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].is_alpha and not doc[end].whitespace_:
        end += 2
    while start > 1 and doc[start - 1].text == "-" and doc[start - 2].is_alpha and not doc[start - 1].whitespace_:
        start -= 2
    return token.lower_ if end - start == 1 else doc[start:end].text.lower()


def pointer(token: Token) -> Pointer | None:
    """What a pronoun or possessive asks for; None for any other word, and for pronouns that stand for nobody."""
    known, lower = words(token.doc.lang_), word(token)
    role, head = governor(token)
    if _latter(token, known) and (head.pos_ in {"VERB", "AUX"} or head == token):
        return Pointer(token, "pronoun:latter", known.latter[lower], personal=False, acts=_acts(token, role, head))
    if lower in known.possessives and (role == "possessive" or token.pos_ == "DET"):
        types = _possessed(token.head)
        return Pointer(token, "possessive", known.possessives[lower], personal=lower in known.personal, types=types)
    if lower in known.pronouns and role in SUBJECTS:
        if _impersonal(token, known):
            return None
        acts = _acts(token, role, head)
        personal, human = lower in known.personal, _human(token, known)
        return Pointer(token, "pronoun:subject", known.pronouns[lower], personal=personal, acts=acts, human=human)
    if lower in known.objects and token.pos_ in _PRONOUNS and _argument(token, role, head):
        gender = known.objects[lower] or _agreed(head)
        types = _undergoes(head) if role in {"object", "bare"} else None
        return Pointer(token, "pronoun:object", gender, personal=lower in known.personal, types=types)
    return None


def _agreed(verb: Token) -> str:
    """The gender with which a participle agrees with the pronoun before it: "l'a licenciée"."""
    shown = verb.pos_ == "VERB" and features(verb, "Tense") == ["Past"] and features(verb, "VerbForm") == ["Part"]
    return "Fem" if shown and features(verb, "Gender") == ["Fem"] else ""


def _undergoes(verb: Token) -> frozenset[str] | None:
    """The types that the object of a verb can have, by the rows for the verb; None for any."""
    return _objects(verb.doc.lang_).get(verb.lemma_.lower())


@cache
def _objects(lang: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for (kind, lemma), group in sorted(rows(lang).items()):
        asked = [
            types
            for row in group
            if not row.idiom
            for relation in (ontology().relations[row.relation],)
            for roles, types in (
                (row.subject, both(relation.domain, row.subject_types)),
                (row.object, both(relation.range, row.object_types)),
            )
            if "object" in roles
        ]
        if kind == "verb" and asked and None not in asked:
            found[lemma] = frozenset().union(*(types for types in asked if types))
    return found


_PRONOUNS = frozenset(("PRON", "ADJ"))
"""What a tagger makes of "lui" in front of a verb."""

_CLITIC = 3
"""How many words a pronoun may be from the verb that it is the object of: "l'a déjà racheté"."""


def _argument(token: Token, role: str, verb: Token) -> bool:
    """Whether a pronoun takes part in a deed: the object beside its verb, or behind a preposition.

    Not the emphatic "lui" of "X, lui, refuse", nor the "le" of "on le sait".
    """
    if role not in NEUTRAL:
        return True
    near = abs(verb.i - token.i) <= _CLITIC
    return role in {"object", "bare"} and near and verb.lemma_.lower() in _deeds(token.doc.lang_, "object")


def _latter(token: Token, known: Words) -> bool:
    """Whether the token is "celui-ci", or "dernier" and "latter" with their determiner and without a noun."""
    if word(token) not in known.latter:
        return False
    before, after = token.nbor(-1) if token.i else token, token.i + 1
    alone = after >= len(token.doc) or token.doc[after].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}
    return "-" in word(token) or (before.lower_ in known.latter_determiners and alone and bool(token.pos_))


def _acts(token: Token, role: str, verb: Token) -> bool:
    """Whether the verb of a subject is one of saying, or one that rows have people and organisations act in."""
    known = words(token.doc.lang_)
    lemma = verb.lemma_.lower()
    return (
        role == "subject"
        and verb.pos_ == "VERB"
        and (lemma in known.speech or lemma in _deeds(token.doc.lang_, "subject"))
    )


@cache
def _deeds(lang: str, role: str) -> frozenset[str]:
    """The verbs that rows give an end in this role."""
    return frozenset(
        lemma
        for (kind, lemma), group in rows(lang).items()
        if kind == "verb" and any(role in (*row.subject, *row.object) for row in group)
    )


def _possessed(noun: Token) -> frozenset[str] | None:
    """The types that whose it is can have, by the rows for the noun ("son PDG": an organisation); None for any."""
    return _owners(noun.doc.lang_).get(noun.lemma_.lower())


@cache
def _owners(lang: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for (kind, lemma), group in sorted(rows(lang).items()):
        types: set[str] = set()
        for row in group:
            relation = ontology().relations[row.relation]
            for roles, admitted, narrow in (
                (row.subject, relation.domain, row.subject_types),
                (row.object, relation.range, row.object_types),
            ):
                if "possessive" in roles:
                    types |= (
                        narrow & admitted if narrow and admitted else narrow or admitted
                    ) or ontology().types.keys()
        if kind == "noun" and types:
            found[lemma] = frozenset(types)
    return found


def _impersonal(token: Token, known: Words) -> bool:
    """Whether the pronoun is the empty subject of its verb ("il faut", "il est clair que")."""
    head, empty = token.head, known.impersonal
    if token.lower_ not in empty.pronouns:
        return False
    clause = any(
        role in {"clause", "open_clause", "subject"} and c.pos_ in {"VERB", "AUX"} for role, c in adapter(head)(head)
    )
    if head.pos_ in {"VERB", "AUX"}:
        beside = head.lemma_ in empty.beside and any(c.lower_ in empty.words for c in head.children)
        return head.lemma_ in empty.lemmas or beside or (clause and head.lemma_ in empty.clause)
    return head.pos_ == "ADJ" and clause


def _human(token: Token, known: Words) -> bool:
    """Whether the pronoun is the subject of a copula with a noun of people: "elle est directrice"."""
    verb = token.head
    nouns = [verb, *(c for role, c in adapter(verb)(verb) if role == "attribute")]
    return any(noun.pos_ == "NOUN" and known.person(word(noun)) for noun in nouns)


def definite(noun: Token) -> bool:
    """Whether a noun has a determiner that points back, or a preposition with one inside ("du groupe")."""
    known = words(noun.doc.lang_)
    return noun.pos_ in {"NOUN", "PROPN", "ADJ"} and any(t.lower_ in known.determiners for t in noun.lefts)


def introduces(noun: Token, named: Mapping[int, Cluster], types: frozenset[str]) -> bool:
    """Whether the noun is said of what stands beside it, or is a predicate: then it points to nothing before.

    `types` are those of what the noun can describe: in "the mayor, a Democrat" the party is not who is meant.
    """

    def names(i: int) -> bool:
        return i in named and named[i].type in types

    def called(i: int) -> bool:
        """Whether the noun is called so: "le groupe LFI" may be a party as well."""
        return i in named and (named[i].type in types or not {"Person", "Place"} & {named[i].type, *types})

    def opens(i: int) -> bool:
        """Whether an article with a capital opens a name ("le groupe La France insoumise")."""
        tokens = noun.doc[i : i + 1]
        return any(t.is_title and t.lower_ in words(t.lang_).determiners for t in tokens) and called(i + 1)

    role, head = governor(noun)
    becomes = role in {"object", "open_clause"} and head.lemma_ in words(noun.doc.lang_).copulas
    if role in {"apposition", "attribute", "compound"} or becomes:  # "est devenu la première compagnie du pays"
        return True
    if any(role == "copula" or (role == "apposition" and names(c.i)) for role, c in adapter(noun)(noun)):
        return True
    first, after = noun.left_edge.i, noun.i + 1
    comma = first >= 2 and noun.doc[first - 1].text == ","
    beside = comma and (names(first - 2) or role_in_head(noun) not in SUBJECTS)
    return beside or called(after) or opens(after)
