"""What the user knows and what a person has decided."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.graph.authority import Known, read
from liaisons.graph.decisions import Action, Decision
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Mention, Span
from liaisons.graph.resolution import resolve

PERSON, COMPANY, PLACE, INSTITUTION, PARTY = "Person", "Company", "Place", "Institution", "Party"
WIKIDATA = "http://www.wikidata.org/entity/"
EXAMPLE = read(Path(__file__).parents[2] / "examples" / "known.csv")


def article(ident, *things, lang="fr"):
    """An article that names these things, each a type, a name and other names."""
    forms = [form for _, *names in things for form in names]
    text = "\n".join(forms)
    ends = [len("\n".join(forms[: i + 1])) for i in range(len(forms))]
    spans = iter([Span.of(text, end - len(form), end) for end, form in zip(ends, forms, strict=True)])
    entities = tuple(
        Entity(f"e{i}", names[0], type_, tuple(Mention(ident, next(spans)) for _ in names))
        for i, (type_, *names) in enumerate(things)
    )
    return ArticleGraph(Article(ident, text, lang), entities)


def ids(found):
    """The ids by article, of its first thing."""
    return {member[0]: entity.id for member, entity in found.entities.items() if member[1] == "e0"}


# --- known things


def test_known_things_give_ids_labels_and_same_as():
    graphs = [
        article("a", (PLACE, "Russie"), (COMPANY, "Twitter"), (PERSON, "Musk")),
        article("b", (PLACE, "Russia"), (COMPANY, "X"), (PERSON, "E. Musk"), (COMPANY, "Nordavia"), lang="en"),
        article("c", (INSTITUTION, "EU"), (COMPANY, "Apple Inc."), lang="en"),
    ]
    found = resolve(graphs, EXAMPLE)
    assert found.entities["a", "e0"] is found.entities["b", "e0"]
    russia = found.entities["a", "e0"]
    assert (russia.id, russia.labels, russia.same_as) == (
        "Q159",
        (("en", "Russia"), ("fr", "Russie")),
        (WIKIDATA + "Q159",),
    )
    assert found.entities["a", "e1"].id == found.entities["b", "e1"].id == "Q918"
    assert found.entities["a", "e2"].id == found.entities["b", "e2"].id == "Q317521"
    assert found.entities["b", "e3"].id == "group/nordavia"
    assert [found.entities["c", e].id for e in ("e0", "e1")] == ["Q458", "Q312"]
    assert found.entities["c", "e0"].name == "European Union"
    assert len(found.links) == 8  # one for each place that names something known


def test_known_homonyms_are_told_apart_by_type():
    known = [Known("1", COMPANY, (("", "Renaissance"),)), Known("2", PARTY, (("", "Renaissance"),))]
    found = resolve([article("a", (COMPANY, "Renaissance")), article("b", (PARTY, "Renaissance"))], known)
    assert ids(found) == {"a": "1", "b": "2"}


def test_known_homonyms_are_told_apart_by_what_is_around():
    known = [
        Known("1", PERSON, (("", "Jean Dupont"),), ("Jean Dupont-Aubry",)),
        Known("2", PERSON, (("", "Jean Dupont"),), ("Jean Dupont-Morel",)),
    ]
    graphs = [
        article("a", (PERSON, "Jean Dupont-Aubry"), (COMPANY, "Nordavia")),
        article("b", (PERSON, "Jean Dupont"), (COMPANY, "Nordavia")),
        article("c", (PERSON, "Jean Dupont-Morel"), (COMPANY, "Quantelle")),
        article("d", (PERSON, "Jean Dupont"), (COMPANY, "Quantelle")),
        article("e", (PERSON, "Jean Dupont"), (COMPANY, "Valserre")),
    ]
    found = resolve(graphs, known)
    assert ids(found) == {"a": "1", "b": "1", "c": "2", "d": "2", "e": "human/jean-dupont"}
    assert [(p.a, p.b) for p in found.proposals] == [("1", "human/jean-dupont"), ("2", "human/jean-dupont")]


def test_a_known_person_is_no_other_of_the_surname():
    known = [Known("1", PERSON, (("", "Elon Musk"),), ("Musk",))]
    found = resolve([article("a", (PERSON, "Kimbal Musk")), article("b", (PERSON, "Elon Musk"))], known)
    assert ids(found) == {"a": "human/kimbal-musk", "b": "1"}


def test_what_is_known_and_not_named_is_not_in_the_graph():
    assert resolve([article("a", (PERSON, "Tim Cook"))], EXAMPLE) == resolve([article("a", (PERSON, "Tim Cook"))])


def test_the_id_of_a_known_thing_is_its_own():
    known = [Known("group/nordavia", PLACE, (("", "Nordavia"),))]
    found = resolve([article("a", (COMPANY, "Nordavia")), article("b", (PLACE, "Nordavia"))], known)
    assert ids(found)["b"] == "group/nordavia"
    assert ids(found)["a"].startswith("group/nordavia-")


# --- decisions


def same(a, b):
    return Decision(Action.SAME, (a, b))


def different(a, b):
    return Decision(Action.DIFFERENT, (a, b))


DUPONTS = [
    article("echo-1", (PERSON, "Jean Dupont")),
    article("echo-2", (PERSON, "Jean Dupont")),
    article("wire-3", (PERSON, "J.-P. Dupont")),
]


def test_same():
    found = resolve(DUPONTS, decisions=[same("human/jean-dupont", "human/j-p-dupont")])
    assert len(set(ids(found).values())) == 1
    assert [link.rule for link in found.links] == ["name", "decision"]
    assert found.current == {"human/j-p-dupont": ("human/jean-dupont",), "human/jean-dupont": ("human/jean-dupont",)}
    assert found.reports == ()


def test_different_takes_one_article_out_and_leaves_the_id_to_the_rest():
    found = resolve(DUPONTS, decisions=[different("human/jean-dupont", "human/jean-dupont@echo-1")])
    assert ids(found)["echo-2"] == "human/jean-dupont"
    assert ids(found)["echo-1"].startswith("human/jean-dupont-")
    assert set(found.current["human/jean-dupont"]) == {ids(found)["echo-1"], ids(found)["echo-2"]}
    assert not any({p.a, p.b} == set(found.current["human/jean-dupont"]) for p in found.proposals)
    assert found.reference(ids(found)["echo-1"]) == "human/jean-dupont@echo-1"


def test_a_part_goes_to_another():
    decisions = [
        different("human/jean-dupont", "human/jean-dupont@echo-1"),
        same("human/jean-dupont@echo-1", "human/j-p-dupont"),
    ]
    found = resolve(DUPONTS, decisions=decisions)
    assert ids(found)["echo-1"] == ids(found)["wire-3"] != ids(found)["echo-2"]
    assert found.reports == ()


def test_a_name_and_a_type():
    graphs = [article("a", (COMPANY, "Twiter")), article("b", (PLACE, "Lyon"))]
    decisions = [
        Decision(Action.RENAME, ("group/twiter",), "Twitter"),
        Decision(Action.RETYPE, ("group/twiter",), "Product"),
    ]
    found = resolve(graphs, decisions=decisions)
    twitter = found.entities["a", "e0"]
    assert (twitter.id, twitter.name, twitter.type) == ("group/twiter", "Twitter", "Product")
    assert found.entities["b", "e0"] == resolve(graphs).entities["b", "e0"]


def test_an_older_id_keeps_its_meaning():
    """What was decided when only the surname was there holds when the whole name comes."""
    decision = Decision(Action.RENAME, ("human/musk",), "E. R. Musk")
    later = [article("a", (PERSON, "Musk")), article("b", (PERSON, "Elon Musk"))]
    assert {e.name for e in resolve(later, decisions=[decision]).entities.values()} == {"E. R. Musk"}


def test_a_known_thing_can_be_named():
    graphs = [article("a", (COMPANY, "Twitter")), article("b", (COMPANY, "Blue Bird"))]
    found = resolve(graphs, EXAMPLE, [same("Q918", "group/blue-bird")])
    assert set(ids(found).values()) == {"Q918"}


REPORTED = [
    (
        "nobody there",
        [same("human/jean-dupont", "human/nobody")],
        ["same: human/jean-dupont, human/nobody: no longer applies, no entity has this id now: human/nobody"],
    ),
    (
        "an article that is gone",
        [same("human/jean-dupont@gone", "human/j-p-dupont")],
        [
            "same: human/jean-dupont@gone, human/j-p-dupont: no longer applies, no entity has this id now: "
            "human/jean-dupont@gone"
        ],
    ),
    (
        "same and different",
        [same("human/jean-dupont", "human/j-p-dupont"), different("human/j-p-dupont", "human/jean-dupont")],
        [
            "same: human/jean-dupont, human/j-p-dupont: contradicts a decision that they are different, and is not "
            "followed: different: human/j-p-dupont, human/jean-dupont"
        ],
    ),
    (
        "two names",
        [Decision(Action.RENAME, ("human/jean-dupont",), "A"), Decision(Action.RENAME, ("human/jean-dupont",), "B")],
        ["contradict each other, and none is followed: rename: human/jean-dupont → A; rename: human/jean-dupont → B"],
    ),
    (
        "no type",
        [Decision(Action.RETYPE, ("human/jean-dupont",), "Robot")],
        ["retype: human/jean-dupont → Robot: does not apply, there is no type 'Robot'"],
    ),
]


@pytest.mark.parametrize(("decisions", "reports"), [row[1:] for row in REPORTED], ids=[row[0] for row in REPORTED])
def test_reports(decisions, reports):
    found = resolve(DUPONTS, decisions=decisions)
    assert list(found.reports) == reports
    assert found.entities == resolve(DUPONTS).entities


# --- order, and doing it again

NAMES = [
    (PERSON, "Emmanuel Macron"),
    (PERSON, "E. Macron"),
    (PERSON, "Macron"),
    (PERSON, "Brigitte Macron"),
    (PERSON, "Vladimir Poutine"),
    (PERSON, "Vladimir Putin"),
    (PLACE, "Russie"),
    (PLACE, "Russia"),
    (INSTITUTION, "Commission"),
    (INSTITUTION, "Commission européenne"),
    (INSTITUTION, "European Commission"),
    (INSTITUTION, "Sénat"),
    (INSTITUTION, "Senate"),
    (INSTITUTION, "US Senate"),
    (COMPANY, "Alphabet Inc."),
    (COMPANY, "Alphabet"),
    (COMPANY, "X", "Twitter"),
    (COMPANY, "Twitter"),
    (PARTY, "Parti des Rivières"),
    (PARTY, "PDR"),
]
corpora = st.lists(st.lists(st.sampled_from(NAMES), max_size=5, unique=True), min_size=1, max_size=7)
DECISIONS = [
    same("human/macron", "human/brigitte-macron"),
    different("human/emmanuel-macron", "human/macron"),
    same("group/commission", "group/commission-europeenne"),
    different("group/x", "group/twitter@1"),
    Decision(Action.RENAME, ("location/russie",), "Fédération de Russie"),
]


@settings(deadline=None)
@given(corpora, st.lists(st.sampled_from(DECISIONS), unique=True), st.booleans(), st.randoms(use_true_random=False))
def test_order_has_no_say_and_nothing_is_lost(corpus, decisions, known, random):
    graphs = [article(f"{i}", *rows, lang=("fr", "en")[i % 2]) for i, rows in enumerate(corpus)]
    things = EXAMPLE if known else ()
    found = resolve(graphs, things, decisions)
    mixed = (random.sample(x, len(x)) for x in (graphs, list(things), decisions))
    assert resolve(*mixed) == found
    assert set(found.entities) == {(g.article.id, e.id) for g in graphs for e in g.entities}
    assert len({e.id for e in found.entities.values()}) == len(set(found.entities.values()))
    for proposal in found.proposals:
        assert proposal.a < proposal.b
        assert {proposal.a, proposal.b} <= set(found.members)
        assert 0 < proposal.score <= 1
    for members in found.members.values():
        for member in members:
            assert found.chain([members[0]], [member]) is not None
    assert {i for ids_ in found.current.values() for i in ids_} == set(found.members)


@settings(deadline=None)
@given(corpora, st.integers(0, 7))
def test_merging_graphs_is_resolving_all_their_articles(corpus, cut):
    graphs = [article(f"{i}", *rows) for i, rows in enumerate(corpus)]
    one, other = KnowledgeGraph(graphs[:cut], known=EXAMPLE), KnowledgeGraph(graphs[cut:], known=EXAMPLE)
    assert one.merge(other).resolution == other.merge(one, one).resolution == resolve(graphs, EXAMPLE)
