"""The data of the page: its columns, its blocks, and the drawing of the opening view."""

import base64
import json
import zlib
from typing import Any

import pytest

from liaisons.exports import html
from liaisons.exports.pagedata import PROOFS, SENTENCES, blocks
from liaisons.exports.ties import Tie, ties
from liaisons.graph.model import Evidence, Span, Status

from .page.graphs import ring_graph, small_graph, takeover_graph
from .test_html import Page


def inflated(found: list[Tie] | tuple[Tie, ...]) -> dict[str, Any]:
    return {ident: json.loads(zlib.decompress(base64.b64decode(text))) for ident, text in blocks(found)}


def test_the_columns_of_a_small_graph() -> None:
    data = Page(html.to_html(small_graph(), title="Essai", language="en")).json("data")
    assert {name: data[name] for name in ("title", "language", "opening", "places", "blocks")} == {
        "title": "Essai", "language": "en", "opening": 200, "places": [], "blocks": {"sentences": 256, "proofs": 512},
    }  # fmt: skip
    types, relations, statuses = (list(data[name]) for name in ("types", "relations", "statuses"))
    assert data["entities"] == {
        "id": ["group/orion", "group/vega", "human/ada-nunez"],
        "name": ["Orion", "Vega", "Ada Nunez"],
        "type": [types.index(t) for t in ("Company", "Company", "Person")],
        "aliases": [[], [], ["Ada"]],
    }
    assert data["articles"] == {
        "id": ["letter-2", "lettre-1"],
        "title": ["", "Orion change de tête"],
        "date": ["", "2024-06-03"],
        "url": ["javascript:alert(1)", "https://example.org/1"],
        "source": ["", "Gazette"],
        "author": ["", "J. Roy"],
        "lang": ["en", "fr"],
    }
    assert data["speakers"] == {"id": ["group/lire"], "name": ["Lire"], "node": [-1]}
    assert data["links"] == {
        "subject": [0, 0, 1, 2, 2],
        "relation": [relations.index(r) for r in ("acquired", "partner_of", "acquired", "founded", "leads")],
        "object": [1, 1, 0, 1, 0],
        "status": [statuses.index(s) for s in ("negated", "asserted", "uncertain", "ended", "asserted")],
        "evidence": [1, 1, 1, 1, 1],
    }
    assert data["evidence"] == {
        "article": [1, 0, 0, 1, 1],
        "source": [-1, -1, -1, -1, 0],
        "confidence": [1.0, 1.0, 0.5, 1.0, 0.75],
        "when": {"4": "2024-05"},
        "amount": {"2": "5000000 EUR"},
        "role": {"4": "directrice"},
    }


def test_the_blocks_of_a_small_graph() -> None:
    assert inflated(ties(small_graph())) == {
        "proofs-0": [
            [0, 0, 5, 14, 21, 22, 26],
            [1, 16, 21, 5, 15, 0, 4],
            [2, -1, -1, 7, 10, 11, 13, {"outside": {"s": "Vega"}}],
            [3, 0, 9, 12, 17, 18, 22],
            [4, 0, 9, 13, 19, 20, 25],  # the rocket counts for two
        ],
        "sentences-0": [
            "Orion n’a pas racheté Vega.",
            "Vega works with Orion.",
            "It may buy it for 5 million euros.",
            "Ada Nunez a fondé Vega.",
            "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire.",
        ],
    }


def test_many_sentences_stand_in_several_blocks_each_once() -> None:
    found = ties(ring_graph(600))
    opened = inflated(found)
    proofs = [row for ident, block in opened.items() if ident.startswith("proofs") for row in block]
    sentences = [text for ident, block in opened.items() if ident.startswith("sentences") for text in block]
    assert len(sentences) == len(set(sentences)) == 600
    assert max(len(b) for i, b in opened.items() if i.startswith("sentences")) == SENTENCES
    assert [sentences[row[0]] for row in proofs] == [e.sentence.quote for t in found for e in t.evidence]
    assert len(opened["proofs-0"]) == PROOFS


def test_hostile_text_survives_the_blocks() -> None:
    text = "A \ud800 </script>\u2028 B"
    a, b = Span.of(text, 0, 1), Span.of(text, len(text) - 1, len(text))
    proof = Evidence("x", Span.of(text, 0, len(text)), a, Span.of(text, 4, 13), b)
    opened = inflated([Tie("a", "leads", "b", Status.ASSERTED, (proof,))])
    assert opened["sentences-0"] == [text]


def test_the_drawing_of_a_small_graph() -> None:
    drawing = Page(html.to_html(small_graph())).json("drawing")
    assert [(e["id"], e["from"], e["to"], e["arrows"], e["dashes"]) for e in drawing["edges"]] == [
        (0, 0, 1, "to", False),
        (1, 0, 1, "", False),
        (2, 1, 0, "to", [2, 5]),
        (3, 2, 1, "to", False),
        (4, 2, 0, "to", False),
    ]
    assert [(n["id"], n["label"], n["group"], n["shape"]) for n in drawing["nodes"]] == [
        (0, "Orion", "Company", "square"),
        (1, "Vega", "Company", "square"),
        (2, "Ada Nunez", "Person", "dot"),
    ]
    assert all(type(n[axis]) is int for n in drawing["nodes"] for axis in "xy")
    assert not drawing["options"]["physics"]["enabled"]


def test_who_has_a_part_in_a_named_event_is_tied_to_it() -> None:
    graph = takeover_graph()
    found = [
        (graph.entities[t.subject].name, t.relation, graph.entities[t.object].name, t.evidence[0].subject.quote)
        for t in ties(graph)
    ]
    event = "Le rachat de Quantelle par Nordavia"
    assert found == [
        (event, "located_in", "Valserre", event),
        ("Nordavia", "role/participant", event, "Nordavia"),
        ("Quantelle", "role/participant", event, "Quantelle"),
    ]
    roles = Page(html.to_html(graph)).json("data")["relations"]
    assert roles["role/participant"]["labels"] == {"en": "participant", "fr": "participant"}


@pytest.mark.parametrize("size", [2, 330])
def test_nothing_is_said_twice(size: int) -> None:
    graph = ring_graph(size)
    assert [(t.subject, t.relation, t.object, t.status) for t in ties(graph)] == [s.key for s in graph.statements()]
