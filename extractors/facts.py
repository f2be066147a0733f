"""What an article says of each thing that it names, as far as it tells one thing from another.

Nouns that it puts beside a name or makes a predicate of it, with what completes them ("ministre de la Culture"),
places ("the Swedish daily"), and grammatical gender.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from ..graph.names import normalise
from .annotations import Cluster
from .frames import said_of
from .gazetteers import first_names, last_names
from .pointers import Words, word
from .relations import roles
from .trees import NEUTRAL, adapter, features, governor

_TITLE, _FIRST_NAME, _NOUN, _ADJECTIVE = 6, 5, 4, 2
"""What a form of address, a first name, a noun and an adjective or article each speak for a gender: parses err."""

_SHORT = 4
"""Letters of a first word that may be a Chinese or Korean last name."""

_GENDERS = {"M": "Masc", "F": "Fem"}


def gender_of(noun: Token) -> str:
    """The gender of a noun by its article, or else its adjectives, or else itself; "" where none tells.

    "la ministre", "l'ancienne maire": taggers read such nouns less well than the words that agree with them.
    """
    articles = [g for t in noun.lefts if t.pos_ in {"DET", "ADP"} for g in features(t, "Gender")]
    adjectives = [g for r, t in adapter(noun)(noun) if r == "adjective" and t.i < noun.i for g in features(t, "Gender")]
    return next(iter((*articles, *adjectives, *features(noun, "Gender"))), "")


class Said(NamedTuple):
    """A noun that is said of a thing, with what completes it: `id()`s of clusters and lemmas of other words.

    `over` tells that it was so once ("l'ancien ministre"), `new` that the article presents the thing by it ("une PME").
    """

    noun: str
    complements: frozenset[int | str]
    over: bool = False
    new: bool = False


class Deed(NamedTuple):
    """A relation that the article states between two clusters; `over` where it has ended."""

    subject: Cluster
    relation: str
    object: Cluster
    over: bool = False


class Facts:
    """What is known of the clusters of a doc, by their `id()`."""

    def __init__(
        self,
        doc: Doc,
        clusters: list[Cluster],
        at: Mapping[int, Cluster],
        words: Words,
        deeds: Iterable[Deed] = (),
    ) -> None:
        self._at = at
        self._words = words
        self._lang = doc.lang_
        self.said: dict[int, set[Said]] = defaultdict(set)
        self.places: dict[int, set[int]] = defaultdict(set)
        self.bearer: dict[int, Cluster] = {}  # the cluster that a noun is said of, by the noun's offset
        self._genders: dict[int, Counter[str]] = defaultdict(Counter)
        for cluster in clusters:
            if cluster.type == "Person":
                self._of_first_name(cluster)
            for mention in cluster.mentions:
                self._of_name(doc, cluster, mention.start, mention.end)
        self._places = {id(c): normalise(c.name) for c in clusters if c.type == "Place"}
        for token in doc:
            if token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} and token.i not in at:
                self._of_predicate(token)
        self._deeds: dict[int, list[Deed]] = defaultdict(list)
        self.deeds = list(deeds)
        for deed in self.deeds:
            self._deeds[id(deed.subject)].append(deed)
            if deed.object.type == "Place":
                self.places[id(deed.subject)].add(id(deed.object))
        self._seats = {id(c): words.seats.of(c.name) for c in clusters if c.type == "Company"}
        for key, seats in self._seats.items():
            told, known = self.places[key], {i for i, name in self._places.items() if name in seats}
            if told and not told & known:
                self._seats[key] = frozenset()  # the article speaks of another company of this name
            else:
                told |= known

    def gender(self, cluster: Cluster) -> str:
        """The gender that most speaks for; "" where nothing does, or as much for another."""
        ranked = self._genders[id(cluster)].most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]

    def done(self, cluster: Cluster, noun: Token) -> set[int]:
        """The `id()`s of the objects of what the article says that a cluster does, where a noun names who does it.

        Who has founded something is its "fondateur", who runs it its "patron".
        """
        kinds = roles(self._lang).get(noun.lemma_.lower(), ()) or roles(self._lang).get(word(noun), ())
        over = self.over(noun)
        return {
            id(deed.object)
            for deed in self._deeds[id(cluster)]
            for relation, types in kinds
            if deed.relation == relation and (over or not deed.over) and (not types or deed.object.type in types)
            if cluster.type == "Person" or deed.object.type != "Place"
        }

    def elsewhere(self, cluster: Cluster, places: set[int]) -> bool:
        """Whether it is known that a company is from none of these places."""
        seats = self._seats.get(id(cluster))
        return bool(seats and places and not any(self._places.get(i) in seats for i in places))

    def learn_gender(self, cluster: Cluster, gender: str) -> None:
        """Let a pronoun that was resolved without knowing the gender tell it."""
        if gender in {"Masc", "Fem"}:
            self._genders[id(cluster)][gender] += _ADJECTIVE

    def learn(self, cluster: Cluster, noun: Token) -> None:
        """Note that a noun is said of a cluster."""
        new = any(t.lower_ in self._words.indefinite for t in noun.lefts)
        self.said[id(cluster)].add(Said(word(noun), self.complements(noun), self.over(noun), new))
        self.places[id(cluster)].update(self.places_of(noun))
        weight = _NOUN if cluster.type == "Person" else _ADJECTIVE
        gender = gender_of(noun)
        if gender:
            self._genders[id(cluster)][gender] += weight

    def over(self, noun: Token) -> bool:
        """Whether an adjective or prefix says that the noun held once."""
        before = noun.nbor(-1).lower_ if noun.i else ""
        adjectives = [c.lemma_.lower() for role, c in adapter(noun)(noun) if role in {"adjective", "compound"}]
        return before in self._words.over or any(word in self._words.over for word in adjectives)

    def complements(self, noun: Token) -> frozenset[int | str]:
        """What completes a noun, but for places and adjectives that every noun may have."""
        found: set[int | str] = set()
        for role, child in adapter(noun)(noun):
            cluster = self._at.get(child.i)
            if role in {"adjective", "compound"} or role == "possessive" or role not in NEUTRAL:
                if cluster is not None:
                    if cluster.type != "Place":
                        found.add(id(cluster))
                elif role == "possessive" or child.lemma_.lower() in self._words.vague:
                    continue
                elif child.pos_ in {"NOUN", "PROPN", "ADJ"}:
                    found.add(child.lemma_.lower())
        return frozenset(found)

    def named(self, noun: Token) -> list[int]:
        """The offsets of what is named in the complements of a noun."""
        found: list[int] = []
        for role, child in adapter(noun)(noun):
            if role in {"adjective", "compound", "possessive"} or role in self._words.origins:
                adjectives = (c for r, c in adapter(child)(child) if r in {"adjective", "compound"})
                found.extend(t.i for t in (child, *adjectives) if t.i in self._at)
        return found

    def places_of(self, noun: Token) -> set[int]:
        """The places that a noun is from: "la firme de Redmond", "the Nairobi-based lender", "le groupe japonais"."""
        return {id(c) for c in self._around(noun) if c.type == "Place"}

    def _around(self, noun: Token) -> Iterator[Cluster]:
        for role, child in adapter(noun)(noun):
            if role in {"adjective", "compound", "possessive"} or role in self._words.origins:
                for token in (child, *(c for c in child.children if role in {"adjective", "compound"})):
                    if token.i in self._at:
                        yield self._at[token.i]

    def _of_name(self, doc: Doc, cluster: Cluster, start: int, end: int) -> None:
        before = doc[start - 1] if start else None
        if before is not None:
            title = self._words.genders.get(before.lower_, "")
            if cluster.type == "Person" and title:
                self._genders[id(cluster)][title] += _TITLE
            elif cluster.type != "Person" and before.pos_ == "DET":
                for gender in features(before, "Gender"):
                    self._genders[id(cluster)][gender] += _ADJECTIVE
        for token in doc[start:end]:
            if token.pos_:
                nations = [self._at.get(t.i) for role, t in adapter(token)(token) if role == "adjective"]
                self.places[id(cluster)].update(id(c) for c in nations if c is not None and c.type == "Place")

    def _of_first_name(self, cluster: Cluster) -> None:
        first, *others = cluster.name.split()
        names = normalise(first).split() if others else []
        last = normalise(others[-1]) if others else ""
        known = normalise(first) in first_names() and last not in first_names()
        if not known and len(first) <= _SHORT and normalise(first) in last_names() and last not in last_names():
            return  # "Chen Meilin": the family may stand first
        gender = next((first_names()[key] for key in (" ".join(names), *names[:1]) if key in first_names()), "")
        if gender:
            self._genders[id(cluster)][_GENDERS[gender]] += _FIRST_NAME

    def _of_predicate(self, token: Token) -> None:
        """Note what a noun says of what it stands beside, and the gender with which an adjective agrees."""
        noun = token.pos_ != "VERB" and word(token) in self._words.told
        if token.pos_ == "NOUN" and not noun:
            self._of_apposition(token)
        if not noun and not (token.pos_ in {"ADJ", "VERB"} and features(token, "Gender")):
            return
        beside = [c for role, c in adapter(token)(token) if role == "apposition"] if noun else []
        bearers = (*said_of(token), *beside) if noun or token.pos_ == "ADJ" else self._participle(token)
        for bearer in bearers:
            cluster = self._at.get(bearer.i)
            if cluster is None:
                continue
            if noun:
                self.bearer.setdefault(token.i, cluster)
                if (cluster.type == "Person") == (self._words.person(word(token))):
                    self.learn(cluster, token)
            elif cluster.type == "Person":
                for gender in features(token, "Gender"):
                    self._genders[id(cluster)][gender] += _ADJECTIVE

    def _of_apposition(self, noun: Token) -> None:
        """Note whose name stands beside a noun that says nothing that is known: "son collègue X", "X, the arm of Y"."""
        role, head = governor(noun)
        beside = [child for edge, child in adapter(noun)(noun) if edge == "apposition"]
        beside += [head] if role == "apposition" else []
        named = [self._at[t.i] for t in beside if t.i in self._at]
        if len(named) == 1 and (named[0].type == "Person" or not self._words.person(word(noun))):
            self.bearer.setdefault(noun.i, named[0])

    def _participle(self, verb: Token) -> list[Token]:
        """What a passive participle agrees with."""
        return [child for role, child in adapter(verb)(verb) if role == "passive_subject"]
