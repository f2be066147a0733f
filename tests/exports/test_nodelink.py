import json

import networkx
import pytest

from liaisons.exports import nodelink
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Status


@pytest.fixture(params=["sample_graph", "hostile_graph"])
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


def test_one_article_whole(sample_graph):
    found = nodelink.to_json(KnowledgeGraph([sample_graph.article_graphs["wire-7"]]))
    sentence = {
        "start": 0,
        "end": 73,
        "quote": "Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025.",
    }
    sentence["end"] = len(sentence["quote"])
    purchase = "Nordavia bought Quantelle last year."
    start = sentence["end"] + 1
    assert found == {
        "directed": True,
        "multigraph": True,
        "graph": {
            "articles": {
                "wire-7": {
                    "title": "Ex-boss sues Nordavia",
                    "date": "2025-01",
                    "url": "https://wire.example/7",
                    "source": "The Wire",
                    "author": "",
                    "lang": "en",
                }
            }
        },
        "nodes": [
            {"id": "group/nordavia", "name": "Nordavia", "type": "Company", "aliases": ["NVD"]},
            {"id": "group/quantelle", "name": "Quantelle", "type": "Company", "aliases": []},
            {"id": "human/ines-vauquelin", "name": "Ines Vauquelin", "type": "Person", "aliases": []},
        ],
        "edges": [
            {
                "source": "group/nordavia",
                "target": "group/quantelle",
                "key": "acquired:asserted",
                "relation": "acquired",
                "status": "asserted",
                "confidence": 1.0,
                "evidence": [
                    {
                        "article": "wire-7",
                        "sentence": {"start": start, "end": start + len(purchase), "quote": purchase},
                        "subject": {"start": start, "end": start + 8, "quote": "Nordavia"},
                        "cue": {"start": start + 9, "end": start + 15, "quote": "bought"},
                        "object": {"start": start + 16, "end": start + 25, "quote": "Quantelle"},
                        "source": None,
                        "when": "2024",
                        "amount": None,
                        "role": None,
                        "confidence": 1.0,
                        "reasons": [],
                    }
                ],
            },
            {
                "source": "human/ines-vauquelin",
                "target": "group/quantelle",
                "key": "leads:ended",
                "relation": "leads",
                "status": "ended",
                "confidence": 0.85,
                "evidence": [
                    {
                        "article": "wire-7",
                        "sentence": sentence,
                        "subject": {"start": 0, "end": 14, "quote": "Ines Vauquelin"},
                        "cue": {"start": 20, "end": 31, "quote": "former boss"},
                        "object": {"start": 35, "end": 44, "quote": "Quantelle"},
                        "source": None,
                        "when": None,
                        "amount": None,
                        "role": "boss",
                        "confidence": 0.85,
                        "reasons": [],
                    }
                ],
            },
            {
                "source": "human/ines-vauquelin",
                "target": "group/nordavia",
                "key": "sued:asserted",
                "relation": "sued",
                "status": "asserted",
                "confidence": 0.9,
                "evidence": [
                    {
                        "article": "wire-7",
                        "sentence": sentence,
                        "subject": {"start": 0, "end": 14, "quote": "Ines Vauquelin"},
                        "cue": {"start": 46, "end": 50, "quote": "sued"},
                        "object": {"start": 51, "end": 59, "quote": "Nordavia"},
                        "source": None,
                        "when": "2025",
                        "amount": None,
                        "role": None,
                        "confidence": 0.9,
                        "reasons": [],
                    }
                ],
            },
        ],
    }


def test_networkx_reads_it_back(graph, tmp_path):
    nodelink.write(graph, tmp_path / "graph.json")
    text = (tmp_path / "graph.json").read_text(encoding="utf-8")
    read = networkx.node_link_graph(json.loads(text), edges="edges")
    assert type(read) is networkx.MultiDiGraph
    network = graph.to_networkx(statuses=Status, isolated=True)
    assert {n: (d["name"], d["type"]) for n, d in read.nodes(data=True)} == {
        n: (d["name"], d["type"]) for n, d in network.nodes(data=True)
    }
    assert set(read.edges(keys=True)) == set(network.edges(keys=True))
    for subject, object_, key, edge in read.edges(keys=True, data=True):
        statement = network.edges[subject, object_, key]["statement"]
        assert (edge["relation"], edge["status"]) == (statement.relation, statement.status)
        assert edge["confidence"] == statement.confidence
        quotes = [[e[part]["quote"] for part in ("sentence", "subject", "cue", "object")] for e in edge["evidence"]]
        assert quotes == [[span.quote for span in e.spans] for e in statement.evidence]
    assert networkx.node_link_data(read, edges="edges") == json.loads(text)


def test_text_is_readable_and_ends_in_a_newline(sample_graph, tmp_path):
    nodelink.write(sample_graph, tmp_path / "graph.json")
    text = (tmp_path / "graph.json").read_text(encoding="utf-8")
    assert "Inès Vauquelin" in text
    assert text.endswith("}\n")


def test_a_lone_surrogate_is_escaped(tmp_path, hostile_graph, monkeypatch):
    monkeypatch.setattr(nodelink, "to_json", lambda graph, events: {"quote": "a\ud800b"})
    nodelink.write(hostile_graph, tmp_path / "graph.json")
    assert json.loads((tmp_path / "graph.json").read_text(encoding="utf-8")) == {"quote": "a\ud800b"}
