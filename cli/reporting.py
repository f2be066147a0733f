"""Reporting: what a graph says of one entity as a page to read and print, and all of it as a site."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from ..graph.errors import UserError
from .terminal import (
    In,
    MinConfidence,
    Relations,
    Since,
    Sources,
    Statuses,
    Until,
    called,
    date,
    folder_and_store,
    open_graph,
    out,
    progress_bars,
)
from .working import Quiet, print_note

if TYPE_CHECKING:
    from ..exports.dossiers.wording import Words
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity

_ENDINGS = {"html": ".html", "md": ".md"}

Language = Annotated[str, typer.Option("--language", help="Language of the pages: fr or en.", metavar="LANG")]


def report(
    name: Annotated[str, typer.Argument(help="A name that articles use, or the id of an entity.")],
    where: In,
    file: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="The file to write, or - for the terminal; a name of its own in OUT/dossiers unless given.",
            metavar="FILE",
        ),
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="html or md; as the file ends, and html otherwise.", metavar="FORMAT")
    ] = None,
    language: Language = "fr",
    status: Statuses = None,
    relation: Relations = None,
    source: Sources = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = 0.0,
    limit: Annotated[int, typer.Option("--limit", help="Sentences for each statement; 0 for all.", min=0)] = 0,
) -> None:
    """Write a dossier: all that articles state of a person, a company, an event, with every sentence.

    One page to read, print and pass on: posts over time, ties with their sentences, support and opposition, a figure of
    time, the sources side by side, events. What is not asserted is marked as such everywhere.

    Example: `liaisons report "Elon Musk" --in out`

    Example: `liaisons report OpenAI --in out --since 2024 --status asserted --language en --out openai.md`
    """
    from ..exports.dossiers.archive import Archive
    from ..exports.dossiers.dossier import dossier
    from ..exports.dossiers.markdown import markdown
    from ..exports.dossiers.page import Frame
    from ..exports.dossiers.page import report as page
    from ..exports.dossiers.paths import stem
    from ..exports.dossiers.wording import words
    from ..exports.dossiers.writing import replace_file

    speak = words(language)
    form = _format(format, file)
    for value, option in ((since, "--since"), (until, "--until")):
        date(value or "", option)
    graph = open_graph(where, min_confidence)
    entity = _entity(graph, name)
    found = graph.statements(
        status=status or None, relation=relation or None, source=source or None, since=since, until=until
    )
    happened = graph.events(participant=entity, since=since, until=until)
    if status or relation or source:  # what is only named has no status, no relation and no source
        keys = {s.key for s in found}
        happened = tuple(e for e in happened if not keys.isdisjoint(e.statements))
    chosen = _chosen(speak, status, relation, source, since, until, min_confidence)
    frame = Frame(graph, language, most=limit, chosen=chosen)
    made = dossier(Archive(graph, found, happened), entity)
    text = page(made, frame) if form == "html" else markdown(made, frame)
    if str(file) == "-":
        typer.echo(text, nl=False)
        return
    path = file or folder_and_store(where)[0] / "dossiers" / f"{stem(entity.id)}{_ENDINGS[form]}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode("utf-8"))
    except OSError as error:
        raise UserError(f"{path}: cannot write there ({error.strerror or error})") from error
    out.print(escape(str(path)))


def site(
    where: In,
    folder: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="The folder to write; OUT/site unless given.", metavar="DIR"),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Title of the site; that of the build unless given.")
    ] = None,
    language: Language = "fr",
    no_text: Annotated[
        bool,
        typer.Option("--no-text", help="Of articles only the sentences that state something, not the whole text."),
    ] = False,
    status: Statuses = None,
    min_confidence: MinConfidence = 0.0,
    limit: Annotated[
        int,
        typer.Option("--limit", help="Sentences for each statement on an entity's page; 0 for all.", min=0),
    ] = 12,
    quiet: Quiet = False,
) -> None:
    """Write a site: a folder of pages with an index, a dossier for every name, every article, and the graph.

    It opens from disk without a network, and any web server can serve it. Writing it again renews what has changed and
    removes the pages that it made before and that nothing leads to now; other files stay.

    Example: `liaisons site --in out`

    Example: `liaisons site --in out --out public --no-text --language en --min-confidence 0.6`
    """
    from ..exports.dossiers import site as pages
    from ..exports.dossiers.wording import words
    from ..exports.formats import Options
    from ..graph import store
    from ..graph.model import Status
    from ..graph.selection import statuses

    speak = words(language)
    kept = statuses(status or None)
    graph = open_graph(where, min_confidence)
    if kept is not None:
        graph = graph.only(Status(s) for s in kept)
    out_folder, file = folder_and_store(where)
    target = folder or out_folder / "site"
    named = Options.stored(store.parameters(file)).title if title is None else title
    try:
        with progress_bars(quiet) as progress:
            task = progress.add_task("Writing pages", total=None)
            left = pages.write(
                graph,
                target,
                title=named,
                language=language,
                text=not no_text,
                sentences=limit,
                chosen=_chosen(speak, status, None, None, None, None, min_confidence),
                begun=lambda total: progress.update(task, total=total),
                done=lambda: progress.update(task, advance=1),
            )
    except OSError as error:
        raise UserError(f"{target}: cannot write there ({error.strerror or error})") from error
    for name in left:
        print_note(f"{target / name}: nothing leads there now; it stays, since it has been changed by hand")
    if not quiet:
        out.print(escape(str(target / "index.html")))


def _format(given: str | None, file: Path | None) -> str:
    if given is None:
        return "md" if file is not None and file.suffix.lower() in {".md", ".markdown"} else "html"
    if given not in _ENDINGS:
        raise UserError(f"no format {given!r}; a dossier is {' or '.join(_ENDINGS)}")
    return given


def _entity(graph: "KnowledgeGraph", name: str) -> "Entity":
    """The entity called so; an event that only statements tell has no dossier, but who takes part in it has."""
    try:
        return called(graph, name)
    except UserError as error:
        if graph.find(name):  # several
            raise
        try:
            event = graph.event(name)
        except UserError:
            raise error from None
        parts = dict.fromkeys(graph.entities[p.entity].name for p in event.participants)
        raise UserError(
            f"{name!r} is an event that statements tell, without a name in the articles; "
            f"`liaisons show` shows it, and these have dossiers: {', '.join(parts)}"
        ) from None


def _chosen(
    speak: "Words",
    status: list[str] | None,
    relation: list[str] | None,
    source: list[str] | None,
    since: str | None,
    until: str | None,
    min_confidence: float,
) -> tuple[str, ...]:
    """What was asked for, in words; "" for what was not."""
    from ..graph.model import Status

    parts = [
        ("status", ", ".join(speak.status(Status(s)) for s in status or ())),
        ("relation", ", ".join(speak.relation(r) for r in relation or ())),
        ("source", ", ".join(source or ())),
        ("since", speak.date(since or "")),
        ("until", speak.date(until or "")),
        ("confidence", speak.percent(min_confidence) if min_confidence else ""),
    ]
    return tuple(speak(f"chosen_{key}", x=text) for key, text in parts if text)
