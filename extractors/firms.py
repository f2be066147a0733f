"""What listed companies and well-known sites are: evidence for what a description stands for, and for a name's type.

Nothing is stated from it. A type it tells where the model has named a word and no list of places or people has it.

The tables are `firms` and `sites` of the gazetteers, which others keep; the lexicon `industries` puts what they say in
terms of our trades. A name that is also another word does no harm as long as one asks only for what the article itself
took for a company.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..graph.names import normalise
from ..graph.resolution.spelling import core
from .gazetteers import listed, sites
from .lexicon import shared


@dataclass(frozen=True, slots=True)
class Firm:
    """A listed company: the trades it is in, ISO 3166-1 codes of the countries and keys of the places it is from."""

    trades: frozenset[str]
    countries: frozenset[str]
    places: frozenset[str]


def firm(name: str) -> Firm | None:
    """The listed company of this name, in full or without its legal form."""
    return _firms().get(core(name))


def site_trades(name: str) -> frozenset[str]:
    """The trades of the site of this name: none for most names."""
    media = shared("industries")["media"]
    return frozenset(trade for medium in sites().get(core(name), ()) for trade in media[medium])


@cache
def _firms() -> Mapping[str, Firm]:
    table = shared("industries")
    giants = frozenset(table["giants"]["indices"])
    found: dict[str, Firm] = {}
    for row in listed():
        trades = {trade for label in row.industries for trade in trades_of(label)} - {"nothing"}
        if giants & set(row.indices):
            trades.add("giant")
        home = (table["countries"][index] for index in row.indices if index in table["countries"])
        company = Firm(frozenset(trades), frozenset((*row.countries, *home)), frozenset(row.places))
        found.update(dict.fromkeys(row.keys, company))
    return found


@cache
def trades_of(label: str) -> frozenset[str]:
    """The trades that the label of an industry names.

    >>> sorted(trades_of("Telecommunications equipment")), sorted(trades_of("Banking Financial services"))
    (['network_equipment'], ['bank'])
    """
    pattern, trades = _phrases()
    return frozenset(trade for phrase in pattern.findall(normalise(label)) for trade in trades[phrase])


@cache
def _phrases() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """One expression for the phrases of all trades, the longest first, and the trades of each."""
    trades: dict[str, tuple[str, ...]] = {}
    for phrase, trade in _rows(shared("industries")["trades"]):
        trades[phrase] = (*trades.get(phrase, ()), trade)
    longest = sorted(trades, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), trades


def _rows(table: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    return ((normalise(phrase), trade) for trade, phrases in table.items() for phrase in phrases)
