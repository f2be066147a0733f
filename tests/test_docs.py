"""The documentation against the program: every option is described, every command exists, every example runs."""

import contextlib
import copy
import io
import re
import shlex
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
import rdflib
import typer
from markdown_it import MarkdownIt
from typer.main import get_command
from typer.testing import CliRunner

from liaisons.cli import app, wording
from liaisons.evaluation.annotations import Annotation, read_gold
from liaisons.extractors import extract, load, relations
from liaisons.extractors.explanation import explain
from liaisons.extractors.pipeline import docs
from liaisons.graph import store
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md", *sorted(ROOT.glob("docs/*.md"))]
BUILT = [p for p in PAGES if p.name != "CHANGELOG.md"]
EXACT = ["evaluate.md", "extend.md", "how-it-works.md", "python.md"]
"""Pages whose Python prints what they show; what the others print grows with the lexicons."""


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


# --- the command line reference ---------------------------------------------------------------------------------------


class Parameter(NamedTuple):
    """An option or argument of a command, under each of its names, with what it is when it is not given."""

    command: str
    name: str
    default: str


def parameters(group: Any, title: str = "liaisons") -> set[Parameter]:
    """All parameters of a command line: options by their spellings, arguments as the reference writes them."""
    found = set()
    with typer.Context(group) as context:
        for parameter in group.get_params(context):
            option = parameter.param_type_name == "option"
            spellings = parameter.opts if option else [parameter.metavar or parameter.name.upper()]
            default = parameter.default if option and isinstance(parameter.default, str | int) else ""
            shown = "" if isinstance(default, bool) else str(default)
            found |= {Parameter(title, spelling, shown) for spelling in spellings}
    for command in getattr(group, "commands", {}).values():
        found |= parameters(command, f"{title} {command.name}")
    return found


def documented(text: str) -> dict[tuple[str, str], str]:
    """The rows of the tables of a reference: by section and each name in the first cell, the whole row."""
    found: dict[tuple[str, str], str] = {}
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title = section.splitlines()[0].strip()
        for row in re.findall(r"^\| (`.*)$", section, flags=re.MULTILINE):
            names = re.findall(r"`([^`]+)`", row.split(" | ")[0])
            found |= {(title, n): row for n in names}
    return found


def undocumented(group: Any, text: str) -> list[str]:
    """What the program has and the reference has not, or has with another default."""
    rows = documented(text)
    return sorted(
        f"{p.command} {p.name}"
        for p in parameters(group)
        if (p.command, p.name) not in rows or (p.default and f"`{p.default}`" not in rows[p.command, p.name])
    )


def reference() -> str:
    return (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_every_option_and_argument_is_in_the_reference() -> None:
    assert undocumented(get_command(app), reference()) == []


def test_the_reference_has_no_option_that_is_gone() -> None:
    known = {(p.command, p.name) for p in parameters(get_command(app))}
    shown = {key for key in documented(reference()) if key[1].startswith("-")}
    assert shown - known == set()
    assert {title for title, _ in shown} == {command for command, _ in known}


@pytest.mark.parametrize("command", ["build", "add", "remove", "find", "show", "query", "path", "evaluate", "explain"])
def test_an_option_that_is_added_must_be_documented(command: str) -> None:
    group: Any = get_command(app)
    added = copy.copy(next(p for p in group.commands[command].params if p.param_type_name == "option"))
    added.opts = ["--surprise"]
    group.commands[command].params.append(added)
    assert undocumented(group, reference()) == [f"liaisons {command} --surprise"]


def test_a_default_that_changes_must_be_documented() -> None:
    group: Any = get_command(app)
    next(p for p in group.commands["path"].params if p.name == "max_length").default = 5
    assert undocumented(group, reference()) == ["liaisons path --max-length"]


def test_a_command_that_is_added_must_be_documented() -> None:
    group: Any = get_command(app)
    group.commands["surprise"] = copy.copy(group.commands["show"])
    group.commands["surprise"].name = "surprise"
    assert "liaisons surprise --in" in undocumented(group, reference())


# --- commands, links, examples ----------------------------------------------------------------------------------------


def fences(page: Path, kind: str) -> Iterator[tuple[str, str]]:
    """The code blocks of a kind, each with the block of plain text that follows it directly ("" for none)."""
    tokens = [t for t in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")) if t.level == 0]
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "fence" and token.info == kind:
            output = after is not None and after.type == "fence" and after.info == "text"
            yield token.content, after.content if output and after else ""


def commands(block: str) -> Iterator[list[str]]:
    """The simple commands of a shell block as words; here-documents are left out.

    >>> list(commands("liaisons show x --in o | head\\nls"))
    [['liaisons', 'show', 'x', '--in', 'o'], ['head'], ['ls']]
    """
    block = re.sub(r"<<'?(\w+)'?(.*)\n(?:.*\n)*?\1$", r"\2", block, flags=re.MULTILINE)
    line = ""
    for piece in block.splitlines():
        line = f"{line}\n{piece}" if line else piece
        try:
            words = shlex.split(line, comments=True)
        except ValueError:  # a quotation that goes on
            continue
        command: list[str] = []
        line = ""
        for word in [*words, ";"]:
            if word in {"|", "||", "&&", ";", ">"}:
                yield from [command] if command else []
                command = []
            else:
                command.append(word)
    assert not line, f"quotation without end: {line}"


def shown() -> list[tuple[str, list[str]]]:
    return [
        (name(page), words[1:])
        for page in PAGES
        for block, _ in fences(page, "sh")
        for words in commands(block)
        if words[0] == "liaisons"
    ]


def parse(words: list[str]) -> None:
    """Read a command line as the program would, without running it."""
    group: Any = get_command(app)
    with contextlib.suppress(typer.Exit), typer.Context(group) as context:
        if words[0].startswith("-"):
            group.make_context("liaisons", words)
        else:
            _, command, rest = group.resolve_command(context, words)
            if hasattr(command, "commands") and not rest[0].startswith("-"):
                _, command, rest = command.resolve_command(context, rest)
            command.make_context(words[0], rest, parent=context)


@pytest.mark.parametrize(("page", "words"), shown(), ids=lambda value: " ".join(value)[:60].replace("\n", " "))
def test_commands_in_the_documentation_exist(page: str, words: list[str]) -> None:
    parse(words)


@pytest.mark.parametrize(
    "line", ["show x", "show x --in o --wide", "shown x --in o", "path A --in o", "show x --in o --limit few"]
)
def test_a_command_that_does_not_exist_is_noticed(line: str) -> None:
    with pytest.raises(Exception, match=r".") as error:
        parse(line.split())
    assert re.search(r"(?i)no such|missing|valid", getattr(error.value, "format_message", str)())


def test_the_documentation_shows_every_command() -> None:
    assert {words[0] for _, words in shown()} >= {
        "build",
        "add",
        "remove",
        "find",
        "show",
        "query",
        "path",
        "evaluate",
        "explain",
        "--version",
    }


def links(page: Path) -> Iterator[str]:
    """The targets of links and images."""
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8")):
        for child in token.children or ():
            if child.type in {"link_open", "image"}:
                yield unquote(str(child.attrs.get("href") or child.attrs.get("src")))


def anchors(page: Path) -> set[str]:
    """The anchors of the headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead(page: Path) -> list[str]:
    """The relative links that lead to no file or no heading."""
    found = []
    for link in links(page):
        target, _, anchor = link.partition("#")
        file = (page.parent / target).resolve() if target else page
        if "://" not in link and (not file.exists() or (anchor and anchor not in anchors(file))):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    assert dead(page) == []


def test_a_dead_link_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Là-bas, loin\n[a](gone.md) [b](#là-bas-loin) [c](#ici) ![d](d.png) [e](https://example.org/)")
    assert dead(page) == ["gone.md", "#ici", "d.png"]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_is_linked_from_the_readme(page: Path) -> None:
    assert page.name == "README.md" or name(page) in set(links(ROOT / "README.md"))


# --- examples that run ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples and what `make demo` builds from them."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "examples").symlink_to(ROOT / "examples")
    result = CliRunner().invoke(app, ["build", str(folder / "examples/articles"), "-o", str(folder / "build/demo")])
    assert result.exit_code == 0, result.output
    return folder


@pytest.mark.model
@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own use
@pytest.mark.parametrize("page", [p for p in BUILT if any(fences(p, "python"))], ids=name)
def test_python_in_the_documentation_runs(page: Path, demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo)
    space: dict[str, Any] = {"__name__": page.stem}
    for code, expected in fences(page, "python"):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, name(page), "exec"), space)
        if page.name in EXACT:
            assert printed.getvalue() == expected, code


REFUSED = re.compile(r"SERVICE <|LOAD <")
RUN = [
    (p, w)
    for p, w in shown()
    if (p in {"docs/analyse.md", "docs/export.md"} and w[0] in {"analyse", "export"})
    or (p == "docs/report.md" and w[0] in {"report", "site"})
    or (p == "docs/gallery.md" and w[0] in {"analyse", "site"})
    or (
        p in {"docs/queries.md", "docs/query.md"}
        and w[0] == "query"
        and w[1][0] != "@"
        and "build/demo" in w
        and not w[1].endswith("lia:leads }")  # a mistake
        and not REFUSED.search(w[1])
    )
]


@pytest.mark.model
@pytest.mark.parametrize(("page", "words"), RUN, ids=lambda value: " ".join(value)[:80])
def test_analyses_and_exports_in_the_documentation_run(
    page: str, words: list[str], demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo)
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0, result.output
    assert result.output.strip()
    for option, value in pairwise(words):
        if option in {"-o", "--out", "--output", "--figure"}:
            assert Path(value).exists()


@pytest.mark.model
@pytest.mark.parametrize(
    "words", [w for p, w in shown() if p == "docs/query.md" and REFUSED.search(w[1])], ids=lambda w: w[1]
)
def test_what_the_documentation_says_is_refused_is_refused(
    words: list[str], demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(demo)
    result = CliRunner().invoke(app, words)
    assert isinstance(result.exception, UserError), result.output
    assert f"\nliaisons: {result.exception}\n" in (ROOT / "docs/query.md").read_text(encoding="utf-8")


@pytest.mark.model
def test_every_named_query_runs_on_the_demo(demo: Path) -> None:
    """Required parameters are names that many articles have; rows are different, and most queries have some."""
    from liaisons.exports.embedded import open_store
    from liaisons.exports.library import library, terms
    from liaisons.exports.sparql import table

    out, given = demo / "build/demo", {"name": "Elon Musk", "other": "OpenAI"}
    found = {}
    for query in library().values():
        values = {p.name: given[p.name] for p in query.parameters if p.required}
        found[query.name] = table(open_store(out).store, query.bound(terms(query, values, out))).rows
    assert [n for n, rows in found.items() if len(set(rows)) != len(rows)] == []
    assert len([n for n, rows in found.items() if rows]) >= 25


@pytest.mark.model
@pytest.mark.parametrize("page", [p for p in BUILT if any(fences(p, "turtle"))], ids=name)
def test_turtle_in_the_documentation_is_in_the_demo(page: Path, demo: Path) -> None:
    whole = (demo / "build/demo/graph.ttl").read_text(encoding="utf-8")
    prefixes = "\n".join(line for line in whole.splitlines() if line.startswith("@prefix"))
    graph = set(rdflib.Graph().parse(data=whole))
    for block, _ in fences(page, "turtle"):
        assert set(rdflib.Graph().parse(data=f"{prefixes}\n{block}")) - graph == set()


@pytest.mark.model
def test_what_comes_out_of_the_examples(demo: Path) -> None:
    """The table of the examples' page: statement, status, and the file and sentence that state it."""
    text = (ROOT / "examples" / "README.md").read_text(encoding="utf-8").split("## What comes out")[1]
    rows = re.findall(r"^\| (.+?) \*(.+?)\* (.+?) \| (\w+) \| `(.+?)` \| [«“] ?(.+?) ?[»”] \|$", text, re.MULTILINE)
    assert len(rows) >= 6
    graph: KnowledgeGraph = store.read(demo / "build/demo/graph.sqlite")
    stated = {
        (
            graph.entities[s.subject].name,
            s.relation,
            graph.entities[s.object].name,
            str(s.status),
            e.article,
            e.sentence.quote,
        )
        for s in graph.statements()
        for e in s.evidence
    }
    assert set(rows) - stated == set()


def row_example() -> str:
    return next(block for block, _ in fences(ROOT / "docs" / "extend.md", "toml"))


@pytest.fixture
def only_the_example(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A French lexicon of relations that holds nothing but the row of docs/extend.md."""
    known, example = relations.load, tomllib.loads(row_example())
    monkeypatch.setattr(relations, "load", lambda lang, file: example if file == "relations" else known(lang, file))
    monkeypatch.setattr(relations, "names", lambda lang: ("relations",))
    relations.rows.cache_clear()
    yield
    relations.rows.cache_clear()


@pytest.mark.usefixtures("only_the_example")
def test_the_row_in_extend_is_one() -> None:
    ((row,),) = relations.rows("fr").values()
    assert (row.table, row.relation, row.lemma, row.subject, row.object) == (
        "verb",
        "supports",
        "adouber",
        ("subject",),
        ("object",),
    )


@pytest.mark.model
@pytest.mark.usefixtures("only_the_example")
def test_the_row_in_extend_works() -> None:
    article = Article("a", "Le président Emmanuel Macron a adoubé Édouard Philippe.", "fr")
    (graph,) = extract([article], pipelines={"fr": load("fr")})
    names = {e.id: e.name for e in graph.entities}
    found = [(names[s.subject], s.relation, names[s.object], str(s.status)) for s in graph.statements]
    assert found == [("Emmanuel Macron", "supports", "Édouard Philippe", "asserted")]


@pytest.mark.model
def test_the_row_in_explain_mends_the_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says that there is no row for its verb; with the row it gives the line that the page shows."""
    page = ROOT / "docs" / "explain.md"
    example = tomllib.loads(next(block for block, _ in fences(page, "toml")))
    line = next(block for block, _ in fences(page, "text") if block.startswith("✓"))
    sentence = "Le cabinet Orbance a chaperonné la start-up Kelvane."
    assert page.read_text(encoding="utf-8").count(sentence) == 3
    nlp, known = load("fr"), relations.load
    (before,) = docs(nlp, [Article("a", sentence, "fr")])
    told = [miss for s in explain(before) for framed in s.frames for miss in wording.misses(before, framed)]
    assert "no row for the verb “chaperonner” (lexicon/fr/relations*.toml)" in told

    def with_the_row(lang: str, file: str) -> Any:
        data = known(lang, file)
        return {**data, "verb": [*data["verb"], *example["verb"]]} if file == "relations" else data

    monkeypatch.setattr(relations, "load", with_the_row)
    relations.rows.cache_clear()
    (after,) = docs(nlp, [Article("a", sentence, "fr")])
    found = [wording.result(stated) for s in explain(after) for framed in s.frames for stated in framed.stated]
    monkeypatch.undo()
    relations.rows.cache_clear()
    ((subject, relation, object_, status, factors),) = found
    assert line == f"✓ {subject} {relation} {object_} ({status})  {factors}\n"


def test_extend_explains_every_key_of_a_row() -> None:
    text = (ROOT / "docs" / "extend.md").read_text(encoding="utf-8")
    cells = {key for row in re.findall(r"^\| (`.*?) \|", text, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)}
    assert cells >= relations._KEYS
    tables = {table for table in relations.TABLES if f"`[[{table}]]`" in text}
    assert tables == set(relations.TABLES)


def test_the_example_of_a_gold_file_has_no_faults() -> None:
    found = list(read_gold(ROOT / "examples" / "gold.jsonl"))
    assert [a.id for a in found if isinstance(a, Annotation)] == ["kelvane", "trovex"]
    for article in found:
        assert isinstance(article, Annotation)
        forms = {form for e in article.entities for form in e.mentions} | {t.evidence for t in article.triples}
        assert [form for form in forms if form not in article.text] == []


def test_extend_lists_every_file_of_a_language() -> None:
    text = (ROOT / "docs" / "extend.md").read_text(encoding="utf-8")
    files = {file.name for file in (ROOT / "extractors" / "lexicon" / "fr").glob("*.toml")}
    assert files <= set(re.findall(r"`(\w+\.toml)`", text.split("## Another language")[1]))


def test_the_page_of_queries_lists_each_with_its_parameters() -> None:
    from liaisons.exports.library import library

    shown = re.findall(
        r"^\| `(\S+)` \| (.*) \|$", (ROOT / "docs" / "queries.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    expected = []
    for query in library().values():
        parameters = " ".join(f"`--{p.name}`{'' if p.required else '?'}" for p in query.parameters)
        expected.append((query.name, f"{query.titles['en']}<br>*{query.titles['fr']}* | {parameters}"))
    assert [row for row in shown if row[0] in library()] == expected


def test_export_lists_every_file_and_column() -> None:
    from liaisons.exports.formats import FORMATS
    from liaisons.exports.table import Row

    text = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    assert [f.file for f in FORMATS.values() if f.file not in text] == []
    offsets = {field for field in Row._fields if field.endswith(("_start", "_end"))}
    assert [field for field in Row._fields if field not in offsets and f"`{field}`" not in text] == []
