"""The embedded store: the same quads as the export, in step with the graph, whole whatever happens to who makes it."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest

from liaisons.exports import embedded
from liaisons.exports.dataset import RdfOptions
from liaisons.exports.embedded import FOLDER, open_store
from liaisons.exports.rdf import quads
from liaisons.exports.sparql import table
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph

BASE = "https://data.example/"


@pytest.fixture
def out(sample_graph, tmp_path) -> Path:
    store.write(sample_graph, tmp_path / store.FILE, parameters={"base": BASE})
    return tmp_path


def stores(out: Path) -> list[str]:
    return sorted(p.name for p in (out / FOLDER).iterdir() if p.is_dir())


def test_it_holds_what_is_exported_and_its_union(out, sample_graph):
    found = open_store(out)
    expected = set(quads(sample_graph, RdfOptions(base=BASE, parameters={"base": BASE})))
    default = pyoxigraph.DefaultGraph()
    union = {pyoxigraph.Quad(q.subject, q.predicate, q.object, default) for q in expected}
    assert found.path == out / FOLDER / embedded.digest(out / store.FILE)
    memory = pyoxigraph.Store()  # which makes nonNegativeInteger integer, as the one on disk does
    memory.extend(expected | union)
    assert set(found.store) == set(memory)


def test_it_is_made_once(out, monkeypatch):
    first = open_store(out)
    monkeypatch.setattr(embedded, "_load", lambda *_: pytest.fail("made again"))
    assert open_store(out / store.FILE).path == first.path


def test_a_graph_that_changes_has_another(out, sample_graph):
    path = open_store(out).path
    store.write(KnowledgeGraph(list(sample_graph.article_graphs.values())[:1]), out / store.FILE)
    found = open_store(out)
    assert found.path != path
    assert table(found.store, "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == (("1",),)
    assert stores(out) == [found.path.name]  # nobody reads the other


def test_one_that_is_read_stays(out, sample_graph):
    reader = open_store(out)
    store.write(KnowledgeGraph(list(sample_graph.article_graphs.values())[:1]), out / store.FILE)
    second = open_store(out)
    assert stores(out) == sorted([reader.path.name, second.path.name])
    assert table(reader.store, "ASK { ?x lia:sued ?y }").rows == (("true",),)
    del reader, second
    store.write(KnowledgeGraph(list(sample_graph.article_graphs.values())[:2]), out / store.FILE)
    third = open_store(out)
    assert stores(out) == [third.path.name]


def test_a_graph_that_changes_while_it_is_read(out, sample_graph, monkeypatch):
    """What was read before the change is thrown away."""
    real, calls = embedded._load, []

    def changing(target: pyoxigraph.Store, file: Path) -> None:
        real(target, file)
        if not calls:
            store.write(KnowledgeGraph(list(sample_graph.article_graphs.values())[:1]), file)
        calls.append(file)

    monkeypatch.setattr(embedded, "_load", changing)
    found = open_store(out)
    assert len(calls) == 2
    assert stores(out) == [embedded.digest(out / store.FILE)]
    assert table(found.store, "SELECT (COUNT(*) AS ?n) { ?a a schema:NewsArticle }").rows == (("1",),)


def test_a_damaged_one_is_made_again(out):
    path = open_store(out).path
    for file in path.glob("*"):
        file.write_bytes(b"\0")
    found = open_store(out)
    assert found.path == path
    assert table(found.store, "ASK { ?x lia:sued ?y }").rows == (("true",),)


def test_where_nothing_can_be_written_it_is_in_memory(out, monkeypatch):
    def refused(*args, **more):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    found = open_store(out)
    assert found.path is None
    assert table(found.store, "ASK { ?x lia:sued ?y }").rows == (("true",),)
    assert not (out / FOLDER).exists()


def test_others_may_read_it(out):
    mode = stat.S_IMODE(open_store(out).path.stat().st_mode)
    assert mode == stat.S_IMODE((out / FOLDER).stat().st_mode)


@pytest.mark.parametrize("where", ["nowhere", "graph.sqlite"])
def test_where_there_is_no_graph(tmp_path, where):
    with pytest.raises(UserError, match=r"graph\.sqlite: no such store; `liaisons build` makes one$"):
        open_store(tmp_path / where)
    assert list(tmp_path.iterdir()) == []


COUNT = """
import sys
from pathlib import Path
from liaisons.exports import embedded
from liaisons.exports.sparql import table
if len(sys.argv) > 2:  # stop half-way until killed
    real = embedded.fill
    def slow(store, lines):
        import time
        real(store, list(lines)[:50])
        print("half-way", flush=True)
        time.sleep(600)
    embedded.fill = slow
found = embedded.open_store(Path(sys.argv[1]))
print(table(found.store, "SELECT (COUNT(*) AS ?n) { ?s a lia:Statement }").rows[0][0], found.path.name)
"""


def process(*args: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", COUNT, *args], stdout=subprocess.PIPE, text=True)


def test_processes_at_the_same_time(out, sample_graph):
    running = [process(out) for _ in range(4)]
    found = {p.communicate(timeout=60)[0] for p in running}
    assert found == {f"{len(sample_graph.statements())} {embedded.digest(out / store.FILE)}\n"}
    assert stores(out) == [embedded.digest(out / store.FILE)]


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_one_that_is_killed_half_way_leaves_nothing_that_is_read(out, sample_graph):
    killed = process(out, "slowly")
    assert killed.stdout is not None
    assert killed.stdout.readline() == "half-way\n"
    waiting = process(out)
    time.sleep(0.5)
    assert [name[:8] for name in stores(out)] == ["partial-"]
    killed.send_signal(signal.SIGKILL)
    killed.wait(timeout=10)
    killed.stdout.close()
    assert waiting.communicate(timeout=60)[0].split()[0] == str(len(sample_graph.statements()))
    assert stores(out) == [embedded.digest(out / store.FILE)]
