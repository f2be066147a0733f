"""What is wrong, with names and sentences instead of ids, for somebody who wants to see why."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .alignment import same_type
from .annotations import AnnotatedEntity, Annotation, Triple

_END = re.compile(r"(?:(?<=[!?…])|(?<=\w\w\.))\s+(?![»”\"])|(?<=[.!?…]\s[»”\"])\s+|(?<=[.!?…][»”\"])\s+|\n\s*\n")
"""The space after a sentence; an initial with its full stop ends none."""


class Kind(StrEnum):
    """What sort of mistake it is: of statements first, then of entities."""

    MISSED = "missed"
    EXTRA = "extra"
    STATUS = "status"
    ENTITY_MISSED = "entity missed"
    ENTITY_EXTRA = "entity extra"
    ENTITY_TYPE = "entity type"
    ENTITY_TWICE = "entity twice"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. Of an entity, `subject` is its name, and relation and object are "".

    `predicted` and `gold` are the two statuses or types, "" where a side has nothing; `note` says what else is known,
    `sentence` where it stands.
    """

    article: str
    kind: Kind
    subject: str
    relation: str = ""
    object: str = ""
    predicted: str = ""
    gold: str = ""
    note: str = ""
    sentence: str = ""


def in_triples(
    gold: Annotation,
    predicted: Annotation,
    at: Mapping[str, int | None],
    found: Sequence[tuple[Triple, Triple]],
    extra: Sequence[Triple],
    missed: Sequence[Triple],
) -> Iterator[Mistake]:
    """The mistakes in an article's statements.

    `at` gives the index of the gold entity that each predicted one is, `found` pairs predicted with gold statements.
    """
    index = {e.id: j for j, e in enumerate(gold.entities)}
    ours, theirs = {e.id: e.name for e in predicted.entities}, {e.id: e.name for e in gold.entities}
    seen = set(at.values())

    def between(triples: Iterable[Triple], places: Mapping[str, int | None]) -> dict[frozenset[object], list[str]]:
        relations: dict[frozenset[object], list[str]] = {}
        for t in triples:
            relations.setdefault(frozenset((places.get(t.subject), places.get(t.object))), []).append(t.relation)
        return relations

    stated, wanted = between(extra, at), between(gold.triples, index)
    for t in missed:
        ends = frozenset((index[t.subject], index[t.object]))
        notes = [f"{end} was not found" for end in _absent(t, theirs, index, seen)]
        notes += [f"found instead: {', '.join(stated[ends])}"] if ends in stated else []
        yield Mistake(
            *(gold.id, Kind.MISSED, theirs[t.subject], t.relation, theirs[t.object]),
            gold=t.status,
            note="; ".join(notes),
            sentence=_line(t.evidence) or _sentence(gold, *(gold.entities[index[i]] for i in (t.subject, t.object))),
        )
    for t in extra:
        places = at.get(t.subject), at.get(t.object)
        lost = [ours[i] for i, place in zip((t.subject, t.object), places, strict=True) if place is None]
        notes = [f"{name} is not in the gold" for name in lost]
        relations = wanted.get(frozenset(places), []) if not lost else []
        notes += [f"the gold has: {', '.join(dict.fromkeys(relations))}"] if relations else []
        yield Mistake(
            *(gold.id, Kind.EXTRA, ours[t.subject], t.relation, ours[t.object]),
            predicted=t.status,
            note="; ".join(notes),
            sentence=_line(t.evidence),
        )
    for t, g in found:
        if t.status != g.status:
            yield Mistake(
                *(gold.id, Kind.STATUS, theirs[g.subject], g.relation, theirs[g.object]),
                predicted=t.status,
                gold=g.status,
                sentence=_line(t.evidence) or _line(g.evidence),
            )


def _absent(triple: Triple, names: Mapping[str, str], index: Mapping[str, int], seen: set[int | None]) -> Iterator[str]:
    return (names[i] for i in (triple.subject, triple.object) if index[i] not in seen)


def in_entities(
    gold: Annotation, predicted: Annotation, many: Mapping[int, int], one: Mapping[int, int]
) -> Iterator[Mistake]:
    """The mistakes in an article's entities; `many` and `one` are the two alignments by index."""
    used, mistyped = set(one.values()), set()
    for i, p in enumerate(predicted.entities):
        if i in one:
            continue
        g = gold.entities[many[i]] if i in many else None
        if g is None:
            kind = Kind.ENTITY_EXTRA
        elif many[i] not in used and not same_type(p, g):
            kind = Kind.ENTITY_TYPE
            mistyped.add(many[i])
        else:
            kind = Kind.ENTITY_TWICE
        note = f"also found as {_found_as(many[i], one, predicted)}" if kind is Kind.ENTITY_TWICE else ""
        yield Mistake(
            *(gold.id, kind, p.name),
            predicted=p.type,
            gold=g.type if g else "",
            note=note,
            sentence=_sentence(gold, p),
        )
    for j, g in enumerate(gold.entities):
        if j not in used | mistyped:
            yield Mistake(gold.id, Kind.ENTITY_MISSED, g.name, gold=g.type, sentence=_sentence(gold, g))


def _found_as(j: int, one: Mapping[int, int], predicted: Annotation) -> str:
    return next(predicted.entities[i].name for i, other in one.items() if other == j)


def _sentence(gold: Annotation, *entities: AnnotatedEntity) -> str:
    """The first sentence of the article in which a form of each of these stands, in one line; "" for none."""
    return sentence_with(gold.text, *((e.name, *e.mentions) for e in entities))


def sentence_with(text: str, *wanted: Iterable[str]) -> str:
    """The first sentence of `text` that holds one form of each of these, in one line; "" where there is none.

    >>> sentence_with("Il pleut. M. Ott\\ndirige Bêta, dit-on. Rien.", ["Bêta"], ["Ada", "Ott"])
    'M. Ott dirige Bêta, dit-on.'
    """
    forms = [[_line(form) for form in one if form.strip()] for one in wanted]
    sentences = (_line(sentence) for sentence in _END.split(text))
    return next((s for s in sentences if all(any(f in s for f in one) for one in forms)), "") if all(forms) else ""


def _line(text: str) -> str:
    return " ".join(text.split())
