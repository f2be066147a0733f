"""The named queries: their files, their parameters as terms, and what each gives on the sample graph."""

import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from rdflib.plugins.sparql import prepareQuery

from liaisons.exports.embedded import in_memory
from liaisons.exports.iris import BASE
from liaisons.exports.library import NamedQuery, bind, entity_id, library, named, terms
from liaisons.exports.sparql import Table, table
from liaisons.exports.vocabulary import PREFIXES
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph

DEAL = "Nordavia", "lia:acquired", "Quantelle"
DENIED = "Selon La Gazette du Rhône, l’avionneur n’a pas financé le Parti des Rivières (PDR)."
SUIT = "Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025."
BOUGHT = "Le groupe Nordavia a racheté Quantelle pour 1,2 milliard d’euros en mars 2024."
MAYBE = "« Elle pourrait quitter Quantelle », assure Paul Astier."


@pytest.fixture(scope="module")
def out(sample_graph, tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("out")
    store.write(sample_graph, folder / store.FILE)
    return folder


@pytest.fixture(scope="module")
def quads(sample_graph) -> pyoxigraph.Store:
    return in_memory(sample_graph, BASE)


def ask(quads: pyoxigraph.Store, out: Path, name: str, given: Mapping[str, str]) -> Table:
    query = named(name)
    return table(quads, query.bound(terms(query, given, out)))


# --- the files --------------------------------------------------------------------------------------------------------


def test_there_are_enough() -> None:
    assert len(library()) >= 20


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_each_says_what_it_asks(query):
    assert set(query.titles) == {"en", "fr"}
    assert query.titles["en"] != query.titles["fr"]
    assert query.about.endswith(".")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", query.name)


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_each_is_standard_sparql(query):
    """Another implementation reads it as it stands, prefixes included."""
    assert prepareQuery(query.text).algebra.name == "SelectQuery"


@pytest.mark.parametrize("query", library().values(), ids=lambda q: q.name)
def test_each_gives_its_rows_in_one_order(query):
    assert "ORDER BY" in query.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# parameter x colour: y\nASK { VALUES ?x { UNDEF } }", "q: no kind of parameter 'colour'"),
        ("# parameter x text: y\nASK {}", r"q: parameters \['x'\], but open in the query \[\]"),
        ("ASK { VALUES ?x { UNDEF } }", r"q: parameters \[\], but open in the query \['x'\]"),
    ],
)
def test_a_file_that_contradicts_itself(text, message):
    with pytest.raises(ValueError, match=message):
        NamedQuery.read("q", text)


# --- parameters -------------------------------------------------------------------------------------------------------


@given(st.text(st.characters(codec="utf-8")))
def test_a_value_is_only_a_value(value):
    text = bind("SELECT ?x ?rest { VALUES ?x { UNDEF } BIND (1 AS ?rest) }", {"x": Literal(value)})
    assert [(s["x"], s["rest"].value) for s in pyoxigraph.Store().query(text)] == [(Literal(value), "1")]


