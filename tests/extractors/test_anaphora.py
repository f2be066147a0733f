"""What descriptions and pronouns stand for, and when nothing is resolved."""

import pytest

from liaisons.extractors.anaphora import REACH, resolve

ADA = {
    "fr": "Ada_Morel/Person/nsubj/recrute recrute/VERB/ROOT//recruter .",
    "en": "Ada_Morel/Person/nsubj/hires hires/VERB/ROOT//hire .",
}
KART = {
    "fr": "Kart/Company/nsubj/recrute recrute/VERB/ROOT//recruter .",
    "en": "Kart/Company/nsubj/hires hires/VERB/ROOT//hire .",
}
BOSS = {
    "fr": "Ada_Morel/Person/nsubj/recrute , la/DET/det/patronne patronne/NOUN/appos/Ada_Morel//Gender=Fem "
    "de/ADP/case/Kart Kart/Company/nmod/patronne , recrute/VERB/ROOT//recruter .",
    "en": "Ada_Morel/Person/nsubj/hires , the/DET/det/boss boss/NOUN/appos/Ada_Morel of/ADP/prep/boss "
    "Kart/Company/pobj/of , hires/VERB/ROOT//hire .",
}
FILL = {"fr": "il/PRON/nsubj/pleut pleut/VERB/ROOT//pleuvoir .", "en": "rain/NOUN/nsubj/falls falls/VERB/ROOT//fall ."}

PRONOUNS = [
    # the subject of the sentence before
    ("fr", [ADA["fr"], "Elle/PRON/nsubj/part part/VERB/ROOT//partir ."], ["Elle = Ada Morel"]),
    ("en", [ADA["en"], "She/PRON/nsubj/leaves leaves/VERB/ROOT//leave ."], ["She = Ada Morel"]),
    ("fr", [KART["fr"], "Il/PRON/nsubj/part part/VERB/ROOT//partir ."], ["Il = Kart"]),
    ("en", [KART["en"], "It/PRON/nsubj/leaves leaves/VERB/ROOT//leave ."], ["It = Kart"]),
    # of the clause before
    (
        "fr",
        [
            (
                "Ada_Morel/Person/nsubj/dit dit/VERB/ROOT//dire qu'/SCONJ/mark/part elle/PRON/nsubj/part "
                "part/VERB/ccomp/dit ."
            )
        ],
        ["elle = Ada Morel"],
    ),
    (
        "en",
        ["Ada_Morel/Person/nsubj/says says/VERB/ROOT//say she/PRON/nsubj/left left/VERB/ccomp/says ."],
        ["she = Ada Morel"],
    ),
    # of a noun that the name stands beside
    (
        "fr",
        [
            "Le/DET/det/groupe groupe/NOUN/nsubj/recrute Kart/Company/nmod/groupe recrute/VERB/ROOT .",
            "Il/PRON/nsubj/part part/VERB/ROOT .",
        ],
        ["Il = Kart"],
    ),
    (
        "en",
        [
            "The/DET/det/boss boss/NOUN/nsubj/hires , Ada_Morel/Person/appos/boss , hires/VERB/ROOT .",
            "She/PRON/nsubj/left left/VERB/ROOT .",
        ],
        ["She = Ada Morel"],
    ),
    # a person is no "it", a company no "she"
    ("en", [ADA["en"], "It/PRON/nsubj/leaves leaves/VERB/ROOT//leave ."], []),
    ("en", [KART["en"], "She/PRON/nsubj/leaves leaves/VERB/ROOT//leave ."], []),
    # the gender of the titles and nouns that the article uses
    (
        "fr",
        [BOSS["fr"], "Il/PRON/nsubj/part part/VERB/ROOT//partir ."],
        [],
    ),
    (
        "fr",
        ["M./NOUN/nmod/Morel Morel/Person/nsubj/recrute recrute/VERB/ROOT .", "Elle/PRON/nsubj/part part/VERB/ROOT ."],
        [],
    ),
    (
        "en",
        ["Mrs/PROPN/compound/Morel Morel/Person/nsubj/hires hires/VERB/ROOT .", "He/PRON/nsubj/left left/VERB/ROOT ."],
        [],
    ),
    # nobody: after a sentence without subject, for an impersonal verb, for a pronoun that is no subject
    ("fr", [ADA["fr"], FILL["fr"], "Elle/PRON/nsubj/part part/VERB/ROOT//partir ."], []),
    ("en", [ADA["en"], FILL["en"], "She/PRON/nsubj/leaves leaves/VERB/ROOT//leave ."], []),
    ("fr", [KART["fr"], "Il/PRON/nsubj/faut faut/VERB/ROOT//falloir partir/VERB/xcomp/faut ."], []),
    (
        "fr",
        [
            KART["fr"],
            "Il/PRON/nsubj/clair est/AUX/cop/clair/être clair/ADJ/ROOT que/SCONJ/mark/part part/VERB/csubj/clair .",
        ],
        [],
    ),
    ("en", [KART["en"], "It/PRON/nsubj/seems seems/VERB/ROOT//seem ."], []),
    ("fr", [ADA["fr"], "Paul/PROPN/nsubj/voit voit/VERB/ROOT elle/PRON/obj/voit ."], []),
    ("fr", ["Lyon/Place/nsubj/vote vote/VERB/ROOT .", "Elle/PRON/nsubj/part part/VERB/ROOT ."], []),
    # possessives
    ("fr", [KART["fr"], "Sa/DET/det/patronne patronne/NOUN/nsubj/part part/VERB/ROOT ."], ["Sa = Kart"]),
    ("en", [KART["en"], "Its/PRON/poss/boss boss/NOUN/nsubj/left left/VERB/ROOT ."], ["Its = Kart"]),
    ("en", [ADA["en"], "Her/PRON/poss/boss boss/NOUN/nsubj/left left/VERB/ROOT ."], ["Her = Ada Morel"]),
    ("en", [KART["en"], "Her/PRON/poss/boss boss/NOUN/nsubj/left left/VERB/ROOT ."], []),
    # a post's, where no subject is: the organisation that the article is about, if it was named just before
    (
        "fr",
        [
            "à/ADP/case/Kart Kart/Company/obl/parle on/PRON/expl/parle parle/VERB/ROOT .",
            "son/DET/det/PDG PDG/NOUN/ROOT//pdg .",
        ],
        ["son = Kart"],
    ),
]

