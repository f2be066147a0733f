"""Tables of analyses as CSV, JSON and Parquet."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from ..graph.analyses import Table
from ..graph.errors import UserError
from .optional import pyarrow
from .table import guard


def to_csv(table: Table) -> str:
    """The table with a header and "\\n" line ends; None is an empty cell, text is guarded against spreadsheets."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([guard(cell) if isinstance(cell, str) else cell for cell in row] for row in table)
    return file.getvalue()


def to_json(table: Table) -> str:
    """A list of objects, one a row."""
    return json.dumps(table.dicts(), ensure_ascii=False, indent=1) + "\n"


def write(table: Table, path: Path) -> None:
    """Write the table in the form that the name ends with: .csv, .json or .parquet; `UserError` for another."""
    if path.suffix not in WRITERS:
        raise UserError(f"{path}: no form of table ends with {path.suffix!r}; there are {', '.join(WRITERS)}")
    try:
        WRITERS[path.suffix](table, path)
    except OSError as error:
        raise UserError(f"{path}: cannot write there ({error.strerror or error})") from error


def _text(convert: Callable[[Table], str]) -> Callable[[Table, Path], None]:
    def written(table: Table, path: Path) -> None:
        path.write_text(convert(table), encoding="utf-8", errors="replace", newline="")

    return written


def _parquet(table: Table, path: Path) -> None:
    pa, parquet = pyarrow()
    names = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    fields, arrays = [], []
    for column in table.columns:
        cells = table.column(column)
        kinds = {type(cell) for cell in cells if cell is not None}
        if len(kinds) > 1:
            kinds = {float} if kinds == {int, float} else {str}
        kind = kinds.pop() if kinds else str
        values = [cell if cell is None else _plain(kind(cell)) for cell in cells]
        fields.append(pa.field(column, names[kind]))
        arrays.append(pa.array(values, names[kind]))
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), path, compression="zstd")


def _plain(value: object) -> object:
    """Text without lone surrogates, which UTF-8 has not."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


WRITERS: Mapping[str, Callable[[Table, Path], None]] = {
    ".csv": _text(to_csv),
    ".json": _text(to_json),
    ".parquet": _parquet,
}
