"""Sums of money: what a sentence names, as a number and an ISO 4217 code.

Numbers are read as the language writes them and currencies by their names in CLDR, both with babel; short names, scales
and prices apiece are rows of the lexicon `amounts`. A bare "dollar" is that of the United States.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import NumberFormatError, parse_decimal
from spacy.tokens import Span

from .lexicon import alternation, load


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum: the tokens `start` to `end` (exclusive) of the doc, and "44000000000 USD"."""

    start: int
    end: int
    value: str


class _Grammar(NamedTuple):
    """How one language writes sums: the currency before the number, or after it."""

    sums: tuple[re.Pattern[str], ...]
    joint: re.Pattern[str]
    joint_of_two: re.Pattern[str]
    opening: re.Pattern[str]
    again: re.Pattern[str]
    per: re.Pattern[str]
    currencies: Mapping[str, str]
    vague: frozenset[str]
    numbers: Mapping[str, Decimal]
    scales: Mapping[str, Decimal]


def amounts(sentence: Span) -> list[Amount]:
    """The sums of the sentence in the order of the text; no ranges, no prices apiece, no sum said a second time."""
    lang, text = sentence.doc.lang_, sentence.text
    grammar = _grammar(lang)
    matches: list[re.Match[str]] = []
    for match in sorted((m for form in grammar.sums for m in form.finditer(text)), key=lambda m: (m.start(), -m.end())):
        if not matches or match.start() >= matches[-1].end():
            matches.append(match)
    values = [_value(match, grammar, lang) for match in matches]
    for n, match in enumerate(matches[1:], 1):
        between = text[matches[n - 1].end() : match.start()]
        opened = grammar.opening.search(text, 0, matches[n - 1].start())
        if (grammar.joint if opened is None else grammar.joint_of_two).fullmatch(between):
            values[n - 1] = values[n] = None
        elif grammar.again.fullmatch(between):
            values[n] = None
    found = []
    for match, value in zip(matches, values, strict=True):
        start, end = match.span()
        span = sentence.char_span(start, end, alignment_mode="expand")
        if value and span is not None and not grammar.per.match(text, end):
            found.append(Amount(span.start, span.end, value))
    return found


def _value(match: re.Match[str], grammar: _Grammar, lang: str) -> str | None:
    """The sum that a match names; None for the range "5-10 billion", for "a euro" and "three pounds"."""
    number = None if match["range"] else _number(match["number"], grammar, lang)
    vague = _plain(match["currency"]) in grammar.vague or _plain(match["number"]) in grammar.numbers
    if number is None or (vague and not match["scale"]):
        return None
    for scale in re.findall(r"[^\W\d]+(?:-[^\W\d]+)?", match["scale"] or ""):
        number *= grammar.scales[scale.lower()]
    return f"{number.normalize():f} {grammar.currencies[_plain(match['currency'])]}"


def _number(text: str, grammar: _Grammar, lang: str) -> Decimal | None:
    word = _plain(text)
    if word in grammar.numbers:
        return grammar.numbers[word]
    group = Locale.parse(lang).number_symbols["latn"]["group"]
    if group not in ".," and "." in word:  # "1.3 milliard", as agencies write it, and "12.000 euros"
        word = word.replace(".", "" if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", word) else ",")
    try:
        return parse_decimal(word, locale=lang)
    except NumberFormatError:
        return None


@cache
def _grammar(lang: str) -> _Grammar:
    lexicon = load(lang, "amounts")
    written, symbols, names = lexicon["grammar"], _symbols(lang), _names(lang)
    scales, numbers = lexicon["scales"], lexicon["numbers"]
    digits = r"(?:\d{1,3}(?:[\s,.]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
    gap = r"(?:\s|-)*"
    joint = rf"\s*{_any([*written['range'], *written['and']])}\s*"
    span = rf"(?P<range>{digits}(?:{gap}(?i:{_any(scales)}))?{joint})?"
    number = rf"(?P<number>{digits}|(?<!\w)(?i:{_any(numbers)})(?!\w))"
    scale = rf"(?P<scale>{gap}(?i:{_any(scales)})(?!\w)(?:\s+(?i:{_any(scales)})(?!\w))?)?"
    led = rf"(?<![\w$€£])(?P<currency>{_any(symbols)})\s?{span}{number}{scale}"
    symbol = rf"{_any(symbols)}(?![\w$€£])"
    # no word border between a short scale and a symbol: "30 M€"
    followed = rf"(?P<currency>{symbol}|(?i:{_any(names)})(?!\w))"
    trailed = rf"(?<![\w.,]){span}{number}{scale}{gap}(?:{_any(written['of'])})?{followed}"
    return _Grammar(
        (re.compile(led), re.compile(trailed)),
        re.compile(rf"\s*{_any(written['range'])}\s*"),
        re.compile(joint),
        re.compile(rf"{_any(written['between'])}\s*$", re.IGNORECASE),
        re.compile(rf"\s*[,(–—-]?\s*(?:{_any(written['again'])})?\s*\(?\s*"),
        re.compile(rf"\s*{alternation(written['per'], {})}"),
        {_plain(name): code for name, code in (names | symbols).items()},
        frozenset(written["vague"]),
        {word: Decimal(value) for word, value in numbers.items()},
        {word: Decimal(value) for word, value in scales.items()},
    )


def _any(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first, with any white space where they have a space."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(r"\s".join(re.escape(part) for part in word.split(" ")) for word in ordered) + ")"


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _symbols(lang: str) -> dict[str, str]:
    """What is written for a currency besides its name, the ISO code of each: codes themselves, CLDR's symbols, rows."""
    locale = Locale.parse(lang)
    found = {code: code for code in _current()}
    for code in sorted(_current()):
        symbol = locale.currency_symbols.get(code, "")
        if not symbol.isalpha():  # "F", "L" and the like are letters of many words
            found.setdefault(symbol, code)
    found |= {symbol: code for code, rows in load(lang, "amounts")["symbols"].items() for symbol in rows}
    return {symbol: code for symbol, code in found.items() if symbol}


def _names(lang: str) -> dict[str, str]:
    """Names of currencies in lower case, singular and plural, and short ones that only one currency has ("naira")."""
    locale, last = Locale.parse(lang), load(lang, "frames")["head"] == "last"
    found: dict[str, str] = {}
    short: dict[str, set[str]] = defaultdict(set)
    for code in sorted(_current()):
        for name in (locale.currencies.get(code, ""), *locale._data["currency_names_plural"].get(code, {}).values()):
            words = name.lower().split()
            if words:
                found.setdefault(" ".join(words), code)
                short[words[-1 if last else 0]].add(code)
    found = {word: min(codes) for word, codes in short.items() if len(codes) == 1 and len(word) > 2} | found
    lexicon = load(lang, "amounts")
    found |= {name: code for code, rows in lexicon["currencies"].items() for name in rows}
    return {name: code for name, code in found.items() if name not in lexicon["grammar"]["none"]}


@cache
def _current() -> frozenset[str]:
    """The codes of currencies that are in use."""
    periods: Mapping[str, Iterable[tuple[str, Any, Any, bool]]] = get_global("territory_currencies")
    return frozenset(code for rows in periods.values() for code, _, end, tender in rows if end is None and tender)
