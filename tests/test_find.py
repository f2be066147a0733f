"""`liaisons find`: what it prints in each format, and with which exit status it ends."""

import csv
import io
import json
from dataclasses import replace

import pytest

from liaisons.graph import store
from liaisons.graph.knowledge import KnowledgeGraph

from .test_cli import liaisons


@pytest.fixture(scope="module")
def folder(sample_graph, tmp_path_factory):
    """A folder with `out`: the sample graph, with the sentences that state something."""
    found = tmp_path_factory.mktemp("find")
    parts = sample_graph.article_graphs.values()
    spans = {
        p.article.id: {(e.sentence.start, e.sentence.end) for s in p.statements for e in s.evidence} for p in parts
    }
    graph = KnowledgeGraph(replace(p, sentences=tuple(spans[p.article.id])) for p in parts)
    (found / "out").mkdir()
    store.write(graph, found / "out" / store.FILE)
    return found


def find(folder, *args: str):
    return liaisons("find", *args, "--in", "out", cwd=folder)


def test_sentences_and_names(folder):
    assert (
        find(folder, "rivieres", "OR", "bought", "--labels", "fr", "--limit", "2").out
        == """\
Parti des Rivières  Party  group/parti-des-rivieres, 2 statements
sommet des Rivières 2023  Event  happening/sommet-des-rivieres-2023, 2 statements

  “Nordavia bought Quantelle last year.”
    wire-7 · The Wire · 2025-01
    → Nordavia a racheté Quantelle

  “Paul Astier préside le Parti des Rivières.”
    bare
    → Paul Astier dirige Parti des Rivières

the best 2 of 4 sentences
"""
    )


def test_names_alone(folder):
    assert find(folder, "vauq*", "--names").out == (
        "Ines Vauquelin  Person  human/ines-vauquelin, 5 statements  also: Inès Vauquelin\n\n"
    )
    rows = list(csv.reader(io.StringIO(find(folder, "vauq*", "--names", "--format", "csv").out)))
    assert rows == [
        ["id", "name", "type", "found", "statements"],
        ["human/ines-vauquelin", "Ines Vauquelin", "Person", "Ines Vauquelin; Inès Vauquelin", "5"],
    ]


def test_csv(folder):
    rows = list(csv.DictReader(io.StringIO(find(folder, '"the former boss"', "--format", "csv").out)))
    assert rows == [
        {
            "article": "wire-7",
            "source": "The Wire",
            "date": "2025-01",
            "title": "Ex-boss sues Nordavia",
            "url": "https://wire.example/7",
            "sentence": "Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.",
            "start": "0",
            "end": "74",
            "found": "the former boss",
            "statements": "Ines Vauquelin leads Quantelle (ended); Ines Vauquelin sued Nordavia",
        }
    ]


def test_json(folder):
    found = json.loads(find(folder, "QUITTER", "--format", "json").out)
    assert found == {
        "entities": [],
        "sentences": [
            {
                "article": "gazette/2024-03-13",
                "title": "Nordavia s’offre Quantelle",
                "date": "2024-03-13",
                "publisher": "La Gazette du Rhône",
                "url": "https://gazette.example/économie/nordavia?page=1#suite",
                "sentence": "« Elle pourrait quitter Quantelle », assure Paul Astier.",
                "start": 244,
                "end": 300,
                "found": [{"start": 260, "end": 267, "quote": "quitter"}],
                "statements": [
                    {
                        "subject": {"id": "human/ines-vauquelin", "name": "Ines Vauquelin"},
                        "relation": "left",
                        "object": {"id": "group/quantelle", "name": "Quantelle"},
                        "status": "uncertain",
                        "confidence": 0.5,
                    }
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("args", "sentences"),
    [
        (["quantelle"], 5),
        (["quantelle", "--source", "the wire"], 2),
        (["quantelle", "--since", "2025"], 2),
        (["quantelle", "--until", "2024", "--entity", "Nordavia"], 1),
        (["quantelle", "--entity", "Nordavia", "--entity", "Vauquelin"], 1),
        (["quantelle", "--limit", "1"], 1),
        (["quantelle", "--limit", "0"], 5),
    ],
)
def test_what_narrows_it_down(folder, args, sentences):
    run = find(folder, *args, "--format", "json")
    assert (run.status, len(json.loads(run.out)["sentences"])) == (0, sentences)


def test_the_limit_says_what_else_there_is(folder):
    assert find(folder, "quantelle", "--limit", "2").out.endswith("\nthe best 2 of 5 sentences\n")


def test_a_long_sentence_is_cut_around_what_was_found(folder, tmp_path):
    from liaisons.graph.model import Article, ArticleGraph

    text = "mot " * 200 + "trouvaille " + "mot " * 200
    (tmp_path / "out").mkdir()
    graph = KnowledgeGraph([ArticleGraph(Article("a", text), (), (), ((0, len(text) - 1),))])
    store.write(graph, tmp_path / "out" / store.FILE)
    line = find(tmp_path, "trouvaille").out.splitlines()[0]
    assert line.startswith("  “…")
    assert line.endswith("…”")
    assert "trouvaille" in line
    assert len(line) < 340


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (["introuvable"], 1, ""),
        (["rachat", "OR"], 2, "AND, OR and NOT stand between two words or brackets with words: rachat NOT Apple"),
        (['"rachat'], 2, "a quotation mark without its other one in '\"rachat'"),
        (["?"], 2, "nothing to look for in '?': give a word"),
        (["a", "--since", "hier"], 2, "--since takes a date such as 2024, 2024-03 or 2024-03-15, not 'hier'"),
        (["a", "--entity", "Personne"], 2, "no entity called 'Personne' in this graph"),
        (["a", "--format", "xml"], 2, "no format 'xml'; there are table, csv, json"),
        (["a", "--names", "--since", "2024"], 2, "--source, --since, --until and --entity are about sentences, and "),
    ],
)
def test_what_is_wrong(folder, args, status, message):
    run = find(folder, *args)
    assert run.status == status
    assert run.err.startswith(f"liaisons: {message}") if message else run.err == ""
