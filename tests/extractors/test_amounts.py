"""Sums of money: how they are read, and which predicate they belong to."""

import pytest
import spacy

from liaisons.extractors.amounts import amounts
from liaisons.extractors.sums import amount

SUMS = {
    "fr": [
        ("44 milliards de dollars", ["44000000000 USD"]),
        ("2,3 milliards de dollars", ["2300000000 USD"]),
        ("1.3 milliard d’euros", ["1300000000 EUR"]),  # a point for the comma, as agencies write it
        ("30 M€, puis 5 Md€", ["30000000 EUR", "5000000000 EUR"]),
        ("12 000 roubles", ["12000 RUB"]),
        ("12 000 euros", ["12000 EUR"]),
        ("12.000 euros", ["12000 EUR"]),
        ("1 500 milliards de dollars", ["1500000000000 USD"]),
        ("un milliard d'euros", ["1000000000 EUR"]),
        ("un demi-milliard d'euros", ["500000000 EUR"]),
        ("cinq cent mille euros", ["500000 EUR"]),
        ("50 millions de dollars canadiens", ["50000000 CAD"]),
        ("deux millions de dinars tunisiens", ["2000000 TND"]),
        ("10 millions de francs suisses", ["10000000 CHF"]),
        ("500 millions de francs CFA", ["500000000 XOF"]),
        ("20 millions de livres sterling", ["20000000 GBP"]),
        ("40 millions de livres", ["40000000 GBP"]),
        ("200 millions de nairas", ["200000000 NGN"]),
        ("USD 3 millions", ["3000000 USD"]),
        ("10 bitcoins", ["10 BTC"]),
        # one sum said twice
        ("100 millions d'euros (110 millions de dollars)", ["100000000 EUR"]),
        ("100 M€, soit 110 M$", ["100000000 EUR"]),
        # ranges, prices apiece, things that are counted, currencies of several countries
        ("entre 3 et 4 milliards de dollars", []),
        ("10 à 15 millions d'euros", []),
        ("entre 3 millions et 4 millions d'euros", []),
        ("54,20 dollars par action", []),
        ("8 euros par mois", []),
        ("3 livres", []),
        ("3 millions de personnes", []),
        ("des milliards de dollars", []),
        ("300 000 dinars", []),
        ("15 % de Quantelle", []),
    ],
    "en": [
        ("$2.3 billion", ["2300000000 USD"]),
        ("€1.2bn", ["1200000000 EUR"]),
        ("746 million euros", ["746000000 EUR"]),
        ("£300m", ["300000000 GBP"]),
        ("a record 1.2-billion-euro fine", ["1200000000 EUR"]),
        ("$44B", ["44000000000 USD"]),
        ("half a billion dollars", ["500000000 USD"]),
        ("a million dollars", ["1000000 USD"]),
        ("C$50 million", ["50000000 CAD"]),
        ("US$3 million", ["3000000 USD"]),
        ("HK$20 million", ["20000000 HKD"]),
        ("50 million Canadian dollars", ["50000000 CAD"]),
        ("8.5 million Swedish kronor", ["8500000 SEK"]),
        ("EUR 746 million", ["746000000 EUR"]),
        ("3 million USD", ["3000000 USD"]),
        ("$19,000", ["19000 USD"]),
        ("₹500 crore", ["5000000000 INR"]),
        ("10 million Kenyan shillings", ["10000000 KES"]),
        ("10 million pounds", ["10000000 GBP"]),
        ("$1.25 trillion", ["1250000000000 USD"]),
        ("€100m ($110m)", ["100000000 EUR"]),
        ("€100m, or about $110m", ["100000000 EUR"]),
        ("$5-10 billion", []),
        ("$5 billion to $10 billion", []),
        ("between $1bn and $2bn", []),
        ("$54.20 per share", []),
        ("$8 a month", []),
        ("ten pounds", []),
        ("all 3 million users", []),
        ("try 3 million times", []),
        ("a dollar", []),
    ],
}


@pytest.mark.parametrize(("lang", "text", "expected"), [(lang, *row) for lang in SUMS for row in SUMS[lang]])
def test_sums(lang, text, expected):
    doc = spacy.blank(lang)(f"Nordavia : {text} .")
    assert [found.value for found in amounts(doc[:])] == expected


