"""What every reader knows: the trades of well-known things, and who holds well-known posts.

It is evidence for what a description of an article stands for, from the lexicon `known`; nothing is stated from it.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..graph.names import normalise
from .annotations import Cluster
from .lexicon import load
from .places import countries


class Post(NamedTuple):
    """A post by its nouns, and the names of its holders by a country's code or an organisation's normalised name.

    `marks` are words of which one completes the noun ("*premier* ministre"); `home` is the country that is meant where
    none is named, or "".
    """

    nouns: frozenset[str]
    marks: frozenset[str]
    home: str
    holders: Mapping[str, frozenset[str]]


class Known:
    """The knowledge of a language's readers."""

    def __init__(self, lang: str) -> None:
        table = load(lang, "known")
        self._codes = countries(lang)
        self._trades: dict[str, set[str]] = {}
        self._telling: dict[str, set[str]] = {}
        for row in table["trades"]:
            for name in row["names"]:
                self._trades.setdefault(normalise(name), set()).update(row["nouns"])
        for row in table["telling"]:
            for word in row["words"]:
                self._telling.setdefault(normalise(word), set()).update(row["nouns"])
        self.nouns = frozenset(noun for nouns in self._trades.values() for noun in nouns)
        self.posts = [
            Post(
                frozenset(row["nouns"]),
                frozenset(map(normalise, row.get("with", ()))),
                row.get("home", ""),
                {
                    key if key.isupper() and len(key) == 2 else normalise(key): frozenset(map(normalise, names))
                    for key, names in row["of"].items()
                },
            )
            for row in table["posts"]
        ]

    def trades(self, cluster: Cluster) -> frozenset[str]:
        """The nouns that a well-known thing is called by, and those that its name has in it."""
        name = normalise(cluster.name)
        words = (self._telling.get(word, ()) for word in name.split())
        return frozenset((*self._trades.get(name, ()), *(noun for nouns in words for noun in nouns)))

    def never(self, cluster: Cluster, noun: str) -> bool:
        """Whether everybody knows what a thing is, and that it is not this."""
        known = self._trades.get(normalise(cluster.name))
        return bool(known and noun in self.nouns and noun not in known)

    def holders(self, noun: str, completed_by: Iterable[str], of: Iterable[Cluster]) -> tuple[frozenset[str], bool]:
        """The normalised names of those who hold the post, and whether a country is understood and not named."""
        words, found = frozenset(map(normalise, completed_by)), list(of)
        for post in self.posts:
            if noun not in post.nouns or (post.marks and not post.marks & words):
                continue
            keys = [self._key(cluster) for cluster in found] or [post.home]
            names = frozenset(name for key in keys for name in post.holders.get(key, ()))
            if names and not words - post.marks:  # "le 45e président" may be somebody else
                return names, not found
        return frozenset(), False

    def _key(self, cluster: Cluster) -> str:
        name = normalise(cluster.name)
        return self._codes.get(name, name) if cluster.type == "Place" else name


def holds(cluster: Cluster, holders: frozenset[str]) -> bool:
    """Whether a person is one of the holders, by the whole name or by the surname that the article leaves it at."""
    name = normalise(cluster.name)
    return name in holders or (" " not in name and any(h.rpartition(" ")[2] == name for h in holders))


@cache
def known(lang: str) -> Known:
    """What readers of a language know, read once."""
    return Known(lang)
