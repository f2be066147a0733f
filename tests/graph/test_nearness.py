"""Names that are nearly those of the graph."""

import pytest

from liaisons.graph.decisions import Action, Decision
from liaisons.graph.errors import UserError
from liaisons.graph.example import example
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Mention, Span
from liaisons.graph.nearness import entity, near_words, nearest

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


def read(ident: str, name: str, type_: str = "Person") -> ArticleGraph:
    mention = Mention(ident, Span.of(name, 0, len(name)))
    return ArticleGraph(Article(ident, name, "fr"), (Entity(name, name, type_, (mention,)),), ())


def test_an_event_does_not_stand_in_the_way_of_what_it_is_called_after():
    graph = KnowledgeGraph([read("a", "Nordavia", "Company"), read("b", "Nordavia", "Event")])
    assert len(graph.entities) == 2
    assert entity(graph, "Nordavia").type == "Company"


def test_homonyms_are_told_by_their_articles():
    part = Decision(Action.DIFFERENT, ("human/paul-astier", "human/paul-astier@b"))
    graph = KnowledgeGraph([read(i, "Paul Astier") for i in "abc"], decisions=[part])
    with pytest.raises(UserError) as error:
        entity(graph, "paul astier")
    other = next(i for i in graph.entities if i != "human/paul-astier")
    assert str(error.value) == (
        "'paul astier' could be several entities: human/paul-astier (Person, in a and 1 more); "
        f"{other} (Person, in b). Give the id."
    )


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("fundd", ["founded", "funds"]),
        ("fund", ["funds"]),
        ("worksFor", ["works_for"]),
        ("works", ["works_for"]),
        ("company", ["Company"]),
        ("zebra", []),
        ("", []),
    ],
)
def test_words_of_a_list_that_are_nearly_this(typed, near):
    assert near_words(typed, ["Company", "founded", "funds", "works_for"]) == near