DESCRIPTIONS = [
    # the one thing before that it can describe
    ("fr", [KART["fr"], "Le/DET/det/groupe groupe/NOUN/nsubj/part part/VERB/ROOT ."], ["groupe = Kart"]),
    ("en", [KART["en"], "The/DET/det/group group/NOUN/nsubj/left left/VERB/ROOT ."], ["group = Kart"]),
    (
        "fr",
        [ADA["fr"], "La/DET/det/milliardaire milliardaire/NOUN/nsubj/part//Gender=Fem part/VERB/ROOT ."],
        ["milliardaire = Ada Morel"],
    ),
    (
        "en",
        [ADA["en"], "The/DET/det/billionaire billionaire/NOUN/nsubj/left left/VERB/ROOT ."],
        ["billionaire = Ada Morel"],
    ),
    (
        "fr",
        [KART["fr"], "Le/DET/det/groupe groupe/NOUN/nsubj/part lyonnais/ADJ/amod/groupe part/VERB/ROOT ."],
        ["groupe lyonnais = Kart"],
    ),
    # at a distance of two sentences, not more
    (
        "fr",
        [
            ADA["fr"],
            *[FILL["fr"]] * (REACH - 1),
            "La/DET/det/milliardaire milliardaire/NOUN/nsubj/part part/VERB/ROOT .",
        ],
        ["milliardaire = Ada Morel"],
    ),
    (
        "fr",
        [ADA["fr"], *[FILL["fr"]] * REACH, "La/DET/det/milliardaire milliardaire/NOUN/nsubj/part part/VERB/ROOT ."],
        [],
    ),
    # a post stands for whom the article gives it
    ("fr", [BOSS["fr"], "La/DET/det/patronne patronne/NOUN/nsubj/part part/VERB/ROOT ."], ["patronne = Ada Morel"]),
    ("fr", [ADA["fr"], "La/DET/det/patronne patronne/NOUN/nsubj/part part/VERB/ROOT ."], []),
    # the gender must agree
    (
        "fr",
        [BOSS["fr"], "Le/DET/det/milliardaire milliardaire/NOUN/nsubj/part//Gender=Masc part/VERB/ROOT ."],
        [],
    ),
    # two people would do, two things
    (
        "fr",
        [
            "Ada_Morel/Person/nsubj/voit voit/VERB/ROOT//voir Paul_Astier/Person/obj/voit .",
            "Le/DET/det/milliardaire milliardaire/NOUN/nsubj/part part/VERB/ROOT .",
        ],
        [],
    ),
    (
        "fr",
        [
            "Le/DET/det/rachat rachat/NOUN/nsubj/plaît de/ADP/case/Kart Kart/Company/nmod/rachat plaît/VERB/ROOT à/ADP/case/Velo "
            "Velo/Company/obl/plaît .",
            "Le/DET/det/groupe groupe/NOUN/nsubj/part part/VERB/ROOT .",
        ],
        [],
    ),
    # indefinite, of another kind, told apart by its own clause
    ("fr", [KART["fr"], "Un/DET/det/groupe groupe/NOUN/nsubj/part part/VERB/ROOT ."], []),
    ("en", [KART["en"], "A/DET/det/group group/NOUN/nsubj/left left/VERB/ROOT ."], []),
    ("fr", [KART["fr"], "Le/DET/det/parti parti/NOUN/nsubj/part part/VERB/ROOT ."], []),
    (
        "fr",
        [
            KART["fr"],
            (
                "Le/DET/det/groupe groupe/NOUN/nsubj/part qui/PRON/nsubj/recrute "
                "recrute/VERB/acl:relcl/groupe part/VERB/ROOT ."
            ),
        ],
        [],
    ),
    # what is said of a thing points to nothing before
    (
        "fr",
        [KART["fr"], "Velo/Company/nsubj/groupe est/AUX/cop/groupe le/DET/det/groupe groupe/NOUN/ROOT ."],
        [],
    ),
    ("fr", [KART["fr"], "Le/DET/det/groupe groupe/NOUN/nsubj/part Velo/Company/nmod/groupe part/VERB/ROOT ."], []),
    # not the subject of its own clause
    (
        "fr",
        ["Kart/Company/nsubj/critique critique/VERB/ROOT le/DET/det/groupe groupe/NOUN/obj/critique ."],
        [],
    ),
    # presented by the post, then named
    (
        "fr",
        [
            "La/DET/det/patronne patronne/NOUN/nsubj/part de/ADP/case/Kart Kart/Company/nmod/patronne part/VERB/ROOT .",
            ADA["fr"],
        ],
        ["patronne = Ada Morel"],
    ),
    (
        "en",
        ["The/DET/det/boss boss/NOUN/nsubj/left of/ADP/prep/boss Kart/Company/pobj/of left/VERB/ROOT .", ADA["en"]],
        ["boss = Ada Morel"],
    ),
    (
        "fr",
        [
            "L'/DET/det/patronne ancienne/ADJ/amod/patronne/ancien patronne/NOUN/nsubj/part de/ADP/case/Kart "
            "Kart/Company/nmod/patronne part/VERB/ROOT .",
            ADA["fr"],
        ],
        [],
    ),
]


