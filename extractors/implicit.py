"""Arguments that a sentence leaves to the reader, found where the article has exactly one candidate."""

from collections import Counter
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from ..graph.ontology import ontology
from .annotations import Cluster, Frame, Reference
from .lexicon import load
from .relations import Row, matching

Ends = Callable[[Row, Frame], tuple[Sequence[tuple[Cluster, Reference]], Sequence[tuple[Cluster, Reference]]]]

DOMINANCE = 1.5
"""How many times as often as any other the topic of an article must be named."""


def implied(doc: Doc, way: str, frame: Frame, taken: set[int], ends: Ends) -> list[Cluster]:
    """The one thing that the frame leaves out, found in this way, or nothing.

    Ways are the event classes of the lexicon `references` ("election": the only one that the article speaks of),
    "topic" (the organisation or product that the article is about) and "employer" (the organisation that the sentence's
    other moves of people are about). `taken` are the `id()`s of the clusters that the frame has already, `ends` fills a
    row's roles.
    """
    if way == "topic":
        found = _topic(doc, taken)
    elif way == "employer":
        found = _employer(doc, frame, taken, ends)
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
    relations, types = ontology().relations, ontology().types
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
                    found |= {id(c): c for c, _ in (*subjects, *objects) if types[c.type].group == "Group"}
    return [c for i, c in found.items() if i not in taken]
