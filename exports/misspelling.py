"""Terms that a query names in the namespace of our ontology and that the ontology does not declare."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from ..graph.nearness import near_words
from ..graph.ontology import ONTOLOGY, declared
from .refusal import unescaped
from .vocabulary import PREFIXES

# SPARQL 1.1, 19.8, as far as names go; a name of a local part ends before a last full stop.
_TOKEN = re.compile(
    r'"{3}(?:\\.|[^\\])*?"{3}|"(?:\\.|[^"\\\n\r])*"'
    r"|'{3}(?:\\.|[^\\])*?'{3}|'(?:\\.|[^'\\\n\r])*'"
    r"|\#[^\n\r]*"
    r'|<(?P<iri>[^<>"{}|^`\\\x00-\x20]*)>'
    r"|(?P<prefix>\w[\w.-]*|):(?P<local>(?:[\w:%-]|\\[_~.!$&'()*+,;=/?#@%-]|\.+(?=[\w:%\\-]))*)"
    r"|(?P<word>[?$@]?\w+)",
    re.DOTALL,
)
_LIMIT = 3


def unknown(query: str) -> list[tuple[str, list[str]]]:
    """The terms of the ontology's namespace that it does not declare, in the order of the query, each with near ones.

    Both have the prefix lia, whichever prefix the query gives the namespace. At most three are near, the likest first.

    >>> unknown("SELECT ?who { ?who a lia:Compagny ; lia:funds ?what } # lia:fundd")
    [('lia:Compagny', ['lia:Company'])]
    """
    names = dict.fromkeys(iri.removeprefix(ONTOLOGY) for iri in _iris(query) if iri.startswith(ONTOLOGY))
    terms = declared()
    return [
        (f"lia:{name}", [f"lia:{near}" for near in near_words(name, terms, _LIMIT)])
        for name in names
        if name and name not in terms
    ]


def _iris(query: str) -> Iterator[str]:
    """The IRIs that a query names by prefix or in full, but for those of its declarations."""
    base, prefixes, before = "", dict(PREFIXES), ("", "")
    for token in _TOKEN.finditer(unescaped(query)):
        iri, local = token["iri"], token["local"]
        if iri is not None:
            whole = urljoin(base, iri) if base else iri
            if before[1] == "base":
                base = whole
            elif before[0] == "prefix" and before[1].endswith(":"):
                prefixes[before[1][:-1]] = whole
            else:
                yield whole
        elif local is not None and before[1] != "prefix" and token["prefix"] in prefixes:
            yield prefixes[token["prefix"]] + re.sub(r"\\(.)", r"\1", local)
        if (text := token[0])[0] != "#":
            before = before[1], text if local is not None else text.lower()
