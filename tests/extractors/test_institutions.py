"""Names of institutions and laws by their form."""

import pytest
import spacy
from spacy.tokens import Doc

from liaisons.extractors.institutions import institutions
from liaisons.extractors.laws import laws
from liaisons.extractors.sentences import sentences
from liaisons.extractors.shapes import rules
from liaisons.extractors.vocabulary import TABLE

NOUNS = (
    "informatique libertés marchés sécurité systèmes information technologie défense administration concurrence "
    "consommation répression fraudes transition comptes finances programmation renseignement amnistie journalistes"
)
ADJECTIVES = "financiers écologique nucléaire militaire"


@pytest.fixture(scope="module")
def blank():
    """Tokenizers with a few words of the language, as the lemmatizer of a model lists them."""
    made = {lang: spacy.blank(lang) for lang in ("fr", "en")}
    forms = {
        "noun": frozenset(NOUNS.split()),
        "adj": frozenset(ADJECTIVES.split()),
        "verb": frozenset(),
        "adv": frozenset(),
    }
    made["fr"].vocab.lookups.add_table(TABLE, {"forms": forms, "whole": {"mot": "mot"}, "rules": {}})
    return lambda lang, text: sentences(made[lang].make_doc(text))


def texts(doc: Doc, spans) -> list[str]:
    return list(dict.fromkeys(span.text for span in spans(doc, rules(doc.lang_))))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # past adjectives and complements in small letters
        ("fr", "Selon la Commission européenne, rien.", ["Commission européenne"]),
        ("fr", "Elle dirige l'École nationale d'administration depuis mars.", ["École nationale d'administration"]),
        ("fr", "L'Autorité des marchés financiers enquête.", ["Autorité des marchés financiers"]),
        ("fr", "Il saisit l'Autorité de la concurrence.", ["Autorité de la concurrence"]),
        (
            "fr",
            "Il étudie à l'Université nationale de technologie de défense.",
            ["Université nationale de technologie de défense"],
        ),
        (
            "fr",
            "Plainte devant la Commission nationale de l'informatique et des libertés hier.",
            ["Commission nationale de l'informatique et des libertés"],
        ),
        ("fr", "Il cite la Cour des comptes et des journalistes.", ["Cour des comptes"]),
        ("fr", "Il est jugé par la Cour de cassation pour répression.", ["Cour de cassation"]),
        ("fr", "Il cite la Commission européenne sur Kart.", ["Commission européenne"]),
        ("fr", "Selon le ministère de la Culture, rien.", ["ministère de la Culture"]),
        ("fr", "Elle a quitté le lycée Berlioz.", ["lycée Berlioz"]),
        ("fr", "Le député du Parti socialiste Ada Morel parle.", ["Parti socialiste"]),
        ("fr", "Selon la commission, rien.", []),
        ("fr", "Une fondation suisse paie.", []),
        # not who comes behind "et"
        ("fr", "La présidente de la Commission, et Paul Astier, signent.", []),
        ("fr", "Elle saisit le ministère de la Culture, et Inès Vauquelin signe.", ["ministère de la Culture"]),
        ("fr", "La Banque de France et Inès Vauquelin signent.", ["Banque de France"]),
        (
            "fr",
            "Le ministère de la Culture et de la Communication signe.",
            ["ministère de la Culture et de la Communication"],
        ),
        # before the acronym that they spell, whatever their letters
        ("fr", "L'agence régionale de santé (ARS) ferme.", ["agence régionale de santé"]),
        (
            "fr",
            "L'Agence nationale de la sécurité des systèmes d'information (Anssi) alerte.",
            ["Agence nationale de la sécurité des systèmes d'information"],
        ),
        ("fr", "Le sénateur Paul Astier (LR) parle.", []),
        # states and governments
        ("fr", "Selon l'État, rien.", ["État"]),
        ("fr", "Un coup d'État, un chef d'État.", []),
        ("fr", "Le gouvernement tunisien refuse.", ["gouvernement tunisien"]),
        ("fr", "Le gouvernement refuse.", []),
        # English: capitals on either side of the head
        ("en", "So says the Ministry of Culture today.", ["Ministry of Culture"]),
        ("en", "So says the Justice Department today.", ["Justice Department"]),
        ("en", "The Irish Data Protection Commission fined it.", ["Irish Data Protection Commission"]),
        ("en", "The Indian government refuses.", ["Indian government"]),
        ("en", "The government refuses.", []),
        ("en", "So says the committee today.", []),
        ("en", "The Ministry of Culture and Sport signs it.", ["Ministry of Culture and Sport"]),
        ("en", "The Ministry of Culture and Paul Astier sign it.", ["Ministry of Culture"]),
        ("en", "The Ministry of Culture, and Paul Astier, sign it.", ["Ministry of Culture"]),
    ],
)
def test_institutions(blank, lang, text, expected):
    assert texts(blank(lang, text), institutions) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "Il vote la loi Morel 2 demain.", ["loi Morel 2"]),
        ("fr", "Il signe une proposition de loi « Doux dodo » hier.", ["proposition de loi « Doux dodo »"]),
        ("fr", "Il signe la proposition de loi dite « Dodo ».", ["proposition de loi dite « Dodo »"]),
        ("fr", "Il vote la loi de programmation militaire.", ["loi de programmation militaire"]),
        ("fr", "Il vote la loi sur le renseignement.", ["loi sur le renseignement"]),
        ("fr", "Il vote une loi de finances.", []),
        ("fr", "Il fait la loi ici.", []),
        ("en", "He makes the law here.", []),
    ],
)
def test_laws(blank, lang, text, expected):
    assert texts(blank(lang, text), laws) == expected
