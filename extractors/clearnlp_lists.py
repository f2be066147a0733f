"""Repairs of names that stand beside others in trees with ClearNLP labels: examples of a group, who acts along."""

from collections.abc import Mapping

from spacy.tokens import Token

from .mending import attach, has, words

SUBJECTS = ("nsubj", "nsubjpass")


def repair_list(name: Token, names: Mapping[int, str]) -> None:
    """Mend the edge of a name behind a preposition that is none."""
    if name.i in names and name.dep_ == "pobj":
        _example(name, names)
        _along(name, names)
    elif name.i in names and name.dep_ in {"compound", "nmod"}:
        _hyphened(name, names)


def _hyphened(name: Token, names: Mapping[int, str]) -> None:
    """What a hyphen joins before a noun stands beside it: "the X-Y merger" is of both."""
    other = name.head
    if other.i == name.i + 2 and other.i in names and other.dep_ in {"compound", "nmod"} and name.nbor().text == "-":
        attach(name, other.head, "compound")


def _phrase(preposition: Token) -> str:
    """The preposition with what belongs to it: "such as", "along with", "together with"."""
    first = preposition.head if preposition.head.dep_ == "prep" and preposition.head.i == preposition.i - 1 else None
    before = [first] if first is not None else [c for c in preposition.lefts if c.i == preposition.i - 1]
    return " ".join(t.lower_ for t in (*before, preposition))


def _example(name: Token, names: Mapping[int, str]) -> None:
    """ "investors such as X and Y" are X and Y: the names are in apposition to the noun in the plural."""
    group = name.head.head
    if _phrase(name.head) not in words(name, "examples") or group.pos_ != "NOUN" or group.i in names:
        return
    if "Plur" in group.morph.get("Number", []):
        attach(name, group, "appos")


def _along(name: Token, names: Mapping[int, str]) -> None:
    """Who is named along with a subject acts too: "X, along with Y, sued Z"; "Alongside Y, X sued Z".

    Behind the verb it may be its object that has company ("bought X along with Y"), unless the two differ in kind.
    """
    if _phrase(name.head) not in words(name, "along"):
        return
    first = name.head.head if name.head.head.dep_ == "prep" else name.head
    verb = first.head
    if verb.i in names and verb.dep_ in SUBJECTS:  # "X, along with Y, sued": hung on X
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i and c.i in names), None)
    if subject is None or has(subject, "conj"):
        return
    if first.i > verb.i:
        objects = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
        if names[subject.i] != names[name.i] or any(names.get(c.i) in {None, names[name.i]} for c in objects):
            return
    if name.i < subject.i:  # what comes first governs
        label = subject.dep_
        if attach(name, verb, label) and attach(subject, name, "conj"):
            return
    attach(name, subject, "conj")
