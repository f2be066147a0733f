"""The ontology against the tables of the annotation guide, and the file against the standards that it names."""

import re
from importlib.resources import files

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef, namespace

from liaisons.graph.model import MentionKind, Status
from liaisons.graph.ontology import LIA, ONTOLOGY, ontology, ontology_graph, read

TYPES = [
    ("Person", "Human"),
    ("Company", "Group"),
    ("Party", "Group"),
    ("Institution", "Group"),
    ("Media", "Group"),
    ("Organization", "Group"),
    ("Product", "Artifact"),
    ("Place", "Location"),
    ("Event", "Happening"),
    ("Law", "Document"),
    ("Work", "Document"),
]

ORGS = {"Company", "Party", "Institution", "Media", "Organization"}
AGENT = {"Person"} | ORGS
ACTOR = AGENT | {"Place"}
PART = ORGS | {"Product", "Place", "Law", "Event"}
ANY = None

RELATIONS = [
    ("leads", "→", {"Person"}, ORGS | {"Place"}),
    ("works_for", "→", {"Person"}, AGENT),
    ("represents", "→", {"Person"}, {"Place"}),
    ("member_of", "→", ACTOR, ORGS),
    ("founded", "→", AGENT, ORGS),
    ("joined", "→", AGENT, ORGS),
    ("left", "→", AGENT, ORGS),
    ("appointed", "→", AGENT, {"Person"}),
    ("dismissed", "→", AGENT, {"Person"}),
    ("succeeded", "→", ANY, ANY),
    ("owns", "→", AGENT, ORGS | {"Product"}),
    ("acquired", "→", AGENT, ORGS | {"Product"}),
    ("invested_in", "→", ACTOR, ORGS | {"Product"}),
    ("funds", "→", ACTOR, ANY),
    ("partner_of", "↔", AGENT, AGENT),
    ("competes_with", "↔", AGENT | {"Product"}, AGENT | {"Product"}),
    ("supplies", "→", ORGS, ACTOR),
    ("develops", "→", AGENT, {"Product"}),
    ("uses", "→", ACTOR, ORGS | {"Product"}),
    ("merged_with", "↔", ORGS, ORGS),
    ("supports", "→", ACTOR, ANY),
    ("opposes", "→", ACTOR, ANY),
    ("criticizes", "→", ACTOR, ANY),
    ("accuses", "→", ACTOR, ANY),
    ("in_conflict_with", "↔", ACTOR, ACTOR),
    ("threatens", "→", ACTOR, ANY),
    ("advises", "→", AGENT, AGENT),
    ("met_with", "↔", AGENT, AGENT),
    ("interviewed", "→", AGENT, {"Person"}),
    ("negotiates_with", "↔", ACTOR, ACTOR),
    ("sued", "→", ACTOR, ACTOR),
    ("investigates", "→", ACTOR, ANY),
    ("sanctioned", "→", ACTOR, ANY),
    ("banned", "→", ACTOR, ANY),
    ("candidate_in", "→", {"Person"}, ORGS | {"Event", "Place"}),
    ("won", "→", AGENT, {"Event"}),
    ("defeated", "→", AGENT, AGENT),
    ("participated_in", "→", ACTOR, {"Event"}),
    ("organized", "→", ACTOR, {"Event"}),
    ("located_in", "→", ORGS | {"Event", "Place", "Product"}, {"Place"}),
    ("citizen_of", "→", {"Person"}, {"Place"}),
    ("visited", "→", {"Person"}, {"Place"}),
    ("family_of", "↔", {"Person"}, {"Person"}),
    ("part_of", "→", PART, PART),
    ("author_of", "→", AGENT, {"Work", "Law"}),
    ("attacked", "→", ACTOR, ANY),
    ("studied_at", "→", {"Person"}, ORGS),
]

MATCHES = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    SKOS.closeMatch,
    SKOS.broadMatch,
    SKOS.narrowMatch,
    SKOS.relatedMatch,
    LIA.inverseMatch,
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return ontology_graph()


