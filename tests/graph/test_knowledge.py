"""Merging graphs, and what can be asked of one: names, paths, what is about whom."""

from itertools import pairwise

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph, merge
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

ASSERTED, ENDED, NEGATED, UNCERTAIN = Status.ASSERTED, Status.ENDED, Status.NEGATED, Status.UNCERTAIN

NAMES = [
    ("Elon Musk", "Person"),
    ("Musk", "Person"),
    ("Kimbal Musk", "Person"),
    ("Nordavia", "Company"),
    ("Nordavia", "Product"),
    ("Parti des Rivières", "Party"),
    ("PDR", "Party"),
    ("Lyon", "Place"),
    ("sommet", "Event"),
    ("sommet 2024", "Event"),
    ("!!!", "Work"),
]


@st.composite
def article_graphs(draw: st.DrawFn) -> ArticleGraph:
    """A valid article graph of few articles and names, so that graphs share some and read some articles differently."""
    ident = draw(st.sampled_from(["a", "b", "c"]))
    chosen = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
    text = " ".join([*(name for name, _ in chosen), "."])
    spans = [Span.of(text, start := text.index(name), start + len(name)) for name, _ in chosen]
    entities = [Entity(f"e{i}", *chosen[i], (Mention(ident, spans[i]),)) for i in range(len(chosen))]
    statements = []
    ends = st.integers(0, len(chosen) - 1)
    for _ in range(draw(st.integers(0, 4)) if chosen else 0):
        s, o = draw(ends), draw(ends)
        evidence = Evidence(
            *(ident, Span.of(text, 0, len(text)), spans[s], spans[o], spans[o]),
            source=draw(st.sampled_from([None, f"e{s}"])),
            confidence=draw(st.sampled_from([0.5, 1.0])),
        )
        relation, status = draw(st.sampled_from(["met_with", "supports"])), draw(st.sampled_from(Status))
        statements.append(Statement(f"e{s}", relation, f"e{o}", status, (evidence,)))
    title = draw(st.sampled_from(["", "Titre"]))
    return ArticleGraph(Article(ident, text, title=title), tuple(entities), tuple(statements)).check()


graphs = st.lists(article_graphs(), max_size=4).map(KnowledgeGraph)


def network(graph: KnowledgeGraph) -> networkx.MultiDiGraph:
    return graph.to_networkx(statuses=Status, isolated=True)


def derived(graph: KnowledgeGraph) -> tuple[object, ...]:
    """All that follows from the set of article graphs, in the order in which it comes."""
    return (
        list(graph.article_graphs.items()),
        list(graph.entities.items()),
        graph.statements(),
        list(network(graph).nodes(data=True)),
        list(network(graph).edges(keys=True, data=True)),
    )


# --- merging


@settings(deadline=None)
@given(graphs, graphs, graphs)
def test_merging_is_associative_commutative_and_idempotent(a, b, c):
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c)) == c.merge(a, b) == merge([b, c, a])
    assert a.merge(a) == a.merge() == a.merge(KnowledgeGraph()) == a
    assert derived(a.merge(b).merge(c)) == derived(c.merge(b.merge(a)))


