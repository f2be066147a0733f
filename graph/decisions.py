"""What a person has settled about a graph: decisions, replayed on every build.

They stand in a text file (TOML), made to be read, written by hand and kept under version control. `parse` and `toml`
are pure; `read` and `save` are the file.
"""

import json
import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from .errors import UserError
from .model import Status
from .ontology import ontology

FILE = "decisions.toml"
"""The name of the file of decisions in the folder of a build, unless the user names another."""

HEAD = """\
# Decisions about the graph, replayed by every `liaisons build` and `liaisons add`. Keep this file under version
# control; comments and order are yours. `liaisons review` adds to its end.
"""

_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\]", re.MULTILINE)


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

    def __str__(self) -> str:
        """As messages name it.

        >>> print(Decision(Action.SAME, ("human/musk", "human/elon-musk")))
        same: human/musk, human/elon-musk
        """
        about = " ".join(self.statement) if self.statement else ", ".join(self.entities)
        return f"{self.action}: {about}" + (f" → {self.value}" if self.value else "")


_FIELDS: Mapping[Action, frozenset[str]] = {
    Action.SAME: frozenset({"entities"}),
    Action.DIFFERENT: frozenset({"entities"}),
    Action.RENAME: frozenset({"entity", "name"}),
    Action.RETYPE: frozenset({"entity", "type"}),
    Action.REJECT: frozenset({"statement"}),
    Action.CONFIRM: frozenset({"statement"}),
}
"""What each action must have; it may have a note."""


def parse(text: str, file: str = FILE) -> tuple[Decision, ...]:
    """The decisions of a file's text, in its order. `UserError` names the file, the line and what is wrong there.

    >>> parse('[[same]]\\nentities = ["human/musk", "human/elon-musk"]\\nnote = "the one of X"')[0].note
    'the one of X'
    >>> parse('[[same]]\\nentities = ["human/musk"]')
    Traceback (most recent call last):
    liaisons.graph.errors.UserError: decisions.toml, line 1: `entities` of [[same]] must be two different ids
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{file}: not valid TOML: {error}") from error
    lines = _lines(text)
    found = []
    for name, rows in tables.items():
        if name not in set(Action):
            where = lines.get((name, 1))
            at = f"{file}, line {where}" if where else file
            raise UserError(f"{at}: no decision is called {name!r}; there are {', '.join(Action)}")
        if not isinstance(rows, list):
            raise UserError(f"{file}: write [[{name}]], with two brackets, before each decision")
        for number, row in enumerate(rows, 1):
            line = lines.get((name, number), 0)
            at = f"{file}, line {line}" if line else f"{file}, {name} {number}"
            found.append((line, _decision(Action(name), row, at)))
    return tuple(decision for _, decision in sorted(found, key=lambda item: item[0]))


def _lines(text: str) -> dict[tuple[str, int], int]:
    """The line of each table, by its name and number among those of the name."""
    found: dict[tuple[str, int], int] = {}
    counts: Counter[str] = Counter()
    for match in _TABLE.finditer(text):
        counts[match[1]] += 1
        found[match[1], counts[match[1]]] = text.count("\n", 0, match.start()) + 1
    return found


def _decision(action: Action, row: object, at: str) -> Decision:
    def must(right: object, what: str) -> None:
        if not right:
            raise UserError(f"{at}: {what}")

    if not isinstance(row, dict):
        raise UserError(f"{at}: a decision is a table, not {row!r}")
    wanted = _FIELDS[action]
    missing, unknown = sorted(wanted - set(row)), sorted(set(row) - wanted - {"note"})
    must(not missing, f"[[{action}]] needs `{'` and `'.join(missing)}`")
    must(not unknown, f"[[{action}]] has no `{'`, `'.join(unknown)}`; it has {', '.join(sorted(wanted))}, note")
    for field in ("entity", "name", "type", "note"):
        value = row.get(field, "-")
        must(isinstance(value, str) and (value.strip() or field == "note"), f"`{field}` must be text")
    note = str(row.get("note", ""))
    if action in (Action.RENAME, Action.RETYPE):
        value = row["name"] if action is Action.RENAME else row["type"]
        if action is Action.RETYPE:
            must(value in ontology().types, f"no type {value!r}; there are {', '.join(ontology().types)}")
        return Decision(action, (row["entity"],), value, note=note)
    if action in (Action.SAME, Action.DIFFERENT):
        pair = row["entities"]
        two = isinstance(pair, list) and len(pair) == 2 and all(isinstance(i, str) and i for i in pair)
        must(two and pair[0] != pair[1], f"`entities` of [[{action}]] must be two different ids")
        return Decision(action, tuple(pair), note=note)
    said = row["statement"]
    four = isinstance(said, list) and len(said) == 4 and all(isinstance(i, str) and i for i in said)
    must(four, f"`statement` of [[{action}]] must be four texts: subject id, relation, object id, status")
    subject, relation, object_, status = said
    must(relation in ontology().relations, f"no relation {relation!r}")
    must(status in set(Status), f"no status {status!r}; there are {', '.join(Status)}")
    return Decision(action, statement=(subject, relation, object_, status), note=note)


def toml(decision: Decision, comment: str = "") -> str:
    """The decision as a table of the file, after a comment of one line.

    >>> print(toml(Decision(Action.RENAME, ("group/x",), "X Corp."), "formerly Twitter"), end="")
    # formerly Twitter
    [[rename]]
    entity = "group/x"
    name = "X Corp."
    """
    rows: list[tuple[str, str | tuple[str, ...]]]
    if decision.statement:
        rows = [("statement", decision.statement)]
    elif decision.action in (Action.SAME, Action.DIFFERENT):
        rows = [("entities", decision.entities)]
    else:
        rows = [
            ("entity", decision.entities[0]),
            ("name" if decision.action is Action.RENAME else "type", decision.value),
        ]
    if decision.note:
        rows.append(("note", decision.note))
    words = " ".join("".join(c if c.isprintable() else " " for c in comment).split())
    head = f"# {words}\n" if words else ""
    return head + f"[[{decision.action}]]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in rows)


def dump(decisions: Iterable[Decision]) -> str:
    """The text of a file of these decisions, in their order."""
    return "\n".join([HEAD, *map(toml, decisions)])


def _value(value: str | tuple[str, ...]) -> str:
    """JSON's strings and lists are TOML's, but for one control character that JSON lets stand."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def added(text: str, decision: Decision, comment: str = "") -> str:
    """The text of the file with one more decision at its end; all that stands there is kept."""
    before = text or HEAD
    gap = "" if before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    return before + gap + toml(decision, comment)


def text_of(path: Path, missing_ok: bool = False) -> str:
    """The text of a file of decisions; "" for one that may be missing and is."""
    if missing_ok and not path.exists():
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UserError(f"{path}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from error


def read(path: Path, missing_ok: bool = False) -> tuple[Decision, ...]:
    """The decisions of a file; none for one that may be missing and is."""
    return parse(text_of(path, missing_ok), str(path))


def save(path: Path, text: str) -> None:
    """Write the file whole or not at all, and onto the disk: no decision is lost when the machine stops."""
    partial = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        raise UserError(f"{path}: cannot be written ({error.strerror or error})") from error
