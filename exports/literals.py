"""RDF literals in the syntax of N-Triples: text with its language, dates by their precision, numbers."""

import re
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from ..graph.values import precision
from .vocabulary import XSD

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ESCAPED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]").search  # with the quote and the backslash
_DATE_TYPES = {"year": XSD.gYear, "month": XSD.gYearMonth, "day": XSD.date}


def text(value: str, lang: str = "") -> str:
    """A string, in a language where `lang` is a language tag; lone surrogates, which RDF has not, become "?"."""
    lang = language(lang) if lang else lang
    if '"' not in value and "\\" not in value and (value.isprintable() or not _ESCAPED(value)):  # as most are
        return f'"{value}"@{lang}' if lang else f'"{value}"'
    value = value.encode(errors="replace").decode()
    return str(Literal(value, language=lang) if lang else Literal(value))


@lru_cache(maxsize=256)
def language(tag: str) -> str:
    """The tag in lower case, or "" where it is not well-formed (BCP 47)."""
    return tag.lower() if _LANGUAGE.fullmatch(tag) else ""


@lru_cache(maxsize=1 << 12)
def date(value: str) -> str:
    """An `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`; a string for what is no date of the calendar."""
    exact = precision(value)
    return f'"{value}"^^{_DATE_TYPES[exact]}' if exact else text(value)


def decimal(value: float) -> str:
    digits = repr(value)
    return f'"{Decimal(digits):f}"^^{XSD.decimal}' if "e" in digits else f'"{digits}"^^{XSD.decimal}'


def count(value: int) -> str:
    return f'"{value}"^^{XSD.nonNegativeInteger}'
