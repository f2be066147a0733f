"""Comparison: what two publications, or two periods, state alike, alone, or against each other."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..knowledge import KnowledgeGraph
from ..model import Evidence, Statement, Status
from .tables import Table, joined

OUTCOMES = ("contradiction", "other status", "shared", "only a", "only b")
_HOLDS = {Status.ASSERTED, Status.ENDED}


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the articles: those of one publication, of a period, or of both.

    `since` and `until` are ISO 8601 dates, partial ones too, both included ("2024" until its end); an article without a
    date is in no period. "" stands for no bound.
    """

    publication: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def period(cls, text: str) -> "Part":
        """The period that "2023", "2023-01..2023-06", "2023-07.." or "..2022" names.

        >>> Part.period("2023-01..2023-06")
        Part(publication='', since='2023-01', until='2023-06')
        """
        first, dots, last = text.partition("..")
        part = cls(since=first, until=last if dots else first)
        for bound in (part.since, part.until):
            if bound and not _is_date(bound):
                raise ValueError(f"no date or partial date: {bound!r}")
        if not part.since and not part.until:
            raise ValueError(f"no period: {text!r}")
        return part

    def holds(self, graph: KnowledgeGraph, article: str) -> bool:
        """Whether the article of this id belongs to the part."""
        known = graph.articles[article]
        if self.publication and known.source != self.publication:
            return False
        if (self.since or self.until) and not known.date:
            return False
        if self.since and known.date < self.since:
            return False
        return not self.until or known.date[: len(self.until)] <= self.until

    def __str__(self) -> str:
        period = self.since if self.since == self.until else f"{self.since}..{self.until}"
        return " ".join(filter(None, (self.publication, period))) or "all"


def compare(graph: KnowledgeGraph, a: Part, b: Part, *, statements: Iterable[Statement] | None = None) -> Table:
    """Every statement that one of the two parts makes, by what comes out of comparing them.

    Of the given statements, where not all are meant. Columns: `outcome`, `subject`, `relation`, `object`, `a` and `b`
    (the statuses there, "" for none), `a_sentences`, `b_sentences`, `a_articles`, `b_articles` (ids), and the ids. The
    outcome is "contradiction" where one says that it holds or held and the other only that it does not, "other status"
    where the statuses are not the same in another way (asserted here, over or only possible there), "shared" where they
    are, "only a", "only b". In that order, then by the number of sentences.
    """
    found: dict[tuple[str, str, str], tuple[dict[Status, list[Evidence]], dict[Status, list[Evidence]]]] = {}
    for statement in graph.statements() if statements is None else statements:
        for evidence in statement.evidence:
            for side, part in enumerate((a, b)):
                if part.holds(graph, evidence.article):
                    sides = found.setdefault((statement.subject, statement.relation, statement.object), ({}, {}))
                    sides[side].setdefault(statement.status, []).append(evidence)
    rows = []
    for (subject, relation, object_), sides in found.items():
        names = (graph.entities[subject].name, relation, graph.entities[object_].name)
        evidence_of = [[e for list_ in side.values() for e in list_] for side in sides]
        in_a, in_b = (len({(e.article, e.sentence) for e in side}) for side in evidence_of)
        status_a, status_b = (joined(map(str, side)) for side in sides)
        where_a, where_b = (joined(e.article for e in side) for side in evidence_of)
        outcome = _outcome(set(sides[0]), set(sides[1]))
        rows.append((outcome, *names, status_a, status_b, in_a, in_b, where_a, where_b, subject, object_))
    rows.sort(key=lambda row: (OUTCOMES.index(row[0]), -(row[6] + row[7]), row[-2:], row[2]))
    counts = Counter(row[0] for row in rows)
    note = ", ".join(f"{counts[o]} {o}" for o in OUTCOMES)
    columns = ("outcome", "subject", "relation", "object", "a", "b", "a_sentences", "b_sentences")
    more = ("a_articles", "b_articles", "subject_id", "object_id")
    return Table((*columns, *more), tuple(rows), (f"a is {a}, b is {b}: {note}",))


def _outcome(a: set[Status], b: set[Status]) -> str:
    if not b:
        return "only a"
    if not a:
        return "only b"
    if a == b:
        return "shared"
    for one, other in ((a, b), (b, a)):
        if one & _HOLDS and Status.NEGATED in other and not other & _HOLDS:
            return "contradiction"
    return "other status"


def _is_date(text: str) -> bool:
    parts = text.split("-")
    if [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(p.isascii() and p.isdigit() for p in parts):
        return False
    try:
        date(*[*map(int, parts), 1, 1][:3])
    except ValueError:
        return False
    return True
