import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from liaisons.exports import dataset, literals, rdf, turtle
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.formats import FORMATS, write_all
from liaisons.exports.iris import Iris, encode
from liaisons.graph import store
from liaisons.graph.authority import Known
from liaisons.graph.errors import UserError
from liaisons.graph.happenings import Event, Participant
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Reason, Span, Statement, Status
from liaisons.graph.ontology import ONTOLOGY, ontology, ontology_graph

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own use

BASE = "https://w3id.org/liaisons/data/"
PREFIXES = RdfOptions().prefixes


def term(name: str) -> NamedNode:
    """A prefixed name as a node; a name under no prefix lies under the base."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def data(path: str) -> NamedNode:
    return NamedNode(BASE + path)


def values(quads: Iterable[Quad], subject: NamedNode, predicate: str) -> set[str]:
    """The objects in the syntax of N-Triples."""
    return {str(q.object) for q in quads if q.subject == subject and q.predicate == term(predicate)}


def without_graphs(quads: Iterable[Quad]) -> set[Triple]:
    return {Triple(q.subject, q.predicate, q.object) for q in quads}


@pytest.fixture(params=["sample_graph", "hostile_graph"])
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


TEXT = "« Ada dirige Bêta », dit Ada ; 2,5 M€."

WHOLE = """
@prefix : <https://w3id.org/liaisons/ontology#> .
@prefix d: <https://w3id.org/liaisons/data/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

d:dataset a void:Dataset , dcat:Dataset , prov:Entity ;
    dcterms:title "Statements of news articles, each with its sentence"@en ,
        "Ce qu’affirment des articles de presse, phrase à l’appui"@fr ;
    dcterms:language "fr" ; void:vocabulary : ; void:uriSpace "https://w3id.org/liaisons/data/" ;
    void:documents "1"^^xsd:nonNegativeInteger ; void:entities "2"^^xsd:nonNegativeInteger ;
    prov:wasGeneratedBy <https://w3id.org/liaisons/data/activity/63b674dc0530c6b23a2a> .
<https://w3id.org/liaisons/data/activity/63b674dc0530c6b23a2a> a prov:Activity ;
    prov:wasAssociatedWith <https://w3id.org/liaisons/data/software/0.0> ;
    prov:used <https://w3id.org/liaisons/data/activity/63b674dc0530c6b23a2a/model> .
<https://w3id.org/liaisons/data/activity/63b674dc0530c6b23a2a/model> a schema:PropertyValue ;
    schema:name "model" ; schema:value "md" .
<https://w3id.org/liaisons/data/software/0.0> a prov:SoftwareAgent ;
    schema:name "liaisons" ; schema:softwareVersion "0.0" .

<https://w3id.org/liaisons/data/entity/human/ada> a :Person , schema:Person , foaf:Person ;
    rdfs:label "Ada" ; skos:prefLabel "Ada"@fr .
<https://w3id.org/liaisons/data/entity/group/beta> a :Company ,
        schema:Organization , foaf:Organization , org:Organization , org:FormalOrganization ;
    rdfs:label "Bêta" ; skos:prefLabel "Bêta"@fr .

<https://w3id.org/liaisons/data/article/n%201> a schema:NewsArticle , prov:Entity ; void:inDataset d:dataset ;
    schema:identifier "n 1" ; schema:headline "Titre"@fr ; schema:datePublished "2024-03"^^xsd:gYearMonth ;
    schema:url <https://a.example/1> ; schema:author "Zoé" ; schema:publisher "Le Journal" ; schema:inLanguage "fr" ;
    schema:mentions <https://w3id.org/liaisons/data/entity/human/ada> ,
        <https://w3id.org/liaisons/data/entity/group/beta> .

