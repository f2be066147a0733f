"""Whether a clause holds: negation, modality, end, and who says it."""

from dataclasses import fields

import pytest
from spacy.tokens import Doc

from liaisons.extractors.annotations import Outlook
from liaisons.extractors.outlook import MAX_DEPTH, outlook

KINDS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}

# what is asked about stands first
CASES = [
    # plain
    ("rachète", "fr", "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter Quantelle/Company/obj/rachète .", []),
    ("buys", "en", "Nordavia/Company/nsubj/buys buys/VERB/ROOT//buy Quantelle/Company/dobj/buys .", []),
    # negation
    (
        "rachète",
        "fr",
        "Nordavia/Company/nsubj/rachète ne/ADV/advmod/rachète rachète/VERB/ROOT//racheter pas/ADV/advmod/rachète "
        "Quantelle/Company/obj/rachète .",
        ["denied"],
    ),
    (
        "buy",
        "en",
        "Nordavia/Company/nsubj/buy did/AUX/aux/buy not/PART/neg/buy buy/VERB/ROOT Quantelle/Company/dobj/buy .",
        ["denied"],
    ),
    ("buys", "en", "Nordavia/Company/nsubj/buys never/ADV/neg/buys buys/VERB/ROOT//buy .", ["denied"]),
    # no longer
    (
        "dirige",
        "fr",
        "Ada/Person/nsubj/dirige ne/ADV/advmod/dirige dirige/VERB/ROOT//diriger plus/ADV/advmod/dirige "
        "Nordavia/Company/obj/dirige .",
        ["over"],
    ),
    (
        "runs",
        "en",
        "Ada/Person/nsubj/runs no/ADV/neg/longer longer/ADV/advmod/runs runs/VERB/ROOT//run Nordavia/Company/dobj/runs "
        ".",
        ["over"],
    ),
    # moods, futures, modals
    (
        "rachèterait",
        "fr",
        "Nordavia/Company/nsubj/rachèterait rachèterait/VERB/ROOT//racheter/Mood=Cnd .",
        ["possible"],
    ),
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/racheté aurait/AUX/aux:tense/racheté/avoir/Mood=Cnd racheté/VERB/ROOT//racheter .",
        ["possible"],
    ),
    ("rachètera", "fr", "Nordavia/Company/nsubj/rachètera rachètera/VERB/ROOT//racheter/Tense=Fut .", ["possible"]),
    ("buy", "en", "Nordavia/Company/nsubj/buy would/AUX/aux/buy buy/VERB/ROOT .", ["possible"]),
    ("buy", "en", "Nordavia/Company/nsubj/buy will/AUX/aux/buy buy/VERB/ROOT .", ["possible"]),
    (
        "buy",
        "en",
        "Nordavia/Company/nsubj/buy may/AUX/aux/buy not/PART/neg/buy buy/VERB/ROOT .",
        ["denied", "possible"],
    ),
    (
        "racheter",
        "fr",
        "Nordavia/Company/nsubj/pourrait pourrait/VERB/ROOT//pouvoir/Mood=Cnd racheter/VERB/xcomp/pourrait .",
        ["possible"],
    ),
    # under another verb
    ("racheter", "fr", "Nordavia/Company/nsubj/veut veut/VERB/ROOT//vouloir racheter/VERB/xcomp/veut .", ["possible"]),
    (
        "buy",
        "en",
        "Nordavia/Company/nsubj/wants wants/VERB/ROOT//want to/PART/aux/buy buy/VERB/xcomp/wants .",
        ["possible"],
    ),
    (
        "racheter",
        "fr",
        "Nordavia/Company/nsubj/refuse refuse/VERB/ROOT//refuser racheter/VERB/xcomp/refuse .",
        ["denied"],
    ),
    (
        "buy",
        "en",
        "Nordavia/Company/nsubj/refused refused/VERB/ROOT//refuse to/PART/aux/buy buy/VERB/xcomp/refused .",
        ["denied"],
    ),
    (
        "buy",
        "en",
        "Nordavia/Company/nsubj/fail did/AUX/aux/fail not/PART/neg/fail fail/VERB/ROOT to/PART/aux/buy "
        "buy/VERB/xcomp/fail .",
        [],
    ),
    ("financer", "fr", "Nordavia/Company/nsubj/cesse cesse/VERB/ROOT//cesser financer/VERB/xcomp/cesse .", ["over"]),
    ("funding", "en", "Nordavia/Company/nsubj/stopped stopped/VERB/ROOT//stop funding/VERB/xcomp/stopped .", ["over"]),
    # "a pu", "a dû" report what happened; "n'a pas pu" what did not
    (
        "racheter",
        "fr",
        "Nordavia/Company/nsubj/pu a/AUX/aux:tense/pu/avoir pu/VERB/ROOT//pouvoir racheter/VERB/xcomp/pu .",
        [],
    ),
    (
        "racheter",
        "fr",
        "Nordavia/Company/nsubj/pu n'/ADV/advmod/pu a/AUX/aux:tense/pu/avoir pas/ADV/advmod/pu pu/VERB/ROOT//pouvoir "
        "racheter/VERB/xcomp/pu .",
        ["denied"],
    ),
    # coordinated: under the same verb, auxiliary and negation, unless set against each other
    (
        "poursuivre",
        "fr",
        "Nordavia/Company/nsubj/veut veut/VERB/ROOT//vouloir partir/VERB/xcomp/veut et/CCONJ/cc/poursuivre "
        "poursuivre/VERB/conj/partir .",
        ["possible"],
    ),
    (
        "sue",
        "en",
        "Nordavia/Company/nsubj/buy could/AUX/aux/buy buy/VERB/ROOT//buy/VerbForm=Inf Quantelle/Company/dobj/buy "
        "and/CCONJ/cc/buy sue/VERB/conj/buy//VerbForm=Inf Orbitalis/Company/dobj/sue .",
        ["possible"],
    ),
    (
        "sue",
        "en",
        "Nordavia/Company/nsubj/buy did/AUX/aux/buy not/PART/neg/buy buy/VERB/ROOT//buy/VerbForm=Inf or/CCONJ/cc/buy "
        "sue/VERB/conj/buy//VerbForm=Inf .",
        ["denied"],
    ),
    (
        "sued",
        "en",
        "Nordavia/Company/nsubj/buy did/AUX/aux/buy not/PART/neg/buy buy/VERB/ROOT//buy/VerbForm=Inf but/CCONJ/cc/buy "
        "sued/VERB/conj/buy/sue/VerbForm=Part .",
        [],
    ),
    (
        "poursuivi",
        "fr",
        "Nordavia/Company/nsubj/racheté n'/ADV/advmod/racheté a/AUX/aux:tense/racheté pas/ADV/advmod/racheté "
        "racheté/VERB/ROOT mais/CCONJ/cc/poursuivi poursuivi/VERB/conj/racheté//VerbForm=Part .",
        [],
    ),
    (
        "sues",
        "en",
        "Nordavia/Company/nsubj/buy will/AUX/aux/buy buy/VERB/ROOT and/CCONJ/cc/buy Ada/Person/nsubj/sues "
        "sues/VERB/conj/buy/sue/VerbForm=Fin .",
        [],
    ),
    # conditions, purposes, what came before
    (
        "rachète",
        "fr",
        "si/SCONJ/mark/rachète Nordavia/Company/nsubj/rachète rachète/VERB/advcl/recrute//Mood=Ind "
        "Ada/Person/nsubj/recrute recrute/VERB/ROOT .",
        ["possible"],
    ),
    (
        "buys",
        "en",
        "if/SCONJ/mark/buys Nordavia/Company/nsubj/buys buys/VERB/advcl/hires Ada/Person/nsubj/hires hires/VERB/ROOT .",
        ["possible"],
    ),
    (
        "racheter",
        "fr",
        "Nordavia/Company/nsubj/emprunte emprunte/VERB/ROOT pour/ADP/mark/racheter "
        "racheter/VERB/advcl/emprunte//VerbForm=Inf .",
        ["possible"],
    ),
    (
        "buy",
        "en",
        "Nordavia/Company/nsubj/borrowed borrowed/VERB/ROOT to/PART/aux/buy buy/VERB/advcl/borrowed//VerbForm=Inf .",
        ["possible"],
    ),
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/recrute recrute/VERB/ROOT après/ADP/mark/racheté "
        "avoir/AUX/aux:tense/racheté//VerbForm=Inf "
        "racheté/VERB/advcl/recrute//VerbForm=Part .",
        [],
    ),
    ("buying", "en", "Ada/Person/nsubj/left left/VERB/ROOT after/ADP/prep/left buying/VERB/pcomp/after .", []),
    # questions, their mark at the end, before a quotation mark, before a line break
    ("rachète", "fr", "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT Quantelle/Company/obj/rachète ?", ["possible"]),
    (
        "buy",
        "en",
        "did/AUX/aux/buy Nordavia/Company/nsubj/buy buy/VERB/ROOT Quantelle/Company/dobj/buy ?",
        ["possible"],
    ),
    ("rachète", "fr", "« Nordavia/Company/nsubj/rachète rachète/VERB/ROOT ? »", ["possible"]),
    (
        "rachète",
        "fr",
        "« Nordavia/Company/nsubj/rachète rachète/VERB/ccomp/demande ? » demande/VERB/ROOT//demander "
        "Ada/Person/nsubj/demande .",
        ["possible"],
    ),
    # reported speech
    (
        "racheté",
        "fr",
        "Ada/Person/nsubj/annonce annonce/VERB/ROOT//annoncer que/SCONJ/mark/racheté Nordavia/Company/nsubj/racheté "
        "a/AUX/aux:tense/racheté racheté/VERB/ccomp/annonce .",
        ["by Ada"],
    ),
    (
        "bought",
        "en",
        "Ada/Person/nsubj/says says/VERB/ROOT//say Nordavia/Company/nsubj/bought bought/VERB/ccomp/says .",
        ["by Ada"],
    ),
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT , "
        "annonce/VERB/parataxis/racheté/annoncer "
        "Ada/Person/nsubj/annonce .",
        ["by Ada"],
    ),
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT , "
        "annonce/VERB/parataxis/racheté/annoncer "
        "Ada/Person/obj/annonce .",
        ["by Ada"],
    ),
    (
        "bought",
        "en",
        "Nordavia/Company/nsubj/bought bought/VERB/ccomp/said , Ada/Person/nsubj/said said/VERB/ROOT//say .",
        ["by Ada"],
    ),
    (
        "bought",
        "en",
        "Nordavia/Company/nsubj/bought , Ada/Person/nsubj/said said/VERB/parataxis/bought/say , bought/VERB/ROOT .",
        ["by Ada"],
    ),
    (
        "racheté",
        "fr",
        "Selon/ADP/case/Ada Ada/Person/obl:mod/racheté , Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté "
        "racheté/VERB/ROOT .",
        ["by Ada"],
    ),
    (
        "bought",
        "en",
        "According/VERB/prep/bought to/ADP/prep/According Ada/Person/pobj/to , Nordavia/Company/nsubj/bought "
        "bought/VERB/ROOT .",
        ["by Ada"],
    ),
    (
        "racheter",
        "fr",
        "Selon/ADP/case/Ada Ada/Person/obl:mod/veut , Nordavia/Company/nsubj/veut veut/VERB/ROOT//vouloir "
        "racheter/VERB/xcomp/veut .",
        ["possible", "by Ada"],
    ),
    ("racheté", "fr", "Ada/Person/nsubj/voit voit/VERB/ROOT que/SCONJ/mark/racheté racheté/VERB/ccomp/voit .", []),
    # denials, and denials denied
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/dément dément/VERB/ROOT//démentir avoir/AUX/aux:tense/racheté "
        "racheté/VERB/xcomp/dément .",
        ["denied", "by Nordavia"],
    ),
    (
        "bought",
        "en",
        "Nordavia/Company/nsubj/denies denies/VERB/ROOT//deny having/AUX/aux/bought bought/VERB/xcomp/denies .",
        ["denied", "by Nordavia"],
    ),
    (
        "bought",
        "en",
        "Ada/Person/nsubj/denies denies/VERB/ROOT//deny that/SCONJ/mark/bought Nordavia/Company/nsubj/bought "
        "bought/VERB/ccomp/denies .",
        ["denied", "by Ada"],
    ),
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/dément ne/ADV/advmod/dément dément/VERB/ROOT//démentir pas/ADV/advmod/dément "
        "avoir/AUX/aux:tense/racheté racheté/VERB/xcomp/dément .",
        ["possible", "by Nordavia"],
    ),
    # hearsay
    (
        "bought",
        "en",
        "Nordavia/Company/nsubjpass/said is/AUX/auxpass/said said/VERB/ROOT//say to/PART/aux/bought "
        "have/AUX/aux/bought "
        "bought/VERB/xcomp/said .",
        ["possible"],
    ),
    (
        "rachat",
        "fr",
        "la/DET/det/rumeur rumeur/NOUN/nsubj/enfle du/ADP/case/rachat rachat/NOUN/nmod/rumeur de/ADP/case/Quantelle "
        "Quantelle/Company/nmod/rachat enfle/VERB/ROOT .",
        ["governed possible"],
    ),
    (
        "takeover",
        "en",
        "the/DET/det/plan plan/NOUN/nsubj/fails for/ADP/prep/plan a/DET/det/takeover takeover/NOUN/pobj/for "
        "of/ADP/prep/takeover Quantelle/Company/pobj/of surprises/VERB/ROOT .".replace("fails", "surprises"),
        ["governed possible"],
    ),
    # what somebody was
    (
        "patronne",
        "fr",
        "Ada/Person/nsubj/recrute , ancienne/ADJ/amod/patronne/ancien patronne/NOUN/appos/Ada de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/patronne , recrute/VERB/ROOT .",
        ["over"],
    ),
    (
        "boss",
        "en",
        "Ada/Person/ROOT , former/ADJ/amod/boss boss/NOUN/appos/Ada of/ADP/prep/boss Nordavia/Company/pobj/of",
        ["over"],
    ),
    ("boss", "en", "Ada/Person/ROOT , ex/ADJ/amod/boss boss/NOUN/appos/Ada", ["over"]),
    (
        "patronne",
        "fr",
        "Ada/Person/nsubj/patronne était/AUX/cop/patronne/être/Tense=Imp la/DET/det/patronne patronne/NOUN/ROOT .",
        ["over", "lapsed"],
    ),
    (
        "patronne",
        "fr",
        "Ada/Person/nsubj/patronne n'/ADV/advmod/patronne est/AUX/cop/patronne/être pas/ADV/advmod/patronne "
        "patronne/NOUN/ROOT .",
        ["denied"],
    ),
    (
        "boss",
        "en",
        "Ada/Person/nsubj/is is/AUX/ROOT//be not/PART/neg/is the/DET/det/boss boss/NOUN/attr/is .",
        ["denied", "governed denied"],
    ),
    (
        "patronne",
        "fr",
        "Ada/Person/nsubj/patronne serait/AUX/cop/patronne/être/Mood=Cnd la/DET/det/patronne patronne/NOUN/ROOT .",
        ["possible"],
    ),
    (
        "boss",
        "en",
        "Ada/Person/nsubj/be could/AUX/aux/be be/AUX/ROOT the/DET/det/boss boss/NOUN/attr/be .",
        ["possible", "governed possible"],
    ),
    ("patronne", "fr", "Ada/Person/ROOT , future/ADJ/amod/patronne/futur patronne/NOUN/appos/Ada", ["possible"]),
    ("boss", "en", "Ada/Person/ROOT , future/ADJ/amod/boss boss/NOUN/appos/Ada", ["possible"]),
    # … does not hang on what becomes of the clause
    (
        "patronne",
        "fr",
        "Ada/Person/nsubj/pourrait , patronne/NOUN/appos/Ada , pourrait/VERB/ROOT//pouvoir/Mood=Cnd "
        "partir/VERB/xcomp/pourrait .",
        [],
    ),
    ("boss", "en", "Ada/Person/nsubj/leave , boss/NOUN/appos/Ada , may/AUX/aux/leave leave/VERB/ROOT .", []),
    # what happens does
    (
        "rachat",
        "fr",
        "Nordavia/Company/nsubj/dément dément/VERB/ROOT//démentir le/DET/det/rachat rachat/NOUN/obj/dément .",
        ["governed denied"],
    ),
    (
        "takeover",
        "en",
        "Nordavia/Company/nsubj/denies denies/VERB/ROOT//deny the/DET/det/takeover takeover/NOUN/dobj/denies .",
        ["governed denied"],
    ),
    (
        "accord",
        "fr",
        "Nordavia/Company/nsubj/rompt rompt/VERB/ROOT//rompre son/DET/det/accord accord/NOUN/obj/rompt .",
        ["governed over"],
    ),
    # … but not on what is said about it
    (
        "rachat",
        "fr",
        "Ada/Person/nsubj/salué n'/ADV/advmod/salué a/AUX/aux:tense/salué pas/ADV/advmod/salué salué/VERB/ROOT//saluer "
        "le/DET/det/rachat rachat/NOUN/obj/salué .",
        [],
    ),
    (
        "takeover",
        "en",
        "Ada/Person/nsubj/comment did/AUX/aux/comment not/PART/neg/comment comment/VERB/ROOT on/ADP/prep/comment "
        "the/DET/det/takeover takeover/NOUN/pobj/on .",
        [],
    ),
    (
        "patron",
        "fr",
        "Ada/Person/nsubj/rencontré n'/ADV/advmod/rencontré a/AUX/aux:tense/rencontré pas/ADV/advmod/rencontré "
        "rencontré/VERB/ROOT//rencontrer le/DET/det/patron patron/NOUN/obj/rencontré , Paul/Person/appos/patron .",
        [],
    ),
    (
        "rachat",
        "fr",
        "Nordavia/Company/nsubj/finalisé n'/ADV/advmod/finalisé a/AUX/aux:tense/finalisé pas/ADV/advmod/finalisé "
        "finalisé/VERB/ROOT//finaliser le/DET/det/rachat rachat/NOUN/obj/finalisé .",
        ["denied", "governed denied"],
    ),
    (
        "takeover",
        "en",
        "Nordavia/Company/nsubj/complete did/AUX/aux/complete not/PART/neg/complete complete/VERB/ROOT "
        "the/DET/det/takeover takeover/NOUN/dobj/complete .",
        ["denied", "governed denied"],
    ),
    (
        "takeover",
        "en",
        "the/DET/det/takeover takeover/NOUN/nsubj/happen did/AUX/aux/happen not/PART/neg/happen happen/VERB/ROOT .",
        ["governed denied"],
    ),
    # adverbs
    (
        "rachète",
        "fr",
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT peut-être/ADV/advmod/rachète Quantelle/Company/obj/rachète .",
        ["possible"],
    ),
    ("buys", "en", "Nordavia/Company/nsubj/buys reportedly/ADV/advmod/buys buys/VERB/ROOT .", ["possible"]),
    ("ran", "en", "Ada/Person/nsubj/ran formerly/ADV/advmod/ran ran/VERB/ROOT//run .", ["over"]),
]


