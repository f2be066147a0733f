"""Mentions: which words name something, and what each occurrence says of the type.

The model's named entities are a first guess (`fr_core_news_md` takes firms for people and glues titles to names);
spelling and the words around correct it. A name has one type in an article: occurrences only vote, and the choice is
made over all of them (`clusters`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from ..graph.names import normalise
from .annotations import Name
from .clusters import clusters
from .cues import BEFORE, COUNTRY, GOVERNED, INSIDE, PREPOSITION, TITLE
from .lexicon import load
from .places import calendar, countries, demonyms
from .relations import person_nouns

MAX_TOKENS = 10
"""Longer spans are sentences in title case, not names."""


class Rules:
    """The lexicon `names` of a language as sets."""

    def __init__(self, lang: str) -> None:
        data = load(lang, "names")
        institution = data["institution"]
        self.labels: Mapping[str, Mapping[str, float]] = data["labels"]
        self.inside = {t: frozenset(w) for t, w in data["inside"].items()}
        self.before = {t: frozenset(w) for t, w in data["before"].items()}
        self.prepositions = {t: frozenset(w) for t, w in data["preposition"].items()}
        self.governed = {t: frozenset(w) for t, w in data["governed"].items() if t != "links"}
        self.links = frozenset(data["governed"]["links"])
        self.titles = frozenset(data["titles"])
        self.trim = frozenset(data["trim"])
        self.particles = frozenset(data["particles"])
        self.posts = frozenset(data["posts"])
        self.stop = (
            frozenset(data["stop"])
            | frozenset(data["peoples"])
            | self.posts
            | calendar(lang)
            | frozenset(demonyms(lang))
        )
        self.heads = frozenset(institution["heads"])
        self.common_heads = frozenset(institution["common"])
        self.adjectives = frozenset(institution["adjectives"])
        self.joins = frozenset(institution["joins"])
        self.conjunctions = frozenset(data["conjunctions"])
        self.countries = countries(lang)
        self.articles = frozenset(load(lang, "references")["determiners"]) | frozenset(data["articles"])
        self.described = {n: t for t, nouns in load(lang, "references")["descriptions"].items() for n in nouns}
        self.described |= dict.fromkeys(person_nouns(lang), "Person")


@cache
def rules(lang: str) -> Rules:
    """The rules of a language, read once."""
    return Rules(lang)


@Language.component("liaisons_mentions", requires=["doc.ents"], assigns=["doc._.names", "doc._.clusters"])
def mentions(doc: Doc) -> Doc:
    """Set `doc._.names`, in the order of the text, without overlaps and none in the noise, and their clusters."""
    row = rules(doc.lang_)
    noise = doc._.noise or ()
    spans = [s for s in _candidates(doc, row) if not any(a < s.end_char and s.start_char < b for a, b in noise)]
    spans = _joined(doc, spans, row)
    forms = {normalise(s.text) for s in spans}
    spans = [part for span in spans for part in _split(span, forms, row)]
    sure = {normalise(s.text) for s in spans if not _opens_sentence(s)}
    names: list[Name] = []
    end = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):  # the longest of those that begin together
        opens = _opens_sentence(span) and normalise(span.text) not in sure
        if span.start >= end:
            names.append(Name(span.start, span.end, votes(span), _doubt(span) if opens else 0))
            end = span.end
    doc._.names = names
    doc._.clusters = clusters(doc, names)
    return doc


def votes(span: Span) -> dict[str, float]:
    """What speaks for each type at this occurrence of a name."""
    row = rules(span.doc.lang_)
    found: defaultdict[str, float] = defaultdict(float, row.labels.get(span.label_, {}))
    words = {t.lower_ for t in span} | set(span.text.lower().replace(".", " ").split())
    for type_, cues in row.inside.items():
        found[type_] += INSIDE if words & cues else 0
    before = [t.lower_ for t in _before(span)]
    for type_, cues in row.before.items():
        beside = before[0] in cues if before else False
        behind_adjective = len(before) > 1 and before[1] in cues and before[0] not in row.joins
        found[type_] += BEFORE if beside or behind_adjective else 0
    governing = _governing(span)
    for type_, cues in row.governed.items():
        found[type_] += GOVERNED if governing in cues else 0
    for noun in (before[:1], _after(span)):
        if noun and noun[0] in row.described:
            found[row.described[noun[0]]] += BEFORE
    if before and before[0] in row.titles:
        found["Person"] += TITLE
    for type_, cues in row.prepositions.items():
        found[type_] += PREPOSITION if before and before[0] in cues else 0
    if normalise(span.text) in row.countries:
        found["Place"] += COUNTRY
    return {t: found[t] for t in sorted(found) if found[t]}


def _governing(span: Span) -> str:
    """The common noun that the span completes, past prepositions and articles: "ministre" before "de la Culture"."""
    links = rules(span.doc.lang_).links
    i = span.start - 1
    while i >= 0 and span.start - i <= 4 and span.doc[i].lower_ in links and not span.doc[i + 1].is_sent_start:
        i -= 1
    return span.doc[i].lower_ if 0 <= i < span.start - 1 else ""


def _joined(doc: Doc, spans: list[Span], row: Rules) -> list[Span]:
    """The spans with those joined that the model cut short: "TikTok" and "Lite" side by side are one product."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        last = found[-1] if found else None
        if last is not None and last.end == span.start and not span.label_ and not span[0].is_sent_start:
            votes = row.labels.get(last.label_, {})
            if "Person" not in votes and "Place" not in votes:
                found[-1] = Span(doc, last.start, span.end, last.label)
                continue
        found.append(span)
    return found


