"""Score the extraction on annotated articles, one table for all gold files.

    python benchmarks/score.py FOLDER [--keep OUT]

FOLDER holds `score.py` and gold files (`*.jsonl`, annotation guide section 4). Each article's text goes through the
extraction as any other would; nothing of the annotation is read but the text, title, date and language.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from liaisons.exports import predictions
from liaisons.extractors.pipeline import extract, load
from liaisons.graph.knowledge import KnowledgeGraph
from liaisons.graph.model import Article


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="folder with score.py and the gold files")
    parser.add_argument("--keep", type=Path, help="folder to keep the predictions in")
    args = parser.parse_args()
    scorer = args.folder / "score.py"
    if not scorer.is_file():
        print(f"no gold here: {scorer} does not exist; the development gold is not part of a clone, nothing was scored")
        return
    print("statements: P, R, F1; pairs: F1 without the relation; status: accuracy; all and named: F1 of entities")
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for column in ("gold", "texts", "P", "R", "F1", "pairs", "status", "all", "named", "gold n"):
        table.add_column(column, justify="left" if column == "gold" else "right", no_wrap=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        golds = sorted(args.folder.glob("*.jsonl"), key=lambda p: (p.stem != "seeds", "fr" not in p.stem, p.stem))
        everything: list[str] = []
        predicted: list[str] = []
        pipelines = {lang: load(lang) for lang in ("fr", "en")}
        for gold in golds:
            lines = gold.read_text(encoding="utf-8").splitlines()
            records = [json.loads(line) for line in lines if line.strip()]
            articles = [Article(r["id"], r["text"], r["lang"], r["title"], r["date"] or "") for r in records]
            output = folder / f"{gold.stem}.predictions.jsonl"
            predictions.write(KnowledgeGraph(extract(articles, pipelines=pipelines)), output)
            everything += lines
            predicted += output.read_text(encoding="utf-8").splitlines()
            table.add_row(gold.stem, *_score(scorer, gold, output))
        (folder / "all.jsonl").write_text("\n".join(everything), encoding="utf-8")
        (folder / "all.predictions.jsonl").write_text("\n".join(predicted), encoding="utf-8")
        table.add_section()
        table.add_row("all", *_score(scorer, folder / "all.jsonl", folder / "all.predictions.jsonl"))
    Console().print(table)


def _score(scorer: Path, gold: Path, predicted: Path) -> list[str]:
    command = [sys.executable, str(scorer), str(gold), str(predicted), "--json"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["all"]
    triples = result["triples"]
    values = (triples["p"], triples["r"], triples["f1"], result["pairs"]["f1"], result["status_accuracy"])
    entities = (result["entities"]["f1"], result["named_entities"]["f1"])
    numbers = [f"{v:.3f}" for v in (*values, *entities)]
    return [str(result["articles"]), *numbers, str(result["counts"]["triple_gold"])]


if __name__ == "__main__":
    main()
