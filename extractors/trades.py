"""What well-known things are: evidence for what a description of an article stands for, and for nothing else.

The names of each trade are the lexicon `trades` of all languages, its nouns that of a language.
"""

from collections.abc import Mapping
from functools import cache

from ..graph.names import normalise
from .annotations import Cluster
from .lexicon import load, shared


class Trades:
    """The trades of well-known things, by the nouns of a language."""

    def __init__(self, lang: str) -> None:
        nouns = load(lang, "trades")
        self._by_name = _index(shared("trades")["names"], nouns)
        self._by_word = _index(shared("trades")["words"], nouns)
        self._nouns = frozenset(noun for found in self._by_name.values() for noun in found)

    def of(self, cluster: Cluster) -> frozenset[str]:
        """The nouns that a well-known thing is called by, and those that its name has in it."""
        name = normalise(cluster.name)
        words = (self._by_word.get(word, ()) for word in name.split())
        return frozenset((*self._by_name.get(name, ()), *(noun for nouns in words for noun in nouns)))

    def never(self, cluster: Cluster, noun: str) -> bool:
        """Whether everybody knows what a thing is, and that it is not this."""
        known = self._by_name.get(normalise(cluster.name))
        return bool(known and noun in self._nouns and noun not in known)


def _index(table: dict[str, list[str]], nouns: Mapping[str, list[str]]) -> dict[str, set[str]]:
    """The nouns of the trades, which a language may lack, by normalised name."""
    found: dict[str, set[str]] = {}
    for trade, names in table.items():
        for name in names:
            found.setdefault(normalise(name), set()).update(nouns.get(trade, ()))
    return found


@cache
def trades(lang: str) -> Trades:
    """Those of a language, read once."""
    return Trades(lang)
