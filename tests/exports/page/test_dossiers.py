"""Dossiers and the site in a real browser: nothing leaves, nothing breaks, links hold, a reader finds the way."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from liaisons.exports.dossiers import page, site
from liaisons.exports.dossiers.archive import Archive
from liaisons.exports.dossiers.dossier import dossier
from liaisons.exports.dossiers.page import Frame
from liaisons.graph.knowledge import KnowledgeGraph

from .conftest import Browser, axe

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
PAGES = {
    "index": "index.html",
    "article": "articles/gazette.2024-03-13.html",
    "dossier": "entities/group.nordavia.html",
    "names": "names/person.html",
    "articles": "articles.html",
}


@pytest.fixture(scope="module")
def sites(
    sample_graph: KnowledgeGraph, hostile_graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The site of the sample in French, and those of the hostile articles with and without their texts."""
    found = {}
    for name, graph, options in (
        ("sample", sample_graph, {}),
        ("hostile", hostile_graph, {}),
        ("bare", hostile_graph, {"text": False, "language": "en"}),
    ):
        found[name] = tmp_path_factory.mktemp(name)
        site.write(graph, found[name], title="<script>window.broken = 1</script>", **options)  # type: ignore[arg-type]
    return found


def visit(browser: Browser, path: Path, hash: str = "") -> Browser:
    browser.path = path
    return browser.visit(hash)


def all_pages(folder: Path) -> Iterator[Path]:
    yield from sorted(p for p in folder.rglob("*.html") if p.name != "graph.html")


@pytest.mark.parametrize("name", ["sample", "hostile", "bare"])
def test_every_page_opens_and_no_foreign_script_runs(browser: Browser, sites: dict[str, Path], name: str) -> None:
    for path in all_pages(sites[name]):
        visit(browser, path)
        assert browser.run("return window.broken") is None
        assert browser.texts("h1") != []
        assert browser.run("return getComputedStyle(document.body).margin") == "0px", "the stylesheet applies"


def test_hostile_dossiers_alone(browser: Browser, hostile_graph: KnowledgeGraph, tmp_path: Path) -> None:
    for entity in hostile_graph.entities.values():
        path = tmp_path / "dossier.html"
        path.write_text(page.report(dossier(Archive(hostile_graph), entity), Frame(hostile_graph)), encoding="utf-8")
        visit(browser, path)
        assert browser.run("return window.broken") is None
        assert len(browser.texts("h1")) == 1


def test_foreign_code_cannot_run_even_where_it_got_in(chromium: Browser, sites: dict[str, Path]) -> None:
    chromium.reset()
    visit(chromium, sites["sample"] / PAGES["article"])
    chromium.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.broken = 1\">')")
    chromium.run("const s = document.createElement('script'); s.textContent = 'broken = 1'; document.body.append(s)")
    assert chromium.run("return window.broken") is None
    assert any("Content Security Policy" in message for message in chromium.errors())
    chromium.requests()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vauq", ["Ines Vauquelin"]),
        ("VAUQUELIN ines", ["Ines Vauquelin"]),
        ("pdr", ["Parti des Rivières"]),
        ("riviè", ["Parti des Rivières", "sommet des Rivières 2023"]),
        ("zz", []),
    ],
)
def test_the_search_finds_names(browser: Browser, sites: dict[str, Path], typed: str, found: list[str]) -> None:
    visit(browser, sites["sample"] / "index.html")
    browser.driver.find_element("id", "search").send_keys(typed)
    assert sorted(browser.texts("#found a")) == sorted(found)
    said = browser.texts("#found-count")
    assert said == (
        [f"{len(found)} nom{'s' if len(found) > 1 else ''} trouvé{'s' if len(found) > 1 else ''}"]
        if found
        else ["Aucun nom ne commence ainsi."]
    )


