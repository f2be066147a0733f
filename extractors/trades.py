"""The nouns that things of known trades are called by: evidence for what a description stands for, nothing else.

What companies and sites are, tables of others say (`firms`); words in a name tell a trade too ("Kivu Telecom"). The
nouns of a trade are the lexicon `trades` of a language.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from ..graph.names import normalise
from .annotations import Cluster
from .firms import firm, site_trades
from .lexicon import load, shared

_COMPANIES = frozenset(("Company",))
_SITES = frozenset(("Company", "Media", "Organization", "Product"))
"""The types for which what the tables say counts: a person called Visa is no fintech."""


class Trades:
    """The nouns of the trades of things, in a language."""

    def __init__(self, lang: str) -> None:
        self._nouns: Mapping[str, list[str]] = load(lang, "trades")
        self._by_word: dict[str, frozenset[str]] = {}
        for trade, words in shared("trades")["words"].items():
            for word in map(normalise, words):
                self._by_word[word] = self._by_word.get(word, frozenset()) | self._called([trade])
        only = frozenset(shared("industries")["only"]["trades"])
        others = self._called(trade for trade in self._nouns if trade not in only)
        self._only = self._called(only) - others

    def of(self, cluster: Cluster) -> frozenset[str]:
        """The nouns that a thing is called by, as far as tables or words in its name tell."""
        words = (self._by_word.get(word, frozenset()) for word in normalise(cluster.name).split())
        return frozenset().union(self._called(_trades(cluster)), *words)

    def never(self, cluster: Cluster, noun: str) -> bool:
        """Whether a table knows what a company is, and that it is not this."""
        company = firm(cluster.name) if cluster.type in _COMPANIES else None
        known = company is not None and bool(company.trades)
        return known and noun in self._only and noun not in self.of(cluster)

    def _called(self, trades: Iterable[str]) -> frozenset[str]:
        """The nouns of trades, which a language may lack."""
        return frozenset(noun for trade in trades for noun in self._nouns.get(trade, ()))


def _trades(cluster: Cluster) -> frozenset[str]:
    company = firm(cluster.name) if cluster.type in _COMPANIES else None
    at = site_trades(cluster.name) if cluster.type in _SITES else frozenset()
    return at | (company.trades if company else frozenset())


@cache
def trades(lang: str) -> Trades:
    """Those of a language, read once."""
    return Trades(lang)
