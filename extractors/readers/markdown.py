"""Markdown files: what a reader of the page would read, with the fields of a YAML front matter."""

import re
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .draft import Draft, ReadError, clean, draft
from .encoding import decode

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(\w[\w-]*)[ \t]*:[ \t]*(.*)$")
_SPOKEN = {"text": None, "code_inline": None, "softbreak": " ", "hardbreak": "\n"}


def read(data: bytes, file: str, name: str, fields: Mapping[str, str]) -> Iterator[Draft]:
    """The one article of a Markdown file. Its text is what stands in paragraphs, headings, lists and tables, a block
    each; code blocks, images and HTML are left out.
    """
    source = clean(decode(data))
    front = _FRONT.match(source)
    record = _record(front[1] or "") if front else {}
    text = "\n\n".join(_blocks(source[front.end() :] if front else source))
    if not text.strip():
        raise ReadError("no text: the file has nothing but markup")
    text_field = fields.get("text", "text")
    yield draft({**record, text_field: text}, fields, file=file, place="", name=name)


def _blocks(source: str) -> Iterator[str]:
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type == "inline" and (text := _spoken(token.children or []).strip()):
            yield text


def _spoken(tokens: list[Token]) -> str:
    return "".join(_SPOKEN[token.type] or token.content for token in tokens if token.type in _SPOKEN)


def _record(front: str) -> dict[str, str | list[str]]:
    """The `key: value` lines of a front matter, with lists in either form; anything else in YAML is passed over."""
    record: dict[str, str | list[str]] = {}
    key = ""
    for line in front.splitlines():
        if found := _FIELD.match(line):
            key, value = found[1], found[2].strip()
            inner = value[1:-1] if value[:1] == "[" and value[-1:] == "]" else None
            record[key] = _unquoted(value) if inner is None else [_unquoted(item) for item in inner.split(",")]
        elif key and line.lstrip().startswith("- "):
            items = record[key]
            record[key] = [*(items if isinstance(items, list) else []), _unquoted(line.lstrip()[2:])]
    return record


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'" else value
