"""Events without a proper name: "la présidentielle américaine de 2024", "le procès de X", "the Senate hearing".

An event nominal is an event of the graph when something tells which one it is: a qualifier of its class
("presidential"), a name, a nationality or a year. In one article, nominals of one class whose qualifiers agree are one
event.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from ..graph.model import MentionKind
from .annotations import Cluster, Reference
from .lexicon import load
from .places import demonyms


@dataclass(frozen=True, slots=True)
class Nominal:
    """One mention of an event: its class, its tokens, and what tells it from others of its class."""

    kind: str
    start: int
    end: int
    qualifiers: frozenset[str]


def events(doc: Doc) -> list[tuple[str, Cluster]]:
    """The event clusters of `doc` with their classes, in the order of the text."""
    found: list[tuple[str, frozenset[str], Cluster]] = []
    for nominal in _nominals(doc):
        text = doc[nominal.start : nominal.end].text
        reference = Reference(nominal.start, nominal.end, MentionKind.DESCRIPTION, via="event")
        for i, (kind, qualifiers, cluster) in enumerate(found):
            if kind == nominal.kind and (qualifiers <= nominal.qualifiers or nominal.qualifiers <= qualifiers):
                cluster.mentions.append(reference)
                if len(nominal.qualifiers) > len(qualifiers):
                    cluster.name = text
                found[i] = (kind, qualifiers | nominal.qualifiers, cluster)
                break
        else:
            found.append((nominal.kind, nominal.qualifiers, Cluster(text, "Event", [reference])))
    return [(kind, cluster) for kind, _, cluster in found]


def _nominals(doc: Doc) -> Iterator[Nominal]:
    heads = _heads(doc.lang_)
    named = {i for c in doc._.clusters for m in c.mentions for i in range(m.start, m.end)}
    taken = 0  # up to here words belong to nominals already
    for token in doc:
        kind = heads.get(token.lower_)
        if kind is None or token.i in named or token.i < taken or token.pos_ == "VERB":
            continue
        start, end, qualifiers = _extent(token, kind, named, taken)
        if qualifiers:
            taken = end
            yield Nominal(kind, start, end, frozenset(qualifiers))


def _extent(head: Token, kind: str, named: set[int], first: int) -> tuple[int, int, set[str]]:
    """The tokens of the nominal around its head, from `first` on, and its qualifiers reduced to their stems."""
    doc, lang = head.doc, head.doc.lang_
    own = frozenset(load(lang, "references")["event_qualifiers"][kind])
    links = load(lang, "references")["event_links"]
    nations = demonyms(lang)
    qualifiers = {_stem(head.lower_)} if head.lower_ in own else set()
    start, end = head.i, head.i + 1
    while start > first and _qualifies(doc[start - 1], own, nations) and not doc[start].is_sent_start:
        start -= 1
    for token in doc[start : head.i]:
        qualifiers |= _qualifier(token, own, nations)
    i = end
    while i < len(doc) and not doc[i].is_sent_start and i < head.i + 6:
        token = doc[i]
        if _qualifies(token, own, nations) or (token.i in named and kind != "election"):
            end = i + 1
            qualifiers |= _qualifier(token, own, nations) or {token.lower_}
        elif token.lower_ not in links:
            break
        i += 1
    return start, end, qualifiers


def _qualifies(token: Token, own: frozenset[str], nations: Mapping[str, str]) -> bool:
    return token.lower_ in own or token.lower_ in nations or _is_year(token)


def _qualifier(token: Token, own: frozenset[str], nations: Mapping[str, str]) -> set[str]:
    if token.lower_ in own:
        return {_stem(token.lower_)}
    if token.lower_ in nations:
        return {nations[token.lower_]}
    return {token.text} if _is_year(token) else set()


def _is_year(token: Token) -> bool:
    return token.is_digit and len(token.text) == 4 and token.text[:2] in {"19", "20"}


def _stem(word: str) -> str:
    """Enough of a qualifier to know it in another form: "présidentielles" and "présidence" are one."""
    return word[:7]


@cache
def _heads(lang: str) -> dict[str, str]:
    return {form: kind for kind, forms in load(lang, "references")["events"].items() for form in forms}
