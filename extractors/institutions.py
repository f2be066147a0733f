"""Names of institutions by their form: a head noun with what completes it, and the expansions of acronyms.

"Commission nationale de l'informatique et des libertés (Cnil)" is one name in lower-case words; "Ministry of Culture"
and "Justice Department" have capitals. The model cuts the former short.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from ..graph.names import normalise
from .cues import FIRST_NAME
from .shapes import Rules, is_capital, is_rank
from .vocabulary import is_a, is_word
from .votes import like_a_person

LABEL = "INSTITUTION"
"""The label of these spans, whatever labels the model has."""

_CLOSES = frozenset(";:()«»“”")
"""What no name goes over."""

LONGEST = 16
"""How many tokens a name in common words has at most."""


def institutions(doc: Doc, row: Rules) -> Iterator[Span]:
    """The institutions whose names begin or end with a head noun of the lexicon, and expansions before an acronym."""
    for token in doc:
        span = _expansion(doc, token.i, row) if token.text == "(" else None
        if span is None and token.lower_ in row.heads:
            span = _institution(token, row)
        if span is None:
            span = _government(token, row)
        if span is not None:
            yield span


def _government(token: Token, row: Rules) -> Span | None:
    """A state or its government: "l'État", "gouvernement tunisien", "Indian government"."""
    doc, i = token.doc, token.i
    if token.lower_ in row.states and i and doc[i - 1].lower_ in row.state_articles and token.text[0].isupper():
        if any(t.lower_ in row.state_posts for t in doc[max(i - 3, 0) : i]):
            return None  # "le chef de l'État"
        end = i + 1
        while end < len(doc) and (doc[end].lower_ in row.origins or doc[end].lower_ in row.adjectives):
            end += 1
        return Span(doc, i, end, LABEL)
    if token.lower_ not in row.governments:
        return None
    if row.heads_close:
        before = doc[i - 1].lower_ if i else ""
        named = before in row.origins or normalise(before) in row.countries
        return Span(doc, i - 1, i + 1, LABEL) if named and doc[i - 1].text[0].isupper() else None
    return Span(doc, i, i + 2, LABEL) if i + 1 < len(doc) and doc[i + 1].lower_ in row.origins else None


def _institution(head: Token, row: Rules) -> Span | None:
    capital = head.text[0].isupper()
    doc, start = head.doc, head.i
    if not capital and head.lower_ in row.ministry_bodies:
        return _ministry(head, row)
    if not capital and head.lower_ not in row.common_heads:
        return _of_place(head, row)
    if capital and row.heads_close:
        while start > 0 and not doc[start].is_sent_start and _modifies(doc[start - 1], row):
            start -= 1
        start = _past_fields(doc, start, row)
    end = _end(head, row, capital)
    return Span(doc, start, end, LABEL) if end - start > 1 else None


def _ministry(body: Token, row: Rules) -> Span | None:
    """ "the information ministry", "the Kenyan finance ministry": the body behind its fields, in small letters."""
    doc, start = body.doc, body.i
    while start > 0 and not doc[start].is_sent_start and doc[start - 1].lower_ in row.ministry_fields:
        start -= 1
        if start > 1 and doc[start - 1].lower_ in row.conjunctions and doc[start - 2].lower_ in row.ministry_fields:
            start -= 1
    return Span(doc, start, body.i + 1, LABEL) if start < body.i else None


def _of_place(head: Token, row: Rules) -> Span | None:
    """A body in common words with the place that it is for: "cour d'appel de Paris", "conseil régional de Bretagne"."""
    doc = head.doc
    for phrase in row.common_phrases:
        end = head.i + len(phrase)
        if tuple(t.lower_ for t in doc[head.i : end]) != phrase:
            continue
        at = end
        while at < len(doc) and at - end < 2 and doc[at].lower_ in row.joins:
            at += 1
        if at == end or at >= len(doc) or not is_capital(doc[at]) or doc[at].is_sent_start:
            return None
        at += 1
        while at < len(doc) and (is_capital(doc[at]) or doc[at].text == "-" or doc[at - 1].text == "-"):
            at += 1
        return Span(doc, head.i, at, LABEL)
    return None


def _modifies(token: Token, row: Rules) -> bool:
    """Whether the word can stand before the head of an institution: "Justice" Department."""
    return is_capital(token) and token.lower_ not in row.trim and not (token.is_sent_start and token.is_stop)


def _past_fields(doc: Doc, start: int, row: Rules) -> int:
    """Where the fields begin of which the last stands at `start`: "the *Food and Drug* Administration".

    An article or a nation before them shows that they are no name of their own: "Kart and Drug Administration".
    """
    first = start - 2
    if first < 1 or doc[start - 1].lower_ not in row.conjunctions or not _is_field(doc[first]):
        return start
    before = doc[first - 1]
    nation = before.lower_ in row.origins or normalise(before.text) in row.countries
    return first if before.lower_ in row.trim or nation else start


def _is_field(token: Token) -> bool:
    """Whether the word is an ordinary noun with a capital: "Science", "Drug"."""
    return is_capital(token) and not token.is_sent_start and is_word(token.vocab, token.lower_)


def _past_list(doc: Doc, i: int, row: Rules) -> int:
    """Past the fields that commas add to one, up to the last behind a conjunction; `i` where they are no such list."""
    j = i
    while j + 1 < len(doc) and doc[j].text == "," and _is_field(doc[j + 1]):
        j += 2
    closes = j > i and j + 1 < len(doc) and doc[j].lower_ in row.conjunctions and _is_field(doc[j + 1])
    return j + 2 if closes else i


def _end(head: Token, row: Rules, capital: bool) -> int:
    """Where the name goes on to: past adjectives, and complements behind prepositions.

    Complements in lower case belong to a head with a capital only, and not to one that is complete without
    ("Commission européenne"). One more that "et" adds belongs to a head with an adjective ("Commission nationale de
    l'informatique et des libertés"), else to the sentence.
    """
    doc, i, end = head.doc, head.i + 1, head.i + 1
    qualified = named = False
    while i < len(doc) and i - head.i < LONGEST and not doc[i].is_sent_start:
        token = doc[i]
        listed = token.lower_ in row.adjectives and (capital or token.lower_ not in row.origins)
        if listed or (capital and end > head.i + 1 and _is_adjective(token, row)):
            qualified = qualified or end == head.i + 1
            i = end = i + 1
            continue
        if row.heads_close and (token.lower_ in row.posts or is_rank(doc, i, row)):
            break  # "Senate Judiciary Committee Chairman"
        if is_capital(token) and (named or i == head.i + 1) and (not capital or row.heads_close or named):
            i = end = i + 1  # "lycée Voltaire"
            continue
        if named and row.heads_close and (j := _past_list(doc, i, row)) > i:
            i = end = j  # "Department for Science, Innovation and Technology"
            continue
        j = _past_joins(doc, i, row)
        if j == i or j >= len(doc) or doc[j].is_sent_start:
            break
        coordinated = doc[i].lower_ in row.conjunctions or doc[i].text == ","
        # "la Commission, et Thierry Breton": what goes on needs its preposition, or is no person ("Culture and Sport")
        bare = coordinated and all(t.lower_ in row.conjunctions or t.text == "," for t in doc[i:j])
        if bare and is_capital(doc[j]) and (not row.heads_close or _begins_person(doc, j, row)):
            break
        if coordinated and _is_another(doc, i, j, row):
            break
        if is_capital(doc[j]):
            named = True
        elif not _goes_on(doc, head, i, j, row, capital and not named and (qualified or not coordinated)):
            break
        i = end = j + 1
    return end


def _is_another(doc: Doc, i: int, j: int, row: Rules) -> bool:
    """Whether what a conjunction at `i` joins is a body of its own: "the Justice Department and Federal Trade Board".

    The one before is whole: its head closes it, or has a complement; that of "House Energy and Commerce Committee" is
    not. What follows is a known name or has a head itself.
    """
    if not row.heads_close or not is_capital(doc[j]):
        return False
    start, end = i, j + 1
    while start > 0 and not doc[start].is_sent_start and _continues(doc[start - 1], row):
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start and _continues(doc[end], row):
        end += 1
    links = row.joins - row.conjunctions - row.trim
    whole = doc[i - 1].lower_ in row.heads or any(t.lower_ in links for t in doc[start:i])
    headed = end - j > 1 and any(t.lower_ in row.heads for t in doc[j:end])
    return whole and (headed or normalise(doc[j:end].text) in row.known)


def _continues(token: Token, row: Rules) -> bool:
    return is_capital(token) or token.lower_ in row.joins


def _goes_on(doc: Doc, head: Token, i: int, j: int, row: Rules, admitted: bool) -> bool:
    """Whether the common noun at `j`, behind small words from `i` on, is a part of the name."""
    noun = doc[j].lower_
    if noun in row.adjectives or (noun in row.ministry_small and head.lower_ in row.ministry_heads):
        return doc[i].lower_ not in row.conjunctions or admitted
    if not admitted or not row.completes or doc[head.i : i].text.lower() in row.complete:
        return False
    return doc[j].is_lower and len(noun) > 3 and noun not in row.posts and is_a(doc.vocab, noun, "noun")


def _begins_person(doc: Doc, i: int, row: Rules) -> bool:
    end = next((j for j in range(i, len(doc)) if not is_capital(doc[j])), len(doc))
    return like_a_person(doc[i:end].text, row) >= FIRST_NAME


def _past_joins(doc: Doc, i: int, row: Rules) -> int:
    """The first token from `i` on that is no small word; `i` where they do not join: "et" needs its preposition."""
    j = i
    while (
        j < len(doc) and j - i < 4 and (doc[j].lower_ in row.joins or doc[j].text == ",") and not doc[j].is_sent_start
    ):
        j += 1
    if doc[i].text == "," and (j == i + 1 or not row.completes):
        return i
    return j


def _is_adjective(token: Token, row: Rules) -> bool:
    vocab, word = token.vocab, token.lower_
    if not row.completes or not token.is_lower or token.is_stop:
        return False
    return is_a(vocab, word, "adj") and not is_a(vocab, word, "verb")


def terms(doc: Doc, row: Rules) -> frozenset[str]:
    """The acronyms of common terms, which name nothing: "l'intelligence artificielle (IA)"."""
    openings = [t.i for t in doc if t.text == "("]
    return frozenset(doc[i + 1].text for i in openings if (words := _spelled(doc, i, row)) and not _is_body(words, row))


def _is_body(words: Span, row: Rules) -> bool:
    """Whether what an acronym is made of names something: a capital in it tells, or a noun for bodies."""
    return any(is_capital(t) or t.lower_ in row.bodies for t in words)


def _expansion(doc: Doc, opening: int, row: Rules) -> Span | None:
    """The words before an acronym in a parenthesis that it is made of, where they name something."""
    words = _spelled(doc, opening, row)
    return Span(doc, words.start, words.end, "ORG") if words is not None and _is_body(words, row) else None


def _spelled(doc: Doc, opening: int, row: Rules) -> Span | None:
    """The words before an acronym in a parenthesis that it is made of, with a capital or without."""
    if opening + 2 >= len(doc) or doc[opening + 2].text != ")":
        return None
    short = doc[opening + 1]
    if not (2 <= len(short) <= 9 and short.is_alpha and is_capital(short)) or (len(short) > 5 and not short.is_upper):
        return None
    letters = normalise(short.text)
    for start in range(opening - 2, max(opening - LONGEST, -1), -1):
        if doc[start + 1].is_sent_start or doc[start].is_space or doc[start].text in _CLOSES:
            break
        words = [t for t in doc[start:opening] if t.is_alpha or "-" in t.text]
        opens = doc[start].is_alpha and (doc[start].lower_ not in row.joins or is_capital(doc[start]))
        if opens and _spells([normalise(t.text) for t in words], letters):
            return doc[start:opening]
    return None


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether beginnings of the words, the first and at least half of the long ones, make the letters.

    >>> _spells(["autorite", "de", "regulation", "de", "la", "communication"], "arcom")
    True
    """
    long_ = sum(len(w) > 3 for w in words)

    def spell(at: int, rest: str, used: int) -> bool:
        if not rest:
            return 2 * used >= long_ and used > 1 and all(len(w) <= 3 for w in words[at + 3 :])
        if at == len(words):
            return False
        word = words[at]
        taken = next((n for n in range(min(len(word), 3), 0, -1) if rest.startswith(word[:n])), 0)
        if any(spell(at + 1, rest[n:], used + (len(word) > 3)) for n in range(taken, 0, -1)):
            return True
        return at > 0 and spell(at + 1, rest, used)

    return bool(words) and spell(0, letters, 0)
