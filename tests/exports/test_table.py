import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.exports import table
from liaisons.graph.knowledge import KnowledgeGraph


@pytest.fixture(params=["sample_graph", "hostile_graph"])
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


def read(path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_one_row_whole(sample_graph):
    rows = [row for row in table.rows(sample_graph) if row.relation == "acquired"]
    assert [row.article for row in rows] == ["gazette/2024-03-13", "wire-7"]
    assert rows[0]._asdict() == {
        "subject": "Nordavia",
        "subject_type": "Company",
        "relation": "acquired",
        "object": "Quantelle",
        "object_type": "Company",
        "status": "asserted",
        "confidence": 0.9,
        "reasons": "verb racheter × 0.9",
        "source": "",
        "when": "2024-03",
        "amount": "1200000000",
        "currency": "EUR",
        "role": "",
        "sentence": "Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024.",
        "subject_quote": "Nordavia",
        "cue": "racheté",
        "object_quote": "Quantelle",
        "article": "gazette/2024-03-13",
        "title": "Nordavia s’offre Quantelle",
        "date": "2024-03-13",
        "url": "https://gazette.example/économie/nordavia?page=1#suite",
        "publisher": "La Gazette du Rhône",
        "author": "Maud Keller",
        "lang": "fr",
        "sentence_start": 0,
        "sentence_end": 78,
        "subject_start": 10,
        "subject_end": 18,
        "cue_start": 21,
        "cue_end": 28,
        "object_start": 29,
        "object_end": 38,
        "subject_id": "group/nordavia",
        "object_id": "group/quantelle",
        "source_id": "",
    }


def test_columns_that_need_a_look_elsewhere(sample_graph):
    found = [(r.subject_quote, r.relation, r.status, r.source, r.role, r.source_id) for r in table.rows(sample_graph)]
    assert ("l’avionneur", "funds", "negated", "La Gazette du Rhône", "", "group/la-gazette-du-rhone") in found
    assert ("Elle", "left", "uncertain", "Paul Astier", "", "human/paul-astier") in found
    assert ("Ines Vauquelin", "leads", "ended", "", "boss", "") in found


def test_an_amount_of_another_form_stays_as_it_is(hostile_graph):
    assert {(r.amount, r.currency) for r in table.rows(hostile_graph)} == {('"beaucoup"\n', "")}


def test_the_file_holds_the_rows(graph, tmp_path):
    table.write(graph, tmp_path / "statements.csv")
    header, *found = read(tmp_path / "statements.csv")
    assert tuple(header) == table.Row._fields
    expected = [[str(cell) for cell in row] for row in table.rows(graph)]
    assert expected
    assert [[table.unguard(cell) for cell in row] for row in found] == expected


def test_no_cell_starts_a_formula(graph, tmp_path):
    table.write(graph, tmp_path / "statements.csv")
    cells = [cell for row in read(tmp_path / "statements.csv") for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n")]


def test_line_ends(sample_graph, tmp_path):
    table.write(sample_graph, tmp_path / "statements.csv")
    data = (tmp_path / "statements.csv").read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("", ""),
        ("Nordavia", "Nordavia"),
        ("=1+1", "'=1+1"),
        ("+33 6", "'+33 6"),
        ("-", "'-"),
        ("@ici", "'@ici"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("– tiret", "– tiret"),
    ],
)
def test_guard(text, guarded):
    assert table.guard(text) == guarded
    assert table.unguard(guarded) == text


@given(st.text(alphabet="'=+-@\t\r\na＝"))
def test_guard_can_be_undone(text):
    assert table.unguard(table.guard(text)) == text


def test_no_statements(tmp_path):
    table.write(KnowledgeGraph(), tmp_path / "statements.csv")
    assert read(tmp_path / "statements.csv") == [list(table.Row._fields)]
