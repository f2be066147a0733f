"""The development score: `liaisons evaluate` over every gold file of a folder, where there is one.

    python benchmarks/score.py FOLDER [--keep OUT]

The gold is not part of a clone; without it nothing is scored. `--keep` leaves the gold and the predictions in OUT, as
`all.jsonl` and `all.predictions.jsonl`.
"""

import argparse
import sys
from pathlib import Path

from liaisons.cli import main as liaisons


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="folder with gold files (*.jsonl)")
    parser.add_argument("--keep", type=Path, help="folder to keep the gold and the predictions in")
    args = parser.parse_args()
    golds = sorted(args.folder.glob("*.jsonl"), key=lambda p: (p.stem != "seeds", "fr" not in p.stem, p.stem))
    if not golds:
        print(f"no gold in {args.folder}: it is not part of a clone, nothing was scored")
        return
    options = []
    if args.keep:
        args.keep.mkdir(parents=True, exist_ok=True)
        options = ["--keep", str(args.keep / "all.predictions.jsonl")]
        lines = [line for gold in golds for line in gold.read_text(encoding="utf-8").splitlines()]
        (args.keep / "all.jsonl").write_text("\n".join(lines), encoding="utf-8")
    sys.argv = ["liaisons", "evaluate", *map(str, golds), *options]
    liaisons()


if __name__ == "__main__":
    main()
