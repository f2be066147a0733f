"""Discourse: what an article has brought up so far, and how present it is to its reader.

A walk through the text keeps it up to date; pronouns and descriptions ask it for what they can stand for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from ..graph.model import MentionKind
from .annotations import Cluster, Reference
from .facts import Deed, Facts
from .pointers import words
from .salience import Found, prominence
from .speakers import quotations
from .trades import trades

Scores = dict[int, tuple[float, Cluster | None]]
Score = Callable[[Token, Cluster | None, float], float]
"""The score of a candidate, its cluster and the decay of its distance; 0 where it is none."""

_ABOUT = 0.7
"""The prominence from which a sentence is about a thing."""


class Discourse:
    """One walk through the sentences, remembering what stands where and what was said of it.

    `at` has the cluster of every token of a mention, `heads` that of the mention's head alone, `counts` how often each
    cluster, by its `id()`, has been mentioned before the place where the walk is.
    """

    def __init__(self, doc: Doc, clusters: list[Cluster], deeds: Iterable[Deed] = ()) -> None:
        self.doc = doc
        self.words = words(doc.lang_)
        events_first = sorted(clusters, key=lambda c: c.type != "Event")  # a name in an event's description is a name
        self.at = {i: c for c in events_first for m in c.mentions for i in range(m.start, m.end)}
        self.heads = {doc[m.start : m.end].root.i: c for c in clusters for m in c.mentions}
        self.quotations = list(quotations(doc))
        self.quoted = {i: q for q in self.quotations for i in range(q.start, q.end)}
        self.facts = Facts(doc, clusters, self.at, self.words, deeds)
        self.trades = trades(doc.lang_)
        self.sentences = list(doc.sents)
        self.by_id = {id(c): c for c in clusters}
        self.counts: Counter[int] = Counter()
        self._number = {s.start: n for n, s in enumerate(self.sentences)}
        self._nominals: dict[int, list[Token]] = {}
        self._weights: dict[int, float] = {}
        self._first = min((m.start for c in clusters for m in c.mentions), default=0)
        self._opening: set[int] | None = None
        self._ahead = sorted(((m.start, c) for c in clusters for m in c.mentions), key=lambda pair: -pair[0])

    def reach(self, token: Token) -> None:
        """Count the mentions that the walk has passed when it comes to a token."""
        while self._ahead and self._ahead[-1][0] < token.i:
            self.counts[id(self._ahead.pop()[1])] += 1

    def record(self, found: Found, span: tuple[int, int], kind: MentionKind, via: str, head: Token) -> None:
        found.cluster.mentions.append(Reference(*span, kind, via=via, margin=found.margin))
        self.at.update(dict.fromkeys(range(*span), found.cluster))
        self.heads[head.i] = found.cluster
        self.counts[id(found.cluster)] += 1

    def record_with_another(self, cluster: Cluster, token: Token, kind: MentionKind, via: str) -> None:
        """Note that a word in the plural stands for a cluster among others; no singular can take it up."""
        cluster.mentions.append(Reference(token.i, token.i + 1, kind, via=via))

    def forget(self, token: Token) -> None:
        """Take back the mention of one word at a token."""
        cluster = self.at.pop(token.i)
        cluster.mentions[:] = [m for m in cluster.mentions if (m.start, m.end) != (token.i, token.i + 1)]
        self.heads.pop(token.i, None)

    def opened(self, cluster: Cluster, token: Token) -> bool:
        """Whether the first sentence that names anything was about a cluster, and another stands before the token."""
        opening = self._number[self.doc[self._first].sent.start]
        if self._opening is None:
            about = [t for t in self.sentences[opening] if t.i in self.heads and self.weight(t) > _ABOUT]
            self._opening = {id(self.heads[t.i]) for t in about}
        return id(cluster) in self._opening and self.number(token) > opening + 1

    def number(self, token: Token) -> int:
        return self._number[token.sent.start]

    def before(self, token: Token, reach: int) -> Iterator[tuple[int, Token]]:
        """What the text has brought up before a token: how many sentences back, and the head of the mention."""
        number, back, inside = self.number(token), 0, self.quoted.get(token.i)
        while back <= reach and number >= 0:
            for candidate in self._brought_up(number):
                if candidate.i >= token.i:
                    break
                yield back, candidate
            number -= 1
            while number > 0 and inside is None and self._within_quotation(self.sentences[number]):
                number -= 1  # what somebody else says between two sentences of the article does not part them
            back += 1

    def _within_quotation(self, sentence: Span) -> bool:
        """Whether all of a sentence is quoted, but for the marks at its ends."""
        first, last = sentence.start, sentence.end - 1
        return (first in self.quoted or first + 1 in self.quoted) and (last in self.quoted or last - 1 in self.quoted)

    def _brought_up(self, number: int) -> list[Token]:
        """The tokens of a sentence that bring something up: heads of mentions, other nouns, unresolved pronouns."""
        if number not in self._nominals:
            pronouns = self.words.pronouns
            self._nominals[number] = [
                t
                for t in self.sentences[number]
                if t.i in self.heads
                or (t.pos_ in {"NOUN", "PROPN"} and t.i not in self.at and t.dep_ != "flat:name")
                or (t.pos_ == "PRON" and t.lower_ in pronouns)
                or (t.pos_ == "DET" and t.lower_ in self.words.possessives)
            ]
        return self._nominals[number]

    def weight(self, token: Token) -> float:
        if token.i not in self._weights:
            self._weights[token.i] = 1.0 if self.topical(token) else prominence(token)
        return self._weights[token.i]

    def topical(self, token: Token) -> bool:
        """Whether the sentence announces that it is about the token: "quant à X"."""
        start = token.left_edge.i
        before = self.doc[start : start + 3].text.lower()
        if token.pos_ and token.i == start and start > 1:  # where the preposition does not hang on it
            before = self.doc[start - 2 : start + 1].text.lower()
        return token.i in self.heads and any(before.startswith(words) for words in self.words.topics)

    def stands_for(self, token: Token) -> Cluster | None:
        """The cluster of a token: its own, or the one that the noun is said of."""
        return self.heads.get(token.i) or self.facts.bearer.get(token.i)

    def scores(self, token: Token, decay: tuple[float, ...], value: Score) -> Scores:
        """The best score of each candidate; those without a name stand under their noun."""
        scores: Scores = {}
        for back, candidate in self.before(token, len(decay) - 1):
            cluster = self.stands_for(candidate)
            score = value(candidate, cluster, decay[back])
            if score <= 0:
                continue
            key = id(cluster) if cluster is not None else -candidate.i - 1
            if key not in scores or scores[key][0] < score:
                scores[key] = score, cluster
        return scores

    def clusters_at(self, tokens: frozenset[int]) -> set[int]:
        """The `id()`s of what the tokens stand for."""
        return {id(c) for i in tokens if (c := self.heads.get(i)) is not None}
