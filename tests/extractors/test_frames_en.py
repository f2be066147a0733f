"""Who does what to whom in constructions that only English has, or that its trees put in another way."""

import pytest

from liaisons.extractors.frames import frames

CONSTRUCTIONS = [
    (
        "compound adjective: where",
        "the/DET/det/maker Lagos/Place/npadvmod/based -/PUNCT/punct/based "
        "based/VERB/amod/maker/base/Tense=Past|VerbForm=Part maker/NOUN/nsubj/grew Nordavia/Company/appos/maker "
        "grew/VERB/ROOT//grow .",
        "verb base(in=Lagos, object=maker:maker)",
    ),
    (
        "compound adjective: who",
        "Quantelle/Company/npadvmod/owned -/PUNCT/punct/owned "
        "owned/VERB/amod/Nordavia/own/Tense=Past|VerbForm=Part Nordavia/Company/nsubj/grew grew/VERB/ROOT//grow .",
        "verb own(object=Nordavia, subject=Quantelle)",
    ),
    (
        "no compound without a hyphen",
        "Quantelle/Company/npadvmod/owned owned/VERB/amod/Nordavia/own/Tense=Past|VerbForm=Part "
        "Nordavia/Company/nsubj/grew grew/VERB/ROOT//grow .",
        "verb own(object=Nordavia)",
    ),
    (
        "gerund of the object",
        "Ada/Person/nsubj/accused accused/VERB/ROOT//accuse Nordavia/Company/dobj/accused of/ADP/prep/accused "
        "hacking/VERB/pcomp/of/hack/VerbForm=Part Quantelle/Company/dobj/hacking .",
        "verb hack(object=Quantelle, subject=Nordavia) possible",
    ),
    (
        "gerund of the object of a passive",
        "Nordavia/Company/nsubjpass/fined was/AUX/auxpass/fined/be "
        "fined/VERB/ROOT//fine/Tense=Past|VerbForm=Part for/ADP/prep/fined "
        "hacking/VERB/pcomp/for/hack/VerbForm=Part Quantelle/Company/dobj/hacking .",
        "verb hack(object=Quantelle, subject=Nordavia)",
    ),
    (
        "gerund of the subject",
        "Ada/Person/nsubj/beat beat/VERB/ROOT Nordavia/Company/dobj/beat by/ADP/prep/beat "
        "buying/VERB/pcomp/by/buy/VerbForm=Part Quantelle/Company/dobj/buying .",
        "verb buy(object=Quantelle, subject=Ada)",
    ),
    (
        "infinitive of purpose",
        "Nordavia/Company/nsubj/hired hired/VERB/ROOT//hire Ada/Person/dobj/hired to/PART/aux/run "
        "run/VERB/advcl/hired//VerbForm=Inf Quantelle/Company/dobj/run .",
        "verb run(object=Quantelle, subject=Ada) possible",
    ),
    (
        "infinitive on a noun with its possessor",
        "Ada/Person/poss/bid 's/PART/case/Ada bid/NOUN/nsubj/failed to/PART/aux/buy buy/VERB/acl/bid//VerbForm=Inf "
        "Nordavia/Company/dobj/buy failed/VERB/ROOT//fail .",
        "verb buy(object=Nordavia, subject=Ada) denied possible",
    ),
    (
        "infinitive on the object of a verb",
        "Ada/Person/nsubj/made made/VERB/ROOT//make a/DET/det/bid bid/NOUN/dobj/made to/PART/aux/buy "
        "buy/VERB/acl/bid//VerbForm=Inf Nordavia/Company/dobj/buy .",
        "verb buy(object=Nordavia, subject=Ada) possible",
    ),
    (
        "infinitive that nobody is known to do",
        "A/DET/det/bid bid/NOUN/nsubj/failed to/PART/aux/buy buy/VERB/acl/bid//VerbForm=Inf "
        "Nordavia/Company/dobj/buy failed/VERB/ROOT//fail .",
        "verb buy(object=Nordavia) denied possible",
    ),
    (
        "a state set off",
        "Nordavia/Company/nsubj/grew , in/ADP/prep/Nordavia talks/NOUN/pobj/in/talk with/ADP/prep/talks "
        "Quantelle/Company/pobj/with , grew/VERB/ROOT//grow .",
        "noun talk(referent=Nordavia, with=Quantelle)",
    ),
    (
        "relative adverb",
        "Lagos/Place/ROOT , where/SCONJ/advmod/based Nordavia/Company/nsubjpass/based is/AUX/auxpass/based/be "
        "based/VERB/relcl/Lagos/base/Tense=Past|VerbForm=Part .",
        "verb base(in=Lagos, object=Nordavia)",
    ),
    (
        "relative behind its preposition",
        "Ada/Person/nsubj/quit , with/ADP/prep/owns whom/PRON/pobj/with Paul/Person/nsubj/owns "
        "owns/VERB/relcl/Ada/own Nordavia/Company/dobj/owns , quit/VERB/ROOT .",
        "verb own(object=Nordavia, subject=Paul, with=Ada)",
    ),
    (
        "a name with its possessor",
        "Kenya/Place/poss/Nordavia 's/PART/case/Kenya Nordavia/Company/nsubj/grew grew/VERB/ROOT//grow .",
        "noun nordavia(possessive=Kenya)",
    ),
    (
        "a name that was of something",
        "Ada/Person/nsubj/quit , formerly/ADV/advmod/of of/ADP/prep/Ada Nordavia/Company/pobj/of , quit/VERB/ROOT .",
        "noun ada(of=Nordavia) over governed over",
    ),
    (
        "a nationality that is tagged as a verb",
        "Turkish/VERB/amod/Ada Ada/Person/nsubj/quit quit/VERB/ROOT .",
        "demonym turkish(referent=Ada)",
    ),
    (
        "a noun in the plural after both names",
        "Ada/Person/nsubj/quit and/CCONJ/cc/Ada Paul/Person/conj/Ada , both/DET/det/engineers "
        "engineers/NOUN/appos/Paul/engineer/Number=Plur at/ADP/prep/engineers Nordavia/Company/pobj/at , "
        "quit/VERB/ROOT .",
        "noun engineer(at=Nordavia, referent=Ada+Paul)",
    ),
    (
        "a noun beside another with names of their own",
        "boss/NOUN/nsubj/quit//Number=Sing Ada/Person/appos/boss and/CCONJ/cc/boss Nordavia/Company/poss/chief "
        "'s/PART/case/Nordavia chief/NOUN/conj/boss//Number=Sing , Paul/Person/appos/chief , quit/VERB/ROOT .",
        "noun chief(possessive=Nordavia, referent=Paul)",
    ),
    (
        "dative",
        "Kenya/Place/nsubj/fined fined/VERB/ROOT//fine Nordavia/Company/dative/fined 800/NUM/nummod/euros "
        "euros/NOUN/dobj/fined .",
        "verb fine(object=Nordavia+euros:euros, subject=Kenya)",
    ),
    (
        "nominalisation with both arguments",
        "the/DET/det/purchase purchase/NOUN/nsubj/failed of/ADP/prep/purchase Nordavia/Company/pobj/of "
        "by/ADP/prep/purchase Ada/Person/pobj/by failed/VERB/ROOT//fail .",
        "noun purchase(by=Ada, of=Nordavia) governed denied",
    ),
    (
        "participle on an event",
        "a/DET/det/fine fine/NOUN/nsubj/stands imposed/VERB/acl/fine/impose/Tense=Past|VerbForm=Part "
        "on/ADP/prep/imposed Nordavia/Company/pobj/on by/ADP/agent/imposed Kenya/Place/pobj/by stands/VERB/ROOT//stand .",
        "verb impose(object=fine:fine, on=Nordavia, subject=Kenya)",
    ),
    (
        "light verb with an object",
        "Kenya/Place/nsubj/hit hit/VERB/ROOT Nordavia/Company/dobj/hit with/ADP/prep/hit a/DET/det/fine "
        "fine/NOUN/pobj/with .",
        "verb hit(object=Nordavia, subject=Kenya, with=fine:fine)",
    ),
]


@pytest.mark.parametrize(("construction", "sentence", "expected"), CONSTRUCTIONS)
def test_frames(tree, shown, construction, sentence, expected):
    assert expected in shown(frames(tree("en", sentence)))
