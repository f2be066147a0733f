"""The knowledge graph: article graphs merged, one thing one node, every edge with its evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

import networkx

from .authority import Known
from .decisions import Decision
from .errors import UserError
from .model import Article, ArticleGraph, Entity, Statement, Status, merge_statements
from .names import normalise, slug
from .resolution import Link, Member, Proposal, Resolution, resolve

_CHOICES = 8  # as many names as fit in a message


class KnowledgeGraph:
    """Article graphs and what follows from them: entities across articles, merged statements, a network.

    A graph is three sets: article graphs, what is `known` beforehand, and the `decisions` of a person. All else is
    derived from them, so merging graphs is the union of their sets: associative, commutative and idempotent.
    """

    def __init__(
        self, graphs: Iterable[ArticleGraph] = (), *, known: Iterable[Known] = (), decisions: Iterable[Decision] = ()
    ) -> None:
        chosen: dict[str, ArticleGraph] = {}
        for graph in graphs:
            other = chosen.setdefault(graph.article.id, graph)
            if other != graph:  # two readings of one article: keep the same one whatever the order
                chosen[graph.article.id] = max(graph, other, key=repr)
        self.article_graphs: Mapping[str, ArticleGraph] = {i: chosen[i] for i in sorted(chosen)}
        self.known = tuple(sorted(set(known)))
        self.decisions = tuple(sorted(set(decisions), key=repr))

    def merge(self, *others: "KnowledgeGraph") -> "KnowledgeGraph":
        """The graph of all articles of this graph and the others."""
        every = (self, *others)
        return KnowledgeGraph(
            (g for graph in every for g in graph.article_graphs.values()),
            known=(k for graph in every for k in graph.known),
            decisions=(d for graph in every for d in graph.decisions),
        )

    def above(self, confidence: float) -> "KnowledgeGraph":
        """What the graph is at least this sure of: evidence below is dropped, and statements that had no other.

        Articles and entities stay, with their ids; `confidence` lies in 0..1, and 0 keeps all.
        """
        if not 0 <= confidence <= 1:
            raise ValueError(f"confidence outside 0..1: {confidence}")
        graph = KnowledgeGraph(
            (g.above(confidence) for g in self.article_graphs.values()), known=self.known, decisions=self.decisions
        )
        graph.__dict__["resolution"] = self.resolution  # it follows from the entities alone
        return graph

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnowledgeGraph) and self._sets == other._sets

    __hash__ = None  # type: ignore[assignment]

    @property
    def _sets(self) -> tuple[object, ...]:
        return (self.article_graphs, self.known, self.decisions)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id, in the order of their ids."""
        return {i: g.article for i, g in self.article_graphs.items()}

    @cached_property
    def resolution(self) -> Resolution:
        """Which entities of the articles are one thing, why, and what is left to a person."""
        return resolve(self.article_graphs.values(), self.known, self.decisions)

    @property
    def resolved(self) -> Mapping[Member, Entity]:
        """The graph-wide entity of every (article id, article-local entity id)."""
        return self.resolution.entities

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Pairs of entities that may be one, for a person to decide, the likeliest first."""
        return self.resolution.proposals

    def why(self, a: str, b: str) -> tuple[Link, ...] | None:
        """The links that make two names (or ids) one entity, or None where they are not one.

        They lead from a place where the first name stands to one where the second does; none are needed where one
        article uses both names of one thing.
        """
        starts, ends = self._bearers(a), self._bearers(b)
        return self.resolution.chain(starts, ends)

    def _bearers(self, name: str) -> list[Member]:
        """The members that go by this name, or that the entity of this id, or else so called, has."""
        key, members = slug(name), self.resolution.members
        if name in members:
            return list(members[name])
        locals_ = ((g.article.id, e) for g in self.article_graphs.values() for e in g.entities)
        found = [(article, e.id) for article, e in locals_ if key in {slug(n) for n in (e.name, *e.aliases)}]
        return found or list(members[self.entity(name).id])

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The graph-wide entities by id, in the order of their ids."""
        found = {e.id: e for e in self.resolved.values()}
        return {i: found[i] for i in sorted(found)}

    def statements(self) -> tuple[Statement, ...]:
        """The statements of all articles over graph-wide entities, merged and sorted by their keys."""
        return self._statements

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
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
        for s in self.statements():
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

        Where none has exactly this name, case and accents aside, those that have a name with all its words.
        """
        if name in self.entities:
            return [self.entities[name]]
        found = [i for i, forms in self._forms.items() if slug(name) in forms]
        words = _words(name)
        if not found and words:
            names = ((i, (e.name, *e.aliases)) for i, e in self.entities.items())
            found = [i for i, forms in names if any(words <= _words(form) for form in forms)]
        return [self.entities[i] for i in sorted(found, key=lambda i: (-len(self.about(i)), i))]

    def entity(self, name: str) -> Entity:
        """The one entity of this id, or else called this, or else also called this.

        `UserError` where there is none, and where there are several: it names them with their ids.
        """
        found = self.find(name)
        if not found:
            raise UserError(f"no entity called {name!r} in this graph")
        called = [e for e in found if name == e.id or slug(e.name) == slug(name)] or found
        if len(called) > 1:
            shown = ", ".join(f"{e.name} ({e.type}, {e.id})" for e in called[:_CHOICES])
            more = f" and {len(called) - _CHOICES} more" if len(called) > _CHOICES else ""
            raise UserError(f"{name!r} could be several entities: {shown}{more}. Give the full name or the id.")
        return called[0]

    @cached_property
    def _forms(self) -> Mapping[str, frozenset[str]]:
        """The keys of all names of each entity."""
        return {i: frozenset(slug(n) for n in (e.name, *e.aliases)) for i, e in self.entities.items()}

    @cached_property
    def _about(self) -> Mapping[str, list[Statement]]:
        found: dict[str, list[Statement]] = {}
        for statement in self.statements():
            for end in (statement.subject, statement.object):
                found.setdefault(end, []).append(statement)
        return found

    def about(self, entity: str) -> tuple[Statement, ...]:
        """The statements with this entity id as subject or object, sorted by their keys."""
        return tuple(self._about.get(entity, ()))

    def paths(
        self, a: str, b: str, *, max_length: int = 4, statuses: Iterable[Status] = (Status.ASSERTED, Status.ENDED)
    ) -> Iterator[tuple[str, ...]]:
        """The simple paths of entity ids between two entities, shortest first, in either direction of the edges.

        `max_length` counts edges. Only statements of the given statuses are walked: by default what is denied or
        only possible connects nobody. There is no path from an entity to itself. `ValueError` for an unknown id.
        """
        for ident in (a, b):
            if ident not in self.entities:
                raise ValueError(f"no entity {ident!r}")
        allowed = set(statuses)
        plain: networkx.Graph[str] = networkx.Graph()
        plain.add_nodes_from(self.entities)
        plain.add_edges_from((s.subject, s.object) for s in self.statements() if s.status in allowed)
        if a == b or not networkx.has_path(plain, a, b):
            return
        for path in networkx.shortest_simple_paths(plain, a, b):
            if len(path) > max_length + 1:
                return
            yield tuple(path)

    def between(self, a: str, b: str) -> tuple[Statement, ...]:
        """The statements that join two entity ids directly, in either direction, sorted by their keys."""
        return tuple(s for s in self.about(a) if {s.subject, s.object} == {a, b})


def merge(graphs: Iterable[KnowledgeGraph]) -> KnowledgeGraph:
    """The graph of all articles of the given graphs."""
    return KnowledgeGraph().merge(*graphs)


def _words(name: str) -> set[str]:
    return {word.rstrip("+#") for word in normalise(name).split()}
