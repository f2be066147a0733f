"""The vocabulary: the ontology, and the JSON-LD context that is made from it."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from ..graph.errors import UserError
from .terminal import out


def ontology(
    format: Annotated[
        str | None,
        typer.Option(
            "--format", help="turtle, ntriples, rdfxml, jsonld, context, shapes or html; turtle unless -o says."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="A file to write instead of printing; its name tells the format.", metavar="FILE"
        ),
    ] = None,
) -> None:
    """Print or write the vocabulary of the RDF exports: the ontology, its JSON-LD context, the SHACL shapes, or a page.

    The page (html) is made by pyLODE: pip install 'liaisons[ontology]'.

    Example: `liaisons ontology -o liaisons.ttl`

    Example: `liaisons ontology --format context`
    """
    from ..exports import ontology as vocabulary

    name = format or (vocabulary.form_of(output) if output else "turtle")
    if name not in vocabulary.FORMATS:
        raise UserError(f"no format of the ontology {name!r}; there are {', '.join(vocabulary.FORMATS)}")
    text = vocabulary.text(name)
    if output is None:
        typer.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UserError(f"{output}: cannot be written ({error.strerror or error})") from error
    out.print(escape(str(output)))
