"""The page in a real browser: what it shows, and what a click does."""

from itertools import combinations
from typing import Any

import pytest

from liaisons.graph.knowledge import KnowledgeGraph

from .conftest import Browser
from .graphs import IMAGE, SCRIPT, hostile_graph, ring_graph, small_graph


def number(graph: KnowledgeGraph, *key: str) -> int:
    """The number of the statement with this key."""
    return [tuple(s.key) for s in graph.statements()].index(key)


@pytest.mark.browser
class TestBrowser:
    @pytest.mark.parametrize("language", ["fr", "en"])
    @pytest.mark.parametrize("build", [small_graph, hostile_graph, KnowledgeGraph])
    def test_a_page_opens_without_errors_requests_or_foreign_scripts(
        self, browser: Browser, build: Any, language: str
    ) -> None:
        graph = build()
        page = browser.open(graph, title=SCRIPT, language=language)
        for i in range(len(graph.statements())):
            page.run("l.selectStatement(arguments[0])", i)
        for i in range(len(page.shown()[0])):
            page.run("l.select(arguments[0], true)", i)
        assert page.errors() == []
        assert page.requests() == []
        assert page.run("return window.broken") is None
        assert page.texts("h1") == [SCRIPT]
        assert page.driver.title == SCRIPT

    def test_foreign_code_cannot_run_even_where_it_got_in(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", IMAGE)
        page.run("const s = document.createElement('script'); s.textContent = 'broken = 1'; document.body.append(s)")
        assert page.run("return window.broken") is None
        assert any("Content Security Policy" in message for message in page.errors())

    def test_the_map_is_drawn_and_the_same_every_time(self, browser: Browser) -> None:
        pictures = []
        for _ in range(2):
            page = browser.open(small_graph())
            colours = page.run(
                "l.network.redraw(); const c = document.querySelector('canvas'), colours = new Set();"
                "for (const v of new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer))"
                "  colours.add(v); return colours.size"
            )
            assert colours > 50
            pictures.append(page.run("return document.querySelector('canvas').toDataURL()"))
        assert pictures[0] == pictures[1]

    def test_a_statement_shows_its_sentence(self, browser: Browser) -> None:
        graph = small_graph()
        page = browser.open(graph, language="fr")
        page.run(
            "l.selectStatement(arguments[0])", number(graph, "human/ada-nunez", "leads", "group/orion", "asserted")
        )
        assert page.texts("#panel .link") == ["Ada Nunez dirige Orion"]
        assert page.texts("#panel blockquote") == ["Ada Nunez 🚀 dirige Orion depuis mai, selon Lire."]
        marks = page.run(
            "return [...document.querySelectorAll('blockquote mark')].map((m) => [m.className, m.textContent])"
        )
        assert marks == [["s", "Ada Nunez"], ["c", "dirige"], ["o", "Orion"]]
        facts = dict(zip(page.texts("#panel dt"), page.texts("#panel dd"), strict=True))
        assert facts == {"selon": "Lire", "quand": "mai 2024", "fonction": "directrice", "confiance": "75\xa0%"}
        assert page.texts("#panel .cite") == ["Orion change de têteGazette · J. Roy · 3 juin 2024"]
        link = page.run("const a = document.querySelector('#panel a'); return [a.href, a.rel, a.target]")
        assert link == ["https://example.org/1", "noopener noreferrer", "_blank"]

    def test_what_is_not_asserted_says_so(self, browser: Browser) -> None:
        graph = small_graph()
        page = browser.open(graph, language="en")
        page.run("l.selectStatement(arguments[0])", number(graph, "group/vega", "acquired", "group/orion", "uncertain"))
        assert page.texts("#panel .link") == ["Vega acquired (uncertain) Orion"]
        assert page.texts("#panel .outside") == ["subject, elsewhere in the article: Vega"]
        assert page.texts("#panel dd") == ["€5,000,000", "50%"]
        assert page.texts("#panel .row .name") == ["Orion acquired (denied) Vega", "Orion is a partner of Vega"]

    def test_only_web_addresses_become_links(self, browser: Browser) -> None:
        page = browser.open(hostile_graph())
        page.run("l.selectStatement(0)")
        links = page.run("return [...document.querySelectorAll('#panel a')].map((a) => a.protocol)")
        assert links == ["https:"]
        assert page.texts("#panel .address") == [
            "javascript:window.broken=1", f"data:text/html,{SCRIPT}", " HTTPS://x",
        ]  # fmt: skip

    def test_an_entity_shows_its_statements_and_leads_to_them(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        page.run("l.select(2)")
        assert page.texts("#panel h2, #panel .entity .soft") == ["Ada Nunez", "Person · 2 links · 1 article"]
        assert page.texts("#panel .aliases") == ["Ada"]
        assert page.texts("#panel .lasting .name") == ["leads Orion, directriceMay 2024"]
        assert page.texts("#panel .group") == ["foundedVegaended "]  # what stands above is not told twice
        page.run("[...document.querySelectorAll('#panel .group .row')].at(-1).click()")
        assert page.texts("#panel .link") == ["Ada Nunez founded (ended) Vega"]
        page.run("document.querySelector('#panel .back').click()")
        assert page.texts("#panel h2") == ["Ada Nunez"]

    def test_a_click_on_a_node_and_on_nothing(self, browser: Browser) -> None:
        from selenium.webdriver import ActionChains
        from selenium.webdriver.common.by import By

        page = browser.open(small_graph())
        canvas = page.driver.find_element(By.ID, "mynetwork")
        ActionChains(page.driver).move_to_element_with_offset(canvas, *page.screen(1)).click().perform()
        assert page.texts("#panel h2") == ["Vega"]
        ActionChains(page.driver).move_to_element_with_offset(canvas, -300, -300).click().perform()
        assert page.texts("#panel h2") == []

    @pytest.mark.parametrize(
        ("typed", "found"),
        [("ada", ["Ada Nunez"]), ("NÚÑEZ", ["Ada Nunez"]), ("o", ["Orion"]), ("e", ["Vega", "Ada Nunez"]), ("zz", [])],
    )
    def test_names_are_found(self, browser: Browser, typed: str, found: list[str]) -> None:
        page = browser.open(small_graph())
        assert page.run("return l.matches(arguments[0]).map((i) => l.data.entities[i].name)", typed) == found

    def test_searching_brings_the_entity_to_the_middle(self, browser: Browser) -> None:
        from selenium.webdriver.common.by import By
        from selenium.webdriver.common.keys import Keys

        page = browser.open(small_graph())
        box = page.driver.find_element(By.ID, "search")
        box.send_keys("VÉG")
        assert page.texts("#search-found .name") == ["Vega"]
        box.send_keys(Keys.ENTER)
        assert page.texts("#panel h2") == ["Vega"]
        assert page.run("return l.network.getSelectedNodes()") == [1]
        assert page.screen(1) == pytest.approx((0, 0), abs=2)

    @pytest.mark.parametrize(
        ("kind", "key", "nodes", "edges"),
        [
            ("types", "Person", [0, 1], [0, 1, 2]),
            ("types", "Company", [2], []),
            ("statuses", "asserted", [0, 1, 2], [0, 2, 3]),
            ("statuses", "ended", [0, 1, 2], [0, 1, 2, 4]),
            ("relations", "acquired", [0, 1, 2], [1, 3, 4]),
        ],
    )
    def test_filters_hide_and_show_again(
        self, browser: Browser, kind: str, key: str, nodes: list[int], edges: list[int]
    ) -> None:
        page = browser.open(small_graph())
        press = "document.querySelector(`[data-kind=${arguments[0]}][data-key=${arguments[1]}]`).click()"
        page.run(press, kind, key)
        assert page.shown() == (nodes, edges)
        page.run(press, kind, key)
        assert page.shown() == ([0, 1, 2], [0, 1, 2, 3, 4])

    def test_selecting_what_a_filter_hides_shows_it(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.run("l.toggle('statuses', 'negated'); l.toggle('types', 'Company'); l.selectStatement(0)")
        assert page.shown() == ([0, 1, 2], [0, 1, 2, 3, 4])

    def test_a_large_graph_opens_on_its_most_connected_part(self, browser: Browser) -> None:
        page = browser.open(ring_graph(1234), language="en")
        assert page.shown()[0] == list(range(200))
        assert page.texts("#notice") == ["200 of 1,234 entities shownShow all"]
        page.run("document.querySelector('#notice button').click()")
        assert page.shown()[0] == list(range(1234))
        assert page.texts("#notice") == [""]
        assert page.errors() == []

    def test_nothing_overlaps_at_sixty_nodes(self, browser: Browser) -> None:
        page = browser.open(ring_graph(60))
        boxes = page.run("return l.nodesView.getIds().map((i) => l.network.getBoundingBox(i))")
        overlapping = [
            (a, b)
            for a, b in combinations(boxes, 2)
            if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
        ]
        assert overlapping == []

    def test_motion_can_be_switched_on_and_off(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        before = page.run("return l.network.getPositions()")
        page.run("[...document.querySelectorAll('#tools button')].at(-1).click()")
        page.driver.set_script_timeout(20)
        page.driver.execute_async_script("setTimeout(arguments[0], 500)")
        page.run("[...document.querySelectorAll('#tools button')].at(-1).click()")
        after = page.run("return l.network.getPositions()")
        page.run("l.select(0)")
        assert after != before
        assert page.run("return l.network.getPositions()") == after
