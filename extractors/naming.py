"""Repairs of names with their titles: which noun a name beside it, behind a comma or in brackets belongs to.

The words tell more surely than the parser: between "le ministre" and a name there is at most an adjective, a complement
or a bracket.
"""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from ..graph.ontology import ontology
from .lexicon import load
from .mending import PARENTHESIS, attach, case, has, start, words
from .relations import person_nouns, rows

MAX_BRACKET = 8
"""The most tokens of a bracket that is passed over or read."""


def repair_titles(name: Token, names: Mapping[int, str]) -> None:
    """Hang a name on the noun that it names."""
    _in_brackets(name, names)
    _beside_noun(name, names)
    _before_noun(name)
    _after_comma(name)
    _second_subject(name)
    _nearest(name)
    _second_noun(name)
    _title_of_place(name, names)
    _title_behind_adverb(name, names)
    _named_post(name, names)


def title(name: Token, names: Mapping[int, str], end: int) -> Token | None:
    """The noun whose phrase ends before the token `end`, as far as the name can be its: "l'éditeur de logiciels X".

    The head of "le président du groupe" is the group for a company and the president for a person.
    """
    doc, opening = name.doc, name.sent.start
    person = names.get(name.i) == "Person"
    found: Token | None = None
    crossed = False
    i = end - 1
    while i >= opening:
        token = doc[i]
        if token.text == ")" and found is None:
            i = next((k - 1 for k in range(i, max(opening, i - MAX_BRACKET), -1) if doc[k].text == "("), opening - 1)
        elif token.i in names and token.dep_ == "amod" and names[token.i] == "Party":  # "le député LFI Pierre"
            i -= 1
        elif token.i in names:  # "le patron de Renault Pierre", "la sénatrice de la Loire Marie"
            before = i - 2 if doc[i - 1].pos_ == "DET" else i - 1
            if found is not None or before <= opening or doc[before].pos_ != "ADP":
                break
            person = crossed = True
            i = before - 1
        elif token.pos_ == "ADJ" or (token.pos_ == "VERB" and found is None and token.dep_ in {"amod", "acl"}):
            i -= 1
        elif token.pos_ == "NOUN":
            found = token
            i -= 1
        elif found is None:
            break
        elif (token.pos_ == "ADP" and token.lower_ not in words(token, "articles")) or (
            person and _is_thing(found) and case_at(doc[i]) and i > opening
        ):  # bare: "éditeur de logiciels"
            found, i = None, i - 1
        elif person and _is_thing(found) and token.pos_ == "DET" and i > opening and doc[i - 1].pos_ == "ADP":
            found, i = None, i - 2
        else:
            break
    if found is None or found.lower_ in words(found, "times") or (crossed and not is_person_noun(found)):
        return None
    return found


def case_at(token: Token) -> bool:
    """Whether the token is a preposition with its article in one ("du")."""
    return token.pos_ == "ADP" and token.lower_ in words(token, "articles")


@cache
def person_words(lang: str) -> frozenset[str]:
    """The nouns for people: posts, and descriptions of a person."""
    return person_nouns(lang) | frozenset(load(lang, "references")["descriptions"]["Person"])


def is_person_noun(noun: Token) -> bool:
    """Whether only a person can be what the noun says."""
    known = person_words(noun.doc.lang_)
    lemma = noun.lemma_.lower()
    for former in words(noun, "formers"):  # "ex-patron"
        lemma = lemma.removeprefix(former) if former.endswith("-") else lemma
    return lemma in known or noun.lower_ in known


def _is_thing(noun: Token) -> bool:
    return not is_person_noun(noun)


def _in_brackets(name: Token, names: Mapping[int, str]) -> None:
    """ "le sénateur (LR) Pierre", "Pierre (LR, Paris)": a name in brackets says something of what is before them."""
    doc, i = name.doc, name.i - 1
    while i > name.sent.start and (i in names or doc[i].is_punct or doc[i].lower_ in words(name, "formers")):
        if doc[i].text == "(":
            break
        if doc[i].text == ")" or name.i - i > MAX_BRACKET:
            return
        i -= 1
    if i <= name.sent.start or doc[i].text != "(":
        return
    if not any(t.text == ")" for t in doc[name.i + 1 : name.i + 1 + MAX_BRACKET]):
        return
    before = doc[i - 1]
    anchor = before if before.i in names else title(name, {}, i)
    if anchor is not None and (anchor.head != name or attach(anchor, name.head, name.dep_)):
        attach(name, anchor, PARENTHESIS)