@pytest.mark.parametrize(
    "value",
    ['"', "'", '" } INSERT', "\\", '\\"', "}", "\n", "# x", "VALUES ?b { UNDEF }", "\u202e«»", "\\u0022 }", "\0"],
)
def test_a_value_that_looks_like_a_query(value):
    text = bind("SELECT ?a ?b { VALUES ?a { UNDEF } VALUES ?b { UNDEF } }", {"a": Literal(value)})
    (found,) = pyoxigraph.Store().query(text)
    assert (found["a"], found["b"]) == (Literal(value), None)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("entity", "Nordavia", f"{BASE}entity/group/nordavia"),
        ("entity", "INÈS vauquelin", f"{BASE}entity/human/ines-vauquelin"),
        ("entity", "human/paul-astier", f"{BASE}entity/human/paul-astier"),
        ("entity", "NVD", f"{BASE}entity/group/nordavia"),  # another name
        ("entity", "astier", f"{BASE}entity/human/paul-astier"),  # a part of the name
        ("relation", "Funds", "https://w3id.org/liaisons/ontology#funds"),
        ("type", "person", "https://w3id.org/liaisons/ontology#Person"),
        ("status", "negated", "https://w3id.org/liaisons/ontology#negated"),
        ("event", "takeover", "https://w3id.org/liaisons/ontology#takeover"),
        ("date", "2024-03", "2024-03"),
        ("text", "é", "é"),
    ],
)
def test_what_a_person_gives_becomes_a_term(out, kind, value, expected):
    query = NamedQuery.read("q", f"# parameter x {kind}: x\nASK {{ VALUES ?x {{ UNDEF }} }}")
    assert terms(query, {"x": value}, out)["x"].value == expected


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("entity", "Personne", "no entity called 'Personne' in this graph"),
        ("entity", '"} #', "no entity called"),
        ("relation", "loves", "no relation 'loves'; there are leads, works_for, "),
        ("type", "Dog", "no type of entity 'Dog'; there are Person, Company, "),
        ("status", "true", "no status 'true'; there are asserted, "),
        ("event", "party", "no kind of event 'party'; there are affair, "),
        ("date", "2024-13", "not a date such as 2024, 2024-03 or 2024-03-15: '2024-13'"),
        ("text", "\ud800", "not a text: "),
    ],
)
def test_what_is_none_of_its_kind(out, kind, value, message):
    query = NamedQuery.read("q", f"# parameter x {kind}: x\nASK {{ VALUES ?x {{ UNDEF }} }}")
    with pytest.raises(UserError, match=f"^{re.escape(message)}"):
        terms(query, {"x": value}, out)


def test_an_entity_is_found_as_the_graph_finds_it(out, sample_graph):
    for entity in sample_graph.entities.values():
        for name in (entity.id, entity.name, *entity.aliases):
            assert entity_id(name, out / store.FILE) == sample_graph.entity(name).id


def test_a_full_name_is_found_without_reading_the_graph(out, monkeypatch):
    monkeypatch.setattr(KnowledgeGraph, "open", lambda *_: pytest.fail("read"))
    assert entity_id("paul astier", out / store.FILE) == "human/paul-astier"


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("career", {}, "the query career needs --name: the person"),
        ("dataset", {"name": "Nordavia"}, "the query dataset has no parameter --name; it takes none"),
        ("laws", {"since": "2024"}, "the query laws has no parameter --since; it takes --name"),
        ("who-fund", {}, "no query called 'who-fund'; did you mean who-funds"),
        ("xyz", {}, "no query called 'xyz'; `liaisons query --list` names them"),
    ],
)
def test_what_a_query_lacks(quads, out, name, given, message):
    with pytest.raises(UserError, match=re.escape(message)):
        ask(quads, out, name, given)


# --- what they give ---------------------------------------------------------------------------------------------------

