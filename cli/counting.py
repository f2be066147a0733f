"""Counting: how much of what there is in a graph, and how it came about."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from .tables import Format, form, print_csv, print_json
from .terminal import In, MinConfidence, folder_and_store, open_graph, out
from .working import print_reports

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph

_TITLES = {
    "language": "articles by language",
    "publication": "articles by publication",
    "type": "entities by type",
    "relation": "statements by relation",
    "family": "statements by family of relations",
    "status": "statements by status",
    "source": "sentences by who is quoted",
    "month": "sentences by month",
    "decision": "decisions",
}
_UNKNOWN = {"publication": "not stated", "month": "no date", "language": "not known"}


def stats(
    where: In,
    limit: Annotated[int, typer.Option("--limit", help="Rows of each count, in a table.", min=1)] = 12,
    min_confidence: MinConfidence = 0.0,
    format: Format = "table",
) -> None:
    """Count what is in a graph, by type, relation, status, publication, source and month, and say how it was made.

    What a person has decided is counted as well; decisions that no longer apply or contradict each other are told.

    Example: `liaisons stats --in out`
    """
    from ..graph import store
    from ..graph.counts import counts

    form(format)
    graph = open_graph(where, min_confidence)
    parameters = store.parameters(folder_and_store(where)[1])
    found = counts(graph)
    totals = _totals(graph)
    if format == "json":
        named = {**found, "source": {graph.entities[i].name: n for i, n in found["source"].items()}}
        print_json({**totals, "by": named, "reports": list(graph.reports), "parameters": parameters})
    elif format == "csv":
        rows: list[tuple[str, str, str | int]] = [("total", name, n) for name, n in totals.items()]
        rows += [(section, _name(graph, section, i), n) for section, part in found.items() for i, n in part.items()]
        rows += [("report", report, "") for report in graph.reports]
        rows += [("parameter", name, value) for name, value in parameters.items()]
        print_csv(("of", "name", "value"), rows)
    else:
        out.print(Text(", ".join(f"{n} {name}" for name, n in totals.items() if n), style="bold"))
        for section, part in found.items():
            if part:
                _print_section(graph, section, part, limit)
        out.print(Text("\nhow it was made", style="bold"))
        _print_table(parameters)
        print_reports(graph)


def _totals(graph: "KnowledgeGraph") -> dict[str, int]:
    return {
        "articles": len(graph.articles),
        "entities": len(graph.entities),
        "statements": len(graph.statements()),
        "sentences": sum(len(s.evidence) for s in graph.statements()),
        "rejected": len(graph.verdicts.rejected),
        "confirmed": len(graph.verdicts.confirmed),
        "doubtful merges": len(graph.proposals),
    }


def _name(graph: "KnowledgeGraph", section: str, key: str) -> str:
    return graph.entities[key].name if section == "source" else key


def _print_section(graph: "KnowledgeGraph", section: str, part: Mapping[str, int], limit: int) -> None:
    out.print(Text(f"\n{_TITLES[section]}", style="bold"))
    shown = list(part.items())
    if section == "month":
        left, shown = len(shown) - limit, shown[-limit:]
    else:
        left, shown = len(shown) - limit, shown[:limit]
    _print_table({_name(graph, section, key) or _UNKNOWN[section]: str(n) for key, n in shown})
    if left > 0:
        before = "earlier" if section == "month" else "more"
        out.print(Text(f"  and {left} {before}; --limit shows them", style="dim"))


def _print_table(rows: Mapping[str, str]) -> None:
    table = Table(show_header=False, box=None, padding=(0, 0, 0, 2))
    table.add_column()
    table.add_column(justify="right" if all(value.isdecimal() for value in rows.values()) else "left")
    for name, value in rows.items():
        table.add_row(Text(name), Text(value))
    out.print(table, soft_wrap=False)
