"""Choosing statements: by what they are about, who says so, where and when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from .errors import UserError
from .model import Article, Entity, Evidence, Statement, Status
from .names import slug
from .ontology import ontology
from .values import bounds

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph

Which = str | Entity | Iterable[str | Entity] | None
"""One entity or several, each by its id, a name or as itself; None for no matter which."""

Names = str | Iterable[str] | None
"""One word of a closed list or several; None for no matter which."""

Day = str | int | date | None
"""A date or partial date: 2023, "2023-11", "2023-11-22", datetime.date(2023, 11, 22)."""

HOLDS = (Status.ASSERTED, Status.ENDED)
"""What holds or held, according to an article: not what is denied or only possible."""


_FEW = 6  # as many as a message can list


@dataclass(frozen=True, slots=True)
class Selection:
    """What statements must be like; None where it does not matter. Entities and articles are ids.

    `printed` are the articles of the publications that may say so, `speakers` who may be quoted for it.
    """

    subjects: frozenset[str] | None
    relations: frozenset[str] | None
    objects: frozenset[str] | None
    about: frozenset[str] | None
    statuses: frozenset[str] | None
    speakers: frozenset[str] | None
    printed: frozenset[str]
    articles: frozenset[str] | None
    since: date | None
    until: date | None
    min_confidence: float

    def __call__(self, graph: "KnowledgeGraph", statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """Those that are so, each with the evidence that is."""
        found = []
        for s in statements:
            if self._meets(s):
                kept = tuple(e for e in s.evidence if self._rests(e, graph.articles[e.article]))
                if kept:
                    found.append(s if len(kept) == len(s.evidence) else replace(s, evidence=kept))
        return tuple(found)

    def _meets(self, s: Statement) -> bool:
        return (
            (self.relations is None or s.relation in self.relations)
            and (self.about is None or s.subject in self.about or s.object in self.about)
            and (self.statuses is None or s.status in self.statuses)
            and (self._ends(s.subject, s.object) or (_symmetric(s) and self._ends(s.object, s.subject)))
        )

    def _ends(self, subject: str, object_: str) -> bool:
        return (self.subjects is None or subject in self.subjects) and (self.objects is None or object_ in self.objects)

    def _rests(self, e: Evidence, article: Article) -> bool:
        if e.confidence < self.min_confidence or (self.articles is not None and e.article not in self.articles):
            return False
        if self.speakers is not None and e.source not in self.speakers and e.article not in self.printed:
            return False
        return (self.since is None and self.until is None) or self._falls(dated(e, article))

    def _falls(self, day: str) -> bool:
        known = bounds(day)
        if known is None:
            return False
        first, last = known
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


def _symmetric(statement: Statement) -> bool:
    return ontology().relations[statement.relation].symmetric


def dated(evidence: Evidence, article: Article) -> str:
    """The date that goes for an evidence: its own, else that of its article, else ""."""
    return next((d for d in (evidence.when or "", article.date) if bounds(d)), "")


def first_day(day: Day) -> date | None:
    """The first day that a date may mean; `UserError` for what is none."""
    return None if day is None else _bounds(day)[0]


def last_day(day: Day) -> date | None:
    """The last day that a date may mean; `UserError` for what is none."""
    return None if day is None else _bounds(day)[1]


def _bounds(day: str | int | date) -> tuple[date, date]:
    found = bounds(str(day))
    if found is None:
        raise UserError(f"no date: {str(day)!r}; write a year, a month or a day, such as 2023, 2023-11 or 2023-11-22")
    return found


def entities(graph: "KnowledgeGraph", which: Which) -> frozenset[str] | None:
    """The ids of the entities meant; `UserError` for a name that nothing has, or several things."""
    if which is None:
        return None
    several = [which] if isinstance(which, str | Entity) else which
    return frozenset(graph.entity(one).id for one in several)


def sources(graph: "KnowledgeGraph", which: Which) -> tuple[frozenset[str] | None, frozenset[str]]:
    """Who is meant by these sources: ids of entities, and of the articles that publications of these names printed."""
    if which is None:
        return None, frozenset()
    printed: dict[str, set[str]] = {}
    for a in graph.articles.values():
        if a.source:
            printed.setdefault(slug(a.source), set()).add(a.id)
    speakers, articles = set(), set()
    for one in [which] if isinstance(which, str | Entity) else which:
        name = slug(one.name if isinstance(one, Entity) else one)
        if name in printed:
            articles |= printed[name]
            speakers |= {e.id for e in graph.find(name) if name in {slug(n) for n in (e.name, *e.aliases)}}
        else:
            speakers.add(graph.entity(one).id)
    return frozenset(speakers), frozenset(articles)


def relations(given: Names) -> frozenset[str] | None:
    """The relations meant; `UserError` for what is none."""
    return _listed(given, ontology().relations, "relation")


def statuses(given: "Status | Names") -> frozenset[str] | None:
    """The statuses meant; `UserError` for what is none."""
    return _listed(given, [str(s) for s in Status], "status")


def articles(graph: "KnowledgeGraph", given: Names) -> frozenset[str] | None:
    """The ids of the articles meant; `UserError` for what is none."""
    return _listed(given, graph.articles, "article")


def _listed(given: Names, known: Iterable[str], what: str) -> frozenset[str] | None:
    if given is None:
        return None
    known = list(known)
    chosen = [str(given)] if isinstance(given, str) else [str(one) for one in given]
    for one in chosen:
        if one not in known:
            near = known if len(known) < _FEW else get_close_matches(one, known, n=3, cutoff=0.5)
            raise UserError(f"no {what} {one!r}" + (f"; there are {', '.join(near)}" if near else ""))
    return frozenset(chosen)
