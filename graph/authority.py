"""Authority files: things that the user knows, with their identifiers and all the names that they go by."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import UserError
from .names import normalise
from .ontology import ontology

_WIKIDATA = re.compile(r"(?:https?://(?:www\.|m\.)?wikidata\.org/(?:entity|wiki)/|wdt?:)?(Q[1-9]\d*)", re.IGNORECASE)
_COLUMNS = {
    "id": ("id", "identifier", "identifiant", "item", "uri", "iri", "key", "reference"),
    "type": ("type", "class", "kind", "instanceof", "typelabel", "instanceoflabel"),
    "name": ("name", "nom", "label", "itemlabel", "preflabel", "title"),
    "aliases": ("aliases", "alias", "altlabel", "altlabels", "itemaltlabel", "alsoknownas", "othernames"),
    "wikidata": ("wikidata", "wikidataid", "qid", "sameas", "reconciledid"),
}
"""What a column is, and the headers that say so, without spaces, case and punctuation."""

_BY_LANGUAGE = re.compile(r"(name|label|itemlabel|preflabel|aliases|alias|altlabel|itemaltlabel)[ _@:.-]([a-z]{2,3})")
_EXTENSIONS = {".csv": ",", ".tsv": "\t", ".tab": "\t"}
_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """One thing of an authority file.

    `id` is the user's identifier, `type` one of the ontology's types, `names` are (language, name) pairs with "" for
    a name of no one language, the preferred one of each language first; `aliases` other names; `wikidata` an identifier
    such as "Q317521", or "".
    """

    id: str
    type: str
    names: tuple[tuple[str, str], ...]
    aliases: tuple[str, ...] = ()
    wikidata: str = ""

    def __post_init__(self) -> None:
        if self.type not in ontology().types:
            raise ValueError(f"unknown entity type {self.type!r}")
        if not self.id or not self.names:
            raise ValueError(f"a known thing needs an id and a name: {self!r}")


def read(path: Path) -> tuple[Known, ...]:
    """The things of an authority file, in the order of their ids.

    It is a CSV file (with commas or semicolons) or TSV file with a header, or a JSON Lines file, in UTF-8. There are
    columns for id, type, name (also by language: `name_fr`, `name_en`), aliases (several with | between them) and
    wikidata, in any order; headers as OpenRefine and the Wikidata Query Service write them are understood (`item`,
    `itemLabel`, `itemAltLabel`). Other columns are left out. Lines with one id are one thing: a query gives a line for
    each name. A Wikidata IRI as an identifier becomes its Q number. `UserError` names the file and the
    line that cannot be used.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: not UTF-8 (byte {error.start})") from error
    return parse(text, str(path), path.suffix.casefold())


def parse(text: str, name: str, suffix: str) -> tuple[Known, ...]:
    """The things of the text of an authority file; `name` is for messages, `suffix` (".csv") tells its form."""
    if suffix in _EXTENSIONS:
        rows = _table(text, name, _EXTENSIONS[suffix])
    elif suffix in _LINES:
        rows = _json_lines(text, name)
    else:
        raise UserError(f"{name}: an authority file is called .csv, .tsv or .jsonl")
    found: dict[str, tuple[int, Known]] = {}
    for line, row in rows:
        thing = _known(row, f"{name}, line {line}")
        if thing.id in found:
            first, other = found[thing.id]
            if (other.type, other.wikidata or thing.wikidata) != (thing.type, thing.wikidata or other.wikidata):
                raise UserError(f"{name}, line {line}: {thing.id} has another type or Wikidata id in line {first}")
            thing = _joined(other, thing)
        found.setdefault(thing.id, (line, thing))
        found[thing.id] = (found[thing.id][0], thing)
    if not found:
        raise UserError(f"{name}: no things in it")
    return tuple(found[ident][1] for ident in sorted(found))


def read_all(paths: Iterable[Path]) -> tuple[Known, ...]:
    """The things of several files; those with one id are one thing. `UserError` where files disagree on its type."""
    found: dict[str, Known] = {}
    for path in sorted(paths):
        for thing in read(path):
            other = found.setdefault(thing.id, thing)
            if (other.type, other.wikidata or thing.wikidata) != (thing.type, thing.wikidata or other.wikidata):
                raise UserError(f"{path}: {thing.id} has another type or Wikidata id in another file")
            found[thing.id] = _joined(other, thing)
    return tuple(found[ident] for ident in sorted(found))


def _joined(one: Known, other: Known) -> Known:
    return Known(
        one.id,
        one.type,
        tuple(dict.fromkeys((*one.names, *other.names))),
        tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        one.wikidata or other.wikidata,
    )


