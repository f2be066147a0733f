"""The notebooks of examples/ run from top to bottom, and print what stands in them."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

EXAMPLES = Path(__file__).parents[1] / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))


def test_there_are_two() -> None:
    assert len(NOTEBOOKS) == 2


@pytest.mark.model
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_prints_what_stands_in_it(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pandas", reason="the notebooks need the extra analysis")
    pytest.importorskip("matplotlib", reason="the notebooks need the extra analysis")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").symlink_to(EXAMPLES / "articles")
    shell = InteractiveShell()
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            with capture_output() as captured:
                result = shell.run_cell("".join(cell["source"]))
            result.raise_error()
            printed = captured.stdout.partition("Out[")[0] if result.result is not None else captured.stdout
            assert (printed.strip(), *_shown(result.result)) == _stored(cell["outputs"])


def _shown(value: Any) -> tuple[str, bool]:
    """What the value of a cell is shown as: its text, or whether it is a picture."""
    if value is None:
        return "", False
    data, _ = InteractiveShell.instance().display_formatter.format(value)
    return ("", True) if "image/png" in data else (data["text/plain"], False)


def _stored(outputs: list[dict[str, Any]]) -> tuple[str, str, bool]:
    printed, text, picture = "", "", False
    for output in outputs:
        if output["output_type"] == "stream":
            printed += "".join(output["text"])
        elif "image/png" in output["data"]:
            picture = base64.b64decode(output["data"]["image/png"]).startswith(b"\x89PNG")
        else:
            text = "".join(output["data"]["text/plain"])
    return printed.strip(), text, picture
