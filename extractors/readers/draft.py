"""What a file holds before it is known to be an article, and text as the project keeps it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote
from typing import Any

FIELDS = ("id", "title", "text", "date", "url", "source", "author", "lang")
"""The fields of a record, by our names."""

_NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = str.maketrans("\x0b\x0c", "\n\n")


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """An input that was not read. `place` is "line 3", "row 7", "item 2" or "" (the file); `reason` says what to do."""

    file: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one article as a file has them, cleaned; "" where it has none.

    `name` is the id to use where the file gives none. `date` and `lang` are still as people write them.
    """

    file: str
    place: str
    name: str
    text: str
    id: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    source: str = ""
    author: str = ""
    lang: str = ""


class ReadError(ValueError):
    """A file or record that cannot be read; the text says why and what to do."""


def clean(text: str) -> str:
    """Text as `Article.text` keeps it: offsets count what this returns.

    Line breaks (CRLF, CR, vertical tab, form feed) become LF, and letters with separate accents one code point each
    (NFC). What XML cannot hold (control characters, lone surrogates) becomes U+FFFD, one for one. Nothing else changes.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _NOT_XML.sub("\ufffd", text)


def label(text: str) -> str:
    """A field other than the text: clean, in one line.

    >>> label(" Jeanne\\n  Kerouac ")
    'Jeanne Kerouac'
    """
    return " ".join(clean(text).split())


def draft(record: Mapping[str, Any], fields: Mapping[str, str], *, file: str, place: str, name: str) -> Draft:
    """The article in a record of a JSON or table file; `ReadError` where it has no text.

    `fields` says how the record calls what we call id, title, text…; a dotted name leads into nested records.
    """
    found = {ours: _value(record, fields.get(ours, ours), fields) for ours in FIELDS}
    if not found["text"].strip():
        theirs = fields.get("text", "text")
        if _find(record, theirs) is None:
            known = ", ".join(repr(label(str(key))) for key in list(record)[:8]) or "none at all"
            raise ReadError(f"no field {theirs!r}: its fields are {known}; {text_field(record)}")
        raise ReadError(f"no text: field {theirs!r} is empty")
    text = clean(found.pop("text"))
    return Draft(file, place, name, text, **{key: label(value) for key, value in found.items()})


def text_field(record: Mapping[str, Any]) -> str:
    """What to do about a record without the text field: name another, most likely its longest of several words."""
    texts = {key: value for key, value in record.items() if isinstance(value, str) and len(value.split()) > 4}
    longest = max(texts, key=lambda key: len(texts[key]), default="NAME")
    return f"say which one holds the text: --field text={quote(label(longest))}"


def _find(record: Any, path: str) -> Any:
    """The value under a field name, else under a dotted path of names and list indexes; None where there is none."""
    if isinstance(record, Mapping) and path in record:
        return record[path]
    for step in path.split("."):
        if isinstance(record, Mapping):
            record = record.get(step)
        elif isinstance(record, list) and step.isdecimal() and int(step) < len(record):
            record = record[int(step)]
        else:
            return None
    return record


def _value(record: Mapping[str, Any], path: str, fields: Mapping[str, str]) -> str:
    value = _find(record, path)
    is_text = path == fields.get("text", "text")
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ("\n\n" if is_text else ", ").join(value)
    if isinstance(value, str):
        return value
    if is_text:
        kind = "an object" if isinstance(value, Mapping) else "a list" if isinstance(value, list) else "no text"
        raise ReadError(f"field {path!r} is {kind}; say which field holds the text, as one string")
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
