"""The store: one SQLite file that holds a knowledge graph whole.

Tables follow the records: articles, entities (with the node each resolves to), mentions, statements, evidence; `nodes`
holds the graph-wide entities. Offsets count code points of `articles.text`, ends are exclusive; quotes are not stored,
they are read back from the text. `PRAGMA user_version` is the version of this schema.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from .errors import UserError
from .knowledge import KnowledgeGraph
from .model import Article, ArticleGraph, Entity, Evidence, Mention, MentionKind, Reason, Span, Statement, Status

FILE = "graph.sqlite"
"""The name of the store in the folder of a build."""

VERSION = 3
_APPLICATION_ID = 0x4C494149  # "LIAI"

_SCHEMA = """
CREATE TABLE parameters (
    name TEXT PRIMARY KEY, value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, text TEXT NOT NULL, lang TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
    url TEXT NOT NULL, source TEXT NOT NULL, author TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE sentences (
    article TEXT NOT NULL REFERENCES articles, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (article, "start", "end")
) WITHOUT ROWID;
CREATE TABLE nodes (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE entities (
    article TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
    kind TEXT NOT NULL, node TEXT NOT NULL REFERENCES nodes, PRIMARY KEY (article, id)
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
"""


def write(graph: KnowledgeGraph, path: Path, parameters: Mapping[str, str] | None = None) -> None:
    """Write the graph to `path`, whole or not at all: the file appears under its name once it is complete.

    The same graph and parameters give the same bytes with one version of SQLite. `UserError` where no file can be
    written there; `UnicodeEncodeError` for text with lone surrogates, which the readers replace.
    """
    partial = path.with_name(path.name + ".part")
    try:
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial.absolute())) as db:  # "file:a" alone would be a URI
            db.execute("PRAGMA journal_mode = OFF")  # a partial file is thrown away, not mended
            db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {VERSION}")
            db.executescript(_SCHEMA)
            with db:
                _insert(db, graph, parameters or {})
        partial.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise UserError(f"{path}: cannot be written ({_reason(error)})") from error
    finally:
        if partial.is_file():
            partial.unlink()


def _insert(db: sqlite3.Connection, graph: KnowledgeGraph, parameters: Mapping[str, str]) -> None:
    def rows(table: str, width: int, values: list[tuple[object, ...]]) -> None:
        db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", values)

    rows("parameters", 2, sorted(parameters.items()))
    rows("nodes", 3, [(e.id, e.name, e.type) for e in graph.entities.values()])
    number = 0
    for ident, part in graph.article_graphs.items():
        a = part.article
        rows("articles", 8, [(a.id, a.text, a.lang, a.title, a.date, a.url, a.source, a.author)])
        rows("sentences", 3, [(ident, start, end) for start, end in part.sentences])
        nodes = graph.resolved
        rows("entities", 6, [(ident, e.id, e.name, e.type, e.kind, nodes[ident, e.id].id) for e in part.entities])
        rows(
            "mentions",
            5,
            [(ident, e.id, m.span.start, m.span.end, str(m.kind)) for e in part.entities for m in e.mentions],
        )
        for s in part.statements:
            number += 1
            rows("statements", 6, [(number, ident, s.subject, s.relation, s.object, str(s.status))])
            rows(
                "evidence",
                15,
                [
                    (
                        number,
                        *(offset for span in e.spans for offset in (span.start, span.end)),
                        e.source,
                        e.when,
                        e.amount,
                        e.role,
                        e.confidence,
                        json.dumps(e.reasons, ensure_ascii=False),
                    )
                    for e in s.evidence
                ],
            )


def read(path: Path) -> KnowledgeGraph:
    """The graph that `path` holds; `UserError` where it is no store of this version."""
    with _opened(path) as db:
        return KnowledgeGraph(_select(db, ident) for (ident,) in db.execute("SELECT id FROM articles").fetchall())


def parameters(path: Path) -> dict[str, str]:
    """The parameters of the run that wrote the store, by name; `UserError` where it is no store of this version."""
    with _opened(path) as db:
        return dict(db.execute("SELECT name, value FROM parameters ORDER BY name"))


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The store for reading. `UserError` for what is not one, and for a damaged one, whenever that comes to light."""
    if not path.is_file():
        raise UserError(f"{path}: no such store; `liaisons build` makes one")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            ours = db.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION_ID
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if not ours or version != VERSION:
                raise UserError(f"{path}: not a store of this version of liaisons; build it again")
            yield db
    except UserError:
        raise
    except (sqlite3.Error, ValueError) as error:
        raise UserError(f"{path}: not a readable store ({_reason(error)}); build it again") from error


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _select(db: sqlite3.Connection, ident: str) -> ArticleGraph:
    article = Article(*db.execute("SELECT * FROM articles WHERE id = ?", (ident,)).fetchone())

    def span(start: int, end: int) -> Span:
        return Span.of(article.text, start, end)

    mentions: dict[str, list[Mention]] = {}
    for entity, start, end, kind in db.execute(
        'SELECT entity, "start", "end", kind FROM mentions WHERE article = ?', (ident,)
    ):
        mentions.setdefault(entity, []).append(Mention(ident, span(start, end), MentionKind(kind)))
    entities = tuple(
        Entity(i, name, type_, tuple(sorted(mentions.get(i, ()))), kind)
        for i, name, type_, kind in db.execute(
            "SELECT id, name, type, kind FROM entities WHERE article = ? ORDER BY id", (ident,)
        )
    )
    sentences = tuple(db.execute('SELECT "start", "end" FROM sentences WHERE article = ?', (ident,)).fetchall())
    statements = []
    for number, subject, relation, object_, status in db.execute(
        "SELECT id, subject, relation, object, status FROM statements WHERE article = ? ORDER BY id", (ident,)
    ).fetchall():
        evidence = tuple(
            Evidence(
                article=ident,
                sentence=span(*e[1:3]),
                subject=span(*e[3:5]),
                cue=span(*e[5:7]),
                object=span(*e[7:9]),
                source=e[9],
                when=e[10],
                amount=e[11],
                role=e[12],
                confidence=e[13],
                reasons=tuple(Reason(about, weight) for about, weight in json.loads(e[14])),
            )
            for e in db.execute("SELECT * FROM evidence WHERE statement = ? ORDER BY rowid", (number,))
        )
        statements.append(Statement(subject, relation, object_, Status(status), evidence))
    return ArticleGraph(article, entities, tuple(statements), sentences)
