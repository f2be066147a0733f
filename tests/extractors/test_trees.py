"""Two label schemes, one reading."""

import pytest

from liaisons.extractors.trees import NEUTRAL, adapter, features, governor, role_in_head

EDGES = [
    # who does what
    (
        "fr",
        "rachète",
        "Nordavia/Company/nsubj/rachète rachète/VERB/ROOT Quantelle/Company/obj/rachète .",
        ["subject Nordavia", "object Quantelle"],
    ),
    (
        "en",
        "buys",
        "Nordavia/Company/nsubj/buys buys/VERB/ROOT Quantelle/Company/dobj/buys .",
        ["subject Nordavia", "object Quantelle"],
    ),
    (
        "fr",
        "rachetée",
        "Quantelle/Company/nsubj:pass/rachetée est/AUX/aux:pass/rachetée rachetée/VERB/ROOT "
        "par/ADP/case/Nordavia Nordavia/Company/obl:agent/rachetée .",
        ["passive_subject Quantelle", "auxiliary est", "agent Nordavia"],
    ),
    (
        "en",
        "bought",
        "Quantelle/Company/nsubjpass/bought was/AUX/auxpass/bought bought/VERB/ROOT by/ADP/agent/bought "
        "Nordavia/Company/pobj/by .",
        ["passive_subject Quantelle", "auxiliary was", "agent Nordavia"],
    ),
    (
        "fr",
        "offre",
        "Nordavia/Company/nsubj/offre s'/PRON/expl:comp/offre offre/VERB/ROOT Quantelle/Company/obj/offre .",
        ["subject Nordavia", "reflexive s'", "object Quantelle"],
    ),
    # prepositions: in their plain form, several words, on an adverb
    (
        "fr",
        "travaille",
        "Ada/Person/nsubj/travaille travaille/VERB/ROOT au/ADP/case/Monde Monde/Media/obl:arg/travaille .",
        ["subject Ada", "à Monde"],
    ),
    (
        "en",
        "works",
        "Ada/Person/nsubj/works works/VERB/ROOT for/ADP/prep/works Nordavia/Company/pobj/for .",
        ["subject Ada", "for Nordavia"],
    ),
    (
        "fr",
        "parle",
        "Ada/Person/nsubj/parle parle/VERB/ROOT en/ADP/case/patronne tant/ADV/fixed/en que/SCONJ/fixed/en "
        "patronne/NOUN/obl:mod/parle .",
        ["subject Ada", "en tant que patronne"],
    ),
    (
        "en",
        "hires",
        "According/VERB/prep/hires to/ADP/prep/According Ada/Person/pobj/to Nordavia/Company/nsubj/hires "
        "hires/VERB/ROOT .",
        ["according to Ada", "subject Nordavia"],
    ),
    (
        "fr",
        "lève",
        "Nordavia/Company/nsubj/lève lève/VERB/ROOT auprès/ADV/advmod/lève de/ADP/case/Quantelle "
        "Quantelle/Company/obl:arg/auprès .",
        ["subject Nordavia", "adverb auprès", "auprès de Quantelle"],
    ),
    (
        "en",
        "sells",
        "Nordavia/Company/nsubj/sells sells/VERB/ROOT chips/NOUN/dobj/sells to/ADP/dative/sells "
        "Quantelle/Company/pobj/to .",
        ["subject Nordavia", "object chips", "to Quantelle"],
    ),
    (
        "en",
        "gives",
        "Ada/Person/nsubj/gives gives/VERB/ROOT Paul/Person/dative/gives money/NOUN/dobj/gives .",
        ["subject Ada", "object Paul", "object money"],
    ),
    (
        "fr",
        "arrive",
        "Ada/Person/nsubj/arrive arrive/VERB/ROOT lundi/NOUN/obl:mod/arrive .",
        ["subject Ada", "bare lundi"],
    ),
    # nouns
    (
        "fr",
        "patronne",
        "la/DET/det/patronne patronne/NOUN/ROOT générale/ADJ/amod/patronne de/ADP/case/Nordavia "
        "Nordavia/Company/nmod/patronne , Ada/Person/appos/patronne",
        ["adjective générale", "de Nordavia", "apposition Ada"],
    ),
    (
        "en",
        "boss",
        "the/DET/det/boss new/ADJ/amod/boss boss/NOUN/ROOT of/ADP/prep/boss Nordavia/Company/pobj/of , "
        "Ada/Person/appos/boss",
        ["adjective new", "of Nordavia", "apposition Ada"],
    ),
    ("fr", "groupe", "le/DET/det/groupe groupe/NOUN/ROOT Nordavia/Company/nmod/groupe", ["apposition Nordavia"]),
    ("fr", "patronne", "la/DET/det/patronne patronne/NOUN/ROOT à/ADP/case/Lyon Lyon/Place/appos/patronne", ["à Lyon"]),
    ("en", "boss", "Nordavia/Company/poss/boss 's/PART/case/Nordavia boss/NOUN/ROOT", ["possessive Nordavia"]),
    ("en", "boss", "Nordavia/Company/compound/boss boss/NOUN/ROOT", ["compound Nordavia"]),
    ("en", "boss", "Nordavia/Company/nmod/boss boss/NOUN/ROOT", ["compound Nordavia"]),
    ("fr", "patronne", "sa/DET/det/patronne patronne/NOUN/ROOT", ["possessive sa"]),
    ("en", "boss", "its/PRON/poss/boss boss/NOUN/ROOT", ["possessive its"]),
    ("fr", "Quantelle", "Quantelle/Company/ROOT rachetée/VERB/acl/Quantelle", ["participle rachetée"]),
    ("en", "Quantelle", "Quantelle/Company/ROOT bought/VERB/acl/Quantelle", ["participle bought"]),
    (
        "fr",
        "rumeur",
        "rumeur/NOUN/ROOT que/SCONJ/mark/recrute Nordavia/Company/nsubj/recrute recrute/VERB/acl/rumeur",
        ["clause recrute"],
    ),
    (
        "en",
        "rumour",
        "rumour/NOUN/ROOT that/SCONJ/mark/hires Nordavia/Company/nsubj/hires hires/VERB/acl/rumour",
        ["clause hires"],
    ),
    # clauses
    (
        "fr",
        "veut",
        "Ada/Person/nsubj/veut veut/VERB/ROOT partir/VERB/xcomp/veut si/SCONJ/mark/pleut il/PRON/nsubj/pleut "
        "pleut/VERB/advcl/veut",
        ["subject Ada", "open_clause partir", "adverbial pleut"],
    ),
    (
        "en",
        "wants",
        "Ada/Person/nsubj/wants wants/VERB/ROOT leave/VERB/xcomp/wants after/ADP/prep/wants raining/VERB/pcomp/after",
        ["subject Ada", "open_clause leave", "open_clause raining"],
    ),
    (
        "fr",
        "dit",
        "Ada/Person/nsubj/dit dit/VERB/ROOT partir/VERB/ccomp/dit et/CCONJ/cc/rit rit/VERB/conj/dit "
        "crie/VERB/parataxis/dit",
        ["subject Ada", "clause partir", "conjunct rit", "parataxis crie"],
    ),
    # negation, adverbs, particles
    (
        "fr",
        "recrute",
        "Ada/Person/nsubj/recrute ne/ADV/advmod/recrute recrute/VERB/ROOT pas/ADV/advmod/recrute "
        "bientôt/ADV/advmod/recrute .",
        ["subject Ada", "adverb ne", "negation pas", "adverb bientôt"],
    ),
    (
        "en",
        "hire",
        "Ada/Person/nsubj/hire did/AUX/aux/hire not/PART/neg/hire hire/VERB/ROOT soon/ADV/advmod/hire .",
        ["subject Ada", "auxiliary did", "negation not", "adverb soon"],
    ),
    ("en", "took", "Ada/Person/nsubj/took took/VERB/ROOT over/ADP/prt/took", ["subject Ada", "particle over"]),
    # the attribute
    (
        "fr",
        "patronne",
        "Ada/Person/nsubj/patronne est/AUX/cop/patronne patronne/NOUN/ROOT .",
        ["subject Ada", "copula est"],
    ),
    ("en", "is", "Ada/Person/nsubj/is is/AUX/ROOT boss/NOUN/attr/is .", ["subject Ada", "attribute boss"]),
    # what is no edge
    ("fr", "rachète", "Et/CCONJ/cc/rachète rachète/VERB/ROOT !", []),
    ("en", "buys", "And/CCONJ/cc/buys buys/VERB/ROOT !", []),
]


