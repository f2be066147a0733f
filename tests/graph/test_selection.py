"""Choosing statements, and what is made of them: neighbours, a timeline, networks, a table."""

import sys
from datetime import date

import networkx
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaisons.graph.errors import UserError
from liaisons.graph.example import example
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Status
from liaisons.graph.rows import Row, rows
from liaisons.graph.values import bounds, precision

INES, PAUL, NORDAVIA, QUANTELLE = "human/ines-vauquelin", "human/paul-astier", "group/nordavia", "group/quantelle"


def short(statements) -> list[str]:
    return [f"{s.relation} {s.status} {len(s.evidence)}" for s in statements]


ALL = [
    "acquired asserted 2",
    "funds negated 1",
    "organized asserted 1",
    "located_in asserted 1",
    "leads asserted 1",
    "leads ended 1",
    "left uncertain 1",
    "met_with asserted 1",
    "sued asserted 1",
    "leads asserted 1",
]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ALL),
        ({"subject": "nordavia"}, ALL[:3]),
        ({"subject": [NORDAVIA, "Lyon"]}, ALL[:3]),
        ({"object": "Quantelle", "relation": "leads"}, ALL[4:6]),
        ({"object": "Quantelle", "relation": ["leads", "left"], "status": Status.UNCERTAIN}, ALL[6:7]),
        ({"about": "PDR"}, [ALL[1], ALL[9]]),
        ({"about": ["Paul Astier", "Lyon"]}, [ALL[3], ALL[7], ALL[9]]),
        ({"about": []}, []),
        ({"subject": "Paul Astier", "relation": "met_with"}, ALL[7:8]),  # it has no direction
        ({"object": "Paul Astier", "relation": "met_with"}, ALL[7:8]),
        ({"subject": "Paul Astier", "object": "Ines Vauquelin"}, ALL[7:8]),
        ({"subject": "Paul Astier", "object": "Quantelle"}, []),
        ({"status": ["ended", "negated"]}, [ALL[1], ALL[5]]),
        ({"status": [Status.ENDED]}, [ALL[5]]),
        ({"article": "wire-7"}, ["acquired asserted 1", "leads ended 1", "sued asserted 1"]),
        ({"source": "The Wire"}, ["acquired asserted 1", "leads ended 1", "sued asserted 1"]),
        ({"source": "la gazette du rhône"}, ["acquired asserted 1", "funds negated 1", *ALL[4:5], *ALL[6:8]]),
        ({"source": "Paul Astier"}, [ALL[6]]),  # who is quoted
        ({"source": ["Paul Astier", "The Wire"]}, ["acquired asserted 1", ALL[5], ALL[6], ALL[8]]),
        ({"min_confidence": 0.95}, ["acquired asserted 1", *ALL[2:5], ALL[9]]),
        # the date of the fact, or else that of the article; "bare" has none but for the summit of 2023
        ({"since": "2025"}, ["leads ended 1", "sued asserted 1"]),
        ({"until": 2023}, ["located_in asserted 1"]),
        ({"since": "2024-03-13"}, [*ALL[:2], *ALL[4:7], ALL[8]]),
        ({"since": "2024-03-13", "until": "2024-03-13"}, [*ALL[:2], ALL[4], ALL[6]]),
        ({"since": date(2024, 3, 12), "until": "2024-03-12", "about": "Paul Astier"}, [ALL[7]]),
        ({"since": "2026"}, []),
        ({"since": "2025", "until": "2024"}, []),
    ],
)
def test_statements(sample_graph, filters, expected):
    assert short(sample_graph.statements(**filters)) == expected


