"""The noise of a news page: what stands in an article's text and is not the article.

Bylines, date lines, share boxes, comments and the like are found and masked, never cut, so that offsets stay true. The
cue words are rows of `lexicon/*/boilerplate.toml`; what is here is how rows and the shape of the page decide together.
Where they do not agree, the text stays: a paragraph lost is worse than a share box kept.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from .boilerplate_blocks import Block, blocks
from .boilerplate_cues import Cues, Kind, cues

__all__ = ["Kind", "Noise", "mask", "noise", "plain"]

SETTLED = 1000
"""Where paragraphs of this many characters stand before a heading such as "Comments", it takes three more in a row to
say that the article goes on after it; before that two, or one of `RESUMED` characters."""
RESUMED = 400
LEADS = 3
"""How many paragraphs the head of an article may reach: bylines stand below a lead as often as above it."""

_PLAIN = {
    "'": "‘’ʼ′‛",
    '"': "“”„‟″",
    "-": "‐‑−",
    " ": "\t\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff",
}
_TRAIL = re.compile(r"[^>›»→]{1,40}(?:[>›»→][^>›»→]{1,60}){2,8}$")
_MENU = re.compile(r"[^|·•/.]{1,25}(?:[|·•/][^|·•/.]{1,25}){2,12}$")
_REMARK = re.compile(r"[\w@.-]{2,30} ?[:–-] ")


@dataclass(frozen=True, slots=True, order=True)
class Noise:
    """A stretch of an article's text that is not the article: code points `start` to `end` (exclusive)."""

    start: int
    end: int
    kind: Kind


def plain(text: str) -> str:
    """The text with apostrophes, quotation marks, hyphens and spaces in their plain form, one character for one.

    Dashes, « » and … stay, and so do line breaks.
    """
    for form, variants in _PLAIN.items():
        for variant in variants:
            text = text.replace(variant, form)
    return text


def mask(text: str, spans: Iterable[Noise]) -> str:
    """The text in plain typography with spaces in place of noise, as long as it was; line breaks stay.

    `spans` are sorted and disjoint, as `noise` gives them.
    """
    parts, done, text = [], 0, plain(text)
    for span in spans:
        parts += [text[done : span.start], re.sub(r"[^\n]", " ", text[span.start : span.end])]
        done = span.end
    return "".join([*parts, text[done:]])


def noise(text: str, lang: str = "") -> tuple[Noise, ...]:
    """The noise in `text`, sorted and disjoint; a span is a line, or less than a line (datelines, credits).

    `lang` is "fr" or "en"; "" applies the cues of every language. `ValueError` for a language without a lexicon.
    """
    page = _Page(blocks(plain(text), known := cues(lang)), known)
    page.place()
    page.close_sections()
    page.close_at_signature()
    page.close_at_furniture()
    return tuple(sorted([*page.lines(), *page.brackets()]))


