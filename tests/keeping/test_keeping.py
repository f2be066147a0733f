"""Building again, adding and removing: what is extracted anew, what is said, and that the way there leaves no trace."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from liaisons.cli.keeping import _meant
from liaisons.cli.working import Holding
from liaisons.exports.formats import FORMATS
from liaisons.extractors import versions
from liaisons.graph import store
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph

from ..graph.test_store_migrations import ARTICLE, SQL
from .conftest import content

MORE = "\nUne phrase de plus, pour faire un article.\n"


def write(folder: Path, **articles: str) -> None:
    folder.mkdir(exist_ok=True)
    for ident, text in articles.items():
        (folder / f"{ident}.txt").write_text(text + MORE, encoding="utf-8")


@pytest.fixture
def press(tmp_path) -> Path:
    """A folder of three articles."""
    folder: Path = tmp_path / "press"
    write(folder, a="Ada aide Bob.", b="Bob aide Carl.", c="Ada aide Bob et Élise.")
    return folder


def head(run) -> str:
    """The first line of a summary."""
    return " ".join(run.out.splitlines()[0].split()) if run.out else run.out


def edges(folder: Path) -> list[str]:
    graph = store.read(folder / store.FILE)
    return [f"{graph.entities[s.subject].name} {graph.entities[s.object].name}" for s in graph.statements()]


# --- building again


def test_what_has_not_changed_is_taken_over(liaisons, press, tmp_path):
    first = liaisons("build", "press", "-o", "out")
    assert (first.status, first.read, head(first)) == (0, ("a", "b", "c"), "articles 3 3 fr")
    before = content(tmp_path / "out")
    again = liaisons("build", "press", "-o", "out")
    assert (again.status, again.read, head(again)) == (0, (), "articles 3 3 fr; 3 unchanged")
    assert content(tmp_path / "out") == before


def test_the_graph_holds_exactly_the_articles_named(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    write(press, b="Bob aide Dora.", d="Dora aide Ada.")
    (press / "c.txt").unlink()
    plan = liaisons("build", "press", "-o", "out", "--dry-run")
    assert plan.out == (
        "new        d\nchanged    b\nremoved    c\n"
        "4 articles: 1 new, 1 changed, 1 unchanged, 1 removed; nothing was written\n"
    )
    assert (plan.read, edges(tmp_path / "out")) == ((), ["Ada Bob", "Bob Carl", "Bob Élise"])
    run = liaisons("build", "press", "-o", "out")
    assert (run.read, head(run)) == (("b", "d"), "articles 3 3 fr; 1 new, 1 changed, 1 unchanged, 1 removed")
    liaisons("build", "press", "-o", "straight")
    assert content(tmp_path / "out") == content(tmp_path / "straight")


@pytest.mark.parametrize("field", ["title", "date", "source", "author", "url", "lang"])
def test_every_field_of_an_article_counts(liaisons, tmp_path, field):
    row = '{"id": "x", "text": "Ada aide Bob, et ce depuis longtemps.", "lang": "fr", "date": "2024-01-01"'
    (tmp_path / "x.jsonl").write_text(row + "}", encoding="utf-8")
    liaisons("build", "x.jsonl", "-o", "out")
    value = {"date": "2024-01-02", "lang": "en"}.get(field, "other")
    (tmp_path / "x.jsonl").write_text(f'{row}, "{field}": "{value}"}}', encoding="utf-8")
    assert liaisons("build", "x.jsonl", "-o", "out").read == ("x",)


def test_another_pipeline_reads_all_anew(liaisons, press, tmp_path, monkeypatch):
    liaisons("build", "press", "-o", "out")
    monkeypatch.setattr(versions, "rules", lambda: "0123456789ab")
    run = liaisons("build", "press", "-o", "out")
    assert (run.read, head(run)) == (("a", "b", "c"), "articles 3 3 fr; 3 read anew")
    assert {s.pipeline.split()[-1] for s in store.stamps(tmp_path / "out" / store.FILE).values()} == {"0123456789ab"}


def test_again_reads_all_anew(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    before = content(tmp_path / "out")
    assert liaisons("build", "press", "-o", "out", "--again").read == ("a", "b", "c")
    assert content(tmp_path / "out") == before


@pytest.mark.parametrize("data", [b"", b"Il pleut sur Nantes.\n" * 99, b"SQLite format 3\0"])
def test_a_store_that_is_none_is_made_anew(liaisons, press, tmp_path, data):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / store.FILE).write_bytes(data)
    run = liaisons("build", "press", "-o", "out")
    assert (run.status, run.read) == (0, ("a", "b", "c"))
    assert "note: nothing is taken over from the store before: out/graph.sqlite: not a " in run.err


def test_decisions_that_are_no_longer_named_are_missed(liaisons, press, tmp_path):
    (tmp_path / "d.toml").write_text('[[rename]]\nentity = "human/ada"\nname = "Ada L."\n', encoding="utf-8")
    liaisons("build", "press", "-o", "out", "--decisions", "d.toml")
    kept = liaisons("add", "--in", "out")
    assert "decision" not in kept.err
    assert len(store.read(tmp_path / "out" / store.FILE).decisions) == 1
    run = liaisons("build", "press", "-o", "out")
    assert "note: no longer applied: 1 decision that the build before took from another file; name it" in run.err
    assert not store.read(tmp_path / "out" / store.FILE).decisions
    (tmp_path / "d.toml").rename(tmp_path / "out" / "decisions.toml")
    assert liaisons("build", "press", "-o", "out").read == ()
    assert len(store.read(tmp_path / "out" / store.FILE).decisions) == 1


@pytest.mark.parametrize("command", [["build", "press", "-o", "out"], ["add", "press", "--in", "out"]])
def test_files_of_other_formats_are_renewed(liaisons, press, tmp_path, command):
    liaisons("build", "press", "-o", "out")
    liaisons("export", "--in", "out", "--format", "graphml")
    write(press, d="Dora aide Ada.")
    run = liaisons(*command)
    assert b"Dora" in content(tmp_path / "out")["graph.graphml"]
    assert "out/graph.graphml" in run.out


def test_the_files_are_a_function_of_the_store(liaisons, press, tmp_path):
    """Nothing but the store is needed to write them anew, with the options of the build."""
    liaisons("build", "press", "-o", "out", "--title", "Un titre", "--base", "https://example.org/", "--labels", "en")
    before = content(tmp_path / "out")
    for name in before:
        if name != store.FILE:
            (tmp_path / "out" / name).write_bytes(b"")
    (press / "a.txt").unlink()
    assert liaisons("add", "--in", "out").read == ()
    assert content(tmp_path / "out") == before


# --- a store of an older version


def old(folder: Path, version: int) -> Path:
    folder.mkdir()
    with closing(sqlite3.connect(folder / store.FILE)) as db, db:
        db.executescript(SQL[version])
        a = ARTICLE
        row = (a.id, a.text, a.lang, a.title, a.date, a.url, a.source, a.author)
        db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return folder


@pytest.mark.parametrize(
    ("version", "lacks"), [(2, ", without sentences that state nothing, classes of events"), (3, "")]
)
@pytest.mark.parametrize("command", [["add", "press"], ["remove", "gone"], ["add"]])
def test_an_older_store_is_brought_up_to_date(liaisons, press, tmp_path, version, lacks, command):
    out = old(tmp_path / "out", version)
    if command[0] == "remove":
        write(tmp_path / "later", gone="Dora aide Ada.")
        liaisons("add", "later", "--in", "out")
    run = liaisons(*command, "--in", "out", "-q")
    assert run.err == (
        f"note: read by another version of liaisons or its models: 1 article{lacks}; "
        "`liaisons build` with all articles reads them anew\n"
    )
    assert store.stamps(out / store.FILE)[ARTICLE.id].pipeline == f"schema {version}"
    with closing(sqlite3.connect(out / store.FILE)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (store.VERSION,)


@pytest.mark.parametrize("command", [["show", "Nordavia"], ["find", "Nordavia"], ["find", "a", "--entity", "Nordavia"]])
def test_asking_an_older_store_says_so(liaisons, tmp_path, command):
    old(tmp_path / "out", 2)
    assert liaisons(*command, "--in", "out").err == (
        "note: out/graph.sqlite is of an older version of liaisons and lacks sentences that state nothing, classes of "
        "events; `liaisons add --in out` brings it up to date, `liaisons build` with its articles reads them anew\n"
    )


def test_building_reads_the_articles_of_an_older_store_anew(liaisons, press, tmp_path):
    out = old(tmp_path / "out", 2)
    run = liaisons("build", "press", "-o", "out")
    assert (run.err, head(run)) == ("", "articles 3 3 fr; 3 new, 1 removed")
    liaisons("build", "press", "-o", "straight")
    assert content(out) == content(tmp_path / "straight")


# --- adding


def test_adding_ends_where_building_does(liaisons, press, tmp_path):
    write(tmp_path / "later", d="Dora aide Ada.", b="Bob aide Dora.")
    liaisons("build", "press", "-o", "out", "--title", "Un titre", "--labels", "en", "--min-confidence", "0.5")
    run = liaisons("add", "later", "press/a.txt", "--in", "out")
    assert (run.status, run.read) == (0, ("b", "d"))
    assert head(run) == "articles 4 4 fr; 1 new, 1 changed, 1 unchanged"
    write(press, d="Dora aide Ada.", b="Bob aide Dora.")
    liaisons("build", "press", "-o", "straight", "--title", "Un titre", "--labels", "en", "--min-confidence", "0.5")
    assert content(tmp_path / "out") == content(tmp_path / "straight")


def test_only_the_files_that_are_there_are_written(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    for name in ("html", "turtle", "nquads"):
        (tmp_path / "out" / FORMATS[name].file).unlink()
    left = {*content(tmp_path / "out")}
    write(tmp_path / "later", d="Dora aide Ada.")
    run = liaisons("add", "later", "--in", "out/graph.sqlite")
    assert {*content(tmp_path / "out")} == left
    assert b"Dora" in content(tmp_path / "out")["statements.csv"]
    assert "graph.html" not in run.out


def test_a_copy_under_another_name_is_skipped(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    write(tmp_path / "later", copy="Ada aide Bob.")
    run = liaisons("add", "later", "--in", "out", "-q")
    assert (run.status, run.read) == (1, ())
    assert run.err == "skipped copy: the same article as a, which the graph has\n"


def test_adding_tells_what_it_would_do(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    before = content(tmp_path / "out")
    write(tmp_path / "later", d="Dora aide Ada.", a="Ada aide Carl.")
    run = liaisons("add", "later", "--in", "out", "--dry-run")
    assert run.out == "new        d\nchanged    a\n2 articles: 1 new, 1 changed; nothing was written\n"
    assert content(tmp_path / "out") == before


def test_adding_says_what_an_older_pipeline_read(liaisons, press, tmp_path, monkeypatch):
    liaisons("build", "press", "-o", "out")
    monkeypatch.setattr(versions, "rules", lambda: "0123456789ab")
    run = liaisons("add", "press/a.txt", "--in", "out", "-q")
    assert run.read == ("a",)
    assert run.err == (
        "note: read by another version of liaisons or its models: 2 articles; `liaisons build` with all articles reads "
        "them anew\n"
    )


# --- removing


@pytest.fixture
def dated(liaisons, tmp_path) -> Path:
    rows = [
        ("w-1", "The Wire", "2023-12-31"),
        ("w-2", "The Wire", "2024-06-30"),
        ("m-1", "Le Monde", "2024-03-05"),
        ("m-2", "LE MONDE", "2025-01-31"),
        ("[x]", "", ""),
    ]
    lines = (
        f'{{"id": "{i}", "lang": "fr", "source": "{s}", "date": "{d}", "text": "Ada{n} aide Bob, et ce depuis {n} ans."}}'
        for n, (i, s, d) in enumerate(rows)
    )
    (tmp_path / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    liaisons("build", "all.jsonl", "-o", "out")
    return tmp_path / "out"


REMOVED = [
    (["w-1"], ["w-1"]),
    (["w-1", "m-1"], ["m-1", "w-1"]),
    (["w-*"], ["w-1", "w-2"]),
    (["[wm]-2"], ["m-2", "w-2"]),
    (["[x]"], ["[x]"]),
    (["*"], ["[x]", "m-1", "m-2", "w-1", "w-2"]),
    (["--source", "the wire"], ["w-1", "w-2"]),
    (["--source", "le monde", "--source", "The Wire", "?-1"], ["m-1", "w-1"]),
    (["--before", "2024"], ["w-1"]),
    (["--before", "2024-06"], ["m-1", "w-1"]),
    (["--before", "2025-01-15"], ["m-1", "w-1", "w-2"]),
    (["--after", "2023"], ["m-1", "m-2", "w-2"]),
    (["--after", "2024-03"], ["m-2", "w-2"]),
    (["--after", "2023", "--before", "2025", "*-1"], ["m-1"]),
]


@pytest.mark.parametrize(("args", "expected"), REMOVED, ids=[" ".join(a) for a, _ in REMOVED])
def test_what_is_meant(dated, liaisons, args, expected):
    run = liaisons("remove", *args, "--in", "out", "--dry-run")
    assert (run.status, run.err) == (0, "")
    assert [line.split()[1] for line in run.out.splitlines() if line.startswith("removed ")] == expected


MEANT = [
    ([], "name the articles to remove: ids or patterns, --source, --before or --after"),
    (["w-9"], "no article 'w-9' in this graph; `liaisons remove '*' --dry-run` names all"),
    (["w-1", "w-9"], "no article 'w-9' in this graph; `liaisons remove '*' --dry-run` names all"),
    (["--source", "Le Figaro"], "no article of this graph is meant; its newspapers are LE MONDE, Le Monde, The Wire"),
    (["w-*", "--after", "2024"], "no article of this graph is meant"),
    (["--before", "mars 2024"], "--before takes a date such as 2024, 2024-03 or 2024-03-15, not 'mars 2024'"),
    (["--after", "2024-13"], "--after takes a date such as 2024, 2024-03 or 2024-03-15, not '2024-13'"),
]


PARTIAL = [
    ("2024", "2024-06", "", False),
    ("2024", "2025", "", True),
    ("2024", "", "2024-06", False),
    ("2024", "", "2023-06", True),
    ("2024-06", "2024-06-15", "", False),
    ("2024-06", "", "2024-05-31", True),
    ("", "2030", "", False),
]


@pytest.mark.parametrize(("date", "before", "after", "meant"), PARTIAL)
def test_a_date_known_in_part_counts_where_it_is_sure(date, before, after, meant):
    parts = {i: ArticleGraph(Article(i, "Ada", date=d)) for i, d in (("a", date), ("b", "2029"), ("c", "2001"))}
    assert ("a" in _meant(Holding(parts), [], [], before, after)) == meant


def test_where_none_is_meant_nothing_is_done(dated, liaisons):
    before = content(dated)
    for args, message in MEANT:
        run = liaisons("remove", *args, "--in", "out")
        assert (run.status, run.out, run.err) == (2, "", f"liaisons: {message}\n")
    assert content(dated) == before
    assert liaisons("remove", "x", "--in", "nowhere").err.startswith("liaisons: nowhere/graph.sqlite: no such store;")


def test_removing_leaves_no_trace(liaisons, press, tmp_path):
    (press / "c.txt").unlink()
    liaisons("build", "press", "-o", "straight")
    write(press, c="Farid aide Gina.", d="Dora aide Ada.")
    liaisons("build", "press", "-o", "out")
    run = liaisons("remove", "c", "d", "--in", "out")
    assert (run.status, head(run)) == (0, "articles 2 2 fr; 2 removed")
    assert content(tmp_path / "out") == content(tmp_path / "straight")
    assert head(liaisons("remove", "*", "--in", "out")) == "articles 0 2 removed"
    assert store.read(tmp_path / "out" / store.FILE).articles == {}


# --- one at a time, and what was done before


def test_two_runs_in_one_folder(liaisons, press, tmp_path, started):
    liaisons("build", "press", "-o", "out")
    write(press, d="Dora aide Ada.")
    other = started("build", "press", "-o", "out", "-q", folder=tmp_path, pause=20)
    while not (tmp_path / "out" / f"{store.JOURNAL}-wal").exists():
        assert other.is_alive()
        time.sleep(0.01)
    time.sleep(0.5)
    for args in (["build", "press", "-o", "out"], ["add", "press", "--in", "out"], ["remove", "a", "--in", "out"]):
        run = liaisons(*args)
        assert (run.status, run.out) == (2, "")
        assert run.err == (
            "liaisons: out: another run of liaisons is at work on this folder; wait until it has ended, or take "
            "another folder\n"
        )
    assert liaisons("find", "aide", "--in", "out").status == 0  # asking goes on
    other.kill()
    other.join()
    assert head(liaisons("build", "press", "-o", "out")) == "articles 4 4 fr; 1 new, 3 unchanged"
    assert store.JOURNAL not in content(tmp_path / "out")


def test_what_the_run_before_had_done_is_not_done_again(liaisons, press, tmp_path):
    (tmp_path / "out").mkdir()
    liaisons("build", "press", "-o", "straight")
    graphs = store.read(tmp_path / "straight" / store.FILE).article_graphs
    pipeline = store.stamps(tmp_path / "straight" / store.FILE)["a"].pipeline
    with store.journal(tmp_path / "out") as journal:
        journal.keep(graphs["a"], pipeline)
        journal.keep(graphs["b"], "another pipeline")
    assert [*content(tmp_path / "out")] == [store.JOURNAL]
    run = liaisons("build", "press", "-o", "out")
    assert (run.read, head(run)) == (("b", "c"), "articles 3 3 fr; 3 new (1 done by the run before)")
    assert content(tmp_path / "out") == content(tmp_path / "straight")


def test_another_command_leaves_what_a_long_build_had_done(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    write(press, d="Dora aide Ada.")
    liaisons("build", "press", "-o", "straight")
    held = store.contents(tmp_path / "straight" / store.FILE)
    with store.journal(tmp_path / "out") as journal:
        journal.keep(held.graph.article_graphs["d"], held.stamps["d"].pipeline)
    liaisons("remove", "a", "--in", "out")
    run = liaisons("build", "press", "-o", "out")
    assert (run.read, head(run)) == (("a",), "articles 4 4 fr; 2 new, 2 unchanged (1 done by the run before)")
    assert content(tmp_path / "out") == content(tmp_path / "straight")


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE articles (id)")


JUNK = [
    lambda path: path.write_bytes(b"SQLite format 3\0 half"),
    lambda path: path.write_bytes(b"Il pleut.\n" * 1000),
    lambda path: path.write_bytes(b""),
    other_database,
]


@pytest.mark.parametrize("junk", JUNK)
def test_a_journal_that_is_none_is_no_obstacle(liaisons, press, tmp_path, junk):
    (tmp_path / "out").mkdir()
    junk(tmp_path / "out" / store.JOURNAL)
    assert liaisons("build", "press", "-o", "out").read == ("a", "b", "c")
    assert store.JOURNAL not in content(tmp_path / "out")


def test_what_is_stopped_says_how_to_go_on(press, tmp_path, monkeypatch):
    from liaisons.extractors import pipeline

    from .conftest import made, run_here

    def stopped(articles, **_):
        yield made(next(iter(articles)))
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "extract", stopped)
    monkeypatch.setattr(pipeline, "load", lambda lang, model=None: None)
    monkeypatch.chdir(tmp_path)
    run = run_here("build", "press", "-o", "out", "-q")
    assert run.status != 0
    assert "stopped; what was done is kept, and the same command goes on from there" in run.err
    with store.journal(tmp_path / "out") as journal:
        assert len(journal) == 1


def test_a_build_does_not_read_what_a_build_that_was_cut_off_wrote(liaisons, press):
    (press / "out").mkdir()
    (press / "out" / store.JOURNAL).write_bytes(b"")
    (press / "out" / "statements.csv").write_text("text\nAda aide Bob, et ce depuis longtemps.\n", encoding="utf-8")
    assert liaisons("build", "press", "-o", "press/out").read == ("a", "b", "c")


def test_a_store_that_another_program_holds_is_not_made_anew(liaisons, press, tmp_path):
    liaisons("build", "press", "-o", "out")
    with closing(sqlite3.connect(tmp_path / "out" / store.FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        run = liaisons("build", "press", "-o", "out")
    assert (run.status, run.read) == (2, ())
    assert "another program holds this store" in run.err
    assert liaisons("build", "press", "-o", "out").status == 0


# --- articles whose language is not known


def test_an_article_without_a_language_is_kept_and_nothing_is_said_of_it(liaisons, press, tmp_path):
    """Such an article comes from Python: the commands read French and English alone."""
    liaisons("build", "press", "-o", "out")
    path = tmp_path / "out" / store.FILE
    graph = store.read(path)
    bare = ArticleGraph(Article("bare", "Nordavia se tait."))
    store.write(KnowledgeGraph([*graph.article_graphs.values(), bare]), path, store.parameters(path))
    write(tmp_path / "later", d="Dora aide Ada.")
    for command in (["add", "later"], ["add"], ["remove", "d"]):
        run = liaisons(*command, "--in", "out", "-q")
        assert (run.status, "another version" in run.err and "4 articles" in run.err) == (0, False)
        assert "bare" in store.stamps(path)
