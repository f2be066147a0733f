import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from liaisons.exports import html
from liaisons.graph.errors import UserError
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Entity, Evidence, Mention, Span, Statement, Status

SCRIPT = "<script>window.broken = 1</script>"
IMAGE = '"><img src=x onerror="window.broken = 1">'
COMMENT = "<!--<script>"


def evidence(article: Article, sentence: str, subject: str, cue: str, object_: str, **more: Any) -> Evidence:
    """Evidence in that sentence; what does not stand in it stands elsewhere in the article."""
    begin = article.text.index(sentence)

    def span(quote: str) -> Span:
        start = begin + sentence.index(quote) if quote in sentence else article.text.index(quote)
        return Span.of(article.text, start, start + len(quote))

    return Evidence(article.id, *map(span, (sentence, subject, cue, object_)), **more)


def entity(ident: str, type_: str, article: Article, *names: str) -> Entity:
    starts = [article.text.index(n) for n in names]
    spans = [Span.of(article.text, s, s + len(n)) for s, n in zip(starts, names, strict=True)]
    return Entity(ident, names[0], type_, tuple(sorted(Mention(article.id, s) for s in spans)))


def small_graph() -> KnowledgeGraph:
    """Two articles in which everything that an evidence can hold comes up."""
    one = Article(
        "lettre-1",
        "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire. Orion n’a pas racheté Vega. Ada Nunez a fondé Vega.",
        lang="fr",
        title="Orion change de tête",
        date="2024-06-03",
        url="https://example.org/1",
        source="Gazette",
        author="J. Roy",
    )
    two = Article(
        "letter-2", "Vega works with Orion. It may buy it for 5 million euros.", lang="en", url="javascript:alert(1)"
    )
    said = evidence(
        one, "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire.", "Ada Nunez", "dirige", "Orion",
        source="l", when="2024-05", role="directrice", confidence=0.75,
    )  # fmt: skip
    denied = evidence(one, "Orion n’a pas racheté Vega.", "Orion", "racheté", "Vega")
    founded = evidence(one, "Ada Nunez a fondé Vega.", "Ada Nunez", "fondé", "Vega")
    works = evidence(two, "Vega works with Orion.", "Vega", "works with", "Orion")
    offer = evidence(
        two, "It may buy it for 5 million euros.", "Vega", "buy", "it", amount="5000000 EUR", confidence=0.5
    )
    return KnowledgeGraph(
        [
            ArticleGraph(
                one,
                (
                    entity("a", "Person", one, "Ada Nunez", "Ada"),
                    entity("o", "Company", one, "Orion"),
                    entity("v", "Company", one, "Vega"),
                    entity("l", "Media", one, "Lire"),
                ),
                (
                    Statement("a", "leads", "o", Status.ASSERTED, (said,)),
                    Statement("o", "acquired", "v", Status.NEGATED, (denied,)),
                    Statement("a", "founded", "v", Status.ENDED, (founded,)),
                ),
            ),
            ArticleGraph(
                two,
                (entity("v", "Company", two, "Vega"), entity("o", "Company", two, "Orion")),
                (
                    Statement("v", "partner_of", "o", Status.ASSERTED, (works,)),
                    Statement("v", "acquired", "o", Status.UNCERTAIN, (offer,)),
                ),
            ),
        ]
    ).check()


def hostile_graph() -> KnowledgeGraph:
    """Articles, names, roles and addresses that try to break out of the page."""
    names = [
        SCRIPT,
        IMAGE,
        COMMENT,
        "\u202eeluor\u202c",
        "</title></script>",
        "a href='x'",
        "__proto__",
        "'\"\\`${1}",
        "\u2028\0\ud800",
    ]
    text = "".join(f"{name} votes for {other}.\n" for name, other in zip(names, names[1:] + names[:1], strict=True))
    urls = ["javascript:window.broken=1", "https://example.org/?a=<b>&c=\"'", "data:text/html," + SCRIPT, " HTTPS://x"]
    graphs = []
    for number, url in enumerate(urls):
        article = Article(
            f"{SCRIPT}{number}", text, lang='fr" x="', title=IMAGE, date=SCRIPT, url=url, source=COMMENT, author=SCRIPT
        )
        entities = tuple(entity(f"e{i}", "Person", article, name) for i, name in enumerate(names))
        more = {"source": "e0", "when": SCRIPT, "amount": IMAGE, "role": SCRIPT}
        proofs = [evidence(article, f"{name} votes for", name, "votes", name, **more) for name in names]
        ends = [(f"e{i}", f"e{(i + 1) % len(names)}") for i in range(len(names))]
        statements = tuple(
            Statement(a, "supports", b, Status.ASSERTED, (proof,)) for (a, b), proof in zip(ends, proofs, strict=True)
        )
        graphs.append(ArticleGraph(article, entities, statements))
    return KnowledgeGraph(graphs).check()


