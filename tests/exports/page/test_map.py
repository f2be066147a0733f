"""The map in a real browser: what is on it, in which looks, and what a reader does with it."""

import importlib.util
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from liaisons.extractors import extract
from liaisons.extractors.readers import read
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Reason, Statement, Status

from .conftest import Browser
from .graphs import entity, evidence, ring_graph, small_graph, takeover_graph

ROOT = Path(__file__).parents[3]
REAL = ROOT.parent / "shared" / "articles"

pytestmark = pytest.mark.browser


def articles(folder: Path) -> KnowledgeGraph:
    if not folder.is_dir():
        pytest.skip("the real articles are not part of a clone")
    return KnowledgeGraph(extract(a for a in read([folder]) if isinstance(a, Article)))


def newspaper() -> KnowledgeGraph:
    """Some 5,000 entities, a few of them in hundreds of statements."""
    spec = importlib.util.spec_from_file_location("synthetic", ROOT / "benchmarks" / "synthetic.py")
    assert spec is not None
    assert spec.loader is not None
    synthetic = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(synthetic)
    return synthetic.graph(9000, entities=8000)  # type: ignore[no-any-return]


def overlapping(boxes: list[dict[str, float]]) -> list[tuple[dict[str, float], dict[str, float]]]:
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
    ]


@pytest.mark.parametrize(
    ("build", "least", "share"),
    [
        pytest.param(lambda: ring_graph(60), 40, 0, id="ring"),
        pytest.param(newspaper, 60, 0, id="newspaper"),
        pytest.param(lambda: articles(ROOT / "examples" / "articles"), 90, 0.6, id="demo", marks=pytest.mark.model),
        pytest.param(lambda: articles(REAL), 10, 1, id="real", marks=pytest.mark.model),
    ],
)
def test_no_name_covers_another_at_the_first_view(
    browser: Browser, build: Callable[[], KnowledgeGraph], least: int, share: float
) -> None:
    page = browser.open(build(), language="fr")
    for size in ((1440, 900), (800, 1000)):
        browser.resize(*size)
        page.visit()
        boxes = page.run("l.network.redraw(); return l.ink.boxes")
        shown = len(page.shown()[0])
        assert overlapping(boxes) == []
        if size == (1440, 900):
            assert len(boxes) >= max(least, share * shown), f"{len(boxes)} names for {shown} nodes"


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_nothing_of_the_first_view_lies_under_the_bar(browser: Browser, size: tuple[int, int]) -> None:
    browser.resize(*size)
    page = browser.open(ring_graph(60))
    bar = page.run(
        "l.network.redraw(); const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } ="
        " document.getElementById('bar'); return { left, top, right: left + offsetWidth, bottom: top + offsetHeight }"
    )
    boxes = page.run("return l.ink.boxes")
    assert len(boxes) > 10
    assert [box for box in boxes if overlapping([box, bar])] == []
    tops = page.run("return [...l.stage.entities].map((i) => l.network.canvasToDOM(l.network.getPosition(i)).y)")
    assert min(tops) > bar["bottom"]


def test_the_page_follows_the_theme_of_the_system(browser: Browser) -> None:
    page = browser.open(small_graph(), language="en")
    page.run("l.select(2)")
    icons = "return [...document.querySelectorAll('#legend svg > *, #panel svg > *')].map((e) => e.getAttribute('fill') + e.getAttribute('stroke'))"
    light = page.run(icons)
    browser.media("dark")
    page.awaited("new Promise((resolve) => setTimeout(resolve, 300))")
    followed = page.run(icons)
    assert len(followed) == len(light) > 8
    assert followed != light
    page.visit("#theme=dark")
    page.run("l.select(2)")
    assert page.run(icons) == followed


def test_the_most_connected_have_their_names(browser: Browser) -> None:
    page = browser.open(newspaper())
    named = page.run("l.network.redraw(); return l.ink.boxes.map((b) => b.entity)")
    assert len({*range(12)} & set(named)) >= 11


def looks(page: Browser) -> dict[int, tuple[str, bool, bool, bool]]:
    """For each line its colour, whether it is dotted, and whether arrows are at its end and its beginning."""
    found = page.run("return l.network.body.data.edges.get()")
    arrows = {e["id"]: [e["arrows"][end]["enabled"] for end in ("to", "from")] for e in found}
    return {e["id"]: (e["color"]["color"], bool(e["dashes"]), *arrows[e["id"]]) for e in found}


