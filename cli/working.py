"""What build, add and remove share: articles through the pipelines, and a folder with its store and its exports."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from ..graph.errors import UserError
from .terminal import STATUS_STYLE, count, err, load_pipelines, out

if TYPE_CHECKING:
    from ..extractors.readers import Skipped
    from ..graph.authority import Known
    from ..graph.decisions import Decision
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Article, ArticleGraph
    from ..graph.store import Journal, Stamp

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but what was skipped.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done to which article, and do nothing.")]
KnownFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--known",
        metavar="FILE",
        help="Authority file (.csv, .tsv, .jsonl): things with your own or Wikidata's ids, and all their names; "
        "repeatable.",
    ),
]
Decisions = Annotated[
    Path | None,
    typer.Option(
        "--decisions", help="The file of decisions; decisions.toml in the folder if not given.", metavar="FILE"
    ),
]


class Fate(StrEnum):
    """What a run does to an article of its input or of the store before."""

    NEW = "new"
    CHANGED = "changed"
    ANEW = "read anew"  # by another pipeline
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Holding:
    """What the store in a folder holds; empty where there is none."""

    graphs: Mapping[str, "ArticleGraph"] = field(default_factory=dict)
    stamps: Mapping[str, "Stamp"] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)
    known: Sequence["Known"] = ()
    decisions: Sequence["Decision"] = ()

    def without(self, articles: Iterable[str]) -> "Holding":
        gone = set(articles)
        return replace(
            self,
            graphs={i: g for i, g in self.graphs.items() if i not in gone},
            stamps={i: s for i, s in self.stamps.items() if i not in gone},
        )

    def fates(self, wanted: Mapping[str, "Stamp"], *, again: bool = False) -> dict[str, Fate]:
        """What becomes of the wanted articles, by id, in the order of their ids."""
        return {ident: self._fate(ident, stamp, again) for ident, stamp in sorted(wanted.items())}

    def _fate(self, ident: str, stamp: "Stamp", again: bool) -> Fate:
        held = self.stamps.get(ident)
        if held is None:
            return Fate.NEW
        if held.content != stamp.content:
            return Fate.CHANGED
        return Fate.ANEW if again or held != stamp else Fate.UNCHANGED


def holding(folder: Path) -> Holding:
    """What the store of this folder holds; `UserError` where it has none."""
    from ..graph import store

    held = store.contents(folder / store.FILE)
    graph = held.graph
    return Holding(graph.article_graphs, held.stamps, held.parameters, graph.known, graph.decisions)


def decided(folder: Path, file: Path | None, before: Holding, *, keep: bool) -> "Sequence[Decision]":
    """The decisions to replay: those of the file, else of the folder's own file.

    Where there is neither, those that the store has are kept, or else it is said that they are not.
    """
    from ..graph import decisions

    own = folder / decisions.FILE
    if file is not None or own.exists() or not before.decisions:
        return decisions.read(file or own, missing_ok=file is None)
    if keep:
        return before.decisions
    print_note(
        f"no longer applied: {count(len(before.decisions), 'decision')} that the build before took from another file; "
        "name it with --decisions"
    )
    return ()


def known_things(files: Sequence[Path] | None, before: Holding, *, keep: bool) -> "Sequence[Known]":
    """The things of authority files. `keep` adds those that the store has, where no file has their ids."""
    from ..graph import authority

    read = authority.read_all(files or ())
    if keep:
        ids = {thing.id for thing in read}
        return (*read, *(thing for thing in before.known if thing.id not in ids))
    if before.known and not files:
        print_note(
            f"{count(len(before.known), 'known thing')} of the build before are not known now; name the authority file "
            "with --known"
        )
    return read


def read_articles(
    paths: Iterable[Path], fields: Mapping[str, str], progress: Progress
) -> "tuple[list[Article], list[Skipped]]":
    from ..extractors.readers import Skipped, read

    reading = progress.add_task("Reading", total=None)
    found: list[Article] = []
    skipped: list[Skipped] = []
    for item in read(paths, fields=fields):
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.append(item)
        progress.update(reading, advance=1)
    progress.update(reading, total=len(found) + len(skipped), completed=len(found) + len(skipped))
    found.sort(key=lambda a: (a.lang, a.id))  # one language after the other: full batches, in one order
    return found, skipped


def wanted_stamps(articles: "Iterable[Article]", models: Mapping[str, str]) -> "dict[str, Stamp]":
    """What each article is to be in the store, by id; `UserError` where a model is not installed."""
    from ..extractors.versions import versions
    from ..graph.store import Stamp

    articles = list(articles)
    pipelines = {lang: str(versions(lang, models.get(lang))) for lang in sorted({a.lang for a in articles})}
    return {a.id: Stamp.of(a, pipelines[a.lang]) for a in articles}


@contextmanager
def at_work(folder: Path) -> "Iterator[Journal]":
    """The folder for this run alone, with what an earlier run had done; Ctrl-C says how to go on."""
    from ..graph import store

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder}: cannot write there ({error.strerror or error})") from error
    with store.journal(folder) as journal:
        try:
            yield journal
        except KeyboardInterrupt:
            err.print(Text("stopped; what was done is kept, and the same command goes on from there", style="yellow"))
            raise typer.Exit(130) from None


def extracted(
    articles: "Iterable[Article]",
    wanted: "Mapping[str, Stamp]",
    journal: "Journal",
    models: Mapping[str, str],
    progress: Progress,
    *,
    again: bool = False,
) -> "tuple[dict[str, ArticleGraph], int]":
    """The article graphs by id, and how many of them an earlier run had done; each is kept once it is made."""
    from ..extractors.pipeline import extract

    articles = list(articles)
    kept = {} if again else journal.kept({a.id: wanted[a.id] for a in articles})
    rest = [a for a in articles if a.id not in kept]
    pipelines = load_pipelines({a.lang for a in rest}, models, progress)
    extracting = progress.add_task("Extracting", total=len(articles), completed=len(kept))
    graphs = dict(kept)
    for graph in extract(rest, pipelines=pipelines):
        journal.keep(graph, wanted[graph.article.id].pipeline)
        graphs[graph.article.id] = graph
        progress.update(extracting, advance=1)
    return graphs, len(kept)


def model_parameters(
    articles: "Iterable[Article]", stamps: "Mapping[str, Stamp]", before: Mapping[str, str]
) -> dict[str, str]:
    """The parameter `model.LANG` of each language: the models that read its articles, as far as that is known."""
    from ..extractors.versions import model_of

    found: dict[str, set[str]] = {}
    for article in articles:
        known = model_of(stamps[article.id].pipeline) or before.get(f"model.{article.lang}")
        found.setdefault(article.lang, set()).update({known} if known else ())
    return {f"model.{lang}": ", ".join(sorted(names)) for lang, names in sorted(found.items()) if names}


def write_folder(
    graph: "KnowledgeGraph",
    folder: Path,
    parameters: Mapping[str, str],
    stamps: "Mapping[str, Stamp]",
    formats: Sequence[str],
    progress: Progress,
) -> "KnowledgeGraph":
    """Write the store and the exports, and return what was exported: a pure function of the store."""
    from ..exports.formats import Options, write_all
    from ..graph import store

    writing = progress.add_task("Writing", total=len(formats) + 1)
    try:
        pipelines = {ident: stamp.pipeline for ident, stamp in stamps.items()}
        store.write(graph, folder / store.FILE, parameters, pipelines)
        progress.update(writing, advance=1)
        exported = graph.above(float(parameters.get("min_confidence", 0)))
        for _ in write_all(exported, folder, formats, options=Options.stored(parameters)):
            progress.update(writing, advance=1)
    except OSError as error:
        raise UserError(f"{folder}: cannot write there ({error.strerror or error})") from error
    return exported


def held_formats(folder: Path) -> list[str]:
    """The formats whose files the folder holds."""
    from ..exports.formats import EVERY

    return [name for name, form in EVERY.items() if (folder / form.file).exists()]


def fates_in_words(fates: Iterable[Fate], resumed: int = 0) -> str:
    """ "2 new, 11 unchanged": how many of each, those that there are."""
    found = Counter(fates)
    words = ", ".join(f"{found[fate]} {fate}" for fate in Fate if found[fate])
    return words + (f" ({resumed} done by the run before)" if resumed else "")


def print_plan(fates: Mapping[str, Fate]) -> None:
    """What a run would do, for --dry-run: an article a line, without those that stay as they are."""
    for fate in Fate:
        if fate is not Fate.UNCHANGED:
            for ident in sorted(i for i, f in fates.items() if f is fate):
                out.print(f"{fate:<10} {escape(ident)}")
    words = fates_in_words(fates.values()) or "nothing to do"
    out.print(f"[dim]{count(len(fates), 'article')}: {words}; nothing was written[/dim]")


def print_summary(
    graph: "KnowledgeGraph",
    exported: "KnowledgeGraph",
    skipped: int,
    changes: str,
    folder: Path,
    formats: Sequence[str],
) -> None:
    """One screen: what was read, what was found, where it is and how to look at it."""
    from ..exports.formats import EVERY
    from ..graph import store

    languages = Counter(a.lang for a in graph.articles.values())
    types = Counter(e.type for e in graph.entities.values())
    statuses = Counter(str(s.status) for s in graph.statements())
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    read = ", ".join(f"{n} {lang}" for lang, n in sorted(languages.items()))
    more = [read, *([f"{skipped} skipped"] if skipped else []), *([changes] if changes else [])]
    table.add_row("articles", str(len(graph.articles)), "; ".join(filter(None, more)))
    table.add_row("entities", str(len(graph.entities)), ", ".join(f"{n} {t}" for t, n in types.most_common()))
    stated = ", ".join(f"{statuses[s]} {s}" for s in STATUS_STYLE if statuses[s])
    table.add_row("statements", str(len(graph.statements())), stated)
    if len(exported.statements()) < len(graph.statements()):
        table.add_row("exported", str(len(exported.statements())), "of these statements; the store has all")
    out.print(table, soft_wrap=False)
    out.print()
    files = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    files.add_row(escape(str(folder / store.FILE)), "the store, for liaisons show, find and path")
    for name in formats:
        files.add_row(escape(str(folder / EVERY[name].file)), EVERY[name].about)
    out.print(files, soft_wrap=False)
    central = max(graph.entities.values(), key=lambda e: (len(graph.about(e.id)), e.id), default=None)
    if central is not None:
        out.print(f'\nTry: liaisons show "{escape(central.name)}" --in {escape(quoted(folder))}')


def quoted(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if " " in text else text


def print_note(text: str) -> None:
    err.print(Text(f"note: {text}", style="yellow"), soft_wrap=True)


def print_reports(graph: "KnowledgeGraph") -> None:
    """Decisions that no longer apply or contradict each other."""
    for report in graph.reports:
        print_note(report)
