"""The command line: the only place that opens files, loads models, reads the terminal and shows progress."""

import sys
from typing import Annotated

import typer
from rich.text import Text

from .. import __version__
from ..graph.errors import UserError
from .analysing import analyse
from .asking import path, show, timeline
from .building import build
from .checking import evaluate
from .counting import stats
from .explaining import explain
from .exporting import export
from .finding import find
from .happening import events
from .keeping import add, remove
from .pushing import push
from .querying import query
from .reporting import report, site
from .reviewing import review
from .serving import serve
from .terminal import err, out
from .usage import Command
from .validating import check
from .vocabulary import ontology
from .why import why

app = typer.Typer(
    name="liaisons",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="News articles in French and English become a knowledge graph whose every edge shows its sentence.\n\n"
    "Start with `liaisons build ARTICLES -o OUT`, then open `OUT/graph.html`, or ask: `liaisons show NAME --in OUT`.",
)
for command in (
    *(build, add, remove),
    *(show, find, query, path, why, timeline, events, stats),
    *(report, site, export, ontology, push, serve, review, check, evaluate, explain),
):
    app.command(cls=Command)(command)
app.add_typer(analyse, name="analyse")


def main() -> None:
    """Run the command line; what a user can mend is one sentence on standard error and exit status 2."""
    try:
        app(prog_name="liaisons")
    except UserError as error:
        err.print(Text("liaisons: ", style="bold red"), Text(str(error)), sep="")
        sys.exit(2)
    except SystemExit as ended:
        cause = getattr(ended.__context__, "__cause__", None)
        if isinstance(cause, KeyboardInterrupt):  # typer says nothing; a command that did has no cause
            err.print(Text("stopped", style="yellow"))
        raise
    except BrokenPipeError:  # `liaisons … | head`
        sys.stderr.close()
        sys.exit(1)


def _version(wanted: bool) -> None:
    if wanted:
        out.print(f"liaisons {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass
