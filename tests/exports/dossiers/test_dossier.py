"""What a dossier holds, over the hand-built graphs of tests/conftest.py."""

import pytest

from liaisons.exports.dossiers.archive import Archive, anchor
from liaisons.exports.dossiers.dates import Dated, dated, distinct
from liaisons.exports.dossiers.dossier import dossier
from liaisons.exports.dossiers.marks import Piece, outside, pieces, sentence
from liaisons.exports.dossiers.records import Dossier, Tenure
from liaisons.exports.dossiers.tenures import posts, tenures
from liaisons.exports.dossiers.voices import claims, speakers
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status
from liaisons.graph.ontology import ontology

A, E, N, U = Status.ASSERTED, Status.ENDED, Status.NEGATED, Status.UNCERTAIN


def of(graph: KnowledgeGraph, name: str) -> Dossier:
    return dossier(Archive(graph), graph.entity(name))


def test_who_and_where(sample_graph: KnowledgeGraph) -> None:
    found = of(sample_graph, "Nordavia")
    assert found.entity.id == "group/nordavia"
    assert [a.id for a in found.articles] == ["wire-7", "gazette/2024-03-13", "bare"]
    assert found.statuses == {A: 3, N: 1}
    assert found.event is None
    assert of(sample_graph, "sommet des Rivières 2023").event is not None


def test_families_in_the_order_of_the_ontology_and_what_holds_first(sample_graph: KnowledgeGraph) -> None:
    found = of(sample_graph, "Vauquelin")
    assert [(f.name, [(s.relation, s.status) for s in f.statements]) for f in found.families] == [
        ("affiliation", [("leads", A), ("leads", E), ("left", U)]),
        ("contact", [("met_with", A)]),
        ("justice", [("sued", A)]),
    ]


def test_the_gist_has_only_what_holds(sample_graph: KnowledgeGraph, hostile_graph: KnowledgeGraph) -> None:
    for graph in (sample_graph, hostile_graph):
        for entity in graph.entities.values():
            assert {s.status for s in dossier(Archive(graph), entity).gist} <= {A}
    assert [s.relation for s in of(sample_graph, "Vauquelin").gist] == ["leads", "met_with", "sued"]


def test_signed_ties_follow_the_ontology_and_count_what_is_asserted(sample_graph: KnowledgeGraph) -> None:
    stands = [(s.sign, str(s.direction), s.other, s.sentences) for s in of(sample_graph, "Nordavia").stands]
    assert stands == [(1, "out", "group/parti-des-rivieres", 0), (-1, "in", "human/ines-vauquelin", 1)]


def test_what_the_entity_is_quoted_for(sample_graph: KnowledgeGraph) -> None:
    assert [(s.relation, s.status) for s, _ in of(sample_graph, "Paul Astier").quoted] == [("left", U)]


def test_events_are_those_of_the_graph(sample_graph: KnowledgeGraph) -> None:
    for entity in sample_graph.entities.values():
        assert dossier(Archive(sample_graph), entity).events == sample_graph.events(participant=entity)


def test_the_figure_has_every_dated_statement_at_its_date(sample_graph: KnowledgeGraph) -> None:
    found = [(m.date.value, m.date.of_article, m.statement.relation) for m in of(sample_graph, "Vauquelin").marks]
    assert found == [
        ("2024-03-12", False, "met_with"),
        ("2024-03-13", True, "leads"),
        ("2024-03-13", True, "left"),
        ("2025", False, "sued"),
        ("2025-01", True, "leads"),
    ]


def test_the_order_of_articles_makes_no_difference(sample_graph: KnowledgeGraph) -> None:
    other = KnowledgeGraph(list(sample_graph.article_graphs.values())[::-1])
    assert [of(sample_graph, n) for n in sample_graph.entities] == [of(other, n) for n in other.entities]


# --- posts over time --------------------------------------------------------------------------------------------------


def stated(*rows: tuple[str, str, str, Status, str]) -> list[Statement]:
    """Statements of one article of 2020-05-04: (subject, relation, object, status, when)."""
    found = []
    for n, (subject, relation, object_, status, when) in enumerate(rows):
        spans = (Span(i, i + 1, "x") for i in (0, 1, 2))
        evidence = Evidence("a", Span(10 * n, 10 * n + 9, "x" * 9), *spans, when=when or None)
        found.append(Statement(subject, relation, object_, status, (evidence,)))
    return found


ARTICLES = {"a": Article("a", "x", date="2020-05-04")}


