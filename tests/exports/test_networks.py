"""GEXF, GraphML, Neo4j's CSV and Parquet: valid, read back whole, the same bytes every time, and no claim taken for a fact."""

import csv
import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from lxml import etree

from liaisons.exports import attributes, gexf, graphml, neo4j, parquet
from liaisons.exports.formats import EVERY, FORMATS, ON_REQUEST, write_all
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.rows import Row

SCHEMAS = Path(os.environ.get("LIAISONS_SCHEMAS", Path(__file__).parent / "schemas"))
GRAPHS = ["sample_graph", "hostile_graph", "empty"]


@pytest.fixture
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    return KnowledgeGraph() if request.param == "empty" else request.getfixturevalue(request.param)


def check(path: Path, schema: str) -> None:
    etree.XMLSchema(etree.parse(SCHEMAS / schema)).assertValid(etree.parse(path))


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_gexf_is_valid_and_read_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "g.gexf"
    gexf.write(graph, path)
    check(path, "gexf.xsd")
    found = networkx.read_gexf(path)
    assert list(found) == list(graph.entities)
    assert found.number_of_edges() == len(graph.statements())


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_graphml_is_valid_and_read_back(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "g.graphml"
    graphml.write(graph, path)
    check(path, "graphml.xsd")
    found = networkx.read_graphml(path, force_multigraph=True)
    assert [data["id"] for _, data in found.nodes(data=True)] == list(graph.entities)
    assert found.number_of_edges() == len(graph.statements())


def test_two_statements_between_two_entities_stay_two(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Inès Vauquelin leads Quantelle, led it, and may leave it: three edges, each with a kind of its own."""
    gexf.write(sample_graph, tmp_path / "g.gexf")
    edges = etree.parse(tmp_path / "g.gexf").iter("{http://gexf.net/1.3}edge")
    kinds = {
        e.get("kind")
        for e in edges
        if (e.get("source"), e.get("target")) == ("human/ines-vauquelin", "group/quantelle")
    }
    assert kinds == {"leads:asserted", "leads:ended", "left:uncertain"}


def test_what_gephi_shows(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    gexf.write(sample_graph, tmp_path / "g.gexf")
    found = networkx.read_gexf(tmp_path / "g.gexf")
    node = found.nodes["group/nordavia"]
    assert (node["label"], node["type"], node["aliases"], node["articles"]) == ("Nordavia", "Company", "NVD", 3)
    assert node["viz"]["color"] == {"r": 230, "g": 159, "b": 0, "a": 1.0}
    (deal,) = (d for *_, d in found.edges(data=True) if d["relation"] == "acquired")
    assert (deal["weight"], deal["articles"], deal["amounts"], deal["sign"]) == (2, 2, "1200000000 EUR", 0)
    assert deal["sentence"] == "Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024."


@pytest.mark.parametrize("events", [False, True])
@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_gephi_loses_nothing_of_gexf(graph: KnowledgeGraph, events: bool, tmp_path: Path) -> None:
    """Its importer takes the encoding from the first line, leaves out edges of weight 0, merges edges of one pair and
    kind, makes ids of columns small, and has columns of its own that no attribute may be named like."""
    gexf.write(graph, tmp_path / "g.gexf", events=events)
    assert (tmp_path / "g.gexf").read_bytes().startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    read = etree.parse(tmp_path / "g.gexf")
    edges = list(read.iter("{http://gexf.net/1.3}edge"))
    assert all(float(edge.get("weight")) > 0 for edge in edges)
    assert all(edge.get("start", "") <= edge.get("end", "9999") for edge in edges)
    ends = Counter((edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges)
    assert set(ends.values()) <= {1}
    for columns in read.iter("{http://gexf.net/1.3}attributes"):
        ids = [column.get("id").lower() for column in columns]
        assert len(set(ids)) == len(ids)
        assert not {"id", "label", "timeset", "weight", "source", "target"} & set(ids)


def test_graphml_has_the_colours_and_sizes_of_gexf(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    """Under the names that Gephi and igraph draw by."""
    gexf.write(sample_graph, tmp_path / "g.gexf")
    graphml.write(sample_graph, tmp_path / "g.graphml")
    drawn = {ident: data["viz"] for ident, data in networkx.read_gexf(tmp_path / "g.gexf").nodes(data=True)}
    for _, data in networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True).nodes(data=True):
        viz = drawn.pop(data["id"])
        assert bytes.fromhex(data["color"].removeprefix("#")) == bytes(viz["color"][c] for c in "rgb")
        assert data["size"] == viz["size"]
    assert not drawn


PERIODS = [
    ("acquired", "asserted", "2024-01-01", "2024-12-31"),  # in March, or at some time of the year
    ("leads", "ended", None, "2025-01-31"),
    ("sued", "asserted", "2025-01-01", "2025-12-31"),
    ("met_with", "asserted", "2024-03-12", "2024-03-12"),
    ("organized", "asserted", None, None),
    ("funds", "negated", "2024-03-13", "2024-03-13"),
]


@pytest.mark.parametrize(("relation", "status", "start", "end"), PERIODS)
def test_periods(relation: str, status: str, start: str | None, end: str | None, sample_graph: KnowledgeGraph) -> None:
    (statement,) = sample_graph.statements(relation=relation, status=status)
    assert attributes.period(sample_graph, statement) == attributes.Period(start, end)


def test_an_event_without_a_date_is_as_old_as_its_statement_or_of_any_time(sample_graph: KnowledgeGraph) -> None:
    """A takeover that only has a price lies where its edge does; a summit that articles name can be of any year."""
    graph = KnowledgeGraph(
        replace(
            part,
            statements=tuple(
                replace(s, evidence=tuple(replace(e, when=None) for e in s.evidence)) for s in part.statements
            ),
        )
        for part in sample_graph.article_graphs.values()
    )
    (takeover,) = (e for e in graph.events_by_id.values() if e.kind == "takeover")
    assert takeover.when is None
    assert attributes.event_period(graph, takeover) == attributes.Period("2024-03-13", "2024-03-13")
    (summit,) = (e for e in graph.events_by_id.values() if e.id in graph.entities)
    assert attributes.event_period(graph, replace(summit, when=None)) == attributes.Period(None, None)


def test_what_lasts_has_no_end(sample_graph: KnowledgeGraph) -> None:
    (statement,) = sample_graph.statements(subject="human/ines-vauquelin", relation="leads", status="asserted")
    assert attributes.period(sample_graph, statement) == attributes.Period("2024-03-13", None)


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("human/elon-musk", "human:elon-musk"),
        ("a:b", "a_3A_b"),
        ("a_b", "a_5F_b"),
        ("家", "_5BB6_"),
        ("x y.z", "x_20_y.z"),
    ],
)
def test_tokens(ident: str, expected: str) -> None:
    assert graphml.token(ident) == expected


# --- Neo4j ------------------------------------------------------------------------------------------------------------


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_neo4j_has_one_line_a_record_and_no_loose_end(graph: KnowledgeGraph, tmp_path: Path) -> None:
    neo4j.write(graph, tmp_path)
    header, nodes = read(tmp_path / "nodes.csv")
    assert (header[0], header[-1]) == ("id:ID", ":LABEL")
    more, relationships = read(tmp_path / "relationships.csv")
    assert more[:3] == [":START_ID", ":END_ID", ":TYPE"]
    assert {len(row) for row in nodes} <= {len(header)}
    assert {len(row) for row in relationships} <= {len(more)}
    assert [row[0] for row in nodes] == list(graph.entities)
    assert {end for row in relationships for end in row[:2]} <= {row[0] for row in nodes}
    for name, rows in (("nodes.csv", nodes), ("relationships.csv", relationships)):
        text = (tmp_path / name).read_bytes().decode()
        assert text.count("\n") == len(rows) + 1  # a line is a record: no need of --multiline-fields
        assert "\r" not in text


def test_neo4j_types_keep_claims_apart(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    neo4j.write(sample_graph, tmp_path)
    _, rows = read(tmp_path / "relationships.csv")
    assert {row[2] for row in rows} == {
        "ACQUIRED", "LEADS", "LEADS_ENDED", "MET_WITH", "FUNDS_NEGATED", "LEFT_UNCERTAIN", "SUED", "ORGANIZED", "LOCATED_IN"
    }  # fmt: skip


def test_neo4j_labels_and_columns(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    neo4j.write(sample_graph, tmp_path)
    header, rows = read(tmp_path / "nodes.csv")
    node = dict(zip(header, next(r for r in rows if r[0] == "group/nordavia"), strict=True))
    assert node[":LABEL"] == "Entity;Company"
    assert node["aliases:string[]"] == "NVD"
    assert {h.partition(":")[2] for h in header} == {"ID", "", "string[]", "long", "LABEL"}


# --- Parquet ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("graph", GRAPHS, indirect=True)
def test_parquet(graph: KnowledgeGraph, tmp_path: Path) -> None:
    import pyarrow.parquet

    parquet.write(graph, tmp_path)
    found = {p.stem: pyarrow.parquet.read_table(p) for p in sorted(tmp_path.iterdir())}
    assert list(found) == ["articles", "entities", "events", "evidence", "participants", "statements"]
    assert found["events"].column("id").to_pylist() == list(graph.events_by_id)
    ids = set(found["participants"].column("entity_id").to_pylist())
    assert ids <= set(graph.entities)
    assert len(found["participants"]) == sum(len(e.roles()) for e in graph.events())
    assert [len(found[n]) for n in ("articles", "entities", "statements")] == [
        len(graph.articles), len(graph.entities), len(graph.statements())
    ]  # fmt: skip
    assert len(found["evidence"]) == sum(len(s.evidence) for s in graph.statements())
    assert tuple(found["evidence"].column_names) == Row._fields
    assert found["entities"].column("id").to_pylist() == list(graph.entities)


def test_parquet_joins(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    import pandas

    parquet.write(sample_graph, tmp_path)
    statements, evidence = (pandas.read_parquet(tmp_path / f"{n}.parquet") for n in ("statements", "evidence"))
    keys = ["subject_id", "relation", "object_id", "status"]
    joined = statements.merge(evidence[[*keys, "sentence", "article"]], on=keys, suffixes=("", "_there"))
    assert len(joined) == len(evidence)
    assert statements["sentences"].sum() == len(evidence)


# --- all of them ------------------------------------------------------------------------------------------------------


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.mark.parametrize("graph", ["sample_graph", "hostile_graph"], indirect=True)
def test_every_format_is_a_function_of_the_graph(graph: KnowledgeGraph, tmp_path: Path) -> None:
    turned = KnowledgeGraph(reversed(list(graph.article_graphs.values())))
    for name, one in (("a", graph), ("b", turned)):
        assert [p.name for p in write_all(one, tmp_path / name, ON_REQUEST)] == [f.file for f in ON_REQUEST.values()]
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_hash_of_texts_does_not_show(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    store.write(sample_graph, tmp_path / store.FILE)
    code = (
        "import sys; from pathlib import Path; from liaisons.exports.formats import ON_REQUEST, write_all;"
        "from liaisons.graph.knowledge import KnowledgeGraph; folder = Path(sys.argv[1]);"
        "list(write_all(KnowledgeGraph.open(folder), folder / sys.argv[2], ON_REQUEST))"
    )
    for seed in "12":
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, tmp_path, seed], env=environment, check=True)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    list(write_all(sample_graph, tmp_path / "3", ON_REQUEST))
    assert contents(tmp_path / "1") == contents(tmp_path / "3")


def test_writing_again_replaces_folders(sample_graph: KnowledgeGraph, tmp_path: Path) -> None:
    list(write_all(sample_graph, tmp_path, ["neo4j"]))
    before = contents(tmp_path)
    list(write_all(KnowledgeGraph(), tmp_path, ["neo4j", "neo4j"]))
    assert list(contents(tmp_path)) == list(before)
    assert contents(tmp_path) != before


def test_an_unknown_format_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no export format 'xlsx' \(did you mean csv\?\); there are html, .*, ftm"):
        list(write_all(KnowledgeGraph(), tmp_path / "x", ["xlsx"]))
    assert not (tmp_path / "x").exists()


def test_names_and_files_are_each_once() -> None:
    assert len({f.file for f in EVERY.values()}) == len(EVERY) == len(FORMATS) + len(ON_REQUEST)
