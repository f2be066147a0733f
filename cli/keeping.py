"""Keeping a graph: articles added to it, and taken out."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import __version__
from ..graph.errors import UserError
from . import working
from .terminal import (
    Fields,
    In,
    Models,
    count,
    date,
    folder_and_store,
    model_names,
    pairs,
    progress_bars,
    report_skipped,
)
from .working import Decisions, DryRun, Fate, Holding, KnownFiles, Quiet

if TYPE_CHECKING:
    from ..extractors.readers import Skipped
    from ..graph.authority import Known
    from ..graph.decisions import Decision
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Article, ArticleGraph
    from ..graph.store import Stamp


def add(
    where: In,
    articles: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files and folders, as for build. With none, decisions and known things are applied, and the files "
            "written anew.",
            show_default=False,
        ),
    ] = None,
    field: Fields = None,
    model: Models = None,
    known: KnownFiles = None,
    decisions: Decisions = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Add articles to a graph that was built, and write the files that the folder holds anew.

    An article whose id the graph has takes the place of the one before; one that has not changed is skipped. Base,
    title and the like stay as they were built. Exit status: 0, or 1 when some inputs were skipped, or 2 when nothing
    could be done.

    Example: `liaisons add press/today.jsonl --in out`
    """
    fields = pairs(field, "--field", "OURS=THEIRS")
    models = model_names(model)
    where = _folder(where)
    with progress_bars(quiet) as progress:
        found, skipped = working.read_articles(articles, fields, progress) if articles else ([], [])
        if articles and not found:
            progress.stop()
            report_skipped(skipped)
            raise UserError("no article could be read")
        if dry_run:
            before = working.holding(where)
            found, copies = _without_copies(found, before)
            progress.stop()
            report_skipped([*skipped, *copies])
            working.print_plan(before.fates(working.wanted_stamps(found, models)))
            return
        with working.at_work(where) as journal:
            before = working.holding(where)
            found, copies = _without_copies(found, before)
            wanted = working.wanted_stamps(found, models)
            fates = before.fates(wanted)
            todo = [a for a in found if fates[a.id] is not Fate.UNCHANGED]
            made, resumed = working.extracted(todo, wanted, journal, models, progress)
            stamps = {**before.stamps, **wanted}
            things = working.known_things(known, before, keep=True)
            whole = _graph({**before.graphs, **made}, things, working.decided(where, decisions, before, keep=True))
            formats = working.held_formats(where)
            exported = working.write_folder(whole, where, _parameters(whole, before, stamps), stamps, formats, progress)
            journal.forget(stamps)
    report_skipped([*skipped, *copies])
    working.print_reports(whole)
    _note_old(stamps, models, whole)
    if not quiet:
        changes = working.fates_in_words(fates.values(), resumed)
        working.print_summary(whole, exported, len(skipped) + len(copies), changes, where, formats)
    if skipped or copies:
        raise typer.Exit(1)


def remove(
    where: In,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Ids of articles, or patterns: `'wire-*'`.", show_default=False),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source", metavar="NAME", help="Only articles of this newspaper, as its name is written; repeatable."
        ),
    ] = None,
    before: Annotated[
        str,
        typer.Option("--before", metavar="DATE", help="Only articles of an earlier date: 2024, 2024-03 or 2024-03-15."),
    ] = "",
    after: Annotated[str, typer.Option("--after", metavar="DATE", help="Only articles of a later date.")] = "",
    decisions: Decisions = None,
    dry_run: DryRun = False,
    quiet: Quiet = False,
) -> None:
    """Remove articles from a graph, with all that only they state, and write the files that the folder holds anew.

    Ids and patterns, --source, --before and --after narrow each other down. An article whose date is not known, or
    not well enough, is of no earlier and no later date. --dry-run names the articles and removes nothing. Exit status:
    0, or 2 when nothing could be done, for example because no article is meant.

    Example: `liaisons remove 'wire-*' --before 2023 --in out`
    """
    if not (ids or source or before or after):
        raise UserError("name the articles to remove: ids or patterns, --source, --before or --after")
    date(before, "--before")
    date(after, "--after")
    where = _folder(where)
    if dry_run:
        held = working.holding(where)
        gone = _meant(held, ids or (), source or (), before, after)
        working.print_plan({i: Fate.REMOVED if i in gone else Fate.UNCHANGED for i in held.stamps})
        return
    with progress_bars(quiet) as progress, working.at_work(where) as journal:
        held = working.holding(where)
        gone = _meant(held, ids or (), source or (), before, after)
        kept = held.without(gone)
        whole = _graph(kept.graphs, held.known, working.decided(where, decisions, held, keep=True))
        formats = working.held_formats(where)
        exported = working.write_folder(
            whole, where, _parameters(whole, held, kept.stamps), kept.stamps, formats, progress
        )
        journal.forget(kept.stamps)
    working.print_reports(whole)
    _note_old(kept.stamps, {}, whole)
    if not quiet:
        working.print_summary(whole, exported, 0, f"{len(gone)} removed", where, formats)


