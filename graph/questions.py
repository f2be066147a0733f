"""What a graph leaves to a person: doubtful merges, and statements of low confidence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from .decisions import Action, Decision
from .knowledge import KnowledgeGraph
from .model import Entity, MentionKind, Span, Statement


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entities that may be one: a score in 0..1, the reasons, and the ids by which a decision names them."""

    answers: ClassVar[Mapping[str, Action]] = {"s": Action.SAME, "d": Action.DIFFERENT}

    a: Entity
    b: Entity
    score: float
    reasons: tuple[str, ...]
    ids: tuple[str, str]

    def decision(self, action: Action) -> Decision:
        return Decision(action, self.ids)

    @property
    def comment(self) -> str:
        return f"{self.a.name} ({self.a.type}) / {self.b.name} ({self.b.type})"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement of low confidence, its two ends in words, and the key by which a decision names it."""

    answers: ClassVar[Mapping[str, Action]] = {"y": Action.CONFIRM, "n": Action.REJECT}

    statement: Statement
    subject: Entity
    object: Entity
    key: tuple[str, str, str, str]

    def decision(self, action: Action) -> Decision:
        return Decision(action, statement=self.key)

    @property
    def comment(self) -> str:
        s = self.statement
        return f"{self.subject.name} {s.relation} {self.object.name} ({s.status}): {s.evidence[0].sentence.quote}"


Question = Merge | Doubt


def questions(graph: KnowledgeGraph, below: float) -> list[Question]:
    """The doubtful merges, likeliest first, then the statements of a confidence under `below`, least sure first."""
    named = _undecided(graph)
    merges = (
        Merge(graph.entities[p.a], graph.entities[p.b], p.score, p.reasons, (named[p.a], named[p.b]))
        for p in graph.proposals
    )
    doubts = (
        Doubt(
            s,
            graph.entities[s.subject],
            graph.entities[s.object],
            (named[s.subject], s.relation, named[s.object], str(s.status)),
        )
        for s in sorted(graph.statements(), key=lambda s: (s.confidence, s.key))
        if s.confidence < below
    )
    return [*merges, *doubts]


def _undecided(graph: KnowledgeGraph) -> Mapping[str, str]:
    """By which id a decision names each entity: one that it has, or would have, where nothing is decided.

    Of several that a decision made one, its own or else the first; where a decision took one apart, that id in one of
    the articles.
    """
    found: dict[str, list[str]] = {}
    for before, now in sorted(graph.resolution.current.items()):
        for ident in now:
            found.setdefault(ident, []).append(before)
    names = {}
    for ident, entity in graph.entities.items():
        several = found.get(ident, [ident])
        whole = [i for i in several if len(graph.resolution.current.get(i, (ident,))) == 1]
        if whole:
            names[ident] = ident if ident in whole else whole[0]
        else:
            names[ident] = f"{several[0]}@{min(m.article for m in entity.mentions)}"
    return names


def settled(question: Question, decisions: Iterable[Decision]) -> bool:
    """Whether what was decided answers a doubtful merge too: that A is B and B is C says that A is C."""
    if isinstance(question, Doubt):
        return False
    groups: dict[str, set[str]] = {}
    apart = []
    for decision in decisions:
        if decision.action is Action.DIFFERENT:
            apart.append(decision.entities)
        elif decision.action is Action.SAME:
            group = set(decision.entities).union(*(groups.get(i, set()) for i in decision.entities))
            groups.update(dict.fromkeys(group, group))
    a, b = (groups.get(i, {i}) for i in question.ids)
    return bool(a & b) or any((x in a and y in b) or (x in b and y in a) for x, y in apart)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A sentence of an article that mentions something, and where in it."""

    article: str
    sentence: Span
    mention: Span


def sightings(graph: KnowledgeGraph, entity: Entity, limit: int) -> list[Sighting]:
    """Sentences that mention an entity, one an article first: by its fullest names rather than by pronouns."""
    ranked = sorted(entity.mentions, key=lambda m: (_RANK[m.kind], -len(m.span.quote), m))
    firsts = {m.article: m for m in reversed(ranked)}
    chosen = [m for m in ranked if firsts[m.article] == m] + [m for m in ranked if firsts[m.article] != m]
    found: dict[tuple[str, Span], Sighting] = {}
    for mention in chosen:
        sentence = _sentence(graph, mention.article, mention.span)
        found.setdefault((mention.article, sentence), Sighting(mention.article, sentence, mention.span))
        if len(found) == limit:
            break
    return list(found.values())


_RANK = {MentionKind.NAME: 0, MentionKind.DESCRIPTION: 1, MentionKind.PRONOUN: 2}


def _sentence(graph: KnowledgeGraph, article: str, span: Span) -> Span:
    """The sentence in which a span stands, or its line where the article's sentences are not known."""
    part = graph.article_graphs[article]
    text = part.article.text
    for start, end in part.sentences:
        if start <= span.start and span.end <= end:
            return Span.of(text, start, end)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span.of(text, start, len(text) if end < 0 else end)
