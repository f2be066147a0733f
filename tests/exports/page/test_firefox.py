"""The page in Firefox: it opens, searches, filters, shows sentences, keeps links, saves, and runs nothing foreign."""

import base64
import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from liaisons.exports import html

from .conftest import SCREENSHOTS
from .firefox import Firefox
from .graphs import SCRIPT, hostile_graph, small_graph

PROGRAM = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
ENTER = "\ue007"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(PROGRAM is None, reason="needs Firefox (Debian: firefox-esr): make test-browser"),
]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    pytest.importorskip("websocket", reason="needs websocket-client (the extra `dev`)")
    assert PROGRAM is not None
    with Firefox(PROGRAM, tmp_path_factory.mktemp("firefox")) as found:
        yield found


def test_it_opens_searches_filters_and_shows_the_sentence(firefox: Firefox, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    html.write(small_graph(), path, title="Essai", language="en")
    firefox.visit(path.as_uri())
    firefox.type("/")
    firefox.type(*"orjon", ENTER)
    assert firefox.run("document.querySelector('#panel h2').textContent") == "Orion"
    firefox.run("window.liaisons.toggle('statuses', 'negated')")
    assert firefox.run("window.liaisons.stage.statements.length") == 4
    assert firefox.run("document.querySelector('#passing').textContent") == "4 of 5 links pass Show everything again"
    firefox.visit(path.as_uri() + "#theme=dark&statement=human/ada-nunez,leads,group/orion,asserted")
    firefox.run("window.liaisons.reading()")
    sentence = "Ada Nunez 🚀 dirige Orion depuis mai, selon Lire."
    assert firefox.run("document.querySelector('#panel blockquote').textContent") == sentence
    assert firefox.run("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 28)"
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    (SCREENSHOTS / "firefox.png").write_bytes(base64.b64decode(firefox.picture()))
    firefox.run("document.getElementById('language-fr').click()")
    firefox.run("window.liaisons.reading()")
    assert firefox.run("document.querySelector('#panel .link').textContent") == "Ada Nunez dirige Orion"
    assert (firefox.requests(), firefox.errors()) == ([], [])


def test_it_saves(firefox: Firefox, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    html.write(small_graph(), path, title="Essai")
    firefox.visit(path.as_uri())
    drawing = ElementTree.fromstring(firefox.run("window.liaisons.svgText()"))
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == "Essai"
    lines = csv.DictReader(io.StringIO(firefox.run("window.liaisons.tableRows().then(window.liaisons.toCsv)")))
    assert len(list(lines)) == 5
    assert firefox.run("window.liaisons.pngBlob().then((blob) => blob.type + (blob.size > 5000))") == "image/pngtrue"
    assert (firefox.requests(), firefox.errors()) == ([], [])


def test_hostile_text_is_text(firefox: Firefox, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    html.write(hostile_graph(), path, title=SCRIPT)
    firefox.visit(path.as_uri())
    size = firefox.run("[window.liaisons.data.entities.length, window.liaisons.data.statements.length]")
    for number in range(size[0]):
        firefox.run(f"window.liaisons.select({number}, true)")
    for number in range(size[1]):
        firefox.run(f"window.liaisons.selectStatement({number})")
        firefox.run("window.liaisons.reading()")
    assert firefox.run("window.broken ?? null") is None
    assert firefox.run("document.querySelector('h1').textContent") == SCRIPT
    assert (firefox.requests(), firefox.errors()) == ([], [])
