"""The party and the state that American papers put behind a politician's name: "(R-Texas)", ", D-Calif.,", "(D)".

The parser makes nothing of them: they are left out of what it reads and hung on the name afterwards (`parse`). The
letter is a description of the party; the state is a name, however it is abbreviated (`Name.called`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Doc, Span

from .lexicon import load


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The tokens of one affiliation, `start` to `end` (exclusive), brackets or commas included.

    `letter` is the token for the party, `party` its name ("" for who has none); `state` the tokens of the state, none
    where it is not said, and `place` its name.
    """

    start: int
    end: int
    letter: int
    party: str
    state: range
    place: str


def affiliations(doc: Doc) -> Iterator[Affiliation]:
    """The affiliations in `doc`, in their order."""
    pattern, parties, states = _table(doc.lang_)
    for found in pattern.finditer(doc.text) if parties else ():
        bracket, state = found[0].startswith("("), found["state"] or ""
        if bracket != found[0].endswith(")") or not (bracket or state):
            continue
        whole, letter = _tokens(doc, *found.span()), _tokens(doc, *found.span("party"))
        place = _tokens(doc, *found.span("state")) if state else range(0)
        yield Affiliation(whole.start, whole.stop, letter.start, parties[found["party"]], place, states.get(state, ""))


def _tokens(doc: Doc, start: int, end: int) -> range:
    span = cast(Span, doc.char_span(start, end, alignment_mode="expand"))  # None only outside the text
    return range(span.start, span.end)


@cache
def _table(lang: str) -> tuple[re.Pattern[str], Mapping[str, str], Mapping[str, str]]:
    """What affiliations look like in `lang`, the parties by their letters, and the states by their abbreviations."""
    letters = load(lang, "names").get("affiliations", {})
    states = {form: name for name, forms in load(lang, "places").get("states", {}).items() for form in (name, *forms)}
    party, state = _either(letters), _either(states)
    pattern = (
        rf"(?:(?<=\w )\(|(?<=\w), )(?P<party>{party})\.?(?:(?: ?[-–‑/] ?|, )(?P<state>{state}))?(?:\)|,|(?=[.;:]|$))"
    )
    return re.compile(pattern), letters, states


def _either(forms: Mapping[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
