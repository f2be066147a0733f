"""JSON files: one record, a list of records, or a record a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from .draft import Draft, ReadError, Skipped, draft
from .encoding import decode

LIST = "articles"
"""The field of a record that holds a list of articles instead of being one."""


def read(data: bytes, file: str, name: str, fields: Mapping[str, str]) -> Iterator[Draft | Skipped]:
    """The articles of a file that is one JSON value: an object, a list of them, or {"articles": [...]}.

    A file with a JSON value a line, which often has this ending too, is read by lines.
    """
    text = decode(data)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _by_lines(text):
            yield from read_lines(data, file, name, fields)
            return
        raise ReadError(_fault(error)) from error
    if isinstance(value, Mapping) and isinstance(value.get(LIST), list):
        value = value[LIST]
    if isinstance(value, list):
        if not value:
            raise ReadError("an empty list: no article in it")
        for number, record in enumerate(value, 1):
            yield _draft(record, fields, file, f"item {number}", f"{name}-{number}")
    else:
        yield _draft(value, fields, file, "", name)


def read_lines(data: bytes, file: str, name: str, fields: Mapping[str, str]) -> Iterator[Draft | Skipped]:
    """The articles of a JSON Lines file (one JSON value a line, https://jsonlines.org); blank lines do not count.

    Where only some lines are UTF-8, the others cost only themselves.
    """
    try:
        lines: list[str | ReadError] = list(decode(data).split("\n"))
    except ReadError:
        lines = [_line(line) for line in data.split(b"\n")]
        if b"\0" in data or not any(isinstance(line, str) and line.strip() for line in lines):
            raise
    if len(lines) > 1 and not _by_lines("\n".join(line for line in lines if isinstance(line, str))):
        whole = _whole(lines)
        if whole is not None:
            yield from read(whole.encode("utf-8", "surrogatepass"), file, name, fields)
            return
    for number, line in enumerate(lines, 1):
        place = f"line {number}"
        if isinstance(line, ReadError):
            yield Skipped(file, place, str(line))
        elif line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Skipped(file, place, _fault(error, in_line=True))
            else:
                yield _draft(record, fields, file, place, f"{name}-{number}")


def _draft(record: Any, fields: Mapping[str, str], file: str, place: str, name: str) -> Draft | Skipped:
    if not isinstance(record, Mapping):
        kinds = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
        kind = kinds.get(type(record), "a number")
        return Skipped(file, place, f"{kind}, not a record: write an object with a field 'text'")
    try:
        return draft(record, fields, file=file, place=place, name=name)
    except ReadError as error:
        return Skipped(file, place, str(error))


def _fault(error: ValueError | RecursionError, *, in_line: bool = False) -> str:
    if isinstance(error, json.JSONDecodeError):
        where = f"column {error.colno}" if in_line else f"line {error.lineno}, column {error.colno}"
        return f"not JSON at {where}: {error.msg}"
    return "JSON nested too deeply" if isinstance(error, RecursionError) else "JSON with a number too long to read"


def _by_lines(text: str) -> bool:
    """Whether one of the first lines that are not blank is a JSON object of its own."""
    for line in [line for line in text.split("\n", 50)[:50] if line.strip()][:3]:
        try:
            if isinstance(json.loads(line), Mapping):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _whole(lines: list[str | ReadError]) -> str | None:
    """The file as one JSON value, where it is one (an indented list that ends in .jsonl)."""
    if any(isinstance(line, ReadError) for line in lines):
        return None
    text = "\n".join(str(line) for line in lines)
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return None
    return text


def _line(line: bytes) -> str | ReadError:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return ReadError(f"not UTF-8 at byte {error.start} of the line: save the file as UTF-8")
