"""What a person has settled about a graph: decisions, replayed on every build."""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a decision does."""

    SAME = "same"
    DIFFERENT = "different"
    RENAME = "rename"
    RETYPE = "retype"
    REJECT = "reject"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One decision of a person.

    `entities` are those that it is about: two for same and different, one for rename and retype. Each is the id that
    the entity has where nothing is decided ("human/jean-dupont"), or that id in one article alone
    ("human/jean-dupont@echo-1"). `value` is the new name or type. `statement` is the (subject, relation, object,
    status) that reject and confirm are about. `note` is the person's reason; it changes nothing.
    """

    action: Action
    entities: tuple[str, ...] = ()
    value: str = ""
    statement: tuple[str, str, str, str] | None = None
    note: str = ""
