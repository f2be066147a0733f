"""The libraries of the extra `liaisons[analysis]`, imported where they are needed."""

from importlib import import_module
from typing import Any

from ..graph.errors import UserError


def pyarrow() -> tuple[Any, Any]:
    """pyarrow and its module for Parquet."""
    return _needed("pyarrow", "Parquet files"), _needed("pyarrow.parquet", "Parquet files")


def matplotlib() -> tuple[Any, Any]:
    """matplotlib and its class of figures, which needs no screen."""
    return _needed("matplotlib", "figures"), _needed("matplotlib.figure", "figures").Figure


def _needed(module: str, what: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0]
        raise UserError(f"{what} need {name}, which is not installed: pip install 'liaisons[analysis]'") from error
