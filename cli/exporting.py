"""Exporting: a graph that was built, as files that other programs read."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from ..graph.errors import UserError
from .tables import print_rows
from .terminal import Creators, Licence, folder_and_store, open_graph, out

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph

_TABLE = "table"
_COLUMNS = ("subject", "relation", "object", "status", "articles", "confidence")


def export(
    where: Annotated[
        Path | None, typer.Option("--in", help="The folder that `liaisons build` wrote.", metavar="OUT")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="A format, or several with commas; repeatable. csv and json are files as the others are, table prints "
            "the statements here. --list names them all.",
            metavar="NAME",
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
    bundle: Annotated[
        Path | None,
        typer.Option(
            "--bundle",
            help="Write a dataset to deposit and cite: data, ontology, shapes, README, checksums, metadata.",
            metavar="FOLDER|FILE.zip",
        ),
    ] = None,
    creator: Creators = None,
    licence: Licence = "",
    events: Annotated[
        bool,
        typer.Option(
            "--events",
            help="Every event a node, and every role in one an edge, in gexf, graphml, neo4j and json; needs -o.",
        ),
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List the formats and exit.")] = False,
) -> None:
    """Write the graph in formats that other programs read: Gephi, Neo4j, pandas, Aleph, triple stores.

    With `--format table` statements are printed, and no file is written.

    Files that stand in OUT are renewed by `build`, `add` and `remove`; those in another folder are not. With --events,
    takeovers, trials, meetings and the like are nodes as people and companies are; their plain edges stay.

    Example: `liaisons export --in out --format gexf,graphml`

    Example: `liaisons export --in out --format table --status ended`

    Example: `liaisons export --in out --format trig --rdf-star -o for-triple-terms`

    Example: `liaisons export --in out --bundle dataset.zip --creator "Dupont, Élise" --licence CC-BY-4.0`

    Example: `liaisons export --in out --format gexf --events -o for-gephi`

    Example: `liaisons export --in out --format ftm --min-confidence 0.8 -o for-aleph`
    """
    from ..exports.bundle import DATA
    from ..exports.bundle import write as write_bundle
    from ..exports.citation import Citation
    from ..exports.formats import EVENTFUL, EVERY, Options, named, write_all
    from ..graph import store
    from ..graph.selection import statuses as known_statuses

    if listed:
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
        for form in EVERY.values():
            table.add_row(form.name, form.file, form.about)
        table.add_row(_TABLE, "", "statements printed in the terminal; no file")
        out.print(table, soft_wrap=False)
        return
    if where is None:
        raise UserError("export needs --in OUT, the folder that `liaisons build` wrote")
    asked = [name for text in formats or () for name in text.split(",")]
    printed = _TABLE in asked
    names = named(name for name in asked if name != _TABLE)
    if not names and bundle is None and not printed:
        raise UserError(f"export needs --format; there are {', '.join(EVERY)}, and {_TABLE}")
    if printed and (names or bundle is not None or output is not None):
        raise UserError(
            f"--format {_TABLE} prints statements and writes nothing: give it alone, without -o and --bundle"
        )
    if printed and (rdf_star or events or creator or licence):
        raise UserError(f"--rdf-star, --events, --creator and --licence are for files, not for --format {_TABLE}")
    if events and not {*(names or DATA)} & {*EVENTFUL}:
        raise UserError(f"--events is for {', '.join(EVENTFUL)}; RDF, parquet and ftm have events in any case")
    kept = known_statuses(status)
    if output is not None and bundle is not None:
        raise UserError("give either --bundle or -o")
    given = Citation.of(creator or (), licence)
    special = kept is not None or min_confidence is not None or rdf_star or events or given != Citation()
    if output is None and bundle is None and special and not printed:
        raise UserError(
            "with --status, --min-confidence, --rdf-star, --events, --creator or --licence, name another folder with "
            "-o: the files in OUT are of all of it, and renewed without them"
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
    if printed:
        _print(graph)
        return
    parameters |= given.over(Citation.stored(parameters)).parameters
    options = replace(Options.stored(parameters), star=rdf_star, events=events)
    target = bundle or output or folder
    try:
        if bundle is not None:
            for name in write_bundle(graph, bundle, formats=names or DATA, options=options):
                out.print(escape(f"{bundle}: {name}" if bundle.suffix == ".zip" else str(bundle / name)))
            return
        for path in write_all(graph, target, names, options=options):
            out.print(escape(str(path)))
    except OSError as error:
        raise UserError(f"{target}: cannot write there ({error.strerror or error})") from error


def _print(graph: "KnowledgeGraph") -> None:
    """Statements in the order of statements.csv, which has the same and their sentences."""
    names = {ident: entity.name for ident, entity in graph.entities.items()}
    print_rows(
        _COLUMNS,
        [
            (
                names[s.subject],
                s.relation,
                names[s.object],
                str(s.status),
                len({e.article for e in s.evidence}),
                s.confidence,
            )
            for s in graph.statements()
        ],
        _TABLE,
    )