class _Page:
    """The blocks of one text; `found` holds, for each of them, the kind of noise that it has turned out to be."""

    def __init__(self, blocks: list[Block], known: Cues) -> None:
        self.blocks, self.known = blocks, known
        self.found: list[Kind | None] = [None] * len(blocks)

    def solid(self) -> list[int]:
        """The paragraphs of the article; where it has none, its sentences."""
        free = [i for i, block in enumerate(self.blocks) if not (block.cue or self.found[i])]
        return [i for i in free if self.blocks[i].paragraph] or [i for i in free if self.blocks[i].sentence]

    def place(self) -> None:
        """Accept the cues that hold where they stand: at the head, at the tail, beside other noise."""
        end, solid = len(self.blocks), self.solid()
        first, last = (solid[0], solid[-1]) if solid else (end, -1)
        head = solid[LEADS - 1] if len(solid) >= LEADS else end
        waiting: list[int] = []
        for i, block in enumerate(self.blocks):
            cue = block.cue
            if cue and cue.bare:
                waiting.append(i)
            elif cue and (cue.zone == "any" or (i < head if cue.zone == "head" else i > last)):
                self.found[i] = cue.kind
            elif not cue and not block.ended:
                trail, menu = i < head and _TRAIL.match(block.text), not first <= i <= last and _menu(block.text)
                self.found[i] = Kind.NAVIGATION if trail or menu else None
        chronicle = any(first < i < last for i in waiting)
        for i in [*waiting, *reversed(waiting)]:
            edge = i > last or (i < first and not chronicle)
            if edge or ((i < head or i > last) and self._beside(i)):
                self.found[i] = self._kind(i)
        self._names(head)
        self._repeated(first, last)

    def close_sections(self) -> None:
        """Comments, author boxes and lists of links go on after their heading."""
        solid, i = self.solid(), 0
        while i < len(self.blocks):
            cue, after = self.blocks[i].cue, i + 1
            if self.found[i] and cue and cue.opens and solid and i > solid[0]:
                after = self._list_end(i) if cue.kind is Kind.RELATED else self._section_end(i, solid)
                self._fill(i + 1, after, cue.kind)
            i = after

    def close_at_signature(self) -> None:
        """After the author's name as the last line of the article, only the page speaks: of the author or itself."""
        solid = self.solid()
        size = sum(len(self.blocks[i].text) for i in solid)
        names = Counter(b.text for i, b in enumerate(self.blocks) if self._is_name(i) and solid and i > solid[0])
        for i, block in enumerate(self.blocks):
            if names[block.text] != 1 or len(names) != 1 or not self._is_name(i):
                continue
            rest = [b for j, b in enumerate(self.blocks[i + 1 :], i + 1) if not self.found[j]]
            strange = [b for b in rest if (b.sentence or b.paragraph) and not self._personal(b.text)]
            before = sum(len(self.blocks[j].text) for j in solid if j < i)
            if before >= 0.6 * size and len(strange) * 3 <= len(rest) and not any(b.paragraph for b in strange):
                self.found[i] = Kind.BYLINE
                self._fill(i + 1, len(self.blocks), Kind.AUTHOR)

    def close_at_furniture(self) -> None:
        """After the last paragraph, what follows furniture and is no sentence is furniture."""
        solid = self.solid()
        for i in range(solid[-1] + 1 if solid else len(self.blocks), len(self.blocks)):
            block, kind = self.blocks[i], self.found[i - 1]
            if not self.found[i] and kind and not (block.sentence and not self.known.reader.search(block.text)):
                self.found[i] = kind

    def lines(self) -> Iterator[Noise]:
        """The blocks that are noise as a whole."""
        for block, kind in zip(self.blocks, self.found, strict=True):
            if kind:
                yield Noise(block.start, block.end, kind)

    def brackets(self) -> Iterator[Noise]:
        """Datelines and labels before the text of the first paragraphs, credits and links at the end of any."""
        free = [block for block, kind in zip(self.blocks, self.found, strict=True) if not kind]
        for i, block in enumerate(free):
            start = 0
            while i < LEADS and (head := self.known.heads.match(block.text, start)):
                if head[0].kind is Kind.DATELINE and not (block.paragraph or block.sentence):
                    break
                if head[1] == len(block.text):
                    break
                yield Noise(block.start + start, block.start + head[1], head[0].kind)
                start = head[1]
            tail = self.known.tails.search(block.text, max(start, len(block.text) - 200))
            if tail and tail[1] > start:
                yield Noise(block.start + tail[1], block.end, tail[0].kind)

    def _kind(self, i: int) -> Kind | None:
        cue = self.blocks[i].cue
        return cue.kind if cue else None

    def _beside(self, i: int) -> bool:
        return bool((i and self.found[i - 1]) or (i + 1 < len(self.found) and self.found[i + 1]))

    def _is_name(self, i: int) -> bool:
        return not self.found[i] and bool(self.known.full_name.match(self.blocks[i].text))

    def _personal(self, text: str) -> bool:
        return bool(self.known.reader.search(text) or self.known.biography.search(text))

    def _names(self, head: int) -> None:
        """A name as a line of its own, below the headline and beside other noise, is a byline."""
        titled = False
        for i in range(min(head, len(self.blocks))):
            if titled and self._is_name(i) and self._beside(i):
                self.found[i] = Kind.BYLINE
            titled = titled or not self.found[i]

    def _repeated(self, first: int, last: int) -> None:
        counts = Counter(block.text for block in self.blocks)
        for i, block in enumerate(self.blocks):
            if not first <= i <= last and counts[block.text] > 1 and not block.sentence and not self.found[i]:
                self.found[i] = Kind.NAVIGATION

    def _list_end(self, i: int) -> int:
        """Where a list of links ends that begins at `i`: at a sentence (headlines have no full stop), a new section."""
        for j in range(i + 1, len(self.blocks)):
            block = self.blocks[j]
            if block.cue and block.cue.opens and block.cue.kind is not Kind.RELATED:
                return j
            if not block.cue and (block.paragraph or (block.sentence and block.text.rstrip("\"'» )").endswith("."))):
                return j
        return len(self.blocks)

    def _section_end(self, i: int, solid: list[int]) -> int:
        """Where the article goes on after the heading at `i`: at paragraphs that outweigh what stood before it."""
        before = sum(len(self.blocks[j].text) for j in solid if j < i)
        paragraphs = [j for j in solid if j > i and not _REMARK.match(self.blocks[j].text)]
        for _, group in groupby(enumerate(paragraphs), key=lambda pair: pair[1] - pair[0]):
            run = [j for _, j in group]
            weight = sum(len(self.blocks[j].text) for j in run)
            enough = len(run) > 2 if before >= SETTLED else len(run) > 1 or weight >= RESUMED
            if enough and weight > before:
                return run[0]
        return len(self.blocks)

    def _fill(self, start: int, end: int, kind: Kind) -> None:
        self.found[start:end] = [found or kind for found in self.found[start:end]]


def _menu(text: str) -> bool:
    """Whether the line is a row of short items: no sentence, three or more, up to three words each."""
    return bool(_MENU.match(text)) and all(len(item.split()) <= 3 for item in re.split(r"[|·•/]", text))
