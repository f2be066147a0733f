"""`--known`: authority files on graphs that are there already."""

import pytest
import rdflib
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import turtle
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph

KNOWN = "id,type,name_fr,name_en,wikidata\nhttps://example.org/n,Company,Nordavia,Nordavia Air,Q7\nQ90,Person,Paul Astier,,\n"


@pytest.fixture
def folder(sample_graph, tmp_path):
    """A folder with a store and its Turtle, of articles in a known language."""
    graph = KnowledgeGraph(g for i, g in sample_graph.article_graphs.items() if i != "bare")
    store.write(graph, tmp_path / store.FILE)
    turtle.write_turtle(graph, tmp_path / "graph.ttl")
    (tmp_path / "known.csv").write_text(KNOWN, encoding="utf-8")
    return tmp_path


def run(*args):
    result = CliRunner().invoke(app, [str(a) for a in args])
    if isinstance(result.exception, UserError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def test_what_is_known_is_applied_kept_and_replaced(folder):
    run("add", "--known", folder / "known.csv", "--in", folder)
    graph = store.read(folder / store.FILE)
    assert {"https://example.org/n", "Q90"} < set(graph.entities)
    assert graph.entities["Q90"].same_as == ("http://www.wikidata.org/entity/Q90",)
    triples = rdflib.Graph().parse(folder / "graph.ttl")
    iri = rdflib.URIRef("https://example.org/n")
    assert triples.value(iri, rdflib.OWL.sameAs) == rdflib.URIRef("http://www.wikidata.org/entity/Q7")
    run("remove", "silent", "--in", folder)
    assert store.read(folder / store.FILE).known == graph.known
    (folder / "more.jsonl").write_text(
        '{"id": "Q90", "type": "Person", "name": "P. A. Astier", "aliases": "Paul Astier"}\n'
    )
    run("add", "--known", folder / "more.jsonl", "--in", folder)
    assert [(k.id, k.names[0][1]) for k in store.read(folder / store.FILE).known] == [
        ("Q90", "P. A. Astier"),
        ("https://example.org/n", "Nordavia"),
    ]


def test_a_file_that_cannot_be_used_changes_nothing(folder):
    before = (folder / store.FILE).read_bytes()
    (folder / "known.csv").write_text("id,type,name\n1,Persn,X\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"known\.csv, line 2: no type 'Persn'"):
        run("add", "--known", folder / "known.csv", "--in", folder)
    assert (folder / store.FILE).read_bytes() == before
