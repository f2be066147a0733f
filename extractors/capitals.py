"""Capitals that act stand for their states: "Pékin menace", "Washington said"; Brussels stands for the Commission.

A capital is a mention of the country, or of the body that has its seat there, where it is the subject of a verb of
action or speech and the article speaks of that country or body elsewhere (annotation guide, sections 1 and 2). Where it
does not, or where something only happens in it, the capital is a place.
"""

from functools import cache

from spacy.tokens import Doc, Token

from ..graph.model import MentionKind
from ..graph.names import normalise
from .annotations import Cluster, Reference
from .lexicon import load
from .places import countries
from .relations import rows
from .trees import governor


def join_capitals(doc: Doc, clusters: list[Cluster]) -> None:
    """Move the mentions of capitals that act to the clusters of their states; a cluster without mentions goes."""
    seats = _seats(doc.lang_)
    for capital in [c for c in clusters if c.type == "Place" and normalise(c.name) in seats]:
        state = _state(seats[normalise(capital.name)], clusters, doc.lang_)
        acting = [m for m in capital.mentions if state is not None and _acts(doc[m.start])]
        if state is None or not acting:
            continue
        state.mentions.extend(Reference(m.start, m.end, MentionKind.DESCRIPTION, via="capital") for m in acting)
        capital.mentions = [m for m in capital.mentions if m not in acting]
    clusters[:] = [c for c in clusters if c.mentions]


def _state(seat: tuple[str, ...], clusters: list[Cluster], lang: str) -> Cluster | None:
    """The first of what has its seat in the capital that the article speaks of."""
    codes = countries(lang)
    for name in seat:
        for cluster in clusters:
            key = normalise(cluster.name)
            if key == name or (cluster.type == "Place" and codes.get(key) == name):
                return cluster
    return None


def _acts(token: Token) -> bool:
    """Whether the name is the subject of a verb by which somebody acts or speaks."""
    role, verb = governor(token)
    if role == "conjunct" and verb.pos_ == "PROPN":
        role, verb = governor(verb)
    lemma = verb.lemma_.lower()
    known = ("verb", lemma) in rows(token.doc.lang_) or lemma in _speech(token.doc.lang_)
    return role in {"subject", "agent"} and verb.pos_ == "VERB" and known


@cache
def _seats(lang: str) -> dict[str, tuple[str, ...]]:
    """What a capital can stand for, by its normalised name: names of bodies, and the code of its country."""
    table = load(lang, "places")
    found = {normalise(name): (code,) for code, names in table["capitals"].items() for name in names}
    bodies = {normalise(n): tuple(map(normalise, names)) for n, names in table["bodies"].items()}
    return {name: (*bodies.get(name, ()), *found.get(name, ())) for name in {**found, **bodies}}


@cache
def _speech(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "status")["speech"]["verbs"])
