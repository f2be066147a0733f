"""The reasons of a confidence in the words of a reader; the graph keeps them as short stable keys ("parse shared")."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def wordings() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """By language: texts by whole reason, by kind, and of an end by the step that read it.

    "{x}" stands for the word that the lexicon knows, or of an end for the text of its step.
    """
    file = files(__package__) / "templates" / "reasons.json"
    found: Mapping[str, Mapping[str, Mapping[str, str]]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def worded(about: str, language: str) -> str:
    """The reason in words; one that has none as it stands. The interactive page has the same rule.

    >>> worded("verb racheter", "fr"), worded("object description:said", "en"), worded("a hunch", "en")
    ('le verbe « racheter »', 'object: a description, without the name', 'a hunch')
    """
    texts = wordings()[language]
    if whole := texts["whole"].get(about):
        return whole
    kind, _, rest = about.partition(" ")
    if kind in texts["ends"]:
        step = texts["read"].get(rest) or texts["read"].get(rest.partition(":")[0])
        return texts["ends"][kind].replace("{x}", step) if step else about
    return texts["kinds"][kind].replace("{x}", rest) if rest and kind in texts["kinds"] else about
