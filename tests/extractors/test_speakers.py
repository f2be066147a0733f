"""Who says what is quoted, and when the text does not tell."""

import pytest

from liaisons.extractors.speakers import quotations

QUOTE = {
    "fr": "« Je/PRON/nsubj/pars pars/VERB/ROOT//partir »",
    "en": "“ I/PRON/nsubj/left left/VERB/ccomp/said/leave ”",
}


@pytest.mark.parametrize(
    ("lang", "sentences", "expected"),
    [
        ("en", [f"{QUOTE['en']} , said/VERB/ROOT//say Ada_Morel/Person/nsubj/said ."], ["I left = Ada"]),
        ("en", [f"{QUOTE['en']} , Ada_Morel/Person/nsubj/said said/VERB/ROOT//say ."], ["I left = Ada"]),
        ("en", [f"Ada_Morel/Person/nsubj/said said/VERB/ROOT//say , {QUOTE['en']} ."], ["I left = Ada"]),
        ("fr", [f"{QUOTE['fr']} , dit/VERB/parataxis/pars/dire Ada_Morel/Person/nsubj/dit ."], ["Je pars = Ada"]),
        # parsers take an inverted subject for the object
        ("fr", [f"{QUOTE['fr']} , dit/VERB/parataxis/pars/dire Ada_Morel/Person/obj/dit ."], ["Je pars = Ada"]),
        ("fr", [f"Ada_Morel/Person/dislocated/pars : {QUOTE['fr']} ."], ["Je pars = Ada"]),
        # nobody says it, in the same sentence at least
        ("fr", [f"{QUOTE['fr']} ."], ["Je pars = "]),
        (
            "fr",
            [f"{QUOTE['fr']} .", "Ada_Morel/Person/nsubj/dit dit/VERB/ROOT//dire non/ADV/obj/dit ."],
            ["Je pars = "],
        ),
        (
            "fr",
            [f"Ada_Morel/Person/nsubj/rit rit/VERB/ROOT//rire : {QUOTE['fr'].replace('ROOT', 'parataxis/rit')} ."],
            ["Je pars = "],
        ),
        # a mark that is not closed opens nothing
        ("fr", ["« Ada_Morel/Person/nsubj/part part/VERB/ROOT//partir ."], []),
    ],
)
def test_who_says_it(tree, lang, sentences, expected):
    doc = tree(lang, *sentences)
    found = [(doc[q.start : q.end].text, q.speaker.text if q.speaker is not None else "") for q in quotations(doc)]
    assert [f"{text} = {speaker}" for text, speaker in found] == expected
