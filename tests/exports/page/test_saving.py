"""What the page saves of a view: the figure as SVG and PNG, the statements as a table."""

import csv
import io
import re
import struct
import zlib
from xml.etree import ElementTree

import pytest

from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article, ArticleGraph, Statement, Status

from .conftest import Browser
from .graphs import SCRIPT, entity, evidence, hostile_graph, ring_graph, small_graph

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"

FORMULAS = [
    "=HYPERLINK(1)",
    "+A2+A3",
    "-C2",
    "@SUM(A1)",
    "\tCMD",
    " =TODAY(4)",
    "＝SUM(B2)",
    "|calc",
    'Name; with "quotes"',
    "Plain",
]


def formula_graph() -> KnowledgeGraph:
    text = "".join(f"[{a}] votes for [{b}].\n" for a, b in zip(FORMULAS, FORMULAS[1:] + FORMULAS[:1], strict=True))
    article = Article("=article()", text, title="=title()", source="+source", author="-author", url="https://x.org/,")
    entities = tuple(entity(f"e{i}", "Person", article, name) for i, name in enumerate(FORMULAS))
    statements = tuple(
        Statement(f"e{i}", "supports", f"e{(i + 1) % len(FORMULAS)}", Status.ASSERTED, (proof,))
        for i, name in enumerate(FORMULAS)
        for proof in [evidence(article, f"[{name}] votes", f"{name}]", "votes", f"{name}]", role="=role()")]
    )
    return KnowledgeGraph([ArticleGraph(article, entities, statements)])


def figure(page: Browser) -> ElementTree.Element:
    return ElementTree.fromstring(page.awaited("l.svgText()"))


def titles(figure_: ElementTree.Element, kind: str) -> list[str]:
    groups = [g for g in figure_.iter(f"{SVG}g") if g.get("class") == kind]
    return [group.findtext(f"{SVG}title") or "" for group in groups]


def table(page: Browser) -> list[dict[str, str]]:
    page.run("document.getElementById('save-csv').click()")
    content = page.downloaded("essai.csv")
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets need the mark"
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


