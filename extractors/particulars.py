"""What evidence says besides who and whom: when, the sum of money, and the title of the post."""

from collections.abc import Mapping
from datetime import date

from spacy.tokens import Doc

from ..graph.model import Article
from ..graph.ontology import ontology
from .amounts import Amount, amounts
from .annotations import Frame, Reference
from .dates import Date, dates, resolve
from .relations import Row
from .sums import amount
from .times import toward, when
from .titles import title, title_with

RECENT = 3
"""How many sentences back the day may be named that "the day before" counts from."""


class Particulars:
    """The particulars of the statements of one doc; each sentence is searched once, and only when it states something.

    `mentions` gives the mention at each token that is one's.
    """

    def __init__(self, doc: Doc, article: Article, mentions: Mapping[int, Reference]) -> None:
        self._doc = doc
        self._today = _day(article.date)
        self._mentions = mentions
        self._sums: dict[int, list[Amount]] = {}  # by the start of their sentence, as the dates
        self._dates: dict[int, list[Date]] = {}

    def of(self, frame: Frame, row: Row) -> dict[str, str | None]:
        """The fields of `Evidence` that the relation of the row may have."""
        qualifiers = ontology().relations[row.relation].qualifiers
        return {
            "when": self._when(frame),
            "amount": self._amount(frame) if "amount" in qualifiers else None,
            "role": self._title(frame, row) if "role" in qualifiers else None,
        }

    def _when(self, frame: Frame) -> str | None:
        predicate = self._doc[frame.predicate]
        idiom = {i for role in frame.idiom for i in frame.arguments.get(role, ())}
        found = self._dates_of(predicate.sent.start)
        direction = toward(predicate) if found else ""
        return when(predicate, found, self._mentions, lambda it: self._value(it, direction), idiom)

    def _dates_of(self, start: int) -> list[Date]:
        if start not in self._dates:
            self._dates[start] = dates(self._doc[start].sent)
        return self._dates[start]

    def _value(self, found: Date, direction: str) -> str | None:
        anchor = self._last_day(found) if found.form.anchor else None
        return resolve(found, self._doc.lang_, self._today, direction, anchor)

    def _last_day(self, found: Date) -> date | None:
        """The last day that the article names before an expression of time."""
        sentence = self._doc[found.start].sent
        for _ in range(RECENT):
            for earlier in reversed(self._dates_of(sentence.start)):
                past = earlier.end <= found.start and not earlier.form.anchor
                value = resolve(earlier, self._doc.lang_, self._today, "past") if past else None
                if value and (day := _day(value)):
                    return day
            if sentence.start == 0:
                break
            sentence = self._doc[sentence.start - 1].sent
        return None

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


def _day(text: str) -> date | None:
    """The day of an ISO 8601 date or moment; None for a month, a year, or what is no date."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
