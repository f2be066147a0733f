import json

import pytest

from liaisons.exports import predictions
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status


def read(path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:  # as `score.py` reads them
        return [json.loads(line) for line in lines]


def test_one_article_whole(sample_graph):
    sentences = sample_graph.articles["gazette/2024-03-13"].text.split("\n")
    nothing = {"source": None, "when": None, "amount": None, "role": None}
    assert predictions.to_json(sample_graph.article_graphs["gazette/2024-03-13"]) == {
        "id": "gazette/2024-03-13",
        "lang": "fr",
        "title": "Nordavia s’offre Quantelle",
        "date": "2024-03-13",
        "url": "https://gazette.example/économie/nordavia?page=1#suite",
        "entities": [
            {"id": "e1", "name": "Nordavia", "type": "Company", "mentions": ["Nordavia", "l’avionneur"]},
            {"id": "e2", "name": "Quantelle", "type": "Company", "mentions": ["Quantelle"]},
            {"id": "e3", "name": "Inès Vauquelin", "type": "Person", "mentions": ["Inès Vauquelin"]},
            {"id": "e4", "name": "Paul Astier", "type": "Person", "mentions": ["Paul Astier"]},
            {"id": "e5", "name": "La Gazette du Rhône", "type": "Media", "mentions": ["La Gazette du Rhône"]},
            {"id": "e6", "name": "Parti des Rivières", "type": "Party", "mentions": ["Parti des Rivières", "PDR"]},
        ],
        "triples": [
            {
                **{"s": "e1", "r": "acquired", "o": "e2", "status": "asserted", **nothing, "when": "2024-03"},
                **{"amount": "1200000000 EUR", "confidence": 0.9, "evidence": sentences[0]},
            },
            {
                **{"s": "e3", "r": "leads", "o": "e2", "status": "asserted", **nothing, "role": "directrice générale"},
                **{"confidence": 0.95, "evidence": sentences[1]},
            },
            {
                **{"s": "e3", "r": "met_with", "o": "e4", "status": "asserted", **nothing, "when": "2024-03-12"},
                **{"confidence": 0.8, "evidence": sentences[1]},
            },
            {
                **{"s": "e1", "r": "funds", "o": "e6", "status": "negated", **nothing, "source": "La Gazette du Rhône"},
                **{"confidence": 0.7, "evidence": sentences[2]},
            },
            {
                **{"s": "e3", "r": "left", "o": "e2", "status": "uncertain", **nothing, "source": "Paul Astier"},
                **{"confidence": 0.5, "evidence": sentences[3]},
            },
        ],
    }


def test_several_evidences_make_one_triple():
    text = "A aide B. A aide B en mai. A aide B."
    article = Article("a", text)
    a, cue, b, *sentences = (Span.of(text, *at) for at in ((0, 1), (2, 6), (7, 8), (0, 9), (10, 26), (27, 36)))
    evidence = (
        Evidence("a", sentences[0], a, cue, b, confidence=0.6, when="2023"),
        Evidence("a", sentences[1], a, cue, b, confidence=0.9, role="x"),
        Evidence("a", sentences[2], a, cue, b, confidence=0.8, when="2024"),
    )
    entities = (Entity("1", "A", "Person", (Mention("a", a),)), Entity("2", "B", "Person", (Mention("a", b),)))
    graph = ArticleGraph(article, entities, (Statement("1", "supports", "2", Status.ASSERTED, evidence),))
    (triple,) = predictions.to_json(graph)["triples"]
    assert triple["evidence"] == "A aide B en mai."
    assert (triple["when"], triple["role"], triple["confidence"]) == ("2024", "x", 0.9)


@pytest.mark.parametrize("name", ["sample_graph", "hostile_graph"])
def test_lines_are_articles_by_id(request, tmp_path, name):
    graph: KnowledgeGraph = request.getfixturevalue(name)
    predictions.write(graph, tmp_path / "predictions.jsonl")
    found = read(tmp_path / "predictions.jsonl")
    assert found == [predictions.to_json(g) for _, g in sorted(graph.article_graphs.items())]
    assert {tuple(article) for article in found} == {("id", "lang", "title", "date", "url", "entities", "triples")}
