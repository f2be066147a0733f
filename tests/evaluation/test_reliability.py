"""Bins of confidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.evaluation.reliability import EDGES, Judged, reliability

JUDGED = st.lists(st.builds(Judged, st.floats(0, 1), st.booleans()), max_size=40)


def test_the_surest_bin_first_with_its_share():
    found = reliability([Judged(0.95, True), Judged(1.0, True), Judged(0.9, False), Judged(0.1, True)])
    assert [(b.low, b.high, b.predicted, b.right, b.mean) for b in found if b.predicted] == [
        (0.9, 1.0, 3, 2, 0.95),
        (0.0, 0.5, 1, 1, 0.1),
    ]
    assert found[0].precision == pytest.approx(2 / 3)


def test_a_bin_without_predictions_has_no_precision():
    assert [b.precision for b in reliability([])] == [None] * (len(EDGES) - 1)


@given(JUDGED)
def test_every_prediction_is_in_one_bin(judged):
    found = reliability(judged)
    assert sum(b.predicted for b in found) == len(judged)
    assert sum(b.right for b in found) == sum(j.right for j in judged)
    assert all(b.low <= b.mean <= b.high for b in found if b.predicted)
