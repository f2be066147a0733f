"""JSON-LD 1.1: a node a line, in the words of a context that comes with the file and is published beside the ontology.

The context is made from the ontology, whose terms need no prefix there, and from the terms of other vocabularies that
exports use. A file carries it whole, so that no reader has to fetch anything.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import rdflib
from pyoxigraph import Literal, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, SKOS

from ..graph.knowledge import KnowledgeGraph
from ..graph.ontology import LIA, ONTOLOGY, ontology_graph
from .dataset import PLAIN, RdfOptions, parts
from .triples import Node
from .vocabulary import PREFIXES

_WORD, _IRI, _NAME, _TEXTS = "", "@id", "@vocab", "@language"
_COUNT, _DECIMAL = "xsd:nonNegativeInteger", "xsd:decimal"
_TYPE = str(RDF.type)
_KEPT = 1 << 15


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


def write(graph: KnowledgeGraph, path: Path, options: RdfOptions = PLAIN) -> None:
    """Write the nodes of the default graph, then each article's graph with its nodes, in the order of N-Quads."""
    words = _Words(options.base)
    with path.open("wb", buffering=1 << 20) as file:
        file.write(f'{{"@context": {_json({"@base": options.base} | context())},\n"@graph": ['.encode())
        before = "\n"
        for name, nodes in parts(graph, options):
            found = words.nodes(nodes)
            if name:
                if not (inside := ",\n".join(found)):
                    continue
                found = iter((f'{{"id": {words.iri(name)}, "@graph": [\n{inside}\n]}}',))
            for node in found:
                file.write((before + node).encode())
                before = ",\n"
        file.write(b"\n]}\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Words(dict[str, tuple[str, str, str]]):
    """What is said of subjects, as a key, a language where values stand under theirs, and a value, all of them JSON.

    What comes often is put into words once.
    """

    def __init__(self, base: str) -> None:
        super().__init__()
        self._keys: dict[str, tuple[str, str]] = {}
        self._head = self._begin = ""  # of the last span, without its place: in N-Triples, and here
        # an IRI without the base, where all readers make the same of what remains (rdflib makes // one /)
        self._local = re.compile(rf"<{re.escape(base)}([A-Za-z][^:/]*(?:/[^/.][^/]*)*)>").fullmatch

    def nodes(self, nodes: Iterable[Node]) -> Iterator[str]:
        for subject, said in nodes:
            words = [f'{{"id": {self.iri(subject)}']
            before, many = "", False
            by_language: dict[str, dict[str, list[str]]] = {}
            for what in said:
                key, language, value = self[what]
                if language:
                    by_language.setdefault(key, {}).setdefault(language, []).append(value)
                elif key == before:
                    if not many:
                        words[-1] = f"[{words[-1]}"
                        many = True
                    words.append(f", {value}")
                else:
                    if many:
                        words.append("]")
                        many = False
                    words += (key, value)
                    before = key
            if many:
                words.append("]")
            for key, found in by_language.items():
                words += (key, _listed(found))
            words.append("}")
            yield "".join(words)

    def __missing__(self, what: str) -> tuple[str, str, str]:
        predicate, _, it = what.partition(" ")
        if predicate not in self._keys:
            self._keys[predicate] = _key(predicate[1:-1])
        key, values = self._keys[predicate]
        if it[0] == "<":
            found = key, "", self._node(it, values)
        elif it[-1] == ">":
            value, _, datatype = it.rpartition("^^")
            found = key, "", _typed(_text(value), _word(datatype[1:-1]), values)
        elif it[-1] == '"':
            text = _text(it)
            return key, '"@none"' if values == _TEXTS else "", text if values in (_WORD, _TEXTS) else _string(text)
        else:
            value, _, language = it.rpartition("@")
            text = _text(value)
            if values == _TEXTS:
                return key, f'"{language}"', text
            return key, "", f'{{"@value": {text}, "@language": "{language}"}}'
        if "#char=" not in it:  # spans of texts hardly ever come again
            if len(self) == _KEPT:
                self.clear()
            self[what] = found
        return found

    def iri(self, it: str) -> str:
        head, char, place = it.partition("#char=")
        if char:  # a span of a text, which shares all but its place with many others
            if head != self._head:
                self._head, self._begin = head, self.iri(f"{head}#>")[:-2]
            return f'{self._begin}{char}{place[:-1]}"'
        found = self._local(it)
        return f'"{found[1] if found else it[1:-1]}"'

    def _node(self, it: str, values: str) -> str:
        if values == _NAME:
            return _json(_word(it[1:-1]))
        return self.iri(it) if values == _IRI else f'{{"id": {self.iri(it)}}}'


def _key(predicate: str) -> tuple[str, str]:
    """The key of a predicate, with what stands around it, and how its values are written."""
    if predicate == _TYPE:
        return ', "type": ', _NAME
    word = _word(predicate)
    return f", {_json(word)}: ", terms()[word].values if word in terms() else _WORD


def _listed(found: Mapping[str, list[str]]) -> str:
    """Lists of texts by language."""
    lists = [f"{language}: [{', '.join(some)}]" for language, some in found.items()]
    return f"{{{', '.join(lists)}}}"


def _typed(text: str, datatype: str, values: str) -> str:
    if datatype == values:
        return text[1:-1] if values == _COUNT else text
    return f'{{"@value": {text}, "@type": {_json(datatype)}}}'


def _string(text: str) -> str:
    return f'{{"@value": {text}, "@type": "xsd:string"}}'


def _text(quoted: str) -> str:
    """A string of N-Triples as one of JSON; most are the same."""
    if "\\" not in quoted:  # N-Triples escape all that JSON does
        return quoted
    (triple,) = parse(f"<x:> <x:> {quoted} .", RdfFormat.N_TRIPLES)
    return _json(cast(Literal, triple.object).value)


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
