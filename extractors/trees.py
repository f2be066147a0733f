"""Two label schemes, one neutral reading of a dependency tree.

French models of spaCy label trees in the manner of Universal Dependencies (de Marneffe et al. 2021), its English models
in that of ClearNLP (Choi & Palmer 2012). Each scheme has one adapter here; nothing after it knows labels. The roles are
those of `NEUTRAL`, and for an oblique or a noun complement its preposition in lower case.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from .lexicon import load
from .mending import PARENTHESIS

Edge = tuple[str, Token]
Edges = Callable[[Token], Iterable[Edge]]

NEUTRAL = frozenset(
    [
        "subject",
        "passive_subject",
        "agent",
        "object",
        "attribute",
        "possessive",
        "compound",
        "adjective",
        "apposition",
        "parenthesis",
        "conjunct",
        "relative",
        "participle",
        "open_clause",
        "clause",
        "adverbial",
        "parataxis",
        "negation",
        "auxiliary",
        "marker",
        "copula",
        "reflexive",
        "bare",
        "adverb",
        "particle",
    ]
)
"""The roles that are not a preposition."""

_UD = {
    "nsubj": "subject",
    "nsubj:pass": "passive_subject",
    "csubj": "subject",
    "obj": "object",
    "obl:agent": "agent",
    "appos": "apposition",
    PARENTHESIS: "parenthesis",
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
    "expl:comp": "reflexive",
    "expl:pass": "reflexive",
    "expl:subj": "subject",
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
    PARENTHESIS: "parenthesis",
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
    "prt": "particle",
    "advmod": "adverb",
    "npadvmod": "bare",
}


class _Memory:
    """The edges and governors of a doc whose tree is settled: every step asks for them, many times over."""

    def __init__(self, doc: Doc, tree: bytes) -> None:
        self.doc = doc
        self.tree = tree
        self.governors: dict[int, Edge] = {}
        self._read = _reader(doc.lang_)
        self._edges: dict[int, tuple[Edge, ...]] = {}

    def edges(self, token: Token) -> tuple[Edge, ...]:
        found = self._edges.get(token.i)
        if found is None:
            found = self._edges[token.i] = tuple(self._read(token))
        return found


_memory: _Memory | None = None  # of one doc: the steps after the parse take doc by doc


def settle(doc: Doc) -> None:
    """Remember the edges of `doc` from now on, until `release` or another doc: its tree does not change any more."""
    global _memory
    tree = doc.to_array(["HEAD", "DEP", "POS"]).tobytes()
    if _memory is None or _memory.doc is not doc or _memory.tree != tree:
        _memory = _Memory(doc, tree)


def release() -> None:
    """Forget the edges of the doc that was settled."""
    global _memory
    _memory = None


def adapter(token: Token) -> Edges:
    """The adapter for the scheme of the token's language."""
    memory = _memory
    return memory.edges if memory is not None and memory.doc is token.doc else _reader(token.lang_)


def _reader(lang: str) -> Edges:
    return universal if _scheme(lang) == "universal" else clearnlp


def governor(token: Token) -> Edge:
    """The role of a token and what governs it, past prepositions that are heads; ("", itself) for a root."""
    memory = _memory
    if memory is None or memory.doc is not token.doc:
        return _governor(token)
    found = memory.governors.get(token.i)
    if found is None:
        found = memory.governors[token.i] = _governor(token)
    return found


def _governor(token: Token) -> Edge:
    head = token.head
    if head == token:
        return "", token
    if _scheme(token.lang_) == "universal":
        role = _universal_role(token)
        if _oblique_of_adverb(token):
            return f"{head.lower_} {role}", head.head
        for phrase, complement in _through(head):  # "à l'encontre de X"
            if complement == token:
                return phrase, head.head
        return role, head
    if token.dep_ == "pobj":
        words = [head.lower_]
        while head.dep_ in {"prep", "dative"} and head.head.dep_ == "prep":
            head = head.head
            words.insert(0, head.lower_)
        return ("agent" if head.dep_ == "agent" else " ".join(words)), head.head
    if token.dep_ == "pcomp":  # "prevented from buying"
        return "open_clause", head.head
    return _clearnlp_role(token), head


def features(token: Token, name: str) -> Sequence[str]:
    """The values of a morphological feature ("Mood", "Tense", …) of a token, which all that are alike share."""
    morph = token.morph
    key = morph.key, name  # type: ignore[attr-defined]  # the stub lacks it
    found = _known_features.get(key)
    if found is None:
        found = _known_features[key] = morph.get(name, [])
    return found


_known_features: dict[tuple[int, str], Sequence[str]] = {}  # spaCy reads the string of all features at each question


def role_in_head(token: Token) -> str:
    """The role of a token under its governor; "" for a root."""
    return governor(token)[0]


