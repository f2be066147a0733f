"""Words for nationalities: those of the library, and the forms that the lexicon adds."""

import pytest

from liaisons.extractors.gazetteers import nationalities
from liaisons.extractors.lexicon import load
from liaisons.extractors.places import countries, demonyms

WORDS = [
    ("fr", "française", "France"),
    ("fr", "sud-coréennes", "Corée du Sud"),
    ("fr", "ivoirien", "Côte d’Ivoire"),
    ("fr", "émiratie", "Émirats arabes unis"),
    ("fr", "santoméens", "Sao Tomé-et-Principe"),
    ("fr", "groenlandaise", "Groenland"),
    ("en", "french", "France"),
    ("en", "emirati", "United Arab Emirates"),
    ("en", "bhutanese", "Bhutan"),
    ("en", "ecuadorean", "Ecuador"),
    ("en", "ecuadorian", "Ecuador"),
    ("en", "swazi", "Eswatini"),
]


@pytest.mark.parametrize(("lang", "word", "country"), WORDS)
def test_words(lang, word, country):
    def plain(name):
        return name.replace("’", "'").replace("\u00a0", " ").casefold()

    assert plain(demonyms(lang)[word]) == plain(country)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_lexicon_adds_only_what_the_library_lacks(lang):
    known = set(nationalities(lang))
    assert not [(c, w) for c, words in load(lang, "places")["demonyms"].items() for w in words if (c, w) in known]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_country_is_a_word_for_its_people(lang):
    names = set(countries(lang))
    assert not [word for _, word in nationalities(lang) if word in names]


@pytest.mark.parametrize("word", ["reunion", "macao", "guyanais", "gallois"])
def test_words_that_mean_something_else(word):
    assert word not in {w for lang in ("fr", "en") for _, w in nationalities(lang)}
