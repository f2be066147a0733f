"""An interview: doubtful merges and statements shown one at a time, each answered by a single key."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.text import Text

from ..graph.errors import UserError
from .terminal import count, marked, out, print_evidence, stated

if TYPE_CHECKING:
    from ..graph.decisions import Decision
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity
    from ..graph.questions import Question

SENTENCES = 3
"""How many sentences a question shows of each thing."""

_KEYS = """\
  s  same: the two are one thing            y  yes: the sentence says so
  d  different: they are not                n  no: it does not
  space  later: the next review asks again
  u  undo: take the last answer back        q  quit; all that you answered is kept
"""


class Session:
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
            for evidence in question.statement.evidence[:SENTENCES]:
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
    for seen in sightings(graph, entity, SENTENCES):
        article = graph.articles[seen.article]
        out.print(marked(seen.sentence, [(seen.mention, "underline")]))
        origin = " · ".join(filter(None, (article.id, article.source, article.date)))
        out.print(Text(f"      {origin}", style="dim"))
