"""Repairs of lists of people with their posts in trees with ClearNLP labels: "X boss A, Y's B and Z founder C met"."""

from collections.abc import Mapping

from spacy.tokens import Token

from .clearnlp_agreement import kind
from .mending import attach, has

SUBJECTS = ("nsubj", "nsubjpass")
LONGEST = 5
"""How many words before a name may say who that is."""
BREAKS = frozenset(("PUNCT", "CCONJ", "VERB", "AUX", "ADP", "DET", "PRON"))


def repair_people(name: Token, names: Mapping[int, str]) -> None:
    """Join a person with a post or a house in front to the person named before the comma or "and"."""
    if names.get(name.i) != "Person":
        return
    _of_the_person(name, names)
    _last_of_list(name, names)
    _own_post(name, names)
    first = _first(name, names)
    if first is None or first.i - 1 <= name.sent.start:
        return
    other = _before(first, name)
    if other is None or names.get(other.i) != "Person":
        return
    post = name.nbor(-1)
    titled = first.i <= post.i and kind(post, names) == "person"
    unit = post if titled and name.head == post else name
    for word in name.doc[first.i : post.i] if titled else ():  # what stands in front of a post is the post's
        if not first.i <= word.head.i <= post.i:
            attach(word, post, "compound" if word.i in names or word.pos_ == "NOUN" else "amod")
    above = other.head if kind(other.head, names) == "person" and other.head.i == other.i - 1 else other
    before = name.doc[name.sent.start : above.i]
    if above.dep_ in {"pobj", "dobj"} and not any(t.pos_ in {"VERB", "AUX"} for t in before):
        _subject(unit, above)
        return
    placed = above.dep_ in SUBJECTS and above.head.pos_ in {"VERB", "AUX"}
    moves = unit.dep_ in SUBJECTS and not placed
    if moves and (above.dep_ in {"pobj", "dobj", "conj"} or not attach(above, unit.head, unit.dep_)):
        return
    attach(unit, above, "conj")


def _subject(unit: Token, other: Token) -> None:
    """ "In a letter to A, X boss B urged": A is no subject, and B is not A."""
    verb = unit.sent.root
    if unit.head == other and verb.pos_ == "VERB" and verb.i > unit.i and not has(verb, *SUBJECTS):
        attach(unit, verb, "nsubjpass" if has(verb, "auxpass") else "nsubj")


def _of_the_person(name: Token, names: Mapping[int, str]) -> None:
    """ "A of X and B of Y": a person is joined to the person, not to the firm that completes it."""
    firm = name.head
    person = firm.head.head
    if name.dep_ != "conj" or firm.dep_ != "pobj" or names.get(firm.i, "Person") in {"Person", "Place"}:
        return
    if names.get(person.i) == "Person" and attach(name, person, "conj"):
        for joint in [c for c in firm.children if c.dep_ == "cc" and c.i < name.i]:
            attach(joint, person, "cc")


def _own_post(name: Token, names: Mapping[int, str]) -> None:
    """ "councillor A and organiser B": the second name has the second post, where the first has a name of its own."""
    post, head = name.nbor(-1) if name.i else name, name.head
    other = any(names.get(c.i) == "Person" and c.i < post.i for c in head.children if c.dep_ == "appos")
    if name.dep_ == "appos" and other and post in head.conjuncts and post.pos_ == "NOUN" and post.i not in names:
        attach(name, post, "appos")


def _last_of_list(name: Token, names: Mapping[int, str]) -> None:
    """ "ahead of A, B and C of X": what follows the last of several people is said of that one."""
    end = name.right_edge.i + 1 if not has(name, "conj", "prep") else name.i + 1
    while end < name.sent.end and name.doc[end].dep_ == "flat:name" and name.doc[end].head == name:
        end += 1
    behind = name.doc[end] if end < name.sent.end else name
    first = behind.head
    listed = behind.dep_ == "prep" and first != name and first.i < name.i and names.get(first.i) == "Person"
    if listed and name in first.conjuncts and any(c.i in names for c in behind.children):
        attach(behind, name, "prep")


def _first(name: Token, names: Mapping[int, str]) -> Token | None:
    """The first of the words that say who the person is: a post with what it is of, or a house with "'s"."""
    doc, i = name.doc, name.i
    owner = next((c for c in name.children if c.dep_ == "poss" and c.i == name.i - 2 and c.i in names), None)
    if owner is not None:
        return owner
    if i == name.sent.start or kind(doc[i - 1], names) != "person" or doc[i - 1].i in names:
        return None
    if "Sing" not in doc[i - 1].morph.get("Number", []):
        return None
    while i > name.sent.start and name.i - i < LONGEST:
        before = doc[i - 1]
        if before.pos_ in BREAKS or names.get(before.i) == "Person":
            break
        i -= 1
    return doc[i]


def _before(first: Token, name: Token) -> Token | None:
    """What ends before the conjunction in front of `first`, or before a comma where the list goes on."""
    doc, i = first.doc, first.i - 1
    joined = doc[i].dep_ == "cc" and doc[i].pos_ == "CCONJ"
    if joined:
        i -= 1
    if doc[i].text == ",":
        goes_on = name.i + 1 < name.sent.end and (doc[name.i + 1].text == "," or doc[name.i + 1].pos_ == "CCONJ")
        if not joined and not goes_on:
            return None
        i -= 1
    elif not joined:
        return None
    return doc[i] if i >= first.sent.start else None
