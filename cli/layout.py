"""A table in as many columns as the terminal has: nothing of it is ever cut."""

from collections.abc import Iterable, Sequence

from rich.box import HEAVY_HEAD, SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

TALLEST = 6
"""Lines of a row: where one would be taller, every row becomes a list of its cells."""
_LONGEST_WORD = 20
"""Longer words (addresses, ids) may be broken."""
_FRAMED, _OPEN = 3, 2
"""What a column costs beside its text: with lines around it, and without."""


def laid_out(
    columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool], width: int
) -> RenderableType:
    """The rows within `width` columns: with lines between them, else without, else each row as a list of its cells.

    `numbers` tells the columns that stand to the right.
    """
    cells = [[name, *(row[i] for row in rows)] for i, name in enumerate(columns)]
    least = [max(min(_longest_word(cell), _LONGEST_WORD) for cell in column) for column in cells]
    whole = [max(_width(cell) for cell in column) for column in cells]
    for box, cost in ((HEAVY_HEAD, _FRAMED), (SIMPLE_HEAD, _OPEN)):
        widths = _shared(least, whole, width - cost * len(columns) - (cost == _FRAMED))
        if widths and all(_lines(cell, w) <= TALLEST for row in rows for cell, w in zip(row, widths, strict=True)):
            table = Table(box=box, padding=(0, 1) if cost == _FRAMED else (0, 2, 0, 0), pad_edge=cost == _FRAMED)
            for name, right, w in zip(columns, numbers, widths, strict=True):
                table.add_column(Text(name), justify="right" if right else "left", width=w, overflow="fold")
            for row in rows:
                table.add_row(*map(Text, row))
            return table
    return Group(*_lists(columns, rows))


def _lists(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[RenderableType]:
    for number, row in enumerate(rows):
        if number:
            yield Text()
        table = Table(show_header=False, box=None, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(no_wrap=True, style="bold", width=max(map(cell_len, columns)))
        table.add_column(overflow="fold")
        for name, cell in zip(columns, row, strict=True):
            if cell:
                table.add_row(Text(name), Text(cell))
        yield table


def _shared(least: Sequence[int], whole: Sequence[int], room: int) -> list[int]:
    """The widths of columns in the room there is: the widest give way first; empty where their words do not fit."""
    if sum(least) > room:
        return []
    cap = max(whole, default=0)
    while sum(widths := [max(low, min(high, cap)) for low, high in zip(least, whole, strict=True)]) > room:
        cap -= 1
    return widths


def _width(text: str) -> int:
    return max(map(cell_len, text.split("\n")))


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


def _lines(text: str, width: int) -> int:
    """How many lines the text takes, words kept whole where they can be."""
    lines, used = 1, 0
    for word in text.split():
        length = cell_len(word)
        if used and used + 1 + length > width:
            lines, used = lines + 1, 0
        if length > width:
            lines, length = lines + (length - 1) // width, (length - 1) % width + 1
        used += length + (1 if used else 0)
    return lines + text.count("\n")
