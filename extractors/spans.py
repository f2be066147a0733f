"""Which words name something: the model's spans, institutions by their form, and runs of capitals, made one list."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from ..graph.names import normalise
from .affiliations import affiliations
from .cues import FIRST_NAME
from .firms import firm
from .gazetteers import first_names
from .institutions import LABEL as INSTITUTION
from .institutions import institutions, terms
from .laws import laws
from .ministries import ministries
from .shapes import MAX_TOKENS, Rules, is_capital, is_letter_name, is_rank, opens_sentence, rules
from .small_names import small_names
from .vocabulary import is_a
from .votes import like_a_person

_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d)?")


def spans(doc: Doc) -> list[Span]:
    """The spans of `doc` that name something, in order, without overlaps and none in the noise."""
    row = rules(doc.lang_)
    noise = doc._.noise or ()
    known = [Span(doc, s.start, s.end, s.label) for s in _known(doc, row)]
    fields = [Span(doc, start, end, INSTITUTION) for start, end in ministries(doc, row)]
    brackets = list(affiliations(doc))
    states = [Span(doc, a.state.start, a.state.stop) for a in brackets if a.state]
    formal = [*states, *known, *fields, *institutions(doc, row), *laws(doc, row)]
    model = [span for e in doc.ents if e.label_ in row.labels and (span := _trim(e, row)) is not None]
    taken: set[int] = set()
    found = list(_free(formal, taken))
    taken.update(i for a in brackets for i in range(a.start, a.end))
    found += _free(small_names(doc, row), taken)
    found += _free(model, taken)
    found += _free(_runs(doc, row, taken), taken)
    listed = {s.start for s in fields}  # "ministre des Sports"
    common = terms(doc, row)
    found = [s for s in found if s.start in listed or not (_is_people(s, row) or s.text in common)]
    found = [s for s in found if not any(a < s.end_char and s.start_char < b for a, b in noise)]
    closed = {s.start for s in states}
    found = [s if s.start in closed else _whole(s, row) for s in found]
    found = _joined(doc, found, {s.start for s in formal}, row)
    forms = {normalise(s.text) for s in found}
    return _possessive([part for span in found for part in _split(span, forms, row)], row)


def _free(candidates: Iterable[Span], taken: set[int]) -> Iterator[Span]:
    """Those that overlap nothing taken, the first and of those the longest first, taking what they cover."""
    for span in sorted(candidates, key=lambda s: (s.start, -s.end)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield span


def _known(doc: Doc, row: Rules) -> Iterator[Span]:
    """The names of several words that the lexicon knows."""
    for found in row.phrases.finditer(doc.text):
        span = doc.char_span(*found.span())
        if span is not None and not _goes_on(span):
            yield span
    for token in doc[1:]:  # "la députée Renaissance de l'Essonne"
        if (
            row.party_behind
            and row.known.get(normalise(token.text)) == "Party"
            and token.nbor(-1).lower_ in row.with_party
        ):
            span = doc[token.i : token.i + 1]
            if is_capital(token) and not token.is_sent_start:
                yield span


def _goes_on(span: Span) -> bool:
    """Whether a word with a capital follows: "M6" is known, "M6 Métropole" is another."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and is_capital(after) and not after.is_sent_start


def _joined(doc: Doc, spans: list[Span], closed: set[int], row: Rules) -> list[Span]:
    """The spans with those joined that the model cut short.

    "TikTok" and "Lite" side by side are one product, "Ursula von der Leyen" is one person. Those that start at a token
    of `closed` are whole.
    """
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: s.start):
        last = found[-1] if found else None
        if last is not None and last.start not in closed and not span[0].is_sent_start:
            between = doc[last.end : span.start]
            votes = row.labels.get(last.label_, {})
            beside = not len(between) and not span.label_ and "Person" not in votes and "Place" not in votes
            noble = 0 < len(between) < 3 and all(t.lower_ in row.nobiliary for t in between) and len(last) < 3
            whole = Span(doc, last.start, span.end, last.label)
            first = not len(between) and len(last.text.split()) == 1
            if beside or ((noble or first) and like_a_person(whole.text, row) >= FIRST_NAME):
                found[-1] = whole
                continue
        found.append(span)
    return found


