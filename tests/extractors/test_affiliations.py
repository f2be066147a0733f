"""The party and the state behind a politician's name."""

import pytest
import spacy

from liaisons.extractors.affiliations import affiliations

R, D, NONE = "Republican Party", "Democratic Party", ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amara Diallo (R-Texas) spoke.", [("(R-Texas)", R, "Texas", "Texas")]),
        ("Wei Zhang, D-Calif., spoke.", [(", D-Calif.,", D, "Calif.", "California")]),
        ("Wei Zhang (D., Calif.) spoke.", [("(D., Calif.)", D, "Calif.", "California")]),
        ("Laila Haddad (D-NY) spoke.", [("(D-NY)", D, "NY", "New York")]),
        ("Laila Haddad (D–New York) spoke.", [("(D–New York)", D, "New York", "New York")]),
        ("Bogdan Novak (I-Vt.) spoke.", [("(I-Vt.)", NONE, "Vt.", "Vermont")]),
        ("Mei Tanaka of Ohio (R) spoke.", [("(R)", R, "", "")]),
        ("They met Wei Zhang, R-N.J.", [(", R-N.J.", R, "N.J.", "New Jersey")]),
        (
            "Amara Diallo (R-Ohio) and Wei Zhang (D-Ohio) spoke.",
            [("(R-Ohio)", R, "Ohio", "Ohio"), ("(D-Ohio)", D, "Ohio", "Ohio")],
        ),
        ("Voltara(R) is a brand.", []),
        ("Plan B (D-Day) was late.", []),
        ("Vitamins A, D, and K are cheap.", []),
        ("The Voltara (R-Texas is late.", []),
        ("The score was Siemens, R-2, Voltara.", []),
        ("(R-Texas) spoke.", []),
    ],
)
def test_affiliations(text, expected):
    doc = spacy.blank("en")(text)
    found = [
        (doc[a.start : a.end].text, a.party, doc[a.state.start : a.state.stop].text if a.state else "", a.place)
        for a in affiliations(doc)
    ]
    assert found == expected


def test_languages_without_the_habit_have_none():
    assert list(affiliations(spacy.blank("fr")("Amara Diallo (R-Texas) parle."))) == []
