"""The controls in a real browser: search, filters and their counts, undo, language, theme, keys, empty states."""

from typing import Any

import pytest

from liaisons.graph.knowledge import KnowledgeGraph

from .conftest import SIZES, Browser
from .graphs import hostile_graph, ring_graph, small_graph

pytestmark = pytest.mark.browser

ENTER, TAB, ESCAPE, UP, DOWN, LEFT, RIGHT = "\ue007", "\ue004", "\ue00c", "\ue013", "\ue015", "\ue012", "\ue014"
CONTROL, SPACE = "\ue009", " "


def counts(page: Browser, kind: str) -> dict[str, str]:
    script = (
        "return [...document.querySelectorAll(`[data-kind=${arguments[0]}]`)]"
        ".map((e) => [e.dataset.key, e.querySelector('.count').textContent])"
    )
    return dict(page.run(script, kind))


def press(page: Browser, kind: str, key: str) -> None:
    page.run("document.querySelector(`[data-kind=${arguments[0]}][data-key='${arguments[1]}']`).click()", kind, key)


def unfold(page: Browser) -> None:
    page.run("for (const d of document.querySelectorAll('#filters details')) d.open = true")
    page.awaited("new Promise((done) => setTimeout(done, 30))")


class TestSearch:
    @pytest.mark.parametrize(
        ("typed", "first"),
        [
            ("personne numero 7", "Personne numéro 7"),
            ("numéro 12", "Personne numéro 12"),
            ("12 pers", "Personne numéro 12"),
            ("persone numro 12", "Personne numéro 12"),
            ("pesronne 5", "Personne numéro 5"),
            ("PERSONNE", "Personne numéro 0"),
        ],
    )
    def test_a_slip_is_forgiven(self, browser: Browser, typed: str, first: str) -> None:
        page = browser.open(ring_graph(30))
        assert page.run("return l.data.entities[l.matches(arguments[0])[0]].name", typed) == first

    @pytest.mark.parametrize("typed", ["xyzzy", "   ", "", "(", "\\", "[a-", "persil"])
    def test_what_is_not_there_is_not_found(self, browser: Browser, typed: str) -> None:
        page = browser.open(ring_graph(30))
        assert page.run("return l.matches(arguments[0])", typed) == []

    def test_an_alias_is_found_and_shown(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.type("/")
        page.type("ada")
        assert page.texts("#search-found .name") == ["Ada Nunez"]
        page.type(ESCAPE)
        assert page.texts("#search-found .name") == []

    def test_nothing_found_is_said(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        page.type("/")
        page.type("qqq")
        assert page.texts("#search-found li") == ["No entity has this name"]


class TestFilters:
    def test_counts_follow_the_other_filters(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        assert counts(page, "statuses") == {"asserted": "2", "ended": "1", "negated": "1", "uncertain": "1"}
        assert counts(page, "families") == {"affiliation": "2", "business": "3"}
        press(page, "families", "business")
        assert counts(page, "statuses") == {"asserted": "1", "ended": "1", "negated": "0", "uncertain": "0"}
        assert counts(page, "families") == {"affiliation": "2", "business": "3"}, "a filter does not count itself"
        assert counts(page, "types") == {"Person": "1", "Company": "2"}

    def test_a_family_is_its_relations(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        press(page, "families", "business")
        assert page.run("return l.view().filters.relations") == ["acquired", "partner_of"]
        press(page, "relations", "partner_of")
        assert page.run("return l.view().filters.relations") == ["acquired"]
        pressed = "return document.querySelector('[data-key=business]').getAttribute('aria-pressed')"
        assert page.run(pressed) == "mixed"
        press(page, "families", "business")
        press(page, "families", "business")
        assert page.run("return l.view().filters.relations") == []

    def test_only_this_and_everything_again(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        only = "document.querySelector('[data-key=ended]').parentElement.querySelector('.only').click()"
        page.run(only)
        assert page.shown()[1] == [3]
        page.run(only)
        assert page.shown()[1] == [0, 1, 2, 3, 4]

    @pytest.mark.parametrize(
        ("filters", "statements"),
        [
            ({"sources": ["group/lire"]}, [4]),
            ({"sources": [""]}, [0, 1, 2, 3]),
            ({"papers": ["Gazette"]}, [0, 3, 4]),
            ({"articles": ["letter-2"]}, [1, 2]),
            ({"since": "2024-06"}, [0, 1, 2, 3]),
            ({"until": "2024-05"}, [1, 2, 4]),
            ({"since": "2024-01", "until": "2024-05", "undated": False}, [4]),
            ({"since": "2024-06", "undated": False}, [0, 3]),
            ({"confidence": 0.6}, [0, 1, 3, 4]),
            ({"confidence": 0.9, "papers": ["Gazette"], "statuses": ["ended"]}, [0]),
        ],
    )
    def test_what_passes(self, browser: Browser, filters: dict[str, Any], statements: list[int]) -> None:
        page = browser.open(small_graph())
        page.run("l.change({ filters: arguments[0] })", filters)
        assert page.shown()[1] == statements

    def test_who_says_it_where_and_how_surely(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        unfold(page)
        assert counts(page, "sources") == {"": "4", "group/lire": "1"}
        assert counts(page, "papers") == {"Gazette": "3", "": "2"}
        press(page, "sources", "group/lire")
        assert page.shown()[1] == [4]
        assert counts(page, "papers") == {"Gazette": "1"}
        assert page.texts("#passing") == ["1 of 5 links pass Show everything again"]
        page.run("document.querySelector('#passing button').click()")
        assert page.shown()[1] == [0, 1, 2, 3, 4]
        assert page.texts("#passing") == [""]

    def test_the_handles_of_the_dates(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        unfold(page)
        from_, to = page.driver.find_elements("css selector", ".range input")
        assert page.texts(".span") == ["May 2024 – June 2024"]
        from_.send_keys(RIGHT)
        assert page.texts(".span") == ["June 2024 – June 2024"]
        assert (
            page.run("return location.hash") == "#lang=en&since=2024-06"
            or page.run("return location.hash") == "#since=2024-06"
        )
        assert from_.get_attribute("aria-valuetext") == "June 2024"
        to.send_keys(LEFT)
        assert page.texts(".span") == ["June 2024 – June 2024"], "the handles do not pass each other"
        page.run("l.undo()")
        assert page.texts(".span") == ["May 2024 – June 2024"]
        page.run("document.querySelector('#section-dates .ask').click()")
        assert page.shown()[1] == [0, 3, 4]

    def test_nothing_passes_is_said_with_the_way_out(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#no-types=Company,Person", language="en")
        assert page.texts("#nothing p") == ["No statement passes these filters."]
        page.picture("nothing-passes")
        page.click("#nothing button")
        assert page.shown()[1] == [0, 1, 2, 3, 4]
        assert page.run("return document.getElementById('nothing').hidden")

    def test_an_empty_graph_says_so(self, browser: Browser) -> None:
        page = browser.open(KnowledgeGraph(), language="en")
        assert page.texts("#nothing") == ["No article of this graph states anything of two entities."]

    def test_many_articles_can_be_searched(self, browser: Browser) -> None:
        graphs = [g for n in range(1, 13) for g in renamed(small_graph(), n)]
        page = browser.open(KnowledgeGraph(graphs), language="en")
        unfold(page)
        assert len(page.texts("#section-articles .ask")) == 8
        page.run("document.querySelector('#section-articles .morebutton').focus()")
        page.type(ENTER)
        assert len(page.texts("#section-articles .ask")) == 12
        nth = "return [...document.querySelectorAll('#section-articles .ask')].indexOf(document.activeElement)"
        assert page.run(nth) == 8, "the focus goes to the first that has come"
        box = page.driver.find_element("css selector", "#section-articles input")
        box.send_keys("tete 7")
        assert page.texts("#section-articles .ask .name") == ["Orion change de tête 7, June 3, 2024"]


def renamed(graph: KnowledgeGraph, number: int) -> list[Any]:
    """The French article of the small graph once more under another name."""
    from dataclasses import replace

    from liaisons.graph.model import ArticleGraph

    old = graph.article_graphs["lettre-1"]
    ident = f"lettre-{number}"
    article = replace(old.article, id=ident, title=f"{old.article.title} {number}")
    entities = tuple(replace(e, mentions=tuple(replace(m, article=ident) for m in e.mentions)) for e in old.entities)
    statements = tuple(
        replace(s, evidence=tuple(replace(e, article=ident) for e in s.evidence)) for s in old.statements
    )
    return [ArticleGraph(article, entities, statements)]


class TestWords:
    def test_the_language_is_switched_in_the_page(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#statement=group/orion,acquired,group/vega,negated", language="fr")
        assert page.texts("#panel .link") == ["Orion a racheté (démenti) Vega"]
        page.click("#language-en")
        page.awaited("l.reading()")
        assert page.texts("#panel .link") == ["Orion acquired (denied) Vega"]
        assert page.texts("#filters .label")[:3] == ["Entities", "Statements", "Relations"]
        assert page.run("return document.documentElement.lang") == "en"
        assert page.run("return location.hash").startswith("#lang=en&statement=")
        assert page.focused() == "EN"

    def test_no_word_of_the_other_language_stays(self, browser: Browser) -> None:
        """After the switch the page reads as if it had been made in that language."""
        texts = {}
        for made, hash in (("en", ""), ("fr", "")):
            page = browser.open(small_graph(), hash, language=made)
            for shown in ("en", "fr"):
                page.run("l.change({ language: arguments[0] })", shown)
                texts[made, shown] = page.run("return document.body.innerText")
        assert texts["en", "en"] == texts["fr", "en"]
        assert texts["en", "fr"] == texts["fr", "fr"]
        assert texts["en", "en"] != texts["fr", "fr"]

    def test_the_theme_is_the_systems_until_it_is_chosen(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        ground = "return getComputedStyle(document.body).backgroundColor"
        light = page.run(ground)
        page.media("dark")
        dark = page.run(ground)
        assert light != dark
        seen = []
        for _ in range(3):
            page.click("#tool-theme")
            seen.append((page.run("return l.view().theme"), page.run(ground)))
        assert seen == [("light", light), ("dark", dark), ("auto", dark)]
        assert page.run("return [localStorage.length, document.cookie]") == [0, ""]

    def test_help(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        page.type("?")
        assert page.focused() == "Close"
        page.picture("help")
        page.type(ESCAPE)
        assert page.texts("dialog") == []


class TestKeys:
    def test_from_the_search_to_the_sentence_and_back_without_a_mouse(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        page.type("/")
        page.type("orion", ENTER)
        assert page.texts("#panel h2") == ["Orion"]
        page.run("document.getElementById('mynetwork').focus()")
        page.type(ENTER)
        assert page.run("return document.activeElement.id") == "panel"
        for _ in range(30):
            page.type(TAB)
            if "Ada Nunez" in page.focused() and page.run("return document.activeElement.classList.contains('row')"):
                break
        page.type(ENTER)
        page.awaited("l.reading()")
        assert page.texts("#panel blockquote") == ["Ada Nunez 🚀 dirige Orion depuis mai, selon Lire."]
        page.chord(CONTROL, "z")
        assert page.texts("#panel h2") == ["Orion"]
        page.chord(CONTROL, "y")
        page.awaited("l.reading()")
        assert page.texts("#panel .link") == ["Ada Nunez leads Orion"]
        page.type(ESCAPE)
        assert page.run("return l.view().selection") is None

    def test_arrows_walk_from_node_to_neighbour(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.run("l.change({ pinned: { 0: [0, 0], 1: [200, 20], 2: [10, 200] } })")
        page.run("document.getElementById('mynetwork').focus()")
        walked = []
        for key in (DOWN, RIGHT, LEFT, DOWN, UP, UP):
            page.type(key)
            walked.append(page.run("return l.view().selection.entity"))
        assert walked == [0, 1, 0, 2, 0, 0]

    def test_keys_zoom(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.run("document.getElementById('mynetwork').focus()")
        before = page.run("return l.network.getScale()")
        page.type("-")
        assert page.run("return l.network.getScale()") == pytest.approx(before * 0.8)
        page.type("0")
        assert page.run("return l.network.getScale()") == pytest.approx(before)

    def test_every_control_can_be_reached_and_shows_that_it_has_the_focus(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#entity=group/orion")
        unfold(page)
        script = (
            "return [...document.querySelectorAll('button, input, a[href], summary, [tabindex=\"0\"]')]"
            ".filter((e) => e.checkVisibility()).length"
        )
        controls = page.run(script)
        reached, bare = set(), []
        look = (
            "const e = document.activeElement, s = getComputedStyle(e);"
            "e.dataset.reached ??= String(document.querySelectorAll('[data-reached]').length);"
            "return [e.dataset.reached, e.tagName + '.' + e.className, s.outlineStyle !== 'none' || e.type === 'range']"
        )
        for _ in range(controls + 10):
            page.type(TAB)
            number, name, visible = page.run(look)
            reached.add(number)
            if not visible and not name.startswith("BODY"):
                bare.append(name)
        assert len(reached) >= controls
        assert bare == []

    def test_typing_a_name_triggers_no_shortcut(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.type("/")
        page.type("a/b?0-+")
        assert page.run("return document.getElementById('search').value") == "a/b?0-+"
        assert page.texts("dialog") == []

    def test_the_focus_stays_where_it_was_pressed(self, browser: Browser) -> None:
        page = browser.open(small_graph(), language="en")
        unfold(page)
        for kind, key in (("types", "Person"), ("sources", "group/lire"), ("families", "business")):
            page.run(
                "document.querySelector(`[data-kind=${arguments[0]}][data-key='${arguments[1]}']`).focus()", kind, key
            )
            page.type(SPACE)
            assert page.run("return document.activeElement.dataset.key") == key
            page.run("l.undo()")


class TestEyes:
    """Screenshots for eyes, and that nothing stands over the edge."""

    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize(
        ("name", "hash"), [("open", ""), ("statement", "#statement=human/ada-nunez,leads,group/orion,asserted")]
    )
    def test_it_fits(self, browser: Browser, size: str, scheme: str, name: str, hash: str) -> None:
        browser.resize(*SIZES[size])
        browser.media(scheme)
        page = browser.open(small_graph(), hash, title="Une page")
        page.awaited("l.reading()")
        page.picture(f"{name}-{size}-{scheme}")
        assert page.run("return document.documentElement.scrollWidth <= innerWidth")
        outside = page.run(
            "return [...document.querySelectorAll('#bar button, #tools button, #search')].map((e) => [e.id, e.getBoundingClientRect()])"
            ".filter(([, r]) => r.left < 0 || r.right > innerWidth || r.top < 0 || r.bottom > innerHeight).map(([id]) => id)"
        )
        assert outside == []

    def test_motion_is_spared_those_who_do_not_want_it(self, browser: Browser) -> None:
        browser.media(motion="reduce")
        page = browser.open(small_graph())
        moving = "return [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s').length"
        assert page.run(moving) == 0

    def test_it_prints(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#theme=dark&statement=human/ada-nunez,leads,group/orion,asserted")
        page.awaited("l.reading()")
        content = page.pdf("statement")
        assert content.startswith(b"%PDF-")
        assert page.run("return [document.getElementById('figure'), l.view().theme]") == [None, "dark"]


class TestHostile:
    def test_every_control_with_hostile_names(self, browser: Browser) -> None:
        page = browser.open(hostile_graph(), language="en")
        unfold(page)
        page.type("/")
        page.type("<script>")
        assert "<script>window.broken = 1</script>" in page.texts("#search-found .name")
        page.type(ENTER)
        keys = page.run("return [...document.querySelectorAll('.ask')].map((e) => [e.dataset.kind, e.dataset.key])")
        assert len(keys) >= 2
        for kind, key in keys:
            page.run(
                "[...document.querySelectorAll('.ask')].find((e) => e.dataset.kind === arguments[0] && e.dataset.key === arguments[1])?.click()",
                kind,
                key,
            )
        assert page.run("return window.broken") is None
        assert page.texts("img, iframe, object, embed") == []
        page.picture("hostile")
