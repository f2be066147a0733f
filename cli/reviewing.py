"""Reviewing: a person settles what is doubtful, one key at a time."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from ..graph.errors import UserError
from .tables import entity_json, form, print_csv, print_json, statement_json
from .terminal import (
    In,
    Labels,
    count,
    folder_and_store,
    language,
    marked,
    out,
    print_evidence,
    progress_bars,
    stated,
)
from .working import Decisions, at_work, held_formats, holding, print_reports, quoted, write_folder

if TYPE_CHECKING:
    from ..graph.decisions import Decision
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity
    from ..graph.questions import Question

_SENTENCES = 3

_KEYS = """\
  s  same: the two are one thing            y  yes: the sentence says so
  d  different: they are not                n  no: it does not
  space  later: the next review asks again
  u  undo: take the last answer back        q  quit; all that you answered is kept
"""


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
        session = _Session(graph, asked, path, labels)
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


class _Session:
    """Questions and answers. The file of decisions on the disk is the only memory of what was answered."""

    def __init__(self, graph: "KnowledgeGraph", asked: "list[Question]", path: Path, labels: str) -> None:
        self._graph, self._asked, self._path, self._labels = graph, asked, path, labels
        self._now = 0
        self._done: list[tuple[int, Decision | None, str]] = []

    def run(self) -> None:
        """Ask until all is answered or the person quits."""
        from ..graph.questions import settled

        self._head()
        while self._now < len(self._asked):
            question = self._asked[self._now]
            if settled(question, [d for _, d, _ in self._done if d]):
                self._now += 1
                continue
            self._show(question)
            if not self._answer(question):
                return

    def _answer(self, question: "Question") -> bool:
        """Read keys until the question is left; False to quit."""
        while True:
            try:
                key = typer.getchar()
            except (KeyboardInterrupt, EOFError):
                key = "q"
            if key in question.answers:
                self._record(question, key)
                return True
            if key == " ":
                out.print(Text("  later", style="dim"))
                self._done.append((self._now, None, ""))
                self._now += 1
                return True
            if key == "u":
                if self._done:
                    self._undo()
                    return True
                out.print(Text("  nothing to undo", style="dim"))
            elif key == "q":
                return False
            elif key == "?":
                out.print(_KEYS, end="")
            elif key.isprintable():
                keys = ", ".join((*question.answers, "space", "u", "q"))
                out.print(Text(f"  no such key here: {key}; there are {keys} and ? for help", style="dim"))

    def _record(self, question: "Question", key: str) -> None:
        from ..graph import decisions as file

        action = question.answers[key]
        decision = question.decision(action)
        before = file.text_of(self._path, missing_ok=True)  # somebody may edit the file meanwhile
        after = file.added(before, decision, question.comment)
        file.save(self._path, after)
        out.print(Text(f"  {action}", style="bold green"))
        self._done.append((self._now, decision, after[len(before) :] if before else after))
        self._now += 1

    def _undo(self) -> None:
        from ..graph import decisions as file

        self._now, decision, added = self._done.pop()
        if decision is None:
            out.print(Text("  back", style="dim"))
            return
        before, found, after = file.text_of(self._path).rpartition(added)
        if not found:
            raise UserError(f"{self._path}: was changed meanwhile; take back by hand: {decision}")
        file.save(self._path, before + after)
        out.print(Text(f"  undone: {decision.action}", style="dim"))

    def _head(self) -> None:
        from ..graph.questions import Merge

        merges = sum(isinstance(q, Merge) for q in self._asked)
        doubts = len(self._asked) - merges
        parts = [count(merges, "doubtful merge")] * (merges > 0) + [count(doubts, "doubtful statement")] * (doubts > 0)
        out.print(Text(f"{' and '.join(parts)}; decisions go into {self._path}"))

    def _show(self, question: "Question") -> None:
        from ..graph.questions import Merge

        place = f"\n{self._now + 1} of {len(self._asked)}"
        if isinstance(question, Merge):
            out.print(Text(f"{place} · one thing or two?", style="bold"))
            for number, entity in ((1, question.a), (2, question.b)):
                _print_entity(self._graph, number, entity, self._labels)
            reasons = "; ".join(question.reasons)
            out.print(Text(f"  likely {question.score:.2f}" + (f": {reasons}" if reasons else ""), style="dim"))
            out.print(Text("  s same · d different · space later · u undo · q quit · ? help", style="cyan"))
        else:
            out.print(Text(f"{place} · does the sentence say so?", style="bold"))
            out.print(Text("  ").append_text(stated(self._graph, question.statement, self._labels)))
            for evidence in question.statement.evidence[:_SENTENCES]:
                print_evidence(self._graph, evidence)
                if evidence.reasons:
                    out.print(Text(f"      {'; '.join(map(str, evidence.reasons))}", style="dim"))
            out.print(Text("  y yes · n no · space later · u undo · q quit · ? help", style="cyan"))

    def summary(self) -> None:
        actions = Counter(str(d.action) for _, d, _ in self._done if d)
        decided = ", ".join(f"{n} {action}" for action, n in sorted(actions.items()))
        left = len(self._asked) - sum(actions.values())
        out.print(f"\n{decided or 'nothing decided'}; {left} left")


def _print_entity(graph: "KnowledgeGraph", number: int, entity: "Entity", labels: str) -> None:
    from ..graph.ontology import ontology
    from ..graph.questions import sightings

    kind = ontology().types[entity.type].labels[labels]
    articles = count(len({m.article for m in entity.mentions}), "article")
    out.print(Text.assemble(f"  {number}  ", (entity.name, "bold"), f"  {kind}  ", (f"{entity.id}  {articles}", "dim")))
    if entity.aliases:
        out.print(Text(f"     also: {', '.join(entity.aliases)}"))
    for seen in sightings(graph, entity, _SENTENCES):
        article = graph.articles[seen.article]
        out.print(marked(seen.sentence, [(seen.mention, "underline")]))
        origin = " · ".join(filter(None, (article.id, article.source, article.date)))
        out.print(Text(f"      {origin}", style="dim"))


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
                    for seen in sightings(graph, entity, _SENTENCES)
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