Values = Mapping[str, list[tuple[str, str]]]
"""The values of a row by what their column is, each with the language of the column or ""."""


def _table(text: str, name: str, delimiter: str) -> Iterator[tuple[int, Values]]:
    first = text.split("\n", 1)[0]
    if delimiter == "," and first.count(";") > first.count(","):  # as spreadsheets write where the comma is in numbers
        delimiter = ";"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(reader, [])
        columns = _columns(header, name)
        while True:
            line = reader.line_num + 1
            cells = next(reader, None)
            if cells is None:
                return
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                raise UserError(f"{name}, line {line}: {len(cells)} values under {len(header)} headers")
            yield line, _row((what, lang, cell) for (what, lang), cell in zip(columns, cells, strict=False))
    except csv.Error as error:
        raise UserError(f"{name}, line {reader.line_num}: not a readable table ({error})") from error


def _json_lines(text: str, name: str) -> Iterator[tuple[int, Values]]:
    for line, one in enumerate(text.split("\n"), 1):
        if not one.strip():
            continue
        try:
            record = json.loads(one)
        except ValueError as error:
            raise UserError(f"{name}, line {line}: not JSON ({error})") from error
        if not isinstance(record, dict):
            raise UserError(f"{name}, line {line}: not a JSON object")
        columns = _columns(list(record), f"{name}, line {line}")
        yield (
            line,
            _row(
                (what, language or lang, value)
                for (what, lang), cell in zip(columns, record.values(), strict=True)
                for language, value in _values(cell)
            ),
        )


def _values(cell: Any) -> Iterator[tuple[str, str]]:
    """The strings in a JSON value: itself, those of a list, those of an object by language ({"fr": "Russie"})."""
    if isinstance(cell, Mapping):
        for key, value in cell.items():
            yield from ((str(key), text) for _, text in _values(value))
    elif isinstance(cell, list):
        for value in cell:
            yield from _values(value)
    elif cell is not None:
        yield "", str(cell)


def _columns(header: list[str], name: str) -> list[tuple[str, str]]:
    columns = [_column(title) for title in header]
    found = {what for what, _ in columns}
    for wanted in ("name", "type"):
        if wanted not in found:
            raise UserError(f"{name}: no column {wanted!r}; there are {', '.join(header) or 'none'}")
    if not found & {"id", "wikidata"}:
        raise UserError(f"{name}: no column 'id' or 'wikidata'; there are {', '.join(header)}")
    return columns


def _column(title: str) -> tuple[str, str]:
    """What a column is and its language; ("", "") for one that is left out."""
    plain = title.strip().lstrip("?").casefold()
    lang = ""
    if match := _BY_LANGUAGE.fullmatch(plain):
        plain, lang = match[1], match[2]
    plain = normalise(plain).replace(" ", "")
    return next(((what, lang) for what, titles in _COLUMNS.items() if plain in titles), ("", ""))


def _row(cells: Iterable[tuple[str, str, str]]) -> Values:
    found: dict[str, list[tuple[str, str]]] = {}
    for what, lang, cell in cells:
        several = re.split(r"\s*\|\s*", cell) if what == "aliases" else [cell]
        for value in several:
            if what and (value := value.strip()):
                found.setdefault(what, []).append((lang, value))
    return found


def _known(row: Values, place: str) -> Known:
    def one(what: str) -> str:
        return row.get(what, [("", "")])[0][1]

    wikidata, ident = "", one("id")
    if text := one("wikidata"):
        match = _WIKIDATA.fullmatch(text)
        if match is None:
            raise UserError(f"{place}: {text!r} is no Wikidata identifier such as Q142")
        wikidata = match[1].upper()
    if match := _WIKIDATA.fullmatch(ident):
        ident = match[1].upper()
        wikidata = wikidata or ident
    if not (ident or wikidata):
        raise UserError(f"{place}: no id")
    if "name" not in row:
        raise UserError(f"{place}: no name for {ident or wikidata}")
    type_ = next((t for t in ontology().types if t.casefold() == one("type").casefold()), None)
    type_ = type_ or next((t.name for t in ontology().types.values() if _labelled(t.labels, one("type"))), None)
    if type_ is None:
        known = ", ".join(ontology().types)
        what = f"no type {one('type')!r}" if one("type") else "no type"
        raise UserError(f"{place}: {what}; there are {known}")
    return Known(
        ident or wikidata,
        type_,
        tuple(dict.fromkeys(row["name"])),
        tuple(dict.fromkeys(alias for _, alias in row.get("aliases", ()))),
        wikidata,
    )


def _labelled(labels: Mapping[str, str], text: str) -> bool:
    return bool(text) and normalise(text) in {normalise(label) for label in labels.values()}
