"""Sources compared: who says what, where they agree and where they contradict each other."""

from collections.abc import Iterable

from ...graph.analyses.claims import Voice, voice
from ...graph.analyses.networks import span
from ...graph.analyses.signs import sign
from ...graph.knowledge import KnowledgeGraph
from ...graph.model import Evidence, Statement, Status
from .records import Claim, Outcome, Speaker

_HOLDS = frozenset((Status.ASSERTED, Status.ENDED))


def speakers(graph: KnowledgeGraph, statements: Iterable[Statement]) -> tuple[Speaker, ...]:
    """Every voice of these statements, the one with the most articles first; who is quoted after publications."""
    heard: dict[Voice, list[tuple[Statement, Evidence]]] = {}
    for s in statements:
        for e in s.evidence:
            heard.setdefault(voice(graph, e), []).append((s, e))
    found = []
    for who, said in heard.items():
        stated = {s.key: s for s, _ in said}.values()
        sided = [sign(s.relation) for s in stated if s.status is Status.ASSERTED]
        first, last = span(graph, [e for _, e in said])
        found.append(
            Speaker(
                who,
                len({e.article for _, e in said}),
                len({(e.article, e.sentence) for _, e in said}),
                {status: n for status in Status if (n := sum(s.status is status for s in stated))},
                sided.count(1),
                sided.count(-1),
                first,
                last,
            )
        )
    return tuple(sorted(found, key=lambda s: (s.voice.quoted, -s.articles, -s.sentences, s.voice)))


def claims(graph: KnowledgeGraph, statements: Iterable[Statement]) -> tuple[Claim, ...]:
    """The claims on which two voices or more speak, or which are made in several ways; contradictions first.

    What a newspaper prints in its own name and what it quotes somebody for are two voices.
    """
    made: dict[tuple[str, str, str], dict[Status, dict[Voice, list[Evidence]]]] = {}
    for s in statements:
        said = made.setdefault((s.subject, s.relation, s.object), {}).setdefault(s.status, {})
        for e in s.evidence:
            said.setdefault(voice(graph, e), []).append(e)
    found = []
    for key, by_status in made.items():
        outcome = _outcome(by_status)
        if outcome is not None:
            voices = tuple(
                (status, tuple((who, tuple(by_status[status][who])) for who in sorted(by_status[status])))
                for status in Status
                if status in by_status
            )
            found.append(Claim(outcome, *key, voices))
    order = list(Outcome)
    return tuple(sorted(found, key=lambda c: (order.index(c.outcome), -c.heard, c.subject, c.relation, c.object)))


def _outcome(by_status: dict[Status, dict[Voice, list[Evidence]]]) -> Outcome | None:
    statuses = set(by_status)
    if statuses & _HOLDS and Status.NEGATED in statuses:
        return Outcome.CONTRADICTION
    if Status.UNCERTAIN in statuses and len(statuses) > 1:
        return Outcome.DOUBT
    several = len({who for said in by_status.values() for who in said}) > 1
    return Outcome.AGREEMENT if several else None
