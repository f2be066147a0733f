"""What evidence says besides who and whom: the sum of money, and the title of the post."""

from collections.abc import Mapping

from spacy.tokens import Doc

from ..graph.ontology import ontology
from .amounts import Amount, amounts
from .annotations import Frame, Reference
from .relations import Row
from .sums import amount
from .titles import title, title_with


class Particulars:
    """The particulars of the statements of one doc; each sentence is searched once, and only when it states something.

    `mentions` gives the mention at each token that is one's.
    """

    def __init__(self, doc: Doc, mentions: Mapping[int, Reference]) -> None:
        self._doc = doc
        self._mentions = mentions
        self._sums: dict[int, list[Amount]] = {}  # by the start of their sentence

    def of(self, frame: Frame, row: Row) -> dict[str, str | None]:
        """The fields of `Evidence` that the relation of the row may have."""
        qualifiers = ontology().relations[row.relation].qualifiers
        return {
            "amount": self._amount(frame) if "amount" in qualifiers else None,
            "role": self._title(frame, row) if "role" in qualifiers else None,
        }

    def _amount(self, frame: Frame) -> str | None:
        predicate = self._doc[frame.predicate]
        sentence = predicate.sent
        if sentence.start not in self._sums:
            self._sums[sentence.start] = amounts(sentence)
        sums = self._sums[sentence.start]
        return amount(predicate, sums, self._mentions) if sums else None

    def _title(self, frame: Frame, row: Row) -> str | None:
        predicate = self._doc[frame.predicate]
        if row.table == "role":
            own = self._mentions.get(predicate.i)  # a description has the title in it
            return title(predicate, {i for i, mention in self._mentions.items() if own is None or mention != own})
        return title_with(predicate, self._mentions) if row.table == "verb" else None
