"""Analyses: questions to a whole graph, each a pure function from a graph to a small table.

They take the statements that they are given (`statements=graph.statements(since=2023)`), all unless some are, and of
these the ones of certain `statuses`, `relations`, and `types` of entities at both ends.
"""

from .balance import balance, camps, triad_table
from .centrality import Measure, centrality
from .claims import claims, stances
from .communities import Method, communities
from .compare import Part, compare
from .ego import ego
from .networks import Weight
from .signs import signed_ties
from .tables import Cell, Table
from .ties import ties
from .timeline import Clock, Step, timeline

__all__ = [
    "Cell",
    "Clock",
    "Measure",
    "Method",
    "Part",
    "Step",
    "Table",
    "Weight",
    "balance",
    "camps",
    "centrality",
    "claims",
    "communities",
    "compare",
    "ego",
    "signed_ties",
    "stances",
    "ties",
    "timeline",
    "triad_table",
]