def test_lines_look_like_what_they_say(browser: Browser) -> None:
    page = browser.open(small_graph(), language="en")
    neutral, over, support = "#5B6472", "#AAB0BB", "#2B6CB0"
    assert looks(page) == {
        0: (neutral, False, True, False),  # denied: a cross besides
        1: (support, False, False, False),
        2: (neutral, True, True, False),
        3: (over, False, True, False),
        4: (neutral, False, True, False),
    }
    drawn = {e["id"]: e for e in page.run("l.network.moveTo({ scale: 3 }); l.network.redraw(); return l.ink.lines")}
    assert {i: (e["sign"], e["denied"]) for i, e in drawn.items() if e["sign"] or e["denied"]} == {
        0: (0, True), 1: (1, False),
    }  # fmt: skip


def test_links_are_named_in_the_language_of_the_page(browser: Browser) -> None:
    page = browser.open(small_graph(), language="fr")
    page.run("l.select(2)")
    names = "l.network.moveTo({ scale: 3 }); l.network.redraw(); return l.ink.lines.map((e) => e.name).sort()"
    assert page.run(names) == ["a fondé (révolu)", "dirige"]
    page.run("l.change({ language: 'en' })")
    assert page.run(names) == ["founded (ended)", "leads"]
    assert "Person · 2 links · 1 article" in page.texts("#panel .entity .soft")
    page.run("l.change({ theme: 'dark' })")
    assert looks(page)[1][0] == "#79B4F2"


def many_ties() -> KnowledgeGraph:
    """Four statements between the same two, of which the first by name is denied."""
    text = "Ada n’a pas quitté Orion. Ada soutient Orion. Ada dirige Orion. Ada possède Orion."
    article = Article("a", text, lang="fr", date="2024-05-06")
    said = [
        ("left", "Ada n’a pas quitté Orion.", "quitté", Status.NEGATED),
        ("supports", "Ada soutient Orion.", "soutient", Status.ASSERTED),
        ("leads", "Ada dirige Orion.", "dirige", Status.ASSERTED),
        ("owns", "Ada possède Orion.", "possède", Status.ASSERTED),
    ]
    reasons = (Reason("verb diriger", 0.9), Reason("subject pronoun", 0.8))
    statements = tuple(
        Statement("p", r, "o", s, (evidence(article, t, "Ada", cue, "Orion", confidence=0.72, reasons=reasons),))
        for r, t, cue, s in said
    )
    entities = (entity("p", "Person", article, "Ada"), entity("o", "Company", article, "Orion"))
    return KnowledgeGraph([ArticleGraph(article, entities, statements)]).check()


def test_many_statements_between_two_are_one_line(browser: Browser) -> None:
    graph = many_ties()
    page = browser.open(graph, language="en")
    assert [s.relation for s in graph.statements()] == ["leads", "left", "owns", "supports"]
    assert page.run("return [...l.bundles]") == [[0, [0, 2, 3, 1]]]
    assert looks(page) == {0: ("#2B6CB0", False, True, False)}
    page.run("l.selectStatement(1)")
    assert page.texts("#panel .link") == ["Ada left (denied) Orion"]
    assert looks(page) == {0: ("#5B6472", False, True, False)}
    page.run("l.network.redraw()")
    assert page.run("return l.ink.lines.map(({ id, sign, denied }) => [id, sign, denied])") == [[0, 0, True]]
    page.run("l.home()")
    assert looks(page) == {0: ("#2B6CB0", False, True, False)}
    page.run("l.select(0)")
    assert looks(page) == {0: ("#2B6CB0", False, True, False)}
    page.run("l.change({ selection: { path: [0, 1] } })")
    assert looks(page)[0][0] == "#5B6472"  # leads, of no side, is the step of the path
    page.run("l.selectStatement(1)")
    assert page.run("return l.network.getSelectedEdges()") == [0]
    assert len(page.texts("#panel .row")) == 3
    page.run("l.change({ filters: { statuses: ['negated'] } })")
    assert page.run("return [...l.bundles.keys()]") == [0, 2, 3]


