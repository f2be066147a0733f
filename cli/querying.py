"""Asking in SPARQL: a query of one's own, or one of the library."""

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table

from ..graph.errors import UserError
from .tables import print_rows
from .terminal import folder_and_store, open_graph, out
from .working import print_note

if TYPE_CHECKING:
    from ..exports.library import NamedQuery

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples")

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def _parameter(name: str, about: str, metavar: str) -> typer.models.OptionInfo:
    info: typer.models.OptionInfo = typer.Option(name, help=about, metavar=metavar, rich_help_panel="Parameters")
    return info


def query(
    sparql: Annotated[
        str | None,
        typer.Argument(help="The name of a query (--list), a SPARQL 1.1 query, or @FILE to read one from a file."),
    ] = None,
    where: Annotated[
        Path | None, typer.Option("--in", help="The folder that `liaisons build` wrote, or its store.", metavar="OUT")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the named queries and exit.")] = False,
    shown: Annotated[
        bool, typer.Option("--show", help="Print the query, with its parameters filled in, instead of running it.")
    ] = False,
    name: Annotated[str | None, _parameter("--name", "The person, company… it is about: name or id.", "NAME")] = None,
    other: Annotated[str | None, _parameter("--other", "A second one.", "NAME")] = None,
    source: Annotated[str | None, _parameter("--source", "Who is quoted: name or id.", "NAME")] = None,
    relation: Annotated[str | None, _parameter("--relation", "A relation, such as supports.", "NAME")] = None,
    status: Annotated[str | None, _parameter("--status", "asserted, ended, negated, uncertain.", "STATUS")] = None,
    type: Annotated[str | None, _parameter("--type", "A type of entity, such as Person.", "TYPE")] = None,
    kind: Annotated[str | None, _parameter("--kind", "A kind of event, such as takeover.", "KIND")] = None,
    since: Annotated[str | None, _parameter("--since", "This day, month or year or later: 2023-11.", "DATE")] = None,
    until: Annotated[str | None, _parameter("--until", "This day, month or year or earlier.", "DATE")] = None,
    format: Annotated[str, typer.Option("--format", help=f"{', '.join(FORMATS)}.", metavar="FORMAT")] = "table",
    labels: Annotated[str, typer.Option("--labels", help="Language of --list: en or fr.", metavar="LANG")] = "en",
    min_confidence: Annotated[
        float | None,
        typer.Option(
            "--min-confidence",
            help="Leave out the evidence below this confidence, 0 to 1; that of the build unless given.",
            metavar="X",
            min=0,
            max=1,
        ),
    ] = None,
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let a query ask other servers (SERVICE), which is refused without.")
    ] = False,
) -> None:
    """Ask the graph in SPARQL, by one of the named queries or by one of your own; no server is needed.

    The prefixes lia, schema, skos, rdf, rdfs, prov, oa, sem, dcterms and xsd are known, and a pattern without GRAPH
    looks in all articles. The first query after a change of the graph takes as long as an export.

    Example: `liaisons query who-funds --name "Mistral AI" --in out`

    Example: `liaisons query 'SELECT ?name { ?p lia:leads ?o . ?p rdfs:label ?name }' --in out --format tsv`
    """
    from ..exports.refusal import RefusedError
    from ..exports.sparql import QuerySyntaxError
    from .terminal import language

    language(labels)
    if format not in FORMATS:
        raise UserError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    if listed:
        _list(labels)
        return
    if sparql is None:
        raise UserError("query needs the name of a query or a query; `liaisons query --list` names them")
    given = {
        **{"name": name, "other": other, "source": source, "relation": relation, "status": status},
        **{"type": type, "kind": kind, "since": since, "until": until},
    }
    values = {key: value for key, value in given.items() if value is not None}
    asked = _asked(sparql)
    if shown and not values:
        sys.stdout.write(asked.text)
        return
    if where is None:
        raise UserError("query needs --in OUT, the folder that `liaisons build` wrote")
    try:
        _answer(asked, values, where, format, shown, min_confidence, allow_service)
    except RefusedError as error:
        hint = "; --allow-service lets it" if "SERVICE" in str(error) else ""
        raise UserError(f"{error}{hint}") from error
    except QuerySyntaxError as error:
        raise UserError("\n".join(filter(None, (str(error), error.excerpt)))) from error


def _list(labels: str) -> None:
    from ..exports.library import library

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for query in library().values():
        parameters = " ".join(f"--{p.name}" if p.required else f"[--{p.name}]" for p in query.parameters)
        table.add_row(query.name, escape(query.titles[labels]), escape(parameters))
    out.print(table, soft_wrap=False)


def _asked(text: str) -> "NamedQuery":
    from ..exports.library import NamedQuery, named

    if _NAME.fullmatch(text):
        return named(text)
    if not text.startswith("@"):
        return NamedQuery("query", {}, "", (), text)
    try:
        content = Path(text[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{text[1:]}: cannot be read as a query ({error})") from error
    try:
        return NamedQuery.read(text[1:], content)
    except ValueError as error:
        raise UserError(str(error)) from error


def _answer(
    asked: "NamedQuery",
    values: dict[str, str],
    where: Path,
    format: str,
    shown: bool,
    least: float | None,
    service: bool,
) -> None:
    from ..exports.embedded import in_memory, open_store
    from ..exports.iris import BASE
    from ..exports.library import terms
    from ..exports.sparql import GRAPHS, RESULTS, table, write
    from ..graph import store

    _, file = folder_and_store(where)
    text = asked.bound(terms(asked, values, file))
    if shown:
        sys.stdout.write(text)
        return
    if least is None:
        held = open_store(file)
        found = held.store
    else:
        found = in_memory(open_graph(where, least), store.parameters(file).get("base", BASE))
    if format == "table":
        result = table(found, text, service=service)
        print_rows(result.columns, result.rows, format)
    else:
        sys.stdout.flush()
        output = getattr(sys.stdout, "buffer", None) or io.BytesIO()
        if write(found, text, format, output, service=service) is None:
            kinds = ("CONSTRUCT and DESCRIBE", "SELECT and ASK")
            this, those, forms = (
                (*kinds, RESULTS) if format in GRAPHS and format not in RESULTS else (*kinds[::-1], GRAPHS)
            )
            raise UserError(f"{format} is for {this}, not for {those}; take --format table, {', '.join(forms)}")
        if isinstance(output, io.BytesIO):  # an output that takes text only
            sys.stdout.write(output.getvalue().decode())
        sys.stdout.flush()
    _note_unknown(text)


def _note_unknown(text: str) -> None:
    """Say which terms of a query no graph of ours can hold: SPARQL takes a misspelled one for one that nothing has."""
    from ..exports.misspelling import unknown

    for term, near in unknown(text):
        print_note(f"{term} is no term of the ontology" + (f"; near it: {', '.join(near)}" if near else ""))
