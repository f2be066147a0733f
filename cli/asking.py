"""Asking: questions to a graph that was built."""

import csv
import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from ..graph.errors import UserError
from .terminal import In, Labels, MinConfidence, count, language, open_graph, out, print_statement


def show(
    name: Annotated[str, typer.Argument(help="A name that articles use, or an entity id.")],
    where: In,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only asserted, ended, negated or uncertain; repeatable.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="Sentences for each statement.", min=1)] = 2,
    min_confidence: MinConfidence = 0.0,
    labels: Labels = "en",
) -> None:
    """Show who or what something is: its names, its relations with their status, and the sentences that say so.

    Example: `liaisons show "Elon Musk" --in out`
    """
    from ..graph.model import Status
    from ..graph.ontology import ontology

    language(labels)
    wanted = set(status or [str(s) for s in Status])
    if unknown := sorted(wanted - {str(s) for s in Status}):
        raise UserError(f"no status {unknown[0]!r}; there are {', '.join(Status)}")
    graph = open_graph(where, min_confidence)
    entity = graph.entity(name)
    statements = [s for s in graph.about(entity.id) if str(s.status) in wanted]
    kind = ontology().types[entity.type].labels[labels]
    articles = {m.article for m in entity.mentions}
    out.print(f"[bold]{escape(entity.name)}[/bold]  {kind}  [dim]{escape(entity.id)}[/dim]")
    if entity.aliases:
        out.print(f"also: {escape(', '.join(entity.aliases))}")
    out.print(f"{count(len(articles), 'article')}, {count(len(statements), 'statement')}\n")
    for statement in sorted(statements, key=lambda s: (s.status != "asserted", s.subject != entity.id, s.key)):
        print_statement(graph, statement, labels, limit)


def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL 1.1 query, or @FILE to read one from a file.")],
    where: In,
    form: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            help="Ask the store without the evidence below this confidence, instead of graph.nq; 0 to 1.",
            metavar="X",
            min=0,
            max=1,
        ),
    ] = None,
) -> None:
    """Ask the graph in SPARQL; no server is needed.

    The prefixes lia, schema, skos, rdf, rdfs, prov, oa, dcterms and xsd are known, and a pattern without GRAPH looks in
    all articles.

    Example: `liaisons query 'SELECT ?name { ?p lia:leads ?o . ?p rdfs:label ?name }' --in out`
    """
    from ..exports.iris import BASE
    from ..exports.sparql import ask
    from ..exports.sparql import query as run
    from ..graph import store

    if form not in {"table", "csv", "json"}:
        raise UserError(f"no format {form!r}; there are table, csv, json")
    if sparql.startswith("@"):
        try:
            sparql = Path(sparql[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{sparql[1:]}: cannot be read as a query ({error})") from error
    if min_confidence is None:
        result = run(where / "graph.nq", sparql)
    else:
        base = store.parameters(where / store.FILE).get("base", BASE)
        result = ask(open_graph(where, min_confidence), sparql, base=base)
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerows([result.columns, *result.rows])
    elif form == "json":
        rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
        out.print_json(json.dumps(rows, ensure_ascii=False))
    else:
        table = Table(*result.columns)
        for row in result.rows:
            table.add_row(*map(Text, row))
        out.print(table, soft_wrap=False)
        out.print(f"[dim]{count(len(result.rows), 'row')}[/dim]")


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
) -> None:
    """Show how two things are connected, sentence by sentence, shortest way first.

    Only statements that hold or held are walked over, unless `--status` says otherwise.

    Example: `liaisons path "Elon Musk" "Sam Altman" --in out`
    """
    from itertools import islice

    from ..graph.model import Status

    language(labels)
    try:
        statuses = [Status(s) for s in status] if status else [Status.ASSERTED, Status.ENDED]
    except ValueError as error:
        raise UserError(f"{error}; there are {', '.join(Status)}") from error
    graph = open_graph(where, min_confidence)
    a, b = graph.entity(start), graph.entity(end)
    paths = list(islice(graph.paths(a, b, max_length=max_length, statuses=statuses), limit))
    if not paths:
        out.print(f"No path of at most {count(max_length, 'statement')} between {escape(a.name)} and {escape(b.name)}.")
        raise typer.Exit(1)
    for found in paths:
        out.print(" — ".join(f"[bold]{escape(e.name)}[/bold]" for e in found.entities))
        for step in found.steps:
            for statement in step:
                print_statement(graph, statement, labels, 1)
        out.print()
