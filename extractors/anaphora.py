"""Anaphora: what descriptions and pronouns stand for.

A pronoun stands for the subject before it; a description for the one thing before it that it can describe. Where the
subject is unknown, or two things would do, it stays unresolved: a wrong person costs more than a missing statement.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc, Span, Token

from ..graph.model import MentionKind
from .annotations import Cluster, Reference
from .frames import said_of
from .lexicon import load
from .relations import person_nouns
from .trees import adapter, features, role_in_head

REACH = 2
"""How many sentences back a description can point."""

Candidate = tuple[Token, Cluster]

ORGANISED = frozenset(("Company", "Institution", "Party", "Media", "Organization", "Product"))
_BUSINESS = frozenset(("Company", "Product", "Media", "Organization"))
_ALIKE = {"Company": _BUSINESS, "Media": _BUSINESS, "Organization": _BUSINESS}  # texts and models mix these up

SUBJECTS = frozenset(("subject", "passive_subject"))


def resolve(doc: Doc, clusters: list[Cluster]) -> None:
    """Add to the clusters the descriptions and pronouns that stand for them, walking through the text once."""
    resolver = _Resolver(doc, clusters)
    for token in doc:
        if token.pos_ and token.i not in resolver.at:
            resolver.visit(token)


class _Resolver:
    """One walk through the parsed sentences, remembering what stands where and what was said of it."""

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self._doc = doc
        self.at = {i: c for c in clusters for m in c.mentions for i in range(m.start, m.end)}
        self._words = _words(doc.lang_)
        self._said: dict[int, set[str]] = defaultdict(set)  # the nouns that the article says of each cluster
        self._gender: dict[int, set[str]] = defaultdict(set)
        for cluster in clusters:
            for mention in cluster.mentions:
                title = doc[mention.start - 1].lower_ if mention.start else ""
                if cluster.type == "Person" and title in self._words.genders:
                    self._gender[id(cluster)].add(self._words.genders[title])
        for noun in doc:
            if noun.pos_ == "NOUN" and noun.lower_ in self._words.described:
                beside = [c for role, c in adapter(noun)(noun) if role == "apposition"]
                for token in (*said_of(noun), *beside):
                    bearer = self.at.get(token.i)
                    if bearer is not None and bearer.type == "Person":
                        self._said[id(bearer)].add(noun.lemma_.lower())
                        self._gender[id(bearer)].update(features(noun, "Gender"))

    def visit(self, token: Token) -> None:
        """Resolve one token if it is a description or pronoun that can be."""
        words, lower = self._words, token.lower_
        if lower in words.pronouns:
            if role_in_head(token) in SUBJECTS and not self._impersonal(token):
                cluster = self._subject_before(token, words.pronouns[lower])
                self._record(cluster, (token.i, token.i + 1), MentionKind.PRONOUN)
        elif lower in words.possessives:
            cluster = self._subject_before(token, words.possessives[lower])
            if cluster is None and lower not in words.personal and token.head.lemma_.lower() in words.posts:
                cluster = self._named_lately(token)
            self._record(cluster, (token.i, token.i + 1), MentionKind.PRONOUN)
        elif lower in words.described and self._definite(token) and not self._introduces(token):
            cluster = self._introduced_next(token) if self._relational(token) else self._described(token)
            self._record(cluster, self._extent(token), MentionKind.DESCRIPTION)

    def _record(self, cluster: Cluster | None, span: tuple[int, int], kind: MentionKind) -> None:
        if cluster is not None:
            cluster.mentions.append(Reference(*span, kind))
            self.at.update(dict.fromkeys(range(*span), cluster))

    # --- pronouns

    def _subject_before(self, token: Token, gender: str) -> Cluster | None:
        """The subject of the clause before in the sentence, else that of the sentence before."""
        found = next(self._subjects(self._doc[token.sent.start : token.i]), None)
        if found is None and token.sent.start > 0:
            sentence = self._doc[token.sent.start - 1].sent
            found = next((c for role, c in adapter(token)(sentence.root) if role in SUBJECTS), None)
        cluster = self._named(found) if found is not None else None
        if cluster is None or cluster.type in {"Place", "Event", "Law", "Work"}:
            return None
        if gender == "Neut":
            return cluster if cluster.type in ORGANISED else None
        if cluster.type != "Person":
            return None if token.lower_ in self._words.personal else cluster
        return cluster if self._agrees(cluster, gender) else None

    def _named(self, token: Token) -> Cluster | None:
        """What the token stands for, by itself or by the name beside it ("le groupe X", "la patronne, Y")."""
        beside = (c for role, c in adapter(token)(token) if role == "apposition")
        return next((self.at[t.i] for t in (token, *beside) if t.i in self.at), None)

    def _named_lately(self, token: Token) -> Cluster | None:
        """The organisation that "son PDG" is of, where no subject is: the topic, if it was named just before."""
        topic = self._topic(token)
        near = {id(c) for candidates in self._before(token) for _, c in candidates}
        return topic if topic is not None and id(topic) in near else None

    def _subjects(self, span: Span) -> Iterator[Token]:
        """The subjects in the span, the nearest first; relative pronouns are none of their own."""
        for i in range(len(span) - 1, -1, -1):
            token = span[i]
            nominal = token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ not in self._words.relatives
            if nominal and role_in_head(token) in SUBJECTS:
                yield token

    def _agrees(self, cluster: Cluster, gender: str) -> bool:
        known = self._gender[id(cluster)]
        return not gender or not known or gender in known

    def _impersonal(self, token: Token) -> bool:
        """Whether the pronoun is the empty subject of its verb ("il faut", "il est clair que")."""
        head = token.head
        if head.pos_ in {"VERB", "AUX"}:
            return head.lemma_ in self._words.impersonal
        clauses = {"clause", "open_clause", "subject"}
        return head.pos_ == "ADJ" and any(
            role in clauses and c.pos_ in {"VERB", "AUX"} for role, c in adapter(head)(head)
        )

    # --- descriptions

    def _described(self, noun: Token) -> Cluster | None:
        """The one thing before the noun that it can describe."""
        if any(role in {"relative", "participle"} for role, _ in adapter(noun)(noun)):
            return None  # "l'entreprise que dirige X" is told apart by the clause, not by what was said before
        type_ = self._words.described[noun.lower_]
        person, types = type_ == "Person", _ALIKE.get(type_, {type_})
        above = [noun, *noun.ancestors]
        gender = (features(noun, "Gender") or [""])[0] if person else ""
        post = person and (noun.lemma_.lower() in self._words.posts or bool(self._qualified(noun)))
        for number, candidates in enumerate(self._before(noun)):
            possible: dict[int, Cluster] = {}
            salient: dict[int, Cluster] = {}
            for token, cluster in candidates:
                if cluster.type not in types or (person and not self._agrees(cluster, gender)):
                    continue
                if post and noun.lemma_.lower() not in self._said[id(cluster)]:
                    continue
                # "Renault critique le groupe" is about another group (Condition C of binding theory, Chomsky 1981).
                subject = role_in_head(token) in SUBJECTS
                if number == 0 and subject and token.head in above:
                    continue
                possible[id(cluster)] = cluster
                if person or subject or cluster is self._topic(noun):
                    salient[id(cluster)] = cluster
            if len(possible) == 1 and salient:
                return next(iter(salient.values()))
            if possible:
                return self._main_subject(candidates, possible) if number == 1 else None
        return None

    def _topic(self, noun: Token) -> Cluster | None:
        """The organisation that the article has named most often before the noun."""
        counts = {
            id(c): (sum(m.start < noun.i for m in c.mentions), c) for c in self.at.values() if c.type in ORGANISED
        }
        ranked = sorted(counts.values(), key=lambda pair: (-pair[0], pair[1].mentions[0].start))
        return ranked[0][1] if ranked and ranked[0][0] else None

    def _main_subject(self, candidates: list[Candidate], fitting: Mapping[int, Cluster]) -> Cluster | None:
        """Of several things in one sentence, the subject of its main verb."""
        for token, cluster in candidates:
            if id(cluster) in fitting and role_in_head(token) in SUBJECTS and token.head == token.sent.root:
                return cluster
        return None

    def _before(self, token: Token) -> Iterator[list[Candidate]]:
        """The resolved tokens before `token`: in its sentence, then sentence by sentence backwards."""
        sentence = token.sent
        yield [(t, self.at[t.i]) for t in self._doc[sentence.start : token.i] if t.i in self.at]
        for _ in range(REACH):
            if sentence.start == 0:
                return
            sentence = self._doc[sentence.start - 1].sent
            yield [(t, self.at[t.i]) for t in sentence if t.i in self.at]

    def _relational(self, noun: Token) -> bool:
        """Whether the noun says whose it is ("la directrice générale de X"): recency does not tell who that is.

        A place only says where a thing is from: "la firme de Redmond".
        """
        person = self._words.described[noun.lower_] == "Person"
        return any(
            child.i in self.at
            and role not in {"adjective", "apposition"}
            and (person or self.at[child.i].type != "Place")
            for role, child in adapter(noun)(noun)
        )

    def _introduced_next(self, noun: Token) -> Cluster | None:
        """The person whom the next sentence names for the first time, as its subject, with nothing else said of them.

        Newspapers present somebody by the post, then by the name: "La patronne de X a réagi. Anne Martin dément."
        """
        sentence = noun.sent
        if self._words.described[noun.lower_] != "Person" or self._qualified(noun):
            return None
        if sentence.end >= len(self._doc) or role_in_head(noun) not in SUBJECTS:
            return None
        following = self._doc[sentence.end].sent
        people = {id(c): c for t in following if (c := self.at.get(t.i)) is not None and c.type == "Person"}
        if len(people) != 1:
            return None
        cluster = next(iter(people.values()))
        first = min(cluster.mentions, key=lambda m: m.start)
        name = self._doc[first.start : first.end]
        own = name.end < len(self._doc) and self._doc[name.end].text == ","
        new = first.start >= following.start and role_in_head(name.root) in SUBJECTS and not own
        return cluster if new and self._agrees(cluster, (features(noun, "Gender") or [""])[0]) else None

    def _qualified(self, noun: Token) -> list[Token]:
        """Adjectives that make another of it ("l'ancien président")."""
        return [c for role, c in adapter(noun)(noun) if role == "adjective" and c.lemma_.lower() in self._words.over]

    def _definite(self, noun: Token) -> bool:
        return noun.pos_ in {"NOUN", "PROPN", "ADJ"} and any(t.lower_ in self._words.determiners for t in noun.lefts)

    def _introduces(self, noun: Token) -> bool:
        """Whether the noun is said of what stands beside it, or is a predicate: then it points to nothing before."""
        if role_in_head(noun) in {"apposition", "attribute", "compound"}:
            return True
        if any(role == "copula" or (role == "apposition" and c.i in self.at) for role, c in adapter(noun)(noun)):
            return True
        first, after = noun.left_edge.i, noun.i + 1
        comma = first >= 2 and self._doc[first - 1].text == ","
        beside = comma and (first - 2 in self.at or role_in_head(noun) not in SUBJECTS)
        return beside or after in self.at

    def _extent(self, noun: Token) -> tuple[int, int]:
        """The noun with the adjectives right after it."""
        end = noun.i + 1
        while end < len(self._doc) and self._doc[end].head == noun and self._doc[end].pos_ == "ADJ":
            end += 1
        return noun.i, end


class _Words:
    """The words of the lexicon that anaphora asks for."""

    def __init__(self, lang: str) -> None:
        references = load(lang, "references")
        self.pronouns: Mapping[str, str] = references["pronouns"]
        self.possessives: Mapping[str, str] = references["possessives"]
        self.described = {noun: type_ for type_, nouns in references["descriptions"].items() for noun in nouns}
        self.personal = frozenset(references["personal"])
        self.posts = person_nouns(lang)
        self.genders: Mapping[str, str] = load(lang, "names")["genders"]
        self.impersonal = frozenset(references["impersonal"]["lemmas"])
        self.determiners = frozenset(references["determiners"])
        self.relatives = frozenset(load(lang, "frames")["relatives"])
        self.over = frozenset(load(lang, "status")["adjectives"]["over"])


@cache
def _words(lang: str) -> _Words:
    return _Words(lang)
