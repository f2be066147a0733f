"""What speaks for each type of a name: the model's label, its own words, and the words around it."""

import re
from collections import defaultdict
from collections.abc import Collection

from spacy.tokens import Doc, Span

from ..graph.names import normalise
from .announced import announced, words_before
from .cues import (
    ARTIFACT,
    BEFORE,
    COUNTRY,
    DEFINED,
    FAMILY,
    FIRST_NAME,
    GOVERNED,
    INSIDE,
    INVERTED,
    KNOWN,
    LISTED,
    METROPOLIS,
    SMALL_TOWN,
    TITLE,
    UNSURE,
)
from .firms import firm
from .gazetteers import first_names, last_names, regions
from .shapes import Rules, is_capital, is_letter_name, rules
from .vocabulary import is_a

MAX_BRACKET = 16
"""The most tokens of a bracket between a name and what it is said to be."""

MAX_DEFINITION = 3
"""How many words behind the article the noun may be that says what something is."""

_INITIAL = re.compile(r"[A-ZÀ-Þ]\.(-?[A-ZÀ-Þ]\.)*")
_HYPHENED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{1,5}-(?:[a-zà-ÿ]{2,6}|[A-Z][a-z]{1,2})")
"""Romanised Korean and Chinese first names: "Ji-woo", "Wei-Lu"."""


def votes(span: Span, named: Collection[int] = ()) -> dict[str, float]:
    """What speaks for each type at this occurrence of a name; the words at `named` belong to other names."""
    row = rules(span.doc.lang_)
    found: defaultdict[str, float] = defaultdict(float, row.labels.get(span.label_, {}))
    words = {t.lower_ for t in span} | set(span.text.lower().replace(".", " ").split())
    key = normalise(span.text)
    if len(span) == 1 and _before_full_name(span, row):
        found["Person"] += FIRST_NAME
    if key in row.known and (len(key) > 1 or is_letter_name(span[0], row)):
        return {row.known[key]: KNOWN}
    cued = False
    full = like_a_person(span.text, row) >= FIRST_NAME and row.labels.get(span.label_, {}).get("Person")
    for type_, cues in row.inside.items():
        if full and type_ == "Place":  # "Helen Park" is no park
            continue
        if (words - {span[0].lower_} if full else words) & cues:  # "Bill Marsh" is no bill
            found[type_] += INSIDE
            cued = True
    person = 0.0 if cued else like_a_person(span.text, row)
    found["Person"] += person
    if not cued:
        _place(span, found, row)
        if _is_listed(span, key, row):
            found["Company"] += LISTED
    before_name = announced(span, named, row)
    for said in before_name:
        found[said.type] += ARTIFACT if said.phrase in row.artifacts else BEFORE
    opening = len(span) > 1 and span[0].lower_ in row.opening
    if opening and not cued and not row.labels.get(span.label_, {}).get("Company"):  # "Queen Rania", no "King Holdings"
        found["Person"] += INSIDE
    before = words_before(span.doc, span.start, named, 2)
    governing = _governing(span)
    prepositions = row.prepositions.get(before[0], {}) if before else {}
    placed = "Place" in prepositions
    for type_, cues in row.governed.items():
        if (
            governing in cues
            and person < FIRST_NAME
            and not (cued and type_ == "Place")
            and not (placed and type_ == "Company")
        ):
            found[type_] += GOVERNED
    behind = before[1:2] if before and before[0] in row.origins else []  # "le ministre nigérian X"
    whole = any(" " in said.phrase for said in before_name)  # in "the rap group X" the group is no company
    for noun in ([] if whole else before[:1], behind, [] if placed else _after(span, row)):
        if noun and noun[0] in row.described:
            found[row.described[noun[0]]] += BEFORE
    behind_name = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    if behind_name in row.followed["posts"] and person < FIRST_NAME and _names(span.doc, span.end + 1):
        found["Company"] += BEFORE
    elif len(span) == 1 and behind_name in row.followed["nouns"] and span.doc[span.end].is_lower:
        found["Person"] += BEFORE
    if before and before[0] in row.possessives:  # "its Vega rocket"
        for type_, cues in row.behind.items():
            found[type_] += BEFORE if behind_name in cues else 0
    defined = _defined(span, row)
    if defined:
        found[defined] += DEFINED
    if before and before[0] in row.titles:
        found["Person"] += TITLE
    if before and before[0] in row.speech and _inverted(span):
        found["Person"] += INVERTED
    if _aged(span, row):
        found["Person"] += TITLE
    for type_, weight in prepositions.items():
        found[type_] += weight
    if _compounded(span, row):
        return {"Place": GOVERNED}
    return {t: found[t] for t in sorted(found) if found[t]}


def _is_listed(span: Span, key: str, row: Rules) -> bool:
    """Whether a word that the model has named is a listed company's name and, for all that lists tell, nothing else."""
    elsewhere = key in row.places or key in row.countries or key in first_names() or key in last_names()
    return bool(span.label_) and len(span) == 1 and not elsewhere and firm(span.text) is not None


def _names(doc: Doc, i: int) -> bool:
    """Whether a name of two words or more begins at the token."""
    return all(is_capital(t) and not t.is_sent_start for t in doc[i : i + 2]) and i + 1 < len(doc)


