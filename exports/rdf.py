"""RDF: a graph as quads, as an rdflib dataset, as N-Quads, as Turtle.

The default graph describes the dataset, its entities and its articles. The named graph `<base>article/<id>` holds what
the article states: each statement an IRI with status and evidence, and, for those that are asserted only, the plain
triple. There are no blank nodes, and the same graph and options give the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import Path

import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, serialize
from pyoxigraph import Triple as OxTriple
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import NamespaceManager

from .. import __version__
from ..graph.knowledge import KnowledgeGraph
from . import triples
from .iris import BASE, Iris
from .vocabulary import PREFIXES


def quads(graph: KnowledgeGraph, *, base: str = BASE, parameters: Mapping[str, str] | None = None) -> Iterator[Quad]:
    """The graph as quads, graph by graph: the default graph first, then the articles in the order of their ids.

    Inside a graph quads come in no order, and may come again. `parameters` of the run that made the graph go into its
    description. `UserError` where `base` is no absolute IRI that ends in "/".
    """
    iris = Iris(base)
    default = DefaultGraph()
    for triple in _default(graph, iris, parameters or {}):
        yield Quad(*triple, default)
    for ident, article in graph.articles.items():
        name = iris.article(ident)
        for triple in triples.named_graph(iris, article, graph.named_graph(ident)):
            yield Quad(*triple, name)


def _default(graph: KnowledgeGraph, iris: Iris, parameters: Mapping[str, str]) -> Iterator[triples.Triple]:
    yield from triples.dataset(graph, iris, __version__, parameters)
    for entity in graph.entities.values():
        yield from triples.entity(graph, iris, entity)
    statements = {s.key: s for s in graph.statements()}
    for event in graph.events():
        yield from triples.event(iris, event, statements)
    for article in graph.articles.values():
        yield from triples.article(graph, iris, article)


def to_dataset(
    graph: KnowledgeGraph, *, base: str = BASE, parameters: Mapping[str, str] | None = None
) -> rdflib.Dataset:
    """The same quads as an rdflib dataset with its prefixes bound."""
    dataset = rdflib.Dataset()
    dataset.namespace_manager = NamespaceManager(dataset, bind_namespaces="none")
    for prefix, name in _prefixes(base).items():
        dataset.bind(prefix, name)
    for graph_name, found in groupby(quads(graph, base=base, parameters=parameters), lambda q: q.graph_name):
        target = dataset.graph(
            rdflib.URIRef(graph_name.value) if isinstance(graph_name, NamedNode) else DATASET_DEFAULT_GRAPH_ID
        )
        for quad in found:
            target.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return dataset


def write_nquads(
    graph: KnowledgeGraph, path: Path, *, base: str = BASE, parameters: Mapping[str, str] | None = None
) -> None:
    """Write canonical N-Quads: the default graph, then the articles in the order of their ids, lines sorted in each."""
    with path.open("wb") as file:
        for block in _blocks(quads(graph, base=base, parameters=parameters)):
            serialize(block, file, RdfFormat.N_QUADS)


def write_turtle(
    graph: KnowledgeGraph, path: Path, *, base: str = BASE, parameters: Mapping[str, str] | None = None
) -> None:
    """Write the union of the graphs as Turtle, in the same order.

    Turtle has no named graphs: statements name their articles by `prov:wasDerivedFrom`, evidence its own by
    `oa:hasSource`. What several articles state is written with each of them.
    """
    prefixes = _prefixes(base)
    with path.open("wb") as file:
        for prefix, name in sorted(prefixes.items()):
            file.write(f"@prefix {prefix}: <{name}> .\n".encode())
        for block in _blocks(quads(graph, base=base, parameters=parameters)):
            found = (OxTriple(q.subject, q.predicate, q.object) for q in block)
            turtle = BytesIO()
            serialize(found, turtle, RdfFormat.TURTLE, prefixes=prefixes)
            body = turtle.getvalue().split(b"\n", len(prefixes))[-1]  # without the prefixes, whose order changes
            file.write(b"\n" + body)


def _blocks(found: Iterable[Quad]) -> Iterator[list[Quad]]:
    """The distinct quads of one graph after the other, sorted."""
    for _, block in groupby(found, lambda q: q.graph_name):
        yield sorted(set(block), key=str)


def _prefixes(base: str) -> dict[str, str]:
    return PREFIXES | Iris(base).prefixes


def term(it: object) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(it, NamedNode):
        return rdflib.URIRef(it.value)
    if not isinstance(it, Literal):
        raise ValueError(f"neither an IRI nor a literal: {it}")
    if it.language:
        return rdflib.Literal(it.value, lang=it.language)
    datatype = rdflib.URIRef(it.datatype.value)
    plain = datatype == rdflib.XSD.string
    return rdflib.Literal(it.value, datatype=None if plain else datatype, normalize=False)
