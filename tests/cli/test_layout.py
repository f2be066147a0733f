"""Tables in any width: nothing of them is cut."""

import io

import pytest
from rich.console import Console

from liaisons.cli.layout import laid_out

COLUMNS = ("source", "subject", "object", "sentence", "sum")
ROWS = (
    (
        "Le Courrier de l’Ouest",
        "Maud Lestienne-Vauquelin",
        "Raphaël Glockenspielmann",
        "Elle le soutient.",
        "44000000000",
    ),
    ("AFP", "Nébula", "Kartoflex", "Nébula a racheté mardi son rival Kartoflex, a annoncé sa directrice à Lyon.", ""),
)
SHORT = tuple((*row[:3], "", row[4]) for row in ROWS)


def drawn(rows, width):
    file = io.StringIO()
    table = laid_out(COLUMNS, rows, (False, False, False, False, True), width)
    Console(file=file, width=width, color_system=None).print(table, width=width)
    return file.getvalue()


@pytest.mark.parametrize("rows", [ROWS, SHORT, ()])
@pytest.mark.parametrize("width", [25, 40, 60, 80, 100, 120, 300])
def test_nothing_is_cut_and_nothing_is_wider_than_the_terminal(rows, width):
    text = drawn(rows, width)
    assert "…" not in text
    assert max(map(len, text.splitlines()), default=0) <= width
    letters = "".join(c for c in text if not c.isspace() and c not in "┏━┳┓┃┡╇┩│└─┴┘")
    for row in rows:  # in a table the words of cells stand side by side: all their letters are there
        for letter in set("".join(row)) - {" "}:
            assert letters.count(letter) >= sum("".join(r).count(letter) for r in rows)


@pytest.mark.parametrize(
    ("rows", "width", "first"),
    [
        (SHORT, 120, "┏"),  # with lines
        (SHORT, 75, ""),  # without
        (SHORT, 50, "source"),  # each row a list
        (ROWS, 75, "source"),  # a sentence would stand in a column of single words
    ],
)
def test_the_form_follows_the_width(rows, width, first):
    lines = [line for line in drawn(rows, width).splitlines() if line.strip()]
    words = {"┏": 1, "": len(COLUMNS), "source": 5}[first]
    assert lines[0].startswith(first)
    assert len(lines[0].split()) == words
    assert ("┃" in lines[1]) == (first == "┏")


def test_a_list_leaves_out_what_is_empty_and_keeps_rows_apart():
    text = "\n".join(
        line.rstrip() for line in drawn((("a", "", "b", "", "1"), ("c", "d", "", "", "")), 12).splitlines()
    )
    assert text == "source    a\nobject    b\nsum       1\n\nsource    c\nsubject   d"