# the predicate stands first
TREES = [
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté "
        "pour/ADP/case/milliards 3/NUM/nummod/milliards milliards/NOUN/obl:arg/racheté d'/ADP/case/euros "
        "euros/NOUN/nmod/milliards .",
        "3000000000 EUR",
    ),
    (
        "bought",
        "en",
        "Nordavia/Company/nsubj/bought bought/VERB/ROOT//buy Quantelle/Company/dobj/bought for/ADP/prep/bought "
        "$/SYM/quantmod/billion 3/NUM/compound/billion billion/NUM/pobj/for .",
        "3000000000 USD",
    ),
    # behind a noun of money
    (
        "infligé",
        "fr",
        "Ada/Person/nsubj/infligé a/AUX/aux:tense/infligé infligé/VERB/ROOT//infliger une/DET/det/amende "
        "amende/NOUN/obj/infligé de/ADP/case/millions 50/NUM/nummod/millions millions/NOUN/nmod/amende "
        "d'/ADP/case/euros euros/NOUN/nmod/millions à/ADP/case/Nordavia Nordavia/Company/obl:arg/infligé .",
        "50000000 EUR",
    ),
    # what a company is worth is not what was paid for it
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté "
        ", valorisée/VERB/acl/Quantelle/valoriser 3/NUM/nummod/milliards milliards/NOUN/obj/valorisée d'/ADP/case/euros "
        "euros/NOUN/nmod/milliards .",
        None,
    ),
    # another verb's
    (
        "racheté",
        "fr",
        "Nordavia/Company/nsubj/racheté a/AUX/aux:tense/racheté racheté/VERB/ROOT//racheter Quantelle/Company/obj/racheté "
        "et/CCONJ/cc/perdu perdu/VERB/conj/racheté/perdre 3/NUM/nummod/milliards milliards/NOUN/obj/perdu "
        "d'/ADP/case/euros euros/NOUN/nmod/milliards .",
        None,
    ),
    # of the verb of spending, and of the light verb
    (
        "racheter",
        "fr",
        "Nordavia/Company/nsubj/payé a/AUX/aux:tense/payé payé/VERB/ROOT//payer 3/NUM/nummod/milliards "
        "milliards/NOUN/obj/payé d'/ADP/case/euros euros/NOUN/nmod/milliards pour/ADP/mark/racheter "
        "racheter/VERB/advcl/payé Quantelle/Company/obj/racheter .",
        "3000000000 EUR",
    ),
    (
        "rachat",
        "fr",
        "Nordavia/Company/nsubj/finalise finalise/VERB/ROOT//finaliser le/DET/det/rachat rachat/NOUN/obj/finalise "
        "pour/ADP/case/milliards 3/NUM/nummod/milliards milliards/NOUN/obl:mod/finalise d'/ADP/case/euros "
        "euros/NOUN/nmod/milliards .",
        "3000000000 EUR",
    ),
    (
        "rachat",
        "fr",
        "le/DET/det/rachat rachat/NOUN/nsubj/coûté de/ADP/case/Quantelle Quantelle/Company/nmod/rachat a/AUX/aux:tense/coûté "
        "coûté/VERB/ROOT//coûter 3/NUM/nummod/milliards milliards/NOUN/obj/coûté d'/ADP/case/euros "
        "euros/NOUN/nmod/milliards .",
        "3000000000 EUR",
    ),
    # two that differ, as near
    (
        "bought",
        "en",
        "Nordavia/Company/nsubj/bought bought/VERB/ROOT//buy Quantelle/Company/dobj/bought for/ADP/prep/bought "
        "$/SYM/quantmod/billion 3/NUM/compound/billion billion/NUM/pobj/for in/ADP/prep/bought $/SYM/quantmod/million "
        "5/NUM/compound/million million/NUM/pobj/in .",
        None,
    ),
]


@pytest.mark.parametrize(("word", "lang", "sentence", "expected"), TREES)
def test_whose_sum(tree, word, lang, sentence, expected):
    doc = tree(lang, sentence)
    predicate = next(t for t in doc if t.text == word)
    taken = {i for cluster in doc._.clusters for m in cluster.mentions for i in range(m.start, m.end)}
    assert amount(predicate, amounts(doc[:]), taken) == expected
