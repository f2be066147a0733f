"""Parses mended: each row is a tree as the parser gives it, and what is different afterwards."""

import pytest

from liaisons.extractors.repairs import repair

CASES = [
    (
        "a name is no predicate",
        "Ada/Person/nsubj/déteste déteste/VERB/ROOT//détester Paul/Person/xcomp/déteste .",
        ["Paul: obj of déteste"],
    ),
    (
        "… unless it is one",
        "Ada/Person/nsubj/reste reste/VERB/ROOT//rester est/AUX/cop/Paul Paul/Person/xcomp/reste .",
        [],
    ),
    (
        "two names are not one",
        "le/DET/det/patron patron/NOUN/nsubj/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/patron "
        "Paul/Person/flat:name/Nordavia recrute/VERB/ROOT//recruter .",
        ["Paul: appos of patron"],
    ),
    (
        "a word with letters is an adjective",
        "le/DET/det/patron patron/NOUN/nsubj/recrute sud-coréen/PUNCT/nmod/patron recrute/VERB/ROOT//recruter .",
        ["sud-coréen: amod of patron"],
    ),
    (
        "a name with its noun",
        "le/DET/det/groupe groupe/NOUN/nsubj/recrute Nordavia/Company/flat:name/groupe recrute/VERB/ROOT//recruter .",
        ["Nordavia: appos of groupe"],
    ),
    (
        "the name before the noun is the subject",
        "Paul/Person/obl:mod/réclame , le/DET/det/patron patron/NOUN/nsubj/réclame , réclame/VERB/ROOT//réclamer .",
        ["Paul: nsubj of réclame", "patron: appos of Paul"],
    ),
    (
        "… not across words",
        "Lundi/NOUN/obl:mod/réclame Paul/Person/dislocated/réclame et/CCONJ/cc/patron le/DET/det/patron "
        "patron/NOUN/nsubj/réclame réclame/VERB/ROOT//réclamer .",
        [],
    ),
    (
        "a subject after the verb and a place",
        "réplique/VERB/ROOT//répliquer à/ADP/case/Lyon Lyon/Place/obl:arg/réplique Paul/Person/appos/Lyon .",
        ["Paul: nsubj of réplique"],
    ),
    (
        "a name after a comma is in apposition",
        "le/DET/det/patron patron/NOUN/nsubj/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/patron , "
        "Paul/Person/conj/patron , recrute/VERB/ROOT//recruter .",
        ["Paul: appos of patron"],
    ),
    (
        "… not in a list of names",
        "Paul/Person/nsubj/recrutent , Ada/Person/conj/Paul et/CCONJ/cc/Marc Marc/Person/conj/Paul "
        "recrutent/VERB/ROOT//recruter .",
        [],
    ),
    (
        "names after que sont",
        "les/DET/det/réseaux réseaux/NOUN/nsubj/recrutent concurrents/ADJ/amod/réseaux que/PRON/obj/recrutent "
        "sont/VERB/dep/que Nordavia/Company/nsubj/recrutent et/CCONJ/cc/Quantelle Quantelle/Company/appos/recrutent "
        "recrutent/VERB/ROOT//recruter .",
        ["Nordavia: appos of réseaux", "Quantelle: conj of Nordavia"],
    ),
    (
        "a subject has no preposition",
        "Ada/Person/nsubj/recrute recrute/VERB/ROOT//recruter en/ADP/case/patronne patronne/NOUN/nsubj/recrute .",
        ["patronne: obl:mod of recrute"],
    ),
    (
        "the noun before a verb without subject",
        "Ada/Person/nsubj/recrute recrute/VERB/ROOT//recruter , la/DET/det/patronne patronne/NOUN/conj/Ada "
        "publie/VERB/conj/recrute/publier .",
        ["patronne: nsubj of publie"],
    ),
    (
        "… has its own",
        "Ada/Person/nsubj/recrute recrute/VERB/ROOT//recruter , la/DET/det/patronne patronne/NOUN/conj/Ada "
        "publie/VERB/conj/recrute/publier elle/PRON/nsubj/publie .",
        [],
    ),
    (
        "a noun after a name and a comma",
        "Ada/Person/nsubj/recrute , patronne/NOUN/conj/Ada de/ADP/case/Nordavia Nordavia/Company/nmod/patronne , "
        "recrute/VERB/ROOT//recruter .",
        ["patronne: appos of Ada"],
    ),
    (
        "… that the parser takes for an object",
        "On/PRON/nsubj/cite cite/VERB/ROOT//citer Nordavia/Company/obl:arg/cite , la/DET/det/division "
        "division/NOUN/obj/cite .",
        ["Nordavia: obj of cite", "division: appos of Nordavia"],
    ),
    (
        "… or one of several",
        "Ada/Person/nsubj/recrutent , la/DET/det/patronne patronne/NOUN/conj/Ada , et/CCONJ/cc/Paul "
        "Paul/Person/conj/patronne recrutent/VERB/ROOT//recruter .",
        [],
    ),
    (
        "a participle after a name and a comma",
        "On/PRON/nsubj/cite cite/VERB/ROOT//citer Nordavia/Company/obj/cite , "
        "fondée/VERB/advcl/cite/fonder/Tense=Past|VerbForm=Part par/ADP/case/Paul Paul/Person/obl:agent/fondée .",
        ["fondée: acl of Nordavia"],
    ),
    # --- naming: names and the nouns that they name
    (
        "a bare complement between a noun and its name",
        "l'/DET/det/éditeur éditeur/NOUN/nsubj/recrute de/ADP/case/logiciels logiciels/NOUN/nmod/éditeur/logiciel "
        "Nordavia/Company/flat:name/logiciels recrute/VERB/ROOT//recruter .",
        ["Nordavia: appos of éditeur"],
    ),
    (
        "a person is named by a post, not by what it is at the head of",
        "le/DET/det/président président/NOUN/nsubj/recrute du/ADP/case/groupe groupe/NOUN/nmod/président "
        "Paul/Person/flat:name/groupe recrute/VERB/ROOT//recruter .",
        ["Paul: appos of président"],
    ),
    (
        "… and a company by the nearest",
        "le/DET/det/président président/NOUN/nsubj/recrute du/ADP/case/groupe groupe/NOUN/nmod/président "
        "Nordavia/Company/flat:name/groupe recrute/VERB/ROOT//recruter .",
        ["Nordavia: appos of groupe"],
    ),
    (
        "a name on the adjective between",
        "la/DET/det/société société/NOUN/nsubj/recrute lyonnaise/ADJ/amod/société/lyonnais "
        "Nordavia/Company/flat:name/lyonnaise recrute/VERB/ROOT//recruter .",
        ["Nordavia: appos of société"],
    ),
    (
        "a name beside a time is not its name",
        "L'/DET/det/an an/NOUN/obl:mod/recrute dernier/ADJ/amod/an Nordavia/Company/nsubj/recrute "
        "recrute/VERB/ROOT//recruter .",
        [],
    ),
    (
        "a subject behind a circumstance is not its name",
        "Selon/ADP/case/presse la/DET/det/presse presse/NOUN/obl:mod/recrute Nordavia/Company/nsubj/recrute "
        "recrute/VERB/ROOT//recruter .",
        [],
    ),
    (
        "the name is the subject and the noun beside it too",
        "Selon/ADP/case/Ada Ada/Person/obl:mod/financé , l'/DET/det/entrepreneur entrepreneur/NOUN/appos/Ada "
        "Paul/Person/nsubj/financé a/AUX/aux:tense/financé/avoir financé/VERB/ROOT//financer .",
        ["entrepreneur: nsubj of financé", "Paul: appos of entrepreneur"],
    ),
    (
        "a party in brackets, then the name",
        "Le/DET/det/sénateur sénateur/NOUN/nsubj/recrute ( Avenir/Party/appos/sénateur ) "
        "Paul/Person/nsubj/recrute recrute/VERB/ROOT//recruter .",
        ["Avenir: appos:paren of sénateur", "Paul: appos of sénateur"],
    ),
    (
        "two names in brackets",
        "Paul/Person/nsubj/recrute ( Avenir/Party/nmod/Paul , Sarthe/Place/conj/Avenir ) recrute/VERB/ROOT//recruter .",
        ["Avenir: appos:paren of Paul", "Sarthe: appos:paren of Paul"],
    ),
    (
        "of two subjects the name between commas is in apposition",
        "Le/DET/det/fils fils/NOUN/nsubj/dirige de/ADP/case/Ada Ada/Person/nmod/fils , Paul/Person/nsubj/dirige , "
        "dirige/VERB/ROOT//diriger Nordavia/Company/obj/dirige .",
        ["Paul: appos of fils"],
    ),
    (
        "a name after a comma belongs to the nearest of several nouns",
        "Le/DET/det/patron patron/NOUN/nsubj/recrutent , Paul/Person/appos/patron , et/CCONJ/cc/associée "
        "son/DET/det/associée associée/NOUN/conj/patron , Ada/Person/appos/patron , recrutent/VERB/ROOT//recruter .",
        ["Ada: appos of associée"],
    ),
    (
        "a post without an article is no conjunct of a name",
        "Ada/Person/nsubj/recrute , présidente/NOUN/appos/Ada/président de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/présidente , députée/NOUN/conj/Nordavia/député de/ADP/case/Sarthe "
        "Sarthe/Place/nmod/députée , recrute/VERB/ROOT//recruter .",
        ["députée: conj of présidente"],
    ),
    (
        "no verb has an apposition",
        "cite/VERB/ROOT//citer Ada/Person/nsubj/cite , directrice/NOUN/appos/cite/directeur de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/directrice .",
        ["directrice: appos of Ada"],
    ),
    (
        "a person is in apposition to a person",
        "la/DET/det/démission démission/NOUN/nsubj/surprend d'/ADP/case/Ada Ada/Person/nmod/démission , "
        "directrice/NOUN/appos/démission/directeur , surprend/VERB/ROOT//surprendre .",
        ["directrice: appos of Ada"],
    ),
    (
        "a name behind an apposition is coordinated with what bears it",
        "On/PRON/nsubj/cite cite/VERB/ROOT//citer Ada/Person/obj/cite , directrice/NOUN/obj/cite/directeur "
        "de/ADP/case/Nordavia Nordavia/Company/nmod/directrice , et/CCONJ/cc/Paul Paul/Person/conj/directrice .",
        ["directrice: appos of Ada", "Paul: conj of Ada"],
    ),
    (
        "a state behind a preposition has no name",
        "Ada/Person/nsubj/mis a/AUX/aux:tense/mis/avoir mis/VERB/ROOT//mettre en/ADP/case/demeure "
        "demeure/NOUN/obl:arg/mis Nordavia/Company/nmod/demeure .",
        ["Nordavia: obj of mis"],
    ),
    # --- attachment: complements and conjuncts
    (
        "a name has no complement of a noun",
        "L'/DET/det/enquête enquête/NOUN/nsubj/avance de/ADP/case/Lyon Lyon/Place/nmod/enquête sur/ADP/case/Nordavia "
        "Nordavia/Company/nmod/Lyon avance/VERB/ROOT//avancer .",
        ["Nordavia: nmod of enquête"],
    ),
    (
        "nor has a noun with its name",
        "la/DET/det/plainte plainte/NOUN/nsubj/vise de/ADP/case/association l'/DET/det/association "
        "association/NOUN/nmod/plainte Liberté/Organization/nmod/association contre/ADP/case/Nordavia "
        "Nordavia/Company/nmod/association vise/VERB/ROOT//viser .",
        ["Nordavia: nmod of plainte"],
    ),
    (
        "nor has a sum",
        "Paul/Person/nsubj/inflige inflige/VERB/ROOT//infliger une/DET/det/amende amende/NOUN/obj/inflige "
        "de/ADP/case/millions 40/NUM/nummod/millions millions/NOUN/nmod/amende/million à/ADP/case/Nordavia "
        "Nordavia/Company/nmod/millions .",
        ["Nordavia: nmod of amende"],
    ),
    (
        "a second complement with de",
        "Le/DET/det/départ départ/NOUN/nsubj/surprend de/ADP/case/Ada Ada/Person/nmod/départ de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/Ada surprend/VERB/ROOT//surprendre .",
        ["Nordavia: nmod of départ"],
    ),
    (
        "a complement in front of the verb is not the verb's",
        "Nordavia/Company/nsubj/recrute en/ADP/case/Inde Inde/Place/nmod/Nordavia recrute/VERB/ROOT//recruter .",
        [],
    ),
    (
        "a complement behind brackets",
        "la/DET/det/présidente présidente/NOUN/nsubj/recrute/président ( Avenir/Party/appos/présidente ) "
        "de/ADP/case/région la/DET/det/région région/NOUN/nmod/Avenir recrute/VERB/ROOT//recruter .",
        ["Avenir: appos:paren of présidente", "région: nmod of présidente"],
    ),
    (
        "a complement of a participle",
        "une/DET/det/amende amende/NOUN/nsubj/tombe infligée/VERB/acl/amende/infliger/Tense=Past|VerbForm=Part "
        "à/ADP/case/Nordavia Nordavia/Company/nmod/amende par/ADP/case/Lyon Lyon/Place/nmod/amende "
        "tombe/VERB/ROOT//tomber .",
        ["Nordavia: obl:mod of infligée", "Lyon: obl:agent of infligée"],
    ),
    (
        "the agent of a passive behind a state",
        "Ada/Person/nsubj:pass/mise est/AUX/aux:pass/mise/être mise/VERB/ROOT//mettre/Tense=Past|VerbForm=Part "
        "en/ADP/case/cause cause/NOUN/obl:arg/mise par/ADP/case/Nordavia Nordavia/Company/nmod/cause .",
        ["Nordavia: obl:agent of mise"],
    ),
    (
        "like is coordinated with like",
        "le/DET/det/patron patron/NOUN/nsubj/recrute de/ADP/case/Nordavia Nordavia/Company/nmod/patron "
        "et/CCONJ/cc/Quantelle de/ADP/case/Quantelle Quantelle/Company/conj/patron recrute/VERB/ROOT//recruter .",
        ["Quantelle: conj of Nordavia"],
    ),
    (
        "a name is coordinated with a name",
        "Ada/Person/nsubj/condamne condamne/VERB/ROOT//condamner Nordavia/Company/obj/condamne et/CCONJ/cc/Quantelle "
        "Quantelle/Company/conj/condamne à/ADP/case/amende une/DET/det/amende amende/NOUN/obl:arg/condamne .",
        ["Quantelle: conj of Nordavia"],
    ),
    (
        "dont belongs to the attribute",
        "Nordavia/Company/nsubj/recrute , dont/PRON/nmod/Ada Ada/Person/nsubj/patronne fut/AUX/cop/patronne/être "
        "la/DET/det/patronne patronne/NOUN/acl:relcl/Nordavia , recrute/VERB/ROOT//recruter .",
        ["dont: nmod of patronne"],
    ),
    (
        "a participle agrees with its noun",
        "la/DET/det/société société/NOUN/nsubj/recrute//Gender=Fem|Number=Sing de/ADP/case/logiciels "
        "logiciels/NOUN/nmod/société/logiciel/Gender=Masc|Number=Plur "
        "détenue/VERB/acl/logiciels/détenir/Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part par/ADP/case/Ada "
        "Ada/Person/obl:agent/détenue recrute/VERB/ROOT//recruter .",
        ["détenue: acl of société"],
    ),
    # --- clauses
    (
        "a relative clause with its subject behind the verb",
        "L'/DET/det/agence agence/NOUN/nsubj/recrute que/PRON/obj/préside préside/VERB/nsubj/recrute/présider "
        "Ada/Person/nsubj/préside recrute/VERB/ROOT//recruter .",
        ["préside: acl:relcl of agence"],
    ),
    (
        "after a name que opens a relative clause",
        "Nordavia/Company/nsubj/recrute , que/SCONJ/mark/fondée Ada/Person/nsubj/fondée "
        "a/AUX/aux:tense/fondée/avoir fondée/VERB/acl/Nordavia/fonder/Tense=Past|VerbForm=Part , "
        "recrute/VERB/ROOT//recruter .",
        ["que: obj of fondée", "fondée: acl:relcl of Nordavia"],
    ),
    (
        "… and a content clause after a noun",
        "la/DET/det/rumeur rumeur/NOUN/nsubj/court que/SCONJ/mark/recrute Ada/Person/nsubj/recrute "
        "recrute/VERB/acl/rumeur/recruter court/VERB/ROOT//courir .",
        [],
    ),
    (
        "a cleft sentence",
        "C'/PRON/expl:subj/Ada est/AUX/cop/Ada/être Ada/Person/ROOT qui/PRON/nsubj/racheté "
        "a/AUX/aux:tense/racheté/avoir racheté/VERB/dep/Ada/racheter Nordavia/Company/obj/racheté .",
        ["racheté: acl:relcl of Ada"],
    ),
    (
        "two subjects, the first as root",
        "Nordavia/Company/ROOT et/CCONJ/cc/signé Quantelle/Company/nsubj/signé ont/AUX/aux:tense/signé/avoir/VerbForm=Fin "
        "signé/VERB/conj/Nordavia/signer un/DET/det/accord accord/NOUN/obj/signé .",
        [
            "Nordavia: nsubj of signé",
            "et: cc of Quantelle",
            "Quantelle: conj of Nordavia",
            "signé: ROOT of signé",
            ".: punct of signé",
        ],
    ),
    (
        "a participle in front as root",
        "Accusé/VERB/ROOT//accuser/Tense=Past|VerbForm=Part par/ADP/case/Ada Ada/Person/obl:agent/Accusé , "
        "Paul/Person/nsubj/quitte quitte/VERB/advcl/Accusé/quitter/VerbForm=Fin Nordavia/Company/obj/quitte .",
        ["Accusé: advcl of quitte", "quitte: ROOT of quitte"],
    ),
    (
        "an infinitive in front as root",
        "Après/ADP/mark/quitté avoir/AUX/aux:tense/quitté//VerbForm=Inf "
        "quitté/VERB/ROOT//quitter/Tense=Past|VerbForm=Part Nordavia/Company/nsubj/quitté , "
        "Ada/Person/nsubj/fonde fonde/VERB/parataxis/quitté/fonder/VerbForm=Fin Quantelle/Company/obj/fonde .",
        ["quitté: advcl of fonde", "Nordavia: obj of quitté", "fonde: ROOT of fonde"],
    ),
    (
        "a day is when",
        "Ada/Person/nsubj/rencontre rencontre/VERB/ROOT//rencontrer jeudi/NOUN/obj/rencontre Paul/Person/nmod/jeudi .",
        ["jeudi: obl:mod of rencontre", "Paul: obj of rencontre"],
    ),
    (
        "a verb that is taken for a part of the name",
        "Ada/Person/nsubj/quitté dément/ADJ/flat:name/Ada avoir/AUX/aux:tense/quitté//VerbForm=Inf "
        "quitté/VERB/ROOT//quitter/Tense=Past|VerbForm=Part Nordavia/Company/obj/quitté .",
        ["Ada: nsubj of dément", "dément: ROOT of dément", "quitté: xcomp of dément"],
    ),
    (
        "a verb that is taken for a noun",
        "Ada/Person/nsubj/rachète rachète/VERB/ROOT//racheter Nordavia/Company/obj/rachète , "
        "licencie/NOUN/conj/rachète Paul/Person/flat:name/licencie .",
        ["Paul: obj of licencie"],
    ),
    (
        "the object of the first of two verbs",
        "Ada/Person/nsubj/critiqué a/AUX/aux:tense/critiqué/avoir critiqué/VERB/ROOT//critiquer "
        "Paul/Person/flat:name/critiqué et/CCONJ/cc/soutenu soutenu/VERB/conj/critiqué/soutenir Marc/Person/obj/critiqué .",
        ["Paul: obj of critiqué", "Marc: obj of soutenu"],
    ),
    (
        "the object of the second of two verbs",
        "Ada/Person/nsubj/déteste déteste/VERB/ROOT//détester Paul/Person/obj/déteste et/CCONJ/cc/soutient "
        "soutient/VERB/conj/déteste/soutenir Marc/Person/nsubj/soutient .",
        ["Marc: obj of soutient"],
    ),
    (
        "who says so, between commas",
        "Ada/Person/nsubj/recrute recrute/VERB/ROOT//recruter , affirme/VERB/advcl/recrute/affirmer/VerbForm=Fin "
        "Paul/Person/nsubj/affirme .",
        ["affirme: parataxis of recrute"],
    ),
    (
        "what a verb of naming makes of a name",
        "Ada/Person/nsubj/nomme nomme/VERB/ROOT//nommer Paul/Person/obj/nomme directeur/NOUN/flat:name/Paul .",
        ["directeur: xcomp of nomme"],
    ),
    (
        "nothing is wrong",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté/avoir racheté/VERB/ROOT//racheter "
        "Quantelle/Company/obj/racheté .",
        [],
    ),
]