ROWS = [
    ("between", {"name": "Nordavia", "other": "Inès Vauquelin"}, [("Ines Vauquelin", "lia:sued", "Nordavia", "lia:asserted", "", "2025-01", SUIT, f"{BASE}article/wire-7")]),
    ("career", {"name": "Paul Astier"}, [("lia:leads", "Parti des Rivières", "lia:asserted", "", "")]),
    ("claims-by-newspaper", {"since": "2025"}, [("The Wire", "lia:asserted", "2", "1"), ("The Wire", "lia:ended", "1", "1")]),
    ("claims-by-source", {"source": "paul astier"}, [("Paul Astier", "Ines Vauquelin", "lia:left", "Quantelle", "lia:uncertain", "2024-03-13", MAYBE)]),
    ("common-ties", {"name": "Nordavia", "other": "Paul Astier"}, [("Ines Vauquelin", "lia:sued", "lia:met_with")]),
    ("company-ties", {"name": "Paul Astier"}, [("Nordavia", "2", "lia:met_with", "Ines Vauquelin", "lia:sued"), ("Quantelle", "2", "lia:met_with", "Ines Vauquelin", "lia:leads")]),
    ("contradictions", {}, []),
    ("corroborated", {}, [(*DEAL, "2", "2", "2024-03-13", "2025-01")]),
    ("denials", {}, [("Nordavia", "lia:funds", "Parti des Rivières", "La Gazette du Rhône", "2024-03-13", DENIED)]),
    ("elections", {}, []),
    ("ended-roles", {}, [("Ines Vauquelin", "lia:leads", "Quantelle", "boss", "2025-01", SUIT)]),
    ("ended-roles", {"until": "2024"}, []),
    ("events-by-month", {"kind": "takeover"}, [("2024-03", "lia:takeover", "1")]),
    ("evidence", {"relation": "sued"}, [("Ines Vauquelin", "lia:sued", "Nordavia", "lia:asserted", "0.9", SUIT, f"{BASE}article/wire-7")]),
    ("evidence", {"relation": "sued", "status": "negated"}, []),
    ("laws", {}, []),
    ("legal-actions", {}, [("Ines Vauquelin", "lia:sued", "Nordavia", "2025", "1")]),
    ("mentioned-together", {"name": "Lyon"}, [("Nordavia", "1", f"{BASE}entity/group/nordavia"), ("Parti des Rivières", "1", f"{BASE}entity/group/parti-des-rivieres"), ("Paul Astier", "1", f"{BASE}entity/human/paul-astier")]),
    ("most-mentioned", {"type": "Party"}, [("Parti des Rivières", "2", f"{BASE}entity/group/parti-des-rivieres")]),
    ("most-tied", {"type": "Person"}, [("Ines Vauquelin", "3", "3", f"{BASE}entity/human/ines-vauquelin"), ("Paul Astier", "2", "2", f"{BASE}entity/human/paul-astier")]),
    ("partners-and-rivals", {}, []),
    ("relations", {"name": "Parti des Rivières"}, [("lia:funds", "lia:negated", "1"), ("lia:leads", "lia:asserted", "1")]),
    ("revolving-door", {}, []),
    ("rumours", {}, [("Ines Vauquelin", "lia:left", "Quantelle", "Paul Astier", "2024-03-13", MAYBE)]),
    ("sources", {}, [("La Gazette du Rhône", "lia:Media", "1", "1"), ("Paul Astier", "lia:Person", "1", "1")]),
    ("timeline", {"name": "Quantelle", "until": "2024-03"}, [("2024", *DEAL, "lia:asserted", "Nordavia bought Quantelle last year."), ("2024-03", *DEAL, "lia:asserted", BOUGHT)]),
    ("to-check", {"name": "Lyon"}, [("sommet des Rivières 2023", "lia:located_in", "Lyon", "1", "Nordavia accueille le sommet des Rivières 2023 à Lyon.", f"{BASE}article/bare")]),
    ("who-funds", {"until": "2024-03"}, [(*DEAL, "1200000000", "EUR", "2024-03", BOUGHT), (*DEAL, "", "", "2024", "Nordavia bought Quantelle last year.")]),
    ("who-leads", {}, [("Ines Vauquelin", "directrice générale", "Quantelle", "2024-03-13"), ("Paul Astier", "", "Parti des Rivières", "")]),
    ("who-leads", {"name": "Quantelle", "since": "2024-04"}, []),
    ("who-opposes", {}, []),
    ("who-owns", {}, [(*DEAL, "lia:asserted")]),
    ("who-supports", {}, []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "rows"), ROWS)
def test_rows(quads, out, name, given, rows):
    assert list(ask(quads, out, name, given).rows) == rows


def test_every_query_is_in_the_table() -> None:
    assert {name for name, _, _ in ROWS} >= library().keys() - {"dataset", "events", "event-participants"}


