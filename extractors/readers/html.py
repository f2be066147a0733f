"""HTML pages: text and metadata as trafilatura finds them."""

import codecs
import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from configparser import ConfigParser

from lxml.etree import LxmlError
from trafilatura import bare_extraction
from trafilatura.settings import DEFAULT_CONFIG, Document, use_config

from .draft import Draft, ReadError, clean, label
from .encoding import decode

LARGEST = 5_000_000
"""Bytes: larger pages are data, not articles."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
"""Only dates that the page marks as such, none guessed from its text; without `max_date` the clock would decide."""

_SHORT = use_config()
_SHORT["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
"""For short news: below 250 characters trafilatura takes all text of the page's article instead, without its lines."""

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).addHandler(logging.NullHandler())


def read(data: bytes, file: str, name: str, fields: Mapping[str, str]) -> Iterator[Draft]:
    """The one article of a page; the title belongs to the text only where trafilatura finds it there."""
    if len(data) > LARGEST:
        raise ReadError(f"a page of {len(data):,} bytes, more than {LARGEST:,}: keep the article alone")
    source = decode(data, _charset(data))
    try:
        page = _page(source)
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise ReadError(f"the page cannot be parsed ({type(error).__name__}): save its text as .txt") from error
    text = clean(getattr(page, "text", None) or "")
    if not text.strip():
        raise ReadError("no article found in the page: save its text as .txt")
    yield Draft(
        file,
        "",
        name,
        text,
        title=label(getattr(page, "title", None) or ""),
        date=label(getattr(page, "date", None) or ""),
        url=label(getattr(page, "url", None) or ""),
        source=label(getattr(page, "sitename", None) or ""),
        author=label(getattr(page, "author", None) or "").replace("; ", ", "),
    )


def _page(source: str) -> Document | None:
    """The article of a page, in paragraphs.

    Where all of it came as one line (headline, byline and text run together), the paragraphs are looked for again
    without a least length, and taken where they are most of the line's words and none but those.
    """

    def extract(config: ConfigParser = DEFAULT_CONFIG) -> Document | None:
        found = bare_extraction(
            source,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params=_DATES,
            config=config,
        )
        return found if isinstance(found, Document) else None

    page = extract()
    if page is None or not page.text or "\n" in page.text.strip():
        return page
    short = extract(_SHORT)
    line, paragraphs = page.text.split(), ((short and short.text) or "").split()
    return short if 2 * len(paragraphs) >= len(line) and not Counter(paragraphs) - Counter(line) else page


def _charset(data: bytes) -> str:
    """The encoding that the page declares, Latin-1 as the Windows encoding that browsers take it for; "" for none."""
    found = _CHARSET.search(data[:4096])
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else name
