"""The command line: the only place that opens files, loads models, reads the terminal and shows progress."""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from . import __version__
from .graph.errors import UserError

if TYPE_CHECKING:
    from .extractors.readers import Skipped
    from .graph.knowledge import KnowledgeGraph
    from .graph.model import Evidence, Statement

# Commands import what they use: spaCy and its models take seconds, and `liaisons show` needs neither.

app = typer.Typer(
    name="liaisons",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help="News articles in French and English become a knowledge graph whose every edge shows its sentence.\n\n"
    "Start with `liaisons build ARTICLES -o OUT`, then open `OUT/graph.html`, or ask: `liaisons show NAME --in OUT`.",
)
out = Console(highlight=False, soft_wrap=True)  # the terminal breaks lines; a pipe gets them whole
err = Console(stderr=True, highlight=False, soft_wrap=True)

STATUS_STYLE = {"asserted": "green", "ended": "dim", "negated": "red", "uncertain": "yellow"}

In = Annotated[Path, typer.Option("--in", help="The folder that `liaisons build` wrote.", metavar="OUT")]
Labels = Annotated[str, typer.Option("--labels", help="Language of relation labels: en or fr.", metavar="LANG")]


def main() -> None:
    """Run the command line; what a user can mend is one sentence on standard error and exit status 2."""
    try:
        app(prog_name="liaisons")
    except UserError as error:
        err.print(Text("liaisons: ", style="bold red"), Text(str(error)), sep="")
        sys.exit(2)
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


@app.command()
def build(
    articles: Annotated[
        list[Path],
        typer.Argument(help="Files and folders: .txt, .md, .html, .json, .jsonl, .csv, .tsv.", show_default=False),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for the graph and its exports.", metavar="OUT")
    ],
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            help="Name of a field in JSON or CSV where it is not ours: `--field text=body --field date=meta.day`. "
            "Ours are id, title, text, date, url, source, author, lang.",
            metavar="OURS=THEIRS",
        ),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model", help="Another installed spaCy pipeline: `--model fr=fr_core_news_lg`.", metavar="LANG=NAME"
        ),
    ] = None,
    base: Annotated[
        str | None, typer.Option("--base", help="Base of the IRIs in the RDF exports.", metavar="IRI")
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Title of the interactive page.")] = "liaisons",
    labels: Annotated[str, typer.Option("--labels", help="Language of the page: fr or en.", metavar="LANG")] = "fr",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what was skipped.")] = False,
) -> None:
    """Build a graph from articles and write it in every format.

    Writes graph.sqlite (the store), graph.html, graph.ttl, graph.nq, graph.json, statements.csv and predictions.jsonl
    into the output folder. Exit status: 0, or 1 when some inputs were skipped (each is named with the reason), or 2
    when nothing could be done.

    Example: `liaisons build press/ extra.jsonl -o out`
    """
    from .exports.formats import FORMATS, Options, write_all
    from .exports.iris import BASE, Iris
    from .extractors.pipeline import MODELS, extract, load
    from .extractors.readers import Skipped, read
    from .graph import store
    from .graph.knowledge import KnowledgeGraph

    _language(labels)
    Iris(base or BASE)  # a wrong base is an error now, not after the work
    if output.exists() and not output.is_dir():
        raise UserError(f"{output}: is a file, not a folder to write into")
    fields = _pairs(field, "--field", "OURS=THEIRS")
    models = {**MODELS, **_pairs(model, "--model", "LANG=NAME")}
    if unknown := sorted(set(models) - set(MODELS)):
        raise UserError(f"--model {unknown[0]}=…: liaisons reads {', '.join(MODELS)}")
    with _progress(quiet) as progress:
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
            _report_skipped(skipped)
            raise UserError("no article could be read")
        found.sort(key=lambda a: (a.lang, a.id))  # one language after the other: full batches, in one order
        pipelines = {}
        for lang in sorted({a.lang for a in found}):
            task = progress.add_task(f"Loading {models[lang]}", total=1)
            pipelines[lang] = load(lang, models[lang])
            progress.update(task, advance=1)
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
            options = Options(base=base or BASE, parameters=parameters, title=title, language=labels)
            for _ in write_all(whole, output, options=options):
                progress.update(writing, advance=1)
        except OSError as error:
            raise UserError(f"{output}: cannot write there ({error.strerror or error})") from error
    _report_skipped(skipped)
    if not quiet:
        _summary(whole, len(skipped), output)
    if skipped:
        raise typer.Exit(1)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A name that articles use, or an entity id.")],
    where: In,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Only asserted, ended, negated or uncertain; repeatable.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="Sentences for each statement.", min=1)] = 2,
    labels: Labels = "en",
) -> None:
    """Show who or what something is: its names, its relations with their status, and the sentences that say so.

    Example: `liaisons show "Elon Musk" --in out`
    """
    from .graph.model import Status
    from .graph.ontology import ontology

    _language(labels)
    wanted = set(status or [str(s) for s in Status])
    if unknown := sorted(wanted - {str(s) for s in Status}):
        raise UserError(f"no status {unknown[0]!r}; there are {', '.join(Status)}")
    graph = _open(where)
    entity = graph.entity(name)
    statements = [s for s in graph.about(entity.id) if str(s.status) in wanted]
    kind = ontology().types[entity.type].labels[labels]
    articles = {m.article for m in entity.mentions}
    out.print(f"[bold]{escape(entity.name)}[/bold]  {kind}  [dim]{escape(entity.id)}[/dim]")
    if entity.aliases:
        out.print(f"also: {escape(', '.join(entity.aliases))}")
    out.print(f"{_count(len(articles), 'article')}, {_count(len(statements), 'statement')}\n")
    for statement in sorted(statements, key=lambda s: (s.status != "asserted", s.subject != entity.id, s.key)):
        _print_statement(graph, statement, labels, limit)


