"""Why two names are one thing of the graph, or why they are not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from ..graph.errors import UserError
from .tables import Format, entity_json, form, print_csv, print_json
from .terminal import In, called, count, open_graph, out

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.model import Entity
    from ..graph.resolution import Link, Member

_COLUMNS = ("step", "rule", "name_a", "article_a", "sentence_a", "name_b", "article_b", "sentence_b", "why")


def why(
    a: Annotated[str, typer.Argument(help="A name that articles use, or an entity id.")],
    where: In,
    b: Annotated[str | None, typer.Argument(help="Another name or id.", show_default=False)] = None,
    format: Format = "table",
) -> None:
    """Say why two names are one thing in the graph, link by link, or why they are two and how to make them one.

    Of one name, what the thing is called in which article is listed, the links that make it one, and how to take apart
    what is not one.

    A link is two articles, the name that each uses, and the rule by which they met. Where the two are apart, what
    speaks for one thing is shown, and the lines to write into the file of decisions. CSV has the links alone.

    Example: `liaisons why "Poutine" "Vladimir Putin" --in out`

    Example: `liaisons why "Vladimir Poutine" --in out`
    """
    form(format)
    graph = open_graph(where, about=[a] if b is None else [a, b])
    if b is None:
        _whole(graph, called(graph, a), format)
        return
    try:
        links = graph.why(a, b)
    except UserError:
        for name in (a, b):
            called(graph, name)
        raise
    if format == "csv":
        print_csv(_COLUMNS, (_cells(graph, i, link) for i, link in enumerate(links or (), 1)))
    elif format == "json":
        print_json(_json(graph, a, b, links))
    elif links is None:
        _print_apart(graph, a, b)
    else:
        _print_chain(graph, a, b, links)


def _whole(graph: "KnowledgeGraph", entity: "Entity", format: str) -> None:
    """All that is known of how this came to be one thing."""
    from ..graph.resolution import KNOWN

    members = graph.resolution.members[entity.id]
    links = [link for link in graph.resolution.links if link.a in members and link.b in members]
    if format == "csv":
        print_csv(_COLUMNS, (_cells(graph, i, link) for i, link in enumerate(links, 1)))
        return
    names = {member: _name(graph, member) for member in members if member[0] != KNOWN}
    if format == "json":
        places = [{"article": m[0], "name": name, "sentence": sentence(graph, m, name)} for m, name in names.items()]
        rows = (_cells(graph, i, link) for i, link in enumerate(links, 1))
        shown = [dict(zip(_COLUMNS, cells, strict=True)) for cells in rows]
        print_json({"entity": entity_json(entity), "articles": places, "links": shown})
        return
    articles = count(len({article for article, _ in names}), "article")
    out.print(Text.assemble((entity.name, "bold"), f" ({entity.type}, {entity.id}): one thing, in {articles}"))
    for member, name in names.items():
        out.print(Text(f"{member[0]}: {name}"))
        out.print(Text(f"   {sentence(graph, member, name)}", style="dim"))
    if links:
        out.print("\nIt is one because:")
    for number, link in enumerate(links, 1):
        out.print(Text(f"{number}. {link} ({_place(link.a)}, {_place(link.b)})"))
    if len(names) > 1:
        last = next(reversed(names))
        out.print(
            Text(f"\nIf that of {last[0]} is another, write into decisions.toml:\n\n{_apart(graph, entity, last)}")
        )


def _name(graph: "KnowledgeGraph", member: "Member") -> str:
    return next(e.name for e in graph.article_graphs[member[0]].entities if e.id == member[1])


def _apart(graph: "KnowledgeGraph", entity: "Entity", member: "Member") -> str:
    """The decision that takes what one article calls so out of the whole."""
    from ..graph.decisions import Action, Decision, toml

    whole = graph.resolution.reference(entity.id)
    part = f"{whole.rpartition('@')[0] or whole}@{member[0]}"
    return toml(Decision(Action.DIFFERENT, (whole, part))).strip()


def _print_chain(graph: "KnowledgeGraph", a: str, b: str, links: "tuple[Link, ...]") -> None:
    entity = _joined(graph, a, b)
    out.print(Text.assemble((entity.name, "bold"), f" ({entity.type}, {entity.id}): one thing"))
    if not links:
        said = f"“{a}”" if a == b else f"both “{a}” and “{b}”"
        place = next((m for m in graph.resolution.members[entity.id] if _says(graph, m, (a, b))), None)
        where = f" in {place[0]}" if place else ""
        out.print(f"An article uses {said} for it{where}: within an article, coreference decides.", markup=False)
    for number, link in enumerate(links, 1):
        out.print(Text(f"{number}. {link}"))
        for member, name in zip((link.a, link.b), link.names, strict=True):
            said = sentence(graph, member, name)
            out.print(Text(f"   {_place(member)}" + (f": {said}" if said else ""), style="dim"))


def _joined(graph: "KnowledgeGraph", a: str, b: str) -> "Entity":
    """What both names are names of."""
    ids = [{graph.resolved[m].id for m in graph.bearers(name)} for name in (a, b)]
    return graph.entities[min(ids[0] & ids[1])]


def _print_apart(graph: "KnowledgeGraph", a: str, b: str) -> None:
    one, other = graph.entity(a), graph.entity(b)
    out.print(Text.assemble((one.name, "bold"), " and ", (other.name, "bold"), ": two things"))
    for entity in (one, other):
        articles = sorted({m.article for m in entity.mentions})
        names = ", ".join((entity.name, *entity.aliases)[:5])
        first = next(iter(graph.resolution.members[entity.id]))
        out.print(Text(f"{entity.type} {entity.id}, in {count(len(articles), 'article')}: {names}"))
        out.print(Text(f"   {_place(first)}: {sentence(graph, first, entity.name)}", style="dim"))
    for line in _reasons(graph, one, other):
        out.print(Text(line))
    out.print("\nIf they are one, write into decisions.toml:\n")
    out.print(Text(_decision(graph, one, other)), soft_wrap=True)


def _reasons(graph: "KnowledgeGraph", one: "Entity", other: "Entity") -> list[str]:
    """What speaks for and against one thing."""
    from ..graph.resolution import differences

    proposal = next((p for p in graph.proposals if {p.a, p.b} == {one.id, other.id}), None)
    lines = [f"Doubtful (score {proposal.score:g}): {'; '.join(proposal.reasons)}"] if proposal else []
    shared = _neighbours(graph, one) & _neighbours(graph, other)
    named = sorted(graph.entities[i].name for i in shared)
    if named:
        lines.append(f"Articles name both beside {', '.join(named[:5])}{'…' if len(named) > 5 else ''}.")
    else:
        lines.append("No article names anything beside one that another names beside the other.")
    return [*differences(one, other), *lines]


def _neighbours(graph: "KnowledgeGraph", entity: "Entity") -> set[str]:
    articles = {article for article, _ in graph.resolution.members[entity.id]}
    return {e.id for (article, _), e in graph.resolved.items() if article in articles} - {entity.id}


def _decision(graph: "KnowledgeGraph", one: "Entity", other: "Entity") -> str:
    from ..graph.decisions import Action, Decision, toml

    same = tuple(sorted(graph.resolution.reference(e.id) for e in (one, other)))
    return toml(Decision(Action.SAME, same)).strip()


def _json(graph: "KnowledgeGraph", a: str, b: str, links: "tuple[Link, ...] | None") -> dict[str, Any]:
    found: dict[str, Any]
    if links is not None:
        found = {"same": True, "entity": entity_json(_joined(graph, a, b))}
        rows = (_cells(graph, i, link) for i, link in enumerate(links, 1))
        return {**found, "links": [dict(zip(_COLUMNS, cells, strict=True)) for cells in rows]}
    one, other = graph.entity(a), graph.entity(b)
    found = {"same": False, "a": entity_json(one), "b": entity_json(other)}
    return {**found, "reasons": _reasons(graph, one, other), "decision": _decision(graph, one, other)}


def _cells(graph: "KnowledgeGraph", number: int, link: "Link") -> tuple[str | int, ...]:
    ends = zip((link.a, link.b), link.names, strict=True)
    sides = (cell for member, name in ends for cell in (name, _place(member), sentence(graph, member, name)))
    return (number, link.rule, *sides, str(link))


def _place(member: "Member") -> str:
    from ..graph.resolution import KNOWN

    return f"known thing {member[1]}" if member[0] == KNOWN else member[0]


def _says(graph: "KnowledgeGraph", member: "Member", names: Iterable[str]) -> bool:
    from ..graph.names import slug

    local = next((e for e in graph.article_graphs[member[0]].entities if e.id == member[1]), None)
    forms = {slug(n) for n in (local.name, *local.aliases)} if local else set()
    return all(slug(n) in forms for n in names)


def sentence(graph: "KnowledgeGraph", member: "Member", name: str) -> str:
    """The first sentence of the member's article that calls it so; "" where it is a known thing."""
    part = graph.article_graphs.get(member[0])
    local = next((e for e in part.entities if e.id == member[1]), None) if part else None
    if part is None or local is None or not local.mentions:
        return ""
    mention = next((m for m in local.mentions if m.span.quote == name), local.mentions[0])
    inside = (s for s in part.sentences if s[0] <= mention.span.start < s[1])
    start, end = next(inside, (mention.span.start, mention.span.end))
    return " ".join(part.article.text[start:end].split())