@pytest.fixture(scope="session")
def mended(tree):
    """`mended(lang, sentence)`: the edges that are different after `repair`."""

    def edges(doc):
        return [f"{t.dep_} of {t.head.text}" for t in doc]

    def mend(lang, sentence):
        doc = tree(lang, sentence)
        before = edges(doc)
        repair(doc, {name.start: max(name.votes) for name in doc._.names})
        return [f"{t.text}: {new}" for t, old, new in zip(doc, before, edges(doc), strict=True) if old != new]

    return mend


@pytest.mark.parametrize(("case", "sentence", "changes"), CASES)
def test_repairs(mended, case, sentence, changes):
    assert mended("fr", sentence) == changes


@pytest.mark.parametrize(("case", "sentence", "changes"), CASES)
def test_mended_twice_is_mended_once(tree, case, sentence, changes):
    doc = tree("fr", sentence)
    names = {name.start: max(name.votes) for name in doc._.names}
    repair(doc, names)
    once = doc.to_array(["HEAD", "DEP"]).tolist()
    repair(doc, names)
    assert doc.to_array(["HEAD", "DEP"]).tolist() == once


def test_other_schemes_are_left_alone(mended):
    assert mended("en", "Ada/Person/nsubj/hates hates/VERB/ROOT//hate Paul/Person/xcomp/hates .") == []


def test_an_empty_doc(tree):
    repair(tree("fr"), {})
