"""Which language a text is in."""

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from py3langid.langid import MODEL_FILE, LanguageIdentifier

SURE = 0.5
"""From this probability on, a text is in a language that nobody asked for.

A sentence of three names and a verb gets .1 to .3 in half a dozen languages, foreign sentences of seven words .5 to .9,
whole articles .99. Below it, the likeliest of the languages that were asked for is taken.
"""
SAMPLE = 250
"""Characters that are looked at, each at the beginning, in the middle and at the end."""
LONG_SAMPLE = 10_000
"""Characters that are looked at from the beginning on where the three samples give no language .9."""


def detect(text: str, among: Iterable[str] = ("fr", "en")) -> str:
    """The ISO 639 code of the language that `text` is in, of the 140 that py3langid knows; "" for a text without words.

    `among` are the languages to prefer where the text is too short to tell.

    >>> detect("Le ministre a rencontré le patron de Google.")
    'fr'
    >>> detect("El presidente del Gobierno se reunió con el director de Google.")
    'es'
    """
    text = " ".join(text.split())
    if not re.search(r"[^\W\d_]", text):
        return ""
    middle = len(text) // 2
    sample = text
    if len(text) > 3 * SAMPLE:
        sample = " ".join([text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]])
    ranked = _identifier().rank(sample)
    if ranked[0][1] < 0.9 and len(text) > len(sample):
        ranked = _identifier().rank(text[:LONG_SAMPLE])
    best, probability = ranked[0]
    preferred = set(among)
    if best in preferred or probability >= SURE:
        return str(best)
    return next((str(lang) for lang, _ in ranked if lang in preferred), str(best))


def code(label: str) -> str:
    """The ISO 639-1 code for what people write in a language field; "" for what is no language.

    >>> [code(label) for label in ("fr-FR", "FR", "fra", "French", "Français", "en_US", "?")]
    ['fr', 'fr', 'fr', 'fr', 'fr', 'en', '']
    """
    label = label.strip().casefold()
    if label in _names():
        return _names()[label]
    subtag = re.split(r"[-_@.]", label, maxsplit=1)[0]
    alias = get_global("language_aliases").get(subtag, subtag)
    return alias if alias in _names().values() else ""


def name(lang: str) -> str:
    """The language in English, with its code.

    >>> name("es")
    'Spanish (es)'
    """
    try:
        return f"{Locale('en').languages[lang]} ({lang})"
    except KeyError:
        return lang


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    """Codes by language name, in English and in the language itself, case folded."""
    codes = {label.casefold(): lang for lang, label in sorted(Locale("en").languages.items(), reverse=True)}
    for lang in sorted(set(codes.values())):
        if len(lang) == 2:
            try:
                codes[Locale(lang).languages[lang].casefold()] = lang
            except (UnknownLocaleError, KeyError):
                continue
    return codes
