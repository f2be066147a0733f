"""Bringing a triple store up to date with a graph: only what changed is sent, and what is not whole is noticed.

The default graph becomes a named graph, because that of a store may hold what others put there, and Virtuoso has none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from pyoxigraph import NamedNode, Quad, Triple

from ..graph.errors import UserError
from .endpoints import Via
from .iris import BASE, is_iri
from .manifest import Entry, Manifest, counts
from .remote import Remote

BATCH = 20_000
"""Triples that are sent in one request."""
_GRAPHS = 200  # that are sent together


class Change(StrEnum):
    """What a push does with a named graph."""

    NEW = "new"
    CHANGED = "changed"
    BROKEN = "not whole"  # the store has other triples than its manifest says
    UNCHANGED = "unchanged"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Step:
    """A named graph and what was done with it, or in a dry run would be."""

    change: Change
    entry: Entry


@dataclass(frozen=True, slots=True)
class Plan:
    """How graphs are sent.

    `main` is the named graph for what is said of the dataset, its entities and articles, "" for `dataset` under the
    base. `batch` is how many triples go into a request. `keep` leaves graphs in the store that the graph no longer has.
    """

    base: str = BASE
    main: str = ""
    via: Via = Via.UPDATE
    batch: int = BATCH
    keep: bool = False
    dry_run: bool = False

    def __post_init__(self) -> None:
        if not is_iri(self.main_graph) or self.main_graph == self.manifest.iri:
            raise UserError(f"--graph takes an absolute IRI, and not that of the manifest: {self.main_graph!r}")

    @property
    def manifest(self) -> Manifest:
        return Manifest(f"{self.base}manifest")

    @property
    def main_graph(self) -> str:
        return self.main or f"{self.base}dataset"


@dataclass(slots=True)
class _Load:
    """Graphs that are on their way, with their lines of N-Triples."""

    graphs: list[tuple[Step, Sequence[str]]] = field(default_factory=list)

    @property
    def triples(self) -> int:
        return sum(step.entry.triples for step, _ in self.graphs)

    @property
    def entries(self) -> list[Entry]:
        return [step.entry for step, _ in self.graphs]


def push(quads: Iterable[Quad], remote: Remote, plan: Plan) -> Iterator[Step]:
    """Bring the store up to date, and yield each named graph when it is complete there.

    `quads` come graph by graph, as `rdf.quads` gives them; one graph at a time is held. A graph that is cut off has no
    entry in the manifest, so that the next push sends it again. Each graph is counted before and after: `UserError`
    where the store has other numbers in the end than were sent, and for all that goes wrong on the way.
    """
    manifest = plan.manifest
    held = manifest.read(remote)
    there = counts(remote, held)
    seen: set[str] = set()
    sent: list[Entry] = []
    load = _Load()
    for name, lines in _graphs(quads, plan.main_graph):
        entry = Entry.of(name, lines)
        seen.add(name)
        step = Step(_change(entry, held.get(name), there.get(name, 0)), entry)
        if step.change is Change.UNCHANGED or plan.dry_run:
            yield step
            continue
        if load.graphs and (load.triples + entry.triples > plan.batch or len(load.graphs) == _GRAPHS):
            yield from _sent(load, remote, plan)
            load = _Load()
        load.graphs.append((step, lines))
        sent.append(entry)
    yield from _sent(load, remote, plan)
    if not plan.keep:
        yield from _removed([entry for name, entry in sorted(held.items()) if name not in seen], remote, plan)
    _verify(sent, remote)


def _graphs(quads: Iterable[Quad], main: str) -> Iterator[tuple[str, list[str]]]:
    """The named graphs and their triples, as sorted lines of N-Triples."""
    for graph, block in groupby(quads, lambda quad: quad.graph_name):
        lines = sorted({f"{Triple(q.subject, q.predicate, q.object)} ." for q in block})
        yield graph.value if isinstance(graph, NamedNode) else main, lines


def _change(entry: Entry, held: Entry | None, there: int) -> Change:
    if held is None:
        return Change.NEW
    if held != entry:
        return Change.CHANGED
    return Change.UNCHANGED if there == entry.triples else Change.BROKEN


def _sent(load: _Load, remote: Remote, plan: Plan) -> Iterator[Step]:
    if not load.graphs:
        return
    before, after = plan.manifest.without(e.graph for e in load.entries), plan.manifest.with_(load.entries)
    if plan.via is Via.UPDATE:
        for request in _requests(load, before, after, plan.batch):
            remote.update(request)
    else:
        remote.update(before)
        for step, lines in load.graphs:
            for start in range(0, len(lines), plan.batch):
                body = "\n".join(lines[start : start + plan.batch]) + "\n"
                remote.put(step.entry.graph, body.encode(), more=start > 0)
        remote.update(after)
    yield from (step for step, _ in load.graphs)


def _requests(load: _Load, before: str, after: str, batch: int) -> Iterator[str]:
    """Updates that replace the graphs: one, which stores carry out whole or not at all, if the batch allows it."""
    request = [before, *(f"DROP SILENT GRAPH {NamedNode(entry.graph)}" for entry in load.entries)]
    room = batch
    for step, lines in load.graphs:
        rest = list(lines)
        while rest:
            if not room:
                yield " ;\n".join(request)
                request, room = [], batch
            part, rest = rest[:room], rest[room:]
            room -= len(part)
            request.append(f"INSERT DATA {{ GRAPH {NamedNode(step.entry.graph)} {{\n" + "\n".join(part) + "\n} }")
    yield " ;\n".join([*request, after])


def _removed(gone: Sequence[Entry], remote: Remote, plan: Plan) -> Iterator[Step]:
    for start in range(0, len(gone), _GRAPHS):
        chunk = gone[start : start + _GRAPHS]
        if not plan.dry_run:
            drops = []
            if plan.via is Via.UPDATE:
                drops = [f"DROP SILENT GRAPH {NamedNode(entry.graph)}" for entry in chunk]
            else:
                for entry in chunk:
                    remote.delete(entry.graph)
            remote.update(" ;\n".join([*drops, plan.manifest.without(entry.graph for entry in chunk)]))
        yield from (Step(Change.REMOVED, entry) for entry in chunk)


def _verify(sent: Sequence[Entry], remote: Remote) -> None:
    found = counts(remote, (entry.graph for entry in sent))
    wrong = [entry for entry in sent if found.get(entry.graph, 0) != entry.triples]
    if wrong:
        first = wrong[0]
        raise UserError(
            f"{len(wrong)} of {len(sent)} graphs are not whole in the store: {first.graph} has "
            f"{found.get(first.graph, 0)} of {first.triples} triples; push again"
        )
