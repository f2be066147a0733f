"""Who acts: passives that are none, agents taken for adjuncts."""

import pytest

from liaisons.extractors.frames import frames
from liaisons.extractors.voice import repair_voice

PAST = "Tense=Past|VerbForm=Part"


@pytest.mark.parametrize(
    ("case", "sentence", "expected"),
    [
        (
            "the agent of a passive",
            "Quantelle/Company/nsubj:pass/rachetée est/AUX/aux:pass/rachetée/être "
            f"rachetée/VERB/ROOT//racheter/{PAST}|Voice=Pass par/ADP/case/Nordavia Nordavia/Company/obl:mod/rachetée .",
            "verb racheter(object=Quantelle, subject=Nordavia)",
        ),
        (
            "the agent of a participle",
            f"Quantelle/Company/ROOT rachetée/VERB/acl/Quantelle/racheter/{PAST} par/ADP/case/Nordavia "
            "Nordavia/Company/obl:mod/rachetée",
            "verb racheter(object=Quantelle, subject=Nordavia)",
        ),
        (
            "an agent that is a noun has a determiner",
            "Quantelle/Company/nsubj:pass/rachetée est/AUX/aux:pass/rachetée/être "
            f"rachetée/VERB/ROOT//racheter/{PAST}|Voice=Pass par/ADP/case/groupe le/DET/det/groupe "
            "groupe/NOUN/obl:mod/rachetée .",
            "verb racheter(object=Quantelle, subject=groupe:groupe)",
        ),
        (
            "… and what has none is a means",
            "Ada/Person/nsubj:pass/renvoyée est/AUX/aux:pass/renvoyée/être "
            f"renvoyée/VERB/ROOT//renvoyer/{PAST}|Voice=Pass par/ADP/case/courriel courriel/NOUN/obl:mod/renvoyée .",
            "verb renvoyer(object=Ada, par=courriel:courriel)",
        ),
        (
            "no passive without its auxiliary",
            "Nordavia/Company/nsubj:pass/racheté a/AUX/aux:tense/racheté/avoir "
            f"racheté/VERB/ROOT//racheter/{PAST}|Voice=Pass Quantelle/Company/obl:mod/racheté .",
            "verb racheter(object=Quantelle, subject=Nordavia)",
        ),
        (
            "verbs that have this auxiliary in the active",
            f"Ada/Person/nsubj:pass/partie est/AUX/aux:pass/partie/être partie/VERB/ROOT//partir/{PAST}|Voice=Pass "
            "de/ADP/case/Nordavia Nordavia/Company/obl:arg/partie .",
            "verb partir(de=Nordavia, subject=Ada)",
        ),
        (
            "… and have no agents",
            f"Ada/Person/nsubj:pass/passée est/AUX/aux:pass/passée/être passée/VERB/ROOT//passer/{PAST}|Voice=Pass "
            "par/ADP/case/Nordavia Nordavia/Company/obl:mod/passée .",
            "verb passer(par=Nordavia, subject=Ada)",
        ),
        (
            "a reflexive",
            "Nordavia/Company/nsubj:pass/offert s'/PRON/expl:pass/offert est/AUX/aux:pass/offert/être "
            f"offert/VERB/ROOT//offrir/{PAST}|Voice=Pass Quantelle/Company/obl:mod/offert .",
            "verb offrir reflexive(object=Quantelle, subject=Nordavia)",
        ),
        (
            "a name right after the verb is its object",
            "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter Quantelle/Company/obl:mod/rachète .",
            "verb racheter(object=Quantelle, subject=Nordavia)",
        ),
        (
            "… not where a preposition stands",
            "Ada/Person/nsubj/travaille travaille/VERB/ROOT//travailler chez/ADP/case/Nordavia "
            "Nordavia/Company/obl:arg/travaille .",
            "verb travailler(chez=Nordavia, subject=Ada)",
        ),
        (
            "… nor where it is the subject",
            "annonce/VERB/ROOT//annoncer Ada/Person/nsubj/annonce .",
            "verb annoncer(subject=Ada)",
        ),
    ],
)
def test_voice(tree, shown, case, sentence, expected):
    doc = tree("fr", sentence)
    repair_voice(doc, {name.start: max(name.votes) for name in doc._.names})
    assert shown(frames(doc))[0] == expected
