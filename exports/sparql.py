"""SPARQL over an export, a graph or an embedded store, without a server (Oxigraph)."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

import pyoxigraph

from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from .embedded import in_memory
from .iris import BASE
from .refusal import check, is_update
from .vocabulary import PREFIXES

RESULTS: Mapping[str, pyoxigraph.QueryResultsFormat] = {
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}
"""The formats of the W3C for the results of SELECT and ASK."""

GRAPHS: Mapping[str, pyoxigraph.RdfFormat] = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "json": pyoxigraph.RdfFormat.JSON_LD,
    "xml": pyoxigraph.RdfFormat.RDF_XML,
}
"""Those for the triples of CONSTRUCT and DESCRIBE."""

_AROUND = 60  # characters of a faulty line that are shown on either side of the fault

# Oxigraph's own union of graphs gives a triple once for each graph that holds it, which makes counts wrong.
_UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


class QuerySyntaxError(UserError):
    """What is no query. `excerpt` is its faulty line above a caret at the fault, "" where no place is known."""

    def __init__(self, message: str, excerpt: str = "") -> None:
        super().__init__(message)
        self.excerpt = excerpt


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a SELECT, or of an ASK as one cell: variable names, then rows of plain values, "" for unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def query(path: Path, text: str, *, service: bool = False) -> Table:
    """Run a SPARQL 1.1 query over the N-Quads file `path`.

    The prefixes of our exports (lia, schema, skos, rdf, prov…) need no declaration, and the default graph of the query
    is the union of all graphs, each triple once, so that a pattern without GRAPH finds what any article states.
    CONSTRUCT and DESCRIBE give the columns subject, predicate, object. With `service` the query may ask other servers.
    `UserError` for what is not a SPARQL query, for a SERVICE that is not allowed or does not answer, and for a file
    that is not there or not N-Quads.
    """
    if not path.is_file():
        raise UserError(f"{path}: no such file; `liaisons build` makes one")
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError, OSError) as error:
        raise UserError(f"{path}: not readable as N-Quads ({_one_line(error)}); build it again") from error
    store.update(_UNION)
    return table(store, text, service=service)


def ask(graph: KnowledgeGraph, text: str, *, base: str = BASE) -> Table:
    """The same over a graph that is not written; `base` is that of its IRIs."""
    return table(in_memory(graph, base), text)


def table(store: pyoxigraph.Store, text: str, *, service: bool = False) -> Table:
    """The same over a store whose default graph is the union of its graphs."""
    with _faults(text, service):
        return _table(store.query(text, prefixes=PREFIXES))


Default = list[pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.DefaultGraph] | None
Named = list[pyoxigraph.NamedNode | pyoxigraph.BlankNode] | None


def write(
    store: pyoxigraph.Store,
    text: str,
    form: str,
    output: IO[bytes],
    *,
    graph_form: str | None = None,
    default_graph: Default = None,
    named_graphs: Named = None,
    service: bool = False,
) -> str | None:
    """The same, written in a format of the W3C: one of `RESULTS` for SELECT and ASK, of `GRAPHS` for triples.

    CSV is that of the W3C, whose values are bare: no guard against what a spreadsheet takes for a formula. `graph_form`
    is the format of triples where it is another. Gives the kind of result, "results" or "triples"; None, and nothing is
    written, where there is no format for that kind.
    """
    with _faults(text, service):
        result = store.query(text, prefixes=PREFIXES, default_graph=default_graph, named_graphs=named_graphs)
        if isinstance(result, pyoxigraph.QueryTriples):
            form = form if graph_form is None else graph_form
            if form not in GRAPHS:
                return None
            triples = sorted(set(result), key=str)
            if form == "turtle":
                _turtle(triples, output)
            else:
                pyoxigraph.serialize(triples, output, GRAPHS[form], prefixes=PREFIXES if form == "xml" else None)
            return "triples"
        if form not in RESULTS:
            return None
        result.serialize(output, RESULTS[form])
        if form in {"json", "xml"}:
            output.write(b"\n")
        return "results"


Cell = tuple[str, str]
"""A term for a page: "iri", "literal" or "" (unbound), and its value; a language tag or datatype is left out."""


def query_rows(
    store: pyoxigraph.Store, text: str, limit: int, *, default_graph: Default = None, named_graphs: Named = None
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...], bool]:
    """Variables, at most `limit` rows, and whether there are more."""
    with _faults(text):
        result = store.query(text, prefixes=PREFIXES, default_graph=default_graph, named_graphs=named_graphs)
        if isinstance(result, pyoxigraph.QueryBoolean):
            return ("answer",), ((("literal", "true" if result else "false"),),), False
        if isinstance(result, pyoxigraph.QuerySolutions):
            columns = tuple(v.value for v in result.variables)
            every = (tuple(_cell(solution[v]) for v in columns) for solution in result)
        else:
            columns = ("subject", "predicate", "object")
            every = (tuple(map(_cell, t)) for t in _triples(result))
        rows = tuple(islice(every, limit))
        return columns, rows, next(every, None) is not None


def _cell(term: object) -> Cell:
    if term is None:
        return "", ""
    return "iri" if isinstance(term, pyoxigraph.NamedNode) else "literal", str(getattr(term, "value", term))


def _turtle(triples: list[pyoxigraph.Triple], output: IO[bytes]) -> None:
    """Turtle with the prefixes that it uses, in alphabetical order; Oxigraph's comes in no order."""
    text = io.BytesIO()
    pyoxigraph.serialize(triples, text, pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES)
    body = text.getvalue().split(b"\n", len(PREFIXES))[-1]
    for prefix, name in sorted(PREFIXES.items()):
        if re.search(rf"(?<![\w:]){prefix}:".encode(), body):
            output.write(f"@prefix {prefix}: <{name}> .\n".encode())
    output.write(body)


