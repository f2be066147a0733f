"""Writing a store: the tables that hold what was read, and those that are derived."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import UserError
from ..knowledge import KnowledgeGraph
from ..model import ArticleGraph, Statement
from ..ontology import ontology
from . import schema
from .folding import fold
from .stamps import Stamp


def write(
    graph: KnowledgeGraph,
    path: Path,
    parameters: Mapping[str, str] | None = None,
    pipelines: Mapping[str, str] | None = None,
) -> None:
    """Write the graph to `path`, whole or not at all: the file appears under its name once it is complete.

    `pipelines` has the pipeline that read each article, by its id. The same graph, parameters and pipelines give the
    same bytes with one version of SQLite, whatever stood there before. `UserError` where no file can be written there;
    `UnicodeEncodeError` for text with lone surrogates, which the readers replace.
    """
    partial = path.with_name(path.name + ".new")
    try:
        with writable(path):
            partial.unlink(missing_ok=True)
            with closing(sqlite3.connect(partial.absolute())) as db:  # "file:a" alone would be a URI
                db.execute("PRAGMA journal_mode = OFF")  # a partial file is thrown away, not mended
                db.execute("PRAGMA synchronous = OFF")  # it is flushed once, below
                fill(db, graph, parameters or {}, pipelines or {})
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(path)
    finally:
        if partial.is_file():
            partial.unlink()


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """What the system refuses while `path` is written becomes a `UserError`."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UserError(f"{path}: cannot be written ({reason})") from error


def fill(
    db: sqlite3.Connection, graph: KnowledgeGraph, parameters: Mapping[str, str], pipelines: Mapping[str, str]
) -> None:
    """Make the tables in an empty database and put everything in."""
    schema.create(db)
    with db:
        _insert(db, "parameters", sorted(parameters.items()))
        for part in graph.article_graphs.values():
            insert(db, part, Stamp.of(part.article, pipelines.get(part.article.id, "")))
        _insert(db, "known", ((k.id, k.type, _json(k.names), _json(k.aliases), k.wikidata) for k in graph.known))
        _insert(
            db,
            "decisions",
            (
                (str(d.action), _json(d.entities), d.value, d.statement and _json(d.statement), d.note)
                for d in graph.decisions
            ),
        )
        _derive(db, graph)


def insert(db: sqlite3.Connection, part: ArticleGraph, stamp: Stamp) -> None:
    """Put in one article and what it states. Its rows get the next free numbers."""
    a, ident = part.article, part.article.id
    row = (ident, a.lang, a.title, a.date, a.url, a.source, a.author, stamp.content, stamp.pipeline, a.text)
    _insert(db, "articles", [row])
    _insert(db, "sentences", ((None, ident, start, end) for start, end in part.sentences))
    _insert(db, "entities", ((ident, e.id, e.name, e.type, e.kind) for e in part.entities))
    _insert(
        db,
        "mentions",
        ((ident, e.id, m.span.start, m.span.end, str(m.kind)) for e in part.entities for m in e.mentions),
    )
    number = db.execute("SELECT ifnull(max(id), 0) FROM statements").fetchone()[0]
    numbered = list(enumerate(part.statements, number + 1))
    _insert(db, "statements", ((n, ident, s.subject, s.relation, s.object, str(s.status)) for n, s in numbered))
    _insert(
        db,
        "evidence",
        (
            (
                n,
                *(offset for span in e.spans for offset in (span.start, span.end)),
                *(e.source, e.when, e.amount, e.role, e.confidence, _json(e.reasons)),
            )
            for n, s in numbered
            for e in s.evidence
        ),
    )


def _derive(db: sqlite3.Connection, graph: KnowledgeGraph) -> None:
    found = graph.resolution
    nodes = graph.entities.values()
    _insert(db, "nodes", ((e.id, e.name, e.type, e.kind, _json(e.labels), _json(e.same_as)) for e in nodes))
    _insert(db, "members", ((*member, e.id) for member, e in sorted(found.entities.items(), key=lambda item: item[0])))
    _insert(db, "links", ((*link.a, *link.b, link.rule, *link.names, link.note) for link in found.links))
    _insert(db, "proposals", ((p.a, p.b, p.score, _json(p.reasons)) for p in found.proposals))
    _insert(db, "reports", ((report,) for report in found.reports))
    _insert(db, "undecided", ((i, node) for i, ids in sorted(found.current.items()) for node in ids))
    edges = list(enumerate(graph.statements(), 1))
    _insert(db, "edges", ((n, s.subject, s.relation, s.object, str(s.status), s.confidence) for n, s in edges))
    numbers = {s.key: n for n, s in edges}
    local = ((part.article.id, s) for part in graph.article_graphs.values() for s in part.statements)
    keyed = enumerate((_key(graph, article, s) for article, s in local), 1)
    _insert(db, "edge_statements", ((n, numbers[key]) for n, key in keyed if key in numbers))
    names = ((e.id, n) for e in nodes for n in dict.fromkeys((e.name, *(n for _, n in e.labels), *e.aliases)))
    _insert(db, "names", ((None, node, name) for node, name in names))
    _index(db)


def _key(graph: KnowledgeGraph, article: str, statement: Statement) -> tuple[str, str, str, str]:
    """The key of the graph's statement that an article's statement becomes."""
    ends = [graph.resolved[article, end].id for end in (statement.subject, statement.object)]
    if ontology().relations[statement.relation].symmetric:
        ends.sort()
    return (ends[0], statement.relation, ends[1], str(statement.status))


def _index(db: sqlite3.Connection) -> None:
    """Fill the full-text indices; each is merged into one, so that it has one form."""
    texts = db.execute("SELECT id, text FROM articles").fetchall()
    numbers = db.execute('SELECT id, article, "start", "end" FROM sentences ORDER BY id').fetchall()
    whole = dict(texts)
    sentences = ((n, fold(whole[article][start:end])) for n, article, start, end in numbers)
    db.executemany("INSERT INTO sentence_index (rowid, text) VALUES (?, ?)", sentences)
    names = db.execute("SELECT id, name FROM names ORDER BY id").fetchall()
    db.executemany("INSERT INTO name_index (rowid, name) VALUES (?, ?)", ((n, fold(name)) for n, name in names))
    for index in ("sentence_index", "name_index"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    values = iter(rows)
    first = next(values, None)
    if first is not None:
        sql = f"INSERT INTO {table} VALUES ({', '.join('?' * len(first))})"
        db.execute(sql, first)
        db.executemany(sql, values)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
