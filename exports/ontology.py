"""The vocabulary as others take it: the ontology in the formats of RDF, its context, its shapes, and its page."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse
from rdflib import Graph

from ..graph.errors import UserError
from . import jsonld, ontology_page, rdf

_GRAPH = files(__package__.rpartition(".")[0]) / "graph" / "ontology.ttl"


def _turtle() -> str:
    return _GRAPH.read_text(encoding="utf-8")


def _prefixes() -> dict[str, str]:
    """Those of the ontology's own file; lia for ours, which has none there."""
    found = {prefix or "lia": str(name) for prefix, name in Graph().parse(data=_turtle()).namespaces()}
    return {prefix: name for prefix, name in found.items() if f"<{name}>" in _turtle()}


def _as(form: RdfFormat) -> Callable[[], str]:
    def text() -> str:
        dataset = Dataset(parse(_turtle(), RdfFormat.TURTLE))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)  # blank nodes get the same names every time
        found = BytesIO()
        rdf.serialized(sorted((q.triple for q in dataset), key=str), found, form, _prefixes())
        return found.getvalue().decode()

    return text


FORMATS: Mapping[str, tuple[str, Callable[[], str]]] = {
    "turtle": (".ttl", _turtle),
    "ntriples": (".nt", _as(RdfFormat.N_TRIPLES)),
    "rdfxml": (".rdf", _as(RdfFormat.RDF_XML)),
    "jsonld": (".jsonld", _as(RdfFormat.JSON_LD)),
    "context": (".context.jsonld", jsonld.published),
    "shapes": (".shapes.ttl", lambda: (files(__package__) / "shapes.ttl").read_text(encoding="utf-8")),
    "html": (".html", ontology_page.page),
}
"""The formats by name: how a file's name ends, and what makes the text."""


def text(form: str) -> str:
    """The vocabulary in one of the formats. `UserError` for what is none, and for a page without pyLODE."""
    if form not in FORMATS:
        raise UserError(f"no format of the ontology {form!r}; there are {', '.join(FORMATS)}")
    return FORMATS[form][1]()


def form_of(path: Path) -> str:
    """The format that a file's name tells: "context.jsonld" is a context, "liaisons.jsonld" the ontology.

    `UserError` for a name that tells none.
    """
    for form, (end, _) in sorted(FORMATS.items(), key=lambda item: -len(item[1][0])):
        if f".{path.name}".endswith(end):
            return form
    raise UserError(f"{path}: no format of the ontology ends so; there are {', '.join(e for e, _ in FORMATS.values())}")
