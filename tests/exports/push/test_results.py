"""The named queries of the library in real stores: what they find there is what they find in the embedded store."""

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import rdf
from liaisons.exports.embedded import in_memory
from liaisons.exports.library import library
from liaisons.exports.manifest import counts
from liaisons.exports.push import Change, Plan, push
from liaisons.graph.knowledge import KnowledgeGraph

ROOT = Path(__file__).parents[3]


def pushed(graph, server, plan: Plan) -> Counter:
    with server.remote() as remote:
        return Counter(step.change for step in push(rdf.quads(graph, base=plan.base), remote, plan))


def values(query, graph, base: str):
    """Something to ask of a query that needs it: the two entities of which most is said."""
    known = sorted(graph.entities.values(), key=lambda e: (-len(graph.about(e.id)), e.id))
    entities = iter([NamedNode(f"{base}entity/{e.id}") for e in known])
    return {p.name: next(entities) if p.kind == "entity" else Literal("2024") for p in query.parameters if p.required}


def test_every_named_query_on_the_sample(alone, sample_graph):
    same_everywhere(alone, sample_graph, "https://example.org/named/")


@pytest.mark.model
def test_every_named_query_on_the_demo(alone, tmp_path):
    result = CliRunner().invoke(app, ["build", str(ROOT / "examples/articles"), "-o", str(tmp_path), "-q"])
    assert result.exit_code == 0, result.output
    graph = KnowledgeGraph.open(tmp_path)
    found = same_everywhere(alone, graph, "https://example.org/demo/")
    assert sum(map(bool, found.values())) > 20


def same_everywhere(server, graph, base: str) -> dict[str, Counter]:
    plan = Plan(base, via=server.kind.via)
    assert set(pushed(graph, server, plan)) == {Change.NEW}
    embedded = in_memory(graph, base)
    sizes = Counter(q.graph_name for q in rdf.quads(graph, base=base))
    expected = {getattr(g, "value", plan.main_graph): n for g, n in sizes.items()}
    found = {}
    with server.remote() as remote:
        assert counts(remote, expected) == expected
        for name, query in library().items():
            text = query.bound(values(query, graph, base))
            solutions = embedded.query(text)
            variables = [v.value for v in solutions.variables]
            rows = ({n: s[n].value for n in variables if s[n] is not None} for s in solutions)
            here = Counter(tuple(sorted(row.items())) for row in rows)
            there = Counter(tuple(sorted(row.items())) for row in remote.select(text))
            assert there == here, name
            found[name] = here
    # the store is as empty for the next test as it was for this one
    assert set(pushed(KnowledgeGraph(), server, plan)) == {Change.CHANGED, Change.REMOVED}
    with server.remote() as remote:
        remote.update(f"DROP SILENT GRAPH <{plan.main_graph}> ; DROP SILENT GRAPH <{base}manifest>")
    return found
