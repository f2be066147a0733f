"""Pronouns and possessives: what they stand for, by agreement, salience and what their clause rules out (Chomsky 1981).

Where the first candidate does not lead clearly, or has no name, nothing is resolved.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from ..graph.ontology import ontology
from .annotations import Cluster
from .discourse import Discourse, Scores
from .pointers import Pointer, word
from .relations import rows
from .salience import MARGIN, SUBJECTS, Found, choose
from .trees import adapter, features, governor, role_in_head

NEAR = 1
"""How many sentences back a pronoun can point."""

_BACK = 2
"""How many governors above a pronoun's own have a subject that it cannot be."""

_DECAY = (1.0, 0.7)
_LONG_DECAY = (1.0, 0.7, 0.5)  # where the sentence before brings up nothing that agrees

_UNSURE_PERSON, _UNSURE_THING = 0.85, 0.7
"""What an unknown gender leaves of a candidate: names of things have none that a text would show."""
_UNSURE_MARGIN = 0.5  # between people of unknown gender
_OTHER_GENDER = 0.6  # of a thing: "le groupe" and "la société" may be one
_INHUMAN = 0.4  # a thing, for "elle est directrice"
_AMISS = 0.5  # a person competes for "son patron", but none is resolved to
_PLACE = 0.8
_JOINED = 0.6  # "Kart et son patron"
_MATRIX = 1.25  # the subject of a clause that the pronoun's clause is a part of

_CLIMB = 4
_OWN_CLAUSE = frozenset(("conjunct", "relative", "clause", "apposition", "parataxis"))

_INERT = frozenset(("Event", "Law", "Work"))


def pronoun(text: Discourse, point: Pointer) -> tuple[Found | None, str]:
    """What a pronoun or possessive stands for, and by which step."""
    token, via = point.token, point.via
    if via == "pronoun:object" and _unresolved_subject(text, token):
        return None, via  # "Il lui a confié X": who is who?
    like = via == "pronoun:subject" and _like_a_person(text, token)
    if like:
        point = replace(point, types=frozenset({"Person"}))
    found = _latter(text, point) if via == "pronoun:latter" else _salient(text, point)
    if like and found is not None and _one_of_several(text, token, found.cluster):
        return None, via
    ahead = _subject_ahead(text, point)
    if ahead is not None and (found is None or found.cluster is not ahead.cluster):
        found, via = ahead, via.split(":")[0] + ":ahead"
    return (found if found is not None and _admitted(point, found.cluster) else None), via


def _like_a_person(text: Discourse, token: Token) -> bool:
    """Whether a person is what the subject has to be like: "Il succède à Anne Martin", "Elle remplace Paul Duval"."""
    verb, known = governor(token)[1], rows(token.doc.lang_)
    if role_in_head(token) != "subject":
        return False
    found = [row for row in known.get(("verb", verb.lemma_.lower()), ()) if not row.idiom and "subject" in row.subject]
    alike = [row for row in found if ontology().relations[row.relation].same_kind]
    ends = {role for row in alike for role in row.object}
    others = [text.at.get(c.i) for role, c in adapter(verb)(verb) if role in ends]
    return bool(others) and all(c is not None and c.type == "Person" for c in others)


def _one_of_several(text: Discourse, pronoun: Token, cluster: Cluster) -> bool:
    """Whether the sentence before is not about this person, and speaks of others that the pronoun may be as well.

    "Kart, fondé par Luc Marchand, a choisi Paul Duval. Il succède à …": what comes after is about either.
    """
    people: set[int] = set()
    for _, candidate in text.before(pronoun, 1):
        other = text.stands_for(candidate)
        if other is None or other.type != "Person":
            continue
        role, head = governor(candidate)
        if other is cluster and role in SUBJECTS and head == candidate.sent.root:
            return False
        people.add(id(other))
    return len(people) > 1


def _unresolved_subject(text: Discourse, token: Token) -> bool:
    verb = governor(token)[1]
    pronouns = text.words.pronouns
    return any(role in SUBJECTS and c.lower_ in pronouns and c.i not in text.heads for role, c in adapter(verb)(verb))


