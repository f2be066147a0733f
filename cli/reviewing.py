"""Reviewing: a person settles what is doubtful, one key at a time."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from ..graph.errors import UserError
from .interview import SENTENCES, Session
from .tables import entity_json, form, print_csv, print_json, statement_json
from .terminal import (
    In,
    Labels,
    count,
    folder_and_store,
    language,
    out,
    progress_bars,
)
from .working import Decisions, at_work, held_formats, holding, print_reports, quoted, write_folder

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.questions import Question


def review(
    where: In,
    decisions: Decisions = None,
    below: Annotated[
        float,
        typer.Option(
            "--below", help="Ask about statements under this confidence; 0 for none.", metavar="X", min=0, max=1
        ),
    ] = 0.6,
    limit: Annotated[int | None, typer.Option("--limit", help="At most so many questions.", min=1)] = None,
    labels: Labels = "en",
    format: Annotated[
        str, typer.Option("--format", help="table to be asked; csv or json to list the questions.", metavar="FORMAT")
    ] = "table",
) -> None:
    """Settle doubtful merges and statements of low confidence, one at a time, by single keys.

    Each comes with the sentences to judge by. Keys: s same, d different; y the sentence says so, n it does not; space
    later, u undo, q quit, ? help. Every answer goes into the file of decisions at once, and is not asked again.

    Example: `liaisons review --in out`
    """
    from ..graph.decisions import FILE
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.questions import questions

    language(labels)
    form(format)
    folder, file = folder_and_store(where)
    path = decisions or folder / FILE
    built = KnowledgeGraph.open(file)
    graph = _decided(built, path)
    asked = questions(graph, below)
    asked = asked[: len(asked) if limit is None else limit]
    print_reports(graph)
    if format == "json":
        print_json([_question_json(graph, q) for q in asked])
    elif format == "csv":
        print_csv(_COLUMNS, [_cells(graph, q) for q in asked])
    elif not asked:
        out.print("Nothing is left to decide.")
        _offer(built, folder, path)
    elif not sys.stdin.isatty():
        raise UserError("review needs a terminal to read keys from; `--format json` lists what it would ask")
    else:
        session = Session(graph, asked, path, labels)
        session.run()
        session.summary()
        _offer(built, folder, path)


def _decided(graph: "KnowledgeGraph", path: Path) -> "KnowledgeGraph":
    """The graph as the decisions of the file make it."""
    from ..graph import decisions as file
    from ..graph.knowledge import KnowledgeGraph

    if graph.decisions and not path.exists():
        raise UserError(f"{path}: no such file, but the graph was built with decisions; name theirs with --decisions")
    if _replayed(graph, path):
        return graph
    settled = file.read(path, missing_ok=True)
    return KnowledgeGraph(graph.article_graphs.values(), known=graph.known, decisions=settled)


def _replayed(graph: "KnowledgeGraph", path: Path) -> bool:
    """Whether the graph was made with the decisions of the file."""
    from ..graph import decisions as file
    from ..graph.knowledge import KnowledgeGraph

    return KnowledgeGraph(decisions=file.read(path, missing_ok=True)).decisions == graph.decisions


def _question_json(graph: "KnowledgeGraph", question: "Question") -> dict[str, Any]:
    from ..graph.questions import Merge, sightings

    if not isinstance(question, Merge):
        return {"question": "statement", "decide": list(question.key), **statement_json(graph, question.statement)}
    return {
        "question": "merge",
        "decide": list(question.ids),
        "score": question.score,
        "reasons": list(question.reasons),
        "entities": [
            {
                **entity_json(entity),
                "aliases": list(entity.aliases),
                "sentences": [
                    {
                        "sentence": seen.sentence.quote,
                        "article": seen.article,
                        "date": graph.articles[seen.article].date or None,
                        "publisher": graph.articles[seen.article].source or None,
                    }
                    for seen in sightings(graph, entity, SENTENCES)
                ],
            }
            for entity in (question.a, question.b)
        ],
    }


_COLUMNS = ("question", "a", "b", "relation", "status", "sure", "why", "sentence", "article", "date")


def _cells(graph: "KnowledgeGraph", question: "Question") -> tuple[str | float, ...]:
    """A question as a row of `_COLUMNS`, with the first sentence to judge by."""
    from ..graph.questions import Merge, sightings

    if isinstance(question, Merge):
        seen = sightings(graph, question.b, 1)
        where = (seen[0].sentence.quote, seen[0].article, graph.articles[seen[0].article].date) if seen else ("",) * 3
        return ("merge", *question.ids, "", "", question.score, "; ".join(question.reasons), *where)
    subject, relation, object_, status = question.key
    best = question.statement.evidence[0]
    why = "; ".join(map(str, best.reasons))
    where = (best.sentence.quote, best.article, graph.articles[best.article].date)
    return ("statement", subject, object_, relation, status, question.statement.confidence, why, *where)


def _offer(built: "KnowledgeGraph", folder: Path, path: Path) -> None:
    """Tell how the decisions take effect, and let them at once."""
    from ..graph import decisions
    from ..graph.knowledge import KnowledgeGraph

    if _replayed(built, path):
        return
    option = "" if path == folder / decisions.FILE else f" --decisions {quoted(path)}"
    out.print(Text(f"`liaisons build` and `liaisons add`{option} replay the decisions."))
    if not sys.stdin.isatty():
        return
    out.print(Text(f"Apply them to {folder} now? y/n ", style="bold"), end="")
    try:
        key = typer.getchar()
    except (KeyboardInterrupt, EOFError):
        key = "n"
    out.print(Text(key if key.isprintable() else "n"))
    if key == "y":
        with progress_bars(False) as progress, at_work(folder):
            held = holding(folder)  # another run may have changed it meanwhile
            graph = KnowledgeGraph(held.graphs.values(), known=held.known, decisions=decisions.read(path))
            formats = held_formats(folder)
            write_folder(graph, folder, held.parameters, held.stamps, formats, progress)
        out.print(Text(f"{folder}: the store and {count(len(formats), 'export')} are written anew"))
        print_reports(graph)
