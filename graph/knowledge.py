"""The knowledge graph: article graphs merged, one thing one node, every edge with its evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

import networkx

from .errors import UserError
from .model import Article, ArticleGraph, Entity, Statement, Status, merge_statements
from .names import normalise
from .resolution import Member, resolve


class KnowledgeGraph:
    """A set of article graphs and what follows from it: entities across articles, merged statements, a network.

    Everything but the set is derived from it, so merging graphs is the union of their sets: associative, commutative
    and idempotent.
    """

    def __init__(self, graphs: Iterable[ArticleGraph] = ()) -> None:
        chosen: dict[str, ArticleGraph] = {}
        for graph in graphs:
            other = chosen.setdefault(graph.article.id, graph)
            if other != graph:  # two readings of one article: keep the same one whatever the order
                chosen[graph.article.id] = max(graph, other, key=repr)
        self.article_graphs: Mapping[str, ArticleGraph] = {i: chosen[i] for i in sorted(chosen)}

    def merge(self, *others: "KnowledgeGraph") -> "KnowledgeGraph":
        """The graph of all articles of this graph and the others."""
        return KnowledgeGraph(g for graph in (self, *others) for g in graph.article_graphs.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnowledgeGraph) and self.article_graphs == other.article_graphs

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id, in the order of their ids."""
        return {i: g.article for i, g in self.article_graphs.items()}

    @cached_property
    def resolved(self) -> Mapping[Member, Entity]:
        """The graph-wide entity of every (article id, article-local entity id)."""
        return resolve(self.article_graphs.values())

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The graph-wide entities by id, in the order of their ids."""
        found = {e.id: e for e in self.resolved.values()}
        return {i: found[i] for i in sorted(found)}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all articles over graph-wide entities, merged and sorted by their keys."""
        return merge_statements(s for i in self.article_graphs for s in self.named_graph(i))

    def named_graph(self, article: str) -> tuple[Statement, ...]:
        """The statements of one article over graph-wide entities, merged and sorted by their keys."""
        return merge_statements(
            replace(
                s,
                subject=self.resolved[article, s.subject].id,
                object=self.resolved[article, s.object].id,
                evidence=tuple(
                    replace(e, source=self.resolved[article, e.source].id) if e.source else e for e in s.evidence
                ),
            )
            for s in self.article_graphs[article].statements
        )

    @cached_property
    def network(self) -> "networkx.MultiDiGraph[str]":
        """The graph for networkx: a node for each entity (`name`, `type`), an edge for each statement.

        Edge keys are `relation:status`; the attribute `statement` holds the `Statement`.
        """
        network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
        for entity in self.entities.values():
            network.add_node(entity.id, name=entity.name, type=entity.type)
        for s in self.statements:
            network.add_edge(
                s.subject, s.object, f"{s.relation}:{s.status}", relation=s.relation, status=str(s.status), statement=s
            )
        return network

    def check(self) -> "KnowledgeGraph":
        """Return self, or raise `ValueError` at the first quote that does not stand where its evidence says."""
        for graph in self.article_graphs.values():
            graph.check()
        return self

    def find(self, name: str) -> list[Entity]:
        """The entities that go by this name or id, those with the most statements first.

        Where none has exactly this name, case and accents aside, those whose name contains all its words.
        """
        wanted = normalise(name)
        if name in self.entities:
            return [self.entities[name]]
        forms = {i: {normalise(n) for n in (e.name, *e.aliases)} for i, e in self.entities.items()}
        found = [i for i, names in forms.items() if wanted in names]
        if not found and wanted:
            words = set(wanted.split())
            found = [i for i, names in forms.items() if any(words <= set(n.split()) for n in names)]
        return [self.entities[i] for i in sorted(found, key=lambda i: (-self._degree[i], i))]

    def entity(self, name: str) -> Entity:
        """The one entity of this name or id; `UserError` where there is none, or several of equal standing."""
        found = self.find(name)
        if not found:
            raise UserError(f"no entity called {name!r} in this graph")
        exact = [e for e in found if normalise(e.name) == normalise(name)] or found
        if len(exact) > 1:
            choices = ", ".join(f"{e.name} ({e.type}, {e.id})" for e in exact[:8])
            raise UserError(f"{name!r} could be several entities: {choices}. Give the full name or the id.")
        return exact[0]

    @cached_property
    def _degree(self) -> Counter[str]:
        return Counter(end for s in self.statements for end in (s.subject, s.object))

    def about(self, entity: str) -> tuple[Statement, ...]:
        """The statements with this entity id as subject or object."""
        return tuple(s for s in self.statements if entity in (s.subject, s.object))

    def paths(
        self, a: str, b: str, *, max_length: int = 4, statuses: Iterable[Status] = (Status.ASSERTED, Status.ENDED)
    ) -> Iterator[tuple[str, ...]]:
        """The simple paths of entity ids between two entities, shortest first, in either direction of the edges.

        `max_length` counts edges. Only statements of the given statuses are walked: by default what is denied or
        only possible connects nobody.
        """
        allowed = set(statuses)
        plain: networkx.Graph[str] = networkx.Graph()
        plain.add_nodes_from(self.entities)
        plain.add_edges_from((s.subject, s.object) for s in self.statements if s.status in allowed)
        for path in networkx.shortest_simple_paths(plain, a, b) if networkx.has_path(plain, a, b) else ():
            if len(path) > max_length + 1:
                return
            yield tuple(path)

    def between(self, a: str, b: str) -> tuple[Statement, ...]:
        """The statements that join two entity ids directly, in either direction."""
        return tuple(s for s in self.statements if {s.subject, s.object} == {a, b})


def merge(graphs: Iterable[KnowledgeGraph]) -> KnowledgeGraph:
    """The graph of all articles of the given graphs."""
    return KnowledgeGraph().merge(*graphs)
