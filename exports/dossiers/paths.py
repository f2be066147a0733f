"""File names for identifiers: readable, safe on every system, and never the same for two."""

import re
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256

from anyascii import anyascii

_PLAIN = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")
_RESERVED = frozenset(("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))))
_LONGEST = 72  # characters: with folder and ending far from the limits of paths
_DIGITS = 10  # of 5 bits


def stem(ident: str, digits: int = _DIGITS) -> str:
    """A file name, without its ending, that depends on the identifier alone.

    Lower-case Latin letters, digits and hyphens between them stand as they are, and slashes become full stops. All else
    is spelled in ASCII, with a digest behind "~" that tells it from what is spelled alike.

    >>> stem("human/elon-musk"), stem("journal/2015/7")
    ('human.elon-musk', 'journal.2015.7')
    >>> stem("human/élise"), stem("../../etc/passwd"), stem("con")
    ('human-elise~5rk55hd74w', 'etc-passwd~g5knnsz2hd', 'con~cfb5uk6fjr')
    """
    if _PLAIN.fullmatch(ident) and len(ident) <= _LONGEST and ident.partition("/")[0] not in _RESERVED:
        return ident.replace("/", ".")
    spelled = "-".join(re.findall(r"[a-z0-9]+", anyascii(ident[: 4 * _LONGEST]).lower()))
    digest = b32encode(sha256(ident.encode("utf-8", "surrogatepass")).digest()).decode("ascii").lower()
    return f"{spelled[:_LONGEST].strip('-') or 'id'}~{digest[:digits]}"


def stems(idents: Iterable[str]) -> dict[str, str]:
    """A file name for each identifier; should two digests begin alike, they are written out."""
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    for ident in sorted(set(idents)):
        name = stem(ident)
        if name in taken:
            name = stem(ident, digits=52)
        taken[name] = ident
        found[ident] = name
    return found