def ring_graph(size: int) -> KnowledgeGraph:
    """People who each support the next one and the first one: as many statements as can be, at most two each."""
    names = [f"Personne numéro {n}" for n in range(size)]
    text = "".join(f"<{name}> aide <{names[(n + 1) % size]}> et <{names[0]}>.\n" for n, name in enumerate(names))
    article = Article("ring", text, lang="fr")

    def links(n: int) -> Iterator[Statement]:
        for other in sorted({(n + 1) % size, 0} - {n}):
            proof = evidence(article, f"<{names[n]}> aide", f"{names[n]}>", "aide", f"<{names[other]}>")
            yield Statement(f"e{n}", "supports", f"e{other}", Status.ASSERTED, (proof,))

    entities = tuple(entity(f"e{n}", "Person", article, name) for n, name in enumerate(names))
    return KnowledgeGraph([ArticleGraph(article, entities, tuple(s for n in range(size) for s in links(n)))])


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


def test_the_data_of_a_small_graph() -> None:
    data = Page(html.to_html(small_graph(), title="Essai", language="en")).json("data")
    assert {name: data[name] for name in ("title", "language", "opening", "full")} == {
        "title": "Essai", "language": "en", "opening": 300, "full": [],
    }  # fmt: skip
    assert data["entities"] == [
        {"id": "group/orion", "name": "Orion", "type": "Company", "aliases": []},
        {"id": "group/vega", "name": "Vega", "type": "Company", "aliases": []},
        {"id": "human/ada-nunez", "name": "Ada Nunez", "type": "Person", "aliases": ["Ada"]},
    ]
    assert data["articles"] == {
        "letter-2": {"title": "", "date": "", "url": "javascript:alert(1)", "source": "", "author": "", "lang": "en"},
        "lettre-1": {
            "title": "Orion change de tête",
            "date": "2024-06-03",
            "url": "https://example.org/1",
            "source": "Gazette",
            "author": "J. Roy",
            "lang": "fr",
        },
    }
    assert data["statements"] == [
        {
            "subject": 0,
            "relation": "acquired",
            "object": 1,
            "status": "negated",
            "evidence": [
                {
                    "article": "lettre-1",
                    "sentence": [
                        ["Orion", "s"],
                        [" n’a pas ", ""],
                        ["racheté", "c"],
                        [" ", ""],
                        ["Vega", "o"],
                        [".", ""],
                    ],
                    "outside": {},
                    "confidence": 1.0,
                }
            ],
        },
        {
            "subject": 0,
            "relation": "partner_of",
            "object": 1,
            "status": "asserted",
            "evidence": [
                {
                    "article": "letter-2",
                    "sentence": [["Vega", "o"], [" ", ""], ["works with", "c"], [" ", ""], ["Orion", "s"], [".", ""]],
                    "outside": {},
                    "confidence": 1.0,
                }
            ],
        },
        {
            "subject": 1,
            "relation": "acquired",
            "object": 0,
            "status": "uncertain",
            "evidence": [
                {
                    "article": "letter-2",
                    "sentence": [["It may ", ""], ["buy", "c"], [" ", ""], ["it", "o"], [" for 5 million euros.", ""]],
                    "outside": {"s": "Vega"},
                    "confidence": 0.5,
                    "amount": "5000000 EUR",
                }
            ],
        },
        {
            "subject": 2,
            "relation": "founded",
            "object": 1,
            "status": "ended",
            "evidence": [
                {
                    "article": "lettre-1",
                    "sentence": [["Ada Nunez", "s"], [" a ", ""], ["fondé", "c"], [" ", ""], ["Vega", "o"], [".", ""]],
                    "outside": {},
                    "confidence": 1.0,
                }
            ],
        },
        {
            "subject": 2,
            "relation": "leads",
            "object": 0,
            "status": "asserted",
            "evidence": [
                {
                    "article": "lettre-1",
                    "sentence": [
                        ["Ada Nunez", "s"],
                        [" 🚀 ", ""],
                        ["dirige", "c"],
                        [" ", ""],
                        ["Orion", "o"],
                        [" depuis mai, selon Lire.", ""],
                    ],
                    "outside": {},
                    "confidence": 0.75,
                    "when": "2024-05",
                    "role": "directrice",
                    "source": {"name": "Lire", "node": None},
                }
            ],
        },
    ]


