"""JSON-LD 1.1: a node a line, in the words of a context that comes with the file and is published beside the ontology.

The context is made from the ontology, whose terms need no prefix there, and from the terms of other vocabularies that
exports use. A file carries it whole, so that no reader has to fetch anything.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import OWL, RDF, RDFS, SKOS

from ..graph.knowledge import KnowledgeGraph
from ..graph.ontology import LIA, ONTOLOGY, ontology_graph
from .iris import BASE
from .rdf import quads
from .vocabulary import PREFIXES

_WORD, _IRI, _NAME, _TEXTS = "", "@id", "@vocab", "@language"
_COUNT, _DECIMAL = "xsd:nonNegativeInteger", "xsd:decimal"
_TYPE, _STRING = str(RDF.type), str(rdflib.XSD.string)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the context: the compact IRI that it stands for, and how its values are written.

    `values` is "@id" for IRIs, "@vocab" for words of the context, a datatype, "@language" for texts by their language,
    and "" where they say themselves what they are, and for classes and concepts, which have none.
    """

    iri: str
    values: str = _WORD

    @property
    def definition(self) -> str | dict[str, str]:
        if not self.values:
            return self.iri
        return {"@id": self.iri, "@container" if self.values == _TEXTS else "@type": self.values}


def _terms(prefix: str, values: str, *names: str) -> dict[str, Term]:
    return {name: Term(f"{prefix}:{name}", values) for name in names}


_OTHERS: dict[str, Term] = {
    **_terms("dcterms", _TEXTS, "title"),
    **_terms("dcterms", _IRI, "creator", "license"),
    **_terms("dcterms", _WORD, "language"),
    **_terms("oa", _COUNT, "start", "end"),
    **_terms("oa", _IRI, "hasSource"),
    **_terms("oa", _WORD, "exact"),
    **_terms("owl", _IRI, "sameAs"),
    **_terms("prov", _IRI, "used", "wasAssociatedWith", "wasAttributedTo", "wasDerivedFrom", "wasGeneratedBy"),
    **_terms("rdf", _IRI, "subject", "object"),
    **_terms("rdf", _NAME, "predicate"),
    "entity": Term("rdf:value", _IRI),  # that takes part in an event; "value" is schema:value
    **_terms("rdfs", _WORD, "label"),
    **_terms("schema", _IRI, "mentions"),
    **_terms("schema", _WORD, "NewsArticle", "author", "datePublished", "headline", "identifier", "inLanguage"),
    **_terms("schema", _WORD, "name", "publisher", "softwareVersion", "url", "value"),
    **_terms("sem", _IRI, "hasActor", "hasPlace"),
    **_terms("sem", _NAME, "roleType"),
    **_terms("sem", _WORD, "hasTimeStamp"),
    **_terms("skos", _TEXTS, "prefLabel", "altLabel"),
    **_terms("void", _COUNT, "documents", "entities"),
    **_terms("void", _IRI, "inDataset", "vocabulary"),
    **_terms("void", _WORD, "uriSpace"),
}


@cache
def terms() -> Mapping[str, Term]:
    """The words of the context, sorted: those of the ontology that data use, and of other vocabularies."""
    graph = ontology_graph()
    ours = {
        str(node).removeprefix(ONTOLOGY): node
        for node in graph.subjects(RDF.type, None)
        if isinstance(node, rdflib.URIRef) and node.startswith(ONTOLOGY) and _in_data(graph, node)
    }
    found = {name: Term(f"lia:{name}", _values(graph, node)) for name, node in ours.items()} | _OTHERS
    return {name: found[name] for name in sorted(found)}


def _in_data(graph: rdflib.Graph, node: rdflib.URIRef) -> bool:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
    schemes = {LIA.statuses, LIA.eventKinds, LIA.participantRoles}
    return (
        node == LIA.eventKind
        or not kinds.isdisjoint(graph.objects(node, RDF.type))
        or not schemes.isdisjoint(graph.objects(node, SKOS.inScheme))
    )


