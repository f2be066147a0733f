"""Title, date, author and source out of the text of a page, where its record does not give them.

They are read where a page states them: in the lines that are noise (date lines, bylines, datelines), never in the
sentences of the article, whose dates and names belong to the story. Their forms are rows of `lexicon/*/metadata.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, lru_cache

from dateparser.date import DateDataParser

from ..graph.model import Article
from .boilerplate import Kind, Noise, noise, plain
from .lexicon import alternation, languages, load

HEADLINE = 200
"""A first line longer than this many characters is no headline."""
MASTHEAD = 4
"""A first line in capitals of up to this many words is the name of the paper or of a section."""

_STATED = {Kind.BYLINE, Kind.DATE, Kind.UPDATE, Kind.READING, Kind.COMMENTS, Kind.DATELINE, Kind.CREDIT}
_SIGNED = {Kind.DATELINE, Kind.BYLINE, Kind.CREDIT, Kind.DATE}
_SECTIONS = {Kind.COMMENTS, Kind.AUTHOR, Kind.RELATED}
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)([/.-]?)(\d\d)\2(\d\d)(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{12,13}$")


def enrich(article: Article, spans: tuple[Noise, ...] | None = None) -> Article:
    """The article with its empty fields filled from its text, as far as the page states them.

    `spans` is the noise of its text, where that is known already.
    """
    if article.title and article.date and article.author and article.source:
        return article
    lang = article.lang if article.lang in languages() else ""
    text, spans = plain(article.text), noise(article.text, lang) if spans is None else spans
    lines = _stated(text, spans)
    return replace(
        article,
        title=article.title or _title(article.text, spans),
        date=article.date or _publication(lines, lang),
        author=article.author or _author(lines, lang),
        source=article.source or _source(lines, lang),
    )


def iso_date(label: str, lang: str = "") -> str:
    """The day that `label` names, as an ISO 8601 date; "" where it names none, or not for certain.

    Seconds and milliseconds since 1970 count as UTC. In 03/04/2024 the day comes first in French; in English it is not
    known and there is no answer. `lang` "" tries every language.

    >>> iso_date("jeudi 23 novembre 2023 à 09h09", "fr"), iso_date("Nov. 23, 2023", "en"), iso_date("2023-11-23T09:09Z")
    ('2023-11-23', '2023-11-23', '2023-11-23')
    """
    label = plain(label).strip()
    if _EPOCH.match(label):
        number = float(label) / (1000 if len(label) > 11 and "." not in label else 1)
        moment = datetime.fromtimestamp(number, UTC)
        return _day(moment.year, moment.month, moment.day)
    if found := _YEAR_FIRST.match(label):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    for forms in _forms(lang):
        if (found := forms.date.search(label)) and (day := _iso(found[0], forms.lang, forms.order)):
            return day
    return ""


@dataclass(frozen=True, slots=True)
class _Forms:
    """How one language writes dates, bylines and publishers."""

    lang: str
    order: str
    date: re.Pattern[str]
    update: re.Pattern[str]
    publication: re.Pattern[str]
    author: tuple[re.Pattern[str], ...]
    joints: re.Pattern[str]
    not_names: re.Pattern[str]
    full_name: re.Pattern[str]
    source: tuple[re.Pattern[str], ...]
    not_sources: re.Pattern[str]


@cache
def _forms(lang: str) -> tuple[_Forms, ...]:
    return tuple(_read(code) for code in ([lang] if lang in languages() else languages()))


def _read(lang: str) -> _Forms:
    lexicon = load(lang, "metadata")
    macros = lexicon["macros"]

    def pattern(rows: str, before: str = "", after: str = "") -> re.Pattern[str]:
        return re.compile(before + alternation(rows, macros) + after, re.IGNORECASE)

    def patterns(rows: str) -> tuple[re.Pattern[str], ...]:
        return tuple(pattern(row) for row in rows.splitlines() if row.strip())

    return _Forms(
        lang=lang,
        order=lexicon["dates"]["order"],
        date=pattern("{date}", r"(?<![\w/.-])", r"(?!\w)"),
        update=pattern(lexicon["dates"]["update"]),
        publication=pattern(lexicon["dates"]["publication"]),
        author=patterns(lexicon["author"]["patterns"]),
        joints=pattern(lexicon["author"]["joints"]),
        not_names=pattern(lexicon["author"]["not_names"], after=r"(?!\w)"),
        full_name=pattern("{full_name}"),
        source=patterns(lexicon["source"]["patterns"]),
        not_sources=pattern(lexicon["source"]["not_sources"], after=r"(?!\w)"),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is noise and may state something of the article; `late`: in the second half of the text."""

    kind: Kind
    text: str
    late: bool


