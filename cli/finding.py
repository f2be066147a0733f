"""Finding: words looked for in the sentences of all articles and in the names of entities."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.text import Text

from ..graph.errors import UserError
from .tables import Format, form, print_csv, print_json
from .terminal import (
    STATUS_STYLE,
    In,
    Labels,
    called,
    count,
    date,
    folder_and_store,
    language,
    note_old,
    open_graph,
    out,
)

if TYPE_CHECKING:
    from ..graph.store import Claim, Hit, Named

_LONGEST = 320  # characters of a sentence that the terminal shows
_NAMES = 8  # entities that it shows

_COLUMNS = ("article", "source", "date", "title", "url", "sentence", "start", "end", "found", "statements")
_NAME_COLUMNS = ("id", "name", "type", "found", "statements")


def find(
    words: Annotated[
        list[str],
        typer.Argument(help='Words, "phrases in quotation marks", beginnings*, AND, OR, NOT, brackets.'),
    ],
    where: In,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="NAME", help="Only this newspaper; repeatable.")
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            "--since", metavar="DATE", help="Only articles that may be of this day, month or year or later: 2023-11."
        ),
    ] = "",
    until: Annotated[
        str,
        typer.Option(
            "--until", metavar="DATE", help="Only articles that may be of this day, month or year or earlier: 2023-11."
        ),
    ] = "",
    entity: Annotated[
        list[str] | None,
        typer.Option("--entity", metavar="NAME", help="Only sentences that mention this name or id; repeatable."),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="Look in the names of entities alone.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="How many to show; 0 for all.", min=0)] = 20,
    form_: Format = "table",
    labels: Labels = "en",
) -> None:
    """Find words in the sentences of all articles and in the names of entities, with what the sentences state.

    Case and accents make no difference. Words must all stand in the sentence; OR, NOT (in capitals) and brackets say
    otherwise, "words in quotation marks" stand next to each other, and rachet* is any word that begins so. What fits
    best comes first. Exit status: 0; 1 when nothing was found; 2 for words that make no sense.

    Example: `liaisons find '"prise de contrôle" OR rachet*' --since 2023 --in out`
    """
    from ..graph import store

    form(form_)
    language(labels)
    date(since, "--since")
    date(until, "--until")
    if not entity:  # the graph is opened for its names, and says so itself
        note_old(where)
    typed = " ".join(words)
    path = folder_and_store(where)[1]
    most = limit or None
    filters = store.Filters(source or (), since, until, _ids(entity or (), where))
    if names and filters.any:
        raise UserError("--source, --since, --until and --entity are about sentences, and --names about names alone")
    entities, known = ([], 0) if filters.any else store.find_names(path, typed, limit=most)
    hits, total = ([], 0) if names else store.find(path, typed, filters=filters, limit=most)
    if form_ == "json":
        print_json({"entities": [*map(_named_json, entities)], "sentences": [*map(_hit_json, hits)]})
    elif form_ == "csv" and names:
        print_csv(_NAME_COLUMNS, ((n.id, n.name, n.type, "; ".join(n.names), n.statements) for n in entities))
    elif form_ == "csv":
        print_csv(_COLUMNS, (_row(hit) for hit in hits))
    else:
        _print_names(entities if names else entities[:_NAMES], known)
        for hit in hits:
            _print_hit(hit, labels)
        if not names:
            shown = f"the best {len(hits)} of " if len(hits) < total else ""
            out.print(f"[dim]{shown}{count(total, 'sentence')}[/dim]")
    if not (total or known):
        raise typer.Exit(1)


def _ids(names: Sequence[str], where: Path) -> list[str]:
    if not names:
        return []
    graph = open_graph(where, about=names)
    return [called(graph, name).id for name in names]


def _row(hit: "Hit") -> tuple[str | int, ...]:
    found = "; ".join(mark.quote for mark in hit.marks)
    place = (hit.sentence.start, hit.sentence.end)
    said = "; ".join(_said(claim) for claim in hit.claims)
    return (hit.article, hit.source, hit.date, hit.title, hit.url, hit.sentence.quote, *place, found, said)


def _said(claim: "Claim") -> str:
    status = "" if claim.status == "asserted" else f" ({claim.status})"
    return f"{claim.subject} {claim.relation} {claim.object}{status}"


def _named_json(named: "Named") -> dict[str, object]:
    return {
        "id": named.id,
        "name": named.name,
        "type": named.type,
        "found": list(named.names),
        "statements": named.statements,
    }


def _hit_json(hit: "Hit") -> dict[str, object]:
    return {
        "article": hit.article,
        "title": hit.title or None,
        "date": hit.date or None,
        "publisher": hit.source or None,
        "url": hit.url or None,
        "sentence": hit.sentence.quote,
        "start": hit.sentence.start,
        "end": hit.sentence.end,
        "found": [{"start": m.start, "end": m.end, "quote": m.quote} for m in hit.marks],
        "statements": [
            {
                "subject": {"id": c.subject_id, "name": c.subject},
                "relation": c.relation,
                "object": {"id": c.object_id, "name": c.object},
                "status": c.status,
                "confidence": c.confidence,
            }
            for c in hit.claims
        ],
    }


def _print_names(entities: "Sequence[Named]", known: int) -> None:
    for named in entities:
        others = [name for name in named.names if name != named.name]
        also = f"  also: {escape(', '.join(others))}" if others else ""
        about = count(named.statements, "statement")
        out.print(f"[bold]{escape(named.name)}[/bold]  {named.type}  [dim]{escape(named.id)}, {about}[/dim]{also}")
    if known > len(entities):
        out.print(f"[dim]and {known - len(entities)} more, with --names[/dim]")
    if known:
        out.print()


def _print_hit(hit: "Hit", labels: str) -> None:
    from ..graph.ontology import ontology

    out.print(_sentence(hit))
    out.print(Text(f"    {' · '.join(filter(None, (hit.article, hit.source, hit.date)))}", style="dim"))
    for claim in hit.claims:
        relation = ontology().relations[claim.relation].labels[labels]
        said = ontology().statuses[claim.status].labels[labels]
        tag = "" if claim.status == "asserted" else f" [{STATUS_STYLE[claim.status]}]({said})[/]"
        out.print(f"    → {escape(claim.subject)} [bold cyan]{relation}[/] {escape(claim.object)}{tag}")
    out.print()


def _sentence(hit: "Hit") -> Text:
    """The sentence with what was found marked; of a long one the part around the first mark."""
    text = Text(hit.sentence.quote.replace("\n", " "))
    for mark in hit.marks:
        text.stylize("bold yellow", mark.start - hit.sentence.start, mark.end - hit.sentence.start)
    if len(text) > _LONGEST:
        first = hit.marks[0].start - hit.sentence.start if hit.marks else 0
        start = max(0, min(first - _LONGEST // 3, len(text) - _LONGEST))
        cut = text[start : start + _LONGEST]
        text = Text("…" if start else "") + cut + Text("…" if start + _LONGEST < len(text) else "")
    return Text("  “") + text + Text("”")
