"""One name that articles give to different kinds of things: one thing, or for a person to decide; never silently two."""

import pytest

from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.resolution import resolve

from .test_resolution_across import COMPANY, INSTITUTION, PERSON, PLACE, article, verdict

SAYS = (0, "works_for", 1)


def graphs(name: str, type_a: str, in_a: int, told_a: bool, type_b: str, in_b: int, told_b: bool):
    """Articles "a", "a1"… that call it a `type_a`, and "b", "b1"… that call it a `type_b`, with or without a statement."""
    for letter, type_, number, told in (("a", type_a, in_a, told_a), ("b", type_b, in_b, told_b)):
        for n in range(number):
            says = ((0, "criticizes", 1),) if told else ()
            other = (PERSON, f"Témoin {letter.upper()}{'abcdefgh'[n]}x")
            yield article(f"{letter}{n or ''}", (type_, name), other, says=says)


CASES = [
    # a whole name, which one article takes for something else and states nothing of
    ("Meridian Forge", COMPANY, 1, True, PERSON, 1, False, "same", COMPANY),
    ("Meridian Forge", COMPANY, 2, False, PERSON, 1, False, "same", COMPANY),
    ("Aminata Sow", PERSON, 1, True, COMPANY, 1, False, "same", PERSON),
    ("Kenji Morimoto", PERSON, 3, True, PLACE, 1, False, "same", PERSON),
    # a word that many articles agree on
    ("Facebook", COMPANY, 3, True, PLACE, 1, False, "same", COMPANY),
    ("Pékin", PLACE, 4, False, COMPANY, 1, False, "same", PLACE),
    # what is as strong on both sides, or too weak on both, is for a person
    ("Meridian Forge", COMPANY, 2, True, PERSON, 1, True, "propose", COMPANY),
    ("Facebook", COMPANY, 3, True, PLACE, 1, True, "propose", COMPANY),
    ("Orsel", COMPANY, 2, True, PLACE, 1, False, "propose", COMPANY),
    ("Orsel", COMPANY, 4, True, PLACE, 2, False, "propose", COMPANY),
    ("Valka", PERSON, 1, False, PLACE, 1, False, "propose", PERSON),
]


@pytest.mark.parametrize(("name", "type_a", "in_a", "told_a", "type_b", "in_b", "told_b", "expected", "type_"), CASES)
def test_one_name_two_kinds(name, type_a, in_a, told_a, type_b, in_b, told_b, expected, type_):
    found = resolve(graphs(name, type_a, in_a, told_a, type_b, in_b, told_b))
    assert (verdict(found), found.entities["a", "e0"].type) == (expected, type_)


def test_an_article_that_has_both_tells_them_apart():
    both = article("b", (COMPANY, "Orsel"), (PLACE, "Orsel"))
    more = [article(f"a{n}", (COMPANY, "Orsel"), (PERSON, f"Ada B{n}x")) for n in range(4)]
    found = resolve([both, *more])
    assert found.entities["b", "e0"] != found.entities["b", "e1"]
    assert found.proposals


def test_a_link_says_why():
    graph = KnowledgeGraph(graphs("Meridian Forge", COMPANY, 2, True, PERSON, 1, False))
    (link,) = (link for link in graph.resolution.links if link.rule == "misread")
    assert str(link) == (
        "“Meridian Forge”: one name, which one article alone takes for another kind of thing and states nothing of "
        "(Company in 2 of 3 articles)"
    )


def test_what_every_country_has_meets_no_other_kind():
    some = [article(f"a{n}", (INSTITUTION, "Cabinet"), (PERSON, f"Ada B{n}x")) for n in range(4)]
    found = resolve([*some, article("b", (PLACE, "Cabinet"))])
    assert found.entities["a0", "e0"] != found.entities["b", "e0"]
