"""The ontology as a page to read, made by pyLODE.

pyLODE shows one title and one description a term, knows neither languages nor concepts, and names places on the page
after titles. So it is given a copy: the title of a term is its name, which makes `ontology#leads` lead there; the
description has the labels and definitions in French and English; what a property may be is listed with it; and so are
the terms of other vocabularies that it matches.
"""

import logging
from collections.abc import Iterable, Iterator

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, URIRef
from rdflib.term import Node

from ..graph.ontology import LIA, ONTOLOGY, ontology_graph
from .optional import pylode

_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch, LIA.inverseMatch)
_LISTED = {
    LIA.status: LIA.statuses,
    LIA.family: LIA.families,
    LIA.eventKind: LIA.eventKinds,
    LIA.mentionKind: LIA.mentionKinds,
    LIA.Participation: LIA.participantRoles,
}
"""The concepts that are the values of a property, or say what a participation is."""


def page() -> str:
    """The page, the same every time. `UserError` where pyLODE is not installed."""
    make = pylode()
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        return str(make(_copy(ontology_graph())).make_html()) + "\n"
    finally:
        logging.disable(before)


def _copy(graph: Graph) -> Graph:
    """The terms and the head of the ontology as pyLODE shows them."""
    copy = Graph()
    for prefix, name in graph.namespaces():
        copy.bind(prefix, name)
    head = URIRef(ONTOLOGY.rstrip("#"))
    copy.add((head, RDF.type, OWL.Ontology))
    copy.add((head, DCTERMS.title, Literal(" · ".join(_texts(graph, head, DCTERMS.title)))))
    copy.add((head, DCTERMS.description, Literal("\n\n".join(_texts(graph, head, DCTERMS.description)))))
    for predicate in (DCTERMS.creator, DCTERMS.license, OWL.versionIRI, OWL.versionInfo, *_VANN):
        for value in graph.objects(head, predicate):
            copy.add((head, predicate, value))
    for kind in _KINDS:
        for term in graph.subjects(RDF.type, kind):
            if isinstance(term, URIRef) and term.startswith(ONTOLOGY):
                _describe(graph, copy, term, kind)
    return copy


_VANN = (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri)


def _describe(graph: Graph, copy: Graph, term: URIRef, kind: URIRef) -> None:
    copy.add((term, RDF.type, kind))
    copy.add((term, RDFS.isDefinedBy, URIRef(ONTOLOGY.rstrip("#"))))
    copy.add((term, DCTERMS.title, Literal(_local(term))))
    copy.add((term, DCTERMS.description, Literal("\n\n".join(_descriptions(graph, term)))))
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        for value in _named(graph, graph.objects(term, predicate)):
            copy.add((term, predicate, value))
    notes = [*_matches(graph, term), *_values(graph, term)]
    if notes:
        copy.add((term, SKOS.note, Literal("\n".join(notes))))


def _named(graph: Graph, values: Iterable[Node]) -> Iterator[Node]:
    """IRIs; the members of a union in its place, which is told by the definition."""
    for value in values:
        union = graph.value(value, OWL.unionOf)
        yield from graph.items(union) if union is not None and not isinstance(value, URIRef) else (value,)


def _descriptions(graph: Graph, term: Node, label: URIRef = RDFS.label) -> Iterator[str]:
    """A paragraph a language: the label, the label from the other end, the definition."""
    inverse = dict(_by_language(graph, term, LIA.inverseLabel))
    definitions = dict(_by_language(graph, term, SKOS.definition))
    for lang, text in _by_language(graph, term, label):
        other = f" (*{inverse[lang]}*)" if lang in inverse else ""
        yield f"**{text}**{other}: {definitions.get(lang, '')} <small>[{lang}]</small>"


def _matches(graph: Graph, term: Node) -> Iterator[str]:
    for predicate in _MATCHES:
        for value in sorted(map(str, graph.objects(term, predicate))):
            yield f"- {_local(predicate)} [{graph.namespace_manager.curie(value)}]({value})"


def _values(graph: Graph, term: Node) -> Iterator[str]:
    scheme = _LISTED.get(term)  # type: ignore[call-overload]
    for concept in sorted(graph.subjects(SKOS.inScheme, scheme), key=str) if scheme else ():
        text = "<br>".join(_descriptions(graph, concept, SKOS.prefLabel))
        yield f'- <span id="{_local(concept)}">`{_local(concept)}`</span> {text}'


def _by_language(graph: Graph, node: Node, predicate: URIRef) -> list[tuple[str, str]]:
    """Texts with their languages, English first."""
    found = ((str(text.language), str(text)) for text in graph.objects(node, predicate))  # type: ignore[attr-defined]
    return sorted(found)


def _texts(graph: Graph, node: Node, predicate: URIRef) -> list[str]:
    return [text for _, text in _by_language(graph, node, predicate)]


def _local(node: Node) -> str:
    return str(node).rpartition("#")[2] or str(node)
