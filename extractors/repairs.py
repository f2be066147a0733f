"""Repairs of a parse where its labels cannot be right, in terms of Universal Dependencies.

Each repair is a property that holds of every correct tree and that `fr_core_news_md` often breaks: it was trained on
few headlines and few names.
"""

from functools import cache

from spacy.tokens import Doc, Token

from .lexicon import load
from .voice import repair_voice


def repair(doc: Doc, names: frozenset[int]) -> None:
    """Mend the tree of `doc` in place; `names` are the tokens that stand for names."""
    if not len(doc) or load(doc.lang_, "frames")["scheme"] != "universal":
        return
    for token in doc:
        if token.i in names:
            _named_object(token)
            _flat_name(token, names)
            _name_before_noun(token)
            _inverted_subject(token, names)
            _named_apposition(token)
            _inverted_copula(token, names)
        _prepositional_subject(token)
    for token in doc:
        _lost_subject(token)
        _noun_after_name(token, names)
        _participle_after_name(token, names)
    repair_voice(doc, names)


def _named_object(token: Token) -> None:
    """A name is no predicate: "déteste Marie" has an object where the parser sees an `xcomp`."""
    if token.dep_ == "xcomp" and token.head.pos_ == "VERB" and token.head.i < token.i and not _cased(token):
        siblings = {child.dep_ for child in token.head.children}
        if "obj" not in siblings and "cop" not in {child.dep_ for child in token.children}:
            token.dep_ = "obj"


def _flat_name(token: Token, names: frozenset[int]) -> None:
    """Each stand-in is a whole name, so no two of them make one: "le sénateur de Lyon Pierre", "au coréen Renault"."""
    if token.dep_ != "flat:name":
        return
    noun = token.head
    if noun.i in names and noun.head.pos_ == "NOUN" and _cased(noun):
        noun = noun.head
    if noun != token:
        token.head, token.dep_ = noun, "appos"


def _name_before_noun(token: Token) -> None:
    """ "Pierre, le patron de Renault, réclame": the name is the subject, and the noun in apposition to it."""
    if token.dep_ not in {"obl:mod", "obl:arg", "dislocated"} or _cased(token) or token.i + 2 >= len(token.doc):
        return
    noun = next((child for child in token.head.children if child.dep_.startswith("nsubj") and child.i > token.i), None)
    if noun is not None and noun.pos_ == "NOUN" and noun.left_edge.i == token.i + 2 and token.nbor(1).text == ",":
        token.dep_ = noun.dep_
        noun.head, noun.dep_ = token, "appos"


def _inverted_subject(token: Token, names: frozenset[int]) -> None:
    """ "a répliqué à Lyon Pierre": a name after another with a preposition is the subject that the verb lacks."""
    place = token.nbor(-1) if token.i else token
    if place.i not in names or place == token or token.head != place or not _cased(place):
        return
    verb = place.head
    if verb.pos_ == "VERB" and not any(child.dep_.startswith("nsubj") for child in verb.children):
        token.head, token.dep_ = verb, "nsubj"


def _named_apposition(token: Token) -> None:
    """A name after a comma with no "et" is in apposition to the noun before: "le gouverneur de Floride, Pierre,"."""
    if token.dep_ != "conj" or token.i < 2 or token.nbor(-1).text != "," or _cased(token):
        return
    if any(child.dep_ == "cc" for child in token.children) or any(c.dep_ == "conj" for c in token.children):
        return
    if token.head.pos_ == "PROPN":  # "Pierre, Marie et Paul"
        return
    noun = token.nbor(-2)
    while noun.pos_ != "NOUN" and noun.head.i < noun.i and noun.head != noun:
        noun = noun.head
    if noun.pos_ == "NOUN" and noun != token:
        token.head = noun
        token.dep_ = "appos"


def _inverted_copula(token: Token, names: frozenset[int]) -> None:
    """ "les réseaux que sont Pierre et Marie": the names are what the noun is said of."""
    inverted = _words(token.doc.lang_, "inverted_copulas")
    if (
        token.i < 3
        or token.nbor(-1).lower_ not in inverted
        or token.nbor(-2).lower_ not in _words(token.doc.lang_, "relatives")
    ):
        return
    noun = token.nbor(-3)
    if noun.pos_ == "ADJ" and noun.i > 0:
        noun = noun.nbor(-1)
    if noun.pos_ != "NOUN":
        return
    token.head, token.dep_ = noun, "appos"
    for other in token.doc[token.i + 1 : token.i + 6]:
        if other.i in names and other.dep_ != "nmod":
            other.head, other.dep_ = token, "conj"
        elif other.pos_ not in {"PUNCT", "CCONJ", "PROPN"}:
            break


def _prepositional_subject(token: Token) -> None:
    """What has a preposition is no subject: "en tant que patron" belongs to the verb before it."""
    if token.dep_ != "nsubj" or not _cased(token):
        return
    for i in range(token.i - 1, token.sent.start - 1, -1):
        verb = token.doc[i]
        if verb.pos_ == "VERB":
            if verb != token.head:
                token.head = verb
            break
    token.dep_ = "obl:mod"


def _lost_subject(noun: Token) -> None:
    """ "…, la directrice a publié": a noun right before a verb that has no subject is its subject, and no conjunct."""
    if noun.dep_ != "conj" or noun.pos_ != "NOUN" or any(child.dep_ in {"cc", "case"} for child in noun.children):
        return
    after = noun.right_edge.i + 1
    if after >= len(noun.doc) or noun.doc[after].is_sent_start:
        return
    verb = noun.doc[after]
    while verb.pos_ == "AUX" and verb.head != verb:
        verb = verb.head
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    if verb.pos_ == "VERB" and not subjects and verb not in noun.subtree:
        noun.head, noun.dep_ = verb, "nsubj"


def _noun_after_name(noun: Token, names: frozenset[int]) -> None:
    """A noun after a name and a comma is in apposition to it: "Pierre, patron de Renault", "Renault, la division qui".

    No object follows a comma, and a conjunct without "et" that does not go on to another is no coordination.
    """
    if noun.pos_ != "NOUN" or noun.dep_ not in {"conj", "obj"} or noun.head.i > noun.i:
        return
    if any(child.dep_ in {"cc", "case", "conj"} for child in noun.children):
        return
    first = noun.left_edge.i
    if first - 2 < noun.sent.start or noun.doc[first - 1].text != "," or first - 2 not in names:
        return
    name = noun.doc[first - 2]
    if name not in noun.subtree and not (noun.dep_ == "conj" and noun.head == name and noun.nbor(1).text == ","):
        noun.head, noun.dep_ = name, "appos"


def _participle_after_name(verb: Token, names: frozenset[int]) -> None:
    """ "…appartient à Renault, fondée par Pierre": a participle after a name and a comma is said of that name."""
    past = verb.pos_ == "VERB" and "Part" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])
    beside = verb.i >= 2 and verb.i - 2 in names and verb.nbor(-1).text == ","
    if (
        past
        and beside
        and verb.nbor(-2) not in verb.subtree
        and verb.dep_ in {"advcl", "conj"}
        and verb.head.i < verb.i - 2
    ):
        verb.head, verb.dep_ = verb.nbor(-2), "acl"


def _cased(token: Token) -> bool:
    return any(child.dep_ == "case" for child in token.children)


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")[name])
