"""French constructions, from the tree to what is stated: each a tree built by hand, and no model."""

import pytest

from liaisons.extractors.coreference import coreference
from liaisons.extractors.frames import frames

PAST = "Tense=Past|VerbForm=Part"

CONSTRUCTIONS = [
    # --- reflexive verbs with a complement
    (
        "Nordavia/Company/nsubj/empare s'/PRON/expl:comp/empare empare/VERB/ROOT//emparer de/ADP/case/Quantelle "
        "Quantelle/Company/obl:arg/empare .",
        ["verb emparer reflexive(de=Quantelle, subject=Nordavia)"],
        ["Nordavia | acquired | Quantelle | asserted"],
    ),
    (
        "Nordavia/Company/nsubj/rapproche se/PRON/expl:comp/rapproche rapproche/VERB/ROOT//rapprocher "
        "de/ADP/case/Quantelle Quantelle/Company/obl:arg/rapproche .",
        ["verb rapprocher reflexive(de=Quantelle, subject=Nordavia)"],
        ["Nordavia | partner_of | Quantelle | asserted"],
    ),
    (
        "Nordavia/Company/nsubj/offert s'/PRON/expl:pass/offert est/AUX/aux:tense/offert/être "
        f"offert/VERB/ROOT//offrir/{PAST} Quantelle/Company/obj/offert .",
        ["verb offrir reflexive(object=Quantelle, subject=Nordavia)"],
        ["Nordavia | acquired | Quantelle | asserted"],
    ),
    # --- relative clauses
    (
        "Ada_Morel/Person/nsubj/recrute , qui/PRON/nsubj/dirige dirige/VERB/acl:relcl/Ada_Morel/diriger "
        "Nordavia/Company/obj/dirige , recrute/VERB/ROOT//recruter .",
        ["verb diriger(object=Nordavia, subject=Ada)", "noun nordavia(support=Ada)", "verb recruter(subject=Ada)"],
        ["Ada Morel | leads | Nordavia | asserted"],
    ),
    (
        "Paul_Astier/Person/nsubj/quitte quitte/VERB/ROOT//quitter Nordavia/Company/obj/quitte , "
        "dont/PRON/nmod/patron il/PRON/nsubj/patron/il/Gender=Masc|Number=Sing est/AUX/cop/patron/être "
        "le/DET/det/patron patron/NOUN/acl:relcl/Nordavia .",
        ["verb quitter(object=Nordavia, subject=Paul)", "noun patron(de=Nordavia, referent=il)"],
        ["Paul Astier | leads | Nordavia | ended | role patron", "Paul Astier | left | Nordavia | asserted"],
    ),
    # --- raising
    (
        "Nordavia/Company/nsubj/doit doit/VERB/ROOT//devoir racheter/VERB/xcomp/doit//VerbForm=Inf "
        "Quantelle/Company/obj/racheter .",
        ["verb devoir(subject=Nordavia)", "verb racheter(object=Quantelle, subject=Nordavia) possible"],
        ["Nordavia | acquired | Quantelle | uncertain"],
    ),
    (
        "Nordavia/Company/nsubj/pourrait pourrait/VERB/ROOT//pouvoir/Mood=Cnd racheter/VERB/xcomp/pourrait//VerbForm=Inf "
        "Quantelle/Company/obj/racheter .",
        ["verb pouvoir(subject=Nordavia) possible", "verb racheter(object=Quantelle, subject=Nordavia) possible"],
        ["Nordavia | acquired | Quantelle | uncertain"],
    ),
    (
        "Nordavia/Company/nsubj/va va/VERB/ROOT//aller racheter/VERB/xcomp/va//VerbForm=Inf "
        "Quantelle/Company/obj/racheter .",
        ["verb aller(subject=Nordavia)", "verb racheter(object=Quantelle, subject=Nordavia) possible"],
        ["Nordavia | acquired | Quantelle | uncertain"],
    ),
    # --- nouns with their arguments
    (
        "Le/DET/det/départ départ/NOUN/nsubj/surprend d'/ADP/case/Ada_Morel Ada_Morel/Person/nmod/départ "
        "de/ADP/case/Nordavia Nordavia/Company/nmod/départ surprend/VERB/ROOT//surprendre .",
        ["noun départ(de=Ada+Nordavia)", "verb surprendre(subject=départ:départ, subject de=Ada+Nordavia)"],
        ["Ada Morel | left | Nordavia | asserted"],
    ),
    (
        "L'/DET/det/enquête enquête/NOUN/nsubj/avance de/ADP/case/Cnil la/DET/det/Cnil Cnil/Institution/nmod/enquête "
        "sur/ADP/case/Nordavia Nordavia/Company/nmod/enquête avance/VERB/ROOT//avancer .",
        [
            "noun enquête(de=Cnil, sur=Nordavia)",
            "verb avancer(subject=enquête:enquête, subject de=Cnil, subject sur=Nordavia)",
        ],
        ["Cnil | investigates | Nordavia | asserted"],
    ),
    # --- light verbs and idioms
    (
        "Nordavia/Company/nsubj/porté a/AUX/aux:tense/porté/avoir "
        f"porté/VERB/ROOT//porter/{PAST} plainte/NOUN/obj/porté contre/ADP/case/Quantelle "
        "Quantelle/Company/obl:arg/porté .",
        [
            "verb porter(contre=Quantelle, object=plainte:plainte, subject=Nordavia)",
            "noun plainte(referent=Nordavia)",
        ],
        ["Nordavia | sued | Quantelle | asserted"],
    ),
    (
        f"Nordavia/Company/nsubj/mis a/AUX/aux:tense/mis/avoir mis/VERB/ROOT//mettre/{PAST} la/DET/det/main "
        "main/NOUN/obj/mis sur/ADP/case/Quantelle Quantelle/Company/obl:arg/mis .",
        ["verb mettre(object=main:main, subject=Nordavia, sur=Quantelle)"],
        ["Nordavia | acquired | Quantelle | asserted"],
    ),
    (
        f"Ada_Morel/Person/nsubj/claqué a/AUX/aux:tense/claqué/avoir claqué/VERB/ROOT//claquer/{PAST} "
        "la/DET/det/porte porte/NOUN/obj/claqué de/ADP/case/Nordavia Nordavia/Company/nmod/porte .",
        ["verb claquer(object=porte:porte, object de=Nordavia, subject=Ada)", "noun porte(de=Nordavia)"],
        ["Ada Morel | left | Nordavia | asserted"],
    ),
    (
        f"Cnil/Institution/nsubj/infligé a/AUX/aux:tense/infligé/avoir infligé/VERB/ROOT//infliger/{PAST} "
        "une/DET/det/amende amende/NOUN/obj/infligé à/ADP/case/Nordavia Nordavia/Company/nmod/amende .",
        ["verb infliger(object=amende:amende, object à=Nordavia, subject=Cnil)", "noun amende(à=Nordavia)"],
        ["Cnil | sanctioned | Nordavia | asserted"],
    ),
    (
        f"Ada_Morel/Person/nsubj/pris a/AUX/aux:tense/pris/avoir pris/VERB/ROOT//prendre/{PAST} les/DET/det/rênes "
        "rênes/NOUN/obj/pris/rêne de/ADP/case/Nordavia Nordavia/Company/nmod/rênes .",
        ["verb prendre(object=rênes:rêne, object de=Nordavia, subject=Ada)", "noun rêne(de=Nordavia)"],
        ["Ada Morel | leads | Nordavia | asserted | role rênes"],
    ),
    (
        f"Ada_Morel/Person/nsubj/jeté a/AUX/aux:tense/jeté/avoir jeté/VERB/ROOT//jeter/{PAST} l'/DET/det/éponge "
        "éponge/NOUN/obj/jeté .",
        ["verb jeter(object=éponge:éponge, subject=Ada)"],
        [],
    ),
    (  # the race that the article speaks of
        "Ada_Morel/Person/nsubj/évoque évoque/VERB/ROOT//évoquer la/DET/det/présidentielle "
        "présidentielle/Event/obj/évoque . // Ada_Morel/Person/nsubj/jeté a/AUX/aux:tense/jeté/avoir "
        f"jeté/VERB/ROOT//jeter/{PAST} l'/DET/det/éponge éponge/NOUN/obj/jeté .",
        ["verb évoquer(object=présidentielle, subject=Ada)", "verb jeter(object=éponge:éponge, subject=Ada)"],
        ["Ada Morel | candidate_in | présidentielle | ended"],
    ),
    # --- whose it is
    (
        f"Nordavia/Company/nsubj/perdu a/AUX/aux:tense/perdu/avoir perdu/VERB/ROOT//perdre/{PAST} "
        "son/DET/det/patron/son patron/NOUN/obj/perdu , Paul_Astier/Person/appos/patron .",
        [
            "verb perdre(object=patron:patron, object possessive=son, subject=Nordavia)",
            "noun patron(possessive=son, referent=Paul) governed over",
            "noun paul(referent=patron:patron)",
        ],
        ["Paul Astier | leads | Nordavia | ended | role patron"],
    ),
    # --- brackets
    (
        "Le/DET/det/sénateur sénateur/NOUN/nsubj/recrute ( LR/Party/appos:paren/sénateur ) "
        "Paul_Astier/Person/appos/sénateur recrute/VERB/ROOT//recruter .",
        [
            "noun sénateur(referent=Paul)",
            "parenthesis sénateur(referent=sénateur+Paul:sénateur)",
            "noun paul(referent=sénateur:sénateur)",
            "verb recruter(subject=sénateur:sénateur)",
        ],
        ["Paul Astier | member_of | LR | asserted"],
    ),
    (  # who he is stands elsewhere
        "Le/DET/det/sénateur sénateur/NOUN/nsubj/recrute ( LR/Party/appos:paren/sénateur ) "
        "recrute/VERB/ROOT//recruter .",
        ["parenthesis sénateur(referent=sénateur:sénateur)", "verb recruter(subject=sénateur:sénateur)"],
        [],
    ),
    (  # a former name of the same thing is no other thing
        "Zedlo/Company/nsubj/recrute ( ex-/ADJ/amod/Zedlo Pialo/Company/appos:paren/Zedlo ) "
        "recrute/VERB/ROOT//recruter .",
        [
            "noun zedlo +ex-(demonym=ex-) over",
            "adjective ex-(referent=Zedlo) over",
            "parenthesis(referent=Zedlo)",
            "verb recruter(subject=Zedlo)",
        ],
        [],
    ),
    # --- nationalities and words for a party's members
    (
        "Nordavia/Company/nsubj/recrute , la/DET/det/start-up start-up/NOUN/appos/Nordavia "
        "française/ADJ/amod/start-up/français , recrute/VERB/ROOT//recruter .",
        [
            "noun nordavia(referent=start-up:start-up)",
            "noun start-up +français(demonym=française, referent=Nordavia)",
            "demonym français(referent=start-up+Nordavia:start-up)",
            "verb recruter(subject=Nordavia)",
        ],
        ["Nordavia | located_in | France | asserted"],
    ),
    (
        "Le/DET/det/démocrate démocrate/NOUN/nsubj/recrute Paul_Astier/Person/appos/démocrate recrute/VERB/ROOT//recruter .",
        [
            "noun démocrate(referent=Paul)",
            "noun paul(referent=démocrate:démocrate)",
            "verb recruter(subject=démocrate:démocrate)",
        ],
        ["Paul Astier | member_of | Parti démocrate | asserted"],
    ),
    # --- headlines without a verb
    (
        "Ada_Morel/Person/ROOT , nouvelle/ADJ/amod/patronne/nouveau patronne/NOUN/appos/Ada_Morel/patron de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/patronne",
        [
            "noun ada(referent=patronne:patron)",
            "adjective nouveau(referent=patronne:patron)",
            "noun patron +nouveau(de=Nordavia, demonym=nouvelle, referent=Ada)",
        ],
        ["Ada Morel | leads | Nordavia | asserted | role patronne"],
    ),
    (
        "Départ/NOUN/ROOT d'/ADP/case/Ada_Morel Ada_Morel/Person/nmod/Départ , la/DET/det/patronne "
        "patronne/NOUN/appos/Ada_Morel/patron de/ADP/case/Nordavia Nordavia/Company/nmod/patronne",
        [
            "noun départ(de=Ada)",
            "noun ada(referent=patronne:patron)",
            "noun patron(de=Nordavia, referent=Ada)",
        ],
        ["Ada Morel | leads | Nordavia | ended | role patronne", "Ada Morel | left | Nordavia | asserted"],
    ),
    (
        f"Nordavia/Company/ROOT rachetée/VERB/acl/Nordavia/racheter/{PAST} par/ADP/case/Quantelle "
        "Quantelle/Company/obl:agent/rachetée",
        ["verb racheter(object=Nordavia, subject=Quantelle)"],
        ["Quantelle | acquired | Nordavia | asserted"],
    ),
    (
        f"Nordavia/Company/ROOT condamnée/VERB/acl/Nordavia/condamner/{PAST}",
        ["verb condamner(object=Nordavia)"],
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "framed", "expected"), CONSTRUCTIONS)
def test_a_construction(tree, shown, stated, sentence, framed, expected):
    doc = frames(coreference(tree("fr", *sentence.split(" // "))))
    assert shown(doc) == framed
    assert [_short(line) for line in stated(doc)] == expected


def _short(line: str) -> str:
    """A statement without the words of its evidence."""
    subject, relation, thing, status, _, *rest = line.split(" | ")
    return " | ".join([subject, relation, thing, status, *rest])
