"""The embedded store: a graph in Oxigraph, on disk beside the store it is made from, and always in step with it.

`OUT/oxigraph/<digest>` holds the graph of an `OUT/graph.sqlite` with this digest and is never written again: where the
digest is another, another is made and takes its place. It is made under a name that nobody opens and renamed when it is
whole, by one process at a time; what a killed one leaves is thrown away by the next. Any number of processes read.
"""

import hashlib
import io
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import portalocker
import pyoxigraph

from .. import __version__
from ..graph import store as graph_store
from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from .dataset import RdfOptions
from .formats import Options
from .rdf import lines

FOLDER = "oxigraph"
"""The folder of embedded stores in the folder of a build."""

_LAYOUT = f"2 {__version__} {pyoxigraph.__version__}"  # what else decides what the quads are, and how they lie on disk
_PARTIAL = "partial-"
_TRIES = 5  # the graph may change while it is read


@dataclass(frozen=True, slots=True)
class Embedded:
    """An open store; `path` is its folder, None where it is in memory.

    As long as this object lives, no process removes the folder.
    """

    store: pyoxigraph.Store
    path: Path | None
    _held: IO[bytes] | None


def open_store(where: Path, spare: Path | None = None) -> Embedded:
    """The graph that `liaisons build` wrote, a folder or the store in it, in Oxigraph.

    It is made where there is none for this state of the graph: that takes as long as an export, once. Where nothing can
    be written there it is made in the folder `spare`, or else in memory. The default graph is the union of all graphs,
    each triple once. `UserError` where there is no graph.
    """
    file = where if where.is_file() or where.suffix == ".sqlite" else where / graph_store.FILE
    graph_store.parameters(file)  # says what is wrong with it
    for folder in filter(None, (file.parent / FOLDER, spare)):
        try:
            folder.mkdir(exist_ok=True)
            if found := _in_step(file, folder):
                return found
        except (OSError, portalocker.LockException):  # a folder that is only for reading, a full disk, no locks there
            continue
    memory = pyoxigraph.Store()
    _load(memory, file)
    return Embedded(memory, None, None)


def _in_step(file: Path, folder: Path) -> Embedded | None:
    for _ in range(_TRIES):
        name = digest(file)
        if found := _opened(folder, name):
            return found
        with _locked(folder / "lock"):
            if not (folder / name).exists():
                _make(file, folder, name)
    return None


def digest(file: Path) -> str:
    """What tells one state of a graph from another, with the versions that turn it into quads: 32 hex digits."""
    with file.open("rb") as stream:
        content = hashlib.file_digest(stream, "sha256").hexdigest()
    return hashlib.sha256(f"{_LAYOUT} {content}".encode()).hexdigest()[:32]


def in_memory(graph: KnowledgeGraph, base: str) -> pyoxigraph.Store:
    """The same for a graph that is not written."""
    store = pyoxigraph.Store()
    fill(store, lines(graph, RdfOptions(base), union=True))
    return store


def _opened(folder: Path, name: str) -> Embedded | None:
    """The store of this digest, held; None where there is none. One that does not open is thrown away."""
    held = (folder / "readers").open("ab")
    portalocker.lock(held, portalocker.LockFlags.SHARED)
    path = folder / name
    try:
        if path.exists():
            return Embedded(pyoxigraph.Store.read_only(str(path)), path, held)
    except (OSError, RuntimeError):  # Oxigraph's word for corruption
        with _locked(folder / "lock"):
            shutil.rmtree(path, ignore_errors=True)
    held.close()
    return None


def _make(file: Path, folder: Path, name: str) -> None:
    """Make the store of this digest, if the graph still has it, and remove what nobody reads."""
    _clear(folder)
    partial = folder / f"{_PARTIAL}{name}"
    partial.mkdir()
    try:
        store = pyoxigraph.Store(str(partial))
        _load(store, file)
        store.optimize()
        store.flush()
        del store  # closes it
        if digest(file) == name:
            partial.rename(folder / name)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Remove what killed processes left, and older stores unless somebody reads one. The folder must be locked."""
    for path in folder.glob(f"{_PARTIAL}*"):
        shutil.rmtree(path, ignore_errors=True)
    with (folder / "readers").open("ab") as held:
        try:
            portalocker.lock(held, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
        except portalocker.LockException:
            return
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("ab") as file:
        portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE)
        yield


def _load(store: pyoxigraph.Store, file: Path) -> None:
    """What `liaisons export` writes as N-Quads."""
    options = Options.stored(graph_store.parameters(file))
    try:
        least = float(options.parameters.get("min_confidence", 0))
    except ValueError as error:
        raise UserError(f"{file}: not a readable store ({error}); build it again") from error
    fill(store, lines(KnowledgeGraph.open(file, least), options.rdf, union=True))


def fill(store: pyoxigraph.Store, found: Iterable[bytes]) -> None:
    """The default graph is filled with the union too: Oxigraph's own gives a triple once for each graph that has it."""
    store.bulk_load(io.BufferedReader(_Bytes(found), 1 << 20), format=pyoxigraph.RdfFormat.N_QUADS)


class _Bytes(io.RawIOBase):
    """Some bytes after the other as a file, of which no more is held than one."""

    def __init__(self, some: Iterable[bytes]) -> None:
        self._rest, self._some = memoryview(b""), iter(some)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # collections.abc.Buffer, from Python 3.12 on
        while not self._rest and (found := next(self._some, None)) is not None:
            self._rest = memoryview(found)
        target = memoryview(buffer)
        size = min(len(target), len(self._rest))
        target[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
