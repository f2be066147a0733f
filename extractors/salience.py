"""Salience: how present a thing is to a reader at a point of the text, and whether one thing is so far above the rest.

What a pronoun takes up is, other things being equal, a subject rather than an object, an object rather than a
complement, and near rather than far (Lappin & Leass 1994; Grosz, Joshi & Weinstein 1995). Weights have no unit: a
subject of a main clause has 1.
"""

from collections.abc import Mapping
from typing import NamedTuple

from spacy.tokens import Token

from .annotations import Cluster
from .trees import NEUTRAL, governor

SUBJECTS = frozenset(("subject", "passive_subject"))

_ROLES = {"object": 0.55, "agent": 0.5, "possessive": 0.45, "compound": 0.4, "attribute": 0.3, "": 0.6}
_COMPLEMENT = 0.4
_CLAUSES = {"relative": 0.6, "participle": 0.6}  # what a clause inside a noun is about is no topic
_SUBORDINATE = 0.85
_CONJUNCT = 0.85
_FIRST, _LATER = 0.9, 0.6  # in a sentence that was not parsed
_CLIMB = 4

MARGIN = 0.25
"""The share of its score by which a candidate must lead; nearer than that, nothing is resolved."""

LEAST = 0.25
"""What a candidate must have at all."""


class Found(NamedTuple):
    """What a word stands for, and the share of its score by which it led."""

    cluster: Cluster
    margin: float


def prominence(token: Token) -> float:
    """The weight of the place that a token has in its sentence."""
    if not token.pos_:
        return _FIRST if token.i - token.sent.start <= 1 else _LATER
    if _headline(token):
        return _FIRST
    factor = 1.0
    role, head = governor(token)
    for _ in range(_CLIMB):
        if role not in {"apposition", "conjunct"} or head.pos_ in {"VERB", "AUX"}:
            break
        factor *= _CONJUNCT if role == "conjunct" else 1.0
        role, head = governor(head)
    if role in SUBJECTS:
        return factor * _clause(head)
    return factor * _ROLES.get(role, _COMPLEMENT if role not in NEUTRAL else 0.3)


def _headline(token: Token) -> bool:
    """Whether a name stands in a sentence without a verb: "Coup de tonnerre chez Renault."."""
    return token.pos_ == "PROPN" and not any(t.pos_ in {"VERB", "AUX"} for t in token.sent)


def _clause(verb: Token) -> float:
    """The weight of the clause of a verb."""
    role, head = governor(verb)
    for _ in range(_CLIMB):
        if role not in {"conjunct", "parataxis"}:
            break
        role, head = governor(head)
    return 1.0 if role == "" else _CLAUSES.get(role, _SUBORDINATE)


def choose(scores: Mapping[int, tuple[float, Cluster | None]], least: float = MARGIN) -> Found | None:
    """The candidate that leads by the share `least`, if it has a cluster; candidates without one compete as well."""
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][1] is None or ranked[0][0] < LEAST:
        return None
    best, second = ranked[0][0], ranked[1][0] if len(ranked) > 1 else 0.0
    margin = round(1 - second / best, 3)
    return Found(ranked[0][1], margin) if margin >= least else None
