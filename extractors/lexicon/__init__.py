"""All that depends on a language: a folder a language, a TOML file a subject.

Cue words and patterns are rows of these files, so that code names no French or English word, and a new language is
a new folder. Files beside the folders hold what is the same in all languages: proper names.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder here, as ISO 639-1 codes, sorted."""
    return tuple(sorted(f.name for f in files(__package__).iterdir() if f.is_dir() and _plain(f.name)))


@cache
def load(lang: str, name: str) -> Mapping[str, Any]:
    """The lexicon `name` of `lang`, read once: `load("fr", "boilerplate")` is `fr/boilerplate.toml`.

    `ValueError` for a language without a folder, a folder without that file, and a file that is not TOML; the message
    names the file.
    """
    where = f"{lang}/{name}.toml"
    if lang not in languages():
        raise ValueError(f"no lexicon {where}: the languages are {', '.join(languages())}")
    file = files(__package__) / lang / f"{name}.toml"
    if not _plain(name) or not file.is_file():
        known = ", ".join(names(lang)) or "none"
        raise ValueError(f"no lexicon {where}: the lexicons of {lang!r} are {known}")
    return _read(file, where)


@cache
def shared(name: str) -> Mapping[str, Any]:
    """The lexicon `name` of all languages, read once: `shared("trades")` is `trades.toml`."""
    return _read(files(__package__) / f"{name}.toml", f"{name}.toml")


def names(lang: str) -> tuple[str, ...]:
    """The lexicons that the folder of `lang` holds, sorted."""
    folder = files(__package__) / lang
    return tuple(sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")))


def alternation(rows: str, macros: Mapping[str, str]) -> str:
    r"""One regular expression for `rows`, one expression a line: any of them, tried in this order.

    `{word}` stands for the macro of that name, which may use macros of its own; a space matches any white space and
    " ?" any or none, outside of [character classes]. `ValueError` for an unknown macro.

    >>> alternation("by {name}\nstaff", {"name": "[A-Z][a-z]+"})
    '(?:by\\s+[A-Z][a-z]+|staff)'
    """
    lines = [line.lstrip() for line in rows.splitlines() if line.strip()]
    expanded = _expand("|".join(lines), macros)
    return "(?:" + re.sub(r"\[(?:\\.|[^\]\\])*\]| \?| |\\.", _white_space, expanded) + ")"


def _expand(pattern: str, macros: Mapping[str, str], depth: int = 0) -> str:
    def value(found: re.Match[str]) -> str:
        if found[1] not in macros or depth > 9:
            raise ValueError(f"no macro {found[1]!r} for a pattern: there are {', '.join(sorted(macros))}")
        return _expand(macros[found[1]], macros, depth + 1)

    return re.sub(r"\{([a-z_]+)\}", value, pattern)


def _white_space(found: re.Match[str]) -> str:
    return {" ": r"\s+", " ?": r"\s*"}.get(found[0], found[0])


def _read(file: Traversable, where: str) -> Mapping[str, Any]:
    try:
        return MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"lexicon {where} is not TOML: {error}") from error


def _plain(name: str) -> bool:
    """Whether `name` is a bare word, not a path or a cache folder."""
    return name.isidentifier() and not name.startswith("_")
