"""Which terms of a query the ontology does not declare, wherever and however they are written."""

import pytest

from liaisons.exports import rdf
from liaisons.exports.library import library
from liaisons.exports.misspelling import unknown
from liaisons.graph.ontology import ONTOLOGY, declared

FOUND = [
    ("SELECT ?x { ?x lia:fundd ?y }", ["lia:fundd"]),
    ("SELECT ?x { ?x a lia:Compagny ; lia:fundd/^lia:leadd|!lia:ownz ?y }", ["lia:Compagny", "lia:fundd", "lia:leadd", "lia:ownz"]),
    ("SELECT ?x { ?x lia:fundd?y. ?y lia:fundd+ lia:x. }", ["lia:fundd", "lia:x"]),
    ("SELECT ?x { FILTER(?r IN(lia:fundd,lia:funds)) }", ["lia:fundd"]),
    ("SELECT ?x { FILTER('#' = ?y) ?x lia:fundd ?y }", ["lia:fundd"]),
    (f"SELECT ?x {{ ?x <{ONTOLOGY}fundd> ?y }}", ["lia:fundd"]),
    (f"SELECT ?x {{ ?x <{ONTOLOGY}fund\\u0064> ?y }}", ["lia:fundd"]),
    (f"PREFIX : <{ONTOLOGY}> SELECT ?x {{ ?x :fundd ?y }}", ["lia:fundd"]),
    (f"prefix\n# ours\nl.i-a:<{ONTOLOGY}>SELECT ?x {{ ?x l.i-a:fundd l.i-a:funds }}", ["lia:fundd"]),
    ("PREFIX w: <https://w3id.org/liaisons/> SELECT ?x { ?x w:ontology\\#fundd ?y }", ["lia:fundd"]),
    (f"BASE <{ONTOLOGY}> SELECT ?x {{ ?x <#fundd> ?y ; <#funds> ?z }}", ["lia:fundd"]),
    ('SELECT ?x { ?x ?y "1"^^lia:fundd, "a"@en-GB, lia:leadd }', ["lia:fundd", "lia:leadd"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "terms"), FOUND)
def test_what_the_ontology_does_not_declare(query, terms):
    assert [term for term, _ in unknown(query)] == terms


NOT_FOUND = [
    "SELECT ?x { ?x lia:funds ?y. ?x a lia:Company, lia:Entity ; lia:status lia:negated }",
    "SELECT ?x { ?x lia:funds?y } # lia:fundd",
    "# don't\nSELECT ?x { ?x rdfs:label 'lia:fundd', \"lia:fundd\", 'it\\'s lia:fundd' }",
    "SELECT ?x { ?x rdfs:label '''\n'lia:fundd''', \"\"\"\"lia:fundd\n# \"\"\" }",
    "SELECT ?x { ?x schema:fundd ?y ; <http://lia.example/#fundd> ?lia }",
    "PREFIX lia: <http://x.example/> SELECT ?x { ?x lia:fundd ?y }",
    "SELECT ?x { ?x lia:fun\\u0064s ?y }",
    f"PREFIX x: <{ONTOLOGY}fund> SELECT ?x {{ ?x x:s ?y }}",
    "SELECT ?p { ?x ?p ?y FILTER(STRSTARTS(STR(?p), STR(lia:))) }",
    "SELECT ?x { ?x ?y _:lia FILTER(?z<3 && ?lia>2) }",
    "",
]


@pytest.mark.parametrize("query", [*NOT_FOUND, *(q.text for q in library().values())])
def test_what_there_is_or_is_not_ours(query):
    assert unknown(query) == []


def test_near_terms_have_our_prefix():
    query = f"PREFIX l: <{ONTOLOGY}> SELECT ?x {{ ?x a l:person ; l:employs ?y ; l:candidate ?z }}"
    assert unknown(query) == [
        ("lia:person", ["lia:Person"]),
        ("lia:employs", []),
        ("lia:candidate", ["lia:candidate_in", "lia:candidateRole"]),
    ]


def test_what_an_export_says_is_declared(sample_graph, tmp_path):
    rdf.write_nquads(sample_graph, tmp_path / "graph.nq")
    text = (tmp_path / "graph.nq").read_text(encoding="utf-8")
    assert f"<{ONTOLOGY}cueSpan>" in text
    assert unknown(text) == []
    assert {"Company", "funds", "status", "asserted", "takeover", "order"} < declared()
