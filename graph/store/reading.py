"""Reading a store: the graph whole, with the resolution that it was written with, and what else stands in it."""

import gc
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..authority import Known
from ..decisions import Action, Decision
from ..errors import UserError
from ..knowledge import KnowledgeGraph
from ..model import Article, ArticleGraph, Entity, Evidence, Mention, MentionKind, Reason, Span, Statement, Status
from ..resolution import Link, Member, Proposal, Resolution
from . import schema
from .faults import is_there, unreadable
from .migrations import OLDEST, migrated
from .stamps import Stamp
from .writing import fill


def read(path: Path) -> KnowledgeGraph:
    """The graph that `path` holds, resolved as it was written; `UserError` where it is no store.

    A store of an older version is read as well, and not changed.
    """
    with opened(path) as db:
        return graph(db)


@dataclass(frozen=True)
class Contents:
    """All that a store holds: the graph, the stamp of each article by its id, the parameters by name."""

    graph: KnowledgeGraph
    stamps: Mapping[str, Stamp]
    parameters: Mapping[str, str]


def contents(path: Path) -> Contents:
    """All that `path` holds, as it was written; `UserError` where it is no store."""
    with opened(path) as db:
        return Contents(graph(db), article_stamps(db), dict(db.execute("SELECT name, value FROM parameters")))


def parameters(path: Path) -> dict[str, str]:
    """The parameters of the run that wrote the store, by name; `UserError` where it is no store."""
    with opened(path) as db:
        return dict(db.execute("SELECT name, value FROM parameters ORDER BY name"))


def version(path: Path) -> int | None:
    """The version of the tables of a store; None for what is none."""
    try:
        with closing(_read_only(path)) as db:
            return schema.version(db)
    except sqlite3.Error:
        return None


def stamps(path: Path) -> dict[str, Stamp]:
    """The content hash and the pipeline of each article, by its id; `UserError` where it is no store."""
    with opened(path) as db:
        return article_stamps(db)


