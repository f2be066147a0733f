"""Whether a clause states what it says as true: negation, modality, end, and who says it.

Read off the predicate and what governs it in the tree, with the words of the lexicon `status`. When in doubt a statement
is only possible: "could buy" must never become "bought".
"""

from functools import cache
from typing import Any

from spacy.tokens import Token

from .annotations import Outlook
from .lexicon import load
from .trees import adapter, role_in_head

MAX_DEPTH = 6
"""Governors farther up than this do not bear on a clause."""

_BARRIERS = frozenset(("relative", "apposition", "compound", "adjective", "participle"))
"""What hangs on a noun in these roles is said of it whatever becomes of the clause that the noun is in."""


def outlook(token: Token, kind: str) -> Outlook:
    """How the predicate `token` of a frame of this kind is held to be true."""
    denied, possible, over = _own(token, kind)
    governed_denied = governed_possible = False
    source: int | None = None
    child = token
    for _ in range(MAX_DEPTH):
        governor, role = child.head, role_in_head(child)
        if governor == child or role in _BARRIERS:
            break
        if source is None:
            source = _speaker(governor, role)
        d, p, o = _effect(governor, role)
        if role == "adverbial" and child == token and _purpose(child):
            p = True
        if kind == "verb":
            denied, possible, over = denied != d, possible or p, over or o
        else:
            governed_denied, governed_possible = governed_denied != d, governed_possible or p
        child = governor
    if source is None:
        source = _according_to(token)
    return Outlook(denied, possible, over, governed_denied, governed_possible, source)


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
        elif role == "adverb":
            possible = possible or lower in words["adverbs.possible"]
            over = over or lower in words["adverbs.over"]
        elif role == "adjective" and kind == "noun":
            possible = possible or lemma in words["adjectives.possible"]
            over = over or lemma in words["adjectives.over"] or lower in words["adjectives.over"]
        elif role == "copula":
            possible = possible or _moody(child)
            over = over or child.morph.get("Tense") == ["Imp"]
    possible = possible or (kind == "verb" and _moody(token)) or token.sent[-1].text == "?"
    if kind != "verb":  # the clause of a copula or a light verb
        governor = token.head
        if governor != token and governor.pos_ in {"VERB", "AUX"} and role_in_head(token) in {"attribute", "object", "open_clause"}:
            d, p, o = _own(governor, "verb")
            denied, possible, over = denied or d, possible or p, over or o
    before = token.nbor(-1) if token.i else token
    over = over or before.lower_ in words["adjectives.over"]
    return denied, possible, over


def _moody(token: Token) -> bool:
    """Conditional or future."""
    return "Cnd" in token.morph.get("Mood") or "Fut" in token.morph.get("Tense")


def _purpose(verb: Token) -> bool:
    """Whether an infinitive beside another clause says what for: "signe un décret pour interdire"; not "après avoir"."""
    if "Inf" not in verb.morph.get("VerbForm"):
        return False
    words = _lexicon(verb.doc.lang_)
    return not any(role == "auxiliary" and c.lower_ not in words["infinitive"] for role, c in adapter(verb)(verb))


def _effect(governor: Token, role: str) -> tuple[bool, bool, bool]:
    """What a governing verb or noun makes of what depends on it in this role."""
    words = _lexicon(governor.doc.lang_)
    lemma = governor.lemma_.lower()
    if role in {"conjunct", "adverbial", "parataxis"}:  # a clause beside another, not under it
        return False, False, False
    if governor.pos_ in {"VERB", "AUX"}:
        own_denied, own_possible, own_over = _own(governor, "verb")
        happened = lemma in words["verbs.past_holds"] and any(r == "auxiliary" for r, _ in adapter(governor)(governor))
        # "n'a pas pu racheter", "ne dément pas": a negated governor turns what it says of its complement
        bears = role != "clause" or lemma in words["speech.verbs"] or lemma in words["verbs.possible"]
        denied = (lemma in words["verbs.denied"]) != (own_denied and bears)
        own_possible = own_possible and bears
        return denied, own_possible or (lemma in words["verbs.possible"] and not happened), lemma in words["verbs.over"] or own_over
    if governor.pos_ == "NOUN":
        own_denied, own_possible, _ = _own(governor, "noun")
        return lemma in words["nouns.denied"], lemma in words["nouns.possible"] or own_possible, False
    return False, False, False


def _speaker(governor: Token, role: str) -> int | None:
    """The subject of a verb of saying over its content."""
    if role in {"clause", "parataxis"} and governor.lemma_.lower() in _lexicon(governor.doc.lang_)["speech.verbs"]:
        return next((c.i for r, c in adapter(governor)(governor) if r == "subject"), None)
    return None


def _according_to(token: Token) -> int | None:
    """The speaker named by a preposition or an inserted clause anywhere above the predicate in its sentence."""
    words = _lexicon(token.doc.lang_)
    node = token
    for _ in range(MAX_DEPTH):
        for role, child in adapter(node)(node):
            if role in words["speech.prepositions"]:
                return child.i
            if role == "parataxis" and child.lemma_.lower() in words["speech.verbs"]:
                return next((c.i for r, c in adapter(child)(child) if r == "subject"), None)
        if node.head == node:
            return None
        node = node.head
    return None


@cache
def _lexicon(lang: str) -> dict[str, frozenset[str]]:
    status: Any = load(lang, "status")
    found = {f"{table}.{key}": frozenset(words) for table, keys in status.items() for key, words in keys.items()}
    found["no_longer"] = frozenset(load(lang, "frames")["no_longer"])
    found["infinitive"] = frozenset(load(lang, "frames").get("infinitive", ()))
    found.setdefault("auxiliaries.possible", frozenset())
    return found
