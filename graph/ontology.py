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
    """One of the 11 kinds of entity.

    `group` joins the kinds that texts do not always tell apart. `superclasses` are the IRIs, sorted, of the classes of
    other vocabularies that every such entity belongs to. Labels and definitions are by language ("fr", "en").
    """

    name: str
    group: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    superclasses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One of the 47 relations.

    `domain` and `range` are the types that its two ends may have, None where any type may stand. `same_kind` says
    that both ends belong to one group. Labels and definitions are by language ("fr", "en"); a label reads from the
    subject ("owns"), an inverse label from the object ("is owned by"). `family` is one of the ontology's families.
    `qualifiers` are the fields of `Evidence` that only some relations have: "amount", "role". `lasting` says that the
    relation holds over a time and may have an end, as a post does and a purchase does not; `ends` are the lasting ones
    that are over between the same two, in whichever order, when it holds. `sign` is 1 where the
    subject sides with the object (supports), -1 where it stands against it (sued), and 0 where it does neither.
    `event_kind` is what happened where it has a date or an amount ("takeover"), "" for what is no event; `role` the
    part that it gives its other end in an event that is an end of it ("winner"), or its object in the event that it is;
    "" for most.
    """

    name: str
    family: str
    labels: Mapping[str, str]
    inverse_labels: Mapping[str, str]
    definitions: Mapping[str, str]
    domain: frozenset[str] | None
    range: frozenset[str] | None
    symmetric: bool
    same_kind: bool
    qualifiers: frozenset[str]
    lasting: bool
    ends: frozenset[str] = frozenset()
    sign: int = 0
    event_kind: str = ""
    role: str = ""

    def admits(self, subject: "EntityType", object_: "EntityType") -> bool:
        """Whether the relation can hold from an entity of the first type to one of the second."""
        if self.domain is not None and subject.name not in self.domain:
            return False
        if self.range is not None and object_.name not in self.range:
            return False
        return not self.same_kind or _kind(subject) == _kind(object_)


def _kind(type_: EntityType) -> str:
    """The group of the type; groups of people count as one with what they make, which bears their name as often."""
    return "Group" if type_.group == "Artifact" else type_.group


@dataclass(frozen=True, slots=True)
class Concept:
    """A member of a closed list: a family of relations, a status, a kind of event, a role in one.

    Labels and definitions are by language; `broader` is the name of the concept above it, "" at the top. `days` is, for
    a kind of event, how far apart in time two articles may speak of one such event that neither dates.
    """

    name: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    broader: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Ontology:
    """What there is, by name: types and relations in the order of the annotation guide, the rest sorted by name."""

    types: Mapping[str, EntityType]
    relations: Mapping[str, Relation]
    families: Mapping[str, Concept]
    statuses: Mapping[str, Concept]
    event_kinds: Mapping[str, Concept]
    roles: Mapping[str, Concept]


@cache
def ontology() -> Ontology:
    """The ontology that ships with the package."""
    return read(ontology_graph())


def ontology_graph() -> Graph:
    """`ontology.ttl` as an rdflib graph, for exports that carry the vocabulary along."""
    return Graph().parse(data=(files(__package__) / "ontology.ttl").read_text(encoding="utf-8"), format="turtle")


@cache
def declared() -> frozenset[str]:
    """The local names of all terms that `ontology.ttl` declares, those that only describe others among them."""
    return frozenset(_local(s) for s in ontology_graph().subjects() if str(s).startswith(ONTOLOGY))


def read(graph: Graph) -> Ontology:
    """The types, relations, families and statuses that `graph` declares."""
    types = [
        EntityType(
            _local(c),
            _group(graph, c),
            _texts(graph, c, RDFS.label),
            _texts(graph, c, SKOS.definition),
            _superclasses(graph, c),
        )
        for c in _ordered(graph, OWL.Class)
    ]
    relations = [
        Relation(
            _local(p),
            _local(_one(graph, p, LIA.family)),
            _texts(graph, p, RDFS.label),
            _texts(graph, p, LIA.inverseLabel),
            _texts(graph, p, SKOS.definition),
            _classes(graph, p, RDFS.domain),
            _classes(graph, p, RDFS.range),
            (p, RDF.type, OWL.SymmetricProperty) in graph,
            (p, LIA.sameKind, None) in graph,
            frozenset(_local(q) for q in graph.objects(p, LIA.qualifier)),
            (p, LIA.lasting, None) in graph,
            frozenset(_local(q) for q in graph.objects(p, LIA.ends)),
            _integer(graph, p, LIA.sign),
            _name(graph, p, LIA.eventKind),
            _name(graph, p, LIA.roleInEvent).removesuffix("Role"),
        )
        for p in _ordered(graph, OWL.ObjectProperty)
    ]
    return Ontology(
        {t.name: t for t in types},
        {r.name: r for r in relations},
        _concepts(graph, LIA.families),
        _concepts(graph, LIA.statuses),
        _concepts(graph, LIA.eventKinds),
        {name.removesuffix("Role"): c for name, c in _concepts(graph, LIA.participantRoles).items()},
    )


def _local(node: object) -> str:
    return str(node).removeprefix(ONTOLOGY)


def _ordered(graph: Graph, kind: URIRef) -> list[Node]:
    """The classes or properties that have an `:order`, by it."""
    orders = {n: int(str(order)) for n, order in graph.subject_objects(LIA.order) if (n, RDF.type, kind) in graph}
    return sorted(orders, key=lambda n: orders[n])


def _one(graph: Graph, node: Node, predicate: URIRef) -> Node:
    values = list(graph.objects(node, predicate))
    if len(values) != 1:
        raise ValueError(f"{_local(node)}: {len(values)} values of {_local(predicate)} instead of one")
    return values[0]


def _name(graph: Graph, node: Node, predicate: URIRef) -> str:
    """The local name of the value, "" where there is none."""
    value = graph.value(node, predicate)
    return "" if value is None else _local(value)


def _integer(graph: Graph, node: Node, predicate: URIRef) -> int:
    """The value as a number, 0 where there is none."""
    return int(str(graph.value(node, predicate) or 0))


def _group(graph: Graph, type_: Node) -> str:
    groups = [p for p in graph.objects(type_, RDFS.subClassOf) if (p, RDFS.subClassOf, LIA.Entity) in graph]
    if len(groups) != 1:
        raise ValueError(f"{_local(type_)}: {len(groups)} groups instead of one")
    return _local(groups[0])


def _superclasses(graph: Graph, type_: Node) -> tuple[str, ...]:
    found = (str(s) for s in graph.transitive_objects(type_, RDFS.subClassOf))
    return tuple(sorted(iri for iri in found if not iri.startswith(ONTOLOGY)))


def _concepts(graph: Graph, scheme: URIRef) -> dict[str, Concept]:
    found = (
        Concept(
            _local(c),
            _texts(graph, c, SKOS.prefLabel),
            _texts(graph, c, SKOS.definition),
            _name(graph, c, SKOS.broader),
            _integer(graph, c, LIA.agreesWithin),
        )
        for c in graph.subjects(SKOS.inScheme, scheme)
    )
    return {c.name: c for c in sorted(found, key=lambda c: c.name)}


def _texts(graph: Graph, node: Node, predicate: URIRef) -> dict[str, str]:
    return {str(text.language): str(text) for text in sorted(graph.objects(node, predicate))}  # type: ignore[attr-defined, type-var]


def _classes(graph: Graph, node: Node, predicate: URIRef) -> frozenset[str] | None:
    """The types under the class (or union of classes) that is the value of `predicate`; None where that is any type."""
    value = _one(graph, node, predicate)
    if value == LIA.Entity:
        return None
    union = graph.value(value, OWL.unionOf)
    classes = list(Collection(graph, union)) if union is not None else [value]
    return frozenset(
        _local(c)
        for top in classes
        for c in graph.transitive_subjects(RDFS.subClassOf, top)
        if (c, LIA.order, None) in graph
    )
