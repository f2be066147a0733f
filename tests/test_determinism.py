"""Same articles in, same bytes out: whatever their order, the hash seed, the locale and the time zone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from liaisons.exports.formats import FORMATS
from liaisons.graph.store import FILE as STORE

FRENCH = [
    "Publié le 5 juin 2018\n\nMicrosoft a racheté la société GitHub. Satya Nadella, le PDG de Microsoft, a rencontré "
    "Emmanuel Macron à Paris. Le PDG a salué la France. Selon Reuters, Amazon pourrait racheter Slack.",
    "Élection présidentielle : Thierry Breton soutient Emmanuel Macron\n\nThierry Breton, l’ancien PDG d’Atos, a "
    "soutenu Emmanuel Macron lors de l’élection présidentielle. Il a quitté la Commission européenne en 2024.",
    "La Commission nationale de l’informatique et des libertés (CNIL) enquête sur Google. La CNIL a sanctionné Amazon.",
    "M. Macron a critiqué X (ex-Twitter). Elon Musk dirige X. Musk a aussi fondé SpaceX et soutenu Donald Trump.",
]
ENGLISH = [
    "Elon Musk acquired Twitter in October 2022 for $44 billion. The billionaire fired Parag Agrawal, its chief "
    "executive. He met Tim Cook yesterday.",
    "Tim Cook, the chief executive of Apple, criticized Microsoft and Google. Apple did not acquire GitHub.",
    "Microsoft, which acquired GitHub in 2018, could invest in Mistral AI, according to Reuters. He denied it.",
]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory) -> list[Path]:
    """Text files, a folder and a table of articles in two languages; a copy of one, and two of one name."""
    folder: Path = tmp_path_factory.mktemp("in")
    for i, text in enumerate(FRENCH):
        (folder / f"article-{i}.txt").write_text(text, encoding="utf-8")
    (folder / "wire.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in ENGLISH), encoding="utf-8")
    (folder / "more").mkdir()
    (folder / "more" / "copy.txt").write_text(FRENCH[0], encoding="utf-8")
    (folder / "more" / "article-1.txt").write_text(FRENCH[2].replace("Google", "Meta"), encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def outputs(inputs, tmp_path_factory) -> list[dict[str, bytes]]:
    """The files of two builds, run side by side."""
    folder: Path = tmp_path_factory.mktemp("out")
    runs = []
    for seed, order, locale, zone in (
        ("1", inputs, "C.UTF-8", "Pacific/Kiritimati"),
        ("2", inputs[::-1], "C", "Pacific/Pago_Pago"),  # 25 hours apart
    ):
        command = [sys.executable, "-m", "liaisons", "build", *map(str, order), "-o", str(folder / seed), "-q"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        runs.append(subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True))
    said = [run.communicate(timeout=100)[1] for run in runs]
    assert [run.returncode for run in runs] == [1, 1], said  # one article is there twice
    assert said[0] == said[1]
    return [{p.name: p.read_bytes() for p in (folder / seed).iterdir()} for seed in ("1", "2")]


@pytest.mark.model
def test_there_is_something_to_compare(outputs):
    assert set(outputs[0]) == set(outputs[1]) == {STORE, *(form.file for form in FORMATS.values())}
    lines = [json.loads(line) for line in outputs[0]["predictions.jsonl"].splitlines()]
    assert len(lines) == len(FRENCH) + len(ENGLISH) + 1
    assert sum(len(line["triples"]) for line in lines) > len(lines)


@pytest.mark.model
@pytest.mark.parametrize("name", [STORE, *(form.file for form in FORMATS.values())])
def test_the_same_bytes(outputs, name):
    assert outputs[0][name] == outputs[1][name]


@pytest.mark.parametrize("zone", ["Europe/Paris", "CET-1CEST"])
def test_dates_are_read_in_any_time_zone(zone):
    script = "from liaisons.extractors.metadata import iso_date; print(iso_date('5 juin 2018', 'fr'))"
    environment = {**os.environ, "TZ": zone}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "2018-06-05\n")
