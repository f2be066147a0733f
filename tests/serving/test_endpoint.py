"""The endpoint by real HTTP requests to `liaisons serve` in a process of its own."""

import inspect
import json
import re
import socket
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import rdflib

from liaisons.cli.serving import serve
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.embedded import open_store
from liaisons.exports.endpoints import KINDS
from liaisons.exports.iris import encode
from liaisons.exports.library import library
from liaisons.exports.rdf import quads
from liaisons.graph import store
from liaisons.graph.knowledge import KnowledgeGraph

httpx = pytest.importorskip("httpx")
for needed in ("starlette", "uvicorn", "mimeparse"):
    pytest.importorskip(needed, reason="the extra `serve` is not installed")

BASE = "https://data.example/graphe/"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
HARD = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LEADERS = "SELECT ?n { ?p lia:leads ?x . ?p rdfs:label ?n } ORDER BY ?n LIMIT 2"


@contextmanager
def served(out: Path, *options: str) -> Iterator["httpx.Client"]:
    command = [sys.executable, "-m", "liaisons", "serve", "--in", out, "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            address = next(found[0] for line in process.stderr if (found := re.search(r"http://\S+", line)))
            with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
                for _ in range(200):  # the address is printed before the first request is taken
                    try:
                        client.get("/style.css")
                        break
                    except httpx.ConnectError:
                        time.sleep(0.05)
                yield client
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="module")
def graph(sample_graph, hostile_graph) -> KnowledgeGraph:
    found: KnowledgeGraph = sample_graph.merge(hostile_graph)
    return found


@pytest.fixture(scope="module")
def client(graph, tmp_path_factory) -> Iterator["httpx.Client"]:
    out = tmp_path_factory.mktemp("é à")
    store.write(graph, out / store.FILE, parameters={"base": BASE})
    with served(out, "--timeout", "3", "--max-size", "0.1") as found:
        yield found


def ask(client: "httpx.Client", query: str, accept: str = "") -> "httpx.Response":
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept} if accept else {})


# --- the protocol -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_the_three_ways_to_send_a_query(client, way):
    if way == "get":
        found = client.get("/sparql", params={"query": LEADERS})
    elif way == "form":
        found = client.post("/sparql", data={"query": LEADERS})
    else:
        found = client.post(
            "/sparql", content=LEADERS, headers={"Content-Type": "application/sparql-query; charset=utf-8"}
        )
    assert found.status_code == 200
    assert [row["n"]["value"] for row in found.json()["results"]["bindings"]] == ["Ines Vauquelin", "Paul Astier"]


RESULTS = [
    ("application/sparql-results+json", "application/sparql-results+json", lambda t: json.loads(t)["head"]["vars"] == ["n"]),
    ("application/json;q=0.5, text/csv;q=0.1", "application/json", lambda t: json.loads(t)["head"]["vars"] == ["n"]),
    ("application/sparql-results+xml", "application/sparql-results+xml", lambda t: len(list(ET.fromstring(t).iter("{http://www.w3.org/2005/sparql-results#}result"))) == 2),
    ("text/csv", "text/csv; charset=utf-8", lambda t: t == "n\r\nInes Vauquelin\r\nPaul Astier\r\n"),
    ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", lambda t: t == '?n\n"Ines Vauquelin"\n"Paul Astier"\n'),
    ("*/*", "application/sparql-results+json", lambda t: True),
    ("nonsense", "application/sparql-results+json", lambda t: True),
    (BROWSER, "text/html; charset=utf-8", lambda t: "<td>Paul Astier</td>" in t),
]  # fmt: skip


@pytest.mark.parametrize(("accept", "media", "right"), RESULTS, ids=[r[0] for r in RESULTS])
def test_results_come_as_the_client_likes(client, accept, media, right):
    found = ask(client, LEADERS, accept)
    assert (found.status_code, found.headers["vary"]) == (200, "Accept")
    if accept.startswith("application/json"):  # one format, two names
        assert found.headers["content-type"] in {media, "application/sparql-results+json"}
    else:
        assert found.headers["content-type"] == media
    assert right(found.text)


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("text/turtle", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("*/*", "text/turtle; charset=utf-8", "turtle"),
    ],
)
def test_triples_come_as_the_client_likes(client, accept, media, form):
    found = ask(client, "CONSTRUCT { ?p lia:leads ?x } { ?p lia:leads ?x } LIMIT 2", accept)
    assert (found.status_code, found.headers["content-type"]) == (200, media)
    assert len(rdflib.Graph().parse(data=found.text, format=form)) == 2


