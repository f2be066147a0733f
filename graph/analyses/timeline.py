"""Timeline: how much is stated when, of an entity or of all, and how much of it is support or opposition."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from .networks import HOLD, chosen
from .signs import sign
from .tables import Table

_LONGEST = 1200
"""Periods in a row without gaps; where there would be more, those in which nothing is stated are left out."""


class Step(StrEnum):
    """The length of a period."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Clock(StrEnum):
    """Which date counts: that of the article, or that which the sentence gives for what it states."""

    ARTICLE = "article"
    EVENT = "event"


def timeline(
    graph: KnowledgeGraph,
    entity: str | None = None,
    *,
    step: Step = Step.MONTH,
    clock: Clock = Clock.ARTICLE,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = HOLD,
    relations: Collection[str] | None = None,
) -> Table:
    """What is stated in each period, oldest first, without gaps between years or months.

    Columns: `period`, `sentences`, `support`, `opposition`, `other` (sentences by the sign of their relation; one that
    states two things counts for each), `statements` (different ones), `articles`. `entity` is the id of the one that
    the statements are about. The notes tell how many sentences have no date that is precise enough. `ValueError` for an
    unknown id.
    """
    if entity is not None and entity not in graph.entities:
        raise ValueError(f"no entity {entity!r}")
    length = {Step.YEAR: 4, Step.MONTH: 7, Step.DAY: 10}[step]
    found: dict[str, tuple[set[object], dict[int, int], set[object], set[str]]] = {}
    undated = 0
    for statement in chosen(graph, statements, statuses=statuses, relations=relations):
        if entity is not None and entity not in (statement.subject, statement.object):
            continue
        for evidence in statement.evidence:
            date = graph.articles[evidence.article].date if clock is Clock.ARTICLE else evidence.when or ""
            if len(date) < length:
                undated += 1
                continue
            sentences, signs, stated, articles = found.setdefault(
                date[:length], (set(), {1: 0, -1: 0, 0: 0}, set(), set())
            )
            sentences.add((evidence.article, evidence.sentence))
            signs[sign(statement.relation)] += 1
            stated.add(statement.key)
            articles.add(evidence.article)
    rows = []
    for period in _periods(sorted(found), step):
        sentences, signs, stated, articles = found.get(period, (set(), {1: 0, -1: 0, 0: 0}, set(), set()))
        rows.append((period, len(sentences), signs[1], signs[-1], signs[0], len(stated), len(articles)))
    notes = (f"{undated} pieces of evidence without a date to the {step} are left out",) if undated else ()
    columns = ("period", "sentences", "support", "opposition", "other", "statements", "articles")
    return Table(columns, tuple(rows), notes)


def _periods(known: list[str], step: Step) -> Iterator[str]:
    """The known periods with the years or months between them."""
    if not known or step is Step.DAY:
        yield from known
        return
    size = 1 if step is Step.YEAR else 12
    first, last = (_number(period) for period in (known[0], known[-1]))
    if (last - first) // (12 // size) > _LONGEST:
        yield from known
        return
    for month in range(first, last + 1, 12 // size):
        year, place = divmod(month, 12)
        yield f"{year:04}" if step is Step.YEAR else f"{year:04}-{place + 1:02}"


def _number(period: str) -> int:
    """Months since the year 0."""
    year, _, month = period.partition("-")
    return int(year) * 12 + (int(month) - 1 if month else 0)
