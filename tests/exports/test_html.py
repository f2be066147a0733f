import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from liaisons.exports import html
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph

from .page.graphs import SCRIPT, entity, hostile_graph, ring_graph, small_graph


class Page(HTMLParser):
    """What a browser's parser finds in a page: the attributes of its elements, and the texts of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag
        self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open][-1] += data

    def json(self, ident: str) -> Any:
        scripts = [attrs.get("id") for tag, attrs in self.elements if tag == "script"]
        return json.loads(self.texts["script"][scripts.index(ident)])


def test_nothing_is_loaded_and_only_our_scripts_may_run() -> None:
    page = Page(html.to_html(hostile_graph(), title=SCRIPT))
    loading = {"src", "href", "data", "action", "poster", "srcset", "style", "onload", "onerror", "onclick"}
    assert [(t, a) for t, a in page.elements if loading & set(a)] == [("link", {"rel": "icon", "href": "data:,"})]
    assert not re.search(r"url\(|@import|image-set", "".join(page.texts["style"]))
    policy = next(a["content"] for t, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert re.sub(r"'sha256-[\w+/=]{44}'", "#", policy) == (
        "default-src 'none'; script-src # #; style-src #; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_hostile_text_is_data() -> None:
    graph = hostile_graph()
    text = html.to_html(graph, title=SCRIPT + "\ud800")
    page = Page(text)
    assert [a.get("id") for t, a in page.elements if t == "script"] == [
        "drawing", "data", None, None, "proofs-0", "sentences-0",
    ]  # fmt: skip
    assert not {"img", "a"} & {t for t, _ in page.elements}
    assert page.texts["title"] == [f"{SCRIPT}�"]
    data = page.json("data")
    assert data["title"] == SCRIPT + "\ud800"
    assert set(data["entities"]["name"]) == {e.name for e in graph.entities.values()}
    assert set(data["articles"]["url"]) == {a.url for a in graph.articles.values()}
    assert len(data["links"]["subject"]) == len(graph.statements()) == len(page.json("drawing")["edges"])


@pytest.mark.parametrize("size", [2, 60, 330])
def test_all_entities_are_in_the_page_and_the_first_are_drawn(size: int) -> None:
    page = Page(html.to_html(ring_graph(size)))
    drawing = page.json("drawing")
    assert len(page.json("data")["entities"]["id"]) == size
    assert [n["id"] for n in drawing["nodes"]] == list(range(min(size, 200)))
    assert all(max(e["from"], e["to"]) < 200 for e in drawing["edges"])
    assert len(page.json("data")["places"]) == (2 * size if size > 200 else 0)


def test_an_empty_graph_is_a_page() -> None:
    assert Page(html.to_html(KnowledgeGraph())).json("drawing")["nodes"] == []


def test_an_entity_without_statement_is_no_node() -> None:
    article = Article("a", "Ada")
    graph = KnowledgeGraph([ArticleGraph(article, (entity("a", "Person", article, "Ada"),))])
    assert Page(html.to_html(graph)).json("data")["entities"]["id"] == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UserError, match="the HTML page speaks en and fr, not 'de'"):
        html.to_html(small_graph(), language="de")


def test_both_languages_have_the_same_texts() -> None:
    texts = Page(html.to_html(small_graph())).json("data")["texts"]
    english, french = texts["en"], texts["fr"]
    assert english.keys() == french.keys()
    used = {
        m
        for name in Path(html.__file__).parent.glob("templates/*.js")
        for m in re.findall(r"texts\.(\w+)", name.read_text("utf-8"))
    }
    assert used <= english.keys()


def test_writing(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    html.write(hostile_graph(), path, title="Titre", language="en")
    assert path.read_bytes().decode("utf-8") == html.to_html(hostile_graph(), title="Titre", language="en")
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("old")
    with pytest.raises(UserError):
        html.write(small_graph(), path, language="??")
    assert [p.read_text() for p in tmp_path.iterdir()] == ["old"]


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    code = (
        "import hashlib, runpy, sys; t = runpy.run_path(sys.argv[1]); from liaisons.exports import html;"
        "graphs = [t['small_graph'](), t['hostile_graph'](), t['ring_graph'](330)];"
        "print([hashlib.sha256(html.to_html(g).encode()).hexdigest() for g in graphs])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, str(Path(__file__).parent / "page" / "graphs.py")],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_the_order_of_articles_does_not_matter() -> None:
    graphs = list(small_graph().article_graphs.values())
    assert html.to_html(KnowledgeGraph(graphs)) == html.to_html(KnowledgeGraph(graphs[::-1]))
