"""SPARQL over an export: what a query gives, and one clear sentence for what is no query."""

from pathlib import Path

import pytest

from liaisons.exports import rdf
from liaisons.exports.iris import BASE
from liaisons.exports.sparql import QuerySyntaxError, Table, ask, query
from liaisons.exports.vocabulary import PREFIXES
from liaisons.graph.errors import UserError
from liaisons.graph.model import Status

GROUP, HUMAN, ARTICLE = f"{BASE}entity/group/", f"{BASE}entity/human/", f"{BASE}article/"


@pytest.fixture(scope="module")
def export(sample_graph, tmp_path_factory) -> Path:
    path: Path = tmp_path_factory.mktemp("export") / "é à.nq"
    rdf.write_nquads(sample_graph, path)
    return path


TABLES = [
    ("SELECT ?what { ?who lia:acquired ?what }", ("what",), {(f"{GROUP}quantelle",)}),
    (
        "SELECT ?who ?name { ?who lia:leads ?what . ?who rdfs:label ?name }",
        ("who", "name"),
        {(f"{HUMAN}ines-vauquelin", "Ines Vauquelin"), (f"{HUMAN}paul-astier", "Paul Astier")},
    ),
    (
        "SELECT ?type { ?x a ?type . ?x rdfs:label 'Lyon' }",
        ("type",),
        {("lia:Place",), ("schema:Place",), ("dcterms:Location",)},
    ),
    (
        "SELECT DISTINCT ?r ?status { ?s rdf:predicate ?r ; lia:status ?status . "
        "FILTER(?status IN (lia:negated, lia:ended, lia:uncertain)) }",
        ("r", "status"),
        {("lia:funds", "lia:negated"), ("lia:leads", "lia:ended"), ("lia:left", "lia:uncertain")},
    ),
    ("SELECT ?r { VALUES ?r { lia:works_for skos:prefLabel } }", ("r",), {("lia:works_for",), ("skos:prefLabel",)}),
    (
        "SELECT ?x ?y { VALUES (?x ?y) { (1.5 UNDEF) ('é \"q\"'@fr <a:b>) } }",
        ("x", "y"),
        {("1.5", ""), ('é "q"', "a:b")},
    ),
    # Two articles state it; in the union of their graphs it stands once.
    ("SELECT (COUNT(*) AS ?n) { ?who lia:acquired ?what }", ("n",), {("1",)}),
    (
        "SELECT ?article { GRAPH ?article { ?who lia:acquired ?what } }",
        ("article",),
        {(f"{ARTICLE}gazette/2024-03-13",), (f"{ARTICLE}wire-7",)},
    ),
    (f"SELECT ?who FROM <{ARTICLE}bare> {{ ?who lia:leads ?what }}", ("who",), {(f"{HUMAN}paul-astier",)}),
    ("SELECT ?x { ?x lia:owns ?y }", ("x",), set()),
    ("ASK { ?x lia:sued ?y }", ("answer",), {("true",)}),
    ("ASK { ?x lia:funds ?y }", ("answer",), {("false",)}),  # denied: no plain triple
    (
        "CONSTRUCT { ?x a lia:Person } { ?x lia:leads|lia:sued|lia:met_with ?y }",
        ("subject", "predicate", "object"),
        {(f"{HUMAN}{name}", "rdf:type", "lia:Person") for name in ("ines-vauquelin", "paul-astier")},
    ),
    (
        "CONSTRUCT { ?y lia:works_for ?x } { ?x lia:sued ?y }",
        ("subject", "predicate", "object"),
        {(f"{GROUP}nordavia", "lia:works_for", f"{HUMAN}ines-vauquelin")},
    ),
    ("PREFIX lia: <http://other.example/> SELECT ?x { ?x lia:sued ?y }", ("x",), set()),
    ("PREFIX o: <http://other.example/> SELECT (o:x AS ?x) {}", ("x",), {("http://other.example/x",)}),
]


@pytest.mark.parametrize(("text", "columns", "rows"), TABLES)
def test_tables(export, sample_graph, text, columns, rows):
    found = query(export, text)
    assert set(ask(sample_graph, text).rows) == set(found.rows)
    assert (found.columns, set(found.rows)) == (columns, rows)
    assert len(found.rows) == len(rows)


