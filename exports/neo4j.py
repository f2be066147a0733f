"""CSV pairs for `neo4j-admin database import`: nodes.csv and relationships.csv, with typed columns.

Only asserted statements have the plain type of their relation (`ACQUIRED`); the others have it with their status
(`ACQUIRED_UNCERTAIN`), so that a query for the relation takes none of them for a fact. Lists are arrays, separated by
";" as the import expects unless told otherwise; a ";" in a value becomes ",", a line end a space.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Status
from .attributes import EDGE, NODE, Tie, Value, things, ties

_TYPES = {str: "", int: ":long", float: ":double", bool: ":boolean", list: ":string[]"}
_MORE = {"start": str, "end": str}


def write(graph: KnowledgeGraph, folder: Path, *, events: bool = False) -> None:
    """Write both files into a folder, as UTF-8; lone surrogates, which UTF-8 has not, become "?".

    With `events`, those that statements state are nodes too, and roles in events are relationships (`AGENT`, `PLACE`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write(
        folder / "nodes.csv",
        ["id:ID", *_header(NODE), ":LABEL"],
        ([t.id, *_cells(t.values.values()), f"Entity;{t.type}"] for t in things(graph, events)),
    )
    _write(
        folder / "relationships.csv",
        [":START_ID", ":END_ID", ":TYPE", *_header(EDGE), *_header(_MORE)],
        (_relationship(tie) for tie in ties(graph, events)),
    )


def _relationship(tie: Tie) -> list[str]:
    type_ = tie.relation.upper() + ("" if tie.status == Status.ASSERTED else f"_{tie.status.upper()}")
    when = (tie.period.start or "", tie.period.end or "")
    return [tie.source, tie.target, type_, *_cells(tie.values.values()), *when]


def _header(attributes: Mapping[str, type]) -> list[str]:
    return [f"{name}{_TYPES[type_]}" for name, type_ in attributes.items()]


def _cells(values: Iterable[Value]) -> list[str]:
    return [
        ";".join(_line(part).replace(";", ",") for part in value)
        if isinstance(value, tuple)
        else str(value).lower()
        if isinstance(value, bool)
        else _line(str(value))
        for value in values
    ]


def _line(text: str) -> str:
    """The text on one line: the import takes a line for a record."""
    return " ".join(text.replace("\x00", " ").splitlines())


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        writer.writerow(header)
        writer.writerows(rows)