def _values(graph: rdflib.Graph, node: rdflib.URIRef) -> str:
    range_ = graph.value(node, RDFS.range)
    if range_ == SKOS.Concept or node == LIA.eventKind:
        return _NAME
    if (node, RDF.type, OWL.ObjectProperty) in graph:
        return _IRI
    return _DECIMAL if range_ == rdflib.XSD.decimal else _WORD


def context() -> dict[str, Any]:
    """The context of JSON-LD 1.1: prefixes, then words."""
    words = {name: term.definition for name, term in terms().items()}
    return {"@version": 1.1, "id": "@id", "type": "@type", **PREFIXES, **words}


def published() -> str:
    """The context as a document of its own."""
    return json.dumps({"@context": context()}, ensure_ascii=False, indent=2) + "\n"


def write(graph: KnowledgeGraph, path: Path, *, base: str = BASE, parameters: Mapping[str, str] | None = None) -> None:
    """Write the nodes of the default graph, then each article's graph with its nodes, in the order of N-Quads."""
    with path.open("w", encoding="utf-8", newline="\n", buffering=1 << 20) as file:
        file.write(f'{{"@context": {_json({"@base": base} | context())},\n"@graph": [\n')
        before = ""
        for name, found in groupby(quads(graph, base=base, parameters=parameters), lambda q: q.graph_name):
            nodes: Iterable[str] = map(_json, _nodes(found, base))
            if isinstance(name, NamedNode):
                inside = ",\n".join(nodes)
                nodes = [f'{{"id": {_json(_iri(name, base))}, "@graph": [\n{inside}\n]}}']
            for node in nodes:
                file.write(before + node)
                before = ",\n"
        file.write("\n]}\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _iri(node: NamedNode, base: str) -> str:
    """An IRI under the base without it, where all readers make the same of what remains (rdflib makes // one /)."""
    local = node.value.removeprefix(base)
    whole = ":" in local.partition("/")[0] or "//" in local or "/." in local
    return node.value if whole or not local[:1].isalpha() else local


def _nodes(found: Iterable[Quad], base: str) -> Iterator[dict[str, Any]]:
    for subject, about in groupby(found, lambda q: q.subject):
        if not isinstance(subject, NamedNode):
            raise ValueError(f"not an IRI: {subject}")
        said: dict[str, Any] = {}
        for quad in about:
            key, it = "type" if quad.predicate.value == _TYPE else _word(quad.predicate.value), quad.object
            values = _NAME if key == "type" else terms()[key].values if key in terms() else _WORD
            if values == _TEXTS and isinstance(it, Literal):
                said.setdefault(key, {}).setdefault(it.language or "@none", []).append(it.value)
            else:
                said.setdefault(key, []).append(_value(it, values, base))
        yield {"id": _iri(subject, base), **{key: _one(some) for key, some in said.items()}}


def _one(some: Any) -> Any:
    return some[0] if isinstance(some, list) and len(some) == 1 else some


def _value(it: object, values: str, base: str) -> Any:
    """A value as a property writes it whose values are so."""
    if isinstance(it, NamedNode):
        if values == _NAME:
            return _word(it.value)
        return _iri(it, base) if values == _IRI else {"id": _iri(it, base)}
    if not isinstance(it, Literal):
        raise ValueError(f"neither an IRI nor a literal: {it}")
    if it.language:
        return {"@value": it.value, "@language": it.language}
    if it.datatype.value == _STRING and values == _WORD:
        return it.value
    datatype = _word(it.datatype.value)
    if datatype == values:
        return int(it.value) if values == _COUNT else it.value
    return {"@value": it.value, "@type": datatype}


@cache
def _word(iri: str) -> str:
    """The word of an IRI, or a compact IRI where a prefix fits, or the IRI."""
    for prefix, name in PREFIXES.items():
        if iri.startswith(name):
            compact = f"{prefix}:{iri[len(name) :]}"
            return _words().get(compact, compact)
    return iri


@cache
def _words() -> Mapping[str, str]:
    """The words by their compact IRIs."""
    return {term.iri: name for name, term in terms().items()}