def article_stamps(db: sqlite3.Connection) -> dict[str, Stamp]:
    return {ident: Stamp(*rest) for ident, *rest in db.execute("SELECT id, hash, pipeline FROM articles ORDER BY id")}


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The store for reading, in the form of this version.

    `UserError` for what is no store, and for a damaged one, whenever that comes to light.
    """
    if not is_there(path):
        raise UserError(f"{path}: no such store; `liaisons build` makes one")
    try:
        with closing(_read_only(path)) as db:
            number = schema.version(db)
            if number == schema.VERSION:
                yield db
            elif number is not None and number > schema.VERSION:
                raise UserError(f"{path}: a store of a newer version of liaisons; install that, or build it again")
            elif number is None or number < OLDEST:
                raise UserError(f"{path}: not a store of this version of liaisons; build it again")
            else:
                with closing(_renewed(db)) as new:
                    yield new
    except UserError:
        raise
    except (sqlite3.Error, ValueError) as error:
        raise unreadable(path, error) from error


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _renewed(old: sqlite3.Connection) -> sqlite3.Connection:
    """The content of an older store in memory, in the form of this version; what is derived is derived anew."""
    new = sqlite3.connect(":memory:")
    with closing(migrated(old)) as db:
        found = KnowledgeGraph(article_graphs(db).values())
        pipelines = {ident: stamp.pipeline for ident, stamp in article_stamps(db).items()}
        fill(new, found, dict(db.execute("SELECT name, value FROM parameters")), pipelines)
    return new


def graph(db: sqlite3.Connection) -> KnowledgeGraph:
    with _without_collector():
        known = [
            Known(ident, type_, _pairs(names), tuple(json.loads(aliases)), wikidata)
            for ident, type_, names, aliases, wikidata in db.execute("SELECT * FROM known")
        ]
        found = KnowledgeGraph(article_graphs(db).values(), known=known, decisions=decisions(db))
        found.__dict__["resolution"] = _resolution(db, found)  # it is not resolved anew
    return found


def decisions(db: sqlite3.Connection) -> list[Decision]:
    return [
        Decision(
            Action(action),
            tuple(json.loads(entities)),
            value,
            tuple(json.loads(statement)) if statement else None,
            note,
        )
        for action, entities, value, statement, note in db.execute("SELECT * FROM decisions")
    ]


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of small objects are made and none is garbage: Python need not look for any meanwhile."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def article_graphs(db: sqlite3.Connection) -> dict[str, ArticleGraph]:
    """The article graphs by id: a table at a time, in the order of the articles."""
    articles = {
        a.id: a
        for a in (
            Article(*r)
            for r in db.execute("SELECT id, text, lang, title, date, url, source, author FROM articles ORDER BY id")
        )
    }
    sentences = _grouped(db.execute('SELECT article, "start", "end" FROM sentences ORDER BY article, "start", "end"'))
    entities, statements = _entities(db, articles), _statements(db, articles)
    return {
        ident: ArticleGraph(
            article, tuple(entities.get(ident, ())), tuple(statements.get(ident, ())), tuple(sentences.get(ident, ()))
        )
        for ident, article in articles.items()
    }


def _entities(db: sqlite3.Connection, articles: Mapping[str, Article]) -> dict[str, list[Entity]]:
    kinds = {str(kind): kind for kind in MentionKind}
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for article, entity, start, end, kind in db.execute(
        'SELECT article, entity, "start", "end", kind FROM mentions ORDER BY article, entity, "start", "end"'
    ):
        span = Span.of(articles[article].text, start, end)
        mentions[article, entity].append(Mention(article, span, kinds.get(kind) or MentionKind(kind)))
    found: dict[str, list[Entity]] = defaultdict(list)
    for article, ident, name, type_, kind in db.execute(
        "SELECT article, id, name, type, kind FROM entities ORDER BY article, id"
    ):
        found[article].append(Entity(ident, name, type_, tuple(mentions.get((article, ident), ())), kind))
    return found


def _statements(db: sqlite3.Connection, articles: Mapping[str, Article]) -> dict[str, list[Statement]]:
    rows = _grouped(db.execute("SELECT * FROM evidence ORDER BY statement"))
    found: dict[str, list[Statement]] = defaultdict(list)
    for number, article, subject, relation, object_, status in db.execute(
        "SELECT id, article, subject, relation, object, status FROM statements ORDER BY id"
    ):
        evidence = tuple(_evidence(articles[article], row) for row in rows.get(number, ()))
        found[article].append(Statement(subject, relation, object_, Status(status), evidence))
    return found


def _evidence(article: Article, row: tuple[Any, ...]) -> Evidence:
    text = article.text
    return Evidence(
        article=article.id,
        sentence=Span.of(text, *row[0:2]),
        subject=Span.of(text, *row[2:4]),
        cue=Span.of(text, *row[4:6]),
        object=Span.of(text, *row[6:8]),
        source=row[8],
        when=row[9],
        amount=row[10],
        role=row[11],
        confidence=row[12],
        reasons=tuple(Reason(about, weight) for about, weight in json.loads(row[13])),
    )


def _resolution(db: sqlite3.Connection, found: KnowledgeGraph) -> Resolution:
    locals_ = {(i, e.id): e for i, part in found.article_graphs.items() for e in part.entities}
    nodes: dict[str, list[Member]] = defaultdict(list)
    for article, entity, node in db.execute("SELECT article, entity, node FROM members ORDER BY article, entity"):
        nodes[node].append((article, entity))
    entities: dict[Member, Entity] = {}
    for ident, name, type_, kind, labels, same_as in db.execute("SELECT * FROM nodes ORDER BY id"):
        members = nodes[ident]
        mentions = tuple(m for member in members if member in locals_ for m in locals_[member].mentions)
        whole = Entity(ident, name, type_, mentions, kind, _pairs(labels), tuple(json.loads(same_as)))
        entities.update(dict.fromkeys(members, whole))
    current = _grouped(db.execute("SELECT id, node FROM undecided ORDER BY id, node"))
    return Resolution(
        entities,
        tuple(Link((r[0], r[1]), (r[2], r[3]), r[4], (r[5], r[6]), r[7]) for r in db.execute("SELECT * FROM links")),
        tuple(
            Proposal(a, b, score, tuple(json.loads(reasons)))
            for a, b, score, reasons in db.execute("SELECT * FROM proposals ORDER BY rowid")
        ),
        tuple(report for (report,) in db.execute("SELECT report FROM reports ORDER BY rowid")),
        {ident: tuple(node for (node,) in ids) for ident, ids in current.items()},
    )


def _grouped(rows: sqlite3.Cursor) -> dict[Any, list[tuple[Any, ...]]]:
    """The rows, without their first column, by it."""
    found: dict[Any, list[tuple[Any, ...]]] = defaultdict(list)
    for first, *rest in rows:
        found[first].append(tuple(rest))
    return found


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((language, name) for language, name in json.loads(text))