def test_the_search_by_keys_and_by_link(browser: Browser, sites: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    visit(browser, sites["sample"] / "index.html", "#search")
    assert browser.run("return document.activeElement.id") == "search"
    browser.type("rivi", Keys.ARROW_DOWN)
    first = browser.texts("#found a")[0]
    assert browser.focused() == first
    browser.type(Keys.ARROW_UP)
    assert browser.run("return document.activeElement.id") == "search"
    visit(browser, sites["sample"] / "index.html", browser.run("return location.hash"))
    assert browser.texts("#found a")[0] == first
    browser.type(Keys.TAB)
    browser.run("document.getElementById('search').focus()")
    browser.type(Keys.ENTER)
    assert browser.texts("h1") == [first]


def test_the_search_shows_hostile_names_as_text(browser: Browser, sites: dict[str, Path]) -> None:
    visit(browser, sites["hostile"] / "index.html")
    browser.driver.find_element("id", "search").send_keys("evil")
    (name,) = browser.texts("#found a")
    assert name == "\u202eevil\u202c <img src=x onerror=alert(1)>"
    browser.run("document.querySelector('#found a').click()")
    assert browser.texts("h1") == [name]


def test_a_sentence_and_what_it_states_light_each_other(browser: Browser, sites: dict[str, Path]) -> None:
    from selenium.webdriver import ActionChains

    visit(browser, sites["sample"] / PAGES["article"])
    notes = browser.driver.find_elements("css selector", "[data-note]")
    ActionChains(browser.driver).move_to_element(notes[0]).perform()
    assert browser.texts(".sentence.on mark.on") == ["Nordavia", "racheté", "Quantelle"]
    assert browser.texts(".note-of.on .what") == ["Nordavia a racheté Quantelle"]
    sentence = browser.driver.find_element("css selector", "[data-notes~='4']")
    ActionChains(browser.driver).move_to_element(sentence).perform()
    (lit,) = browser.texts(".note-of.on .what")
    assert lit == "nié Nordavia finance Parti des Rivières"
    sentence.click()
    assert browser.texts(".note-of:target .what") == [lit]


def test_the_way_from_a_dossier_to_the_sentence_and_to_the_graph(browser: Browser, sites: dict[str, Path]) -> None:
    visit(browser, sites["sample"] / PAGES["dossier"])
    browser.click(".evidence a[href*='articles/gazette'][href*='#']")
    assert browser.texts(".note-of:target .what") == ["Nordavia a racheté Quantelle"]
    browser.click(".note-of:target .to a")
    assert browser.texts(".tie:target h4") == ["Nordavia a racheté Quantelle"]
    browser.click("a[href*='graph.html#']")
    assert browser.run("return location.hash") == "#entity=group/nordavia"
    assert browser.texts("#panel h2") == ["Nordavia"]


def test_every_link_to_the_graph_restores_its_entity(browser: Browser, sites: dict[str, Path]) -> None:
    """Hostile identifiers too: what the page of the graph says it selected is what the dossier is about."""
    for name in ("sample", "hostile"):
        seen = 0
        for path in sorted((sites[name] / "entities").glob("*.html")):
            visit(browser, path)
            title, links = (
                browser.texts("h1"),
                browser.run("return [...document.querySelectorAll('a[href*=\"graph.html#\"]')].map((a) => a.href)"),
            )
            for link in links:
                browser.driver.get("about:blank")
                browser.driver.get(link)
                assert browser.texts("#panel h2") == title
                seen += 1
        assert seen >= 3


@pytest.mark.parametrize("kind", [*PAGES, "alone"])
@pytest.mark.parametrize("size", ["desk", "phone"])
def test_nothing_is_wider_than_the_window(
    browser: Browser, sites: dict[str, Path], sample_graph: KnowledgeGraph, tmp_path: Path, kind: str, size: str
) -> None:
    width = {"desk": 1440, "phone": 390}[size]
    browser.resize(width, 844)
    visit(browser, located(sites["sample"], sample_graph, tmp_path, kind))
    assert browser.run("return document.documentElement.scrollWidth") <= width
    browser.picture(f"site-{kind}-{size}")
    browser.media(scheme="dark")
    browser.picture(f"site-{kind}-{size}-dark")


def located(folder: Path, graph: KnowledgeGraph, tmp_path: Path, kind: str) -> Path:
    """A page of the site, or a dossier that stands alone."""
    if kind == "alone":
        path = tmp_path / "alone.html"
        path.write_text(page.report(dossier(Archive(graph), graph.entity("Nordavia")), Frame(graph)), encoding="utf-8")
        return path
    return folder / PAGES[kind]


@pytest.mark.parametrize("kind", [*PAGES, "alone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation_of_accessibility(
    browser: Browser, sites: dict[str, Path], sample_graph: KnowledgeGraph, tmp_path: Path, kind: str, scheme: str
) -> None:
    browser.media(scheme=scheme)
    visit(browser, located(sites["sample"], sample_graph, tmp_path, kind))
    browser.driver.execute_script(axe())
    found: Any = browser.driver.execute_async_script("axe.run({preload: false}).then(arguments[0])")
    bad = [
        (v["id"], [n["html"][:120] for n in v["nodes"]])
        for v in found["violations"]
        if v["impact"] in {"serious", "critical"}
    ]
    assert bad == [], json.dumps(bad, indent=1)


def test_a_dossier_prints(
    browser: Browser, sample_graph: KnowledgeGraph, tmp_path: Path, sites: dict[str, Path]
) -> None:
    visit(browser, located(sites["sample"], sample_graph, tmp_path, "alone"))
    content = browser.pdf("dossier")
    assert content.startswith(b"%PDF")
    assert 1 <= content.count(b"/Type /Page\n") <= 6
