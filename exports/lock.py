"""One at a time: a lock on a file, which the system lets go of when its process ends, and a word on who holds it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from typing import IO

import portalocker

from ..graph.errors import UserError

_NOW = portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING


@contextmanager
def pushing(folder: Path, target: str, who: str, waiting: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the pushing of this folder into the store at the address `target`, as `who`.

    Where somebody else holds it, wait, once `waiting` is told who that is; without `waiting` that is a `UserError`.
    """
    with _opened(folder, target) as file:
        try:
            portalocker.lock(file, _NOW)
        except portalocker.LockException as error:
            holder = _holder(file)
            if waiting is None:
                raise UserError(
                    f"{folder} is being pushed to {target} by {holder}; push again when it has ended, or with --wait"
                ) from error
            waiting(holder)
            portalocker.lock(file, portalocker.LockFlags.EXCLUSIVE)
        file.seek(0)
        file.truncate()
        file.write(who.encode())
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _opened(folder: Path, target: str) -> IO[bytes]:
    """The file of the lock, in the folder, or for one that is only for reading, where temporary files are."""
    name = sha256(target.rstrip("/").encode()).hexdigest()[:12]
    try:
        return (folder / f".push-{name}.lock").open("a+b")
    except OSError:
        here = sha256(os.fsencode(folder.resolve())).hexdigest()[:12]
        return (Path(gettempdir()) / f"liaisons-push-{here}-{name}.lock").open("a+b")


def _holder(file: IO[bytes]) -> str:
    try:
        file.seek(0)
        return file.read().decode(errors="replace") or "another process"
    except OSError:  # Windows lets nobody read what is locked
        return "another process"
