"""Names of laws by their form: "loi Avia", "proposition de loi « Doudou »", "loi de programmation militaire"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .shapes import Rules, is_capital
from .vocabulary import is_a

LAW = "LAW"
"""The label of these spans, whatever labels the model has."""

LONGEST = 10
"""How many tokens the name of a law has at most."""


def laws(doc: Doc, row: Rules) -> Iterator[Span]:
    """The laws that a head noun names together with a name, a quotation or, behind its article, a complement."""
    for head in doc:
        if head.lower_ in row.law_heads:
            end = _end(head, row)
            if end > head.i + 1:
                yield Span(doc, _start(head, row), end, LAW)


def _start(head: Token, row: Rules) -> int:
    """Where "projet de" or "proposition de" begins before the head."""
    doc, i = head.doc, head.i
    return i - 2 if i > 1 and doc[i - 2].lower_ in row.law_drafts and doc[i - 1].lower_ in row.joins else i


def _end(head: Token, row: Rules) -> int:
    doc, i = head.doc, head.i + 1
    if i < len(doc) and doc[i].lower_ in row.law_called:  # "loi dite « Doudou »"
        i += 1
    if i >= len(doc) or doc[i].is_sent_start:
        return head.i + 1
    if doc[i].text == "«":
        close = next((t.i for t in doc[i : i + LONGEST] if t.text == "»"), None)
        return close + 1 if close is not None else head.i + 1
    if is_capital(doc[i]):
        while i < len(doc) and (is_capital(doc[i]) or doc[i].is_digit) and not doc[i].is_sent_start:
            i += 1
        return i
    first = doc[_start(head, row) - 1].lower_ if _start(head, row) else ""
    return _complement(doc, i, row) if first in row.law_articles and i == head.i + 1 else head.i + 1


def _complement(doc: Doc, i: int, row: Rules) -> int:
    """Past the common words that say what a law is about, from `i` on; `i` where they do not begin."""
    if doc[i].lower_ not in row.law_links:
        return i
    j = i + 1
    while j < len(doc) and doc[j].lower_ in row.law_links | row.joins | row.articles:
        j += 1
    if j >= len(doc) or not doc[j].is_lower or not is_a(doc.vocab, doc[j].lower_, "noun"):
        return i
    j += 1
    while j < len(doc) and doc[j].is_lower and _is_adjective(doc[j]):
        j += 1
    return j


def _is_adjective(token: Token) -> bool:
    vocab, word = token.vocab, token.lower_
    return not token.is_stop and is_a(vocab, word, "adj") and not is_a(vocab, word, "verb")