def like_a_person(text: str, row: Rules) -> float:
    """How much a name of two to five words looks like a person's: a first name, a last name, an initial, a particle."""
    words = text.split()
    if not 2 <= len(words) <= 5 or any(not (w[0].isupper() or w in row.particles or w in row.nobiliary) for w in words):
        return 0.0
    first, last = normalise(words[0]), normalise(words[-1])
    if first in row.countries or row.places.get(first, 0) > SMALL_TOWN or normalise(text) in row.places:
        return 0.0
    if words[0].lower() in row.articles | row.particles:
        return 0.0
    known = first_names()
    weight = 0.0
    initial = any(_INITIAL.fullmatch(w) for w in words[:-1])
    noble = any(w in row.nobiliary for w in words[1:-1])
    hyphened = any(_HYPHENED.fullmatch(w) for w in words)
    if first in known or initial or noble or hyphened or (first and first.split()[0] in known):
        weight = FIRST_NAME
    return weight + (FAMILY if last in last_names() else 0.0)


def _place(span: Span, found: defaultdict[str, float], row: Rules) -> None:
    """What lists of places say; a place of the model that none has is a company as often."""
    key = normalise(span.text)
    if key in row.countries:
        found["Place"] += COUNTRY
    elif key in row.places:
        # "Toyota", "Orange": the list confirms the model, and outweighs it where a city has millions of people.
        sure = not span.label_ or found["Place"] or row.places[key] >= METROPOLIS or " " in key
        found["Place"] += row.places[key] * (1 if sure else UNSURE)
        if _in_larger(span, row):
            found["Place"] += BEFORE
    elif span.label_ in row.unlisted:
        for type_ in row.labels[span.label_]:
            found[type_] -= row.labels[span.label_][type_]
        for type_, weight in row.unlisted[span.label_].items():
            found[type_] += weight


def _in_larger(span: Span, row: Rules) -> bool:
    """Whether a comma and a country or region follow: "Cambridge, England-based X"."""
    doc, i = span.doc, span.end
    if i + 1 >= len(doc) or doc[i].text != ",":
        return False
    return any((name := normalise(doc[i + 1 : k].text)) in row.countries or name in regions() for k in (i + 2, i + 3))


def _compounded(span: Span, row: Rules) -> bool:
    """Whether a participle makes a place of the name: "Nairobi-based"."""
    following = span.doc[span.end : span.end + 2]
    return len(following) == 2 and following[0].text == "-" and following[1].lower_ in row.from_places


def _governing(span: Span) -> str:
    """The common noun that the span completes, past prepositions and articles: "ministre" before "de la Culture"."""
    links = rules(span.doc.lang_).links
    i = span.start - 1
    while i >= 0 and span.start - i <= 4 and span.doc[i].lower_ in links and not span.doc[i + 1].is_sent_start:
        i -= 1
    return span.doc[i].lower_ if 0 <= i < span.start - 1 else ""


NOUN_PHRASE = 6
"""How many words behind a comma the noun is looked for that says what the name before it is."""


def _after(span: Span, row: Rules) -> list[str]:
    """The noun that a comma puts in apposition to the span: "X, le nouveau patron de …", "X, a Swedish music service".

    The head of the phrase is its first or its last such noun, as the language has it; the phrase ends at punctuation,
    at a small word, at a name.
    """
    doc, start = span.doc, span.end + 1
    if start >= len(doc) or doc[span.end].text != "," or doc[start].is_sent_start:
        return []
    start += doc[start].lower_ in row.articles
    described: list[str] = []
    for token in doc[start : start + NOUN_PHRASE]:
        if (token.is_punct and token.text != "-") or token.is_sent_start or token.is_space or token.is_stop:
            break
        if row.head_last and is_a(doc.vocab, token.lower_, "noun") and not is_a(doc.vocab, token.lower_, "verb"):
            described.clear()  # in "a chip designer" the head is yet to come
        if token.lower_ in row.described:
            described.append(token.lower_)
        elif token.is_title and token.lower_ not in row.origins:
            break
    return described[-1:] if row.head_last else described[:1]


def _defined(span: Span, row: Rules) -> str:
    """The type of the noun that a copula and an indefinite article say of a name: "X (Y) est une commune"; or ""."""
    doc, i = span.doc, span.end
    if i < len(doc) and doc[i].text == "(":
        i = next((k + 1 for k in range(i, min(i + MAX_BRACKET, len(doc))) if doc[k].text == ")"), i)
    if i + 2 >= len(doc) or doc[i].lower_ not in row.copulas or doc[i + 1].lower_ not in row.indefinite:
        return ""
    for noun in doc[i + 2 : i + 2 + MAX_DEFINITION]:
        if noun.is_punct or noun.is_stop or noun.is_sent_start:
            break
        after = doc[noun.i + 1] if noun.i + 1 < len(doc) else noun
        last = after.is_punct or after.is_stop or after == noun  # "a film director" is no film
        if noun.lower_ in row.kinds and (row.head_first or last):
            return row.kinds[noun.lower_]
    return ""


def _aged(span: Span, row: Rules) -> bool:
    """Whether an age between commas follows the name: "X, 46, a lawyer", "X, 46 ans"."""
    comma, age, unit = (span.doc[i] if i < len(span.doc) else None for i in range(span.end, span.end + 3))
    if comma is None or age is None or unit is None or comma.text != ",":
        return False
    return len(age.text) == 2 and age.is_digit and unit.lower_ in row.ages


def _inverted(span: Span) -> bool:
    """Whether the verb before the name stands behind a quotation or a comma: "…", estime X."""
    i = span.start - 2
    return i >= 0 and span.doc[i].is_punct and not span.doc[i + 1].is_sent_start


def _before_full_name(span: Span, row: Rules) -> bool:
    """Whether a first name stands before "and" and a full name: "Ada and Paul Morel"."""
    following = span.doc[span.end : span.end + 3]
    if len(following) < 3 or following[0].lower_ not in row.conjunctions or normalise(span.text) not in first_names():
        return False
    return like_a_person(following[1:].text, row) >= FIRST_NAME
