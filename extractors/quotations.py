"""Who speaks in a quotation: the verb of saying beside it, inside it or before it names the speaker of all of it.

A quotation may go over several sentences, of which only the last one has "said X"; the trees end with the sentence.
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from .lexicon import load
from .trees import adapter

PAIRS = {"«": "»", "“": "”", '"': '"'}
"""Opening marks and what closes them; the pipeline writes every other pair as the last."""

_MARKS = re.compile("[" + "".join(PAIRS) + "".join(PAIRS.values()) + "\n]")

LONGEST = 200
"""A quotation of more tokens than this is a mark that nobody closed."""

NEAR = 8
"""How many tokens may lie between a quotation and the verb that reports it."""


class Quotations:
    """The quotations of a doc, found once."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._spans: list[tuple[int, int]] | None = None

    def speaker(self, i: int) -> int | None:
        """The token of who says what stands at token `i`, where that is in a quotation and the text names them."""
        if self._spans is None:
            self._spans = list(_spans(self._doc))
        for start, end in self._spans:
            if start < i < end:
                return self._after(end) or self._inside(start, end) or self._before(start)
        return None

    def _after(self, end: int) -> int | None:
        """ "… », a déclaré X": the first verb behind the closing mark, before the sentence or the clause ends."""
        for token in self._doc[end + 1 : end + 1 + NEAR]:
            if token.is_space or token.text in PAIRS or (token.is_sent_start and token.i > end + 1):
                break
            if token.pos_ == "VERB":
                return _who(token)
        return None

    def _inside(self, start: int, end: int) -> int | None:
        """ "… », explique X, « …" without its marks, as French papers write it."""
        return next((who for t in self._doc[start:end] if t.dep_ == "parataxis" and (who := _who(t)) is not None), None)

    def _before(self, start: int) -> int | None:
        """ "X a déclaré : « …": the last verb of the sentence before the opening mark."""
        if start == 0 or self._doc[start - 1].text not in {":", ","}:
            return None
        first = self._doc[start - 1].sent.start
        for token in reversed(self._doc[max(first, start - NEAR) : start]):
            if token.pos_ == "VERB":
                return _who(token)
        return None


def _spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """The tokens of the marks of each quotation; a paragraph closes what is open."""
    opened: re.Match[str] | None = None
    for mark in _MARKS.finditer(doc.text):
        if mark[0] == "\n":
            opened = None
        elif opened is not None and mark[0] == PAIRS[opened[0]]:
            span = doc.char_span(opened.start(), mark.end(), alignment_mode="expand")
            if span is not None and len(span) <= LONGEST:
                yield span.start, span.end - 1
            opened = None
        elif opened is None and mark[0] in PAIRS:
            opened = mark


def _who(verb: Token) -> int | None:
    """The subject of a verb of saying; parsers take an inverted one for the object."""
    if verb.lemma_.lower() not in _speech(verb.doc.lang_):
        return None
    edges = list(adapter(verb)(verb))
    found = (child.i for wanted in ("subject", "object") for role, child in edges if role == wanted)
    return next(found, None)


@cache
def _speech(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "status")["speech"]["verbs"])
