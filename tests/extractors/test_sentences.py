"""Sentence boundaries by line breaks and final punctuation."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.extractors.sentences import sentences

BLANK = {lang: spacy.blank(lang) for lang in ("fr", "en")}


def split(lang: str, text: str) -> list[str]:
    return [s.text.strip() for s in sentences(BLANK[lang].make_doc(text)).sents]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Il pleut. Il vente.", ["Il pleut.", "Il vente."]),
        ("en", "It rains. It blows!", ["It rains.", "It blows!"]),
        ("fr", "Bientôt ? Jamais !", ["Bientôt ?", "Jamais !"]),
        ("fr", "Yahoo! rachète Quantelle.", ["Yahoo! rachète Quantelle."]),
        ("fr", "On attend… puis rien… Et puis tout.", ["On attend… puis rien…", "Et puis tout."]),
        ("en", "Wait... No, go on... and on.", ["Wait...", "No, go on... and on."]),
        ("fr", "Quoi ?! Rien.", ["Quoi ?!", "Rien."]),
        # a title has no paragraph of its own in a text: its line ends it
        (
            "fr",
            "Nordavia rachète Quantelle\nLa Bourse applaudit",
            ["Nordavia rachète Quantelle", "La Bourse applaudit"],
        ),
        ("en", "Deal done\n\n  the market cheers", ["Deal done", "the market cheers"]),
        ("en", "Deal done \n the market cheers", ["Deal done", "the market cheers"]),
        # marks that belong to the sentence they close
        ("fr", "« Il pleut. » Elle rit.", ["« Il pleut. »", "Elle rit."]),
        ("en", "“It rains.” She laughs.", ["“It rains.”", "She laughs."]),
        ("en", '"It rains." She laughs.', ['"It rains."', "She laughs."]),
        ("en", 'It rains. "She laughs."', ["It rains.", '"She laughs."']),
        ("en", "(It rains.) She laughs.", ["(It rains.)", "She laughs."]),
        ("fr", "« Il pleut ! », dit-elle.", ["« Il pleut ! », dit-elle."]),
        ("en", "“It rains!” she says.", ["“It rains!” she says."]),
        # what is no full stop
        ("fr", "M. Astier coûte 1.500 euros.", ["M. Astier coûte 1.500 euros."]),
        ("en", "Mr. Astier costs $1.5m at 8 a.m. today.", ["Mr. Astier costs $1.5m at 8 a.m. today."]),
        ("fr", "\n\nIl pleut.\n", ["Il pleut."]),
        ("fr", "mot", ["mot"]),
        ("fr", "", []),
    ],
)
def test_sentences(lang, text, expected):
    assert [s for s in split(lang, text) if s] == expected


def test_a_line_break_belongs_to_the_sentence_before_it():
    doc = sentences(BLANK["fr"].make_doc("Il pleut.\nIl vente."))
    assert [s.text for s in doc.sents] == ["Il pleut.\n", "Il vente."]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["fr", "en"]), st.text(alphabet=st.sampled_from("aÉ.!?…»\"')\n «“”( "), max_size=60) | st.text())
def test_every_token_is_in_one_sentence(lang, text):
    doc = sentences(BLANK[lang].make_doc(text))
    assert [t.i for s in doc.sents for t in s] == list(range(len(doc)))
    assert not any(s[0].is_space for s in doc.sents if s.start)
