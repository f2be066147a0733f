"""A text cut into pieces where spans begin and end, so that overlapping spans can be marked without nesting."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ...graph.model import Evidence


class Piece(NamedTuple):
    """A stretch of text and what it belongs to, sorted: of a sentence "s" subject, "c" cue, "o" object."""

    text: str
    labels: tuple[str, ...]


def pieces(text: str, start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """`text[start:end]` in pieces; each span is (start, end, label), offsets of `text`, ends exclusive.

    >>> pieces("Il quitte X.", 0, 12, [(0, 2, "s"), (3, 9, "c"), (3, 11, "o")])
    ... # doctest: +NORMALIZE_WHITESPACE
    [Piece(text='Il', labels=('s',)), Piece(text=' ', labels=()), Piece(text='quitte', labels=('c', 'o')),
     Piece(text=' X', labels=('o',)), Piece(text='.', labels=())]
    """
    edges: dict[int, list[tuple[bool, str]]] = {start: [], end: []}
    for first, last, label in spans:
        first, last = max(first, start), min(last, end)
        if first < last:
            edges.setdefault(first, []).append((True, label))
            edges.setdefault(last, []).append((False, label))
    found, open_ = [], dict[str, int]()
    for here, there in pairwise(sorted(edges)):
        for opens, label in edges[here]:
            open_[label] = open_.get(label, 0) + (1 if opens else -1)
        found.append(Piece(text[here:there], tuple(sorted(label for label, n in open_.items() if n))))
    return found


def sentence(evidence: Evidence) -> list[Piece]:
    """The sentence of an evidence with its subject, cue and object."""
    whole, *parts = evidence.spans
    spans = [(p.start - whole.start, p.end - whole.start, role) for role, p in zip("sco", parts, strict=True)]
    return pieces(whole.quote, 0, len(whole.quote), spans)


def outside(evidence: Evidence) -> list[Piece]:
    """The subject, cue or object that stands elsewhere in the article."""
    whole, *parts = evidence.spans
    placed = zip("sco", parts, strict=True)
    return [Piece(p.quote, (role,)) for role, p in placed if p.end <= whole.start or p.start >= whole.end]
