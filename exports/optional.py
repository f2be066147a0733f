"""The libraries of the extras, imported where they are needed."""

import logging
from importlib import import_module
from typing import Any

from ..graph.errors import UserError


def pyarrow() -> tuple[Any, Any]:
    """pyarrow and its module for Parquet."""
    return _needed("pyarrow", "Parquet files"), _needed("pyarrow.parquet", "Parquet files")


def matplotlib() -> tuple[Any, Any]:
    """matplotlib and its class of figures, which needs no screen."""
    return _needed("matplotlib", "figures"), _needed("matplotlib.figure", "figures").Figure


def pylode() -> Any:
    """pyLODE's profile for ontologies, without what it logs."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        return _needed("pylode.profiles.ontpub", "pages of the ontology", "ontology").OntPub
    finally:
        logging.disable(before)


def _needed(module: str, what: str, extra: str = "analysis") -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise UserError(f"{what} need {name}, which is not installed: pip install 'liaisons[{extra}]'") from error
