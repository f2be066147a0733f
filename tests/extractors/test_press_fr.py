"""Constructions of plain French press on business and technology, each in a text of its own."""

from collections.abc import Mapping

import pytest

from liaisons.extractors import pipeline
from liaisons.graph.model import Article, ArticleGraph

pytestmark = pytest.mark.model

TEXTS = [
    # a company by its nationality
    ("Le Sud-Africain Naspers a racheté Takealot.", "Naspers acquired Takealot", "Naspers located_in Afrique du Sud"),
    (
        "Uber recule. Amazon est devenu la quatrième compagnie américaine.",
        "Amazon located_in États-Unis",
    ),
    # a person by the nationality
    (
        "Thierry Morel a démissionné. Le Français avait rencontré Elon Musk en juin.",
        "Thierry Morel met_with Elon Musk",
        "Thierry Morel citizen_of France",
    ),
    # the titles of subjects, what stands between commas
    ("Sam Duval, le directeur général de Djezzy, était présent.", "Sam Duval leads Djezzy"),
    (
        "Fondée par Marie Vasseur et Paul Benali, deux anciens ingénieurs de Renault, la société recrute.",
        "Marie Vasseur works_for Renault",
        "Paul Benali works_for Renault",
    ),
    # days between a verb and its object
    (
        "La Commission européenne a ouvert lundi une enquête formelle visant Temu.",
        "Commission européenne investigates Temu",
    ),
    # relatives
    ("L'ONG Access Now, que M. Diallo poursuit en justice, avait protesté.", "Diallo sued Access Now"),
    ("Le coréen Naver, dont SoftBank possède 20 %, a bondi.", "SoftBank owns Naver", "Naver located_in Corée du Sud"),
    (
        "L'éditeur conçoit un assistant, Lumo, que la Maif et Decathlon utilisent déjà.",
        "Maif uses Lumo",
        "Decathlon uses Lumo",
    ),
    # lists behind one preposition, rounds without their company
    (
        "Zeliq emploie 40 personnes. Zeliq a bouclé un tour de table. L'opération a été menée par le fonds Accel, avec la "
        "participation de Partech et de Kima Ventures.",
        "Accel invested_in Zeliq",
        "Partech invested_in Zeliq",
        "Kima Ventures invested_in Zeliq",
    ),
    # posts without their organisation
    ("Zeliq recrute. « Zeliq va bien », dit Paul Lenoir, le directeur financier.", "Paul Lenoir works_for Zeliq"),
    # things of others
    ("Inwi s'appuie sur les équipements de Nokia.", "Inwi uses Nokia"),
    ("Marie Duval a salué l'arrivée de Starlink.", "Marie Duval supports Starlink"),
    ("Le siège de Kinéis est à Toulouse.", "Kinéis located_in Toulouse"),
]


@pytest.fixture(scope="module")
def read() -> Mapping[str, ArticleGraph]:
    """The graph of each text, by the text."""
    articles = [Article(id=f"t{number}", text=text, lang="fr") for number, (text, *_) in enumerate(TEXTS)]
    graphs = pipeline.extract(articles, pipelines={"fr": pipeline.load("fr")})
    return {graph.article.text: graph for graph in graphs}


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row[0])
def test_a_text_states_this_and_nothing_else(row: tuple[str, ...], read: Mapping[str, ArticleGraph]) -> None:
    text, *expected = row
    graph = read[text]
    names = {e.id: e.name for e in graph.entities}
    found = {f"{names[s.subject]} {s.relation} {names[s.object]}" for s in graph.statements}
    assert found == set(expected)
