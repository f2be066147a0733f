"""The journal: what a run has finished, so that a run that is cut off loses nothing; and the lock on the folder.

It stands beside the store until the store is written, and holds the articles that were read meanwhile, one transaction
an article. While a run works it has the journal for itself; that ends with its process, however that ends.
"""

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import UserError
from ..model import ArticleGraph
from . import schema
from .reading import article_graphs, article_stamps
from .stamps import Stamp
from .writing import insert, writable

JOURNAL = "graph.sqlite.part"
"""The name of the journal in the folder of a build."""

_NO_JOURNAL = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR)
_TABLES = ("articles", "sentences", "entities", "mentions", "statements")  # that have a column `article`, or are it


class Journal:
    """The open journal of one run."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db, self._path = db, path

    def keep(self, part: ArticleGraph, pipeline: str) -> None:
        """Keep what an article states, in place of what was kept of it before."""
        with writable(self._path), self._db:
            self._drop([part.article.id])
            insert(self._db, part, Stamp.of(part.article, pipeline))

    def kept(self, wanted: Mapping[str, Stamp]) -> dict[str, ArticleGraph]:
        """Of the wanted articles those that are here with the same content and from the same pipeline, by id.

        Nothing where the journal turns out to be damaged.
        """
        try:
            same = {i for i, stamp in article_stamps(self._db).items() if wanted.get(i) == stamp}
            return {i: part for i, part in article_graphs(self._db).items() if i in same} if same else {}
        except (sqlite3.DatabaseError, ValueError, KeyError):
            return {}

    def forget(self, stored: Mapping[str, Stamp]) -> None:
        """Drop what the store has now."""
        with writable(self._path), self._db:
            self._drop([i for i, stamp in article_stamps(self._db).items() if stored.get(i) == stamp])

    def clear(self) -> None:
        """Drop everything."""
        with writable(self._path), self._db:
            self._drop([*article_stamps(self._db)])

    def _drop(self, articles: Collection[str]) -> None:
        rows = [(ident,) for ident in articles]
        self._db.executemany(
            "DELETE FROM evidence WHERE statement IN (SELECT id FROM statements WHERE article = ?)", rows
        )
        for table in _TABLES:
            self._db.executemany(f"DELETE FROM {table} WHERE {'id' if table == 'articles' else 'article'} = ?", rows)

    def __len__(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM articles").fetchone()[0])


@contextmanager
def journal(folder: Path) -> Iterator[Journal]:
    """The journal in this folder, for this run alone; it goes away with the last article in it.

    What an earlier run left is there. A file that is no journal of this version is replaced. `UserError` where another
    run has it, and where no file can be written.
    """
    path = folder / JOURNAL
    with writable(path), closing(_connected(path)) as db:
        held = Journal(db, path)
        try:
            yield held
        finally:
            if not len(held):
                _unlink(path)  # before the lock is let go


def _connected(path: Path) -> sqlite3.Connection:
    for _ in range(3):
        db = sqlite3.connect(path.absolute(), timeout=0)
        try:
            fit = _taken(db)
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # without its extension
            if code == sqlite3.SQLITE_BUSY:
                db.close()
                raise UserError(
                    f"{path.parent}: another run of liaisons is at work on this folder; wait until it has ended, or "
                    "take another folder"
                ) from error
            if code not in _NO_JOURNAL:
                db.close()
                raise
            fit = False
        if path.exists():  # else another run has just done with it and taken it away
            if fit:
                return db
            _unlink(path)
        db.close()
    raise UserError(f"{path}: cannot be written (other runs take it again and again)")


def _taken(db: sqlite3.Connection) -> bool:
    """Lock the database for this process; whether it is a journal of this version, new or undamaged."""
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    with db:
        db.execute("BEGIN IMMEDIATE")
        new = not db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if new:
        schema.create(db, derived=False)
    return schema.version(db) == schema.VERSION and _whole(db)


def _whole(db: sqlite3.Connection) -> bool:
    return bool(db.execute("PRAGMA quick_check").fetchone()[0] == "ok")


def _unlink(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
