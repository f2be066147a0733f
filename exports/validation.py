"""Checking RDF against the SHACL shapes that ship with the package (`shapes.ttl`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Quad, RdfFormat, Triple, parse
from rdflib import RDF, SH

from ..graph.errors import UserError
from ..graph.ontology import ontology_graph
from .rdf import term

FORMATS = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
"""What an RDF file is in, by the end of its name."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that the shapes do not allow.

    `message` says what should be. `node` is the IRI where it is not, `path` the property, `value` what stands there; ""
    where there is none.
    """

    message: str
    node: str
    path: str = ""
    value: str = ""


def shapes_graph() -> rdflib.Graph:
    """The SHACL shapes of a dataset, as an rdflib graph."""
    return rdflib.Graph().parse(data=(files(__package__) / "shapes.ttl").read_text(encoding="utf-8"), format="turtle")


def findings(quads: Iterable[Quad]) -> list[Finding]:
    """What is wrong with these quads, whatever graphs they are in; sorted, empty where nothing is."""
    data = ontology_graph()  # the shapes look up domains, ranges and kinds there
    for quad in quads:
        if isinstance(quad.object, Triple):  # rdflib has no triple terms; the statement says the same of itself
            continue
        data.add((_node(quad.subject), _node(quad.predicate), _node(quad.object)))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph(), inference="none", inplace=True)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        message = str(report.value(result, SH.resultMessage) or "")
        node, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        path = report.value(result, SH.resultPath)
        if path is None and value is not None:  # a query over the whole dataset: what is wrong is its value
            node, value = value, None
        named = isinstance(path, rdflib.URIRef)
        found.add(Finding(message, _text(node), _text(path) if named else "", _text(value)))
    return sorted(found)


def check(path: Path) -> list[Finding]:
    """What is wrong with an RDF file; `UserError` where it cannot be read as what its name says."""
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise UserError(f"{path}: no RDF format ends in {path.suffix!r}; there are {', '.join(FORMATS)}")
    try:
        with path.open("rb") as file:
            return findings(parse(file, form))
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (SyntaxError, ValueError) as error:
        raise UserError(f"{path}: not valid {form.name} ({error})") from error


def _node(it: object) -> rdflib.term.Node:
    return rdflib.BNode(it.value) if isinstance(it, BlankNode) else term(it)


def _text(node: rdflib.term.Node | None) -> str:
    return "" if node is None else str(node)
