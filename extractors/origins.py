"""Adjectives that stand for a place or a party: "le géant japonais", "la start-up lyonnaise", "the Tory MP"."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from ..graph.model import MentionKind
from ..graph.names import normalise
from .affiliations import affiliations
from .annotations import Cluster, Reference
from .lexicon import load
from .places import countries, orders, origins, senses
from .relations import person_nouns
from .trees import features


def add_origins(doc: Doc, clusters: list[Cluster]) -> None:
    """Let nationalities, and adjectives of cities and regions, stand for their places: "le géant japonais" → Japan."""
    known, codes = origins(doc.lang_), countries(doc.lang_)
    places = {_place(c.name, codes): c for c in clusters if c.type == "Place"}
    taken = {i for c in clusters for m in c.mentions for i in range(m.start, m.end)}
    for token in doc:
        for name in _origins(token, known) if token.i not in taken else ():
            key = _place(name, codes)
            if key not in places:
                places[key] = Cluster(name, "Place", [])
                clusters.append(places[key])
            places[key].mentions.append(Reference(token.i, token.i + 1, MentionKind.DESCRIPTION, via="demonym"))


def _place(name: str, codes: Mapping[str, str]) -> str:
    return codes.get(normalise(name), normalise(name))


def _origins(token: Token, known: Mapping[str, str]) -> list[str]:
    """The places that a word says that something comes from: one, or two where a prefix adds one."""
    word = token.lower_
    prefix, _, last = word.rpartition("-")
    prefixes = load(token.doc.lang_, "places")["prefixes"]
    names = (
        [known[word]]
        if word in known
        else [known[last], prefixes[prefix]]
        if prefix in prefixes and last in known
        else []
    )
    nominal = token.pos_ in {"ADJ", "NOUN", "PROPN"} or (token.pos_ == "VERB" and token.dep_ == "amod")
    if not names or (token.pos_ and not nominal):
        return []
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if {before, after} & senses(token.doc.lang_).get(word, frozenset()):
        return []
    if (
        word in orders(token.doc.lang_)
        and token.is_lower
        and before in load(token.doc.lang_, "references")["determiners"]
    ):
        return []
    if before in load(token.doc.lang_, "places")["languages"]["after"]:  # "en anglais"
        return []
    return names


def add_parties(doc: Doc, clusters: list[Cluster]) -> None:
    """Let the words for members of a party stand for it, beside a person: "le sénateur communiste", "a Democrat".

    A name that is such a word alone ("Democrat") is the party's too.
    """
    members = parties(doc.lang_)
    named = {normalise(c.name) for c in clusters if c.type == "Party"}
    for cluster in [c for c in clusters if c.name.lower() in members]:
        cluster.mentions = [m for m in cluster.mentions if not _somebody(doc, m)]
    clusters[:] = [c for c in clusters if c.mentions]
    found = {normalise(c.name): c for c in clusters if c.type == "Party"}
    for cluster in [c for c in clusters if c.name.lower() in members and c.type in {"Party", "Person", "Company"}]:
        name = members[cluster.name.lower()]
        known = found.setdefault(normalise(name), cluster)
        if known is cluster:
            cluster.name, cluster.type = name, "Party"
        else:
            known.mentions.extend(cluster.mentions)
            clusters.remove(cluster)
    taken = {i: c for c in clusters for m in c.mentions for i in range(m.start, m.end)}
    letters = {a.letter: a.party for a in affiliations(doc)}
    for token in doc:
        name = letters.get(token.i) or members.get(token.lower_, "")
        if not name:
            continue
        key = normalise(name)
        beside = token.i in letters or _of_people(token, taken)
        meant = beside and (token.i in letters or key in named or not _is_view(token, name))
        if meant and token.i not in taken and token.pos_ in {"ADJ", "NOUN", "PROPN"}:
            if key not in found:
                found[key] = Cluster(name, "Party", [])
                clusters.append(found[key])
            found[key].mentions.append(Reference(token.i, token.i + 1, MentionKind.DESCRIPTION, via="party"))


def _somebody(doc: Doc, mention: Reference) -> bool:
    """Whether a word for a member stands alone behind an article that points back: "The Republican accused X"."""
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    alone = after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ"}
    determiners = load(doc.lang_, "references")["determiners"]
    single = "Plur" not in features(doc[mention.end - 1], "Number")
    return before is not None and before.lower_ in determiners and alone and single and bool(doc[mention.start].pos_)


def _of_people(token: Token, taken: Mapping[int, Cluster]) -> bool:
    """Whether a person's name or a noun for people stands beside the word."""
    people, doc = _people(token.doc.lang_), token.doc
    around = [doc[i] for i in (token.i - 2, token.i - 1, token.i + 1, token.i + 2) if 0 <= i < len(doc)]
    return any(
        t.sent == token.sent and (t.lemma_.lower() in people or t.lower_ in people or _is_person(taken.get(t.i)))
        for t in around
    )


def _is_view(token: Token, party: str) -> bool:
    """Whether the word may say what somebody thinks, not to which party they belong: "le sénateur conservateur"."""
    lang, doc = token.doc.lang_, token.doc
    views = load(lang, "names")["views"]
    if token.lower_ not in views["words"]:
        return False
    around = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
    if any(origins(lang).get(t.lower_) in views["homes"].get(party, ()) for t in around):
        return False
    capital = views["capitals"] and token.is_title  # "a Conservative MP", but "Conservative" opens any sentence
    return not (capital and (not token.is_sent_start or around[-1].lower_ in load(lang, "names")["politicians"]))


def _is_person(cluster: Cluster | None) -> bool:
    return cluster is not None and cluster.type == "Person"


@cache
def parties(lang: str) -> Mapping[str, str]:
    """The names of parties in `lang` by what their members are called, in lower case."""
    return {form: name for name, forms in load(lang, "names")["parties"].items() for form in forms}


@cache
def _people(lang: str) -> frozenset[str]:
    references, names = load(lang, "references"), load(lang, "names")
    return frozenset(references["descriptions"]["Person"]) | person_nouns(lang) | frozenset(names["politicians"])
