"""Titles of posts: what belongs to them, and what is said besides."""

import pytest

from liaisons.extractors.titles import title, title_with

TITLES = [
    ("directrice", "fr", "directrice/NOUN/ROOT générale/ADJ/amod/directrice/général de/ADP/case/Nordavia "
     "Nordavia/Company/nmod/directrice", "directrice générale"),
    ("directrice", "fr", "ancienne/ADJ/amod/directrice/ancien directrice/NOUN/ROOT générale/ADJ/amod/directrice/général "
     "adjointe/ADJ/amod/directrice/adjoint", "directrice générale adjointe"),
    ("présidente", "fr", "nouvelle/ADJ/amod/présidente/nouveau présidente/NOUN/ROOT de/ADP/case/conseil le/DET/det/conseil "
     "conseil/NOUN/nmod/présidente de/ADP/case/Nordavia Nordavia/Company/nmod/conseil", "présidente de le conseil"),
    ("sénateur", "fr", "sénateur/NOUN/ROOT républicain/ADJ/amod/sénateur de/ADP/case/Texas Texas/Place/nmod/sénateur",
     "sénateur"),
    ("ministre", "fr", "ministre/NOUN/ROOT français/ADJ/amod/ministre", "ministre"),
    ("ministre", "fr", "premier/ADJ/amod/ministre ministre/NOUN/ROOT", "premier ministre"),
    ("ingénieurs", "fr", "ingénieurs/NOUN/ROOT//ingénieur/Number=Plur de/ADP/case/Nordavia "
     "Nordavia/Company/nmod/ingénieurs", "ingénieur"),
    ("présidente", "fr", "présidente/NOUN/ROOT par/ADP/case/intérim intérim/NOUN/nmod/présidente",
     "présidente par intérim"),
    ("executive", "en", "former/ADJ/amod/executive chief/ADJ/amod/executive executive/NOUN/ROOT of/ADP/prep/executive "
     "Nordavia/Company/pobj/of", "chief executive"),
    ("president", "en", "president/NOUN/ROOT of/ADP/prep/president global/ADJ/amod/affairs affairs/NOUN/pobj/of",
     "president of global affairs"),
    ("engineers", "en", "two/NUM/nummod/engineers former/ADJ/amod/engineers Nordavia/Company/compound/engineers "
     "engineers/NOUN/ROOT//engineer/Number=Plur", "engineer"),
    ("executives", "en", "chief/ADJ/amod/executives executives/NOUN/ROOT//executive/Number=Plur", "chief executive"),
    ("minister", "en", "British/ADJ/amod/minister prime/ADJ/amod/minister minister/NOUN/ROOT", "prime minister"),
]  # fmt: skip

GIVEN = [
    ("fr", "Nordavia/Company/nsubj/nomme nomme/VERB/ROOT//nommer Ada/Person/obj/nomme directrice/NOUN/xcomp/nomme "
     "financière/ADJ/amod/directrice/financier", "directrice financière"),
    ("fr", "Ada/Person/nsubj/rejoint rejoint/VERB/ROOT//rejoindre Nordavia/Company/obj/rejoint comme/ADP/case/directrice "
     "directrice/NOUN/obl:mod/rejoint technique/ADJ/amod/directrice", "directrice technique"),
    ("fr", "Ada/Person/nsubj/rejoint rejoint/VERB/ROOT//rejoindre Nordavia/Company/obj/rejoint", None),
    ("en", "Ada/Person/nsubj/joins joins/VERB/ROOT//join Nordavia/Company/dobj/joins as/ADP/prep/joins "
     "chief/ADJ/amod/executive executive/NOUN/pobj/as", "chief executive"),
    ("en", "Ada/Person/nsubj/joins joins/VERB/ROOT//join Nordavia/Company/dobj/joins", None),
]  # fmt: skip


def _taken(doc):
    return {i for cluster in doc._.clusters for m in cluster.mentions for i in range(m.start, m.end)}


@pytest.mark.parametrize(("word", "lang", "sentence", "expected"), TITLES)
def test_title(tree, word, lang, sentence, expected):
    doc = tree(lang, sentence)
    assert title(next(t for t in doc if t.text == word), _taken(doc)) == expected


@pytest.mark.parametrize(("lang", "sentence", "expected"), GIVEN)
def test_title_that_a_verb_gives(tree, lang, sentence, expected):
    doc = tree(lang, sentence)
    assert title_with(next(t for t in doc if t.pos_ == "VERB"), _taken(doc)) == expected