def _whole(span: Span, row: Rules) -> Span:
    """The span with the end of a word that the tokenizer cut off: "Park Joon" and "-seo"."""
    doc, end = span.doc, span.end
    while end + 1 < len(doc) and not doc[end - 1].whitespace_ and doc[end].text == "-" and not doc[end].whitespace_:
        part = doc[end + 1]
        small = part.is_lower and (len(part) > 4 or part.lower_ in row.from_places or part.lower_ in row.clitics)
        if not part.is_alpha or small:
            break
        end += 2
    tail = doc[end].text if end < len(doc) and not doc[end - 1].whitespace_ else ""
    if tail.startswith("-") and tail[1:].isalpha() and tail[1:].lower() not in row.clitics:
        end += 1
    start = span.start
    while start > 1 and doc[start - 1].text == "-" and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_):
        if not is_capital(doc[start - 2]):
            break
        start -= 2
    return Span(doc, start, _past_number(doc, end, row), span.label)


def _past_number(doc: Doc, end: int, row: Rules) -> int:
    """Past the number of a version behind a name: "Kart 4" before a comma, a full stop or a small word."""
    if end >= len(doc) or not _NUMBER.fullmatch(doc[end].text) or doc[end - 1].is_punct or doc[end].is_sent_start:
        return end
    after = doc[end + 1] if end + 1 < len(doc) else None
    closes = after is None or after.is_sent_start or after.text in {",", ".", ";", ":", "?", "!", ")", "»", "…"}
    return end + 1 if closes or (after is not None and after.is_stop and after.lower_ not in row.joins) else end


def _is_people(span: Span, row: Rules) -> bool:
    """A plural behind its article is a people or a group of people: "les Mongols"; parties and lists apart."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.text not in row.plurals or len(span) > 1 or span[0].is_upper:
        return False
    key = normalise(span.text)
    listed = key in row.known or key in row.places or key in row.countries or any(key in w for w in row.inside.values())
    return span.text[-1] in row.plural_endings and not listed and row.labels.get(span.label_, {}).get("Company", 0) < 1


def _split(span: Span, forms: set[str], row: Rules) -> list[Span]:
    """Two names in one: a known outlet before a person ("à l'AFP Marie Duval"), and what "and" joins.

    The latter where one of them stands alone elsewhere: "Nordavia and Lumitec".
    """
    first, rest = span[0], span[1:]
    if len(rest) > 1 and row.known.get(normalise(first.text)) == "Media" and like_a_person(rest.text, row):
        return [Span(span.doc, span.start, span.start + 1), Span(span.doc, rest.start, rest.end, span.label)]
    if (person := _behind_house(span, forms, row)) is not None:
        return [Span(span.doc, span.start, person, 0), Span(span.doc, person, span.end, span.label)]
    for i in range(span.start + 1, span.end - 1):
        owned = span.doc[i].lower_ in row.owned
        if owned or span.doc[i].lower_ in row.conjunctions:
            parts = [Span(span.doc, span.start, i, span.label), Span(span.doc, i + 1, span.end, span.label)]
            # "Nordavia's Zuri" is no person; "Moody's Analytics" may be a company
            if owned and row.labels.get(span.label_, {}).get("Person"):
                return [Span(span.doc, part.start, part.end) for part in parts]
            if any(normalise(part.text) in forms for part in parts):
                return parts
        elif span.doc[i].text == "-" and _is_joint(span, row):  # "the Siemens-Alstom merger", "US-China talks"
            parts = [Span(span.doc, span.start, i, span.label), Span(span.doc, i + 1, span.end, span.label)]
            if all(normalise(part.text) in forms or normalise(part.text) in row.countries for part in parts):
                return parts
    return [span]


def _behind_house(span: Span, forms: set[str], row: Rules) -> int | None:
    """Where the person begins in "le patron de Kart Marie Duval": a post, its house and who has it.

    A word with an article is no firm's name ("la directrice de la Mission French Tech"), unless it is known for one.
    """
    doc = span.doc
    if span.start < 2 or doc[span.start - 1].lower_ not in row.links or span[0].is_sent_start or row.heads_close:
        return None
    i = span.start - 2
    while i > 0 and (doc[i].lower_ in row.links or doc[i].lower_ in row.adjectives):
        i -= 1
    if doc[i].lower_ not in row.posts:
        return None
    for start in range(span.start + 1, span.end - 1):
        house, person = doc[span.start : start], doc[start : span.end]
        key, likely = normalise(house.text), like_a_person(person.text, row)
        known = key in row.known or key in forms or firm(house.text) is not None
        single = len(house) == 1 and key not in first_names() and doc[span.start - 1].lower_ not in row.articles
        if likely and (known or single):
            return start
    return None


def _possessive(spans: list[Span], row: Rules) -> list[Span]:
    """The spans with the ending of a possessive where it is the name's: "Macy's sued X", so "Macy's chief" as well."""
    shown = {s.text for s in spans if _ends_as_name(s, row)}
    if not shown:
        return spans
    ending = {s.start for s in spans if s.text in shown and s.doc[s.end : s.end + 1].text in row.owned}
    return [Span(s.doc, s.start, s.end + 1, s.label) if s.start in ending else s for s in spans]


