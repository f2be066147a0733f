"""The factors of a statement's confidence."""

from math import inf

import pytest

from liaisons.extractors import confidence as module
from liaisons.extractors.annotations import Cluster, Frame, Reference
from liaisons.extractors.confidence import CLOSE, CLOSE_WEIGHT, GUESSED, IMPLICIT, SIGNALS, STEPS, confidence, reasons
from liaisons.extractors.relations import Row
from liaisons.graph.model import MentionKind, Reason

ROW = Row("verb", "acquired", "racheter", ("subject",), ("object",), confidence=0.9)
NAME = Reference(0, 1, MentionKind.NAME)


def frame(*signals: str) -> Frame:
    return Frame("verb", 1, "racheter", False, (), {}, signals=signals)


def cluster(certainty: float = inf) -> Cluster:
    return Cluster("Kart", "Company", [], certainty)


def pointing(via: str, margin: float = 1.0) -> Reference:
    kind = MentionKind.PRONOUN if via.startswith("pronoun") else MentionKind.DESCRIPTION
    return Reference(0, 1, kind, via=via, margin=margin)


PLAIN = ("verb racheter", 0.9)


@pytest.mark.parametrize(
    ("signals", "subject", "certainty", "implicit", "expected"),
    [
        ((), NAME, inf, False, [PLAIN]),
        (("far", "repaired"), NAME, inf, False, [PLAIN, ("parse far", 0.85), ("parse repaired", 0.97)]),
        ((), pointing("pronoun:subject"), inf, False, [PLAIN, ("subject pronoun:subject", 0.85)]),
        ((), pointing("description:type"), inf, False, [PLAIN, ("subject description:type", 0.85)]),
        ((), pointing("demonym"), inf, False, [PLAIN]),  # as sure as a name
        (
            *((), pointing("pronoun:subject", CLOSE - 0.1), inf, False),
            [PLAIN, ("subject pronoun:subject", 0.85), ("subject close to another", CLOSE_WEIGHT)],
        ),
        ((), NAME, 0.0, False, [PLAIN, ("subject type guessed", GUESSED)]),
        ((), NAME, inf, True, [PLAIN, ("implicit ", IMPLICIT)]),
    ],
)
def test_the_reasons_the_row_first(signals, subject, certainty, implicit, expected):
    ends = (("subject", cluster(certainty), subject), ("object", cluster(), NAME))
    assert list(reasons(ROW, frame(*signals), ends, implicit=implicit)) == [Reason(*e) for e in expected]


def test_confidence_is_their_product():
    assert confidence([Reason("a", 0.9), Reason("b", 0.85)]) == 0.765
    assert confidence([]) == 1


def test_weights_lie_between_0_and_1():
    weights = [*STEPS.values(), *SIGNALS.values(), IMPLICIT, GUESSED, CLOSE_WEIGHT]
    assert all(0 < w <= 1 for w in weights)
    assert module.__doc__
