"""Pairs that nothing makes one and that a person is asked about."""

import pytest

from liaisons.graph.model import Article, ArticleGraph, Entity, Mention, Span
from liaisons.graph.resolution import resolve

from .test_resolution_across import COMPANY, EVENT, INSTITUTION, PERSON, PLACE, PRODUCT, article, verdict

PAIRS = [
    # a surname that one article has a firm by
    ((COMPANY, "Morimoto"), (PERSON, "Kenji Morimoto"), "propose"),
    ((COMPANY, "Zelenski"), (PERSON, "Volodymyr Zelensky"), "propose"),
    ((PRODUCT, "Morimoto"), (PERSON, "Kenji Morimoto"), "different"),
    ((COMPANY, "Morimoto Motors"), (PERSON, "Kenji Morimoto"), "different"),
    ((COMPANY, "Kenji"), (PERSON, "Kenji Morimoto"), "different"),
    # a branch of a firm, in both languages
    ((COMPANY, "Nordavia"), (COMPANY, "Nordavia France"), "propose"),
    ((COMPANY, "Nordavia"), (COMPANY, "Nordavia pour l’Europe"), "propose"),
    ((COMPANY, "Nordavia"), (COMPANY, "Nordavia for Europe"), "propose"),
    ((COMPANY, "Nordavia"), (COMPANY, "Nordavia UK"), "propose"),
    ((COMPANY, "Nordavia SA"), (COMPANY, "Nordavia Londres"), "propose"),
    ((COMPANY, "Nordavia"), (COMPANY, "Nordavia Ventures"), "different"),
    ((COMPANY, "Radio"), (PLACE, "Radio France"), "different"),
    # an event and the firm that holds it
    ((EVENT, "VivaTech"), (COMPANY, "VivaTech"), "propose"),
    ((EVENT, "VivaTech"), (COMPANY, "Viva"), "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_pairs(one, other, expected):
    assert verdict(resolve([article("a", one), article("b", other)])) == expected
    assert verdict(resolve([article("a", other), article("b", one)])) == expected


def test_a_surname_that_two_people_have_is_not_asked_about():
    people = article("b", (PERSON, "Kenji Morimoto"), (PERSON, "Aiko Morimoto"))
    assert verdict(resolve([article("a", (COMPANY, "Morimoto")), people])) == "different"


def test_an_article_that_has_the_person_and_the_firm_tells_them_apart():
    both = article("b", (PERSON, "Kenji Morimoto"), (COMPANY, "Morimoto"))
    assert resolve([article("a", (COMPANY, "Morimoto")), both]).proposals == ()


def event(ident: str, name: str, *inside: str, kind: str = "trial") -> ArticleGraph:
    """An article with an event by this name, and the companies that the name holds."""
    spans = [(name.index(part), name.index(part) + len(part), part) for part in inside]
    entities = [Entity("e0", name, "Event", (Mention(ident, Span.of(name, 0, len(name))),), kind)]
    entities += [
        Entity(f"e{i}", part, "Company", (Mention(ident, Span.of(name, start, end)),))
        for i, (start, end, part) in enumerate(spans, 1)
    ]
    return ArticleGraph(Article(ident, name, "fr"), tuple(entities), (), ((0, len(name)),))


EVENTS = [
    (("procès de Nordavia", "Nordavia"), ("procès de Nordavia", "Nordavia"), "propose"),
    (("procès de Nordavia", "Nordavia"), ("procès de Quantelle", "Quantelle"), "different"),
    (("procès de Nordavia",), ("procès de Nordavia",), "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), EVENTS)
def test_undated_events(one, other, expected):
    assert verdict(resolve([event("a", *one), event("b", *other)])) == expected


def test_a_pair_says_why():
    (pair,) = resolve(
        [event("a", "procès de Nordavia", "Nordavia"), event("b", "procès de Nordavia", "Nordavia")]
    ).proposals
    assert "both are “procès de Nordavia”, without a date, of the same participants" in pair.reasons


MINISTRIES = [
    ("ministère des Finances", "Finances", "same"),
    ("ministère de l’Intérieur", "Intérieur", "same"),
    ("Ministry of Defence", "Defence", "same"),
    ("ministère de l’Économie", "Bercy", "same"),
    ("ministère des Affaires étrangères", "Quai d’Orsay", "same"),
    ("US Department of Defense", "Pentagon", "same"),
    ("Pentagone", "Pentagon", "same"),
    ("ministère de la Culture", "Finances", "different"),
    ("ministère des Finances", "Bercy", "different"),
]


@pytest.mark.parametrize(("one", "other", "expected"), MINISTRIES)
def test_ministries_by_their_field_and_by_their_seat(one, other, expected):
    place = (PLACE, "États-Unis" if "Pentagon" in other else "France")
    graphs = [article("a", (INSTITUTION, one), place), article("b", (INSTITUTION, other), place)]
    assert verdict(resolve(graphs)) == expected


def test_a_seat_is_that_of_one_country_only():
    graphs = [
        article("a", (INSTITUTION, "ministère de l’Économie"), (PLACE, "Allemagne")),
        article("b", (INSTITUTION, "Bercy"), (PLACE, "France")),
    ]
    assert verdict(resolve(graphs)) != "same"
