"""The examples in the docstrings of the graph run and print what they show."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from liaisons import graph

MODULES = [m.name for m in pkgutil.walk_packages(graph.__path__, "liaisons.graph.")]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_docstrings(module):
    assert doctest.testmod(import_module(module)).failed == 0


def test_a_researcher_finds_an_example_of_every_question():
    knowledge = import_module("liaisons.graph.knowledge")
    shown = {t.name.rpartition(".")[2] for t in doctest.DocTestFinder(exclude_empty=True).find(knowledge) if t.examples}
    asked = {"open", "entity", "statements", "neighbours", "paths", "timeline", "to_networkx", "to_pandas"}
    assert shown >= asked
