"""The vocabularies of the RDF exports, as IRIs in the syntax of N-Triples: "<http://…>"."""

import rdflib
from rdflib.namespace import DCAT as _DCAT

from ..graph.ontology import LIA as _LIA


class Vocabulary:
    """The terms of a namespace as attributes or items; closed rdflib namespaces refuse terms that they do not have."""

    def __init__(self, namespace: rdflib.Namespace | type[rdflib.namespace.DefinedNamespace]) -> None:
        self._namespace = namespace

    def __getattr__(self, term: str) -> str:
        node = f"<{self._namespace[term]}>"
        setattr(self, term, node)
        return node

    def __getitem__(self, term: str) -> str:
        found: str = getattr(self, term)
        return found

    def __str__(self) -> str:
        return str(self._namespace)


DCAT = Vocabulary(_DCAT)
DCTERMS = Vocabulary(rdflib.DCTERMS)
LIA = Vocabulary(_LIA)
OA = Vocabulary(rdflib.Namespace("http://www.w3.org/ns/oa#"))
OWL = Vocabulary(rdflib.OWL)
PROV = Vocabulary(rdflib.PROV)
RDF = Vocabulary(rdflib.Namespace(str(rdflib.RDF)))  # open: rdflib does not have rdf:reifies of RDF 1.2 yet
RDFS = Vocabulary(rdflib.RDFS)
SCHEMA = Vocabulary(rdflib.SDO)
SEM = Vocabulary(rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/"))
SKOS = Vocabulary(rdflib.SKOS)
VOID = Vocabulary(rdflib.VOID)
XSD = Vocabulary(rdflib.XSD)

PREFIXES = {
    "dcat": str(DCAT),
    "dcterms": str(DCTERMS),
    "foaf": str(rdflib.FOAF),
    "lia": str(LIA),
    "oa": str(OA),
    "org": str(rdflib.ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sem": str(SEM),
    "skos": str(SKOS),
    "void": str(VOID),
    "xsd": str(XSD),
}
