"""Which statements a person has rejected or confirmed."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from itertools import product

from .decisions import Action, Decision
from .model import Reason, Statement
from .ontology import ontology

Key = tuple[str, str, str, str]
"""Subject, relation, object and status, as in `Statement.key`."""

CONFIRMED = Reason("confirmed by a person", 1.0)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The keys of the statements that are rejected and confirmed, and sentences on decisions that do nothing."""

    rejected: frozenset[Key] = frozenset()
    confirmed: frozenset[Key] = frozenset()
    reports: tuple[str, ...] = ()

    def apply(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements without those rejected; those confirmed are certain."""
        if not self.rejected and not self.confirmed:
            return list(statements)
        return [sure(s) if s.key in self.confirmed else s for s in statements if s.key not in self.rejected]


def sure(statement: Statement) -> Statement:
    """The statement with all of its evidence at confidence 1, for the reason that a person has confirmed it."""
    return replace(
        statement, evidence=tuple(replace(e, confidence=1.0, reasons=(CONFIRMED,)) for e in statement.evidence)
    )


def verdicts(
    decisions: Iterable[Decision], now: Callable[[str], Iterable[str]], stated: Callable[[], Collection[Key]]
) -> Verdicts:
    """What becomes of statements by these decisions.

    `now` gives the ids of what a decision names, `stated` the keys of the graph's statements where nothing is decided
    on them. A statement both rejected and confirmed is left as it is, and reported, as is a decision about a statement
    that is not there.
    """
    judged = [d for d in decisions if d.statement and d.action in (Action.REJECT, Action.CONFIRM)]
    if not judged:
        return Verdicts()
    there = frozenset(stated())
    found: dict[Action, set[Key]] = {Action.REJECT: set(), Action.CONFIRM: set()}
    reports = []
    for decision in judged:
        subject, relation, object_, status = decision.statement or ("", "", "", "")
        ends = product(now(subject), now(object_))
        keys = {_key(s, relation, o, status) for s, o in ends} & there
        found[decision.action] |= keys
        if not keys:
            reports.append(f"{decision}: no longer applies, nothing in the graph states this")
    torn = found[Action.REJECT] & found[Action.CONFIRM]
    reports += [f"{' '.join(key)}: both rejected and confirmed; neither was done" for key in torn]
    return Verdicts(
        frozenset(found[Action.REJECT] - torn), frozenset(found[Action.CONFIRM] - torn), tuple(sorted(set(reports)))
    )


def _key(subject: str, relation: str, object_: str, status: str) -> Key:
    if ontology().relations[relation].symmetric and subject > object_:
        subject, object_ = object_, subject
    return (subject, relation, object_, status)
