"""Repairs of what stands away from its word: objects behind an adjunct, agents behind a noun, subjects behind a clause.

"a vendu pour dix millions sa filiale" has the object behind an amount, and the parser makes it a part of that; "bloque
le rachat de X par Y" has the agent of the noun, and the parser makes it the verb's.
"""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Token

from .lexicon import load
from .mending import attach, case, enthrone, finite, has, start, words
from .naming import is_person_noun
from .relations import rows

_HANGS = frozenset(("nmod", "amod", "appos", "dep", "conj"))
"""Labels of a noun that the parser has put under the phrase before it."""


def repair_displaced(token: Token, names: Mapping[int, str]) -> None:
    """Mend what `token` hangs on, where it stands away from its word."""
    _fixed(token, names)
    _second_time(token)
    _behind_adjunct(token, names)
    _behind_place(token, names)
    _agent_of_noun(token)
    _defined(token, names)


def _fixed(name: Token, names: Mapping[int, str]) -> None:
    """ "Alors que Renault négocie": a name is no part of a conjunction, and the subject of the verb behind it."""
    following = name.nbor(1) if name.i + 1 < name.sent.end else name
    if name.i not in names or name.dep_ != "fixed" or following == name:
        return
    verb = following.head if following.dep_.startswith("aux") else following
    if verb.pos_ == "VERB" and finite(verb) and not has(verb, "nsubj"):
        attach(name, verb, "nsubj:pass" if has(verb, "aux:pass") else "nsubj")


def _second_time(token: Token) -> None:
    """ "Pierre a reçu vendredi matin Marie": a bare time beside a subject is no second one, and no object."""
    if token.lower_ not in words(token, "times") or has(token, "det", "case", "amod", "nummod"):
        return
    subject = token.dep_.startswith("nsubj") and any(
        c.dep_.startswith("nsubj") and c.i < token.i for c in token.head.children
    )
    before = token.nbor(-1) if token.i else token
    if subject or (token.dep_ == "obj" and before.lower_ in words(token, "times")):
        token.dep_ = "obl:mod"


def _behind_adjunct(token: Token, names: Mapping[int, str]) -> None:
    """ "a vendu pour dix millions sa filiale": a noun with an article behind an adjunct is the verb's.

    So is a name behind an amount or a time, which have none.
    """
    noun = token.pos_ == "NOUN" and has(token, "det")
    if token.dep_ not in _HANGS or case(token) or has(token, "cc", "nummod") or not (noun or token.i in names):
        return
    first, above = start(token), token.head
    if above.i > token.i or first == token.sent.start or token.doc[first - 1].is_punct:
        return
    counted = above.lemma_.lower() in words(token, "amounts") or above.lower_ in words(token, "times")
    if token.i in names and not counted:
        return
    if above.lower_ not in words(token, "times") and not any(case(t) for t in (above, above.head)):
        return
    verb = above
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if verb.pos_ != "VERB" or verb.i > above.i or has(verb, "obj", "aux:pass", "ccomp"):
        return
    if any(c.dep_.startswith("nsubj") for c in verb.children) or not finite(verb):
        attach(token, verb, "obj")
    elif names.get(token.i) == "Person" or is_person_noun(token):
        attach(token, verb, "nsubj")


def _behind_place(name: Token, names: Mapping[int, str]) -> None:
    """ "a reçu à Lyon Pierre": a person right behind a place with a preposition is whom the verb is done to."""
    place = name.head
    if names.get(name.i) != "Person" or name.dep_ not in {*_HANGS, "flat:name"} or case(name) or place.i != name.i - 1:
        return
    verb = place.head
    if place.i not in names or not case(place) or verb.pos_ != "VERB" or verb.i > place.i:
        return
    if has(verb, "nsubj") and not has(verb, "obj", "aux:pass", "ccomp", "expl:comp"):
        attach(name, verb, "obj")


def _agent_of_noun(token: Token) -> None:
    """ "bloque le rachat de Renault par Pierre": an active verb has no agent, and the noun before it has one."""
    verb, agents = token.head, _agents(token.doc.lang_)
    if case(token) not in agents or not token.dep_.startswith("obl") or verb.pos_ != "VERB" or verb.i > token.i:
        return
    attribute = verb.dep_ == "xcomp" and not has(verb, "aux")  # "s'est dit opposé au rachat de Renault par Pierre"
    if has(verb, "aux:pass") or not (attribute or finite(verb) or "Inf" in verb.morph.get("VerbForm", [])):
        return
    for noun in verb.children:
        near = verb.i < noun.i < token.i and noun.right_edge.i + 1 == start(token)
        if near and noun.pos_ == "NOUN" and takes_agent(noun):
            attach(token, noun, "nmod")
            return


def takes_agent(noun: Token) -> bool:
    """Whether a row gives the noun an agent: "le rachat par Renault"."""
    agents = _agents(noun.doc.lang_)
    known = rows(noun.doc.lang_).get(("noun", noun.lemma_.lower()), ())
    return any(agents & {*row.subject, *row.object} for row in known)


def _defined(token: Token, names: Mapping[int, str]) -> None:
    """ "Celui qui dirige Renault, Pierre, recrute": the name behind the clause says who the pronoun is."""
    if token.lower_ not in words(token, "repeating") or "Sing" not in token.morph.get("Number", []):
        return
    clause = next((c for c in token.children if c.dep_ == "acl:relcl"), None)
    if clause is None:
        return
    doc = token.doc
    for name in doc[clause.i + 2 : token.sent.end - 2]:
        if names.get(name.i) == "Person" and doc[name.i - 1].text == doc[name.i + 1].text == ",":
            break
    else:
        return
    verb, label = name.head, name.dep_
    if not label.startswith("nsubj") or verb.i < name.i or verb.pos_ != "VERB":
        return
    if token.head == token:
        enthrone(verb)
    if token.head == verb or attach(token, verb, label):
        token.dep_ = label
        attach(name, token, "appos")


@cache
def _agents(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")["voice"]["agents"])
