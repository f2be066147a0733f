"""What commands share: the consoles, options, progress, and how statements and sentences look in a terminal."""

import gc
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.segment import Segment
from rich.text import Text

from ..graph.errors import UserError

if TYPE_CHECKING:
    from spacy.language import Language

    from ..evaluation.annotations import Fault
    from ..extractors.readers import Skipped
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity, Evidence, Span, Statement

# Commands import what they use: spaCy and its models take seconds, and `liaisons show` needs neither.

_CONTROLS = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "�")  # all but tab and line feed


class _Console(Console):
    """A console that shows the control characters of articles, and lets none command the terminal."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for segment in super().render(renderable, options):
            clean = segment.text.translate(_CONTROLS)
            yield segment if segment.control or clean == segment.text else Segment(clean, segment.style)


out = _Console(highlight=False, soft_wrap=True)  # the terminal breaks lines; a pipe gets them whole
err = _Console(stderr=True, highlight=False, soft_wrap=True)

STATUS_STYLE = {"asserted": "green", "ended": "dim", "negated": "red", "uncertain": "yellow"}

_WIDE = 10_000
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

In = Annotated[Path, typer.Option("--in", help="The folder that `liaisons build` wrote, or its store.", metavar="OUT")]
Labels = Annotated[str, typer.Option("--labels", help="Language of relation labels: en or fr.", metavar="LANG")]

Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        help="Name of a field in JSON or CSV where it is not ours: `--field text=body --field date=meta.day`. "
        "Ours are id, title, text, date, url, source, author, lang.",
        metavar="OURS=THEIRS",
    ),
]
Models = Annotated[
    list[str] | None,
    typer.Option(
        "--model", help="Another installed spaCy pipeline: `--model fr=fr_core_news_lg`.", metavar="LANG=NAME"
    ),
]
Creators = Annotated[
    list[str] | None,
    typer.Option(
        "--creator",
        help="Who made the dataset: `Family, Given <ORCID iD>`, or the name of a body; repeatable.",
        metavar="NAME",
    ),
]
Licence = Annotated[
    str,
    typer.Option("--licence", help="The licence of the dataset: an SPDX identifier or an IRI.", metavar="ID|IRI"),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        help="Leave out evidence below this confidence, and statements that have no other; 0 to 1.",
        metavar="X",
        min=0,
        max=1,
    ),
]


Statuses = Annotated[
    list[str] | None, typer.Option("--status", help="Only asserted, ended, negated or uncertain; repeatable.")
]
Relations = Annotated[
    list[str] | None, typer.Option("--relation", help="Only this relation, such as supports; repeatable.")
]
Sources = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        help="Only what this publication prints, or what articles quote this person or body for; repeatable.",
        metavar="NAME",
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", help="Only what may be of this day, month or year or later: 2023-11.", metavar="DATE"),
]
Until = Annotated[
    str | None,
    typer.Option("--until", help="Only what may be of this day, month or year or earlier: 2023-11.", metavar="DATE"),
]


def table_width() -> int:
    """The columns that a table may take: those of the terminal or of COLUMNS; elsewhere it need not be narrow."""
    return out.width if out.is_terminal or os.environ.get("COLUMNS") else _WIDE


def open_graph(
    where: Path, min_confidence: float = 0, *, about: Iterable[str] | None = None, sources: Iterable[str] | None = None
) -> "KnowledgeGraph":
    """The graph, or what of it tells all of the names in `about`."""
    from ..graph.knowledge import KnowledgeGraph

    note_old(where)
    graph = KnowledgeGraph.open(where, min_confidence, about=about, sources=sources or ())
    gc.freeze()  # it stays until the process ends: Python need not look for garbage in it again and again
    return graph


def called(graph: "KnowledgeGraph", name: str) -> "Entity":
    """The entity of this name or id; where there is none, the error names those called nearly so."""
    from ..graph.nearness import entity

    return entity(graph, name)


def note_old(where: Path) -> None:
    """Say that a store is of an older version, what it lacks, and how to bring it up to date."""
    from ..graph import store

    folder, path = folder_and_store(where)
    number = store.version(path)
    if number is not None and number < store.VERSION:
        lacks = store.missing(f"schema {number}")
        text = f"note: {path} is of an older version of liaisons" + (f" and lacks {lacks}" if lacks else "")
        more = f"`liaisons add --in {folder}` brings it up to date, `liaisons build` with its articles reads them anew"
        err.print(Text(f"{text}; {more}", style="yellow"), soft_wrap=True)


def folder_and_store(where: Path) -> tuple[Path, Path]:
    """The folder of a build and its store, of which `--in` may name either."""
    from ..graph import store

    return (where.parent, where) if store.is_there(where) else (where, where / store.FILE)


def language(labels: str) -> None:
    if labels not in {"en", "fr"}:
        raise UserError(f"no labels in {labels!r}; there are en, fr")


def date(text: str, option: str) -> str:
    """The ISO 8601 date or partial date that an option was given; "" where it was not."""
    if text and not _DATE.fullmatch(text):
        raise UserError(f"{option} takes a date such as 2024, 2024-03 or 2024-03-15, not {text!r}")
    return text


def pairs(values: Iterable[str] | None, option: str, form: str) -> dict[str, str]:
    found = {}
    for value in values or ():
        left, equals, right = value.partition("=")
        if not (left and equals and right):
            raise UserError(f"{option} takes {form}, not {value!r}")
        found[left] = right
    return found


def model_names(given: Iterable[str] | None) -> dict[str, str]:
    """The model of each language: ours, or the one that `--model` names."""
    from ..extractors.pipeline import MODELS

    models = {**MODELS, **pairs(given, "--model", "LANG=NAME")}
    if unknown := sorted(set(models) - set(MODELS)):
        raise UserError(f"--model {unknown[0]}=…: liaisons reads {', '.join(MODELS)}")
    return models


def load_pipelines(languages: Iterable[str], models: Mapping[str, str], progress: Progress) -> "dict[str, Language]":
    from ..extractors.pipeline import load

    pipelines = {}
    for lang in sorted(languages):
        name = models.get(lang)
        task = progress.add_task(f"Loading {name or lang}", total=1)
        pipelines[lang] = load(lang, name)
        progress.update(task, advance=1)
    return pipelines


def progress_bars(quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=err,
        disable=quiet or not err.is_terminal,
        transient=True,
    )


def report_skipped(skipped: "Iterable[Skipped | Fault]") -> None:
    for item in skipped:
        place = f", {item.place}" if item.place else ""
        err.print(Text(f"skipped {item.file}{place}: {item.reason}", style="yellow"), soft_wrap=True)


def print_statement(graph: "KnowledgeGraph", statement: "Statement", labels: str, limit: int) -> None:
    out.print(Text("  ").append_text(stated(graph, statement, labels)))
    for evidence in statement.evidence[:limit]:
        print_evidence(graph, evidence)
    if len(statement.evidence) > limit:
        out.print(Text(f"      and {count(len(statement.evidence) - limit, 'more sentence')}", style="dim"))


def stated(graph: "KnowledgeGraph", statement: "Statement", labels: str) -> Text:
    """The statement in words, its status behind it unless it is asserted."""
    from ..graph.ontology import ontology

    relation = ontology().relations[statement.relation].labels[labels]
    text = Text.assemble(
        graph.entities[statement.subject].name,
        " ",
        (relation, "bold cyan"),
        " ",
        graph.entities[statement.object].name,
    )
    status = str(statement.status)
    if status != "asserted":
        text.append(f" ({ontology().statuses[status].labels[labels]})", STATUS_STYLE[status])
    return text


def print_evidence(graph: "KnowledgeGraph", evidence: "Evidence") -> None:
    out.print(_sentence(evidence))
    out.print(Text(f"      {_origin(graph, evidence)}", style="dim"))


def _sentence(evidence: "Evidence") -> Text:
    """The sentence with its subject, cue and object marked."""
    marks = [(evidence.subject, "underline"), (evidence.object, "underline"), (evidence.cue, "bold cyan")]
    return marked(evidence.sentence, marks)


def marked(sentence: "Span", marks: "Iterable[tuple[Span, str]]") -> Text:
    """A sentence in quotation marks, with styles on stretches of it."""
    text = Text("      “" + sentence.quote.replace("\n", " ") + "”")
    for span, style in marks:
        start = span.start - sentence.start
        if start >= 0 and span.end <= sentence.end:
            text.stylize(style, start + 7, span.end - sentence.start + 7)
    return text


def _origin(graph: "KnowledgeGraph", evidence: "Evidence") -> str:
    article = graph.articles[evidence.article]
    parts = [article.id, article.source, article.date]
    if evidence.source:
        parts.append(f"according to {graph.entities[evidence.source].name}")
    if evidence.role:
        parts.append(f"as {evidence.role}")
    if evidence.when:
        parts.append(f"dated {evidence.when}")
    if evidence.amount:
        parts.append(evidence.amount)
    return " · ".join([*filter(None, parts), f"confidence {evidence.confidence:.2f}"])


def count(n: int, thing: str) -> str:
    return f"{n} {thing}{'' if n == 1 else 's'}"