def _stated(text: str, spans: tuple[Noise, ...]) -> list[_Line]:
    """The lines that may state something of the article, in order: none from the sections that follow it."""
    lines = []
    for span in spans:
        late = span.start * 2 > len(text)
        if span.kind in _SECTIONS and late:
            break
        if span.kind in _STATED:
            lines.append(_Line(span.kind, text[span.start : span.end], late))
    return lines


def _title(text: str, spans: tuple[Noise, ...]) -> str:
    """The first line that is not noise, where it looks like a headline and more follows."""
    covered = {span.start: span.end for span in spans}
    position = 0
    for line in re.finditer(r"[^\n]+", text):
        stripped = line[0].strip()
        start = line.start() + line[0].find(stripped[:1])
        if not stripped or covered.get(start, 0) >= start + len(stripped):
            continue
        position = line.end()
        below = text[position + 1 : position + 2]
        words = len(stripped.split())
        headline = len(stripped) <= HEADLINE and words >= 2 and not stripped.endswith((".", ",", ";"))
        headline = headline and not (stripped.isupper() and words <= MASTHEAD)
        return " ".join(stripped.split()) if headline and text[position:].strip() and not below.islower() else ""
    return ""


def _publication(lines: list[_Line], lang: str) -> str:
    """The first date that is called one of publication, else the first at the head, an update, one at the tail."""
    ranked = [(rank, i, day) for i, (rank, day) in enumerate(_dates(lines, lang))]
    return min(ranked, default=(0, 0, ""))[2]


def _dates(lines: list[_Line], lang: str) -> Iterator[tuple[int, str]]:
    for line in lines:
        if line.kind is Kind.CREDIT:
            continue
        for forms in _forms(lang):
            done = 0
            for found in forms.date.finditer(line.text):
                before, done = line.text[done : found.start()], found.end()
                if forms.update.search(before):
                    rank = 2
                else:
                    rank = 0 if forms.publication.search(before) else 3 if line.late else 1
                if day := _iso(found[0], forms.lang, forms.order):
                    yield rank, day


def _author(lines: list[_Line], lang: str) -> str:
    for line in lines:
        if line.kind in (Kind.DATELINE, Kind.CREDIT):
            continue
        for forms in _forms(lang):
            for pattern in forms.author:
                found = pattern.search(line.text)
                if found and (names := _names(found[1], forms)):
                    return names
            alone = line.kind is Kind.BYLINE and forms.full_name.fullmatch(line.text)
            if alone and (names := _names(line.text, forms)):
                return names
    return ""


def _names(text: str, forms: _Forms) -> str:
    names = [" ".join(part.split()) for part in forms.joints.split(text) if not forms.not_names.match(part)]
    return ", ".join(dict.fromkeys(names))


def _source(lines: list[_Line], lang: str) -> str:
    for forms in _forms(lang):
        for pattern in forms.source:
            for line in lines:
                found = pattern.search(line.text) if line.kind in _SIGNED else None
                if found and not forms.not_sources.match(found[1]):
                    return " ".join(found[1].split())
    return ""


@lru_cache(maxsize=4096)
def _iso(label: str, lang: str, order: str) -> str:
    if found := _YEAR_FIRST.match(label):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMERIC.match(label):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        if order == "DMY" or first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else ""
    parsed = _parser(lang).get_date_data(label).date_obj
    return parsed.date().isoformat() if parsed else ""


def _day(year: int, month: int, day: int) -> str:
    if not 1900 <= year < 2100:  # no day that a newspaper came out; numbers that were no dates
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


@cache
def _parser(lang: str) -> DateDataParser:
    settings = {
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RETURN_AS_TIMEZONE_AWARE": False,
        "TIMEZONE": "UTC",  # without it the library asks the machine, and fails where TZ is a rule ("CET-1CEST")
        "STRICT_PARSING": True,
    }
    return DateDataParser(languages=[lang], settings=settings)
