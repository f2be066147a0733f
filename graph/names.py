"""Keys under which two spellings of a name are the same."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+[+#]*")  # "Disney+" and "C#" are not "Disney" and "C"
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DROPPED = frozenset(("Mn", "Mc", "Me", "Cf"))  # accents, other marks, soft hyphens, zero-width characters
_LETTERS = str.maketrans(
    # Letters that Unicode does not decompose, and apostrophes that it counts as letters.
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ʼ": " ", "ʻ": " "}
)


def normalise(name: str) -> str:
    """Casefold, strip accents and punctuation, and join the words by single spaces.

    What stays are letters and digits of every script, and + and # at the end of a word. Normalising twice changes
    nothing more.

    >>> normalise("L’Élysée")
    'l elysee'
    >>> normalise("Jean-Luc  MÉLENCHON")
    'jean luc melenchon'
    >>> normalise("Sacré-Cœur"), normalise("Disney+")
    ('sacre coeur', 'disney+')
    """
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if unicodedata.category(c) not in _DROPPED)
    return " ".join(_WORD.findall(letters.casefold().translate(_LETTERS)))


def slug(name: str) -> str:
    """The name as one lower-case word for identifiers, in its own script; never empty.

    Two names have one slug where `normalise` makes them one; names without letters and digits, of which nothing is left
    then, are spelled in code points.

    >>> slug("Emmanuel Macron")
    'emmanuel-macron'
    >>> slug("C++")
    'c++'
    >>> slug("!?")
    '_21-_3f'
    """
    words = normalise(name).split() or [f"_{ord(c):x}" for c in name if not c.isspace()]
    return "-".join(words) or "_"


def words(name: str) -> set[str]:
    """The words of a name as `normalise` spells them, without + and # at their ends.

    >>> sorted(words("L’Élysée, C++"))
    ['c', 'elysee', 'l']
    """
    return {word.rstrip("+#") for word in normalise(name).split()}


def expansion(short: str, long: str) -> tuple[str, ...]:
    """The words of `long` whose initials are the letters of `short`; empty where `short` is no acronym of `long`.

    >>> expansion("CNIL", "Commission nationale de l’informatique et des libertés")
    ('commission', 'nationale', 'informatique', 'libertes')
    >>> expansion("NASA", "Agence spatiale")
    ()
    """
    letters, words = normalise(short), iter(normalise(long).split())
    if len(letters) < 2 or not letters.isalpha():
        return ()
    found = tuple(next((word for word in words if word[0] == letter), "") for letter in letters)
    return found if all(found) else ()


def years(name: str) -> list[str]:
    """The years that a name holds, 1800 to 2099, in its order.

    >>> years("élection présidentielle de 2022")
    ['2022']
    """
    return _YEAR.findall(normalise(name))
