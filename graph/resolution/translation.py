"""Names of countries, bodies, laws and events by what their words mean, so that French and English ones meet.

Countries and cities are CLDR's, through babel; the other words are rows of `words.toml`, `countries.toml` and
`places.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from babel import Locale

from ..names import normalise

LANGUAGES = ("fr", "en")

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # "U.S.", "O.N.U."
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means, whatever its language: the meanings of its words, sorted, countries as CLDR codes.

    `common` says that most countries have such a body and that the name does not tell which one's it is; `countries`
    are those that the name tells.
    """

    words: tuple[str, ...]
    common: bool
    countries: tuple[str, ...]

    @property
    def country(self) -> str | None:
        """The code of the country whose name this is, and nothing else."""
        return self.words[0] if self.words == self.countries and len(self.words) == 1 else None

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without the countries."""
        return tuple(word for word in self.words if word not in self.countries)


@cache
def table(name: str) -> dict[str, Any]:
    """The rows of a TOML file of this folder."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1 << 17)
def meaning(name: str) -> Meaning | None:
    """What the name means, or None where it does not say what kind of thing it is.

    >>> meaning("ministère de l’Économie allemand").words
    ('DE', 'economic', 'ministry')
    >>> meaning("German Ministry of the Economy") == meaning("ministère de l’Économie allemand")
    True
    >>> meaning("Russie").country, meaning("Nordavia")
    ('RU', None)
    """
    words = [_stem(w) for w in tokens(name) if w not in _rows().empty]
    found: list[str] = []
    heads: set[str] = set()
    countries: set[str] = set()
    position = 0
    while position < len(words):
        size = next((n for n in range(min(_rows().longest, len(words) - position), 0, -1)
                     if tuple(words[position : position + n]) in _rows().meanings), 0)  # fmt: skip
        if size:
            meant = _rows().meanings[tuple(words[position : position + size])]
            found += meant
            heads.update(w for w in meant if w in _rows().heads)
            countries.update(w for w in meant if w.isupper())
        else:
            found.append(words[position])
        position += max(size, 1)
    if _rows().within & set(found):
        found = [_rows().instead.get(word, word) for word in found]
    if _rows().elections & set(found) and any(_YEAR.fullmatch(w) for w in found):
        found.append("election")
        heads.add("election")
    if not heads and not (countries and len(found) == 1):
        return None
    kept = set(found)
    if kept == countries and " ".join(w for w in tokens(name) if w not in _rows().empty) not in _rows().exact:
        return None  # "Island" is not the stem of "Islande"
    alone = len(kept) == 1 and not any("-" in word for word in kept)  # "Institute"
    common = (bool(heads & _rows().common) or alone) and not countries and not kept & _rows().beyond
    unknown = [w for w in kept if w not in _rows().known and not _YEAR.fullmatch(w)]
    return Meaning(tuple(sorted(kept)), common and not unknown, tuple(sorted(countries)))


def portfolio(name: str) -> Meaning | None:
    """What the name of an institution means that is a field alone, or None where it is none: "les Finances".

    >>> portfolio("Finances") == meaning("ministère des Finances"), portfolio("Nordavia")
    (True, None)
    """
    meant = meaning(f"ministry {name}")
    fields = set(meant.words) - {"ministry"} if meant else set()
    return meant if fields and fields <= _rows().portfolios else None


def tokens(name: str) -> list[str]:
    """The words of a name, normalised; an acronym with dots is one."""
    return normalise(_DOTTED.sub(lambda m: m[0].replace(".", ""), name)).split()


@cache
def places() -> Mapping[str, str]:
    """A key by normalised name of a city or region, the same for its names in every language."""
    found: dict[str, str] = {}
    for names in table("places")["same"]:
        for name in names:
            found[normalise(name)] = normalise(names[0])
    zones: dict[str, Any] = {lang: Locale(lang).time_zones for lang in LANGUAGES}
    for zone in sorted({z for of in zones.values() for z in of}):
        if zone.startswith("Etc/"):
            continue
        cities = {str(of[zone]["city"]) for of in zones.values() if zone in of and "city" in of[zone]}
        cities |= {zone.rpartition("/")[2].replace("_", " ")} if len(cities) == 1 else set()
        if len(cities) > 1:
            keys = sorted(normalise(city) for city in cities)
            key = next((found[k] for k in keys if k in found), keys[0])
            for k in keys:
                found.setdefault(k, key)
    return found


def _stem(word: str) -> str:
    """The word without the endings of feminine and plural, roughly; it only has to do the same everywhere."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("aux"):
        return word[:-3] + "al"
    word = word.removesuffix("s").removesuffix("x")
    for ending, instead in (("nne", "n"), ("lle", "l"), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending) + instead
    return word


@dataclass(frozen=True)
class _Rows:
    meanings: Mapping[tuple[str, ...], tuple[str, ...]]
    heads: frozenset[str]
    common: frozenset[str]
    beyond: frozenset[str]
    exact: frozenset[str]
    known: frozenset[str]
    empty: frozenset[str]
    within: frozenset[str]
    instead: Mapping[str, str]
    elections: frozenset[str]
    portfolios: frozenset[str]
    longest: int


@cache
def _rows() -> _Rows:
    words, countries = table("words"), table("countries")
    empty = frozenset(normalise(w) for w in words["empty"])

    def key(text: str) -> tuple[str, ...]:
        return tuple(_stem(w) for w in tokens(text) if w not in empty)

    meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
    exact: set[str] = set()

    def country(form: str, code: str) -> None:
        meanings[key(form)] = (code,)
        exact.add(" ".join(w for w in tokens(form) if w not in empty))

    for lang in LANGUAGES:
        for code, name in sorted(Locale(lang).territories.items()):
            if code.isalpha() and len(code) == 2 and code not in {"XA", "XB", "ZZ", "QO"}:
                for form in (name, *re.findall(r"^(.*?) \((.*)\)$", name)[:1]):
                    for one in (form,) if isinstance(form, str) else form:
                        country(one, code)
    for section in ("names", "adjectives"):
        for code, forms in countries[section].items():
            for form in forms:
                country(form, code)
    concepts = [(c, forms) for s in ("body", "document", "event", "topic") for c, forms in words[s].items()]
    for concept, forms in concepts:
        for form in forms:
            meanings[key(form)] = (concept,)
        meanings.setdefault((concept,), (concept,))
    for said, means in words["same"].items():
        meanings[key(said)] = tuple(means.split())
    heads = {concept for section in ("body", "document", "event") for concept in words[section]}
    known = {concept for concept, _ in concepts} | {c for means in meanings.values() for c in means}
    return _Rows(
        meanings,
        frozenset(heads),
        frozenset((*words["common"]["bodies"], *words["common"]["others"])),
        frozenset(words["common"]["beyond"]),
        frozenset(exact),
        frozenset(known),
        empty,
        frozenset(words["within"]["words"]),
        {word: means for word, means in words["within"].items() if word != "words"},
        frozenset(words["elections"]["kinds"]),
        frozenset(words["common"]["portfolios"]),
        max(map(len, meanings)),
    )
