"""SPARQL over an export, a graph or an embedded store, without a server (Oxigraph)."""

import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pyoxigraph

from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from .embedded import in_memory
from .iris import BASE
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

# Oxigraph's own union of graphs gives a triple once for each graph that holds it, which makes counts wrong.
_UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a SELECT, or of an ASK as one cell: variable names, then rows of plain values, "" for unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def query(path: Path, text: str) -> Table:
    """Run a SPARQL 1.1 query over the N-Quads file `path`.

    The prefixes of our exports (lia, schema, skos, rdf, prov…) need no declaration, and the default graph of the query
    is the union of all graphs, each triple once, so that a pattern without GRAPH finds what any article states.
    CONSTRUCT and DESCRIBE give the columns subject, predicate, object. `UserError` for what is not a SPARQL query, for
    a SERVICE that does not answer, and for a file that is not there or not N-Quads.
    """
    if not path.is_file():
        raise UserError(f"{path}: no such file; `liaisons build` makes one")
    store = pyoxigraph.Store()
    try:
        store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    except (SyntaxError, ValueError, OSError) as error:
        raise UserError(f"{path}: not readable as N-Quads ({_one_line(error)}); build it again") from error
    store.update(_UNION)
    return table(store, text)


def ask(graph: KnowledgeGraph, text: str, *, base: str = BASE) -> Table:
    """The same over a graph that is not written; `base` is that of its IRIs."""
    return table(in_memory(graph, base), text)


def table(store: pyoxigraph.Store, text: str) -> Table:
    """The same over a store whose default graph is the union of its graphs."""
    with _faults():
        return _table(store.query(text, prefixes=PREFIXES))


def write(store: pyoxigraph.Store, text: str, form: str, output: IO[bytes]) -> None:
    """The same, written in a format of the W3C: `RESULTS` for SELECT and ASK, `GRAPHS` for CONSTRUCT and DESCRIBE.

    CSV is that of the W3C, whose values are bare: no guard against what a spreadsheet takes for a formula. `UserError`
    besides for a format that the query cannot have.
    """
    with _faults():
        result = store.query(text, prefixes=PREFIXES)
        if isinstance(result, pyoxigraph.QueryTriples):
            if form not in GRAPHS:
                raise UserError(f"CONSTRUCT and DESCRIBE give triples; take --format {', '.join(GRAPHS)} or table")
            triples = sorted(set(result), key=str)
            if form == "turtle":
                _turtle(triples, output)
            else:
                pyoxigraph.serialize(triples, output, GRAPHS[form], prefixes=PREFIXES if form == "xml" else None)
        else:
            if form not in RESULTS:
                raise UserError(f"{form} is for CONSTRUCT and DESCRIBE; take --format {', '.join(RESULTS)} or table")
            result.serialize(output, RESULTS[form])
            if form in {"json", "xml"}:
                output.write(b"\n")


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
def _faults() -> Iterator[None]:
    """What Oxigraph says of a query, in one sentence."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise UserError(f"not a SPARQL query: {_fault(error)}") from error
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
    if isinstance(term, pyoxigraph.NamedNode):
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace) and re.fullmatch(r"[\w-]+", value[len(namespace) :]):
                return f"{prefix}:{value[len(namespace) :]}"
    return value
