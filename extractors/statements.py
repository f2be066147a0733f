"""Statements: what the frames of an article state about its clusters, with the evidence for it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..graph.model import (
    Article,
    ArticleGraph,
    Entity,
    Evidence,
    Mention,
    MentionKind,
    Statement,
    Status,
)
from ..graph.model import Span as TextSpan
from ..graph.ontology import ontology
from .annotations import Cluster, Frame, Outlook, Reference
from .lexicon import load
from .relations import ITSELF, Row, matching
from .trees import adapter

WEIGHTS = {MentionKind.NAME: 1.0, MentionKind.DESCRIPTION: 0.8, MentionKind.PRONOUN: 0.75}
"""What a mention's kind leaves of a statement's confidence: a name is sure, a pronoun was resolved by rule."""

IMPLICIT = 0.6
"""What an argument that the sentence leaves out leaves of a statement's confidence."""

Argument = tuple[Cluster, Reference]


@Language.component("liaisons_statements", assigns=["doc._.statements"])
def statements(doc: Doc) -> Doc:
    """Set `doc._.statements` to the doc's `ArticleGraph`; run the components before this one that have not run."""
    from .pipeline import complete  # the pipeline registers this component

    complete(doc)
    article = doc._.article or Article(id="doc", text=doc.text, lang=doc.lang_)
    doc._.statements = _Reader(doc, article).graph()
    return doc


