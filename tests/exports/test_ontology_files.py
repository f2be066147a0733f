"""The vocabulary as files: in every format the same ontology, and a page and a context that are current."""

import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS
from rdflib.compare import isomorphic
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import ontology
from liaisons.graph.errors import UserError
from liaisons.graph.ontology import LIA, ONTOLOGY, ontology_graph

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "ontology.html"
READ = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


@pytest.mark.parametrize(
    ("form", "name"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")]
)
def test_every_format_is_the_same_ontology(form, name):
    assert isomorphic(rdflib.Graph().parse(data=ontology.text(form), format=name), ontology_graph())

    def canonical(text: str, form: RdfFormat) -> set[str]:
        dataset = Dataset(parse(text, form))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        return set(map(str, dataset))

    assert canonical(ontology.text(form), READ[form]) == canonical(ontology.text("turtle"), RdfFormat.TURTLE)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.ttl", "turtle"), ("a.nt", "ntriples"), ("a.rdf", "rdfxml"), ("a.jsonld", "jsonld"), ("a.html", "html"),
        ("context.jsonld", "context"), ("lia.context.jsonld", "context"), ("shapes.ttl", "shapes"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_tells_its_format(name, form):
    assert ontology.form_of(Path("x") / name) == form


def test_no_format():
    with pytest.raises(UserError, match=r"x.owl: no format of the ontology ends so; there are \.ttl, \.nt"):
        ontology.form_of(Path("x.owl"))
    with pytest.raises(UserError, match="no format of the ontology 'owl'; there are turtle, ntriples"):
        ontology.text("owl")


def test_the_page_is_current():
    assert PAGE.read_text(encoding="utf-8") == ontology.text("html"), "liaisons ontology -o docs/ontology.html"


def test_the_page_has_a_place_for_every_term_and_loads_nothing():
    page = PAGE.read_text(encoding="utf-8")
    names = set(re.findall(r'\bid="([^"]+)"', page))
    graph = ontology_graph()
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.Concept)
    terms = {
        str(t).removeprefix(ONTOLOGY) for k in kinds for t in graph.subjects(RDF.type, k) if str(t).startswith(ONTOLOGY)
    }
    assert terms - names == set()
    for text in ("est dirigé par", "is led by", "wd:P169", "https://spdx.org/licenses/MIT"):
        assert text in page
    assert not re.findall(r'<(?:script|img|iframe)[^>]+src=|<link[^>]+href="(?!data:)', page)


def test_the_head_of_the_ontology():
    graph, head = ontology_graph(), rdflib.URIRef(ONTOLOGY.rstrip("#"))
    for predicate in (DCTERMS.license, OWL.versionIRI, OWL.versionInfo, DCTERMS.creator):
        assert graph.value(head, predicate)
    assert str(graph.value(head, OWL.versionIRI)).endswith("/" + str(graph.value(head, OWL.versionInfo)))
    assert {text.language for text in graph.objects(head, DCTERMS.title)} == {"fr", "en"}


def test_terms_link_to_other_vocabularies():
    """Wikidata, schema.org, FOAF, ORG, SEM, PROV-O, Web Annotation, FaBiO."""
    graph = ontology_graph()
    matches = (SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, LIA.inverseMatch)
    others = {str(o) for p in (*matches, RDFS.subClassOf, RDFS.subPropertyOf) for o in graph.objects(None, p)}
    for start in (
        *(
            "http://www.wikidata.org/entity/P",
            "https://schema.org/",
            "http://xmlns.com/foaf/",
            "http://www.w3.org/ns/org#",
        ),
        *(
            "http://semanticweb.cs.vu.nl/",
            "http://www.w3.org/ns/prov#",
            "http://www.w3.org/ns/oa#",
            "http://purl.org/spar/",
        ),
    ):
        assert any(iri.startswith(start) for iri in others), start


def test_the_command(tmp_path):
    run = CliRunner()
    assert run.invoke(app, ["ontology"]).stdout == ontology.text("turtle")
    path = tmp_path / "a.rdf"
    assert run.invoke(app, ["ontology", "-o", str(path)]).exit_code == 0
    assert path.read_text(encoding="utf-8") == ontology.text("rdfxml")
    with pytest.raises(UserError, match="cannot be written"):
        run.invoke(app, ["ontology", "-o", str(tmp_path / "no" / "a.rdf")], catch_exceptions=False)
