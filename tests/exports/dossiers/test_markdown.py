"""Dossiers as Markdown, read back by a parser: what articles say is text and nothing else."""

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from liaisons.exports.dossiers.archive import Archive
from liaisons.exports.dossiers.dossier import dossier
from liaisons.exports.dossiers.markdown import _marked, markdown, text
from liaisons.exports.dossiers.marks import Piece
from liaisons.exports.dossiers.page import Frame
from liaisons.graph.knowledge import KnowledgeGraph

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(graph: KnowledgeGraph, name: str, **options: object) -> str:
    return markdown(dossier(Archive(graph), graph.entity(name)), Frame(graph, **options))  # type: ignore[arg-type]


def tokens(source: str) -> list[Token]:
    return [t for block in PARSER.parse(source) for t in (block, *(block.children or ()))]


def read(source: str) -> str:
    """The text that a reader sees."""
    return "".join(
        t.content if t.type != "softbreak" else " " for t in tokens(source) if t.type in {"text", "softbreak"}
    )


TEXTS = [
    "plain",
    "*a* _b_ **c** `d` ~~e~~ ~f~",
    "[a](https://x.example/) ![b](c) [d]: e [^1]",
    "<script>alert(1)</script> <https://x.example> <a@b.example> <!-- c -->",
    "https://x.example www.x.example WWW.x.example a@b.example mailto:a@b.example",
    "# heading",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quote",
    "--- ",
    "===",
    "a | b || c",
    "a\\| b \\",
    "&amp; &lt; &#60; &copy;",
    "$x^2$",
    "```\ncode\n```",
    "line\n\n# another",
    "    indented",
    "🙂 家族 é",
]


@pytest.mark.parametrize("value", TEXTS)
@pytest.mark.parametrize("around", ["{}", "- {}", "> {}", "## {}", "**{}**", "| a | b |\n| --- | --- |\n| {} | c |"])
def test_what_is_escaped_is_read_as_it_was(value: str, around: str) -> None:
    source = around.format(text(value))
    allowed = {"text", "strong_open", "strong_close"}
    inline = [t for block in PARSER.parse(source) for t in block.children or ()]
    assert {t.type for t in inline} <= allowed
    seen = read(source)
    expected = " ".join(value.split())
    assert seen in {expected, f"ab{expected}c", f"**{expected}**"}
    blocks = [t.type for t in PARSER.parse(source) if t.nesting == 1]
    assert blocks == [t.type for t in PARSER.parse(around.format("x")) if t.nesting == 1]


@pytest.mark.parametrize(
    ("value", "escaped"),
    [
        ("http://x.org", r"http\://x.org"),
        ("www.x.org", r"www\.x.org"),
        ("a@b.org", r"a\@b.org"),
        ("10:30, x.org", "10:30, x.org"),
        ("\u202eevil", "\ufffdevil"),
        ("a\x00b\ud800", "a\ufffdb\ufffd"),
    ],
)
def test_no_address_makes_itself_a_link(value: str, escaped: str) -> None:
    assert text(value) == escaped


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([("Ada", "s"), (" dirige ", "c"), ("Orion", "o"), (".", "")], "*Ada* **dirige** *Orion*."),
        ([("« Ada »", "s"), (" part", "")], "« *Ada* » part"),
        ([("Ada", "s"), ("B", "c"), ("C", "o")], "*Ada*BC"),
        ([("", "s"), ("...", "c"), (" x", "")], "... x"),
        ([("1", ""), (". Ada", "s")], r"1\. *Ada*"),
        ([("- ", ""), ("*x*", "c")], r"\- \***x**\*"),
        ([("a\n\nb", "s"), (" c", "")], "*a b* c"),
    ],
)
def test_marks(pieces: list[tuple[str, str]], expected: str) -> None:
    assert _marked([Piece(t, tuple(roles)) for t, roles in pieces]) == expected


def test_marks_are_what_a_parser_reads(sample_graph: KnowledgeGraph) -> None:
    source = written(sample_graph, "Nordavia")
    strong = re.findall(r"<strong>(.*?)</strong>", PARSER.render(source.split("\n## Liens")[1].split("\n## ")[0]))
    assert {"racheté", "bought", "sued"} <= set(strong)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_hostile_articles_stay_text(hostile_graph: KnowledgeGraph, language: str) -> None:
    for entity in hostile_graph.entities.values():
        found = tokens(written(hostile_graph, entity.id, language=language))
        assert not [
            t for t in found if t.type in {"html_inline", "html_block", "image", "fence", "code_block", "link_open"}
        ]
        headings = [t.content for t in found if t.type == "inline" and t.level == 1 and t.content == "Articles"]
        assert len(headings) <= 1


def test_only_addresses_of_the_web_are_links(sample_graph: KnowledgeGraph) -> None:
    links = {str(t.attrs["href"]) for t in tokens(written(sample_graph, "Nordavia")) if t.type == "link_open"}
    assert links == {"https://gazette.example/%C3%A9conomie/nordavia?page=1#suite", "https://wire.example/7"}


def test_what_is_not_asserted_says_so_wherever_it_stands(sample_graph: KnowledgeGraph) -> None:
    source = written(sample_graph, "Nordavia", language="en")
    lines = [line for line in source.splitlines() if "funds" in line]
    assert len(lines) == 3
    assert all("**(negated)** Nordavia funds" in line for line in lines)


def test_a_limit_of_sentences_names_the_articles_of_the_rest(sample_graph: KnowledgeGraph) -> None:
    whole, short = (written(sample_graph, "Quantelle", most=most) for most in (0, 1))
    assert "Nordavia **bought** Quantelle last year" not in short.replace("*Nordavia*", "Nordavia").replace(
        "*Quantelle*", "Quantelle"
    )
    assert "et 1 autre phrase, dans : [Ex-boss sues Nordavia](<https://wire.example/7>)" in short
    assert "autre phrase" not in whole


def test_the_whole_of_a_small_dossier(sample_graph: KnowledgeGraph) -> None:
    assert written(sample_graph, "Lyon", language="en") == EXPECTED


def test_an_event_tells_when_and_who_at_its_head(sample_graph: KnowledgeGraph) -> None:
    head = written(sample_graph, "sommet des Rivières 2023", language="en").split("\n## ")[0]
    assert "- When: 2023\n- Participants: Nordavia (organizer), Lyon (place)\n- Status: asserted\n" in head


EXPECTED = """\
# Lyon

*Place · dossier*

**sommet des Rivières 2023** is located in Lyon

- Articles: 1 article
- Statements: 1 (1 asserted)
- Identifier: location/lyon

*What articles state, not what is established. Every line shows its sentence; what is not asserted says so.*

## In time

- 2023: sommet des Rivières 2023 is located in Lyon · 1 sentence

## Ties

### Places

#### sommet des Rivières 2023 is located in Lyon

> Nordavia accueille le *sommet des Rivières 2023* **à** *Lyon*.
>
> Untitled article (bare) · publication not stated · 2023 · asserted · confidence 100%

## Sources compared

A publication speaks in its own name; whom it quotes speaks for themselves.

| Source | Articles | Sentences | asserted | Support | Opposition | When |
| --- | --- | --- | --- | --- | --- | --- |
| publication not stated | 1 | 1 | 1 | 0 | 0 |  |

### Where they meet

No claim is made by two sources, or in two ways.

## Events

| When | Event | Participants | Amount | Status |
| --- | --- | --- | --- | --- |
| 2023 | sommet des Rivières 2023 | Nordavia (organizer), Lyon (place) |  | asserted |

## Articles

- Untitled article (bare) · publication not stated
"""
