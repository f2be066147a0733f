"""Names that are nearly those of the graph."""

import pytest

from liaisons.graph.errors import UserError
from liaisons.graph.example import example
from liaisons.graph.nearness import entity, nearest

GRAPH = example()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Ines Vauqelin", "Inès Vauquelin"),
        ("vauqelin", "Inès Vauquelin"),
        ("Vauqelin Inès", "Inès Vauquelin"),
        ("Nordvia", "Nordavia"),
        ("Quantele", "Quantelle"),
    ],
)
def test_a_slip_finds_the_name(typed, first):
    assert nearest(GRAPH, typed)[0].name == first


@pytest.mark.parametrize("typed", ["Zébulon", "", "?", "Inès Martinet", "x y z"])
def test_what_is_like_nothing_finds_nothing(typed):
    assert nearest(GRAPH, typed) == []
    with pytest.raises(UserError, match=r"no entity called .* in this graph; `liaisons find` looks for words"):
        entity(GRAPH, typed)


def test_a_name_that_there_is_is_found_as_ever():
    assert entity(GRAPH, "vauquelin") == GRAPH.entity("vauquelin")
    assert entity(GRAPH, "human/ines-vauquelin") == GRAPH.entity("vauquelin")
