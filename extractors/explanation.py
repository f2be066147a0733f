"""Why sentences give what they give: mentions, frames, and what became of each frame under each row.

Nothing is decided here. The records hold what the components wrote on a doc, and the outcomes that the reader of frames
yields while it makes the statements.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token

from ..graph.model import Evidence, Span, Status
from .annotations import Cluster, Frame, Reference
from .pointers import definite, pointer, word, words
from .statements import Argument, Finding, Outcome, outcomes, referents


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention and what it stands for.

    `votes` is what this occurrence of a name says for each type, `total` what all names of the thing say together.
    """

    reference: Reference
    cluster: Cluster
    votes: Mapping[str, float]
    total: Mapping[str, float]


class Stated(NamedTuple):
    """A statement that a frame gave, with what the graph has of it."""

    finding: Finding
    status: Status
    evidence: Evidence
    source: str
    """The name of the one to whom the article ascribes it, or ""."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A frame, what the token in each of its roles stands for (nothing, or one thing or more), and its outcomes."""

    frame: Frame
    arguments: tuple[tuple[str, int, tuple[Argument, ...]], ...]
    outcomes: tuple[Outcome, ...]
    stated: tuple[Stated, ...]

    @property
    def about(self) -> bool:
        """Whether any argument is a thing of which something could be stated."""
        return any(found for _, _, found in self.arguments)


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence: its number in the article, from 1, and its tokens `start` to `end` (exclusive).

    `unresolved` are the words that point to something and for which no step found what. A sentence that was not
    `parsed` has too few names to state anything.
    """

    number: int
    start: int
    end: int
    parsed: bool
    mentions: tuple[Mentioned, ...]
    unresolved: tuple[int, ...]
    frames: tuple[Framed, ...]


def explain(doc: Doc) -> Iterator[Explained]:
    """The sentences of a doc that has been through the pipeline, in their order, without those that are only space."""
    results: dict[int, list[Outcome]] = {}
    for outcome in outcomes(doc):
        results.setdefault(id(outcome.frame), []).append(outcome)
    mentions = sorted(_mentions(doc), key=lambda m: (m.reference.start, m.reference.end, m.cluster.name))
    taken = {i for m in mentions for i in range(m.reference.start, m.reference.end)}
    stands_for, stated = referents(doc), _stated(doc)
    number = 0
    for sentence in doc.sents:
        if not sentence.text.strip():
            continue
        number += 1
        inside = range(sentence.start, sentence.end)
        yield Explained(
            number,
            sentence.start,
            sentence.end,
            any(t.pos_ for t in sentence),
            tuple(m for m in mentions if m.reference.start in inside),
            tuple(t.i for t in sentence if t.i not in taken and _points(t) and not stands_for(t.i)),
            tuple(
                Framed(
                    frame,
                    tuple((role, i, tuple(stands_for(i))) for role, at in frame.arguments.items() for i in at),
                    tuple(results.get(id(frame), ())),
                    tuple(s for o in results.get(id(frame), ()) if o.finding and (s := stated(o.finding))),
                )
                for frame in doc._.frames
                if frame.predicate in inside
            ),
        )


def _stated(doc: Doc) -> Callable[[Finding], Stated | None]:
    """What the article's graph has of a finding: the statement with this relation and cue between these mentions."""
    graph = doc._.statements
    names = {e.id: e.name for e in graph.entities}
    found = {
        (s.relation, e.cue.start, frozenset((e.subject, e.object))): (s.status, e)
        for s in graph.statements
        for e in s.evidence
    }

    def span(mention: Reference) -> Span:
        last = doc[mention.end - 1]
        return Span.of(graph.article.text, doc[mention.start].idx, last.idx + len(last.text))

    def stated(finding: Finding) -> Stated | None:
        ends = frozenset((span(finding.subject.mention), span(finding.object.mention)))
        at = found.get((finding.row.relation, doc[finding.frame.predicate].idx, ends))
        return Stated(finding, *at, names.get(at[1].source or "", "")) if at else None

    return stated


def _mentions(doc: Doc) -> Iterator[Mentioned]:
    votes = {(n.start, n.end): n.votes for n in doc._.names or ()}
    for cluster in doc._.clusters:
        total: Counter[str] = Counter()
        for m in cluster.mentions:
            total.update(votes.get((m.start, m.end), {}))
        for m in cluster.mentions:
            yield Mentioned(m, cluster, votes.get((m.start, m.end), {}), total)


def quote(doc: Doc, start: int, end: int) -> str:
    """The tokens `start` to `end` as the article has them, in one line; what is no part of it is left out."""
    first, read = doc[start].idx, doc[start:end].text
    text = doc._.article.text[first : first + len(read)] if doc._.article is not None else read
    return " ".join("".join(r if r.isspace() else t for t, r in zip(text, read, strict=True)).split())


def _points(token: Token) -> bool:
    """Whether a word asks what it stands for: a pronoun, a possessive, "the group"."""
    if not token.pos_:
        return False
    return pointer(token) is not None or (word(token) in words(token.doc.lang_).described and definite(token))
