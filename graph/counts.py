"""How much there is in a graph, of each kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .model import Status
from .ontology import ontology
from .selection import dated

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph


def counts(graph: "KnowledgeGraph") -> Mapping[str, Mapping[str, int]]:
    """The counts by what is counted, then by name; what does not occur is left out.

    - `language`, `publication`: articles, the most frequent first.
    - `type`: entities, `relation`, `family`: statements, the most frequent first; `status`: statements.
    - `source`: pieces of evidence by who is quoted for them, by id, the most frequent first.
    - `month`: pieces of evidence in the order of time, by their own date or else that of their article; where only a
      year is known it stands alone, and "" is no date.
    - `decision`: decisions of a person, by what they do.

    >>> from liaisons.graph.example import example
    >>> counts(example())["month"]
    {'2024-03': 2, '2025-01': 2}
    """
    statements = graph.statements()
    evidence = [e for s in statements for e in s.evidence]
    families = {name: r.family for name, r in ontology().relations.items()}
    statuses = Counter(str(s.status) for s in statements)
    months = Counter(dated(e, graph.articles[e.article])[:7] for e in evidence)
    return {
        "language": _frequent(a.lang for a in graph.articles.values()),
        "publication": _frequent(a.source for a in graph.articles.values()),
        "type": _frequent(e.type for e in graph.entities.values()),
        "relation": _frequent(s.relation for s in statements),
        "family": _frequent(families[s.relation] for s in statements),
        "status": {name: statuses[name] for name in map(str, Status) if statuses[name]},
        "source": _frequent(e.source for e in evidence if e.source),
        "month": {month: months[month] for month in sorted(months)},
        "decision": _frequent(str(d.action) for d in graph.decisions),
    }


def _frequent(values: Iterable[str]) -> dict[str, int]:
    found = Counter(values)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