def test_an_entity_is_as_good_as_its_name(sample_graph):
    entity = sample_graph.entity("Quantelle")
    assert sample_graph.statements(object=entity) == sample_graph.statements(object="Quantelle")
    assert sample_graph.entity(entity) is entity


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"subject": "Personne"}, "no entity called 'Personne' in this graph"),
        ({"relation": "lead"}, "no relation 'lead'; there are leads, "),
        ({"status": "denied"}, "no status 'denied'; there are asserted, ended, negated, uncertain"),
        ({"article": "wire"}, "no article 'wire'; there are bare, gazette/2024-03-13, silent, wire-7"),
        ({"source": "Le Mur"}, "no entity called 'Le Mur' in this graph"),
        ({"since": "mars"}, "no date: 'mars'; write a year, a month or a day, such as 2023, 2023-11 or 2023-11-22"),
        ({"until": "2023-02-30"}, "no date: '2023-02-30'; "),
    ],
)
def test_what_there_is_not(sample_graph, filters, message):
    with pytest.raises(UserError) as raised:
        sample_graph.statements(**filters)
    assert str(raised.value).startswith(message)


def test_no_confidence(sample_graph):
    with pytest.raises(ValueError, match=r"confidence outside 0\.\.1: 2"):
        sample_graph.statements(min_confidence=2)


dates = st.dates(date(2022, 1, 1), date(2026, 1, 1)).map(str).flatmap(lambda d: st.sampled_from([d, d[:7], d[:4]]))


@given(dates, dates)
def test_what_is_chosen_may_fall_into_the_time(sample_graph, since, until):
    first, last = bounds(since)[0], bounds(until)[1]
    chosen = {(s.key, e) for s in sample_graph.statements(since=since, until=until) for e in s.evidence}
    for s in sample_graph.statements():
        for e in s.evidence:
            days = bounds(e.when or sample_graph.articles[e.article].date)
            assert ((s.key, e) in chosen) == (days is not None and days[1] >= first and days[0] <= last)


@given(st.text(max_size=12) | dates)
def test_dates(value):
    found = bounds(value)
    assert (found is None) == (precision(value) is None)
    if found is not None:
        assert found[0] <= found[1]
        assert str(found[0]).startswith(value)
        assert str(found[1]).startswith(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("0000", None),
        ("2023-13", None),
        ("2023-1", None),
        ("", None),
    ],
)
def test_the_days_that_a_date_may_mean(value, expected):
    found = bounds(value)
    assert (found and tuple(map(str, found))) == expected


# --- neighbours, timeline


def near(found) -> list[tuple[int, str, list[str]]]:
    return [(n.distance, n.entity.name, [s.relation for s in n.statements]) for n in found]


def test_neighbours(sample_graph):
    assert near(sample_graph.neighbours("Quantelle")) == [
        (1, "Ines Vauquelin", ["leads", "leads"]),
        (1, "Nordavia", ["acquired"]),
    ]
    assert near(sample_graph.neighbours("Quantelle", depth=2)) == [
        (1, "Ines Vauquelin", ["leads", "leads"]),
        (1, "Nordavia", ["acquired"]),
        (2, "sommet des Rivières 2023", ["organized"]),
        (2, "Paul Astier", ["met_with"]),
    ]
    assert near(sample_graph.neighbours("Quantelle", statuses="uncertain")) == [(1, "Ines Vauquelin", ["left"])]
    assert near(sample_graph.neighbours("Quantelle", relations=["leads"], statuses=Status, depth=9)) == [
        (1, "Ines Vauquelin", ["leads", "leads"])
    ]
    assert sample_graph.neighbours("Quantelle", depth=0) == ()


def test_paths_keep_their_statements(sample_graph):
    (found,) = sample_graph.paths("Lyon", sample_graph.entity("nordavia"))
    assert str(found) == "Lyon — sommet des Rivières 2023 — Nordavia"
    assert [short(step) for step in found.steps] == [["located_in asserted 1"], ["organized asserted 1"]]


def test_the_steps_of_a_path_are_of_the_statuses_walked(sample_graph):
    (found,) = sample_graph.paths("Quantelle", "Ines Vauquelin", max_length=1, statuses=["ended", "uncertain"])
    assert short(found.steps[0]) == ["leads ended 1", "left uncertain 1"]