def test_events(quads, out):
    found = ask(quads, out, "events", {"kind": "takeover"})
    assert [row[1:5] for row in found.rows] == [("lia:takeover", "2024-03", "", "1200000000 EUR")]
    parts = {row[2:] for row in ask(quads, out, "event-participants", {"kind": "takeover"}).rows}
    assert parts == {("Nordavia", "lia:agentRole"), ("Quantelle", "lia:patientRole")}


def test_the_dataset_describes_itself(quads, out):
    assert ("void:documents", "4") in ask(quads, out, "dataset", {}).rows


ONE, TWO = "urn:one", "urn:two"
CLAIMS = """
@prefix p: <urn:> .
p:a rdfs:label "Aron" ; a lia:Person . p:b rdfs:label "Bérylle" ; a lia:Company . p:c rdfs:label "Conseil" ; a lia:Institution .
p:l rdfs:label "Loi" ; a lia:Law . p:d rdfs:label "Scrutin" .
p:one schema:publisher "Un" ; schema:datePublished "2024-01-02" . p:two schema:publisher "Deux" ; schema:datePublished "2024-02-02" .
"""


def claim(number: int, subject: str, relation: str, object_: str, status: str, article: str) -> str:
    plain = f"p:{subject} lia:{relation} p:{object_} .\n" if status == "asserted" else ""
    return (
        f"{plain}p:s{number} a lia:Statement ; rdf:subject p:{subject} ; rdf:predicate lia:{relation} ; rdf:object p:{object_} ;"
        f" lia:status lia:{status} ; lia:evidence p:e{number} .\n"
        f"p:e{number} oa:hasSource <{article}> ; lia:confidence 0.9 ; lia:sentence p:t{number} . p:t{number} oa:exact 'S{number}' .\n"
    )


MORE = [
    ("contradictions", [("Aron", "lia:funds", "Bérylle", "Un", "S1", "Deux", "S2")], [("a", "funds", "b", "asserted", ONE), ("a", "funds", "b", "negated", TWO)]),
    ("rumours", [], [("a", "funds", "b", "asserted", ONE), ("a", "funds", "b", "uncertain", TWO)]),
    ("revolving-door", [("Aron", "lia:leads", "Conseil", "lia:ended", "lia:advises", "Bérylle", "lia:asserted")], [("a", "leads", "c", "ended", ONE), ("a", "advises", "b", "asserted", TWO)]),
    ("laws", [("Loi", "lia:opposes", "Bérylle", "lia:asserted")], [("b", "opposes", "l", "asserted", ONE)]),
    ("elections", [("Aron", "lia:candidate_in", "Scrutin", "lia:uncertain", "2024-01-02")], [("a", "candidate_in", "d", "uncertain", ONE)]),
    ("who-supports", [("Aron", "lia:supports", "Loi", "2024-01-02", "2")], [("a", "supports", "l", "asserted", ONE), ("a", "supports", "l", "asserted", TWO)]),
    ("who-opposes", [("Aron", "lia:accuses", "Bérylle", "2024-02-02", "1")], [("a", "accuses", "b", "asserted", TWO), ("a", "opposes", "l", "negated", TWO)]),
    ("partners-and-rivals", [("Bérylle", "lia:competes_with", "Conseil", "2024-02-02", "1")], [("b", "competes_with", "c", "asserted", TWO)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rows", "claims"), MORE)
def test_rows_of_other_claims(name, rows, claims):
    prefixes = "".join(f"@prefix {p}: <{n}> .\n" for p, n in PREFIXES.items())
    data = prefixes + CLAIMS + "".join(claim(n, *c) for n, c in enumerate(claims, 1))
    quads = pyoxigraph.Store()
    quads.load(data.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert list(table(quads, named(name).text).rows) == rows


def test_an_iri_is_a_term_too() -> None:
    assert bind("ASK { VALUES ?x { UNDEF } }", {"x": NamedNode("urn:é")}) == "ASK { VALUES ?x { <urn:é> } }"
