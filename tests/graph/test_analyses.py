"""The analyses: whole tables on the hand-made graph, known answers on small networks, and nothing that depends on order."""

import random
from itertools import product

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaisons.graph.analyses import (
    Clock,
    Measure,
    Method,
    Part,
    Step,
    Table,
    Weight,
    balance,
    camps,
    centrality,
    claims,
    communities,
    compare,
    ego,
    signed_ties,
    stances,
    ties,
    timeline,
    triad_table,
)
from liaisons.graph.analyses.balance import divide, triads
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from liaisons.graph.ontology import ontology

A, E, N, U = Status.ASSERTED, Status.ENDED, Status.NEGATED, Status.UNCERTAIN
EMPTY = KnowledgeGraph()


def made(*articles: tuple[str, str, str, list[tuple[str, ...]]]) -> KnowledgeGraph:
    """A graph of articles (id, date, publication, statements); a statement is (subject, relation, object, status, source).

    Everybody is a person; a letter names one.
    """
    return KnowledgeGraph(_article(*article) for article in articles)


def _article(ident: str, date: str, source: str, rows: list[tuple[str, ...]]) -> ArticleGraph:
    names = sorted({end for row in rows for end in (row[0], row[2], *row[4:])})
    sentences = [" ".join((f"Ada {row[0]}son", row[1], f"Ada {row[2]}son", "n’est-ce pas.")) for row in rows]
    text = "\n".join([*sentences, *(f"Ada {n}son" for n in names)])
    article = Article(ident, text, "fr", date=date, source=source)

    def at(form: str, inside: str = "") -> Span:
        start = text.index(inside) if inside else 0
        start = text.index(form, start)
        return Span.of(text, start, start + len(form))

    entities = [Entity(n, f"Ada {n}son", "Person", (Mention(ident, at(f"Ada {n}son")),)) for n in names]
    statements = [
        Statement(
            row[0],
            row[1],
            row[2],
            Status(row[3]) if len(row) > 3 else A,
            (
                Evidence(
                    ident,
                    at(sentence),
                    at(f"Ada {row[0]}son", sentence),
                    at(row[1], sentence),
                    at(f"Ada {row[2]}son", sentence),
                    source=row[4] if len(row) > 4 else None,
                ),
            ),
        )
        for row, sentence in zip(rows, sentences, strict=True)
    ]
    return ArticleGraph(article, tuple(entities), tuple(statements)).check()


def cells(table: Table, *columns: str) -> list[tuple[object, ...]]:
    return list(zip(*(table.column(c) for c in columns), strict=True))


STAR = made(("a", "2024", "X", [("B", "supports", "A"), ("C", "supports", "A"), ("D", "supports", "A")]))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure.DEGREE, {"A": 3, "B": 1}),
        (Measure.STRENGTH, {"A": 3, "B": 1}),
        (Measure.BETWEENNESS, {"A": 1, "B": 0}),
        (Measure.EIGENVECTOR, {"A": 0.707107, "B": 0.408248}),
    ],
)
def test_centrality_of_a_star(measure: Measure, expected: dict[str, float]) -> None:
    found = dict(cells(centrality(STAR, measures=[measure]), "entity", str(measure)))
    assert {n: found[f"Ada {n}son"] for n in expected} == pytest.approx(expected)


def test_pagerank_is_that_of_the_reference() -> None:
    """Against the closed form of a star: the three leaves have r, the centre c, and 3r + c = 1."""
    found = dict(cells(centrality(STAR, measures=[Measure.PAGERANK]), "entity", "pagerank"))
    leaf = found["Ada Bson"]
    assert sum(found.values()) == pytest.approx(1, abs=1e-5)
    assert leaf == pytest.approx(0.15 / 4 + 0.85 * found["Ada Ason"] / 4, abs=1e-5)


def test_what_is_denied_or_possible_joins_nobody(sample_graph: KnowledgeGraph) -> None:
    held = centrality(sample_graph, measures=[Measure.DEGREE])
    every = centrality(sample_graph, measures=[Measure.DEGREE], statuses=list(Status))
    assert dict(cells(held, "entity", "degree"))["Parti des Rivières"] == 1  # led, but not funded
    assert dict(cells(every, "entity", "degree"))["Parti des Rivières"] == 2


