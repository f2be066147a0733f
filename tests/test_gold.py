"""What is measured on the annotated articles of `tests/gold`: none may fall below a floor a little under it.

Each was written and annotated before the extraction had seen it, so the first measure of each was blind.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold"

FLOORS = {  # precision and recall of statements, F1 of named entities
    "fr_tech": (0.88, 0.46, 0.92),
    "fr_politics": (0.81, 0.42, 0.89),
    "en_press": (0.86, 0.55, 0.90),
    "mixed_press": (0.88, 0.47, 0.91),
}


def test_every_gold_has_floors() -> None:
    assert {path.stem for path in GOLD.glob("*.jsonl")} == FLOORS.keys()


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_measure_falls_below_its_floor(name: str) -> None:
    command = [sys.executable, "-m", "liaisons", "evaluate", str(GOLD / f"{name}.jsonl"), "--format", "json", "--quiet"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["all"]
    measured = (found["triples"]["precision"], found["triples"]["recall"], found["named"]["f1"])
    low = [(value, floor) for value, floor in zip(measured, FLOORS[name], strict=True) if value < floor]
    assert low == []