def test_the_types_and_their_groups_are_those_of_the_guide_in_its_order():
    assert [(t.name, t.group) for t in ontology().types.values()] == TYPES
    assert list(ontology().types) == [name for name, _ in TYPES]


def test_the_relations_are_those_of_the_guide_in_its_order():
    found = [(r.name, "↔" if r.symmetric else "→", r.domain, r.range) for r in ontology().relations.values()]
    assert found == RELATIONS
    assert list(ontology().relations) == [name for name, *_ in RELATIONS]


def test_succession_and_competition_keep_to_one_kind():
    assert [r.name for r in ontology().relations.values() if r.same_kind] == ["succeeded", "competes_with"]
    types, competes = ontology().types, ontology().relations["competes_with"]
    assert competes.admits(types["Company"], types["Product"])
    assert not competes.admits(types["Company"], types["Person"])


def test_what_ends_a_lasting_relation():
    ends = {r.name: sorted(r.ends) for r in ontology().relations.values() if r.ends}
    assert ends == {key: ["leads", "member_of", "works_for"] for key in ("left", "dismissed")}
    assert all(ontology().relations[name].lasting for names in ends.values() for name in names)


def test_symmetric_relations_read_the_same_from_both_ends_and_the_others_do_not():
    for relation in ontology().relations.values():
        assert (relation.labels == relation.inverse_labels) == relation.symmetric, relation.name
        assert not relation.symmetric or relation.domain == relation.range, relation.name


def test_labels_tell_relations_apart():
    for lang in ("fr", "en"):
        labels = [r.labels[lang] for r in ontology().relations.values()]
        labels += [r.inverse_labels[lang] for r in ontology().relations.values() if not r.symmetric]
        assert len(set(labels)) == len(labels), lang


@pytest.mark.parametrize(
    ("subject", "relation", "object_", "admitted"),
    [
        ("Person", "leads", "Company", True),
        ("Person", "leads", "Place", True),
        ("Company", "leads", "Company", False),
        ("Person", "leads", "Person", False),
        ("Person", "works_for", "Person", True),
        ("Person", "works_for", "Place", False),
        ("Place", "member_of", "Institution", True),
        ("Place", "member_of", "Place", False),
        ("Person", "succeeded", "Person", True),
        ("Party", "succeeded", "Organization", True),
        ("Law", "succeeded", "Work", True),
        ("Person", "succeeded", "Company", False),
        ("Company", "succeeded", "Product", True),
        ("Product", "succeeded", "Work", False),
        ("Company", "owns", "Product", True),
        ("Place", "owns", "Company", False),
        ("Media", "funds", "Work", True),
        ("Product", "funds", "Work", False),
        ("Product", "competes_with", "Company", True),
        ("Place", "competes_with", "Company", False),
        ("Company", "supplies", "Place", True),
        ("Person", "supplies", "Company", False),
        ("Place", "attacked", "Law", True),
        ("Event", "attacked", "Place", False),
        ("Person", "won", "Event", True),
        ("Person", "won", "Person", False),
        ("Person", "candidate_in", "Party", True),
        ("Person", "candidate_in", "Product", False),
        ("Event", "located_in", "Place", True),
        ("Person", "located_in", "Place", False),
        ("Product", "part_of", "Company", True),
        ("Person", "part_of", "Company", False),
        ("Work", "part_of", "Work", False),
        ("Person", "author_of", "Law", True),
        ("Person", "author_of", "Product", False),
    ],
)
def test_admits(subject, relation, object_, admitted):
    types = ontology().types
    assert ontology().relations[relation].admits(types[subject], types[object_]) is admitted


def test_every_relation_has_a_family_and_every_family_a_relation():
    families = {r.family for r in ontology().relations.values()}
    assert families == set(ontology().families)


def test_statuses_and_kinds_of_mention_are_those_of_the_model(graph):
    assert list(ontology().statuses) == sorted(Status)
    kinds = {str(c).removeprefix(ONTOLOGY) for c in graph.subjects(SKOS.inScheme, LIA.mentionKinds)}
    assert kinds == set(MentionKind)


