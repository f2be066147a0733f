"""The store: what is written is read back, the same bytes each time, and a file that is no store is said to be none."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from liaisons.graph import knowledge, store
from liaisons.graph.authority import Known
from liaisons.graph.decisions import Action, Decision
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import (
    Article,
    ArticleGraph,
    Entity,
    Evidence,
    Mention,
    MentionKind,
    Reason,
    Span,
    Statement,
    Status,
)
from liaisons.graph.ontology import ontology
from liaisons.graph.resolution import Link, Proposal, Resolution
from liaisons.graph.store import reading

HOSTILE = ["'; DROP TABLE articles; --", '"', "%s ? :x", "a\x00b", "🙂\u202e\ufeff\U0010ffff", "é e\u0301", " ", "\r\n"]

texts = st.text(max_size=20) | st.sampled_from(HOSTILE)


@st.composite
def article_graphs(draw: st.DrawFn) -> ArticleGraph:
    """Any valid article graph of up to three entities: hostile text in every field, spans anywhere."""
    ident, text = draw(texts), draw(st.text(min_size=1, max_size=30) | st.sampled_from(HOSTILE))

    def span() -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span.of(text, start, draw(st.integers(start + 1, len(text))))

    ids = draw(st.lists(texts, max_size=3, unique=True))
    types, relations = st.sampled_from([*ontology().types]), st.sampled_from([*ontology().relations])
    entities = []
    for i in ids:
        count = draw(st.integers(0, 3))
        mentions = tuple(Mention(ident, span(), draw(st.sampled_from(MentionKind))) for _ in range(count))
        entities.append(Entity(i, draw(texts), draw(types), mentions, draw(st.sampled_from(("", "election")))))
    statements = []
    for _ in range(draw(st.integers(0, 3)) if ids else 0):
        s, o = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        where = tuple(
            Evidence(
                *(ident, span(), span(), span(), span(), draw(st.none() | st.sampled_from(ids))),
                *(draw(st.none() | texts) for _ in range(3)),
                confidence=draw(st.floats(0, 1)),
                reasons=tuple(draw(st.lists(st.builds(Reason, st.text(), st.floats(0, 1)), max_size=2))),
            )
            for _ in range(draw(st.integers(1, 3)))
        )
        statements.append(Statement(s, draw(relations), o, draw(st.sampled_from(Status)), where))
    fields = [draw(texts) for _ in range(6)]
    sentences = tuple((s.start, s.end) for s in (span() for _ in range(draw(st.integers(0, 2)))))
    return ArticleGraph(Article(ident, text, *fields), tuple(entities), tuple(statements), sentences).check()


named = st.lists(st.tuples(st.sampled_from(["", "fr", "en"]), texts), min_size=1, max_size=3).map(tuple)
known_things = st.builds(
    Known,
    st.text(min_size=1, max_size=9),
    st.sampled_from([*ontology().types]),
    named,
    st.lists(texts, max_size=2).map(tuple),
    st.sampled_from(["", "Q42"]),
)
decisions = st.builds(Decision, st.just(Action.RENAME), st.tuples(texts), texts, st.none(), texts) | st.builds(
    Decision, st.just(Action.REJECT), st.just(()), st.just(""), st.tuples(texts, texts, texts, texts), texts
)
graphs = st.builds(
    lambda parts, known, decided: KnowledgeGraph(parts, known=known, decisions=decided),
    st.lists(article_graphs(), max_size=3),
    st.lists(known_things, max_size=2),
    st.lists(decisions, max_size=2),
)


@pytest.fixture(params=["sample_graph", "hostile_graph"])
def graph(request: pytest.FixtureRequest) -> KnowledgeGraph:
    found: KnowledgeGraph = request.getfixturevalue(request.param)
    return found


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: sorted(db.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


# --- there and back


def test_there_and_back(graph, tmp_path):
    store.write(graph, tmp_path / "g.sqlite", {"b": "2", "a": "é'\n"})
    assert store.read(tmp_path / "g.sqlite") == graph
    assert store.read(tmp_path / "g.sqlite").check().statements() == graph.statements()
    assert list(store.parameters(tmp_path / "g.sqlite").items()) == [("a", "é'\n"), ("b", "2")]


@settings(deadline=None, max_examples=60)
@given(graph=graphs, parameters=st.dictionaries(texts, texts, max_size=2))
@example(KnowledgeGraph(), {})
def test_any_graph_there_and_back(tmp_path_factory, graph, parameters):
    path = tmp_path_factory.mktemp("any") / "g.sqlite"
    store.write(graph, path, parameters)
    read = store.read(path)
    assert (read, read.resolution, read.statements()) == (graph, graph.resolution, graph.statements())
    assert store.parameters(path) == parameters


@settings(deadline=None, max_examples=30)
@given(graphs, graphs)
def test_the_way_to_a_graph_leaves_no_trace(tmp_path_factory, one, other):
    """A store to which another graph is added has the bytes of one that was made of both."""
    folder = tmp_path_factory.mktemp("way")
    store.write(one, folder / "step", {"x": "1"})
    store.write(store.read(folder / "step").merge(other), folder / "step", {"x": "1"})
    store.write(other.merge(one), folder / "direct", {"x": "1"})
    assert (folder / "step").read_bytes() == (folder / "direct").read_bytes()


@settings(deadline=None, max_examples=30)
@given(st.lists(article_graphs(), max_size=3), st.randoms(use_true_random=False))
def test_the_same_bytes_whatever_the_order(tmp_path_factory, parts, random):
    folder = tmp_path_factory.mktemp("order")
    store.write(KnowledgeGraph(parts), folder / "a", {"x": "1", "y": "2"})
    store.write(KnowledgeGraph(random.sample(parts, len(parts))), folder / "b", {"y": "2", "x": "1"})
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()


def test_the_same_bytes_when_written_over_another(graph, tmp_path):
    path = tmp_path / "g.sqlite"
    store.write(graph, path)
    first = path.read_bytes()
    store.write(KnowledgeGraph(), path, {"a": "b"})
    assert store.read(path) == KnowledgeGraph()
    store.write(store.read(path).merge(graph), path)
    assert path.read_bytes() == first
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


def test_the_tables_whole(tmp_path):
    text = "Ada dirige Bêta."
    spans = [Span.of(text, *at) for at in ((0, 16), (0, 3), (4, 10), (11, 15))]
    there = Evidence(
        "a", *spans, source="e1", when="2024", role="chef", confidence=0.5, reasons=(Reason("noun chef", 0.5),)
    )
    entities = (
        Entity("e1", "Ada", "Person", (Mention("a", spans[1]),)),
        Entity("e2", "Bêta", "Company", (Mention("a", spans[3]),)),
    )
    part = ArticleGraph(
        Article("a", text, "fr", "T", "2024-01-02", "u", "s", "w"),
        entities,
        (Statement("e1", "leads", "e2", Status.ENDED, (there,)),),
        ((0, 16),),
    )
    known = Known("Q1", "Company", (("", "Bêta SE"),), ("Beta",), "Q1")
    decision = Decision(Action.RENAME, ("human/ada",), "Ada L.", note="n")
    whole = KnowledgeGraph([part], known=[known], decisions=[decision])
    beta = Entity("Q1", "Bêta SE", "Company", entities[1].mentions, "", (("fr", "Bêta SE"),), ("https://w/Q1",))
    ada = Entity("human/ada", "Ada L.", "Person", entities[0].mentions)
    whole.__dict__["resolution"] = Resolution(
        {("a", "e1"): ada, ("a", "e2"): beta, ("", "Q1"): beta},
        (Link(("", "Q1"), ("a", "e2"), "known", ("Bêta SE", "Bêta"), "n"),),
        (Proposal("human/ada", "Q1", 0.5, ("r",)),),
        ("a report",),
        {"human/ada": ("human/ada",), "group/beta": ("Q1",)},
    )
    store.write(whole, tmp_path / "g", {"liaisons": "0"}, {"a": "liaisons 0"})
    found = tables(tmp_path / "g")
    digest = store.content(part.article)
    assert {name: rows for name, rows in found.items() if "_index" not in name} == {
        "parameters": [("liaisons", "0")],
        "articles": [("a", "fr", "T", "2024-01-02", "u", "s", "w", digest, "liaisons 0", text)],
        "sentences": [(1, "a", 0, 16)],
        "entities": [("a", "e1", "Ada", "Person", ""), ("a", "e2", "Bêta", "Company", "")],
        "mentions": [("a", "e1", 0, 3, "name"), ("a", "e2", 11, 15, "name")],
        "statements": [(1, "a", "e1", "leads", "e2", "ended")],
        "evidence": [(1, 0, 16, 0, 3, 4, 10, 11, 15, "e1", "2024", None, "chef", 0.5, '[["noun chef", 0.5]]')],
        "known": [("Q1", "Company", '[["", "Bêta SE"]]', '["Beta"]', "Q1")],
        "decisions": [("rename", '["human/ada"]', "Ada L.", None, "n")],
        "nodes": [
            ("Q1", "Bêta SE", "Company", "", '[["fr", "Bêta SE"]]', '["https://w/Q1"]'),
            ("human/ada", "Ada L.", "Person", "", "[]", "[]"),
        ],
        "members": [("", "Q1", "Q1"), ("a", "e1", "human/ada"), ("a", "e2", "Q1")],
        "links": [("", "Q1", "a", "e2", "known", "Bêta SE", "Bêta", "n")],
        "proposals": [("human/ada", "Q1", 0.5, '["r"]')],
        "reports": [("a report",)],
        "undecided": [("group/beta", "Q1"), ("human/ada", "human/ada")],
        "edges": [(1, "human/ada", "leads", "Q1", "ended", 0.5)],
        "edge_statements": [(1, 1)],
        "names": [(1, "Q1", "Bêta SE"), (2, "Q1", "Bêta"), (3, "human/ada", "Ada L."), (4, "human/ada", "Ada")],
    }
    with closing(sqlite3.connect(tmp_path / "g")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (store.VERSION,)
    again = store.read(tmp_path / "g")
    assert (again, again.resolution) == (whole, whole.resolution)
    assert store.stamps(tmp_path / "g") == {"a": store.Stamp(digest, "liaisons 0")}


def test_nothing_is_resolved_anew(graph, tmp_path, monkeypatch):
    store.write(graph, tmp_path / "g")
    monkeypatch.setattr(knowledge, "resolve", None)
    assert store.read(tmp_path / "g").resolution == graph.resolution


def test_every_reference_leads_somewhere(graph, tmp_path):
    store.write(graph, tmp_path / "g.sqlite")
    with closing(sqlite3.connect(tmp_path / "g.sqlite")) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("name", ["é à.sqlite", "a?mode=rwc", "a#b", "a%20b", "'a'", ":memory:", "file:a"])
def test_any_name_of_a_file(sample_graph, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    store.write(sample_graph, Path(name))
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert store.read(Path(name)) == sample_graph


def test_reading_changes_nothing(sample_graph, tmp_path):
    path = tmp_path / "g.sqlite"
    store.write(sample_graph, path)
    before = path.read_bytes()
    path.chmod(0o444)
    store.read(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


# --- whole or not at all


def broken(graph: KnowledgeGraph) -> KnowledgeGraph:
    """The graph, of which the last article cannot be written: SQLite holds no lone surrogates."""
    return graph.merge(KnowledgeGraph([ArticleGraph(Article("~", "a\ud800b"))]))


def test_nothing_is_left_of_a_store_that_could_not_be_finished(sample_graph, tmp_path):
    with pytest.raises(UnicodeEncodeError):
        store.write(broken(sample_graph), tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_the_store_before_stays_whole(sample_graph, tmp_path):
    path = tmp_path / "g.sqlite"
    store.write(sample_graph, path)
    before = path.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        store.write(broken(sample_graph), path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


def test_what_a_crash_left_is_no_obstacle(sample_graph, tmp_path):
    (tmp_path / "g.sqlite.new").write_bytes(b"SQLite format 3\0 half")
    store.write(sample_graph, tmp_path / "g.sqlite")
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]


@pytest.mark.parametrize("where", ["missing/g.sqlite", "file/g.sqlite", "folder"])
def test_where_nothing_can_be_written(sample_graph, tmp_path, where):
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match=rf"^{tmp_path / where}: cannot be written \([^\n]+\)$"):
        store.write(sample_graph, tmp_path / where)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder"]


# --- what is no store


def store_with(graph: KnowledgeGraph, path: Path, *changes: str) -> Path:
    store.write(graph, path)
    with closing(sqlite3.connect(path)) as db, db:
        for change in changes:
            db.execute(change)
    return path


def foreign(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA user_version = {store.VERSION}")
        db.execute("CREATE TABLE articles (id TEXT)")
    return path


def cut(path: Path, share: float) -> Path:
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


NEWER = "a store of a newer version of liaisons; install that, or build it again"
VERSION = "not a store of this version of liaisons; build it again"
OTHER = r"not a store but another kind of file \(file is not a database\); build it again"
UNREADABLE = r"not a readable store \([^\n]+\); build it again"

NO_STORES = [
    ("none", lambda path, graph: path, "no such store; `liaisons build` makes one"),
    ("a folder", lambda path, graph: path.mkdir() or path, "no such store; `liaisons build` makes one"),
    ("an empty file", lambda path, graph: written(path, b""), VERSION),
    ("a text", lambda path, graph: written(path, b"Il pleut sur Nantes.\n" * 50), OTHER),
    ("a beginning", lambda path, graph: written(path, b"SQLite format 3\0"), OTHER),
    ("a foreign database", lambda path, graph: foreign(path), VERSION),
    ("an older version", lambda path, graph: store_with(graph, path, "PRAGMA user_version = 0"), VERSION),
    ("a newer version", lambda path, graph: store_with(graph, path, "PRAGMA user_version = 99"), NEWER),
    ("half a file", lambda path, graph: cut(store_with(graph, path), 0.5), UNREADABLE),
    ("a missing table", lambda path, graph: store_with(graph, path, "DROP TABLE evidence"), UNREADABLE),
    ("a shorter text", lambda path, graph: store_with(graph, path, "UPDATE articles SET text = 'x'"), UNREADABLE),
    ("an unknown type", lambda path, graph: store_with(graph, path, "UPDATE entities SET type = 'Animal'"), UNREADABLE),
    (
        "an unknown status",
        lambda path, graph: store_with(graph, path, "UPDATE statements SET status = '?'"),
        UNREADABLE,
    ),
    ("no evidence", lambda path, graph: store_with(graph, path, "DELETE FROM evidence"), UNREADABLE),
]


@pytest.mark.parametrize(("make", "message"), [row[1:] for row in NO_STORES], ids=[row[0] for row in NO_STORES])
def test_what_is_no_store(sample_graph, tmp_path, make, message):
    path = make(tmp_path / "g.sqlite", sample_graph)
    with pytest.raises(UserError, match=rf"^{path}: {message}$"):
        store.read(path)


@pytest.mark.parametrize(("make", "message"), [row[1:] for row in NO_STORES[:9]], ids=[row[0] for row in NO_STORES[:9]])
def test_parameters_of_what_is_no_store(sample_graph, tmp_path, make, message):
    path = make(tmp_path / "g.sqlite", sample_graph)
    with pytest.raises(UserError, match=rf"^{path}: {message}$"):
        store.parameters(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_store_that_may_not_be_read(sample_graph, tmp_path):
    path = tmp_path / "g.sqlite"
    store.write(sample_graph, path)
    path.chmod(0)
    with pytest.raises(UserError, match=rf"^{path}: not allowed to read it; change its permissions$"):
        store.read(path)


def test_permissions_are_told_of(sample_graph, tmp_path, monkeypatch):
    """Root may read everything: what the system says to others is said here in its place."""
    path = tmp_path / "g.sqlite"
    store.write(sample_graph, path)

    def refused(path):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(reading, "_read_only", refused)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(UserError, match=rf"^{path}: not allowed to read it; change its permissions$"):
        store.read(path)


def test_a_folder_that_may_not_be_looked_into(tmp_path, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refused)
    with pytest.raises(UserError, match=r"not allowed to look into its folder; change the permissions$"):
        store.read(tmp_path / "g.sqlite")


HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_store_that_another_process_holds(sample_graph, tmp_path):
    path = tmp_path / "g.sqlite"
    store.write(sample_graph, path)
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(
            store.BusyError, match=rf"^{path}: another program holds this store, .*; end it there and try"
        ):
            store.read(path)
        holder.communicate("")
    assert store.read(path) == sample_graph


def test_a_store_that_is_written_meanwhile_is_read_whole(sample_graph, tmp_path):
    """A run puts a new file in its place: who has begun to read has the old one to the end."""
    path = tmp_path / "g.sqlite"
    store.write(sample_graph, path)
    with reading.opened(path) as db:
        store.write(KnowledgeGraph(()), path)
        assert len(reading.article_graphs(db)) == len(sample_graph.article_graphs)
    assert not store.read(path).article_graphs
