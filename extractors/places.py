"""Countries, other places, and the words for what comes from them.

Names of countries are CLDR's, through babel, cities and nationalities those of the gazetteers; the lexicon `places`
adds what these lack: other forms of a nationality, and the adjectives of cities and regions.
"""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from ..graph.names import normalise
from .cues import METROPOLIS, SMALL_TOWN, WELL_KNOWN
from .firms import firm
from .gazetteers import BIG, HUGE, cities, nationalities, regions
from .lexicon import load


@cache
def countries(lang: str) -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 codes by normalised country name in `lang`, with the short forms of the lexicon."""
    return {normalise(name): code for name, code in _countries(lang)}


def _countries(lang: str) -> list[tuple[str, str]]:
    """Names of countries as they are written, with their codes."""
    full = (
        (name, code)
        for code, name in sorted(Locale(lang).territories.items())
        if len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"}
    )
    return [*full, *load(lang, "places")["short"].items()]


@cache
def adjectival_countries(lang: str) -> frozenset[str]:
    """The names of countries that end in an adjective without a capital: "Arabie saoudite"."""
    names = (name for name, _ in _countries(lang) if " " in name)
    return frozenset(name for name in names if name.split()[-1].isalpha() and name.split()[-1].islower())


@cache
def demonyms(lang: str) -> Mapping[str, str]:
    """Country names in `lang` by adjective or noun of nationality, in lower case: "chinoise" → "Chine"."""
    territories = Locale(lang).territories
    preferred: dict[str, str] = {}
    for name, code in load(lang, "places")["short"].items():
        preferred.setdefault(code, name)
    table = load(lang, "places")
    words = [*nationalities(lang), *_rows(table["demonyms"])]
    return {form: preferred.get(code, territories[code]) for code, word in words for form in _forms(word, table)}


def _rows(table: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [(key, word) for key, words in table.items() for word in words]


class Seats:
    """Where listed companies are from, by the names that a language has for places."""

    def __init__(self, lang: str) -> None:
        self._exonyms = {normalise(name): others for name, others in load(lang, "places")["exonyms"].items()}
        self._countries: dict[str, set[str]] = {}
        for name, code in countries(lang).items():
            self._countries.setdefault(code, set()).add(name)

    @cache  # noqa: B019  # lives as long as the language
    def of(self, name: str) -> frozenset[str]:
        """The normalised names of the places that the company of this name is from; none where no table knows it."""
        company = firm(name)
        if company is None:
            return frozenset()
        places = {normalise(called) for place in company.places for called in (place, *self._exonyms.get(place, ()))}
        return frozenset(places.union(*(self._countries.get(code, ()) for code in company.countries)))


@cache
def seats(lang: str) -> Seats:
    """Those of a language, read once."""
    return Seats(lang)


@cache
def places(lang: str) -> Mapping[str, float]:
    """How much each name of a city or region speaks for a place, by normalised name."""
    table = load(lang, "places")
    exemplars = (normalise(zone["city"]) for zone in Locale(lang).time_zones.values() if "city" in zone)
    known = {*regions(), *(name for name in exemplars if len(name) > 3)}
    known.update(normalise(name) for name in (*table["cities"], *table["local"]))
    return {
        **dict.fromkeys(sorted(known), WELL_KNOWN),
        **{key: _weight(key, people, key in known) for key, people in cities().items()},
    }


def _weight(key: str, people: int, known: bool) -> float:
    if people >= HUGE:
        return METROPOLIS
    return WELL_KNOWN if known or people >= BIG or " " in key else SMALL_TOWN


@cache
def local(lang: str) -> Mapping[str, str]:
    """Names of cities and regions by adjective, in all its forms: "lyonnaises" → "Lyon"."""
    table = load(lang, "places")
    return {form: name for name, words in table["local"].items() for word in words for form in _forms(word, table)}


def _forms(word: str, table: Mapping[str, Mapping[str, list[str]]]) -> list[str]:
    """An adjective with the forms that its ending gives it."""
    for ending, others in table["endings"].items():
        if word.endswith(ending):
            return [word, *(word.removesuffix(ending) + other for other in others)]
    return [word]


@cache
def senses(lang: str) -> Mapping[str, frozenset[str]]:
    """The nouns beside which a word of origin means something else, by its forms: "un prêtre dominicain"."""
    table = load(lang, "places")
    beside = table["senses"]["beside"]
    return {form: frozenset(nouns) for word, nouns in beside.items() for form in _forms(word, table)}


@cache
def orders(lang: str) -> frozenset[str]:
    """Words of origin that as nouns with a small letter mean something else: "le dominicain X"."""
    table = load(lang, "places")
    return frozenset(form for word in table["senses"]["lone"] for form in _forms(word, table))


@cache
def origins(lang: str) -> Mapping[str, str]:
    """The name of a country, region or city by what says that something is from there."""
    return {**local(lang), **demonyms(lang)}


@cache
def calendar(lang: str) -> frozenset[str]:
    """The names of months and days in `lang`, in lower case, full and abbreviated."""
    days = Locale(lang).days["format"]
    return months(lang) | {name.lower() for width in ("wide", "abbreviated") for name in days[width].values()}


@cache
def months(lang: str) -> frozenset[str]:
    """The names of months in `lang`, in lower case, full and abbreviated."""
    tables = Locale(lang).months["format"]
    return frozenset(name.lower() for width in ("wide", "abbreviated") for name in tables[width].values())
