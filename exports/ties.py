"""What the drawing of a graph joins: its statements, and the parts that entities have in the events that articles name.

A statement that is about an event leads to it already ("X won the election"). Where none does, the words of an article
still say who has a part in it ("the takeover of Twitter" names Twitter), and that becomes a tie of the same form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..graph.happenings import Event, inner
from ..graph.knowledge import KnowledgeGraph
from ..graph.model import ArticleGraph, Entity, Evidence, Span, Status

ROLE = "role/"
"""What the relation of a tie begins with that is a part in an event: "role/winner"."""


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge: as a statement, but that `relation` may be a part in an event, and then leads to it or to its place."""

    subject: str
    relation: str
    object: str
    status: Status
    evidence: tuple[Evidence, ...]


def ties(graph: KnowledgeGraph) -> tuple[Tie, ...]:
    """The statements in their order, then the parts in named events that no statement tells, in the events' order."""
    stated = [Tie(s.subject, s.relation, s.object, s.status, s.evidence) for s in graph.statements()]
    joined = {frozenset((t.subject, t.object)) for t in stated}
    return (*stated, *(t for t in _parts(graph) if frozenset((t.subject, t.object)) not in joined))


def _parts(graph: KnowledgeGraph) -> Iterator[Tie]:
    if not any(e.type == "Event" for e in graph.entities.values()):
        return  # to look for events takes as long as all the rest
    named = [e for e in graph.events_by_id.values() if e.id in graph.entities]
    places = _places(graph)
    for event in named:
        for subject, role, object_ in event.roles():
            other = object_ if subject == event.id else subject
            told = list(_told(event, other)) or places.get((event.id, other), [])
            if role == "place":  # the event comes first
                told = [e.turned for e in told]
            if told:
                kept = sorted(set(told), key=lambda e: e.key)
                yield Tie(subject, f"{ROLE}{role}", object_, event.status, tuple(kept))


def _told(event: Event, other: str) -> Iterator[Evidence]:
    """The evidence of the statements that the event is, as evidence that `other` has a part in it: the cue names it."""
    for subject, _, object_, _ in event.statements:
        if other in (subject, object_):
            for e in event.evidence:
                span = e.subject if other == subject else e.object
                yield replace(e, subject=span, object=e.cue)


def _places(graph: KnowledgeGraph) -> Mapping[tuple[str, str], list[Evidence]]:
    """Where the name of an event names another entity: (event, other) → evidence."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for part in graph.article_graphs.values():
        entities = {e.id: e for e in part.entities}
        for event, others in inner(part).items():
            for other in sorted(others):
                for evidence in _inside(part, entities[event], entities[other]):
                    ids = (graph.resolved[part.article.id, ident].id for ident in (event, other))
                    found.setdefault((next(ids), next(ids)), []).append(evidence)
    return found


def _inside(part: ArticleGraph, event: Entity, other: Entity) -> Iterator[Evidence]:
    text = part.article.text
    for outer in event.mentions:
        for mention in other.mentions:
            a, b = mention.span, outer.span
            if b.start <= a.start and a.end <= b.end and a != b:
                start, end = _sentence(part, b)
                yield Evidence(part.article.id, Span.of(text, start, end), a, b, b)


def _sentence(part: ArticleGraph, span: Span) -> tuple[int, int]:
    """The sentence around a span; the span itself where none was read."""
    return next(((a, b) for a, b in part.sentences if a <= span.start and span.end <= b), (span.start, span.end))
