"""Figures of analyses, fit for a paper: one column wide, readable in grey and to the colour-blind, the same every time.

Each function takes the table of an analysis and gives a matplotlib figure; `save` writes it. Colours are those of
Okabe and Ito (2008); what a colour says is said by a place, a line or a hatching too.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..graph.analyses import Table
from ..graph.errors import UserError
from .colours import COLOURS
from .optional import matplotlib

COLUMN = 3.5
"""Inches: the width of one column of most journals."""

SUPPORT, OPPOSITION, NEITHER = "#0072B2", "#D55E00", "#999999"
SUFFIXES = (".png", ".svg", ".pdf")
_STYLE = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, so that it is the same everywhere
    "font.size": 7,
    "axes.titlesize": 8,
    "axes.labelsize": 7,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.labelsize": 6.5,
    "ytick.labelsize": 6.5,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "legend.fontsize": 6.5,
    "legend.frameon": False,
    "hatch.linewidth": 0.5,
    "svg.hashsalt": "liaisons",  # else ids in SVG are random
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
}
_LONGEST = 34  # characters of a label


def style() -> Any:
    """A context in which figures are drawn and saved."""
    return matplotlib()[0].rc_context(_STYLE)


def new(width: float, height: float) -> tuple[Any, Any]:
    """A figure of this size in inches, and its axes."""
    figure = matplotlib()[1](figsize=(width, height), layout="constrained")
    return figure, figure.add_subplot()


def save(figure: Any, path: Path) -> None:
    """Write a figure as .png (300 dpi), .svg or .pdf, without the time; `UserError` for another ending."""
    if path.suffix not in SUFFIXES:
        raise UserError(f"{path}: no form of figure ends with {path.suffix!r}; there are {', '.join(SUFFIXES)}")
    metadata = {
        ".png": {"Software": None},
        ".svg": {"Date": None, "Creator": None},
        ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    }[path.suffix]
    try:
        with style():
            figure.savefig(path, dpi=300, metadata=metadata, format=path.suffix[1:])
    except OSError as error:
        raise UserError(f"{path}: cannot write there ({error.strerror or error})") from error


def short(text: str, length: int = _LONGEST) -> str:
    """The text, cut where it is too long for a label; a dollar sign is no formula."""
    return (text if len(text) <= length else text[: length - 1].rstrip() + "…").replace("$", r"\$")


def centrality(table: Table, number: int = 15) -> Any:
    """The entities with the highest values of the first measure: a dot each, in the colour of their type."""
    measure = table.columns[2]
    rows = table.rows[:number][::-1]
    with style():
        figure, axes = new(COLUMN, 0.7 + 0.165 * len(rows))
        for place, row in enumerate(rows):
            axes.plot([0, row[2]], [place, place], color="#DDDDDD", linewidth=1, zorder=1)
            axes.plot(row[2], place, "o", color=COLOURS[str(row[1])], markersize=5, zorder=2)
        axes.set_yticks(range(len(rows)), [short(str(row[0])) for row in rows])
        axes.set_xlim(left=0)
        axes.set_xlabel(measure)
        type_legend(figure, {str(row[1]) for row in rows})
    return figure


def ties(table: Table, number: int = 15) -> Any:
    """The strongest ties: a bar each, as long as the count that they are sorted by."""
    by = table.notes[0].rpartition(" ")[2] if table.notes else "articles"
    by = by if by in table.columns else "articles"
    rows = table.dicts()[:number][::-1]
    with style():
        figure, axes = new(COLUMN, 0.5 + 0.175 * len(rows))
        axes.barh(range(len(rows)), [row[by] for row in rows], color=SUPPORT, height=0.6)
        names = [f"{short(str(row['a']), 20)} — {short(str(row['b']), 20)}" for row in rows]
        axes.set_yticks(range(len(rows)), names)
        axes.set_xlabel(f"{by} that state a tie")
        _whole(axes.xaxis)
    return figure


def stances(table: Table, number: int = 10) -> Any:
    """Source × whom it is about: sentences of support and of opposition, as signed numbers in coloured cells."""
    rows = table.dicts()
    about = _most([(str(row["about"]), _count(row)) for row in rows], number)
    sources = _most([(str(row["source"]), _count(row)) for row in rows if row["about"] in about], number)
    about = [who for who in about if any(row["about"] == who and row["source"] in sources for row in rows)]
    cells: dict[tuple[str, str], Counter[str]] = {}
    for row in rows:
        key = (str(row["source"]), str(row["about"]))
        cells.setdefault(key, Counter()).update(
            support=int(row["support"] or 0), opposition=int(row["opposition"] or 0)
        )
    with style():
        figure, axes = new(max(COLUMN, 1.6 + 0.3 * len(about)), 1.3 + 0.22 * len(sources))
        deepest = max((max(c.values()) for c in cells.values()), default=1)
        for (source, who), cell in sorted(cells.items()):
            if source in sources and who in about:
                balance = cell["support"] - cell["opposition"]
                colour = SUPPORT if balance > 0 else OPPOSITION if balance < 0 else NEITHER
                x, y = about.index(who), len(sources) - 1 - sources.index(source)
                alpha = 0.25 + 0.5 * max(cell.values()) / deepest
                axes.add_patch(_square(x, y, facecolor=colour, alpha=alpha))
                signs = (("+", cell["support"]), ("−", cell["opposition"]))
                axes.text(x, y, " ".join(f"{s}{n}" for s, n in signs if n), ha="center", va="center", fontsize=6)
        axes.set_xlim(-0.5, max(len(about), 1) - 0.5)
        axes.set_ylim(-0.5, max(len(sources), 1) - 0.5)
        axes.set_xticks(
            range(len(about)), [short(who, 24) for who in about], rotation=40, ha="right", rotation_mode="anchor"
        )
        axes.set_yticks(range(len(sources)), [short(s, 26) for s in sources[::-1]])
        axes.tick_params(length=0)
        axes.set_xlabel("about whom: sentences of support (+), of opposition (−)")
        axes.set_ylabel("according to")
        axes.set_axisbelow(True)
    return figure


def comparison(table: Table, number: int = 12) -> Any:
    """Statements by relation and by what comes out of comparing the two parts."""
    counts = Counter((str(row["relation"]), str(row["outcome"])) for row in table.dicts())
    relations = _most([(relation, n) for (relation, _), n in counts.items()], number)[::-1]
    looks = {
        "shared": ("#009E73", ""),
        "only a": ("#56B4E9", "////"),
        "only b": ("#E69F00", "\\\\\\\\"),
        "other status": ("#F0E442", "...."),
        "contradiction": ("#D55E00", "xxxx"),
    }
    with style():
        figure, axes = new(COLUMN, 0.9 + 0.175 * len(relations))
        left = [0] * len(relations)
        for outcome in [o for o in looks if any(counts[r, o] for r in relations)]:
            colour, hatch = looks[outcome]
            values = [counts[r, outcome] for r in relations]
            axes.barh(
                range(len(relations)),
                values,
                left=left,
                height=0.65,
                label=outcome,
                color=colour,
                hatch=hatch,
                edgecolor="white",
                linewidth=0.3,
            )
            left = [a + b for a, b in zip(left, values, strict=True)]
        axes.set_yticks(range(len(relations)), [r.replace("_", " ") for r in relations])
        axes.set_xlabel("statements")
        _whole(axes.xaxis)
        if table.notes:
            figure.suptitle(short(table.notes[0].partition(":")[0], 64), fontsize=7)
        _legend(figure, axes)
    return figure


def timeline(table: Table) -> Any:
    """Statements in each period, those of support and of opposition apart."""
    rows = table.dicts()
    few = len(rows) <= 40  # hatching and white edges hide thin bars
    with style():
        figure, axes = new(COLUMN, 2.2)
        bottom = [0] * len(rows)
        for name, colour, hatch in (
            ("support", SUPPORT, ""),
            ("opposition", OPPOSITION, "////"),
            ("other", "#CCCCCC", ""),
        ):
            values = [int(row[name] or 0) for row in rows]
            axes.bar(
                range(len(rows)),
                values,
                bottom=bottom,
                width=0.85 if few else 1,
                label=name,
                color=colour,
                hatch=hatch if few else "",
                edgecolor="white",
                linewidth=0.2 if few else 0,
            )
            bottom = [a + b for a, b in zip(bottom, values, strict=True)]
        shown = _ticks([str(row["period"]) for row in rows])
        axes.set_xticks(list(shown), list(shown.values()))
        axes.set_ylabel("sentences with a statement")
        axes.set_xlabel({4: "year", 7: "month"}.get(len(str(rows[0]["period"])) if rows else 0, "day"))
        _whole(axes.yaxis)
        _legend(figure, axes)
    return figure


def _ticks(periods: Sequence[str], most: int = 7) -> dict[int, str]:
    """Where labels stand: at the beginnings of years where there are enough, else evenly."""
    years = {i: p[:4] for i, p in enumerate(periods) if p[4:] in ("", "-01", "-01-01")}
    places = years if len(years) >= 2 else dict(enumerate(periods))
    step = -(-len(places) // most) or 1
    return {i: places[i] for i in list(places)[::step]}


def _most(pairs: Sequence[tuple[str, int]], number: int) -> list[str]:
    """The keys with the highest sums, the highest first."""
    sums: Counter[str] = Counter()
    for key, n in pairs:
        sums[key] += n
    return sorted(sums, key=lambda key: (-sums[key], key))[:number]


def _count(row: dict[str, Any]) -> int:
    return int(row["support"]) + int(row["opposition"])


def _whole(axis: Any) -> None:
    """Only whole numbers at the ticks."""
    from matplotlib.ticker import MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))


def _square(x: float, y: float, **looks: Any) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.47, y - 0.45), 0.94, 0.9, linewidth=0, **looks)


def type_legend(figure: Any, types: set[str]) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], marker="o", linestyle="", color=colour, markersize=4, label=name)
        for name, colour in COLOURS.items()
        if name in types
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=min(4, max(1, len(handles))), handletextpad=0.2)


def _legend(figure: Any, axes: Any) -> None:
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, handlelength=1.4)