class TestFigure:
    def test_it_has_what_is_shown_with_the_sentences(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#no-statuses=uncertain,ended", language="en", title="Essai")
        drawing = figure(page)
        assert drawing.findtext(f"{SVG}title") == "Essai"
        assert sorted(titles(drawing, "entity")) == ["Ada Nunez (Person)", "Orion (Company)", "Vega (Company)"]
        assert sorted(titles(drawing, "link")) == [
            "Ada Nunez leads Orion\n“Ada Nunez 🚀 dirige Orion depuis mai, selon Lire.” (Gazette, 2024-06-03)",
            "Orion acquired (denied) Vega\n“Orion n’a pas racheté Vega.” (Gazette, 2024-06-03)",
            "Orion is a partner of Vega\n“Vega works with Orion.”",
        ]
        texts = {t.text for t in drawing.iter(f"{SVG}text")}
        assert {"Ada Nunez", "Orion", "Vega", "Essai", "3 entities · 3 links", "Person", "Company", "denied"} <= texts
        assert "uncertain" not in texts

    def test_everything_lies_inside(self, browser: Browser) -> None:
        page = browser.open(ring_graph(60))
        drawing = figure(page)
        width, height = (float(v) for v in (drawing.get("viewBox") or "").split()[2:])
        script = (
            "const d = new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement;"
            "document.body.append(d); const box = d.getBBox(); d.remove();"
            "return [box.x, box.y, box.x + box.width, box.y + box.height]"
        )
        left, top, right, bottom = page.run(script, page.awaited("l.svgText()"))
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height

    def test_the_places_are_those_of_the_view(self, browser: Browser) -> None:
        page = browser.open(small_graph())
        page.run("l.change({ pinned: { 0: [0, 0], 1: [400, 0], 2: [0, 300] } })")
        places = {}
        for group in figure(page).iter(f"{SVG}g"):
            if group.get("class") == "entity":
                move = re.match(r"translate\(([\d.]+) ([\d.]+)\)", group[1].get("transform") or "")
                assert move
                places[(group.findtext(f"{SVG}title") or "").split(" (")[0]] = tuple(map(float, move.groups()))
        x, y = places["Orion"]
        assert places["Vega"] == pytest.approx((x + 400, y))
        assert places["Ada Nunez"] == pytest.approx((x, y + 300))

    def test_the_button_saves_it(self, browser: Browser) -> None:
        page = browser.open(small_graph(), title="Élan / “vital”: <1>", language="en")
        page.click("#tool-save")
        page.click("#save-svg")
        saved = page.downloaded("elan-vital-1.svg")
        assert ElementTree.fromstring(saved).findtext(f"{SVG}title") == "Élan / “vital”: <1>"
        assert page.texts("#said") == ["Saved"]

    def test_hostile_text_is_text(self, browser: Browser) -> None:
        page = browser.open(hostile_graph(), title=SCRIPT + "\0\ud800\u2028")
        text = page.awaited("l.svgText()")
        drawing = ElementTree.fromstring(text)
        assert drawing.findtext(f"{SVG}title") == SCRIPT + "\ufffd\ufffd\u2028"
        tags = {e.tag.removeprefix(SVG) for e in drawing.iter()}
        assert tags <= {"svg", "title", "desc", "g", "path", "rect", "circle", "line", "text"}
        assert not [a for e in drawing.iter() for a in e.attrib if a.startswith("on") or "href" in a]

    def test_an_empty_view_is_a_figure(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#no-types=Person,Company")
        assert titles(figure(page), "entity") == []

    def test_the_image(self, browser: Browser) -> None:
        page = browser.open(small_graph(), title="Essai")
        page.click("#tool-save")
        page.click("#save-png")
        content = page.downloaded("essai.png")
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", content[16:24])
        drawing = figure(page)
        assert (width, height) == (2 * int(drawing.get("width") or 0), 2 * int(drawing.get("height") or 0))
        data = b"".join(
            content[m.end() : m.end() + struct.unpack(">I", content[m.start() - 4 : m.start()])[0]]
            for m in re.finditer(b"IDAT", content)
        )
        assert len(set(zlib.decompress(data))) > 50, "not one colour"


class TestTable:
    def test_it_has_what_passes_with_its_evidence(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#no-statuses=uncertain,ended,negated", language="fr", title="Essai")
        lines = table(page)
        assert [(r["subject"], r["relation"], r["object"], r["status"]) for r in lines] == [
            ("Orion", "partner_of", "Vega", "asserted"),
            ("Ada Nunez", "leads", "Orion", "asserted"),
        ]
        assert lines[1] == {
            "subject": "Ada Nunez", "subject_type": "Person", "relation": "leads", "object": "Orion", "object_type": "Company",
            "status": "asserted", "sentence": "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire.", "cue": "dirige", "source": "Lire",
            "when": "2024-05", "amount": "", "role": "directrice", "confidence": "0.75", "article": "lettre-1",
            "title": "Orion change de tête", "publisher": "Gazette", "author": "J. Roy", "date": "2024-06-03", "url": "https://example.org/1",
            "lang": "fr", "subject_id": "human/ada-nunez", "object_id": "group/orion", "source_id": "group/lire",
        }  # fmt: skip
        assert page.texts("#said") == ["2 lignes enregistrées"]

    def test_only_the_evidence_that_passes(self, browser: Browser) -> None:
        page = browser.open(small_graph(), "#papers=", title="Essai")
        assert [r["article"] for r in table(page)] == ["letter-2", "letter-2"]

    def test_no_cell_is_a_formula(self, browser: Browser) -> None:
        page = browser.open(formula_graph(), title="Essai")
        lines = table(page)
        assert {r["subject"] for r in lines} == {f"'{name}" for name in FORMULAS[:8]} | set(FORMULAS[8:])
        cells = [cell for r in lines for cell in r.values()]
        assert [c for c in cells if re.match(r"\s*[=+\-@|＝\t]", c)] == []
        assert {r["role"] for r in lines} == {"'=role()"}