GRAPH <https://w3id.org/liaisons/data/article/n%201> {
    <https://w3id.org/liaisons/data/entity/human/ada> :leads <https://w3id.org/liaisons/data/entity/group/beta> .

    <https://w3id.org/liaisons/data/statement/443149bdcd9e0afe1fad> a :Statement , rdf:Statement ;
        rdf:subject <https://w3id.org/liaisons/data/entity/human/ada> ; rdf:predicate :leads ;
        rdf:object <https://w3id.org/liaisons/data/entity/group/beta> ; :status :asserted ;
        prov:wasDerivedFrom <https://w3id.org/liaisons/data/article/n%201> ;
        :evidence <https://w3id.org/liaisons/data/evidence/f7df9dd5b2ffd14b1379> .

    <https://w3id.org/liaisons/data/evidence/f7df9dd5b2ffd14b1379> a :Evidence ; :confidence 0.75 ;
        oa:hasSource <https://w3id.org/liaisons/data/article/n%201> ;
        prov:wasAttributedTo <https://w3id.org/liaisons/data/entity/human/ada> ; :when "2024-03-05"^^xsd:date ;
        :amount "2500000 EUR" ; :amountValue "2500000"^^xsd:decimal ; :amountCurrency "EUR" ; :role "directrice"@fr ;
        :sentence <https://w3id.org/liaisons/data/article/n%201#char=0,38> ;
        :subjectSpan <https://w3id.org/liaisons/data/article/n%201#char=2,5> ;
        :cueSpan <https://w3id.org/liaisons/data/article/n%201#char=6,12> ;
        :objectSpan <https://w3id.org/liaisons/data/article/n%201#char=13,17> .

    SPANS
}
"""

SPAN = """
    <https://w3id.org/liaisons/data/article/n%201#char={0},{1}>
        a :Span , oa:TextQuoteSelector , oa:TextPositionSelector ; oa:exact "{2}" ;
        oa:start "{0}"^^xsd:nonNegativeInteger ; oa:end "{1}"^^xsd:nonNegativeInteger .
