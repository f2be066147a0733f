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