def test_the_drawing_of_a_small_graph() -> None:
    drawing = Page(html.to_html(small_graph())).json("drawing")
    drawn = [(e["id"], e["from"], e["to"], e["label"], e["arrows"], e["dashes"]) for e in drawing["edges"]]
    assert drawn == [
        (0, 0, 1, "a racheté (démenti)", "to", [9, 6]),
        (1, 0, 1, "est partenaire de", "", False),
        (2, 1, 0, "a racheté (incertain)", "to", [2, 5]),
        (3, 2, 1, "a fondé (révolu)", "to", False),
        (4, 2, 0, "dirige", "to", False),
    ]
    smooth = [e.get("smooth") for e in drawing["edges"]]
    assert [s and (s["type"], s["roundness"]) for s in smooth] == [
        ("curvedCCW", 0.28), None, ("curvedCCW", 0.28), None, None,
    ]  # fmt: skip
    nodes = [(n["id"], n["label"], n["title"], n["group"], n["shape"]) for n in drawing["nodes"]]
    assert nodes == [
        (0, "Orion", "Orion\nEntreprise", "Company", "square"),
        (1, "Vega", "Vega\nEntreprise", "Company", "square"),
        (2, "Ada Nunez", "Ada Nunez\nPersonne", "Person", "dot"),
    ]
    assert all(type(n[axis]) is int for n in drawing["nodes"] for axis in "xy")
    assert not drawing["options"]["physics"]["enabled"]


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        (((2, 4), (4, 6), (6, 8)), [("b", ""), ("cd", "s"), ("ef", "c"), ("gh", "o"), ("i", "")]),
        (((2, 6), (4, 8), (4, 5)), [("b", ""), ("cd", "s"), ("e", "sco"), ("f", "sc"), ("gh", "c"), ("i", "")]),
        (((1, 9), (1, 9), (3, 4)), [("bc", "sc"), ("d", "sco"), ("efghi", "sc")]),
        (((0, 3), (4, 5), (8, 10)), [("bc", "s"), ("d", ""), ("e", "c"), ("fgh", ""), ("i", "o")]),
        (((0, 1), (4, 5), (9, 10)), [("bcd", ""), ("e", "c"), ("fghi", "")]),
        (((0, 10), (0, 1), (9, 10)), [("bcdefghi", "s")]),
    ],
)
def test_marks(spans: tuple[tuple[int, int], ...], pieces: list[tuple[str, str]]) -> None:
    text = "abcdefghij"
    assert html.marked(Evidence("x", *(Span.of(text, *s) for s in ((1, 9), *spans)))) == pieces


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
    assert [t for t, _ in page.elements].count("script") == 4
    assert not {"img", "a"} & {t for t, _ in page.elements}
    assert page.texts["title"] == [f"{SCRIPT}�"]
    data = page.json("data")
    assert data["title"] == SCRIPT + "\ud800"
    assert {e["name"] for e in data["entities"]} == {e.name for e in graph.entities.values()}
    assert {a["url"] for a in data["articles"].values()} == {a.url for a in graph.articles.values()}
    assert len(data["statements"]) == len(graph.statements()) == len(page.json("drawing")["edges"])


