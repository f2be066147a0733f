"""Reasons of a confidence have words in both languages, all that the extraction can give."""

import json
import re

import pytest

from liaisons.exports.reasons import worded, wordings
from liaisons.extractors import anaphora, confidence
from liaisons.extractors.relations import TABLES, rows
from liaisons.graph.verdicts import CONFIRMED

LANGUAGES = sorted(wordings())
STEPS = sorted({*re.findall(r"`([a-z]+(?::[a-z]+)?)`", anaphora.__doc__ or ""), *confidence.STEPS, "capital", "name"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_have_the_same_words(language: str) -> None:
    shape = {table: sorted(texts) for table, texts in wordings()[language].items()}
    assert shape == {table: sorted(texts) for table, texts in wordings()["en"].items()}
    for texts in (wordings()[language]["ends"], wordings()[language]["kinds"]):
        assert all(text.count("{x}") == 1 for text in texts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_extraction_gives_has_words(language: str) -> None:
    implicit = {row.implicit for lang in ("fr", "en") for group in rows(lang).values() for row in group} - {""}
    given = [
        *(f"{table} mot" for table in TABLES),
        *(f"parse {signal}" for signal in confidence.SIGNALS),
        *(f"implicit {way}" for way in sorted(implicit)),
        *(f"{end} {step}" for end in ("subject", "object") for step in (*STEPS, "close to another", "type guessed")),
        CONFIRMED.about,
    ]
    assert {"pronoun:subject", "description:next", "speaker", "demonym"} <= {*STEPS}
    assert [about for about in given if about != CONFIRMED.about and worded(about, language) == about] == []
    assert worded(CONFIRMED.about, "fr") != CONFIRMED.about


@pytest.mark.parametrize(
    "about", ["", " ", "a hunch", "subject", "subject ", "verb", "constructor x", "object __proto__"]
)
def test_what_has_no_words_stands_as_it_is(about: str) -> None:
    assert {worded(about, language) for language in LANGUAGES} == {about}


def test_braces_in_a_word_are_text() -> None:
    assert json.dumps(worded("verb {x}{0}", "en")) == r'"the verb \u201c{x}{0}\u201d"'
