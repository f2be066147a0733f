"""Names of cities, regions, nationalities and people, as far as lists know them.

Keys are names that `normalise` has been through. A name in a list is one more vote for a type, never a decision: cities
lend their names to companies, and first names to products. `make` says where the tables come from; `given_more` adds
first names of West Africa, the Arab world, India and East Asia that its source lacks.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

HUGE = 1500
"""Thousands of people of a city that everybody knows."""

BIG = 200
"""Thousands of people from which a city is one that readers abroad know."""


def _rows(table: str) -> list[list[str]]:
    text = (files(__package__) / f"{table}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def cities() -> Mapping[str, int]:
    """The people of each city over 15,000, in thousands, by key."""
    return {key: int(thousands) for key, _, thousands in _rows("cities")}


@cache
def regions() -> frozenset[str]:
    """The keys of states, provinces, regions and departments of the countries that speak French or English."""
    return frozenset(key for (key,) in _rows("regions"))


@cache
def first_names() -> Mapping[str, str]:
    """The gender of first names by key: "M", "F", or "" for names of both."""
    return {key: gender for table in ("given", "given_more") for key, gender in _rows(table)}


@cache
def last_names() -> frozenset[str]:
    """The keys of last names."""
    return frozenset(key for (key,) in _rows("family"))


@cache
def nationalities(lang: str) -> tuple[tuple[str, str], ...]:
    """The word for a nationality with its country's ISO 3166-1 alpha-2 code: ("FR", "français")."""
    return tuple((code, word) for code, language, word in _rows("nationalities") if language == lang)