"""


EVIDENCE = {"source": "a", "when": "2024-03-05", "amount": "2500000 EUR", "role": "directrice", "confidence": 0.75}


def one_statement(evidence: Mapping[str, Any] = EVIDENCE, **article: str) -> KnowledgeGraph:
    about = Article(**{"id": "n 1", "text": TEXT, "lang": "fr", **article})
    ada, beta, cue, sentence = (Span.of(TEXT, *at) for at in ((2, 5), (13, 17), (6, 12), (0, len(TEXT))))
    place = Evidence(about.id, sentence, ada, cue, beta, **evidence)
    entities = (
        Entity("a", "Ada", "Person", (Mention(about.id, ada),)),
        Entity("b", "Bêta", "Company", (Mention(about.id, beta),)),
    )
    statement = Statement("a", "leads", "b", Status.ASSERTED, (place,))
    return KnowledgeGraph([ArticleGraph(about, entities, (statement,)).check()])


FIELDS = {"title": "Titre", "date": "2024-03", "url": "https://a.example/1", "source": "Le Journal", "author": "Zoé"}


def test_one_statement_whole(monkeypatch):
    monkeypatch.setattr(dataset, "__version__", "0.0")
    places = ((0, len(TEXT)), (2, 5), (6, 12), (13, 17))
    expected = WHOLE.replace("SPANS", "".join(SPAN.format(i, j, TEXT[i:j]) for i, j in places))
    found = set(rdf.quads(one_statement(**FIELDS), RdfOptions(parameters={"model": "md"})))
    assert found == set(parse(expected, format=RdfFormat.TRIG))


def test_both_files_hold_the_quads_for_two_readers(graph, tmp_path):
    quads = set(rdf.quads(graph, RdfOptions(parameters={"p\n": '"\\'})))
    rdf.write_nquads(graph, tmp_path / "g.nq", RdfOptions(parameters={"p\n": '"\\'}))
    turtle.write_turtle(graph, tmp_path / "g.ttl", RdfOptions(parameters={"p\n": '"\\'}))
    assert set(parse(path=tmp_path / "g.nq")) == quads
    assert without_graphs(parse(path=tmp_path / "g.ttl")) == without_graphs(quads)
    dataset = rdf.to_dataset(graph, RdfOptions(parameters={"p\n": '"\\'}))
    assert sum(1 for _ in dataset.quads()) == len(quads)
    assert set(rdflib.Dataset().parse(tmp_path / "g.nq", format="nquads").quads()) == set(dataset.quads())
    assert set(rdflib.Graph().parse(tmp_path / "g.ttl")) == {(s, p, o) for s, p, o, _ in dataset.quads()}


def test_lines_are_sorted_and_distinct_in_each_graph(graph, tmp_path):
    rdf.write_nquads(graph, tmp_path / "g.nq")
    seen: list[tuple[str, list[bytes]]] = []
    for line, quad in zip((tmp_path / "g.nq").read_bytes().splitlines(), parse(path=tmp_path / "g.nq"), strict=True):
        name = str(quad.graph_name)
        if not seen or seen[-1][0] != name:
            seen.append((name, []))
        seen[-1][1].append(line)
    expected = ["DEFAULT", *(str(Iris().article(i)) for i, g in graph.article_graphs.items() if g.statements)]
    assert [name for name, _ in seen] == expected
    assert all(lines == sorted(set(lines)) for _, lines in seen)


def test_what_a_node_says_is_in_order_with_all_its_fields():
    evidence = {"when": "2024-03", "amount": "5 EUR", "role": "patronne", "source": "b", "reasons": (Reason("x", 0.5),)}
    found = one_statement(evidence, **FIELDS)
    deal = Event(
        "happening/x",
        labels=(("en", "takeover"), ("fr", "rachat\xa0: x")),
        kind="takeover",
        status=Status.ASSERTED,
        when="2024",
        amount="5 EUR",
        places=("b", "a"),
        participants=tuple(
            Participant(role, ident) for role, ident in (("patient", "b"), ("agent", "a"), ("other", "a"))
        ),
        statements=(("b", "x", "y", "asserted"), ("a", "x", "y", "asserted")),
    )
    found.__dict__["events_by_id"] = {deal.id: deal}
    nodes = [node for _, part in dataset.parts(found, RdfOptions(star=True)) for node in part]
    assert str(Iris().entity(deal.id)) in dict(nodes)
    for subject, said in nodes:
        assert list(said) == sorted(set(said)), subject


def test_languages_that_are_written_alike_are_one_line():
    articles = (Article(str(number), "x", lang) for number, lang in enumerate(("\ud800", "?")))
    lines = b"".join(rdf.lines(KnowledgeGraph([ArticleGraph(a) for a in articles]))).splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("lang", ["", "fr"])
def test_each_character_is_written_as_oxigraph_does(lang):
    for code in (*range(0x3000), 0xD7FF, 0xE000, 0xFEFF, *range(0xFFF0, 0x10010), 0x1F600, 0x10FFFF):
        value = f"à{chr(code)}"
        assert literals.text(value, lang) == str(Literal(value, language=lang or None))
    assert literals.text("\ud800", lang) == literals.text("?", lang)


def test_only_asserted_statements_are_plain_triples(graph):
    relations = {term(f"lia:{name}") for name in ontology().relations}
    iris = Iris()
    expected = {
        Quad(iris.entity(s.subject), term(f"lia:{s.relation}"), iris.entity(s.object), iris.article(article))
        for article in graph.articles
        for s in graph.named_graph(article)
        if s.status is Status.ASSERTED
    }
    assert expected
    assert {q for q in rdf.quads(graph) if q.predicate in relations} == expected


def test_every_quote_stands_at_its_position(graph):
    quads = list(rdf.quads(graph))
    texts = {str(Iris().article(i)): a.text for i, a in graph.articles.items()}
    of = {p: {q.subject: q.object for q in quads if q.predicate == term(p)} for p in ("oa:exact", "oa:start", "oa:end")}
    places = {term(f"lia:{name}") for name in ("sentence", "subjectSpan", "cueSpan", "objectSpan")}
    found = [q for q in quads if q.predicate in places]
    assert len(found) == 4 * sum(len(s.evidence) for s in graph.statements())
    for q in found:
        start, end = (int(of[p][q.object].value) for p in ("oa:start", "oa:end"))
        assert of["oa:exact"][q.object].value == texts[str(q.graph_name)][start:end]


def test_no_blank_nodes_and_no_term_that_the_ontology_lacks(graph):
    declared = {str(s) for s in ontology_graph().subjects()} | {ONTOLOGY}
    for quad in rdf.quads(graph):
        terms = [quad.subject, quad.predicate, quad.object, quad.graph_name]
        assert not any(isinstance(t, BlankNode) for t in terms)
        ours = {t.value for t in terms if isinstance(t, NamedNode) and t.value.startswith(ONTOLOGY)}
        assert ours <= declared


def test_an_articles_graph_does_not_depend_on_other_articles(sample_graph):
    alone = KnowledgeGraph([sample_graph.article_graphs["wire-7"]])
    name = Iris().article("wire-7")
    expected = {q for q in rdf.quads(sample_graph) if q.graph_name == name}
    assert {q for q in rdf.quads(alone) if q.graph_name == name} == expected


def test_a_statement_of_two_articles_is_one_node(sample_graph):
    quads = list(rdf.quads(sample_graph))
    (statement,) = {
        q.subject for q in quads if q.predicate == term("rdf:predicate") and q.object == term("lia:acquired")
    }
    assert values(quads, statement, "prov:wasDerivedFrom") == {
        f"<{BASE}article/gazette/2024-03-13>",
        f"<{BASE}article/wire-7>",
    }
    assert len(values(quads, statement, "lia:evidence")) == 2


@pytest.mark.parametrize(
    ("entity", "predicate", "expected"),
    [
        ("human/ines-vauquelin", "rdfs:label", {'"Ines Vauquelin"'}),
        ("human/ines-vauquelin", "skos:prefLabel", {'"Inès Vauquelin"@fr', '"Ines Vauquelin"@en'}),
        ("human/ines-vauquelin", "skos:altLabel", set()),  # "Elle" is a pronoun
        ("group/nordavia", "skos:prefLabel", {'"Nordavia"', '"Nordavia"@en', '"Nordavia"@fr'}),
        ("group/nordavia", "skos:altLabel", {'"NVD"@en'}),  # "l’avionneur" is a description
        ("group/parti-des-rivieres", "skos:altLabel", {'"PDR"@fr'}),
        ("location/lyon", "skos:prefLabel", {'"Lyon"'}),
    ],
)
def test_names_by_language(sample_graph, entity, predicate, expected):
    assert values(rdf.quads(sample_graph), data(f"entity/{entity}"), predicate) == expected


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("field", "value", "predicate", "expected"),
    [
        ("date", "2024-03-13", "schema:datePublished", f'"2024-03-13"^^<{XSD}date>'),
        ("date", "2024-03", "schema:datePublished", f'"2024-03"^^<{XSD}gYearMonth>'),
        ("date", "2024", "schema:datePublished", f'"2024"^^<{XSD}gYear>'),
        ("date", "2024-02-30", "schema:datePublished", '"2024-02-30"'),
        ("date", "0000", "schema:datePublished", '"0000"'),
        ("date", "٢٠٢٤", "schema:datePublished", '"٢٠٢٤"'),
        ("date", "hier", "schema:datePublished", '"hier"'),
        ("url", "https://é.example/道?q=%C3%A9#f", "schema:url", "<https://é.example/道?q=%C3%A9#f>"),
        ("url", "HTTP://a.example", "schema:url", "<HTTP://a.example>"),
        ("url", "https://a.example/a b", "schema:url", '"https://a.example/a b"'),
        ("url", "https://a.example/%zz", "schema:url", '"https://a.example/%zz"'),
        ("url", "https://", "schema:url", '"https://"'),
        ("url", "javascript:alert(1)", "schema:url", '"javascript:alert(1)"'),
        ("url", "a.example/1", "schema:url", '"a.example/1"'),
        ("title", 'a "b"\n\\', "schema:headline", r'"a \"b\"\n\\"@fr'),
        ("title", "a\ud800b", "schema:headline", '"a?b"@fr'),
        ("lang", "pt-BR", "schema:inLanguage", '"pt-BR"'),
    ],
)
def test_article_fields(field, value, predicate, expected):
    quads = rdf.quads(one_statement(**{field: value}))
    assert values(quads, data("article/n%201"), predicate) == {expected}


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("fr", '"directrice"@fr'), ("pt-BR", '"directrice"@pt-br'), ("", '"directrice"'), ('x" .', '"directrice"')],
)
def test_a_role_has_the_language_of_its_article(lang, expected):
    quads = rdf.quads(one_statement(lang=lang))
    assert {str(q.object) for q in quads if q.predicate == term("lia:role")} == {expected}


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("when", "2023", {f'when "2023"^^<{XSD}gYear>'}),
        ("when", "demain", {'when "demain"'}),
        (
            *("amount", "1.5 BTC"),
            {'amount "1.5 BTC"', f'amountValue "1.5"^^<{XSD}decimal>', 'amountCurrency "BTC"'},
        ),
        ("amount", "1 500 €", {'amount "1 500 €"'}),
        ("confidence", 1e-9, {f'confidence "0.000000001"^^<{XSD}decimal>'}),
        ("confidence", 0, {f'confidence "0"^^<{XSD}decimal>'}),
    ],
)
def test_evidence_fields(field, value, expected):
    quads = rdf.quads(one_statement(evidence={field: value}))
    terms = {term(f"lia:{name}"): name for name in (field, "amountValue", "amountCurrency")}
    assert {f"{terms[q.predicate]} {q.object}" for q in quads if q.predicate in terms} == expected


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        ("human/élise", "human/élise"),
        ("group/家族", "group/家族"),
        ("a b", "a%20b"),
        ("v0.1.x", "v0.1.x"),
        ("../a./.b..", "%2E%2E/a%2E/%2Eb%2E%2E"),
        ("a%20b", "a%2520b"),
        ('<"#?\\^`{|}>', "%3C%22%23%3F%5C%5E%60%7B%7C%7D%3E"),
        ("a\n\x00", "a%0A%00"),
        ("\u202e🙂", "%E2%80%AE%F0%9F%99%82"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_identifiers_in_iris(ident, expected):
    assert encode(ident) == expected


@pytest.mark.parametrize("base", ["", "data/", "https://a.example/x", "https://a.example/#/", "https://a b/"])
def test_a_base_that_is_none(base, sample_graph):
    with pytest.raises(UserError, match="absolute IRI that ends in '/'"):
        next(rdf.quads(sample_graph, RdfOptions(base=base)))


def test_another_base(sample_graph):
    base = "http://données.example/nouvelles/"
    there = {str(q).replace(base, BASE) for q in rdf.quads(sample_graph, RdfOptions(base=base))}
    assert there == {str(q) for q in rdf.quads(sample_graph)}


def test_same_bytes_whatever_the_hash_seed(graph, tmp_path):
    store.write(graph, tmp_path / "graph.db")
    script = (
        "import sys; from pathlib import Path; from liaisons.exports.formats import write_all;"
        "from liaisons.graph import store; folder = Path(sys.argv[1]);"
        "list(write_all(store.read(folder / 'graph.db'), folder / sys.argv[2]))"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, str(tmp_path), seed], env=environment, cwd=tmp_path, check=True)
    for path in write_all(graph, tmp_path / "here"):
        assert path.stat().st_size
        for seed in ("1", "2"):
            assert (tmp_path / seed / path.name).read_bytes() == path.read_bytes()


def test_files_appear_under_their_names_only(sample_graph, tmp_path):
    assert [p.name for p in write_all(sample_graph, tmp_path / "a" / "b")] == [f.file for f in FORMATS.values()]
    assert sorted(p.name for p in (tmp_path / "a" / "b").iterdir()) == sorted(f.file for f in FORMATS.values())


def test_an_unknown_format(sample_graph, tmp_path):
    with pytest.raises(UserError, match=r"no export format 'xls' \(did you mean csv\?\); there are html, turtle"):
        list(write_all(sample_graph, tmp_path / "new", ["nquads", "xls"]))
    assert not (tmp_path / "new").exists()


def test_no_articles(tmp_path):
    turtle.write_turtle(KnowledgeGraph(), tmp_path / "g.ttl")
    assert without_graphs(parse(path=tmp_path / "g.ttl")) == without_graphs(rdf.quads(KnowledgeGraph()))


@settings(max_examples=60, deadline=None)
@given(ident=st.text(), name=st.text(min_size=1), value=st.text(), lang=st.text(max_size=5))
@example(ident="-", name="0", value="", lang="")
@example(ident="\ud800\\", name='\\"', value='"""\n\\"', lang="fr")
def test_any_text_survives(tmp_path_factory, ident, name, value, lang):
    folder: Path = tmp_path_factory.mktemp("any")
    text = f"{name} {value}"
    article = Article(ident, text, lang, title=value, date=value, url=value, source=value, author=value)
    spans = [Span.of(text, 0, len(name)), Span.of(text, 0, len(text))]
    entities = (
        Entity("a", name, "Person", (Mention(ident, spans[0]),)),
        Entity("b", value or "b", "Work", (Mention(ident, spans[1]),)),
    )
    evidence = Evidence(ident, spans[1], spans[0], spans[1], spans[1], "a", value or None, value or None, value or None)
    graph = KnowledgeGraph(
        [ArticleGraph(article, entities, (Statement("a", "supports", "b", Status.ENDED, (evidence,)),))]
    )
    expected = set(rdf.quads(graph))
    rdf.write_nquads(graph, folder / "g.nq")
    turtle.write_turtle(graph, folder / "g.ttl")
    assert set(parse(path=folder / "g.nq")) == expected
    assert without_graphs(parse(path=folder / "g.ttl")) == without_graphs(expected)
    dataset = rdf.to_dataset(graph)
    assert set(rdflib.Dataset().parse(folder / "g.nq", format="nquads").quads()) == set(dataset.quads())
    assert set(rdflib.Graph().parse(folder / "g.ttl")) == {(s, p, o) for s, p, o, _ in dataset.quads()}