def test_a_confidence_has_its_reasons(browser: Browser) -> None:
    page = browser.open(many_ties(), language="en")
    page.run("l.selectStatement(0)")
    assert page.texts("#panel .why summary") == ["72%why"]
    assert page.texts("#panel .why li") == ["the verb “diriger”× 0.9", "subject: a pronoun× 0.8"]
    page.click("#language-fr")
    assert page.texts("#panel .why li") == ["le verbe « diriger »× 0,9", "sujet : un pronom× 0,8"]


def test_an_entity_has_its_posts_its_time_and_its_articles(browser: Browser) -> None:
    page = browser.open(small_graph(), language="en")
    page.run("l.select(0)")
    assert page.texts("#panel .lasting .name") == ["is led by Ada Nunez, directriceMay 2024"]
    assert page.run("return document.querySelectorAll('#panel svg.timeline rect').length") == 2
    assert page.texts("#panel .timeline text") == ["May 2024", "Jun 2024"]
    assert page.texts("#panel .told .cite span")[0] == "Gazette · J. Roy · June 3, 2024"


def line_graph(statuses: str) -> KnowledgeGraph:
    """A, B, C, D…: each supports the next, with a status by its first letter; A also opposes the last but one by way of
    X and Y, asserted."""
    kinds = {"a": Status.ASSERTED, "u": Status.UNCERTAIN}
    names = [f"Nom{letter}" for letter in "ABCDEFGH"[: len(statuses) + 1]]
    pairs = [(a, b, kinds[s]) for a, b, s in zip(names, names[1:], statuses, strict=False)]
    detour = [names[0], "NomX", "NomY", names[3]]
    pairs += [(a, b, Status.ASSERTED) for a, b in pairwise(detour)]
    text = " ".join(f"{a} aide {b}." for a, b, _ in pairs)
    article = Article("a", text, lang="fr")
    people = sorted({name for a, b, _ in pairs for name in (a, b)})
    statements = tuple(
        Statement(a, "supports", b, s, (evidence(article, f"{a} aide {b}.", a, "aide", b),)) for a, b, s in pairs
    )
    return KnowledgeGraph([ArticleGraph(article, tuple(entity(n, "Person", article, n) for n in people), statements)])


def by_name(page: Browser, *names: str) -> list[int]:
    known = page.run("return l.data.entities.map((e) => e.name)")
    return [known.index(name) for name in names]


def steps(page: Browser) -> list[str]:
    return page.texts("#panel .step .link")


def test_the_path_has_the_fewest_links_and_the_surest_of_these(browser: Browser) -> None:
    page = browser.open(line_graph("auaa"), language="en")
    a, e = by_name(page, "NomA", "NomE")
    page.run("l.change({ selection: { path: [arguments[0], arguments[1]] } })", a, e)
    assert steps(page) == [
        "NomA supports NomX", "NomX supports NomY", "NomY supports NomD", "NomD supports NomE",
    ]  # fmt: skip
    assert page.texts("#panel .step blockquote")[0] == "NomA aide NomX."
    assert len(page.run("return [...l.ink.light.lines]")) == 4
    x = by_name(page, "NomX")[0]
    page.run("l.hide(arguments[0]); l.change({ selection: { path: [arguments[1], arguments[2]] } })", x, a, e)
    assert steps(page)[1] == "NomB supports (uncertain) NomC"
    page.run("l.change({ filters: { statuses: ['uncertain'] } })")
    assert steps(page) == []
    assert "No path" in page.texts("#panel")[0]


def crossroads() -> KnowledgeGraph:
    """Four ways of two links from Ada to Zoe: by a country, which was told first, by Orion, Sirius (denied) and Vega."""
    told = [
        ("Ada", "France"),
        ("Zoe", "France"),
        *((n, o) for o in ("Orion", "Sirius", "Vega") for n in ("Ada", "Zoe")),
    ]
    text = " ".join(f"{a} aide {b}." for a, b in told)
    article = Article("a", text, lang="fr")
    types = {
        "Ada": "Person",
        "Zoe": "Person",
        "France": "Place",
        "Orion": "Company",
        "Sirius": "Company",
        "Vega": "Company",
    }
    statements = tuple(
        Statement(
            a, "citizen_of" if b == "France" else "supports", b, Status.NEGATED if b == "Sirius" else Status.ASSERTED,
            (evidence(article, f"{a} aide {b}.", a, "aide", b),),
        )
        for a, b in told
    )  # fmt: skip
    return KnowledgeGraph([ArticleGraph(article, tuple(entity(n, types[n], article, n) for n in types), statements)])


