"""Which sum of money belongs to a predicate: a walk up the tree from the sum, past nouns and verbs of money only."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from .amounts import Amount
from .lexicon import load
from .trees import governor

MAX_STEPS = 5
"""A sum farther down than this from the predicate is another matter's."""

_CLAUSES = frozenset(("open_clause", "adverbial", "clause", "conjunct", "parataxis", "relative"))
_TIED = frozenset(("open_clause", "adverbial"))


def amount(predicate: Token, sums: Iterable[Amount], taken: Collection[int]) -> str | None:
    """The sum that goes with what the predicate says; None where there is none, or several that differ.

    `sums` are those of its sentence, `taken` the tokens of names and descriptions: what a named thing is worth is not
    what was paid for it. Of several sums the one nearest in the tree counts.
    """
    places = _places(predicate)
    reached: dict[int, set[str]] = {}
    for found in sums:
        steps = _steps(predicate.doc, found, places, taken)
        if steps is not None:
            reached.setdefault(steps, set()).add(found.value)
    nearest = reached[min(reached)] if reached else set()
    return min(nearest) if len(nearest) == 1 else None


def _places(predicate: Token) -> dict[int, bool]:
    """The tokens at which a sum is the predicate's; True where only a price is ("agreed to buy it *for* $3bn")."""
    words = _words(predicate.doc.lang_)
    found = {predicate.i: False}
    role, head = governor(predicate)
    if head.pos_ == "NOUN" and role in {"participle", "relative"} and head.lemma_.lower() in words["nouns"]:
        found[head.i] = False  # "a round led by X", "the fine imposed on X"
        role, head = governor(head)
    if head.pos_ not in {"VERB", "AUX"} or head.i in found:
        return found
    lemma = head.lemma_.lower()
    bringing = words["paying"] if role in _TIED else words["paying"] | words["light"] | words["costing"]
    if lemma in bringing and (role in _TIED or role not in _CLAUSES):
        found[head.i] = False
    elif role == "open_clause":
        found[head.i] = True
    return found


def _steps(doc: Doc, found: Amount, places: Mapping[int, bool], taken: Collection[int]) -> int | None:
    """How far up from the sum the predicate is; None where the way there is barred."""
    words = _words(doc.lang_)
    node = doc[found.start : found.end].root
    for step in range(MAX_STEPS):
        role, head = governor(node)
        if head == node:
            return None
        if head.i in places:
            return step if not places[head.i] or role in words["prices"] else None
        carries = head.lemma_.lower() in words["nouns"] | words["valuing"] or head.pos_ in {"NUM", "SYM"}
        if head.i in taken or not carries:
            return None
        node = head
    return None


@cache
def _words(lang: str) -> Mapping[str, frozenset[str]]:
    frames = load(lang, "frames")
    words = {key: frozenset(rows) for key, rows in load(lang, "amounts")["attachment"].items()}
    return words | {"light": frozenset([*frames["support"], *frames["copulas"]])}
