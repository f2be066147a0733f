"""Asking in SPARQL."""

from pathlib import Path
from typing import Annotated

import typer

from ..graph.errors import UserError
from .tables import Format, form, print_rows
from .terminal import In, folder_and_store, open_graph


def query(
    sparql: Annotated[str, typer.Argument(help="A SPARQL 1.1 query, or @FILE to read one from a file.")],
    where: In,
    format: Format = "table",
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            help="Ask the store without the evidence below this confidence, instead of graph.nq; 0 to 1.",
            metavar="X",
            min=0,
            max=1,
        ),
    ] = None,
) -> None:
    """Ask the graph in SPARQL; no server is needed.

    The prefixes lia, schema, skos, rdf, rdfs, prov, oa, dcterms and xsd are known, and a pattern without GRAPH looks in
    all articles.

    Example: `liaisons query 'SELECT ?name { ?p lia:leads ?o . ?p rdfs:label ?name }' --in out`
    """
    from ..exports.iris import BASE
    from ..exports.sparql import ask
    from ..exports.sparql import query as run
    from ..graph import store

    form(format)
    if sparql.startswith("@"):
        try:
            sparql = Path(sparql[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UserError(f"{sparql[1:]}: cannot be read as a query ({error})") from error
    folder, file = folder_and_store(where)
    if min_confidence is None:
        result = run(folder / "graph.nq", sparql)
    else:
        base = store.parameters(file).get("base", BASE)
        result = ask(open_graph(where, min_confidence), sparql, base=base)
    print_rows(result.columns, result.rows, format)