@pytest.mark.parametrize(
    ("query", "accept"), [(LEADERS, "image/png"), (LEADERS, "text/turtle"), ("DESCRIBE <u:x>", "text/csv")]
)
def test_what_the_client_likes_is_not_there(client, query, accept):
    assert ask(client, query, accept).status_code == 406


def test_the_graphs_of_the_protocol(client):
    query, article = "SELECT (COUNT(*) AS ?n) { ?p lia:leads ?x }", f"{BASE}article/bare"
    for parameters, number in (
        ({"default-graph-uri": article}, "1"),
        ({"named-graph-uri": article}, "0"),
        ({"named-graph-uri": article, "query": query.replace("{", "{ GRAPH ?g {") + "}"}, "1"),
        ({"default-graph-uri": "http://x.example/none"}, "0"),
        ({}, "3"),
    ):
        found = client.get("/sparql", params={"query": query, "format": "csv", **parameters})
        assert found.text.split() == ["n", number]


@pytest.mark.parametrize(
    ("send", "status", "message"),
    [
        (lambda c: ask(c, "SELECT nobody"), 400, "not a SPARQL query: line 1, column 14"),
        (lambda c: ask(c, "INSERT DATA { <u:a> <u:a> <u:a> }"), 400, "an update: graphs are only read here"),
        (lambda c: ask(c, "LOAD <file:///etc/passwd>"), 400, "an update: graphs are only read here"),
        (lambda c: ask(c, "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"), 403, "files are not allowed"),
        (lambda c: ask(c, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 403, "SERVICE is not allowed"),
        (lambda c: c.post("/sparql", data={"update": "DROP ALL"}), 403, "takes no updates"),
        (lambda c: c.get("/sparql", params={"update": "DROP ALL"}), 403, "takes no updates"),
        (lambda c: c.post("/sparql", content="DROP ALL", headers={"Content-Type": "application/sparql-update"}), 403, "takes no updates"),
        (lambda c: c.post("/sparql", content="x", headers={"Content-Type": "text/plain"}), 415, "a query comes as"),
        (lambda c: c.post("/sparql", content=b"\xff", headers={"Content-Type": "application/sparql-query"}), 400, "not UTF-8"),
        (lambda c: c.post("/sparql", content=b"x" * 2_000_000, headers={"Content-Type": "application/sparql-query"}), 413, "a request may have"),
        (lambda c: c.put("/sparql", content="x"), 405, "Method Not Allowed"),
        (lambda c: c.delete("/sparql"), 405, "Method Not Allowed"),
        (lambda c: c.get("/sparql", params=[("query", "ASK {}"), ("query", "ASK {}")]), 400, "more than one query"),
        (lambda c: c.get("/sparql", params={"query": "ASK {}", "default-graph-uri": "no iri"}), 400, "not an absolute IRI"),
        (lambda c: c.get("/sparql", params={"query": "ASK {}", "format": "exe"}), 400, "no format 'exe'"),
        (lambda c: ask(c, "SELECT * { ?a ?b ?c . ?d ?e ?f }"), 403, "the result is larger than 100 000 bytes"),
        (lambda c: c.get("/sparql", headers={"Host": "evil.example"}), 400, "Invalid host"),
        (lambda c: c.get("/queries/nothing"), 404, "no query called 'nothing'"),
        (lambda c: c.get("/queries/laws", params={"name": "Personne"}), 400, "no entity called 'Personne'"),
        (lambda c: c.get("/queries/laws", params={"colour": "red"}), 400, "no parameter --colour"),
        (lambda c: c.get("/entity/human/nobody"), 404, "nothing is said of"),
        (lambda c: c.get("/../../etc/passwd"), 404, "nothing is said of"),
        (lambda c: c.get("/%2e%2e/%2e%2e/etc/passwd"), 404, "nothing is said of"),
        (lambda c: c.get("/describe", params={"iri": "no iri"}), 400, "not an absolute IRI"),
    ],
)  # fmt: skip
def test_what_is_refused(client, send, status, message):
    found = send(client)
    assert (found.status_code, message in found.text) == (status, True), found.text
    assert ask(client, "ASK { ?x lia:sued ?y }").json()["boolean"] is True


def test_a_query_that_takes_too_long_is_ended(client):
    start = time.monotonic()
    found = ask(client, HARD)
    assert (found.status_code, time.monotonic() - start < 8) == (503, True)
    assert found.text == "the query took longer than 3 seconds; narrow it, or add LIMIT\n"
    assert ask(client, "ASK { ?x lia:sued ?y }").json()["boolean"] is True


def test_nothing_is_written(client, graph):
    for text in ("DROP ALL", "INSERT DATA { <u:a> <u:a> <u:a> }"):
        for field in ("query", "update"):
            assert client.post("/sparql", data={field: text}).status_code >= 400
    found = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "format": "csv"})
    expected = {
        (q.subject, q.predicate, q.object) for q in quads(graph, RdfOptions(base=BASE, parameters={"base": BASE}))
    }
    assert found.text.split() == ["n", str(len(expected))]