@app.command()
def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL 1.1 query, or @FILE to read one from a file.")],
    where: In,
    form: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
) -> None:
    """Ask the graph in SPARQL; no server is needed.

    The prefixes lia, schema, skos, rdf, rdfs, prov, oa, dcterms and xsd are known, and a pattern without GRAPH looks in
    all articles.

    Example: `liaisons query 'SELECT ?name { ?p lia:leads ?o . ?p rdfs:label ?name }' --in out`
    """
    from .exports.sparql import query as run

    if form not in {"table", "csv", "json"}:
        raise UserError(f"no format {form!r}; there are table, csv, json")
    if sparql.startswith("@"):
        try:
            sparql = Path(sparql[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{sparql[1:]}: cannot be read as a query ({error})") from error
    result = run(where / "graph.nq", sparql)
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
        out.print(f"[dim]{_count(len(result.rows), 'row')}[/dim]")


@app.command()
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
    labels: Labels = "en",
) -> None:
    """Show how two things are connected, sentence by sentence, shortest way first.

    Only statements that hold or held are walked over, unless `--status` says otherwise.

    Example: `liaisons path "Elon Musk" "Sam Altman" --in out`
    """
    from itertools import islice, pairwise

    from .graph.model import Status

    _language(labels)
    try:
        statuses = [Status(s) for s in status] if status else [Status.ASSERTED, Status.ENDED]
    except ValueError as error:
        raise UserError(f"{error}; there are {', '.join(Status)}") from error
    graph = _open(where)
    a, b = graph.entity(start), graph.entity(end)
    paths = list(islice(graph.paths(a.id, b.id, max_length=max_length, statuses=statuses), limit))
    if not paths:
        out.print(
            f"No path of at most {_count(max_length, 'statement')} between {escape(a.name)} and {escape(b.name)}."
        )
        raise typer.Exit(1)
    for found in paths:
        out.print(" — ".join(f"[bold]{escape(graph.entities[i].name)}[/bold]" for i in found))
        for left, right in pairwise(found):
            for statement in graph.between(left, right):
                if statement.status in statuses:
                    _print_statement(graph, statement, labels, 1)
        out.print()


def _open(where: Path) -> "KnowledgeGraph":
    from .graph import store

    return store.read(where / store.FILE)


def _language(labels: str) -> None:
    if labels not in {"en", "fr"}:
        raise UserError(f"no labels in {labels!r}; there are en, fr")


def _pairs(values: Iterable[str] | None, option: str, form: str) -> dict[str, str]:
    found = {}
    for value in values or ():
        left, equals, right = value.partition("=")
        if not (left and equals and right):
            raise UserError(f"{option} takes {form}, not {value!r}")
        found[left] = right
    return found


def _progress(quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=err,
        disable=quiet or not err.is_terminal,
        transient=True,
    )


def _report_skipped(skipped: Iterable["Skipped"]) -> None:
    for item in skipped:
        place = f", {item.place}" if item.place else ""
        err.print(Text(f"skipped {item.file}{place}: {item.reason}", style="yellow"), soft_wrap=True)


def _summary(graph: "KnowledgeGraph", skipped: int, output: Path) -> None:
    """One screen: what was read, what was found, where it is and how to look at it."""
    from .exports.formats import FORMATS
    from .graph import store

    languages = Counter(a.lang for a in graph.articles.values())
    types = Counter(e.type for e in graph.entities.values())
    statuses = Counter(str(s.status) for s in graph.statements)
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    read = ", ".join(f"{n} {lang}" for lang, n in sorted(languages.items()))
    table.add_row("articles", str(len(graph.articles)), read + (f"; {skipped} skipped" if skipped else ""))
    table.add_row("entities", str(len(graph.entities)), ", ".join(f"{n} {t}" for t, n in types.most_common()))
    stated = ", ".join(f"{statuses[s]} {s}" for s in STATUS_STYLE if statuses[s])
    table.add_row("statements", str(len(graph.statements)), stated)
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


def _print_statement(graph: "KnowledgeGraph", statement: "Statement", labels: str, limit: int) -> None:
    from .graph.ontology import ontology

    relation = ontology().relations[statement.relation].labels[labels]
    subject, object_ = graph.entities[statement.subject].name, graph.entities[statement.object].name
    status = str(statement.status)
    said = ontology().statuses[status].labels[labels]
    tag = "" if status == "asserted" else f" [{STATUS_STYLE[status]}]({said})[/]"
    out.print(f"  {escape(subject)} [bold cyan]{relation}[/] {escape(object_)}{tag}")
    for evidence in statement.evidence[:limit]:
        out.print(_sentence(evidence))
        out.print(Text(f"      {_origin(graph, evidence)}", style="dim"))
    if len(statement.evidence) > limit:
        out.print(Text(f"      and {_count(len(statement.evidence) - limit, 'more sentence')}", style="dim"))


def _sentence(evidence: "Evidence") -> Text:
    """The sentence with its subject, cue and object marked."""
    text = Text("      “" + evidence.sentence.quote.replace("\n", " ") + "”")
    for span, style in ((evidence.subject, "underline"), (evidence.object, "underline"), (evidence.cue, "bold cyan")):
        start = span.start - evidence.sentence.start
        if start >= 0 and span.end <= evidence.sentence.end:
            text.stylize(style, start + 7, span.end - evidence.sentence.start + 7)
    return text


def _origin(graph: "KnowledgeGraph", evidence: "Evidence") -> str:
    article = graph.articles[evidence.article]
    parts = [article.id, article.source, article.date]
    if evidence.source:
        parts.append(f"according to {graph.entities[evidence.source].name}")
    if evidence.role:
        parts.append(f"as {evidence.role}")
    return " · ".join([*filter(None, parts), f"confidence {evidence.confidence:.2f}"])


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"
