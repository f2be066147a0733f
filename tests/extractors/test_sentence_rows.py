"""Sentences of the press and what the rows of a language make of them.

`rows/*/*.txt` hold a sentence a line and under it, indented, what it states: subject, relation, object, and the status
where it is not asserted. "!" before such a line is a known failure with its reason: what ought to be stated and is not, or,
after "not", what is stated and ought not to be. A sentence with nothing under it states nothing.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from liaisons.extractors.pipeline import load

FILES = sorted(file for file in (Path(__file__).parent / "rows").glob("*/*.txt") if file.stem != "types")


def _read(file: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Language, sentence and the lines under it."""
    found: list[tuple[str, str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][2].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            found.append((file.parent.name, line.strip(), []))
    yield from found


SENTENCES = [row for file in FILES for row in _read(file)]


def _statement(line: str) -> str:
    parts = [part.strip() for part in line.split("|")]
    return " | ".join(parts if len(parts) == 4 else [*parts, "asserted"])


def _cases() -> Iterator[object]:
    for lang, sentence, lines in SENTENCES:
        known = [line for line in lines if not line.startswith("!")]
        yield pytest.param(lang, sentence, known, lines, id=sentence)


@pytest.fixture(scope="module")
def stated() -> dict[tuple[str, str], set[str]]:
    """What each sentence states, in one batch a language."""
    found = {}
    for lang in sorted({lang for lang, _, _ in SENTENCES}):
        for doc in load(lang).pipe([text for at, text, _ in SENTENCES if at == lang]):
            graph = doc._.statements
            names = {e.id: e.name for e in graph.entities}
            found[lang, doc.text] = {
                f"{names[s.subject]} | {s.relation} | {names[s.object]} | {s.status}" for s in graph.statements
            }
    return found


@pytest.mark.model
@pytest.mark.parametrize(("lang", "sentence", "known", "lines"), list(_cases()))
def test_a_sentence_states_this_and_nothing_else(lang, sentence, known, lines, stated):
    wrong = {_statement(line.removeprefix("! not").partition(":")[0]) for line in lines if line.startswith("! not")}
    missed = {
        _statement(line.removeprefix("!").partition(":")[0])
        for line in lines
        if line.startswith("!") and not line.startswith("! not")
    }
    found = stated[lang, sentence]
    assert found == {_statement(line) for line in known} | wrong
    assert not found & missed, "a known failure passes: take its mark away"


def test_no_sentence_stands_twice():
    texts = [sentence for _, sentence, _ in SENTENCES]
    assert [t for t in texts if texts.count(t) > 1] == []
