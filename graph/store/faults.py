"""Why a store cannot be read, in one sentence that says what to do."""

import os
import sqlite3
from pathlib import Path

from ..errors import UserError

_AGAIN = "build it again"
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})


class BusyError(UserError):
    """Another program holds the store; its content is as good as before."""


def is_there(path: Path) -> bool:
    """Whether there is such a file; `UserError` where its folder does not let one look."""
    try:
        return path.is_file()
    except PermissionError as error:
        raise UserError(f"{path}: not allowed to look into its folder; change the permissions") from error


def unreadable(path: Path, error: sqlite3.Error | ValueError) -> UserError:
    """What to tell a user whom reading the store at `path` gave `error`."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without its extension
    if code in _BUSY:
        return BusyError(
            f"{path}: another program holds this store, such as a database browser with a change that is not saved, a "
            "backup or a copy under way; end it there and try again"
        )
    if not is_there(path):
        return UserError(f"{path}: it was taken away or replaced while it was read; try again")
    if not os.access(path, os.R_OK):
        return UserError(f"{path}: not allowed to read it; change its permissions")
    if code == sqlite3.SQLITE_NOTADB:
        return UserError(f"{path}: not a store but another kind of file ({error}); {_AGAIN}")
    if code == sqlite3.SQLITE_CANTOPEN:
        return UserError(f"{path}: cannot be opened ({error}); its folder may not be readable")
    return UserError(f"{path}: not a readable store ({error}); {_AGAIN}")