def _beside_noun(name: Token, names: Mapping[int, str]) -> None:
    """A name right after a noun is its name: "le sénateur de Lyon Pierre", "l'éditeur de logiciels Renault"."""
    if name.dep_ == PARENTHESIS or case(name) or has(name, "det"):
        return
    noun = title(name, names, name.i)
    joined = name.dep_ in {"flat:name", "appos", "nmod"}
    if noun is None:
        _beside_nothing(name)
        return
    single = "Plur" not in noun.morph.get("Number", [])  # "les députés LFI" are the party, one of them is not
    if names[name.i] == "Party" and noun.i == name.i - 1 and is_person_noun(noun) and single:
        attach(name, noun, "amod")
        return
    if name.head == noun or any(ancestor == name for ancestor in noun.ancestors):
        if name.head == noun and name.dep_ in {"flat:name", "amod", "fixed", "dep"}:
            name.dep_ = "appos"
        return
    if not joined:
        if names[name.i] == "Person" and not is_person_noun(noun):
            return
        if name.dep_.startswith("nsubj") and noun.dep_.startswith("obl") and noun.head == name.head:
            return  # "A annoncé à la presse Pierre"
    if name.dep_.startswith(("nsubj", "obj")) and (noun.head.i < noun.i or noun.head == name.head):
        comma = noun.doc[start(noun) - 1].text == "," if start(noun) else True
        if noun.dep_ in {"appos", "obl:mod", "dep", "dislocated"} and comma:  # "Selon X, l'industriel Y a …"
            attach(noun, name.head, name.dep_)
    for child in list(name.children):  # what the parser hung on the name as if it were a subject of its own
        if child.dep_ == "appos" and child.i < name.i:
            attach(child, noun, "appos")
    attach(name, noun, "appos")


def _beside_nothing(name: Token) -> None:
    """ "met en demeure Renault", "critique Renault": no noun is named here, and a verb has no apposition."""
    head = name.head
    bare = head.pos_ == "NOUN" and case(head) and not has(head, "det") and head.head.pos_ == "VERB"
    verb = head.head if bare and name.dep_ in {"nmod", "appos", "flat:name"} and head.i == name.i - 1 else head
    if verb.pos_ == "VERB" and name.dep_ in {"nmod", "appos", "flat:name"} and verb.i < name.i:
        rival = next((child for child in verb.children if child.dep_ == "obj"), None)
        others = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > name.i]
        if rival is not None and others and rival.i > others[0].i:  # "a critiqué Marie et soutenu Paul"
            attach(rival, others[0], "obj")
            rival = None
        elif rival is not None and rival.i > name.i and rival.pos_ == "PROPN" and rival.nbor(-1).pos_ == "CCONJ":
            attach(rival, name, "conj")  # "compte Renault et Pierre"
            rival = None
        if rival is None:
            attach(name, verb, "obj")
    elif name.dep_ == "flat:name" and head != name:
        name.dep_ = "appos"


def _before_noun(name: Token) -> None:
    """ "Pierre, le patron de Renault, réclame": the name is the subject, and the noun in apposition to it."""
    if name.dep_ not in {"obl:mod", "obl:arg", "dislocated", "vocative"} or case(name) or name.i + 2 >= len(name.doc):
        return
    if name.nbor(1).text != ",":
        return
    verb = name.head
    noun = next((child for child in verb.children if child.dep_.startswith("nsubj") and child.i > name.i), None)
    if noun is None:
        return
    counted = noun.lower_ in words(name, "partitives")  # "Pierre, l'un des patrons de Renault, réclame"
    if (noun.pos_ == "NOUN" or counted) and start(noun) == name.i + 2:
        label = noun.dep_
        if attach(noun, name, "appos"):
            name.dep_ = label


def _nearest(name: Token) -> None:
    """ "le patron de X, Pierre, et celui de Y, Marie": a name after a comma belongs to the nearest of several."""
    if name.dep_ != "appos" or name.i < 2 or name.nbor(-1).text != "," or name.head.i > name.i:
        return
    candidate = name.nbor(-2)
    while candidate != name.head and candidate.dep_ != "conj" and candidate.head != candidate:
        candidate = candidate.head
    if candidate.dep_ == "conj" and has(candidate, "cc") and name.head in candidate.ancestors and not case(candidate):
        attach(name, candidate, "appos")