@pytest.mark.parametrize("size", [2, 60, 330])
def test_all_entities_and_statements_are_in_the_page(size: int) -> None:
    graph = ring_graph(size)
    page = Page(html.to_html(graph))
    data, drawing = page.json("data"), page.json("drawing")
    ids = [e["id"] for e in data["entities"]]
    assert sorted(ids) == list(graph.entities)
    assert [(ids[s["subject"]], s["relation"], ids[s["object"]], s["status"]) for s in data["statements"]] == [
        s.key for s in graph.statements()
    ]
    assert [n["id"] for n in drawing["nodes"]] == list(range(size))
    assert len(data["full"]) == (300 if size > 300 else 0)


def test_an_empty_graph_is_a_page() -> None:
    assert Page(html.to_html(KnowledgeGraph())).json("drawing")["nodes"] == []


def test_an_entity_without_statement_is_no_node() -> None:
    article = Article("a", "Ada")
    graph = KnowledgeGraph([ArticleGraph(article, (entity("a", "Person", article, "Ada"),))])
    assert Page(html.to_html(graph)).json("data")["entities"] == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UserError, match="the HTML page speaks en and fr, not 'de'"):
        html.to_html(small_graph(), language="de")


def test_both_languages_have_the_same_texts() -> None:
    english, french = (Page(html.to_html(small_graph(), language=code)).json("data")["texts"] for code in ("en", "fr"))
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
        "import hashlib, runpy, sys; t = runpy.run_path(sys.argv[1]);"
        "graphs = [t['small_graph'](), t['hostile_graph'](), t['ring_graph'](330)];"
        "print([hashlib.sha256(t['html'].to_html(g).encode()).hexdigest() for g in graphs])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, __file__],
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


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CHROMEDRIVER = shutil.which("chromedriver")
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1400,900",
)


class Browser:
    """Headless Chromium with one page, which `open` makes from a graph."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver = driver
        self.folder = folder

    def open(self, graph: KnowledgeGraph, **options: Any) -> "Browser":
        path = self.folder / "page.html"
        html.write(graph, path, **options)
        self.driver.get("about:blank")
        for log in ("browser", "performance"):
            self.driver.get_log(log)
        self.driver.get(path.as_uri())
        return self

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(f"const l = window.liaisons; {script}", *arguments)

    def texts(self, selector: str) -> list[str]:
        script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)"
        return list(self.run(script, selector))

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]

    def shown(self) -> tuple[list[int], list[int]]:
        """The entities and the statements that the map shows, by their numbers."""
        nodes, edges = self.run("return [l.nodesView.getIds(), l.edgesView.getIds()]")
        return sorted(nodes), sorted(edges)

    def screen(self, node: int) -> tuple[int, int]:
        """Where the middle of a node is, from the middle of the map, in pixels."""
        place = self.run(
            "const p = l.network.canvasToDOM(l.network.getPosition(arguments[0]));"
            "const m = document.getElementById('mynetwork');"
            "return [p.x - m.clientWidth / 2, p.y - m.clientHeight / 2]",
            node,
        )
        return round(place[0]), round(place[1])


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if not (CHROMIUM and CHROMEDRIVER):
        pytest.skip("needs Chromium and chromedriver (Debian: chromium, chromium-driver)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium (the extra `dev`)")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(CHROMEDRIVER))
    try:
        yield Browser(driver, tmp_path_factory.mktemp("pages"))
    finally:
        driver.quit()


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
        assert [url for url in page.requests() if not url.startswith(("file:", "data:"))] == []
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
        assert page.texts("#panel h2, #panel .entity .soft") == ["Ada Nunez", "Person · 2 links"]
        assert page.texts("#panel .aliases") == ["Ada"]
        assert page.texts("#panel .group") == ["leadsOrion ", "foundedVegaended "]
        page.run("document.querySelector('#panel .group:last-child .row').click()")
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
        assert page.texts("#found li") == ["Vega"]
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
        assert page.shown()[0] == list(range(300))
        assert page.texts("#notice") == ["300 of 1,234 entities shownShow all"]
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
