"""The entity types and relations, read from `ontology.ttl`, which is their one source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

ONTOLOGY = "https://w3id.org/liaisons/ontology#"
LIA = Namespace(ONTOLOGY)


@dataclass(frozen=True, slots=True)
class EntityType:
    """One of the 11 kinds of entity. `group` joins the kinds that texts do not always tell apart (see `Ontology`)."""

    name: str
    group: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """One of the 47 relations.

    `domain` and `range` are the types that its two ends may have, None where any type may stand. `same_kind` says
    that both ends belong to one group. Labels and definitions are by language ("fr", "en").
    """

    name: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    domain: frozenset[str] | None
    range: frozenset[str] | None
    symmetric: bool
    same_kind: bool

    def admits(self, subject: "EntityType", object_: "EntityType") -> bool:
        """Whether the relation can hold from an entity of the first type to one of the second."""
        if self.domain is not None and subject.name not in self.domain:
            return False
        if self.range is not None and object_.name not in self.range:
            return False
        return not self.same_kind or subject.group == object_.group


@dataclass(frozen=True, slots=True)
class Ontology:
    """The types and relations by name, in the order of the annotation guide."""

    types: Mapping[str, EntityType]
    relations: Mapping[str, Relation]


@cache
def ontology() -> Ontology:
    """The ontology that ships with the package."""
    return read(ontology_graph())


def ontology_graph() -> Graph:
    """`ontology.ttl` as an rdflib graph, for exports that carry the vocabulary along."""
    return Graph().parse(data=(files(__package__) / "ontology.ttl").read_text(encoding="utf-8"), format="turtle")


def read(graph: Graph) -> Ontology:
    """The types and relations that `graph` declares."""
    leaves = {c: p for c, p in graph.subject_objects(RDFS.subClassOf) if (c, LIA.order, None) in graph}
    types = [
        EntityType(_local(c), _local(leaves[c]), _texts(graph, c, RDFS.label), _texts(graph, c, SKOS.definition))
        for c in sorted(leaves, key=lambda c: _order(graph, c))
    ]
    relations = [
        Relation(
            _local(p),
            _texts(graph, p, RDFS.label),
            _texts(graph, p, SKOS.definition),
            _classes(graph, p, RDFS.domain),
            _classes(graph, p, RDFS.range),
            (p, RDF.type, OWL.SymmetricProperty) in graph,
            (p, LIA.sameKind, None) in graph,
        )
        for p in sorted(
            (p for p in graph.subjects(RDF.type, OWL.ObjectProperty) if (p, LIA.order, None) in graph),
            key=lambda p: _order(graph, p),
        )
    ]
    return Ontology({t.name: t for t in types}, {r.name: r for r in relations})


def _local(node: Node) -> str:
    return str(node).removeprefix(ONTOLOGY)


def _order(graph: Graph, node: Node) -> int:
    return int(str(graph.value(node, LIA.order)))


def _texts(graph: Graph, node: Node, predicate: URIRef) -> dict[str, str]:
    return {str(text.language): str(text) for text in sorted(graph.objects(node, predicate))}  # type: ignore[attr-defined, type-var]


def _classes(graph: Graph, node: Node, predicate: URIRef) -> frozenset[str] | None:
    """The leaf types under the class (or union of classes) that is the value of `predicate`; None without a value."""
    value = graph.value(node, predicate)
    if value is None:
        return None
    union = graph.value(value, OWL.unionOf)
    classes = list(Collection(graph, union)) if union is not None else [value]
    return frozenset(
        _local(c)
        for top in classes
        for c in graph.transitive_subjects(RDFS.subClassOf, top)
        if (c, LIA.order, None) in graph
    )
