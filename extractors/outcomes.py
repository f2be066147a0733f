"""What becomes of a row of the lexicon in a frame: a statement, or the reason why not."""

from enum import StrEnum
from typing import NamedTuple

from .annotations import Cluster


class Verdict(StrEnum):
    """How a frame, or a row that was tried on it, ended."""

    STATED = "stated"
    NO_ROW = "no row"
    """No row is about this predicate."""
    SPOKEN = "spoken"
    """A nationality that a post has used: "le président français" leads France, and is not said to be French."""
    WORDS = "words"
    """The row asks for words that do not stand there: modifiers, an idiom's noun, the reflexive pronoun or none."""
    OUTDONE = "outdone"
    """The row fits, but one that asks for more speaks instead."""
    MISSING = "missing"
    """Nothing stands in a role that the row needs."""
    UNRESOLVED = "unresolved"
    """What stands in the role is no mention of anything."""
    TYPES = "types"
    """What stands in the role has a type that the relation or the row does not admit there."""
    SAME = "same"
    """Both ends are one thing."""


class Refusal(NamedTuple):
    """What stands in a role of the end "subject" or "object" and cannot be it: the token, and what it stands for."""

    end: str
    role: str
    token: int
    verdict: Verdict
    cluster: Cluster | None = None


def verdict(end: str, refused: list[Refusal]) -> Verdict:
    """Why an end stayed empty: the reason that came closest to filling it."""
    reasons = {r.verdict for r in refused if r.end == end}
    closest = (Verdict.TYPES, Verdict.SAME, Verdict.UNRESOLVED)
    return next((v for v in closest if v in reasons), Verdict.MISSING)
