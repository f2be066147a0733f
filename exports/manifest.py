"""The manifest of a triple store: a named graph that says which graphs of ours it holds, whole, and of what content.

It is in the terms of SPARQL 1.1 Service Description, each entry a node of its own, so that it adds nothing to what is
said of an article. A graph is in it from the moment all of it has arrived until the moment it is changed. So what was
cut off half-way is never taken for whole.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import rdflib
from pyoxigraph import Literal, NamedNode

from .literals import count, text
from .remote import Remote
from .vocabulary import RDF, RDFS, SCHEMA, VOID, Vocabulary

SD = Vocabulary(rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#"))

_PAGE = 2000
"""Rows of an answer: Virtuoso gives no more than 10,000."""
_COUNTED = 200
"""Graphs that are counted in one query."""
_ABOUT = "The graphs that liaisons push has put here, each with the SHA-256 of its sorted N-Triples; it keeps them."


@dataclass(frozen=True, slots=True)
class Entry:
    """A named graph: its IRI, the SHA-256 of its sorted N-Triples (64 hex digits, "" if unclear), its triples."""

    graph: str
    digest: str
    triples: int

    @classmethod
    def of(cls, graph: str, lines: Sequence[str]) -> "Entry":
        """That of a graph with these lines of N-Triples, sorted and distinct."""
        digest = hashlib.sha256()
        for line in lines:
            digest.update(line.encode())
            digest.update(b"\n")
        return cls(graph, digest.hexdigest(), len(lines))


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest that stands in the named graph `iri` of a store."""

    iri: str

    def read(self, remote: Remote) -> dict[str, Entry]:
        """The entries by graph; two for one graph, of two pushes at the same time, count as one that is unclear."""
        found: dict[str, Entry] = {}
        last = ""
        while rows := remote.select(self._page(last)):
            for row in rows:
                name = row["g"]
                entry = Entry(name, row["digest"], int(row["n"]))
                found[name] = entry if found.get(name, entry) == entry else Entry(name, "", 0)
            last = rows[-1]["g"]
        return found

    def _page(self, last: str) -> str:
        entry = f"?e {SD.name} ?g ; {SCHEMA.sha256} ?digest ; {VOID.triples} ?n"
        return (
            f"SELECT ?g ?digest ?n WHERE {{ GRAPH {NamedNode(self.iri)} {{ {entry} }}"
            f" FILTER(STR(?g) > {Literal(last)}) }} ORDER BY STR(?g) LIMIT {_PAGE}"
        )

    def with_(self, entries: Iterable[Entry]) -> str:
        """An update that puts these entries in."""
        lines = [f"{NamedNode(self.iri)} {RDFS.comment} {text(_ABOUT, 'en')} ."]
        for entry in entries:
            node = NamedNode(f"{self.iri}#{hashlib.sha256(entry.graph.encode()).hexdigest()[:20]}")
            lines.append(f"{node} {RDF.type} {SD.NamedGraph} ; {SD.name} {NamedNode(entry.graph)} .")
            lines.append(f"{node} {SCHEMA.sha256} {text(entry.digest)} ; {VOID.triples} {count(entry.triples)} .")
        return f"INSERT DATA {{ GRAPH {NamedNode(self.iri)} {{\n" + "\n".join(lines) + "\n} }"

    def without(self, graphs: Iterable[str]) -> str:
        """An update that takes the entries of these graphs out."""
        names = " ".join(str(NamedNode(graph)) for graph in graphs)
        here = NamedNode(self.iri)
        return (
            f"DELETE {{ GRAPH {here} {{ ?e ?p ?o }} }} "
            f"WHERE {{ VALUES ?g {{ {names} }} GRAPH {here} {{ ?e {SD.name} ?g ; ?p ?o }} }}"
        )


def counts(remote: Remote, graphs: Iterable[str]) -> Mapping[str, int]:
    """How many triples the store has in each of these graphs; none where it has no such graph."""
    found: dict[str, int] = {}
    for chunk in _chunks(sorted(graphs), _COUNTED):
        names = " ".join(str(NamedNode(graph)) for graph in chunk)
        query = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {names} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
        found |= {row["g"]: int(row["n"]) for row in remote.select(query) if "g" in row}
    return found


def _chunks(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (items[i : i + size] for i in range(0, len(items), size))
