"""Answers as tables: for the terminal, as CSV, or as JSON."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from ..graph.errors import UserError
from .layout import laid_out
from .terminal import count, out, table_width

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity, Evidence, Statement

Cell = str | int | float | bool | None

FORMATS = ("table", "csv", "json")

Format = Annotated[str, typer.Option("--format", help="table, csv or json.", metavar="FORMAT")]


def form(name: str) -> str:
    """The format of this name; `UserError` for what is none."""
    if name not in FORMATS:
        raise UserError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return name


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[Cell]], form: str, notes: Iterable[str] = ()) -> None:
    """Print a table in one of the formats. Only the terminal gets the number of rows and the notes below it."""
    listed = list(rows)
    if form == "csv":
        print_csv(columns, listed)
    elif form == "json":
        print_json([dict(zip(columns, cells, strict=True)) for cells in listed])
    else:
        numbers = [all(isinstance(c, int | float | None) for c in cells) for cells in zip(*listed, strict=True)]
        shown = [[_shown(cell) for cell in cells] for cells in listed]
        width = table_width()
        out.print(laid_out(columns, shown, numbers or [False] * len(columns), width), soft_wrap=False, width=width)
        for line in (count(len(listed), "row"), *notes):
            out.print(Text(line, style="dim"))


def _shown(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.3f}"
    return "" if cell is None else str(cell)


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Rows to standard output; text is guarded against spreadsheets as in statements.csv, None is empty."""
    from ..exports.table import guard

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guard(cell) if isinstance(cell, str) else cell for cell in cells] for cells in rows)


def print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_statements(graph: "KnowledgeGraph", statements: "Sequence[Statement]", form: str) -> None:
    """Statements in CSV, in the columns and the order of statements.csv, or in JSON: all of their evidence."""
    from ..graph.rows import Row, rows

    if form == "csv":
        print_csv(Row._fields, rows(graph, statements))
    else:
        print_json([statement_json(graph, s) for s in statements])


def statement_json(graph: "KnowledgeGraph", statement: "Statement") -> dict[str, Any]:
    """A statement with its evidence, names beside ids."""
    return {
        "subject": entity_json(graph.entities[statement.subject]),
        "relation": statement.relation,
        "object": entity_json(graph.entities[statement.object]),
        "status": str(statement.status),
        "confidence": statement.confidence,
        "evidence": [evidence_json(graph, e) for e in statement.evidence],
    }


def entity_json(entity: "Entity") -> dict[str, str]:
    return {"id": entity.id, "name": entity.name, "type": entity.type}


def evidence_json(graph: "KnowledgeGraph", evidence: "Evidence") -> dict[str, Any]:
    """Where something is stated, by whom and when; null for what is not known."""
    article = graph.articles[evidence.article]
    return {
        "sentence": evidence.sentence.quote,
        "cue": evidence.cue.quote,
        "article": article.id,
        "title": article.title or None,
        "date": article.date or None,
        "publisher": article.source or None,
        "url": article.url or None,
        "source": entity_json(graph.entities[evidence.source]) if evidence.source else None,
        "when": evidence.when,
        "amount": evidence.amount,
        "role": evidence.role,
        "confidence": evidence.confidence,
        "reasons": [str(reason) for reason in evidence.reasons],
        "start": evidence.sentence.start,
        "end": evidence.sentence.end,
    }
