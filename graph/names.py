"""Keys under which two spellings of a name are the same."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def normalise(name: str) -> str:
    """Casefold, strip accents and punctuation, and join the words by single spaces.

    >>> normalise("L’Élysée")
    'l elysee'
    >>> normalise("Jean-Luc  MÉLENCHON")
    'jean luc melenchon'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(_WORD.findall(letters.casefold()))


def slug(name: str) -> str:
    """The name as one lower-case word for identifiers, in its own script; never empty.

    >>> slug("Emmanuel Macron")
    'emmanuel-macron'
    >>> slug("C++")
    'c'
    >>> slug("!!!")
    'u21-u21-u21'
    """
    words = normalise(name).split()
    return "-".join(words) if words else "-".join(f"u{ord(c):x}" for c in name) or "unnamed"