def _salient(text: Discourse, point: Pointer) -> Found | None:
    barred, above = _barred(text, point), {t.i for t in point.token.ancestors}
    others, inside = text.clusters_at(barred), text.quoted.get(point.token.i)
    if inside is not None and inside.speaker is not None:
        others.add(id(text.stands_for(inside.speaker)))  # "« Il … », dit X" is not about X
    joined = governor(point.token.head) if point.via == "possessive" else ("", point.token)

    def score(candidate: Token, cluster: Cluster | None, decay: float) -> float:
        apart = candidate.i in barred or id(cluster) in others
        apart = apart or (inside is None and candidate.i in text.quoted)
        agreeing = 0.0 if apart else _agreement(text, point, candidate, cluster)
        value = text.weight(candidate) * decay * agreeing
        if agreeing and joined[0] == "conjunct" and joined[1].i == candidate.i:
            value += _JOINED
        if candidate.head.i in above and role_in_head(candidate) in SUBJECTS:
            value *= _MATRIX
        return value

    scores = text.scores(point.token, _DECAY, score) or text.scores(point.token, _LONG_DECAY, score)
    unsure = [1 for _, c in scores.values() if c is not None and c.type == "Person" and not text.facts.gender(c)]
    found = choose(scores, _UNSURE_MARGIN if point.gender and len(unsure) > 1 else MARGIN)
    return None if found is not None and _outdone(text, point, found.cluster, scores) else found


def _outdone(text: Discourse, point: Pointer, cluster: Cluster, scores: Scores) -> bool:
    """Whether a thing is of the other gender, and one that agrees was named: "La Commission … le Chips Act. Il …"."""
    own = text.facts.gender(cluster)
    if point.gender not in {"Masc", "Fem"} or own in {"", point.gender}:
        return False
    return any(other is not None and text.facts.gender(other) == point.gender for _, other in scores.values())


def _latter(text: Discourse, point: Pointer) -> Found | None:
    """The last thing before that agrees, with a name or without."""
    barred = _barred(text, point)
    others = text.clusters_at(barred)
    last: dict[int, Token] = {}
    for back, candidate in text.before(point.token, NEAR):
        cluster = text.stands_for(candidate)
        apart = candidate.i in barred or id(cluster) in others
        within = last.get(back) is not None and last[back] in candidate.ancestors  # Y in "X, la présidente de Y"
        if not apart and not within and _agreement(text, point, candidate, cluster):
            last[back] = candidate
    found = last.get(0) or last.get(1)
    cluster = text.stands_for(found) if found is not None else None
    return (
        Found(cluster, _agreement(text, point, found, cluster)) if cluster is not None and found is not None else None
    )


def _agreement(text: Discourse, point: Pointer, token: Token, cluster: Cluster | None) -> float:
    """How well a candidate agrees with a pronoun, 0 to 1."""
    if cluster is None:
        return _unnamed(text, point, token)
    if point.types is not None and cluster.type not in point.types and not point.personal:
        return _AMISS if cluster.type == "Person" and point.gender != "Neut" else 0.0
    if cluster.type == "Person":
        if point.gender == "Neut":
            return 0.0
        known = text.facts.gender(cluster)
        if point.gender and known and known != point.gender:
            return 0.0
        return 1.0 if known or not point.gender else _UNSURE_PERSON
    if point.personal or (point.acts and cluster.type in _INERT):
        return 0.0
    weight = _PLACE if cluster.type == "Place" or cluster.type in _INERT else 1.0
    weight *= _INHUMAN if point.human else 1.0
    if point.gender in {"", "Neut"}:
        return weight
    own = features(token, "Gender") if token.pos_ == "NOUN" else []
    gender = own[0] if own else text.facts.gender(cluster)
    if not gender:
        return weight * _UNSURE_THING
    return weight if gender == point.gender else weight * _OTHER_GENDER * (0.0 if own else 1.0)


def _unnamed(text: Discourse, point: Pointer, token: Token) -> float:
    """How well something without a name agrees: it competes, and cannot be resolved to."""
    if token.pos_ not in {"NOUN", "PROPN"}:  # a pronoun that was not resolved: the same word is likely the same
        pronouns = {**text.words.pronouns, **text.words.possessives}
        gender = pronouns.get(token.lower_, "")
        return 1.0 if point.gender in {gender, ""} or not gender else 0.0
    if "Plur" in features(token, "Number"):
        return 0.0
    noun = word(token)
    person = text.words.person(noun)
    if (point.gender == "Neut" and person) or (point.personal and not person):
        return 0.0
    if point.acts and not person and noun not in text.words.described:
        return 0.0
    genders = features(token, "Gender")
    agrees = point.gender in {"", "Neut"} or not genders or point.gender in genders
    if point.types is not None:
        type_ = "Person" if person else text.words.described.get(noun, "")
        agrees = agrees and (type_ in point.types or not type_)
    return 1.0 if agrees else 0.0


