"""Repairs of phrases that trees with ClearNLP labels give to the wrong verb, or make clauses of."""

from collections.abc import Mapping

from spacy.tokens import Token

from .mending import attach, has, words
from .mending import start as start_of

SUBJECTS = ("nsubj", "nsubjpass")


def repair_phrase(token: Token, names: Mapping[int, str]) -> None:
    """Mend the edges of a phrase around a name or under a verb."""
    if token.i in names and token.dep_ in SUBJECTS:
        _named_complement(token)
    if (token.i in names or token.pos_ == "PROPN") and token.dep_ in SUBJECTS:
        _between_commas(token)
    if token.dep_ == "ccomp" and token.pos_ in {"ADJ", "NOUN"}:
        _attribute(token)
    if token.dep_ == "pobj" and token.pos_ == "ADJ":
        _judged(token)
    if token.dep_ == "prep" and token.head.pos_ == "VERB":
        _once_of(token, names)


def _named_complement(name: Token) -> None:
    """A verb has one subject: the name after a noun is what the noun is called.

    "X, the maker of the chatbot Y, lost money": X lost it. An agent behind the name goes with what the noun completes:
    "the launch of the chatbot Y by X".
    """
    noun = name.left_edge.nbor(-1) if name.left_edge.i > name.sent.start else name
    if noun.pos_ != "NOUN" or noun.dep_ not in {"pobj", "dobj"} or not has(noun, "det", "poss"):
        return
    verb = name.head
    if not any(c.dep_ in SUBJECTS and c.i < noun.i and c != name for c in verb.children):
        return
    if attach(name, noun, "appos") and noun.dep_ == "pobj":
        for agent in [c for c in name.children if c.lower_ in words(name, "agents")]:
            attach(agent, noun.head.head, "prep")


def _between_commas(name: Token) -> None:
    """What stands between commas behind a subject is said of it: "X, already under investigation by Y, denied"."""
    for preposition in [c for c in name.head.children if c.dep_ == "prep" and name.i < c.i < name.head.i]:
        first, after = start_of(preposition), preposition.right_edge.i + 1
        if after >= len(name.doc):
            continue
        closed = name.doc[first - 1].text == "," and name.doc[after].text == ","
        if closed and first - 2 == name.i + _length(name) - 1 and preposition.lower_ in words(name, "states"):
            attach(preposition, name, "prep")


def _judged(attribute: Token) -> None:
    """ "called the decision by X reckless": an adjective closes no phrase, it is what the object is called."""
    preposition = attribute.head
    object_ = preposition.head
    verb, inner = object_.head, attribute.nbor(-1)
    judges = verb.lemma_ in words(attribute, "judging") and object_.dep_ == "dobj"
    if not judges or inner.head != attribute or inner.pos_ not in {"NOUN", "PROPN"} or inner.i == preposition.i:
        return
    if attach(inner, preposition, "pobj"):
        for child in [c for c in attribute.children if c.i < inner.i]:
            attach(child, inner, child.dep_)
        attach(attribute, verb, "oprd")


def _once_of(preposition: Token, names: Mapping[int, str]) -> None:
    """ "handed over to X, once of Y": behind a name and a comma "once" is said of where the name comes from."""
    first = start_of(preposition)
    before = preposition.doc[first - 2] if first - 2 >= preposition.sent.start else preposition
    if preposition.lower_ not in words(preposition, "of") or preposition.doc[first - 1].text != ",":
        return
    if before.i in names and first < preposition.i and preposition.doc[first].pos_ == "ADV":
        attach(preposition, before, "prep")


def _length(name: Token) -> int:
    """How many words the name has, of which the first is its head."""
    return 1 + sum(1 for c in name.children if c.dep_ == "flat:name")


def _attribute(attribute: Token) -> None:
    """A clause without a verb is an object with its attribute: "holds X responsible", "found X guilty"."""
    verb = attribute.head
    subject = next((c for c in attribute.children if c.dep_ in SUBJECTS and c.i < attribute.i), None)
    if verb.pos_ != "VERB" or subject is None or has(verb, "dobj") or has(attribute, "aux", "mark", "cop", "auxpass"):
        return
    if subject.left_edge.i == verb.i + 1 and attach(subject, verb, "dobj"):
        attribute.dep_ = "oprd"
