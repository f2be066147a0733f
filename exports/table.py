"""`statements.csv`: one row for each place where an article states something.

The columns are the fields of `Row`. The rows stand in the order of their statements, then of their articles and
sentences.
"""

import csv
import re
from pathlib import Path

from ..graph.knowledge import KnowledgeGraph
from ..graph.rows import Row, rows

__all__ = ["Row", "guard", "rows", "unguard", "write"]

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the rows as UTF-8 with "\\n" line ends; all text is quoted, and guarded against spreadsheets.

    Lone surrogates, which UTF-8 has not, become "?".
    """
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        # Python up to 3.12 leaves a lone "\r" unquoted where it may, and readers take it for a line end.
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(Row._fields)
        for row in rows(graph):
            writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])


def guard(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula (OWASP, "CSV Injection").

    What already has apostrophes before such a beginning gets one more, so that `unguard` restores any text.

    >>> guard("=1+1"), guard("'=1+1"), guard("l'État")
    ("'=1+1", "''=1+1", "l'État")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text before `guard`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