def test_describe_gives_each_triple_once(export):
    found = query(export, f"DESCRIBE <{GROUP}nordavia>")
    assert found.columns == ("subject", "predicate", "object")
    assert found.rows.count((f"{GROUP}nordavia", "lia:acquired", f"{GROUP}quantelle")) == 1
    assert found.rows.count((f"{GROUP}nordavia", "skos:prefLabel", "Nordavia")) == 3  # French, English, unknown


def test_order_by_is_kept(export):
    names = [row[0] for row in query(export, "SELECT ?n { ?x a schema:Person ; rdfs:label ?n } ORDER BY DESC(?n)").rows]
    assert names == ["Paul Astier", "Ines Vauquelin"]


def test_only_asserted_statements_are_plain_triples(export, sample_graph):
    relations = " ".join({f"lia:{s.relation}" for s in sample_graph.statements()})
    found = query(export, f"SELECT ?s ?r ?o {{ VALUES ?r {{ {relations} }} ?s ?r ?o }}")
    entity = f"{BASE}entity/"
    assert set(found.rows) == {
        (entity + s.subject, f"lia:{s.relation}", entity + s.object)
        for s in sample_graph.statements()
        if s.status is Status.ASSERTED
    }


def test_all_prefixes_of_the_exports_are_known(export):
    for prefix in PREFIXES:
        assert query(export, f"SELECT ({prefix}:x AS ?x) {{}}") == Table(("x",), ((f"{prefix}:x",),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not a SPARQL query: line 1, column 1"),
        ("SELECT nobody", "not a SPARQL query: line 1, column 14"),
        ("SELECT ?x {\n ?x lia:leads ?y\n", "not a SPARQL query: line 3, column 1"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "an update: graphs are only read here"),
        ("PREFIX x: <http://x.example/> # x\nload <file:///etc/passwd>", "an update: graphs are only read here"),
        ("BASE <http://x.example/>DROP ALL", "an update: graphs are only read here"),
        ("SELECT ?x FROM <file:///etc/passwd> { ?x ?y ?z }", "files are not allowed here"),
        ("SELECT ?x { SERVICE SILENT <http://127.0.0.1:9/> { ?x ?y ?z } }", "SERVICE is not allowed here"),
        (
            "SELECT ?x { ?x wd:P31 ?y }",
            "a prefix without PREFIX; those known without it are dcat, dcterms, foaf, lia, ",
        ),
        ("SELECT ?x { ?x lia:leads ?y } GROUP BY ?y", "not a SPARQL query: "),
    ],
)
def test_what_is_no_query(export, text, message):
    with pytest.raises(UserError) as raised:
        query(export, text)
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 200


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("", ""),
        ("SELECT nobody", ("SELECT nobody", "             ^")),
        ("SELECT ?x {\n ?x lia:leads ?y\n", ""),
        ("SELECT ?x {\r\n ?x\tlia:leads }\r\n", (" ?x lia:leads }", "              ^")),
        (
            f"SELECT ?x {{ {'?x lia:leads ?y . ' * 50} }} ]",
            ("… ?x lia:leads ?y . ?x lia:leads ?y . ?x lia:leads ?y .  } ]", " " * 60 + "^"),
        ),
    ],
)
def test_the_line_where_a_query_stops_being_one(export, text, excerpt):
    with pytest.raises(QuerySyntaxError) as raised:
        query(export, text)
    assert raised.value.excerpt == "\n".join(f"  {line}" for line in excerpt)


def test_a_service_that_is_allowed_and_does_not_answer(export):
    with pytest.raises(UserError, match="the query cannot be answered: "):
        query(export, "SELECT ?x { SERVICE <http://127.0.0.1:9/> { ?x ?y ?z } }", service=True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, r"no such file; `liaisons build` makes one"),
        (b"{}", r"not readable as N-Quads \(Parser error at line 1 [^\n]+\); build it again"),
        (b"<a:b> <a:b> <a:b> .\n<a:b> ", r"not readable as N-Quads \(Parser error at line 2 [^\n]+\); build it again"),
        (b'<a:b> <a:b> "\xff" .\n', r"not readable as N-Quads \([^\n]+\); build it again"),
    ],
)
def test_a_file_that_is_no_export(tmp_path, data, message):
    path = tmp_path / "graph.nq"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UserError, match=rf"^{path}: {message}$"):
        query(path, "ASK {}")


def test_an_empty_export(tmp_path):
    (tmp_path / "graph.nq").write_bytes(b"")
    assert query(tmp_path / "graph.nq", "SELECT ?s { ?s ?p ?o }") == Table(("s",), ())
