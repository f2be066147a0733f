"""Asking: what there is on a name, between two, in the order of time."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.text import Text

from ..graph.errors import UserError
from .happening import event_json, print_event
from .tables import (
    Format,
    entity_json,
    evidence_json,
    form,
    print_csv,
    print_json,
    print_statements,
    statement_json,
)
from .terminal import (
    In,
    Labels,
    MinConfidence,
    Relations,
    Since,
    Sources,
    Statuses,
    Until,
    called,
    count,
    language,
    open_graph,
    out,
    print_evidence,
    print_statement,
    stated,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..graph.happenings import Event
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity, Statement


def show(
    name: Annotated[str, typer.Argument(help="A name that articles use, or the id of an entity or event.")],
    where: In,
    status: Statuses = None,
    relation: Relations = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", help="Sentences for each statement, in a table.", min=1)] = 2,
    min_confidence: MinConfidence = 0.0,
    labels: Labels = "en",
    format: Format = "table",
) -> None:
    """Show who or what something is: its names, its relations with their status, and the sentences that say so.

    The events that it takes part in come last. An event is shown by its id or name, as `liaisons events` gives them.

    Example: `liaisons show "Elon Musk" --in out`
    """
    from ..graph.model import Entity
    from ..graph.ontology import ontology

    language(labels)
    form(format)
    graph = open_graph(where, min_confidence, about=[name], sources=source)
    entity = _entity_or_event(graph, name)
    if not isinstance(entity, Entity):
        _show_event(graph, entity, labels, limit, format)
        return
    found = graph.statements(
        about=entity, status=status or None, relation=relation or None, source=source or None, since=since, until=until
    )
    statements = sorted(found, key=lambda s: (s.status != "asserted", s.subject != entity.id, s.key))
    happened = graph.events(participant=entity, since=since, until=until)
    if status or relation or source:  # what is only named has no status, no relation and no source
        happened = _made_of(happened, found)
    itself = graph.events_by_id.get(entity.id)
    articles = sorted({m.article for m in entity.mentions})
    if format == "csv":
        print_statements(graph, statements, format)
        return
    if format == "json":
        print_json(
            {
                **entity_json(entity),
                "kind": entity.kind or None,
                "aliases": list(entity.aliases),
                "labels": dict(entity.labels),
                "same_as": list(entity.same_as),
                "articles": articles,
                "statements": [statement_json(graph, s) for s in statements],
                "events": [event_json(graph, e, labels) for e in happened],
                **({"event": event_json(graph, itself, labels)} if itself else {}),
            }
        )
        return
    kind = ontology().types[entity.type].labels[labels]
    out.print(f"[bold]{escape(entity.name)}[/bold]  {kind}  [dim]{escape(entity.id)}[/dim]")
    if entity.aliases:
        out.print(f"also: {escape(', '.join(entity.aliases))}")
    for iri in entity.same_as:
        out.print(f"same as: {escape(iri)}")
    counts = [count(len(articles), "article"), count(len(statements), "statement")]
    out.print(", ".join([*counts, *([count(len(happened), "event")] if happened else [])]) + "\n")
    if itself:
        print_event(graph, itself, labels, limit)
    for statement in statements:
        print_statement(graph, statement, labels, limit)
    if happened:
        out.print()
    for event in happened:
        print_event(graph, event, labels, 0)


def _entity_or_event(graph: "KnowledgeGraph", name: str) -> "Entity | Event":
    """What is called so: an entity, else an event that statements state; the error is about the former."""
    try:
        return called(graph, name)
    except UserError as error:
        if graph.find(name):  # several
            raise
        try:
            return graph.event(name)
        except UserError:
            raise error from None


def _made_of(events: "Iterable[Event]", statements: "Iterable[Statement]") -> "tuple[Event, ...]":
    """The events that one of the statements is part of."""
    keys = {s.key for s in statements}
    return tuple(e for e in events if not keys.isdisjoint(e.statements))


def _show_event(graph: "KnowledgeGraph", event: "Event", labels: str, limit: int, format: str) -> None:
    """An event that statements state; CSV has its statements, as for everything else."""
    if format == "csv":
        keys = {*event.statements}
        print_statements(graph, [s for s in graph.statements() if s.key in keys], format)
    elif format == "json":
        print_json(event_json(graph, event, labels))
    else:
        print_event(graph, event, labels, limit)
        if len(event.evidence) > limit:
            out.print(Text(f"      and {count(len(event.evidence) - limit, 'more sentence')}", style="dim"))


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="A name or entity id.")],
    end: Annotated[str, typer.Argument(metavar="B", help="A name or entity id.")],
    where: In,
    max_length: Annotated[int, typer.Option("--max-length", help="Longest path, in statements.", min=1)] = 4,
    limit: Annotated[int, typer.Option("--limit", help="How many paths to show.", min=1)] = 3,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", help="Statuses to walk over; asserted and ended unless given; repeatable."),
    ] = None,
    min_confidence: MinConfidence = 0.0,
    labels: Labels = "en",
    format: Format = "table",
) -> None:
    """Show how two things are connected, sentence by sentence, shortest way first.

    Only statements that hold or held are walked over, unless `--status` says otherwise.

    Example: `liaisons path "Elon Musk" "Sam Altman" --in out`
    """
    from ..graph.rows import Row, rows
    from ..graph.selection import HOLDS

    language(labels)
    form(format)
    graph = open_graph(where, min_confidence)
    a, b = called(graph, start), called(graph, end)
    paths = list(islice(graph.paths(a, b, max_length=max_length, statuses=status or HOLDS), limit))
    if format == "csv":
        steps = ((n, i, step) for n, found in enumerate(paths, 1) for i, step in enumerate(found.steps, 1))
        print_csv(("path", "step", *Row._fields), ((n, i, *row) for n, i, step in steps for row in rows(graph, step)))
    elif format == "json":
        print_json(
            [
                {
                    "entities": [entity_json(e) for e in found.entities],
                    "steps": [[statement_json(graph, s) for s in step] for step in found.steps],
                }
                for found in paths
            ]
        )
    else:
        for found in paths:
            out.print(" — ".join(f"[bold]{escape(e.name)}[/bold]" for e in found.entities))
            for step in found.steps:
                for statement in step:
                    print_statement(graph, statement, labels, 1)
            out.print()
        if not paths:
            length = count(max_length, "statement")
            out.print(f"No path of at most {length} between {escape(a.name)} and {escape(b.name)}.")
    if not paths:
        raise typer.Exit(1)


def timeline(
    name: Annotated[str, typer.Argument(help="A name that articles use, or an entity id.")],
    where: In,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    relation: Relations = None,
    source: Sources = None,
    min_confidence: MinConfidence = 0.0,
    labels: Labels = "en",
    format: Format = "table",
) -> None:
    """Show what articles state of something in the order of time, each with its sentence.

    The date is that of the fact, where the sentence says when, or else that of the article, in brackets. What has no
    date is left out.

    Example: `liaisons timeline "Thierry Breton" --in out --since 2024`
    """
    from ..graph.rows import Row, row

    language(labels)
    form(format)
    graph = open_graph(where, min_confidence, about=[name], sources=source)
    moments = graph.timeline(
        called(graph, name),
        since=since,
        until=until,
        status=status or None,
        relation=relation or None,
        source=source or None,
    )
    if format == "csv":
        cells = ((m.date, m.precision, m.of_article, *row(graph, m.statement, m.evidence)) for m in moments)
        print_csv(("moment", "precision", "of_article", *Row._fields), cells)
    elif format == "json":
        print_json(
            [
                {
                    "date": m.date,
                    "precision": m.precision,
                    "of_article": m.of_article,
                    **{k: v for k, v in statement_json(graph, m.statement).items() if k != "evidence"},
                    "evidence": [evidence_json(graph, m.evidence)],
                }
                for m in moments
            ]
        )
    else:
        for moment in moments:
            day = f"({moment.date})" if moment.of_article else moment.date
            head = Text(f"{day:<12}  ").append_text(stated(graph, moment.statement, labels))
            out.print(head)
            print_evidence(graph, moment.evidence)
        out.print(Text(count(len(moments), "dated sentence"), style="dim"))