def test_the_service_describes_itself(client):
    found = client.get("/sparql")
    assert found.headers["content-type"] == "text/turtle; charset=utf-8"
    described = rdflib.Graph().parse(data=found.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert list(described.objects(None, sd.endpoint)) == [rdflib.URIRef(str(client.base_url.join("/sparql")))]


def test_another_client(client):
    """rdflib as a client of the protocol."""
    graph = rdflib.Graph("SPARQLStore")
    graph.open(str(client.base_url.join("/sparql")))
    person = rdflib.URIRef(f"{BASE}entity/human/ines-vauquelin")
    assert graph.value(person, rdflib.RDFS.label) == rdflib.Literal("Ines Vauquelin")


def test_no_other_page_may_read_it(client):
    found = client.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://evil.example"})
    assert not [name for name in found.headers if name.startswith("access-control-")]


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/", "/sparql", "/queries/who-funds", "/queries/career", "/entity/group/nordavia", "/nothing"]
)
def test_pages_load_nothing_from_elsewhere(client, path):
    found = client.get(path, headers={"Accept": BROWSER})
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in found.headers["content-security-policy"]
    assert "<script" not in found.text
    loaded = re.findall(r'(?:src|action)="([^"]*)"|<link rel="(?:icon|stylesheet)" href="([^"]*)"', found.text)
    assert {a or b for a, b in loaded} <= {"/style.css", "data:,", "/sparql", path}


def test_the_first_page_lists_the_queries(client):
    page = client.get("/").text
    assert [name for name in library() if f'href="/queries/{name}"' not in page] == []


@pytest.mark.parametrize("name", library())
def test_every_named_query_runs(client, name):
    given = {p.name: "Nordavia" for p in library()[name].parameters if p.required}
    page = client.get(f"/queries/{name}", params=given, headers={"Accept": BROWSER})
    assert (page.status_code, "<h1>" in page.text) == (200, True)
    found = client.get(f"/queries/{name}", params={**given, "format": "json"})
    assert found.status_code in {200, 403}, found.text  # 403: larger than this endpoint allows
    assert found.status_code == 200 or "larger than" in found.text


def test_a_named_query_waits_for_what_it_needs(client):
    page = client.get("/queries/career", headers={"Accept": BROWSER}).text
    assert '<input id="name" name="name" value="" required' in page
    assert "<table>" not in page


def test_what_articles_say_is_only_text(client):
    for query in (
        "SELECT ?s { ?e oa:exact ?s }",
        "SELECT ?h { ?a schema:headline ?h }",
        "SELECT ?n { ?a rdfs:label ?n }",
    ):
        page = ask(client, query, BROWSER).text
        assert "&lt;img src=x" in page or "&lt;b onmouseover" in page
        assert "<img" not in page
        assert "<b onmouseover" not in page


# --- the IRIs of the dataset ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["/", "/graphe/"])
def test_an_entity_as_a_page(client, prefix):
    page = client.get(f"{prefix}entity/human/ines-vauquelin", headers={"Accept": BROWSER}).text
    assert "<h1>Ines Vauquelin</h1>" in page
    assert "sued, the former boss" not in page
    assert "Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025." in page
    assert "Nordavia accueille le sommet" not in page  # of another entity
    assert 'href="/entity/group/quantelle"' in page


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
        ("*/*", "turtle"),
    ],
)
def test_an_entity_as_rdf(client, accept, form):
    found = client.get("/entity/human/ines-vauquelin", headers={"Accept": accept})
    described = rdflib.Graph().parse(data=found.text, format=form)
    it = rdflib.URIRef(f"{BASE}entity/human/ines-vauquelin")
    assert (it, rdflib.RDFS.label, rdflib.Literal("Ines Vauquelin")) in described
    assert {str(s) for s in described.subjects(rdflib.RDF.subject, it)}
    assert client.get("/entity/human/ines-vauquelin", headers={"Accept": "image/png"}).status_code == 406


