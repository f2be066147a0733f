"""A graph in the words of a language: labels, dates, sums, counts, and what keeps foreign text in its place."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlsplit

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_currency, format_currency, format_decimal, format_percent

from ...graph.analyses.claims import Voice
from ...graph.errors import UserError
from ...graph.model import Entity, Reason, Status
from ...graph.ontology import ontology
from ...graph.values import bounds, money, precision
from ..reasons import worded

_LOCALES = {"en": "en_GB", "fr": "fr"}
_DAYS = {"year": "y", "month": "LLLL y", "day": "MMMM y"}
_TAG = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")
_OUTSIDE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_UNKNOWN = "unknown"
"""What the analyses call a publication that an article does not name."""


def clean(text: str) -> str:
    """The text with U+FFFD for what HTML cannot hold: controls, lone surrogates, noncharacters."""
    return _OUTSIDE.sub("\ufffd", text)


def tag(language: str) -> str:
    """A language as an attribute may have it, "" for what is no tag of one (BCP 47)."""
    return language if _TAG.fullmatch(language) else ""


def address(url: str) -> str:
    """The address as a link may lead to it; "" where it is not of the web.

    >>> address("https://example.org/é?a=1"), address("javascript:alert(1)"), address(" https://x.org/")
    ('https://example.org/%C3%A9?a=1', '', '')
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host or clean(url) != url or re.search(r"\s", url):
        return ""
    return quote(url, safe="%:/?#[]@!$&'()*+,;=-._~")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language ("fr", "en")."""

    language: str
    texts: Mapping[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of this key, with the values put in."""
        return self.texts[key].format(**values) if values else str(self.texts[key])

    def count(self, key: str, n: int) -> str:
        """So many of something, in the right number."""
        forms = self.texts[key]
        form, number = _counted(n, _LOCALES[self.language])
        return str(forms.get(form, forms["other"])).format(n=number)

    def number(self, n: int) -> str:
        return _counted(n, _LOCALES[self.language])[1]

    def percent(self, share: float) -> str:
        return str(format_percent(share, locale=_LOCALES[self.language]))

    def date(self, value: str) -> str:
        """A date as exact as it is; what is no date as it came, without what follows the day of a moment."""
        return _date(value, _LOCALES[self.language], self("first_day"))

    def tick(self, value: str) -> str:
        """The name of a year or month on an axis."""
        known = bounds(value)
        if known is None or precision(value) == "year":
            return value.lstrip("0") or "0"
        return str(format_date(known[0], "LLL y", locale=_LOCALES[self.language]))

    def sum(self, value: str) -> str:
        """An amount with its currency, in millions or thousands of millions where that loses nothing."""
        known = money(value)
        if known is None:
            return value
        number, locale = Decimal(known[0]), _LOCALES[self.language]
        size = 10 ** (max(0, (len(str(int(number))) - 1) // 3) * 3 - 2)
        if number >= 1_000_000 and number % size == 0:
            return str(format_compact_currency(number, known[1], locale=locale, fraction_digits=2))
        whole = number == int(number)
        plain = Locale.parse(locale).currency_formats["standard"].pattern.replace(".00", "" if whole else ".00")
        return str(format_currency(number, known[1], plain, locale=locale, currency_digits=False))

    def type(self, entity: Entity) -> str:
        kind = ontology().event_kinds.get(entity.kind)
        return self._label(kind.labels if kind else ontology().types[entity.type].labels, entity.type)

    def type_name(self, name: str) -> str:
        return self._label(ontology().types[name].labels, name)

    def relation(self, name: str) -> str:
        return self._label(ontology().relations[name].labels, name)

    def family(self, name: str) -> str:
        return self._label(ontology().families[name].labels, name)

    def status(self, status: Status) -> str:
        return self._label(ontology().statuses[str(status)].labels, str(status))

    def kind(self, name: str) -> str:
        return self._label(ontology().event_kinds[name].labels, name) if name in ontology().event_kinds else name

    def role(self, name: str) -> str:
        return self._label(ontology().roles[name].labels, name)

    def reason(self, reason: Reason) -> str:
        """A factor of a confidence, in words."""
        weight = format_decimal(round(reason.weight, 3), locale=_LOCALES[self.language])
        return f"{worded(reason.about, self.language)} ×\u00a0{weight}"

    def voice(self, voice: Voice) -> str:
        return self("unknown_publication") if not voice.quoted and voice.name == _UNKNOWN else voice.name

    def _label(self, labels: Mapping[str, str], fallback: str) -> str:
        return labels.get(self.language) or next((labels[other] for other in sorted(labels)), fallback)


@lru_cache(maxsize=4096)  # the same numbers and days come again and again, and formatting them is slow
def _counted(n: int, locale: str) -> tuple[str, str]:
    """The grammatical number of a count, and its digits."""
    return str(Locale.parse(locale).plural_form(n)), str(format_decimal(n, locale=locale))


@lru_cache(maxsize=4096)
def _date(value: str, locale: str, first_day: str) -> str:
    known = bounds(value) or bounds(value[:10])
    exact = precision(value) or precision(value[:10])
    if known is None or exact is None:
        return value
    text = str(format_date(known[0], _DAYS[exact], locale=locale))
    day = known[0].day
    return f"{first_day if day == 1 else day} {text}" if exact == "day" else text


@cache
def words(language: str) -> Words:
    """The words of a language; `UserError` for one that pages do not speak."""
    texts = json.loads((files(__package__) / "templates" / "texts.json").read_text(encoding="utf-8"))
    if language not in texts:
        raise UserError(f"dossiers speak {' and '.join(sorted(texts))}, not {language!r}")
    return Words(language, texts[language])