def test_types_fall_under_well_known_classes():
    assert {t.name: set(t.superclasses) for t in ontology().types.values()} == {
        "Person": {str(namespace.SDO.Person), str(namespace.FOAF.Person)},
        "Company": _group(namespace.ORG.FormalOrganization),
        "Party": _group(),
        "Institution": _group(),
        "Media": _group(namespace.SDO.NewsMediaOrganization),
        "Organization": _group(),
        "Product": {str(namespace.SDO.Product)},
        "Place": {str(namespace.SDO.Place), str(namespace.DCTERMS.Location)},
        "Event": {str(namespace.SDO.Event), "http://semanticweb.cs.vu.nl/2009/11/sem/Event"},
        "Law": {str(namespace.SDO.CreativeWork), str(namespace.FOAF.Document), str(namespace.SDO.Legislation)},
        "Work": {str(namespace.SDO.CreativeWork), str(namespace.FOAF.Document)},
    }


def _group(*more: URIRef) -> set[str]:
    return {
        str(c) for c in (namespace.SDO.Organization, namespace.ORG.Organization, namespace.FOAF.Organization, *more)
    }


def test_every_term_is_labelled_and_defined_once_in_both_languages(graph):
    terms = sorted({s for s in graph.subjects() if str(s).startswith(ONTOLOGY)})
    for term in terms:
        concept = (term, RDF.type, SKOS.Concept) in graph or (term, RDF.type, SKOS.ConceptScheme) in graph
        predicates = [SKOS.prefLabel if concept else RDFS.label, SKOS.definition]
        if (term, LIA.order, None) in graph and (term, RDF.type, OWL.ObjectProperty) in graph:
            predicates.append(LIA.inverseLabel)
        for predicate in predicates:
            texts = list(graph.objects(term, predicate))
            assert sorted(t.language for t in texts) == ["en", "fr"], (term, predicate)
            assert all(str(t).strip() == str(t) != "" for t in texts), (term, predicate)


def test_every_term_that_is_named_is_declared(graph):
    named = {n for triple in graph for n in triple if str(n).startswith(ONTOLOGY) and str(n) != ONTOLOGY}
    declared = set(graph.subjects(RDF.type, None))
    assert {n for n in named if isinstance(n, URIRef)} <= declared


def test_names_in_definitions_are_names_of_relations(graph):
    for definition in graph.objects(None, SKOS.definition):
        names = re.findall(r"\b[a-z]+_[a-z_]+\b", str(definition))
        assert set(names) <= set(ontology().relations), definition


def test_french_texts_keep_their_typography(graph):
    for _, predicate, text in graph:
        if getattr(text, "language", None) == "fr":
            assert "'" not in text, (predicate, text)
            assert not re.search(r" [;:!?»]|« ", text), (predicate, text)


def test_wikidata_iris_have_their_form(graph):
    iris = {str(n) for triple in graph for n in triple if "wikidata" in str(n)}
    assert iris
    assert [i for i in iris if not re.fullmatch(r"http://www\.wikidata\.org/entity/[PQ][1-9]\d*", i)] == []


def test_relations_match_properties_and_types_match_items(graph):
    for name in (*ontology().types, *ontology().relations):
        letter = "Q" if name in ontology().types else "P"
        iris = {str(o) for p in MATCHES for o in graph.objects(LIA[name], p)}
        assert {i.rsplit("/", 1)[1][0] for i in iris if "wikidata" in i} <= {letter}, name


def test_no_term_runs_both_ways(graph):
    for name, relation in ontology().relations.items():
        inverse = set(graph.objects(LIA[name], LIA.inverseMatch))
        same = {o for p in MATCHES if p != LIA.inverseMatch for o in graph.objects(LIA[name], p)}
        assert not inverse & same, name
        assert not (relation.symmetric and inverse), name