def _ends_as_name(span: Span, row: Rules) -> bool:
    """Whether nothing is owned behind a possessive: a comma or a verb follows, and the name is nobody's."""
    after = span.doc[span.end : span.end + 3]
    if not after or after[0].text not in row.owned or row.labels.get(span.label_, {}).get("Person"):
        return False
    if len(after) < 2 or after[1].is_sent_start or after[1].text in {",", ".", ";", ")"}:
        return True
    word, vocab = after[1].lower_, span.doc.vocab
    qualifies = len(after) > 2 and after[2].is_lower and is_a(vocab, after[2].lower_, "noun")  # "X's proposed takeover"
    return word in row.behind_owner or (
        word.endswith("ed") and is_a(vocab, word, "verb") and not is_a(vocab, word, "adj") and not qualifies
    )


def _is_joint(span: Span, row: Rules) -> bool:
    """Whether a noun for what two do together follows the name, with a word between or none."""
    return any(t.lower_ in row.joint for t in span.doc[span.end : span.end + 2] if not t.is_sent_start)


def _runs(doc: Doc, row: Rules, covered: set[int]) -> Iterator[Span]:
    """Runs of words with a capital outside of what is covered."""
    start = None
    letters = {t.text for t in doc if is_letter_name(t, row)}
    for token in doc:
        ordinary = token.lower_ in row.titles or (start is None and token.lower_ in row.stop)
        says_what = token.lower_ in row.opening or (bool(token.is_sent_start) and token.lower_ in row.described)
        ordinary = ordinary or (says_what and token.i + 1 in covered)
        inside = token.i not in covered and (is_capital(token) or _is_letter(token, letters, row)) and not ordinary
        if token.is_sent_start and start is not None:
            yield from _run(doc, start, token.i, row)
            start = None
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield from _run(doc, start, token.i, row)
            start = None
    if start is not None:
        yield from _run(doc, start, len(doc), row)


def _is_letter(token: Token, letters: set[str], row: Rules) -> bool:
    """Whether one capital is a name here, or opens a sentence and is one elsewhere in the article."""
    again = token.text in letters and bool(token.is_sent_start) and token.i + 1 < len(token.doc)
    return is_letter_name(token, row) or (again and token.nbor().is_lower)


def _run(doc: Doc, start: int, end: int, row: Rules) -> Iterator[Span]:
    if doc[start].is_stop and opens_sentence(doc[start : start + 1]):  # its capital is the sentence's
        start += 1
        if start == end:
            return
    span = _trim(doc[start:end], row)
    if span is not None and not span.sent.text.isupper():  # capitals mean nothing in a line of capitals
        yield span


