"""The signed network: who sides with whom, and who stands against whom.

The sign of a relation stands in the ontology (`:sign`). A tie between two entities takes the sign that more sentences
give it, and is mixed where as many give it the other; what is denied or only possible gives none.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

import networkx

from ..knowledge import KnowledgeGraph
from ..model import Statement, Status
from ..ontology import ontology
from .networks import chosen, project, publication
from .tables import Table, joined


def sign(relation: str) -> int:
    """1, -1 or 0: whether a subject sides with the object by this relation, stands against it, or neither."""
    return ontology().relations[relation].sign


def signed_network(
    graph: KnowledgeGraph,
    *,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = (Status.ASSERTED,),
    types: Collection[str] | None = None,
) -> "networkx.Graph[str]":
    """The undirected network of support and opposition.

    An edge has `sign` (1, -1, or 0 where it is mixed), `support` and `opposition` (numbers of sentences) and
    `statements`.
    """
    signed = {name for name, relation in ontology().relations.items() if relation.sign}
    network = project(graph, chosen(graph, statements, statuses=statuses, relations=signed, types=types))
    for _, _, data in network.edges(data=True):
        counts = Counter({1: 0, -1: 0})
        for statement in data["statements"]:
            counts[sign(statement.relation)] += len({(e.article, e.sentence) for e in statement.evidence})
        data["support"], data["opposition"] = counts[1], counts[-1]
        data["sign"] = (counts[1] > counts[-1]) - (counts[1] < counts[-1])
    return network


def signed_ties(
    graph: KnowledgeGraph,
    *,
    statements: Iterable[Statement] | None = None,
    statuses: Iterable[Status] = (Status.ASSERTED,),
    types: Collection[str] | None = None,
) -> Table:
    """The ties of the signed network, those with the most sentences first.

    Columns: `a`, `b`, `sign` ("support", "opposition", "mixed"), `support` and `opposition` (sentences), `relations`
    (from whom: "Macron supports"), `according_to` (those quoted, else publications), `articles`,
    `article_ids`, and the ids of both.
    """
    rows = []
    for a, b, data in signed_network(graph, statements=statements, statuses=statuses, types=types).edges(data=True):
        rows.append(
            (
                graph.entities[a].name,
                graph.entities[b].name,
                ("mixed", "support", "opposition")[data["sign"]],
                data["support"],
                data["opposition"],
                joined(f"{graph.entities[s.subject].name} {s.relation}" for s in data["statements"]),
                joined(_according(graph, data["statements"])),
                len({e.article for s in data["statements"] for e in s.evidence}),
                joined(e.article for s in data["statements"] for e in s.evidence),
                a,
                b,
            )
        )
    rows.sort(key=lambda row: (-(row[3] + row[4]), row[-2:]))
    columns = ("a", "b", "sign", "support", "opposition", "relations", "according_to", "articles", "article_ids")
    return Table((*columns, "a_id", "b_id"), tuple(rows))


def _according(graph: KnowledgeGraph, statements: Iterable[Statement]) -> Iterator[str]:
    for statement in statements:
        for e in statement.evidence:
            yield graph.entities[e.source].name if e.source else publication(graph, e.article)
