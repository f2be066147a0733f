"""Types of doubtful names by what predicates ask of them."""

from math import inf

import pytest

from liaisons.extractors import extract, load
from liaisons.extractors.annotations import Cluster
from liaisons.extractors.preferences import LABELLED, SURE, Demand, retype
from liaisons.graph.model import Article

GROUPS = frozenset({"Company", "Institution", "Media", "Organization", "Party"})
PERSON = frozenset({"Person"})


@pytest.mark.parametrize(
    ("name", "type_", "certainty", "demands", "expected"),
    [
        # the model's label alone gives way to what is asked
        ("Wolmara", "Place", 1.2, [GROUPS], "Company"),
        ("Sissako", "Company", 0.0, [PERSON], "Person"),
        ("Wolmara", "Person", 1.5, [GROUPS | {"Product"}], "Company"),
        # … but a cue, a list or a description does not
        ("Wolmara", "Place", SURE, [GROUPS], "Place"),
        ("Sénégal", "Place", inf, [GROUPS], "Place"),
        # a service that is founded is a company
        ("Wolmara", "Product", SURE, [GROUPS], "Company"),
        ("Wolmara", "Product", SURE, [GROUPS, frozenset({"Product"})], "Product"),
        # what the model takes for an organisation is no person, and a person's full name is no firm
        ("Wolmara", "Company", LABELLED, [PERSON], "Company"),
        ("Awa Sissako", "Person", 2.0, [GROUPS], "Person"),
        # all predicates must agree, and one that takes the name as it is keeps it
        ("Wolmara", "Place", 1.2, [GROUPS, PERSON], "Place"),
        ("Wolmara", "Place", 1.2, [GROUPS, frozenset({"Place", "Event"})], "Place"),
        ("Wolmara", "Place", 1.2, [GROUPS, GROUPS | PERSON], "Company"),
        # a relation that admits anything says nothing
        ("Wolmara", "Place", 1.2, [None], "Place"),
        ("Wolmara", "Place", 1.2, [None, GROUPS], "Company"),
        # nothing becomes a party, a law or a work in this way
        ("Wolmara", "Place", 1.2, [frozenset({"Law", "Work"})], "Place"),
    ],
)
def test_a_doubtful_name_has_the_type_that_predicates_ask_for(name, type_, certainty, demands, expected):
    cluster = Cluster(name, type_, [], certainty)
    changed = retype([Demand(cluster, types, predicate) for predicate, types in enumerate(demands)])
    assert cluster.type == expected
    assert changed == (expected != type_)


def test_readings_of_one_predicate_are_alternatives():
    cluster = Cluster("Wolmara", "Place", [], 1.2)
    assert retype([Demand(cluster, GROUPS, 4), Demand(cluster, frozenset({"Product"}), 4)])
    assert cluster.type == "Company"


@pytest.mark.model
@pytest.mark.parametrize(
    ("lang", "text", "name", "type_"),
    [
        ("fr", "Le groupe Vasco a racheté Wolmara pour deux millions d'euros.", "Wolmara", "Company"),
        ("fr", "La société Wavelia est dirigée par Tanguy depuis mars.", "Tanguy", "Person"),
        ("fr", "Voltara a racheté Nordavia.", "Nordavia", "Company"),
        ("en", "Orange has acquired Voltara.", "Voltara", "Company"),
        ("en", "Orange has acquired Voltara.", "Orange", "Company"),
        ("en", "China wants to buy Greenland.", "Greenland", "Place"),
        ("en", "Wolmara was founded by Awa Sissako in 2019.", "Wolmara", "Company"),
    ],
)
def test_sentences(lang, text, name, type_):
    (found,) = extract([Article("a", text, lang)], pipelines={lang: load(lang)})
    assert {e.type for e in found.entities if e.name == name} == {type_}
