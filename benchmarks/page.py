"""What the interactive page costs: `python benchmarks/page.py [ENTITIES:STATEMENTS...]`, e.g. `5000:8000 22000:62000`.

The graphs are made up (`synthetic.py`): so many entities and statements are asked for, a few less come out. Each is
made in a process of its own and opened in a fresh Chromium (headless, without a graphics card) through chromedriver and
selenium.

`build`: seconds of processor time from a graph to the file. "MB held" is what the process holds before, with the graph,
"MB more" by how much it grows at most meanwhile (Linux only), "MB file" the size of the page.

`view`: milliseconds from the opening of the file until the map is drawn, and until the file is read to its end; and
from an action until the next picture: to select the most connected entity, to read a statement's sentences, to leave
out a type, to search while ten letters are typed, to find a path, to show everything, to redraw the map with
everything on it, and to pull it by some pixels. The median of five openings and of five actions; once for everything.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from selenium import webdriver
from synthetic import graph

from liaisons.exports import html

REPEAT = 5
SIZES = ["500:800", "5000:8000", "22000:62000"]
ACTIONS = {
    "select": "l.select(i)",
    "read": "l.selectStatement(l.data.statements.length - 1 - 7 * i); await l.reading()",
    "filter": "l.toggle(...(i % 2 ? ['types', 'Company'] : ['statuses', 'ended']))",
    "search": "for (let n = 1; n <= 10; n++) l.matches(l.data.entities[7 * i].name.slice(0, n))",
    "path": "l.change({ selection: { path: [i, l.data.entities.length - 1 - 7 * i] } })",
    "all": "l.showAll()",
    "redraw": "l.network.moveTo({ offset: { x: 5, y: 5 }, animation: false })",
    "pull": """
        const canvas = document.querySelector("#mynetwork canvas");
        const point = (name, x) => canvas.dispatchEvent(new PointerEvent(name, {
          bubbles: true, pointerId: 1, pointerType: "mouse", buttons: 1, clientX: x, clientY: 400,
        }));
        if (i === 0) for (const x of [400, 403, 406, 409, 412]) point(x === 400 ? "pointerdown" : "pointermove", x);
        point("pointermove", 420 + 10 * i)""",
}
"""What is timed, by name: a script of the page, `i` being the number of the repetition."""
ONCE = {"all"}
TIMED = """
const [i, done] = arguments;
const l = window.liaisons;
(async () => {
  const start = performance.now();
  %s;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})().catch((error) => done(String(error)));
"""
"""The next picture is done when what waits behind its frame comes to its turn."""
WATCH = """
const look = () => {
  if (!window.liaisons) requestAnimationFrame(look);
  else requestAnimationFrame(() => setTimeout(() => { window.seenAt = performance.now(); }));
};
requestAnimationFrame(look);
"""
SEEN = """
const [navigation] = performance.getEntriesByType("navigation");
const [done] = arguments;
const ask = () => (window.seenAt ? done([window.seenAt, navigation.domContentLoadedEventEnd]) : setTimeout(ask, 5));
ask();
"""


def main(sizes: list[str]) -> None:
    columns = ("entities", "statements", "build s", "MB held", "MB more", "MB file", "view", "whole", *ACTIONS)
    print(*(f"{column:>10}" for column in columns))
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            entities, _, statements = size.partition(":")
            path = Path(folder) / "graph.html"
            made = alone(entities, statements, str(path))
            times = look(path, folder)
            values = [made["entities"], made["statements"], made["seconds"], made["held"], made["more"], made["file"]]
            numbers = (*values, *times.values())
            print(*(f"{n:>10.1f}" if n < 10 else f"{n:>10.0f}" for n in numbers), flush=True)


def alone(*arguments: str) -> dict[str, float]:
    """The building in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "-", *arguments], stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def build(entities: int, statements: int, path: Path) -> dict[str, float]:
    whole = graph(statements, entities=entities)
    whole.events()  # derived before, as a build does
    ends = {end for s in whole.statements() for end in (s.subject, s.object)}
    held, start = memory("VmRSS"), process_time()
    Path("/proc/self/clear_refs").write_text("5")  # from here on the peak is that of what follows
    html.write(whole, path)
    return {
        "seconds": process_time() - start,
        "held": held,
        "more": memory("VmHWM") - held,
        "file": path.stat().st_size / 1e6,
        "entities": len(ends),
        "statements": len(whole.statements()),
    }


def memory(field: str) -> float:
    """A field of /proc/self/status in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def look(path: Path, folder: str) -> dict[str, float]:
    driver = chromium(folder)
    try:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        openings = [opening(driver, path) for _ in range(REPEAT)]
        found = {name: median(o[name] for o in openings) for name in ("view", "whole")}
        for name, script in ACTIONS.items():
            run: Callable[..., Any] = driver.execute_async_script
            times = [run(TIMED % script, i) for i in range(1 if name in ONCE else REPEAT)]
            if errors := [t for t in times if isinstance(t, str)]:
                raise RuntimeError(f"{name}: {errors[0]}")
            found[name] = median(times)
            if name == "path":
                run("arguments[1](window.liaisons.home())", 0)
        return found
    finally:
        driver.quit()


def opening(driver: Any, path: Path) -> dict[str, float]:
    driver.get("about:blank")
    driver.get(path.as_uri())
    times = driver.execute_async_script(SEEN)
    return dict(zip(("view", "whole"), times, strict=True))


def chromium(folder: str) -> Any:
    options = webdriver.ChromeOptions()
    switches = ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "window-size=1440,900")
    for switch in (*switches, f"user-data-dir={folder}/profile"):
        options.add_argument(f"--{switch}")
    browsers = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    options.binary_location = next(filter(None, browsers), "")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    driver.set_script_timeout(120)
    return driver


if __name__ == "__main__":
    if sys.argv[1:2] == ["-"]:
        print(json.dumps(build(int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))))
    else:
        main(sys.argv[1:] or SIZES)
