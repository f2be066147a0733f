"""SPARQL over an export, in memory, without a server (Oxigraph)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from ..graph.errors import UserError
from .vocabulary import PREFIXES


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a SELECT, or of an ASK as one cell: variable names, then rows of plain values, "" for unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def query(path: Path, text: str) -> Table:
    """Run a SPARQL 1.1 query over the N-Quads file `path`.

    The prefixes of our exports (lia, schema, skos, rdf, prov…) need no declaration, and the default graph of the query
    is the union of all graphs, so that a pattern without GRAPH finds what any article states. CONSTRUCT and DESCRIBE
    give the columns subject, predicate, object. `UserError` for what is not SPARQL and for a file that is not there.
    """
    if not path.is_file():
        raise UserError(f"{path}: no such file; `liaisons build` makes one")
    store = pyoxigraph.Store()
    store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS)
    try:
        result = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        return _table(result)
    except (SyntaxError, ValueError) as error:
        raise UserError(f"not a SPARQL query: {error}") from error


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
            if value.startswith(namespace) and value[len(namespace) :].isalnum():
                return f"{prefix}:{value[len(namespace) :]}"
    return value
