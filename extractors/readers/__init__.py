"""Files and folders in, articles out."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from babel import Locale
from babel.lists import format_list

from ...graph.errors import UserError
from ...graph.model import Article
from .. import lexicon
from ..boilerplate import Noise, mask, noise
from ..language import code, detect, name
from ..metadata import enrich, iso_date
from . import html, jsons, markdown, plain, tables
from .draft import FIELDS, Draft, ReadError, Skipped, clean
from .folders import content, files
from .identity import Found, named, natural, once

__all__ = ["ENDINGS", "LONGEST", "SHORTEST", "Skipped", "read"]

LONGEST = 1_000_000
"""Characters of an article: spaCy takes no more."""
SHORTEST = 5
"""Words of an article, page furniture not counted."""
LETTERS = 40
"""Letters that make an article of fewer words: not every script has spaces between them."""
NOISY = 0.2
"""Where more of a text than this is noise, its language is looked at again without it."""

_NAMED_DATE = re.compile(r"(?:^|(?<=[\s_.-]))((?:19|20)\d\d(-?)\d\d\2\d\d)(?=$|[\s_.-])")
_WORD = re.compile(r"[^\W\d_]+")

ENDINGS: Mapping[str, Callable[[bytes, str, str, Mapping[str, str]], Iterator[Draft | Skipped]]] = {
    ".csv": tables.read,
    ".htm": html.read,
    ".html": html.read,
    ".json": jsons.read,
    ".jsonl": jsons.read_lines,
    ".md": markdown.read,
    ".ndjson": jsons.read_lines,
    ".tsv": tables.read,
    ".txt": plain.read,
}
"""A reader for each ending of a file's name: of its bytes, its path, its name and the names of the fields."""


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    fields: Mapping[str, str] | None = None,
    languages: Iterable[str] = ("fr", "en"),
) -> Iterator[Article | Skipped]:
    """The articles of files and folders: first what was skipped, by file and place, then the articles, by id.

    Any order of `paths` gives the same. `fields` says how records call what we call id, title, text, date, url, source,
    author and lang: {"text": "body"}; a dotted name leads into nested records. `languages` are the ISO 639-1 codes to
    keep; a record's own `lang` goes before what its text looks like. Fields that stay empty are filled from the text
    (`metadata.enrich`), the date of a file that holds one article also from its name (`2024-03-12_lemonde.txt`).

    An article's id is the one its record gives, else the name of the file without its ending, for records with their
    line, row or item number. Different articles with one id each get "-" and the first 8 hexadecimal digits of the
    SHA-256 of their text. An article that is there twice is read once.

    `UserError` for an unknown name in `fields`.
    """
    names = dict(fields or {})
    if unknown := sorted(set(names) - set(FIELDS)):
        raise UserError(f"no field {', '.join(map(repr, unknown))}: the fields are {', '.join(FIELDS)}")
    paths = [paths] if isinstance(paths, str | Path) else list(paths)
    return _read(paths, names, tuple(dict.fromkeys(languages)))


def _read(
    paths: Collection[str | Path], fields: Mapping[str, str], languages: tuple[str, ...]
) -> Iterator[Article | Skipped]:
    skipped: set[Skipped] = set()
    found: list[Found] = []
    for path in files(paths, ENDINGS):
        for draft in [path] if isinstance(path, Skipped) else _drafts(path, fields):
            result = draft if isinstance(draft, Skipped) else _article(draft, languages)
            if isinstance(result, Skipped):
                skipped.add(result)
            else:
                found.append(result)
    kept, copies = once(found)
    yield from sorted(skipped.union(copies), key=lambda s: (natural(s.file), natural(s.place), s.reason))
    yield from named(kept)


def _drafts(path: Path, fields: Mapping[str, str]) -> Iterator[Draft | Skipped]:
    shown = clean(str(path))
    try:
        yield from ENDINGS[path.suffix.lower()](content(path), shown, clean(path.stem), fields)
    except ReadError as error:
        yield Skipped(shown, "", str(error))


def _article(draft: Draft, languages: tuple[str, ...]) -> Found | Skipped:
    def skipped(reason: str) -> Skipped:
        return Skipped(draft.file, draft.place, reason)

    text = draft.text
    if len(text) > LONGEST:
        return skipped(f"{len(text):,} characters, more than the {LONGEST:,} that one article may have: split it")
    given = code(draft.lang)
    lang = given or detect(text, languages)
    spans = _noise(text, lang)
    rest = mask(text, spans)
    words = [found[0] for found in islice(_WORD.finditer(rest), SHORTEST)]
    if len(words) < SHORTEST and sum(map(len, words)) < LETTERS:
        return skipped(f"too short for an article: {len(words)} words besides page furniture, fewer than {SHORTEST}")
    if not given and (lang not in languages or sum(s.end - s.start for s in spans) > NOISY * len(text)):
        lang, before = detect(rest, languages), lang
        spans = spans if lang == before else _noise(text, lang)
    if lang not in languages:
        says = "language is" if given else "language looks like"
        known = Locale("en").languages
        listed = format_list([known.get(other, other) for other in languages], locale="en")
        return skipped(f"{says} {name(lang)}: liaisons reads {listed}")
    article = Article(
        id=draft.id or draft.name,
        text=text,
        lang=lang,
        title=draft.title,
        date=iso_date(draft.date, lang),
        url=draft.url,
        source=draft.source,
        author=draft.author,
    )
    day = "" if draft.place else _named_date(draft.name)
    return Found(enrich(article, spans), draft.file, draft.place, bool(draft.id), day)


def _named_date(name: str) -> str:
    """The day in the name of an article's file; "" for none, and for several.

    >>> _named_date("2024-03-12_lemonde"), _named_date("fil 20240312"), _named_date("2024-03-12_2024-03-13")
    ('2024-03-12', '2024-03-12', '')
    """
    days = {iso_date(found[1]) for found in _NAMED_DATE.finditer(name)} - {""}
    return days.pop() if len(days) == 1 else ""


def _noise(text: str, lang: str) -> tuple[Noise, ...]:
    return noise(text, lang if lang in lexicon.languages() else "")
