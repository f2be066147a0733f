"""Stores of older versions in the form of this one.

Only the tables that hold what was read are migrated, one step a version; what is derived is derived anew. An older
store is never changed: it is read into memory, and the next run that writes writes this version.
"""

import sqlite3
from collections.abc import Callable, Mapping

from ..model import Article
from . import schema
from .stamps import content

OLDEST = 2
"""The oldest version that can be read."""


def migrated(old: sqlite3.Connection) -> sqlite3.Connection:
    """A database in memory with the content of `old`, and the source tables of this version."""
    db = sqlite3.connect(":memory:")
    old.backup(db)
    before = schema.version(db) or 0
    with db:
        for version in range(before, schema.VERSION):
            STEPS[version](db)
        db.execute("UPDATE articles SET pipeline = ?", (f"schema {before}",))
    return db


def _to_3(db: sqlite3.Connection) -> None:
    """Version 3 holds the sentences that were read and the class of events.

    Of the sentences, those are known that state something; classes of events are not.
    """
    db.execute(
        'CREATE TABLE sentences (article TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, '
        'PRIMARY KEY (article, "start", "end")) WITHOUT ROWID'
    )
    db.execute(
        "INSERT INTO sentences SELECT DISTINCT s.article, e.sentence_start, e.sentence_end "
        "FROM evidence e JOIN statements s ON s.id = e.statement"
    )
    db.execute("ALTER TABLE entities ADD COLUMN kind TEXT NOT NULL DEFAULT ''")


def _to_4(db: sqlite3.Connection) -> None:
    """Version 4 knows the content hash and the pipeline of an article, keeps what is known and decided, and numbers
    the sentences; what is derived stands apart.
    """
    db.executescript(
        "ALTER TABLE articles ADD COLUMN hash TEXT NOT NULL DEFAULT '';"
        "ALTER TABLE articles ADD COLUMN pipeline TEXT NOT NULL DEFAULT '';"
        "DROP INDEX entities_node; ALTER TABLE entities DROP COLUMN node; DROP TABLE nodes;"
    )
    fields = "id, text, lang, title, date, url, source, author"
    for row in db.execute(f"SELECT {fields} FROM articles").fetchall():
        db.execute("UPDATE articles SET hash = ? WHERE id = ?", (content(Article(*row)), row[0]))


STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {2: _to_3, 3: _to_4}
"""The step from each version to the next."""


def missing(pipeline: str) -> str:
    """What an article of an older store has not, that reading it again would add; "" where nothing is known to lack.

    >>> missing("schema 3"), missing("liaisons 1.0")
    ('', '')
    """
    return "sentences that state nothing, classes of events" if pipeline == "schema 2" else ""
