"""Repairs by agreement in kind in trees with ClearNLP labels: people are not said of things, nor things of people.

Of the nouns that an apposition or a relative pronoun can be said of, the parser often takes the wrong one.
Where one is a person and another is none, the word says which.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from .lexicon import load
from .mending import attach, has, words
from .relations import person_nouns, thing_nouns

SUBJECTS = ("nsubj", "nsubjpass")


def repair_agreement(token: Token, names: Mapping[int, str]) -> None:
    """Mend the edge of an apposition, of a relative clause, of a participle behind a name and a comma."""
    if token.pos_ == "NOUN" and token.i not in names:
        _apposition(token, names)
    elif token.pos_ in {"VERB", "AUX"} and token.dep_ == "relcl":
        _relative(token, names)
    elif token.pos_ == "VERB" and token.dep_ == "advcl":
        _participle(token, names)


def _apposition(noun: Token, names: Mapping[int, str]) -> None:
    """ "a tweet by X, a spokesman for Y, caused": X is the spokesman; "the head of X, an arm of Y": X is the arm."""
    head = noun.head
    doubled = noun.dep_ in SUBJECTS and any(c.dep_ in SUBJECTS and c.i < noun.i for c in head.children)
    if noun.dep_ != "appos" and not doubled:
        return
    if not has(noun, "det", "poss") or has(noun, "cc"):
        return
    name = _name_before(noun.left_edge, names)
    own = kind(noun, names)
    if name is None or name == head or own is None or own != kind(name, names):
        return
    if doubled or kind(head, names) != own:
        attach(noun, name, "appos")


def _relative(verb: Token, names: Mapping[int, str]) -> None:
    """ "the founder of X, who", "Y, founded by X, which": the pronoun says whether somebody or something is meant."""
    pronoun = next((c for c in verb.children if c.i < verb.i and c.lower_ in words(verb, "relatives")), None)
    if pronoun is None or verb.head.i > pronoun.i or verb.head.i not in names:
        return
    person = pronoun.lower_ in words(verb, "personal_relatives")
    if not person and pronoun.lower_ not in words(verb, "impersonal_relatives"):
        return
    if (kind(verb.head, names) == "person") == person:
        return
    for other in _above(verb.head):
        if kind(other, names) == ("person" if person else "thing"):
            attach(verb, other, "relcl")
            return


def _participle(verb: Token, names: Mapping[int, str]) -> None:
    """A participle with who acts, right behind a name and a comma, is said of that name: "met X, led by Y"."""
    if "Part" not in verb.morph.get("VerbForm", []) or not has(verb, "agent") or has(verb, "aux", "auxpass", *SUBJECTS):
        return
    name = _name_before(verb.left_edge, names) if verb.head.i < verb.i else None
    if name is not None and name.dep_ not in SUBJECTS:
        attach(verb, name, "acl")


def _name_before(first: Token, names: Mapping[int, str]) -> Token | None:
    """The name that ends at the comma before a token, with its acronym in brackets or without."""
    doc, i = first.doc, first.i - 1
    if i <= first.sent.start or doc[i].text != ",":
        return None
    i -= 1
    if doc[i].text == ")" and i > first.sent.start + 2 and doc[i - 2].text == "(":
        i -= 3
    name = doc[i]
    if name.i in names and name.dep_ == "appos" and name.head.i in names and name.head.i < name.i:
        return name if names[name.i] != names[name.head.i] else name.head
    return name if name.i in names else None


def _above(token: Token) -> Iterator[Token]:
    """The nouns that govern a token from before it, the nearest first."""
    while token.head != token and token.head.i < token.i:
        token = token.head
        if token.pos_ in {"NOUN", "PROPN"}:
            yield token


def kind(token: Token, names: Mapping[int, str]) -> str | None:
    """Whether a name or a noun is of a person or of a thing; None where nothing tells."""
    if token.i in names:
        return "person" if names[token.i] == "Person" else "place" if names[token.i] == "Place" else "thing"
    if token.pos_ != "NOUN":
        return None
    lemma = token.lemma_.lower()
    return "person" if lemma in _persons(token.doc.lang_) else "thing" if lemma in _things(token.doc.lang_) else None


@cache
def _persons(lang: str) -> frozenset[str]:
    references = load(lang, "references")
    return person_nouns(lang) | frozenset((*references["descriptions"]["Person"], *references["people"]))


@cache
def _things(lang: str) -> frozenset[str]:
    nouns = load(lang, "references")["descriptions"]
    described = {noun for type_, of_type in nouns.items() if type_ != "Person" for noun in of_type}
    return (thing_nouns(lang) | described) - _persons(lang)
