"""Repairs of names and the nouns beside them in trees with ClearNLP labels: subjects, appositions, conjuncts."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from .lexicon import load
from .mending import attach, has, words
from .places import calendar
from .relations import person_nouns, rows

SUBJECTS = ("nsubj", "nsubjpass")
ASTRAY = frozenset(("npadvmod", "dep", "advmod", "meta", "intj", "parataxis"))
"""What the parser calls a name in front of a verb when it does not see that it is the subject."""
OBJECTS = frozenset(("dobj", "conj", "npadvmod", "attr", "oprd", "dep", "advmod", "appos"))
"""What the parser calls a noun behind a name and a comma when it does not see that it is in apposition."""

NOMINAL = frozenset(("appos", "attr", "dobj", "pobj", "oprd", "nsubj", "nsubjpass", "compound", "nmod"))
"""Where only a noun or a name stands."""


def repair_name(token: Token, names: Mapping[int, str]) -> None:
    """Mend the edges of a name and of the nouns around it."""
    if token.i in names or (token.pos_ == "PROPN" and token.lower_ not in calendar(token.doc.lang_)):
        _subject_in_front(token)
        _subject_of_root(token)
    if token.i in names:
        _of_preposition(token)
        _title_and_name(token)
        _name_of_post(token, names)
        _noun_and_name(token, names)
        _post_and_name(token, names)
        _joined(token, names)
        _gapped(token)
        _amount(token)
        _made(token)
        _owner_of_title(token)
    elif token.pos_ == "VERB":
        _no_verb(token, names)
    elif token.pos_ == "ADJ":
        _post(token)
    elif token.pos_ == "NOUN":
        _noun_after_name(token, names)
        _noun_before_verb(token)
        _of_one_of_many(token, names)


def _post(word: Token) -> None:
    """A post with hyphens that stands where a noun does is one: "Ada Morel, director-general of X"."""
    if word.dep_ in NOMINAL and ("noun", word.lemma_) in rows(word.doc.lang_):
        word.pos_ = "NOUN"


def _noun_and_name(name: Token, names: Mapping[int, str]) -> None:
    """A noun and the name right after it are not two subjects of one verb: "the chatbot Zuri was developed"."""
    noun = name.nbor(-1) if name.i > name.sent.start else name
    if noun.pos_ != "NOUN" or noun.i in names:
        return
    if (noun.head, noun.dep_) == (name.head, name.dep_):
        attach(name, noun, "appos")
    elif noun.head == noun and name.dep_ in SUBJECTS and name.head.head == noun:  # "the chatbot", then a clause
        verb = name.head
        if verb.dep_ == "ccomp" or (verb.dep_ == "relcl" and (verb.pos_ == "AUX" or has(verb, "auxpass", "dobj"))):
            verb.head, verb.dep_ = verb, "ROOT"
            noun.head, noun.dep_ = verb, name.dep_
            name.head, name.dep_ = noun, "appos"


def _name_of_post(name: Token, names: Mapping[int, str]) -> None:
    """A person right after a noun for people in the singular is who it is: "X boss A and Y founder B met".

    Such a noun behind "and" and another of them with its name is joined to that one.
    """
    post = name.nbor(-1) if name.i > name.sent.start else name
    if names[name.i] != "Person" or post.pos_ != "NOUN" or post.i in names or name.left_edge.i < post.i:
        return
    if post.lemma_ not in _persons(name.doc.lang_) or "Sing" not in post.morph.get("Number", []):
        return
    if name.head != post and (name.dep_ != "appos" or not attach(name, post, "appos")):
        return
    first, opening = post.head, post.left_edge.i - 1
    joins = opening > name.sent.start and name.doc[opening].dep_ == "cc"
    if name.head == post and post.dep_ == "appos" and joins and first.i < opening and first.pos_ == "NOUN":
        attach(post, first, "conj")


def _title_and_name(name: Token) -> None:
    """A noun in the singular without an article is a title, and no verb after its name makes a relative clause.

    "Trump ally X invested" is no ally that X invested; "the ally X invested" may be one.
    """
    title = name.nbor(-1) if name.i > name.sent.start else name
    verb = name.head
    if name.dep_ not in SUBJECTS or verb.dep_ != "relcl" or verb.head != title or title.pos_ != "NOUN":
        return
    if "Sing" in title.morph.get("Number", []) and not has(title, "det", "poss", "nummod"):
        if title.head == title:
            verb.head, verb.dep_ = verb, "ROOT"
        else:
            verb.head, verb.dep_ = title.head, title.dep_
        title.head, title.dep_ = name, "compound"


def _subject_in_front(name: Token) -> None:
    """The name in front is the subject, and the noun between commas is said of it: "Palantir, the firm, won"."""
    verb = name.head
    if name.dep_ not in ASTRAY or verb.pos_ not in {"VERB", "AUX"} or verb.dep_ == "amod" or has(name, "case"):
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and name.i < c.i < verb.i), None)
    if subject is None and name.i < verb.i and not has(verb, *SUBJECTS):
        name.dep_ = "nsubjpass" if has(verb, "auxpass") else "nsubj"
    if subject is None:
        return
    after = name.right_edge.i + 1
    if subject.left_edge.i == after + 1 and name.doc[after].text == "," and not has(subject, "cc"):
        name.dep_ = subject.dep_
        attach(subject, name, "appos")


def _subject_of_root(name: Token) -> None:
    """A verb with no subject has no kinds: the name before it is its subject."""
    verb = name.head
    kind = name.dep_ in {"compound", "nmod"} and name.i < verb.i
    if kind and verb.pos_ == "VERB" and verb.dep_ == "ROOT" and not has(verb, *SUBJECTS):
        name.dep_ = "nsubj"


def _of_preposition(name: Token) -> None:
    """A preposition right before a name governs it: "In a letter to X, the heads of Y urged"; the heads urged."""
    first = name.left_edge
    preposition = first.nbor(-1) if first.i > name.sent.start else first
    if first != name and first.pos_ != "DET":
        return
    if preposition == first or preposition.dep_ not in {"prep", "agent", "dative"} or preposition.pos_ != "ADP":
        return
    if any(child.i > preposition.i for child in preposition.children) or name.head == preposition:
        return
    said = next((c for c in name.children if c.dep_ == "appos" and c.pos_ == "NOUN"), None)
    head, label = name.head, name.dep_
    if attach(name, preposition, "pobj") and label in SUBJECTS and said is not None and said.i < head.i:
        attach(said, head, label)


def _post_and_name(name: Token, names: Mapping[int, str]) -> None:
    """A person after a noun and a comma is who the noun is about: "a spokeswoman for X, Y,", "Z's chief, Y,".

    The parser hangs the person on the last name before the comma, or on one before the noun.
    """
    if names[name.i] != "Person" or name.dep_ not in ASTRAY | {"appos", "conj"} or name.i < name.sent.start + 2:
        return
    other = name.dep_ == "conj" and names.get(name.head.i, "Person") != "Person"  # no list joins a firm and a person
    listed = has(name, "cc", "conj") or any(c.dep_ == "conj" and c.i > name.i for c in name.head.children)
    if name.nbor(-1).text != "," or (listed and not other):
        return
    inner = name.nbor(-2)
    phrase = [inner]
    while inner.head.i < name.i and inner.head != inner and inner.pos_ not in {"VERB", "AUX"}:
        inner = inner.head
        phrase.append(inner)
    bearer = next((token for token in phrase if names.get(token.i) == "Person"), None)
    if bearer is not None:  # "X, head of Y, and Z, head of W, met": X and Z met
        if name.dep_ == "conj" and other and bearer.i < name.head.i:
            for joined in [c for c in name.head.children if c.dep_ == "conj" and c.i > name.i]:
                attach(joined, name, "conj")
            _join(name, name.head, bearer)
        return
    persons = _persons(name.doc.lang_)
    for noun in phrase:
        if noun.pos_ == "NOUN" and noun.lemma_ in persons and noun.i not in names:
            free = not has(noun, "appos") and "Sing" in noun.morph.get("Number", [])
            if free and attach(name, noun, "appos"):
                for joined in [c for c in name.children if c.dep_ == "conj"]:
                    _join(joined, name, noun)
            return


def _noun_after_name(noun: Token, names: Mapping[int, str]) -> None:
    """A noun after a name and a comma is said of it: "raised $1bn from X, a fund run by Y".

    No object follows a comma, and what "and" does not join, here or further on, is no conjunct.
    """
    if noun.dep_ not in OBJECTS or noun.head.i > noun.i or has(noun, "cc", "case", "conj"):
        return
    if not has(noun, "det", "poss", "nummod"):
        return
    first = noun.left_edge.i
    if noun.doc[first - 1].lower_ in words(noun, "emphatic"):  # "X, herself a former engineer"
        first -= 1
    last = noun.doc[first - 2] if first - 2 >= noun.sent.start and noun.doc[first - 1].text == "," else noun
    name = last.head if last.dep_ == "flat:name" else last
    if name == noun or name.i not in names:
        return
    if noun.head == name or any(c.dep_ in {"cc", "conj"} and c.i > name.i for c in noun.head.children):
        return
    plural = "Plur" in noun.morph.get("Number", [])
    if has(noun, "nummod") and not has(noun, "det", "poss") and not (plural and name.dep_ == "conj"):
        return  # "paid X, three million dollars"
    if noun.dep_ != "appos" or noun.head.i in names or noun.head.lower_ in words(noun, "emphatic"):
        attach(noun, name, "appos")


def _noun_before_verb(noun: Token) -> None:
    """An apposition ends at a comma; right before a verb without a subject the noun is that subject.

    "In a letter to X, the head of Y urged": the head urged, and X is somebody else.
    """
    after = noun.right_edge.i + 1
    if noun.dep_ != "appos" or after >= noun.sent.end or noun.head.i > noun.i or not has(noun, "det"):
        return
    verb = noun.doc[after]
    while verb.pos_ == "AUX" and verb.head != verb and verb.head.i > verb.i:
        verb = verb.head
    if verb.pos_ in {"VERB", "AUX"} and verb.dep_ not in {"acl", "relcl", "amod"} and not has(verb, *SUBJECTS):
        attach(noun, verb, "nsubjpass" if has(verb, "auxpass") else "nsubj")


def _joined(token: Token, names: Mapping[int, str]) -> None:
    """What "and" joins to a noun that is said of one name is joined to the name, if it is a name.

    "X, head of Y, and Z" are X and Z; "founder X and his company Y" the founder and the company, since only nouns in
    the plural are said of two.
    """
    if token.dep_ != "appos":
        for noun in [c for c in token.children if c.dep_ == "appos" and c.i not in names and c.pos_ == "NOUN"]:
            for joined in [c for c in noun.children if c.dep_ == "conj"]:
                if joined.i in names or _refers_back(joined):
                    _join(joined, noun, token)
        return
    noun = token.head
    if noun.pos_ == "NOUN" and noun.i == token.i - 1 and "Plur" not in noun.morph.get("Number", []):
        for joined in [c for c in token.children if c.dep_ == "conj"]:
            _join(joined, token, noun)


def _refers_back(noun: Token) -> bool:
    return any(c.dep_ == "poss" and c.lower_ in words(noun, "possessives") for c in noun.children)


def _join(conjunct: Token, old: Token, new: Token) -> None:
    """Make what is joined to one word, and its conjunction, joined to another."""
    for child in [c for c in old.children if c.dep_ == "cc" and c.i < conjunct.i]:
        attach(child, new, "cc")
    attach(conjunct, new, "conj")


def _owner_of_title(name: Token) -> None:
    """ "its rival X", "Y's boss X": the possessor is that of the noun, which the parser may take for an adjective."""
    title = name.nbor(-1) if name.i > name.sent.start else name
    owner = next((c for c in name.children if c.dep_ == "poss" and c.i < title.i), None)
    if owner is None or title.head != name or title.dep_ not in {"compound", "nmod", "amod"}:
        return
    if title.pos_ == "ADJ" and ("noun", title.lemma_) in rows(name.doc.lang_):
        title.pos_, title.dep_ = "NOUN", "compound"
    if title.pos_ == "NOUN":
        attach(owner, title, "poss")


def _made(name: Token) -> None:
    """A name between a verb and what somebody is made is its object: "appoints X chief executive"."""
    post, verb = name.head, name.head.head
    if (
        name.dep_ in {"compound", "nmod"}
        and post.dep_ == "dobj"
        and verb.lemma_ in words(name, "predicative")
        and verb.i == name.left_edge.i - 1
        and not has(post, "det", "poss")
    ):
        attach(name, verb, "dobj")
        post.dep_ = "oprd"


def _amount(name: Token) -> None:
    """A name between a verb and an amount is an object of the verb, no kind of euro: "fines Meta 800 euros"."""
    amount = name.head
    verb = amount.head
    if (
        name.dep_ in {"nmod", "compound", "poss"}
        and amount.i > name.i
        and any(c.dep_ == "nummod" and c.i > name.i for c in amount.children)
        and amount.dep_ in {"dobj", "npadvmod", "oprd"}
        and verb.pos_ == "VERB"
        and verb.i == name.left_edge.i - 1
        and not has(name, "case")
    ):
        attach(name, verb, "dative")


@cache
def _persons(lang: str) -> frozenset[str]:
    """The nouns for people: posts, and descriptions of a person."""
    return person_nouns(lang) | frozenset(load(lang, "references")["descriptions"]["Person"])


def _gapped(name: Token) -> None:
    """A name that has a post of its own is another object: "named Ada as chair and Bo as treasurer"."""
    post = name.head
    after = name.doc[name.right_edge.i + 1 :][:1]
    if name.dep_ != "conj" or post.dep_ != "pobj" or post.head.lower_ not in words(name, "as"):
        return
    verb = post.head.head
    if not any(t.lower_ in words(name, "as") for t in after):
        return
    for object_ in [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < name.i][:1]:
        attach(name, object_, "conj")


def _of_one_of_many(noun: Token, names: Mapping[int, str]) -> None:
    """A noun in the singular is said of the name before it: "shares of X, a rival of Y, rose"."""
    many = noun.head
    if noun.dep_ != "appos" or "Plur" not in many.morph.get("Number", []) or not has(noun, "det"):
        return
    first = noun.left_edge.i
    if "Sing" not in noun.morph.get("Number", []) or first < noun.sent.start + 2 or noun.doc[first - 1].text != ",":
        return
    last = noun.doc[first - 2]
    name = last.head if last.dep_ == "flat:name" else last
    if name.i in names and name.dep_ == "pobj" and name.head.head == many:
        attach(noun, name, "appos")


def _no_verb(word: Token, names: Mapping[int, str]) -> None:
    """A noun for what has a name, between a noun and a name, is no verb: "bought the payments firm X"."""
    before = word.nbor(-1) if word.i > word.sent.start else word
    name = word.nbor() if word.i + 1 < word.sent.end else word
    if word.lower_ not in _described(word.doc.lang_) or before.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return
    if name.i not in names or before.head.i > word.i or (before.head != word and before.head.i > before.i):
        return
    governor, label = before.head, before.dep_
    if governor != word and (governor == before or word in governor.ancestors):
        return
    opens = name.dep_ in SUBJECTS and name.head.head == word  # "payments firm X raised"
    if governor == word and not (label in SUBJECTS and opens):
        return
    word.pos_, word.tag_, word.lemma_ = "NOUN", "NN", word.lower_
    word.set_morph("Number=Sing")  # type: ignore[attr-defined]  # the stub lacks it
    if governor != word:  # "acquired the payments firm X"
        word.head, word.dep_ = governor, label
    else:
        verb = name.head
        if word.head == word:
            verb.head, verb.dep_ = verb, "ROOT"
        else:
            verb.head, verb.dep_ = word.head, word.dep_
        word.head, word.dep_ = verb, name.dep_
    attach(before, word, "compound")
    for child in [c for c in before.children if c.i < before.i and c.dep_ in {"det", "amod", "poss", "nummod"}]:
        attach(child, word, child.dep_)
    attach(name, word, "appos")


@cache
def _described(lang: str) -> frozenset[str]:
    """The nouns that describe things with a name."""
    nouns = load(lang, "references")["descriptions"]
    return frozenset(noun for type_, of_type in nouns.items() if type_ != "Person" for noun in of_type)
