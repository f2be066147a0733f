"""RDF: a graph as quads, as an rdflib dataset, and in the serialisations of the W3C.

The default graph describes the dataset, its entities and its articles. The named graph `<base>article/<id>` holds what
the article states: each statement an IRI with status and evidence, and, for those that are asserted only, the plain
triple. There are no blank nodes, and the same graph and options give the same bytes.

All formats come from the same lines, one graph after the other, so that no more than the part of one article is held
beside the graph.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import IO, cast
from xml.sax.saxutils import quoteattr

import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from pyoxigraph import Triple as OxTriple
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import NamespaceManager

from ..graph.knowledge import KnowledgeGraph
from .dataset import PLAIN, RdfOptions, parts
from .vocabulary import PREFIXES
from .xmltext import clean

_TOGETHER = 500
"""Subjects whose lines are parsed at once."""


def quads(graph: KnowledgeGraph, options: RdfOptions = PLAIN) -> Iterator[Quad]:
    """The graph as quads, each once: the default graph first, then the articles in the order of their ids.

    Inside a graph quads are in the order of their lines in N-Quads.
    """
    found = lines(graph, options)
    while some := b"".join(islice(found, _TOGETHER)):
        yield from parse(some, RdfFormat.N_QUADS)


def lines(
    graph: KnowledgeGraph, options: RdfOptions = PLAIN, *, named: bool = True, union: bool = False
) -> Iterator[bytes]:
    """The same as canonical N-Quads: all lines of a subject together, in order; as N-Triples where not `named`.

    With `union`, what a named graph holds comes for the default graph too, and may come again there.
    """
    for name, nodes in parts(graph, options):
        end = f" {name} .\n" if name and named else " .\n"
        for subject, said in nodes:
            yield _together(subject, said, end)
            if union and name:
                yield _together(subject, said, " .\n")


def _together(subject: str, said: Sequence[str], end: str) -> bytes:
    return f"{subject} {f'{end}{subject} '.join(said)}{end}".encode()


def to_dataset(graph: KnowledgeGraph, options: RdfOptions = PLAIN) -> rdflib.Dataset:
    """The same quads as an rdflib dataset with its prefixes bound."""
    dataset = rdflib.Dataset()
    dataset.namespace_manager = NamespaceManager(dataset, bind_namespaces="none")
    for prefix, name in options.prefixes.items():
        dataset.bind(prefix, name)
    for graph_name, found in groupby(quads(graph, options), lambda q: q.graph_name):
        target = dataset.graph(
            rdflib.URIRef(graph_name.value) if isinstance(graph_name, NamedNode) else DATASET_DEFAULT_GRAPH_ID
        )
        for quad in found:
            target.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return dataset


def write_nquads(graph: KnowledgeGraph, path: Path, options: RdfOptions = PLAIN) -> None:
    """Write canonical N-Quads: the default graph, then the articles in the order of their ids, lines sorted in each."""
    with path.open("wb", buffering=1 << 20) as file:
        file.writelines(lines(graph, options))


def write_ntriples(graph: KnowledgeGraph, path: Path, options: RdfOptions = PLAIN) -> None:
    """Write the union of the graphs as N-Triples, in the same order; as in Turtle, some lines come again."""
    with path.open("wb", buffering=1 << 20) as file:
        file.writelines(lines(graph, options, named=False))


def write_rdfxml(graph: KnowledgeGraph, path: Path, options: RdfOptions = PLAIN) -> None:
    """Write the union of the graphs as RDF/XML, in the same order.

    XML 1.0 has no control characters (section 2.2): U+FFFD stands for each.
    """
    with path.open("wb") as file:
        serialized((_for_xml(q) for q in quads(graph, options)), file, RdfFormat.RDF_XML, PREFIXES)


def _for_xml(quad: Quad) -> OxTriple:
    it = quad.object
    if isinstance(it, Literal) and (text := clean(it.value)) != it.value:
        it = Literal(text, language=it.language) if it.language else Literal(text)
    return OxTriple(quad.subject, quad.predicate, it)


def serialized(found: Iterable[OxTriple], file: IO[bytes], form: RdfFormat, prefixes: Mapping[str, str]) -> None:
    """Write triples with these prefixes, in RDF/XML, JSON-LD or N-Triples.

    Oxigraph declares prefixes in an order that changes, so we do it. In XML it leaves a carriage return as it is,
    which readers take for a line feed (XML 1.0, 2.11).
    """
    body = _Body(file)
    if form == RdfFormat.RDF_XML:
        names = "".join(f"\n  xmlns:{prefix}={quoteattr(name)}" for prefix, name in sorted(prefixes.items()))
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n'.encode())
        body = _Body(file, 2, {b"\r": b"&#13;"})
    serialize(found, cast(IO[bytes], body), form, prefixes=dict(prefixes))


@dataclass(slots=True)
class _Body:
    """A file that leaves out the first lines, which declare prefixes in an order that changes."""

    file: IO[bytes]
    skip: int = 0
    replace: Mapping[bytes, bytes] = field(default_factory=dict)

    def write(self, data: bytes) -> int:
        size = len(data)
        while self.skip and data:
            _, end, data = data.partition(b"\n")
            self.skip -= bool(end)
        for old, new in self.replace.items():
            data = data.replace(old, new)
        self.file.write(data)
        return size

    def flush(self) -> None:
        self.file.flush()


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
