"""Which of the articles read are the same one, and what each is called."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace

from ...graph.model import Article
from .draft import Skipped


@dataclass(frozen=True, slots=True)
class Found:
    """An article with the place where it stands; `given` says that its id does.

    `day` is the date for an article that states none; it does not tell it from a copy.
    """

    article: Article
    file: str
    place: str
    given: bool
    day: str = ""

    @property
    def rank(self) -> tuple[object, ...]:
        """Of two copies of an article the lower one is kept: with an id of its own, with more metadata."""
        empty = sum(not value for value in astuple(self.article))
        return (not self.given, empty, not self.day, natural(self.article.id), natural(self.file), natural(self.place))


def once(found: Iterable[Found]) -> tuple[list[Article], list[Skipped]]:
    """The articles without copies, and the copies: the same text under the same id, or, where a record gives no id, the
    same text with the same metadata under any.
    """
    kept: list[Article] = []
    skipped: list[Skipped] = []
    ids: dict[tuple[str, str], Found] = {}
    contents: dict[Article, Found] = {}
    for item in sorted(found, key=lambda item: item.rank):
        article, content = item.article, replace(item.article, id="")
        same = ids.get((article.id, article.text)) or (None if item.given else contents.get(content))
        if same is None:
            kept.append(replace(article, date=article.date or item.day))
            ids[article.id, article.text] = item
            contents.setdefault(content, item)
        else:
            where = f"{same.file}, {same.place}" if same.place else same.file
            skipped.append(Skipped(item.file, item.place, f"the same article as {where}"))
    return kept, skipped


def named(articles: Iterable[Article]) -> list[Article]:
    """The articles sorted by id, where different ones with one id each have "-" and 8 digits of their text's SHA-256.

    Should an article have that very id, it is all 64 digits.
    """
    by_id: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_id[article.id].append(article)
    taken = {ident for ident, group in by_id.items() if len(group) == 1}
    result = []
    for ident, group in by_id.items():
        for article in group:
            digest = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
            short = f"{ident}-{digest[:8]}"
            new = ident if len(group) == 1 else f"{ident}-{digest}" if short in taken else short
            result.append(replace(article, id=new))
    return sorted(result, key=lambda article: article.id)


def natural(text: str) -> list[tuple[int, str]]:
    """A key that sorts line 9 before line 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,18})", text) if part]
