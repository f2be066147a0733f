"""Countries and the words for what comes from them.

Country names are CLDR's, through babel; the adjectives are rows of the lexicon `places`, because CLDR has none.
"""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from ..graph.names import normalise
from .lexicon import load


@cache
def countries(lang: str) -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 codes by normalised country name in `lang`, with the short forms of the lexicon."""
    names = {
        normalise(name): code
        for code, name in sorted(Locale(lang).territories.items())
        if len(code) == 2 and code.isalpha() and code not in {"EU", "UN", "EZ", "XA", "XB", "ZZ", "QO"}
    }
    return names | {normalise(name): code for name, code in load(lang, "places")["short"].items()}


@cache
def demonyms(lang: str) -> Mapping[str, str]:
    """Country names in `lang` by adjective or noun of nationality, in lower case: "chinoise" → "Chine"."""
    territories = Locale(lang).territories
    preferred: dict[str, str] = {}
    for name, code in load(lang, "places")["short"].items():
        preferred.setdefault(code, name)
    return {
        form: preferred.get(code, territories[code])
        for code, forms in load(lang, "places")["demonyms"].items()
        for form in forms
    }


@cache
def calendar(lang: str) -> frozenset[str]:
    """The names of months and days in `lang`, in lower case, full and abbreviated."""
    locale = Locale(lang)
    return frozenset(
        name.lower()
        for table in (locale.months, locale.days)
        for width in ("wide", "abbreviated")
        for name in table["format"][width].values()
    )
