"""What RDF costs: `python benchmarks/rdf.py [--part PART]... [--rdflib MOST] [--limit SECONDS] [STATEMENTS...]`.

Statements are 10000 and 100000 unless given, parts all of writing, filling and asking, which fills first.

The graphs are made up (`synthetic.py`), with about 65 quads a statement. Each line is measured in a process of its own,
forked from one that holds the graph, so that this runs on Linux alone.

Writing: quads a second of processor time, from the graph to the file for ours; for rdflib and Oxigraph from the quads
that they hold already ("rdflib", "oxigraph"), and for rdflib also with the time to put the graph into it, which our
export takes the place of ("rdflib+graph"). "MB held" is what the process holds before it writes, "MB more" by how much
it grows at most.

Filling: the store of `liaisons query` on disk, from our lines, and from objects of pyoxigraph; both with the union of
all graphs, as it has it. "CPU s" is the processor time of all threads.

Asking: milliseconds for named queries (`liaisons query --list`), the median of three, over the union of all graphs: in
rdflib, in Oxigraph on disk through rdflib (oxrdflib), and in Oxigraph on disk as `liaisons query` asks it. A query that
takes longer than the limit is ended.

rdflib is left out beyond MOST statements (10000 unless given), where it takes gigabytes and minutes.
"""

import argparse
import gc
import io
import json
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, process_time, sleep
from typing import Any

import oxrdflib
import pyoxigraph
import rdflib
from pyoxigraph import Quad, RdfFormat
from synthetic import graph

from liaisons.exports import embedded, jsonld, rdf, turtle
from liaisons.exports.library import library
from liaisons.exports.sparql import PREFIXES
from liaisons.graph.knowledge import KnowledgeGraph

