"""`liaisons why`: what makes two names one, or what keeps them apart."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.graph import store
from liaisons.graph.authority import Known
from liaisons.graph.decisions import parse
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Mention, Span

TEXTS = {
    "echo-1": ("fr", "Vladimir Poutine parle. La Russie se tait."),
    "echo-2": ("fr", "Poutine a salué Nordavia."),
    "wire-3": ("en", "Vladimir Putin left Russia. X Corp stayed."),
    "wire-4": ("en", "Twitter met Lyudmila Putina."),
}
NAMES = {
    "Person": ("Vladimir Poutine", "Poutine", "Vladimir Putin", "Lyudmila Putina"),
    "Place": ("Russie", "Russia"),
    "Company": ("Nordavia", "X Corp", "Twitter"),
}


def read(ident: str) -> ArticleGraph:
    lang, text = TEXTS[ident]
    entities = []
    for type_, names in NAMES.items():
        for name in names:
            start = text.find(name)
            if start >= 0 and not any(name in e.name for e in entities):
                span = Span.of(text, start, start + len(name))
                entities.append(Entity(name, name, type_, (Mention(ident, span),)))
    middle = text.find(". ") + 1
    sentences = ((0, middle), (middle + 1, len(text))) if middle else ((0, len(text)),)
    return ArticleGraph(Article(ident, text, lang), tuple(entities), (), sentences).check()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store with four articles and a known company."""
    path = tmp_path_factory.mktemp("why") / store.FILE
    known = [Known("Q918", "Company", (("en", "X Corp"),), ("Twitter",), "Q918")]
    store.write(KnowledgeGraph(map(read, TEXTS), known=known), path)
    return path.parent


def why(a, b, *options, built):
    return CliRunner().invoke(app, ["why", a, b, "--in", str(built), *options])


def test_a_link_shows_both_sentences(built):
    result = why("Russie", "Russia", built=built)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Russia (Place, location/russia): one thing",
        "1. “Russie” and “Russia”: one name in two languages, or in other words",
        "   echo-1: La Russie se tait.",
        "   wire-3: Vladimir Putin left Russia.",
    ]


def test_a_chain_leads_over_a_known_thing(built):
    lines = why("Twitter", "X Corp", built=built).stdout.splitlines()
    assert lines[0] == "X Corp (Company, Q918): one thing"
    assert lines[2:4] == ["   wire-4: Twitter met Lyudmila Putina.", "   known thing Q918"]
    assert lines[-1] == "   wire-3: X Corp stayed."


def test_one_name(built):
    assert "An article uses “Nordavia” for it in echo-2" in why("Nordavia", "Nordavia", built=built).stdout


def test_what_is_apart_and_how_to_join_it(built):
    lines = why("Vladimir Putin", "Lyudmila Putina", built=built).stdout
    assert "They have different given names: Vladimir and Lyudmila." in lines
    assert "   wire-4: Twitter met Lyudmila Putina." in lines
    (decision,) = parse(lines[lines.index("[[same]]") :])
    assert decision.entities == ("human/lyudmila-putina", "human/vladimir-poutine")
    graph = KnowledgeGraph(map(read, TEXTS), decisions=[decision])
    assert graph.why("Lyudmila Putina", "Poutine") is not None
    assert graph.reports == ()


def test_csv_and_json(built):
    rows = list(csv.DictReader(io.StringIO(why("Poutine", "Vladimir Putin", "--format", "csv", built=built).stdout)))
    assert [row["rule"] for row in rows] == ["surname", "spelling"]
    assert rows[0]["sentence_a"] == "Poutine a salué Nordavia."
    found = json.loads(why("Poutine", "Vladimir Putin", "--format", "json", built=built).stdout)
    assert (found["same"], found["entity"]["id"]) == (True, "human/vladimir-poutine")
    assert found["links"][1]["name_b"] == "Vladimir Putin"
    apart = json.loads(why("Nordavia", "Twitter", "--format", "json", built=built).stdout)
    assert apart["same"] is False
    assert apart["decision"].startswith("[[same]]")


def test_no_such_name(built):
    result = why("Nobody", "Poutine", built=built)
    assert result.exit_code != 0
    assert "no entity called 'Nobody'" in str(result.exception)


def test_an_id_that_a_decision_did_away_with_stands_for_what_it_was(tmp_path):
    """What was one before a decision is still asked for by its id: by why, show, and the API."""
    decided = parse('[[same]]\nentities = ["group/nordavia", "group/twitter"]\n', "d.toml")
    graph = KnowledgeGraph(map(read, TEXTS), decisions=decided)
    (gone,) = {"group/nordavia", "group/twitter"} - set(graph.entities)
    (kept,) = {"group/nordavia", "group/twitter"} & set(graph.entities)
    assert graph.entity(gone).id == kept
    for a, b in ((gone, kept), (gone, "Nordavia"), ("Twitter", gone), ("group/nordavia", "group/twitter")):
        links = graph.why(a, b)
        assert links is not None
        assert {link.rule for link in links} <= {"decision"}
    assert len(graph.why(gone, "Nordavia") or ()) + len(graph.why(gone, "Twitter") or ()) == 1
    store.write(graph, tmp_path / store.FILE)
    result = why(gone, "Nordavia" if gone == "group/twitter" else "Twitter", built=tmp_path)
    assert result.exit_code == 0
    assert "a person decided so" in result.stdout


def test_one_name_is_told_whole_with_how_to_take_it_apart(built):
    result = CliRunner().invoke(app, ["why", "Vladimir Poutine", "--in", str(built)])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].endswith(": one thing, in 3 articles")
    assert [line for line in lines if line.startswith(("echo", "wire"))] == [
        "echo-1: Vladimir Poutine", "echo-2: Poutine", "wire-3: Vladimir Putin",
    ]  # fmt: skip
    assert "It is one because:" in lines
    assert "If that of wire-3 is another, write into decisions.toml:" in lines
    decisions = parse("\n".join(lines[lines.index("[[different]]") :]), "decisions.toml")
    graphs = list(map(read, TEXTS))
    again = KnowledgeGraph(graphs, decisions=decisions)
    assert again.resolution.reports == ()
    assert again.resolved["wire-3", "Vladimir Putin"] != again.resolved["echo-1", "Vladimir Poutine"]
    assert again.resolved["echo-1", "Russie"] == again.resolved["wire-3", "Russia"]


def test_one_name_as_json_and_csv(built):
    run = CliRunner().invoke
    told = json.loads(run(app, ["why", "Putin", "--in", str(built), "--format", "json"]).stdout)
    assert [a["article"] for a in told["articles"]] == ["echo-1", "echo-2", "wire-3"]
    assert len(told["links"]) == 2
    rows = list(csv.DictReader(io.StringIO(run(app, ["why", "Putin", "--in", str(built), "--format", "csv"]).stdout)))
    assert [row["rule"] for row in rows] == [link["rule"] for link in told["links"]]


def test_one_name_in_one_article_needs_no_reasons(built):
    lines = CliRunner().invoke(app, ["why", "Nordavia", "--in", str(built)]).stdout.splitlines()
    assert lines == [
        "Nordavia (Company, group/nordavia): one thing, in 1 article", "echo-2: Nordavia", "   Poutine a salué Nordavia.",
    ]  # fmt: skip
