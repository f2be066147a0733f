"""A graph as the parts of an RDF dataset, from which all serialisations are written, one part after the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .. import __version__
from ..graph.knowledge import KnowledgeGraph
from . import triples
from .iris import BASE, Iris
from .triples import Node
from .vocabulary import PREFIXES

Part = tuple[str, Iterator[Node]]
"""The name of a graph, "" for the default graph, and its nodes; names and nodes are in the syntax of N-Triples."""


@dataclass(frozen=True, slots=True)
class RdfOptions:
    """What RDF needs beyond the graph.

    That is the base of the IRIs, the parameters of the run that made the graph, which go into its description, and
    whether asserted statements reify their plain triple by `rdf:reifies` (`star`, RDF 1.2), which rdflib does not know
    yet. `UserError` where `base` is no absolute IRI that ends in "/".
    """

    base: str = BASE
    parameters: Mapping[str, str] = field(default_factory=dict)
    star: bool = False

    def __post_init__(self) -> None:
        Iris(self.base)

    @property
    def iris(self) -> Iris:
        return Iris(self.base)

    @property
    def prefixes(self) -> dict[str, str]:
        """Those of the vocabularies and of the folders of the base, sorted."""
        return dict(sorted((PREFIXES | self.iris.prefixes).items()))


PLAIN = RdfOptions()


def parts(graph: KnowledgeGraph, options: RdfOptions = PLAIN) -> Iterator[Part]:
    """The default graph, then the articles in the order of their ids; nodes are in order too, each once in its part.

    A part is made while it is read, so that no more than that of one article is held beside the graph.
    """
    iris = options.iris
    yield "", triples.default_graph(graph, iris, __version__, options.parameters)
    for ident, article in graph.articles.items():
        yield (
            str(iris.article(ident)),
            triples.named_graph(iris, article, graph.named_graph(ident), star=options.star),
        )
