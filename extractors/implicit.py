"""Arguments that a sentence leaves to the reader, found where the article has exactly one candidate."""

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from ..graph.ontology import ontology
from .annotations import Cluster, Frame, Reference
from .lexicon import load
from .relations import Row, matching
from .salience import Found, choose, prominence
from .trees import NEUTRAL, adapter, features

Ends = Callable[[Row, Frame], tuple[Sequence[tuple[Cluster, Reference]], Sequence[tuple[Cluster, Reference]]]]

DOMINANCE = 1.5
"""How many times as often as any other the topic of an article must be named."""


def implied(doc: Doc, way: str, frame: Frame, taken: set[int], ends: Ends) -> list[Cluster]:
    """The one thing that the frame leaves out, found in this way, or nothing.

    Ways are the event classes of the lexicon `references` ("election": the only one that the article speaks of),
    "topic" (the organisation or product that the article is about), "employer" (the organisation that the sentence's
    other moves of people are about) and "house" (the organisation that is spoken of where a post stands with nothing
    but a name: "chairman Ada Brenner said"). `taken` are the `id()`s of the clusters that the frame has already, `ends`
    fills a row's roles.
    """
    if way == "topic":
        found = _topic(doc, taken)
    elif way == "employer":
        found = _employer(doc, frame, taken, ends)
    elif way == "house":
        found = _house(doc, frame, taken)
    else:
        words = load(doc.lang_, "references")["events"][way]
        found = [
            c
            for c in doc._.clusters
            if c.type == "Event" and any(t.lower_ in words for m in c.mentions for t in doc[m.start : m.end])
        ]
    return found if len(found) == 1 else []


def _topic(doc: Doc, taken: set[int]) -> list[Cluster]:
    counts = Counter(
        {
            n: len(c.mentions)
            for n, c in enumerate(doc._.clusters)
            if id(c) not in taken and ontology().types[c.type].group in {"Group", "Artifact"}
        }
    ).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < DOMINANCE * counts[1][1]):
        return []
    return [doc._.clusters[counts[0][0]]]


def _employer(doc: Doc, frame: Frame, taken: set[int], ends: Ends) -> list[Cluster]:
    """The organisations that the sentence's other statements about posts, comings and goings have."""
    relations = ontology().relations
    posts = relations["leads"].family
    sentence = doc[frame.predicate].sent
    found: dict[int, Cluster] = {}
    for other in doc._.frames:
        if other is frame or not sentence.start <= other.predicate < sentence.end:
            continue
        for row in matching(other, doc.lang_):
            if relations[row.relation].family == posts:
                subjects, objects = ends(row, other)
                if subjects and objects:
                    found |= {id(c): c for c, _ in (*subjects, *objects) if c.type in _HOUSES}
    return [c for i, c in found.items() if i not in taken]


_HOUSES = frozenset(("Company", "Media", "Organization", "Institution"))
_DECAY = (1.0, 0.8, 0.6)
_TOPIC = 0.3
_MARGIN = 0.3


def _house(doc: Doc, frame: Frame, taken: set[int]) -> list[Cluster]:
    """The organisation that is spoken of in and before the sentence of a post that stands with nothing but a name."""
    post = doc[frame.predicate]
    if not _stands_alone(post, frame):
        return []
    named = [c for c in doc._.clusters if c.type in _HOUSES and id(c) not in taken]
    counts = {id(c): sum(m.start < post.i for m in c.mentions) for c in named}
    most = max(counts.values(), default=0)
    scores: dict[int, tuple[float, Cluster | None]] = {}
    sentence = post.sent
    beside = {id(c) for c in named for m in c.mentions if sentence.start <= m.start < post.i}
    if len(beside) > 1:  # "X shares fall as Y opens a probe; CEO Ada Brenner resigns"
        return []
    for decay in _DECAY:
        for cluster in named:
            for mention in cluster.mentions:
                root = doc[mention.start : mention.end].root
                if sentence.start <= mention.start < min(sentence.end, post.i):
                    topic = _TOPIC * (counts[id(cluster)] == most > 1)
                    score = decay * prominence(root) + topic
                    scores[id(cluster)] = max(
                        scores.get(id(cluster), (0.0, None)), (score, cluster), key=lambda s: s[0]
                    )
        if sentence.start == 0:
            break
        sentence = doc[sentence.start - 1].sent
    found: Found | None = choose(scores, _MARGIN)
    return [found.cluster] if found is not None else []


def _stands_alone(post: Token, frame: Frame) -> bool:
    """Whether a post in the singular has a name beside it and no complement, and its article points at nothing new."""
    if not frame.arguments.get("referent") or "Plur" in features(post, "Number"):
        return False
    determiners = load(post.doc.lang_, "references")["determiners"]
    alone = True
    for noun in (post, *(t for t in post.conjuncts if t.pos_ == "NOUN")):
        # "chief technology officer": a common noun makes one post with the noun, a name has it
        roles = {role for role, c in adapter(noun)(noun) if not (role == "compound" and c.pos_ == "NOUN")}
        alone = alone and roles <= NEUTRAL and not roles & {"possessive", "relative", "participle"}
        alone = alone and all(t.dep_ != "det" or t.lower_ in determiners for t in noun.children)
    return alone
