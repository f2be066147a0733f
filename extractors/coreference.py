"""Coreference: demonyms, events, descriptions and pronouns join the clusters of names.

A description or pronoun is resolved only when one candidate stands out; with two as good, it stays unresolved.
"""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..graph.model import MentionKind
from ..graph.names import normalise
from .annotations import Cluster, Reference
from .events import events
from .lexicon import load
from .places import countries, demonyms
from .trees import adapter, role_in_head

REACH = 2
"""How many sentences back a description or pronoun can point."""


@Language.component("liaisons_coreference", requires=["doc._.clusters", "token.dep"], assigns=["doc._.clusters"])
def coreference(doc: Doc) -> Doc:
    """Extend `doc._.clusters` with descriptions and pronouns, and with the events and countries that have no name here."""
    clusters: list[Cluster] = [c for c in doc._.clusters if _drop_doubtful(doc, c)]
    _add_demonyms(doc, clusters)
    clusters.extend(cluster for _, cluster in events(doc))
    _Resolver(doc, clusters).run()
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: (m.start, m.end))
    doc._.clusters = sorted(clusters, key=lambda c: c.mentions[0].start)
    return doc


def _drop_doubtful(doc: Doc, cluster: Cluster) -> list[Reference]:
    """Keep of a cluster's mentions those that are names for certain or by the parse; the rest of the list, if any."""
    cluster.mentions = [m for m in cluster.mentions if not m.doubtful or doc[m.start].pos_ in {"PROPN", "NOUN"}]
    lone = len(cluster.mentions) == 1 and cluster.mentions[0].end - cluster.mentions[0].start == 1
    if lone and len(doc[cluster.mentions[0].start].text) == 1:  # one letter, once
        cluster.mentions = []
    return cluster.mentions


def _add_demonyms(doc: Doc, clusters: list[Cluster]) -> None:
    nations, codes = demonyms(doc.lang_), countries(doc.lang_)
    places = {codes[normalise(c.name)]: c for c in clusters if normalise(c.name) in codes and c.type == "Place"}
    taken = {i for c in clusters for m in c.mentions for i in range(m.start, m.end)}
    for token in doc:
        country = nations.get(token.lower_)
        if country is None or token.i in taken or not token.pos_ or token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            continue
        code = codes[normalise(country)]
        if code not in places:
            places[code] = Cluster(country, "Place", [])
            clusters.append(places[code])
        places[code].mentions.append(Reference(token.i, token.i + 1, MentionKind.DESCRIPTION))


