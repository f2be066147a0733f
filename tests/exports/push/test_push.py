"""Pushing into real triple stores: what arrives, what is sent again, what is noticed when a server dies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count as numbers

import pytest
from pyoxigraph import DefaultGraph, Quad, Store

from liaisons.exports import rdf
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.endpoints import Via
from liaisons.exports.manifest import counts
from liaisons.exports.push import Change, Plan, push
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph

_BASES = numbers(1)

QUERIES = [
    "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s a lia:Statement } FILTER(STRSTARTS(STR(?g), '%s')) }",
    "SELECT ?status (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s lia:status ?status } FILTER(STRSTARTS(STR(?g), '%s')) } "
    "GROUP BY ?status",
    "SELECT ?name ?other WHERE { GRAPH ?g { ?a lia:acquired ?b } GRAPH <%sdataset> "
    "{ ?a rdfs:label ?name . ?b rdfs:label ?other } }",
    "SELECT ?quote WHERE { GRAPH ?g { ?e lia:sentence/oa:exact ?quote } FILTER(STRSTARTS(STR(?g), '%s')) }",
    "SELECT ?a ?when ?amount WHERE { GRAPH ?g { ?e lia:when ?when . OPTIONAL { ?e lia:amountCurrency ?amount } } "
    "GRAPH <%sdataset> { ?g schema:identifier ?a } }",
]
PREFIXES = "".join(f"PREFIX {p}: <{n}>\n" for p, n in rdf.PREFIXES.items())


@pytest.fixture(params=list(Via))
def plan(request) -> Plan:
    """A base of its own, in which nothing is yet."""
    return Plan(f"https://example.org/données {next(_BASES)}/".replace(" ", "%20"), via=request.param)


def quads(graph: KnowledgeGraph, plan: Plan) -> Iterator[Quad]:
    return rdf.quads(graph, RdfOptions(base=plan.base))


def changes(graph: KnowledgeGraph, server, plan: Plan, **options) -> Counter:
    with server.remote(**options) as remote:
        return Counter(step.change for step in push(quads(graph, plan), remote, plan))


def without(graph: KnowledgeGraph, *articles: str) -> KnowledgeGraph:
    return KnowledgeGraph(g for i, g in graph.article_graphs.items() if i not in articles)


def rows(found) -> Counter:
    return Counter(tuple(sorted(row.items())) for row in found)


def embedded(graph: KnowledgeGraph, plan: Plan, query: str) -> Counter:
    """The solutions in an embedded store whose default graph is named as in the target."""
    from pyoxigraph import NamedNode

    store = Store()
    main = NamedNode(plan.main_graph)
    store.extend(
        Quad(q.subject, q.predicate, q.object, main if q.graph_name == DefaultGraph() else q.graph_name)
        for q in quads(graph, plan)
    )
    solutions = store.query(query)
    names = [v.value for v in solutions.variables]
    return rows({n: s[n].value for n in names if s[n] is not None} for s in solutions)


@pytest.mark.parametrize("name", ["sample_graph", "hostile_graph"])
def test_what_arrives_is_what_the_embedded_store_has(name, running, plan, request):
    graph = request.getfixturevalue(name)
    found = changes(graph, running, plan)
    assert set(found) == {Change.NEW}
    with running.remote() as remote:
        for query in QUERIES:
            text = PREFIXES + query % plan.base
            assert rows(remote.select(text)) == embedded(graph, plan, text)
        sizes = Counter(q.graph_name for q in set(quads(graph, plan)))
        expected = {getattr(g, "value", plan.main_graph): n for g, n in sizes.items()}
        assert counts(remote, expected) == expected


def test_every_term_arrives(running, plan, hostile_graph):
    """Also the control characters, the scripts and the quotation marks of texts that want to break out."""
    changes(hostile_graph, running, plan)
    text = f"SELECT ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{plan.base}article')) }}"
    with running.remote() as remote:
        assert rows(remote.select(text)) == embedded(hostile_graph, plan, text)


def test_a_second_push_sends_nothing(running, plan, sample_graph):
    first = changes(sample_graph, running, plan)
    assert changes(sample_graph, running, plan) == {Change.UNCHANGED: first[Change.NEW]}


def test_one_article_that_changed_is_one_graph(running, plan, sample_graph):
    changes(sample_graph, running, plan)
    graphs = dict(sample_graph.article_graphs)
    ident, graph = next((i, g) for i, g in graphs.items() if g.statements)
    first = graph.statements[0]
    surer = replace(first, evidence=(replace(first.evidence[0], confidence=0.123), *first.evidence[1:]))
    graphs[ident] = replace(graph, statements=(surer, *graph.statements[1:]))
    changed = KnowledgeGraph(graphs.values())
    with running.remote() as remote:
        steps = list(push(quads(changed, plan), remote, replace(plan, dry_run=True)))
        assert set(steps) == set(push(quads(changed, plan), remote, plan))
        assert [s.entry.graph for s in steps if s.change is Change.CHANGED] == [f"{plan.base}article/{ident}"]
        assert {s.change for s in steps} == {Change.CHANGED, Change.UNCHANGED}
        found = remote.select(f"SELECT ?c WHERE {{ GRAPH <{plan.base}article/{ident}> {{ ?e ?p ?c }} }}")
    assert "0.123" in {row["c"] for row in found}


def test_articles_that_are_gone(running, plan, sample_graph):
    changes(sample_graph, running, plan)
    gone = next(i for i, g in sample_graph.article_graphs.items() if g.statements)
    rest = without(sample_graph, gone)
    kept = changes(rest, running, replace(plan, keep=True))
    assert Change.REMOVED not in kept
    assert changes(rest, running, plan)[Change.REMOVED] == 1
    with running.remote() as remote:
        assert counts(remote, [f"{plan.base}article/{gone}"]) == {}
        remote.delete(f"{plan.base}article/{gone}")  # what is gone may go
    assert set(changes(rest, running, plan)) == {Change.UNCHANGED}


def test_a_dry_run_changes_nothing(running, plan, sample_graph):
    would = changes(sample_graph, running, replace(plan, dry_run=True))
    assert set(would) == {Change.NEW}
    assert changes(sample_graph, running, plan) == would


def test_what_others_put_there_stays(running, plan, sample_graph):
    with running.remote() as remote:
        remote.update(f"INSERT DATA {{ GRAPH <{plan.base}other> {{ <{plan.base}a> <{plan.base}b> 'c' }} }}")
        changes(sample_graph, running, plan)
        changes(without(sample_graph, *sample_graph.articles), running, plan)
        assert counts(remote, [f"{plan.base}other"]) == {f"{plan.base}other": 1}


def test_a_graph_that_somebody_changed_is_noticed(running, plan, sample_graph):
    changes(sample_graph, running, plan)
    with running.remote() as remote:
        remote.update(f"INSERT DATA {{ GRAPH <{plan.main_graph}> {{ <{plan.base}a> <{plan.base}b> 'c' }} }}")
    assert changes(sample_graph, running, plan)[Change.BROKEN] == 1
    assert set(changes(sample_graph, running, plan)) == {Change.UNCHANGED}


@pytest.mark.parametrize("batch", [1, 30])
def test_batches_of_any_size(batch, running, plan, sample_graph):
    if batch == 1:  # one request a triple: a part is enough
        sample_graph = without(sample_graph, *list(sample_graph.articles)[1:])
    small = replace(plan, batch=batch)
    assert set(changes(sample_graph, running, small)) == {Change.NEW}
    assert set(changes(sample_graph, running, plan)) == {Change.UNCHANGED}


class Dying:
    """A remote whose server is killed before a certain request."""

    def __init__(self, server, requests: int) -> None:
        self.server, self.left, self.remote = server, requests, server.remote(attempts=2)

    def __getattr__(self, name):
        method = getattr(self.remote, name)

        def counted(*args, **options):
            self.left -= 1
            if self.left == 0:
                self.server.kill()
            return method(*args, **options)

        return counted


@pytest.mark.parametrize("requests", [3, 5, 9])
@pytest.mark.parametrize("via", list(Via))
def test_a_server_that_dies_half_way(requests, via, mortal, sample_graph):
    plan = Plan("https://example.org/mortal/", via=via, batch=60)
    steps = push(quads(sample_graph, plan), Dying(mortal, requests), plan)
    with pytest.raises(UserError, match=r"does not answer .*is the server running\? \(2 attempts\)"):
        list(steps)
    mortal.start()
    again = changes(sample_graph, mortal, plan)
    assert again.total() - again[Change.UNCHANGED] > 0  # it is noticed
    expected = Counter(q.graph_name for q in set(quads(sample_graph, plan)))
    sizes = {getattr(g, "value", plan.main_graph): n for g, n in expected.items()}
    with mortal.remote() as remote:
        assert counts(remote, sizes) == sizes
    assert set(changes(sample_graph, mortal, plan)) == {Change.UNCHANGED}


def test_a_server_that_dies_after_it_is_done(mortal, sample_graph):
    """What it has lost by that is sent again: Virtuoso writes graphs to the disk later than its manifest."""
    plan = Plan("https://example.org/mortal/", via=mortal.kind.via)
    changes(sample_graph, mortal, plan)
    mortal.kill()
    mortal.start()
    changes(sample_graph, mortal, plan)
    with mortal.remote() as remote:
        for query in QUERIES:
            text = PREFIXES + query % plan.base
            assert rows(remote.select(text)) == embedded(sample_graph, plan, text)
