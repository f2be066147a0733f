"""Which date belongs to a predicate: a walk up the tree from the date to the predicate or to what carries it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from .dates import Date
from .lexicon import load
from .relations import rows
from .trees import adapter, features, governor

MAX_STEPS = 4
"""A date farther down than this from the predicate is another matter's."""

_OF_WHAT_IS_SAID = frozenset(("object", "passive_subject", "attribute", "open_clause"))

_NOT_ABOVE = frozenset(("relative", "apposition", "participle", "parataxis", "adverbial", "compound", "adjective"))


def when(
    predicate: Token,
    found: Iterable[Date],
    taken: Collection[int],
    value: Callable[[Date], str | None],
    idiom: Collection[int] = (),
) -> str | None:
    """The date of what the predicate says; None where there is none, or several that differ.

    `found` are the expressions of time of its sentence and `value` gives their dates, `taken` are the tokens of names,
    `idiom` those of nouns that make one predicate with the verb ("infliger une *amende*").
    Of several the one nearest in the tree counts.
    """
    places = _places(predicate)
    reached: dict[int, set[str | None]] = {}
    for expression in found:
        steps = _steps(predicate.doc, expression, places, taken, idiom)
        if steps is not None:
            reached.setdefault(steps, set()).add(value(expression) or None)
    nearest = reached[min(reached)] if reached else set()
    return _finest([v for v in nearest if v]) if None not in nearest else None


def toward(predicate: Token) -> str:
    """Where a date of the predicate lies that could be in either direction: "past", "future", "" where both may be."""
    words, token = _words(predicate.doc.lang_), predicate
    for _ in range(MAX_STEPS):
        role, head = governor(token)
        if token.pos_ in {"VERB", "AUX"}:
            edges = list(adapter(token)(token))
            auxiliaries = [child for r, child in edges if r in {"auxiliary", "copula"}]
            if any(child.lower_ in words["modals"] or _ahead(child) for child in auxiliaries) or _ahead(token):
                perfect = any(child.lemma_ in words["perfect"] and _bare_perfect(child) for child in auxiliaries)
                return "past" if perfect else "future"
            if "Inf" not in features(token, "VerbForm") or any(c.lemma_ in words["perfect"] for c in auxiliaries):
                return "past"
            if role not in {"open_clause", "clause", "conjunct"}:
                return "" if role != "adverbial" else "past" if head.lemma_.lower() in words["purpose"] else "future"
        elif token != predicate or head.pos_ not in {"VERB", "AUX"} or role in _NOT_ABOVE:
            return "past"
        token = head
        if token.lemma_.lower() in words["possible"]:
            return "" if _past(token) else "future"
    return "past"


def _ahead(token: Token) -> bool:
    return "Fut" in features(token, "Tense") or "Cnd" in features(token, "Mood")


def _bare_perfect(auxiliary: Token) -> bool:
    """Whether an auxiliary under a modality makes a past: "aurait racheté", "may have bought", not "sera racheté"."""
    return "Fut" not in features(auxiliary, "Tense") and "Part" in features(auxiliary.head, "VerbForm")


def _past(verb: Token) -> bool:
    tenses = {
        *features(verb, "Tense"),
        *(t for r, c in adapter(verb)(verb) if r == "auxiliary" for t in features(c, "Tense")),
    }
    return bool({"Past", "Imp"} & tenses)


def _places(predicate: Token) -> dict[int, int]:
    """The tokens at which a date is the predicate's; the value is the token before which it must stand, if any."""
    words, anywhere = _words(predicate.doc.lang_), len(predicate.doc)
    found = {predicate.i: anywhere}
    role, head = governor(predicate)
    if head == predicate or head.pos_ not in {"VERB", "AUX"}:
        return found
    lemma, nominal = head.lemma_.lower(), predicate.pos_ not in {"VERB", "AUX"}
    said = role in _OF_WHAT_IS_SAID and lemma in words["light"] | words["announcing"]
    happens = role in {"subject", "passive_subject"} and lemma in words["happening"]
    if nominal and (said or happens or role in words["as"]):
        found[head.i] = anywhere
    elif role == "open_clause" and not nominal:
        found[head.i] = anywhere
        found.update({i: limit for i, limit in _places(head).items() if limit < anywhere})
    elif (role == "adverbial" and lemma in words["purpose"]) or (role == "clause" and lemma in words["announcing"]):
        found[head.i] = anywhere
    elif role == "conjunct" and not any(r in {"subject", "passive_subject"} for r, _ in adapter(predicate)(predicate)):
        found[head.i] = head.i  # "In 2019 he left X and founded Y"
    return found


def _steps(
    doc: Doc, found: Date, places: Mapping[int, int], taken: Collection[int], idiom: Collection[int]
) -> int | None:
    """How far up from the date the predicate is; None where the way there is barred."""
    words = _words(doc.lang_)
    node = doc[found.start : found.end].root
    if node.i in taken:
        return None  # in a name: "Euro 2024"
    for step in range(MAX_STEPS):
        role, head = governor(node)
        if head == node:
            return None
        if head.i in places:
            return step if found.start < places[head.i] else None
        above = governor(head)[1]
        beside = above.i in places and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} and role not in words["of"]
        own = head.i not in taken and any(t.i in taken for t in head.subtree)  # "salue le rachat de X en 2019"
        eventful = own and ("noun", head.lemma_.lower()) in rows(doc.lang_) and head.i not in idiom
        if not (
            found.start <= head.i < found.end or head.lemma_.lower() in words["spans"] or (beside and not eventful)
        ):
            return None
        node = head
    return None


def _finest(values: list[str]) -> str | None:
    """The most exact of the dates, where the others are the same less exactly."""
    finest = max(values, key=lambda v: (len(v), v), default=None)
    return finest if finest and all(finest.startswith(v) for v in values) else None


@cache
def _words(lang: str) -> Mapping[str, frozenset[str]]:
    frames, status, own = load(lang, "frames"), load(lang, "status"), load(lang, "dates")
    return {
        "light": frozenset([*frames["support"], *frames["copulas"], *frames["predicative"]]),
        "as": frozenset(frames["as"]),
        "of": frozenset(frames["of"]),
        "possible": frozenset(status["verbs"]["possible"]),
        "purpose": frozenset(status["verbs"]["purpose_holds"]),
        "modals": frozenset(status.get("auxiliaries", {}).get("possible", ())),
        "spans": frozenset(own["spans"]),
        "announcing": frozenset(own["announcing"]),
        "happening": frozenset(own["happening"]),
        "perfect": frozenset(own["perfect"]),
    }
