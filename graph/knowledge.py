"""The knowledge graph: article graphs merged, one thing one node, every edge with its evidence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx

from . import selection
from .authority import Known
from .decisions import Decision
from .errors import UserError
from .happenings import Event, events, inner
from .model import Article, ArticleGraph, Entity, Statement, Status, merge_statements
from .names import slug, words
from .network import to_networkx
from .ontology import ontology
from .resolution import Link, Member, Proposal, Resolution, resolve
from .results import Connection, Moment, Neighbour
from .rows import Row, rows
from .selection import HOLDS, Day, Names, Selection, Which, entities, first_day, last_day
from .values import bounds, precision
from .verdicts import Verdicts, verdicts

if TYPE_CHECKING:
    from pandas import DataFrame

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

    @classmethod
    def open(
        cls,
        path: str | Path,
        min_confidence: float = 0,
        *,
        about: Iterable[str] | None = None,
        sources: Iterable[str] = (),
    ) -> "KnowledgeGraph":
        """The graph that `liaisons build` wrote: a folder, or the store in it. `UserError` where there is none.

        Evidence below `min_confidence` (0..1) is left out, as `above` does it. With names or ids in `about`, only what
        tells all of these, and which `sources` say so, is read: of anything else the graph may lack some or all.

        >>> KnowledgeGraph.open("nowhere")
        Traceback (most recent call last):
        liaisons.graph.errors.UserError: nowhere/graph.sqlite: no such store; `liaisons build` makes one
        """
        from . import store  # the store makes graphs, so it imports this module

        path = Path(path)
        path = path if path.is_file() or path.suffix == ".sqlite" else path / store.FILE
        graph = store.read(path) if about is None else store.read_part(path, about, sources)
        return graph.above(min_confidence) if min_confidence else graph

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
            (self._sure(i, confidence) for i in self.article_graphs), known=self.known, decisions=self.decisions
        )
        graph.__dict__["resolution"] = (
            self.resolution
        )  # as it was: what is one thing does not depend on how sure a statement is
        graph.__dict__["verdicts"] = self.verdicts  # what is dropped here was judged before
        return graph

    def only(self, statuses: Iterable[Status]) -> "KnowledgeGraph":
        """The graph with the statements of these statuses alone; articles and entities stay, with their ids."""
        kept = frozenset(statuses)
        graph = KnowledgeGraph(
            (
                replace(g, statements=tuple(s for s in g.statements if s.status in kept))
                for g in self.article_graphs.values()
            ),
            known=self.known,
            decisions=self.decisions,
        )
        graph.__dict__["resolution"] = self.resolution
        graph.__dict__["verdicts"] = self.verdicts
        return graph

    def _sure(self, article: str, confidence: float) -> ArticleGraph:
        """An article graph with the evidence that is at least so sure, or confirmed."""
        whole = self.article_graphs[article]
        sure = whole.above(confidence)
        if not self.verdicts.confirmed:
            return sure
        confirmed = (s for s in whole.statements if self._over(article, s).key in self.verdicts.confirmed)
        return replace(sure, statements=(*sure.statements, *confirmed))

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
        starts, ends = self.bearers(a), self.bearers(b)
        return self.resolution.chain(starts, ends)

    def bearers(self, name: str) -> list[Member]:
        """The members that go by this name, or that the entity of this id, or else so called, has.

        An id that a decision did away with stands for those whose own name gives it.
        """
        key, members = slug(name), self.resolution.members
        if name in members:
            return list(members[name])
        locals_ = [(g.article.id, e) for g in self.article_graphs.values() for e in g.entities]
        if now := self.resolution.current.get(name):
            there = [m for ident in now for m in members[ident]]
            bearers = {(article, e.id) for article, e in locals_ if _plain_id(e) == name}
            return [m for m in there if m in bearers] or there
        found = [(article, e.id) for article, e in locals_ if key in {slug(n) for n in (e.name, *e.aliases)}]
        return found or list(members[self.entity(name).id])

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The graph-wide entities by id, in the order of their ids."""
        found = {e.id: e for e in self.resolved.values()}
        return {i: found[i] for i in sorted(found)}

    def statements(
        self,
        *,
        subject: Which = None,
        relation: Names = None,
        object: Which = None,
        about: Which = None,
        status: Names = None,
        source: Which = None,
        article: Names = None,
        since: Day = None,
        until: Day = None,
        min_confidence: float = 0,
    ) -> tuple[Statement, ...]:
        """The statements over graph-wide entities, merged and sorted by their keys: all, or those that are so.

        Entities are given by name, id or as `Entity`; every argument may be a sequence, any of which will do.

        - `subject`, `object`: who acts, and on what; with a relation that has no direction ("met_with") either end.
        - `about`: subject or object.
        - `relation`, `status`: by their names.
        - `source`: who says so: an entity that an article quotes for it, or a publication that prints it.
        - `article`: article ids.
        - `since`, `until`: what may fall into this time. An evidence has its own date (`when`), or else that of its
          article; without either it is left out. A partial date is a stretch of time: 2023-11 may be any day of that
          month, so that it is since 2023-11-15 and until 2023 too.
        - `min_confidence`: from 0 to 1.

        A statement comes with the evidence that meets the last five, and not at all where there is none. `UserError`
        for a name that no entity has, or several have, and for a relation, status, article or date that there is not.

        >>> from liaisons.graph.example import example
        >>> graph = example()
        >>> [s.relation for s in graph.statements(about="Vauquelin", since="2025")]
        ['left', 'accuses']
        >>> (found,) = graph.statements(subject="nordavia", status="asserted", until="2024-03")
        >>> found.evidence[0].sentence.quote
        'Nordavia a racheté Quantelle en mars 2024.'
        >>> [s.relation for s in graph.statements(source=["Paul Astier", "L’Écho de Valserre"])]
        ['acquired', 'leads', 'left']
        """
        given = (subject, relation, object, about, status, source, article, since, until)
        if min_confidence == 0 and all(value is None for value in given):
            return self._statements
        if not 0 <= min_confidence <= 1:
            raise ValueError(f"confidence outside 0..1: {min_confidence}")
        speakers, printed = selection.sources(self, source)
        chosen = Selection(
            subjects=selection.entities(self, subject),
            relations=selection.relations(relation),
            objects=selection.entities(self, object),
            about=selection.entities(self, about),
            statuses=selection.statuses(status),
            speakers=speakers,
            printed=printed,
            articles=selection.articles(self, article),
            since=selection.first_day(since),
            until=selection.last_day(until),
            min_confidence=min_confidence,
        )
        return chosen(self, self._statements)

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        return merge_statements(s for i in self.article_graphs for s in self.named_graph(i))

    def named_graph(self, article: str) -> tuple[Statement, ...]:
        """The statements of one article over graph-wide entities, merged and sorted by their keys."""
        return tuple(self.verdicts.apply(self._stated(article)))

    def _stated(self, article: str) -> tuple[Statement, ...]:
        """The statements of one article before a person rejects or confirms any."""
        return merge_statements(self._over(article, s) for s in self.article_graphs[article].statements)

    def _over(self, article: str, statement: Statement) -> Statement:
        """A statement of an article over graph-wide entities."""
        resolved = self.resolved
        evidence = statement.evidence
        if any(e.source for e in evidence):
            evidence = tuple(replace(e, source=resolved[article, e.source].id) if e.source else e for e in evidence)
        subject, object_ = (resolved[article, end].id for end in (statement.subject, statement.object))
        return Statement(subject, statement.relation, object_, statement.status, evidence)

    @cached_property
    def verdicts(self) -> Verdicts:
        """Which statements a person has rejected or confirmed."""
        return verdicts(
            self.decisions,
            self._now,
            lambda: {s.key for i in self.article_graphs for s in self._stated(i)},
        )

    def _now(self, ident: str) -> tuple[str, ...]:
        """The ids of what a decision names: by an id where nothing is decided, or that in one article.

        What was written before other articles came keeps its meaning: an id that one of an entity's names would give
        it stands for it, where no other entity has such a name.
        """
        current = self.resolution.current
        if ident in current or ident in self.entities:
            return current.get(ident, (ident,))
        for i in (i for i, char in enumerate(ident) if char == "@"):
            base, article = ident[:i], ident[i + 1 :]
            if base in current and article in self.article_graphs:
                there = {e.id for (where, _), e in self.resolved.items() if where == article}
                return tuple(sorted(there & set(current[base])))
        former = self._former.get(ident, frozenset())
        return tuple(former) if len(former) == 1 else ()

    @cached_property
    def _former(self) -> Mapping[str, frozenset[str]]:
        """The ids of the entities whose names in some article would give them an id."""
        found: dict[str, set[str]] = {}
        for i, part in self.article_graphs.items():
            for e in part.entities:
                found.setdefault(_plain_id(e), set()).add(self.resolved[i, e.id].id)
        return {ident: frozenset(ids) for ident, ids in found.items()}

    @property
    def reports(self) -> tuple[str, ...]:
        """Sentences on decisions that no longer apply or contradict each other; a person should look at them."""
        return (*self.resolution.reports, *self.verdicts.reports)

    def events(
        self, *, kind: str | None = None, participant: Which = None, since: Day = None, until: Day = None
    ) -> tuple[Event, ...]:
        """The events in the order of their dates, those without one last.

        `kind` is one of the ontology's event kinds, its narrower ones included; `participant` who takes part, or the
        place. `since` and `until` are years, months or days, both included; where one is given, events without a date
        are left out. `UserError` for a kind that there is none of.

        >>> from liaisons.graph.example import example
        >>> [(e.label("en"), e.when) for e in example().events(kind="takeover")]
        [('takeover: Nordavia, Quantelle (2024-03)', '2024-03')]
        """
        if kind is not None and kind not in ontology().event_kinds:
            raise UserError(f"no kind of event {kind!r}; there are {', '.join(ontology().event_kinds)}")
        wanted, first, last = entities(self, participant), first_day(since), last_day(until)

        def meets(event: Event) -> bool:
            days = bounds(event.when or "")
            return (
                (kind is None or kind in (event.kind, _broader(event.kind)))
                and (wanted is None or not wanted.isdisjoint((*event.places, *(p.entity for p in event.participants))))
                and (first is None or (days is not None and days[1] >= first))
                and (last is None or (days is not None and days[0] <= last))
            )

        return tuple(e for e in sorted(self.events_by_id.values(), key=Event.ordered) if meets(e))

    def event(self, name: str | Event) -> Event:
        """The one event of this id, or called this in a language; an `Event` stands for its id.

        `UserError` where there is none, and where there are several: it names their ids.

        >>> from liaisons.graph.example import example
        >>> example().event("takeover: Nordavia, Quantelle (2024-03)").id
        'happening/acquired/group/nordavia/group/quantelle/2024-03'
        """
        ident = name.id if isinstance(name, Event) else name
        if ident in self.events_by_id:
            return self.events_by_id[ident]
        found = [e for e in self.events_by_id.values() if slug(ident) in {slug(text) for _, text in e.labels}]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UserError(f"no event called {ident!r} in this graph; `events` lists them")
        shown = ", ".join(e.id for e in found[:_CHOICES])
        raise UserError(f"{ident!r} could be several events: {shown}. Give the id.")

    @cached_property
    def events_by_id(self) -> Mapping[str, Event]:
        """The events by id: those that articles name, by the ids of their entities, and those that statements state."""
        parts: dict[str, frozenset[str]] = {}
        for article, graph in self.article_graphs.items():
            for event, inside in inner(graph).items():
                ident = self.resolved[article, event].id
                ids = frozenset(self.resolved[article, i].id for i in inside)
                parts[ident] = parts.get(ident, frozenset()) | ids
        return events(self.entities, self.statements(), parts)

    def to_networkx(
        self,
        kind: str = "multi",
        *,
        statuses: Names = HOLDS,
        weight: str = "articles",
        statements: Iterable[Statement] | None = None,
        isolated: bool = False,
        events: bool = False,
    ) -> Any:
        """The graph for networkx. Nodes are entity ids with `name`, `type` and `kind` (the class of an event).

        - `kind`: "multi" is a `MultiDiGraph` with an edge for each statement from subject to object, by the key
          `relation:status` and with `relation`, `status`, `confidence`, `weight` and the `statement`; "directed" is a
          `DiGraph` with one edge from a subject to an object, "simple" a `Graph` with one edge between two entities;
          both have a `weight` and the tuple `statements`.
        - `statuses`: those of the statements taken; what is denied or only possible is no tie unless you say so.
        - `weight`: what the weight of an edge counts: "articles" that state it, "sentences", "statements", or the sum
          of their "confidence".
        - `statements`: those to take instead of all, for example `graph.statements(since=2023)`.
        - `isolated`: also the entities that none of these statements is about.
        - `events`: every event is a node too, with `when`, `amount` and the `event` besides. An edge leads to it from
          everyone who takes part, with the role for its `relation` ("agent", "patient"…; in "directed" and "simple" the
          tuple `roles`), and from it to its places ("place"). Plain edges stay. Of chosen `statements`, the events that
          one of them is part of.

        >>> from liaisons.graph.example import example
        >>> network = example().to_networkx("simple")
        >>> for a, b, tie in network.edges(data=True):
        ...     print(a, b, tie["weight"], [s.relation for s in tie["statements"]])
        group/nordavia group/quantelle 1 ['acquired']
        group/quantelle human/ines-vauquelin 1 ['leads']
        human/ines-vauquelin human/paul-astier 1 ['accuses']
        >>> for a, b, tie in example().to_networkx(events=True).edges(data=True):
        ...     if "event" in tie:
        ...         print(a, tie["relation"], tie["event"].label("en"))
        group/nordavia agent takeover: Nordavia, Quantelle (2024-03)
        group/quantelle patient takeover: Nordavia, Quantelle (2024-03)
        """
        wanted = selection.statuses(statuses) or frozenset()
        taken = [s for s in (self._statements if statements is None else statements) if s.status in wanted]
        happened: list[Event] = []
        if events:
            keys = {s.key for s in taken}
            happened = [
                e
                for e in self.events_by_id.values()
                if e.status in wanted and (statements is None or not keys.isdisjoint(e.statements))
            ]
        return to_networkx(self, taken, kind, weight, isolated, happened)

    def to_pandas(self, statements: Iterable[Statement] | None = None) -> "DataFrame":
        """The statements as a `pandas.DataFrame`: a row for each evidence, in the columns of `liaisons.graph.rows.Row`.

        All statements unless some are given, for example `graph.statements(relation="supports")`. Text columns hold ""
        for what is not known; dates are text, as exact as they are known. pandas comes with `liaisons[analysis]`.

        >>> from liaisons.graph.example import example
        >>> frame = example().to_pandas()
        >>> frame.groupby("publisher")["confidence"].mean().round(3).to_dict()
        {'L’Écho de Valserre': 0.875, 'The Tidewater Wire': 0.65}
        """
        try:
            import pandas
        except ImportError as error:
            raise UserError("this needs pandas: pip install 'liaisons[analysis]'") from error
        return pandas.DataFrame(list(rows(self, statements)), columns=list(Row._fields))

    def check(self) -> "KnowledgeGraph":
        """Return self, or raise `ValueError` at the first quote that does not stand where its evidence says."""
        for graph in self.article_graphs.values():
            graph.check()
        return self

    def find(self, name: str) -> list[Entity]:
        """The entities that go by this name or id, those with the most statements first.

        Where none has exactly this name, case and accents aside, those that have a name with all its words. An id that
        a decision did away with stands for what it is now.
        """
        if name in self.entities:
            return [self.entities[name]]
        if now := self.resolution.current.get(name):
            return [self.entities[ident] for ident in now]
        found = [i for i, forms in self._forms.items() if slug(name) in forms]
        wanted = words(name)
        if not found and wanted:
            names = ((i, (e.name, *e.aliases)) for i, e in self.entities.items())
            found = [i for i, forms in names if any(wanted <= words(form) for form in forms)]
        return [self.entities[i] for i in sorted(found, key=lambda i: (-len(self.about(i)), i))]

    def entity(self, name: str | Entity) -> Entity:
        """The one entity of this id, or else called this, or else also called this.

        An `Entity` stands for its id. An event does not stand in the way of the one person, body or thing of its name.
        `UserError` where there is none, and where there are several: it names them with their ids.

        >>> from liaisons.graph.example import example
        >>> example().entity("vauquelin").id
        'human/ines-vauquelin'
        """
        if isinstance(name, Entity):
            name = name.id
        found = self.find(name)
        if not found:
            raise UserError(f"no entity called {name!r} in this graph")
        exact = [e for e in found if name == e.id or slug(e.name) == slug(name)]
        things = [e for e in exact if e.type != "Event"]
        called = things if len(things) == 1 else exact or found
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

    def neighbours(
        self, entity: str | Entity, *, relations: Names = None, statuses: Names = HOLDS, depth: int = 1
    ) -> tuple[Neighbour, ...]:
        """The entities at most `depth` statements away, in either direction: the nearest first, then the most tied.

        Only statements of these relations (all unless given) and statuses are walked over.

        >>> from liaisons.graph.example import example
        >>> for near in example().neighbours("Nordavia", depth=2):
        ...     print(near.distance, near.entity.name, near.statements[0].evidence[0].sentence.quote)
        1 Quantelle Nordavia a racheté Quantelle en mars 2024.
        2 Inès Vauquelin Inès Vauquelin dirige Quantelle.
        """
        start = self.entity(entity).id
        chosen, allowed = selection.relations(relations), selection.statuses(statuses) or frozenset()
        reached, edge, found = {start}, [start], []
        for distance in range(1, depth + 1):
            ties: dict[str, list[Statement]] = {}
            for ident in edge:
                for s in self.about(ident):
                    other = s.object if s.subject == ident else s.subject
                    if other not in reached and s.status in allowed and (chosen is None or s.relation in chosen):
                        ties.setdefault(other, []).append(s)
            edge = sorted(ties, key=lambda i: (-len(ties[i]), i))
            reached.update(edge)
            found += [Neighbour(self.entities[i], distance, tuple(sorted(ties[i], key=lambda s: s.key))) for i in edge]
        return tuple(found)

    def paths(
        self, a: str | Entity, b: str | Entity, *, max_length: int = 4, statuses: Names = HOLDS
    ) -> Iterator[Connection]:
        """The simple paths between two entities, shortest first, in either direction of the statements.

        `max_length` counts statements. Only those of the given statuses are walked over: by default what is denied or
        only possible connects nobody. There is no path from an entity to itself.

        >>> from liaisons.graph.example import example
        >>> for path in example().paths("Paul Astier", "Nordavia"):
        ...     print(path, [[s.relation for s in step] for step in path.steps])
        Paul Astier — Inès Vauquelin — Quantelle — Nordavia [['accuses'], ['leads'], ['acquired']]
        """
        start, end = self.entity(a).id, self.entity(b).id
        allowed = selection.statuses(statuses) or frozenset()
        return self._paths(start, end, max_length, allowed)

    def _paths(self, start: str, end: str, max_length: int, allowed: frozenset[str]) -> Iterator[Connection]:
        plain: networkx.Graph[str] = networkx.Graph()
        plain.add_nodes_from((start, end))
        plain.add_edges_from((s.subject, s.object) for s in self._statements if s.status in allowed)
        if start == end or not networkx.has_path(plain, start, end):
            return
        for path in networkx.shortest_simple_paths(plain, start, end):
            if len(path) > max_length + 1:
                return
            steps = (tuple(s for s in self.between(*ends) if s.status in allowed) for ends in pairwise(path))
            yield Connection(tuple(self.entities[i] for i in path), tuple(steps))

    def timeline(
        self,
        entity: Which = None,
        *,
        since: Day = None,
        until: Day = None,
        relation: Names = None,
        status: Names = None,
        source: Which = None,
    ) -> tuple[Moment, ...]:
        """What articles state of an entity (or of several, or of all), in the order of time.

        One moment for each dated evidence: by its own date, or else by that of its article. What has no date is left
        out; the filters are those of `statements`.

        >>> from liaisons.graph.example import example
        >>> for m in example().timeline("Inès Vauquelin"):
        ...     print(m.date, m.precision, "article" if m.of_article else "fact", m.statement.relation)
        2024-03-13 day article leads
        2025-01-20 day article left
        2025-01-20 day article accuses
        """
        found = []
        chosen = self.statements(
            about=entity, since=since, until=until, relation=relation, status=status, source=source
        )
        for s in chosen:
            for e in s.evidence:
                day = selection.dated(e, self.articles[e.article])
                if exact := precision(day):
                    found.append(Moment(day, exact, day != e.when, s, e))
        return tuple(sorted(found, key=lambda m: (m.date, m.statement.key, m.evidence.key)))

    def between(self, a: str, b: str) -> tuple[Statement, ...]:
        """The statements that join two entity ids directly, in either direction, sorted by their keys."""
        return tuple(s for s in self.about(a) if {s.subject, s.object} == {a, b})


def merge(graphs: Iterable[KnowledgeGraph]) -> KnowledgeGraph:
    """The graph of all articles of the given graphs."""
    return KnowledgeGraph().merge(*graphs)


def _plain_id(entity: Entity) -> str:
    """The id that its name alone gives an entity of an article."""
    return f"{ontology().types[entity.type].group.lower()}/{slug(entity.name)}"


def _broader(kind: str) -> str:
    return ontology().event_kinds[kind].broader if kind in ontology().event_kinds else ""
