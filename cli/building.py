"""Building: articles in, a folder with the graph and its exports out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import __version__
from ..graph.errors import UserError
from . import working
from .terminal import Creators, Fields, Licence, Models, language, model_names, pairs, progress_bars, report_skipped
from .working import Decisions, DryRun, Fate, Holding, KnownFiles, Quiet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..graph.store import Stamp


def build(
    articles: Annotated[
        list[Path],
        typer.Argument(help="Files and folders: .txt, .md, .html, .json, .jsonl, .csv, .tsv.", show_default=False),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for the graph and its exports.", metavar="OUT")
    ],
    field: Fields = None,
    model: Models = None,
    known: KnownFiles = None,
    decisions: Decisions = None,
    base: Annotated[
        str | None, typer.Option("--base", help="Base of the IRIs in the RDF exports.", metavar="IRI")
    ] = None,
    creator: Creators = None,
    licence: Licence = "",
    title: Annotated[str, typer.Option("--title", help="Title of the interactive page.")] = "liaisons",
    labels: Annotated[str, typer.Option("--labels", help="Language of the page: fr or en.", metavar="LANG")] = "fr",
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            help="Leave evidence below this confidence out of the exports; the store keeps it. 0 to 1.",
            metavar="X",
            min=0,
            max=1,
        ),
    ] = 0.0,
    more: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="Write this format too, of those that `liaisons export --list` names; commas or repeatable.",
            metavar="NAME",
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Extract from all articles, also those that have not changed.")
    ] = False,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Build a graph from articles and write it in every format.

    Writes graph.sqlite (the store), graph.html, graph.ttl, graph.nq, graph.json, statements.csv and predictions.jsonl
    into the output folder. Building again takes over what has not changed, and the graph then holds exactly these
    articles; a build that was cut off goes on where it stopped. Exit status: 0, or 1 when some inputs were skipped
    (each is named with the reason), or 2 when nothing could be done.

    Example: `liaisons build press/ extra.jsonl -o out`
    """
    from ..exports.citation import Citation
    from ..exports.formats import FORMATS, PAGE, named
    from ..exports.iris import BASE, Iris
    from ..graph.knowledge import KnowledgeGraph

    language(labels)
    Iris(base or BASE)  # a wrong base is an error now, not after the work
    if output.exists() and not output.is_dir():
        raise UserError(f"{output}: is a file, not a folder to write into")
    citation = Citation.of(creator or (), licence)
    fields = pairs(field, "--field", "OURS=THEIRS")
    models = model_names(model)
    asked = named(more or ())
    with progress_bars(quiet) as progress:
        found, skipped = working.read_articles(articles, fields, progress)
        if not found:
            progress.stop()
            report_skipped(skipped)
            raise UserError("no article could be read")
        wanted = working.wanted_stamps(found, models)
        if dry_run:
            before = _before(output)
            progress.stop()
            report_skipped(skipped)
            working.print_plan(_fates(before, wanted, again))
            return
        with working.at_work(output) as journal:
            before = _before(output)
            settled = working.decided(output, decisions, before, keep=False)
            things = working.known_things(known, before, keep=False)
            fates = _fates(before, wanted, again)
            graphs = {i: g for i, g in before.graphs.items() if fates[i] is Fate.UNCHANGED}
            todo = [a for a in found if fates[a.id] is not Fate.UNCHANGED]
            made, resumed = working.extracted(todo, wanted, journal, models, progress, again=again)
            whole = KnowledgeGraph([*graphs.values(), *made.values()], known=things, decisions=settled)
            parameters = {"liaisons": __version__, "base": base or BASE, **working.model_parameters(found, wanted, {})}
            if min_confidence:
                parameters["min_confidence"] = str(min_confidence)
            parameters |= citation.parameters
            chosen = {"title": (title, "liaisons"), "language": (labels, "fr")}
            parameters |= {f"{PAGE}{name}": value for name, (value, default) in chosen.items() if value != default}
            formats = list(dict.fromkeys((*FORMATS, *working.held_formats(output), *asked)))
            exported = working.write_folder(whole, output, parameters, wanted, formats, progress)
            journal.clear()
    report_skipped(skipped)
    working.print_reports(whole)
    if not quiet:
        changes = working.fates_in_words(fates.values(), resumed) if before.stamps or resumed else ""
        working.print_summary(whole, exported, len(skipped), changes, output, formats)
    if skipped:
        raise typer.Exit(1)


def _fates(before: Holding, wanted: "Mapping[str, Stamp]", again: bool) -> dict[str, Fate]:
    """What becomes of the articles, those included that are no longer named."""
    gone = {ident: Fate.REMOVED for ident in before.stamps if ident not in wanted}
    return before.fates(wanted, again=again) | gone


def _before(output: Path) -> Holding:
    """What the folder holds already; nothing where its store cannot be read, since it is made anew."""
    from ..graph import store

    path = output / store.FILE
    if not path.exists():
        return Holding()
    try:
        return working.holding(output)
    except store.BusyError:  # what it holds is good, and need not be read anew
        raise
    except UserError as error:
        working.print_note(f"nothing is taken over from the store before: {error}")
        return Holding()
