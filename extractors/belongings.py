"""Belongings: what a noun stands for that says whose it is ("sa société", "its chief executive", "la filiale de X").

Who or what is meant is told by what the article states between the owner and one other thing alone: who leads a company
is "son patron", what a person has founded "sa société", what owns a company "sa maison mère".
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from ..graph.ontology import ontology
from .annotations import Cluster
from .discourse import Discourse
from .facts import Deed
from .lexicon import load
from .likeness import above, gender_agrees
from .pointers import ALIKE, word
from .relations import roles
from .salience import Found
from .trees import adapter


class Bond(NamedTuple):
    """A noun is for what stands at one end of a relation, "subject" or "object", of which its owner is the other."""

    relation: str
    end: str


def owners(text: Discourse, noun: Token) -> list[Cluster]:
    """Whose the possessives at a noun say that it is, as far as they were resolved."""
    return [text.at[c.i] for role, c in adapter(noun)(noun) if role == "possessive" and c.i in text.at]


def is_belonging(text: Discourse, noun: Token) -> bool:
    """Whether whose it is may tell what a noun means: it describes, says what people are to each other, or a bond."""
    known = text.words
    told = word(noun) in known.described or known.person(word(noun)) or bonds(noun.doc.lang_, term(noun))
    return noun.pos_ == "NOUN" and bool(told)


def belonging(text: Discourse, noun: Token, whose: Iterable[Cluster]) -> Found | None:
    """The one thing that the article has said, or states, to be what the noun is to its owner."""
    owner = {id(c) for c in whose}
    if len(owner) != 1 or text.facts.over(noun):
        return None
    key, barred = next(iter(owner)), text.clusters_at(above(text, noun))
    fitting = {id(c): c for c in (*_said(text, noun, key), *_stated(text, noun, key))}
    meant = [c for c in fitting.values() if id(c) != key and gender_agrees(text, c, noun)]
    return Found(meant[0], 1.0) if len(meant) == 1 and id(meant[0]) not in barred else None


def parent(text: Discourse, noun: Token) -> Found | None:
    """The only thing that stands in the relation of a noun that says no owner: "la maison mère"."""
    bond = bonds(noun.doc.lang_, term(noun)) if term(noun) != word(noun) or " " in term(noun) else frozenset()
    found = {id(c): c for deed in text.facts.deeds for b in bond if (c := _end(deed, b)) is not None and not deed.over}
    return Found(next(iter(found.values())), 1.0) if len(found) == 1 else None


def _said(text: Discourse, noun: Token, owner: int) -> Iterator[Cluster]:
    """Of what the article has said the noun with this owner, and with all that completes it besides."""
    asked = text.facts.complements(noun) | {owner}
    for key, saids in text.facts.said.items():
        held = (s for s in saids if not s.over and asked <= s.complements)
        if key in text.by_id and any(text.words.covers(word(noun), s.noun) for s in held):
            yield text.by_id[key]


def _stated(text: Discourse, noun: Token, owner: int) -> Iterator[Cluster]:
    """What deeds tie to the owner in a way that the noun names; nothing where something else completes the noun."""
    lang, phrase = noun.doc.lang_, term(noun)
    bound = bonds(lang, phrase)
    if not bound and text.facts.complements(noun) - {owner}:
        return  # "son directeur financier" is not who runs it
    type_ = text.words.described.get(word(noun), "Person")
    types = ALIKE.get(type_, frozenset((type_,))) if not bound else frozenset(ontology().types)
    if type_ == "Person" and not bound:
        bound = frozenset(Bond(relation, "subject") for relation, _ in roles(lang).get(noun.lemma_.lower(), ()))
    elif not bound and text.by_id[owner].type == "Person":
        bound = frozenset(Bond(relation, "object") for relation in load(lang, "references")["belongs"])
    for deed in text.facts.deeds:
        if deed.over:
            continue
        for bond in bound:
            found = _end(deed, bond, owner)
            if found is not None and found.type in types:
                yield found


def _end(deed: Deed, bond: Bond, owner: int | None = None) -> Cluster | None:
    """What stands at the end of a deed that a bond names, with the owner, or anything, at the other."""
    if deed.relation != bond.relation:
        return None
    ends = [(deed.subject, deed.object)] if bond.end == "subject" else [(deed.object, deed.subject)]
    if ontology().relations[deed.relation].symmetric:
        ends = [(deed.subject, deed.object), (deed.object, deed.subject)]
    return next((one for one, other in ends if owner is None or id(other) == owner), None)


def term(noun: Token) -> str:
    """The noun with the word beside it that makes one term of both: "maison mère", "parent company"."""
    doc, known = noun.doc, _terms(noun.doc.lang_)
    pairs = (doc[noun.i - 1 : noun.i + 1], doc[noun.i : noun.i + 2])
    return next((pair.text.lower() for pair in pairs if pair.text.lower() in known), word(noun))


def bonds(lang: str, noun: str) -> frozenset[Bond]:
    """What a noun is to its owner, by the lexicon."""
    return _terms(lang).get(noun, frozenset())


@cache
def _terms(lang: str) -> dict[str, frozenset[Bond]]:
    found: dict[str, set[Bond]] = {}
    for row in load(lang, "references")["bonds"]:
        for noun in row["nouns"]:
            found.setdefault(noun, set()).add(Bond(row["relation"], row["end"]))
    return {noun: frozenset(bonds) for noun, bonds in found.items()}
