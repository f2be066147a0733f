"""CSV and TSV files: a row an article, the first row the names of the fields."""

import csv
from collections.abc import Iterator, Mapping

from .draft import Draft, ReadError, Skipped, draft, label, text_field
from .encoding import decode

DELIMITERS = (",", ";", "\t")
LARGEST_CELL = 5_000_000
"""Characters of one cell."""


def read(data: bytes, file: str, name: str, fields: Mapping[str, str]) -> Iterator[Draft | Skipped]:
    """The articles of a table. Rows are counted as spreadsheets count them: the names of the fields are row 1.

    The delimiter is the one of comma, semicolon and tab that finds the text field in the first row, or else the most
    fields.
    """
    lines = [f"{line}\n" for line in decode(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    if lines[-1] == "\n":
        lines.pop()
    wanted = fields.get("text", "text")
    headers = {delimiter: _header(lines, delimiter) for delimiter in DELIMITERS}
    delimiter = max(DELIMITERS, key=lambda d: (wanted in headers[d], len(headers[d])))
    header = headers[delimiter]
    if wanted not in header:
        known = ", ".join(repr(field) for field in header[:8])
        second = next((row for n, row in _rows(lines, delimiter, len(header)) if n > 1 and isinstance(row, list)), [])
        hint = text_field(dict(zip(header, second, strict=False)))
        raise ReadError(f"no field {wanted!r} in the first row: its fields are {known}; {hint}")
    for number, row in _rows(lines, delimiter, len(header)):
        place = f"row {number}"
        if isinstance(row, ReadError):
            yield Skipped(file, place, str(row))
        elif number > 1 and any(cell.strip() for cell in row):
            record = dict(reversed([*zip(header, row, strict=False)]))
            try:
                if any(cell.strip() for cell in row[len(header) :]):
                    raise ReadError(f"{len(row)} cells for {len(header)} fields: put text in quotation marks")
                yield draft(record, fields, file=file, place=place, name=f"{name}-{number}")
            except ReadError as error:
                yield Skipped(file, place, str(error))


def _header(lines: list[str], delimiter: str) -> list[str]:
    try:
        return [label(cell) for cell in next(csv.reader(lines, delimiter=delimiter), [])]
    except csv.Error:
        return []


def _rows(lines: list[str], delimiter: str, width: int) -> Iterator[tuple[int, list[str] | ReadError]]:
    """The rows with their numbers. A row with broken quotation marks costs itself: reading goes on at the next line."""
    limit = csv.field_size_limit(LARGEST_CELL)
    try:
        begin, number = 0, 0
        while begin < len(lines):
            first = begin
            reader = csv.reader((lines[i] for i in range(first, len(lines))), delimiter=delimiter, strict=True)
            while True:
                number += 1
                try:
                    row = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    fault = ReadError(f"broken quotation marks ({error}): double those inside a quoted cell")
                    yield number, _mended(lines[begin], delimiter, width) or fault
                    begin += 1
                    break
                yield number, row
                begin = first + reader.line_num
    finally:
        csv.field_size_limit(limit)


def _mended(line: str, delimiter: str, width: int) -> list[str] | None:
    """The row that a line is by itself, where its quotation marks are only out of place."""
    row = next(csv.reader([line], delimiter=delimiter), [])
    return row if len(row) == width and line.count('"') % 2 == 0 else None
