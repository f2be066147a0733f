"""The tables of a store, of which `PRAGMA user_version` gives the version.

The first ones are what was read, known and decided, and follow the records: offsets count code points of
`articles.text`, ends are exclusive, and quotes are not stored: they are read back from the text. The others are
derived from them and are there to be asked: `nodes` are the entities of the graph, `members` says which node each
article's entity is, `edges` are the graph's statements; `sentence_index` and `name_index` are full-text indices (FTS5).
"""

import sqlite3

VERSION = 4
APPLICATION_ID = 0x4C494149  # "LIAI"

SOURCES = """
CREATE TABLE parameters (
    name TEXT PRIMARY KEY, value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, lang TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, url TEXT NOT NULL,
    source TEXT NOT NULL, author TEXT NOT NULL, hash TEXT NOT NULL, pipeline TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    UNIQUE (article, "start", "end")
);
CREATE TABLE entities (
    article TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    kind TEXT NOT NULL, PRIMARY KEY (article, id)
) WITHOUT ROWID;
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
CREATE TABLE known (
    id TEXT NOT NULL, type TEXT NOT NULL, names TEXT NOT NULL, aliases TEXT NOT NULL, wikidata TEXT NOT NULL
);
CREATE TABLE decisions (
    action TEXT NOT NULL, entities TEXT NOT NULL, value TEXT NOT NULL, statement TEXT, note TEXT NOT NULL
);
"""

DERIVED = """
CREATE TABLE nodes (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, labels TEXT NOT NULL,
    same_as TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE members (
    article TEXT NOT NULL, entity TEXT NOT NULL, node TEXT NOT NULL REFERENCES nodes, PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE INDEX members_node ON members (node);
CREATE TABLE links (
    article TEXT NOT NULL, entity TEXT NOT NULL, other_article TEXT NOT NULL, other_entity TEXT NOT NULL,
    rule TEXT NOT NULL, name TEXT NOT NULL, other_name TEXT NOT NULL, note TEXT NOT NULL
);
CREATE TABLE proposals (
    node TEXT NOT NULL, other_node TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL
);
CREATE TABLE reports (report TEXT NOT NULL);
CREATE TABLE undecided (
    id TEXT NOT NULL, node TEXT NOT NULL, PRIMARY KEY (id, node)
) WITHOUT ROWID;
CREATE TABLE edges (
    id INTEGER PRIMARY KEY, subject TEXT NOT NULL REFERENCES nodes, relation TEXT NOT NULL,
    object TEXT NOT NULL REFERENCES nodes, status TEXT NOT NULL, confidence REAL NOT NULL
);
CREATE INDEX edges_subject ON edges (subject);
CREATE INDEX edges_object ON edges (object);
CREATE TABLE edge_statements (
    statement INTEGER PRIMARY KEY REFERENCES statements, edge INTEGER NOT NULL REFERENCES edges
);
CREATE INDEX edge_statements_edge ON edge_statements (edge);
CREATE TABLE names (id INTEGER PRIMARY KEY, node TEXT NOT NULL REFERENCES nodes, name TEXT NOT NULL);
CREATE INDEX names_node ON names (node);
CREATE VIEW sentence_texts AS
    SELECT s.id, s.article, s."start", s."end", substr(a.text, s."start" + 1, s."end" - s."start") AS text
    FROM sentences s JOIN articles a ON a.id = s.article;
CREATE VIRTUAL TABLE sentence_index USING fts5(
    text, content = 'sentence_texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE name_index USING fts5(
    name, content = 'names', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
"""


def create(db: sqlite3.Connection, *, derived: bool = True) -> None:
    """Make the tables of this version in an empty database, all or none."""
    head = f"BEGIN; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
    db.executescript(head + SOURCES + (DERIVED if derived else "") + "COMMIT;")


def version(db: sqlite3.Connection) -> int | None:
    """The version of the schema; None where the database is no store of ours."""
    ours = db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    return int(db.execute("PRAGMA user_version").fetchone()[0]) if ours else None
