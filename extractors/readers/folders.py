"""The files behind the paths that a user gives."""

import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from ...graph import store
from .draft import ReadError, Skipped, clean

_PAGES = (".html", ".htm")
_BELONGING = ("_files", "_fichiers")  # what browsers name the folder of a saved page's pictures, styles and scripts


def files(paths: Collection[str | Path], endings: Collection[str]) -> Iterator[Path | Skipped]:
    """The files with one of `endings`, each once, also where links lead to it twice; sorted, whatever their order.

    Folders are read with their subfolders, without hidden files, without what browsers save beside a page
    (`page_files/` of `page.html`) and without folders that hold a store (they are output); one `Skipped` counts their
    files with other endings.
    """
    seen: set[str] = set()
    given = {Path(path) for path in paths}
    for path in sorted(
        path for path in given if not any(path.with_name(page) in given for page in _pages_of(path.name))
    ):
        try:
            folder = stat.S_ISDIR(path.stat().st_mode)
        except OSError as error:
            yield Skipped(clean(str(path)), "", refused(error))
            continue
        if folder:
            yield from _folder(path, endings, seen)
        elif path.suffix.lower() not in endings:
            kind = f"the ending {path.suffix!r}" if path.suffix else "a file without an ending"
            yield Skipped(clean(str(path)), "", f"{kind} is not read; the endings are {_listed(endings)}")
        elif _new(path, seen):
            yield path


def content(path: Path) -> bytes:
    """The bytes of a file; `ReadError` where there are none to get."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadError("not a regular file")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(refused(error)) from error


def refused(error: OSError) -> str:
    """What to tell a user of a file that the system does not give."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "not allowed to read it: change its permissions"
    return f"cannot be read: {error.strerror or error}"


def _folder(folder: Path, endings: Collection[str], seen: set[str]) -> Iterator[Path | Skipped]:
    if not _new(folder, seen):
        return
    others: Counter[str] = Counter()
    faults: list[OSError] = []
    count = 0
    for root, folders, names in os.walk(folder, followlinks=True, onerror=faults.append):
        if store.FILE in names or store.JOURNAL in names:  # what a build wrote; its page is no article
            folders.clear()
            continue
        beside = frozenset(names)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and beside.isdisjoint(_pages_of(name)) and _new(Path(root, name), seen)
        )
        for name in sorted(name for name in names if not name.startswith(".")):
            path, count = Path(root, name), count + 1
            if path.suffix.lower() not in endings:
                others[path.suffix.lower() or "no ending"] += 1
            elif _new(path, seen):
                yield path
    for fault in faults:
        yield Skipped(clean(str(fault.filename or folder)), "", refused(fault))
    if others:
        kinds = ", ".join(clean(kind) for kind in sorted(others))
        yield Skipped(clean(str(folder)), "", f"files with other endings left out: {sum(others.values())} ({kinds})")
    elif not count and not faults:
        yield Skipped(clean(str(folder)), "", f"no files in this folder; the endings are {_listed(endings)}")


def _pages_of(folder: str) -> frozenset[str]:
    """The names of the pages that a browser would have saved with a folder of this name.

    >>> sorted(_pages_of("Une du jour_files"))
    ['Une du jour.htm', 'Une du jour.html']
    """
    stems = [folder.removesuffix(end) for end in _BELONGING if folder.endswith(end) and folder != end]
    return frozenset(stem + page for stem in stems for page in _PAGES)


def _new(path: Path, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _listed(endings: Collection[str]) -> str:
    return ", ".join(sorted(endings))