@pytest.mark.parametrize(("lang", "word", "sentence", "expected"), EDGES)
def test_edges(tree, lang, word, sentence, expected):
    token = next(t for t in tree(lang, sentence) if t.text == word)
    assert [f"{role} {child.text}" for role, child in adapter(token)(token)] == expected


@pytest.mark.parametrize(("lang", "word", "sentence", "expected"), EDGES)
def test_what_governs_a_word_says_the_same(tree, lang, word, sentence, expected):
    token = next(t for t in tree(lang, sentence) if t.text == word)
    for role, child in adapter(token)(token):
        assert governor(child) == (role, token)
    assert role_in_head(token) == ""


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_root_governs_itself(tree, lang):
    token = tree(lang, "pleut/VERB/ROOT")[0]
    assert governor(token) == ("", token)


def test_features_are_lists(tree):
    token = tree("fr", "partira/VERB/ROOT//partir/Mood=Ind|Tense=Fut")[0]
    assert features(token, "Tense") == ["Fut"]
    assert features(token, "Voice") == []


def test_a_preposition_is_no_neutral_role():
    """Frames take every role that is not neutral for a preposition."""
    assert {role for *_, edges in EDGES for role, _ in (e.rsplit(" ", 1) for e in edges)} - NEUTRAL == {
        "à",
        "de",
        "auprès de",
        "en tant que",
        "of",
        "for",
        "to",
        "according to",
    }
