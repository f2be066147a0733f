"""Anaphora: what descriptions and pronouns stand for.

Every word that points is resolved in one way: the things that the text has brought up nearby are candidates, with a
name or without one; those that do not agree with it in type, gender or number, or that its clause rules out (Chomsky
1981), are none; the rest are ranked by salience and by what the article says of them. Where the first does not lead
clearly, or has no name, nothing is resolved: a wrong person costs more than a missing statement. What was resolved
keeps the step (`Reference.via`) and the lead (`Reference.margin`):

| via | what |
|---|---|
| `pronoun:subject`, `pronoun:object`, `possessive` | a pronoun or possessive, by agreement and salience |
| `pronoun:latter` | "ce dernier", "the latter": the last thing that agrees |
| `pronoun:ahead`, `possessive:ahead` | in front of the clause whose subject it stands for |
| `description:said` | a noun that the article says of one thing, with the same complement or alone |
| `description:type` | a noun that fits the type, by agreement and salience |
| `description:topic` | … and stands for what the article is about |
| `description:post` | a post of somebody whom the article does not name with it, and the only person spoken of |
| `description:party` | "le républicain": the only person spoken of |
| `description:nation` | "Le Français": the only person spoken of |
| `description:next` | a post whose bearer the next sentence names |
| `speaker` | "I" and "we" in a quotation whose speaker the text gives |
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from math import sqrt

from spacy.tokens import Doc, Span, Token

from ..graph.model import MentionKind
from ..graph.ontology import ontology
from .annotations import Cluster, Reference
from .facts import Facts, gender_of
from .origins import parties
from .places import origins
from .pointers import ALIKE, Pointer, definite, introduces, pointer, word, words
from .relations import rows
from .salience import MARGIN, SUBJECTS, Found, choose, prominence
from .speakers import Quotation, quotations
from .trades import trades
from .trees import adapter, features, governor, role_in_head

REACH = 2
"""How many sentences back a description can point."""

NEAR = 1
"""How many sentences back a pronoun can point."""

DOMINANCE = 2
"""How many times as often as any other thing of its types the topic of an article has been named."""

_PRONOUN_DECAY = (1.0, 0.7)
_DECAY = (1.0, 0.75, 0.5)

_UNSURE_PERSON, _UNSURE_THING = 0.85, 0.7
"""What an unknown gender leaves of a candidate: names of things have none that a text would show."""
_LIKENESS_MARGIN = 0.3  # a noun takes up an object nearly as often as a subject
_UNSURE_MARGIN = 0.5  # between people of unknown gender
_OTHER_GENDER = 0.6  # of a thing: "le groupe" and "la société" may be one
_AMISS = 0.5  # a person competes for "son patron", but none is resolved to
_PLACE = 0.8
_JOINED = 0.6  # "Kart et son patron"
_MATRIX = 1.25  # the subject of a clause that the pronoun's clause is a part of
_SAID, _COVERED, _TRADE, _KIND, _FROM, _NAMED = 0.5, 0.4, 0.35, 0.2, 0.4, 0.4
_ALMOST = 0.7  # a newspaper for "la société"
_UNTOLD = 0.6  # "la banque" of what nothing says that it is one
_TOPIC = 0.3
_BACKGROUND = 0.35  # the topic of an article is in the reader's mind wherever it was named last
_PASSING = 0.55
_DISTINCT = 0.5
"""The lead that a description needs that says more than the article has said ("the ride-hailing giant")."""

_CLIMB = 4
_OWN_CLAUSE = frozenset(("conjunct", "relative", "clause", "apposition", "parataxis"))

_SPEAKING = frozenset(("Company", "Media", "Organization", "Product", "Party"))
"""The types of what a speaker's "we" can be; a minister's is anybody's guess."""

_GROUP = 0.5
"""The lead that "we" is given: it may be wider or narrower than the organisation."""

_INERT = frozenset(("Event", "Law", "Work"))

Scores = dict[int, tuple[float, Cluster | None]]
Score = Callable[[Token, Cluster | None, float], float]
"""The score of a candidate, its cluster and the decay of its distance; 0 where it is none."""


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


def resolve(doc: Doc, clusters: list[Cluster]) -> None:
    """Add to the clusters the descriptions and pronouns that stand for them, walking through the text once."""
    resolver = _Resolver(doc, clusters)
    for token in doc:
        if token.pos_ and token.i not in resolver.at:
            resolver.visit(token)
        elif token.pos_:
            resolver.visit_national(token)
    for quotation in resolver.quotations:
        resolver.hear(quotation)


