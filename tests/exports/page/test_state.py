"""The view: one record that is changed, undone, written into the address bar and read from it."""

from typing import Any

import pytest

from .conftest import Browser
from .graphs import hostile_graph, small_graph

pytestmark = pytest.mark.browser

# a patch of the view of the small graph (0 Orion, 1 Vega, 2 Ada Nunez), and its hash
LINKS: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"language": "en"}, "#lang=en"),
    ({"theme": "dark"}, "#theme=dark"),
    (
        {"filters": {"types": ["Person"], "statuses": ["ended", "negated"]}},
        "#no-types=Person&no-statuses=ended,negated",
    ),
    ({"filters": {"relations": ["acquired"]}}, "#no-relations=acquired"),
    ({"filters": {"sources": ["", "group/lire"]}}, "#said-by=,group/lire"),
    ({"filters": {"sources": [""], "papers": [""]}}, "#said-by=&papers="),
    ({"filters": {"papers": ["Gazette"], "articles": ["lettre-1"]}}, "#papers=Gazette&articles=lettre-1"),
    (
        {"filters": {"since": "2024-01", "until": "2024-06", "undated": False}},
        "#since=2024-01&until=2024-06&undated=no",
    ),
    ({"filters": {"confidence": 0.7}}, "#confidence=0.7"),
    ({"shown": "all"}, "#show=all"),
    ({"hidden": [0, 1]}, "#hide=group/orion,group/vega"),
    ({"pinned": {"2": [40, -7]}}, "#pin=human/ada-nunez:40:-7"),
    ({"focus": 1}, "#focus=group/vega"),
    ({"selection": {"entity": 2}}, "#entity=human/ada-nunez"),
    ({"selection": {"statement": 3}}, "#statement=human/ada-nunez,founded,group/vega,ended"),
    ({"selection": {"path": [2, 1]}}, "#path=human/ada-nunez,group/vega"),
]


@pytest.mark.parametrize(("patch", "hash"), LINKS)
def test_a_link_restores_the_view(browser: Browser, patch: dict[str, Any], hash: str) -> None:
    page = browser.open(small_graph())
    page.run("l.change(arguments[0])", patch)
    view = page.run("return l.view()")
    assert page.run("return location.hash") == hash
    page.visit(hash)
    assert page.run("return l.view()") == view
    assert page.texts("#said") == [""]


def test_every_field_of_the_view_is_in_the_link(browser: Browser) -> None:
    page = browser.open(small_graph())
    fields = {key for patch, _ in LINKS for key in patch}
    filters = {key for patch, _ in LINKS for key in patch.get("filters", {})}
    assert fields == set(page.run("return Object.keys(l.view())"))
    assert filters == set(page.run("return Object.keys(l.view().filters)"))


def test_a_link_outlives_a_new_build(browser: Browser) -> None:
    """The numbers of entities are others in another graph; a link has their ids."""
    browser.open(small_graph())
    graphs = list(small_graph().article_graphs.values())
    page = browser.open(type(small_graph())(graphs[1:]), "#entity=group/vega&hide=human/ada-nunez")
    names = "return [l.view().selection.entity, ...l.view().hidden].map((i) => l.data.entities[i].name)"
    assert page.run(names) == ["Vega", "Ada Nunez"]


@pytest.mark.parametrize(
    ("hash", "told"),
    [
        ("#entity=human/nobody", "human/nobody"),
        ("#statement=human/ada-nunez,leads,group/vega,asserted", "human/ada-nunez leads group/vega asserted"),
        ("#path=human/ada-nunez,human/x", "human/x"),
        ("#hide=%22%3Cscript%3E,group/vega", '"<script>'),
        ("#no-types=Person,Robot", "Robot"),
        ("#said-by=human/x&papers=Le%20Monde", "human/x, Le Monde"),
        ("#colour=red", "colour"),
        ("#%E0%A4%A=1&__proto__=2&constructor=3", "%E0%A4%A, __proto__, constructor"),
        ("#pin=human/x:1:2", "human/x"),
    ],
)
def test_what_a_link_names_and_the_graph_lacks_is_told(browser: Browser, hash: str, told: str) -> None:
    page = browser.open(small_graph(), hash, language="en")
    assert page.texts("#said") == [f"This graph does not have: {told}"]
    assert page.run("return window.broken") is None


@pytest.mark.parametrize(
    "hash",
    [
        "#since=yesterday&until=2024-13",
        "#confidence=much",
        "#theme=blue&lang=de",
        "#pin=group/vega:NaN:2,x",
        "#show=&no-types=",
    ],
)
def test_values_that_mean_nothing_are_left(browser: Browser, hash: str) -> None:
    page = browser.open(small_graph(), hash)
    assert page.run("return l.toHash(l.view())") == ""


def test_undo_and_redo(browser: Browser) -> None:
    page = browser.open(small_graph())
    page.run("l.toggle('statuses', 'negated'); l.select(2); l.change({ language: 'en' }); l.hide(0)")
    hashes = [page.run("return location.hash")]
    for _ in range(4):
        page.run("l.undo()")
        hashes.append(page.run("return location.hash"))
    assert hashes == [
        "#lang=en&no-statuses=negated&hide=group/orion",
        "#lang=en&no-statuses=negated&entity=human/ada-nunez",
        "#lang=en&no-statuses=negated",
        "#lang=en",
        "#lang=en",
    ]
    for _ in range(4):
        page.run("l.redo()")
    assert page.run("return location.hash") == hashes[0]
    page.run("l.undo(); l.toggle('types', 'Person'); l.redo()")
    assert page.run("return location.hash") == "#lang=en&no-types=Person&no-statuses=negated&entity=human/ada-nunez"


def test_one_gesture_is_one_step(browser: Browser) -> None:
    page = browser.open(small_graph())
    drag = "for (const confidence of [0.5, 0.6, 0.7]) l.change({ filters: { confidence } }, 'drag');"
    page.run(f"{drag} l.settle(); {drag.replace('0.7', '0.8')} l.undo()")
    assert page.run("return location.hash") == "#confidence=0.7"
    page.run("l.undo()")
    assert page.run("return location.hash") == ""


def test_the_view_cannot_be_changed_behind_its_back(browser: Browser) -> None:
    page = browser.open(small_graph())
    attempt = "'use strict'; try { l.view().filters.types.push('Person'); } catch (e) { return e.constructor.name }"
    assert page.run(attempt) == "TypeError"


def test_a_changed_address_changes_the_view(browser: Browser) -> None:
    page = browser.open(small_graph())
    page.run("location.hash = '#entity=group/vega'")
    page.awaited("new Promise((done) => setTimeout(done, 50))")
    assert page.texts("#panel h2") == ["Vega"]
    page.run("l.undo()")
    assert page.texts("#panel h2") == []


def test_links_to_hostile_names(browser: Browser) -> None:
    page = browser.open(hostile_graph())
    for i in range(9):
        page.run("l.change({ selection: { entity: arguments[0] }, hidden: [], pinned: { [arguments[0]]: [1, 2] } })", i)
        view, hash = page.run("return [l.view(), location.hash]")
        page.visit(hash)
        assert page.run("return l.view()") == view
    assert page.run("return window.broken") is None