class _Resolver:
    """One walk through the parsed sentences, remembering what was named where."""

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self._doc = doc
        self._clusters = clusters
        self._at = {i: c for c in clusters for m in c.mentions for i in range(m.start, m.end)}
        self._gender = {id(c): _gender(doc, c) for c in clusters}
        self._sentences = [s for s in doc.sents if any(t.pos_ for t in s)]
        self._order = {s.start: n for n, s in enumerate(doc.sents)}

    def run(self) -> None:
        words = _words(self._doc.lang_)
        for sentence in self._sentences:
            for token in sentence:
                if token.i in self._at or not token.pos_:
                    continue
                if token.lower_ in words["pronouns"] and not self._impersonal(token):
                    cluster = self._antecedent(token, {"Person"}, words["pronouns"][token.lower_])
                    kind, span = MentionKind.PRONOUN, (token.i, token.i + 1)
                elif token.lower_ in words["nouns"] and self._definite(token) and not self._introduces(token):
                    if self._relational(token):
                        cluster = self._introduced_next(token)
                        self._record(cluster, (token.i, token.i + 1), MentionKind.DESCRIPTION)
                        continue
                    types = {"Person"} if words["nouns"][token.lower_] == "Person" else _ORGANISED
                    gender = token.morph.get("Gender") if types == {"Person"} else []
                    cluster = self._antecedent(token, types, gender[0] if gender else "")
                    kind, span = MentionKind.DESCRIPTION, self._extent(token)
                elif token.lower_ in words["possessives"]:
                    wanted = words["possessives"][token.lower_]
                    types = {"Masc": {"Person"}, "Fem": {"Person"}, "Neut": _ORGANISED}.get(wanted, {"Person"} | _ORGANISED)
                    cluster = self._antecedent(token, types, wanted)
                    kind, span = MentionKind.PRONOUN, (token.i, token.i + 1)
                else:
                    continue
                self._record(cluster, span, kind)

    def _record(self, cluster: Cluster | None, span: tuple[int, int], kind: MentionKind) -> None:
        if cluster is not None:
            cluster.mentions.append(Reference(*span, kind))
            self._at.update(dict.fromkeys(range(*span), cluster))

    def _relational(self, noun: Token) -> bool:
        """Whether the noun says whose it is ("la directrice générale de X"): recency does not tell who that is."""
        return any(
            child.i in self._at and role not in {"adjective", "apposition"} for role, child in adapter(noun)(noun)
        )

    def _introduced_next(self, noun: Token) -> Cluster | None:
        """The person whom the next sentence names for the first time, as its subject, when no other is named there.

        Newspapers present somebody by the post, then by the name: "La patronne de X a réagi. Anne Martin dément."
        """
        sentence = noun.sent
        if sentence.end >= len(self._doc) or role_in_head(noun) not in {"subject", "passive_subject", "agent", "conjunct"}:
            return None
        following = self._doc[sentence.end].sent
        people = {id(c): (t, c) for t in following if (c := self._at.get(t.i)) is not None and c.type == "Person"}
        if len(people) != 1:
            return None
        token, cluster = next(iter(people.values()))
        first = min(cluster.mentions, key=lambda m: m.start)
        head = self._doc[first.start : first.end].root
        return cluster if first.start >= following.start and _is_subject(head) else None

    def _antecedent(self, token: Token, types: frozenset[str] | set[str], gender: str) -> Cluster | None:
        """The thing of these types that the token can point back to, if one stands out.

        The nearest earlier sentence part that has candidates decides: the same sentence, then the ones before. There,
        the only candidate, or the only one that is a subject.
        """
        for candidates in self._earlier(token):
            fitting = [
                (t, c)
                for t, c in candidates
                if c.type in types and self._gender[id(c)] in {"", gender or self._gender[id(c)]}
            ]
            distinct = {id(c): c for _, c in fitting}
            if len(distinct) > 1:
                subjects = {id(c): c for t, c in fitting if _is_subject(t)}
                distinct = subjects if len(subjects) == 1 else {}
                if not distinct:
                    return None
            if distinct:
                return next(iter(distinct.values()))
        return None

    def _earlier(self, token: Token) -> Iterator[list[tuple[Token, Cluster]]]:
        """The resolved tokens before `token`: in its sentence, then sentence by sentence backwards."""
        sentence = token.sent
        yield [(t, self._at[t.i]) for t in self._doc[sentence.start : token.i] if t.i in self._at]
        for _ in range(REACH):
            if sentence.start == 0:
                return
            sentence = self._doc[sentence.start - 1].sent
            yield [(t, self._at[t.i]) for t in sentence if t.i in self._at]

    def _impersonal(self, token: Token) -> bool:
        """Whether the pronoun is the empty subject of its verb ("il faut", "il est clair que")."""
        lemmas = _words(self._doc.lang_)["impersonal"]
        head = token.head
        if head.lemma_ in lemmas and head.pos_ in {"VERB", "AUX"}:
            return True
        return head.pos_ == "ADJ" and any(role in {"clause", "open_clause", "subject"} and c.pos_ in {"VERB", "AUX"} for role, c in adapter(head)(head))

    def _definite(self, noun: Token) -> bool:
        return noun.pos_ in {"NOUN", "PROPN", "ADJ"} and any(
            t.lower_ in _words(self._doc.lang_)["determiners"] for t in noun.lefts
        )

    def _introduces(self, noun: Token) -> bool:
        """Whether a name stands beside the noun in apposition, or the noun is a predicate: then it points to that."""
        for role, child in adapter(noun)(noun):
            if role == "apposition" and child.i in self._at or role == "copula":
                return True
        role = next((r for r, c in adapter(noun)(noun.head) if c == noun), "")
        return role in {"apposition", "attribute", "compound"} or noun.nbor(1).i in self._at if noun.i + 1 < len(self._doc) else False

    def _extent(self, noun: Token) -> tuple[int, int]:
        """The noun with the adjectives right after it, and "de" with a resolved name ("la firme de Redmond")."""
        end = noun.i + 1
        while end < len(self._doc) and self._doc[end].head == noun and self._doc[end].pos_ == "ADJ":
            end += 1
        return noun.i, end


def _is_subject(token: Token) -> bool:
    return token.head != token and any(
        role in {"subject", "passive_subject"} and child == token for role, child in adapter(token)(token.head)
    )


def _gender(doc: Doc, cluster: Cluster) -> str:
    """The gender that titles and nouns in apposition give a person, "" where none or both do."""
    found = set()
    for mention in cluster.mentions:
        head = doc[mention.start : mention.end].root
        beside = [c for role, c in adapter(head)(head) if role == "apposition"]
        if head.head != head and any(r == "apposition" and c == head for r, c in adapter(head)(head.head)):
            beside.append(head.head)
        found |= {g for noun in beside if noun.pos_ == "NOUN" for g in noun.morph.get("Gender")}
    return found.pop() if len(found) == 1 else ""


_ORGANISED = frozenset(("Company", "Institution", "Party", "Media", "Organization", "Product"))


@cache
def _words(lang: str) -> dict[str, dict[str, str]]:
    data = load(lang, "references")
    return {
        "pronouns": dict(data["pronouns"]),
        "possessives": dict(data["possessives"]),
        "nouns": {noun: type_ for type_, nouns in data["descriptions"].items() for noun in nouns},
        "impersonal": dict.fromkeys(data["impersonal"]["lemmas"], ""),
        "determiners": dict.fromkeys(data["determiners"], ""),
    }


