"""Which language a text is in."""

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.core import get_global
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from .lexicon import languages

SURE = 0.5
"""From this probability on, a text is in a language that nobody asked for.

A sentence of three names and a verb gets .1 to .3 in half a dozen languages, foreign sentences of seven words .5 to .9,
whole articles .99. Below it, the likeliest of the languages that were asked for is taken.
"""
SAMPLE = 150
"""Characters that are looked at, each at the beginning, in the middle and at the end."""
LONG_SAMPLE = 10_000
"""Characters that are looked at from the beginning on where the three samples give no language .9."""

_NONE = frozenset({"mul", "und", "zxx"})


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
    subtag = re.split(r"[-_@.]", label, maxsplit=1)[0]
    lang = get_global("language_aliases").get(subtag, subtag)
    return lang if lang in Locale("en").languages and lang not in _NONE else _names().get(label, "")


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
    """Codes by language name, case folded, in the languages that have a lexicon; of two codes the shorter one."""
    labels = [(label.casefold(), key) for lang in languages() for key, label in Locale(lang).languages.items()]
    return dict(sorted(labels, key=lambda pair: (-len(pair[1]), pair)))