def rows(found: tuple[Tenure, ...]) -> list[tuple[object, ...]]:
    return [(t.relation, t.status, t.since, t.until, [(d.value, d.of_article) for d in t.at]) for t in found]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            [("p", "leads", "c", A, "")], [("leads", A, (), (), [("2020-05-04", True)])], id="only the article's date"
        ),
        pytest.param(
            [("p", "leads", "c", A, "2016")],
            [("leads", A, (), (), [("2016", False)])],
            id="a date of the post is neither beginning nor end",
        ),
        pytest.param(
            [("p", "works_for", "c", A, ""), ("p", "joined", "c", A, "2019-03")],
            [("works_for", A, ("2019-03",), (), [])],
            id="who joined began",
        ),
        pytest.param(
            [("p", "leads", "c", E, ""), ("c", "dismissed", "p", A, "2018"), ("p", "left", "c", A, "2018-04")],
            [("leads", E, (), ("2018-04",), [])],
            id="dismissed by the one and left: one end, as exact as is known",
        ),
        pytest.param(
            [("p", "leads", "c", A, ""), ("p", "left", "c", U, "2021")],
            [("leads", A, (), (), [("2020-05-04", True)]), ("left", U, (), (), [("2021", False)])],
            id="who may leave ends nothing",
        ),
        pytest.param(
            [("p", "leads", "c", E, ""), ("p", "left", "c", N, "2021")],
            [("leads", E, (), (), [("2020-05-04", True)]), ("left", N, (), (), [("2021", False)])],
            id="who denies to have left ends nothing",
        ),
        pytest.param(
            [("p", "leads", "c", A, ""), ("p", "left", "c", A, "2018")],
            [("left", A, (), ("2018",), []), ("leads", A, (), (), [("2020-05-04", True)])],
            id="a post that is said to hold is not ended by an older departure",
        ),
        pytest.param(
            [("p", "leads", "c", N, ""), ("p", "joined", "c", A, "2019")],
            [("joined", A, ("2019",), (), []), ("leads", N, (), (), [("2020-05-04", True)])],
            id="what is denied did not begin",
        ),
        pytest.param(
            [("p", "leads", "c", E, ""), ("q", "left", "c", A, "2018")],
            [("left", A, (), ("2018",), []), ("leads", E, (), (), [("2020-05-04", True)])],
            id="somebody else's departure is somebody else's",
        ),
        pytest.param([("p", "founded", "c", A, "2015")], [("founded", A, (), (), [("2015", False)])], id="an act"),
        pytest.param([("p", "owns", "c", A, "2015"), ("p", "sued", "c", A, "2016")], [], id="no posts"),
        pytest.param(
            [("p", "advises", "q", A, "2015"), ("p", "leads", "c", A, "2014")],
            [("leads", A, (), (), [("2014", False)]), ("advises", A, (), (), [("2015", False)])],
            id="in the order of time",
        ),
    ],
)
def test_posts_over_time(given: list[tuple[str, str, str, Status, str]], expected: list[object]) -> None:
    assert rows(tenures(stated(*given), ARTICLES)) == expected
    assert rows(tenures(stated(*given)[::-1], ARTICLES)) == expected


def test_posts_are_read_off_the_ontology() -> None:
    relations = ontology().relations
    assert {"leads", "works_for", "represents", "member_of", "advises", "joined", "left", "dismissed"} <= posts()
    assert not {"owns", "part_of", "sued", "supports", "acquired"} & posts()
    assert posts() <= set(relations)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ()),
        (["2023", "2023-10", "2023-10-13"], ("2023-10-13",)),
        (["2023-10", "2023-11", "2023"], ("2023-10", "2023-11")),
        (["2024", "2019"], ("2019", "2024")),
        (["demain", "2023-02-30"], ()),
    ],
)
def test_dates_that_differ(dates: list[str], expected: tuple[str, ...]) -> None:
    assert distinct(dates) == expected


@pytest.mark.parametrize(
    ("when", "article", "expected"),
    [
        ("2023-11", "2024-01-01", Dated("2023-11")),
        (None, "2024-01-01", Dated("2024-01-01", True)),
        (None, "2024-01-01T08:30:00+01:00", Dated("2024-01-01", True)),
        ("demain", "2024", Dated("2024", True)),
        (None, "demain", None),
        (None, "", None),
    ],
)
def test_the_date_of_an_evidence(when: str | None, article: str, expected: Dated | None) -> None:
    span = Span(0, 1, "x")
    assert dated(Evidence("a", span, span, span, span, when=when), Article("a", "x", date=article)) == expected


# --- sources compared -------------------------------------------------------------------------------------------------


