"""The files that an export folder holds, by format."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from . import nodelink, predictions, rdf, table
from .iris import BASE


@dataclass(frozen=True, slots=True)
class Options:
    """What some formats need beyond the graph: the base of the IRIs, the parameters of the run that made the graph."""

    base: str = BASE
    parameters: Mapping[str, str] = field(default_factory=dict)


Writer = Callable[[KnowledgeGraph, Path, Options], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the name that the command line gives it, and the one file that it writes."""

    name: str
    file: str
    write: Writer


def _plain(write: Callable[[KnowledgeGraph, Path], None]) -> Writer:
    return lambda graph, path, _: write(graph, path)


def _rdf(write: Callable[..., None]) -> Writer:
    return lambda graph, path, options: write(graph, path, base=options.base, parameters=options.parameters)


FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format("nquads", "graph.nq", _rdf(rdf.write_nquads)),
        Format("turtle", "graph.ttl", _rdf(rdf.write_turtle)),
        Format("json", "graph.json", _plain(nodelink.write)),
        Format("csv", "statements.csv", _plain(table.write)),
        Format("predictions", "predictions.jsonl", _plain(predictions.write)),
    )
}


def write_all(
    graph: KnowledgeGraph, folder: Path, names: Iterable[str] = tuple(FORMATS), options: Options | None = None
) -> Iterator[Path]:
    """Write the files of these formats one by one, and yield the path of each once it is complete.

    A file appears under its name only whole. `UserError` for a name that is no format, before anything is written.
    """
    names = list(names)
    for name in names:
        if name not in FORMATS:
            raise UserError(f"no export format {name!r}; there are {', '.join(FORMATS)}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / FORMATS[name].file
        partial = path.with_name(f"{path.name}.part")
        FORMATS[name].write(graph, partial, options or Options())
        yield partial.replace(path)
