"""Renew every picture of README.md and docs/ from the examples: `python docs/pictures.py`, about a minute.

Needs what the tests in a browser need (Chromium with chromedriver, selenium) and matplotlib with Pillow (the extra
`analysis`). Views of the page are addressed as readers share them, by the hash of the address bar; a view whose entity
the graph no longer has stops the script by name, since its picture would show something else than its caption says.
"""

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from selenium import webdriver

DOCS = Path(__file__).parent
EXAMPLES = DOCS.parent / "examples" / "articles"
LARGEST = 400_000
WIDTH, HEIGHT, SCALE = 1440, 900, 2
SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb")


@dataclass(frozen=True, slots=True)
class View:
    """A picture of a page of the build: `lit` is a selector of what the pointer rests on."""

    picture: str
    page: str
    hash: str = ""
    lit: str = ""
    width: int = WIDTH
    height: int = HEIGHT
    scheme: str = "light"


MUSK, TWITTER = "human/elon-musk", "group/twitter"
VIEWS = (
    View("graph", "graph.html", f"#lang=en&theme=light&focus={MUSK}&entity={MUSK}"),
    View("graph-whole", "graph.html", "#lang=fr&theme=light&show=all"),
    View("page-focus", "graph.html", "#lang=fr&theme=light&focus=human/thierry-breton&entity=human/thierry-breton"),
    View("page-path", "graph.html", f"#lang=fr&theme=light&path=human/emmanuel-macron,{MUSK}"),
    View("page-edge", "graph.html", f"#lang=en&theme=light&focus={MUSK}&statement={MUSK},acquired,{TWITTER},asserted"),
    View("page-dark", "graph.html", f"#lang=fr&theme=dark&focus={TWITTER}&entity={TWITTER}", scheme="dark"),
    View("dossier", "site/entities/human.elon-musk.html", width=1100, height=1000),
    View("article", "site/articles/openai-refuse-offre-musk.html", lit=".note-of.asserted", width=1180),
    View("explain", "why.html", width=1100, height=720),
)

COMMANDS = (
    "build {examples} -o {out} --title liaisons:\N{NO-BREAK SPACE}demo",
    "site --in {out}",
    "explain {examples}/openai-refuse-offre-musk.txt --sentence 3 --html {out}/why.html",
    "analyse balance --in {out} --show camps --figure {out}/camps.png",
    "analyse timeline --in {out} --about Elon\N{NO-BREAK SPACE}Musk --by year --figure {out}/timeline.png",
)
FIGURES = ("camps", "timeline")


def liaisons(command: str, out: Path) -> None:
    """Run a command; no-break spaces in it stand for spaces within a word."""
    words = [w.format(examples=EXAMPLES, out=out).replace("\N{NO-BREAK SPACE}", " ") for w in command.split(" ")]
    subprocess.run([sys.executable, "-m", "liaisons", *words], check=True, stdout=subprocess.DEVNULL)


@contextmanager
def browser() -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    for switch in SWITCHES:
        options.add_argument(switch)
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        yield driver
    finally:
        driver.quit()


def photograph(driver: Any, view: View, out: Path) -> bytes:
    metrics = {"width": view.width, "height": view.height, "deviceScaleFactor": SCALE, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [
        {"name": "prefers-color-scheme", "value": view.scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    driver.get("about:blank")
    driver.get((out / view.page).as_uri() + view.hash)
    driver.execute_script("return Promise.all([document.fonts.ready, window.liaisons?.reading()]).then(() => null)")
    if view.lit:
        webdriver.ActionChains(driver).move_to_element(driver.find_element("css selector", view.lit)).perform()
    driver.execute_async_script("setTimeout(arguments[0], 600)")  # what fades in is there
    return bytes(driver.get_screenshot_as_png())


def known(view: View, out: Path) -> None:
    """Stop where the build lacks the page of a view, or an entity that its hash names."""
    page = out / view.page
    if not page.exists():
        sys.exit(f"{view.picture}: the build has no {view.page}; choose another view in {Path(__file__).name}")
    text = page.read_text(encoding="utf-8")
    for entity in re.findall(r"[a-z]+/[\w-]+", view.hash):
        if f'"{entity}"' not in text:
            sys.exit(f"{view.picture}: the graph has no {entity}; choose another view in {Path(__file__).name}")


def save(picture: str, png: bytes) -> None:
    """Write a picture with 256 colours, enough for flat drawings and half the size."""
    image = Image.open(io.BytesIO(png)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    file = DOCS / f"{picture}.png"
    image.save(file, optimize=True)
    size = file.stat().st_size
    print(f"docs/{file.name:<18} {image.width} × {image.height}  {size // 1000} kB")
    if size > LARGEST:
        sys.exit(f"docs/{file.name} is larger than {LARGEST // 1000} kB")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        for command in COMMANDS:
            liaisons(command, out)
        for view in VIEWS:
            known(view, out)
        with browser() as driver:
            for view in VIEWS:
                save(view.picture, photograph(driver, view, out))
        for figure in FIGURES:
            save(figure, (out / f"{figure}.png").read_bytes())


if __name__ == "__main__":
    main()
