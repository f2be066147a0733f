"""Content negotiation: what a client accepts (RFC 9110, 12.5.1), as the formats of `exports.sparql`."""

from collections.abc import Mapping

import mimeparse

# Of those that a client likes as much, the last one is taken.
RESULTS: Mapping[str, str] = {
    "text/tab-separated-values": "tsv",
    "text/csv": "csv",
    "application/xml": "xml",
    "application/sparql-results+xml": "xml",
    "application/json": "json",
    "application/sparql-results+json": "json",
}
TRIPLES: Mapping[str, str] = {
    "application/xml": "xml",
    "application/rdf+xml": "xml",
    "application/json": "json",
    "application/ld+json": "json",
    "text/plain": "ntriples",
    "application/n-triples": "ntriples",
    "application/x-turtle": "turtle",
    "text/turtle": "turtle",
}
PAGE = "text/html"


def wanted(accept: str, known: Mapping[str, str], *, page: bool) -> str:
    """The format that suits best; "page" for HTML, where there is a page; "" where none suits.

    A client that says nothing, or nothing that can be read, accepts everything.

    >>> wanted("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", RESULTS, page=True)
    'page'
    >>> wanted("*/*", RESULTS, page=True)
    'json'
    >>> wanted("image/png", TRIPLES, page=True)
    ''
    """
    supported = ([PAGE, "application/xhtml+xml"] if page else []) + list(known)
    try:
        best = mimeparse.best_match(supported, accept or "*/*")
    except mimeparse.MimeTypeParseException:
        best = supported[-1]
    return known.get(best, "page" if best else "")


def media_type(form: str, known: Mapping[str, str]) -> str:
    """The media type that a format is sent as."""
    found = [media for media, name in known.items() if name == form][-1]
    return f"{found}; charset=utf-8" if found.startswith("text/") else found
