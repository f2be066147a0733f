"""What predicates ask of their arguments corrects the types of doubtful names (selectional preferences, Resnik 1993).

A name that only the model's label speaks for is of the type that the verbs and titles around it ask for: who buys and
is bought is no place, who is boss of something no company. A name whose own form, whose neighbours or whose description
say what it is keeps its type, and so does one that some other predicate takes as it is.
"""

from collections.abc import Container, Iterable
from typing import NamedTuple

from ..graph.names import normalise
from .annotations import Cluster
from .cues import ARTIFACT

SURE = 3.0
"""The certainty from which nothing more is asked: more than a label of the model alone gives."""

LABELLED = 1.5
"""The certainty that the model's own label for organisations gives: such a name is no person's after all."""


class Demand(NamedTuple):
    """The types that a reading of a predicate admits for a cluster where its other end is filled; None admits any.

    The readings of one predicate, told by its token, are alternatives.
    """

    cluster: Cluster
    types: frozenset[str] | None
    predicate: int


_AGENTS = frozenset(("Person", "Company", "Place"))
"""What acts, by the types that a predicate admits: a country does, and no small town."""


def retype(demands: Iterable[Demand], places: Container[str] = ()) -> bool:
    """Set the types of doubtful clusters that no predicate takes as they are; whether any was set.

    `places` are the normalised names of known places: others do not act.
    """
    asked: dict[int, dict[int, frozenset[str]]] = {}
    clusters: dict[int, Cluster] = {}
    for cluster, types, predicate in demands:
        # a service that is founded or sued is its company (annotation guide, section 1), however sure the word was;
        # a game is not
        service = cluster.type == "Product" and cluster.certainty < ARTIFACT
        if types is not None and (cluster.certainty < SURE or service):
            clusters[id(cluster)] = cluster
            readings = asked.setdefault(id(cluster), {})
            readings[predicate] = readings.get(predicate, frozenset()) | types
    changed = False
    for key, cluster in clusters.items():
        types = frozenset.intersection(*asked[key].values())
        acts = any(types >= _AGENTS for types in asked[key].values())
        if cluster.type == "Place" and acts and normalise(cluster.name) not in places:
            types -= {"Place"}
        better = _choice(cluster, types)
        if better and better != cluster.type:
            cluster.type = better
            changed = True
    return changed


def _choice(cluster: Cluster, types: frozenset[str]) -> str | None:
    """The type that fits: the one that it has, else a company's or a person's, or None.

    Others do not come about in this way: what is no company may be a band, a party or an agency, and no verb tells
    which. Of names of several words the model knows people's well.
    """
    if cluster.type in types:
        return cluster.type
    if "Company" in types and not (cluster.type == "Person" and " " in cluster.name):
        return "Company"
    if "Person" in types and cluster.certainty < LABELLED:
        return "Person"
    return None
