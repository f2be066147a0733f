"""Which date belongs to which predicate, and in which direction a date without a year lies."""

import os
import subprocess
import sys
from datetime import date

import pytest

from liaisons.extractors.dates import dates, resolve
from liaisons.extractors.times import toward, when

# the predicate stands first; "|" before a sentence of its own
WHEN = [
    ("racheté", "fr", "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT//racheter "
     "Quantelle/Company/obj/racheté en/ADP/case/2019 2019/NUM/obl:mod/racheté .", "2019"),
    ("bought", "en", "Nordavia/Company/nsubj/bought bought/VERB/ROOT//buy Quantelle/Company/dobj/bought in/ADP/prep/bought "
     "2019/NUM/pobj/in .", "2019"),
    # on a name, which has no date
    ("racheté", "fr", "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT//racheter "
     "Quantelle/Company/obj/racheté en/ADP/case/2019 2019/NUM/nmod/Quantelle .", "2019"),
    # in another clause, on another noun of what happens, under "of"
    ("racheté", "fr", "Nordavia/Company/nsubj/racheté , fondée/VERB/acl/Nordavia/fonder en/ADP/case/2019 2019/NUM/obl:mod/fondée "
     ", a/AUX/aux:tense/racheté racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté .", None),
    ("bought", "en", "Nordavia/Company/nsubj/bought , founded/VERB/acl/Nordavia/found in/ADP/prep/founded 2019/NUM/pobj/in , "
     "bought/VERB/ROOT//buy Quantelle/Company/dobj/bought .", None),
    ("salue", "fr", "Ada/Person/nsubj/salue salue/VERB/ROOT//saluer le/DET/det/rachat rachat/NOUN/obj/salue "
     "de/ADP/case/Quantelle Quantelle/Company/nmod/rachat en/ADP/case/2019 2019/NUM/nmod/rachat .", None),
    ("rachat", "fr", "Ada/Person/nsubj/salue salue/VERB/ROOT//saluer le/DET/det/rachat rachat/NOUN/obj/salue "
     "de/ADP/case/Quantelle Quantelle/Company/nmod/rachat en/ADP/case/2019 2019/NUM/nmod/rachat .", "2019"),
    ("rachat", "fr", "Ada/Person/nsubj/salue salue/VERB/ROOT//saluer mardi/NOUN/obl:mod/salue le/DET/det/rachat "
     "rachat/NOUN/obj/salue de/ADP/case/Quantelle Quantelle/Company/nmod/rachat .", None),
    # of the light verb, of the announcement, of the verb that governs an infinitive
    ("rachat", "fr", "Nordavia/Company/nsubj/finalise finalise/VERB/ROOT//finaliser mardi/NOUN/obl:mod/finalise "
     "le/DET/det/rachat rachat/NOUN/obj/finalise .", "2023-11-21"),
    ("rachat", "fr", "Nordavia/Company/nsubj/annonce annonce/VERB/ROOT//annoncer mardi/NOUN/obl:mod/annonce "
     "le/DET/det/rachat rachat/NOUN/obj/annonce .", "2023-11-21"),
    ("buy", "en", "Nordavia/Company/nsubj/agreed agreed/VERB/ROOT//agree/Tense=Past on/ADP/prep/agreed Monday/PROPN/pobj/on "
     "to/PART/aux/buy buy/VERB/xcomp/agreed//VerbForm=Inf .", "2023-11-20"),
    # … but who announces something was it before
    ("présidente", "fr", "La/DET/det/présidente présidente/NOUN/nsubj/annonce de/ADP/case/Nordavia "
     "Nordavia/Company/nmod/présidente annonce/VERB/ROOT//annoncer mardi/NOUN/obl:mod/annonce", None),
    # a date in front of two verbs is of both, one behind the first only of that
    ("fondé", "fr", "En/ADP/case/2019 2019/NUM/obl:mod/quitté Ada/Person/nsubj/quitté a/AUX/aux:tense/quitté "
     "quitté/VERB/ROOT//quitter Nordavia/Company/obj/quitté et/CCONJ/cc/fondé fondé/VERB/conj/quitté/fonder .", "2019"),
    ("fondé", "fr", "Ada/Person/nsubj/quitté a/AUX/aux:tense/quitté quitté/VERB/ROOT//quitter Nordavia/Company/obj/quitté "
     "en/ADP/case/2019 2019/NUM/obl:mod/quitté et/CCONJ/cc/fondé fondé/VERB/conj/quitté/fonder .", None),
    # the more exact of two that agree; none of two that do not, nor where a time without a date competes
    ("racheté", "fr", "En/ADP/case/2019 2019/NUM/obl:mod/racheté , Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté "
     "racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté le/DET/det/mars 3/NUM/nummod/mars mars/NOUN/obl:mod/racheté "
     "2019/NUM/nummod/mars .", "2019-03-03"),
    ("racheté", "fr", "En/ADP/case/2018 2018/NUM/obl:mod/racheté , Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté "
     "racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté le/DET/det/mars 3/NUM/nummod/mars mars/NOUN/obl:mod/racheté "
     "2019/NUM/nummod/mars .", None),
    ("dirigé", "fr", "Ada/Person/nsubj/dirigé a/AUX/aux:tense/dirigé dirigé/VERB/ROOT//diriger Nordavia/Company/obj/dirigé "
     "de/ADP/case/2010 2010/NUM/obl:mod/dirigé à/ADP/case/2015 2015/NUM/obl:mod/dirigé .", None),
]  # fmt: skip

