"""What RDF costs: `python benchmarks/rdf.py write [STATEMENTS...]`, `python benchmarks/rdf.py query [STATEMENTS...]`.

The graphs are made up (`synthetic.py`), with about 70 quads a statement. Each line is a process of its own.

`write`: quads a second of processor time and memory for each format of ours, from a graph; for rdflib's and Oxigraph's
writers, from quads that they hold; and for rdflib from the same graph, which has to be put into rdflib first. "MB held"
is what the process holds before, "MB more" by how much it grows at most while it writes (Linux only).

`query`: milliseconds for named queries (`liaisons query --list`), the median of five, on the union of all graphs in
rdflib, in Oxigraph through rdflib (oxrdflib), and in Oxigraph on disk.

rdflib is left out beyond the sizes of `RDFLIB`, where it takes too much memory or time.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pyoxigraph
import rdflib
from pyoxigraph import Quad, RdfFormat
from synthetic import graph

from liaisons.exports import jsonld, rdf
from liaisons.exports.library import library
from liaisons.exports.sparql import PREFIXES
from liaisons.graph.knowledge import KnowledgeGraph

OURS = {
    "nquads": rdf.write_nquads,
    "trig": rdf.write_trig,
    "ntriples": rdf.write_ntriples,
    "turtle": rdf.write_turtle,
    "jsonld": jsonld.write,
    "rdfxml": rdf.write_rdfxml,
}
OXIGRAPH = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
RDFLIB = {"nquads": 10_000, "trig": 1_000, "json-ld": 10_000, "turtle": 1_000}
"""rdflib's formats, with the most statements that it gets."""
ENGINES = {"rdflib": 1_000, "oxrdflib": 10_000, "pyoxigraph": 1_000_000}
"""What answers queries, with the most statements that it gets."""
QUERIES = ("who-funds", "contradictions", "claims-by-source", "events-by-month", "most-tied")
LIMIT = 600
"""Seconds after which a line is given up."""


def main(what: str, sizes: list[int]) -> None:
    if what == "write":
        print(f"{'':<24} {'statements':>10} {'quads':>10} {'quads/s':>9} {'MB held':>8} {'MB more':>8}")
        for size in sizes:
            for name in OURS:
                show_write(f"ours {name}", size)
            for name in OXIGRAPH:
                if size <= 100_000:
                    show_write(f"oxigraph {name}", size)
            for name, most in RDFLIB.items():
                if size <= most:
                    show_write(f"rdflib {name}", size)
                    show_write(f"rdflib+graph {name}", size)
    else:
        print(f"{'':<24} {'statements':>10} {'triples':>10} {'load s':>7}", *(f"{q:>17}" for q in QUERIES))
        for size in sizes:
            for engine, most in ENGINES.items():
                if size <= most:
                    found = alone("query", engine, size)
                    times = (f"{found[q]:>17.1f}" if q in found else f"{'—':>17}" for q in QUERIES)
                    print(f"{engine:<24} {size:>10} {found['triples']:>10} {found['load']:>7.1f}", *times, flush=True)


def show_write(task: str, size: int) -> None:
    found = alone("write", task, size)
    print(
        f"{task:<24} {size:>10} {found['quads']:>10.0f} {found['quads'] / found['seconds']:>9.0f}"
        f" {found['held']:>8.0f} {found['more']:>8.0f}",
        flush=True,
    )


def alone(what: str, task: str, size: int) -> dict[str, float]:
    """The measurement in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "-", what, task, str(size)], stdout=subprocess.PIPE, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


# --- writing ----------------------------------------------------------------------------------------------------------


def write(task: str, size: int) -> dict[str, float]:
    who, _, form = task.partition(" ")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        whole = derived(graph(size))
        quads = 0
        run: Callable[[], object]
        if who == "ours":  # quads are counted afterwards
            run = lambda: OURS[form](whole, path)  # noqa: E731
        elif who == "oxigraph":
            store = pyoxigraph.Store()
            store.bulk_extend(rdf.quads(whole))
            quads = len(store)
            run = lambda: store.dump(path, OXIGRAPH[form])  # noqa: E731
        elif who == "rdflib":
            dataset = rdf.to_dataset(whole)
            quads = sum(1 for _ in dataset.quads())
            run = lambda: dataset.serialize(path, format=form)  # noqa: E731
        else:
            quads = sum(1 for _ in rdf.quads(whole))
            run = lambda: rdf.to_dataset(whole).serialize(path, format=form)  # noqa: E731
        held, start = memory("VmRSS"), process_time()
        Path("/proc/self/clear_refs").write_text("5")  # from here on the peak is that of what follows
        run()
        seconds = process_time() - start
        more = memory("VmHWM") - held
        if form == "nquads" and not quads:
            with path.open("rb") as file:
                quads = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 24), b""))
        quads = quads or sum(text.count(" .\n") for text in rdf.lines(whole))
        return {"quads": quads, "seconds": seconds, "held": held, "more": more}


def derived(whole: KnowledgeGraph) -> KnowledgeGraph:
    """The graph with what it works out once: entities, merged statements, events."""
    whole.events()
    return whole


def memory(field: str) -> float:
    """A field of /proc/self/status in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


# --- querying ---------------------------------------------------------------------------------------------------------


def query(engine: str, size: int) -> dict[str, float]:
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        start, triples = perf_counter(), union(rdf.quads(graph(size)))
        ask: Callable[[str], object]
        if engine == "pyoxigraph":
            store = pyoxigraph.Store(folder)
            store.bulk_extend(triples)
            store.optimize()
            found["triples"] = len(store)
            ask = lambda text: sum(1 for _ in store.query(text, prefixes=PREFIXES))  # noqa: E731
        else:
            target = rdflib.Graph("Oxigraph" if engine == "oxrdflib" else "default")
            target.addN((rdf.term(q.subject), rdf.term(q.predicate), rdf.term(q.object), target) for q in triples)
            found["triples"] = len(target)
            ask = lambda text: sum(1 for _ in target.query(text, initNs=PREFIXES))  # noqa: E731
        found["load"] = perf_counter() - start
        for name in QUERIES:
            text = library()[name].text
            times: list[float] = []
            begun = perf_counter()
            while len(times) < 5 and perf_counter() - begun < LIMIT / 10:
                start = perf_counter()
                ask(text)
                times.append((perf_counter() - start) * 1000)
            found[name] = median(times)
    return found


def union(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (Quad(q.subject, q.predicate, q.object) for q in quads)


if __name__ == "__main__":
    if sys.argv[1] == "-":
        print(json.dumps({"write": write, "query": query}[sys.argv[2]](sys.argv[3], int(sys.argv[4]))))
    else:
        main(sys.argv[1], [int(a) for a in sys.argv[2:]] or [1_000, 10_000, 100_000])