def _second_subject(name: Token) -> None:
    """ "Le fils de X, Pierre, dirige": of two subjects the name between commas is in apposition to the noun."""
    if not name.dep_.startswith("nsubj") or name.i < 2 or name.i + 1 >= len(name.doc):
        return
    if name.nbor(-1).text != "," or name.nbor(1).text != ",":
        return
    for noun in name.head.children:
        if noun.dep_ == name.dep_ and noun.i < name.i and noun.pos_ == "NOUN" and is_person_noun(noun):
            attach(name, noun, "appos")
            return


def _title_of_place(name: Token, names: Mapping[int, str]) -> None:
    """ "La présidente de la région Bretagne, Marie,": a person after a comma is the president, and not the region."""
    noun = name.head
    if names[name.i] != "Person" or name.dep_ != "appos" or noun.pos_ != "NOUN" or is_person_noun(noun):
        return
    if name.i < 2 or name.nbor(-1).text != "," or noun.i > name.i:
        return
    while noun.pos_ == "NOUN" and case(noun) in words(noun, "of") and noun.head.i < noun.i:
        noun = noun.head
        if is_person_noun(noun):
            attach(name, noun, "appos")
            return


def _title_behind_adverb(name: Token, names: Mapping[int, str]) -> None:
    """ "Le ministre de l'époque, un certain Pierre, recrute": a person with an article is no when and where."""
    verb = name.head
    if names[name.i] != "Person" or not name.dep_.startswith("nsubj") or name.i > verb.i or name.i < 2:
        return
    for noun in verb.children:
        if noun.dep_ not in {"obl:mod", "dislocated"} or not is_person_noun(noun) or noun.i > name.i or case(noun):
            continue
        first = start(name)
        closed = name.right_edge.i + 1 < len(name.doc) and name.doc[name.right_edge.i + 1].text == ","
        if (
            has(noun, "det")
            and closed
            and name.doc[first - 1].text == ","
            and noun.right_edge.i in {first - 1, first - 2}
        ):
            label = name.dep_
            attach(name, noun, "appos")
            noun.dep_ = label
            return


_ASTRAY = frozenset(("conj", "obl:mod", "obl:arg", "nmod", "dep", "dislocated", "parataxis", "flat:name"))
"""Labels that the parser gives to a name between commas whose post it does not see."""


def _named_post(name: Token, names: Mapping[int, str]) -> None:
    """ "Le maire (LR) de Lyon, Pierre, recrute", "reçoit le patron de Renault, Pierre.": such a name has the post.

    The post is the one right before the first comma, with its article.
    """
    doc, i = name.doc, name.i
    if names[i] != "Person" or name.dep_ not in _ASTRAY or i - 2 < name.sent.start or doc[i - 1].text != ",":
        return
    if case(name) or has(name, "det", "cc", "conj") or (i + 1 < name.sent.end and not doc[i + 1].is_punct):
        return
    noun = title(name, names, i - 1)
    if noun is None or noun == name.head or not is_person_noun(noun) or not has(noun, "det"):
        return
    if "Plur" in noun.morph.get("Number", []) or any(c.dep_ == "appos" and c.i in names for c in noun.children):
        return
    first = start(noun)  # "Marie, le patron de Renault, Pierre, …": the post is Marie's
    if first - 2 >= name.sent.start and doc[first - 1].text == "," and names.get(first - 2) == "Person":
        return
    attach(name, noun, "appos")


def _second_noun(name: Token) -> None:
    """ "Pierre, le patron de X, était présent": of two subjects a noun between commas is in apposition to the name."""
    if not name.dep_.startswith("nsubj") or name.i + 1 >= len(name.doc) or name.nbor(1).text != ",":
        return
    for noun in list(name.head.children):
        after = noun.right_edge.i + 1
        closed = after < len(noun.doc) and noun.doc[after].text == ","
        if noun.dep_ == name.dep_ and noun.pos_ == "NOUN" and closed and start(noun) == name.i + 2:
            attach(noun, name, "appos")
            return


