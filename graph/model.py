"""The records that pass between the rooms: articles, entities, statements and their evidence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from .ontology import ontology


class Status(StrEnum):
    """Whether a statement is said to hold (annotation guide, section 3)."""

    ASSERTED = "asserted"
    ENDED = "ended"
    NEGATED = "negated"
    UNCERTAIN = "uncertain"


class MentionKind(StrEnum):
    """How a mention points to its entity."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text together with what stands there.

    Offsets count Unicode code points in `Article.text`; `end` is exclusive. `quote` is `text[start:end]`.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` from `start` to `end`; `ValueError` where that is not a non-empty stretch of it."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"offsets outside a text of {len(text)} characters: {start}-{end}")
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise `ValueError` unless the quote stands at these offsets of `text`."""
        if Span.of(text, self.start, self.end) != self:
            raise ValueError(f"{self.quote!r} does not stand at {self.start}-{self.end}")


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as it was read.

    `text` is kept as it came: offsets anywhere in the project count its code points. `lang` is an ISO 639-1 code,
    `date` an ISO 8601 date or "", the other fields are "" where unknown.
    """

    id: str
    text: str
    lang: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    source: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of an article that names, describes or stands for an entity."""

    article: str
    span: Span
    kind: MentionKind = MentionKind.NAME


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions resolve to: inside one article, or in a graph.

    `id` is unique in its article graph or, after resolution, in its graph. `type` is one of the ontology's types.
    `mentions` are kept sorted, each once. `kind` is the class of an event ("election", "takeover") and "" for what is
    none. `labels` are names by language (ISO 639-1) and `same_as` IRIs of the same thing elsewhere, both from an
    authority file or a decision, kept sorted.
    """

    id: str
    name: str
    type: str
    mentions: tuple[Mention, ...] = ()
    kind: str = ""
    labels: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.type not in ontology().types:
            raise ValueError(f"unknown entity type {self.type!r}")
        object.__setattr__(self, "mentions", _in_order(self.mentions))
        for field in ("labels", "same_as"):
            object.__setattr__(self, field, tuple(sorted(set(getattr(self, field)))))

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names that articles use, sorted: names only, no descriptions or pronouns."""
        return tuple(sorted({m.span.quote for m in self.mentions if m.kind is MentionKind.NAME} - {self.name}))


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions sorted, each once; plain tuples are compared a good deal faster than records."""
    found = {(m.article, m.span.start, m.span.end, m.span.quote, m.kind): m for m in mentions}
    return tuple(found.values()) if len(found) < 2 else tuple(found[key] for key in sorted(found))


class Reason(NamedTuple):
    """One factor of a confidence: what it is about ("verb racheter", "subject pronoun"), and its weight in 0..1."""

    about: str
    weight: float

    def __str__(self) -> str:
        return f"{self.about} × {self.weight:g}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place where an article states something, and what it adds to the statement there.

    `source` is the id of the entity to whom the article attributes the statement, `when` an ISO 8601 date or partial
    date (2023, 2023-11, 2023-11-22), `amount` a number and a currency ("44000000000 USD"), `role` the title that goes
    with a post ("directrice générale"); None where the article does not say. `confidence` lies in 0..1,
    `reasons` are its factors, that of the rule first.
    """

    article: str
    sentence: Span
    subject: Span
    cue: Span
    object: Span
    source: str | None = None
    when: str | None = None
    amount: str | None = None
    role: str | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence outside 0..1: {self.confidence}")

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.sentence, self.subject, self.cue, self.object)

    @property
    def key(self) -> tuple[Any, ...]:
        """What evidence is sorted by: article, place, then the rest."""
        optional = ((value is not None, value or "") for value in (self.source, self.when, self.amount, self.role))
        return (self.article, *self.spans, *optional, self.confidence, self.reasons)

    @property
    def turned(self) -> "Evidence":
        """The same evidence read from the other end: subject and object have changed places."""
        return replace(self, subject=self.object, object=self.subject)


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject, a relation, an object, and whether articles state it as holding, ended, denied or only possible.

    `subject` and `object` are entity ids, `relation` is one of the ontology's relations. `evidence` is never empty,
    and kept sorted, each once. The two ends of a symmetric relation are put in order of their ids, and those of its
    evidence with them, so that each fact has one form.
    """

    subject: str
    relation: str
    object: str
    status: Status
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        relation = ontology().relations.get(self.relation)
        if relation is None:
            raise ValueError(f"unknown relation {self.relation!r}")
        if not self.evidence:
            raise ValueError(f"statement without evidence: {self.key}")
        evidence, ends = self.evidence, (self.subject, self.object)
        if relation.symmetric and self.subject > self.object:
            evidence, ends = tuple(e.turned for e in evidence), (self.object, self.subject)
        object.__setattr__(self, "subject", ends[0])
        object.__setattr__(self, "object", ends[1])
        if len(evidence) > 1:
            evidence = tuple(sorted(set(evidence), key=lambda e: e.key))
        object.__setattr__(self, "evidence", tuple(evidence))

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes two statements the same statement: subject, relation, object, status."""
        return (self.subject, self.relation, self.object, str(self.status))

    @property
    def confidence(self) -> float:
        """The confidence of the best evidence (copies of one agency report must not add up)."""
        return max(e.confidence for e in self.evidence)


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """One article's entities and statements: what the extractors make, and what becomes a named graph.

    Kept in one form: entities in the order of their ids, statements merged and in the order of their keys. `sentences`
    are the (start, end) offsets of the sentences that were read, in the order of the text: what is noise is in none.
    """

    article: Article
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "sentences", tuple(sorted(set(self.sentences))))
        object.__setattr__(self, "entities", tuple(sorted(self.entities, key=lambda e: e.id)))
        object.__setattr__(self, "statements", merge_statements(self.statements))

    def check(self) -> "ArticleGraph":
        """Return self, or raise `ValueError` that names the article.

        That is where a quote is not at its offsets or belongs to another article, where a sentence lies outside the
        text, where an id names no entity here, and where one names two.
        """
        article, ids = self.article, {e.id for e in self.entities}
        try:
            for start, end in self.sentences:
                Span.of(article.text, start, end)
            if len(ids) < len(self.entities):
                twice = next(a.id for a, b in pairwise(self.entities) if a.id == b.id)
                raise ValueError(f"two entities {twice!r}")
            for entity in self.entities:
                for mention in entity.mentions:
                    _check(article, mention.article, (mention.span,))
            for statement in self.statements:
                for evidence in statement.evidence:
                    _check(article, evidence.article, evidence.spans)
                for ident in (statement.subject, statement.object, *(e.source for e in statement.evidence)):
                    if ident is not None and ident not in ids:
                        raise ValueError(f"no entity {ident!r}")
        except ValueError as error:
            raise ValueError(f"article {article.id!r}: {error}") from error
        return self

    def above(self, confidence: float) -> "ArticleGraph":
        """The same graph without the evidence below this confidence, and without the statements that had no other."""
        kept = ((s, tuple(e for e in s.evidence if e.confidence >= confidence)) for s in self.statements)
        return replace(self, statements=tuple(replace(s, evidence=evidence) for s, evidence in kept if evidence))


def _check(article: Article, origin: str, spans: Iterable[Span]) -> None:
    if origin != article.id:
        raise ValueError(f"a quote from article {origin!r}")
    for span in spans:
        span.check(article.text)


def merge_statements(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """One statement for each (subject, relation, object, status), with all evidence, in the order of their keys.

    A relation of a thing to itself says nothing and is dropped; it comes about when two mentions turn out to be one.
    """
    found: dict[tuple[str, str, str, str], list[Statement]] = {}
    for statement in statements:
        if statement.subject != statement.object:
            found.setdefault(statement.key, []).append(statement)
    return tuple(_one(found[key]) for key in sorted(found))


def _one(same: list[Statement]) -> Statement:
    """The statement of all evidence of statements with one key."""
    first = same[0]
    if len(same) == 1:
        return first
    return replace(first, evidence=tuple(e for s in same for e in s.evidence))
