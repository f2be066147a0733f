"""How sure the extraction is of a statement: a product of factors, each with its reason.

The weights say how often statements with that reason were right on annotated articles, next to those without it; the
product is checked against such articles in docs/quality.md (`liaisons evaluate --reliability` makes the table).
"""

from collections.abc import Iterable, Iterator, Mapping
from math import prod

from ..graph.model import Reason
from .annotations import Cluster, Frame, Reference
from .preferences import LABELLED
from .relations import Row

STEPS: Mapping[str, float] = {
    "demonym": 1.0,
    "event": 1.0,
    "party": 0.9,
    "pronoun": 0.85,
    "possessive": 0.85,
    "description": 0.85,
}
"""What the step that took words for a mention leaves of the confidence; a step that is not here leaves all of it. The
step of a reference is what stands before the colon of its `via`."""

CLOSE = 0.5
"""The margin under which the next candidate for a pronoun or a description was close."""

CLOSE_WEIGHT = 0.75

SIGNALS: Mapping[str, float] = {"far": 0.85, "shared": 0.95, "repaired": 0.97}
"""What a sign of a doubtful parse leaves of the confidence (`Frame.signals`)."""

IMPLICIT = 0.7
"""What an argument that the sentence leaves out leaves of the confidence."""

GUESSED = 0.95
"""What an end leaves whose type nothing but its place in the sentence tells."""


def reasons(
    row: Row, frame: Frame, ends: Iterable[tuple[str, Cluster, Reference]], *, implicit: bool
) -> tuple[Reason, ...]:
    """What speaks for and against a statement that `row` reads off `frame`, the row first.

    `ends` are "subject" and "object" with what stands there; `implicit` tells that the object is not in the sentence.
    """
    found = [Reason(f"{row.table} {frame.lemma}".strip(), row.confidence)]
    found += [Reason(f"parse {signal}", SIGNALS[signal]) for signal in frame.signals]
    for end, cluster, mention in ends:
        if implicit and end == "object":
            found.append(Reason(f"implicit {row.implicit}", IMPLICIT))
        else:
            found += _of_end(end, cluster, mention)
    return tuple(reason for reason in found if reason.weight < 1 or reason is found[0])


def _of_end(end: str, cluster: Cluster, mention: Reference) -> Iterator[Reason]:
    yield Reason(f"{end} {mention.via}", STEPS.get(mention.via.partition(":")[0], 1.0))
    if mention.margin < CLOSE:
        yield Reason(f"{end} close to another", CLOSE_WEIGHT)
    if cluster.certainty < LABELLED:
        yield Reason(f"{end} type guessed", GUESSED)


def confidence(found: Iterable[Reason]) -> float:
    """The product of the weights, between 0 and 1, to three decimals."""
    return round(prod(reason.weight for reason in found), 3)