@pytest.mark.parametrize(("lang", "sentences", "expected"), PRONOUNS + DESCRIPTIONS)
def test_what_stands_for_what(tree, lang, sentences, expected):
    doc = tree(lang, *sentences)
    resolve(doc, doc._.clusters)
    found = [(m, c.name) for c in doc._.clusters for m in c.mentions if m.kind != "name"]
    assert [f"{doc[m.start : m.end].text} = {name}" for m, name in found] == expected


@pytest.mark.parametrize(
    ("lang", "word", "kind"),
    [("fr", "Elle", "pronoun"), ("en", "She", "pronoun"), ("fr", "Sa", "pronoun"), ("en", "Her", "pronoun")],
)
def test_the_kind_of_a_mention(tree, lang, word, kind):
    own = (
        f"{word}/PRON/nsubj/part part/VERB/ROOT ." if word in {"Elle", "She"} else f"{word}/DET/det/mère mère/NOUN/ROOT"
    )
    doc = tree(lang, ADA[lang], own.replace("det", "poss") if lang == "en" else own)
    resolve(doc, doc._.clusters)
    assert [m.kind for m in doc._.clusters[0].mentions] == ["name", kind]


def test_words_of_sentences_that_were_not_parsed_stand_for_nothing(tree):
    doc = tree("fr", ADA["fr"], "Elle//nsubj/part part//ROOT .")
    resolve(doc, doc._.clusters)
    assert len(doc._.clusters[0].mentions) == 1
