"""Letters that are typed in more than one way, for the full-text indices and what is looked for in them."""

_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
_FOLDED = str.maketrans(_LETTERS | {c.upper(): to for c, to in _LETTERS.items()} | {"ß": "ss", "ẞ": "ss"})


def fold(text: str) -> str:
    """The text with the letters that Unicode does not take apart as they are typed without them.

    FTS5 folds case and accents itself. The words stay as many as they are, so that what is found in the folded text
    can be shown in the other.

    >>> fold("Sacré-Cœur, Łódź")
    'Sacré-Coeur, lódź'
    """
    return text.translate(_FOLDED)
