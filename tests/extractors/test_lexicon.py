"""The loader of the lexicons."""

import pytest

from liaisons.extractors.lexicon import languages, load, names


def test_the_languages_are_the_folders():
    assert languages() == ("en", "fr")


@pytest.mark.parametrize("lang", languages())
def test_every_lexicon_loads_and_has_a_counterpart_in_the_other_languages(lang):
    for name in names(lang):
        assert load(lang, name), name
    assert {"boilerplate", "metadata"} <= set(names(lang))


def test_a_lexicon_is_read_once_and_cannot_be_changed():
    lexicon = load("fr", "metadata")
    assert load("fr", "metadata") is lexicon
    with pytest.raises(TypeError):
        lexicon["new"] = 1


@pytest.mark.parametrize(
    ("lang", "name", "message"),
    [
        ("de", "metadata", r"no lexicon de/metadata\.toml: the languages are en, fr"),
        ("fr", "nothing", r"no lexicon fr/nothing\.toml: the lexicons of 'fr' are .*metadata"),
        ("..", "metadata", r"no lexicon \.\./metadata\.toml"),
        ("fr", "../en/metadata", r"no lexicon fr/\.\./en/metadata\.toml"),
        ("", "", r"no lexicon /\.toml"),
    ],
)
def test_an_unknown_language_or_name_is_named(lang, name, message):
    with pytest.raises(ValueError, match=message):
        load(lang, name)
