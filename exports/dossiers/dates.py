"""Dates as exact as articles give them, and what they come to together."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...graph.happenings import agree
from ...graph.model import Article, Evidence
from ...graph.values import bounds


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """An ISO 8601 date or partial date; `of_article` where it is the article's, since the sentence gives none."""

    value: str
    of_article: bool = False


def dated(evidence: Evidence, article: Article) -> Dated | None:
    """When an evidence says that it is so: by its own date, else by its article's; None where neither has one."""
    if evidence.when and bounds(evidence.when):
        return Dated(evidence.when)
    day = article.date if bounds(article.date) else article.date[:10]  # a moment, to its day
    return Dated(day, True) if bounds(day) else None


def distinct(dates: Iterable[str]) -> tuple[str, ...]:
    """The dates that differ, each as exact as it is given anywhere, in order: 2023 goes where 2023-10 is.

    >>> distinct(["2023", "2018-05", "2023-10", "2018-05"])
    ('2018-05', '2023-10')
    """
    found: list[str] = []
    for value in sorted({d for d in dates if bounds(d)}, key=lambda d: (-len(d), d)):
        if not any(agree(value, exact) for exact in found):
            found.append(value)
    return tuple(sorted(found))
