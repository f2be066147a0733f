"""What no query does unless it is allowed to: reach other servers or files.

Oxigraph itself fetches nothing for FROM, and takes no update for a query. SERVICE it would follow. A long text may take
long to look through, so that an endpoint does it where the query runs, within its limit on time.
"""

import re

from ..graph.errors import UserError

_SPACE = r"(?:\s|#[^\n\r]*+[\n\r])*+"
_NAME = r"""(?:<[^<>\s"{}|^`\\]*+>|[?$:\w](?:\\.|[^\s<>{#\\])*+)"""

# SERVICE before a name and a group is that keyword and nothing else, and needs no other reading of the query: in a
# string or a comment it is refused as well, which costs nobody anything. `?service` is a variable, `x:service` a name.
_SERVICE = re.compile(rf"(?<![?$:])SERVICE{_SPACE}(?:SILENT{_SPACE})?{_NAME}{_SPACE}\{{", re.IGNORECASE)
_FILE = re.compile(rf"\b(?:FROM|NAMED|BASE){_SPACE}(?:NAMED{_SPACE})?<\s*+file:", re.IGNORECASE)
# Updates begin with one of these words, after prefixes and comments.
_UPDATE = re.compile(
    rf"{_SPACE}(?:(?:PREFIX{_SPACE}[^\s<]*{_SPACE}|BASE{_SPACE})<[^>]*>{_SPACE})*"
    r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class RefusedError(UserError):
    """The query asks for what is not done here."""


def check(query: str, *, service: bool = False) -> None:
    """`RefusedError` where something speaks against this query; with `service`, it may ask other servers."""
    if reason := refused(query, service=service):
        raise RefusedError(reason)


def refused(query: str, *, service: bool = False) -> str | None:
    """Why this query is not run, as a sentence; None where nothing speaks against it.

    >>> refused("SELECT * { SERVICE <http://other.example/sparql> { ?s ?p ?o } }")
    'SERVICE is not allowed here: it asks another server'
    >>> refused("SELECT ?service { ?s a ?service }")
    """
    for text in {query, unescaped(query)}:
        if not service and _SERVICE.search(text):
            return "SERVICE is not allowed here: it asks another server"
        if _FILE.search(text):
            return "files are not allowed here: FROM takes the graphs of this dataset"
    return None


def is_update(query: str) -> bool:
    """Whether what is no query is an update.

    >>> is_update("PREFIX x: <http://x.example/> LOAD x:a"), is_update("SELECT ?load { ?load ?p ?o }")
    (True, False)
    """
    return _UPDATE.match(query) is not None


def unescaped(query: str) -> str:
    """The query with its codepoint escapes (SPARQL 1.1, 19.2) as the characters that they stand for."""
    return _ESCAPE.sub(_character, query)


def _character(escape: re.Match[str]) -> str:
    number = int(escape[1] or escape[2], 16)
    return chr(number) if number < 0x110000 else escape[0]
