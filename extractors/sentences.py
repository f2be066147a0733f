"""Sentence boundaries without a parse: line breaks and final punctuation.

Rules rather than the parser's boundaries, because only some sentences are parsed, and evidence must keep its sentence
whatever the parser makes of it.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

FINAL = frozenset((".", "!", "?", "…", "...", "?!", "!!", "!!!"))
CLOSING = frozenset(("»", '"', "”", ")", "]", "'", "’"))
CONTINUING = FINAL | frozenset((",", ";", ":"))


@Language.component("liaisons_sentences", assigns=["token.is_sent_start"])
def sentences(doc: Doc) -> Doc:
    """Start a sentence after a line break, and after final punctuation unless a comma or a lower-case word follows."""
    line_ended = sentence_ended = False
    starting = doc.to_array("SENT_START").astype("int64")
    for token in doc:
        if token.is_space:
            line_ended = line_ended or "\n" in token.text
            if token.i:
                starting[token.i] = -1
            continue
        goes_on = token.is_lower or token.text in CONTINUING or _closes(token)
        starts = line_ended or (sentence_ended and not goes_on)
        if token.i:
            starting[token.i] = 1 if starts else -1
        sentence_ended = token.text in FINAL or (sentence_ended and not starts and _closes(token))
        line_ended = False
    # All at once: spaCy looks through the whole doc for a parse whenever one token is set.
    values = starting.astype("uint64").reshape(-1, 1)
    return doc.from_array(["SENT_START"], values)  # type: ignore[arg-type]  # stub: Ints2d


def _closes(token: Token) -> bool:
    """Whether a bracket or quotation mark belongs to what stands before it: a straight one does if no space does."""
    return token.text in CLOSING and token.i > 0 and (token.text == "»" or not token.nbor(-1).whitespace_)
