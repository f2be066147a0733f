"""How many descriptions and pronouns of press paragraphs reach what they stand for, and how many something else.

The paragraphs are in `antecedents/`: those that the rules were mended with, and those that were kept blind and are only
counted. Run as a script, this file prints every word that is not right: `python test_antecedents.py fr_mended`.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from spacy.tokens import Doc

from liaisons.extractors.pipeline import docs, load
from liaisons.graph.model import Article

FOLDER = Path(__file__).parent / "antecedents"
_MARK = re.compile(r"\[([^]=]*)=([^]]*)\]")

FLOORS = {
    "fr_mended": (0.54, 0.03),
    "fr_blind": (0.4, 0.1),
    "en_mended": (0.56, 0.06),
    "en_blind": (0.36, 0.08),
    "fr_press": (0.68, 0.01),
    "en_press": (0.54, 0.02),
}
"""The least share of right and the largest of wrong answers, of all words that stand for something."""


class Answer(NamedTuple):
    """What a word was taken for beside what it stands for: names, or nothing."""

    paragraph: int
    word: str
    name: str
    found: str

    @property
    def right(self) -> bool:
        return self.name == self.found


def answers(name: str) -> list[Answer]:
    """The answers to all marked words of a file."""
    lines = [x for x in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines() if x and not x.startswith("#")]
    lang = name[:2]
    marked: list[list[tuple[int, int, str]]] = []
    articles = []
    for number, line in enumerate(lines):
        text, spans = "", []
        parts = _MARK.split(line)
        for plain, word, wanted in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
            text += plain
            if wanted:
                spans.append((len(text), len(text) + len(word), wanted))
            text += word
        marked.append(spans)
        articles.append(Article(f"{name}{number}", text, lang))
    found = []
    for number, (doc, spans) in enumerate(zip(docs(load(lang), articles), marked, strict=True), 1):
        for start, end, wanted in spans:
            found.append(Answer(number, doc.text[start:end], wanted, _taken_for(doc, start, end, wanted)))
    return found


def _taken_for(doc: Doc, start: int, end: int, wanted: str) -> str:
    """The name of what a span of the text was taken for: the wanted one if it has it, "-" where none."""
    taken = []
    for cluster in doc._.clusters:
        for mention in cluster.mentions:
            span = doc[mention.start : mention.end]
            if span.start_char < end and start < span.end_char:
                names = {cluster.name, *(doc[m.start : m.end].text for m in cluster.mentions)}
                meant = (one for one in wanted.split("+") if any(f" {one}".endswith(f" {name}") for name in names))
                known = next(meant, "")  # "Sahel News" for "Le Sahel News"
                if known or (cluster.type != "Event" and mention.via != "demonym" and mention.kind != "name"):
                    taken.append(known or cluster.name)
    right = [one for one in wanted.split("+") if one in taken]
    return "+".join(right if right else taken[:1]) or "-"


def counted(found: list[Answer]) -> tuple[float, float]:
    """The shares of right and of wrong answers; no answer where there is one is neither."""
    standing = [a for a in found if a.name != "-"]
    right = sum(a.right for a in standing)
    wrong = sum(not a.right and a.found != "-" for a in found)
    return right / len(standing), wrong / len(standing)


@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
def test_words_reach_what_they_stand_for(name: str) -> None:
    right, wrong = counted(answers(name))
    least, most = FLOORS[name]
    assert right >= least, f"{name}: {right:.3f} right"
    assert wrong <= most, f"{name}: {wrong:.3f} wrong"


if __name__ == "__main__":
    for name in [a for a in sys.argv[1:] if a in FLOORS] or FLOORS:
        found = answers(name)
        right, wrong = counted(found)
        standing = sum(a.name != "-" for a in found)
        print(
            f"{name}: right {right:.3f} ({right * standing:.0f} of {standing}), wrong {wrong:.3f} ({wrong * standing:.0f})"
        )
        if "blind" not in name or "-v" in sys.argv:
            for a in found:
                if not a.right:
                    print(f"   {a.paragraph} {a.word} = {a.name}, found {a.found}")
