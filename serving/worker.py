"""What runs in a process of its own: one query, which can be ended from outside at any moment.

Oxigraph has no way to stop a query, so that a limit on time is the end of the process.
"""

import io
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph

from ..exports.sparql import Default, Named, query_rows, write

MEMORY = 4 * 2**30
"""Bytes of address space that a process may have, where the system can limit it."""


class TooLargeError(Exception):
    """The result has more bytes than it may have."""


class FormatError(Exception):
    """The query gives results where only triples are wanted, or triples where only results are."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query, the names of the formats for results and for triples ("" for none, "rows" for a page), and graphs.

    `limit` is the number of bytes of the result, or of rows for a page.
    """

    text: str
    results: str
    triples: str
    limit: int
    default_graph: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Bytes in a format, of results or of `triples`; or, of format "rows", the variables and the rows of terms.

    `more` where rows were left out.
    """

    form: str
    body: bytes = b""
    triples: bool = False
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    more: bool = False


class _Limited(io.BytesIO):
    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: bytes) -> int:  # type: ignore[override]  # whatever has bytes
        if self.tell() + len(data) > self._limit:
            raise TooLargeError
        return super().write(data)


def answer(path: str, wanted: Wanted) -> Answer:
    """The answer of the store in this folder. `UserError` for what is no query, and the errors above."""
    return run(_store(path), wanted)


def run(store: pyoxigraph.Store, wanted: Wanted) -> Answer:
    chosen = bool(wanted.default_graph or wanted.named_graphs)  # then what is not named is not there (2.1.4)
    default: Default = [pyoxigraph.NamedNode(g) for g in wanted.default_graph] if chosen else None
    named: Named = [pyoxigraph.NamedNode(g) for g in wanted.named_graphs] if chosen else None
    if wanted.results == "rows":
        columns, rows, more = query_rows(store, wanted.text, wanted.limit, default_graph=default, named_graphs=named)
        return Answer("rows", columns=columns, rows=rows, more=more)
    output = _Limited(wanted.limit)
    kind = write(
        store, wanted.text, wanted.results, output, graph_form=wanted.triples, default_graph=default, named_graphs=named
    )
    if kind is None:
        raise FormatError
    return Answer(wanted.triples if kind == "triples" else wanted.results, output.getvalue(), kind == "triples")


@lru_cache(maxsize=1)
def _store(path: str) -> pyoxigraph.Store:
    _confine()
    return pyoxigraph.Store.read_only(path)


def _confine() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
