"""Descriptions: what a noun that points back stands for ("le groupe", "la sénatrice", "the ride-hailing giant").

By what the article says of its names, by the clause or the name that completes the noun, by its being the only one of
its kind that is spoken of, or else by likeness. Every function abstains where two answers are close.
"""

from spacy.tokens import Span, Token

from ..graph.ontology import ontology
from .annotations import Cluster
from .belongings import belonging
from .discourse import Discourse
from .likeness import PASSING, REACH, above, alike, evidence, gender_agrees, ranked, rival
from .origins import parties
from .pointers import ALIKE, word
from .relations import rows
from .salience import SUBJECTS, Found
from .trees import adapter, governor, role_in_head

NEAR = 1
"""How many sentences back stands the only thing of its kind that is spoken of."""

DOMINANCE = 2
"""How many times as often as any other thing of its types the topic of an article has been named."""


def _leads(verb: Token) -> bool:
    """Whether rows have the verb say who is at the head of something or has another post there."""
    relations = ontology().relations
    found = (relations[row.relation] for row in rows(verb.doc.lang_).get(("verb", verb.lemma_.lower()), ()))
    return any(relation.family == relations["leads"].family and relation.lasting for relation in found)


def _states_alike(verb: Token, other: Token) -> bool:
    """Whether rows have two verbs say the same that lasts or makes: "fonder" and "créer"."""
    known = rows(verb.doc.lang_)
    first, second = ({row.relation for row in known.get(("verb", v.lemma_.lower()), ())} for v in (verb, other))
    return bool(first & second)


def description(text: Discourse, noun: Token) -> tuple[Found | None, str]:
    """What a definite description stands for, and by which step."""
    edges = list(adapter(noun)(noun))
    type_ = text.words.described[word(noun)]
    clauses = [c for role, c in edges if role in {"relative", "participle"} and _restricts(noun, c)]
    if clauses:  # "l'entreprise que dirige X" is told apart by the clause, not by what was said before
        found = _by_clause(text, noun, clauses[0], type_)
        return (
            (found, "description:said")
            if found is not None
            else (_told_anew(text, noun, clauses[0], type_), "description:clause")
        )
    if any(c.lemma_.lower() in text.words.others for role, c in edges if role in {"adjective", "compound"}):
        return None, ""
    complements = text.facts.complements(noun)
    said = _said(text, noun, type_, complements)
    if said is not None:
        return said, "description:said"
    person = type_ == "Person"
    whose = [c for role, c in edges if c.i in text.at and role not in {"adjective", "apposition"}]
    owned = belonging(text, noun, [text.at[c.i] for c in whose]) if whose else None
    if owned is not None:
        return owned, "description:owned"
    if any(person or text.at[c.i].type not in {"Place", "Person"} for c in whose):
        found = _introduced_next(text, noun)
        return (found, "description:next") if found is not None else (_alone(text, noun, type_), "description:post")
    told = word(noun) in text.words.posts or word(noun) in text.words.told_only
    if person and (told or text.facts.over(noun)):
        return _partisan(text, noun), "description:party"  # only of whom the article says that they hold it
    found = alike(text, noun, type_)
    if found is not None:
        return (found, "description:type") if person or _theirs(text, noun, found.cluster, whose) else (None, "")
    return (None if person else _topic(text, noun, type_)), "description:topic"


def _theirs(text: Discourse, noun: Token, thing: Cluster, whose: list[Token]) -> bool:
    """Whether the thing is those people's, as the article says, or the only one of its kind that it has spoken of.

    "Le groupe de Lina Daro" is hardly the one among several of which nothing is said with her, and "le cabinet de Lina
    Daro" may be no business at all; "le réseau social de Lina Daro" says of itself which one may be meant.
    """
    if word(noun) not in text.words.generic | text.words.staffs:
        return True
    people = [text.at[token.i] for token in whose if text.at[token.i].type == "Person"]
    if all(any(id(thing) in said.complements for said in text.facts.said[id(p)]) for p in people):
        return True
    before = noun.doc[: noun.i]
    return not any(c is not thing and c.type == thing.type for t in before if (c := text.at.get(t.i)) is not None)


def _restricts(noun: Token, clause: Token) -> bool:
    """Whether no comma sets a clause off: "l'application, très prisée de X" tells nothing apart."""
    return not any(t.text == "," for t in noun.doc[noun.i : clause.i])


