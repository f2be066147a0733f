"""Text files: the whole file is the text."""

from collections.abc import Iterator, Mapping

from .draft import Draft, clean
from .encoding import decode


def read(data: bytes, file: str, name: str, fields: Mapping[str, str]) -> Iterator[Draft]:
    """The one article of a text file."""
    yield Draft(file, "", name, clean(decode(data)))
