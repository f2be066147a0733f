"""Coreference: nationalities, events, descriptions and pronouns join the clusters of names."""

from spacy.language import Language
from spacy.tokens import Doc

from .anaphora import resolve
from .annotations import Cluster
from .capitals import join_capitals
from .events import events
from .origins import add_origins, add_parties
from .retyping import types
from .statements import deeds
from .trees import settle


@Language.component("liaisons_coreference", requires=["doc._.clusters", "token.dep"], assigns=["doc._.clusters"])
def coreference(doc: Doc) -> Doc:
    """Extend `doc._.clusters` by descriptions and pronouns, and by events and countries that have no name here."""
    settle(doc)
    if doc._.frames is None:
        types(doc)
    clusters: list[Cluster] = doc._.clusters
    add_origins(doc, clusters)
    add_parties(doc, clusters)
    join_capitals(doc, clusters)
    clusters.extend(cluster for _, cluster in events(doc))
    resolve(doc, clusters, list(deeds(doc)))
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: (m.start, m.end))
    doc._.clusters = sorted((c for c in clusters if c.mentions), key=lambda c: c.mentions[0].start)
    return doc
