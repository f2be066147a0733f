"""Names without a capital."""

import pytest
import spacy

from liaisons.extractors import load
from liaisons.extractors.sentences import sentences
from liaisons.extractors.shapes import rules
from liaisons.extractors.small_names import small_names
from liaisons.extractors.vocabulary import TABLE

ORDINARY = ("deepfake", "start", "attack", "threat", "complaint", "plainte", "groupe", "jeune", "offices", "praised")


@pytest.fixture(scope="module")
def read():
    """`read(lang, text)`: the names without a capital, where a few words are all that the language has."""

    def names(lang, text):
        nlp = spacy.blank(lang)
        nlp.vocab.lookups.add_table(TABLE, {"forms": {"noun": set(ORDINARY)}, "whole": {}, "rules": {}})
        doc = sentences(nlp.make_doc(text))
        return [span.text for span in small_names(doc, rules(lang))]

    return names


@pytest.mark.parametrize(
    ("case", "lang", "text", "expected"),
    [
        ("opens a sentence", "en", "zoyb filed a complaint.", ["zoyb"]),
        ("opens a sentence", "fr", "zoyb porte plainte.", ["zoyb"]),
        ("shown once, true everywhere", "en", "zoyb sued Meta. Meta fears zoyb.", ["zoyb", "zoyb"]),
        ("described behind", "en", "Meta fears zumeo, a start-up in Kigali.", ["zumeo"]),
        ("described behind", "fr", "Meta craint zuméo, un groupe de Kigali.", ["zuméo"]),
        ("described before", "en", "Meta sued the group zumeo.", ["zumeo"]),
        ("its acronym", "en", "Meta fears zoyb (Zone of Your Business).", ["zoyb"]),
        ("an address", "en", "Meta bought kelp.ai and mira.io.", ["kelp.ai", "mira.io"]),
        ("an address", "fr", "Meta a racheté kelp.ai.", ["kelp.ai"]),
        ("the address of an office", "fr", "Voir impots.gouv.fr et zoyb.org.", []),
        ("an ordinary word", "en", "attack ads praised Meta.", []),
        ("behind an article it is a noun", "en", "zumeo ads are rare. Meta has a zumeo.", []),
        ("nothing shows it", "en", "Meta fears zumeo.", []),
        ("described as a person", "en", "Meta fears zumeo, a billionaire.", []),
        ("part of a compound", "en", "zumeo-based firms praised Meta.", []),
        ("too short", "en", "xai filed a complaint.", []),
    ],
)
def test_small_names(read, case, lang, text, expected):
    assert read(lang, text) == expected


def test_without_a_list_of_words_there_are_none():
    doc = sentences(spacy.blank("en").make_doc("zoyb filed a complaint."))
    assert list(small_names(doc, rules("en"))) == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "en",
            "noyb filed a complaint against Meta. Max Schrems founded noyb in 2017.",
            ["Max Schrems", "Meta", "noyb"],
        ),
        ("en", "kelp.ai was acquired by Siemens.", ["Siemens", "kelp.ai"]),
        ("en", "eBay sued iRobot.", ["eBay", "iRobot"]),
        ("en", "xAI hired Rosa Klein.", ["Rosa Klein", "xAI"]),
        ("fr", "noyb a porté plainte contre Meta.", ["Meta", "noyb"]),
        ("fr", "adidas a quitté le Nigeria.", ["Nigeria", "adidas"]),
    ],
)
def test_sentences(lang, text, names):
    doc = load(lang)(text)
    assert sorted(entity.name for entity in doc._.statements.entities) == names
