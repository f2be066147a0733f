"""Checking RDF: whether a file or a build meets the SHACL shapes."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from ..graph.errors import UserError
from .tables import Format, form, print_csv, print_json
from .terminal import count, out

if TYPE_CHECKING:
    from ..exports.validation import Finding

_SHOWN = 5  # places for each message


def check(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="An RDF file (.nq, .trig, .ttl, .nt, .jsonld, .rdf), or the folder of a build or bundle.",
            show_default=False,
        ),
    ] = None,
    where: Annotated[
        Path | None, typer.Option("--in", help="The folder that `liaisons build` wrote: its graph.nq.", metavar="OUT")
    ] = None,
    format: Format = "table",
) -> None:
    """Check RDF against the SHACL shapes that ship with liaisons: the whole model, from types to offsets.

    Exit status: 0 where all is well, 1 where something is not, 2 where the file cannot be read.

    Example: `liaisons check --in out`, `liaisons check dataset.ttl --format csv`
    """
    from ..exports.formats import FORMATS
    from ..exports.validation import check as validate

    form(format)
    if (file is None) == (where is None):
        raise UserError("give either an RDF file or --in OUT")
    path = file or where or Path()
    if path.is_dir():
        folder, path = path, path / FORMATS["nquads"].file
        if not path.exists():
            data = folder / "data" / path.name  # a bundle
            path = data if data.exists() else path
    found = validate(path)
    if format == "csv":
        print_csv(("message", "node", "path", "value"), [(f.message, f.node, f.path, f.value) for f in found])
    elif format == "json":
        print_json([{"message": f.message, "node": f.node, "path": f.path, "value": f.value} for f in found])
    else:
        _print(path, found)
    if found:
        raise typer.Exit(1)


def _print(path: Path, found: "Sequence[Finding]") -> None:
    for message, group in groupby(found, lambda f: f.message):
        places = list(group)
        out.print(Text(f"{message} Not so in {count(len(places), 'place')}:", style="bold"))
        for finding in places[:_SHOWN]:
            value = f"  here: {finding.value}" if finding.value else ""
            out.print(Text(f"  {finding.node}{value}"))
        if len(places) > _SHOWN:
            out.print(Text(f"  and {len(places) - _SHOWN} more; --format csv gives all", style="dim"))
    if not found:
        out.print(Text(f"{path} meets the shapes.", style="green"))