OURS = {
    "nquads": rdf.write_nquads,
    "trig": turtle.write_trig,
    "turtle": turtle.write_turtle,
    "jsonld": jsonld.write,
    "ntriples": rdf.write_ntriples,
    "rdfxml": rdf.write_rdfxml,
}
RDFLIB = {"nquads": "nquads", "trig": "trig", "turtle": "turtle", "jsonld": "json-ld"}
OXIGRAPH = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}
PARTS = ("writing", "filling", "asking")
QUERIES = ("who-funds", "contradictions", "claims-by-source", "events-by-month", "most-tied")
TIMES = 3
HOURS = 6 * 3600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000], metavar="STATEMENTS")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this; may come again")
    parser.add_argument("--rdflib", type=int, default=10_000, metavar="MOST", help="most statements that rdflib gets")
    parser.add_argument("--limit", type=int, default=20, metavar="SECONDS", help="for one query")
    given = parser.parse_args()
    wanted = given.part or PARTS
    with tempfile.TemporaryDirectory() as folder:  # what a process reads once, such as the ontology
        for write in OURS.values():
            write(graph(10), Path(folder) / "out")
    for size in given.sizes:
        whole = graph(size)
        whole.events()  # with entities and merged statements, worked out once
        gc.collect()
        gc.freeze()  # as the command line does
        quads = alone(lambda whole=whole: sum(text.count(b" .\n") for text in rdf.lines(whole)))
        print(f"{size} statements, {quads} quads", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            if "writing" in wanted:
                writing(whole, quads, Path(folder), size <= given.rdflib)
            if "filling" in wanted or "asking" in wanted:
                filling(whole, quads, Path(folder), "filling" in wanted and size <= given.rdflib)
            if "asking" in wanted:
                asking(whole, Path(folder), given.limit, size <= given.rdflib)
        print()


def alone(task: Callable[[], Any], limit: float = HOURS) -> Any:
    """What the task gives in a process of its own; None where that ends early or takes longer."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as pipe:
            pipe.write(json.dumps(task()))
        os._exit(0)
    os.close(writer)
    end = monotonic() + limit
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if monotonic() > end:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            break
        sleep(0.005)
    with os.fdopen(reader) as pipe:
        text = pipe.read()
    return json.loads(text) if text else None


# --- writing ----------------------------------------------------------------------------------------------------------


def writing(whole: KnowledgeGraph, quads: int, folder: Path, with_rdflib: bool) -> None:
    print(f"\n{'writing':<24} {'seconds':>9} {'quads/s':>9} {'MB held':>8} {'MB more':>8}")
    path = folder / "out"
    ours = {form: alone(lambda write=write: measured(lambda: write(whole, path))) for form, write in OURS.items()}
    for form, found in ours.items():
        line(f"ours {form}", quads, found)
    others = alone(lambda: by_oxigraph(whole, path))
    for form, found in others.items():
        line(f"oxigraph {form}", quads, found)
    if not with_rdflib:
        return
    load, bare = alone(lambda: by_rdflib(whole, path))
    for form, found in bare.items():
        line(f"rdflib {form}", quads, found)
        seconds = load["seconds"] + found["seconds"]
        more = max(load["more"], found["held"] + found["more"] - load["held"])
        line(f"rdflib+graph {form}", quads, {"seconds": seconds, "held": load["held"], "more": more})
    print(f"\n{'ours is so many times':<24} {'rdflib+graph':>13} {'rdflib':>9} {'oxigraph':>9}")
    for form, found in bare.items():
        mine = ours[form]["seconds"]
        times = ((load["seconds"] + found["seconds"]) / mine, found["seconds"] / mine, others[form]["seconds"] / mine)
        print(f"{form:<24} {times[0]:>13.1f} {times[1]:>9.1f} {times[2]:>9.1f}", flush=True)


def line(name: str, quads: int, found: dict[str, float]) -> None:
    print(
        f"{name:<24} {found['seconds']:>9.2f} {quads / found['seconds']:>9.0f}"
        f" {found['held']:>8.0f} {found['more']:>8.0f}",
        flush=True,
    )


def measured(run: Callable[[], object]) -> dict[str, float]:
    held, start = memory("VmRSS"), process_time()
    Path("/proc/self/clear_refs").write_text("5")  # from here on the peak is that of what follows
    run()
    seconds = process_time() - start
    return {"seconds": seconds, "held": held, "more": memory("VmHWM") - held}


def memory(field: str) -> float:
    """A field of /proc/self/status in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def by_oxigraph(whole: KnowledgeGraph, path: Path) -> dict[str, dict[str, float]]:
    store = pyoxigraph.Store()
    store.bulk_extend(rdf.quads(whole))

    def write(form: str) -> None:
        if form == "turtle":
            pyoxigraph.serialize((q.triple for q in store), path, OXIGRAPH[form])
        else:
            store.dump(path, OXIGRAPH[form])

    return {form: measured(lambda form=form: write(form)) for form in OXIGRAPH}


def by_rdflib(whole: KnowledgeGraph, path: Path) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    found: list[rdflib.Dataset] = []
    load = measured(lambda: found.append(rdf.to_dataset(whole)))
    gc.collect()
    gc.freeze()
    return load, {
        form: measured(lambda name=name: found[0].serialize(path, format=name)) for form, name in RDFLIB.items()
    }


# --- filling the store ------------------------------------------------------------------------------------------------


def filling(whole: KnowledgeGraph, quads: int, folder: Path, with_objects: bool) -> None:
    print(f"\n{'filling the store':<24} {'CPU s':>9} {'quads/s':>9} {'MB held':>8} {'MB more':>8} {'seconds':>9}")
    fills: dict[str, Callable[[pyoxigraph.Store], object]] = {
        "from lines": lambda store: embedded.fill(store, rdf.lines(whole, union=True))
    }
    if with_objects:
        fills["from objects"] = lambda store: store.bulk_extend(both(whole))
    for name, fill in fills.items():
        place = folder / name.rpartition(" ")[2]
        found = alone(lambda fill=fill, place=place: filled(fill, place))
        print(
            f"{name:<24} {found['seconds']:>9.1f} {quads / found['seconds']:>9.0f} {found['held']:>8.0f}"
            f" {found['more']:>8.0f} {found['clock']:>9.1f}",
            flush=True,
        )


def filled(fill: Callable[[pyoxigraph.Store], object], place: Path) -> dict[str, float]:
    def run() -> None:
        store = pyoxigraph.Store(str(place))
        fill(store)
        store.optimize()
        store.flush()

    start = perf_counter()
    return {**measured(run), "clock": perf_counter() - start}


def both(whole: KnowledgeGraph) -> Iterator[Quad]:
    for quad in rdf.quads(whole):
        yield quad
        if not isinstance(quad.graph_name, pyoxigraph.DefaultGraph):
            yield Quad(quad.subject, quad.predicate, quad.object)


# --- asking -----------------------------------------------------------------------------------------------------------


def asking(whole: KnowledgeGraph, folder: Path, limit: int, with_rdflib: bool) -> None:
    print(f"\n{'asking, milliseconds':<24}", *(f"{q:>17}" for q in QUERIES))
    place = str(folder / "lines")
    engines: dict[str, Callable[[], Callable[[str], int]]] = {
        "pyoxigraph": lambda: by_pyoxigraph(place),
        "oxrdflib": lambda: by_oxrdflib(place),
    }
    for name, opened in engines.items():
        show(name, [alone(lambda o=opened, q=query: asked(o(), q), TIMES * limit) for query in QUERIES], limit)
    if with_rdflib:
        show("rdflib", alone(lambda: in_rdflib(whole, limit)), limit)


def show(engine: str, times: list[float | None], limit: int) -> None:
    over = f"> {limit} s"
    cells = (f"{t:>17.0f}" if t is not None and t < limit * 1000 else f"{over:>17}" for t in times)
    print(f"{engine:<24}", *cells, flush=True)


def asked(ask: Callable[[str], int], query: str) -> float:
    times: list[float] = []
    for _ in range(TIMES):
        start = perf_counter()
        ask(library()[query].text)
        times.append((perf_counter() - start) * 1000)
    return median(times)


def by_pyoxigraph(place: str) -> Callable[[str], int]:
    store = pyoxigraph.Store.read_only(place)
    return lambda text: sum(1 for _ in store.query(text, prefixes=PREFIXES))


def by_oxrdflib(place: str) -> Callable[[str], int]:
    dataset = rdflib.Dataset(oxrdflib.OxigraphStore(store=pyoxigraph.Store.read_only(place)))
    return lambda text: sum(1 for _ in dataset.query(text, initNs=PREFIXES))


def in_rdflib(whole: KnowledgeGraph, limit: int) -> list[float | None]:
    """All queries on one graph in memory, each in a process forked from the one that holds it."""
    target = rdflib.Graph()
    target.addN((rdf.term(q.subject), rdf.term(q.predicate), rdf.term(q.object), target) for q in rdf.quads(whole))
    gc.collect()
    gc.freeze()

    def ask(text: str) -> int:
        return sum(1 for _ in target.query(text, initNs=PREFIXES))

    return [alone(lambda query=query: asked(ask, query), TIMES * limit) for query in QUERIES]


if __name__ == "__main__":
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, line_buffering=True)
    main()
