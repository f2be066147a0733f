"""Names in sentences of the press and their types: what stands before a name, or is in apposition to it, says what it is.

`rows/*/types.txt` hold a sentence a line and under it, indented, names with their types; "!" before one is a known
failure with its reason.
"""

from pathlib import Path

import pytest

from liaisons.extractors.pipeline import load

FILES = sorted((Path(__file__).parent / "rows").glob("*/types.txt"))


def _read(file: Path) -> list[tuple[str, str, str]]:
    """Language, sentence and a line under it."""
    found, sentence = [], ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found.append((file.parent.name, sentence, line.strip()))
        elif line.strip() and not line.startswith("#"):
            sentence = line.strip()
    return found


ROWS = [row for file in FILES for row in _read(file)]


@pytest.fixture(scope="module")
def types() -> dict[tuple[str, str], set[str]]:
    """The names of each sentence with their types, in one batch a language."""
    found = {}
    for lang in sorted({lang for lang, _, _ in ROWS}):
        for doc in load(lang).pipe(sorted({text for at, text, _ in ROWS if at == lang})):
            found[lang, doc.text] = {f"{c.name} | {c.type}" for c in doc._.clusters}
    return found


@pytest.mark.model
@pytest.mark.parametrize(("lang", "sentence", "line"), ROWS)
def test_a_name_has_this_type(lang, sentence, line, types):
    expected = line.removeprefix("!").partition(":")[0].strip()
    assert (expected in types[lang, sentence]) is not line.startswith("!"), types[lang, sentence]