def test_every_iri_of_the_dataset_is_found(client, graph):
    """Whatever its identifier holds, by the path that a client makes of the IRI."""
    subjects = {q.subject.value for q in quads(graph, RdfOptions(base=BASE)) if q.subject.value.startswith(BASE)}
    chosen = sorted(s for s in subjects if "/entity/" in s or "/article/" in s)
    assert any("%" in s for s in chosen)
    assert any(not s.isascii() for s in chosen)
    for iri in chosen:
        if "#" in iri:
            found = client.get("/describe", params={"iri": iri}, headers={"Accept": "application/n-triples"})
        else:
            found = client.get(
                rdflib.URIRef(iri)[len(BASE) - 1 :].encode().decode(), headers={"Accept": "application/n-triples"}
            )
        assert found.status_code == 200, iri
        described = rdflib.Graph().parse(data=found.text, format="nt")
        assert (rdflib.URIRef(iri), None, None) in described


def test_an_article_has_its_statements(client):
    found = client.get(f"/article/{encode('wire-7')}", headers={"Accept": "text/turtle"})
    described = rdflib.Graph().parse(data=found.text, format="turtle")
    assert len(set(described.subjects(rdflib.RDF.predicate))) == 3
    page = client.get("/article/wire-7", headers={"Accept": BROWSER}).text
    assert "<h1>Ex-boss sues Nordavia</h1>" in page
    assert page.count("<blockquote>") == 3


# --- the graph changes ------------------------------------------------------------------------------------------------


def test_a_graph_that_changes_is_served_as_it_is(sample_graph, tmp_path):
    store.write(sample_graph, tmp_path / store.FILE)
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }", "format": "csv"}
    with served(tmp_path) as client:
        assert client.get("/sparql", params=count).text.split() == ["n", "4"]
        store.write(KnowledgeGraph(list(sample_graph.article_graphs.values())[:1]), tmp_path / store.FILE)
        assert client.get("/sparql", params=count).text.split() == ["n", "1"]
        (tmp_path / store.FILE).write_bytes(b"broken")
        assert client.get("/sparql", params=count).text.split() == ["n", "1"]


def test_one_slow_query_does_not_stop_the_others(sample_graph, tmp_path):
    store.write(sample_graph, tmp_path / store.FILE)
    with served(tmp_path, "--timeout", "30") as client:
        with pytest.raises(httpx.ReadTimeout):
            client.get("/sparql", params={"query": HARD}, timeout=1)
        start = time.monotonic()
        assert ask(client, "ASK {}").json()["boolean"] is True
        assert time.monotonic() - start < 10


GREEDY = """
import sys
from liaisons.serving import worker
worker.MEMORY = 10**9
wanted = worker.Wanted("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i", "json", "", 1000)
worker.answer(sys.argv[1], wanted)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
def test_a_query_that_takes_too_much_memory_ends_its_process(sample_graph, tmp_path):
    store.write(sample_graph, tmp_path / store.FILE)
    embedded = open_store(tmp_path)
    done = subprocess.run([sys.executable, "-c", GREEDY, str(embedded.path)], capture_output=True, timeout=120)
    assert done.returncode != 0
    assert b"memory" in done.stderr


def test_a_port_that_is_taken_is_told_in_one_line(graph, tmp_path):
    store.write(graph, tmp_path / store.FILE)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        command = [sys.executable, "-m", "liaisons", "serve", "--in", str(tmp_path), "--port", port]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 2
    assert ended.stderr == (
        f"liaisons: port {port} of 127.0.0.1 is taken by another program; take another with --port, or a free one with "
        "--port 0\n"
    )


def test_its_port_is_not_that_of_an_oxigraph_server():
    served = inspect.signature(serve).parameters["port"].default
    assert urlsplit(KINDS["oxigraph"].address).port not in {None, served}
