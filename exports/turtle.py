"""Turtle and TriG, written node by node: what a subject has in common with others is put into words once.

A node comes in the syntax of N-Triples, whose strings and IRIs are those of Turtle as well (RDF 1.1 Turtle, 2.4, 2.5);
IRIs of known folders get their prefixes, and objects of one predicate stand in one list.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..graph.knowledge import KnowledgeGraph
from .dataset import PLAIN, RdfOptions, parts
from .triples import Node
from .vocabulary import RDF

# What PN_LOCAL has that needs no escape and that all readers take; an empty one, and others, stay whole IRIs.
_CHARS = "A-Za-z0-9_À-ÖØ-öø-˿Ͱ-ͽͿ-῿、-퟿"
_LOCAL = re.compile(f"[{_CHARS}][{_CHARS}-]*")
_KEPT = 1 << 15


def write_trig(graph: KnowledgeGraph, path: Path, options: RdfOptions = PLAIN) -> None:
    """Write TriG: graphs and subjects in the order of N-Quads."""
    with path.open("wb", buffering=1 << 20) as file:
        words = _Words(options.prefixes)
        file.write(words.head())
        for name, nodes in parts(graph, options):
            blocks = words.blocks(nodes)
            if not name:
                file.writelines(blocks)
            elif first := next(blocks, None):
                file.write(f"{words.term(name)} {{\n".encode() + first)
                file.writelines(blocks)
                file.write(b"}\n")


def write_turtle(graph: KnowledgeGraph, path: Path, options: RdfOptions = PLAIN) -> None:
    """Write the union of the graphs as Turtle, in the same order.

    Turtle has no named graphs: statements name their articles by `prov:wasDerivedFrom`, evidence its own by
    `oa:hasSource`. What several articles state is written with each of them.
    """
    with path.open("wb", buffering=1 << 20) as file:
        words = _Words(options.prefixes)
        file.write(words.head())
        for _, nodes in parts(graph, options):
            file.writelines(words.blocks(nodes))


class _Words(dict[str, tuple[str, str]]):
    """What is said of subjects, as a predicate and an object in Turtle; what comes often is put into words once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self._prefixes = prefixes
        self._names = {f"<{name}": f"{prefix}:" for prefix, name in prefixes.items()}
        self._predicates = {RDF.type: " ;\n\ta "}

    def head(self) -> bytes:
        """The prefixes, and an empty line."""
        return "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in self._prefixes.items()).encode() + b"\n"

    def blocks(self, nodes: Iterable[Node]) -> Iterator[bytes]:
        for subject, said in nodes:
            words: list[str] = []
            before = ""
            for what in said:
                predicate, it = self[what]
                words.append(" , " if predicate == before else predicate)
                words.append(it)
                before = predicate
            yield f"{self.term(subject)} {''.join(words)[4:]} .\n".encode()

    def __missing__(self, what: str) -> tuple[str, str]:
        predicate, _, it = what.partition(" ")
        word = self._predicates.get(predicate)
        if word is None:
            word = self._predicates[predicate] = f" ;\n\t{self.term(predicate)} "
        found = word, self.term(it)
        if it[-1] == ">" and "#char=" not in it:  # texts, and spans of them, hardly ever come again
            if len(self) == _KEPT:
                self.clear()
            self[what] = found
        return found

    def term(self, it: str) -> str:
        """A term in the syntax of N-Triples in that of Turtle."""
        if it[0] == "<":
            cut = max(it.rfind("/"), it.rfind("#")) + 1
            prefix = self._names.get(it[:cut])
            return prefix + local if prefix and _LOCAL.fullmatch(local := it[cut:-1]) else it
        if it[-1] == ">":
            value, _, datatype = it.rpartition("^^")
            return f"{value}^^{self.term(datatype)}"
        return it
