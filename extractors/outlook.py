"""Whether a clause states what it says as true: negation, modality, end, and who says it.

Read off the predicate and what governs it in the tree, with the words of the lexicon `status`. When in doubt a
statement is only possible: "could buy" must never become "bought".
"""

from functools import cache
from typing import Any

from spacy.tokens import Token

from .annotations import Outlook
from .lexicon import load
from .trees import adapter, features, governor

MAX_DEPTH = 6
"""Governors farther up than this do not bear on a clause."""

_BARRIERS = frozenset(("relative", "apposition", "compound", "adjective", "participle"))
"""What hangs on a noun in these roles is said of it whatever becomes of the clause that the noun is in."""


def outlook(token: Token, kind: str) -> Outlook:
    """How the predicate `token` of a frame of this kind is held to be true."""
    denied, possible, over = _own(token, kind)
    governed_denied = governed_possible = governed_over = False
    source: int | None = None
    child = token
    for _ in range(MAX_DEPTH):
        role, head = governor(child)
        if head == child or role in _BARRIERS:
            break
        if source is None:
            source = _speaker(head, role)
        d, p, o = _own(head, "verb") if role == "conjunct" and _shares_auxiliary(child) else _effect(head, role)
        if role == "adverbial" and child == token and _purpose(child):
            p = True
        if kind == "verb":
            denied, possible, over = denied != d, possible or p, over or o
        else:
            governed_denied, governed_possible = governed_denied != d, governed_possible or p
            governed_over = governed_over or (child == token and _ends(head, role))
        child = head
    if source is None:
        source = _according_to(token)
    return Outlook(denied, possible, over, governed_denied, governed_possible, governed_over, source)


def _own(token: Token, kind: str) -> tuple[bool, bool, bool]:
    """Negation, modality and end on the predicate itself."""
    words = _lexicon(token.doc.lang_)
    denied = possible = over = False
    for role, child in adapter(token)(token):
        lemma, lower = child.lemma_.lower(), child.lower_
        if role == "negation":
            denied = True
            if lower in words["no_longer"]:
                denied, over = False, True
        elif role == "auxiliary":
            possible = possible or lower in words["auxiliaries.possible"] or _moody(child)
        elif role == "marker":
            possible = possible or lower in words["markers.possible"]
            denied = denied or lower in words["markers.denied"]
        elif role == "adverb":
            possible = possible or lower in words["adverbs.possible"]
            over = over or lower in words["adverbs.over"]
        elif role == "adjective" and kind == "noun":
            possible = possible or lemma in words["adjectives.possible"]
            over = over or lemma in words["adjectives.over"] or lower in words["adjectives.over"]
        elif role == "copula":
            possible = possible or _moody(child)
            over = over or features(child, "Tense") == ["Imp"]
    possible = possible or (kind == "verb" and _moody(token)) or _asked(token)
    if kind != "verb":  # the clause of a copula or a light verb
        role, head = governor(token)
        light = role == "object" and head.lemma_ in words["light"]
        if head.pos_ in {"VERB", "AUX"} and (light or role in {"attribute", "open_clause"}):
            d, p, o = _own(head, "verb")
            denied, possible, over = denied or d, possible or p, over or o
    before = token.nbor(-1) if token.i else token
    prefixes = tuple(word for word in words["adjectives.over"] if word.endswith("-"))  # "ex-patron"
    over = over or before.lower_ in words["adjectives.over"] or (kind == "noun" and token.lemma_.startswith(prefixes))
    return denied, possible, over


def _asked(token: Token) -> bool:
    """Whether a question mark follows in the sentence, at its end or that of a quotation."""
    return any("?" in t.text for t in token.doc[token.i : token.sent.end])


def _moody(token: Token) -> bool:
    """Conditional or future, by its features, or by its ending where the model misreads it ("investira")."""
    if "Cnd" in features(token, "Mood") or "Fut" in features(token, "Tense"):
        return True
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    for ending in _lexicon(token.doc.lang_)["endings.possible"]:
        stem = token.lower_.removesuffix(ending)
        if stem != token.lower_ and stem.endswith("r"):  # an infinitive, but for "déclara", "déclarait" of "déclarer"
            return f"{stem}er" != token.lemma_.lower() and len(stem) > 2
    return False


def _shares_auxiliary(verb: Token) -> bool:
    """Whether a coordinated verb is under the auxiliary and the negation of the first: "could buy X and sue Y"."""
    contrast = _lexicon(verb.doc.lang_)["contrast"]
    edges = list(adapter(verb)(verb))
    own = any(role in {"auxiliary", "subject", "passive_subject"} for role, _ in edges)
    opposed = any(c.dep_ == "cc" and c.lower_ in contrast for c in (*verb.children, *verb.head.children))
    return verb.pos_ == "VERB" and "Fin" not in features(verb, "VerbForm") and not own and not opposed


