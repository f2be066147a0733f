"""Analyses: questions to a whole graph, each a pure function from a graph to a small table."""

from .tables import Cell, Table

__all__ = ["Cell", "Table"]
