"""Exporting: a graph that was built, as files that other programs read."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from ..graph.errors import UserError
from .terminal import folder_and_store, open_graph, out


def export(
    where: Annotated[
        Path | None, typer.Option("--in", help="The folder that `liaisons build` wrote.", metavar="OUT")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", help="A format, or several with commas; repeatable. --list names them.", metavar="NAME"
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Another folder than OUT to write into.", metavar="FOLDER")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", help="Only statements of this status; repeatable; needs -o.", metavar="STATUS"),
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            help="Leave out evidence below this confidence, 0 to 1; that of the build unless given; needs -o.",
            metavar="X",
            min=0,
            max=1,
        ),
    ] = None,
    rdf_star: Annotated[
        bool,
        typer.Option(
            "--rdf-star",
            help="In RDF, asserted statements also reify their plain triple by rdf:reifies (RDF 1.2); needs -o.",
        ),
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the formats and exit.")] = False,
) -> None:
    """Write the graph in formats that other programs read: Gephi, Neo4j, pandas, Aleph, triple stores.

    Files that stand in OUT are renewed by `build`, `add` and `remove`; those in another folder are not.

    Example: `liaisons export --in out --format gexf,graphml`

    Example: `liaisons export --in out --format trig --rdf-star -o for-triple-terms`

    Example: `liaisons export --in out --format ftm --min-confidence 0.8 -o for-aleph`
    """
    from ..exports.formats import EVERY, Options, named, write_all
    from ..graph import store
    from ..graph.selection import statuses as known_statuses

    if listed:
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        for form in EVERY.values():
            table.add_row(form.name, form.file, form.about)
        out.print(table, soft_wrap=False)
        return
    if where is None:
        raise UserError("export needs --in OUT, the folder that `liaisons build` wrote")
    names = named(formats or ())
    if not names:
        raise UserError(f"export needs --format; there are {', '.join(EVERY)}")
    kept = known_statuses(status)
    if output is None and (kept is not None or min_confidence is not None or rdf_star):
        raise UserError(
            "with --status, --min-confidence or --rdf-star, name another folder with -o: "
            "the files in OUT are of all of it, and renewed without them"
        )
    folder, file = folder_and_store(where)
    parameters = store.parameters(file)
    if min_confidence is not None:
        parameters["min_confidence"] = str(min_confidence)
    graph = open_graph(where, float(parameters.get("min_confidence", 0)))
    if kept is not None:
        from ..graph.model import Status

        graph = graph.only(Status(s) for s in kept)
        parameters["statuses"] = ", ".join(sorted(kept))
    target = output or folder
    try:
        for path in write_all(graph, target, names, options=replace(Options.stored(parameters), star=rdf_star)):
            out.print(escape(str(path)))
    except OSError as error:
        raise UserError(f"{target}: cannot write there ({error.strerror or error})") from error
