"""RDF literals: text with its language, dates by their precision, numbers."""

import re
from decimal import Decimal

from pyoxigraph import Literal

from ..graph.values import precision
from .vocabulary import XSD

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_DATE_TYPES = {"year": XSD.gYear, "month": XSD.gYearMonth, "day": XSD.date}


def text(value: str, lang: str = "") -> Literal:
    """A string, in a language where `lang` is a language tag; lone surrogates, which RDF has not, become "?"."""
    value, lang = value.encode(errors="replace").decode(), language(lang)
    return Literal(value, language=lang) if lang else Literal(value)


def language(tag: str) -> str:
    """The tag in lower case, or "" where it is not well-formed (BCP 47)."""
    return tag.lower() if _LANGUAGE.fullmatch(tag) else ""


def date(value: str) -> Literal | None:
    """An `xsd:gYear`, `xsd:gYearMonth` or `xsd:date`; None for what is no date of the calendar."""
    exact = precision(value)
    return Literal(value, datatype=_DATE_TYPES[exact]) if exact else None


def decimal(value: float) -> Literal:
    return Literal(format(Decimal(repr(value)), "f"), datatype=XSD.decimal)


def count(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.nonNegativeInteger)
