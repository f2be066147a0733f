"""Every serialisation of one graph is the same RDF, for two readers that share no code."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import jsonld, rdf
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.formats import EVERY, Options, write_all
from liaisons.exports.iris import BASE, Iris
from liaisons.exports.validation import check
from liaisons.exports.vocabulary import PREFIXES, RDF, Vocabulary
from liaisons.graph import store
from liaisons.graph.authority import Known
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from liaisons.graph.ontology import ONTOLOGY, ontology, ontology_graph

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own use

FORMATS = {
    "nquads": (RdfFormat.N_QUADS, "nquads"),
    "trig": (RdfFormat.TRIG, "trig"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
    "ntriples": (RdfFormat.N_TRIPLES, "nt"),
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
}
"""Our formats as Oxigraph and rdflib call them."""
NAMED_GRAPHS = ("nquads", "trig", "jsonld")
STAR = ("nquads", "trig", "ntriples", "turtle")


def canonical(quads: Iterable[Quad]) -> list[str]:
    """The lines of the canonical dataset: two datasets are isomorphic where these are equal."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))


def union(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (Quad(q.subject, q.predicate, q.object) for q in quads)


def read_by_oxigraph(path: Path, form: str) -> Iterator[Quad]:
    return iter(parse(path=path, format=FORMATS[form][0]))


def read_by_rdflib(path: Path, form: str) -> Iterator[Quad]:
    dataset = rdflib.Dataset()
    dataset.parse(path, format=FORMATS[form][1])
    for s, p, o, graph in dataset.quads():
        default = form not in NAMED_GRAPHS or graph in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
        name = DefaultGraph() if default else NamedNode(str(graph))
        yield Quad(from_rdflib(s), from_rdflib(p), from_rdflib(o), name)


def from_rdflib(node: object) -> NamedNode | Literal | BlankNode:
    if isinstance(node, rdflib.URIRef):
        return NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return BlankNode(str(node))
    assert isinstance(node, rdflib.Literal)
    if node.language:
        return Literal(str(node), language=node.language)
    return Literal(str(node), datatype=NamedNode(str(node.datatype or rdflib.XSD.string)))


READERS: dict[str, Callable[[Path, str], Iterator[Quad]]] = {"oxigraph": read_by_oxigraph, "rdflib": read_by_rdflib}


def written(graph: KnowledgeGraph, folder: Path, form: str, **options: object) -> Path:
    (path,) = write_all(graph, folder, [form], replace(Options(), **options))  # type: ignore[arg-type]
    return path


def expected(graph: KnowledgeGraph, form: str, **options: object) -> list[str]:
    """What a file of this format holds: no named graphs in some, no control characters in XML (1.0, 2.2)."""
    quads: Iterable[Quad] = rdf.quads(graph, RdfOptions(**options))  # type: ignore[arg-type]
    if form not in NAMED_GRAPHS:
        quads = union(quads)
    if form == "rdfxml":
        quads = (Quad(*rdf._for_xml(q), q.graph_name) for q in quads)
    return canonical(quads)


@pytest.fixture(params=["sample_graph", "hostile_graph"])
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("form", FORMATS)
def test_isomorphic(graph, tmp_path, form, reader):
    parameters = {"model": '"\\\r\n\t', "x y": "\u202eab"}
    path = written(graph, tmp_path, form, parameters=parameters)
    assert canonical(READERS[reader](path, form)) == expected(graph, form, parameters=parameters)


NAMES = {
    "quotes": "Le \"Club\" 'des' «cinq»",
    "triple quotes": "\"\"\"x'''",
    "newlines": "a\nb\r\nc\rd\u2028e\u0085f",
    "tabs": "\ta\t",
    "backslashes": "C:\\temp\\n\\u0041\\",
    "braces": "{${a}} <b/> &amp; ]]> <!-- -->",
    "control": "a\x00b\x01c\x08d\x0ce\x1ff\x7fg\x9f",
    "not characters": "\ufffe\uffff\U0010ffff",
    "direction": "\u202eاللغة العربية\u202c עברית \u2067x\u2069",
    "arabic": "شركة النور للاتصالات",
    "han": "华为技术有限公司",
    "kana": "ソニー・グループ",
    "hangul": "삼성전자",
    "devanagari": "भारतीय जनता पार्टी",
    "thai": "พรรคเพื่อไทย",
    "ethiopic": "ኢትዮ ቴሌኮም",
    "cyrillic": "Роскомнадзор",
    "greek": "Νέα Δημοκρατία",
    "georgian": "ქართული ოცნება",
    "combining": "E\u0301lise",
    "astral": "𝒳 🙂👩‍👩‍👧 𐍈",
    "percent": "100% %20 %zz",
    "iri": "https://a.example/?q=1#f",
    "keyword": "@id",
    "dots": "../..",
    "space": "\u00a0a\u3000",
    "language": "a@fr",
}


def named(name: str) -> KnowledgeGraph:
    """An article in which this name is everything that a text can be."""
    text = f"{name} soutient Nordavia."
    spans = [Span.of(text, 0, len(name)), Span.of(text, len(text) - 9, len(text) - 1), Span.of(text, 0, len(text))]
    article = Article(f"n/{name}", text, "fr", title=name, date=name, url=name, source=name, author=name)
    entities = (
        Entity("a", name, "Person", (Mention(article.id, spans[0]),)),
        Entity("b", "Nordavia", "Company", (Mention(article.id, spans[1]),)),
    )
    evidence = Evidence(article.id, spans[2], spans[0], spans[2], spans[1], "a", name, name, name)
    return KnowledgeGraph(
        [ArticleGraph(article, entities, (Statement("a", "supports", "b", Status.ASSERTED, (evidence,)),))]
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_text(tmp_path, name, form):
    graph = named(name)
    path = written(graph, tmp_path, form)
    found = [canonical(read(path, form)) for read in READERS.values()]
    assert found == [expected(graph, form)] * len(READERS)
    if form != "rdfxml":
        texts = {q.object.value for q in read_by_oxigraph(path, form) if isinstance(q.object, Literal)}
        assert {name, graph.articles[f"n/{name}"].text} <= texts


@settings(max_examples=40, deadline=None)
@given(name=st.text(min_size=1), form=st.sampled_from(list(FORMATS)))
@example(name="\ud800\\", form="jsonld")
@example(name="a\r\x00", form="rdfxml")
def test_any_text(tmp_path_factory, name, form):
    graph = named(name)
    path = written(graph, tmp_path_factory.mktemp("any"), form)
    for read in READERS.values():
        assert canonical(read(path, form)) == expected(graph, form)


@pytest.mark.parametrize(
    "base", ["https://w3id.org/liaisons/data/", "http://données.example/ニュース/", "urn:x-news:a/"]
)
@pytest.mark.parametrize("form", FORMATS)
def test_bases(sample_graph, tmp_path, form, base):
    path = written(sample_graph, tmp_path, form, base=base)
    for read in READERS.values():
        assert canonical(read(path, form)) == expected(sample_graph, form, base=base)


@pytest.mark.parametrize("form", FORMATS)
def test_known_things_under_the_base(sample_graph, tmp_path, form):
    """Their IRIs are a person's: what lies under the base, and what looks like something else there."""
    for local in ("entity/../x", "Q:1", "@id", "//a", "?q", "#f", "", "./a", "1"):
        known = [Known(BASE + local, "Company", (("fr", "Nordavia"),), (), "Q1")]
        graph = KnowledgeGraph(sample_graph.article_graphs.values(), known=known)
        path = written(graph, tmp_path, form)
        assert canonical(read_by_oxigraph(path, form)) == expected(graph, form)


# --- RDF-star ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", STAR)
def test_asserted_statements_reify_their_plain_triple(graph, tmp_path, form):
    path = written(graph, tmp_path, form, star=True)
    found = set(read_by_oxigraph(path, form))
    assert canonical(found) == expected(graph, form, star=True)
    reifies = NamedNode(RDF.reifies[1:-1])
    iris = Iris()
    of = {(q.subject, q.object) for q in found if q.predicate == reifies}
    assert of == {
        (
            iris.statement(s.key),
            Triple(iris.entity(s.subject), NamedNode(ONTOLOGY + s.relation), iris.entity(s.object)),
        )
        for s in graph.statements()
        if s.status is Status.ASSERTED
    }
    plain = {Triple(q.subject, q.predicate, q.object) for q in found}
    assert {triple for _, triple in of} <= plain  # none is said only in a triple term
    assert [q for q in canonical(found) if "reifies" not in q] == expected(graph, form)


@pytest.mark.parametrize("form", sorted(EVERY.keys() - set(STAR)))
def test_formats_without_triple_terms(sample_graph, tmp_path, form):
    with pytest.raises(UserError, match=f"RDF-star is not for the format '{form}'; it is for turtle, nquads, trig"):
        written(sample_graph, tmp_path / "new", form, star=True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("form", STAR)
def test_a_file_with_triple_terms_meets_the_shapes(sample_graph, tmp_path, form):
    assert check(written(sample_graph, tmp_path, form, star=True)) == []


def test_the_command_writes_triple_terms(sample_graph, tmp_path):
    store.write(sample_graph, tmp_path / store.FILE)
    command = ["export", "--in", str(tmp_path), "--format", "trig,nquads", "--rdf-star"]
    with pytest.raises(UserError, match="name another folder with -o"):
        CliRunner().invoke(app, command, catch_exceptions=False)
    assert CliRunner().invoke(app, [*command, "-o", str(tmp_path / "star")]).exit_code == 0
    files = sorted((tmp_path / "star").iterdir())
    assert [f.name for f in files] == ["graph.nq", "graph.trig"]
    assert all("<<( " in f.read_text(encoding="utf-8") for f in files)
    assert CliRunner().invoke(app, ["check", str(files[1])]).exit_code == 0


# --- the shapes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_meets_the_shapes(sample_graph, tmp_path, form):
    assert check(written(sample_graph, tmp_path, form)) == []


# --- bytes ------------------------------------------------------------------------------------------------------------


def test_same_bytes_whatever_the_hash_seed(graph, tmp_path):
    store.write(graph, tmp_path / "graph.db")
    script = (
        "import sys; from pathlib import Path; from liaisons.exports.formats import write_all;"
        "from liaisons.graph import store; folder = Path(sys.argv[1]);"
        f"list(write_all(store.read(folder / 'graph.db'), folder / sys.argv[2], {list(FORMATS)}))"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", script, str(tmp_path), seed], env=environment, cwd=tmp_path, check=True)
    for path in write_all(graph, tmp_path / "here", FORMATS):
        for seed in ("1", "2"):
            assert (tmp_path / seed / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("form", ["turtle", "trig"])
def test_prefixes_stand_once_and_sorted(sample_graph, tmp_path, form):
    lines = written(sample_graph, tmp_path, form).read_text(encoding="utf-8").splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert len(prefixes) == len(PREFIXES | Iris().prefixes)
    assert lines[len(prefixes)] == ""


# --- the context ------------------------------------------------------------------------------------------------------


def test_the_context_is_the_published_one():
    published = json.loads((Path(jsonld.__file__).parent / "context.jsonld").read_text(encoding="utf-8"))
    assert published == {"@context": jsonld.context()}, "python -m liaisons ontology -o exports/context.jsonld"


def test_the_context_has_every_term_of_ours_that_data_use(graph):
    words = {term.iri for term in jsonld.terms().values()}
    used = {t.value for q in rdf.quads(graph) for t in (q.predicate, q.object) if isinstance(t, NamedNode)}
    ours = {f"lia:{iri.removeprefix(ONTOLOGY)}" for iri in used if iri.startswith(ONTOLOGY)} - {"lia:"}
    assert ours <= words
    names = {*ontology().types, *ontology().relations, *ontology().statuses, *ontology().event_kinds}
    assert {f"lia:{name}" for name in names} <= words
    predicates = {q.predicate.value for q in rdf.quads(graph)} - {RDF.type[1:-1]}
    assert all(":" not in jsonld._word(iri) for iri in predicates)


def test_terms_of_other_vocabularies_exist():
    """rdflib knows the terms of some namespaces, and refuses others."""
    closed = {
        "dcterms": rdflib.DCTERMS,
        "prov": rdflib.PROV,
        "skos": rdflib.SKOS,
        "void": rdflib.VOID,
        "owl": rdflib.OWL,
    }
    for term in jsonld.terms().values():
        prefix, _, name = term.iri.partition(":")
        assert prefix in PREFIXES
        if prefix == "schema":
            assert Vocabulary(rdflib.SDO)[name]
        elif prefix in closed:
            assert closed[prefix][name]
        elif prefix == "lia":
            assert (rdflib.URIRef(ONTOLOGY + name), None, None) in ontology_graph()


def test_a_node_reads_like_json(sample_graph, tmp_path):
    document = json.loads(written(sample_graph, tmp_path, "jsonld").read_text(encoding="utf-8"))
    nodes = {node["id"]: node for node in document["@graph"] if "@graph" not in node}
    assert nodes["entity/group/parti-des-rivieres"] == {
        "id": "entity/group/parti-des-rivieres",
        "type": ["org:Organization", "foaf:Organization", "schema:Organization", "Party"],
        "label": "Parti des Rivières",
        "prefLabel": {"@none": ["Parti des Rivières"], "fr": ["Parti des Rivières"]},
        "altLabel": {"fr": ["PDR"]},
    }
    graphs = {node["id"]: node["@graph"] for node in document["@graph"] if "@graph" in node}
    (statement,) = (n for n in graphs["article/wire-7"] if n.get("predicate") == "acquired")
    assert statement["status"] == "asserted"
