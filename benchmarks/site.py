"""How long `liaisons site` takes, and how much memory above the graph: python benchmarks/site.py [STATEMENTS…]"""

import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import synthetic

from liaisons.exports import html
from liaisons.exports.dossiers import site


def megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    sizes = [int(a) for a in sys.argv[1:]] or [5_000, 30_000]
    html.to_html = lambda *_, **__: ""  # the page of the graph has a benchmark of its own
    print("statements  articles  entities   pages  CPU sec.  again  on disk   largest  memory before, after")
    for size in sizes:
        graph = synthetic.graph(size)
        entities, statements = len(graph.entities), len(graph.statements())
        before = megabytes()
        with TemporaryDirectory() as folder:
            times = []
            for _ in range(2):
                start = time.process_time()
                site.write(graph, Path(folder))
                times.append(time.process_time() - start)
            files = [p.stat().st_size for p in Path(folder).rglob("*.html")]
        print(
            f"{statements:10,}{len(graph.articles):10,}{entities:10,}{len(files):8,}{times[0]:9.1f}{times[1]:7.1f}"
            f"{sum(files) / 1e6:6.0f} MB{max(files) / 1e6:7.1f} MB{before:9,}, {megabytes():,} MB"
        )


if __name__ == "__main__":
    main()
