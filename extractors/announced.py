"""The common noun that announces a name and so says what it is: "le jeu de rôle X", "the films X and Y", "King X"."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from .shapes import Rules, rules
from .vocabulary import is_a

LONGEST = 3
"""Words of the longest phrase that announces ("groupe de rock")."""


class Announced(NamedTuple):
    """A type that words before a name say of it, and these words, in the singular."""

    type: str
    phrase: str


def announced(span: Span, named: Collection[int], row: Rules) -> list[Announced]:
    """What the words right before a name, or before the list of names that it stands in, say that it is.

    An adjective may stand between where the language has it ("le film canadien X"). The longest phrase speaks alone: a
    "groupe de rock" is no business. The words at `named` belong to other names.
    """
    first = _first_of_list(span, named, row)
    words = words_before(span.doc, first, named, LONGEST + 2)
    verb = bool(words) and is_a(span.doc.vocab, words[0], "verb") and not is_a(span.doc.vocab, words[0], "adj")
    # behind the noun an adjective, but in "chip designer X" the noun
    small = bool(words) and (words[0] in row.joins or span.doc.vocab[words[0]].is_stop)  # "au téléphone avec X"
    starts = [0] if not words or small or verb or not row.head_first else [0, 1]
    for length in range(LONGEST, 0, -1):
        found = [
            said
            for skipped in starts
            for said in _said(words[skipped : skipped + length + 1], length, row, several=first < span.start)
        ]
        if found:
            return sorted(set(found))
    return []


_NEVER = frozenset(("Person", "Place", "Work", "Law", "Event"))
"""What nothing is that can do business; a service, an institution, a newspaper may."""


def says_otherwise(noun: Token) -> bool:
    """Whether a common noun is of what is never a business: people, places, works, events."""
    row, lemma = rules(noun.doc.lang_), noun.lemma_.lower()
    person = lemma in row.before.get("Person", ()) or row.described.get(lemma) == "Person"
    return person or row.kinds.get(lemma) in _NEVER


def words_before(doc: Doc, end: int, named: Collection[int], most: int) -> list[str]:
    """Up to so many words before a token in its sentence, nearest first; not across a comma, a name or another stop."""
    words: list[str] = []
    for i in range(end - 1, max(end - 1 - most, -1), -1):
        token = doc[i]
        if token.is_space or token.is_punct or i in named or doc[i + 1].is_sent_start:
            break
        words.append(token.lower_)
    return words


def _said(words: list[str], length: int, row: Rules, *, several: bool) -> Iterator[Announced]:
    """The types for which the nearest words, as many as `length`, are a cue; one word more shows a plural."""
    if len(words) < length:
        return
    phrase = list(reversed(words[:length]))
    plural = row.singular(phrase, words[length] if len(words) > length else "")
    for type_, cues in row.before.items():
        if " ".join(phrase) in cues and not several:
            yield Announced(type_, " ".join(phrase))
        elif plural and plural in cues:
            yield Announced(type_, plural)


def _first_of_list(span: Span, named: Collection[int], row: Rules) -> int:
    """Where the first of the names begins that commas and conjunctions join to this one."""
    doc, start = span.doc, span.start
    while start >= 2 and start - 2 in named and not doc[start].is_sent_start and not doc[start - 1].is_sent_start:
        if doc[start - 1].lower_ not in row.conjunctions and doc[start - 1].text != ",":
            break
        start -= 2
        while start - 1 in named and not doc[start].is_sent_start:
            start -= 1
    return start
