"""Names without what spelling, legal form and titles add to them."""

import re
from functools import cache, lru_cache
from itertools import groupby

from anyascii import anyascii
from cleanco.termdata import terms_by_type

from ..names import normalise, slug
from .translation import table, tokens

_PART = re.compile(r"[^\s'’ʼ]+")  # "Jean-Luc" is one part of a name: "Luc Dupont" is somebody else
_SITE = re.compile(r"(?<=\w)\.([a-z]{2,3})$")

_SOUNDS = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        ("chtch|shch|schtsch", "S"),  # Khrouchtchev, Khrushchev
        ("tsch|tch|sch|ch|sh", "S"),
        ("dzh|dj|zh", "j"),
        ("ph", "f"),
        ("oo|ou", "u"),
        ("gu(?=[eiy])", "g"),
        ("ks", "x"),
        ("w", "v"),
        ("(?<=.)[ijy]+$", "i"),  # Zelensky, Zelenskyy, Zelenski, Zelenskij
        ("y", "i"),
        ("^ie", "e"),  # Evgueni, Yevgeny
        (r"([a-z])\1+", r"\1"),
    )
]


@lru_cache(maxsize=1 << 17)
def core(name: str) -> str:
    """The name as a slug without article, legal form and the word for an organisation.

    >>> core("Alphabet Inc."), core("Atos SE"), core("la société Nordavia")
    ('alphabet', 'atos', 'nordavia')
    >>> core("le groupe Le Monde"), core("Le Monde"), core("SA")
    ('monde', 'monde', 'sa')
    """
    site = _SITE.search(name)
    parts = (name[: site.start()] if site and site[1] in _forms()[2] else name).split()
    while len(parts) > 1 and (rest := _without_form(parts)) != parts:
        parts = rest
    words = normalise(" ".join(parts)).split()
    while len(words) > 1 and words[0] in _articles():
        words = words[1:]
    return "-".join(words) or slug(name)


def _without_form(parts: list[str]) -> list[str]:
    before, after, _ = _forms()
    for size in (3, 2, 1):  # "Pty Ltd", "GmbH & Co. KG"
        if len(parts) > size and _is_form(" ".join(parts[-size:]), after):
            return [*parts[: -size - 1], parts[-size - 1].rstrip(",") or parts[-size - 1]]
    if parts[-1] in {"&", "and", "et"}:
        return parts[:-1]
    if _is_form(parts[0], before):
        return parts[1:]
    articled = _PART.findall(parts[0])
    if len(parts) > 2 and normalise(parts[0]) in _articles() and _is_form(parts[1], before):
        return parts[2:]
    if len(articled) == 2 and normalise(articled[0]) in _articles() and _is_form(articled[1], before):
        return parts[1:]  # "l’entreprise Nordavia"
    return parts


def _is_form(word: str, forms: frozenset[str]) -> bool:
    """Whether a word is such a form. Of two letters, it has to be written in capitals: "SE", "AG", but not "et"."""
    key = _key(word)
    return key in forms and (len(key) > 2 or key == "co" or word.replace(".", "").isupper())


def _key(form: str) -> str:
    return form.casefold().replace(".", "").strip(" ,")


@cache
def _forms() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    rows = table("words")["forms"]
    after = {_key(term) for terms in terms_by_type.values() for term in terms} | {_key(f) for f in rows["after"]}
    return frozenset(_key(f) for f in rows["before"]), frozenset(after), frozenset(rows["sites"])


@cache
def _articles() -> frozenset[str]:
    return frozenset(table("words")["articles"])


@lru_cache(maxsize=1 << 17)
def person(name: str) -> tuple[str, ...]:
    """The parts of a person's name, without titles: hyphens join, and apostrophes part.

    >>> person("M. Jean-Luc d’Ormesson")
    ('Jean-Luc', 'd', 'Ormesson')
    """
    parts = [p for p in _PART.findall(name) if normalise(p)]
    while len(parts) > 1 and normalise(parts[0]) in _titles() and (len(parts) > 2 or len(normalise(parts[0])) > 1):
        parts = parts[1:]
    return tuple(parts)


@cache
def _titles() -> frozenset[str]:
    return frozenset(table("words")["titles"]["words"])


def is_initial(part: str) -> bool:
    """Whether a part of a name stands for a longer one: "E.", "J.-L."."""
    words = normalise(part).split()
    return bool(words) and all(len(w) == 1 for w in words) and (part.endswith(".") or len(words) == 1)


@lru_cache(maxsize=1 << 17)
def sound(word: str, *, last: bool = False) -> str:
    """The word as transliterations of it agree on it: what is equal here sounds alike in French or in English.

    `last` is for surnames, which French gives an -e ("Poutine").

    >>> sound("Zelenskyy") == sound("Zelenski") and sound("Poutine", last=True) == sound("Putin", last=True)
    True
    """
    text = normalise(anyascii(word).replace("'", "")).replace(" ", "")
    text = _given().get(text, text) if not last else text
    for pattern, instead in _SOUNDS:
        text = pattern.sub(instead, text)
    return re.sub("(?<=[aiu])ne$", "n", text) if last else text


@cache
def _given() -> dict[str, str]:
    return {normalise(form): name for name, forms in table("words")["given"].items() for form in forms}


@lru_cache(maxsize=1 << 17)
def sounds(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The sounds of the words of a person's name, without Arabic articles, with one form of "ben" and "bin"."""
    words = [w for part in parts for w in re.split(r"[\s-]+", part) if normalise(w)]
    if len(parts) == 1 and not parts[0].isascii():  # a name in a script without spaces, or a word
        words = re.findall("[A-Z][a-z]*|[a-z]+", anyascii(parts[0])) or words
    arabic, sons = _arabic()
    kept = [w for w in words if normalise(w) not in arabic or len(words) == 1]
    return tuple("ben" if normalise(w) in sons else sound(w, last=i == len(kept) - 1) for i, w in enumerate(kept))


@cache
def _arabic() -> tuple[frozenset[str], frozenset[str]]:
    rows = table("words")["particles"]
    return frozenset(rows["arabic"]), frozenset(rows["sons"])


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """The consonants of a word, each once in a row, after its first letter: a block of what may be misspelt."""
    text = sound(word, last=True)
    rest = "".join(c for c, _ in groupby(re.sub("[aeiou]", "", text[1:])))
    return text[:1] + rest


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> frozenset[str]:
    """The acronyms that a name may have: the first letters of its words, with and without the small ones."""
    words = tokens(name)
    long = [w for w in words if w not in _empty()]
    found = {"".join(w[0] for w in some) for some in (words, long) if len(some) > 1}
    return frozenset(a for a in found if a.isalpha())


@cache
def _empty() -> frozenset[str]:
    return frozenset(normalise(w) for w in table("words")["empty"])
