"""What is refused before it runs: SERVICE and files, however they are written."""

import pytest

from liaisons.exports.library import library
from liaisons.exports.refusal import refused

SERVICE = [
    "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <http://x.example/> { ?s ?p ?o } }",
    "SELECT * { service\n\t?x{ ?s ?p ?o } }",
    "PREFIX x: <http://x.example/> SELECT * { SERVICEx:a { ?s ?p ?o } }",
    "SELECT*{SERVICE<http://x.example/>{?s?p?o}}",
    "SELECT * { SERVICE # a comment\n <http://x.example/> # {\n { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT#\n?x#y{\n{ ?s ?p ?o } }",
    "PREFIX x: <http://x.example/> SELECT * { SeRvIcE x: { ?s ?p ?o } }",
    "PREFIX x: <http://x.example/> SELECT * { SERVICE x:a\\#b { ?s ?p ?o } }",
    "PREFIX x: <http://x.example/> SELECT * { ?s ?p true SERVICE x:a { ?s ?p ?o } }",
    "PREFIX x: <http://x.example/> SELECT * { ?s ?p 1SERVICE x:a { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://x.example/> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } { SERVICE <http://x.example/> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://x.example/> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <http://x.example/>\\u007B ?s ?p ?o } }",
    "SELECT * { ?s ?p '#' . SERVICE <http://x.example/#> { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", SERVICE)
def test_service(query):
    assert refused(query) == "SERVICE is not allowed here: it asks another server"


FILES = [
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
    "SELECT * from # x\n <FILE:/etc/passwd> { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", FILES)
def test_files(query):
    assert refused(query) == "files are not allowed here: FROM takes the graphs of this dataset"


ALLOWED = [
    "SELECT ?service ?o { ?s ?service ?o }",
    "SELECT $SERVICE { ?s ?p $SERVICE }",
    "PREFIX x: <http://x.example/> SELECT * { ?s x:service ?o { ?o ?p ?q } }",
    "SELECT * { ?s ?p 'the service { of }' }",
    "SELECT * FROM <http://service.example/a> { ?s ?p ?o }",
    "SELECT * FROM <http://x.example/services> { ?s ?p ?o }",
    "# a service\nSELECT * { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", [*ALLOWED, *(q.text for q in library().values())])
def test_what_is_allowed(query):
    assert refused(query) is None
