"""Speakers: who says "I" and "we" in a quotation.

A quotation belongs to the subject of the verb of saying beside it (« … », a déclaré X; X said: "…"), or to the name
that a colon sets before it (X : « … »). Where none stands there, nobody is taken for the speaker.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from .lexicon import load
from .salience import SUBJECTS
from .trees import adapter

REACH = 8
"""How many words after a quotation its verb of saying may be."""

LONGEST = 250
"""Longer quotations, in words, are a mark that was not closed."""

_PAIRS = {"«": "»", "“": "”", '"': '"', "„": "“"}


class Quotation(NamedTuple):
    """The tokens between the marks, and the head of the words for who says it, if the text tells."""

    start: int
    end: int
    speaker: Token | None


def quotations(doc: Doc) -> Iterator[Quotation]:
    """The quotations of a doc, in its order."""
    start, closing = 0, ""
    for token in doc:
        if closing and (token.text == closing or token.i - start > LONGEST):
            if token.text == closing:
                yield Quotation(start, token.i, _after(doc, token.i + 1) or _before(doc, start - 1))
            closing = ""
        elif not closing and token.text in _PAIRS:
            start, closing = token.i + 1, _PAIRS[token.text]


def _after(doc: Doc, start: int) -> Token | None:
    """The subject of a verb of saying right after a quotation, in the sentence that its end is in."""
    for token in doc[start : start + REACH]:
        if token.is_sent_start and token.i > start:
            return None
        if token.text in _PAIRS or token.text in {":", ";", "."}:
            return None
        if _says(token):
            return _subject(token, start)
    return None


def _before(doc: Doc, mark: int) -> Token | None:
    """The subject of the last verb of saying before a quotation, or the name before a colon."""
    if mark < 2 or doc[mark - 1].text not in {":", ","}:
        return None
    sentence = doc[mark - 1].sent
    before = [t for t in doc[sentence.start : mark - 1] if not t.is_space]
    verbs = [t for t in before if _says(t)]
    if verbs:
        return _subject(verbs[-1], sentence.start)
    if doc[mark - 1].text == ":" and before and all(t.pos_ == "PROPN" for t in before):
        return doc[before[0].i : before[-1].i + 1].root
    return None


def _says(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in _verbs(token.doc.lang_)


def _subject(verb: Token, first: int) -> Token | None:
    """Who says it; parsers take an inverted subject for the object."""
    children = [(role, child) for role, child in adapter(verb)(verb) if len(child.text.lstrip("-")) > 1]  # no "-t"
    edges: Mapping[str, Token] = dict(reversed(children))
    for role in ("subject", *sorted(SUBJECTS - {"subject"}), "object"):
        child = edges.get(role)
        if child is not None and child.i >= first and (role != "object" or child.i > verb.i):
            return child
    return None


@cache
def _verbs(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "status")["speech"]["verbs"])
