"""How sure the extraction is of a statement: a product of factors, each with its reason.

The weights were set from how often statements with each reason were right on annotated articles, and the product is
calibrated there: docs/quality.md has the reliability table, `benchmarks/reliability.py` makes it.
"""

from collections.abc import Iterable, Mapping
from math import prod

from ..graph.model import MentionKind, Reason
from .annotations import Frame, Reference
from .relations import Row

KINDS: Mapping[MentionKind, float] = {MentionKind.NAME: 1.0, MentionKind.DESCRIPTION: 0.8, MentionKind.PRONOUN: 0.75}
"""What a mention's kind leaves of the confidence: a name is sure, a pronoun was resolved by rule."""

IMPLICIT = 0.6
"""What an argument that the sentence leaves out leaves of the confidence."""


def reasons(row: Row, frame: Frame, subject: Reference, object_: Reference, *, implicit: bool) -> tuple[Reason, ...]:
    """What speaks for and against a statement that `row` reads off `frame`, the row first.

    `implicit` tells that the object is not in the sentence.
    """
    found = [Reason(f"{row.table} {frame.lemma}", row.confidence)]
    if implicit:
        found.append(Reason(f"implicit {row.implicit}", IMPLICIT))
    for end, mention in (("subject", subject), ("object", object_)):
        if mention.kind is not MentionKind.NAME and not (implicit and end == "object"):
            found.append(Reason(f"{end} {mention.kind}", KINDS[mention.kind]))
    return tuple(found)


def confidence(found: Iterable[Reason]) -> float:
    """The product of the weights, between 0 and 1, to three decimals."""
    return round(prod(reason.weight for reason in found), 3)
