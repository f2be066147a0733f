"""An article to read: its paragraphs with the sentences that state something, each beside what it states."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...graph.model import Article, Evidence, Statement
from .archive import Stated
from .marks import Piece, pieces

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]*\S[^\n\r\u2028\u2029]*")


@dataclass(frozen=True, slots=True)
class Note:
    """A statement at one place of the article, by its number in the order of the text, from 1."""

    number: int
    statement: Statement
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph: the numbers of the notes whose sentence it is in, and its pieces.

    The labels of a piece are roles with the numbers of their notes: "s3" is the subject of the third. `closes` are the
    notes whose sentence ends here.
    """

    notes: tuple[int, ...]
    pieces: tuple[Piece, ...]
    closes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text, and the notes on the sentences that begin in it; noise is a line that was not read."""

    stretches: tuple[Stretch, ...]
    notes: tuple[Note, ...]
    noise: bool


def notes(stated: Sequence[Stated]) -> tuple[Note, ...]:
    """The notes of an article; `stated` is in the order of its text."""
    return tuple(Note(n, s, e) for n, (s, e) in enumerate(stated, 1))


def paragraphs(article: Article, found: Sequence[Note], read: Sequence[tuple[int, int]] = ()) -> tuple[Paragraph, ...]:
    """The text of an article by its lines, those without a letter left out.

    A sentence that runs over lines is marked in each, and has its notes at the first. `read` are the offsets
    of the sentences that were read, nothing where that is not known.
    """
    text = article.text
    lines = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    sentences = [(n.evidence.sentence.start, n.evidence.sentence.end, f"{n.number}") for n in found]
    roles = [
        (span.start, span.end, f"{role}{n.number}")
        for n in found
        for role, span in zip("sco", n.evidence.spans[1:], strict=True)
    ]
    made = []
    for i, (start, end) in enumerate(lines):
        until = lines[i + 1][0] if i + 1 < len(lines) else len(text) + 1
        since = start if i else -1
        own = tuple(n for n in found if since <= n.evidence.sentence.start < until)
        inside = [s for s in sentences if s[0] < end and s[1] > start]
        marked = [r for r in roles if r[0] < end and r[1] > start]
        stretches, at = [], start
        for part in pieces(text, start, end, inside):
            after = at + len(part.text)
            closes = sorted(int(label) for _, last, label in inside if at < min(last, end) <= after and last <= until)
            stretches.append(
                Stretch(tuple(sorted(map(int, part.labels))), tuple(pieces(text, at, after, marked)), tuple(closes))
            )
            at = after
        noise = bool(read) and not any(first < end and last > start for first, last in read)
        made.append(Paragraph(tuple(stretches), own, noise))
    return tuple(made)
