"""Posts and belongings over time: what lasts, what began it and what ended it."""

from collections.abc import Iterable, Mapping
from functools import cache

from ...graph.model import Article, Statement, Status
from ...graph.ontology import Relation, ontology
from .dates import Dated, dated, distinct
from .records import Tenure

_HOLDS = frozenset((Status.ASSERTED, Status.ENDED))


@cache
def posts() -> frozenset[str]:
    """The relations that are posts and belongings, or that begin or end one.

    Those that last, without what is owned for a price; and the events of the families to which posts with a title
    belong.
    """
    relations = ontology().relations.values()
    families = {r.family for r in relations if "role" in r.qualifiers}
    return frozenset(
        r.name
        for r in relations
        if (r.lasting and "amount" not in r.qualifiers) or (r.event_kind and r.family in families)
    )


def tenures(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Tenure, ...]:
    """The posts among these statements, in the order of time; those of which no time is known come last.

    What is asserted to have begun or ended a post dates the post of the same two, whichever way round; where no
    sentence states the post itself, the beginning or end stands alone. What is denied or only possible never dates
    anything but itself.
    """
    chosen = [s for s in statements if s.relation in posts()]
    lasting = [s for s in chosen if _relation(s).lasting]
    turns = [s for s in chosen if not _relation(s).lasting]
    found, used = [], set[tuple[str, str, str, str]]()
    for s in lasting:
        begun = [t for t in turns if _begins(t, s)]
        ended = [t for t in turns if _ends(t, s)]
        used |= {t.key for t in (*begun, *ended)}
        since = distinct(d for t in begun for d in _own(t))
        until = distinct(d for t in ended for d in _own(t))
        found.append(_tenure((s, *begun, *ended), articles, since, until))
    for t in turns:
        if t.key not in used:
            ends = bool(_relation(t).ends) and t.status in _HOLDS
            begins = _starts(_relation(t)) and t.status in _HOLDS
            dates = distinct(_own(t))
            found.append(_tenure((t,), articles, dates if begins else (), dates if ends else ()))
    return tuple(sorted(found, key=_ordered))


def _tenure(
    statements: tuple[Statement, ...], articles: Mapping[str, Article], since: tuple[str, ...], until: tuple[str, ...]
) -> Tenure:
    first = statements[0]
    told = [d for e in first.evidence if (d := dated(e, articles[e.article]))]
    own = distinct(d.value for d in told if not d.of_article)
    known = {*since, *until}
    at = [Dated(d) for d in own if d not in known]
    if not own and first.relation in posts() and not known:
        at += [Dated(d, True) for d in distinct(d.value for d in told if d.of_article)]
    titles = sorted({e.role for s in statements for e in s.evidence if e.role})
    return Tenure(
        first.subject, first.relation, first.object, first.status, tuple(titles), since, until, tuple(at), statements
    )


def _relation(statement: Statement) -> Relation:
    return ontology().relations[statement.relation]


def _starts(relation: Relation) -> bool:
    return "role" in relation.qualifiers and not relation.lasting


def _same_two(turn: Statement, post: Statement) -> bool:
    return turn.status in _HOLDS and {turn.subject, turn.object} == {post.subject, post.object}


def _begins(turn: Statement, post: Statement) -> bool:
    titled = "role" in _relation(post).qualifiers
    return post.status in _HOLDS and titled and _starts(_relation(turn)) and _same_two(turn, post)


def _ends(turn: Statement, post: Statement) -> bool:
    over = post.relation in _relation(turn).ends
    return post.status is Status.ENDED and over and _same_two(turn, post)


def _own(statement: Statement) -> list[str]:
    return [e.when for e in statement.evidence if e.when]


def _ordered(tenure: Tenure) -> tuple[str, tuple[str, str, str, str]]:
    dates = [*tenure.since, *(d.value for d in tenure.at if not d.of_article), *tenure.until]
    late = [d.value for d in tenure.at]
    return (min(dates or late or ["~"]), tenure.statements[0].key)
