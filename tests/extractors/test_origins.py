"""Adjectives that stand for places and parties."""

import pytest

from liaisons.extractors.coreference import coreference


@pytest.mark.parametrize(
    ("lang", "sentence", "expected"),
    [
        (
            "fr",
            "La//det/pousse pousse/NOUN/nsubj/part lyonnaise/ADJ/amod/pousse part/VERB/ROOT",
            ["Lyon Place: lyonnaise (description)"],
        ),
        (
            "fr",
            "Un//det/groupe groupe/NOUN/nsubj/part franco-allemand/ADJ/amod/groupe part/VERB/ROOT",
            ["Allemagne Place: franco-allemand (description)", "France Place: franco-allemand (description)"],
        ),
        ("fr", "Il/PRON/nsubj/écrit écrit/VERB/ROOT en/ADP/case/anglais anglais/NOUN/obl/écrit", []),
        (
            "en",
            "A//det/firm Texan/ADJ/amod/firm firm/NOUN/nsubj/left left/VERB/ROOT",
            ["Texas Place: Texan (description)"],
        ),
        # parties, beside people
        (
            "fr",
            "La//det/députée députée/NOUN/nsubj/part communiste/ADJ/amod/députée part/VERB/ROOT",
            ["Parti communiste Party: communiste (description)"],
        ),
        (
            "fr",
            "Le//det/démocrate démocrate/NOUN/nsubj/part Tom_Hale/Person/appos/démocrate part/VERB/ROOT",
            ["Parti démocrate Party: démocrate (description)", "Tom Hale Person: Tom Hale"],
        ),
        ("fr", "Des//det/valeurs valeurs/NOUN/nsubj/comptent républicaines/ADJ/amod/valeurs comptent/VERB/ROOT", []),
        (
            "en",
            "A//det/senator Republican/ADJ/amod/senator senator/NOUN/nsubj/left left/VERB/ROOT",
            ["Republican Party Party: Republican (description)"],
        ),
        ("en", "A//det/Democrat Democrat/Person/nsubj/left left/VERB/ROOT", ["Democratic Party Party: Democrat"]),
        ("en", "A//det/estimate conservative/ADJ/amod/estimate estimate/NOUN/nsubj/stands stands/VERB/ROOT", []),
    ],
)
def test_what_stands_for_a_place_or_a_party(tree, grouped, lang, sentence, expected):
    assert sorted(grouped(coreference(tree(lang, sentence)))) == sorted(expected)