# the tense, and where a date lies that could be in either direction
TENSES = [
    ("racheté", "fr", "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté/avoir racheté/VERB/ROOT//racheter", "past"),
    ("rachète", "fr", "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT//racheter/Tense=Pres|VerbForm=Fin", "past"),
    ("rachètera", "fr", "Nordavia/Company/nsubj/rachètera rachètera/VERB/ROOT//racheter/Tense=Fut", "future"),
    ("racheté", "fr", "aurait/AUX/aux:tense/racheté/avoir/Mood=Cnd racheté/VERB/ROOT//racheter/VerbForm=Part", "past"),
    ("rachetée", "fr", "sera/AUX/aux:pass/rachetée/être/Tense=Fut rachetée/VERB/ROOT//racheter/VerbForm=Part", "future"),
    ("racheter", "fr", "veut/VERB/ROOT//vouloir/Tense=Pres racheter/VERB/xcomp/veut//VerbForm=Inf", "future"),
    ("racheter", "fr", "voulait/VERB/ROOT//vouloir/Tense=Imp racheter/VERB/xcomp/voulait//VerbForm=Inf", ""),
    ("rejoindre", "fr", "quitte/VERB/ROOT//quitter pour/ADP/mark/rejoindre rejoindre/VERB/advcl/quitte//VerbForm=Inf", "past"),
    ("buy", "en", "will/AUX/aux/buy buy/VERB/ROOT//buy/VerbForm=Inf", "future"),
    ("bought", "en", "may/AUX/aux/bought have/AUX/aux/bought bought/VERB/ROOT//buy/VerbForm=Part", "past"),
    ("bought", "en", "will/AUX/aux/bought be/AUX/auxpass/bought bought/VERB/ROOT//buy/VerbForm=Part", "future"),
    ("buy", "en", "wants/VERB/ROOT//want/Tense=Pres to/PART/aux/buy buy/VERB/xcomp/wants//VerbForm=Inf", "future"),
    ("join", "en", "left/VERB/ROOT//leave/Tense=Past to/PART/aux/join join/VERB/advcl/left//VerbForm=Inf", "past"),
    ("takeover", "en", "the/DET/det/takeover takeover/NOUN/ROOT of/ADP/prep/takeover Quantelle/Company/pobj/of", "past"),
]  # fmt: skip

CHECK = """
from liaisons.extractors import extract, load
from liaisons.graph.model import Article
text = "Microsoft a racheté Nuance mardi. Emmanuel Macron a rencontré Sam Altman il y a deux ans."
graph = next(iter(extract([Article("a", text, "fr", date="2023-11-23")], pipelines={"fr": load("fr")})))
print(sorted(e.when for s in graph.statements for e in s.evidence))
"""


@pytest.mark.parametrize(("word", "lang", "sentence", "expected"), WHEN)
def test_when(tree, word, lang, sentence, expected):
    doc = tree(lang, sentence)
    taken = {i for cluster in doc._.clusters for m in cluster.mentions for i in range(m.start, m.end)}
    predicate = next(t for t in doc if t.text == word)
    value = when(predicate, dates(doc[:]), taken, lambda found: resolve(found, lang, date(2023, 11, 23), "past"))
    assert value == expected


@pytest.mark.parametrize(("word", "lang", "sentence", "expected"), TENSES)
def test_direction(tree, word, lang, sentence, expected):
    doc = tree(lang, sentence)
    assert toward(next(t for t in doc if t.text == word)) == expected


@pytest.mark.model
@pytest.mark.parametrize("zone", ["UTC", "CET-1CEST", "Pacific/Kiritimati"])
def test_dates_are_the_same_in_every_time_zone(zone):
    done = subprocess.run(
        [sys.executable, "-c", CHECK],
        env=os.environ | {"TZ": zone, "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['2021', '2023-11-21']"
