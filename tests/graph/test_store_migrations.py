"""Stores of versions 2 and 3, made here by the SQL of those versions, are read as what they are and never changed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from liaisons.graph import store
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
from liaisons.graph.store import migrations

TEXT = "Inès Vauquelin dirige Nordavia. Elle a gagné l’élection. Paul Astier a vendu Quantelle à Nordavia."
ARTICLE = Article("gazette/1", TEXT, "fr", "Un titre", "2024-03-13", "https://gazette.example/1", "La Gazette", "J. K.")

COMMON = """
PRAGMA application_id = 1279869257;
CREATE TABLE parameters (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, lang TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
    url TEXT NOT NULL, source TEXT NOT NULL, author TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE nodes (id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entities (
    article TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,{kind}
    node TEXT NOT NULL REFERENCES nodes, PRIMARY KEY (article, id)
) WITHOUT ROWID;
CREATE INDEX entities_node ON entities (node);
CREATE TABLE mentions (
    article TEXT NOT NULL, entity TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (article, entity, "start", "end", kind), FOREIGN KEY (article, entity) REFERENCES entities
) WITHOUT ROWID;
CREATE TABLE statements (
    id INTEGER PRIMARY KEY, article TEXT NOT NULL, subject TEXT NOT NULL, relation TEXT NOT NULL,
    object TEXT NOT NULL, status TEXT NOT NULL,
    FOREIGN KEY (article, subject) REFERENCES entities, FOREIGN KEY (article, object) REFERENCES entities
);
CREATE INDEX statements_article ON statements (article);
CREATE TABLE evidence (
    statement INTEGER NOT NULL REFERENCES statements,
    sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
    subject_start INTEGER NOT NULL, subject_end INTEGER NOT NULL,
    cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL,
    object_start INTEGER NOT NULL, object_end INTEGER NOT NULL,
    source TEXT, "when" TEXT, amount TEXT, role TEXT, confidence REAL NOT NULL, reasons TEXT NOT NULL
);
CREATE INDEX evidence_statement ON evidence (statement);
INSERT INTO parameters VALUES ('base', 'https://example.org/'), ('liaisons', '0.1.0'), ('model.fr', 'core_news_md 3.8.0');
INSERT INTO nodes VALUES ('group/nordavia', 'Nordavia', 'Company'), ('happening/election-x', 'élection', 'Event'),
    ('human/ines-vauquelin', 'Inès Vauquelin', 'Person');
INSERT INTO mentions VALUES ('gazette/1', 'e1', 0, 14, 'name'), ('gazette/1', 'e1', 32, 36, 'pronoun'),
    ('gazette/1', 'e2', 22, 30, 'name'), ('gazette/1', 'e2', 89, 97, 'name'), ('gazette/1', 'e3', 47, 55, 'name');
INSERT INTO statements VALUES (1, 'gazette/1', 'e1', 'leads', 'e2', 'asserted');
INSERT INTO evidence VALUES
    (1, 0, 31, 0, 14, 15, 21, 22, 30, NULL, '2024', NULL, 'directrice', 0.9, '[["verb diriger", 0.9]]');
"""
SQL = {
    2: COMMON.format(kind="")
    + """
PRAGMA user_version = 2;
INSERT INTO entities VALUES ('gazette/1', 'e1', 'Inès Vauquelin', 'Person', 'human/ines-vauquelin'),
    ('gazette/1', 'e2', 'Nordavia', 'Company', 'group/nordavia'),
    ('gazette/1', 'e3', 'élection', 'Event', 'happening/election-x');
""",
    3: COMMON.format(kind=" kind TEXT NOT NULL,")
    + """
PRAGMA user_version = 3;
CREATE TABLE sentences (
    article TEXT NOT NULL REFERENCES articles, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (article, "start", "end")
) WITHOUT ROWID;
INSERT INTO sentences VALUES ('gazette/1', 0, 31), ('gazette/1', 32, 56), ('gazette/1', 57, 98);
INSERT INTO entities VALUES ('gazette/1', 'e1', 'Inès Vauquelin', 'Person', '', 'human/ines-vauquelin'),
    ('gazette/1', 'e2', 'Nordavia', 'Company', '', 'group/nordavia'),
    ('gazette/1', 'e3', 'élection', 'Event', 'election', 'happening/election-x');
""",
}


@pytest.fixture(params=sorted(SQL))
def version(request) -> int:
    found: int = request.param
    return found


@pytest.fixture
def old(version, tmp_path) -> Path:
    path: Path = tmp_path / store.FILE
    with closing(sqlite3.connect(path)) as db, db:
        db.executescript(SQL[version])
        a = ARTICLE
        row = (a.id, a.text, a.lang, a.title, a.date, a.url, a.source, a.author)
        db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return path


def whole(version: int) -> KnowledgeGraph:
    """What the store of this version holds, as records."""

    def mention(start: int, end: int, **kind: object) -> Mention:
        return Mention(ARTICLE.id, Span.of(TEXT, start, end), **kind)

    spans = [Span.of(TEXT, *at) for at in ((0, 31), (0, 14), (15, 21), (22, 30))]
    there = Evidence(
        ARTICLE.id, *spans, when="2024", role="directrice", confidence=0.9, reasons=(Reason("verb diriger", 0.9),)
    )
    pronoun = mention(32, 36, kind=MentionKind.PRONOUN)
    entities = (
        Entity("e1", "Inès Vauquelin", "Person", (mention(0, 14), pronoun)),
        Entity("e2", "Nordavia", "Company", (mention(22, 30), mention(89, 97))),
        Entity("e3", "élection", "Event", (mention(47, 55),), "election" if version > 2 else ""),
    )
    sentences = ((0, 31), (32, 56), (57, 98)) if version > 2 else ((0, 31),)
    part = ArticleGraph(ARTICLE, entities, (Statement("e1", "leads", "e2", Status.ASSERTED, (there,)),), sentences)
    return KnowledgeGraph([part]).check()


def test_what_can_be_kept_is_there(old, version):
    read = store.read(old)
    assert read == whole(version)
    assert read.check().resolution == whole(version).resolution
    assert store.parameters(old)["base"] == "https://example.org/"
    assert store.stamps(old) == {ARTICLE.id: store.Stamp(store.content(ARTICLE), f"schema {version}")}


def test_a_part_of_it_is_read(old, version):
    part = store.read_part(old, ["Vauquelin"])
    entity = whole(version).entity("Vauquelin")
    assert part.entity("Vauquelin") == entity
    assert part.statements(about=entity) == whole(version).statements(about=entity)


def test_it_says_what_reading_the_articles_anew_would_add(old, version):
    pipeline = store.stamps(old)[ARTICLE.id].pipeline
    assert store.missing(pipeline) == ("sentences that state nothing, classes of events" if version == 2 else "")


def test_an_old_store_is_not_changed(old):
    before = old.read_bytes()
    store.read(old)
    store.find(old, "Nordavia")
    assert old.read_bytes() == before
    assert [p.name for p in old.parent.iterdir()] == [store.FILE]


def test_words_are_found_in_it(old, version):
    assert [h.sentence.quote for h in store.find(old, "nordavia")[0]] == [
        "Inès Vauquelin dirige Nordavia.",
        "Paul Astier a vendu Quantelle à Nordavia.",
    ][: 2 if version > 2 else 1]


def test_written_again_it_is_of_this_version(old, version, tmp_path):
    held = store.contents(old)
    pipelines = {i: stamp.pipeline for i, stamp in held.stamps.items()}
    store.write(held.graph, tmp_path / "new", held.parameters, pipelines)
    store.write(whole(version), tmp_path / "direct", held.parameters, pipelines)
    assert (tmp_path / "new").read_bytes() == (tmp_path / "direct").read_bytes()
    with closing(sqlite3.connect(tmp_path / "new")) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (store.VERSION,)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_version_has_a_step():
    assert [*migrations.STEPS] == [*range(migrations.OLDEST, store.VERSION)]


def test_the_steps_end_in_the_tables_of_this_version(old):
    """Every column that this version reads is there after the steps, whatever else is."""
    with closing(sqlite3.connect(old)) as db, closing(migrations.migrated(db)) as new:
        assert new.execute("SELECT id, hash, pipeline, text FROM articles").fetchall() != []
        columns = {row[1] for row in new.execute("PRAGMA table_info(entities)")}
    assert columns == {"article", "id", "name", "type", "kind"}