def _alone(text: Discourse, noun: Token, type_: str) -> Found | None:
    """The only thing of its kind that the text speaks of, as a subject, where the next subject is by what it is.

    "Anne Martin est libre. La fondatrice de Kart ira à Lille", "the iPhone maker": what is said of nothing that
    the article names takes up something that it has named.
    """
    if role_in_head(noun) not in SUBJECTS or text.facts.over(noun):
        return None
    if type_ != "Person" and (type_ not in ALIKE or word(noun) in text.words.generic):
        return None
    held = {id(text.at[i]) for i in text.facts.named(noun)}
    for _, token in text.before(noun, NEAR):
        if id(text.at.get(token.i)) in held and token.i < noun.left_edge.i:
            return None  # "X critique Y. Le patron de Y …" brings in somebody else
    found = _only(text, noun, type_, held)
    return found if found is not None and found.cluster.type in {type_, "Product"} else None


def _only(text: Discourse, noun: Token, type_: str, held: set[int]) -> Found | None:
    """The only thing of a type in this sentence and the one before, where one of them is about it."""
    barred, types = above(text, noun), ALIKE.get(type_, frozenset((type_,)))
    found: dict[int, Cluster] = {}
    leading = False
    for back, token in text.before(noun, NEAR):
        cluster = text.stands_for(token)
        if cluster is None and rival(text, token, word(noun), type_):
            return None
        if cluster is not None and cluster.type in types and id(cluster) not in held:
            if not gender_agrees(text, cluster, noun) or evidence(text, cluster, noun) < 0:
                continue
            if token.i in barred:
                return None
            found[id(cluster)] = cluster
            leading = leading or (back <= NEAR and text.weight(token) > PASSING)
    if len(found) != 1 or not leading:
        return None
    cluster = next(iter(found.values()))
    other = type_ != "Person" and text.trades.never(cluster, word(noun))
    return Found(cluster, 1.0) if not other else None


def only_person(text: Discourse, noun: Token) -> Found | None:
    return _only(text, noun, "Person", set())


def only_from(text: Discourse, origin: Token) -> Found | None:
    """The only business spoken of that the article has said to be from a place, for "le toulousain"."""
    barred = text.clusters_at(above(text, origin))
    place = {id(text.at[origin.i])}
    found = {
        id(c): c
        for _, t in text.before(origin, REACH)
        if (c := text.stands_for(t)) is not None and c.type in ALIKE["Company"] and place & text.facts.places[id(c)]
    }
    fitting = [c for key, c in found.items() if key not in barred]
    return Found(fitting[0], 1.0) if len(fitting) == len(found) == 1 else None


def _partisan(text: Discourse, noun: Token) -> Found | None:
    """The only person spoken of, for "le républicain", unless the article has that person in another party."""
    members = parties(text.doc.lang_)
    party = members.get(word(noun))
    found = only_person(text, noun) if party and role_in_head(noun) in SUBJECTS else None
    if found is None:
        return None
    saids = text.facts.said[id(found.cluster)]
    told = {text.by_id[i].name for s in saids for i in s.complements if isinstance(i, int) and i in text.by_id}
    told |= {members[s.noun] for s in saids if s.noun in members}
    for cluster in text.by_id.values():
        beside = (text.at.get(governor(text.doc[m.end - 1])[1].i) for m in cluster.mentions)
        told |= {cluster.name} if cluster.type == "Party" and any(c is found.cluster for c in beside) else set()
    return found if not told & set(members.values()) - {party} else None


def _by_clause(text: Discourse, noun: Token, clause: Token, type_: str) -> Found | None:
    """What the article says to be led by the person of whom the clause says it: "l'agence que préside X"."""
    if type_ == "Person":
        return None
    types = ALIKE.get(type_, frozenset((type_,)))
    done = _by_deed(text, noun, clause, types)
    if done is not None or not _leads(clause):
        return done
    acting = [c for r, c in adapter(clause)(clause) if r in {*SUBJECTS, "agent"} and c.i in text.at]
    saids = [said for c in acting for said in text.facts.said[id(text.at[c.i])] if not said.over]
    linked = {i for said in saids for i in said.complements if isinstance(i, int) and i in text.by_id}
    fitting = [text.by_id[i] for i in linked if text.by_id[i].type in types]
    return Found(fitting[0], 1.0) if len(fitting) == 1 else None


def _told_anew(text: Discourse, noun: Token, clause: Token, type_: str) -> Found | None:
    """The only thing of its kind that is spoken of, where the clause brings in somebody: "Le groupe dirigé par X va …".

    Who has been spoken of would tell it apart from others.
    """
    if type_ == "Person" or role_in_head(noun) not in SUBJECTS:
        return None
    acting = [text.at[c.i] for r, c in adapter(clause)(clause) if r in {*SUBJECTS, "agent"} and c.i in text.at]
    if not acting or any(min(m.start for m in c.mentions) < noun.i for c in acting):
        return None
    return _only(text, noun, type_, {id(c) for c in acting})


