"""Commands that say of what is missing what it is, and of a folder under the wrong option the right one."""

from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand

from ..graph import store

_MEANT = {"--in": "--output", "--out": "--output", "--output": "--in", "-o": "--in", "-i": "--in"}
_SHOWN = 3


class Command(TyperCommand):
    """A command whose errors of usage carry the help of what they are about."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            if type(error).__name__ == "MissingParameter" and error.param is not None:  # typer has no name for it
                error.message = _about(error.param)
            raise
        except Exception as error:
            if hasattr(error, "possibilities") and (meant := self._meant(str(getattr(error, "option_name", "")))):
                error.possibilities = [meant]
            raise

    def _meant(self, option: str) -> str:
        own = {name for param in self.params for name in param.opts}
        meant = _MEANT.get(option, "")
        return meant if meant in own and option not in own else ""


def _about(param: Any) -> str:
    text = str(getattr(param, "help", None) or "").replace("`", "")
    if "--in" in param.opts and (folders := _graphs_here()):
        text += f" Here there is {' or '.join(f'--in {folder}' for folder in folders)}."
    return text


def _graphs_here() -> list[str]:
    """The folders here, and in folders here, that hold a graph: the first few."""
    try:
        found = sorted(str(path.parent) for depth in ("*", "*/*") for path in Path().glob(f"{depth}/{store.FILE}"))
    except OSError:
        return []
    return found[:_SHOWN]
