"""Likeness: which of the things that an article has brought up a description fits best.

What the article says of a thing speaks for it, then salience, then that the article is about it.
"""

from collections.abc import Mapping
from math import sqrt

from spacy.tokens import Token

from .annotations import Cluster
from .discourse import Discourse
from .facts import Said, gender_of
from .pointers import ALIKE, Words, word
from .salience import SUBJECTS, Found, choose
from .trees import adapter, features, governor, role_in_head

REACH = 2
"""How many sentences back a description can point."""

_DECAY = (1.0, 0.75, 0.5)

_MARGIN = 0.3  # a noun takes up an object nearly as often as a subject
_SAID, _COVERED, _TRADE, _KIND, _FROM, _NAMED = 0.5, 0.4, 0.35, 0.2, 0.4, 0.4
_ALMOST = 0.7  # a newspaper for "la société"
_UNTOLD = 0.6  # "la banque" of what nothing says that it is one
_TOPIC = 0.3
_HALF = 0.5  # "la jeune pousse" is rather what the article calls so than its topic
_ANNOUNCED = 0.5  # of a mention more
_BACKGROUND = 0.35  # the topic of an article is in the reader's mind wherever it was named last
PASSING = 0.55
"""The prominence up to which a thing is named in passing."""
_DISTINCT = 0.5
"""The lead that a description needs that says more than the article has said ("the ride-hailing giant")."""


def alike_types(text: Discourse, noun: Token) -> frozenset[str]:
    type_ = text.words.described[word(noun)]
    return ALIKE.get(type_, frozenset((type_,)))


def gender_agrees(text: Discourse, cluster: Cluster, noun: Token) -> bool:
    gender, known = gender_of(noun), text.facts.gender(cluster)
    return cluster.type != "Person" or not gender or not known or gender == known


def above(text: Discourse, noun: Token) -> frozenset[int]:
    """What a description cannot stand for: "Renault critique le groupe" is about another group (Condition C)."""
    barred: set[int] = set()
    child = noun
    leads = role_in_head(noun) in SUBJECTS
    while True:
        role, head = governor(child)
        if head == child or role in {"conjunct", "parataxis"} or _stop_between(head, child):
            return frozenset(barred)
        for r, c in adapter(head)(head):
            if r in SUBJECTS and c.i != child.i:
                barred.add(c.i)
            elif leads and r in {"adverbial", "participle"} and c.i < child.i and "Part" in features(c, "VerbForm"):
                barred.update(t.i for t in c.subtree)  # "Sommée par Y de partir, la société …"
        barred.add(head.i)
        if role == "relative":  # "Renault rachète Kart, qui accuse le groupe": not Kart
            barred.update(c.i for r, c in adapter(head)(head) if r == "apposition")
            return frozenset(barred)
        child = head


def _stop_between(head: Token, clause: Token) -> bool:
    """Whether a colon or semicolon sets a clause off: the subject before it may be taken up by a noun."""
    return clause.i > head.i and any(t.text in {":", ";"} for t in head.doc[head.i : clause.i])


def alike(text: Discourse, noun: Token, type_: str, among: Mapping[int, Cluster] | None = None) -> Found | None:
    """What a description fits best, of all or of some; not a thing in passing of which nothing else is known."""
    types, barred = ALIKE.get(type_, frozenset((type_,))), above(text, noun)
    described, places = word(noun), text.facts.places_of(noun)
    complements = text.facts.complements(noun)
    others = text.clusters_at(barred)
    leader, topical = _leader(text, types, noun)
    if places and among is None:  # "le groupe coréen" is the one of which the text has said where it is from
        among = _from(text, noun, leader, types, places, others) or None
    specific = type_ != "Person" and described not in text.words.generic
    known: set[int] = set()  # what can be resolved to
    never: set[int] = set()  # what everybody knows to be something else
    plain = not complements and not places and not specific

    def score(token: Token, cluster: Cluster | None, decay: float) -> float:
        if token.i in barred or id(cluster) in others:
            return 0.0
        weight = sqrt(text.weight(token))
        if cluster is None:
            return weight * decay * rival(text, token, described, type_)
        if cluster.type not in types or not gender_agrees(text, cluster, noun):
            return 0.0
        if among is not None and id(cluster) not in among:
            return 0.0
        speaks = evidence(text, cluster, noun)
        if speaks < 0:
            return 0.0
        other = not speaks and text.trades.never(cluster, described)
        if specific and other:
            never.add(id(cluster))
            return 0.0
        prominent = text.weight(token) > PASSING
        alone = topical >= _TOPIC and (plain or text.counts[id(cluster)] > 1)
        topic = cluster is leader and (prominent or alone)
        if (
            speaks
            or among is not None
            or (prominent and not specific)
            or (topic and not (specific and type_ == "Institution"))
        ):
            known.add(id(cluster))
        untold = other or (specific and not speaks)
        likeness = (1.0 if cluster.type == type_ else _ALMOST) * (_UNTOLD if untold else 1.0)
        return decay * (weight * likeness + speaks + topical * (cluster is leader) * (_HALF if untold else 1.0))

    scores = text.scores(noun, _DECAY, score)
    several = sum(cluster is not None for _, cluster in scores.values()) > 1
    if leader is not None and id(leader) not in scores and (among is None or id(leader) in among):
        speaks = evidence(text, leader, noun)
        if speaks >= 0 and gender_agrees(text, leader, noun) and id(leader) not in others:
            scores[id(leader)] = _BACKGROUND + topical * (type_ != "Person") + speaks * _DECAY[-1], leader
            if speaks:
                known.add(id(leader))
    found = choose(scores, _MARGIN)
    if found is None or id(found.cluster) not in known:
        return None
    said, from_ = text.facts.said[id(found.cluster)], text.facts.places[id(found.cluster)]
    afar = bool(places and not places & from_)
    unlike = complements and not any(complements & s.complements for s in said)
    unlike = unlike or afar
    told = evidence(text, found.cluster, noun)
    if never and not told:
        return None  # that the others are something else does not say that this is what is meant
    if (type_ == "Person" or (afar and specific)) and not told and several:
        return None  # "le milliardaire", "l'éditeur français", of two: only who reads the paper every day knows
    unlike = unlike or ((specific or type_ == "Person") and not told)
    return None if unlike and found.margin < _DISTINCT else found