def _split(span: Span, forms: set[str], row: Rules) -> list[Span]:
    """Two names that "and" joins, where one of them stands alone elsewhere: "Facebook and Instagram"."""
    for i in range(span.start + 1, span.end - 1):
        if span.doc[i].lower_ in row.conjunctions:
            parts = [Span(span.doc, span.start, i, span.label), Span(span.doc, i + 1, span.end, span.label)]
            if any(normalise(part.text) in forms for part in parts):
                return parts
    return [span]


def _doubt(span: Span) -> int:
    """One word with a capital at its start only is doubtful where its sentence starts, more so without a label."""
    ordinary = len(span) == 1 and span.text[1:].islower()
    if not ordinary or (span.label_ and _opens_compound(span)):
        return 0
    return 1 if span.label_ else 2


def _opens_compound(span: Span) -> bool:
    """Whether the name goes on to a word with a hyphen, as in "Google-owned", with no space around it."""
    after = span.doc[span.end : span.end + 2]
    return len(after) == 2 and after[0].text == "-" and after[1].is_lower and not span[-1].whitespace_


def _before(span: Span) -> list[Token]:
    """Up to two words before the span in its sentence, nearest first; not across a comma or another stop."""
    words: list[Token] = []
    for i in range(span.start - 1, max(span.start - 3, -1), -1):
        token = span.doc[i]
        if token.is_space or token.is_punct or span.doc[i + 1].is_sent_start:
            break
        words.append(token)
    return words


def _after(span: Span) -> list[str]:
    """The noun that a comma and at most an article put in apposition to the span ("X, le patron de …")."""
    following = [t.lower_ for t in span.doc[span.end : span.end + 3]]
    if len(following) < 3 or following[0] != ",":
        return []
    return [following[2] if following[1] in rules(span.doc.lang_).articles else following[1]]


def _candidates(doc: Doc, row: Rules) -> Iterator[Span]:
    """Trimmed entities of the model, institutions by their form, and runs of capitals; they may overlap."""
    covered: set[int] = set()
    for entity in doc.ents:
        span = _trim(entity, row)
        if span is not None and (span.label_ in row.labels):
            covered.update(range(span.start, span.end))
            yield span
    for token in doc:
        span = _institution(token, row)
        if span is not None:
            covered.update(range(span.start, span.end))
            yield span
    start = None
    for token in doc:
        ordinary = token.lower_ in row.titles or (start is None and token.lower_ in row.stop)
        inside = token.i not in covered and _capital(token) and not ordinary
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


