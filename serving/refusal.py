"""What the endpoint does not do, whatever a query asks: reach other servers or files.

Oxigraph itself fetches nothing for FROM, and takes no update for a query. SERVICE it would follow. A long text may take
long to look through, so this runs where the query does, within its limit on time.
"""

import re

_SPACE = r"(?:\s|#[^\n\r]*+[\n\r])*+"
_NAME = r"""(?:<[^<>\s"{}|^`\\]*+>|[?$:\w](?:\\.|[^\s<>{#\\])*+)"""

# SERVICE before a name and a group is that keyword and nothing else, and needs no other reading of the query: in a
# string or a comment it is refused as well, which costs nobody anything. `?service` is a variable, `x:service` a name.
_SERVICE = re.compile(rf"(?<![?$:])SERVICE{_SPACE}(?:SILENT{_SPACE})?{_NAME}{_SPACE}\{{", re.IGNORECASE)
_FILE = re.compile(rf"\b(?:FROM|NAMED|BASE){_SPACE}(?:NAMED{_SPACE})?<\s*+file:", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refused(query: str) -> str | None:
    """Why this query is not run, as a sentence; None where nothing speaks against it.

    >>> refused("SELECT * { SERVICE <http://other.example/sparql> { ?s ?p ?o } }")
    'SERVICE is not allowed here: this endpoint asks no other one'
    >>> refused("SELECT ?service { ?s a ?service }")
    """
    for text in {query, _ESCAPE.sub(_character, query)}:
        if _SERVICE.search(text):
            return "SERVICE is not allowed here: this endpoint asks no other one"
        if _FILE.search(text):
            return "files are not allowed here: FROM takes the graphs of this dataset"
    return None


def _character(escape: re.Match[str]) -> str:
    """A codepoint escape (SPARQL 1.1, 19.2) as its character."""
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 else escape[0]
