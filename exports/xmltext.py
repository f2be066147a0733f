"""XML written line by line: what GEXF and GraphML share."""

import re
from collections.abc import Mapping
from typing import IO
from xml.sax.saxutils import escape, quoteattr

_OUTSIDE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 has not (section 2.2)."""
    return _OUTSIDE.sub("\ufffd", text)


class Lines:
    """Elements into a text file, one a line, indented by depth."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._open: list[str] = []
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')

    def start(self, name: str, attributes: Mapping[str, object] | None = None) -> None:
        self._write(f"<{name}{_attributes(attributes)}>")
        self._open.append(name)

    def end(self) -> None:
        name = self._open.pop()
        self._write(f"</{name}>")

    def element(self, name: str, attributes: Mapping[str, object] | None = None, text: str | None = None) -> None:
        inside = "/>" if text is None else f">{escape(clean(text), {chr(13): '&#13;'})}</{name}>"
        self._write(f"<{name}{_attributes(attributes)}{inside}")

    def _write(self, line: str) -> None:
        self._file.write("  " * len(self._open) + line + "\n")


def _attributes(attributes: Mapping[str, object] | None) -> str:
    given = ((name, value) for name, value in (attributes or {}).items() if value is not None)
    return "".join(f" {name}={quoteattr(clean(_form(value)), {chr(13): '&#13;'})}" for name, value in given)


def _form(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