def _ends(head: Token, role: str) -> bool:
    """Whether a verb puts an end to what the noun in this role is: "ended its partnership", "resigned as head"."""
    words = _lexicon(head.doc.lang_)
    return head.lemma_.lower() in words["verbs.ends"] and (role in {"object", "passive_subject"} or role in words["as"])


def _purpose(verb: Token) -> bool:
    """Whether an infinitive beside a clause says what for: "signe un décret pour interdire"; not "après avoir"."""
    if "Inf" not in features(verb, "VerbForm"):
        return False
    words = _lexicon(verb.doc.lang_)
    return not any(role == "auxiliary" and c.lower_ not in words["infinitive"] for role, c in adapter(verb)(verb))


def _effect(head: Token, role: str) -> tuple[bool, bool, bool]:
    """What a governing verb or noun makes of what depends on it in this role."""
    words = _lexicon(head.doc.lang_)
    lemma = head.lemma_.lower()
    if role in {"conjunct", "adverbial", "parataxis"}:  # a clause beside another, not under it
        return False, False, False
    if head.pos_ in {"VERB", "AUX"}:
        own_denied, own_possible, own_over = _own(head, "verb")
        hearsay = (
            lemma in words["speech.verbs"] and role == "open_clause" and _first(head, "passive_subject") is not None
        )
        happened = lemma in words["verbs.past_holds"] and any(r == "auxiliary" for r, _ in adapter(head)(head))
        # "n'a pas pu racheter", "ne dément pas": a negated governor turns what it says of its complement
        bears = role != "clause" or lemma in words["speech.verbs"] or lemma in words["verbs.possible"]
        # … but "n'a pas salué le rachat", "n'a pas réagi au rachat" say nothing against it
        told = role == "object" and lemma in words["speech.verbs"]
        decides = told or any(lemma in words[key] for key in ("light", "verbs.possible", "verbs.denied"))
        reaches = decides or role in {"clause", "open_clause", "attribute", "subject", "passive_subject"}
        denied = (lemma in words["verbs.denied"]) != (own_denied and bears and reaches)
        own_possible = own_possible and bears
        return (
            denied,
            own_possible or hearsay or (lemma in words["verbs.possible"] and not happened),
            lemma in words["verbs.over"] or own_over,
        )
    if head.pos_ == "NOUN":
        own_denied, own_possible, _ = _own(head, "noun")
        return lemma in words["nouns.denied"], lemma in words["nouns.possible"] or own_possible, False
    return False, False, False


def _speaker(head: Token, role: str) -> int | None:
    """The subject of a verb of saying over its content."""
    if role in {"clause", "parataxis"} and head.lemma_.lower() in _lexicon(head.doc.lang_)["speech.verbs"]:
        return _first(head, "subject")
    return None


def _first(verb: Token, *roles: str) -> int | None:
    """What stands in the first of these roles that is filled."""
    edges = list(adapter(verb)(verb))
    return next((child.i for role in roles for r, child in edges if r == role), None)


def _according_to(token: Token) -> int | None:
    """The speaker named by a preposition or an inserted clause anywhere above the predicate in its sentence."""
    words = _lexicon(token.doc.lang_)
    node = token
    for _ in range(MAX_DEPTH):
        for role, child in adapter(node)(node):
            if role in words["speech.prepositions"]:
                return child.i
            if role == "parataxis" and child.lemma_.lower() in words["speech.verbs"]:
                return _first(child, "subject", "object")  # parsers take an inverted subject for the object
        if node.head == node:
            return None
        node = node.head
    return None


@cache
def _lexicon(lang: str) -> dict[str, frozenset[str]]:
    status: Any = load(lang, "status")
    found = {f"{table}.{key}": frozenset(words) for table, keys in status.items() for key, words in keys.items()}
    found["no_longer"] = frozenset(load(lang, "frames")["no_longer"])
    found["contrast"] = frozenset(load(lang, "frames")["contrast"])
    light = ("support", "copulas", "predicative")
    found["light"] = frozenset(word for key in light for word in load(lang, "frames")[key])
    found["as"] = frozenset(load(lang, "frames")["as"])
    found["infinitive"] = frozenset(load(lang, "frames").get("infinitive", ()))
    found.setdefault("auxiliaries.possible", frozenset())
    found.setdefault("endings.possible", frozenset())
    return found
