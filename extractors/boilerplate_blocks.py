"""The lines of a page, and what each of them says of itself, before the page as a whole decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .boilerplate_cues import Cue, Cues, Kind

PARAGRAPH = 120
"""A block of this many characters that ends like a sentence is a paragraph of the article, unless a cue speaks."""
FURNITURE = 200
"""A block longer than this many characters is not made of page furniture alone."""
CAPTION = 250
"""A block up to this many characters that ends in a photo credit is a caption."""
WRAPPED = range(50, 101)
"""The lengths of the lines of a hard-wrapped paragraph."""

_LINE = re.compile(r"[^\n]+")
_ENDED = re.compile(r"[.!?…][\"'»)\]\s]*$")
_SEPARATOR = re.compile(r"[^\w©@#]*")
_DECORATION = re.compile(r"[^\w\"«'©(@]*")
_ITEM = re.compile(r"\d[\d\s.,:/]*k?(?!\w)|[@#]\w+|[\w.+-]+@[\w.-]+\w|https?://\S+", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?:[\w.+-]{1,60}@[\w.-]{1,60}\w|(?:https?://|www\.)\S+)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A line that is not blank, without the white space around it, or the lines of a hard-wrapped paragraph.

    `text` has spaces for line breaks, and offsets `start` and `end` (exclusive) as in the whole text. `ended`: it ends
    like a sentence. `words` counts up to 6. `cue` is what its words say, taken by themselves.
    """

    start: int
    end: int
    text: str
    ended: bool
    words: int
    cue: Cue | None = None

    @property
    def sentence(self) -> bool:
        return self.ended and self.words >= 5

    @property
    def paragraph(self) -> bool:
        return self.ended and len(self.text) >= PARAGRAPH


def blocks(text: str, known: Cues) -> list[Block]:
    """The blocks of a text in plain typography, in order."""
    return [replace(block, cue=_cue(block, known)) for block in _blocks(text)]


def _blocks(text: str) -> Iterator[Block]:
    group: list[tuple[int, int]] = []
    below = 0
    for line in _LINE.finditer(text):
        stripped = line[0].strip()
        if group and (not stripped or line.start() != below):
            yield from _unwrapped(text, group)
            group = []
        if stripped:
            start = line.start() + line[0].find(stripped[0])
            group.append((start, start + len(stripped)))
        below = line.end() + 1
    yield from _unwrapped(text, group)


def _unwrapped(text: str, lines: list[tuple[int, int]]) -> Iterator[Block]:
    """The lines between two blank ones: one block where they look like one paragraph, wrapped, else each by itself."""
    if len(lines) >= 3 and all(end - start in WRAPPED for start, end in lines[:-1]):
        lower = sum(text[start].islower() for start, _ in lines[1:])
        if lower * 2 >= len(lines) - 1:
            lines = [(lines[0][0], lines[-1][1])]
    for start, end in lines:
        block = text[start:end].replace("\n", " ")
        yield Block(start, end, block, bool(_ENDED.search(block, max(0, len(block) - 9))), len(block.split(None, 5)))


def _cue(block: Block, known: Cues) -> Cue | None:
    text = block.text
    if len(text) <= FURNITURE and (cue := _furniture(text, known)):
        return cue
    opening = known.openings.match(text, _end(_DECORATION, text))
    if opening and len(text) <= opening[0].limit and not (opening[0].unended and block.ended):
        return opening[0]
    if len(text) <= CAPTION:
        tail = known.tails.search(text)
        if tail and tail[0].whole:
            return tail[0]
        if _ADDRESS.match(text):
            return Cue(Kind.NAVIGATION)
    return None


def _furniture(text: str, known: Cues) -> Cue | None:
    """The cue of a block that is nothing but atoms and separators; None for any other block."""
    strong: list[Cue] = []
    shares, named = 0, False
    position = _end(_SEPARATOR, text)
    while position < len(text):
        atom = known.atoms.match(text, position)
        if atom:
            cue, end = atom
            if not cue.weak:
                strong.append(cue)
            shares += cue.weak and cue.kind is Kind.SHARE
        else:
            item = _ITEM.match(text, position) or known.name.match(text, position)
            if item is None:
                return None
            end, named = item.end(), True
        position = _end(_SEPARATOR, text, max(end, position + 1))
    if not strong:
        if not _LETTER.search(text):
            return Cue(Kind.NAVIGATION, bare=True)
        return Cue(Kind.TAGS) if text[0] == "#" and named else Cue(Kind.SHARE) if shares >= 3 and not named else None
    firm = [cue for cue in strong if not cue.bare] or strong
    return replace(firm[0], opens=all(cue.opens for cue in strong) and len({cue.kind for cue in strong}) == 1)


def _end(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    """Where the match ends of a pattern that also matches nothing."""
    found = pattern.match(text, start)
    return found.end() if found else start
