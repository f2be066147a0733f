"""Analysing: questions to the whole graph, answered with a table and, where wanted, a figure."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from ..graph.errors import UserError
from .layout import laid_out
from .terminal import In, MinConfidence, called, err, open_graph, out, table_width
from .usage import Command

if TYPE_CHECKING:
    from ..graph.analyses import Table
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Statement

analyse = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="Analyse the whole graph: who is central, who stands together, who says what about whom.\n\n"
    "Every analysis prints a table; `--format csv` or `json` is for other programs, `-o` writes CSV, JSON or Parquet, "
    "`--figure` a PNG, SVG or PDF for a paper.\n\n"
    "Example: `liaisons analyse centrality --in out --type Person --figure centrality.svg`",
)

Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status", help="Statements of this status, unless said otherwise below; repeatable.", metavar="STATUS"
    ),
]
Relations = Annotated[
    list[str] | None, typer.Option("--relation", help="Only this relation; repeatable.", metavar="RELATION")
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", help="Only entities of this type, at both ends; repeatable.", metavar="TYPE"),
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", help="Only what this publication prints or this entity is quoted for; repeatable."),
]
Since = Annotated[str | None, typer.Option("--since", help="Only what may be of this date or later.", metavar="DATE")]
Until = Annotated[str | None, typer.Option("--until", help="Only what may be of this date or earlier.", metavar="DATE")]
WeightBy = Annotated[
    str,
    typer.Option("--weight", help="What a tie weighs: none, statements, sentences, articles or publications."),
]
Limit = Annotated[int, typer.Option("--limit", help="Rows that the terminal shows; files have all.", min=1)]
Form = Annotated[str, typer.Option("--format", help="table, csv or json.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write the table there: .csv, .json or .parquet.", metavar="FILE")
]
Figure = Annotated[
    Path | None, typer.Option("--figure", help="Draw a figure there: .png, .svg or .pdf.", metavar="FILE")
]

# What the terminal shows of wide tables; files have all columns.
TIES = ("a", "b", "articles", "publications", "relations", "sources")
SIGNED = ("a", "b", "sign", "support", "opposition", "relations", "according_to")
CLAIMS = ("source", "subject", "relation", "object", "status", "sentences", "last")
MATRIX = ("source", "voice", "about", "by", "support", "opposition")
COMPARED = ("outcome", "subject", "relation", "object", "a", "b")


@analyse.command(cls=Command)
def centrality(
    where: In,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure", help="degree, strength, betweenness, eigenvector, pagerank; the first one sorts; repeatable."
        ),
    ] = None,
    status: Statuses = None,
    relation: Relations = None,
    type_: Types = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    weight: WeightBy = "articles",
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """Who stands in the middle of the network, by several measures.

    Asserted and ended statements join two entities, unless `--status` says otherwise.

    Example: `liaisons analyse centrality --in out --measure betweenness --type Person --type Company`
    """
    from ..graph.analyses import Measure, Weight
    from ..graph.analyses import centrality as run

    graph, options = _chosen(where, min_confidence, status, relation, type_, source, since, until)
    measures = [_one(Measure, m, "measure") for m in measure or Measure]
    table = run(graph, measures=measures, weight=_one(Weight, weight, "weight"), **options)
    _answer(table, limit, form, output, figure, lambda figures: figures.centrality(table))


@analyse.command(cls=Command)
def communities(
    where: In,
    method: Annotated[str, typer.Option("--method", help="louvain or greedy.")] = "louvain",
    resolution: Annotated[
        float, typer.Option("--resolution", help="Above 1 for smaller communities, below for larger ones.", min=0.01)
    ] = 1.0,
    seed: Annotated[int, typer.Option("--seed", help="Of Louvain's walk; the same seed, the same communities.")] = 0,
    status: Statuses = None,
    relation: Relations = None,
    type_: Types = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    weight: WeightBy = "articles",
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """Which entities are joined more to one another than to the rest.

    Example: `liaisons analyse communities --in out --figure communities.png`
    """
    from ..graph.analyses import Method, Weight
    from ..graph.analyses import communities as run
    from ..graph.analyses.networks import chosen, project

    graph, options = _chosen(where, min_confidence, status, relation, type_, source, since, until)
    chosen_weight = _one(Weight, weight, "weight")
    found = _one(Method, method, "method")
    table = run(graph, method=found, resolution=resolution, seed=seed, weight=chosen_weight, **options)

    def draw(_: Any) -> Any:
        from ..exports import network_figures

        network = project(graph, chosen(graph, **options), weight=chosen_weight)
        pairs = zip(table.column("id"), table.column("community"), strict=True)
        return network_figures.communities(network, dict(pairs))  # type: ignore[arg-type]

    _answer(table, limit, form, output, figure, draw)


@analyse.command(cls=Command)
def ego(
    name: Annotated[str, typer.Argument(help="A name that articles use, or an entity id.")],
    where: In,
    radius: Annotated[int, typer.Option("--radius", help="How many steps away.", min=1)] = 1,
    status: Statuses = None,
    relation: Relations = None,
    type_: Types = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    weight: WeightBy = "articles",
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """What one entity is joined to, and how its neighbours are joined among themselves.

    Example: `liaisons analyse ego "Elon Musk" --in out --radius 2 --figure musk.svg`
    """
    from ..graph.analyses import Weight
    from ..graph.analyses import ego as run
    from ..graph.analyses.ego import ego_network

    graph, options = _chosen(where, min_confidence, status, relation, type_, source, since, until)
    centre = called(graph, name).id
    options |= {"radius": radius, "weight": _one(Weight, weight, "weight")}
    table = run(graph, centre, **options)

    def draw(_: Any) -> Any:
        from ..exports import network_figures

        return network_figures.ego(ego_network(graph, centre, **options), centre)

    _answer(table, limit, form, output, figure, draw)


@analyse.command(cls=Command)
def ties(
    where: In,
    by: Annotated[
        str, typer.Option("--by", help="What makes a tie strong: statements, sentences, articles or publications.")
    ] = "articles",
    status: Statuses = None,
    relation: Relations = None,
    type_: Types = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """Which two entities are joined by the most, by which relations, according to whom.

    Example: `liaisons analyse ties --in out --by publications`
    """
    from ..graph.analyses import Weight
    from ..graph.analyses import ties as run

    graph, options = _chosen(where, min_confidence, status, relation, type_, source, since, until)
    table = run(graph, by=_one(Weight, by, "weight"), **options)
    _answer(table, limit, form, output, figure, lambda figures: figures.ties(table), TIES)


@analyse.command(cls=Command)
def balance(
    where: In,
    show: Annotated[
        str, typer.Option("--show", help="measures, ties, triads or camps of the network of support and opposition.")
    ] = "measures",
    status: Statuses = None,
    type_: Types = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """Who sides with whom, who stands against whom, and whether it falls into two camps.

    Only asserted statements count, unless `--status` says otherwise. The sign of a relation is in the ontology.

    Example: `liaisons analyse balance --in out --show camps --figure camps.svg`
    """
    from ..graph.analyses import balance as measures
    from ..graph.analyses import camps, signed_ties, triad_table
    from ..graph.analyses.signs import signed_network

    tables = {"measures": measures, "ties": signed_ties, "triads": triad_table, "camps": camps}
    if show not in tables:
        raise UserError(f"no table {show!r}; there are {', '.join(tables)}")
    graph, options = _chosen(where, min_confidence, status, None, type_, source, since, until)
    table = tables[show](graph, **options)

    def draw(_: Any) -> Any:
        from ..exports import network_figures

        return network_figures.signed(signed_network(graph, **options))

    _answer(table, limit, form, output, figure, draw, SIGNED if show == "ties" else ())


@analyse.command(cls=Command)
def claims(
    where: In,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Source × stance: sentences of support and opposition, counted.")
    ] = False,
    stance: Annotated[
        list[str] | None,
        typer.Option("--stance", help="support, opposition or other; the first two unless given; repeatable."),
    ] = None,
    status: Statuses = None,
    relation: Relations = None,
    type_: Types = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """Who says what about whom: each statement under the one who is quoted for it, or the publication.

    All statuses are listed; only asserted statements are counted with `--matrix` and in the figure, unless `--status`
    says otherwise.

    Example: `liaisons analyse claims --in out --matrix --figure claims.svg`
    """
    from ..graph.analyses import claims as run
    from ..graph.analyses import stances
    from ..graph.analyses.claims import STANCES

    graph, options = _chosen(where, min_confidence, status, relation, type_, source, since, until)
    wanted = [_word(list(STANCES.values()), s, "stance") for s in stance or ("support", "opposition")]
    table = stances(graph, **options) if matrix else run(graph, stances=wanted, **options)
    _answer(
        table,
        limit,
        form,
        output,
        figure,
        lambda figures: figures.stances(stances(graph, **options)),
        MATRIX if matrix else CLAIMS,
    )


@analyse.command(cls=Command)
def compare(
    where: In,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="A publication, by its name; give two.", metavar="PUBLICATION")
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option("--period", help="2023, 2023-01..2023-06, 2024.. or ..2022; give two.", metavar="PERIOD"),
    ] = None,
    relation: Relations = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 20,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """What two publications, or two periods, state alike, alone, or against each other.

    Example: `liaisons analyse compare --in out --source "Le Monde" --source "Le Figaro"`

    Example: `liaisons analyse compare --in out --period 2023 --period 2024..`
    """
    from ..graph.analyses import compare as run

    graph = open_graph(where, min_confidence)
    first, second = _parts(graph, source or [], period or [])
    table = run(graph, first, second, statements=graph.statements(relation=relation))
    _answer(table, limit, form, output, figure, lambda figures: figures.comparison(table), COMPARED)


@analyse.command(cls=Command)
def timeline(
    where: In,
    name: Annotated[
        str | None, typer.Option("--about", help="Only statements about this name or entity id.", metavar="NAME")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="year, month or day.")] = "month",
    clock: Annotated[
        str, typer.Option("--clock", help="article: when it was printed; event: when it happened, where that is said.")
    ] = "article",
    status: Statuses = None,
    relation: Relations = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 60,
    form: Form = "table",
    output: Output = None,
    figure: Figure = None,
) -> None:
    """How much is stated when, of one entity or of all, and how much of it is support or opposition.

    `liaisons timeline NAME` shows the sentences themselves.

    Example: `liaisons analyse timeline --in out --about "Elon Musk" --by year --figure musk.png`
    """
    from ..graph.analyses import Clock, Step
    from ..graph.analyses import timeline as run

    graph, options = _chosen(where, min_confidence, status, relation, None, source, since, until)
    about = called(graph, name).id if name else None
    del options["types"]
    table = run(graph, about, step=_one(Step, by, "step"), clock=_one(Clock, clock, "clock"), **options)
    _answer(table, limit, form, output, figure, lambda figures: figures.timeline(table))


def _chosen(
    where: Path,
    min_confidence: float,
    statuses: list[str] | None,
    relations: list[str] | None,
    types: list[str] | None,
    sources: list[str] | None,
    since: str | None,
    until: str | None,
) -> "tuple[KnowledgeGraph, dict[str, Any]]":
    """The graph, and what the options say of the statements that an analysis takes."""
    from ..graph.model import Status
    from ..graph.ontology import ontology

    for given in types or ():
        _word(list(ontology().types), given, "type")
    chosen = [_one(Status, s, "status") for s in statuses or ()]
    graph = open_graph(where, min_confidence)
    found: tuple[Statement, ...] = graph.statements(relation=relations, source=sources, since=since, until=until)
    options: dict[str, Any] = {"statements": found, "types": types}
    return graph, options | ({"statuses": chosen} if chosen else {})


def _parts(graph: "KnowledgeGraph", sources: list[str], periods: list[str]) -> Any:
    from ..graph.analyses import Part

    if len(sources) + len(periods) != 2 or len(sources) == 1:
        raise UserError("compare takes --source twice or --period twice")
    if periods:
        try:
            return [Part.period(text) for text in periods]
        except ValueError as error:
            raise UserError(f"--period takes 2023, 2023-01..2023-06, 2024.. or ..2022 ({error})") from error
    known = sorted({a.source for a in graph.articles.values() if a.source})
    return [Part(publication=_word(known, name, "publication")) for name in sources]


def _one(kind: Any, value: str, what: str) -> Any:
    """The member of an enumeration."""
    return kind(_word([str(k) for k in kind], value, what))


def _word(known: Iterable[str], value: str, what: str) -> str:
    known = list(known)
    if value not in known:
        raise UserError(f"no {what} {str(value)!r}; there are {', '.join(known)}")
    return value


def _answer(
    table: "Table",
    limit: int,
    form: str,
    output: Path | None,
    figure: Path | None,
    draw: Callable[[Any], Any],
    columns: Sequence[str] = (),
) -> None:
    """Write what is to be written, then print the table: in a terminal these columns of it, or all but the ids."""
    from ..exports import tabular

    if form not in {"table", "csv", "json"}:
        raise UserError(f"no format {form!r}; there are table, csv, json")
    if output is not None:
        tabular.write(table, output)
    if figure is not None:
        from ..exports import figures

        figures.save(draw(figures), figure)
    if form == "csv":
        sys.stdout.write(tabular.to_csv(table))
    elif form == "json":
        sys.stdout.write(tabular.to_json(table))
    else:
        _print(table, limit, columns or [n for n in table.columns if n != "id" and not n.endswith(("_id", "_ids"))])
        for path in filter(None, (output, figure)):
            err.print(Text(f"wrote {path}", style="dim"))


def _print(table: "Table", limit: int, columns: Sequence[str]) -> None:
    """The first rows; numbers to the right."""
    shown = table.head(limit)
    numbers = [all(isinstance(cell, int | float) or cell is None for cell in table.column(n)) for n in columns]
    rows = [[_cell(row[name]) for name in columns] for row in shown.dicts()]
    width = table_width()
    sheet = laid_out([name.replace("_", " ") for name in columns], rows, numbers, width)
    out.print(sheet, soft_wrap=False, width=width)
    for note in shown.notes:
        out.print(Text(note, style="dim"))


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
