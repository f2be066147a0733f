"""Asking for events: what happened, to whom, where, when, for how much."""

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from ..graph.ontology import ontology
from .tables import Format, entity_json, evidence_json, form, print_csv, print_json
from .terminal import (
    STATUS_STYLE,
    In,
    Labels,
    MinConfidence,
    Since,
    Until,
    count,
    language,
    open_graph,
    out,
    print_evidence,
)

if TYPE_CHECKING:
    from ..graph.happenings import Event
    from ..graph.knowledge import KnowledgeGraph


def events(
    where: In,
    who: Annotated[
        str | None, typer.Option("--who", help="Who takes part, or the place: a name or an entity id.", metavar="NAME")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Only this kind, such as takeover, election, trial.", metavar="KIND")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option("--limit", help="Sentences for each event.", min=0)] = 1,
    min_confidence: MinConfidence = 0.0,
    labels: Labels = "en",
    format: Format = "table",
) -> None:
    """Show what happened in the order of time: elections, trials, takeovers, dismissals, outages…

    An event has a kind, a date, an amount, places, and participants with their roles, as far as articles tell them. It
    is made of the nouns that name it ("the takeover of Y"), and of statements with a date or an amount ("X bought Y in
    2022").

    Example: `liaisons events --in out --who Twitter --since 2022`
    """
    language(labels)
    form(format)
    graph = open_graph(where, min_confidence)
    found = graph.events(kind=kind, participant=who, since=since, until=until)
    if format == "csv":
        print_csv(
            ("when", "kind", "event", "status", "amount", "places", "participants", "sentences", "id"),
            [
                (
                    e.when,
                    e.kind,
                    e.label(labels),
                    str(e.status),
                    e.amount,
                    "; ".join(graph.entities[i].name for i in e.places),
                    "; ".join(f"{graph.entities[p.entity].name} ({p.role})" for p in e.participants),
                    len(e.evidence),
                    e.id,
                )
                for e in found
            ],
        )
    elif format == "json":
        print_json([event_json(graph, e, labels) for e in found])
    else:
        for event in found:
            print_event(graph, event, labels, limit)
        out.print(Text(count(len(found), "event"), style="dim"))


def print_event(graph: "KnowledgeGraph", event: "Event", labels: str, limit: int) -> None:
    head = Text(f"{event.when or '':<12}").append(event.label(labels), style="bold")
    if event.status != "asserted":
        said = ontology().statuses[str(event.status)].labels[labels]
        head.append(f" ({said})", style=STATUS_STYLE[str(event.status)])
    out.print(head)
    kind = ontology().event_kinds[event.kind].labels[labels] if event.kind else ""
    roles = ontology().roles
    parts = [f"{roles[p.role].labels[labels]}: {graph.entities[p.entity].name}" for p in event.participants]
    parts += [f"{roles['place'].labels[labels]}: {graph.entities[i].name}" for i in event.places]
    line = " · ".join(filter(None, [kind, *parts, event.amount]))
    if line:
        out.print(Text(f"            {line}"))
    for evidence in event.evidence[:limit]:
        print_evidence(graph, evidence)


def event_json(graph: "KnowledgeGraph", event: "Event", labels: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "event": event.label(labels),
        "kind": event.kind or None,
        "status": str(event.status),
        "when": event.when,
        "amount": event.amount,
        "places": [entity_json(graph.entities[i]) for i in event.places],
        "participants": [{"role": p.role, **entity_json(graph.entities[p.entity])} for p in event.participants],
        "evidence": [evidence_json(graph, e) for e in event.evidence],
    }
