"""What a person looks for, as a query of FTS5.

Words next to each other must all stand in a sentence, in any order; "words in quotation marks" next to each other. AND,
OR, NOT (in capitals) and brackets join them, NOT standing between two: what is wanted and what is not. A * at the end
of a word or a phrase stands for any ending. Marks inside a word part it: "l'Élysée" is the phrase "l Élysée".
"""

import re
from collections.abc import Iterator

from ..errors import UserError
from .folding import fold

_TOKEN = re.compile(r"""\s*(?:([()])|["“”«»]([^"“”«»]*)["“”«»](\*?)|(["“”«»])|([^\s()"“”«»]+))""")
_OPERATORS = ("AND", "OR", "NOT")
_BETWEEN = "AND, OR and NOT stand between two words or brackets with words: rachat NOT Apple"


def to_fts(words: str) -> str:
    """The FTS5 query for what a person typed; `UserError` where it makes no sense.

    >>> to_fts("rachat l’Élysée")
    '("rachat" AND "l’Élysée")'
    >>> to_fts('("mise en cause" OR accus*) NOT Apple')
    '(("mise en cause" OR "accus" *) NOT "Apple")'
    """
    parser = _Parser(list(_tokens(words)))
    query = parser.any() if parser.rest else None
    if parser.rest:
        raise UserError(f"a ) without its ( in {words!r}")
    if query is None:
        raise UserError(f"nothing to look for in {words!r}: give a word")
    return query


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    """(kind, text): a bracket or an operator as its own kind, or "term" with its FTS5 string."""
    for bracket, phrase, star, mark, word in _TOKEN.findall(words):
        if mark:
            raise UserError(f"a quotation mark without its other one in {words!r}")
        if bracket or word in _OPERATORS:
            yield bracket or word, ""
        else:
            yield "term", _term(phrase or word.removesuffix("*"), bool(star) or word.endswith("*"))


def _term(text: str, prefix: bool) -> str:
    """The FTS5 string for a word or phrase; "" for what is never found: it has no letter and no digit."""
    if "*" in text or (prefix and not any(c.isalnum() for c in text)):
        raise UserError("a * stands only at the end of a word, for any ending: rachet*")
    if not any(c.isalnum() for c in text):
        return ""
    quoted = fold(text).replace("\0", " ")
    return f'"{quoted}"' + (" *" if prefix else "")


class _Parser:
    """Recursive descent; a term that is never found is None and drops out."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.rest = tokens

    def _next(self) -> str:
        return self.rest[0][0] if self.rest else ""

    def any(self) -> str | None:
        """Terms joined by OR, which binds least."""
        found = self._all()
        while self._next() == "OR":
            self.rest.pop(0)
            found = _joined(found, "OR", self._all())
        return found

    def _all(self) -> str | None:
        """Terms side by side, or joined by AND or NOT, from left to right."""
        found = self._one()
        while self._next() not in {"", ")", "OR"}:
            operator = "AND"
            while self._next() in {"AND", "NOT"} and operator == "AND":
                operator = self.rest.pop(0)[0]
                if operator == "AND" and self._next() != "NOT":
                    break
            other = self._one()
            if operator == "NOT" and found is None:
                raise UserError(_BETWEEN)
            found = _joined(found, operator, other)
        return found

    def _one(self) -> str | None:
        kind, text = self.rest.pop(0) if self.rest else ("", "")
        if kind == "term":
            return text or None
        if kind != "(":
            raise UserError(_BETWEEN)
        found = self.any()
        if self._next() != ")":
            raise UserError("a ( without its ) in what is looked for")
        self.rest.pop(0)
        return found


def _joined(left: str | None, operator: str, right: str | None) -> str | None:
    return f"({left} {operator} {right})" if left and right else left or right
