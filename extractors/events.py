"""Events without a proper name: "la présidentielle américaine de 2024", "le procès de X", "the Senate hearing".

An event nominal is an event of the graph when something tells which one it is: a qualifier of its class
("presidential"), a name, a nationality or a date; for some classes a definite article is enough ("l'élection"). In one
article, nominals of one class whose qualifiers agree are one event. A definite noun alone takes up the only event that
stands before it and that it can describe ("l'opération", "the deal").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from ..graph.model import MentionKind
from ..graph.ontology import ontology
from .annotations import Cluster, Reference
from .lexicon import load
from .places import demonyms, months

REACH = 8
"""How many tokens from its head on a nominal has at most."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """One mention of an event: its class, its tokens, and what tells it from others of its class.

    `narrow` is the narrower class that one of its words tells ("presidential_election"), or the class itself.
    `takes_up` are the classes of which a definite noun alone may mean the event that was spoken of; then `kind` is "".
    """

    kind: str
    start: int
    end: int
    qualifiers: frozenset[str]
    narrow: str
    takes_up: frozenset[str] = frozenset()


def events(doc: Doc) -> list[tuple[str, Cluster]]:
    """The event clusters of `doc` with their classes, in the order of the text."""
    found: list[tuple[str, frozenset[str], Cluster]] = []
    reader = _Reader(doc)
    for nominal in _nominals(reader, doc):
        if nominal.takes_up:
            before = [cluster for kind, _, cluster in found if kind in nominal.takes_up]
            if len(before) == 1:
                back = Reference(nominal.start, nominal.end, MentionKind.DESCRIPTION, via="event")
                before[0].mentions.append(back)
            continue
        text = doc[nominal.start : nominal.end].text
        reference = Reference(nominal.start, nominal.end, MentionKind.DESCRIPTION, via="event")
        for i, (kind, qualifiers, cluster) in enumerate(found):
            if kind == nominal.kind and (qualifiers <= nominal.qualifiers or nominal.qualifiers <= qualifiers):
                cluster.mentions.append(reference)
                if len(nominal.qualifiers) > len(qualifiers):
                    cluster.name = text
                if cluster.kind == kind:
                    cluster.kind = nominal.narrow
                found[i] = (kind, qualifiers | nominal.qualifiers, cluster)
                break
        else:
            found.append((nominal.kind, nominal.qualifiers, Cluster(text, "Event", [reference], kind=nominal.narrow)))
    return [(kind, cluster) for kind, _, cluster in found]


def _nominals(reader: "_Reader", doc: Doc) -> Iterator[Nominal]:
    found: list[Nominal] = []
    taken = 0  # up to here words belong to nominals already
    for token in doc:
        if token.i in reader.named or token.i < taken or token.pos_ == "VERB":
            continue
        kind = reader.heads.get(token.lower_)
        nominal = reader.nominal(token, kind, taken) if kind and not reader.is_of_another_sense(token) else None
        if nominal is not None and (nominal.qualifiers or reader.is_bare(token, nominal)):
            taken = nominal.end
            found.append(nominal)
        elif (kinds := reader.back.get(token.lower_)) and reader.is_definite(token):
            found.append(Nominal("", token.i, token.i + 1, frozenset(), "", kinds))
    yield from found


class _Reader:
    """What the nominals of one doc are read with."""

    def __init__(self, doc: Doc) -> None:
        references = load(doc.lang_, "references")
        self.heads = _heads(doc.lang_)
        self.back = _back(doc.lang_)
        self.named = {i: c.type for c in doc._.clusters for m in c.mentions for i in range(m.start, m.end)}
        self._doc = doc
        self._qualifiers = references["event_qualifiers"]
        self._links = frozenset(references["event_links"])
        self._direct = frozenset(references["event_named"])
        self._unnamed = frozenset(references["event_unnamed"])
        self._bare = frozenset(references["event_bare"])
        self._not_told_by = {noun: frozenset(types) for noun, types in references["event_not_told_by"].items()}
        self._of_events = self.heads.keys() | frozenset(references["event_nouns"])
        self._other = {noun: frozenset(words) for noun, words in references["event_other"].items()}
        self._narrow = {word: kind for kind, words in references["event_narrower"].items() for word in words}
        self._articles = frozenset(references["determiners"])
        self._definite = self._articles | frozenset(references["fused"])
        self._complements = frozenset(references["event_complements"])
        self._possessive = frozenset(references["event_possessives"])
        self._nations = demonyms(doc.lang_)
        self._months = months(doc.lang_)

    def is_of_another_sense(self, head: Token) -> bool:
        """Whether the word is no event here: "the primary source", "taxes municipales", "a clinical trial"."""
        noun = head.head
        if head.dep_ == "amod" and (noun.i > head.i or noun.lower_ not in self._of_events):
            return True
        other = self._other.get(head.lower_)
        return other is not None and any(child.lower_ in other for child in head.lefts)

    def is_bare(self, head: Token, nominal: Nominal) -> bool:
        """Whether a definite article alone makes an event of the noun: "l'élection"."""
        before = head.nbor(-1).lower_ if head.i and not head.is_sent_start else ""
        after = head.nbor(1).lower_ if head.i + 1 < len(self._doc) else ""
        return nominal.kind in self._bare and before in self._articles and after not in self._links

    def is_definite(self, noun: Token) -> bool:
        """Whether the noun has an article that points back and nothing beside it: "l'opération", "this deal"."""
        before = noun.nbor(-1).lower_ if noun.i and not noun.is_sent_start else ""
        after = noun.nbor(1) if noun.i + 1 < len(self._doc) else None
        if before not in self._definite or noun.pos_ not in {"NOUN", "PROPN"}:
            return False
        return after is None or (after.lower_ not in self._complements and after.pos_ not in {"ADJ", "NOUN", "PROPN"})

    def nominal(self, head: Token, kind: str, first: int) -> Nominal:
        """The nominal around its head, from the token `first` on, with its qualifiers reduced to their stems."""
        doc, own = self._doc, frozenset(self._qualifiers[kind])
        qualifiers = {_stem(head.lower_)} if head.lower_ in own else set()
        start, end = head.i, head.i + 1
        while start > first and not doc[start].is_sent_start and self._stands_before(doc[start - 1], own):
            start -= 1
        for token in doc[start : head.i]:
            qualifiers |= self._qualifier(token, own)
        i = end
        while i < len(doc) and not doc[i].is_sent_start and i < head.i + REACH:
            token = doc[i]
            if self._qualifies(token, own) or self._names(token, head, kind):
                end = i + 1
                qualifiers |= self._qualifier(token, own)
            elif token.lower_ not in self._links:
                break
            i += 1
        told = (self._narrow[t.lower_] for t in doc[start:end] if t.lower_ in self._narrow)
        narrow = next((n for n in told if ontology().event_kinds[n].broader == kind), kind)
        return Nominal(kind, start, end, frozenset(qualifiers), narrow)

    def _names(self, token: Token, head: Token, kind: str) -> bool:
        """Whether the token behind the head belongs to a name that tells which event it is."""
        type_, direct = self.named.get(token.i), all(i in self.named for i in range(head.i + 1, token.i))
        if type_ is None or kind in self._unnamed or (direct and kind not in self._direct):
            return False
        return direct or type_ not in self._not_told_by.get(head.lower_, ())

    def _stands_before(self, token: Token, own: frozenset[str]) -> bool:
        compound = bool(self._possessive) and (token.i in self.named or token.text in self._possessive)
        return compound or self._qualifies(token, own)

    def _qualifies(self, token: Token, own: frozenset[str]) -> bool:
        return token.lower_ in own or token.lower_ in self._nations or _is_year(token) or self._is_date(token)

    def _is_date(self, token: Token) -> bool:
        """A month with its day or its year, or that day: "in May" does not tell one election from another."""
        before = token.i > 0 and token.nbor(-1).is_digit
        after = token.nbor(1) if token.i + 1 < len(self._doc) else None
        if token.lower_ in self._months:
            return before or (after is not None and _is_year(after))
        return token.is_digit and after is not None and after.lower_ in self._months

    def _qualifier(self, token: Token, own: frozenset[str]) -> set[str]:
        if token.lower_ in own:
            return {_stem(token.lower_)}
        if token.lower_ in self._nations:
            return {self._nations[token.lower_]}
        if _is_year(token):
            return {token.text}
        return {token.lower_} if token.i in self.named or self._is_date(token) else set()


def _is_year(token: Token) -> bool:
    return token.is_digit and len(token.text) == 4 and token.text[:2] in {"19", "20"}


def _stem(word: str) -> str:
    """Enough of a qualifier to know it in another form: "présidentielles" and "présidence" are one."""
    return word[:7]


@cache
def _heads(lang: str) -> dict[str, str]:
    return {form: kind for kind, forms in load(lang, "references")["events"].items() for form in forms}


@cache
def _back(lang: str) -> dict[str, frozenset[str]]:
    table = load(lang, "references")["event_back"]
    forms = sorted({form for nouns in table.values() for form in nouns})
    return {form: frozenset(kind for kind, nouns in table.items() if form in nouns) for form in forms}
