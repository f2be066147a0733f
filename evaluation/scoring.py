"""Predictions against gold, article by article.

A predicted statement is right when its two ends align with the ends of a gold one and its relation is the gold's or one
of its alternatives. Each gold statement counts once, and so does what is predicted twice of the same two things.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..graph.ontology import ontology
from .alignment import align
from .annotations import Annotation, Triple
from .mistakes import Mistake, in_entities, in_triples
from .reliability import Judged
from .scores import Counts, RelationCounts

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """One article's counts, what is wrong in it, and for each statement that counts whether it is right."""

    article: str
    lang: str
    counts: Counts
    relations: Mapping[str, RelationCounts]
    mistakes: tuple[Mistake, ...]
    judged: tuple[Judged, ...] = ()


def score(
    gold: Iterable[Annotation], predicted: Mapping[str, Annotation], *, min_confidence: float = 0
) -> list[ArticleScore]:
    """The score of each gold article, in their order; one without a prediction counts as one where nothing was found.

    Predicted statements below `min_confidence` count as not predicted.
    """
    return [_score(g, _above(predicted.get(g.id, Annotation(g.id)), min_confidence)) for g in gold]


def by_relation(scores: Iterable[ArticleScore]) -> dict[str, RelationCounts]:
    """The counts of each relation, those with the most gold statements first."""
    found: dict[str, RelationCounts] = {}
    for article in scores:
        for relation, counts in article.relations.items():
            found[relation] = found.get(relation, RelationCounts()) + counts
    return dict(sorted(found.items(), key=lambda item: (-item[1].gold, -item[1].predicted, item[0])))


def _above(annotation: Annotation, confidence: float) -> Annotation:
    return replace(annotation, triples=tuple(t for t in annotation.triples if t.confidence >= confidence))


def _score(gold: Annotation, predicted: Annotation) -> ArticleScore:
    many, one = align(predicted.entities, gold.entities)
    at = {p.id: many.get(i) for i, p in enumerate(predicted.entities)}
    matching = _Matching(gold)
    for triple in predicted.triples:
        matching.add(triple, at.get(triple.subject), at.get(triple.object))
    named = {j for j, g in enumerate(gold.entities) if g.type != "Event"}
    counted = [t for t in gold.triples if not t.optional]
    right, found = (Counter(pair[i].relation for pair in matching.found) for i in (0, 1))
    gold_relations = Counter(t.relation for t in counted)
    relations = {
        r: RelationCounts(gold_relations[r], found[r], matching.predicted[r], right[r])
        for r in dict.fromkeys((*gold_relations, *matching.predicted))
    }
    counts = Counts(
        articles=1,
        entity_gold=len(gold.entities),
        entity_predicted=len(predicted.entities),
        entity_right=len(one),
        named_gold=len(named),
        named_predicted=sum(p.type != "Event" for p in predicted.entities),
        named_right=sum(j in named for j in one.values()),
        triple_gold=len(counted),
        triple_predicted=sum(matching.predicted.values()),
        triple_right=len(matching.found),
        pair_right=len(matching.pairs),
        status_right=sum(t.status == g.status for t, g in matching.found),
    )
    mistakes = (
        *in_triples(gold, predicted, at, matching.found, matching.extra, matching.missed()),
        *in_entities(gold, predicted, many, one),
    )
    judged = (
        *(Judged(t.confidence, True) for t, _ in matching.found),
        *(Judged(t.confidence, False) for t in matching.extra),
    )
    return ArticleScore(gold.id, gold.lang, counts, relations, mistakes, judged)


class _Matching:
    """The gold statements of an article, and what was predicted so far."""

    def __init__(self, gold: Annotation) -> None:
        index = {e.id: j for j, e in enumerate(gold.entities)}
        self._gold = gold.triples
        self._ends = [frozenset((index[t.subject], index[t.object])) for t in gold.triples]
        self._keys = [{_key(index[t.subject], r, index[t.object]) for r in (t.relation, *t.alt)} for t in gold.triples]
        self._seen: set[Key] = set()
        self._hit: set[int] = set()
        self.pairs: set[int] = set()
        self.predicted: Counter[str] = Counter()
        self.found: list[tuple[Triple, Triple]] = []
        self.extra: list[Triple] = []

    def add(self, triple: Triple, subject: int | None, object_: int | None) -> None:
        """Count one predicted statement, whose ends are the gold entities of these indexes or none."""
        known = subject is not None and object_ is not None
        key: Key = (
            _key(subject, triple.relation, object_)
            if subject is not None and object_ is not None
            else ("?", triple.subject, triple.relation, triple.object)
        )
        if (subject is not None and subject == object_) or key in self._seen:
            return
        self._seen.add(key)
        match = next((n for n, keys in enumerate(self._keys) if key in keys and n not in self._hit), None)
        if match is not None:
            self._hit.add(match)
            if self._gold[match].optional:
                return
            self.found.append((triple, self._gold[match]))
        else:
            self.extra.append(triple)
        self.predicted[triple.relation] += 1
        if known:
            self.pairs.update(self._pair(frozenset((subject, object_))))

    def _pair(self, ends: frozenset[int | None]) -> Iterator[int]:
        """The first gold statement between these two that no other prediction has as its pair."""
        for n, between in enumerate(self._ends):
            if between == ends and n not in self.pairs and not self._gold[n].optional:
                yield n
                return

    def missed(self) -> list[Triple]:
        return [t for n, t in enumerate(self._gold) if n not in self._hit and not t.optional]


def _key(subject: int, relation: str, object_: int) -> Key:
    """What makes two statements the same: the order of the ends does not matter where a relation is symmetric."""
    known = ontology().relations.get(relation)
    return (relation, *sorted((subject, object_))) if known and known.symmetric else (relation, subject, object_)
