"""The SHACL shapes: what every export meets, and what a mutated one is told."""

import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files

import pyshacl
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from liaisons.exports import rdf, turtle
from liaisons.exports.validation import Finding, check, findings, shapes_graph
from liaisons.exports.vocabulary import PREFIXES
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.ontology import ontology_graph

XSD = PREFIXES["xsd"]


def iri(name: str) -> NamedNode:
    prefix, local = name.split(":", 1)
    return NamedNode(PREFIXES[prefix] + local)


@pytest.fixture(scope="module")
def quads(sample_graph) -> list[Quad]:
    return sorted(set(rdf.quads(sample_graph)), key=str)


def test_an_export_meets_the_shapes(quads):
    assert findings(quads) == []


def test_hostile_text_breaks_nothing(hostile_graph):
    """Only what it gives for a date is told."""
    found = findings(rdf.quads(hostile_graph))
    assert {(f.message, f.value) for f in found} == {
        ("A lia:when is one xsd:date, xsd:gYearMonth or xsd:gYear.", "demain")
    }


def test_the_empty_graph_meets_the_shapes():
    assert findings(rdf.quads(KnowledgeGraph())) == []


def test_the_shapes_are_shacl_and_apply_to_something():
    shapes = shapes_graph()
    conforms, _, text = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text
    targets = set(shapes.objects(None, rdflib.SH.targetClass))
    stated = {
        rdflib.URIRef(c) for c in (PREFIXES["lia"] + n for n in ("Statement", "Evidence", "Span", "Entity", "Event"))
    }
    assert stated <= targets


def without(predicate: str, of: str | None = None) -> Callable[[list[Quad]], list[Quad]]:
    """Take the first quad with this predicate away, of a subject of this class."""

    def mutate(quads: list[Quad]) -> list[Quad]:
        subjects = {q.subject for q in quads if q.predicate == iri("rdf:type") and (of is None or q.object == iri(of))}
        first = next(q for q in quads if q.predicate == iri(predicate) and q.subject in subjects)
        return [q for q in quads if q.triple != first.triple]  # in whatever graphs it stands

    return mutate


def instead(predicate: str, value: object, of: str | None = None) -> Callable[[list[Quad]], list[Quad]]:
    """Put another object in place of the first with this predicate."""

    def mutate(quads: list[Quad]) -> list[Quad]:
        rest = without(predicate, of)(quads)
        gone = min(set(quads) - set(rest), key=str)
        return [*rest, Quad(gone.subject, gone.predicate, value, gone.graph_name)]

    return mutate


def also(predicate: str, value: object, of: str) -> Callable[[list[Quad]], list[Quad]]:
    """Say something more of the first subject of this class."""

    def mutate(quads: list[Quad]) -> list[Quad]:
        first = next(q for q in quads if q.predicate == iri("rdf:type") and q.object == iri(of))
        return [*quads, Quad(first.subject, iri(predicate), value, first.graph_name)]

    return mutate


def typed(value: str, datatype: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + datatype))


NOBODY = NamedNode("https://example.org/nobody")

