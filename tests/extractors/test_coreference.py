"""Clusters after the parse: doubtful names, types that the article corrects, nationalities, events."""

import pytest

from liaisons.extractors.annotations import Name
from liaisons.extractors.clusters import clusters
from liaisons.extractors.coreference import coreference
from liaisons.extractors.preferences import LABELLED, SURE


@pytest.mark.parametrize(
    ("lang", "sentence", "expected"),
    [
        # a nationality is a mention of the country
        (
            "fr",
            "Le/DET/det/groupe groupe/NOUN/nsubj/part chinois/ADJ/amod/groupe part/VERB/ROOT .",
            ["Chine Place: chinois (description)"],
        ),
        (
            "en",
            "A/DET/det/group Chinese/ADJ/amod/group group/NOUN/nsubj/left left/VERB/ROOT .",
            ["China Place: Chinese (description)"],
        ),
        # … which the article may name too
        (
            "fr",
            "La/DET/det/Chine Chine/Place/nsubj/part et/CCONJ/cc/groupe le/DET/det/groupe groupe/NOUN/conj/Chine "
            "chinois/ADJ/amod/groupe part/VERB/ROOT .",
            ["Chine Place: Chine, chinois (description)"],
        ),
        # … also where the sentence was not parsed, and not as a verb
        ("fr", "Le//det/groupe groupe//ROOT chinois//amod/groupe", ["Chine Place: chinois (description)"]),
        ("fr", "suisse/VERB/ROOT", []),
        # events
        (
            "fr",
            "La/DET/det/présidentielle présidentielle/NOUN/nsubj/approche de/ADP/case/2024 2024/NUM/nmod/présidentielle "
            "approche/VERB/ROOT .",
            ["présidentielle de 2024 Event: présidentielle de 2024 (description)"],
        ),
        # what stands beside a name says what it is
        (
            "fr",
            "Kart/Person/nsubj/part , opérateur/NOUN/appos/Kart japonais/ADJ/amod/opérateur , part/VERB/ROOT .",
            ["Kart Company: Kart", "Japon Place: japonais (description)"],
        ),
        (
            "en",
            "Kart/Person/nsubj/left , an/DET/det/airline airline/NOUN/appos/Kart , left/VERB/ROOT .",
            ["Kart Company: Kart"],
        ),
        (
            "en",
            "Kart/Company/nsubj/left , the/DET/det/senator senator/NOUN/appos/Kart , left/VERB/ROOT .",
            ["Kart Person: Kart"],
        ),
        # … with a comma between, of another kind, and not of a place
        ("en", "airline/NOUN/compound/Kart Kart/Person/nsubj/left left/VERB/ROOT .", ["Kart Person: Kart"]),
        (
            "en",
            "Kart/Company/nsubj/left , a/DET/det/daily daily/NOUN/appos/Kart , left/VERB/ROOT .",
            ["Kart Company: Kart"],
        ),
        (
            "en",
            "Leeds/Place/nsubj/left , a/DET/det/party party/NOUN/appos/Leeds , left/VERB/ROOT .",
            ["Leeds Place: Leeds"],
        ),
    ],
)
def test_clusters_after_the_parse(tree, grouped, lang, sentence, expected):
    assert grouped(coreference(tree(lang, sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "certainty", "expected"),
    [
        ("X/Company/nsubj/left left/VERB/ROOT .", SURE, ["X Company: X"]),
        ("X/Company/nsubj/left left/VERB/ROOT .", LABELLED, []),  # one letter, once, with the model's label alone
        ("X/Company/nsubj/sues sues/VERB/ROOT X/Company/dobj/sues .", LABELLED, ["X Company: X, X"]),
    ],
)
def test_one_letter(tree, grouped, sentence, certainty, expected):
    doc = tree("en", sentence)
    for cluster in doc._.clusters:
        cluster.certainty = certainty
    assert grouped(coreference(doc)) == expected


@pytest.mark.parametrize(
    ("doubt", "pos", "kept"),
    [
        (0, "PROPN", True),
        (0, "VERB", True),
        (1, "PROPN", True),
        (1, "NOUN", True),
        (1, "VERB", False),
        (1, "", False),
        (2, "PROPN", True),
        (2, "NOUN", False),
    ],
)
def test_a_doubtful_name_is_one_by_the_parse(tree, grouped, doubt, pos, kept):
    doc = tree("fr", f"Quantelle/{pos}/nsubj/part part/VERB/ROOT Ada/Person/obj/part .")
    names = [Name(0, 1, {"Company": 1.5}, doubt), *doc._.names]
    doc._.clusters = clusters(doc, names)
    assert len(grouped(coreference(doc))) == 1 + kept


def test_clusters_stand_in_the_order_of_their_first_mentions(tree, grouped):
    doc = tree(
        "fr",
        "Le/DET/det/groupe groupe/NOUN/nsubj/quitte français/ADJ/amod/groupe Kart/Company/nmod/groupe quitte/VERB/ROOT "
        "Lyon/Place/obj/quitte avant/ADP/case/présidentielle la/DET/det/présidentielle "
        "présidentielle/NOUN/obl/quitte .",
    )
    assert [line.split(":")[0] for line in grouped(coreference(doc))] == [
        "France Place",
        "Kart Company",
        "Lyon Place",
        "présidentielle Event",
    ]


def test_running_twice_changes_nothing(tree, grouped):
    sentences = (
        "Le/DET/det/groupe groupe/NOUN/nsubj/part français/ADJ/amod/groupe Kart/Company/nmod/groupe part/VERB/ROOT .",
        "Il/PRON/nsubj/vise vise/VERB/ROOT la/DET/det/présidentielle présidentielle/NOUN/obj/vise .",
    )
    doc = coreference(tree("fr", *sentences))
    once = grouped(doc)
    assert "Il (pronoun)" in " ".join(once)
    assert grouped(coreference(doc)) == once


@pytest.mark.parametrize(
    ("lang", "sentence", "weight", "type_"),
    [
        (
            "fr",
            "Quantelle/PROPN/nsubj/soupire soupire/VERB/ROOT//soupirer à/ADP/case/Lyon Lyon/Place/obl/soupire .",
            1.0,
            "Person",
        ),
        (
            "fr",
            "Quantelle/PROPN/nsubj/soupire soupire/VERB/ROOT//soupirer à/ADP/case/Lyon Lyon/Place/obl/soupire .",
            LABELLED,
            "Company",
        ),
        ("fr", "Quantelle/PROPN/nsubj/élit élit/VERB/ROOT//élire Ada/Person/obj/élit .", 1.0, "Company"),
        (
            "en",
            "Quantelle/PROPN/nsubjpass/elected was/AUX/auxpass/elected elected/VERB/ROOT//elect in/ADP/prep/elected "
            "Lyon/Place/pobj/in .",
            1.0,
            "Person",
        ),
        (
            "en",
            "Quantelle/PROPN/nsubj/resigned resigned/VERB/ROOT//resign from/ADP/prep/resigned Kart/Company/pobj/from .",
            1.0,
            "Person",
        ),
        ("en", "Quantelle/PROPN/nsubj/hires hires/VERB/ROOT//hire Ada/Person/dobj/hires .", 1.0, "Company"),
    ],
)
def test_a_doubtful_name_that_does_what_only_people_do_is_a_persons(tree, lang, sentence, weight, type_):
    doc = tree(lang, sentence)
    doc._.names = [Name(0, 1, {"Company": weight}), *doc._.names]
    doc._.clusters = clusters(doc, doc._.names)
    assert next(c.type for c in coreference(doc)._.clusters if c.name == "Quantelle") == type_
