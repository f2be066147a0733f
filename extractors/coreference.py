"""Coreference: nationalities, events, descriptions and pronouns join the clusters of names."""

from collections.abc import Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ..graph.names import normalise
from .anaphora import resolve
from .annotations import Cluster, Reference
from .capitals import join_capitals
from .cues import FIRST_NAME, WELL_KNOWN
from .events import events
from .frames import said_of
from .lexicon import load
from .mending import start as phrase_start
from .origins import add_origins, add_parties
from .preferences import LABELLED, SURE
from .shapes import rules
from .trees import adapter, settle
from .votes import like_a_person


@Language.component("liaisons_coreference", requires=["doc._.clusters", "token.dep"], assigns=["doc._.clusters"])
def coreference(doc: Doc) -> Doc:
    """Extend `doc._.clusters` by descriptions and pronouns, and by events and countries that have no name here."""
    settle(doc)
    clusters: list[Cluster] = [c for c in doc._.clusters if _drop_doubtful(doc, c)]
    _retype(doc, clusters)
    add_origins(doc, clusters)
    add_parties(doc, clusters)
    join_capitals(doc, clusters)
    clusters.extend(cluster for _, cluster in events(doc))
    resolve(doc, clusters)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: (m.start, m.end))
    doc._.clusters = sorted(clusters, key=lambda c: c.mentions[0].start)
    return doc


_ADMITTED: tuple[frozenset[str], ...] = (frozenset(), frozenset(("PROPN", "NOUN")), frozenset(("PROPN",)))
"""The parts of speech with which a name of each doubt is one."""


def _drop_doubtful(doc: Doc, cluster: Cluster) -> list[Reference]:
    """Keep of a cluster's mentions those that are names for certain or by the parse; the rest of the list, if any."""
    cluster.mentions = [m for m in cluster.mentions if doc[m.start].pos_ in _ADMITTED[m.doubt] or not m.doubt]
    lone = len(cluster.mentions) == 1 and cluster.mentions[0].end - cluster.mentions[0].start == 1
    # one letter, once, without a word that shows it to be a name
    if lone and len(doc[cluster.mentions[0].start].text) == 1 and cluster.certainty < SURE:
        cluster.mentions = []
    return cluster.mentions


def _retype(doc: Doc, clusters: list[Cluster]) -> None:
    """Let what the article says of a name correct its type: "Kivu Pay, troisième opérateur kenyan" is no person.

    Only where a comma sets the noun beside the name, and nothing else is said of it: parses err.
    """
    described = _described(doc.lang_)
    at = {i: (c, m) for c in clusters for m in c.mentions for i in range(m.start, m.end)}
    said: dict[int, set[str]] = {}
    for noun in doc:
        if noun.pos_ != "NOUN" or noun.lower_ not in described:
            continue
        beside = [c for role, c in adapter(noun)(noun) if role == "apposition"]
        for token in (*said_of(noun), *beside):
            if token.i in at and (described[noun.lower_] != "Work" or _closes(doc, at[token.i][1])):
                cluster, mention = at[token.i]
                first, second = sorted(((phrase_start(noun), noun.i + 1), (mention.start, mention.end)))
                commas = any(t.text == "," for t in doc[first[1] : second[0]])
                said.setdefault(id(cluster), set()).add(described[noun.lower_] if commas else "")
    alive = _alive(doc, {i: cluster for i, (cluster, _) in at.items()})
    for cluster in clusters:
        types = said.get(id(cluster), set()) - {""}
        if id(cluster) in alive and not types:
            types = {"Person"}
        row, key = rules(doc.lang_), normalise(cluster.name)
        sure = cluster.type == "Person" and like_a_person(cluster.name, row) >= FIRST_NAME
        if cluster.type == "Place":  # a town of which few have heard
            sure = key in row.countries or row.places.get(key, 0) >= WELL_KNOWN
            fits = types <= {"Company", "Product", "Media", "Organization"}
        else:
            fits = (types == {"Person"}) != (cluster.type == "Person")
            doubtful = cluster.type == "Company" and cluster.certainty < SURE
            fits = fits or (types in ({"Product"}, {"Work"}) and doubtful)
        if fits and not sure and key not in row.known and len(types) == 1:
            cluster.type = next(iter(types))


def _alive(doc: Doc, at: Mapping[int, Cluster]) -> set[int]:
    """The doubtful names of one word that do, or to which is done, what only people do: "X was born in 1970".

    What people do with each other tells it of a name for which nothing but its being one word speaks for a company.
    """
    row, found = rules(doc.lang_), set()
    unsaid = {i for i, c in at.items() if not c.certainty}
    for verb in doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or lemma not in row.personal_acts | row.undergone | row.between_people:
            continue
        for role, child in adapter(verb)(verb):
            does = role == "subject" and lemma in row.personal_acts
            does = does or (role in {"subject", "object"} and lemma in row.between_people and child.i in unsaid)
            if (does or (role == "passive_subject" and lemma in row.undergone)) and child.i in at:
                found.add(id(at[child.i]))
    doubtful = {id(c) for c in at.values() if c.type == "Company" and c.certainty < LABELLED and " " not in c.name}
    return found & doubtful


def _closes(doc: Doc, mention: Reference) -> bool:
    """Whether a name stands before a comma or the end, as in "un film, X, est sorti", not in "dans un film, X rit"."""
    return mention.end == len(doc) or doc[mention.end].is_punct


@cache
def _described(lang: str) -> dict[str, str]:
    works = dict.fromkeys(rules(lang).before["Work"], "Work")
    return works | {noun: t for t, nouns in load(lang, "references")["descriptions"].items() for noun in nouns}