@pytest.mark.parametrize(
    ("relation", "wikidata"),
    [
        ("leads", {"P169", "P488", "P1037", "P6", "P35"}),
        ("founded", {"P112"}),
        ("owns", {"P127", "P749"}),
        ("funds", {"P859", "P8324"}),
        ("develops", {"P178", "P176"}),
        ("organized", {"P664"}),
        ("author_of", {"P50", "P57"}),
        ("works_for", set()),
        ("citizen_of", set()),
    ],
)
def test_wikidata_properties_from_object_to_subject_are_inverse(graph, relation, wikidata):
    found = {str(o).rsplit("/", 1)[1] for o in graph.objects(LIA[relation], LIA.inverseMatch) if "wikidata" in o}
    assert found == wikidata


@pytest.mark.filterwarnings("error:Code. .* is not defined in namespace")
def test_terms_of_closed_vocabularies_exist(graph):
    newer = {URIRef("https://schema.org/PoliticalParty")}  # in schema.org, not yet in rdflib's copy of it
    iris = {n for triple in graph for n in triple if isinstance(n, URIRef)} - newer
    for vocabulary in (
        namespace.SDO,
        namespace.FOAF,
        namespace.ORG,
        namespace.PROV,
        namespace.DCTERMS,
        namespace.VANN,
        SKOS,
        OWL,
        RDFS,
    ):
        for iri in sorted(i for i in iris if i.startswith(str(vocabulary))):
            assert vocabulary[iri.removeprefix(str(vocabulary))] == iri


def test_the_header(graph):
    header = URIRef(ONTOLOGY.removesuffix("#"))
    assert (header, RDF.type, OWL.Ontology) in graph
    assert str(graph.value(header, OWL.versionIRI)) == f"{header}/{graph.value(header, OWL.versionInfo)}"
    assert str(graph.value(header, namespace.VANN.preferredNamespaceUri)) == ONTOLOGY
    assert str(graph.value(header, namespace.VANN.preferredNamespacePrefix)) == "lia"
    assert str(graph.value(header, namespace.DCTERMS.license)) == "https://spdx.org/licenses/MIT"
    for predicate in (namespace.DCTERMS.title, namespace.DCTERMS.description):
        assert sorted(t.language for t in graph.objects(header, predicate)) == ["en", "fr"]


def test_two_parsers_read_the_same_number_of_triples(graph):
    text = graph.serialize(format="nt")
    source = (files("liaisons.graph") / "ontology.ttl").read_bytes()
    assert len(list(pyoxigraph.parse(source, format=pyoxigraph.RdfFormat.TURTLE))) == len(graph) == text.count(" .\n")


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (("Party", RDFS.subClassOf), "Party: 0 groups instead of one"),
        (("leads", LIA.family), "leads: 0 values of family instead of one"),
        (("won", RDFS.range), "won: 0 values of http.*range instead of one"),
    ],
)
def test_a_term_that_lacks_what_it_needs_is_named(graph, broken, message):
    name, predicate = broken
    damaged = Graph() + graph
    damaged.remove((LIA[name], predicate, None))
    with pytest.raises(ValueError, match=message):
        read(damaged)


def test_a_property_without_a_rank_is_no_relation(graph):
    more = Graph() + graph
    more.add((LIA.thanks, RDF.type, OWL.ObjectProperty))
    more.add((LIA.Rumour, RDFS.subClassOf, LIA.Happening))
    assert list(read(more).relations) == list(ontology().relations)
    assert list(read(more).types) == list(ontology().types)


def test_what_happened_is_a_kind_of_event():
    found = ontology()
    assert {r.event_kind for r in found.relations.values()} - {""} <= set(found.event_kinds)
    assert {r.role for r in found.relations.values()} - {""} <= set(found.roles)
    assert {k.broader for k in found.event_kinds.values()} - {""} <= set(found.event_kinds)
    assert all(k.days > 0 and set(k.labels) == {"fr", "en"} for k in found.event_kinds.values())
    assert found.relations["acquired"].event_kind == found.relations["merged_with"].event_kind == "takeover"
    assert not any(r.event_kind for r in found.relations.values() if r.lasting)
