"""Checking: how good the extraction is on annotated articles."""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from ..graph.errors import UserError
from .terminal import (
    MinConfidence,
    Models,
    count,
    err,
    load_pipelines,
    model_names,
    out,
    progress_bars,
    report_skipped,
)

if TYPE_CHECKING:
    from ..evaluation.annotations import Annotation, Fault
    from ..evaluation.mistakes import Mistake
    from ..evaluation.reliability import Bin
    from ..evaluation.scores import Counts, RelationCounts
    from ..evaluation.scoring import ArticleScore

MEASURES = ("triples", "pairs", "entities", "named")
_MANY = 5  # ids of articles in a message


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated articles, JSON Lines (docs/evaluate.md).", show_default=False)
    ],
    predictions: Annotated[
        Path | None,
        typer.Option(
            "--predictions", help="Score these predictions (JSON Lines) instead of extracting.", metavar="FILE"
        ),
    ] = None,
    by_relation: Annotated[bool, typer.Option("--by-relation", help="A row for each relation as well.")] = False,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what is missed, extra or confused, with the sentence.")
    ] = False,
    reliability: Annotated[
        bool, typer.Option("--reliability", help="How often statements of each confidence are right.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="table, csv or json.")] = "table",
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the predictions in this file (JSON Lines).", metavar="FILE")
    ] = None,
    min_confidence: MinConfidence = 0.0,
    model: Models = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Score the extraction against articles that you annotated, and list what is wrong.

    The articles go through the extraction as any others would; then entities are aligned by the names that they share,
    and statements compared. Columns: P, R and F1 of statements; F1 of pairs (the relation left aside); how many of the
    right statements have the right status; F1 of all entities, and of those that are named (no events); how many
    statements the gold has. Exit status: 0, or 1 when lines were skipped, or 2 when nothing could be scored.

    Example: `liaisons evaluate my-gold.jsonl --by-relation --errors`
    """
    from ..evaluation import annotations
    from ..evaluation.reliability import reliability as reliability_of
    from ..evaluation.scoring import by_relation as relations_of
    from ..evaluation.scoring import score

    if form not in {"table", "csv", "json"}:
        raise UserError(f"no format {form!r}; there are table, csv, json")
    if form == "csv" and by_relation + errors + reliability > 1:
        raise UserError("a CSV file is one table: give --by-relation, --errors or --reliability, one of them")
    if keep and predictions:
        raise UserError("--keep keeps what is extracted; with --predictions nothing is")
    faults: list[Fault] = []
    files = {path: list(_good(annotations.read_gold(path), faults)) for path in dict.fromkeys(gold)}
    _once(files, faults)
    if not predictions:
        _readable(files, faults)
    articles = [article for found in files.values() for article in found]
    predicted = list(_good(annotations.read_predictions(predictions), faults)) if predictions else []
    report_skipped(faults)
    if not articles:
        raise UserError("no annotated article could be read")
    if not predictions:
        predicted = [annotations.annotation(p) for p in _extracted(articles, model_names(model), keep, quiet)]
    answers = {p.id: p for p in predicted}
    if missing := [a.id for a in articles if a.id not in answers]:
        listed = ", ".join(missing[:_MANY]) + (", …" if len(missing) > _MANY else "")
        told = f"no prediction for {len(missing)} of {count(len(articles), 'article')}, counted as empty: {listed}"
        err.print(Text(told, style="yellow"))
    scores = {path: score(found, answers, min_confidence=min_confidence) for path, found in files.items() if found}
    everything = [s for part in scores.values() for s in part]
    rows = list(_scopes(scores))
    relations = relations_of(everything) if by_relation else {}
    mistakes = [m for s in everything for m in s.mistakes] if errors else []
    bins = reliability_of(j for s in everything for j in s.judged) if reliability else None
    if form == "json":
        _print_json(rows, relations if by_relation else None, mistakes if errors else None, bins)
    elif form == "csv":
        _print_csv(rows, relations if by_relation else None, mistakes if errors else None, bins)
    else:
        _print_tables(rows, relations, mistakes, bins)
    if faults:
        raise typer.Exit(1)


def _good(found: "Iterable[Annotation | Fault]", faults: "list[Fault]") -> "Iterator[Annotation]":
    from ..evaluation.annotations import Fault

    for item in found:
        if isinstance(item, Fault):
            faults.append(item)
        else:
            yield item


def _once(files: "dict[Path, list[Annotation]]", faults: "list[Fault]") -> None:
    """Leave out articles whose id an earlier file has."""
    from ..evaluation.annotations import Fault

    seen: dict[str, Path] = {}
    for path, articles in files.items():
        for article in list(articles):
            if article.id in seen:
                articles.remove(article)
                reason = f"is in {seen[article.id]} already: give it an id of its own"
                faults.append(Fault(str(path), f"article {article.id!r}", reason))
        seen |= {article.id: path for article in articles}


def _readable(files: "dict[Path, list[Annotation]]", faults: "list[Fault]") -> None:
    """Leave out articles in languages for which there are no rules."""
    from ..evaluation.annotations import Fault
    from ..extractors.lexicon import languages

    for path, articles in files.items():
        for article in list(articles):
            if article.lang not in languages():
                articles.remove(article)
                reason = f"no rules for the language {article.lang!r}: liaisons reads {', '.join(languages())}"
                faults.append(Fault(str(path), f"article {article.id!r}", reason))


def _extracted(
    articles: "Sequence[Annotation]", models: dict[str, str], keep: Path | None, quiet: bool
) -> list[dict[str, Any]]:
    """What the extraction finds in the texts, in the form of predictions."""
    from ..exports import predictions
    from ..extractors.pipeline import extract
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Article

    texts = [Article(a.id, a.text, a.lang, a.title, a.date) for a in sorted(articles, key=lambda a: (a.lang, a.id))]
    with progress_bars(quiet) as progress:
        pipelines = load_pipelines({a.lang for a in texts}, models, progress)
        task = progress.add_task("Extracting", total=len(texts))
        graphs = []
        for graph in extract(texts, pipelines=pipelines):
            graphs.append(graph)
            progress.update(task, advance=1)
    if keep:
        try:
            predictions.write(KnowledgeGraph(graphs), keep)
        except OSError as error:
            raise UserError(f"{keep}: cannot write there ({error.strerror or error})") from error
    return [predictions.to_json(graph) for graph in graphs]


def _scopes(scores: "dict[Path, list[ArticleScore]]") -> "Iterator[tuple[str, str, Counts]]":
    """What is summed up: each file, each language, all; kind, name, counts."""
    from ..evaluation.scores import total

    everything = [s for part in scores.values() for s in part]
    languages = sorted({s.lang for s in everything})
    if len(scores) > 1:
        for path, part in scores.items():
            yield "file", path.stem, total(s.counts for s in part)
    if len(languages) > 1:
        for lang in languages:
            yield "language", lang, total(s.counts for s in everything if s.lang == lang)
    yield "all", "all", total(s.counts for s in everything)


def _print_tables(
    rows: "Sequence[tuple[str, str, Counts]]",
    relations: "dict[str, RelationCounts]",
    mistakes: "Sequence[Mistake]",
    bins: "Sequence[Bin] | None" = None,
) -> None:
    table = _table("gold", "texts", "P", "R", "F1", "pairs", "status", "all", "named", "gold n")
    for (kind, name, counts), after in zip(rows, [*rows[1:], None], strict=True):
        measures = (*counts.triples, counts.pairs.f1, counts.status, counts.entities.f1, counts.named.f1)
        cells = [str(counts.articles), *(f"{m:.3f}" for m in measures), str(counts.triple_gold)]
        table.add_row(Text(name), *cells, end_section=after is not None and after[0] != kind)
    out.print(table, soft_wrap=False)
    out.print("[dim]P, R, F1: statements; pairs: F1 without the relation; all, named: F1 of entities[/dim]")
    if relations:
        table = _table("relation", "gold", "found", "predicted", "right", "P", "R", "F1")
        for relation, c in relations.items():
            table.add_row(relation, *map(str, astuple(c)), *(f"{m:.3f}" for m in c.measure))
        out.print()
        out.print(table, soft_wrap=False)
    if bins is not None:
        table = _table("confidence", "mean", "predicted", "right", "P")
        for b in bins:
            share = "" if b.precision is None else f"{b.precision:.3f}"
            mean = f"{b.mean:.3f}" if b.predicted else ""
            table.add_row(f"{b.low:.1f} to {b.high:.1f}", mean, str(b.predicted), str(b.right), share)
        out.print()
        out.print(table, soft_wrap=False)
    article = ""
    for m in mistakes:
        if m.article != article:
            article = m.article
            out.print(Text.assemble("\n", (article, "bold")))
        _print_mistake(m)


def _table(*columns: str) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n else "left", no_wrap=True)
    return table


def _print_mistake(m: "Mistake") -> None:
    styles = {"missed": "yellow", "extra": "red", "status": "magenta"}
    text = Text.assemble("  ", (f"{m.kind:<14}", styles.get(m.kind, "cyan")))
    if m.relation:
        text.append(m.subject).append(f" {m.relation} ", style="bold cyan").append(m.object)
    else:
        text.append(m.subject)
    values = (
        f"{m.predicted}, not {m.gold}" if m.predicted and m.gold and m.predicted != m.gold else m.predicted or m.gold
    )
    text.append(f" ({values})", style="dim")
    if m.note:
        text.append(f"  {m.note}", style="dim")
    out.print(text)
    if m.sentence:
        out.print(Text(f"{'':16}“{m.sentence}”", style="dim"))


def _print_json(
    rows: "Sequence[tuple[str, str, Counts]]",
    relations: "dict[str, RelationCounts] | None",
    mistakes: "Sequence[Mistake] | None",
    bins: "Sequence[Bin] | None" = None,
) -> None:
    found: dict[str, Any] = {}
    for kind, name, counts in rows:
        if kind == "all":
            found["all"] = counts.to_json()
        else:
            found.setdefault(f"{kind}s", {})[name] = counts.to_json()
    if relations is not None:
        found["relations"] = {r: asdict(c) | c.measure._asdict() for r, c in relations.items()}
    if mistakes is not None:
        found["errors"] = [asdict(m) for m in mistakes]
    if bins is not None:
        found["reliability"] = [asdict(b) | {"precision": b.precision} for b in bins]
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _print_csv(
    rows: "Sequence[tuple[str, str, Counts]]",
    relations: "dict[str, RelationCounts] | None",
    mistakes: "Sequence[Mistake] | None",
    bins: "Sequence[Bin] | None" = None,
) -> None:
    from ..evaluation.mistakes import Mistake
    from ..evaluation.reliability import Bin
    from ..evaluation.scores import RelationCounts

    writer = csv.writer(sys.stdout, lineterminator="\n")
    if mistakes is not None:
        writer.writerow(f.name for f in fields(Mistake))
        writer.writerows(astuple(m) for m in mistakes)
    elif relations is not None:
        writer.writerow(("relation", *(f.name for f in fields(RelationCounts)), "precision", "recall", "f1"))
        writer.writerows((r, *astuple(c), *c.measure) for r, c in relations.items())
    elif bins is not None:
        writer.writerow((*(f.name for f in fields(Bin)), "precision"))
        writer.writerows((*astuple(b), b.precision) for b in bins)
    else:
        names = [f"{measure}_{part}" for measure in MEASURES for part in ("precision", "recall", "f1")]
        counted = [f.name for f in fields(rows[0][2])]
        writer.writerow(("scope", "name", *names, "status", *counted))
        for kind, name, c in rows:
            measures = [value for measure in MEASURES for value in getattr(c, measure)]
            writer.writerow((kind, name, *measures, c.status, *astuple(c)))