def _from(
    text: Discourse, noun: Token, leader: Cluster | None, types: frozenset[str], places: set[int], others: set[int]
) -> Mapping[int, Cluster]:
    """The things near a description, and the topic, that are known to be from where it says."""
    found = {id(c): c for _, t in text.before(noun, REACH) if (c := text.stands_for(t)) is not None}
    found |= {id(leader): leader} if leader is not None else {}
    return {
        key: c for key, c in found.items() if c.type in types and key not in others and places & text.facts.places[key]
    }


def evidence(text: Discourse, cluster: Cluster, noun: Token) -> float:
    """What the article says of a cluster that speaks for a description; below 0 where it is something else."""
    described, places, complements = word(noun), text.facts.places_of(noun), text.facts.complements(noun)
    known = text.facts.places[id(cluster)]
    if places and known and not places & known and _nations(text, places) and _nations(text, known):
        return -1.0
    said = text.facts.said[id(cluster)]
    if text.facts.elsewhere(cluster, places) or any(_contradicts(text.words, described, complements, s) for s in said):
        return -1.0
    # "le constructeur automobile" is no "constructeur de trains"
    alike = [s for s in said if not (complements and s.complements) or complements & s.complements]
    found = _SAID * any(s.noun == described for s in alike)
    found = found or _SAID * bool(text.facts.done(cluster, noun))
    found = found or _COVERED * any(text.words.covers(described, s.noun) for s in alike)
    found = found or _TRADE * (described in text.trades.of(cluster))
    kind = text.words.described.get(described, "Person")
    if kind != "Person" and not complements and not places and described not in text.words.renowned:
        found = found or _KIND * any(text.words.described.get(s.noun) == kind for s in said)
    return found + _FROM * bool(places & known) + _NAMED * (described in cluster.name.lower().split())


def _contradicts(words: Words, described: str, complements: frozenset[int | str], said: Said) -> bool:
    """Whether what the article says of a thing rules out that it is called so: its trade, its size, what it makes."""
    if words.opposed(described, said.noun) or (said.new and described in words.renowned):
        return True
    if said.noun == described:
        return bool(complements and said.complements and not complements & said.complements)
    own, other = words.sectors(described), words.sectors(said.noun)
    return bool(own and other and not own & other)


def _nations(text: Discourse, places: set[int]) -> bool:
    return any(m.via == "demonym" for i in places for m in text.by_id[i].mentions)


def rival(text: Discourse, token: Token, described: str, type_: str) -> float:
    """How well something without a name fits a description: "Une start-up … la start-up" is that one."""
    if token.pos_ not in {"NOUN", "PROPN"} or "Plur" in features(token, "Number"):
        return 0.0
    noun = word(token)
    if noun == described:
        return 1.5
    if type_ == "Person":
        return 1.0 if text.words.person(noun) else 0.0
    own, other = text.words.sectors(described), text.words.sectors(noun)
    if text.words.opposed(described, noun) or (own and other and not own & other):
        return 0.0
    return 0.8 if text.words.described.get(noun) in ALIKE.get(type_, {type_}) else 0.0


def _leader(text: Discourse, types: frozenset[str], noun: Token) -> tuple[Cluster | None, float]:
    """What the article has been about so far, and what that adds to its score."""
    first = ranked(text, types, noun)
    if not first or (len(first) == 2 and first[0][0] == first[1][0]):
        return None, 0.0
    second = first[1][0] if len(first) > 1 else 0
    return first[0][1], _TOPIC * (1.5 - second / first[0][0])


def ranked(text: Discourse, types: frozenset[str], noun: Token) -> list[tuple[float, Cluster]]:
    """The two things of these types that have been mentioned most often; the first sentence announces a topic."""
    counted = [(n + _ANNOUNCED * text.opened(text.by_id[k], noun), text.by_id[k]) for k, n in text.counts.items() if n]
    fitting = [(n, c) for n, c in counted if c.type in types]
    return sorted(fitting, key=lambda pair: (-pair[0], pair[1].mentions[0].start))[:2]
