"""Pairs: what "les deux groupes", "both companies" and "they" stand for, where the article has just named two together.

A noun of two takes up the only two things of its kind that a sentence names, a pronoun in the plural the two names that
are together the subject. A third candidate, with a name or without one, leaves both open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from ..graph.names import normalise
from ..graph.ontology import ontology
from .annotations import Cluster
from .discourse import Discourse
from .facts import gender_of
from .frames import coordinated
from .lexicon import load
from .likeness import above
from .places import countries
from .salience import SUBJECTS
from .trees import adapter, features, role_in_head

_REACH = 2
"""How many sentences back the two may stand."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Determiners of two, what nouns in the plural can mean (no types: anything alike), and genders that words tell."""

    determiners: tuple[tuple[str, ...], ...]
    nouns: Mapping[str, frozenset[str]]
    genders: Mapping[str, str]
    pronouns: Mapping[str, str]


@cache
def _words(lang: str) -> _Words:
    pairs = load(lang, "references")["pairs"]
    nouns: dict[str, set[str]] = {}
    for row in pairs["nouns"]:
        for noun in row["nouns"]:
            nouns.setdefault(noun, set()).update(row["types"])
    return _Words(
        tuple(tuple(words.split()) for words in pairs["determiners"]),
        {noun: frozenset(types) for noun, types in nouns.items()},
        pairs["genders"],
        pairs["pronouns"],
    )


def of_two(token: Token) -> bool:
    """Whether a word is a noun that a determiner of two is said of."""
    return token.lower_ in _words(token.doc.lang_).nouns and bool(_determined(token))


def _determined(noun: Token) -> int:
    """The length of the determiner of two before a noun; 0 where there is none."""
    doc, first = noun.doc, noun.left_edge.i if noun.pos_ else noun.i
    for words in _words(doc.lang_).determiners:
        for start in range(max(0, noun.i - len(words) - 1), noun.i - len(words) + 1):
            if start >= min(first, noun.i - len(words)) and _lower(doc[start : start + len(words)]) == words:
                return len(words)
    return 0


def _lower(span: Span) -> tuple[str, ...]:
    return tuple(t.lower_ for t in span)


def pair(text: Discourse, token: Token) -> list[Cluster]:
    """The two things that a word stands for, or nothing."""
    known = _words(token.doc.lang_)
    if token.pos_ in {"NOUN", "ADJ", "PROPN"} and of_two(token):
        return _described(text, token, known.nouns[token.lower_])
    if token.lower_ in known.pronouns and role_in_head(token) in SUBJECTS:
        return _subjects(text, token, known.pronouns[token.lower_])
    return []


def _described(text: Discourse, noun: Token, types: frozenset[str]) -> list[Cluster]:
    if any(role in {"relative", "participle"} or child.i in text.at for role, child in adapter(noun)(noun)):
        return []  # "les deux groupes que …", "les deux filiales de X"
    if any(child.lemma_.lower() in text.words.others for _, child in adapter(noun)(noun)):
        return []
    barred = text.clusters_at(above(text, noun))
    found: dict[int, Cluster] = {}
    for back in range(_REACH + 1):
        named, rivals = _brought_up(text, noun, back, types)
        found |= named
        if rivals:
            return []
        if len(found) >= 2:
            break
    two = list(found.values())
    if len(two) != 2 or barred & found.keys() or not _same_kind(two, types):
        return []
    gender = _words(noun.doc.lang_).genders.get(noun.lower_, gender_of(noun))
    masculine = gender == "Masc" and noun.lower_ not in _words(noun.doc.lang_).genders
    agree = _both_agree(text, two, gender) if masculine else all(_agrees(text, c, gender) for c in two)
    return two if agree else []


def _brought_up(text: Discourse, noun: Token, back: int, types: frozenset[str]) -> tuple[dict[int, Cluster], bool]:
    """What a sentence so far back names of these types, and whether it speaks of one of them without a name."""
    found: dict[int, Cluster] = {}
    rivals = False
    for n, token in text.before(noun, back):
        if n != back:
            continue
        cluster = text.stands_for(token)
        if cluster is not None:
            if (not types or cluster.type in types) and _may_be_one(cluster, types, noun.doc.lang_):
                found[id(cluster)] = cluster
        elif token.pos_ == "NOUN" and role_in_head(token) != "apposition":
            singular = token.lemma_.lower()
            kind = "Person" if text.words.person(singular) else text.words.described.get(singular, "")
            rivals = rivals or (kind != "" and (not types or kind in types))
    return found, rivals


def _may_be_one(cluster: Cluster, types: frozenset[str], lang: str) -> bool:
    """Whether a thing may be one of two: a place only for "les deux pays", and if it is a country."""
    return cluster.type != "Place" or (types == {"Place"} and normalise(cluster.name) in countries(lang))


def _same_kind(two: list[Cluster], types: frozenset[str]) -> bool:
    kinds = ontology().types
    return bool(types) or kinds[two[0].type].group == kinds[two[1].type].group


def _agrees(text: Discourse, cluster: Cluster, gender: str) -> bool:
    known = text.facts.gender(cluster)
    return cluster.type != "Person" or not gender or not known or known == gender


def _subjects(text: Discourse, pronoun: Token, gender: str) -> list[Cluster]:
    """The two names that are together the subject, in this sentence or the one before, where no other plural is."""
    for back in (0, 1):
        tokens = [t for n, t in text.before(pronoun, back) if n == back]
        if any(
            "Plur" in features(t, "Number") and t.pos_ in {"NOUN", "PRON"} and t.i not in text.heads for t in tokens
        ):
            return []
        joint = [together for t in tokens if (together := _joined_subjects(text, t))]
        if joint:
            two = joint[-1]
            agree = gender == "" or _both_agree(text, two, gender)
            return two if len(joint) == 1 and agree and _same_kind(two, frozenset()) else []
    return []


def _joined_subjects(text: Discourse, token: Token) -> list[Cluster]:
    """Two things that are joined with each other as a subject, by the first of them; nothing for one or three."""
    if role_in_head(token) not in SUBJECTS:
        return []
    joined = [text.stands_for(t) for t in coordinated(token)]
    two = [c for c in joined if c is not None]
    return two if len(joined) == len(two) == 2 and two[0] is not two[1] else []


def _both_agree(text: Discourse, two: list[Cluster], gender: str) -> bool:
    """In French, one man among them makes all of them masculine."""
    known = [text.facts.gender(c) for c in two if c.type == "Person"]
    if gender == "Fem":
        return all(g in {"", "Fem"} for g in known)
    return not known or any(g != "Fem" for g in known)
