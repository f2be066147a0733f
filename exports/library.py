"""Named queries: SPARQL that researchers need often, in files that say what they ask and what they may be given.

A query is `queries/NAME.rq`. Its comments begin with its title in English and in French, what it gives, and a line for
each parameter: `# parameter VARIABLE KIND: meaning`, or `# required VARIABLE KIND: meaning`. In the query a parameter
is `VALUES ?VARIABLE { UNDEF }`, which leaves it open; each group that looks at it has one. The same files run in any
other triple store.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from ..graph import store
from ..graph.errors import UserError
from ..graph.knowledge import KnowledgeGraph
from ..graph.names import slug
from ..graph.nearness import entity
from ..graph.ontology import ONTOLOGY, ontology
from .iris import BASE, Iris

Term = NamedNode | Literal

_OPEN = re.compile(r"\bVALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")
_TITLE = re.compile(r"title@(\w+): (.+)")
_PARAMETER = re.compile(r"(parameter|required) (\w+) (\w+): (.+)")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query may be given: the name of its variable, its kind (a key of `KINDS`), what it means."""

    name: str
    kind: str
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library. `titles` are by language ("en", "fr"); `text` is the whole file."""

    name: str
    titles: Mapping[str, str]
    about: str
    parameters: tuple[Parameter, ...]
    text: str

    @classmethod
    def read(cls, name: str, text: str) -> "NamedQuery":
        """`ValueError` for a parameter of a kind that there is not, or that the query does not look at."""
        titles, about, parameters = {}, [], []
        for line in text.splitlines():
            if not line.startswith("#"):
                break
            line = line.removeprefix("#").strip()
            if found := _TITLE.fullmatch(line):
                titles[found[1]] = found[2]
            elif found := _PARAMETER.fullmatch(line):
                parameters.append(Parameter(found[2], found[3], found[4], found[1] == "required"))
            else:
                about.append(line)
        for parameter in parameters:
            if parameter.kind not in KINDS:
                raise ValueError(f"{name}: no kind of parameter {parameter.kind!r}")
        if (declared := {p.name for p in parameters}) != (open_ := set(_OPEN.findall(text))):
            raise ValueError(f"{name}: parameters {sorted(declared)}, but open in the query {sorted(open_)}")
        return cls(name, titles, " ".join(filter(None, about)), tuple(parameters), text)

    def bound(self, values: Mapping[str, Term]) -> str:
        """The query with these values for its parameters: `bind`, with `UserError` for missing and unknown ones."""
        known = {p.name for p in self.parameters}
        if unknown := sorted(values.keys() - known):
            takes = f"it takes {', '.join(f'--{p.name}' for p in self.parameters)}" if known else "it takes none"
            raise UserError(f"the query {self.name} has no parameter --{unknown[0]}; {takes}")
        for parameter in self.parameters:
            if parameter.required and parameter.name not in values:
                raise UserError(f"the query {self.name} needs --{parameter.name}: {parameter.about}")
        return bind(self.text, values)


def bind(text: str, values: Mapping[str, Term]) -> str:
    """The query with a term in the place of each open `VALUES ?NAME { UNDEF }`.

    A value is never text of the query: it is a whole RDF term, which Oxigraph writes and escapes, where only a term may
    stand.

    >>> bind("ASK { VALUES ?name { UNDEF } ?x rdfs:label ?name }", {"name": Literal('"} DROP ALL #')})
    'ASK { VALUES ?name { "\\\\"} DROP ALL #" } ?x rdfs:label ?name }'
    """

    def value(found: re.Match[str]) -> str:
        return f"VALUES ?{found[1]} {{ {values[found[1]]} }}" if found[1] in values else found[0]

    return _OPEN.sub(value, text)


@cache
def library() -> Mapping[str, NamedQuery]:
    """The queries that come with the package, by name, in alphabetical order."""
    found = sorted(f.name.removesuffix(".rq") for f in files(__package__).joinpath("queries").iterdir())
    return {name: _read(name) for name in found}


def named(name: str) -> NamedQuery:
    """The query of this name; `UserError` where there is none, with those that sound like it."""
    if found := library().get(name):
        return found
    from difflib import get_close_matches

    near = get_close_matches(name, library(), n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; `liaisons query --list` names them"
    raise UserError(f"no query called {name!r}{hint}")


def _read(name: str) -> NamedQuery:
    return NamedQuery.read(name, files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8"))


def terms(query: NamedQuery, given: Mapping[str, str], where: Path) -> dict[str, Term]:
    """What a person gave as the terms of this query's parameters, by the graph in `where` (a folder or a store).

    `UserError` for a value that is none of its kind, such as a name that no entity has or several have.
    """
    file = where if where.is_file() or where.suffix == ".sqlite" else where / store.FILE
    kinds = {p.name: p.kind for p in query.parameters}
    return {n: KINDS[kinds[n]](value, file) if n in kinds else Literal(value) for n, value in given.items()}


def _entity(value: str, file: Path) -> Term:
    return Iris(store.parameters(file).get("base", BASE)).entity(entity_id(value, file))


def entity_id(name: str, file: Path) -> str:
    """The id of the one entity of this id or name, as `KnowledgeGraph.entity` finds it, without reading the graph.

    The graph is read only where no entity has exactly this name, or several have it.
    """
    store.parameters(file)  # says what is wrong with it
    try:
        with sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True) as db:
            if db.execute("SELECT 1 FROM nodes WHERE id = ?", (name,)).fetchone():
                return name
            wanted = slug(name)
            found = [ident for ident, called in db.execute("SELECT id, name FROM nodes") if slug(called) == wanted]
    except sqlite3.Error:  # a store of an older version has no nodes
        found = []
    return found[0] if len(found) == 1 else entity(KnowledgeGraph.open(file), name).id


def _one_of(what: str, known: Callable[[], Iterator[str]]) -> Callable[[str, Path], Term]:
    def kind(value: str, _: Path) -> Term:
        names = list(known())
        folded = {n.casefold(): n for n in names}
        if value.casefold() not in folded:
            raise UserError(f"no {what} {value!r}; there are {', '.join(names)}")
        return NamedNode(ONTOLOGY + folded[value.casefold()])

    return kind


def _date(value: str, _: Path) -> Term:
    if not _DATE.fullmatch(value):
        raise UserError(f"not a date such as 2024, 2024-03 or 2024-03-15: {value!r}")
    return Literal(value)


def _text(value: str, _: Path) -> Term:
    try:
        return Literal(value)
    except ValueError as error:  # a lone surrogate: `UnicodeEncodeError`
        raise UserError(f"not a text: {value!r}") from error


KINDS: Mapping[str, Callable[[str, Path], Term]] = {
    "entity": _entity,
    "relation": _one_of("relation", lambda: iter(ontology().relations)),
    "type": _one_of("type of entity", lambda: iter(ontology().types)),
    "status": _one_of("status", lambda: iter(ontology().statuses)),
    "event": _one_of("kind of event", lambda: iter(ontology().event_kinds)),
    "date": _date,
    "text": _text,
}
"""What a parameter may be, and how what a person gives becomes a term."""
