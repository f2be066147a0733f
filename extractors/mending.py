"""What repairs of a tree with Universal Dependencies labels have in common: moving an edge, and asking about one."""

from functools import cache

from spacy.tokens import Token

from .lexicon import load

PARENTHESIS = "appos:paren"
"""A name in brackets. No treebank has this label: it keeps a party or a place from being taken for what it follows."""


def attach(token: Token, head: Token, label: str) -> bool:
    """Hang `token` on `head`; nothing happens, and the answer is False, where that would make a circle."""
    if token == head or head.sent != token.sent or any(ancestor == token for ancestor in head.ancestors):
        return False
    if token.head != head:
        token.head = head
    token.dep_ = label
    return True


def enthrone(token: Token) -> None:
    """Make `token` the root of its sentence; the old root is left hanging on it as a clause beside it."""
    root = token.sent.root
    if root != token:
        token.head, token.dep_ = token, "ROOT"
        root.head, root.dep_ = token, "parataxis"
        for child in list(root.rights):  # the full stop is that of the sentence
            if child.is_punct and child.i > token.i:
                child.head = token


def case(token: Token) -> str:
    """The preposition of a noun, in lower case and in its plain form ("du" → "de"); or ""."""
    found = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
    return contractions(token.doc.lang_).get(found, found)


def has(token: Token, *labels: str) -> bool:
    """Whether a child has one of these labels, or one that begins with it and a colon."""
    return any(
        child.dep_ == label or child.dep_.startswith(f"{label}:") for child in token.children for label in labels
    )


def start(token: Token) -> int:
    """Where the phrase of a token begins, punctuation left out."""
    return next(i for i in range(token.left_edge.i, token.i + 1) if not token.doc[i].is_punct or i == token.i)


def finite(verb: Token) -> bool:
    """Whether the verb or one of its auxiliaries is finite."""
    forms = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    return any("Fin" in form.morph.get("VerbForm", []) for form in forms)


def past_participle(token: Token) -> bool:
    return "Part" in token.morph.get("VerbForm", []) and "Past" in token.morph.get("Tense", [])


def words(token: Token, name: str) -> frozenset[str]:
    """A list of the lexicon `frames` of the token's language."""
    return _words(token.doc.lang_, name)


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(load(lang, "frames").get(name, ()))


def clitics(token: Token) -> dict[str, str]:
    """The pronouns that have a preposition in them."""
    return dict(load(token.doc.lang_, "frames")["clitics"])


@cache
def contractions(lang: str) -> dict[str, str]:
    return dict(load(lang, "frames")["contractions"])
