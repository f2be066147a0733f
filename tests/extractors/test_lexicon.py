"""The loader of the lexicons."""

import re

import pytest

from liaisons.extractors.lexicon import alternation, languages, load, names, shared


def test_the_languages_are_the_folders():
    assert languages() == ("en", "fr")


@pytest.mark.parametrize("lang", languages())
def test_every_lexicon_is_toml(lang):
    assert {"boilerplate", "metadata"} <= set(names(lang))
    for name in names(lang):
        load(lang, name)


def test_the_languages_share_files():
    assert shared("trades") is shared("trades")


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


@pytest.mark.parametrize(
    ("rows", "text", "matches"),
    [
        ("lire aussi\nvoir aussi", "voir  \u00a0aussi", True),
        ("lire ?:", "lire:", True),
        ("lire ?:", "lire :", True),
        ("par {name}", "par Ada", True),
        ("par {name}", "par ada", False),
        ("le {day}[ -]mars", "le 4-mars", True),
        (r"a\ b", "a b", True),
    ],
)
def test_rows_become_one_expression(rows, text, matches):
    macros = {"name": "{letter}[a-z]+", "letter": "[A-Z]", "day": r"\d{1,2}"}
    assert bool(re.fullmatch(alternation(rows, macros), text)) is matches


def test_a_macro_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="no macro 'nam' for a pattern: there are name"):
        alternation("par {nam}", {"name": "x"})
    with pytest.raises(ValueError, match="no macro 'name'"):
        alternation("par {name}", {"name": "{name}"})
