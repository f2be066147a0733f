"""A real browser for the tests of the page: Debian's Chromium through selenium."""

import base64
import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from liaisons.exports import html
from liaisons.graph.knowledge import KnowledgeGraph

ROOT = Path(__file__).parents[3]
AXE = ROOT / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = ROOT / "build" / "screenshots"
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
    "--hide-scrollbars",
    # a mouse, which headless Chromium has not
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
    "--force-color-profile=srgb",
)


SIZES = {"desk": (1440, 900), "tablet": (800, 1000), "phone": (390, 844)}


def axe() -> str:
    """The script of axe-core; the test is skipped where it is not installed."""
    if not AXE.exists():
        pytest.skip("needs axe-core: make test-browser installs it by npm")
    return AXE.read_text(encoding="utf-8")


class Browser:
    """Headless Chromium with one page, which `open` makes from a graph."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver = driver
        self.folder = folder
        self.path = folder / "page.html"

    def reset(self) -> None:
        """As a new visitor finds it: a desk's window, the light theme, nothing in the logs."""
        self.driver.get("about:blank")
        self.resize(1400, 900)
        self.media()
        for log in ("browser", "performance"):
            self.driver.get_log(log)

    def open(self, graph: KnowledgeGraph, hash: str = "", **options: Any) -> "Browser":
        html.write(graph, self.path, **options)
        return self.visit(hash)

    def visit(self, hash: str = "") -> "Browser":
        """Load the page that was opened last anew, with this hash."""
        self.driver.get("about:blank")
        self.driver.get(self.path.as_uri() + hash)
        return self

    def resize(self, width: int, height: int) -> None:
        """The size of what the page sees; a headless window itself is never as narrow as a phone."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def media(self, scheme: str = "light", motion: str = "no-preference") -> None:
        """What the system asks of pages: its colour scheme and whether it wants motion."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script's `return`, once the panel has opened the sentences that it is to show."""
        self.driver.execute_script("return window.liaisons?.reading().then(() => null)")
        return self.driver.execute_script(f"const l = window.liaisons; {script}", *arguments)

    def texts(self, selector: str) -> list[str]:
        script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.textContent)"
        return list(self.run(script, selector))

    def click(self, selector: str) -> None:
        self.driver.find_element("css selector", selector).click()

    def type(self, *keys: str) -> None:
        """Press keys wherever the focus is."""
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def chord(self, held: str, key: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).key_down(held).send_keys(key).key_up(held).perform()

    def focused(self) -> str:
        """The text, or else the label, of what has the focus."""
        script = "const e = document.activeElement; return e.getAttribute('aria-label') || e.textContent || e.id"
        return str(self.run(script)).strip()

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses asked for since the last call that are neither on disk nor in the page itself."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "data:", "blob:", "about:"))]

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

    def awaited(self, expression: str) -> Any:
        """The value of a promise."""
        self.driver.set_script_timeout(30)
        done = "const l = window.liaisons, done = arguments[0];"
        return self.driver.execute_async_script(
            f"{done} ({expression}).then(done, (e) => done(`failed: ${{e.stack}}`))"
        )

    def downloaded(self, name: str) -> bytes:
        """The file that the page saves under this name, once it is there; it is removed."""
        path = self.folder / name
        for _ in range(200):
            if path.exists() and path.stat().st_size:
                content = path.read_bytes()
                path.unlink()
                return content
            time.sleep(0.05)
        raise AssertionError(f"{name} was not saved; there are {sorted(p.name for p in self.folder.iterdir())}")

    def picture(self, name: str) -> Path:
        """A screenshot kept in build/screenshots, for eyes."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{name}.png"
        path.write_bytes(base64.b64decode(self.driver.execute_cdp_cmd("Page.captureScreenshot", {})["data"]))
        return path

    def pdf(self, name: str) -> bytes:
        """The page as it prints on A4, kept beside the screenshots."""
        options = {"printBackground": True, "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
        content = base64.b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", options)["data"])
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        (SCREENSHOTS / f"{name}.pdf").write_bytes(content)
        return content


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if not (CHROMIUM and CHROMEDRIVER):
        pytest.skip("needs Chromium and chromedriver: make test-browser (Debian: chromium, chromium-driver)")
    webdriver = pytest.importorskip("selenium.webdriver", reason="needs selenium (the extra `dev`)")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for switch in (*SWITCHES, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(switch)
    downloads = tmp_path_factory.mktemp("downloads")
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(CHROMEDRIVER))
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    try:
        yield Browser(driver, downloads)
    finally:
        driver.quit()


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """The browser for one test; whatever the test does, no request may leave the page and no error may be left."""
    chromium.reset()
    yield chromium
    assert chromium.requests() == []
    assert chromium.errors() == []