def universal(token: Token) -> Iterator[Edge]:
    """The edges of a token in a tree with Universal Dependencies labels."""
    for child in token.children:
        role = _universal_role(child)
        if through := list(_through(child)):
            yield from through
        elif role:
            yield role, child
        if child.dep_ in {"nsubj", "nsubj:pass", "obj"}:  # "ni X ni Y", "aucun accord"
            words = _words(token.lang_, "negative")
            yield from (("negation", t) for t in (child, *child.children) if t.lower_ in words and not _determined(t))
        if child.dep_ == "advmod":
            for grandchild in child.children:  # "auprès de X": X hangs on the adverb
                if _oblique_of_adverb(grandchild):
                    yield f"{child.lower_} {_case(grandchild)}", grandchild


def _through(noun: Token) -> Iterator[Edge]:
    """What stands behind a noun that makes one preposition with those around it: X in "à l'encontre de X"."""
    if noun.pos_ != "NOUN" or not noun.dep_.startswith(("obl", "nmod")):
        return
    phrase = _table(noun.lang_, "phrases").get(f"{_case(noun)} {noun.lower_}", "")
    if phrase:
        yield from ((phrase, child) for child in noun.children if child.dep_ == "nmod" and _case(child))


def _universal_role(child: Token) -> str:
    label = child.dep_
    if label == "acl" and _has_marker(child) and not _infinitive(child):  # "la rumeur que X rachète Y"
        return "clause"
    if label in _UD:
        # A noun that follows a name with a preposition is no apposition, whatever the parser calls it.
        return (_case(child) if label == "appos" else "") or _UD[label]
    if label in {"obl", "obl:arg", "obl:mod", "nmod", "iobj"}:
        pronoun = _table(child.lang_, "clitics").get(child.lower_, "")  # "dont", "lui"
        return _case(child) or pronoun or ("apposition" if label == "nmod" else "bare")
    if label == "advmod":
        return "negation" if child.lower_ in _words(child.lang_, "negations") else "adverb"
    if label == "det" and child.lower_ in _words(child.lang_, "possessives"):
        return "possessive"
    return ""


def _infinitive(verb: Token) -> bool:
    """Whether the verb or its auxiliary is an infinitive: "le projet de racheter X", "le risque d'être racheté"."""
    forms = (verb, *(child for child in verb.children if child.dep_.startswith("aux")))
    return any("Inf" in form.morph.get("VerbForm", []) for form in forms)


def _determined(token: Token) -> bool:
    return token.dep_ == "case" or any(child.dep_ == "det" for child in token.children)


def _oblique_of_adverb(token: Token) -> bool:
    return token.head.dep_ == "advmod" and token.dep_.startswith("obl") and bool(_case(token))


def clearnlp(token: Token) -> Iterator[Edge]:
    """The edges of a token in a tree with the labels of spaCy's English models."""
    if token.dep_ == "pcomp":
        yield "marker", token.head
    for child in token.children:
        label = child.dep_
        if label == "dative" and child.pos_ == "ADP":  # "sells chips to X"
            yield from _prepositional(child, child.lower_)
        elif label in _CLEARNLP:
            yield _clearnlp_role(child), child
        elif label == "agent":
            yield from (("agent", g) for g in child.children if g.dep_ == "pobj")
        elif label == "prep":
            for preposition in (child, *(c for c in child.children if c.dep_ == "conj" and c.pos_ == "ADP")):
                yield from _prepositional(preposition, preposition.lower_)  # "with X and with Y"
            yield from (("adverb", g) for g in child.children if g.dep_ == "advmod")  # "formerly of X"


def _clearnlp_role(child: Token) -> str:
    if child.dep_ == "acl" and _has_marker(child):  # "the rumour that X bought Y"
        return "clause"
    return _CLEARNLP.get(child.dep_, child.dep_)


def _has_marker(verb: Token) -> bool:
    return any(child.dep_ == "mark" for child in verb.children)


def _prepositional(preposition: Token, words: str) -> Iterator[Edge]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield words, child
        elif child.dep_ == "pcomp":
            yield "open_clause", child
        elif child.dep_ == "prep":  # "according to"
            yield from _prepositional(child, f"{words} {child.lower_}")


def _case(token: Token) -> str:
    """The preposition of a noun in its plain form ("du" → "de"), with the words fixed to it ("en tant que"); or ""."""
    for child in token.children:
        if child.dep_ == "case":
            fixed = [g.lower_ for g in child.children if g.dep_ == "fixed"]
            plain = _table(token.lang_, "contractions")
            return " ".join(plain.get(word, word) for word in [child.lower_, *fixed])
    return ""


@cache
def _scheme(lang: str) -> str:
    return str(load(lang, "frames")["scheme"])


@cache
def _table(lang: str, name: str) -> dict[str, str]:
    return dict(load(lang, "frames")[name])


@cache
def _words(lang: str, name: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")[name])
