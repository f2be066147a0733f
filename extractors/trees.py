"""Two label schemes, one neutral reading of a dependency tree.

French models of spaCy label trees in the manner of Universal Dependencies (de Marneffe et al. 2021), its English models in that
of ClearNLP (Choi & Palmer 2012). Each scheme has one adapter here; nothing after it knows labels. Roles: "subject",
"passive_subject", "agent", "object", "attribute", "possessive", "compound", "adjective", "apposition", "conjunct", "relative",
"participle", "open_clause", "clause", "adverbial", "parataxis", "negation", "auxiliary", "marker", "particle", "adverb", "reflexive", "bare", "copula", and for an oblique or a noun
complement its preposition in lower case.
"""

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from .lexicon import load

Edge = tuple[str, Token]
Edges = Callable[[Token], Iterator[Edge]]

_UD = {
    "nsubj": "subject",
    "nsubj:pass": "passive_subject",
    "csubj": "subject",
    "obj": "object",
    "obl:agent": "agent",
    "appos": "apposition",
    "conj": "conjunct",
    "acl:relcl": "relative",
    "acl": "participle",
    "xcomp": "open_clause",
    "ccomp": "clause",
    "advcl": "adverbial",
    "advcl:cleft": "relative",
    "parataxis": "parataxis",
    "amod": "adjective",
    "cop": "copula",
    "mark": "marker",
    "dislocated": "apposition",
    "aux:tense": "auxiliary",
    "aux:pass": "auxiliary",
    "aux": "auxiliary",
}

_CLEARNLP = {
    "nsubj": "subject",
    "nsubjpass": "passive_subject",
    "csubj": "subject",
    "dobj": "object",
    "attr": "attribute",
    "oprd": "attribute",
    "acomp": "attribute",
    "appos": "apposition",
    "conj": "conjunct",
    "relcl": "relative",
    "acl": "participle",
    "xcomp": "open_clause",
    "ccomp": "clause",
    "advcl": "adverbial",
    "parataxis": "parataxis",
    "amod": "adjective",
    "compound": "compound",
    "nmod": "compound",
    "poss": "possessive",
    "neg": "negation",
    "mark": "marker",
    "aux": "auxiliary",
    "auxpass": "auxiliary",
    "dative": "object",
}


def adapter(token: Token) -> Edges:
    """The adapter for the scheme of the token's language."""
    return universal if load(token.lang_, "frames")["scheme"] == "universal" else clearnlp


def role_in_head(token: Token) -> str:
    """The role of a token under its head; "" for a root."""
    if token.head == token:
        return ""
    return next((role for role, child in adapter(token)(token.head) if child == token), "")


def universal(token: Token) -> Iterator[Edge]:
    """The edges of a token in a tree with Universal Dependencies labels."""
    for child in token.children:
        label = child.dep_
        if label in _UD:
            # A noun that follows a name with a preposition is no apposition, whatever the parser calls it.
            preposition = _case(child) if label in {"appos", "conj"} else None
            yield (preposition if label == "appos" and preposition else _UD[label]), child
        elif label in {"obl", "obl:arg", "obl:mod", "nmod", "iobj"}:
            preposition = _case(child)
            if preposition:
                yield preposition, child
            elif label == "nmod":
                yield "apposition", child
            else:
                yield "bare", child
        elif label == "advmod":
            if child.lower_ in _words(token.lang_, "negations"):
                yield "negation", child
            else:
                yield "adverb", child
                for grandchild in child.children:  # "auprès de X": X hangs on the adverb
                    if grandchild.dep_.startswith("obl") and _case(grandchild):
                        yield f"{child.lower_} {_case(grandchild)}", grandchild
        elif label == "det" and child.lower_ in _words(token.lang_, "possessives"):
            yield "possessive", child
        elif label == "expl:comp" or label == "expl:pass":
            yield "reflexive", child
        elif label == "expl:subj":
            yield "subject", child


def clearnlp(token: Token) -> Iterator[Edge]:
    """The edges of a token in a tree with the labels of spaCy's English models."""
    for child in token.children:
        label = child.dep_
        if label in _CLEARNLP:
            yield _CLEARNLP[label], child
        elif label == "agent":
            yield from (("agent", g) for g in child.children if g.dep_ == "pobj")
        elif label == "prt":
            yield "particle", child
        elif label == "prep":
            yield from _prepositional(child, child.lower_)
        elif label == "advmod":
            yield "adverb", child


def _prepositional(preposition: Token, words: str) -> Iterator[Edge]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield words, child
        elif child.dep_ == "pcomp":
            yield "adverbial", child
        elif child.dep_ == "prep":  # "according to"
            yield from _prepositional(child, f"{words} {child.lower_}")


def _case(token: Token) -> str:
    """The preposition of a noun in its plain form ("du" → "de"), with the words fixed to it ("en tant que"); "" if none."""
    for child in token.children:
        if child.dep_ == "case":
            fixed = [g.lower_ for g in child.children if g.dep_ == "fixed"]
            plain = _contractions(token.lang_)
            return " ".join(plain.get(word, word) for word in [child.lower_, *fixed])
    return ""


@cache
def _contractions(lang: str) -> dict[str, str]:
    return dict(load(lang, "frames")["contractions"])


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")[name])