def test_equally_short_paths_take_turns_those_through_places_last(browser: Browser) -> None:
    page = browser.open(crossroads(), language="en")
    ends = by_name(page, "Ada", "Zoe")
    page.run("l.change({ selection: { path: arguments[0] } })", ends)
    by = []
    for turn in range(4):
        assert f"path {turn + 1} of 4 as short" in page.texts("#panel .path")[0]
        by.append(page.texts("#panel .step .link .to")[0])
        shown = page.run("return l.toHash(l.view()).split('path=')[1].split(',').slice(2)")
        assert shown == ([str(turn)] if turn else [])
        assert page.run("return [...l.ink.light.entities].length") == 3
        page.click("#panel .next")
    assert by == ["Orion", "Vega", "Sirius", "France"]
    assert page.run("return l.view().selection.path") == ends
    page.run("l.change({ selection: { path: [...arguments[0], 3] } })", ends)
    address = page.run("return l.toHash(l.view())")
    page.visit(address)
    assert page.texts("#panel .step .link .to")[0] == "France"
    page.run("l.change({ filters: { types: ['Company'] } })")
    assert page.texts("#panel .path .next") == []  # the only one left


def test_a_path_is_asked_for_in_the_panel(browser: Browser) -> None:
    page = browser.open(line_graph("aaaa"), language="en")
    page.run("l.select(arguments[0])", by_name(page, "NomB")[0])
    page.click("#path-to")
    page.type("nomd", "\ue007")
    assert page.texts("#panel .step .link") == ["NomB supports NomC", "NomC supports NomD"]
    page.click("#panel .path .action")
    assert page.texts("#panel > .link") == ["NomD → NomB"]
    page.click("#panel .back")
    assert page.texts("#panel > .link") == ["NomB → NomD"]


def test_a_reader_expands_focuses_hides_and_takes_it_back(browser: Browser) -> None:
    page = browser.open(ring_graph(600), language="en")
    opening = list(range(200))
    assert page.shown()[0] == opening
    node, neighbours = page.run(
        "const of = (i) => l.data.statements.flatMap((s) => (s.subject === i ? [s.object] : s.object === i ? [s.subject] : []));"
        "const i = [...Array(200).keys()].findLast((i) => of(i).some((j) => j >= 200)); return [i, of(i)]"
    )
    page.run("l.expand(arguments[0])", node)
    more = sorted({*opening, *neighbours})
    assert page.shown()[0] == more
    page.run("l.focusOn(arguments[0])", node)
    near = sorted({node, *neighbours})
    assert page.shown()[0] == sorted({*near, *more[200:]})
    assert page.texts("#notice button") == ["Leave the focus"]
    page.run("l.hide(0)")
    assert page.shown()[0] == sorted({*near, *more[200:]} - {0})
    for expected in (len({*near, *more[200:]}), len(more), 200):
        page.run("l.undo()")
        assert len(page.shown()[0]) == expected
    page.run("l.redo(); l.redo()")
    again = page.visit(page.run("return l.toHash(l.view())"))
    assert again.shown()[0] == sorted({*near, *more[200:]})


def test_the_neighbours_in_focus_stand_around_it_without_covering_each_other(browser: Browser) -> None:
    page = browser.open(ring_graph(90))
    page.run("l.focusOn(0)")
    places = page.run("return Object.values(l.network.getPositions())")
    assert len(places) == 90
    assert min(abs(a["x"] - b["x"]) + abs(a["y"] - b["y"]) for a, b in combinations(places, 2)) > 25


def test_dragging_pins_and_the_panel_lets_go(browser: Browser) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.by import By

    page = browser.open(small_graph(), language="en")
    canvas = page.driver.find_element(By.ID, "mynetwork")
    before = page.screen(2)
    chain = ActionChains(page.driver).move_to_element_with_offset(canvas, *before).click_and_hold()
    chain.move_by_offset(40, 30).move_by_offset(20, 30).release().perform()
    assert list(page.run("return l.view().pinned")) == ["2"]
    x, y = page.screen(2)
    assert (x - before[0], y - before[1]) == (pytest.approx(60, abs=4), pytest.approx(60, abs=4))
    page.run("l.select(2)")
    assert "Unpin" in page.texts("#panel .action")
    page.run("l.pin(2)")
    assert page.run("return l.view().pinned") == {}