class _Resolver:
    """One walk through the sentences, remembering what stands where and what was said of it."""

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self._doc = doc
        self._words = words(doc.lang_)
        events_first = sorted(clusters, key=lambda c: c.type != "Event")  # a name in an event's description is a name
        self.at = {i: c for c in events_first for m in c.mentions for i in range(m.start, m.end)}
        self._heads = {doc[m.start : m.end].root.i: c for c in clusters for m in c.mentions}
        self.quotations = list(quotations(doc))
        self._quoted = {i: q for q in self.quotations for i in range(q.start, q.end)}
        self._facts = Facts(doc, clusters, self.at, self._words)
        self._trades = trades(doc.lang_)
        self._sentences = list(doc.sents)
        self._number = {s.start: n for n, s in enumerate(self._sentences)}
        self._nominals: dict[int, list[Token]] = {}
        self._weights: dict[int, float] = {}
        self._people = [c for c in clusters if c.type == "Person"]
        # Mentions are counted as the walk passes them.
        self._ahead = sorted(((m.start, c) for c in clusters for m in c.mentions), key=lambda pair: -pair[0])
        self._counts: Counter[int] = Counter()
        self._by_id = {id(c): c for c in clusters}
        self._nations_of = origins(doc.lang_)
        self._named = {
            i for c in clusters for m in c.mentions if m.kind is MentionKind.NAME for i in range(m.start, m.end)
        }

    def visit(self, token: Token) -> None:
        """Resolve one token if it is a description or pronoun that can be."""
        while self._ahead and self._ahead[-1][0] < token.i:
            self._counts[id(self._ahead.pop()[1])] += 1
        point = pointer(token)
        if point is not None:
            self._pronoun(point)
        elif (
            word(token) in self._words.described
            and definite(token)
            and not introduces(token, self.at, self._alike_types(token))
        ):
            found, via = self._description(token)
            if found is not None:
                self._record(found, self._extent(token), MentionKind.DESCRIPTION, via, token)
                self._facts.learn(found.cluster, token)

    def visit_national(self, token: Token) -> None:
        """Let a nationality with a capital stand for the only person whom the text speaks of: "Le Français a …".

        Where the sentence before has that person as its subject, or names nobody else.
        """
        start = token.i - 1
        if token.lower_ not in self._nations_of or not token.is_title or role_in_head(token) not in SUBJECTS:
            return
        if start < 0 or self._doc[start].lower_ not in self._words.determiners or "Plur" in features(token, "Number"):
            return
        if any(role == "apposition" and c.i in self.at for role, c in adapter(token)(token)) or token.i in self._named:
            return
        found = self._only_person(token)
        if found is not None:
            found.cluster.mentions.append(
                Reference(start, token.i + 1, MentionKind.DESCRIPTION, via="description:nation", margin=found.margin)
            )
            self.at.update(dict.fromkeys(range(start, token.i + 1), found.cluster))
            self._heads[token.i] = found.cluster
            self._counts[id(found.cluster)] += 1

    def hear(self, quotation: Quotation) -> None:
        """Let the first person of a quotation stand for its speaker, its plural for the speaker's organisation."""
        speaker = self._stands_for(quotation.speaker) if quotation.speaker is not None else None
        if speaker is None:
            return
        group = speaker if speaker.type in _SPEAKING else self._employer(speaker)
        for token in self._doc[quotation.start : quotation.end]:
            form = self._words.first_person.get(token.lower_, "") if token.pos_ and token.i not in self.at else ""
            one = speaker if form == "Sing" and speaker.type == "Person" else None
            cluster = group if form == "Plur" else one
            if cluster is not None:
                found = Found(cluster, 1.0 if form == "Sing" else _GROUP)
                self._record(found, (token.i, token.i + 1), MentionKind.PRONOUN, "speaker", token)

    def _employer(self, person: Cluster) -> Cluster | None:
        """The only business or organisation with which the article says that a person has a post."""
        held = [said for said in self._facts.said[id(person)] if not said.over]
        clusters = [
            self._by_id[i] for said in held for i in said.complements if isinstance(i, int) and i in self._by_id
        ]
        groups = {id(c): c for c in clusters if c.type in _SPEAKING - {"Party"}}
        return next(iter(groups.values())) if len(groups) == 1 else None

    def _record(self, found: Found, span: tuple[int, int], kind: MentionKind, via: str, head: Token) -> None:
        found.cluster.mentions.append(Reference(*span, kind, via=via, margin=found.margin))
        self.at.update(dict.fromkeys(range(*span), found.cluster))
        self._heads[head.i] = found.cluster
        self._counts[id(found.cluster)] += 1

    def _alike_types(self, noun: Token) -> frozenset[str]:
        type_ = self._words.described[word(noun)]
        return ALIKE.get(type_, frozenset((type_,)))

    # --- candidates

    def _sentence(self, token: Token) -> int:
        return self._number[token.sent.start]

    def _before(self, token: Token, reach: int) -> Iterator[tuple[int, Token]]:
        """What the text has brought up before a token: how many sentences back, and the head of the mention."""
        number, back, inside = self._sentence(token), 0, self._quoted.get(token.i)
        while back <= reach and number >= 0:
            for candidate in self._brought_up(number):
                if candidate.i >= token.i:
                    break
                yield back, candidate
            number -= 1
            while number > 0 and inside is None and self._within_quotation(self._sentences[number]):
                number -= 1  # what somebody else says between two sentences of the article does not part them
            back += 1

    def _within_quotation(self, sentence: Span) -> bool:
        """Whether all of a sentence is quoted, but for the marks at its ends."""
        first, last = sentence.start, sentence.end - 1
        return (first in self._quoted or first + 1 in self._quoted) and (
            last in self._quoted or last - 1 in self._quoted
        )

    def _brought_up(self, number: int) -> list[Token]:
        """The tokens of a sentence that bring something up: heads of mentions, other nouns, unresolved pronouns."""
        if number not in self._nominals:
            pronouns = self._words.pronouns
            self._nominals[number] = [
                t
                for t in self._sentences[number]
                if t.i in self._heads
                or (t.pos_ in {"NOUN", "PROPN"} and t.i not in self.at and t.dep_ != "flat:name")
                or (t.pos_ == "PRON" and t.lower_ in pronouns)
                or (t.pos_ == "DET" and t.lower_ in self._words.possessives)
            ]
        return self._nominals[number]

    def _weight(self, token: Token) -> float:
        if token.i not in self._weights:
            self._weights[token.i] = 1.0 if self._topical(token) else prominence(token)
        return self._weights[token.i]

    def _topical(self, token: Token) -> bool:
        """Whether the sentence announces that it is about the token: "quant à X"."""
        start = token.left_edge.i
        before = self._doc[start : start + 3].text.lower()
        if token.pos_ and token.i == start and start > 1:  # where the preposition does not hang on it
            before = self._doc[start - 2 : start + 1].text.lower()
        return token.i in self._heads and any(before.startswith(words) for words in self._words.topics)

    def _stands_for(self, token: Token) -> Cluster | None:
        """The cluster of a token: its own, or the one that the noun is said of."""
        return self._heads.get(token.i) or self._facts.bearer.get(token.i)

    def _scores(self, token: Token, decay: tuple[float, ...], value: Score) -> Scores:
        """The best score of each candidate; those without a name stand under their noun."""
        scores: Scores = {}
        for back, candidate in self._before(token, len(decay) - 1):
            cluster = self._stands_for(candidate)
            score = value(candidate, cluster, decay[back])
            if score <= 0:
                continue
            key = id(cluster) if cluster is not None else -candidate.i - 1
            if key not in scores or scores[key][0] < score:
                scores[key] = score, cluster
        return scores

    # --- pronouns

    def _pronoun(self, point: Pointer) -> None:
        token, via = point.token, point.via
        if via == "pronoun:object" and self._unresolved_subject(token):
            return  # "Il lui a confié X": who is who?
        found = self._latter(point) if via == "pronoun:latter" else self._salient(point)
        ahead = self._subject_ahead(point)
        if ahead is not None and (found is None or found.cluster is not ahead.cluster):
            found, via = ahead, via.split(":")[0] + ":ahead"
        if found is None or not self._admitted(point, found.cluster):
            return
        self._record(found, (token.i, self._end(token)), MentionKind.PRONOUN, via, token)
        if found.cluster.type == "Person":
            self._facts.learn_gender(found.cluster, point.gender)

    def _unresolved_subject(self, token: Token) -> bool:
        verb = governor(token)[1]
        pronouns = self._words.pronouns
        return any(
            role in SUBJECTS and c.lower_ in pronouns and c.i not in self._heads for role, c in adapter(verb)(verb)
        )

    def _salient(self, point: Pointer) -> Found | None:
        barred, above = self._barred(point), {t.i for t in point.token.ancestors}
        others, inside = self._clusters(barred), self._quoted.get(point.token.i)
        if inside is not None and inside.speaker is not None:
            others.add(id(self._stands_for(inside.speaker)))  # "« Il … », dit X" is not about X
        joined = governor(point.token.head) if point.via == "possessive" else ("", point.token)

        def score(candidate: Token, cluster: Cluster | None, decay: float) -> float:
            apart = candidate.i in barred or id(cluster) in others
            apart = apart or (inside is None and candidate.i in self._quoted)
            agreeing = 0.0 if apart else self._agreement(point, candidate, cluster)
            value = self._weight(candidate) * decay * agreeing
            if agreeing and joined[0] == "conjunct" and joined[1].i == candidate.i:
                value += _JOINED
            if candidate.head.i in above and role_in_head(candidate) in SUBJECTS:
                value *= _MATRIX
            return value

        scores = self._scores(point.token, _PRONOUN_DECAY, score)
        unsure = [1 for _, c in scores.values() if c is not None and c.type == "Person" and not self._facts.gender(c)]
        return choose(scores, _UNSURE_MARGIN if point.gender and len(unsure) > 1 else MARGIN)

    def _latter(self, point: Pointer) -> Found | None:
        """The last thing before that agrees, with a name or without."""
        barred = self._barred(point)
        others = self._clusters(barred)
        last: dict[int, Token] = {}
        for back, candidate in self._before(point.token, NEAR):
            cluster = self._stands_for(candidate)
            apart = candidate.i in barred or id(cluster) in others
            if not apart and self._agreement(point, candidate, cluster):
                last[back] = candidate
        found = last.get(0) or last.get(1)
        cluster = self._stands_for(found) if found is not None else None
        return (
            Found(cluster, self._agreement(point, found, cluster))
            if cluster is not None and found is not None
            else None
        )

    def _agreement(self, point: Pointer, token: Token, cluster: Cluster | None) -> float:
        """How well a candidate agrees with a pronoun, 0 to 1."""
        if cluster is None:
            return self._unnamed(point, token)
        if point.types is not None and cluster.type not in point.types and not point.personal:
            return _AMISS if cluster.type == "Person" and point.gender != "Neut" else 0.0
        if cluster.type == "Person":
            if point.gender == "Neut":
                return 0.0
            known = self._facts.gender(cluster)
            if point.gender and known and known != point.gender:
                return 0.0
            return 1.0 if known or not point.gender else _UNSURE_PERSON
        if point.personal or (point.acts and cluster.type in _INERT):
            return 0.0
        weight = _PLACE if cluster.type == "Place" or cluster.type in _INERT else 1.0
        if point.gender in {"", "Neut"}:
            return weight
        own = features(token, "Gender") if token.pos_ == "NOUN" else []
        gender = own[0] if own else self._facts.gender(cluster)
        if not gender:
            return weight * _UNSURE_THING
        return weight if gender == point.gender else weight * _OTHER_GENDER * (0.0 if own else 1.0)

    def _unnamed(self, point: Pointer, token: Token) -> float:
        """How well something without a name agrees: it competes, and cannot be resolved to."""
        if token.pos_ not in {"NOUN", "PROPN"}:  # a pronoun that was not resolved: the same word is likely the same
            pronouns = {**self._words.pronouns, **self._words.possessives}
            gender = pronouns.get(token.lower_, "")
            return 1.0 if point.gender in {gender, ""} or not gender else 0.0
        if "Plur" in features(token, "Number"):
            return 0.0
        noun = word(token)
        person = self._words.person(noun)
        if (point.gender == "Neut" and person) or (point.personal and not person):
            return 0.0
        if point.acts and not person and noun not in self._words.described:
            return 0.0
        genders = features(token, "Gender")
        agrees = point.gender in {"", "Neut"} or not genders or point.gender in genders
        if point.types is not None:
            type_ = "Person" if person else self._words.described.get(noun, "")
            agrees = agrees and (type_ in point.types or not type_)
        return 1.0 if agrees else 0.0

    def _barred(self, point: Pointer) -> frozenset[int]:
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
        barred = {t.i for t in self._sentences[self._sentence(token)] if t.i < token.i and governor(t)[1] == head}
        barred.add(head.i)
        if role in SUBJECTS:
            for phrase in head.lefts:  # "Diplômée de l'Essec, elle …"; a clause may name whom the pronoun takes up
                if phrase.i < token.i and not any(r in SUBJECTS for r, _ in adapter(phrase)(phrase)):
                    barred.update(t.i for t in phrase.subtree)
            barred = {i for i in barred if not self._topical(self._doc[i])}
        if role not in SUBJECTS:
            for _ in range(REACH):
                role, above = governor(head)
                if role not in {"conjunct", "open_clause", "adverbial"} or above == head:
                    break
                barred |= {c.i for r, c in adapter(above)(above) if r in SUBJECTS}
                head = above
            barred |= self._antecedents(barred, head)
        return frozenset(barred)

    def _antecedents(self, tokens: set[int], verb: Token) -> set[int]:
        """What a relative pronoun among the tokens stands for: X in "X, qui a fondé Y avant de le quitter"."""
        role, noun = governor(verb)
        relative = role == "relative" and any(self._doc[i].lower_ in self._words.relatives for i in tokens)
        return {noun.i, *(c.i for r, c in adapter(noun)(noun) if r == "apposition")} if relative else set()

    def _subject_ahead(self, point: Pointer) -> Found | None:
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
                cluster = self._stands_for(subject)
                apart = any(t.text == "," for t in self._doc[token.i : subject.left_edge.i])
                fitting = self._agreement(point, subject, cluster) if cluster is not None and apart else 0.0
                return Found(cluster, fitting) if fitting and cluster is not None else None
            child = head
        return None

    def _clusters(self, tokens: frozenset[int]) -> set[int]:
        """The `id()`s of what the tokens stand for."""
        return {id(c) for i in tokens if (c := self._heads.get(i)) is not None}

    def _admitted(self, point: Pointer, cluster: Cluster) -> bool:
        """Whether a thing of this type can be what the pronoun stands for; others only compete."""
        if cluster.type in _INERT or (cluster.type == "Place" and not (point.acts or point.via == "possessive")):
            return False
        return point.types is None or point.personal or cluster.type in point.types

    # --- descriptions

    def _description(self, noun: Token) -> tuple[Found | None, str]:
        """What a definite description stands for, and by which step."""
        edges = list(adapter(noun)(noun))
        type_ = self._words.described[word(noun)]
        clauses = [c for role, c in edges if role in {"relative", "participle"} and self._restricts(noun, c)]
        if clauses:  # "l'entreprise que dirige X" is told apart by the clause, not by what was said before
            return self._by_clause(noun, clauses[0], type_), "description:said"
        if any(c.lemma_.lower() in self._words.others for role, c in edges if role in {"adjective", "compound"}):
            return None, ""
        complements = self._facts.complements(noun)
        said = self._said(noun, type_, complements)
        if said is not None:
            return said, "description:said"
        person = type_ == "Person"
        whose = [c for role, c in edges if c.i in self.at and role not in {"adjective", "apposition"}]
        if any(person or self.at[c.i].type not in {"Place", "Person"} for c in whose):
            found = self._introduced_next(noun)
            return (found, "description:next") if found is not None else (self._alone(noun, type_), "description:post")
        told = word(noun) in self._words.posts or word(noun) in self._words.told_only
        if person and (told or self._facts.over(noun)):
            return self._partisan(noun), "description:party"  # only of whom the article says that they hold it
        found = self._alike(noun, type_)
        if found is not None:
            return found, "description:type"
        return (None if person else self._topic(noun, type_)), "description:topic"

    def _restricts(self, noun: Token, clause: Token) -> bool:
        start = clause.left_edge.i
        return not (noun.i < start and self._doc[start - 1].text == ",")

    def _alone(self, noun: Token, type_: str) -> Found | None:
        """The only thing of its kind that the text speaks of, as a subject, where the next subject is by what it is.

        "Anne Martin est libre. La fondatrice de Kart ira à Lille", "the iPhone maker": what is said of nothing that
        the article names takes up something that it has named.
        """
        if role_in_head(noun) not in SUBJECTS or self._facts.over(noun):
            return None
        if type_ != "Person" and (type_ not in ALIKE or word(noun) in self._words.generic):
            return None
        held = {id(self.at[i]) for i in self._facts.named(noun)}
        for _, token in self._before(noun, NEAR):
            if id(self.at.get(token.i)) in held and token.i < noun.left_edge.i:
                return None  # "X critique Y. Le patron de Y …" brings in somebody else
        found = self._only(noun, type_, held)
        return found if found is not None and found.cluster.type in {type_, "Product"} else None

    def _only(self, noun: Token, type_: str, held: set[int]) -> Found | None:
        """The only thing of a type in this sentence and the one before, where one of them is about it."""
        barred, types = self._above(noun), ALIKE.get(type_, frozenset((type_,)))
        found: dict[int, Cluster] = {}
        leading = False
        for back, token in self._before(noun, NEAR):
            cluster = self._stands_for(token)
            if cluster is None and self._rival(token, word(noun), type_):
                return None
            if cluster is not None and cluster.type in types and id(cluster) not in held:
                if token.i in barred:
                    return None
                found[id(cluster)] = cluster
                leading = leading or (back <= NEAR and self._weight(token) > _PASSING)
        if len(found) != 1 or not leading:
            return None
        cluster = next(iter(found.values()))
        other = type_ != "Person" and self._trades.never(cluster, word(noun))
        return Found(cluster, 1.0) if self._gender_agrees(cluster, noun) and not other else None

    def _only_person(self, noun: Token) -> Found | None:
        return self._only(noun, "Person", set())

    def _partisan(self, noun: Token) -> Found | None:
        """The only person spoken of, for "le républicain", unless the article has that person in another party."""
        members = parties(self._doc.lang_)
        party = members.get(word(noun))
        found = self._only_person(noun) if party and role_in_head(noun) in SUBJECTS else None
        if found is None:
            return None
        saids = self._facts.said[id(found.cluster)]
        told = {self._by_id[i].name for s in saids for i in s.complements if isinstance(i, int) and i in self._by_id}
        told |= {members[s.noun] for s in saids if s.noun in members}
        for cluster in self._by_id.values():
            beside = (self.at.get(governor(self._doc[m.end - 1])[1].i) for m in cluster.mentions)
            told |= {cluster.name} if cluster.type == "Party" and any(c is found.cluster for c in beside) else set()
        return found if not told & set(members.values()) - {party} else None

    def _by_clause(self, noun: Token, clause: Token, type_: str) -> Found | None:
        """What the article says to be led by the person of whom the clause says it: "l'agence que préside X"."""
        if type_ == "Person":
            return None
        types = ALIKE.get(type_, frozenset((type_,)))
        done = self._by_deed(noun, clause, types)
        if done is not None or not _leads(clause):
            return done
        acting = [c for r, c in adapter(clause)(clause) if r in {*SUBJECTS, "agent"} and c.i in self.at]
        saids = [said for c in acting for said in self._facts.said[id(self.at[c.i])] if not said.over]
        linked = {i for said in saids for i in said.complements if isinstance(i, int) and i in self._by_id}
        fitting = [self._by_id[i] for i in linked if self._by_id[i].type in types]
        return Found(fitting[0], 1.0) if len(fitting) == 1 else None

    def _by_deed(self, noun: Token, clause: Token, types: frozenset[str]) -> Found | None:
        """What the article says before that the same person did the same to: "la société fondée par X"."""
        deed = self._deed(clause)
        acting = self._clusters(frozenset(deed[0]))
        found: dict[int, Cluster] = {}
        for verb in self._doc[: noun.i]:
            if verb.pos_ == "VERB" and acting and verb != clause and _states_alike(verb, clause):
                doers, things = self._deed(verb)
                if acting & self._clusters(frozenset(doers)):
                    found |= {id(c): c for i in things if (c := self._stands_for(self._doc[i])) is not None}
        fitting = [c for c in found.values() if c.type in types]
        return Found(fitting[0], 1.0) if len(found) == len(fitting) == 1 else None

    def _deed(self, verb: Token) -> tuple[list[int], list[int]]:
        """Who does what the verb says, and to what: their heads."""
        edges = list(adapter(verb)(verb))
        passive = any(r in {"agent", "passive_subject"} for r, _ in edges)
        doers = [c.i for r, c in edges if r == ("agent" if passive else "subject")]
        found = [c for r, c in edges if r == ("passive_subject" if passive else "object")]
        things = [t.i for c in found for t in (c, *c.conjuncts)]
        role, head = governor(verb)
        return doers, things or ([head.i] if role in {"participle", "relative"} else [])

    def _said(self, noun: Token, type_: str, complements: frozenset[int | str]) -> Found | None:
        """The only thing before of which the article says the noun, with a complement that the description shares."""
        described, places, over = word(noun), self._facts.places_of(noun), self._facts.over(noun)
        types = ALIKE.get(type_, frozenset((type_,)))
        fitting: dict[int, Cluster] = {}
        for key, saids in self._facts.said.items():
            cluster = self._by_id.get(key)
            if cluster is None or cluster.type not in types or not self._counts[key]:
                continue
            for said in saids:
                if not self._words.covers(described, said.noun) or (over and not said.over):
                    continue
                if complements and not complements & said.complements:
                    continue
                if places and self._facts.places[key] and not places & self._facts.places[key]:
                    continue
                fitting[key] = cluster
        if type_ != "Person" and not complements:
            return None  # what many things are is ranked
        others = self._clusters(self._above(noun))
        fitting = {k: c for k, c in fitting.items() if k not in others}
        if len(fitting) == 1:
            cluster = next(iter(fitting.values()))
            return Found(cluster, 1.0) if self._gender_agrees(cluster, noun) else None
        if not fitting:
            return None
        return self._alike(noun, type_, fitting)

    def _gender_agrees(self, cluster: Cluster, noun: Token) -> bool:
        gender, known = gender_of(noun), self._facts.gender(cluster)
        return cluster.type != "Person" or not gender or not known or gender == known

    def _above(self, noun: Token) -> frozenset[int]:
        """What a description cannot stand for: "Renault critique le groupe" is about another group (Condition C)."""
        barred: set[int] = set()
        child = noun
        leads = role_in_head(noun) in SUBJECTS
        while True:
            role, head = governor(child)
            if head == child or role in {"conjunct", "parataxis"} or self._stop_between(head, child):
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

    def _stop_between(self, head: Token, clause: Token) -> bool:
        """Whether a colon or semicolon sets a clause off: the subject before it may be taken up by a noun."""
        return clause.i > head.i and any(t.text in {":", ";"} for t in self._doc[head.i : clause.i])

    def _alike(self, noun: Token, type_: str, among: Mapping[int, Cluster] | None = None) -> Found | None:
        """What a description fits best, of all or of some; not a thing in passing of which nothing else is known."""
        types, barred = ALIKE.get(type_, frozenset((type_,))), self._above(noun)
        described, places = word(noun), self._facts.places_of(noun)
        complements = self._facts.complements(noun)
        others = self._clusters(barred)
        leader, topical = self._leader(types)
        if places and among is None:  # "le groupe coréen" is the one of which the text has said where it is from
            among = self._from(noun, leader, types, places, others) or None
        specific = type_ != "Person" and described not in self._words.generic
        known: set[int] = set()  # what can be resolved to
        never: set[int] = set()  # what everybody knows to be something else
        plain = not complements and not places and not specific

        def score(token: Token, cluster: Cluster | None, decay: float) -> float:
            if token.i in barred or id(cluster) in others:
                return 0.0
            weight = sqrt(self._weight(token))
            if cluster is None:
                return weight * decay * self._rival(token, described, type_)
            if cluster.type not in types or not self._gender_agrees(cluster, noun):
                return 0.0
            if among is not None and id(cluster) not in among:
                return 0.0
            evidence = self._evidence(cluster, described, places)
            if evidence < 0:
                return 0.0
            other = not evidence and self._trades.never(cluster, described)
            if specific and other:
                never.add(id(cluster))
                return 0.0
            prominent = self._weight(token) > _PASSING
            alone = topical >= _TOPIC and (plain or self._counts[id(cluster)] > 1)
            topic = cluster is leader and (prominent or alone)
            if (
                evidence
                or among is not None
                or (prominent and not specific)
                or (topic and not (specific and type_ == "Institution"))
            ):
                known.add(id(cluster))
            untold = other or (specific and not evidence)
            likeness = (1.0 if cluster.type == type_ else _ALMOST) * (_UNTOLD if untold else 1.0)
            return decay * (weight * likeness + evidence + topical * (cluster is leader))

        scores = self._scores(noun, _DECAY, score)
        several = sum(cluster is not None for _, cluster in scores.values()) > 1
        if leader is not None and id(leader) not in scores and (among is None or id(leader) in among):
            evidence = self._evidence(leader, described, places)
            if evidence >= 0 and self._gender_agrees(leader, noun) and id(leader) not in others:
                scores[id(leader)] = _BACKGROUND + evidence * _DECAY[-1], leader
                if evidence:
                    known.add(id(leader))
        found = choose(scores, _LIKENESS_MARGIN)
        if found is None or id(found.cluster) not in known:
            return None
        said, from_ = self._facts.said[id(found.cluster)], self._facts.places[id(found.cluster)]
        unlike = complements and not any(complements & s.complements for s in said)
        unlike = unlike or bool(places and not places & from_)
        told = self._evidence(found.cluster, described, places)
        if never and not told:
            return None  # that the others are something else does not say that this is what is meant
        if type_ == "Person" and not told and several:
            return None  # "le milliardaire", of two: only who reads the paper every day knows
        unlike = unlike or ((specific or type_ == "Person") and not told)
        return None if unlike and found.margin < _DISTINCT else found

    def _from(
        self, noun: Token, leader: Cluster | None, types: frozenset[str], places: set[int], others: set[int]
    ) -> Mapping[int, Cluster]:
        """The things near a description, and the topic, that are known to be from where it says."""
        found = {id(c): c for _, t in self._before(noun, REACH) if (c := self._stands_for(t)) is not None}
        found |= {id(leader): leader} if leader is not None else {}
        return {
            key: c
            for key, c in found.items()
            if c.type in types and key not in others and places & self._facts.places[key]
        }

    def _evidence(self, cluster: Cluster, described: str, places: set[int]) -> float:
        """What the article says of a cluster that speaks for a description; below 0 where it is from elsewhere."""
        known = self._facts.places[id(cluster)]
        if places and known and not places & known and self._nations(places) and self._nations(known):
            return -1.0
        said = self._facts.said[id(cluster)]
        if self._facts.elsewhere(cluster, places) or any(self._words.opposed(described, s.noun) for s in said):
            return -1.0
        found = _SAID * any(s.noun == described for s in said)
        found = found or _COVERED * any(self._words.covers(described, s.noun) for s in said)
        found = found or _TRADE * (described in self._trades.of(cluster))
        type_ = self._words.described[described]
        found = found or _KIND * any(self._words.described.get(s.noun) == type_ != "Person" for s in said)
        return found + _FROM * bool(places & known) + _NAMED * (described in cluster.name.lower().split())

    def _nations(self, places: set[int]) -> bool:
        return any(m.via == "demonym" for i in places for m in self._by_id[i].mentions)

    def _rival(self, token: Token, described: str, type_: str) -> float:
        """How well something without a name fits a description: "Une start-up … la start-up" is that one."""
        if token.pos_ not in {"NOUN", "PROPN"} or "Plur" in features(token, "Number"):
            return 0.0
        noun = word(token)
        if noun == described:
            return 1.5
        if type_ == "Person":
            return 1.0 if self._words.person(noun) else 0.0
        return 0.8 if self._words.described.get(noun) in ALIKE.get(type_, {type_}) else 0.0

    def _leader(self, types: frozenset[str]) -> tuple[Cluster | None, float]:
        """What the article has named most often so far, and what that adds to its score."""
        ranked = self._ranked(types)
        if not ranked or (len(ranked) == 2 and ranked[0][0] == ranked[1][0]):
            return None, 0.0
        second = ranked[1][0] if len(ranked) > 1 else 0
        return ranked[0][1], _TOPIC * (1.5 - second / ranked[0][0])

    def _ranked(self, types: frozenset[str]) -> list[tuple[int, Cluster]]:
        counted = [(n, self._by_id[k]) for k, n in self._counts.items() if k in self._by_id]
        fitting = [(n, c) for n, c in counted if c.type in types]
        return sorted(fitting, key=lambda pair: (-pair[0], pair[1].mentions[0].start))[:2]

    def _topic(self, noun: Token, type_: str) -> Found | None:
        """What the article is about, for a noun that says nothing but that it is one of its kind."""
        if word(noun) not in self._words.generic or self._facts.places_of(noun) or self._facts.complements(noun):
            return None
        types = ALIKE.get(type_, frozenset((type_,)))
        for back, token in self._before(noun, REACH):
            cluster = self._stands_for(token)
            if cluster is None and self._rival(token, word(noun), type_):
                return None
            if cluster is not None and back < REACH and cluster.type in types and self._weight(token) > 0.8:
                return None
        ranked = self._ranked(types)
        second = ranked[1][0] if len(ranked) > 1 else 0
        if not ranked or ranked[0][0] < max(3, DOMINANCE * second):
            return None
        if id(ranked[0][1]) in self._clusters(self._above(noun)):
            return None
        return Found(ranked[0][1], round(1 - second / ranked[0][0], 3))

    def _introduced_next(self, noun: Token) -> Found | None:
        """The person whom the next sentence names for the first time, as its subject, with nothing else said of them.

        Newspapers present somebody by the post, then by the name: "La patronne de X a réagi. Anne Martin dément."
        """
        number = self._sentence(noun)
        if self._words.described[word(noun)] != "Person" or self._facts.over(noun):
            return None
        if number + 1 == len(self._sentences) or role_in_head(noun) not in SUBJECTS:
            return None
        following: Span = self._sentences[number + 1]
        people = {id(c): c for t in following if (c := self.at.get(t.i)) is not None and c.type == "Person"}
        if len(people) != 1:
            return None
        cluster = next(iter(people.values()))
        first = min(cluster.mentions, key=lambda m: m.start)
        name = self._doc[first.start : first.end]
        own = name.end < len(self._doc) and self._doc[name.end].text == ","
        new = first.start >= following.start and role_in_head(name.root) in SUBJECTS and not own
        return Found(cluster, 1.0) if new and self._gender_agrees(cluster, noun) else None

    def _end(self, token: Token) -> int:
        """Past the parts of a hyphenated word."""
        end = token.i + 1
        while end < len(self._doc) and self._doc[end].head == token and self._doc[end].dep_ == "flat:name":
            end += 1
        return end

    def _extent(self, noun: Token) -> tuple[int, int]:
        """The noun with the adjectives right after it."""
        end = self._end(noun)
        while end < len(self._doc) and self._doc[end].head == noun and self._doc[end].pos_ == "ADJ":
            end += 1
        return noun.i, end