def test_timeline(sample_graph):
    assert [
        (m.date, m.precision, m.of_article, m.statement.relation, m.evidence.article)
        for m in sample_graph.timeline(["Quantelle", "Lyon"])
    ] == [
        ("2023", "year", False, "located_in", "bare"),
        ("2024", "year", False, "acquired", "wire-7"),
        ("2024-03", "month", False, "acquired", "gazette/2024-03-13"),
        ("2024-03-13", "day", True, "leads", "gazette/2024-03-13"),
        ("2024-03-13", "day", True, "left", "gazette/2024-03-13"),
        ("2025-01", "month", True, "leads", "wire-7"),
    ]
    assert [m.date for m in sample_graph.timeline("Quantelle", since="2025", status="ended")] == ["2025-01"]
    assert len(sample_graph.timeline()) == 9


def test_a_date_that_is_none_is_not_used(hostile_graph):
    assert hostile_graph.timeline() == ()  # "demain", in an article of 30 February


# --- networks


def test_one_edge_between_two(sample_graph):
    network = sample_graph.to_networkx("directed", statuses=Status)
    assert type(network) is networkx.DiGraph
    edge = network.edges[INES, QUANTELLE]
    assert (edge["weight"], short(edge["statements"])) == (2, ALL[4:7])
    assert not network.has_edge(QUANTELLE, INES)
    simple = sample_graph.to_networkx("simple", statuses=Status)
    assert type(simple) is networkx.Graph
    assert {frozenset(e) for e in simple.edges} == {frozenset(e) for e in network.edges}
    assert "location/lyon" in simple
    assert INES not in sample_graph.to_networkx(statements=sample_graph.statements(about="Lyon"))
    assert set(sample_graph.to_networkx(statements=(), isolated=True)) == set(sample_graph.entities)


@pytest.mark.parametrize(
    ("weight", "expected"), [("articles", 2), ("sentences", 2), ("statements", 2), ("confidence", 0.95 + 0.85)]
)
def test_weights(sample_graph, weight, expected):
    network = sample_graph.to_networkx("simple", weight=weight)
    assert network.edges[INES, QUANTELLE]["weight"] == pytest.approx(expected)


def test_what_does_not_hold_is_no_tie(sample_graph):
    for kind in ("multi", "directed", "simple"):
        network = sample_graph.to_networkx(kind)
        assert not network.has_edge(NORDAVIA, "group/parti-des-rivieres")
        assert network.has_edge(NORDAVIA, QUANTELLE)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"kind": "tree"}, "no kind of network 'tree'; there are multi, directed, simple"),
        ({"weight": "money"}, "no weight 'money'; there are articles, sentences, statements, confidence"),
        ({"statuses": "denied"}, "no status 'denied'"),
    ],
)
def test_no_such_network(sample_graph, options, message):
    with pytest.raises(UserError, match=f"^{message}"):
        sample_graph.to_networkx(**options)


# --- pandas, files


def test_pandas(sample_graph):
    frame = sample_graph.to_pandas()
    assert list(frame.columns) == list(Row._fields)
    assert [tuple(row) for row in frame.itertuples(index=False)] == [tuple(r) for r in rows(sample_graph)]
    assert isinstance(frame, pandas.DataFrame)
    some = sample_graph.to_pandas(sample_graph.statements(relation="sued"))
    assert some["sentence"].tolist() == ["Ines Vauquelin, the former boss of Quantelle, sued Nordavia (NVD) in 2025."]
    empty = KnowledgeGraph().to_pandas()
    assert (len(empty), list(empty.columns)) == (0, list(Row._fields))


def test_without_pandas(sample_graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UserError, match=r"^this needs pandas: pip install 'liaisons\[analysis\]'$"):
        sample_graph.to_pandas()


def test_open(sample_graph, tmp_path):
    from liaisons.graph import store

    store.write(sample_graph, tmp_path / store.FILE)
    for path in (tmp_path, str(tmp_path), tmp_path / store.FILE):
        assert KnowledgeGraph.open(path) == sample_graph
    assert KnowledgeGraph.open(tmp_path, 0.9) == sample_graph.above(0.9)
    with pytest.raises(UserError, match=r"x\.sqlite: no such store"):
        KnowledgeGraph.open(tmp_path / "x.sqlite")


def test_the_example_holds_together():
    assert example().check() == example()
