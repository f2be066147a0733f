"""The named queries of the library in real stores: what they find there is what they find in the embedded store."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from typer.testing import CliRunner

from liaisons.cli import app
from liaisons.exports import rdf
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.embedded import in_memory
from liaisons.exports.library import library
from liaisons.exports.manifest import counts
from liaisons.exports.push import Change, Plan, push
from liaisons.graph.knowledge import KnowledgeGraph

ROOT = Path(__file__).parents[3]


def pushed(graph, server, plan: Plan) -> Counter:
    with server.remote() as remote:
        return Counter(step.change for step in push(rdf.quads(graph, RdfOptions(base=plan.base)), remote, plan))


def values(query, graph, base: str):
    """Something to ask of a query that needs it: the two entities of which most is said."""
    known = sorted(graph.entities.values(), key=lambda e: (-len(graph.about(e.id)), e.id))
    entities = iter([NamedNode(f"{base}entity/{e.id}") for e in known])
    return {p.name: next(entities) if p.kind == "entity" else Literal("2024") for p in query.parameters if p.required}


def test_every_named_query_on_the_sample(alone, sample_graph):
    same_everywhere(alone, sample_graph, "https://example.org/named/")


def run(*args) -> None:
    result = CliRunner().invoke(app, [*map(str, args)])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("demo")
    run("build", ROOT / "examples/articles", "-o", folder, "-q")
    return folder


@pytest.mark.model
def test_every_named_query_on_the_demo(alone, demo):
    found = same_everywhere(alone, KnowledgeGraph.open(demo), "https://example.org/demo/")
    assert sum(map(bool, found.values())) > 20


@pytest.mark.model
def test_an_article_of_the_demo_that_is_corrected_is_one_graph(running, demo, tmp_path):
    """A sentence more before the others moves all offsets of the article, and nothing else."""
    plan = Plan("https://example.org/corrected/", via=running.kind.via)
    pushed(KnowledgeGraph.open(demo), running, plan)
    out = shutil.copytree(demo, tmp_path / "out")
    name = "bankman-fried-sentenced"
    text = (ROOT / f"examples/articles/{name}.txt").read_text(encoding="utf-8")
    corrected = text.replace("NEW YORK — ", "NEW YORK — A figure was wrong in an earlier version of this text.\n\n", 1)
    assert corrected != text
    (tmp_path / f"{name}.txt").write_text(corrected, encoding="utf-8")
    run("add", tmp_path / f"{name}.txt", "--in", out, "-q")
    with running.remote() as remote:
        steps = list(push(rdf.quads(KnowledgeGraph.open(out), RdfOptions(base=plan.base)), remote, plan))
    assert Counter(s.change for s in steps) == {Change.CHANGED: 1, Change.UNCHANGED: len(steps) - 1}
    assert [s.entry.graph for s in steps if s.change is Change.CHANGED] == [f"{plan.base}article/{name}"]


def same_everywhere(server, graph, base: str) -> dict[str, Counter]:
    plan = Plan(base, via=server.kind.via)
    assert set(pushed(graph, server, plan)) == {Change.NEW}
    embedded = in_memory(graph, base)
    sizes = Counter(q.graph_name for q in rdf.quads(graph, RdfOptions(base=base)))
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