def _run(doc: Doc, start: int, end: int, row: Rules) -> Iterator[Span]:
    if doc[start].is_stop and _opens_sentence(doc[start : start + 1]):  # its capital is the sentence's
        start += 1
        if start == end:
            return
    span = _trim(doc[start:end], row)
    if span is not None and not span.sent.text.isupper():  # capitals mean nothing in a line of capitals
        yield span


def _capital(token: Token) -> bool:
    """Whether the word is spelled as names are: a capital first or inside ("xAI"), no digits alone."""
    text = token.text
    if len(text) < 2 or not text[0].isalpha():
        return False
    if not text[0].isupper():
        return any(c.isupper() for c in text) and text.isalnum()
    return any(c.islower() for c in text) or text.replace(".", "").isalnum()


def _trim(span: Span, row: Rules) -> Span | None:
    """The span without articles, titles, common words and punctuation at its ends; None where no name is left."""
    start, end = span.start, span.end
    doc = span.doc
    for i in range(start + 1, end):  # a name does not go over a line break, a full stop or a comma
        if doc[i].is_space or doc[i].is_sent_start or doc[i].text == ",":
            end = i
            break
    institution = doc[start].lower_ in row.heads
    for i in range(start + 1, end - 1):  # "Le Chat et concurrence OpenAI": no name goes on with a common word
        goes_on = institution and doc[i + 1].lower_ in row.adjectives
        if doc[i].lower_ in row.conjunctions and doc[i + 1].is_lower and not goes_on:
            end = i
            break
    while start < end and not _begins_name(doc[start], end - start, row):
        start += 1
    while start < end and not _ends_name(doc[end - 1], end - start, row):
        end -= 1
    if start == end or end - start > MAX_TOKENS:
        return None
    trimmed = Span(doc, start, end, span.label)
    words = [t.lower_ for t in trimmed]
    letters = sum(c.isalpha() for c in trimmed.text)
    if not letters or all(w in row.stop or w in row.particles for w in words) or _adverbial(trimmed):
        return None
    return trimmed


def _begins_name(token: Token, length: int, row: Rules) -> bool:
    if token.is_punct or token.is_space:
        return False
    lower = token.lower_
    if length > 1 and (lower in row.titles or lower in row.posts or lower in row.trim):
        return False
    return _capital(token) or token.text[0].isupper() or token.text[0].isdigit() or lower in row.heads


def _ends_name(token: Token, length: int, row: Rules) -> bool:
    if token.is_punct or token.is_space or token.text in {"'s", "’s"}:
        return False
    if length > 1 and token.lower_ in row.posts and token.nbor(-1).lower_ not in row.particles:  # "Bruno Le Maire"
        return False
    return _capital(token) or token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in row.adjectives


def _adverbial(span: Span) -> bool:
    """A lone function word with a capital, which it has for opening a sentence or a quotation."""
    word = span[0]
    return len(span) == 1 and ((word.is_stop and not word.is_upper) or (_opens_sentence(span) and not word.is_alpha))


def _institution(token: Token, row: Rules) -> Span | None:
    """The institution whose head this token is: "Commission européenne", "ministère de la Culture"."""
    if token.lower_ not in row.heads or not (token.text[0].isupper() or token.lower_ in row.common_heads):
        return None
    doc, end, i = token.doc, token.i + 1, token.i + 1
    while i < len(doc) and i - token.i < MAX_TOKENS and not doc[i].is_sent_start:
        if doc[i].lower_ in row.adjectives or (_capital(doc[i]) and doc[i - 1].lower_ in row.joins):
            end = i + 1
        elif doc[i].lower_ not in row.joins:
            break
        i += 1
    return Span(doc, token.i, end, "ORG") if end > token.i + 1 else None


def _opens_sentence(span: Span) -> bool:
    """Whether a capital at the start of the span is the sentence's."""
    i = span.start
    while i > 0 and not span.doc[i].is_sent_start and (span.doc[i - 1].is_punct or span.doc[i - 1].is_space):
        i -= 1
    return i == 0 or bool(span.doc[i].is_sent_start)
