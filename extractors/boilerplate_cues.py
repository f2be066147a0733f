"""The rows of `lexicon/*/boilerplate.toml` as compiled expressions."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from .lexicon import alternation, languages, load


class Kind(StrEnum):
    """What noise is."""

    BYLINE = "byline"
    DATE = "date"
    UPDATE = "update"
    READING = "reading"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    COOKIE = "cookie"
    CREDIT = "credit"
    RELATED = "related"
    COMMENTS = "comments"
    AUTHOR = "author"
    NAVIGATION = "navigation"
    PAYWALL = "paywall"
    TAGS = "tags"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a row says of the text that it matches; the fields are explained at the head of the lexicon."""

    kind: Kind
    weak: bool = False
    bare: bool = False
    opens: bool = False
    unended: bool = False
    whole: bool = False
    zone: str = "any"
    limit: int = 300


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one table as one expression, in which each row is a group: the group that matches names the row."""

    expression: re.Pattern[str]
    cues: tuple[Cue, ...]

    @classmethod
    def of(cls, rows: list[tuple[dict[str, Any], dict[str, str]]], after: str = "") -> "Rows":
        """Rows with the macros that they use; `after` is what follows every row. `ValueError` for a bad row."""
        cues = [_cue(row) for row, _ in rows]
        groups = [f"({alternation(row['patterns'], macros)}{after})" for row, macros in rows]
        expression = re.compile("|".join(groups), re.IGNORECASE)
        if expression.groups != len(cues):
            raise ValueError("the patterns of boilerplate.toml must not capture: write (?:…), not (…)")
        return cls(expression, tuple(cues))

    def match(self, text: str, start: int = 0) -> tuple[Cue, int] | None:
        """The row that matches at `start`, and where the match ends."""
        found = self.expression.match(text, start)
        return (self.cues[(found.lastindex or 1) - 1], found.end()) if found else None

    def search(self, text: str, start: int = 0) -> tuple[Cue, int] | None:
        """The row that matches first after `start`, and where the match begins."""
        found = self.expression.search(text, start)
        return (self.cues[(found.lastindex or 1) - 1], found.start()) if found else None


@dataclass(frozen=True, slots=True)
class Cues:
    """All that a lexicon says of noise. `name` matches before a separator, `full_name` up to the end of a block."""

    atoms: Rows
    openings: Rows
    heads: Rows
    tails: Rows
    name: re.Pattern[str]
    full_name: re.Pattern[str]
    reader: re.Pattern[str]
    biography: re.Pattern[str]


@cache
def cues(lang: str) -> Cues:
    """The cues of a language, or of all languages for "". `ValueError` for a language without a lexicon."""
    codes = [lang] if lang else languages()
    lexicons = [(load(code, "boilerplate"), load(code, "metadata")["macros"]) for code in codes]

    def table(name: str, after: str = "") -> Rows:
        return Rows.of([(row, macros) for lexicon, macros in lexicons for row in lexicon[name]], after)

    def sign(name: str) -> re.Pattern[str]:
        words = "|".join(alternation(lexicon["signs"][name], macros) for lexicon, macros in lexicons)
        return re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)

    def macro(name: str, after: str) -> re.Pattern[str]:
        forms = "|".join(alternation(f"{{{name}}}", macros) for _, macros in lexicons)
        return re.compile(f"(?:{forms}){after}", re.IGNORECASE)

    return Cues(
        atoms=table("atoms", r"(?!\w)"),
        openings=table("openings"),
        heads=table("heads"),
        tails=table("tails", r"\s*$"),
        name=macro("name", r"(?=\s*(?:[|·•–—/,-]|\d|$))"),
        full_name=macro("full_name", r"\s*$"),
        reader=sign("reader"),
        biography=sign("biography"),
    )


def _cue(row: dict[str, Any]) -> Cue:
    fields = {name: value for name, value in row.items() if name != "patterns"}
    try:
        cue = Cue(**{**fields, "kind": Kind(fields["kind"])})
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"boilerplate.toml: {fields}: {error}") from error
    if cue.zone not in ("any", "head", "tail"):
        raise ValueError(f"boilerplate.toml: {fields}: no zone {cue.zone!r}")
    return cue
