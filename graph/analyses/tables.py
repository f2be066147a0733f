"""What every analysis gives: a small table of plain values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import UserError

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | bool | None
"""A value of a table; None where there is none, never NaN."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows, in the order that the analysis states; the same graph gives the same table.

    `notes` are sentences on the whole: how many were left out, what a measure came to. Where a cell lists several
    things they are joined by "; ".
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells under {len(self.columns)} columns: {row!r}")

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells under one name, top to bottom; `ValueError` where there is no such column."""
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def head(self, number: int) -> "Table":
        """The first rows, at most `number` of them, with a note on those left out."""
        if len(self.rows) <= number:
            return self
        rest = f"{len(self.rows) - number} more of {len(self.rows)} rows"
        return Table(self.columns, self.rows[:number], (*self.notes, rest))

    def dicts(self) -> list[dict[str, Cell]]:
        """One dictionary a row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self) -> "pandas.DataFrame":
        """The table as a data frame; pandas comes with `liaisons[analysis]`."""
        try:
            import pandas
        except ImportError as error:
            raise UserError("this needs pandas: pip install 'liaisons[analysis]'") from error

        return pandas.DataFrame(list(self.rows), columns=list(self.columns))


def joined(values: Iterable[str]) -> str:
    """Several values in one cell: each once, sorted.

    >>> joined(["supports", "funds", "supports"])
    'funds; supports'
    """
    return "; ".join(sorted(set(values)))
