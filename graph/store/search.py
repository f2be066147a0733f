"""Looking for words in a store: in the sentences of its articles, and in the names of its entities.

Case and accents make no difference. What comes first fits best (BM25 of FTS5); of two that fit as well, the first in
the order of articles.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import UserError
from ..model import Span
from ..names import normalise
from .reading import opened
from .words import to_fts

_MARKS = ("\ue0d0\ue0d1", "\ue0d2\ue0d3")  # private use: in no text that a person wrote


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the graph for which a sentence is evidence, with the names of its two ends.

    `confidence` is that of the best evidence in this sentence, in 0..1.
    """

    subject: str
    relation: str
    object: str
    status: str
    confidence: float
    subject_id: str
    object_id: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence in which the words were found, and what it states.

    `marks` are the spans of the words that were found; offsets count code points of the article's text.
    """

    article: str
    title: str
    source: str
    date: str
    url: str
    sentence: Span
    marks: tuple[Span, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An entity that has the words in a name: its id, its name, its type, the names with them, how many statements."""

    id: str
    name: str
    type: str
    names: tuple[str, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Which sentences to look at; empty fields admit all.

    `sources` are names of newspapers, whatever their case and accents. `since` and `until` are ISO 8601 dates or
    partial dates, both inclusive: an article whose date is known in part is admitted where it may be of that time, one
    without a date is not. `entities` are ids: the sentence has to mention each of them.
    """

    sources: Sequence[str] = ()
    since: str = ""
    until: str = ""
    entities: Sequence[str] = ()

    @property
    def any(self) -> bool:
        return bool(self.sources or self.since or self.until or self.entities)


def find(path: Path, words: str, *, filters: Filters | None = None, limit: int | None = None) -> tuple[list[Hit], int]:
    """The sentences of a store that have the words, best first, and how many there are beyond the limit as well.

    `words` are as `words.to_fts` reads them. `UserError` for words that make no sense and for what is no store.
    """
    query = to_fts(words)
    condition, values = _conditions(filters or Filters())
    source = "FROM sentence_index i JOIN sentences s ON s.id = i.rowid JOIN articles a ON a.id = s.article"
    where = f"WHERE sentence_index MATCH ? {condition}"
    with opened(path) as db:
        db.create_function("normalise", 1, normalise, deterministic=True)
        try:
            total = db.execute(f"SELECT count(*) {source} {where}", (query, *values)).fetchone()[0]
            best = db.execute(
                f"SELECT s.id {source} {where} ORDER BY i.rank, s.id LIMIT ?",
                (query, *values, -1 if limit is None else limit),
            ).fetchall()
        except sqlite3.OperationalError as error:
            if "fts5" not in str(error):
                raise
            raise UserError(f"{words!r} cannot be looked for ({error})") from error
        return [_hit(db, query, number) for (number,) in best], total


def find_names(path: Path, words: str, *, limit: int | None = None) -> tuple[list[Named], int]:
    """The entities of a store that have the words in one of their names, those with the most statements first."""
    with opened(path) as db:
        rows = db.execute(
            "SELECT n.id, n.name, n.type, m.name, "
            "(SELECT count(*) FROM edges WHERE subject = n.id) + (SELECT count(*) FROM edges WHERE object = n.id) "
            "FROM name_index JOIN names m ON m.id = name_index.rowid JOIN nodes n ON n.id = m.node "
            "WHERE name_index MATCH ? ORDER BY 5 DESC, n.id, m.id",
            (to_fts(words),),
        ).fetchall()
    found: dict[str, Named] = {}
    for ident, name, type_, form, statements in rows:
        forms = (*found[ident].names, form) if ident in found else (form,)
        found[ident] = Named(ident, name, type_, forms, statements)
    return list(found.values())[:limit], len(found)


def _conditions(filters: Filters) -> tuple[str, list[str]]:
    """The filters as SQL. A partial date may be its last day: "~" comes after every digit."""
    found, values = "", []
    if filters.sources:
        found += f" AND normalise(a.source) IN ({', '.join('?' * len(filters.sources))})"
        values += [normalise(source) for source in filters.sources]
    if filters.since:
        found += " AND a.date != '' AND a.date || '~' >= ?"
        values.append(filters.since)
    if filters.until:
        found += " AND a.date != '' AND a.date <= ? || '~'"
        values.append(filters.until)
    for entity in filters.entities:
        found += (
            " AND EXISTS (SELECT 1 FROM members e JOIN mentions m ON m.article = e.article AND m.entity = e.entity "
            'WHERE e.node = ? AND e.article = s.article AND m."start" >= s."start" AND m."end" <= s."end")'
        )
        values.append(entity)
    return found, values


def _hit(db: sqlite3.Connection, query: str, number: int) -> Hit:
    article, title, source, date, url, text, start, end, marked = db.execute(
        'SELECT a.id, a.title, a.source, a.date, a.url, a.text, s."start", s."end", highlight(sentence_index, 0, ?, ?) '
        "FROM sentence_index i JOIN sentences s ON s.id = i.rowid JOIN articles a ON a.id = s.article "
        "WHERE sentence_index MATCH ? AND i.rowid = ?",
        (*_MARKS, query, number),
    ).fetchone()
    claims = db.execute(
        "SELECT x.name, d.relation, y.name, d.status, max(e.confidence), x.id, y.id "
        "FROM statements s JOIN evidence e ON e.statement = s.id JOIN edge_statements j ON j.statement = s.id "
        "JOIN edges d ON d.id = j.edge JOIN nodes x ON x.id = d.subject JOIN nodes y ON y.id = d.object "
        "WHERE s.article = ? AND e.sentence_start = ? AND e.sentence_end = ? GROUP BY d.id ORDER BY d.id",
        (article, start, end),
    )
    marks = tuple(Span.of(text, a, b) for a, b in _spans(marked, start))
    sentence = Span.of(text, start, end)
    return Hit(article, title, source, date, url, sentence, marks, tuple(Claim(*claim) for claim in claims))


def _spans(marked: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the marked words stand, for a sentence that begins at `start`."""
    first, *pieces = marked.split(_MARKS[0])
    place = start + len(first)
    for piece in pieces:
        word, _, rest = piece.partition(_MARKS[1])
        yield place, place + len(word)
        place += len(word) + len(rest)
