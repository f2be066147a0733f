"""Building: articles in, a folder with the graph and its exports out."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from .. import __version__
from ..graph.errors import UserError
from .terminal import (
    STATUS_STYLE,
    Fields,
    Models,
    language,
    load_pipelines,
    model_names,
    out,
    pairs,
    progress_bars,
    report_skipped,
)

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph


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
    base: Annotated[
        str | None, typer.Option("--base", help="Base of the IRIs in the RDF exports.", metavar="IRI")
    ] = None,
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
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what was skipped.")] = False,
) -> None:
    """Build a graph from articles and write it in every format.

    Writes graph.sqlite (the store), graph.html, graph.ttl, graph.nq, graph.json, statements.csv and predictions.jsonl
    into the output folder. Exit status: 0, or 1 when some inputs were skipped (each is named with the reason), or 2
    when nothing could be done.

    Example: `liaisons build press/ extra.jsonl -o out`
    """
    from ..exports.formats import FORMATS, Options, write_all
    from ..exports.iris import BASE, Iris
    from ..extractors.pipeline import extract
    from ..extractors.readers import Skipped, read
    from ..graph import store
    from ..graph.knowledge import KnowledgeGraph

    language(labels)
    Iris(base or BASE)  # a wrong base is an error now, not after the work
    if output.exists() and not output.is_dir():
        raise UserError(f"{output}: is a file, not a folder to write into")
    fields = pairs(field, "--field", "OURS=THEIRS")
    models = model_names(model)
    with progress_bars(quiet) as progress:
        reading = progress.add_task("Reading", total=None)
        found = []
        skipped: list[Skipped] = []
        for item in read(articles, fields=fields):
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                found.append(item)
            progress.update(reading, advance=1)
        progress.update(reading, total=len(found) + len(skipped), completed=len(found) + len(skipped))
        if not found:
            progress.stop()
            report_skipped(skipped)
            raise UserError("no article could be read")
        found.sort(key=lambda a: (a.lang, a.id))  # one language after the other: full batches, in one order
        pipelines = load_pipelines({a.lang for a in found}, models, progress)
        extracting = progress.add_task("Extracting", total=len(found))
        graphs = []
        for graph in extract(found, pipelines=pipelines):
            graphs.append(graph)
            progress.update(extracting, advance=1)
        whole = KnowledgeGraph(graphs)
        parameters = {
            "liaisons": __version__,
            "base": base or BASE,
            **{f"model.{lang}": f"{nlp.meta['name']} {nlp.meta['version']}" for lang, nlp in pipelines.items()},
        }
        writing = progress.add_task("Writing", total=len(FORMATS) + 1)
        try:
            output.mkdir(parents=True, exist_ok=True)
            store.write(whole, output / store.FILE, parameters)
            progress.update(writing, advance=1)
            if min_confidence:
                parameters["min_confidence"] = str(min_confidence)
            exported = whole.above(min_confidence)
            options = Options(base=base or BASE, parameters=parameters, title=title, language=labels)
            for _ in write_all(exported, output, options=options):
                progress.update(writing, advance=1)
        except OSError as error:
            raise UserError(f"{output}: cannot write there ({error.strerror or error})") from error
    report_skipped(skipped)
    if not quiet:
        _summary(whole, exported, len(skipped), output)
    if skipped:
        raise typer.Exit(1)


def _summary(graph: "KnowledgeGraph", exported: "KnowledgeGraph", skipped: int, output: Path) -> None:
    """One screen: what was read, what was found, where it is and how to look at it."""
    from ..exports.formats import FORMATS
    from ..graph import store

    languages = Counter(a.lang for a in graph.articles.values())
    types = Counter(e.type for e in graph.entities.values())
    statuses = Counter(str(s.status) for s in graph.statements())
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    read = ", ".join(f"{n} {lang}" for lang, n in sorted(languages.items()))
    table.add_row("articles", str(len(graph.articles)), read + (f"; {skipped} skipped" if skipped else ""))
    table.add_row("entities", str(len(graph.entities)), ", ".join(f"{n} {t}" for t, n in types.most_common()))
    stated = ", ".join(f"{statuses[s]} {s}" for s in STATUS_STYLE if statuses[s])
    table.add_row("statements", str(len(graph.statements())), stated)
    if len(exported.statements()) < len(graph.statements()):
        table.add_row("exported", str(len(exported.statements())), "of these statements; the store has all")
    out.print(table, soft_wrap=False)
    out.print()
    files = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    files.add_row(escape(str(output / store.FILE)), "the store, for liaisons show and path")
    for form in FORMATS.values():
        files.add_row(escape(str(output / form.file)), form.about)
    out.print(files, soft_wrap=False)
    central = max(graph.entities.values(), key=lambda e: (len(graph.about(e.id)), e.id), default=None)
    if central is not None:
        out.print(f'\nTry: liaisons show "{escape(central.name)}" --in {escape(_quoted(output))}')


def _quoted(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text
