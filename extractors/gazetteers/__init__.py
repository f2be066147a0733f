"""Names of cities, regions, nationalities, people, listed companies and sites, as far as lists know them.

Keys are names that `normalise` has been through, those of companies and sites are slugs without legal form (`core`). A
name in a list is one more vote for a type, never a decision: cities lend their names to companies, and first names to
products. `SOURCES.md` says where the tables come from, and `make` makes them anew; `given_more` adds first names of
West Africa, the Arab world, India and East Asia that its source lacks.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

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


class Listed(NamedTuple):
    """A row about a listed company: its keys, and what the source says in its own words."""

    keys: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]
    industries: tuple[str, ...]
    indices: tuple[str, ...]


@cache
def listed() -> tuple[Listed, ...]:
    """The companies of stock indices."""
    return tuple(Listed(*(tuple(filter(None, column.split("|"))) for column in row)) for row in _rows("firms"))


@cache
def sites() -> Mapping[str, tuple[str, ...]]:
    """The media of sites by key: "email", "search", "social"."""
    found: dict[str, tuple[str, ...]] = {}
    for key, medium in _rows("sites"):
        found[key] = (*found.get(key, ()), medium)
    return found