def _after_comma(name: Token) -> None:
    """A name after a comma with no "et" is in apposition to the noun before: "le gouverneur de Floride, Pierre,"."""
    if name.dep_ != "conj" or name.i < 2 or name.nbor(-1).text != "," or case(name):
        return
    if has(name, "cc", "conj") or name.head.pos_ == "PROPN":  # "Pierre, Marie et Paul"
        return
    noun = name.nbor(-2)
    while noun.pos_ != "NOUN" and noun.head.i < noun.i and noun.head != noun:
        noun = noun.head
    if noun.pos_ == "NOUN":
        attach(name, noun, "appos")


def _to_bearer(noun: Token, names: Mapping[int, str]) -> None:
    """ "Pierre, patron de X, et Marie": a name behind an apposition is coordinated with what bears the apposition."""
    bearer = noun.head
    if bearer.i not in names:
        return
    for child in list(noun.children):
        if child.dep_ == "conj" and names.get(child.i) == names[bearer.i] and not case(child):
            attach(child, bearer, "conj")


def _chained(noun: Token, name: Token, names: Mapping[int, str]) -> bool:
    """ "Pierre, fils de Paul et de Marie, frère de Luc": of two bonds of one kind the second is of the same person.

    Whether it was is moved from the name that completes the first to what the first is said of.
    """
    first = name
    while first.dep_ == "conj" and first.head.i in names:
        first = first.head
    bond = first.head
    if name.i not in names or not case(first) or bond.pos_ != "NOUN" or bond.dep_ != "appos" or has(noun, "det"):
        return False
    if not _bonds(noun) & _bonds(bond) or noun.head not in {name, first}:
        return False
    return attach(noun, bond.head, "appos")


def _bonds(noun: Token) -> frozenset[str]:
    """The symmetric relations that a noun says people to have: kinship, rivalry, partnership."""
    known = ontology().relations
    found = rows(noun.doc.lang_).get(("noun", noun.lemma_.lower()), ())
    return frozenset(row.relation for row in found if known[row.relation].symmetric)


_UNLIKELY = frozenset(("conj", "obj", "obl:mod", "fixed", "dep", "dislocated", "parataxis"))
"""Labels that a noun without a preposition seldom has behind a name and a comma."""


def repair_apposition(noun: Token, names: Mapping[int, str]) -> None:
    """A noun after a name and a comma is in apposition to it: "Pierre, patron de Renault", "Renault, la division qui".

    No object follows a comma, and a conjunct without "et" that does not go on to another is no coordination. A post
    without an article is not one of several things either: "Pierre, ministre de X et président de Y".
    """
    if noun.pos_ == "ADJ" and noun.dep_ == "appos" and noun.head.pos_ == "VERB":  # "Pierre, une ancienne de Renault"
        pass
    elif noun.pos_ != "NOUN" or noun.head.i > noun.i or case(noun):
        return
    first = start(noun)
    name = noun.doc[first - 2] if first - 2 >= noun.sent.start and noun.doc[first - 1].text == "," else noun
    if noun.dep_ == "appos":
        if _chained(noun, name, names):
            return
        wrong = noun.head.pos_ in {"VERB", "AUX"} or (is_person_noun(noun) and not is_person_noun(noun.head))
        if name.i in names and wrong and noun.head.i not in names:
            attach(noun, name, "appos")
        _to_bearer(noun, names)
        return
    head = noun.head
    if noun.dep_ == "conj" and head.i in names and not has(noun, "det") and is_person_noun(noun):
        if case(head) and head.head.pos_ == "NOUN":
            attach(noun, head.head, "conj")
        elif not case(head):
            attach(noun, head, "appos")
        return
    beside_verb = noun.dep_ == "nmod" and head.pos_ == "VERB"  # "fondée par X, un ancien de Y"
    if not (noun.dep_ in _UNLIKELY or beside_verb) or has(noun, "cc") or name.i not in names:
        return
    if noun.dep_ == "conj" and names[name.i] != "Person" and is_person_noun(noun) and is_person_noun(head):
        return  # "Pierre, patron de Renault, député de Lyon": one post beside another
    rivals = noun.dep_ == "obj" and name.dep_ == "obj" and name.head == head
    if has(noun, "conj"):
        if rivals:
            attach(noun, name, "appos")
            _to_bearer(noun, names)
        return
    listed = noun.dep_ == "conj" and head == name and noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ","
    if not listed:
        attach(noun, name, "appos")