def _trim(span: Span, row: Rules) -> Span | None:
    """The span without articles, titles, common words and punctuation at its ends; None where no name is left."""
    start, end = span.start, span.end
    doc = span.doc
    for i in range(start + 1, end):  # a name does not go over a line break, a full stop or a comma
        if doc[i].is_space or doc[i].is_sent_start or doc[i].text == ",":
            end = i
            break
    for i in range(start + 1, end - 1):  # "Le Zuri et concurrence Nordavia": no name goes on with a common word
        if doc[i].lower_ in row.conjunctions and doc[i + 1].is_lower:
            end = i
            break
    while start < end and not _begins_name(doc[start], end - start, row):
        start += 1
    if end - start > 1 and doc[start].lower_ in row.articles and normalise(doc[start + 1 : end].text) in row.countries:
        start += 1  # "La Chine" at the start of a sentence
    while end - start > 1 and _is_origin(doc, start, row):  # "le Sud-Africain Naspers"
        start += 1 if doc[start].lower_ in row.origins else 3
    label = span.label
    while start < end:
        amount = _begins_amount(doc, end - 1, start, row)
        rank = is_rank(doc, end - 1, row)
        if _ends_name(doc[end - 1], end - start, row) and not amount and not rank:
            break
        label = 0 if amount else label  # the model was led astray by the sum
        end -= 1
    if start == end or end - start > MAX_TOKENS:
        return None
    if start and doc[start - 1].is_digit and not doc[start - 1].whitespace_:  # "5G"
        return None
    trimmed = Span(doc, start, end, label)
    if _is_post(trimmed, row):
        return None
    words = [t.lower_ for t in trimmed]
    letters = sum(c.isalpha() for c in trimmed.text)
    if not letters or all(w in row.stop or w in row.particles for w in words) or _adverbial(trimmed):
        return None
    return trimmed


def _is_post(span: Span, row: Rules) -> bool:
    """Whether hyphens make a post of the words: "Vice-president X", "Editor-in-chief X", "Secretary-General X"."""
    doc, start, end = span.doc, span.start, span.end
    while start > 1 and doc[start - 1].text == "-" and not (doc[start - 2].whitespace_ or doc[start - 1].whitespace_):
        start -= 2
    while end + 1 < len(doc) and doc[end].text == "-" and not (doc[end - 1].whitespace_ or doc[end].whitespace_):
        end += 2
    first, *others = doc[start:end].text.lower().split("-")
    posts = row.posts | row.ranks
    small = (word for word in others if word not in posts)
    return bool(others) and first.isalpha() and others[-1] in posts and all(doc.vocab[w].is_stop for w in small)


def _is_origin(doc: Doc, start: int, row: Rules) -> bool:
    """Whether a nationality with a capital and its article stand before a name."""
    if not start or doc[start - 1].lower_ not in row.origin_articles:
        return False
    for length in (1, 3):
        word = "".join(t.text for t in doc[start : start + length]).lower()
        after = doc[start + length] if start + length < len(doc) else None
        if word in row.origins and after is not None and is_capital(after):
            return True
    return False


def _begins_amount(doc: Doc, i: int, start: int, row: Rules) -> bool:
    """Whether the number at `i` is the first word of a sum behind the name: "fined Kart 1.8 billion euros"."""
    after = doc[i + 1] if i + 1 < len(doc) else None
    if i == start or after is None or not doc[i].text[0].isdigit():
        return False
    return after.lower_ in row.scales or after.is_currency or after.text == "%"


def _begins_name(token: Token, length: int, row: Rules) -> bool:
    if token.is_punct or token.is_space:
        return False
    lower = token.lower_
    if length > 1 and (lower in row.titles or lower in row.posts or lower in row.trim):
        return False
    if length > 1 and _says_what(token, length, row):
        return False
    return is_capital(token) or token.text[0].isupper() or token.text[0].isdigit()


def _says_what(token: Token, length: int, row: Rules) -> bool:
    """Whether the first word says what the rest names: "Chipmaker X" opens a sentence, "the Tory Amelia Brown"."""
    rest = token.doc[token.i + 1 : token.i + length]
    if token.lower_ in row.members:
        return like_a_person(rest.text, row) >= FIRST_NAME
    if not token.is_sent_start or token.lower_ not in row.described:
        return False
    text = token.doc.text  # "Network Rail" is never "Rail"
    return text.count(rest.text) > text.count(f"{token.text} {rest.text}")


def _ends_name(token: Token, length: int, row: Rules) -> bool:
    if token.is_punct or token.is_space or token.text in {"'s", "’s"}:
        return False
    if length > 1 and token.lower_ in row.posts and token.nbor(-1).lower_ not in row.particles:  # "Léo Le Maire"
        return False
    return is_capital(token) or token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in row.adjectives


def _adverbial(span: Span) -> bool:
    """A lone function word with a capital, which it has for opening a sentence or a quotation."""
    word = span[0]
    return len(span) == 1 and ((word.is_stop and not word.is_upper) or (opens_sentence(span) and not word.is_alpha))
