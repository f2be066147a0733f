"""Ministries that only their ministers name: "la ministre de la Culture", "Economy Minister", "the minister of health".

What stands in the text is a field, in French with a capital ("Culture") or, as half of the press has it, without one;
what it names is the body. So the name of such a mention is not its text (`Name.called`): "ministère de la Culture",
where the same words would stand if the ministry itself were spoken of. Two countries that have one each in the same
article tell theirs apart.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ..graph.names import normalise
from .places import origins
from .shapes import Rules, is_capital
from .vocabulary import is_a, is_word

LONGEST = 12
"""How many tokens a field has at most."""


@dataclass(frozen=True, slots=True)
class Ministry:
    """The tokens of a field, `start` to `end` (exclusive), the name of its body and the country said with the post."""

    start: int
    end: int
    called: str
    nation: str = ""
    place: str = ""


def ministries(doc: Doc, row: Rules) -> dict[tuple[int, int], str]:
    """The names of ministries by the tokens of the fields that stand for them."""
    found = [m for token in doc if _post(token, row) for m in _ministry(token, row)]
    places: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        places[normalise(one.called)].append(one.place)
    names = {}
    for one in found:
        others = places[normalise(one.called)]
        told = one.place and (len(set(others) - {""}) > 1 or not others[0])
        names[one.start, one.end] = f"{one.nation} {one.called}" if told and row.heads_close else one.called
        if told and not row.heads_close:
            head, _, rest = one.called.partition(" ")
            names[one.start, one.end] = f"{head} {one.nation} {rest}"
    return names


def _ministry(post: Token, row: Rules) -> Iterator[Ministry]:
    found = (_before(post, row) if row.heads_close else None) or _behind(post, row)
    if found is not None:
        yield found


def _post(token: Token, row: Rules) -> str:
    """The post that the word ends, without what a hyphen joins to it ("ex-ministre"); empty for other words."""
    forms = (token.doc[max(token.i - 2, 0) : token.i + 1].text.lower(), token.lower_.rpartition("-")[2])
    return next((form for form in forms if form in row.ministry_posts), "")


def _nation(token: Token) -> tuple[str, str]:
    """A nationality as it stands beside a masculine noun, and its country; nothing for other words."""
    place = origins(token.doc.lang_).get(token.lower_, "")
    forms = [form for form, name in origins(token.doc.lang_).items() if name == place and token.lower_.startswith(form)]
    return (min(forms, key=len), place) if place else ("", "")


def _before(post: Token, row: Rules) -> Ministry | None:
    """ "Economy Minister", "Indian foreign minister": the field stands in front."""
    doc, i = post.doc, post.i
    while i > 0 and not doc[i].is_sent_start and (doc[i - 1].lower_ in row.ministry_fields):
        i -= 1
        if i > 1 and doc[i - 1].lower_ in row.conjunctions and doc[i - 2].lower_ in row.ministry_fields:
            i -= 1
    if i == post.i:
        return None
    title = _post(post, row)
    body = row.ministry_posts[title]
    field = doc[i : post.i].text
    if title in row.ministry_proper and not field.istitle():
        return None
    called = f"{field if field.istitle() else field.capitalize()} {body}"
    ministry = Ministry(i, post.i, row.ministry_called.get(called, called))
    if i and not doc[i].is_sent_start and row.origins & {doc[i - 1].lower_}:
        place = origins(doc.lang_)[doc[i - 1].lower_]
        return replace(ministry, nation=doc[i - 1].text, place=place)
    return ministry


def _behind(post: Token, row: Rules) -> Ministry | None:
    """ "ministre britannique de la Technologie", "ministre déléguée chargée du Numérique", "minister of health"."""
    doc, i, nation = post.doc, post.i + 1, ("", "")
    while i < len(doc) and (doc[i].lower_ in row.origins or doc[i].lower_ in row.ministry_between):
        nation = _nation(doc[i]) if doc[i].lower_ in row.origins else nation
        i += 1
    first = i
    while i < len(doc) and i - first < 3 and doc[i].lower_ in row.ministry_links and not doc[i].is_sent_start:
        i += 1
    if i == first or i >= len(doc) or doc[i].is_sent_start or not _is_field(doc[i], doc[i - 1], row):
        return None
    if _post(post, row) in row.ministry_proper and not _is_national(doc[post.i : i + 1], row):
        return None
    end = _end(doc, i, row)
    body = row.ministry_posts[_post(post, row)]
    if row.heads_close:
        return Ministry(i, end, f"{body} of {doc[i:end].text.title()}", *nation)
    link = " ".join(doc[first:i].text.split())
    link = link if " " in body else row.ministry_of.get(link.lower(), link)
    return Ministry(i, end, f"{body} {link}{doc[i - 1].whitespace_}{doc[i:end].text}", *nation)


def _is_national(title: Span, row: Rules) -> bool:
    """Whether a title before a name is of a country: "Secretary of State X", not "Ohio Secretary of State X"."""
    doc, before = title.doc, title.start - 1
    alone = title.end >= len(doc) or doc[title.end].is_sent_start or not is_capital(doc[title.end])
    capital = (
        before >= 0 and not title[0].is_sent_start and (is_capital(doc[before]) or doc[before].lower_ in row.owned)
    )
    home = before >= 0 and (normalise(doc[before].text) in row.countries or doc[before].lower_ in row.origins)
    return title[0].is_title and title[-1].is_title and not alone and (not capital or home)


def _is_field(token: Token, link: Token, row: Rules) -> bool:
    """Whether the word is a field: one of a list, or an ordinary word with a capital behind an article."""
    if token.lower_ in row.ministry_fields or token.text in row.ministry_small:
        return True
    listed = normalise(token.text) in row.countries or normalise(token.text) in row.known
    if row.ministry_fields or listed or not is_capital(token) or not token.text[1:].islower():
        return False
    return link.lower_ in row.ministry_articles and is_word(token.doc.vocab, token.lower_)


def _end(doc: Doc, i: int, row: Rules) -> int:
    """Past the adjectives of a field, and further fields: "Économie et des Finances", "Affaires étrangères"."""
    end = i + 1
    while end < len(doc) and end - i < LONGEST and not doc[end].is_sent_start:
        adjective = is_a(doc.vocab, doc[end].lower_, "adj") and not is_a(doc.vocab, doc[end].lower_, "verb")
        if not row.ministry_fields and adjective and doc[end].is_lower and not doc[end].is_stop:
            end += 1
            continue
        if _completes(doc, end, row):
            end += 2
            continue
        j = end
        while j < len(doc) and j - end < 4 and (doc[j].lower_ in row.ministry_adds or doc[j].text == ","):
            j += 1
        joined = j > end and j < len(doc) and not doc[j].is_sent_start and doc[j - 1].text != ","
        if not joined or not _is_field(doc[j], doc[j - 1], row):
            break
        end = j + 1
    return end


def _completes(doc: Doc, i: int, row: Rules) -> bool:
    """Whether a preposition and a common noun from `i` on end the name of a field: "Cohésion *des territoires*"."""
    if i + 1 >= len(doc) or doc[i].lower_ not in row.ministry_completes or doc[i + 1].is_sent_start:
        return False
    return doc[i + 1].is_lower and is_a(doc.vocab, doc[i + 1].lower_, "noun")
