"""The part of a store that tells all of a few names: what `show` and `why` ask, and not thousands of other articles.

It is a graph like the whole, of fewer articles: all that those entities are in that a name could mean, and all that
bear on an event of theirs. So it says of these names what the whole says: which one, several or nearly so called they
are, what is stated of them, in which events they take part, how they came to be one. Of others it may say less.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..decisions import Action
from ..knowledge import KnowledgeGraph
from ..names import slug, words
from ..nearness import LIKE, likeness
from ..ontology import ontology
from ..resolution import KNOWN
from .reading import decisions, graph, opened

_ROWS = {
    "articles": "id IN part_articles",
    "sentences": "article IN part_articles",
    "entities": "article IN part_articles",
    "mentions": "article IN part_articles",
    "statements": "article IN part_articles",
    "evidence": "statement IN (SELECT id FROM main.statements WHERE article IN part_articles)",
    "members": "article IN part_articles",
    "nodes": "id IN (SELECT node FROM main.members WHERE article IN part_articles)",
    "links": "(article, entity) IN part_members OR (other_article, other_entity) IN part_members "
    f"OR (article = '{KNOWN}' AND other_article = '{KNOWN}') ORDER BY rowid",
}
"""The rows of each table that belong to the part; those of the other tables all do."""

_EVENTS = """
CREATE TEMP VIEW cues AS  -- the words by which an event is stated, and the edge that they state
    SELECT j.edge, s.article, e.cue_start AS "start", e.cue_end AS "end"
    FROM edges d JOIN edge_statements j ON j.edge = d.id JOIN statements s ON s.id = j.statement
    JOIN evidence e ON e.statement = s.id WHERE d.relation IN part_relations;
CREATE TEMP VIEW happenings AS  -- the words by which an event is named
    SELECT n.id, m.article, m."start", m."end"
    FROM nodes n JOIN members i ON i.node = n.id JOIN mentions m ON m.article = i.article AND m.entity = i.entity
    WHERE n.type = 'Event';
CREATE TEMP TABLE part_events AS WITH RECURSIVE found (edge, event) AS (
    SELECT id, NULL FROM edges
        WHERE relation IN part_relations AND (subject IN part_nodes OR object IN part_nodes)
    UNION SELECT NULL, n.id FROM edges d JOIN nodes n ON n.id IN (d.subject, d.object)
        WHERE n.type = 'Event' AND (d.subject IN part_nodes OR d.object IN part_nodes)
    UNION SELECT NULL, h.id FROM part_members i CROSS JOIN mentions m ON m.article = i.article AND m.entity = i.entity
        CROSS JOIN happenings h ON h.article = m.article AND h."start" <= m."start" AND m."end" <= h."end"
    UNION SELECT same.edge, NULL FROM found JOIN cues c ON c.edge = found.edge
        JOIN cues same ON same.article = c.article AND same."start" = c."start" AND same."end" = c."end"
    UNION SELECT NULL, h.id FROM found JOIN cues c ON c.edge = found.edge
        JOIN happenings h ON h.article = c.article AND h."start" <= c."start" AND c."end" <= h."end"
    UNION SELECT c.edge, NULL FROM found JOIN happenings h ON h.id = found.event
        JOIN cues c ON c.article = h.article AND h."start" <= c."start" AND c."end" <= h."end"
) SELECT edge, event FROM found;
INSERT OR IGNORE INTO part_articles SELECT i.article FROM part_events p JOIN members i ON i.node = p.event;
INSERT OR IGNORE INTO part_articles SELECT s.article
    FROM part_events p JOIN edge_statements j ON j.edge = p.edge JOIN statements s ON s.id = j.statement;
