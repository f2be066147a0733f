"""Repairs of appositions: a post between a name and a comma says who the name is, whatever else the parser makes of it.

"X, le patron de Y, a rencontré Z" has one subject, and "…, dit X, le patron de Y" as well. What both break is the
treebanks' habit of few names: the parser takes the second noun for the subject, and the verb for a clause of the name.
"""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from .mending import attach, case, enthrone, has, words
from .naming import is_person_noun, person_words

_POST = 16
"""How many tokens a post may have up to the comma behind it."""

_REACH = 4
"""How many words a post may have before its noun, with its article: "l'actuelle et future présidente"."""


def repair_beside(name: Token, names: Mapping[int, str]) -> None:
    """Put the post that follows a person's name and a comma in apposition to the name."""
    noun = _post(name, names)
    one = name.dep_ == "appos" and is_person_noun(name.head) and "Plur" not in name.head.morph.get("Number", [])
    if noun is None and one:  # "Pour le patron de X, Pierre, Y ment"
        for child in list(name.head.rights):
            if child.i > name.i and _apart(child, names):
                attach(child, name.head, "parataxis")
    if noun is None or (noun.head == name and noun.dep_ == "appos"):
        return
    verb = noun.head
    if noun.dep_.startswith("nsubj") and verb != noun:
        _of_verb(name, noun, verb, names)
    elif noun.dep_ == "obj" and verb.i < name.i and name.head == verb:
        attach(noun, name, "appos")
    elif name in noun.subtree:
        _below(name, noun, names)


def _post(name: Token, names: Mapping[int, str]) -> Token | None:
    """The noun for people right behind a person's name and a comma."""
    doc, first = name.doc, name.i + 2
    if names.get(name.i) != "Person" or first >= name.sent.end or doc[name.i + 1].text != ",":
        return None
    for token in doc[first : min(first + _REACH, name.sent.end)]:
        if token.pos_ == "PROPN" and token.is_lower and token.i not in names:
            token.pos_ = "NOUN"
        if token.pos_ == "VERB" and token.lemma_ in person_words(name.doc.lang_):
            token.pos_ = "NOUN"  # "Marie, fondatrice de Renault": no verb has this lemma
            token.set_morph("Number=Sing")  # type: ignore[attr-defined]  # the stub lacks it
        if token.pos_ == "NOUN":
            return token if is_person_noun(token) and not has(token, "case", "cc") else None
        if token.pos_ not in {"DET", "ADJ"} or token.i in names:
            return None
    return None


def repair_alternating(doc: Doc, names: Mapping[int, str]) -> None:
    """Give each post of a list the name behind its comma: "le ministre de X, Paul, la ministre de Y, Marie, …".

    The parser sets the post behind a name beside that name, and one person has the posts of two.
    """
    items: list[tuple[Token, Token]] = []
    for token in doc:
        found = _with_bearer(token, names) if token.pos_ == "DET" else None
        if found is None:
            continue
        if items and not _follows(items[-1][1], token):
            _pair(items)
            items = []
        items.append(found)
    _pair(items)


def _with_bearer(article: Token, names: Mapping[int, str]) -> tuple[Token, Token] | None:
    """The post that the article opens and the person behind the comma that ends it."""
    doc, post = article.doc, None
    for token in doc[article.i + 1 : min(article.i + _POST, article.sent.end)]:
        if post is None and token.i < article.i + _REACH and is_person_noun(token) and token.i not in names:
            post = token
        elif token.text == ",":
            person = names.get(token.i + 1) == "Person"
            return (post, doc[token.i + 1]) if post is not None and person else None
        elif token.pos_ in {"VERB", "AUX", "PUNCT", "PRON"} or names.get(token.i) == "Person":
            return None
    return None


def _follows(bearer: Token, article: Token) -> bool:
    """Whether nothing but a comma and a conjunction stands between the two."""
    between = bearer.doc[bearer.i + 1 : article.i]
    return len(between) > 0 and all(t.text == "," or t.pos_ == "CCONJ" for t in between)


def _pair(items: list[tuple[Token, Token]]) -> None:
    """Hang each person on the post, and the posts on the first as what a list goes on with."""
    if len(items) < 2:
        return
    first = items[0][0]
    for post, bearer in items:
        if bearer in post.ancestors or (bearer.dep_.startswith("nsubj") and bearer.head != post):
            attach(post, bearer.head, bearer.dep_)  # the post stands for both in the sentence
        attach(bearer, post, "appos")
    if case(first) and not any(has(post, "cc") for post, _ in items):
        return  # "selon le patron de X, Paul, la ministre de Y, Marie, ment"
    for post, _ in items[1:]:
        attach(post, first, "conj")


def _of_verb(name: Token, noun: Token, verb: Token, names: Mapping[int, str]) -> None:
    """Leave the verb one subject: the name, or what follows the post where the name has a preposition."""
    label = noun.dep_
    closed = _closed(noun, verb)
    if verb.i < name.i:
        if name.head == verb and name.dep_.startswith("nsubj"):
            attach(noun, name, "appos")
    elif case(name):
        between = (t for t in verb.doc[noun.i + 1 : verb.i] if t.head == noun or (t.head == verb and t.dep_ == label))
        subject = next((t for t in between if _apart(t, names)), None)
        if closed and subject is not None:
            attach(subject, verb, label)
            attach(noun, name, "appos")
    elif closed and name.head == verb and name.dep_.startswith("nsubj"):
        attach(noun, name, "appos")
    elif closed and verb.head == name and not _relative(verb):
        head, dep = name.head, name.dep_
        if head == name:
            enthrone(verb)
        else:
            attach(verb, head, dep)
        if attach(name, verb, label):
            attach(noun, name, "appos")
            _next_bearers(noun, name)


def _below(name: Token, noun: Token, names: Mapping[int, str]) -> None:
    """Turn the tree round where the post stands above the name and all that comes before it."""
    top = name
    while top.head != noun:
        top = top.head
    before = [t for t in noun.lefts if t.i < name.i]
    if noun.head == noun:
        enthrone(top)
    else:
        attach(top, noun.head, noun.dep_)
    attach(noun, name, "appos")
    for child in before:
        if child != top:
            attach(child, top, child.dep_)
    _set_apart(noun, top, names)


def _set_apart(noun: Token, top: Token, names: Mapping[int, str]) -> None:
    """A name after the next comma is nothing that is said of the post."""
    for child in list(noun.rights):
        if _apart(child, names):
            attach(child, top, "parataxis")


def _apart(name: Token, names: Mapping[int, str]) -> bool:
    """Whether a name stands behind a comma, and nothing joins it to what is before."""
    return name.i in names and name.nbor(-1).text == "," and not has(name, "case", "cc")


def _closed(noun: Token, verb: Token) -> bool:
    """Whether a comma ends the post before the verb."""
    return any(t.text == "," for t in noun.doc[noun.i : verb.i])


def _relative(verb: Token) -> bool:
    """Whether a clause has a relative pronoun."""
    return any(t.lower_ in words(verb, "relatives") for t in verb.children)


def _next_bearers(noun: Token, name: Token) -> None:
    """ "Pierre, le patron de X, et Marie": the second name is coordinated with the first, and not with its post."""
    for child in list(noun.children):
        if child.dep_ == "conj" and child.pos_ == "PROPN":
            attach(child, name, "conj")
