"""Renew what the pages of docs/, README.md and the notebooks of examples/ show as printed: `python docs/renew.py`.

Every `sh` block of a page runs, in order, in a folder of the page's own that holds the examples and a fresh build of
them as `build/demo`; the block of another kind that follows it directly is replaced by what it printed. A block that
ends with `[…]` keeps its length. Left alone are pages that need servers or hours, and blocks that leave out lines in
their middle (`…` stands alone on a line): these are named on the terminal, to be looked at.

Read the diff before you commit it: a page's words must still fit its examples.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

DOCS = Path(__file__).parent
ROOT = DOCS.parent
NOT_RUN = ("curate", "performance", "quality", "serve", "triple-stores")
SHOWN = re.compile(
    r"^```sh\n(?P<script>.*?)^```\n(?:\n```(?:text|csv|json|turtle|xml)\n(?P<printed>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
CUT = "[…]"
# Commands that set up, never end, or need a newer sqlite3 than some systems have.
BY_HAND = ("make ", "git clone", "pip install", "liaisons serve", "sqlite3 -readonly -box")


def renew(page: Path, demo: Path) -> None:
    """Run a page's blocks, and put what they print in the place of what the page shows."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / "examples").symlink_to(ROOT / "examples")
        (at / "build").mkdir()
        subprocess.run(["cp", "-r", demo, at / "build" / "demo"], check=True)

        def block(found: re.Match[str]) -> str:
            if found["script"].startswith(BY_HAND):
                return found[0]
            printed = subprocess.run(
                ["bash", "-c", found["script"]], cwd=at, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                env={**os.environ, "COLUMNS": "100", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
            ).stdout  # fmt: skip
            if found["printed"] is None:
                return found[0]
            lines, shown = [line.rstrip() for line in printed.strip("\n").split("\n")], found["printed"].splitlines()
            if shown and shown[-1] == CUT:
                lines[len(shown) - 1 :] = [CUT]
            elif any(line.strip() in {CUT, "…"} for line in shown):
                print(f"{page.name}: look at", found["script"].splitlines()[0])
                return found[0]
            printed = "\n".join(lines) + "\n"
            start, end = (place - found.start() for place in found.span("printed"))
            return found[0][:start] + printed + found[0][end:]

        text = page.read_text(encoding="utf-8")
        page.write_text(SHOWN.sub(block, text), encoding="utf-8")


def execute(notebook: Path) -> None:
    """Run a notebook from top to bottom in this process and store its outputs."""
    document = json.loads(notebook.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path("articles").symlink_to(ROOT / "examples" / "articles")
        shell = InteractiveShell()
        count = 0
        for cell in document["cells"]:
            if cell["cell_type"] != "code":
                continue
            count += 1
            with capture_output() as captured:
                result = shell.run_cell("".join(cell["source"]))
            result.raise_error()
            cell["execution_count"], cell["outputs"] = count, []
            value = result.result
            printed = captured.stdout.partition("Out[")[0] if value is not None else captured.stdout
            if printed.strip():
                lines = printed.splitlines(keepends=True)
                cell["outputs"].append({"name": "stdout", "output_type": "stream", "text": lines})
            if value is not None:
                data, metadata = shell.display_formatter.format(value)
                shown = {kind: text.splitlines(True) if kind == "text/plain" else text for kind, text in data.items()}
                cell["outputs"].append(
                    {"data": shown, "execution_count": count, "metadata": metadata, "output_type": "execute_result"}
                )
    notebook.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        command = [sys.executable, "-m", "liaisons", "build", str(ROOT / "examples" / "articles"), "-o", str(demo)]
        subprocess.run([*command, "--title", "liaisons: demo", "--quiet"], check=True)
        for page in [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]:
            if page.stem not in NOT_RUN:
                renew(page, demo)
    for notebook in sorted((ROOT / "examples").glob("*.ipynb")):
        execute(notebook)


if __name__ == "__main__":
    main()