@pytest.mark.parametrize(("word", "lang", "sentence", "expected"), CASES)
def test_outlook(tree, seen, word, lang, sentence, expected):
    doc = tree(lang, sentence)
    token = next(t for t in doc if t.text == word)
    assert seen(doc, outlook(token, KINDS[token.pos_])) == expected


def test_a_plain_clause_holds():
    assert not any(getattr(Outlook(), f.name) for f in fields(Outlook))


def test_governors_far_up_do_not_bear_on_a_clause(tree, seen):
    chain = [f"v{n}/VERB/xcomp/v{n - 1}" for n in range(1, MAX_DEPTH + 2)]
    doc = tree("en", f"Ada/Person/nsubj/v0 v0/VERB/ROOT//want {' '.join(chain)}")
    assert [seen(doc, outlook(doc[n], "verb")) for n in (2, MAX_DEPTH + 1, MAX_DEPTH + 2)] == [
        ["possible"],
        ["possible"],
        [],
    ]


def test_a_question_before_a_line_break(tree, seen):
    parsed = tree("fr", "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT ? ¶")
    words = [t.text.replace("¶", "\n") for t in parsed]
    doc = Doc(
        parsed.vocab, words=words, heads=[1, 1, 1, 1], deps=[t.dep_ for t in parsed], pos=[t.pos_ for t in parsed]
    )
    assert seen(doc, outlook(doc[1], "verb")) == ["possible"]