def _barred(text: Discourse, point: Pointer) -> frozenset[int]:
    """The tokens that a pronoun cannot stand for: what its verb has besides, and what it is said of."""
    token = point.token
    if point.via == "possessive":
        noun = token.head
        role, head = governor(noun)
        barred = {t.i for t in noun.subtree}
        if role == "apposition":
            barred.add(head.i)
        elif role == "attribute":
            barred |= {c.i for r, c in adapter(head)(head) if r in SUBJECTS}
        return frozenset(barred)
    role, head = governor(token)
    while role not in SUBJECTS and _quantity(head) and governor(head)[1] != head:  # "40% of it"
        head = governor(head)[1]
    beside = [t for t in text.sentences[text.number(token)] if t.i < token.i and governor(t)[1] == head]
    barred = {t.i for t in beside} | {c.i for t in beside for c in _with(t)}
    barred.add(head.i)
    if role in SUBJECTS:
        for phrase in head.lefts:  # "Diplômée de l'Essec, elle …"; a clause may name whom the pronoun takes up
            if phrase.i < token.i and not any(r in SUBJECTS for r, _ in adapter(phrase)(phrase)):
                barred.update(t.i for t in phrase.subtree)
        barred = {i for i in barred if not text.topical(text.doc[i])}
    if role not in SUBJECTS:
        for _ in range(_BACK):
            role, above = governor(head)
            if role not in {"conjunct", "open_clause", "adverbial"} or above == head:
                break
            barred |= {c.i for r, c in adapter(above)(above) if r in SUBJECTS}
            head = above
        barred |= _antecedents(text, barred, head)
    return frozenset(barred)


def _quantity(token: Token) -> bool:
    return token.pos_ in {"NUM", "SYM"} or token.like_num or token.text == "%"


def _with(token: Token) -> Iterator[Token]:
    """What is coordinated with a token, and the names beside it: "X, Y et le groupe Z"."""
    for joined in (token, *token.conjuncts):
        yield joined
        yield from (c for role, c in adapter(joined)(joined) if role == "apposition" or c.dep_.startswith("flat"))


def _antecedents(text: Discourse, tokens: set[int], verb: Token) -> set[int]:
    """What a relative pronoun among the tokens stands for: X in "X, qui a fondé Y avant de le quitter"."""
    role, noun = governor(verb)
    relative = role == "relative" and any(text.doc[i].lower_ in text.words.relatives for i in tokens)
    return {noun.i, *(c.i for r, c in adapter(noun)(noun) if r == "apposition")} if relative else set()


def _subject_ahead(text: Discourse, point: Pointer) -> Found | None:
    """The named subject of the clause that a phrase with the pronoun stands in front of: "Dans son livre, X …"."""
    token, child = point.token, point.token
    if point.via == "pronoun:subject":
        child = governor(token)[1]
    elif point.via != "possessive":
        return None
    for _ in range(_CLIMB):
        role, head = governor(child)
        if head == child or role in SUBJECTS or role in _OWN_CLAUSE:
            return None
        subject = next((c for r, c in adapter(head)(head) if r in SUBJECTS and c.i > max(token.i, child.i)), None)
        if subject is not None:
            cluster = text.stands_for(subject)
            apart = any(t.text == "," for t in text.doc[token.i : subject.left_edge.i])
            fitting = _agreement(text, point, subject, cluster) if cluster is not None and apart else 0.0
            return Found(cluster, fitting) if fitting and cluster is not None else None
        child = head
    return None


def _admitted(point: Pointer, cluster: Cluster) -> bool:
    """Whether a thing of this type can be what the pronoun stands for; others only compete."""
    if cluster.type in _INERT or (cluster.type == "Place" and not (point.acts or point.via == "possessive")):
        return False
    return point.types is None or point.personal or cluster.type in point.types
