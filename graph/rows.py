"""Statements as a flat table: one row for each place where an article states something."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .model import Evidence, Statement
from .values import money

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph


class Row(NamedTuple):
    """One evidence of one statement; what is not known is "".

    `confidence` (0..1) is that of this evidence, the product of the weights in `reasons`. `source` names the entity to
    whom the article attributes the statement, `publisher` is the article's own source. `when` is an ISO 8601 date or
    partial date; `currency` an ISO 4217 code or the ticker of a cryptocurrency, "" where `amount` is not a number with
    one. `sentence`, `cue` and the two `…_quote` are what stands in the article at `…_start` to `…_end`: code points of
    its text, ends exclusive. The
    ids are those of the other exports.
    """

    subject: str
    subject_type: str
    relation: str
    object: str
    object_type: str
    status: str
    confidence: float
    reasons: str
    source: str
    when: str
    amount: str
    currency: str
    role: str
    sentence: str
    subject_quote: str
    cue: str
    object_quote: str
    article: str
    title: str
    date: str
    url: str
    publisher: str
    author: str
    lang: str
    sentence_start: int
    sentence_end: int
    subject_start: int
    subject_end: int
    cue_start: int
    cue_end: int
    object_start: int
    object_end: int
    subject_id: str
    object_id: str
    source_id: str


def rows(graph: "KnowledgeGraph", statements: Iterable[Statement] | None = None) -> Iterator[Row]:
    """One row for each evidence of each statement, in their order: of all statements unless some are given."""
    for statement in graph.statements() if statements is None else statements:
        for evidence in statement.evidence:
            yield row(graph, statement, evidence)


def row(graph: "KnowledgeGraph", statement: Statement, evidence: Evidence) -> Row:
    """The row of one evidence of a statement."""
    subject, object_ = graph.entities[statement.subject], graph.entities[statement.object]
    article = graph.articles[evidence.article]
    amount, currency = money(evidence.amount or "") or (evidence.amount or "", "")
    return Row(
        subject=subject.name,
        subject_type=subject.type,
        relation=statement.relation,
        object=object_.name,
        object_type=object_.type,
        status=str(statement.status),
        confidence=evidence.confidence,
        reasons="; ".join(map(str, evidence.reasons)),
        source=graph.entities[evidence.source].name if evidence.source else "",
        when=evidence.when or "",
        amount=amount,
        currency=currency,
        role=evidence.role or "",
        sentence=evidence.sentence.quote,
        subject_quote=evidence.subject.quote,
        cue=evidence.cue.quote,
        object_quote=evidence.object.quote,
        article=article.id,
        title=article.title,
        date=article.date,
        url=article.url,
        publisher=article.source,
        author=article.author,
        lang=article.lang,
        sentence_start=evidence.sentence.start,
        sentence_end=evidence.sentence.end,
        subject_start=evidence.subject.start,
        subject_end=evidence.subject.end,
        cue_start=evidence.cue.start,
        cue_end=evidence.cue.end,
        object_start=evidence.object.start,
        object_end=evidence.object.end,
        subject_id=subject.id,
        object_id=object_.id,
        source_id=evidence.source or "",
    )