def voices_graph(*given: tuple[str, Status, str]) -> KnowledgeGraph:
    """An article for each (publication, status, who is quoted or ""): whether Nordavia bought Quantelle."""
    graphs = []
    for n, (publication, status, quoted) in enumerate(given):
        text = f"Nordavia rachète Quantelle, selon {quoted or 'personne'}."
        article = Article(f"a{n}", text, "fr", source=publication, date=f"2024-01-0{n + 1}")

        def span(form: str, text: str = text) -> Span:
            start = text.index(form)
            return Span.of(text, start, start + len(form))

        names = {"n": ("Nordavia", "Company"), "q": ("Quantelle", "Company")}
        if quoted:
            names["s"] = (quoted, "Person")
        entities = tuple(Entity(i, f, t, (Mention(article.id, span(f)),)) for i, (f, t) in names.items())
        evidence = Evidence(
            article.id,
            Span.of(text, 0, len(text)),
            *(span("Nordavia"), span("rachète"), span("Quantelle")),
            source="s" if quoted else None,
        )
        graphs.append(ArticleGraph(article, entities, (Statement("n", "acquired", "q", status, (evidence,)),)))
    return KnowledgeGraph(graphs).check()


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ([("Écho", A, "")], None),
        ([("Écho", A, ""), ("Écho", A, "")], None),
        ([("Écho", A, ""), ("Fil", A, "")], "agreement"),
        ([("Écho", A, ""), ("Fil", E, "")], "agreement"),
        ([("Écho", N, ""), ("Fil", N, "")], "agreement"),
        ([("Écho", U, ""), ("Fil", U, "")], "agreement"),
        ([("Écho", A, ""), ("Fil", N, "")], "contradiction"),
        ([("Écho", E, ""), ("Fil", N, "")], "contradiction"),
        ([("Écho", A, ""), ("Écho", N, "Paul Astier")], "contradiction"),
        ([("Écho", A, ""), ("Écho", N, "")], "contradiction"),
        ([("Écho", A, ""), ("Fil", U, "")], "doubt"),
        ([("Écho", N, ""), ("Fil", U, "")], "doubt"),
        ([("Écho", A, ""), ("Fil", U, ""), ("Cri", N, "")], "contradiction"),
    ],
)
def test_sources_that_agree_and_contradict(given: list[tuple[str, Status, str]], outcome: str | None) -> None:
    graph = voices_graph(*given)
    found = claims(graph, graph.statements())
    assert [str(c.outcome) for c in found] == ([outcome] if outcome else [])
    said = {(str(status), v.name) for c in found for status, voices in c.voices for v, _ in voices}
    assert said == ({(str(s), q or p) for p, s, q in given} if outcome else set())


def test_voices_are_publications_and_those_they_quote() -> None:
    graph = voices_graph(("Écho", A, ""), ("Écho", N, "Paul Astier"), ("Fil", A, ""), ("", U, ""))
    found = [(s.voice.name, s.voice.quoted, s.articles, dict(s.statuses)) for s in speakers(graph, graph.statements())]
    assert found == [
        ("Fil", False, 1, {A: 1}),
        ("unknown", False, 1, {U: 1}),
        ("Écho", False, 1, {A: 1}),
        ("Paul Astier", True, 1, {N: 1}),
    ]


# --- pieces of text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], [("bcdefghi", "")]),
        ([(2, 4, "s"), (4, 6, "c"), (6, 8, "o")], [("b", ""), ("cd", "s"), ("ef", "c"), ("gh", "o"), ("i", "")]),
        (
            [(2, 6, "s"), (4, 8, "c"), (4, 5, "o")],
            [("b", ""), ("cd", "s"), ("e", "cos"), ("f", "cs"), ("gh", "c"), ("i", "")],
        ),
        ([(0, 3, "s"), (8, 10, "o")], [("bc", "s"), ("defgh", ""), ("i", "o")]),
        ([(0, 1, "s"), (9, 10, "o")], [("bcdefghi", "")]),
        ([(2, 4, "s"), (3, 6, "s")], [("b", ""), ("c", "s"), ("d", "s"), ("ef", "s"), ("ghi", "")]),
    ],
)
def test_pieces(spans: list[tuple[int, int, str]], expected: list[tuple[str, str]]) -> None:
    found = pieces("abcdefghij", 1, 9, spans)
    assert [(p.text, "".join(p.labels)) for p in found] == expected


def test_what_stands_elsewhere_in_the_article() -> None:
    text = "Vega existe. Elle rachète Orion."
    spans = [Span.of(text, *at) for at in ((13, 32), (0, 4), (18, 25), (26, 31))]
    evidence = Evidence("a", *spans)
    assert outside(evidence) == [Piece("Vega", ("s",))]
    assert "".join(p.text for p in sentence(evidence)) == "Elle rachète Orion."


def test_anchors_tell_all_statements_and_evidence_apart(
    sample_graph: KnowledgeGraph, hostile_graph: KnowledgeGraph
) -> None:
    for graph in (sample_graph, hostile_graph):
        found = [anchor(s) for s in graph.statements()]
        found += [anchor(s, e) for s in graph.statements() for e in s.evidence]
        assert len(set(found)) == len(found)
        assert all(a.isalnum() and a[0] in "se" for a in found)