def test_types_hold_for_both_ends(sample_graph: KnowledgeGraph) -> None:
    assert centrality(sample_graph, types=["Company"], measures=[Measure.DEGREE]).rows == (
        ("Nordavia", "Company", 1, "group/nordavia"),
        ("Quantelle", "Company", 1, "group/quantelle"),
    )


@pytest.mark.parametrize("method", list(Method))
def test_two_cliques_are_two_communities(method: Method) -> None:
    pairs = [(x, y) for group in ("ABCD", "EFGH") for x in group for y in group if x < y]
    graph = made(("a", "", "", [(x, "supports", y) for x, y in [*pairs, ("D", "E")]]))
    table = communities(graph, method=method)
    assert {(n, name[4]) for n, name in cells(table, "community", "entity")} == {
        *((1, x) for x in "ABCD"),
        *((2, x) for x in "EFGH"),
    }
    assert "2 communities" in table.notes[0]


def test_ties_count_what_joins(sample_graph: KnowledgeGraph) -> None:
    first = ties(sample_graph, types=["Company"]).dicts()[0]
    assert (first["a"], first["b"], first["statements"], first["articles"]) == ("Nordavia", "Quantelle", 1, 2)
    assert (first["publications"], first["relations"], first["in"]) == (2, "acquired", "La Gazette du Rhône; The Wire")
    assert (first["first"], first["last"]) == ("2024-03-13", "2025-01")


def test_ego(sample_graph: KnowledgeGraph) -> None:
    table = ego(sample_graph, "group/quantelle")
    assert cells(table, "id", "distance", "weight", "relations", "shared") == [
        ("group/nordavia", 1, 2, "← acquired", 1),
        ("human/ines-vauquelin", 1, 2, "← leads", 1),
    ]
    assert table.notes == ("2 entities within 1 of Quantelle, 1 ties among them, density 1.000",)
    with pytest.raises(ValueError, match="no entity 'x'"):
        ego(sample_graph, "x")


def test_ego_of_one_that_nothing_joins(sample_graph: KnowledgeGraph) -> None:
    assert ego(sample_graph, "group/quantelle", relations=["sued"]).rows == ()


# --- signs and balance ------------------------------------------------------------------------------------------------


def test_the_signs_of_the_ontology() -> None:
    signs = {name: r.sign for name, r in ontology().relations.items() if r.sign}
    assert {name for name, sign in signs.items() if sign > 0} == {"supports", "funds", "partner_of"}
    assert {"opposes", "criticizes", "accuses", "sued"} <= {name for name, sign in signs.items() if sign < 0}


def test_a_tie_takes_the_sign_of_more_sentences() -> None:
    graph = made(
        ("a", "2024", "X", [("A", "supports", "B"), ("B", "sued", "A"), ("A", "opposes", "C")]),
        ("b", "2025", "Y", [("A", "supports", "B"), ("C", "funds", "A"), ("B", "opposes", "C", "negated")]),
    )
    assert cells(signed_ties(graph), "a", "b", "sign", "support", "opposition") == [
        ("Ada Ason", "Ada Bson", "support", 2, 1),
        ("Ada Ason", "Ada Cson", "mixed", 1, 1),
    ]


PLUS, MINUS = "supports", "opposes"


@pytest.mark.parametrize(
    ("edges", "kind", "index"),
    [
        ("AB+ BC+ AC+", "+++", 0),
        ("AB+ BC+ AC-", "++-", 1),
        ("AB+ BC- AC-", "+--", 0),
        ("AB- BC- AC-", "---", 1),
    ],
)
def test_triads(edges: str, kind: str, index: int) -> None:
    graph = made(("a", "", "", [(e[0], PLUS if e[2] == "+" else MINUS, e[1]) for e in edges.split()]))
    found = dict(balance(graph).rows)
    assert {k for k in ("+++", "++-", "+--", "---") if found[f"triads {k}"]} == {kind}
    assert found["frustration index, at least"] == found["frustration index, at most"] == index
    assert found["balanced"] is (index == 0)
    assert triad_table(graph).rows == (("Ada Ason", "Ada Bson", "Ada Cson", kind, index == 0),)


def test_camps() -> None:
    graph = made(
        ("a", "", "", [("A", PLUS, "B"), ("B", MINUS, "C"), ("C", PLUS, "D"), ("D", PLUS, "E"), ("F", MINUS, "G")])
    )
    assert cells(camps(graph), "part", "camp", "entity") == [
        (1, 1, "Ada Cson"), (1, 1, "Ada Dson"), (1, 1, "Ada Eson"), (1, 2, "Ada Ason"), (1, 2, "Ada Bson"),
        (2, 1, "Ada Fson"), (2, 2, "Ada Gson"),
    ]  # fmt: skip