def _by_deed(text: Discourse, noun: Token, clause: Token, types: frozenset[str]) -> Found | None:
    """What the article says before that the same person did the same to: "la société fondée par X"."""
    deed = _deed(clause)
    acting = text.clusters_at(frozenset(deed[0]))
    found: dict[int, Cluster] = {}
    for verb in text.doc[: noun.i]:
        if verb.pos_ == "VERB" and acting and verb != clause and _states_alike(verb, clause):
            doers, things = _deed(verb)
            if acting & text.clusters_at(frozenset(doers)):
                found |= {id(c): c for i in things if (c := text.stands_for(text.doc[i])) is not None}
    fitting = [c for c in found.values() if c.type in types]
    return Found(fitting[0], 1.0) if len(found) == len(fitting) == 1 else None


def _deed(verb: Token) -> tuple[list[int], list[int]]:
    """Who does what the verb says, and to what: their heads."""
    edges = list(adapter(verb)(verb))
    passive = any(r in {"agent", "passive_subject"} for r, _ in edges)
    doers = [c.i for r, c in edges if r == ("agent" if passive else "subject")]
    found = [c for r, c in edges if r == ("passive_subject" if passive else "object")]
    things = [t.i for c in found for t in (c, *c.conjuncts)]
    role, head = governor(verb)
    return doers, things or ([head.i] if role in {"participle", "relative"} else [])


def _said(text: Discourse, noun: Token, type_: str, complements: frozenset[int | str]) -> Found | None:
    """The only thing before of which the article says the noun, with a complement that the description shares."""
    described, places, over = word(noun), text.facts.places_of(noun), text.facts.over(noun)
    types = ALIKE.get(type_, frozenset((type_,)))
    fitting: dict[int, Cluster] = {}
    for key, saids in text.facts.said.items():
        cluster = text.by_id.get(key)
        if cluster is None or cluster.type not in types or not text.counts[key]:
            continue
        for said in saids:
            if not text.words.covers(described, said.noun) or (over and not said.over):
                continue
            if complements and not complements & said.complements:
                continue
            if places and text.facts.places[key] and not places & text.facts.places[key]:
                continue
            fitting[key] = cluster
    if type_ != "Person" and not complements:
        return None  # what many things are is ranked
    others = text.clusters_at(above(text, noun))
    fitting = {k: c for k, c in fitting.items() if k not in others}
    if len(fitting) == 1:
        cluster = next(iter(fitting.values()))
        return Found(cluster, 1.0) if gender_agrees(text, cluster, noun) else None
    if not fitting:
        return None
    return alike(text, noun, type_, fitting)


def _topic(text: Discourse, noun: Token, type_: str) -> Found | None:
    """What the article is about, for a noun that says nothing but that it is one of its kind."""
    if word(noun) not in text.words.generic or text.facts.places_of(noun) or text.facts.complements(noun):
        return None
    types = ALIKE.get(type_, frozenset((type_,)))
    for back, token in text.before(noun, REACH):
        cluster = text.stands_for(token)
        if cluster is None and rival(text, token, word(noun), type_):
            return None
        if cluster is not None and back < REACH and cluster.type in types and text.weight(token) > 0.8:
            return None
    first = ranked(text, types, noun)
    second = first[1][0] if len(first) > 1 else 0
    if not first or first[0][0] < max(3, DOMINANCE * second):
        return None
    if id(first[0][1]) in text.clusters_at(above(text, noun)):
        return None
    return Found(first[0][1], round(1 - second / first[0][0], 3))


def _introduced_next(text: Discourse, noun: Token) -> Found | None:
    """The person whom the next sentence names for the first time, as its subject, with nothing else said of them.

    Newspapers present somebody by the post, then by the name: "La patronne de X a réagi. Anne Martin dément." A
    sentence that opens with another house is about somebody there: "Chez Y, Paul Duval …".
    """
    number = text.number(noun)
    if text.words.described[word(noun)] != "Person" or text.facts.over(noun):
        return None
    if number + 1 == len(text.sentences) or role_in_head(noun) not in SUBJECTS:
        return None
    following: Span = text.sentences[number + 1]
    people = {id(c): c for t in following if (c := text.at.get(t.i)) is not None and c.type == "Person"}
    if len(people) != 1:
        return None
    cluster = next(iter(people.values()))
    first = min(cluster.mentions, key=lambda m: m.start)
    name = text.doc[first.start : first.end]
    own = name.end < len(text.doc) and text.doc[name.end].text == ","
    elsewhere = any((c := text.at.get(i)) is not None and c.type != "Place" for i in range(following.start, name.start))
    new = first.start >= following.start and role_in_head(name.root) in SUBJECTS and not own and not elsewhere
    return Found(cluster, 1.0) if new and gender_agrees(text, cluster, noun) else None
