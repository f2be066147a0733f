"""The examples in the docstrings of dossiers run and print what they show."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from liaisons.exports import dossiers

MODULES = [m.name for m in pkgutil.walk_packages(dossiers.__path__, "liaisons.exports.dossiers.")]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_docstrings(module: str) -> None:
    assert doctest.testmod(import_module(module)).failed == 0