class _Reader:
    """The frames of one doc read against its clusters."""

    def __init__(self, doc: Doc, article: Article) -> None:
        self._doc = doc
        self._article = article
        self._clusters: list[Cluster] = doc._.clusters
        self._at: dict[int, Argument] = {}
        for cluster in self._clusters:
            for mention in cluster.mentions:
                for i in range(mention.start, mention.end):
                    self._at.setdefault(i, (cluster, mention))

    def graph(self) -> ArticleGraph:
        """The article's entities and statements."""
        found = list(self._statements())
        stated = {id(end) for subject, _, object_, *_ in found for end in (subject, object_)}
        kept = [
            c
            for c in self._clusters
            if id(c) in stated or any(m.kind is MentionKind.NAME for m in c.mentions) or c.type == "Event"
        ]
        width = len(str(len(kept)))
        ids = {id(c): f"e{n:0{width}}" for n, c in enumerate(kept, 1)}
        entities = tuple(self._entity(ids[id(c)], c) for c in kept)
        result = tuple(
            Statement(ids[id(s)], relation, ids[id(o)], status, (self._evidence(ids, *rest),))
            for s, relation, o, status, *rest in found
        )
        return ArticleGraph(self._article, entities, result)

    def _entity(self, ident: str, cluster: Cluster) -> Entity:
        mentions = {Mention(self._article.id, self._span(m.start, m.end), m.kind) for m in cluster.mentions}
        return Entity(ident, cluster.name, cluster.type, tuple(sorted(mentions)))

    def _span(self, start: int, end: int) -> TextSpan:
        last = self._doc[end - 1]
        return TextSpan.of(self._article.text, self._doc[start].idx, last.idx + len(last.text))

    def _statements(self) -> Iterator[tuple[object, ...]]:
        spoken: set[int] = set()  # nationalities that a post has used: "le président français" leads France
        for frame in sorted(self._doc._.frames, key=lambda f: f.kind == "demonym"):
            if frame.predicate in spoken:
                continue
            for row in matching(frame, self._doc.lang_):
                for found in self._apply(row, frame):
                    if "demonym" in row.object:
                        spoken.update(frame.arguments.get("demonym", ()))
                    yield found

    def _apply(self, row: Row, frame: Frame) -> Iterator[tuple[object, ...]]:
        relation, types = ontology().relations[row.relation], ontology().types
        subjects = self._fill(row.subject, frame, _both(relation.domain, row.subject_types), set())
        taken = {id(c) for c, _ in subjects}
        objects = self._fill(row.object, frame, _both(relation.range, row.object_types), taken)
        implied = not objects and bool(row.implicit)
        if implied and subjects:
            objects = self._implied(row, frame, taken)
        for subject, subject_mention in subjects:
            for object_, object_mention in objects:
                if not relation.admits(types[subject.type], types[object_.type]):
                    continue
                weight = WEIGHTS[subject_mention.kind] * WEIGHTS[object_mention.kind] * (IMPLICIT if implied else 1)
                confidence = round(row.confidence * weight, 3)
                outlook = status(frame.outlook, row)
                yield subject, row.relation, object_, outlook, frame, row, subject_mention, object_mention, confidence

    def _evidence(
        self, ids: dict[int, str], frame: Frame, row: Row, subject: Reference, object_: Reference, confidence: float
    ) -> Evidence:
        sentence = self._doc[frame.predicate].sent
        first, last = sentence.start, sentence.end
        while self._doc[last - 1].is_space and last > first + 1:
            last -= 1
        while self._doc[first].is_space and first < last - 1:
            first += 1
        speaker = self._referent(self._doc[frame.outlook.source]) if frame.outlook.source is not None else None
        return Evidence(
            article=self._article.id,
            sentence=self._span(first, last),
            subject=self._span(subject.start, subject.end),
            cue=self._span(frame.predicate, frame.predicate + 1),
            object=self._span(object_.start, object_.end),
            source=ids.get(id(speaker[0])) if speaker else None,
            role=self._role(frame) if row.table == "role" else None,
            confidence=confidence,
        )

    def _role(self, frame: Frame) -> str:
        """The title: the noun with the adjectives and nouns that belong to it, as the text has them."""
        noun = self._doc[frame.predicate]
        parts = [noun.i] + [
            c.i for role, c in adapter(noun)(noun) if role in {"adjective", "compound"} and c.i not in self._at
        ]
        start, end = noun.i, noun.i + 1
        while start - 1 in parts:
            start -= 1
        while end in parts:
            end += 1
        return self._span(start, end).quote

    def _fill(
        self, roles: Sequence[str], frame: Frame, types: frozenset[str] | None, taken: set[int]
    ) -> list[Argument]:
        """What fills the first of these roles that anything of these types fills; None admits any type."""
        for role in roles:
            tokens = [*frame.arguments.get(role, ()), *frame.arguments.get(f"object {role}", ())]
            if role in {"referent", ITSELF}:  # a description that was resolved is said of what it stands for
                tokens.append(frame.predicate)
            found: dict[int, Argument] = {}
            for i in tokens:
                argument = self._referent(self._doc[i])
                if argument is None or id(argument[0]) in taken:
                    continue
                if types is None or argument[0].type in types:
                    found.setdefault(id(argument[0]), argument)
            if found:
                return list(found.values())
        return []

    def _referent(self, token: Token, depth: int = 0) -> Argument | None:
        """The cluster that a token stands for: its own, that of a name in apposition, that of what it is a part of."""
        if token.i in self._at:
            return self._at[token.i]
        if depth > 3:
            return None
        transparent = token.lemma_.lower() in _transparent(self._doc.lang_)
        for role, child in adapter(token)(token):
            if role == "apposition" or (transparent and role in {"de", "of", "possessive", "compound"}):
                found = self._referent(child, depth + 1)
                if found is not None and (role == "apposition" or found[0].type != "Place"):
                    return found
        return None

    def _implied(self, row: Row, frame: Frame, taken: set[int]) -> list[Argument]:
        """An argument that the sentence leaves to the reader, where the article has exactly one candidate for it."""
        if row.implicit in _EVENT_KINDS:
            kinds = load(self._doc.lang_, "references")["events"][row.implicit]
            found = [
                c
                for c in self._clusters
                if c.type == "Event" and any(t.lower_ in kinds for m in c.mentions for t in self._doc[m.start : m.end])
            ]
        elif row.implicit == "topic":
            found = self._topic(taken)
        elif row.implicit == "employer":
            found = self._employer(frame, taken)
        else:
            found = []
        return [(c, min(c.mentions, key=lambda m: abs(m.start - frame.predicate))) for c in found] if len(found) == 1 else []

    def _employer(self, frame: Frame, taken: set[int]) -> list[Cluster]:
        """The one organisation that the other moves of people in this sentence are about: coming, going, being fired."""
        sentence = self._doc[frame.predicate].sent
        found: dict[int, Cluster] = {}
        for other in self._doc._.frames:
            if other is frame or not sentence.start <= other.predicate < sentence.end:
                continue
            for row in matching(other, self._doc.lang_):
                if ontology().relations[row.relation].family != _POSTS:
                    continue
                relation = ontology().relations[row.relation]
                people = self._fill(row.subject, other, relation.domain, set())
                ends = [people, self._fill(row.object, other, relation.range, {id(c) for c, _ in people})]
                if all(ends):
                    found |= {
                        id(c): c
                        for end in ends
                        for c, _ in end
                        if id(c) not in taken and ontology().types[c.type].group == "Group"
                    }
        return list(found.values())

    def _topic(self, taken: set[int]) -> list[Cluster]:
        """The organisation or product that the article names far more often than any other."""
        counts = Counter(
            {
                n: len(c.mentions)
                for n, c in enumerate(self._clusters)
                if id(c) not in taken and ontology().types[c.type].group in {"Group", "Artifact"}
            }
        ).most_common(2)
        if not counts or (len(counts) > 1 and counts[0][1] < 1.5 * counts[1][1]):
            return []
        return [self._clusters[counts[0][0]]]


_POSTS = ontology().relations["leads"].family
_EVENT_KINDS = frozenset(("election", "summit", "trial"))


def _both(a: frozenset[str] | None, b: frozenset[str]) -> frozenset[str] | None:
    """The types that both allow, where None and the empty set allow all."""
    if a is None or not b:
        return b or a
    return a & b


def status(outlook: Outlook, row: Row) -> Status:
    """The status of a statement: what its clause says, then what the row says of itself.

    What somebody is does not hang on the fate of the clause that mentions it; what happens does.
    """
    happens = row.table in {"verb", "event"}
    if outlook.denied or (happens and outlook.governed_denied):
        return Status.NEGATED
    if outlook.possible or (happens and outlook.governed_possible):
        return Status.UNCERTAIN
    if row.status:
        return Status(row.status)
    return Status.ENDED if outlook.over else Status.ASSERTED


@cache
def _transparent(lang: str) -> frozenset[str]:
    return frozenset(load(lang, "frames")["transparent"])
