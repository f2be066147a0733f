"""`statements.csv`: one row for each place where an article states something.

The columns are the fields of `Row`. The rows stand in the order of their statements, then of their articles and
sentences.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..graph.knowledge import KnowledgeGraph
from ..graph.model import Evidence, Statement
from .values import money

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


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


def rows(graph: KnowledgeGraph) -> Iterator[Row]:
    """One row for each evidence of each statement, in their order."""
    for statement in graph.statements():
        for evidence in statement.evidence:
            yield _row(graph, statement, evidence)


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write the rows as UTF-8 with "\\n" line ends; all text is quoted, and guarded against spreadsheets.

    Lone surrogates, which UTF-8 has not, become "?".
    """
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        # Python up to 3.12 leaves a lone "\r" unquoted where it may, and readers take it for a line end.
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(Row._fields)
        for row in rows(graph):
            writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row])


def guard(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it as a formula (OWASP, "CSV Injection").

    What already has apostrophes before such a beginning gets one more, so that `unguard` restores any text.

    >>> guard("=1+1"), guard("'=1+1"), guard("l'État")
    ("'=1+1", "''=1+1", "l'État")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text before `guard`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _row(graph: KnowledgeGraph, statement: Statement, evidence: Evidence) -> Row:
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
