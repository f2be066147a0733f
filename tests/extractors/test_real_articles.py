"""The two real articles, as scraped: what a reader must find in their graph, and what must not be in it."""

from pathlib import Path

import pytest

from liaisons.extractors import extract
from liaisons.extractors.readers import read
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not part of a clone"),
]

STATED = [
    ("Ron DeSantis", "leads", "Floride"),
    ("Ron DeSantis", "candidate_in", "élections présidentielles"),
    ("Elon Musk", "in_conflict_with", "Donald Trump"),
    ("Elon Musk", "opposes", "Joe Biden"),
    ("Linda Yaccarino", "leads", "X"),
    ("Sam Altman", "leads", "OpenAI"),
    ("Greg Brockman", "left", "OpenAI"),
    ("Mastodon", "competes_with", "X"),
    ("Bluesky", "competes_with", "X"),
]
SINGLE = ["Elon Musk", "Ron DeSantis", "Donald Trump", "Joe Biden", "X", "OpenAI", "Sam Altman", "Linda Yaccarino"]
FURNITURE = [
    "pinkfloyd",
    "salvia34",
    "Blackalf",
    "Clubic",
    "Raspberry Pi",
    "WhatsApp",
    "Corentin Béchade",
    "Shutterstock",
]


@pytest.fixture(scope="module")
def graph():
    articles = [a for a in read([ARTICLES]) if isinstance(a, Article)]
    assert len(articles) == 2
    return KnowledgeGraph(extract(articles)).check()


@pytest.mark.parametrize(("subject", "relation", "object_"), STATED)
def test_what_a_reader_finds(graph, subject, relation, object_):
    ends = {graph.entity(subject).id, graph.entity(object_).id}
    assert any(
        {s.subject, s.object} == ends and s.relation == relation and s.status == "asserted" for s in graph.statements()
    )


@pytest.mark.parametrize("name", SINGLE)
def test_one_thing_is_one_node(graph, name):
    assert len(graph.find(name)) == 1


def test_x_is_twitter(graph):
    assert graph.entity("X") == graph.entity("Twitter")


@pytest.mark.parametrize("name", FURNITURE)
def test_comments_and_site_furniture_are_no_entities(graph, name):
    assert graph.find(name) == []