@settings(deadline=None)
@given(st.lists(article_graphs(), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_articles_makes_no_difference(parts, random):
    shuffled = random.sample(parts, len(parts))
    assert derived(KnowledgeGraph(parts)) == derived(KnowledgeGraph(shuffled))


@settings(deadline=None)
@given(graphs)
def test_what_follows_from_a_graph_hangs_together(graph):
    assert {m for m, _ in graph.resolved.items()} == {
        (i, e.id) for i, part in graph.article_graphs.items() for e in part.entities
    }
    assert [e.id for e in graph.entities.values()] == list(graph.entities) == sorted(graph.entities)
    assert {m for e in graph.entities.values() for m in e.mentions} == {
        m for part in graph.article_graphs.values() for e in part.entities for m in e.mentions
    }
    keys = [s.key for s in graph.statements()]
    assert keys == sorted(set(keys))
    assert {e for s in graph.statements() for e in s.evidence} == {
        e for i in graph.articles for s in graph.named_graph(i) for e in s.evidence
    }
    for s in graph.statements():
        assert {s.subject, s.object, *filter(None, (e.source for e in s.evidence))} <= set(graph.entities)
        for e in s.evidence:
            ends = ((s.subject, e.subject), (s.object, e.object))
            assert all(Mention(e.article, span) in graph.entities[i].mentions for i, span in ends)
    assert network(graph).number_of_edges() == len(graph.statements())
    assert graph.check() is graph


def reading(ident: str, text: str, title: str = "") -> ArticleGraph:
    return ArticleGraph(Article(ident, text, title=title))


def test_two_readings_of_one_article():
    one, two, other = reading("a", "Un."), reading("a", "Deux."), reading("b", "Un.")
    merged = KnowledgeGraph([one, other]).merge(KnowledgeGraph([two]))
    assert merged == KnowledgeGraph([two, other, one]) == KnowledgeGraph([other, one, two, two])
    assert list(merged.article_graphs) == ["a", "b"]
    assert merged.article_graphs["a"] in (one, two)


def test_equality_is_that_of_the_articles():
    assert KnowledgeGraph([reading("a", "Un.")]) == KnowledgeGraph([reading("a", "Un.")])
    assert KnowledgeGraph([reading("a", "Un.")]) != KnowledgeGraph([reading("a", "Un.", "T")])
    assert KnowledgeGraph() != ()


def test_an_empty_graph():
    empty = KnowledgeGraph().check()
    assert derived(empty) == ([], [], (), [], [])
    assert empty.find("x") == []


def test_check_names_the_article(sample_graph):
    broken = ArticleGraph(Article("b", "Lyon."), (Entity("e", "Lyon", "Place", (Mention("b", Span(1, 5, "Lyon")),)),))
    with pytest.raises(ValueError, match=r"^article 'b': 'Lyon' does not stand at 1-5$"):
        sample_graph.merge(KnowledgeGraph([broken])).check()


# --- the sample graph


def test_the_statements_of_all_articles(sample_graph):
    assert [(*s.key, [e.article for e in s.evidence]) for s in sample_graph.statements()] == [
        ("group/nordavia", "acquired", "group/quantelle", "asserted", ["gazette/2024-03-13", "wire-7"]),
        ("group/nordavia", "funds", "group/parti-des-rivieres", "negated", ["gazette/2024-03-13"]),
        ("group/nordavia", "organized", "happening/sommet-des-rivieres-2023", "asserted", ["bare"]),
        ("happening/sommet-des-rivieres-2023", "located_in", "location/lyon", "asserted", ["bare"]),
        ("human/ines-vauquelin", "leads", "group/quantelle", "asserted", ["gazette/2024-03-13"]),
        ("human/ines-vauquelin", "leads", "group/quantelle", "ended", ["wire-7"]),
        ("human/ines-vauquelin", "left", "group/quantelle", "uncertain", ["gazette/2024-03-13"]),
        ("human/ines-vauquelin", "met_with", "human/paul-astier", "asserted", ["gazette/2024-03-13"]),
        ("human/ines-vauquelin", "sued", "group/nordavia", "asserted", ["wire-7"]),
        ("human/paul-astier", "leads", "group/parti-des-rivieres", "asserted", ["bare"]),
    ]


def test_a_named_graph_has_the_ids_of_the_whole(sample_graph):
    found = sample_graph.named_graph("gazette/2024-03-13")
    assert [s.key for s in found] == sorted(
        s.key for s in sample_graph.statements() if any(e.article == "gazette/2024-03-13" for e in s.evidence)
    )
    sources = {e.source for s in found for e in s.evidence}
    assert sources == {None, "group/la-gazette-du-rhone", "human/paul-astier"}


def test_the_network(sample_graph):
    found = network(sample_graph)
    assert found.nodes["human/ines-vauquelin"] == {"name": "Ines Vauquelin", "type": "Person", "kind": ""}
    assert sorted(found["human/ines-vauquelin"]["group/quantelle"]) == [
        "leads:asserted",
        "leads:ended",
        "left:uncertain",
    ]
    edge = found.edges["group/nordavia", "group/quantelle", "acquired:asserted"]
    assert edge == {
        "relation": "acquired",
        "status": "asserted",
        "confidence": 1.0,
        "weight": 2,
        "statement": sample_graph.statements()[0],
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nordavia", ["group/nordavia"]),
        ("NORDAVIA", ["group/nordavia"]),
        ("group/nordavia", ["group/nordavia"]),
        ("nvd", ["group/nordavia"]),
        ("inès  vauquelin", ["human/ines-vauquelin"]),
        ("Vauquelin", ["human/ines-vauquelin"]),
        ("rivières", ["group/parti-des-rivieres", "happening/sommet-des-rivieres-2023"]),
        ("rivières sommet", ["happening/sommet-des-rivieres-2023"]),
        ("l’avionneur", []),  # descriptions and pronouns are no names
        ("Elle", []),
        ("Nordav", []),
        ("group/nordavi", []),
        ("", []),
        ("!", []),
    ],
)
def test_find(sample_graph, name, expected):
    assert [e.id for e in sample_graph.find(name)] == expected


def names(*rows: tuple[str, str] | tuple[str, str, str]) -> KnowledgeGraph:
    """One article for each row: a name, its type, and perhaps another name."""
    parts = []
    for i, (name, type_, *others) in enumerate(rows):
        text, ident = " ".join([name, *others]), f"{i:03}"
        spans = [Span.of(text, start := text.index(form), start + len(form)) for form in (name, *others)]
        parts.append(
            ArticleGraph(Article(ident, text), (Entity("e", name, type_, tuple(Mention(ident, s) for s in spans)),))
        )
    return KnowledgeGraph(parts)


TWO_PARIS = (("Paris", "Place"), ("Paris", "Person"))
MACRONS = (("Emmanuel Macron", "Person"), ("Brigitte Macron", "Person"))


@pytest.mark.parametrize(
    ("rows", "name", "expected"),
    [
        (MACRONS, "Emmanuel Macron", "human/emmanuel-macron"),
        (MACRONS, "brigitte", "human/brigitte-macron"),
        (TWO_PARIS, "location/paris", "location/paris"),
        ((("X", "Company", "Twitter"),), "twitter", "group/x"),
        # A thing of this name goes before others that also have it, and those before longer names.
        (
            (("Commission", "Institution"), ("Commission des lois", "Institution", "Commission")),
            "commission",
            "group/commission",
        ),
        ((("Disney", "Company"), ("Disney+", "Product")), "disney", "group/disney"),
        ((("Disney", "Company"), ("Disney+", "Product")), "disney+", "artifact/disney+"),
        ((("Canal+", "Media"),), "Canal", "group/canal+"),
        ((("!!!", "Work"), ("???", "Work")), "!!!", "document/_21-_21-_21"),
    ],
)
def test_the_one_entity(rows, name, expected):
    assert names(*rows).entity(name).id == expected


@pytest.mark.parametrize(
    ("rows", "name", "message"),
    [
        (MACRONS, "Musk", "no entity called 'Musk' in this graph"),
        (MACRONS, "", "no entity called '' in this graph"),
        (
            MACRONS,
            "Macron",
            "'Macron' could be several entities: Brigitte Macron (Person, human/brigitte-macron), Emmanuel Macron "
            "(Person, human/emmanuel-macron). Give the full name or the id.",
        ),
        (
            TWO_PARIS,
            "paris",
            "'paris' could be several entities: Paris (Person, human/paris), Paris (Place, location/paris). Give the "
            "full name or the id.",
        ),
        (
            [(f"Ville {i}", "Place") for i in range(10)],
            "ville",
            "'ville' could be several entities: "
            + ", ".join(f"Ville {i} (Place, location/ville-{i})" for i in range(8))
            + " and 2 more. Give the full name or the id.",
        ),
    ],
)
def test_no_one_entity(rows, name, message):
    with pytest.raises(UserError) as raised:
        names(*rows).entity(name)
    assert str(raised.value) == message


def test_those_of_whom_most_is_said_are_found_first(sample_graph):
    more = names(("Paul Zed", "Person"), ("Paul Abel", "Person"), ("Inès Paul Roux", "Person"))
    graph = sample_graph.merge(more)
    assert [e.name for e in graph.find("paul")] == ["Paul Astier", "Inès Paul Roux", "Paul Abel", "Paul Zed"]
    assert [e.name for e in graph.find("inès paul")] == ["Inès Paul Roux"]


def test_about_and_between(sample_graph):
    def short(statements):
        return [(s.relation, str(s.status)) for s in statements]

    assert short(sample_graph.about("group/parti-des-rivieres")) == [("funds", "negated"), ("leads", "asserted")]
    assert sample_graph.about("nobody") == ()
    there = sample_graph.between("group/quantelle", "human/ines-vauquelin")
    assert short(there) == [("leads", "asserted"), ("leads", "ended"), ("left", "uncertain")]
    assert there == sample_graph.between("human/ines-vauquelin", "group/quantelle")
    assert sample_graph.between("location/lyon", "group/quantelle") == ()
    assert sample_graph.between("location/lyon", "location/lyon") == ()
    for ident in sample_graph.entities:
        assert sample_graph.about(ident) == tuple(
            s for s in sample_graph.statements() if ident in (s.subject, s.object)
        )


# --- paths


def chain(*edges: tuple[str, str, Status]) -> KnowledgeGraph:
    """People A, B, C… who support each other."""
    letters = sorted({end for s, o, _ in edges for end in (s, o)})
    text = " ".join(letters)
    spans = {letter: Span.of(text, i := text.index(letter), i + 1) for letter in letters}
    whole = Span.of(text, 0, len(text))
    statements = [
        Statement(s, "supports", o, status, (Evidence("a", whole, spans[s], whole, spans[o]),))
        for s, o, status in edges
    ]
    entities = [Entity(letter, letter, "Person", (Mention("a", spans[letter]),)) for letter in letters]
    return KnowledgeGraph([ArticleGraph(Article("a", text), tuple(entities), tuple(statements)).check()])


def walk(graph: KnowledgeGraph, way: str, **options: object) -> list[str]:
    a, b = (f"human/{letter.lower()}" for letter in way)
    return ["".join(e.id.removeprefix("human/") for e in path.entities) for path in graph.paths(a, b, **options)]


RING = [("A", "B", ASSERTED), ("C", "B", ENDED), ("C", "D", ASSERTED), ("A", "D", NEGATED), ("B", "D", UNCERTAIN)]


@pytest.mark.parametrize(
    ("way", "options", "expected"),
    [
        ("AD", {}, ["abcd"]),  # against the direction of C → B, and not by what is denied or only possible
        ("DA", {}, ["dcba"]),
        ("AD", {"max_length": 3}, ["abcd"]),
        ("AD", {"max_length": 2}, []),
        ("AD", {"statuses": list(Status)}, ["ad", "abd", "abcd"]),
        ("AD", {"statuses": [ASSERTED, ENDED, UNCERTAIN]}, ["abd", "abcd"]),
        ("AD", {"statuses": [NEGATED]}, ["ad"]),
        ("AD", {"statuses": [ASSERTED]}, []),
        ("AB", {"statuses": []}, []),
        ("AA", {}, []),
    ],
)
def test_paths(way, options, expected):
    assert walk(chain(*RING), way, **options) == expected


@settings(deadline=None)
@given(st.lists(st.tuples(*[st.sampled_from("ABCD")] * 2, st.sampled_from(Status)), min_size=1, max_size=8))
def test_what_is_denied_or_only_possible_connects_nobody(edges):
    graph = chain(*edges)
    holds = {frozenset((s.subject, s.object)) for s in graph.statements() if s.status in (ASSERTED, ENDED)}
    for a in graph.entities:
        for b in graph.entities:
            found = [tuple(e.id for e in path.entities) for path in graph.paths(a, b)]
            assert [len(path) for path in found] == sorted(len(path) for path in found)
            assert len(set(found)) == len(found)
            for path in found:
                assert (path[0], path[-1]) == (a, b)
                assert len(set(path)) == len(path) > 1
                assert all(frozenset(step) in holds for step in pairwise(path))
            assert bool(found) == (bool(list(graph.paths(b, a))))


def test_a_path_to_nobody():
    with pytest.raises(UserError, match=r"^no entity called 'human/z' in this graph$"):
        list(chain(*RING).paths("human/a", "human/z"))


# --- confidence


@settings(deadline=None)
@given(graphs, st.floats(0, 1))
def test_above_keeps_what_is_at_least_so_sure(whole, confidence):
    graph = whole.above(confidence)
    kept = {(s.key, e) for s in whole.statements() for e in s.evidence if e.confidence >= confidence}
    assert {(s.key, e) for s in graph.statements() for e in s.evidence} == kept
    assert all(s.evidence for s in graph.statements())
    assert graph.check().entities == whole.entities
    assert graph.resolved == KnowledgeGraph(graph.article_graphs.values()).resolved


def test_above_of_nothing_and_of_everything(sample_graph):
    assert sample_graph.above(0) == sample_graph
    assert {s.confidence for s in sample_graph.above(1).statements()} == {1.0}
    with pytest.raises(ValueError, match=r"confidence outside 0\.\.1: 1\.5"):
        sample_graph.above(1.5)