def _folder(where: Path) -> Path:
    """The folder that `--in` means; a folder without a graph is an error before the work."""
    from ..graph import store

    folder, path = folder_and_store(where)
    store.parameters(path)
    return folder


def _graph(
    graphs: "Mapping[str, ArticleGraph]", known: "Sequence[Known]", decisions: "Sequence[Decision]"
) -> "KnowledgeGraph":
    from ..graph.knowledge import KnowledgeGraph

    return KnowledgeGraph(graphs.values(), known=known, decisions=decisions)


def _without_copies(found: "Sequence[Article]", before: Holding) -> "tuple[list[Article], list[Skipped]]":
    """The articles, without those that the graph has under another id, word for word and field for field."""
    from ..extractors.readers import Skipped
    from ..graph.store import content

    held: dict[str, str] = {}
    for ident, stamp in sorted(before.stamps.items()):
        held.setdefault(stamp.content, ident)
    new, copies = [], []
    for article in found:
        other = held.get(content(article))
        if article.id in before.stamps or other is None:
            new.append(article)
        else:
            copies.append(Skipped(article.id, "", f"the same article as {other}, which the graph has"))
    return new, copies


def _parameters(graph: "KnowledgeGraph", before: Holding, stamps: "Mapping[str, Stamp]") -> dict[str, str]:
    kept = {name: value for name, value in before.parameters.items() if not name.startswith("model.")}
    models = working.model_parameters(graph.articles.values(), stamps, before.parameters)
    return {**kept, "liaisons": __version__, **models}


def _meant(
    held: Holding, patterns: Sequence[str], sources: Sequence[str], before: str, after: str
) -> "dict[str, Article]":
    """The articles to remove; `UserError` where a pattern, or all that is asked for together, means none."""
    from ..graph.names import normalise

    articles = {ident: graph.article for ident, graph in held.graphs.items()}
    chosen: set[str] = set()
    for pattern in patterns:
        found = {pattern} if pattern in articles else {i for i in articles if fnmatchcase(i, pattern)}
        if not found:
            raise UserError(f"no article {pattern!r} in this graph; `liaisons remove '*' --dry-run` names all")
        chosen |= found
    names = {normalise(source) for source in sources}
    meant = {
        ident: a
        for ident, a in articles.items()
        if (not patterns or ident in chosen)
        and (not names or normalise(a.source) in names)
        and (not before or (a.date and a.date + "~" < before))  # "~" stands behind digits: a year ends after its days
        and (not after or (a.date and a.date > after + "~"))
    }
    if not meant:
        papers = sorted({a.source for a in articles.values() if a.source})
        hint = f"; its newspapers are {', '.join(papers[:8])}" if names and papers else ""
        raise UserError(f"no article of this graph is meant{hint}")
    return meant


def _note_old(stamps: "Mapping[str, Stamp]", models: Mapping[str, str], graph: "KnowledgeGraph") -> None:
    """Say that articles were read by another pipeline than the one of today, and what they lack.

    Nothing is said of articles that no pipeline of today reads: their language is not known, or its model not there.
    """
    from ..extractors.pipeline import MODELS
    from ..graph.store import missing

    try:
        now = working.wanted_stamps((a for a in graph.articles.values() if a.lang in MODELS), models)
    except UserError:  # the model of a language is not there, so nothing is known of it
        return
    old = [ident for ident, stamp in stamps.items() if stamp != now.get(ident, stamp)]
    if old:
        lacking = sorted({missing(stamps[i].pipeline) for i in old} - {""})
        working.print_note(
            f"read by another version of liaisons or its models: {count(len(old), 'article')}"
            + (f", without {'; '.join(lacking)}" if lacking else "")
            + "; `liaisons build` with all articles reads them anew"
        )