@contextmanager
def _faults(text: str, service: bool = False) -> Iterator[None]:
    """What is wrong with a query before it is run, and what Oxigraph says of it, in one sentence."""
    check(text, service=service)
    try:
        yield
    except (SyntaxError, ValueError) as error:
        if is_update(text):
            raise UserError("an update: graphs are only read here, by SELECT, ASK, CONSTRUCT or DESCRIBE") from error
        raise QuerySyntaxError(f"not a SPARQL query: {_fault(error)}", _excerpt(text, error)) from error
    except BrokenPipeError:  # whoever reads the results has stopped
        raise
    except (OSError, RuntimeError) as error:
        raise UserError(f"the query cannot be answered: {_one_line(error)}") from error


def _fault(error: SyntaxError | ValueError) -> str:
    """Where a query stops being SPARQL; what else the parser would have taken there only where that is a short list."""
    found = re.match(r"error at (\d+):(\d+): expected (?:one of )?(.*)", _one_line(error))
    if found is None:
        return _one_line(error)
    place = f"line {found[1]}, column {found[2]}"
    if "Prefix not found" in found[3]:
        return f"{place}: a prefix without PREFIX; those known without it are {', '.join(PREFIXES)}"
    return f"{place}: expected {found[3]}" if "[" not in found[3] and len(found[3]) < 80 else place


def _excerpt(text: str, error: SyntaxError | ValueError) -> str:
    """The faulty line, or what of it is near the fault, and below it a caret at the fault."""
    found = re.match(r"error at (\d+):(\d+): ", _one_line(error))
    if found is None:
        return ""
    line, at = text.split("\n")[int(found[1]) - 1], int(found[2]) - 1
    start = max(0, at - _AROUND)
    shown = re.sub(r"\s", " ", line[start : at + _AROUND]).rstrip()
    if start:
        shown = f"…{shown[1:]}"
    return f"  {shown}\n  {' ' * (at - start)}^" if shown else ""


def _one_line(error: Exception) -> str:
    return " ".join(str(getattr(error, "msg", error)).split())


def _table(result: object) -> Table:
    if isinstance(result, pyoxigraph.QueryBoolean):
        return Table(("answer",), (("true" if result else "false",),))
    if isinstance(result, pyoxigraph.QuerySolutions):
        variables = tuple(v.value for v in result.variables)
        return Table(variables, tuple(tuple(_plain(solution[v]) for v in variables) for solution in result))
    assert isinstance(result, pyoxigraph.QueryTriples)
    return Table(("subject", "predicate", "object"), tuple(tuple(map(_plain, t)) for t in _triples(result)))


def _triples(result: pyoxigraph.QueryTriples) -> Iterator[tuple[object, object, object]]:
    return ((t.subject, t.predicate, t.object) for t in result)


def _plain(term: object) -> str:
    """The value of a term; a prefixed name for an IRI of a known vocabulary."""
    if term is None:
        return ""
    value = str(getattr(term, "value", term))
    return prefixed(value) if isinstance(term, pyoxigraph.NamedNode) else value


def prefixed(iri: str) -> str:
    """The prefixed name of an IRI of a known vocabulary, or else the IRI."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and re.fullmatch(r"[\w-]+", iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