def test_known_things_have_their_labels_and_what_they_are_elsewhere(sample_graph, tmp_path):
    """Ids that are web addresses are the IRIs; others lie under the base, whatever they hold."""
    known = [
        Known("https://example.org/nordavia", "Company", (("fr", "Nordavia"), ("en", "Nordavia Air")), (), "Q1"),
        Known("a b/Q2", "Company", (("", "Quantelle"),), (), "Q2"),
    ]
    graph = KnowledgeGraph(sample_graph.article_graphs.values(), known=known)
    quads = list(rdf.quads(graph))
    nordavia, quantelle = NamedNode("https://example.org/nordavia"), data("entity/a%20b/Q2")
    assert values(quads, nordavia, "owl:sameAs") == {"<http://www.wikidata.org/entity/Q1>"}
    assert values(quads, quantelle, "owl:sameAs") == {"<http://www.wikidata.org/entity/Q2>"}
    assert values(quads, nordavia, "skos:prefLabel") == {'"Nordavia"@fr', '"Nordavia Air"@en', '"Nordavia"'}
    assert values(quads, nordavia, "skos:altLabel") == {'"Nordavia"@en', '"NVD"@en'}
    assert str(quantelle) in values(quads, nordavia, "lia:acquired")
    turtle.write_turtle(graph, tmp_path / "g.ttl")
    assert (tmp_path / "g.ttl").read_text(encoding="utf-8").count("owl:sameAs") == 2


def test_two_ways_to_one_reading_are_one_line(sample_graph: KnowledgeGraph) -> None:
    """Evidence that differs in its reasons alone has one IRI, and a quad stands in the file once."""
    ident, graph = next((i, g) for i, g in sample_graph.article_graphs.items() if g.statements)
    first = graph.statements[0]
    evidence = first.evidence[0]
    other = dataclasses.replace(evidence, reasons=(*evidence.reasons, Reason("another way", 1.0)))
    twice = dataclasses.replace(first, evidence=tuple(sorted({*first.evidence, other}, key=repr)))
    changed = dataclasses.replace(graph, statements=(twice, *graph.statements[1:]))
    quads = list(
        rdf.quads(KnowledgeGraph([*(g for i, g in sample_graph.article_graphs.items() if i != ident), changed]))
    )
    assert len(quads) == len(set(quads))
