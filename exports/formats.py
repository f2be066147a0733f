"""The files that an export folder holds, by format."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from . import ftm, gexf, graphml, html, jsonld, neo4j, nodelink, parquet, predictions, rdf, table, turtle
from .dataset import RdfOptions
from .iris import BASE

PAGE = "page."
"""What parameters begin with that are about the page alone."""


@dataclass(frozen=True, slots=True)
class Options:
    """What some formats need beyond the graph.

    That is the base of the IRIs and the parameters of the run that made the graph for RDF, whether asserted statements
    reify their plain triple (`star`, RDF 1.2), a title and a language ("fr", "en") for the page, and whether events are
    nodes of networks (`events`, in the formats of `EVENTFUL`).
    """

    base: str = BASE
    parameters: Mapping[str, str] = field(default_factory=dict)
    title: str = "liaisons"
    language: str = "fr"
    star: bool = False
    events: bool = False

    @property
    def rdf(self) -> RdfOptions:
        return RdfOptions(self.base, self.parameters, self.star)

    @classmethod
    def stored(cls, parameters: Mapping[str, str]) -> "Options":
        """The options that stand among the parameters of a store (`store.parameters`)."""
        about_page = {name: value for name, value in parameters.items() if name.startswith(PAGE)}
        return cls(
            base=parameters.get("base", BASE),
            parameters={name: value for name, value in parameters.items() if name not in about_page},
            title=about_page.get(f"{PAGE}title", "liaisons"),
            language=about_page.get(f"{PAGE}language", "fr"),
        )


Writer = Callable[[KnowledgeGraph, Path, Options], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, the one file or folder of files that it writes, and what that is in a few words.

    `star` says that it has triple terms (RDF 1.2).
    """

    name: str
    file: str
    about: str
    write: Writer
    star: bool = False


def _plain(write: Callable[[KnowledgeGraph, Path], None]) -> Writer:
    return lambda graph, path, _: write(graph, path)


def _rdf(write: Callable[[KnowledgeGraph, Path, RdfOptions], None]) -> Writer:
    return lambda graph, path, options: write(graph, path, options.rdf)


def _eventful(write: Callable[..., None]) -> Writer:
    return lambda graph, path, options: write(graph, path, events=options.events)


def _page(graph: KnowledgeGraph, path: Path, options: Options) -> None:
    html.write(graph, path, title=options.title, language=options.language)


FORMATS: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format("html", "graph.html", "the interactive page: open it in a browser, offline", _page),
        Format("turtle", "graph.ttl", "RDF in one graph (Turtle)", _rdf(turtle.write_turtle), True),
        Format("nquads", "graph.nq", "RDF, one named graph an article (N-Quads)", _rdf(rdf.write_nquads), True),
        Format("json", "graph.json", "node-link JSON for networkx and d3", _eventful(nodelink.write)),
        Format("csv", "statements.csv", "one row a statement and sentence", _plain(table.write)),
        Format("predictions", "predictions.jsonl", "one line an article, for scoring", _plain(predictions.write)),
    )
}
"""What `liaisons build` writes."""

ON_REQUEST: Mapping[str, Format] = {
    f.name: f
    for f in (
        Format("trig", "graph.trig", "RDF, one named graph an article (TriG)", _rdf(turtle.write_trig), True),
        Format("ntriples", "graph.nt", "RDF in one graph, a triple a line", _rdf(rdf.write_ntriples), True),
        Format("rdfxml", "graph.rdf", "RDF in one graph (RDF/XML)", _rdf(rdf.write_rdfxml)),
        Format("jsonld", "graph.jsonld", "RDF, one named graph an article (JSON-LD 1.1)", _rdf(jsonld.write)),
        Format("gexf", "graph.gexf", "GEXF 1.3 for Gephi, with colours and time", _eventful(gexf.write)),
        Format("graphml", "graph.graphml", "GraphML for Gephi, yEd, igraph, Cytoscape", _eventful(graphml.write)),
        Format("neo4j", "neo4j", "CSV pairs for neo4j-admin database import", _eventful(neo4j.write)),
        Format(
            "parquet", "parquet", "articles, entities, statements, evidence, events as Parquet", _plain(parquet.write)
        ),
        Format("ftm", "entities.ftm.json", "FollowTheMoney entities, a JSON object a line", _plain(ftm.write)),
    )
}
"""What `liaisons export` writes besides; a folder that holds them has them renewed with the rest."""

EVERY: Mapping[str, Format] = {**FORMATS, **ON_REQUEST}


EVENTFUL = ("json", "gexf", "graphml", "neo4j")
"""The formats in which events are nodes where that is asked for; RDF, Parquet and FollowTheMoney always have them."""


_MEANT: Mapping[str, str] = {
    **{form.file.rpartition(".")[2]: name for name, form in EVERY.items() if "." in form.file},
    **dict.fromkeys(("excel", "xls", "xlsx", "ods", "spreadsheet", "tsv"), "csv"),
    **{"gephi": "gexf", "yed": "graphml", "cytoscape": "graphml", "aleph": "ftm", "pandas": "parquet", "page": "html"},
    **{"json": "json", "n-quads": "nquads", "n-triples": "ntriples", "rdf/xml": "rdfxml", "xml": "rdfxml"},
}
"""Formats by endings of files, programs and spellings that people try."""


def named(given: Iterable[str]) -> list[str]:
    """The names in texts such as "gexf,ftm", each once; `UserError` for one that is no format."""
    names = list(dict.fromkeys(name for text in given for name in text.split(",") if name))
    for name in names:
        if name not in EVERY:
            close = get_close_matches(name.casefold(), EVERY, n=1)
            meant = _MEANT.get(name.casefold().lstrip("."), close[0] if close else "")
            hint = f" (did you mean {meant}?)" if meant else ""
            raise UserError(f"no export format {name!r}{hint}; there are {', '.join(EVERY)}")
    return names


def write_all(
    graph: KnowledgeGraph, folder: Path, names: Iterable[str] = tuple(FORMATS), options: Options | None = None
) -> Iterator[Path]:
    """Write the files of these formats one by one, and yield the path of each once it is complete.

    A file appears under its name only whole. `UserError` before anything is written: for a name that is no format, and
    for one without triple terms where the options ask for them.
    """
    names, options = named(names), options or Options()
    plain = [name for name in names if not EVERY[name].star] if options.star else []
    if plain:
        able = ", ".join(name for name, form in EVERY.items() if form.star)
        raise UserError(f"RDF-star is not for the format {plain[0]!r}; it is for {able}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / EVERY[name].file
        partial = path.with_name(f"{path.name}.part")
        if partial.is_dir():
            shutil.rmtree(partial)
        EVERY[name].write(graph, partial, options)
        yield _moved(partial, path)


def _moved(partial: Path, path: Path) -> Path:
    """Put what is complete in its place; the files of a folder one after the other."""
    if not partial.is_dir():
        return partial.replace(path)
    path.mkdir(exist_ok=True)
    for file in sorted(partial.iterdir()):
        file.replace(path / file.name)
    partial.rmdir()
    return path
