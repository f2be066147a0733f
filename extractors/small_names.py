"""Names that are spelled without a capital: "noyb", "adidas", "kelp.ai".

Only words that no list of the language has can be such names, and only where the article shows it: a sentence opens
with one, a noun beside it says what it is, or it has the form of an address on the web. What is shown once holds for
the whole article; a word that stands behind an article somewhere is a noun.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from .clusters import is_acronym
from .shapes import MAX_TOKENS, Rules
from .vocabulary import is_word, knows

SHORTEST = 4
"""How many letters such a name has at least."""

DESCRIPTION = 4
"""How many words behind a comma and an article the noun may be that says what the name is."""


_ADDRESS = re.compile(r"[a-z][a-z0-9-]+\.(?:ai|io|com|co|app|tv)")
"""An address on the web that companies are called by; agencies and associations have others, and are not."""


def small_names(doc: Doc, row: Rules) -> Iterator[Span]:
    """The names of `doc` without a capital, in order; none where the language has no list of words."""
    if not knows(doc.vocab):
        return
    unknown = [t for t in doc if _is_unknown(t)]
    counted = {t.text for t in unknown if t.i and doc[t.i - 1].lower_ in row.articles and not t.is_sent_start}
    shown = {t.text for t in unknown if t.text not in counted and _is_shown(t, row)}
    for token in doc:
        if token.text in shown or _ADDRESS.fullmatch(token.text):
            yield doc[token.i : token.i + 1]


def _is_unknown(token: Token) -> bool:
    if not token.is_alpha or not token.is_lower or len(token) < SHORTEST or token.is_stop:
        return False
    hyphen = any(t.text in {"-", "/", "@", "#"} for t in token.doc[max(token.i - 1, 0) : token.i + 2])
    return not hyphen and not is_word(token.doc.vocab, token.text)


def _is_shown(token: Token, row: Rules) -> bool:
    """Whether the word is a name where it stands."""
    doc, i = token.doc, token.i
    after = doc[i + 1 : i + 3 + DESCRIPTION]
    if token.is_sent_start and len(after) > 1 and after[0].is_alpha and after[0].is_lower:
        return True
    if after and after[0].text == "(" and is_acronym(token.text, _bracket(after[0])):
        return True
    if len(after) > 2 and after[0].text == "," and after[1].lower_ in row.articles:
        nouns = [_whole(t) for t in after[2:]]
        noun = next((word for word in nouns if word in row.described or not word.isalpha()), "")
        if row.described.get(noun, "Person") != "Person":
            return True
    before = doc[i - 1] if i else token
    return row.head_last and not token.is_sent_start and row.described.get(before.lower_, "Person") != "Person"


def _bracket(opening: Token) -> str:
    """What stands in the bracket that opens here."""
    for token in opening.doc[opening.i + 1 : opening.i + MAX_TOKENS + 2]:
        if token.text == ")":
            return opening.doc[opening.i + 1 : token.i].text
    return ""


def _whole(token: Token) -> str:
    """The word in lower case, with what a hyphen joins to it: "start-up"."""
    end = token.i + 1
    while token.doc[end : end + 1].text == "-" and not token.doc[end].whitespace_:
        end += 2
    return token.doc[token.i : end].text.lower()
