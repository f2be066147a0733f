"""Bytes of a file as text."""

import codecs
import re

from .draft import ReadError

SINGLE_BYTE = ("cp1252", "mac_roman", "cp850")
"""What French and English files are in when they are not in UTF-8: Windows (and Latin-1), old Macintosh, DOS."""
EXPECTED = 0.9
"""The share of characters outside ASCII that must be ones of French or English text for such a guess to count.

Detectors made for all languages do worse on these two: on a French line of 36 or 95 characters in Windows-1252,
charset-normalizer 3.5 takes a Macintosh or Central European encoding, or none.
"""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_PAIRS = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸáíóúñåãßøÁÍÓÚÑÅÃØ"
_USUAL = frozenset(_LETTERS + "«»‹›‘’“”„–—…•·°€£§©®™²³½¼¾ºª×¿¡±µ\u00a0\u00ad")
_ASCII = re.compile("[A-Za-z]")
_INSIDE = re.compile(r"[a-z][À-ÖØ-Þ][a-z]")


def decode(data: bytes, declared: str = "") -> str:
    """The text of a file, without a byte-order mark.

    UTF-8, or UTF-16 and UTF-32 with a byte-order mark; else `declared` (what an HTML page says of itself); else the
    encoding of `SINGLE_BYTE` that gives French or English letters. `ReadError` for an empty file, a binary one, UTF-8
    with broken places, and where no encoding fits.
    """
    if not data.strip():
        raise ReadError("empty file")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data, encoding)
            if text is None:
                raise ReadError(f"its byte-order mark says {encoding.upper()}, its bytes do not: save it as UTF-8")
            if not text.strip("\ufeff \t\r\n"):
                raise ReadError("empty file")
            return text.removeprefix("\ufeff")
    if data.startswith(_BINARY) or b"\0" in data:
        raise ReadError("a binary file, not text: export its text as UTF-8 (or UTF-16 with a byte-order mark)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _decoded(data, declared) if declared else None
        if text is None and not _damaged(data):
            text = _guessed(data)
        if text is None:
            raise ReadError(f"not UTF-8 at byte {error.start}: save it as UTF-8") from error
        return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _damaged(data: bytes) -> bool:
    """Whether this is UTF-8 after all, but for some bytes: read otherwise, its letters would come out in pairs."""
    good = _PAIRS.findall(data)
    return len(good) * 4 > sum(byte > 127 for byte in data) - sum(map(len, good)) and bool(good)


def _guessed(data: bytes) -> str | None:
    scored = [(_score(text), -i, text) for i, e in enumerate(SINGLE_BYTE) if (text := _decoded(data, e)) is not None]
    score, _, text = max(scored, default=(0.0, 0, ""))
    return text if score >= EXPECTED else None


def _score(text: str) -> float:
    """The share of usual characters outside ASCII; a capital between small letters is not usual, many accents none."""
    foreign = [c for c in text if c > "\x7f"]
    if not foreign or len(_ASCII.findall(text)) < 3 * sum(c.isalpha() for c in foreign):
        return 0.0
    return (sum(c in _USUAL for c in foreign) - len(_INSIDE.findall(text))) / len(foreign)