MUTATIONS = [
    (without("rdf:subject"), "A statement has exactly one rdf:subject, an entity of the dataset."),
    (instead("rdf:subject", NOBODY), "A statement has exactly one rdf:subject, an entity of the dataset."),
    (without("rdf:object"), "A statement has exactly one rdf:object, an entity of the dataset."),
    (
        instead("rdf:predicate", iri("schema:name")),
        "A statement has exactly one rdf:predicate, a relation of the ontology.",
    ),
    (
        without("lia:status", "lia:Statement"),
        "A statement has exactly one lia:status: asserted, ended, negated or uncertain.",
    ),
    (
        also("lia:status", iri("lia:maybe"), "lia:Statement"),
        "A statement has exactly one lia:status: asserted, ended, negated or uncertain.",
    ),
    (
        instead("rdf:predicate", iri("lia:studied_at"), "lia:Statement"),
        "The object of a statement is of a type that its relation allows (rdfs:range).",
    ),
    (
        instead("rdf:predicate", iri("lia:won"), "lia:Statement"),
        "The object of a statement is of a type that its relation allows (rdfs:range).",
    ),
    (without("lia:acquired"), "What is asserted is stated as a plain triple too."),
    (also("lia:supports", NOBODY, "lia:Person"), "A plain triple stands only for what a statement asserts."),
    (without("rdfs:label", "lia:Person"), "An entity has a rdfs:label."),
    (also("rdf:type", iri("lia:Company"), "lia:Person"), "An entity has no more than one of the eleven types."),
    (without("oa:hasSource"), "Evidence has exactly one oa:hasSource, its article."),
    (without("lia:sentence"), "Evidence has exactly one lia:sentence."),
    (without("lia:cueSpan"), "Evidence has exactly one lia:cueSpan."),
    (instead("lia:confidence", typed("1.5", "decimal")), "Evidence has exactly one lia:confidence, a decimal in 0..1."),
    (instead("lia:confidence", typed("0.5", "double")), "Evidence has exactly one lia:confidence, a decimal in 0..1."),
    (instead("lia:when", Literal("last week")), "A lia:when is one xsd:date, xsd:gYearMonth or xsd:gYear."),
    (
        instead("prov:wasAttributedTo", NOBODY),
        "Evidence is attributed (prov:wasAttributedTo) to one entity of the dataset at most.",
    ),
    (instead("lia:amountCurrency", Literal("euros")), "A lia:amountCurrency is one code such as EUR."),
    (instead("lia:amountValue", typed("-1", "decimal")), "A lia:amountValue is one decimal that is not negative."),
    (instead("oa:exact", Literal("somewhere else entirely")), "A quote is as long as its offsets say."),
    (instead("oa:end", typed("0", "nonNegativeInteger")), "A span has exactly one oa:start, before its end."),
    (instead("sem:hasActor", NOBODY), "A sem:hasActor is an entity of the dataset."),
    (instead("sem:hasTimeStamp", Literal("soon")), "A sem:hasTimeStamp is one xsd:date, xsd:gYearMonth or xsd:gYear."),
    (without("sem:roleType"), "A participation has exactly one sem:roleType."),
    (without("schema:identifier"), "An article has exactly one schema:identifier."),
    (instead("schema:mentions", NOBODY), "What an article mentions (schema:mentions) is an entity of the dataset."),
    (without("void:inDataset"), "An article belongs to the dataset (void:inDataset)."),
    (instead("void:documents", typed("7", "nonNegativeInteger")), "void:documents is the number of articles."),
    (without("prov:wasGeneratedBy"), "A dataset names the run that made it (prov:wasGeneratedBy)."),
    (without("schema:softwareVersion"), "The software of a run has a version (schema:softwareVersion)."),
]


@pytest.mark.parametrize(
    ("mutate", "message"), MUTATIONS, ids=[f"{i}-{row[1][:40]}" for i, row in enumerate(MUTATIONS)]
)
def test_a_mutated_export_is_told_what_is_wrong(quads, mutate, message):
    found = findings(mutate(quads))
    assert message in {f.message for f in found}
    assert all(f.node for f in found)


def test_a_finding_names_the_place(quads):
    mutated = instead("lia:confidence", typed("1.5", "decimal"))(quads)
    (found,) = findings(mutated)
    (node,) = {q.subject.value for q in mutated if q.predicate == iri("lia:confidence") and q.object.value == "1.5"}
    assert found == Finding(
        "Evidence has exactly one lia:confidence, a decimal in 0..1.", node, PREFIXES["lia"] + "confidence", "1.5"
    )


@pytest.mark.parametrize(("end", "form"), [("nq", "nquads"), ("ttl", "turtle")])
def test_files(sample_graph, tmp_path, end, form):
    path = tmp_path / f"g.{end}"
    {"nquads": rdf.write_nquads, "turtle": turtle.write_turtle}[form](sample_graph, path)
    assert check(path) == []
    path.write_bytes(path.read_bytes().replace(b"confidence", b"certainty"))
    assert {f.message for f in check(path)} == {"Evidence has exactly one lia:confidence, a decimal in 0..1."}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("g.csv", b"a", "no RDF format ends in '.csv'; there are .nq, .trig"),
        ("g.ttl", b"<a> <b>", "not valid"),
        ("g.nq", b"\xff", "not valid"),
        ("h.ttl", None, "cannot be read"),
    ],
)
def test_files_that_are_none(tmp_path, name, content, message):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=message):
        check(tmp_path / name)


def test_pyshacl_alone_can_use_the_shapes(sample_graph, tmp_path):
    """The command that the shapes name works without liaisons."""
    turtle.write_turtle(sample_graph, tmp_path / "g.ttl")
    merged = rdflib.Graph().parse(tmp_path / "g.ttl") + ontology_graph()
    merged.serialize(tmp_path / "all.ttl", format="turtle")
    shapes = files("liaisons.exports") / "shapes.ttl"
    done = subprocess.run(
        [sys.executable, "-m", "pyshacl", "--shacl", str(shapes), str(tmp_path / "all.ttl")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Conforms: True" in done.stdout
