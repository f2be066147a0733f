"""English parses mended: each row is a tree as the parser gives it, and what is different afterwards."""

import pytest

from liaisons.extractors.repairs import repair

CASES = [
    (
        "a noun and its name are one subject",
        "the/DET/det/chatbot chatbot/NOUN/nsubjpass/sold Zuri/Product/nsubjpass/sold was/AUX/auxpass/sold/be "
        "sold/VERB/ROOT//sell .",
        ["Zuri: appos of chatbot"],
    ),
    (
        "… also where the parser sees a noun and a clause",
        "the/DET/det/startup startup/NOUN/ROOT Zuri/Company/nsubj/is is/AUX/ccomp/startup/be large/ADJ/acomp/is .",
        ["startup: nsubj of is", "Zuri: appos of startup", "is: ROOT of is"],
    ),
    (
        "a noun without an article is a title",
        "Quantelle/Company/compound/ally ally/NOUN/ROOT///Number=Sing Ada/Person/nsubj/sued "
        "sued/VERB/relcl/ally/sue Nordavia/Company/dobj/sued .",
        ["ally: compound of Ada", "sued: ROOT of sued"],
    ),
    (
        "… with an article it has a relative clause",
        "the/DET/det/firm firm/NOUN/ROOT///Number=Sing Ada/Person/nsubj/sued sued/VERB/relcl/firm/sue .",
        [],
    ),
    (
        "the name in front is the subject",
        "Nordavia/Company/npadvmod/won , the/DET/det/firm firm/NOUN/nsubj/won that/PRON/nsubj/sells "
        "sells/VERB/relcl/firm/sell cars/NOUN/dobj/sells , won/VERB/ROOT//win a/DET/det/prize prize/NOUN/dobj/won .",
        ["Nordavia: nsubj of won", "firm: appos of Nordavia"],
    ),
    (
        "… a day is none",
        "Monday/PROPN/npadvmod/won , the/DET/det/firm firm/NOUN/nsubj/won won/VERB/ROOT//win .",
        [],
    ),
    (
        "the name before a verb without subject",
        "Nordavia/Company/compound/names names/VERB/ROOT//name Ada/Person/dobj/names .",
        ["Nordavia: nsubj of names"],
    ),
    (
        "a preposition governs the name behind it",
        "In/ADP/prep/urged a/DET/det/letter letter/NOUN/pobj/In to/ADP/prep/letter Ada/Person/nsubj/urged , "
        "the/DET/det/boss boss/NOUN/appos/Ada of/ADP/prep/boss Nordavia/Company/pobj/of urged/VERB/ROOT//urge "
        "Quantelle/Company/dobj/urged .",
        ["Ada: pobj of to", "boss: nsubj of urged"],
    ),
    (
        "the noun before a verb is no apposition",
        "to/ADP/prep/urged Ada/Person/pobj/to , the/DET/det/boss boss/NOUN/appos/Ada "
        "urged/VERB/ROOT//urge Quantelle/Company/dobj/urged .",
        ["boss: nsubj of urged"],
    ),
    (
        "… between commas it is one",
        "Ada/Person/nsubj/urged , the/DET/det/boss boss/NOUN/appos/Ada , urged/VERB/ROOT//urge "
        "Quantelle/Company/dobj/urged .",
        [],
    ),
    (
        "a person after a post is the one who holds it",
        "the/DET/det/chief chief/NOUN/nsubj/quit//Number=Sing of/ADP/prep/chief Nordavia/Company/pobj/of , "
        "Ada/Person/appos/Nordavia , quit/VERB/ROOT .",
        ["Ada: appos of chief"],
    ),
    (
        "… not one of several posts",
        "the/DET/det/chiefs chiefs/NOUN/nsubj/quit/chief/Number=Plur of/ADP/prep/chiefs Nordavia/Company/pobj/of , "
        "Ada/Person/appos/Nordavia , quit/VERB/ROOT .",
        [],
    ),
    (
        "no list joins a firm and a person",
        "He/PRON/nsubj/met met/VERB/ROOT//meet the/DET/det/chief chief/NOUN/dobj/met//Number=Sing "
        "of/ADP/prep/chief Nordavia/Company/pobj/of , Ada/Person/conj/Nordavia and/CCONJ/cc/Ada Paul/Person/conj/Ada .",
        ["Ada: appos of chief", "and: cc of chief", "Paul: conj of chief"],
    ),
    (
        "no object follows a name and a comma",
        "They/PRON/nsubj/raised raised/VERB/ROOT//raise cash/NOUN/dobj/raised from/ADP/prep/raised "
        "Nordavia/Company/pobj/from , a/DET/det/fund fund/NOUN/dobj/raised .",
        ["fund: appos of Nordavia"],
    ),
    (
        "a pronoun that says the name again",
        "Ada/Person/nsubj/quit , herself/PRON/npadvmod/quit a/DET/det/lawyer lawyer/NOUN/appos/herself , "
        "quit/VERB/ROOT .",
        ["lawyer: appos of Ada"],
    ),
    (
        "names are joined to names",
        "Ada/Person/nsubj/met , head/NOUN/appos/Ada of/ADP/prep/head Nordavia/Company/pobj/of , "
        "and/CCONJ/cc/head Paul/Person/conj/head met/VERB/ROOT//meet .",
        ["and: cc of Ada", "Paul: conj of Ada"],
    ),
    (
        "… and what belongs to them",
        "Ada/Person/nsubj/met , head/NOUN/appos/Ada of/ADP/prep/head Nordavia/Company/pobj/of , "
        "and/CCONJ/cc/head her/PRON/poss/rival rival/NOUN/conj/head met/VERB/ROOT//meet .",
        ["and: cc of Ada", "rival: conj of Ada"],
    ),
    (
        "a noun in the singular is said of one name",
        "founder/NOUN/nsubj/met//Number=Sing Ada/Person/appos/founder and/CCONJ/cc/Ada "
        "her/PRON/poss/firm firm/NOUN/conj/Ada met/VERB/ROOT//meet .",
        ["and: cc of founder", "firm: conj of founder"],
    ),
    (
        "… one in the plural of both",
        "founders/NOUN/nsubj/met/founder/Number=Plur Ada/Person/appos/founders and/CCONJ/cc/Ada "
        "Paul/Person/conj/Ada met/VERB/ROOT//meet .",
        [],
    ),
    (
        "the possessor of a title",
        "Nordavia/Company/nsubj/sued sued/VERB/ROOT//sue its/PRON/poss/Quantelle rival/ADJ/amod/Quantelle "
        "Quantelle/Company/dobj/sued .",
        ["its: poss of rival", "rival: compound of Quantelle"],
    ),
    (
        "what somebody is made",
        "Nordavia/Company/nsubj/names names/VERB/ROOT//name Ada/Person/compound/boss boss/NOUN/dobj/names .",
        ["Ada: dobj of names", "boss: oprd of names"],
    ),
    (
        "a name before an amount",
        "Kenya/Place/nsubj/fines fines/VERB/ROOT//fine Nordavia/Company/nmod/euros 800/NUM/nummod/euros "
        "euros/NOUN/dobj/fines .",
        ["Nordavia: dative of fines"],
    ),
    (
        "a verb beside another",
        "Ada/Person/nsubj/left left/VERB/ROOT//leave Nordavia/Company/dobj/left , joined/VERB/dep/left/join "
        "Quantelle/Company/dobj/joined .",
        ["joined: conj of left"],
    ),
    (
        "a participle with an agent has no subject",
        "Nordavia/Company/nsubj/started , started/VERB/advcl/raised/start by/ADP/agent/started Ada/Person/pobj/by , "
        "raised/VERB/ROOT//raise cash/NOUN/dobj/raised .",
        ["Nordavia: nsubj of raised", "started: acl of Nordavia"],
    ),
    (
        "whose",
        "Nordavia/Company/nsubj/is , whose/DET/poss/boss boss/NOUN/appos/Nordavia is/AUX/ccomp/quit/be "
        "rich/ADJ/acomp/is , quit/VERB/ROOT .",
        ["Nordavia: nsubj of quit", "boss: nsubj of is", "is: relcl of Nordavia"],
    ),
    (
        "who names somebody to a post",
        "Ada/Person/nsubjpass/named was/AUX/auxpass/named/be named/VERB/ROOT//name head/NOUN/oprd/named "
        "of/ADP/prep/head Nordavia/Company/pobj/of by/ADP/prep/head Paul/Person/pobj/by .",
        ["by: agent of named"],
    ),
    (
        "who bars somebody from doing",
        "Nordavia/Company/nsubjpass/barred was/AUX/auxpass/barred/be barred/VERB/ROOT//bar from/ADP/prep/barred "
        "supplying/VERB/pcomp/from/supply chips/NOUN/dobj/supplying by/ADP/prep/supplying Kenya/Place/pobj/by .",
        ["by: agent of barred"],
    ),
    (
        "… but an event has an agent of its own",
        "Ada/Person/nsubjpass/hit was/AUX/auxpass/hit/be hit/VERB/ROOT with/ADP/prep/hit attacks/NOUN/pobj/with "
        "by/ADP/prep/attacks Paul/Person/pobj/by .",
        [],
    ),
    (
        "what commas set off behind a name",
        "Ada/Person/nsubj/closed , in/ADP/prep/closed talks/NOUN/pobj/in with/ADP/prep/talks Paul/Person/pobj/with "
        ", has/AUX/aux/closed/have closed/VERB/ROOT//close Nordavia/Company/dobj/closed .",
        ["in: prep of Ada"],
    ),
    (
        "the verb of a headline",
        "Nordavia/Company/compound/names names/NOUN/ROOT//name/NNS Ada/Person/compound/boss boss/NOUN/appos/names",
        ["Nordavia: nsubj of names", "Ada: dobj of names", "boss: oprd of names"],
    ),
    (
        "… in the past",
        "Ada/Person/poss/purchase 's/PART/case/Ada purchase/NOUN/ROOT of/ADP/prep/purchase "
        "Nordavia/Company/nmod/rivals alarmed/ADJ/amod/rivals//JJ rivals/NOUN/pobj/of .",
        [
            "purchase: nsubj of alarmed",
            "Nordavia: pobj of of",
            "alarmed: ROOT of alarmed",
            "rivals: dobj of alarmed",
        ],
    ),
    (
        "… a title is none",
        "Nordavia/Company/compound/boss boss/NOUN/compound/Ada Ada/Person/ROOT",
        [],
    ),
    (
        "nothing is wrong",
        "Nordavia/Company/nsubj/acquired has/AUX/aux/acquired/have acquired/VERB/ROOT//acquire "
        "Quantelle/Company/dobj/acquired , a/DET/det/bank bank/NOUN/appos/Quantelle , from/ADP/prep/acquired "
        "Ada/Person/pobj/from .",
        [],
    ),
]


def _edges(doc):
    return [f"{t.dep_} of {t.head.text}" for t in doc]


def _mend(doc):
    repair(doc, {name.start: max(name.votes) for name in doc._.names})
    return doc


@pytest.mark.parametrize(("case", "sentence", "changes"), CASES)
def test_repairs(tree, case, sentence, changes):
    doc = tree("en", sentence)
    before = _edges(doc)
    after = _edges(_mend(doc))
    found = [f"{t.text}: {new}" for t, old, new in zip(doc, before, after, strict=True) if old != new and t.text != "."]
    assert found == changes


@pytest.mark.parametrize(("case", "sentence", "changes"), CASES)
def test_mended_twice_is_mended_once(tree, case, sentence, changes):
    doc = _mend(tree("en", sentence))
    once = _edges(doc)
    assert _edges(_mend(doc)) == once


def test_a_new_verb_waits_for_its_lemma(tree):
    doc = _mend(tree("en", "Nordavia/Company/compound/names names/NOUN/ROOT//name/NNS Ada/Person/dobj/names"))
    verb = next(t for t in doc if t.text == "names")
    assert (verb.pos_, verb.lemma_) == ("VERB", "")