def test_a_double_click_shows_the_neighbours(browser: Browser) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.by import By

    page = browser.open(ring_graph(600))
    page.run("l.network.focus(150, { scale: 2 })")
    canvas = page.driver.find_element(By.ID, "mynetwork")
    wanted = page.run("return l.data.statements.filter((s) => s.subject === 150 || s.object === 150).length")
    ActionChains(page.driver).move_to_element_with_offset(canvas, *page.screen(150)).double_click().perform()
    shown = page.shown()[0]
    assert wanted >= 2
    assert all(
        end in shown
        for s in page.run("return l.data.statements.map((s) => [s.subject, s.object])")
        if 150 in s
        for end in s
    )


def test_very_many_lines_are_strokes_that_can_be_clicked(browser: Browser) -> None:
    page = browser.open(newspaper())
    page.run("l.showAll()")
    assert page.run("return l.bundles.size") > 3000
    assert page.run("return l.network.body.data.edges.length") == 0
    number = page.run("return [...l.bundles.keys()].at(-1)")
    page.run("l.selectStatement(arguments[0])", number)
    assert len(page.texts("#panel blockquote")) >= 1
    ends: list[int] = page.run("return [...l.ink.light.entities]")
    assert len(ends) == 2
    page.run("l.network.fit({ nodes: arguments[0], animation: false }); l.home()", ends)
    (ax, ay), (bx, by) = (page.screen(i) for i in ends)
    middle = round((ax + bx) / 2), round((ay + by) / 2)
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.by import By

    canvas = page.driver.find_element(By.ID, "mynetwork")
    ActionChains(page.driver).move_to_element_with_offset(canvas, *middle).click().perform()
    assert page.run("return l.view().selection") is not None


PART = """
const canvas = document.querySelector("#mynetwork canvas");
const ratio = canvas.width / canvas.clientWidth;
const [x, y, width, height] = [arguments[0], arguments[1], 120, 90].map((size) => size * ratio);
const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
copy.drawImage(canvas, -x, -y);
return [...copy.getImageData(0, 0, width, height).data].join();
"""


def test_a_map_of_very_many_lines_follows_the_pointer_as_a_picture(browser: Browser) -> None:
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.by import By

    page = browser.open(newspaper())
    page.run("l.showAll(); l.network.redraw()")
    canvas = page.driver.find_element(By.ID, "mynetwork")
    corner = -page.run("return document.getElementById('mynetwork').clientWidth") // 2 + 12
    before, place = page.run(PART, 500, 300), page.screen(0)
    pull = ActionChains(page.driver).move_to_element_with_offset(canvas, corner, 200).click_and_hold()
    pull.move_by_offset(30, 20).move_by_offset(30, 20).perform()
    moved = [now - then for now, then in zip(page.screen(0), place, strict=True)]
    assert min(moved) > 20
    assert page.run(PART, 500 + moved[0], 300 + moved[1]) == before
    assert page.run("return l.network.renderer.options.hideNodesOnDrag")
    ActionChains(page.driver).release().perform()
    page.run("l.network.redraw()")
    whole = page.run(PART, 500, 300)
    page.run("l.network.redraw()")
    assert page.run(PART, 500, 300) == whole != before

    busiest = page.screen(0)
    drag = ActionChains(page.driver).move_to_element_with_offset(canvas, *busiest).click_and_hold()
    drag.move_by_offset(30, 20).move_by_offset(10, 10).perform()
    assert not page.run("return l.network.renderer.options.hideNodesOnDrag")
    ActionChains(page.driver).release().perform()
    assert list(page.run("return l.view().pinned")) == ["0"]


def test_an_event_is_a_node_with_those_who_have_a_part_in_it(browser: Browser) -> None:
    page = browser.open(takeover_graph(), language="en")
    assert len(page.shown()[0]) == 4
    page.run("l.selectStatement(1)")
    assert page.texts("#panel .link") == ["Nordavia participant Le rachat de Quantelle par Nordavia"]
    assert page.texts("#panel blockquote") == ["Le rachat de Quantelle par Nordavia a eu lieu à Valserre."]