def signed(edges: dict[tuple[int, int], int]) -> "networkx.Graph[str]":
    network: networkx.Graph[str] = networkx.Graph()
    network.add_edges_from((f"{a:02}", f"{b:02}", {"sign": s}) for (a, b), s in edges.items())
    return network


def least(network: "networkx.Graph[str]") -> int:
    """The frustration index, by trying everything."""
    nodes = sorted(network)
    return min(
        sum(sides[a] != sides[b] if d["sign"] > 0 else sides[a] == sides[b] for a, b, d in network.edges(data=True))
        for choice in product((0, 1), repeat=len(nodes))
        for sides in [dict(zip(nodes, choice, strict=True))]
    )


networks = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda e: e[0] < e[1]),
    st.sampled_from([1, -1]),
    min_size=1,
    max_size=24,
)


@settings(max_examples=60, deadline=None)
@given(networks)
def test_the_frustration_index_is_exact_in_small_networks(edges: dict[tuple[int, int], int]) -> None:
    network = signed(edges)
    division = divide(network)
    assert division.upper == division.lower == least(network)
    against = {
        (a, b) for a, b, d in network.edges(data=True) if (division.camps[a] == division.camps[b]) != (d["sign"] > 0)
    }
    assert {tuple(sorted(pair)) for pair in against} == set(division.frustrated)


def test_a_large_network_is_searched_between_bounds() -> None:
    chance = random.Random(1)
    side = {n: chance.choice((1, -1)) for n in range(60)}
    edges = {(a, b): side[a] * side[b] for a in range(60) for b in range(a + 1, 60) if chance.random() < 0.2}
    assert divide(signed(edges)).upper == 0  # balanced: found although it is not tried out
    for pair in chance.sample(sorted(edges), 12):
        edges[pair] *= -1
    division = divide(signed(edges))
    assert 1 <= division.lower <= division.upper <= 12


def test_triads_are_those_of_networkx() -> None:
    chance = random.Random(2)
    network = signed(
        {(a, b): chance.choice((1, -1)) for a in range(30) for b in range(a + 1, 30) if chance.random() < 0.3}
    )
    assert len(list(triads(network))) == sum(networkx.triangles(network).values()) // 3


# --- claims -----------------------------------------------------------------------------------------------------------


def test_claims(sample_graph: KnowledgeGraph) -> None:
    assert cells(claims(sample_graph), "source", "voice", "subject_id", "relation", "object", "status", "stance") == [
        ("La Gazette du Rhône", "quoted", "group/nordavia", "funds", "Parti des Rivières", "negated", "support"),
        ("The Wire", "publication", "human/ines-vauquelin", "sued", "Nordavia", "asserted", "opposition"),
    ]
    assert cells(claims(sample_graph, stances=["other"], statuses=[U]), "source", "relation") == [
        ("Paul Astier", "left")
    ]


def test_stances_are_of_each_voice() -> None:
    graph = made(
        ("a", "2024", "X", [("A", "supports", "B"), ("C", "supports", "B"), ("A", "opposes", "B", "asserted", "D")]),
        ("b", "2024", "X", [("A", "criticizes", "B")]),
    )
    assert cells(stances(graph), "source", "voice", "about", "by", "support", "opposition", "balance") == [
        ("X", "publication", "Ada Bson", "Ada Ason; Ada Cson", 2, 1, 1),
        ("Ada Dson", "quoted", "Ada Bson", "Ada Ason", 0, 1, -1),
    ]


# --- comparison and time ----------------------------------------------------------------------------------------------

