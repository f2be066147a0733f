"""A sentence in pieces: its words may overlap, nest, or begin and end outside of it."""

import pytest

from liaisons.exports.dossiers.marks import sentence
from liaisons.graph.model import Evidence, Span


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        (((2, 4), (4, 6), (6, 8)), [("b", ""), ("cd", "s"), ("ef", "c"), ("gh", "o"), ("i", "")]),
        (((2, 6), (4, 8), (4, 5)), [("b", ""), ("cd", "s"), ("e", "sco"), ("f", "sc"), ("gh", "c"), ("i", "")]),
        (((1, 9), (1, 9), (3, 4)), [("bc", "sc"), ("d", "sco"), ("efghi", "sc")]),
        (((0, 3), (4, 5), (8, 10)), [("bc", "s"), ("d", ""), ("e", "c"), ("fgh", ""), ("i", "o")]),
        (((0, 1), (4, 5), (9, 10)), [("bcd", ""), ("e", "c"), ("fghi", "")]),
        (((0, 10), (0, 1), (9, 10)), [("bcdefghi", "s")]),
    ],
)
def test_marks(spans: tuple[tuple[int, int], ...], pieces: list[tuple[str, str]]) -> None:
    text = "abcdefghij"
    found = sentence(Evidence("x", *(Span.of(text, *s) for s in ((1, 9), *spans))))
    assert [(piece.text, piece.labels) for piece in found] == [(part, tuple(sorted(roles))) for part, roles in pieces]