"""
"""An event is made of all that is stated in the same words as a statement in it, or in the words of its name."""


def read_part(path: Path, names: Iterable[str], sources: Iterable[str] = ()) -> KnowledgeGraph:
    """The graph that `path` holds, or a part of it that tells the same of these names and of who says so.

    `names` are names or ids of entities, `sources` those of publications as well. `UserError` where `path` is no store.
    """
    with opened(path) as db:
        if not _reaches_far(db, names := list(names)):
            _choose(db, names, list(sources))
        return graph(db)


def _reaches_far(db: sqlite3.Connection, names: Iterable[str]) -> bool:
    """Whether it takes the whole graph to know what a name is, or which statements a person has judged."""
    if any(_of_event(name) and not _known(db, name) for name in names):
        return True
    plain = {ident for (ident,) in db.execute("SELECT id FROM undecided")}
    judged = (d.statement for d in decisions(db) if d.statement and d.action in (Action.REJECT, Action.CONFIRM))
    return any(not {s[0], s[2]} <= plain for s in judged)  # a former name, in any article


def _of_event(name: str) -> bool:
    """Whether an event that statements state may be called so: by its id, or a kind and who takes part."""
    kinds = tuple(f"{slug(text)}-" for kind in ontology().event_kinds.values() for text in kind.labels.values())
    return name.startswith("happening/") or slug(name).startswith(kinds)


def _choose(db: sqlite3.Connection, names: Iterable[str], sources: Iterable[str]) -> None:
    """Hide what is not in the part from whoever reads the tables."""
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA automatic_index = OFF")  # all that is joined has one
    db.execute("CREATE TEMP TABLE part_articles (id TEXT PRIMARY KEY)")
    db.execute("CREATE TEMP TABLE part_nodes (id TEXT PRIMARY KEY)")
    db.execute("CREATE TEMP TABLE part_relations (name TEXT PRIMARY KEY)")
    happen = ((r.name,) for r in ontology().relations.values() if r.event_kind)
    db.executemany("INSERT INTO part_relations VALUES (?)", happen)
    meant = {(node,) for name in (*names, *sources) for node in _meant(db, name)}
    db.executemany("INSERT INTO part_nodes VALUES (?)", meant)
    db.execute("CREATE TEMP TABLE part_members AS SELECT article, entity FROM members WHERE node IN part_nodes")
    db.execute("INSERT OR IGNORE INTO part_articles SELECT article FROM part_members")
    db.executemany("INSERT OR IGNORE INTO part_articles VALUES (?)", _printed(db, sources))
    db.executescript(_EVENTS)
    for table, condition in _ROWS.items():
        db.execute(f"CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE {condition}")


def _meant(db: sqlite3.Connection, name: str) -> set[str]:
    """The ids of all entities that a name could mean, or nearly, and of some more: not all names are in an article."""
    if ids := _ids(db, name):
        return ids
    key, parts, known = slug(name), words(name), _known(db, name)
    forms = {
        form
        for (form,) in db.execute("SELECT name FROM names UNION SELECT name FROM entities")
        if slug(form) == key or (not known and (parts <= words(form) or likeness(key, slug(form)) >= LIKE))
    }
    locals_ = "SELECT i.node, e.name FROM entities e JOIN members i ON i.article = e.article AND i.entity = e.id"
    return {node for node, form in db.execute(f"SELECT node, name FROM names UNION {locals_}") if form in forms}


def _known(db: sqlite3.Connection, name: str) -> bool:
    """Whether an entity has this id or just this name: then no other is asked for that is called nearly so."""
    mains = db.execute("SELECT DISTINCT name FROM nodes")
    return bool(_ids(db, name)) or any(slug(main) == slug(name) for (main,) in mains)


def _ids(db: sqlite3.Connection, name: str) -> set[str]:
    """The entities of this id, or of one that decisions have done away with."""
    key = (name.encode(errors="replace").decode(),)  # what somebody types need not be text
    now = db.execute("SELECT id FROM nodes WHERE id = ?", key).fetchall()
    return {i for (i,) in now or db.execute("SELECT node FROM undecided WHERE id = ?", key)}


def _printed(db: sqlite3.Connection, sources: Iterable[str]) -> Iterator[tuple[str]]:
    """An article of each publication: that there is one tells whether a name means it."""
    keys = {slug(source) for source in sources}
    for publication, article in db.execute("SELECT source, min(id) FROM articles GROUP BY source"):
        if publication and slug(publication) in keys:
            yield (article,)