PAPERS = made(
    ("a1", "2023-05-01", "X", [("A", "supports", "B"), ("A", "sued", "C"), ("B", "leads", "C"), ("C", "opposes", "D")]),
    ("a2", "2024-02", "Y", [("A", "supports", "B"), ("A", "sued", "C", "negated"), ("B", "leads", "C", "ended"), ("D", "funds", "A")]),
    ("a3", "", "Z", [("D", "opposes", "A")]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (Part("X"), Part("Y")),
        (Part.period("2023"), Part.period("2024")),
        (Part.period("..2023-05"), Part.period("2023-06..")),
    ],
)
def test_compare(a: Part, b: Part) -> None:
    table = compare(PAPERS, a, b)
    assert [(o, s[4], r, x[4], p, q) for o, s, r, x, p, q in cells(table, "outcome", "subject", "relation", "object", "a", "b")] == [
        ("contradiction", "A", "sued", "C", "asserted", "negated"),
        ("other status", "B", "leads", "C", "asserted", "ended"),
        ("shared", "A", "supports", "B", "asserted", "asserted"),
        ("only a", "C", "opposes", "D", "asserted", ""),
        ("only b", "D", "funds", "A", "", "asserted"),
    ]  # fmt: skip
    assert table.notes == (f"a is {a}, b is {b}: 1 contradiction, 1 other status, 1 shared, 1 only a, 1 only b",)


@pytest.mark.parametrize("text", ["", "..", "2024-13", "soon", "2024..never", "24", "2024-1"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"no (date|period)"):
        Part.period(text)


def test_a_year_holds_its_days_until_the_last() -> None:
    graph = made(("a", "2023-12-31", "X", [("A", "supports", "B")]), ("b", "2024-01-01", "X", [("A", "supports", "B")]))
    part = Part.period("2023")
    assert [part.holds(graph, i) for i in ("a", "b")] == [True, False]


def test_timeline() -> None:
    assert timeline(PAPERS, step=Step.YEAR).rows == (("2023", 4, 1, 2, 1, 4, 1), ("2024", 3, 2, 0, 1, 3, 1))
    by_month = timeline(PAPERS)
    assert [row[0] for row in by_month][:2] == ["2023-05", "2023-06"]
    assert len(by_month) == 10
    assert by_month.rows[1] == ("2023-06", 0, 0, 0, 0, 0, 0)
    assert by_month.notes == ("1 pieces of evidence without a date to the month are left out",)


def test_timeline_by_the_time_of_what_happened(sample_graph: KnowledgeGraph) -> None:
    table = timeline(sample_graph, "group/nordavia", step=Step.YEAR, clock=Clock.EVENT)
    assert table.rows == (("2024", 2, 0, 0, 2, 1, 2), ("2025", 1, 0, 1, 0, 1, 1))


# --- all of them ------------------------------------------------------------------------------------------------------

EVERY = [
    centrality, communities, ties, signed_ties, balance, triad_table, camps, claims, stances, timeline,
    lambda graph, **_: compare(graph, Part("X"), Part("Y")),
]  # fmt: skip


@pytest.mark.parametrize("analysis", EVERY)
def test_an_empty_graph_has_an_answer(analysis) -> None:
    assert isinstance(analysis(EMPTY), Table)


@pytest.mark.parametrize("analysis", EVERY)
def test_the_order_of_articles_does_not_show(analysis, sample_graph: KnowledgeGraph) -> None:
    for graph in (sample_graph, PAPERS):
        turned = KnowledgeGraph(reversed(list(graph.article_graphs.values())))
        assert analysis(turned) == analysis(graph)


@pytest.mark.parametrize("analysis", EVERY)
def test_hostile_names_are_plain_cells(analysis, hostile_graph: KnowledgeGraph) -> None:
    for row in analysis(hostile_graph):
        assert all(cell is None or isinstance(cell, str | int | float | bool) for cell in row)


@pytest.mark.parametrize("weight", list(Weight))
def test_each_weight(weight: Weight, sample_graph: KnowledgeGraph) -> None:
    found = dict(cells(centrality(sample_graph, weight=weight, measures=[Measure.STRENGTH]), "entity", "strength"))
    assert found["Quantelle"] == {"none": 2, "statements": 3, "sentences": 4, "articles": 4, "publications": 4}[weight]


def test_given_statements_are_all_that_counts(sample_graph: KnowledgeGraph) -> None:
    chosen = sample_graph.statements(relation="acquired")
    assert len(ties(sample_graph, statements=chosen)) == 1


def test_a_table_is_what_it_says() -> None:
    table = Table(("a", "b"), ((1, "x"), (2, None), (3, "z")))
    assert table.head(2).rows == ((1, "x"), (2, None))
    assert table.head(2).notes == ("1 more of 3 rows",)
    assert table.dicts()[0] == {"a": 1, "b": "x"}
    assert list(table.to_pandas()["a"]) == [1, 2, 3]
    with pytest.raises(ValueError, match="3 cells under 2"):
        Table(("a", "b"), ((1, 2, 3),))
