"""Where triple stores take queries, updates and graphs: their addresses under the one that a user knows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import httpx

from ..graph.errors import UserError


class Via(StrEnum):
    """How graphs are sent: in SPARQL updates, many to a request, or one by one in the Graph Store Protocol."""

    UPDATE = "update"
    GRAPH_STORE = "graph-store"


class Scheme(StrEnum):
    """How a name and a password are sent (RFC 7617, RFC 7616)."""

    BASIC = "basic"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses for the SPARQL 1.1 Protocol (`query`, `update`) and the Graph Store HTTP Protocol."""

    query: str
    update: str
    graph_store: str

    def __post_init__(self) -> None:
        for address in (self.query, self.update, self.graph_store):
            _checked(address)

    def renamed(self, query: str | None, update: str | None, graph_store: str | None) -> "Endpoints":
        """The same with other addresses where they are given."""
        given = {"query": query, "update": update, "graph_store": graph_store}
        return replace(self, **{name: address for name, address in given.items() if address})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of triple store: the paths below its address, and how it is best written to."""

    name: str
    address: str
    query: str
    update: str
    graph_store: str
    via: Via = Via.UPDATE
    scheme: Scheme = Scheme.BASIC
    tested: bool = False

    def at(self, url: str) -> Endpoints:
        """The endpoints of the store at `url`; `UserError` where that is no web address."""
        base = _checked(url).rstrip("/")
        return Endpoints(base + self.query, base + self.update, base + self.graph_store)


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("oxigraph", "http://localhost:7878", "/query", "/update", "/store", tested=True),
        Kind(
            "virtuoso",
            "http://localhost:8890",
            *("/sparql-auth", "/sparql-auth", "/sparql-graph-crud-auth"),
            via=Via.GRAPH_STORE,  # its compiler is slow with long updates
            scheme=Scheme.DIGEST,
            tested=True,
        ),
        Kind("fuseki", "http://localhost:3030/DATASET", "/query", "/update", "/data"),
        Kind("graphdb", "http://localhost:7200/repositories/NAME", "", "/statements", "/rdf-graphs/service"),
        Kind("stardog", "http://localhost:5820/DATABASE", "/query", "/update", ""),
        Kind("qlever", "http://localhost:7019", "", "", "", via=Via.GRAPH_STORE),
        Kind("neptune", "https://CLUSTER:8182", "/sparql", "/sparql", "/sparql/gsp"),
    )
}
"""The stores that we know; those that are not `tested` are after their documentation."""


def _checked(url: str) -> str:
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        parsed = httpx.URL()
    if parsed.scheme not in {"http", "https"} or not parsed.host or (parsed.port or 0) > 65535:
        raise UserError(f"a triple store has a web address such as http://localhost:7878, not {url!r}")
    if parsed.userinfo:
        raise UserError("give the user with --user and the password in LIAISONS_PASSWORD, not in the address")
    return url
