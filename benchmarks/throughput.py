"""Words per second: spaCy's full pipeline as it comes, the extraction, and the whole build; with peak memory.

    python benchmarks/throughput.py [CORPUS.jsonl] [--lang fr] [--rounds 3]

CORPUS has one article a line (`text`, `lang`); without it the examples of the checkout are read. Each measurement runs
in a process of its own on text that the process has not seen, because the French lemmatizer caches words: warm numbers
flatter. Sentences are dealt out to the rounds, so that each round has new text; the table gives medians. Loading the
models is not counted in words/s and shown apart.

What is compared: `raw` is `spacy.load(model).pipe(texts)` as anybody would run it; `raw, fast matrices` the same with
NumPy's matrix products; `extract` gives statements; `build` is everything that `liaisons build` does after loading the
models: reading the files, noise, language, extraction, resolution, store and all exports.
"""

import argparse
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORDS_AN_ARTICLE = 300
MODES = ("raw", "raw, fast matrices", "extract", "build")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path)
    parser.add_argument("--lang", default="fr")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--run", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.run:
        _run(args.run[0], Path(args.run[1]), args.lang)
        return
    root = Path(__file__).parents[1]
    default = root.parent / "shared" / "corpora" / "ud_news_web.jsonl"
    corpus = args.corpus or (default if default.is_file() else None)
    sentences = _sentences(corpus, root, args.lang)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one thread a process: what a laptop build gives each worker
    results: dict[str, list[dict[str, float]]] = {mode: [] for mode in MODES}
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(args.rounds):
            for mode in MODES:
                file = Path(scratch) / f"{number}.jsonl"
                _write(sentences[number :: args.rounds], file, args.lang)
                command = [sys.executable, __file__, "--lang", args.lang, "--run", mode, str(file)]
                output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                results[mode].append(json.loads(output.splitlines()[-1]))
    words = sum(len(s.split()) for s in sentences)
    print(f"{args.lang}, {words} words in {args.rounds} rounds of new text, {corpus or 'examples'}; medians")
    base = statistics.median(r["speed"] for r in results["raw"])
    print(f"{'':20} {'words/s':>9} {'ratio':>6} {'load s':>7} {'peak MB':>8}")
    for mode in MODES:
        speed, load, peak = (statistics.median(r[key] for r in results[mode]) for key in ("speed", "load", "peak"))
        print(f"{mode:20} {speed:9.0f} {speed / base:6.2f} {load:7.1f} {peak:8.0f}")


def _sentences(corpus: Path | None, root: Path, lang: str) -> list[str]:
    if corpus:
        records = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
        texts = [r["text"] for r in records if r["lang"] == lang]
    else:
        texts = [p.read_text(encoding="utf-8") for p in sorted((root / "examples" / "articles").glob("*.txt"))]
    return [s for text in texts for s in re.split(r"(?<=[.!?]) +|\n+", text) if s.strip()]


def _write(sentences: list[str], file: Path, lang: str) -> None:
    articles: list[list[str]] = [[]]
    for sentence in sentences:
        articles[-1].append(sentence)
        if sum(len(s.split()) for s in articles[-1]) >= WORDS_AN_ARTICLE:
            articles.append([])
    records = [{"id": f"a{i}", "lang": lang, "text": " ".join(a)} for i, a in enumerate(articles) if a]
    file.write_text("\n".join(json.dumps(r) for r in records), encoding="utf-8")


def _run(mode: str, file: Path, lang: str) -> None:
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    words = sum(len(r["text"].split()) for r in records)
    start = time.perf_counter()
    work = _prepare(mode, file, lang, [r["text"] for r in records])
    load = time.perf_counter() - start
    start = time.perf_counter()
    work()
    speed = words / (time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"speed": speed, "load": load, "peak": peak}))


def _prepare(mode: str, file: Path, lang: str, texts: list[str]) -> Callable[[], object]:
    """Load what the mode needs and return its timed part."""
    if mode.startswith("raw"):
        import spacy
        from thinc.api import NumpyOps, set_current_ops

        from liaisons.extractors.pipeline import MODELS

        if mode != "raw":
            set_current_ops(NumpyOps(use_blis=False))
        nlp = spacy.load(MODELS[lang])
        return lambda: sum(len(doc) for doc in nlp.pipe(texts, batch_size=32))
    from liaisons.exports.formats import write_all
    from liaisons.extractors.pipeline import extract, load
    from liaisons.extractors.readers import read
    from liaisons.graph import store
    from liaisons.graph.knowledge import KnowledgeGraph
    from liaisons.graph.model import Article

    pipelines = {lang: load(lang)}
    if mode == "extract":
        articles = [Article(f"a{i}", text, lang) for i, text in enumerate(texts)]
        return lambda: list(extract(articles, pipelines=pipelines))

    def build() -> None:
        with tempfile.TemporaryDirectory() as scratch:
            found = [a for a in read([file]) if isinstance(a, Article)]
            graph = KnowledgeGraph(extract(found, pipelines=pipelines))
            store.write(graph, Path(scratch) / "graph.sqlite")
            list(write_all(graph, Path(scratch)))

    return build


if __name__ == "__main__":
    main()
